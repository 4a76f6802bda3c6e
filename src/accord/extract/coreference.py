"""Drafts of named actors -> drafts of pronouns and definite nouns that refer to them; only where one candidate is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from accord.extract.mentions import Context, Draft
from accord.extract.nominals import GOVERNMENT, singular
from accord.extract.titles import gender_of, title_key
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import EntityKind

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_SAYING = frozenset(
    "say add accuse announce deny claim warn urge call tell report confirm reject condemn insist argue describe note state declare demand threaten vow"
    " agree pledge promise offer refuse seek".split()
)
_PAIR_NOUNS = frozenset("country nation side neighbour neighbor state government party power capital rival foe ally korea korean leader".split())
_ARMED = frozenset("rebel guerrilla insurgent militant fighter militia jihadist group movement organization organisation".split())
_BLOCS = frozenset("bloc alliance organization organisation group body union council commission agency forum".split())
_ARMED_KINDS = frozenset({"armed_group", "militia", "criminal_group", "political_movement"})
_PERSON_NOUNS = frozenset(
    "president premier chancellor minister leader king queen emperor prince pope secretary governor mayor ambassador envoy speaker chief head chairman"
    " commander spokesman spokeswoman spokesperson director commissioner representative negotiator general official fellow researcher analyst expert"
    " professor senator lawmaker diplomat candidate judge lawyer activist author economist historian officer colonel captain sheriff".split()
)


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


def find_references(ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """Drafts with how="pronoun" or "nominal", in order, with the key of what they refer to; `drafts` must be in order."""
    seen = _Seen()
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        by_sentence.setdefault(d.sentence, []).append(d)
    home = _home_state(drafts, ctx)
    out: list[Draft] = []
    for sent in ctx.parsed.sentences:
        here = by_sentence.get(sent.index, [])
        quoted = _quoted(sent)
        heads = {d.head: d for d in here}
        for t in sent.tokens:
            if t.i in heads:
                _note(heads[t.i], sent, seen, heads)
            elif t.tag in ("PRP", "PRP$"):
                out += _pronoun(t, sent, seen, quoted=t.i in quoted)
            elif t.pos in ("NOUN", "PROPN"):
                out += _definite(t, sent, seen, home)
        _rename(here, seen)
    return out


def _note(d: Draft, sent: Sentence, seen: _Seen, heads: dict[int, Draft]) -> None:
    seen.by_key.setdefault(d.key, d)
    if d.kind is EntityKind.PERSON:
        seen.persons.append(d)
        words = set((d.title or "").split()) | {t.lower for t in sent.tokens[max(0, d.start - 2) : d.start]}
        gender = gender_of(words)
        if gender:
            seen.genders.setdefault(d.key, gender)
    elif d.kind is EntityKind.STATE:
        seen.states.append(d)
    else:
        (seen.organizations if d.how == "name" else seen.described).append(d)
    head = sent.tokens[d.head]
    if head.dep == "conj" and head.head in heads and d.kind is not EntityKind.PERSON:
        seen.pairs.append((heads[head.head], d))


def _rename(here: list[Draft], seen: _Seen) -> None:
    for d in here:
        if d.kind is EntityKind.PERSON and d.title:
            seen.titles.setdefault(title_key(d.title), []).append(d.key)


def _refer(t: Token, sent: Sentence, to: Draft, how: str, start: int | None = None) -> Draft:
    return replace(to, sentence=sent.index, start=t.i if start is None else start, end=t.i + 1, head=t.i, how=how, title=None, former=False, aliases=())


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


def _pronoun(t: Token, sent: Sentence, seen: _Seen, *, quoted: bool) -> list[Draft]:
    low = t.lower
    if low in _HE and not quoted:
        found = _person_for(t, sent, seen, _HE[low])
        return [_refer(t, sent, found, "pronoun")] if found else []
    if low in ("they", "their", "them", "themselves"):
        pair = _last_pair(t, sent, seen) if not quoted else None
        return [_refer(t, sent, d, "pronoun") for d in pair] if pair else []
    if low in ("its", "itself") or (low == "it" and t.dep == "nsubj" and sent.tokens[t.head].lemma in _SAYING):
        found = None if quoted else _thing_for(t, sent, seen)
        return [_refer(t, sent, found, "pronoun")] if found else []
    return []


def _person_for(t: Token, sent: Sentence, seen: _Seen, gender: str) -> Draft | None:
    """The subject named last in this sentence, else in the one before; None if two persons could be meant."""
    fit = [d for d in seen.persons if seen.genders.get(d.key, gender) == gender and not (d.kind is EntityKind.PERSON and d.role == "people")]
    here = [d for d in fit if d.sentence == sent.index and d.head < t.i]
    before = [d for d in fit if d.sentence == sent.index - 1]
    for group in (here, before):
        subjects = [d for d in group if _is_subject(d, sent if d.sentence == sent.index else None, seen)]
        keys = {d.key for d in group}
        if len(keys) == 1:
            return group[-1]
        if subjects:
            main = {d.key for d in subjects}
            return subjects[-1] if len(main) == 1 or group is here else None
        if group:
            return None
    return None


def _is_subject(d: Draft, sent: Sentence | None, seen: _Seen) -> bool:
    return bool(d.role == "subject" or (sent is not None and _dep(sent, d.head) in _SUBJECTS) or (sent is None and d.aliases == ("subject",)))


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
    things = [d for d in things if d.kind is not EntityKind.GROUP or d.code]
    things.sort(key=lambda d: d.head)
    subjects = [d for d in things if _dep(sent, d.head) in _SUBJECTS]
    if subjects:
        return subjects[-1]
    nouns = [k for k in sent.tokens[: t.i] if k.dep in ("nsubj", "nsubjpass") and k.pos in ("NOUN", "PROPN")]
    return things[-1] if things and not nouns and len({d.key for d in things}) == 1 else None


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
    """ "The president", "the ministry", "both countries" and the like."""
    lemma = singular(t)
    words = {k.lower for k in sent.kids(t.i, "det", "nummod", "predet", "amod", "compound")}
    start = min([t.i, *(k.i for k in sent.kids(t.i, "det", "nummod", "predet", "amod", "compound") if k.i < t.i)])
    if lemma in _PAIR_NOUNS and t.tag in ("NNS", "NNPS") and (words & {"both", "two"}):
        return [_refer(t, sent, d, "nominal", start) for d in _two(sent, seen, lemma)]
    if "the" not in words or sent.kids(t.i, "poss", "relcl") or t.dep == "compound":
        return []
    owned = any(k.lower == "of" for k in sent.kids(t.i, "prep"))
    found = None if owned else _definite_one(lemma, t, words, sent, seen, home)
    return [_refer(t, sent, found, "nominal", start)] if found else []


def _two(sent: Sentence, seen: _Seen, lemma: str) -> Iterator[Draft]:
    """The pair named last together, within three sentences; else the two states of the report so far, if they are two."""
    kinds = (EntityKind.STATE,) if lemma in ("country", "nation", "neighbour", "neighbor", "state", "government", "korea", "capital") else None
    for a, b in reversed(seen.pairs):
        if sent.index - b.sentence > 3:
            break
        if kinds is None or (a.kind in kinds and b.kind in kinds):
            yield a
            yield b
            return
    if kinds is None:
        return
    recent = Counter(d.key for d in seen.states if sent.index - d.sentence <= 6)
    if len(recent) == 2:
        for key in sorted(recent):
            yield seen.by_key[key]


def _definite_one(lemma: str, t: Token, words: set[str], sent: Sentence, seen: _Seen, home: str | None) -> Draft | None:
    plain = words <= {"the", lemma}
    if lemma in _PERSON_NOUNS and t.tag in ("NN", "NNP"):
        keys = list(dict.fromkeys(reversed(seen.titles.get(title_key(lemma), []))))
        return seen.by_key.get(keys[0]) if len(keys) == 1 else None
    if lemma == "country" and plain and t.tag == "NN":
        return _last_state(sent, seen)
    if lemma in GOVERNMENT - {"state", "authority", "leadership", "republic"} and plain and home:
        return seen.by_key.get(f"state:{home}")
    if lemma in _ARMED:
        armed = {d.key: d for d in seen.organizations if d.role in _ARMED_KINDS}
        if len(armed) == 1:
            return next(iter(armed.values()))
    if lemma in _BLOCS and t.tag in ("NN", "NNP"):
        blocs = {d.key: d for d in seen.organizations if d.role not in _ARMED_KINDS and sent.index - d.sentence <= 4 and d.role != "news_media"}
        return next(iter(blocs.values())) if len(blocs) == 1 else None
    same = [d for d in seen.described if d.role == lemma and d.country]
    return same[-1] if same and len({d.country for d in same}) == 1 else None


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


def _home_state(drafts: list[Draft], ctx: Context) -> str | None:
    """The state that the report is about: named at least twice as often as any other. "The government" is its government."""
    counts = Counter(d.country for d in drafts if d.country)
    top = counts.most_common(2)
    if not top:
        return None
    return top[0][0] if len(top) == 1 or top[0][1] >= 2 * top[1][1] else None
