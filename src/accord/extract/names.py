"""Sentence -> draft mentions of states and organisations that the dictionary of the tables finds."""

from __future__ import annotations

from functools import cache

from accord.extract.mentions import NAMED, PARENTS, SAFE_FORMS, Context, Draft, head_of, words_of
from accord.knowledge.landmarks import all_landmarks, find_landmark
from accord.knowledge.organizations import GROUP_KINDS, organization
from accord.knowledge.people import WELL_KNOWN
from accord.knowledge.phrases import Phrase, PhraseMatch
from accord.knowledge.states import state
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

# States that are also given names or surnames: inside a longer personal name they are no states.
_GIVEN_NAMES = frozenset(
    "Jordan Chad Georgia Israel Kenya India Ireland Holland France Brazil China Cuba Cyprus Malta America Washington Paris London"
    " Lincoln Sofia Victoria"
    " Kingston Santiago Lima Male Monaco Guinea Peru Vienna Berlin Rome Pole Scot Finn Dane English Welsh Brit"
    " French Turk Kiwi Polish".split()
)


_LOCATIVE = frozenset(
    "in at near outside around over into through across inside throughout within above beneath along off round via beyond under".split()
)


_DEALING = frozenset("by with against between among from to toward towards for on of upon".split())


_MOTION = frozenset(
    "go fly travel arrive come return head drive move walk flee ship sail leave depart transfer march rush run race journey trip flight"
    " travel visit tour route road train bus convoy way pilgrimage extradite deport evacuate bring take transport deliver hold meet"
    " gather born live work base hail"
    " mile kilometer kilometre km report broadcast stroll relocate trek drone distance capital city centre center"
    " north south east west".split()
)


_ACTED_ON = frozenset(
    "accuse urge tell ask condemn blame warn support sanction press pressure threaten criticize criticise thank back arm supply help"
    " assure persuade oppose defy punish isolate anger alarm join praise denounce inform reassure court embarrass challenge push"
    " convince invite want need"
    " call consult deter engage force irk prompt allow lead put provoke rebuke slam chide counter contradict".split()
)


_PLACE_NOUNS = frozenset(
    "street airport suburb outskirt square mayor resident district hospital university stadium center centre skyline downtown neighborhood"
    " neighbourhood metro subway population hotel theatre theater museum weather traffic north south east west"
    " port house school area region".split()
)


_ADJECTIVAL = frozenset({"adjective", "demonym"})


_ORDER = {"name": 0, "abbreviation": 0, "adjective": 1, "demonym": 2, "metonym": 4, "acronym": 3, "weak_metonym": 6, "region": 7}


def find_names(ctx: Context) -> list[Draft]:
    """Drafts of states and organisations that the dictionary finds, in order; fills `ctx.owners`."""
    out = []
    for sent, found in zip(ctx.parsed.sentences, ctx.matches, strict=True):
        here = {p.key for m in found for p in m.phrases if p.kind == "state" and p.how in NAMED}
        for m in found:
            phrase = _choose(m, sent, ctx, here)
            if phrase is None:
                _note_region(m, sent, ctx)
                continue
            head = head_of(sent, m.start, m.end)
            if _is_residence(sent, m.end) or inside_institution(sent, m.start) or _is_leaning(sent, m.start):
                continue
            if _is_dateline(sent, m, ctx):
                ctx.dateline = ctx.dateline or (phrase.key if phrase.kind == "state" else None)
                continue
            pair = (phrase.key, None) if phrase.kind == "state" else (_home(phrase.key), phrase.key)
            for i in range(m.start, m.end):
                ctx.owners[sent.index, i] = pair
            out += _elliptic(phrase, m, sent)
            draft = _state_draft(phrase, m, sent, head) if phrase.kind == "state" else _organization_draft(phrase, m, sent, head)
            if draft is not None:
                out.append(draft)
    return out


def _note_region(m: PhraseMatch, sent: Sentence, ctx: Context) -> None:
    """A governor of Texas belongs to the United States although Texas is no actor."""
    mark = next((found for p in m.phrases if p.kind == "landmark" and (found := find_landmark(p.key))), None)
    iso3 = mark.iso3 if mark else next((p.key for p in m.phrases if p.kind == "state" and p.how == "region"), None)
    if iso3:
        for i in range(m.start, m.end):
            ctx.region_owners[sent.index, i] = iso3


def _elliptic(p: Phrase, m: PhraseMatch, sent: Sentence) -> list[Draft]:
    """As in "North and South Korea": the first direction alone names a state too."""
    if m.start < 2 or p.key not in ("KOR", "PRK") or sent.tokens[m.start - 1].lower not in ("and", "or"):
        return []
    t = sent.tokens[m.start - 2]
    other = {"north": "PRK", "south": "KOR"}.get(t.lower)
    if other is None or other == p.key:
        return []
    name = "North Korea" if other == "PRK" else "South Korea"
    return [
        Draft(
            sentence=sent.index,
            start=t.i,
            end=t.i + 1,
            head=t.i,
            kind=EntityKind.STATE,
            key=f"state:{other}",
            name=name,
            country=other,
            sector="GOV",
        )
    ]


def _is_dateline(sent: Sentence, m: PhraseMatch, ctx: Context) -> bool:
    """Whether a name only tells where the report was written: "BEIJING, Sept. 3 (Agency) -", "Nairobi, Kenya -"."""
    line = ctx.parsed.report.dateline
    if line is not None and line.span.start <= sent.tokens[m.start].start < line.span.end:
        return True
    after = sent.tokens[m.end] if m.end < len(sent.tokens) else None
    return (
        m.start == 0
        and after is not None
        and after.text in (",", "(", "-", "–", "—", "--", ":")
        and words_of(m, sent).isupper()
        and len(words_of(m, sent)) > 3
    )


_INSTITUTIONS = frozenset("Bank University Church Museum Institute College Voice Miss Battle Treaty Gulf Sea Bay Strait".split())


def inside_institution(sent: Sentence, start: int) -> bool:
    """Whether a name ends that of an institution: "Bank of China", "University of Georgia"."""
    before = sent.tokens[max(0, start - 2) : start]
    return len(before) == 2 and before[1].lower == "of" and before[0].text in _INSTITUTIONS


def _is_residence(sent: Sentence, end: int) -> bool:
    """Whether "-based" or "-born" follows: a residence is no affiliation."""
    rest = sent.tokens[end : end + 2]
    return (
        len(rest) == 2
        and rest[0].text in ("-", "–")
        and rest[1].lower in ("based", "born", "area", "bound", "raised", "educated", "trained")
    )


def _is_leaning(sent: Sentence, start: int) -> bool:
    """Whether "pro-" or "anti-" stands before: whom a party likes or hates it does not belong to."""
    before = [t.lower for t in sent.tokens[max(0, start - 2) : start]]
    glued = sent.tokens[start].lower.startswith(("pro-", "anti-"))
    return glued or (len(before) == 2 and before[0] in ("pro", "anti") and before[1] in ("-", "–")) or before[-1:] in (["pro-"], ["anti-"])


def _home(org_id: str) -> str | None:
    org = organization(org_id)
    return org.home if org else None


def _choose(m: PhraseMatch, sent: Sentence, ctx: Context, here: set[str]) -> Phrase | None:
    """The entry that a match means here, or None if it names neither a state nor an organisation."""
    hidden = any(p.kind == "other" for p in m.phrases) and not any(p.kind == "organization" for p in m.phrases)
    if hidden or all(p.kind == "landmark" for p in m.phrases):
        return None
    fit = [p for p in m.phrases if p.kind in ("state", "organization") and _fits(p, m, sent, ctx, here)]
    if not fit:
        return None
    fit.sort(
        key=lambda p: (
            _rank(p),
            -ctx.countries[p.key] if p.kind == "state" else -ctx.countries[_home(p.key) or ""],
            p.form != words_of(m, sent),
        )
    )
    best = fit[0]
    if best.kind == "state" and best.how == "region":
        return None
    rivals = {p.key for p in fit if _rank(p) == _rank(best) and p.kind == best.kind == "organization"}
    if len(rivals) > 1:
        homes = [p for p in fit if p.kind == "organization" and ctx.countries[_home(p.key) or ""]]
        # "AFP" is a news agency, unless the report is about the Philippines.
        media = [p for p in fit if (o := organization(p.key)) is not None and o.kind == "news_media"]
        return next((found[0] for found in (homes, media) if len({p.key for p in found}) == 1), None)
    return best


def _rank(p: Phrase) -> float:
    if p.kind == "organization":
        return 3.0 if p.sector or p.how == "acronym" else 3.5
    if p.how == "metonym" and p.sector != "GOV":
        return 5.0
    return float(_ORDER[p.how])


def _fits(p: Phrase, m: PhraseMatch, sent: Sentence, ctx: Context, here: set[str]) -> bool:
    first = sent.tokens[m.start]
    if p.kind == "organization":
        return _organization_fits(p, first, ctx)
    former = state(p.key)
    if former and former.valid_until and ctx.day > former.valid_until and p.how in ("metonym", "region"):
        return False
    if former and former.valid_until and ctx.day > former.valid_until and p.how == "adjective" and p.form in ("Czechoslovak", "Serbian"):
        return False
    if p.how == "weak_metonym" and p.key not in here:
        return False
    if p.how in ("adjective", "demonym") and not first.text[:1].isupper():
        return False
    if _inside_person(m, sent, p):
        return False
    if p.ambiguous and p.form not in SAFE_FORMS:
        return first.ner in ("GPE", "NORP", "LOC") or ctx.countries[p.key] > 0
    if p.form == "Georgia":
        return _is_country_georgia(ctx)
    return not (p.form == "Polish" and first.i == 0 and first.pos == "VERB")


# States whose news speaks of Georgia the country, not the state of the USA.
_AROUND_GEORGIA = ("RUS", "ARM", "AZE", "SUN", "UKR", "TUR", "MDA", "BLR")


@cache
def _us_states() -> frozenset[str]:
    return frozenset(m.name for m in all_landmarks() if m.admin1 and m.iso3 == "USA")


def _is_country_georgia(ctx: Context) -> bool:
    text = ctx.parsed.report.text
    near = sum(ctx.countries[c] > 0 for c in _AROUND_GEORGIA)
    return "Tbilisi" in text or "Abkhaz" in text or "Ossetia" in text or (near > 0 and not ctx.regions & _us_states())


def _organization_fits(p: Phrase, first: Token, ctx: Context) -> bool:
    org = organization(p.key)
    if org is None:
        return False
    if not org.curated:
        return bool(org.home and ctx.countries[org.home])
    if p.how == "acronym" and len(p.form) <= 3 and first.pos not in ("PROPN", "NOUN", "X", "ADJ") and not first.ner:
        return False
    if not p.ambiguous or p.form in SAFE_FORMS:
        return True
    return bool(org.home and ctx.countries[org.home] and (first.ner == "ORG" or org.home not in WELL_KNOWN))


def _inside_person(m: PhraseMatch, sent: Sentence, p: Phrase) -> bool:
    """Whether the match is a part of a person's name ("Michael Jordan", "Jordan Smith", "Denzel Washington")."""
    if p.form not in _GIVEN_NAMES and not (p.how == "metonym" and m.end - m.start == 1):
        return False
    before = sent.tokens[m.start - 1] if m.start else None
    after = sent.tokens[m.end] if m.end < len(sent.tokens) else None
    inside = sent.tokens[m.start].ner == "PERSON"
    if inside and before is not None and before.ner == "PERSON" and before.pos == "PROPN" and not sent.tokens[m.start].ner_begins:
        return True
    return inside and after is not None and after.ner == "PERSON" and not after.ner_begins and after.pos == "PROPN"


def _state_draft(p: Phrase, m: PhraseMatch, sent: Sentence, head: int) -> Draft | None:
    how = "name" if p.how in ("name", "abbreviation") else "demonym" if p.how in _ADJECTIVAL else "metonym"
    if how == "metonym" and not acts(sent, head, is_city=_is_capital(p)):
        return None
    if how == "name" and _is_compound_of_name(sent, m):
        return None
    found = state(p.key)
    draft = Draft(
        sentence=sent.index, start=m.start, end=m.end, head=head, kind=EntityKind.STATE, key=f"state:{p.key}",
        name=found.name if found else p.key, how=how, country=p.key, sector="GOV", aliases=(p.form,),
    )  # fmt: skip
    if how == "demonym":
        return _people_or_state(draft, sent)
    return draft


def _people_or_state(draft: Draft, sent: Sentence) -> Draft | None:
    """The Russians are Russia to news; "two Russians", "a Russian" and bare "Russians" are people; "in Russian" is a language."""
    t = sent.tokens[draft.head]
    if t.dep in ("amod", "compound", "nmod", "advmod", "npadvmod", "poss") or t.pos == "ADJ":
        return draft
    parent = sent.tokens[t.head]
    if (t.dep == "pobj" and parent.lower == "in") or (t.dep == "dobj" and parent.lemma in ("speak", "learn", "study", "teach")):
        return None
    kids = sent.kids(t.i)
    plural = t.text.endswith("s") or t.tag in ("NNS", "NNPS")
    if plural or (any(k.dep == "det" for k in kids) and t.tag.startswith("N")):
        whole = plural or t.text.endswith(("ese", "ish", "ch"))
        if whole and any(k.lower == "the" for k in kids) and not any(k.dep in ("nummod", "relcl", "acl") for k in kids):
            return draft
        draft.kind = EntityKind.GROUP if plural else EntityKind.PERSON
        draft.key, draft.how, draft.sector, draft.anonymous = f"group:{draft.country}:{t.lower}", "nominal", "CVL", True
        draft.name, draft.aliases, draft.role = t.text, (), "people"
    return draft


def _is_capital(p: Phrase) -> bool:
    found = state(p.key)
    return bool(found and p.form in (*found.capital_names, *found.cities))


def _is_compound_of_name(sent: Sentence, m: PhraseMatch) -> bool:
    """Whether a state's name is the first word of a longer name: "Jordan Smith" is none, "Iran deal" is."""
    nxt = sent.tokens[m.end] if m.end < len(sent.tokens) else None
    form = sent.tokens[m.end - 1].text
    return bool(nxt and form in _GIVEN_NAMES and nxt.pos == "PROPN" and nxt.ner == "PERSON" and sent.tokens[m.end - 1].head == nxt.i)


def acts(sent: Sentence, head: int, *, is_city: bool) -> bool:
    """Whether a seat stands for its government: it says, deals, owns or is dealt with, and is not where something happens."""
    t = sent.tokens[head]
    for _ in range(4):
        if t.dep not in ("conj", "appos") or t.head == t.i:
            break
        t = sent.tokens[t.head]
    parent = sent.tokens[t.head]
    if t.dep in ("nsubj", "csubj", "agent"):
        return True
    if t.dep == "nsubjpass":
        return not is_city or parent.lemma in _ACTED_ON
    if t.dep == "poss":
        return not is_city or parent.lemma not in _PLACE_NOUNS
    if t.dep in ("dobj", "dative"):
        return not is_city or parent.lemma in _ACTED_ON
    if t.dep == "nmod":
        return any(k.dep == "conj" for k in sent.kids(t.i)) and parent.dep == "nsubj"
    if t.dep == "pobj":
        return _preposition_acts(sent, parent, is_city=is_city)
    return not is_city and t.dep in ("compound", "attr", "ROOT", "pobj")


def _preposition_acts(sent: Sentence, prep: Token, *, is_city: bool) -> bool:
    if prep.lower in _LOCATIVE or (prep.lower not in _DEALING and is_city):
        return False
    if not is_city:
        return True
    governor = sent.tokens[prep.head]
    if prep.lower == "of":
        return False
    if prep.lower in ("by", "with", "against", "between", "among"):
        return True
    if prep.lower == "for" and governor.lemma in ("leave", "head", "depart", "fly", "set"):
        return False
    return governor.lemma not in _MOTION and not (
        prep.lower in ("on", "for") and governor.pos == "VERB" and governor.lemma not in _ACTED_ON
    )


def _organization_draft(p: Phrase, m: PhraseMatch, sent: Sentence, head: int) -> Draft | None:
    org = organization(p.key)
    if org is None:
        return None
    kind = EntityKind.GROUP if org.kind in GROUP_KINDS else EntityKind.ORGANIZATION
    short = [a for a in org.acronyms if a == org.org_id] or [a for a in org.acronyms if "." not in a][:1]
    return Draft(
        sentence=sent.index, start=m.start, end=m.end, head=head, kind=kind, key=f"org:{org.org_id}", name=_shown(org.name),
        country=org.home,
        sector=org.sector or ("IGO" if org.kind in ("igo", "un_body", "alliance", "un_mission") else None), code=org.org_id,
        aliases=(words_of(m, sent), *short, *PARENTS.get(org.actor_code, ())), role=org.kind,
    )  # fmt: skip


def _shown(name: str) -> str:
    return name.partition(" (")[0]
