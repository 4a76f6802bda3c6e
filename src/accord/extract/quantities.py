"""Sentences -> counts and measures as ranges, with what is counted and what befell it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from accord.extract import quantity_tables as tables
from accord.extract.effects import Effect, find_effect, is_state
from accord.extract.numbers import Number, read_number
from accord.model.reading import Quantity
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span

_HYPHENS = frozenset(("-", "‐", "‑", "–"))
_DASHES = frozenset(("-", "‐", "‑", "–", "—", "--"))
_NP_REACH = 7
_MODIFIER_POS = frozenset(("ADJ", "NOUN", "PROPN"))
_NO_MODIFIERS = frozenset("more other additional further total many such same the of least".split())
# "No visible injuries" is said of the dead.
_OUTWARD = frozenset(("visible", "apparent", "external", "obvious", "outward"))
_PLURAL_SCALES = frozenset("dozens scores hundreds thousands millions billions trillions".split())


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its place among the tokens: `first` with its bounds, `end` behind its noun phrase."""

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


def find_quantities(sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """Counts and measures in order of position.

    Years, dates, clock times, ages, numbers that are names ("Resolution 598", "F-16") and the pronoun "one" are no quantities;
    durations are, with the unit "day" and so on. "No one" and "none" who were killed count zero. A part ("58 civilians including
    11 children") takes over what befell the whole. Never raises on odd text.
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
    found = _zeros(sent) + found
    found.sort(key=lambda f: f.first)
    shared = _share_effects(sent, [_with_effect(sent, f) for f in found])
    return [_record(sent, f) for f in shared if f.unit or f.effect or f.currency]


def _quantity_at(sent: Sentence, i: int) -> _Found | None:
    """The quantity whose number begins at token `i`; one without an end past `i` marks words to skip."""
    number = read_number(sent.tokens, i)
    if number is None:
        return None
    if number.kind == "ordinal":
        return _ordinal(sent, number)
    if _is_no_count(sent, number):
        return _Found(Number(i, i, 0, 0, None), i, i, None, None, approximate=False) if number.end == i + 1 else None
    number = _range(sent, number)
    low, high, approximate, first, end = _bounds(sent, number)
    money = _money(sent, number, end)
    if money:
        currency, left, right = money
        return _Found(number, min(first, left), right, low, high, approximate, head=number.end - 1, currency=currency)
    if end < len(sent.tokens) and _percent(sent, end):
        after = _percent(sent, end)
        return _Found(number, first, after, low, high, approximate, unit="percent", head=after - 1)
    if number.kind == "fraction":
        return _Found(number, first, end, number.low * (1 - tables.SLACK), number.low * (1 + tables.SLACK), approximate=True, unit="percent", head=end - 1)
    unit, modifiers, head, after = _unit(sent, number, end)
    if _is_pronoun(sent, number, unit, after):
        return None
    return _Found(number, first, after, low, high, approximate, unit, modifiers, head)


# ------------------------------------------------------------------------------------------------ what is no count


def _is_no_count(sent: Sentence, n: Number) -> bool:
    toks = sent.tokens
    previous = toks[n.start - 1] if n.start else None
    before = previous.lower if previous else ""
    after = toks[n.end].lower if n.end < len(toks) else ""
    if before in tables.AGE_BEFORE or _is_age(sent, n):
        return True
    if not n.digits:
        return (before in tables.MONTHS and toks[n.start].pos != "ADJ") or (before == "-" and n.start >= 2 and _touches(toks, n.start) and toks[n.start - 2].pos == "PROPN")
    return (
        _is_year(sent, n) or _is_date_or_clock(sent, n) or _glued_to_name(toks, n) or _numbers_a_list(sent, n) or _is_score(toks, n)
        or (before in tables.NAME_WORDS and not (previous and previous.tag == "DT"))
        or (previous is not None and previous.pos == "PROPN" and toks[n.start].head == previous.i and after not in tables.PERCENT)
        or float(n.low) >= 1e12
    )  # fmt: skip


def _touches(toks: Sequence[Token], i: int) -> bool:
    return i > 0 and toks[i - 1].end == toks[i].start


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
        n.digits and i >= 2 and toks[i - 1].lower in {",", "("} and toks[i - 2].pos == "PROPN" and n.low < 120 and words[:1] in ([","], [")"], ["."], [";"])
    )  # fmt: skip


def _is_year(sent: Sentence, n: Number) -> bool:
    toks = sent.tokens
    text = toks[n.start].text
    if not (len(text) == 4 and text.isdigit() and 1000 <= n.low <= 2100):
        return False
    if n.start >= 2 and _digit(toks, n.start - 1) and toks[n.start - 2].lower in tables.MONTHS:
        return True
    if 1900 <= n.low and n.start and (toks[n.start - 1].tag in {"DT", "PRP$", "POS"}):
        return True
    if 1700 <= n.low and n.start and toks[n.start - 1].lower in tables.YEAR_LEADS - {"of", "for", "to", "and", ",", "from", "by", "between", "around"}:
        return True
    return not _counts_noun(sent, n.end)


def _counts_noun(sent: Sentence, i: int) -> bool:
    """Whether a plural noun, a measure or a share comes within two words: "1300 people", "2000 rebel fighters"."""
    for t in sent.tokens[i : i + 3]:
        if t.tag in {"NNS", "NNPS"} or t.lower in {"people", "percent", "%", "km", "troops"} or t.lemma in tables.MEASURES:
            return True
        if t.pos not in {"ADJ", "NOUN"} and t.lower != "-":
            return False
    return False


def _is_date_or_clock(sent: Sentence, n: Number) -> bool:
    toks = sent.tokens
    before = toks[n.start - 1].lower if n.start else ""
    after = toks[n.end].lower if n.end < len(toks) else ""
    text = toks[n.start].text
    if n.low <= 31 and (before in tables.MONTHS and toks[n.start - 1].text[0].isupper()):
        return True
    if n.low <= 31 and after in tables.MONTHS and toks[n.end].text[0].isupper():
        return True
    if before in {"-", "–", "to", "and", "or"} and n.start >= 3 and toks[n.start - 3].lower in tables.MONTHS and n.low <= 31:
        return not _counts_noun(sent, n.end)
    if after in tables.CLOCK_AFTER - {"hours"} or (after == "hours" and len(text) == 4 and text.isdigit()):
        return True
    if after == "local" or (before == "at" and n.low <= 24 and not _counts_noun(sent, n.end) and after in {"", "on", ".", ",", "in", "this", "today"}):
        return True
    return after in {"/", ":"} and n.end + 1 < len(toks) and toks[n.end + 1].text[:1].isdigit()


def _glued_to_name(toks: Sequence[Token], n: Number) -> bool:
    """"Su-24", "Covid-19", "mid-20": the number hangs on letters by a hyphen with no space."""
    i = n.start
    return i >= 2 and toks[i - 1].text in _HYPHENS | {"/"} and _touches(toks, i) and _touches(toks, i - 1) and toks[i - 2].text[-1:].isalpha()


def _numbers_a_list(sent: Sentence, n: Number) -> bool:
    toks = sent.tokens
    after = toks[n.end].text if n.end < len(toks) else ""
    if n.start == 0 and (after in {")", ".", "-", "--"}) and n.low < 100:
        return not (after in _HYPHENS and _touches(toks, n.end))
    before = toks[n.start - 1].text if n.start else ""
    return before in {"(", "["} and after in {")", "]"} and n.low < 30


def _is_score(toks: Sequence[Token], n: Number) -> bool:
    """"3-1", "52-48": a larger number first is a result, and so is a row of numbers (a telephone number)."""
    i = n.end
    if i + 1 < len(toks) and toks[i].text in _HYPHENS and _touches(toks, i) and _touches(toks, i + 1):
        right = read_number(toks, i + 1)
        if right and right.digits:
            rows_on = right.end < len(toks) and toks[right.end].text in _HYPHENS and _digit(toks, right.end + 1)
            if right.low <= n.low or rows_on:
                return True
    left = n.start - 1
    return left >= 1 and toks[left].text in _HYPHENS and _touches(toks, n.start) and _digit(toks, left - 1)


def _digit(toks: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(toks) and toks[i].text[:1].isdigit()


def _is_pronoun(sent: Sentence, n: Number, unit: str, end: int) -> bool:
    """"One" that stands for somebody or something already named; it counts only with a noun or with what befell it."""
    first = sent.tokens[n.start]
    if n.end != n.start + 1 or first.lower != "one":
        return False
    before = sent.tokens[n.start - 1].lower if n.start else ""
    after = sent.tokens[n.end].lower if n.end < len(sent.tokens) else ""
    if before in {"no", "any", "every", "each", "some", "the", "this", "that", "which", "another", "only", "other"} and not (before in {"only", "the"} and unit):
        return True
    if unit in {"another", "thing", "way", "hand", "reason", "day", "point", "time", "side"} or after in {"of", "another", "'s", "’s"}:
        return True
    return not unit and not (after in {"dead", "missing", "killed", "wounded", "injured", "person", "other"} or is_state(after)) and end == n.end


# ------------------------------------------------------------------------------------------------ ranges and bounds


def _range(sent: Sentence, n: Number) -> Number:
    """"10 to 15", "10-15", "two or three", "between 10 and 15", "2 to 3 million"; not "rose from 10 to 15"."""
    toks, i = sent.tokens, n.end
    if i + 1 >= len(toks) or n.kind == "fraction":
        return n
    link = toks[i].lower
    between = n.start > 0 and toks[n.start - 1].lower == "between"
    if not (link in {"to", "or"} or link in _HYPHENS or (link == "and" and between)):
        return n
    if link == "to" and n.start and toks[n.start - 1].lower == "from":
        return n
    right = read_number(toks, i + 1)
    if right is None or right.kind in {"ordinal", "fraction"} or right.exact is None or n.exact is None:
        return n
    low, high = n.exact, right.exact
    if n.digits and not right.digits and low < high / 100:
        scale = high / (float(toks[right.start].text.replace(",", "")) if toks[right.start].text.replace(",", "").replace(".", "").isdigit() else high)
        low *= scale
    if not low < high or (link in _HYPHENS and not _touches(toks, i)):
        return n
    return Number(n.start, right.end, low, high, None, "cardinal", n.digits and right.digits)


def _bounds(sent: Sentence, n: Number) -> tuple[float | None, float | None, bool, int, int]:
    """Low, high, approximate, first token and the token behind, once "at least", "or more" and the like are read."""
    toks = sent.tokens
    low, high, approximate = n.low, n.high, n.kind == "vague"
    first, end = n.start, n.end
    if n.exact is None and n.kind == "cardinal" and first and toks[first - 1].lower == "between":
        first -= 1
    kind, first = _bound_before(toks, first)
    after, end = _bound_after(toks, end)
    for k in (kind, after):
        if k == "min":
            high = None
        elif k == "max":
            low, high = None, n.high if n.high is not None else None
        elif k in {"below", "about"} and n.kind != "vague":
            approximate = True
            low = _soft(n.low, -1)
            high = n.high if k == "below" or n.high is None else _soft(n.high, 1)
    return low, high, approximate, first, end


def _soft(n: float, sign: int) -> float:
    moved = round(n * (1 + sign * tables.SLACK), 6)
    if n != int(n):
        return moved
    return float(math.floor(moved) if sign < 0 else math.ceil(moved))


def _bound_before(toks: Sequence[Token], first: int) -> tuple[str | None, int]:
    at = first
    while at and toks[at - 1].lower in {"a", "total", "of", "another", "the", "$", "us$", "€", "£"} and toks[at - 1].lower != "of":
        at -= 1
    for stop in {first, at}:
        for width in range(tables.LONGEST_BOUND, 0, -1):
            if stop >= width:
                kind = tables.BOUNDS_BEFORE.get(tuple(t.lower for t in toks[stop - width : stop]))
                if kind and not (width == 1 and toks[stop - 1].lower == "over" and toks[stop - 1].dep == "prt"):
                    return kind, stop - width
    return None, first


def _bound_after(toks: Sequence[Token], end: int) -> tuple[str | None, int]:
    for width in (3, 2, 1):
        kind = tables.BOUNDS_AFTER.get(tuple(t.lower for t in toks[end : end + width]))
        if kind:
            return kind, end + width
    return None, end


# ------------------------------------------------------------------------------------------------ units


def _money(sent: Sentence, n: Number, end: int) -> tuple[str, int, int] | None:
    """Currency and the token range of a sum: "$1.2 billion", "28 billion USD", "300 Canadian dollars"."""
    toks = sent.tokens
    if n.start:
        word = toks[n.start - 1].lower
        if word in tables.CURRENCY_SYMBOLS:
            end_word = toks[end].lower if end < len(toks) else ""
            return tables.CURRENCIES[word], n.start - 1, end + (end_word in {"dollars", "usd"})
    of = end < len(toks) and toks[end].lower == "of"
    for at in (end, end + 1):
        if at >= len(toks):
            break
        word = toks[at].lower
        if word in tables.CURRENCIES and not (word in {"mark", "real", "won", "pound", "cent", "rs", "rs."} and at == end and toks[at].pos not in {"NOUN", "PROPN", "SYM"}):
            nation = tables.NATIONS_OF_MONEY.get(toks[at - 1].lower) if at > end else None
            return (nation or tables.CURRENCIES[word], n.start, at + 1) if at == end or nation or of else None
    return None


def _percent(sent: Sentence, end: int) -> int:
    """Index behind a percent sign or word; 0 if there is none."""
    toks = sent.tokens
    word = toks[end].lower
    if word == "-" and end + 1 < len(toks) and toks[end + 1].lower in tables.PERCENT:
        return end + 2
    if word in tables.PERCENT:
        return end + 1 + (end + 1 < len(toks) and toks[end + 1].lower in {"point", "points"})
    return end + 2 if word == "per" and end + 1 < len(toks) and toks[end + 1].lower == "cent" else 0


def _unit(sent: Sentence, n: Number, end: int) -> tuple[str, tuple[str, ...], int, int]:
    """Unit, its modifiers, the head's token and the token behind the noun phrase."""
    toks = sent.tokens
    nothing: tuple[str, tuple[str, ...], int, int] = ("", (), n.end - 1, end)
    at = end
    if at < len(toks) and toks[at].text in _HYPHENS and _touches(toks, at) and at + 1 < len(toks) and toks[at + 1].text[:1].isalpha():
        noun = toks[at + 1]
        return _lemma(noun), (), noun.i, at + 2
    if at < len(toks) and toks[at].lower == "of" and at + 1 < len(toks):
        at = _inside_of(sent, at + 1)
        if at < 0:
            return nothing
    elif n.kind == "vague" and toks[n.end - 1].lower in _PLURAL_SCALES:
        return nothing
    head = _head_noun(sent, at)
    if head < 0:
        return nothing
    modifiers = {_lemma(t) for t in toks[at:head] if (t.pos in _MODIFIER_POS or t.tag in {"VBN", "VBG"}) and t.lower not in _NO_MODIFIERS and t.lower[:1].isalnum()}
    unit, after = _lemma(toks[head]), head + 1
    if after + 1 < len(toks) and toks[after].lower == "of" and toks[after + 1].pos == "NOUN" and toks[after + 1].lower not in {"whom", "which"}:
        unit, after = f"{unit} of {_lemma(toks[after + 1])}", after + 2
    return unit, tuple(sorted(modifiers)), head, after


def _inside_of(sent: Sentence, at: int) -> int:
    """Start of the noun phrase in "dozens of the ...", "12 of its 30 passengers"; -1 for pronouns."""
    toks = sent.tokens
    for _ in range(4):
        if at >= len(toks):
            return -1
        t = toks[at]
        if t.lower in {"the", "these", "those", "all"} or t.tag in {"PRP$", "DT", "CD"}:
            at += 1
        elif t.tag == "PRP" or t.lower in {"whom", "which"}:
            # "11 of them children", "234 of them were children"
            at += 2 if at + 1 < len(toks) and toks[at + 1].lower in {"were", "are", "was"} else 1
            return at if at < len(toks) and toks[at].tag in {"NNS", "NN", "JJ"} and not is_state(toks[at].lower) else -1
        else:
            return at
    return at


def _head_noun(sent: Sentence, at: int) -> int:
    """Last noun of the run of modifiers and nouns that begins at token `at`; -1 if there is none."""
    toks, head = sent.tokens, -1
    for t in toks[at : at + _NP_REACH]:
        if t.lower in {"others", "other"} and head < 0 and t.pos in {"NOUN", "PRON"}:
            return t.i
        if head >= 0 and t.ner in {"DATE", "TIME"}:
            break
        if t.pos in {"NOUN", "PROPN"} or t.tag in {"NNS", "NNPS"}:
            if is_state(t.lower):
                break
            if head >= 0 and (toks[head].tag in {"NNS", "NNPS"} or toks[head].lower == "people") and t.pos == "PROPN":
                break
            head = t.i
        elif t.lower == "people":
            head = t.i
        elif head >= 0 and t.lower != "-":
            break
        elif not _modifies(toks, t):
            break
    if head < 0 and at < len(toks) and toks[at].lower in {"others", "other", "more"}:
        return at if toks[at].lower != "more" else -1
    return head


def _modifies(toks: Sequence[Token], t: Token) -> bool:
    if t.pos == "ADJ" or t.text in _HYPHENS or t.lower in {"more", "other"} or t.tag == "RB":
        return True
    # A participle before its noun ("armed men"), not one after a number that stands alone ("12 killed in").
    if t.tag == "VBG":
        return t.dep in {"amod", "compound"}
    return (t.tag == "VBN" or t.dep == "amod") and t.i + 1 < len(toks) and toks[t.i + 1].pos in {"NOUN", "ADJ"}


def _lemma(t: Token) -> str:
    word = t.lower
    if word in tables.PERSONS:
        return tables.PERSONS[word]
    if t.pos == "PROPN" or t.ner == "NORP":
        plural = word.endswith("s") and not word.endswith("ss") and (t.tag == "NNPS" or t.ner == "NORP") and len(word) > 4
        return word[:-1] if plural else word
    return t.lemma.lower()


def _ordinal(sent: Sentence, n: Number) -> _Found | None:
    """"the 80th anniversary": only with a noun behind it that is not a part of time or of an address."""
    toks = sent.tokens
    first = toks[n.start]
    before = toks[n.start - 1].lower if n.start else ""
    if n.end >= len(toks) or before in tables.MONTHS or toks[n.end].lower in tables.MONTHS or toks[n.end].lower in {"of", "-"}:
        return None
    if not first.text[0].isdigit() and (first.pos in {"ADV", "NOUN"} or (first.text[0].isupper() and n.start > 0)):
        return None
    head = _head_noun(sent, n.end)
    if head < 0 or head > n.end + 3 or _lemma(toks[head]) in tables.NOT_COUNTED_BY_ORDINAL or _lemma(toks[n.end]) in tables.NOT_COUNTED_BY_ORDINAL:
        return None
    return _Found(n, n.start, head + 1, n.low, n.high, approximate=False, unit=_lemma(toks[head]), head=head)


# ------------------------------------------------------------------------------------------------ effects


def _with_effect(sent: Sentence, f: _Found) -> _Found:
    unit = f.unit.split(" ")[0]
    if f.effect or f.currency or f.number.kind in {"ordinal", "fraction"} or unit in tables.TIME_UNITS or unit in tables.MEASURES:
        return f
    # "killing 12 and wounding 30 of them": bounds ("at least") belong to the number, what stands left of them governs it.
    effect = find_effect(sent, f.first, f.end, f.head, f.unit)
    return _replace(f, effect) if effect else f


def _replace(f: _Found, effect: Effect | None) -> _Found:
    return _Found(f.number, f.first, f.end, f.low, f.high, f.approximate, f.unit, f.modifiers, f.head, f.currency, effect)


def _share_effects(sent: Sentence, found: list[_Found]) -> list[_Found]:
    """What befell one number befalls its neighbours in "10 soldiers and 3 civilians were killed" and "58, including 11 children"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        effect = out[i + 1].effect
        if not (_shareable(out[i]) and out[i].effect is None and effect):
            continue
        how = _joined(sent, out[i], out[i + 1])
        if how == "whole" or (how == "and" and effect.at >= out[i + 1].end):
            out[i] = _replace(out[i], effect)
    for i in range(1, len(out)):
        effect = out[i - 1].effect
        if not (_shareable(out[i]) and out[i].effect is None and effect):
            continue
        how = _joined(sent, out[i - 1], out[i])
        # "9 deaths and 40 cases": what is its own unit says nothing of the next one.
        if how == "part" or (how == "and" and not out[i - 1].unit.startswith(effect.predicate)):
            out[i] = _replace(out[i], effect)
    return out


def _shareable(f: _Found) -> bool:
    unit = f.unit.split(" ")[0]
    return not (f.currency or f.number.kind in {"ordinal", "fraction"} or unit in tables.TIME_UNITS or unit in tables.MEASURES or unit == "percent")


def _joined(sent: Sentence, a: _Found, b: _Found) -> str | None:
    """"and" for a list, "part" where `b` is part of `a`, "whole" where `a` is part of `b`, None if neither."""
    between = [t.lower for t in sent.tokens[a.end : b.first]]
    words = " ".join(between)
    if len(between) > 12:
        return None
    if any(words.endswith(m) or f"{m} " in f"{words} " for m in tables.MEMBERS) and not {"were", "was", "wounded", "injured"} & set(between):
        return "part"
    if any(t.lower == "of" and sent.tokens[t.i + 1].lower in {"them", "whom"} for t in sent.tokens[b.number.end : b.number.end + 1] if t.i + 1 < len(sent.tokens)):
        return "part"
    if between[-1:] == ["among"] and between[0] in {"were", "was", "are", ","} and len(between) <= 4:
        return "whole"
    return "and" if words in {"", "and", ",", ", and", "and another", "as well as", "or", "along with", "plus", "and a further", "and the"} else None


def _zeros(sent: Sentence) -> list[_Found]:
    """"No one was killed", "none were hurt", "there were no casualties"."""
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
        elif (word == "no" or word == "without") and following is not None:
            noun = next((k for k in sent.tokens[t.i + 1 : t.i + 5] if _lemma(k) in tables.COUNT_ZERO_NOUNS), None)
            if noun and not {k.lower for k in sent.tokens[t.i + 1 : noun.i]} & _OUTWARD and all(k.pos in {"ADJ", "NOUN", "VERB", "ADV", "CCONJ"} or k.lower in {"any", "of", "or"} for k in sent.tokens[t.i + 1 : noun.i]):
                unit = _lemma(noun)
                effect = Effect(tables.COUNT_ZERO_NOUNS[unit], unit, noun.i)
                out.append(_Found(nothing, t.i, noun.i + 1, 0, 0, approximate=False, unit=unit, head=noun.i, effect=effect))
    return out


# ------------------------------------------------------------------------------------------------ records


def _record(sent: Sentence, f: _Found) -> Quantity:
    toks = sent.tokens
    last = min(max(f.end, f.number.end), len(toks)) - 1
    return Quantity(
        span=Span(toks[f.first].start, toks[last].end), sentence=sent.index, low=f.low, high=f.high, exact=f.number.exact, approximate=f.approximate,
        unit=f.unit, unit_modifiers=f.modifiers, head=f.head, effect=f.effect.effect if f.effect else None,
        predicate=f.effect.predicate if f.effect else _predicate(sent, f.head), currency=f.currency, ordinal=f.number.kind == "ordinal",
    )  # fmt: skip


def _predicate(sent: Sentence, head: int) -> str:
    verb = next((t for t in sent.ancestors(head) if t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return ""
    return verb.lemma.lower() if verb.lemma[:1].isalpha() else "be"
