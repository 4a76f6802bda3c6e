"""One report's totals and the parts that it lists -> claims whose parts do not fit their total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model.authority import authority_of
from accord.model.reading import Quantity, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span, cover
from accord.model.story import FindingValue
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.drafts import Draft

RULE = "compare.totals"
_SLACK = 1.02  # rounded parts may exceed their total by a little
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty"
).split()
_TENS = {w: 10 * n for n, w in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
_TIME_UNITS = frozenset(
    "percent % per cent year month week day hour minute second o'clock am pm a.m. p.m. january february march april june july august"
    " september october november december degree point dollar euro pound".split()
)
_WITHIN = frozenset("them whom these those which".split())
_BEFORE_PART = frozenset(", and while but ; another whereas the other only some as -- – —".split())
_AFTER_PART = frozenset(
    "in on at to with from were are was is have had has lie lay by for still more other others of remain and , ; .".split()
)
_PERSONS = frozenset(
    "person people man woman child civilian soldier policeman officer victim passenger member resident worker student farmer villager"
    " guard bodyguard hostage tourist foreigner casualty crew individual employee official fighter rebel militant citizen".split()
)
_OPEN_LISTS = frozenset("including include among notably e.g. example like".split())
_LONGEST = 60


def parts_against_totals(reading: Reading) -> Iterator[Draft]:
    """Drafts by sentence: sums after a colon, "of the N, A and B", closed lists of persons."""
    by_sentence: dict[int, list[Quantity]] = {}
    for q in reading.quantities:
        if q.exact is not None and not q.ordinal and q.currency is None:
            by_sentence.setdefault(q.sentence, []).append(q)
    for index in range(len(reading.sentences)):
        found = sorted(by_sentence.get(index, []), key=lambda q: q.span)
        sentence = reading.sentences[index]
        for rule in (_after_colon, _of_total, _closed_list):
            draft = rule(reading, sentence, found)
            if draft is not None:
                yield draft
                break


@dataclass(frozen=True, slots=True)
class _Sum:
    total: float
    parts: tuple[float, ...]
    span: Span
    aspect: Aspect


def _draft(reading: Reading, s: _Sum) -> Draft:
    listed = sum(s.parts)
    said = " + ".join(f"{p:,.0f}" for p in s.parts)
    more = "more" if listed > s.total else "fewer"
    value = FindingValue(
        report_id=reading.report.id, span=s.span, value=f"{s.total:,.0f} = {said}?", authority=authority_of(reading, s.span)
    )  # fmt: skip
    return Draft(
        relation=Relation.INCOHERENT, aspect=s.aspect, subject=f"parts {'larger than' if listed > s.total else 'short of'} their total",
        values=(value,), explanation=f"The parts add up to {listed:,.0f}, {more} than the total of {s.total:,.0f}.", score=0.8, rule=RULE,
    )  # fmt: skip


def _aspect(q: Quantity | None) -> Aspect:
    effect = q.effect if q is not None else None
    return {"killed": Aspect.COUNT_KILLED, "injured": Aspect.COUNT_INJURED}.get(effect or "", Aspect.COUNT_OTHER)


# --- sums after a colon


def _after_colon(reading: Reading, sentence: Sentence, ordered: Sequence[Quantity]) -> Draft | None:
    if len(ordered) < 3:
        return None
    colon = next((t for t in sentence if t.text in (":", "--", "–", "—") and ordered[0].span.end <= t.start), None)
    if colon is None:
        return None
    totals = [q for q in ordered if q.span.end <= colon.start]
    parts = [q for q in ordered if q.span.start >= colon.end]
    if len(totals) != 1 or len(parts) < 2 or not _of_one_kind(totals[0], parts):
        return None
    total_q, total = totals[0], totals[0].exact or 0
    values = tuple(q.exact or 0 for q in parts)
    if max(values) < total and sum(values) > total * _SLACK and total_q.high is not None:
        return _draft(reading, _Sum(total, values, cover([total_q.span, *(q.span for q in parts)]), _aspect(total_q)))
    return None


def _of_one_kind(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Shares of one total: each part of its size and counted in its unit, or in none of its own."""
    value = total.exact or 0
    if not all(value / 200 <= (q.exact or 0) for q in parts):
        return False
    unit = total.unit.split()[0] if total.unit else ""
    same = [q for q in parts if unit and q.unit.split()[:1] == [unit]]
    return bool(same) or total.effect is not None


# --- shares of a total


def number(t: Token) -> float | None:
    """Value of a number of one word; None for ordinals, years by their look, and anything else."""
    low = t.lower.replace(",", "")
    if low in _SMALL:
        return float(_SMALL.index(low))
    if low in _TENS:
        return float(_TENS[low])
    return float(low) if low.isdigit() and t.pos in ("NUM", "NOUN", "PROPN", "ADJ", "X") and len(low) < 8 else None


def _of_total(reading: Reading, sentence: Sentence, found: Sequence[Quantity]) -> Draft | None:
    tokens = sentence.tokens
    for t in tokens[:-4]:
        if t.lower != "of" or (t.i and tokens[t.i - 1].pos not in ("PUNCT", "CCONJ", "SCONJ") and tokens[t.i - 1].lower != "that"):
            continue
        start = t.i + 1 + (tokens[t.i + 1].lower in ("the", "these", "those", "all", "its", "some", "about"))
        total = number(tokens[start])
        comma = next((k for k in tokens[start + 1 : start + 16] if k.text == ","), None)
        if total is None or total < 3 or comma is None or not _is_count(tokens, start):
            continue
        unit = tokens[start + 1].lemma.lower() if tokens[start + 1].pos in ("NOUN", "PROPN") else None
        parts = list(_parts(tokens, comma.i + 1, unit))
        values = tuple(v for _, v in parts)
        if len(values) >= 2 and max(values) < total and sum(values) > total * _SLACK:
            span = cover([t.span, *(k.span for k, _ in parts)])
            total_q = next((q for q in reading.quantities if q.exact == total and q.effect), None)
            return _draft(reading, _Sum(total, values, span, _aspect(total_q)))
    return None


def _is_count(tokens: Sequence[Token], i: int) -> bool:
    after = {k.lemma.lower() for k in tokens[i + 1 : i + 3]}
    return (
        not after & _TIME_UNITS and tokens[i - 1].text not in ("$", "€", "£") and tokens[i].ner not in ("DATE", "TIME", "PERCENT", "MONEY")
    )


def _parts(tokens: Sequence[Token], start: int, unit: str | None) -> Iterator[tuple[Token, float]]:
    """Numbers that begin a clause or a list item after the comma and count the same things."""
    for k in tokens[start : start + _LONGEST]:
        if k.text in (";", "(", ":") or k.lower in _OPEN_LISTS:
            return
        value = number(k)
        if value is None or not _is_count(tokens, k.i) or k.i + 1 >= len(tokens):
            continue
        before = tokens[k.i - 1]
        after = tokens[k.i + 1]
        if before.lower not in _BEFORE_PART:
            continue
        if after.lower == "of" and k.i + 2 < len(tokens) and tokens[k.i + 2].lower in _WITHIN:
            return
        same = unit is not None and after.lemma.lower() == unit
        if same or after.lower in _AFTER_PART or after.pos in ("VERB", "AUX") or after.lemma.lower() in _PERSONS:
            yield k, value
        elif after.pos in ("NOUN", "PROPN", "ADJ"):
            return


# --- closed lists of persons


def _closed_list(reading: Reading, sentence: Sentence, found: Sequence[Quantity]) -> Draft | None:
    colon = next((t for t in sentence if t.text in (":", "--", "–", "—")), None)
    if colon is None or colon.i + 3 >= len(sentence.tokens):
        return None
    totals = [q for q in found if q.span.end <= colon.start and q.low == q.high and not q.approximate]
    if len(totals) != 1 or (totals[0].exact or 0) > 30 or totals[0].unit.split(" ")[0] not in _PERSONS:
        return None
    items = _items(sentence.tokens[colon.i + 1 :])
    if items is None or len(items) < 2:
        return None
    values = tuple(v for _, v in items)
    total = totals[0].exact or 0
    if sum(values) == total or max(values) >= total:
        return None
    return _draft(reading, _Sum(total, values, cover([totals[0].span, *(t.span for t, _ in items)]), _aspect(totals[0])))


def _items(tokens: Sequence[Token]) -> list[tuple[Token, float]] | None:
    """Heads and numbers of a list of described persons that "and" closes; None for a list that nobody can count."""
    out: list[tuple[Token, float]] = []
    closed = False
    words: list[Token] = []
    for t in [*tokens, None]:
        stop = t is None or t.text in (".", ";", "[", "(", "--", "–", "—", ":") or t.lower in ("who", "which", "whose", "when", "while")
        if t is not None and not stop and t.text != "," and t.lower != "and":
            words.append(t)
            continue
        if words:
            item = _item(words)
            if item is None:
                return None
            out.append(item)
            words = []
            if closed:
                break
        if stop or t is None:
            break
        closed = closed or t.lower == "and"
    return out if closed else None


def _item(words: Sequence[Token]) -> tuple[Token, float] | None:
    """Head and number of "two guards", "the driver", "a farm labourer"; None for names, plain plurals and clauses."""
    cut = next((n for n, k in enumerate(words) if k.pos in ("ADP", "VERB", "AUX", "SCONJ") and n), len(words))
    phrase = words[:cut]
    if not phrase or any(k.lower in _OPEN_LISTS for k in words) or any(k.pos in ("VERB", "AUX") for k in words):
        return None
    nouns = [k for k in phrase if k.pos in ("NOUN", "PROPN")]
    if not nouns or any(k.ner == "PERSON" for k in phrase):
        return None
    counts = [v for k in phrase[:-1] if (v := number(k)) is not None]
    head = nouns[-1]
    if counts:
        return (head, counts[0]) if len(counts) == 1 and number(phrase[0]) is not None else None
    single = phrase[0].lower in ("a", "an", "the", "one", "his", "her", "their", "another") and head.tag in ("NN", "NNP")
    return (head, 1.0) if single else None
