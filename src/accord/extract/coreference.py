"""Drafts of named actors -> drafts of pronouns and definite nouns that refer to them; only where one candidate is left."""

from __future__ import annotations

from accord.extract.definite_nouns import FORCES_OF_STATE, definite, state_at_war
from accord.extract.home import belongs_home, speaks_of_others
from accord.extract.mentions import Context, Draft
from accord.extract.referents import SUBJECTS, Seen, function_of, is_plural, refer
from accord.extract.titles import gender_of, title_key
from accord.knowledge.given_names import given_name_gender
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_SAYING = frozenset(
    "say add accuse announce deny claim warn urge call tell report confirm reject condemn insist argue describe note state declare"
    " demand threaten vow"
    " agree pledge promise offer refuse seek".split()
)


def find_references(ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """Drafts with how="pronoun" or "nominal", in order, with the key of what they refer to; `drafts` must be in order."""
    seen = Seen()
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        by_sentence.setdefault(d.sentence, []).append(d)
    home = ctx.home
    out: list[Draft] = []
    inside, block = False, -1
    for sent in ctx.parsed.sentences:
        here = by_sentence.get(sent.index, [])
        inside, block = inside and sent.block == block, sent.block
        quoted, inside = _quoted(sent, inside=inside)
        seen.quoted.update((sent.index, i) for i in quoted)
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
                found = definite(t, sent, seen, home)
            else:
                continue
            out += found
            if len(found) == 2 and found[0].how == "nominal":
                seen.pairs.append((found[0], found[1]))
            if len(found) == 1 and found[0].kind is not EntityKind.STATE:
                _note(found[0], sent, seen, heads)
        _rename(here, seen)
        seen.forget()
    _own(drafts, out, ctx)
    return out


def _own(drafts: list[Draft], references: list[Draft], ctx: Context) -> None:
    """As in "its envoys" and "his soldiers": who is owned by a pronoun belongs to whom that stands for."""
    at: dict[tuple[int, int], set[str]] = {}
    for d in references:
        if d.how == "pronoun":
            at.setdefault((d.sentence, d.head), set()).add(d.key)
    countries = {d.key: d.country for d in drafts if d.country}
    codes = {d.key: (d.code, d.aliases) for d in drafts if d.code and d.key.startswith("org:")}
    for d in drafts:
        if d.how != "nominal" or d.country or ":None:" not in d.key:
            continue
        mine = [at.get((d.sentence, k.i), set()) for k in ctx.parsed.sentences[d.sentence].kids(d.head, "poss")]
        if len(mine) != 1 or len(mine[0]) != 1:
            continue
        owner = next(iter(mine[0]))
        code, aliases = codes.get(owner, (None, ()))
        if owner in countries:
            d.country, d.key = countries[owner], d.key.replace(":None:", f":{countries[owner]}:")
        elif code:
            d.key, d.aliases = d.key.replace(":None:", f":{code}:"), (*d.aliases, *(a for a in aliases if a == code))


def _settle(d: Draft, t: Token, sent: Sentence, seen: Seen, home: str | None, *, elsewhere: bool) -> list[Draft]:
    """A described actor without owner ("the rebels", "the army") becomes the one that it refers to, or gets the report's state.

    Returns:
        A draft for the second party where it refers to a pair ("the neighbours"), else none.
    """
    if d.how != "nominal" or d.country or ":None:" not in d.key:
        return []
    found = [f for f in definite(t, sent, seen, home) if f.key != d.key]
    if found:
        to = found[0]
        if len(found) > 1:
            d.start = min(d.start, to.start)
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
    else:
        state = home if not elsewhere else None
        state = state or (state_at_war(sent, seen) if d.role in FORCES_OF_STATE else None)
        if state and belongs_home(d, sent, state):
            d.country, d.key = state, d.key.replace(":None:", f":{state}:")
    return found[1:]


def _note(d: Draft, sent: Sentence, seen: Seen, heads: dict[int, Draft]) -> None:
    seen.by_key.setdefault(d.key, d)
    if function_of(sent, d.head) in SUBJECTS:
        seen.subjects.add((d.sentence, d.head))
        if sent.tokens[d.head].head == sent.root.i:
            seen.main_subjects.add((d.sentence, d.head))
    if d.kind is EntityKind.PERSON:
        seen.persons.append(d)
        beside = {t.lower for t in sent.tokens[max(0, d.start - 2) : d.start]}
        gender = gender_of(set((d.title or "").split()) | beside) or _gender_of_name(d)
        if gender:
            seen.genders.setdefault(d.key, gender)
    elif d.kind is EntityKind.STATE:
        seen.states.append(d)
    else:
        (seen.organizations if d.how == "name" or d.key.startswith("org:") else seen.described).append(d)
    head = sent.tokens[d.head]
    if head.dep == "conj" and head.head in heads and d.kind is not EntityKind.PERSON:
        seen.pairs.append((heads[head.head], d))


def _gender_of_name(d: Draft) -> str | None:
    """By the given name, which in a name of two words and more stands first, and is all that news write of some."""
    return given_name_gender(d.name.split()[0])


def _rename(here: list[Draft], seen: Seen) -> None:
    for d in here:
        if d.kind is EntityKind.PERSON and d.title:
            seen.titles.setdefault(title_key(d.title), []).append(d.key)


def _quoted(sent: Sentence, *, inside: bool) -> tuple[set[int], bool]:
    """Tokens inside quotation marks, and whether a quotation is still open at the end; `inside` tells whether one was at the start."""
    out = set()
    for t in sent.tokens:
        if t.text in ("“", "``"):
            inside = True
        elif t.text == "”":
            inside = False
        elif t.text in ('"', "''"):
            # Some papers write two strokes at both ends.
            inside = not inside
        elif inside:
            out.add(t.i)
    return out, inside


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
    return [refer(t, sent, d, "pronoun")] if fits else []


def _pronoun(t: Token, sent: Sentence, seen: Seen, *, quoted: bool) -> list[Draft]:
    low = t.lower
    if quoted:
        return []
    if low in _HE:
        found = _person_for(t, sent, seen, _HE[low])
        return [refer(t, sent, found, "pronoun")] if found else []
    if low in ("they", "their", "them", "themselves"):
        pair = _last_pair(t, sent, seen)
        many = None if pair else _many_for(t, sent, seen)
        return [refer(t, sent, d, "pronoun") for d in pair or ((many,) if many else ())]
    if low in ("its", "itself") or (low == "it" and t.dep in ("nsubj", "nsubjpass") and not _is_empty(t, sent)):
        found = _thing_for(t, sent, seen)
        return [refer(t, sent, found, "pronoun")] if found else []
    return []


# Verbs of which only a state or body can be the subject, never a mere "it".
_ACTING = frozenset(
    "join invade attack bomb sign ratify impose lift withdraw deploy recognize recognise expel recall boycott adopt approve launch"
    " shell kidnap seize annex occupy release arrest suspend sever condemn veto refuse accuse sanction host invite send abandon"
    " ambush raid".split()
)
# "It seems", "it rains", "it takes", "it turned out": nobody is meant.
_EMPTY = frozenset("seem appear happen turn rain snow matter take follow emerge transpire depend help hurt remain become feel cost".split())


def _acts(t: Token, sent: Sentence) -> bool:
    return t.dep == "nsubj" and sent.tokens[t.head].lemma in _ACTING


def _is_empty(t: Token, sent: Sentence) -> bool:
    """Whether "it" stands for a clause or for nobody ("it is clear that", "it was feared", "it seems"), not for somebody."""
    verb = sent.tokens[t.head]
    if verb.lemma == "be" or verb.pos != "VERB" or verb.lemma in _EMPTY:
        return True
    return t.dep == "nsubjpass" and any(k.dep in ("ccomp", "xcomp", "csubj") for k in sent.kids(verb.i))


def _person_for(t: Token, sent: Sentence, seen: Seen, gender: str) -> Draft | None:
    """The subject named last in this sentence, else in the one before; None if two persons could be meant."""
    # Whom a quotation names is rarely the one that speaks on behind it.
    told = [d for d in seen.persons if (d.sentence, d.head) not in seen.quoted]
    fit = [d for d in told if seen.genders.get(d.key, gender) == gender and d.role != "people" and sent.index - d.sentence <= 1]
    here = [d for d in fit if d.sentence == sent.index and d.head < t.i]
    before = [d for d in fit if d.sentence == sent.index - 1]
    if t.tag == "PRP" and t.dep not in ("nsubj", "nsubjpass"):
        # "Kim snubs him": an object is not its own clause's subject.
        rivals = {d.key for d in here if sent.tokens[d.head].dep in SUBJECTS and sent.tokens[d.head].head == _clause(t, sent)}
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


def _thing_for(t: Token, sent: Sentence, seen: Seen) -> Draft | None:
    """The state or organisation that is the subject before the pronoun in its sentence, else the only one there."""
    things = [d for d in seen.things() if d.sentence == sent.index and d.head < t.i]
    if not things and t.lower == "it":
        # "It called on ...": the subject of the sentence before, if it was one body or state.
        strong = sent.tokens[t.head].lemma in _SAYING or _acts(t, sent)
        things = [d for d in seen.things() if strong and (d.sentence, d.head) in seen.subjects]
        things = [d for d in things if d.sentence == sent.index - 1 and (d.kind is not EntityKind.GROUP or d.code)]
        return things[-1] if len({d.key for d in things}) == 1 else None
    things = [d for d in things if d.kind is not EntityKind.GROUP or d.code]
    things.sort(key=lambda d: d.head)
    nouns = [k.i for k in sent.tokens[: t.i] if k.dep in ("nsubj", "nsubjpass") and k.pos in ("NOUN", "PROPN")]
    if t.lower == "it" and len({d.key for d in things}) > 1 and sent.tokens[t.head].dep not in ("ccomp", "conj", "xcomp"):
        # "Lima expelled Quito's envoy after it moved troops": either may have moved them.
        return None
    if nouns:
        whole = next((d for d in reversed(things) if d.head == nouns[-1]), None)
        # "The Syrian offensive ... its tanks": what has an adjective of state is that state's.
        return whole or next((d for d in things if d.kind is EntityKind.STATE and d.head in sent.children[nouns[-1]]), None)
    return things[-1] if things and t.lower != "it" and len({d.key for d in things}) == 1 else None


def _many_for(t: Token, sent: Sentence, seen: Seen) -> Draft | None:
    """The group or body that is the subject before "they" in its sentence; else the only group that the sentence before is about."""
    subjects = [k.i for k in sent.tokens[: t.i] if k.dep in ("nsubj", "nsubjpass") and k.pos in ("NOUN", "PROPN", "PRON")]
    if subjects:
        here = [d for d in (*seen.organizations, *seen.described) if d.sentence == sent.index and d.head == subjects[-1]]
        # "Boeing said they": a body is many only where nobody else in the sentence is.
        alone = not any(sent.tokens[i].tag in ("NNS", "NNPS") or sent.tokens[i].lower in ("they", "we") for i in subjects)
        return next((d for d in here if is_plural(d, sent) or (d.code and alone and t.lower != "them")), None)
    if t.dep not in ("nsubj", "nsubjpass", "poss"):
        return None
    before = [d for d in (*seen.organizations, *seen.described) if d.sentence == sent.index - 1 and d.kind is EntityKind.GROUP]
    mains = {d.key: d for d in before if (d.sentence, d.head) in seen.main_subjects}
    return next(iter(mains.values())) if len(mains) == 1 and len({d.key for d in before}) == 1 else None


def _last_pair(t: Token, sent: Sentence, seen: Seen) -> tuple[Draft, Draft] | None:
    for pair in reversed(seen.pairs):
        if pair[1].sentence == sent.index and pair[1].head < t.i:
            return pair
        if pair[1].sentence < sent.index - 1:
            return None
        if pair[1].sentence == sent.index - 1 and t.dep in ("nsubj", "poss", "nsubjpass"):
            others = [k for k in sent.tokens[: t.i] if k.tag in ("NNS", "NNPS") and k.dep in ("nsubj", "nsubjpass")]
            return None if others else pair
    return None
