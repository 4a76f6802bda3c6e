"""A number in its sentence -> whether it is something else than a count: a year, a clock time, an age, a name, a place in a list."""

from __future__ import annotations

from collections.abc import Sequence

from accord.extract import quantity_tables as tables
from accord.extract.effects import is_state
from accord.extract.numbers import HYPHENS, MONTH_WORDS, Number, counts_noun, is_year, read_number, touches
from accord.model.sentence import Sentence, Token


def is_no_count(sent: Sentence, n: Number) -> bool:
    """Whether the number is an age, a year, a date, a clock time, a name, a result or the mark of a list."""
    toks = sent.tokens
    previous = toks[n.start - 1] if n.start else None
    before = previous.lower if previous else ""
    after = toks[n.end].lower if n.end < len(toks) else ""
    if before in tables.AGE_BEFORE or _is_age(sent, n) or after == "block":
        return True
    if before == "of" and n.start >= 2 and toks[n.start - 2].lower in tables.PARENTS and not counts_noun(toks, n.end):
        return True
    if n.digits and toks[n.start].text.startswith("0") and len(toks[n.start].text) > 1 and toks[n.start].text[1].isdecimal():
        return True
    if not n.digits:
        return (before in MONTH_WORDS and toks[n.start].pos != "ADJ" and not counts_noun(toks, n.end)) or (
            before == "-" and n.start >= 2 and touches(toks, n.start) and toks[n.start - 2].pos == "PROPN"
        )
    return (
        is_year(toks, n.start) or _is_date_or_clock(sent, n) or _glued_to_name(toks, n) or _numbers_a_list(sent, n) or _is_score(toks, n)
        or (before in tables.NAME_WORDS and not (previous and (previous.tag == "DT" or _counts_there(toks, n, previous))))
        or (previous is not None and previous.pos == "PROPN" and toks[n.start].head == previous.i and after not in tables.PERCENT)
        or float(n.low) >= 1e12
    )  # fmt: skip


def _counts_there(toks: tuple[Token, ...], n: Number, previous: Token) -> bool:
    """As in "in the northern district 8 civilians died": the word before the number ends a phrase of its own."""
    return previous.text.islower() and previous.dep == "pobj" and counts_noun(toks, n.end)


def _is_age(sent: Sentence, n: Number) -> bool:
    words = [t.lower for t in sent.tokens[n.end : n.end + 4]]
    if words[:1] and words[0] in {"year", "years", "month", "months"} and words[1:2] in (["old"], ["-"]) and "old" in words:
        return True
    if words[:1] == ["-"] and words[1:2] and words[1] in {"year", "years", "month"} and "old" in words:
        return True
    if words[:3] == ["years", "of", "age"]:
        return True
    # "Maria Lopez, 39, said": a number between commas behind a name.
    toks, i = sent.tokens, n.start
    return (
        n.digits
        and i >= 2
        and toks[i - 1].lower in {",", "("}
        and toks[i - 2].pos == "PROPN"
        and n.low < 120
        and words[:1] in ([","], [")"], ["."], [";"])
    )


def _is_date_or_clock(sent: Sentence, n: Number) -> bool:
    toks = sent.tokens
    before = toks[n.start - 1].lower if n.start else ""
    after = toks[n.end].lower if n.end < len(toks) else ""
    text = toks[n.start].text
    if n.low <= 31 and (before in MONTH_WORDS and toks[n.start - 1].text[0].isupper()):
        return True
    if n.low <= 31 and after in MONTH_WORDS and toks[n.end].text[0].isupper():
        return True
    if before in {"-", "–", "to", "and", "or"} and n.start >= 3 and toks[n.start - 3].lower in MONTH_WORDS and n.low <= 31:
        return not counts_noun(toks, n.end)
    if after in tables.CLOCK_AFTER - {"hours"} or (after == "hours" and len(text) == 4 and text.isdecimal()):
        return True
    if after == "local" or (
        before == "at" and n.low <= 24 and not counts_noun(toks, n.end) and after in {"", "on", ".", ",", "in", "this", "today"}
    ):
        return True
    return after in {"/", ":"} and n.end + 1 < len(toks) and toks[n.end + 1].text[:1].isdecimal()


def _glued_to_name(toks: Sequence[Token], n: Number) -> bool:
    """Reads "Su-24", "Covid-19", "mid-20": the number hangs on letters by a hyphen with no space."""
    i = n.start
    return i >= 2 and toks[i - 1].text in HYPHENS | {"/"} and touches(toks, i) and touches(toks, i - 1) and toks[i - 2].text[-1:].isalpha()


def _numbers_a_list(sent: Sentence, n: Number) -> bool:
    toks = sent.tokens
    after = toks[n.end].text if n.end < len(toks) else ""
    if n.start == 0 and (after in {")", ".", "-", "--"}) and n.low < 100:
        return not (after in HYPHENS and touches(toks, n.end))
    before = toks[n.start - 1].text if n.start else ""
    return before in {"(", "["} and after in {")", "]"} and n.low < 30


def _is_score(toks: Sequence[Token], n: Number) -> bool:
    """Reads "3-1", "52-48": a larger number first is a result, and so is a row of numbers (a telephone number)."""
    i = n.end
    if i + 1 < len(toks) and toks[i].text in HYPHENS and touches(toks, i) and touches(toks, i + 1):
        right = read_number(toks, i + 1)
        if right and right.digits:
            rows_on = right.end < len(toks) and toks[right.end].text in HYPHENS and _digit(toks, right.end + 1)
            if right.low <= n.low or rows_on:
                return True
    left = n.start - 1
    return left >= 1 and toks[left].text in HYPHENS and touches(toks, n.start) and _digit(toks, left - 1)


def _digit(toks: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(toks) and toks[i].text[:1].isdecimal()


def is_pronoun(sent: Sentence, n: Number, unit: str, end: int) -> bool:
    """Reads "One" that stands for somebody or something already named; it counts only with a noun or with what befell it."""
    first = sent.tokens[n.start]
    if n.end != n.start + 1 or first.lower != "one":
        return False
    before = sent.tokens[n.start - 1].lower if n.start else ""
    after = sent.tokens[n.end].lower if n.end < len(sent.tokens) else ""
    if before in {"no", "any", "every", "each", "some", "the", "this", "that", "which", "another", "only", "other"} and not (
        before in {"only", "the"} and unit
    ):
        return True
    if unit in {"another", "thing", "way", "hand", "reason", "day", "point", "time", "side"} or after in {"of", "another", "'s", "’s"}:
        return True
    return (
        not unit
        and not (after in {"dead", "missing", "killed", "wounded", "injured", "person", "other"} or is_state(after))
        and end == n.end
    )
