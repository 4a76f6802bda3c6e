"""Holders of offices of the last century and heads of organisations -> those whom a report names in office out of their time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

from accord.knowledge.states import name_of
from accord.model.authority import authority_of
from accord.model.reading import Entity, Mention, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import cover
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, DateBasis, EntityKind, Relation
from accord.reconcile.drafts import Draft

RULE = "compare.offices"
# The table gives months; reports are dated to within days.
IsHistory = Callable[[Reading, Sentence, Mention, tuple[date, date]], bool]
_MARGIN = timedelta(days=45)
_ORGANISATIONS = {
    "UN": "united nations u.n. un u.n", "NATO": "nato atlantic", "EU": "european commission eu brussels", "IAEA": "atomic iaea",
    "OAS": "oas american o.a.s.", "LAS": "arab league", "WB": "world bank", "IMF": "imf monetary fund", "WHO": "health who",
    "OAU": "african unity oau",
}  # fmt: skip
_PAST = frozenset(
    "former then ex late ousted deposed outgoing predecessor successor era legacy under memory since ago previously once formerly overthrow"
    " overthrown coup assassination assassinate funeral death dead tenure reign succeed replace resign oust topple last exile past during"
    " regime trial try acting elect candidate future next incoming designate library airport avenue foundation honor honour statue".split()
)
_HEADS = ("UN", "NATO", "EU", "IAEA", "OAS", "LAS", "WB", "IMF", "WHO", "OAU")


@dataclass(frozen=True, slots=True)
class _Holder:
    name: str
    words: frozenset[str]
    owner: str
    office: str
    since: date
    until: date


def _fold(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text.lower().replace("-", " "))
    return frozenset("".join(c for c in plain if c.isalnum() or c == " ").split())


@cache
def _holders() -> Mapping[str, tuple[_Holder, ...]]:
    """By last word of the name."""
    text = resources.files("accord.knowledge").joinpath("data", "past_holders.tsv").read_text(encoding="utf-8")
    out: dict[str, list[_Holder]] = {}
    for line in text.splitlines()[1:]:
        name, owner, office, since, until = line.split("\t")
        row = _Holder(name, _fold(name), owner, office, date.fromisoformat(f"{since}-01"), date.fromisoformat(f"{until}-28"))
        for word in row.words:
            out.setdefault(word, []).append(row)
    return {k: tuple(v) for k, v in out.items()}


def past_holders(reading: Reading, is_history: IsHistory) -> Iterator[Draft]:
    """An anachronism for each person of the table whom the report names in that office outside the term.

    Args:
        reading: The report; one whose day is not known says nothing.
        is_history: Whether the sentence of a mention may tell of the past.
    """
    p = reading.published
    if p.basis == DateBasis.UNKNOWN or not p.earliest or not p.latest:
        return
    try:
        first, last = date.fromisoformat(p.earliest[:10]), date.fromisoformat(p.latest[:10])
    except ValueError:
        return
    for entity in reading.entities:
        if entity.kind != EntityKind.PERSON or entity.anonymous or any(m.former for m in entity.mentions):
            continue
        rows = [h for h in _same_name(entity.name) if entity.country in (None, h.owner) or h.owner in _HEADS]
        for m in entity.mentions:
            hit = next((h for h in rows if m.how == "name" and _is_titled(reading, entity, m, h)), None)
            terms = [h for h in rows if hit is not None and h.owner == hit.owner]
            out = hit is not None and all(h.until + _MARGIN < first or h.since - _MARGIN > last for h in terms)
            if hit is not None and out and (not entity.offices or hit.owner in _HEADS):
                sentence = reading.sentences[m.sentence]
                if not _is_history(sentence) and not is_history(reading, sentence, m, (first, last)):
                    yield _draft(reading, sentence, m, hit)
                    break


def _same_name(name: str) -> list[_Holder]:
    words = _fold(name)
    found = {h.name + h.owner: h for w in words for h in _holders().get(w, ()) if len(h.words & words) >= 2}
    return [h for h in found.values() if h.words <= words or words <= h.words]


def _is_titled(reading: Reading, entity: Entity, m: Mention, h: _Holder) -> bool:
    """Whether the office stands before the name as a title, or behind it in apposition, with its owner if that is an organisation."""
    sentence = reading.sentences[m.sentence]
    tokens = sentence.covering(m.span)
    if not tokens:
        return False
    begin, end = tokens[0].i, tokens[-1].i
    before = " ".join(t.lower for t in sentence.tokens[max(0, begin - 8) : begin + len(tokens)])
    behind = " ".join(t.lower for t in sentence.tokens[end + 1 : end + 11]) if _is_apposed(sentence, end) else ""
    office = h.office.replace("-", " ")
    texts = [x.replace(" - ", " ").replace("-", " ") for x in (f"{before} {m.title or ''}", behind)]
    titled = [x for x in texts if office in x and not {"vice", "deputy", "under", "assistant"} & set(x.split())]
    if h.owner in _HEADS:
        return any(set(_ORGANISATIONS[h.owner].split()) & set(x.split()) for x in titled)
    if not titled or (office not in (m.title or "").lower() and not (behind and office in texts[1])):
        return False
    return entity.country == h.owner or any(e.country == h.owner for e in reading.entities if e.kind == EntityKind.STATE)


def _is_apposed(sentence: Sentence, end: int) -> bool:
    rest = sentence.tokens[end + 1 : end + 3]
    return len(rest) == 2 and rest[0].text == "," and rest[1].lower in ("the", "president", "secretary", "head", "chief", "prime")


def _is_history(sentence: Sentence) -> bool:
    if {t.lower for t in sentence} & _PAST or {t.lemma.lower() for t in sentence} & _PAST:
        return True
    return any(_is_pluperfect(sentence, t) for t in sentence if t.pos == "VERB")


def _is_pluperfect(sentence: Sentence, verb: Token) -> bool:
    return any(k.lower == "had" for k in sentence.kids(verb.i, "aux"))


def _draft(reading: Reading, sentence: Sentence, m: Mention, h: _Holder) -> Draft:
    owner = h.owner if h.owner in _HEADS else name_of(h.owner)
    before = [k.span for k in sentence.kids(m.head) if k.dep in ("compound", "nmod", "amod") and k.start >= m.span.start - 60]
    behind = [k.span for k in sentence.kids(m.head, "appos")]
    span = cover([m.span, *before, *behind])
    value = FindingValue(report_id=reading.report.id, span=span, value=h.name, authority=authority_of(reading, span))
    return Draft(
        relation=Relation.ANACHRONISM, aspect=Aspect.OFFICE, subject=f"{h.office} of {owner}", values=(value,),
        explanation=f"{h.name} was {h.office} of {owner} from {h.since:%B %Y} to {h.until:%B %Y}.", score=0.8, rule=RULE,
    )  # fmt: skip
