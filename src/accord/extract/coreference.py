"""Drafts of named actors -> drafts of pronouns and definite nouns that refer to them; only where one candidate is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from accord.extract.home import belongs_home, speaks_of_others
from accord.extract.mentions import Context, Draft
from accord.extract.nominals import GOVERNMENT, singular
from accord.extract.titles import gender_of, title_key
from accord.knowledge.states import name_of
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_SAYING = frozenset(
    "say add accuse announce deny claim warn urge call tell report confirm reject condemn insist argue describe note state declare"
    " demand threaten vow"
    " agree pledge promise offer refuse seek".split()
)
_PAIR_NOUNS = frozenset(
    "country nation side neighbour neighbor state government party power capital rival foe ally korea side delegation enemy".split()
)
_BARE_PAIRS = frozenset("neighbour neighbor side delegation".split())
_ARMED = frozenset("rebel guerrilla insurgent militant fighter militia jihadist group movement organization organisation".split())
_BLOCS = frozenset("bloc alliance organization organisation group body union council commission agency forum".split())
_ARMED_KINDS = frozenset({"armed_group", "militia", "criminal_group", "political_movement"})
_PERSON_NOUNS = frozenset(
    "president premier chancellor minister leader king queen emperor prince pope secretary governor mayor ambassador envoy speaker"
    " chief head chairman commander spokesman spokeswoman spokesperson director commissioner representative negotiator general official"
    " fellow researcher analyst expert"
    " professor senator lawmaker diplomat candidate judge lawyer activist author economist historian officer"
    " colonel captain sheriff".split()
)


# Mentions that references may look back to: enough for several paragraphs, and the work stays linear in the length of a report.
_REMEMBERED = 200


@dataclass(slots=True)
class _Seen:
    """What has been named up to a point of the report, the last at the end."""

    persons: list[Draft] = field(default_factory=list)
    states: list[Draft] = field(default_factory=list)
    organizations: list[Draft] = field(default_factory=list)
    described: list[Draft] = field(default_factory=list)
    pairs: list[tuple[Draft, Draft]] = field(default_factory=list)
    titles: dict[str, list[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    by_key: dict[str, Draft] = field(default_factory=dict)
    subjects: set[tuple[int, int]] = field(default_factory=set)


def find_references(ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """Drafts with how="pronoun" or "nominal", in order, with the key of what they refer to; `drafts` must be in order."""
    seen = _Seen()
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        by_sentence.setdefault(d.sentence, []).append(d)
    home = ctx.home
    out: list[Draft] = []
    for sent in ctx.parsed.sentences:
        here = by_sentence.get(sent.index, [])
        quoted = _quoted(sent)
        elsewhere = home is not None and speaks_of_others(sent, ctx)
        heads = {d.head: d for d in here}
        for t in sent.tokens:
            if t.i in heads:
                more = _settle(heads[t.i], t, sent, seen, home, elsewhere=elsewhere)
                if more:
                    seen.pairs.append((heads[t.i], more[0]))
                out += more
                _note(heads[t.i], sent, seen, heads)
                continue
            if t.tag in ("PRP", "PRP$"):
                found = _ahead(t, sent, heads) or _pronoun(t, sent, seen, quoted=t.i in quoted)
            elif t.pos in ("NOUN", "PROPN"):
                found = _definite(t, sent, seen, home)
            else:
                continue
            out += found
            if len(found) == 2 and found[0].how == "nominal":
                seen.pairs.append((found[0], found[1]))
            if len(found) == 1 and found[0].kind is not EntityKind.STATE:
                _note(found[0], sent, seen, heads)
        _rename(here, seen)
        for kept in (seen.persons, seen.states, seen.organizations, seen.described, seen.pairs):
            del kept[:-_REMEMBERED]
    return out


def _settle(d: Draft, t: Token, sent: Sentence, seen: _Seen, home: str | None, *, elsewhere: bool) -> list[Draft]:
    """A described actor without owner ("the rebels", "the army") becomes the one that it refers to, or gets the report's state.

    Returns:
        A draft for the second party where it refers to a pair ("the neighbours"), else none.
    """
    if d.how != "nominal" or d.country or ":None:" not in d.key:
        return []
    found = [f for f in _definite(t, sent, seen, home) if f.key != d.key]
    if found:
        to = found[0]
        d.key, d.kind, d.name, d.country, d.sector, d.code, d.anonymous, d.role = (
            to.key,
            to.kind,
            to.name,
            to.country,
            to.sector,
            to.code,
            to.anonymous,
            to.role,
        )
    elif home and belongs_home(d, sent) and not elsewhere:
        d.country, d.key = home, d.key.replace(":None:", f":{home}:")
    return found[1:]


def _note(d: Draft, sent: Sentence, seen: _Seen, heads: dict[int, Draft]) -> None:
    seen.by_key.setdefault(d.key, d)
    if _dep(sent, d.head) in _SUBJECTS:
        seen.subjects.add((d.sentence, d.head))
    if d.kind is EntityKind.PERSON:
        seen.persons.append(d)
        words = set((d.title or "").split()) | {t.lower for t in sent.tokens[max(0, d.start - 2) : d.start]} | {d.name.split()[0].lower()}
        gender = gender_of(words)
        if gender:
            seen.genders.setdefault(d.key, gender)
    elif d.kind is EntityKind.STATE:
        seen.states.append(d)
    else:
        (seen.organizations if d.how == "name" or d.key.startswith("org:") else seen.described).append(d)
    head = sent.tokens[d.head]
    if head.dep == "conj" and head.head in heads and d.kind is not EntityKind.PERSON:
        seen.pairs.append((heads[head.head], d))


def _rename(here: list[Draft], seen: _Seen) -> None:
    for d in here:
        if d.kind is EntityKind.PERSON and d.title:
            seen.titles.setdefault(title_key(d.title), []).append(d.key)


def _refer(t: Token, sent: Sentence, to: Draft, how: str, start: int | None = None) -> Draft:
    return replace(
        to, sentence=sent.index, start=t.i if start is None else start, end=t.i + 1, head=t.i, how=how, title=None, former=False, aliases=()
    )


def _quoted(sent: Sentence) -> set[int]:
    """Tokens inside quotation marks."""
    out, inside = set(), False
    for t in sent.tokens:
        if t.text in ("“", "``"):
            inside = True
        elif t.text in ("”", "''"):
            inside = False
        elif t.text == '"':
            inside = not inside
        elif inside:
            out.add(t.i)
    return out


def _ahead(t: Token, sent: Sentence, heads: dict[int, Draft]) -> list[Draft]:
    """As in "By signing her third treaty, Marin ended the dispute": a pronoun in a fronted phrase means the subject that follows."""
    if t.lower not in ("his", "her", "its", "their") and not (t.lower == "it" and _acts(t, sent)):
        return []
    subject = next((k for k in sent.kids(sent.root.i, "nsubj", "nsubjpass") if k.i > t.i), None)
    if subject is None or subject.i not in heads or not any(x.text == "," for x in sent.tokens[t.i : subject.i]):
        return []
    d = heads[subject.i]
    person = d.kind is EntityKind.PERSON
    fits = person if t.lower in ("his", "her") else not person and t.lower in ("its", "it")
    return [_refer(t, sent, d, "pronoun")] if fits else []


def _pronoun(t: Token, sent: Sentence, seen: _Seen, *, quoted: bool) -> list[Draft]:
    low = t.lower
    if low in _HE and not quoted:
        found = _person_for(t, sent, seen, _HE[low])
        return [_refer(t, sent, found, "pronoun")] if found else []
    if low in ("they", "their", "them", "themselves"):
        pair = _last_pair(t, sent, seen) if not quoted else None
        return [_refer(t, sent, d, "pronoun") for d in pair] if pair else []
    if low in ("its", "itself") or (low == "it" and t.dep == "nsubj" and (sent.tokens[t.head].lemma in _SAYING or _acts(t, sent))):
        found = None if quoted else _thing_for(t, sent, seen)
        return [_refer(t, sent, found, "pronoun")] if found else []
    return []


# Verbs of which only a state or body can be the subject, never a mere "it".
_ACTING = frozenset(
    "join invade attack bomb sign ratify impose lift withdraw deploy recognize recognise expel recall boycott adopt approve launch"
    " shell kidnap seize annex occupy release arrest suspend sever condemn veto refuse accuse sanction host invite send abandon"
    " ambush raid".split()
)


def _acts(t: Token, sent: Sentence) -> bool:
    return t.dep == "nsubj" and sent.tokens[t.head].lemma in _ACTING


def _person_for(t: Token, sent: Sentence, seen: _Seen, gender: str) -> Draft | None:
    """The subject named last in this sentence, else in the one before; None if two persons could be meant."""
    fit = [d for d in seen.persons if seen.genders.get(d.key, gender) == gender and d.role != "people" and sent.index - d.sentence <= 1]
    here = [d for d in fit if d.sentence == sent.index and d.head < t.i]
    before = [d for d in fit if d.sentence == sent.index - 1]
    if t.tag == "PRP" and t.dep not in ("nsubj", "nsubjpass"):
        # "Kim snubs him": an object is not its own clause's subject.
        rivals = {d.key for d in here if sent.tokens[d.head].dep in _SUBJECTS and sent.tokens[d.head].head == _clause(t, sent)}
        here = [d for d in here if d.key not in rivals]
        before = [d for d in before if d.key not in rivals]
    for group in (here, before):
        subjects = [d for d in group if (d.sentence, d.head) in seen.subjects]
        if len({d.key for d in group}) == 1:
            return group[-1]
        if len({d.key for d in subjects}) == 1 or (subjects and group is here):
            return subjects[-1]
        if group:
            return None
    return None


def _clause(t: Token, sent: Sentence) -> int:
    """The verb that a token hangs on."""
    for a in sent.ancestors(t.i):
        if a.pos in ("VERB", "AUX"):
            return a.i
    return -1


def _dep(sent: Sentence, i: int) -> str:
    t = sent.tokens[i]
    for _ in range(4):
        if t.dep not in ("conj", "appos") or t.head == t.i:
            break
        t = sent.tokens[t.head]
    return t.dep if t.dep != "pobj" or sent.tokens[t.head].dep != "agent" else "agent"


def _thing_for(t: Token, sent: Sentence, seen: _Seen) -> Draft | None:
    """The state or organisation that is the subject before the pronoun in its sentence, else the only one there."""
    things = [d for d in (*seen.states, *seen.organizations, *seen.described) if d.sentence == sent.index and d.head < t.i]
    if not things and t.lower == "it":
        # "It called on ...": the subject of the sentence before, if it was one body or state.
        things = [d for d in (*seen.states, *seen.organizations, *seen.described) if (d.sentence, d.head) in seen.subjects]
        things = [d for d in things if d.sentence == sent.index - 1 and (d.kind is not EntityKind.GROUP or d.code)]
        return things[-1] if len({d.key for d in things}) == 1 else None
    things = [d for d in things if d.kind is not EntityKind.GROUP or d.code]
    things.sort(key=lambda d: d.head)
    nouns = [k.i for k in sent.tokens[: t.i] if k.dep in ("nsubj", "nsubjpass") and k.pos in ("NOUN", "PROPN")]
    if nouns:
        whole = next((d for d in reversed(things) if d.head == nouns[-1]), None)
        # "The Syrian offensive ... its tanks": what has an adjective of state is that state's.
        return whole or next((d for d in things if d.kind is EntityKind.STATE and d.head in sent.children[nouns[-1]]), None)
    return things[-1] if things and len({d.key for d in things}) == 1 else None


def _last_pair(t: Token, sent: Sentence, seen: _Seen) -> tuple[Draft, Draft] | None:
    for pair in reversed(seen.pairs):
        if pair[1].sentence == sent.index and pair[1].head < t.i:
            return pair
        if pair[1].sentence < sent.index - 1:
            return None
        if pair[1].sentence == sent.index - 1 and t.dep in ("nsubj", "poss", "nsubjpass"):
            others = [k for k in sent.tokens[: t.i] if k.tag in ("NNS", "NNPS") and k.dep in ("nsubj", "nsubjpass")]
            return None if others else pair
    return None


def _definite(t: Token, sent: Sentence, seen: _Seen, home: str | None) -> list[Draft]:
    """As in "The president", "the ministry", "both countries" and the like."""
    lemma = singular(t)
    words = {k.lower for k in sent.kids(t.i, "det", "nummod", "predet", "amod", "compound")}
    start = min([t.i, *(k.i for k in sent.kids(t.i, "det", "nummod", "predet", "amod", "compound") if k.i < t.i)])
    if lemma in _PAIR_NOUNS and t.tag in ("NNS", "NNPS") and (words & {"both", "two"} or (lemma in _BARE_PAIRS and "the" in words)):
        return [_refer(t, sent, d, "nominal", start) for d in _two(sent, seen, lemma)]
    if "the" not in words or sent.kids(t.i, "poss", "relcl") or t.dep == "compound":
        return []
    complements = [o for k in sent.kids(t.i, "prep") if k.lower == "of" for o in sent.kids(k.i, "pobj")]
    # "Accused the government of theft", "the country of 10 million": neither tells whose.
    owned = bool(complements) and (lemma not in _STATE_NOUNS or any(o.pos in ("PROPN", "PRON") for o in complements))
    found = None if owned else _definite_one(lemma, t, words, sent, seen, home)
    return [_refer(t, sent, found, "nominal", start)] if found else []


_STATE_NOUNS = frozenset("country nation neighbour neighbor state government korea capital".split())


def _two(sent: Sentence, seen: _Seen, lemma: str) -> Iterator[Draft]:
    """The pair named last together, within three sentences; else the two states of the last sentences, if they are two."""
    if lemma == "korea":
        yield from (seen.by_key[k] for k in ("state:PRK", "state:KOR") if k in seen.by_key)
        return
    for a, b in reversed(seen.pairs):
        if sent.index - b.sentence > 3:
            break
        if a.key != b.key and (lemma not in _STATE_NOUNS or (a.kind is EntityKind.STATE and b.kind is EntityKind.STATE)):
            yield a
            yield b
            return
    near = [d for d in seen.states if sent.index - d.sentence <= 6]
    if lemma not in _STATE_NOUNS:
        near += [d for d in seen.organizations if d.code and sent.index - d.sentence <= 6 and d.role in _ARMED_KINDS]
    recent = Counter(d.key for d in near).most_common(3)
    if len(recent) == 2 or (len(recent) == 3 and recent[1][1] >= 2 * recent[2][1]):
        for key in sorted(k for k, _ in recent[:2]):
            yield seen.by_key[key]


_OTHER = frozenset("other second third neighbouring neighboring host first last only same entire whole former next".split())


def _definite_one(lemma: str, t: Token, words: set[str], sent: Sentence, seen: _Seen, home: str | None) -> Draft | None:
    plain = words <= {"the", lemma}
    if lemma in _PERSON_NOUNS and t.tag in ("NN", "NNP"):
        keys = list(dict.fromkeys(reversed(seen.titles.get(title_key(lemma), []))))
        return _bearer(keys[0], sent, seen) if len(keys) == 1 else None
    if lemma in ("country", "nation") and t.tag == "NN" and (plain or not words & _OTHER):
        return _last_state(sent, seen)
    if lemma in GOVERNMENT - {"state", "authority", "leadership", "republic"} and plain and home:
        return seen.by_key.get(f"state:{home}") or _state_of(home, t, sent)
    if lemma in _ARMED:
        armed = {d.key: d for d in seen.organizations if d.role in _ARMED_KINDS}
        if len(armed) == 1:
            return next(iter(armed.values()))
    if lemma in _BLOCS and t.tag in ("NN", "NNP"):
        blocs = {
            d.key: d for d in seen.organizations if d.role not in _ARMED_KINDS and sent.index - d.sentence <= 4 and d.role != "news_media"
        }
        if len(blocs) > 1:
            # "The council" is rather the Security Council than the African Union.
            blocs = {k: d for k, d in blocs.items() if lemma in " ".join((d.name, *d.aliases)).lower().split()}
        return next(iter(blocs.values())) if len(blocs) == 1 else None
    modifiers = words - {"the"}
    same = [d for d in seen.described if d.role == lemma and d.country and modifiers <= set(d.name.lower().split())]
    return same[-1] if same and len({d.country for d in same}) == 1 else None


def _state_of(iso3: str, t: Token, sent: Sentence) -> Draft:
    """The report's state where only its government is ever spoken of."""
    return Draft(
        sentence=sent.index, start=t.i, end=t.i + 1, head=t.i, kind=EntityKind.STATE, key=f"state:{iso3}", name=name_of(iso3),
        how="nominal", country=iso3, sector="GOV",
    )  # fmt: skip


def _bearer(key: str, sent: Sentence, seen: _Seen) -> Draft | None:
    """The only bearer of a title, if named within four sentences and no other state is spoken of in this one."""
    last = next((d for d in reversed(seen.persons) if d.key == key), None)
    if last is None or sent.index - last.sentence > 4:
        return None
    country = next((d.country for d in seen.persons if d.key == key and d.country), None)
    others = {d.country for d in seen.states if d.sentence == sent.index} - {country}
    return None if country and others else last


def _last_state(sent: Sentence, seen: _Seen) -> Draft | None:
    near = [d for d in seen.states if sent.index - d.sentence <= 1]
    here = [d for d in near if d.sentence == sent.index]
    for group in (here, near):
        keys = {d.key for d in group}
        if len(keys) == 1:
            return group[-1]
        subjects = {d.key for d in group if d.sentence == sent.index and _dep(sent, d.head) in _SUBJECTS}
        if len(subjects) == 1:
            return seen.by_key[next(iter(subjects))]
        if group:
            return None
    return None
