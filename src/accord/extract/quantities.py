"""Sentences -> counts and measures as ranges, with what is counted and what befell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.extract import quantity_tables as tables
from accord.extract.effects import Effect, effects_in, find_effect
from accord.extract.numbers import MONTH_WORDS, Number, read_number
from accord.extract.quantity_alone import VOTE, clause_unit, tally
from accord.extract.quantity_filters import is_no_count, is_pronoun
from accord.extract.quantity_ranges import with_bounds, with_range
from accord.extract.quantity_units import counted_unit, head_noun, money, percent_end, unit_lemma
from accord.model.reading import Quantity
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span

# "No visible injuries" is said of the dead.
_OUTWARD = frozenset(("visible", "apparent", "external", "obvious", "outward"))


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its place among the tokens: `first` with its bounds, `end` behind its noun phrase.

    Attributes:
        stands: It has no noun, but its clause says that it counts.
    """

    number: Number
    first: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str = ""
    modifiers: tuple[str, ...] = ()
    head: int = 0
    currency: str | None = None
    effect: Effect | None = None
    stands: bool = False


def find_quantities(sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """Counts and measures in order of position.

    Years, dates, clock times, ages, numbers that are names ("Resolution 598", "F-16") and the pronoun "one" are no quantities;
    durations are, with the unit "day" and so on. "No one" and "none" who were killed count zero. A part ("58 civilians including
    11 children") takes over what befell the whole. A number without a noun counts what its clause says ("claims fell to 373,000"), of a
    vote the first is told ("94-1"). Never raises on odd text.
    """
    return tuple(q for sent in sentences for q in _in_sentence(sent))


def _in_sentence(sent: Sentence) -> list[Quantity]:
    found: list[_Found] = []
    i = 0
    while i < len(sent.tokens):
        one = _quantity_at(sent, i)
        if one is None:
            i += 1
            continue
        if one.number.end > i:
            found.append(one)
        i = max(one.number.end, i + 1)
    zeros = _zeros(sent)
    found = zeros + [f for f in found if not any(z.first <= f.first < z.end for z in zeros)]
    found = _whole_times(sent, sorted(found, key=lambda f: f.first))
    shared = _share_effects(sent, [_with_effect(sent, _with_clause(sent, f)) for f in found])
    return [_record(sent, f) for f in shared if f.unit or f.effect or f.currency or f.stands]


def _whole_times(sent: Sentence, found: list[_Found]) -> list[_Found]:
    """Reads "one hour and twenty minutes" and "five hours and a half" as one length of time."""
    out: list[_Found] = []
    for f in found:
        last = out[-1] if out else None
        between = {t.lower for t in sent.tokens[last.end : f.first]} if last is not None else {"."}
        if last is not None and (last.unit, f.unit) == ("hour", "minute") and between <= {"and", ","} and f.first - last.end <= 1:
            out[-1] = _longer(last, f.number.low / 60, f.end)
        elif f.unit in tables.TIME_UNITS and [t.lower for t in sent.tokens[f.end : f.end + 3]] == ["and", "a", "half"]:
            out.append(_longer(f, 0.5, f.end + 3))
        else:
            out.append(f)
    return out


def _longer(f: _Found, by: float, end: int) -> _Found:
    number = replace(f.number, exact=None if f.number.exact is None else f.number.exact + by)
    return replace(f, number=number, low=None if f.low is None else f.low + by, high=None if f.high is None else f.high + by, end=end)


def _with_clause(sent: Sentence, f: _Found) -> _Found:
    """The quantity with the unit that its clause gives it if it has none."""
    unit = None if f.unit or f.effect or f.currency or f.number.kind not in {"cardinal", "vague"} else clause_unit(sent, f.number)
    return f if unit is None else replace(f, unit=unit, stands=True)


def _quantity_at(sent: Sentence, i: int) -> _Found | None:
    """The quantity whose number begins at token `i`; one without an end past `i` marks words to skip."""
    number = read_number(sent.tokens, i)
    if number is None:
        return None
    if number.kind == "ordinal":
        return _ordinal(sent, number)
    votes = tally(sent, i)
    if votes is not None:
        return _Found(votes, i, votes.end, votes.low, votes.high, approximate=False, unit=VOTE, head=i)
    if is_no_count(sent, number):
        return _Found(Number(i, i, 0, 0, None), i, i, None, None, approximate=False) if number.end == i + 1 else None
    number = with_range(sent, number)
    low, high, approximate, first, end = with_bounds(sent, number)
    sum_of_money = money(sent, number, end)
    if sum_of_money:
        currency, left, right = sum_of_money
        return _Found(number, min(first, left), right, low, high, approximate, head=number.end - 1, currency=currency)
    if end < len(sent.tokens) and percent_end(sent, end):
        after = percent_end(sent, end)
        return _Found(number, first, after, low, high, approximate, unit="percent", head=after - 1)
    if number.kind == "fraction":
        return _Found(
            number,
            first,
            end,
            number.low * (1 - tables.SLACK),
            number.low * (1 + tables.SLACK),
            approximate=True,
            unit="percent",
            head=end - 1,
        )
    unit, modifiers, head, after = counted_unit(sent, number, end)
    if is_pronoun(sent, number, unit, after):
        return None
    return _Found(number, first, after, low, high, approximate, unit, modifiers, head)


def _ordinal(sent: Sentence, n: Number) -> _Found | None:
    """Reads "the 80th anniversary": only with a noun behind it that is not a part of time or of an address."""
    toks = sent.tokens
    first = toks[n.start]
    before = toks[n.start - 1].lower if n.start else ""
    if n.end >= len(toks) or before in MONTH_WORDS or toks[n.end].lower in MONTH_WORDS or toks[n.end].lower in {"of", "-"}:
        return None
    if not first.text[0].isdigit() and (first.pos in {"ADV", "NOUN"} or (first.text[0].isupper() and n.start > 0)):
        return None
    head = head_noun(sent, n.end)
    if (
        head < 0
        or head > n.end + 3
        or unit_lemma(toks[head]) in tables.NOT_COUNTED_BY_ORDINAL
        or unit_lemma(toks[n.end]) in tables.NOT_COUNTED_BY_ORDINAL
    ):
        return None
    return _Found(n, n.start, head + 1, n.low, n.high, approximate=False, unit=unit_lemma(toks[head]), head=head)


def _with_effect(sent: Sentence, f: _Found) -> _Found:
    unit = f.unit.split(" ")[0]
    if f.effect or f.currency or f.number.kind in {"ordinal", "fraction"} or unit in tables.TIME_UNITS or unit in tables.MEASURES:
        return f
    # "killing 12 and wounding 30 of them": bounds ("at least") belong to the number, what stands left of them governs it.
    effect = find_effect(sent, f.first, f.end, f.head, f.unit)
    return replace(f, effect=effect) if effect else f


def _share_effects(sent: Sentence, found: list[_Found]) -> list[_Found]:
    """What befell one number befalls its neighbours in "10 soldiers and 3 civilians were killed" and "58, including 11 children"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        effect = out[i + 1].effect
        if not (_shareable(out[i]) and out[i].effect is None and effect):
            continue
        how = _joined(sent, out[i], out[i + 1])
        if how == "whole" or (how is not None and effect.at >= out[i + 1].end):
            out[i] = replace(out[i], effect=effect)
    for i in range(1, len(out)):
        effect = out[i - 1].effect
        if not (_shareable(out[i]) and out[i].effect is None and effect):
            continue
        how = _joined(sent, out[i - 1], out[i])
        if how == "part" and i > 1 and _is_ambiguous(sent, out[i - 2], out[i - 1], out[i]):
            continue
        # "9 deaths and 40 cases": what is its own unit says nothing of the next one.
        if how == "part" or (how == "and" and not out[i - 1].unit.startswith(effect.predicate)):
            out[i] = replace(out[i], effect=effect)
    return out


def _is_ambiguous(sent: Sentence, before: _Found, whole: _Found, part: _Found) -> bool:
    """Of "3 dead and 20 hurt, among them 5 girls" nobody can tell which the minors are."""
    comma = any(t.lower == "," for t in sent.tokens[whole.end : part.first])
    return comma and before.effect is not None and whole.effect is not None and before.effect.effect != whole.effect.effect


def _shareable(f: _Found) -> bool:
    unit = f.unit.split(" ")[0]
    return not (
        f.currency or f.number.kind in {"ordinal", "fraction"} or unit in tables.TIME_UNITS or unit in tables.MEASURES or unit == "percent"
    )


def _joined(sent: Sentence, a: _Found, b: _Found) -> str | None:
    """Reads "and" for a list, "part" where `b` is part of `a`, "whole" where `a` is part of `b`, None if neither."""
    between = [t.lower for t in sent.tokens[a.end : b.first]]
    words = " ".join(between)
    if len(between) > 12:
        return None
    if any(words.endswith(m) or f"{m} " in f"{words} " for m in tables.MEMBERS):
        # "31 were killed, including two medics", but not "31 were killed as others, including two medics, were hurt".
        told = effects_in(between)
        return "part" if not told or (a.effect and told <= {a.effect.effect}) else None
    if any(
        t.lower == "of" and sent.tokens[t.i + 1].lower in {"them", "whom"}
        for t in sent.tokens[b.number.end : b.number.end + 1]
        if t.i + 1 < len(sent.tokens)
    ):
        return "part"
    link = between[:-1] if between[-1:] == ["the"] else between
    if link == ["among"] or (link[-1:] == ["among"] and {"were", "was", "are", "is"} & set(link)):
        return "whole"
    return (
        "and"
        if words in {"", "and", ",", ", and", "and another", "as well as", "or", "along with", "plus", "and a further", "and the"}
        else None
    )


def _zeros(sent: Sentence) -> list[_Found]:
    """Reads "No one was killed", "none were hurt", "not a single civilian died", "there were no casualties"."""
    out = []
    for t in sent.tokens:
        word = t.lower
        following = sent.tokens[t.i + 1] if t.i + 1 < len(sent.tokens) else None
        nothing = Number(t.i, t.i + 1, 0, 0, 0)
        if word in tables.NOBODY or (word == "no" and following is not None and following.lower == "one"):
            end = t.i + 1 + (word == "no")
            effect = find_effect(sent, t.i, end, end - 1, "")
            if effect:
                out.append(_Found(nothing, t.i, end, 0, 0, approximate=False, head=end - 1, effect=effect))
        elif word == "not" and (noun := _not_a_single(sent, t.i)) is not None:
            effect = find_effect(sent, t.i, noun.i + 1, noun.i, unit_lemma(noun))
            if effect:
                out.append(_Found(nothing, t.i, noun.i + 1, 0, 0, approximate=False, unit=unit_lemma(noun), head=noun.i, effect=effect))
        elif word == "no" and (person := _nobody(sent, t.i)) is not None:
            effect = find_effect(sent, t.i, person.i + 1, person.i, unit_lemma(person))
            if effect:
                end = person.i + 1
                out.append(_Found(nothing, t.i, end, 0, 0, approximate=False, unit=unit_lemma(person), head=person.i, effect=effect))
        elif word in {"no", "without"} and following is not None:
            noun = next((k for k in sent.tokens[t.i + 1 : t.i + 5] if unit_lemma(k) in tables.COUNT_ZERO_NOUNS), None)
            if (
                noun
                and not {k.lower for k in sent.tokens[t.i + 1 : noun.i]} & _OUTWARD
                and all(
                    k.pos in {"ADJ", "NOUN", "VERB", "ADV", "CCONJ"} or k.lower in {"any", "of", "or"}
                    for k in sent.tokens[t.i + 1 : noun.i]
                )
            ):
                unit = unit_lemma(noun)
                effect = Effect(tables.COUNT_ZERO_NOUNS[unit], unit, noun.i)
                out.append(_Found(nothing, t.i, noun.i + 1, 0, 0, approximate=False, unit=unit, head=noun.i, effect=effect))
    return out


def _nobody(sent: Sentence, i: int) -> Token | None:
    """The noun of "no civilian was hurt" that begins at token `i`, a subject; None for others."""
    noun = next((t for t in sent.tokens[i + 1 : i + 4] if t.pos == "NOUN" and t.dep in {"nsubj", "nsubjpass"}), None)
    return noun if noun is not None and unit_lemma(noun) not in tables.COUNT_ZERO_NOUNS else None


def _not_a_single(sent: Sentence, i: int) -> Token | None:
    """The noun of "not a single civilian" that begins at token `i`."""
    words = [t.lower for t in sent.tokens[i + 1 : i + 4]]
    at = i + 3 if words[:2] in (["a", "single"], ["one", "single"]) else i + 2 if words[:1] == ["one"] else len(sent.tokens)
    return sent.tokens[at] if at < len(sent.tokens) and sent.tokens[at].pos == "NOUN" else None


def _record(sent: Sentence, f: _Found) -> Quantity:
    toks = sent.tokens
    last = min(max(f.end, f.number.end), len(toks)) - 1
    return Quantity(
        span=Span(toks[f.first].start, toks[last].end), sentence=sent.index, low=f.low, high=f.high, exact=f.number.exact,
        approximate=f.approximate,
        unit=f.unit, unit_modifiers=f.modifiers, head=f.head, effect=f.effect.effect if f.effect else None,
        predicate=f.effect.predicate if f.effect else _predicate(sent, f.head), currency=f.currency, ordinal=f.number.kind == "ordinal",
    )  # fmt: skip


def _predicate(sent: Sentence, head: int) -> str:
    verb = next((t for t in sent.ancestors(head) if t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return ""
    return verb.lemma.lower() if verb.lemma[:1].isalpha() else "be"
