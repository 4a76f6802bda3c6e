"""A number in its sentence -> what it counts: a sum of money, a percentage, or the head noun of its phrase with what narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from accord.extract import quantity_tables as tables
from accord.extract.effects import is_state
from accord.extract.numbers import HYPHENS, Number, touches
from accord.model.sentence import Sentence, Token

# "Took 12 people hostage": the noun behind says as what, not of what.
_TAKEN_AS = frozenset(("hostage", "hostages", "captive", "captives", "prisoner"))
# "Claims fell to 373,000 last week": the noun behind says when.
_WHEN = frozenset(("last", "next", "this"))
_DETERMINERS = frozenset("the his her its their our these those".split())
_NP_REACH = 9
_MODIFIER_POS = frozenset(("ADJ", "NOUN", "PROPN"))
_NO_MODIFIERS = frozenset("more other additional further total many such same the of least".split())
_PLURAL_SCALES = frozenset("dozens scores hundreds thousands millions billions trillions".split())


def money(sent: Sentence, n: Number, end: int) -> tuple[str, int, int] | None:
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
        if word in tables.CURRENCIES and not (
            word in {"mark", "real", "won", "pound", "cent", "rs", "rs."} and at == end and toks[at].pos not in {"NOUN", "PROPN", "SYM"}
        ):
            nation = tables.NATIONS_OF_MONEY.get(toks[at - 1].lower) if at > end else None
            return (nation or tables.CURRENCIES[word], n.start, at + 1) if at == end or nation or of else None
    return None


def percent_end(sent: Sentence, end: int) -> int:
    """Index behind a percent sign or word; 0 if there is none."""
    toks = sent.tokens
    word = toks[end].lower
    if word == "-" and end + 1 < len(toks) and toks[end + 1].lower in tables.PERCENT:
        return end + 2
    if word in tables.PERCENT:
        return end + 1 + (end + 1 < len(toks) and toks[end + 1].lower in {"point", "points"})
    return end + 2 if word == "per" and end + 1 < len(toks) and toks[end + 1].lower == "cent" else 0


def counted_unit(sent: Sentence, n: Number, end: int) -> tuple[str, tuple[str, ...], int, int]:
    """Unit, its modifiers, the head's token and the token behind the noun phrase."""
    toks = sent.tokens
    nothing: tuple[str, tuple[str, ...], int, int] = ("", (), n.end - 1, end)
    at = end
    if at < len(toks) and toks[at].text in HYPHENS and touches(toks, at) and at + 1 < len(toks) and toks[at + 1].text[:1].isalpha():
        noun = toks[at + 1]
        return unit_lemma(noun), (), noun.i, at + 2
    if at < len(toks) and toks[at].lower == "of" and at + 1 < len(toks):
        at = _inside_of(sent, at + 1)
        if at < 0:
            return nothing
    elif n.kind == "vague" and toks[n.end - 1].lower in _PLURAL_SCALES:
        return nothing
    head = head_noun(sent, at)
    if head < 0 or (toks[at].lower in _WHEN and unit_lemma(toks[head]) in tables.TIME_UNITS):
        return nothing
    modifiers = {
        unit_lemma(t)
        for t in toks[at:head]
        if (t.pos in _MODIFIER_POS or t.tag in {"VBN", "VBG"}) and t.lower not in _NO_MODIFIERS and t.lower[:1].isalnum()
    }
    unit, after = unit_lemma(toks[head]), head + 1
    if (
        after + 1 < len(toks)
        and toks[after].lower == "of"
        and toks[after + 1].pos == "NOUN"
        and toks[after + 1].lower not in {"whom", "which"}
    ):
        unit, after = f"{unit} of {unit_lemma(toks[after + 1])}", after + 2
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


def head_noun(sent: Sentence, at: int) -> int:
    """Last noun of the run of modifiers and nouns that begins at token `at`; -1 if there is none."""
    toks, head = sent.tokens, -1
    for t in toks[at : at + _NP_REACH]:
        if t.lower in {"others", "other"} and head < 0 and t.pos in {"NOUN", "PRON"}:
            return t.i
        if head >= 0 and t.ner in {"DATE", "TIME"}:
            break
        if t.pos in {"NOUN", "PROPN"} or t.tag in {"NNS", "NNPS"} or t.lower == "people":
            if is_state(t.lower) or (head >= 0 and t.lower in _TAKEN_AS):
                break
            if head >= 0 and (toks[head].tag in {"NNS", "NNPS"} or toks[head].lower == "people") and t.pos == "PROPN":
                break
            head = t.i
        elif head >= 0 and t.tag == "POS" and at and toks[at - 1].lower in _DETERMINERS:
            head = -1  # "two of the minister's bodyguards"
        elif head >= 0 and toks[t.i - 1].text in HYPHENS and t.tag in {"VBN", "VBD", "VBG", "JJ"}:
            head = -1  # "several opposition-held towns"
        elif (head >= 0 and t.lower != "-") or not _modifies(toks, t):
            break
    if head < 0 and at < len(toks) and (toks[at].lower in tables.PEOPLE_BY_ADJECTIVE or toks[at].lower in {"others", "other"}):
        return at
    return head


def _modifies(toks: Sequence[Token], t: Token) -> bool:
    if t.pos == "ADJ" or t.text in HYPHENS or t.lower in {"more", "other"} or t.tag == "RB":
        return True
    # A participle before its noun ("armed men"), not one after a number that stands alone ("12 killed in").
    if t.tag == "VBG":
        return t.dep in {"amod", "compound"}
    return (t.tag == "VBN" or t.dep == "amod") and t.i + 1 < len(toks) and toks[t.i + 1].pos in {"NOUN", "ADJ"}


def unit_lemma(t: Token) -> str:
    """Lemma of a counted noun, lower case; "people" and "persons" are "person", "Syrians" is "syrian"."""
    word = t.lower
    if word in tables.PERSONS:
        return tables.PERSONS[word]
    if t.pos == "PROPN" or t.ner == "NORP":
        plural = word.endswith("s") and not word.endswith("ss") and (t.tag == "NNPS" or t.ner == "NORP") and len(word) > 4
        return word[:-1] if plural else word
    return t.lemma.lower()
