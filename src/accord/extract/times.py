"""Sentences -> time expressions, first as their words have them, then with TIMEX3 values against the day of publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from accord.extract import time_tables as tables
from accord.extract.numbers import MONTH_WORDS, is_year
from accord.extract.time_mentions import TimeMention
from accord.extract.time_patterns import PATTERNS, Pattern, caught, trigger_keys
from accord.extract.time_values import parse_day, resolve_mentions
from accord.extract.time_words import Fields
from accord.model.reading import TimeExpression
from accord.model.report import Published
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import TimeType

__all__ = ["TimeMention", "find_times", "resolve_times"]

_STRIPPED = frozenset("on by at over during in for until before".split())
# Months that are also words or first names need a sign that a time is meant.
_MONTH_LEADS = frozenset(
    "in of last next this until till since by from to through between and during late early mid before after around every each , ( for"
    " as past or"
    " following previous ending ended mid- begins beginning that late-".split()
)
_AMBIGUOUS_MONTHS = frozenset("may march mar mar. jan jan. jun jun. jul jul. apr dec august april june".split())
_LONE_ABBREVIATIONS = frozenset("mar jan jun jul apr may sep".split())
_NAMES_AFTER_WEEKDAY = frozenset(
    "times telegraph mirror mail express herald post tribune world sun star business people independent school mass".split()
)
_NAMES_BEFORE_WEEKDAY = frozenset("black bloody super cyber bleak fat man manic joe".split())
_NEUTRAL_INFINITIVES = frozenset("fail manage have use seem appear begin start continue come go get prove happen force serve help".split())
_LOOKS_BACK = frozenset(("since",))
_LOOKS_AHEAD = frozenset("until till by due through before for".split())
_CLIMB = 12
# Relative times are laid only against a day of publication known to this many days.
_ANCHOR_DAYS = 31


def find_times(sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Time expressions in order of position, not overlapping; the longest reading of the same words wins.

    Works on words, not on the entity labels of the parser; the parse tree only tells whether the clause looks back or ahead.
    """
    return tuple(m for sent in sentences for m in _in_sentence(sent))


def resolve_times(mentions: Sequence[TimeMention], published: Published, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """TIMEX3 expressions (TimeML), one a mention, in order.

    Relative mentions are laid against the first day of `published`; "a day earlier" and the like against the date told before. Without a
    day of publication years stay XXXX, unless an explicit date in the text gives them. `sentences` are those the mentions were found in.
    """
    del sentences  # part of the stage's signature; mentions carry all that is needed
    return resolve_mentions(mentions, _anchor_day(published))


def _anchor_day(published: Published) -> str | None:
    """The first day it can have been published, unless that is no more than a guess at the month."""
    first, last = parse_day(published.earliest), parse_day(published.latest or published.earliest)
    return published.earliest if first and last and (last - first).days <= _ANCHOR_DAYS else None


def _in_sentence(sent: Sentence) -> list[TimeMention]:
    words = [t.lower for t in sent.tokens]
    keys = trigger_keys(words)
    if not keys:
        return []
    text, base = _text_of(sent), sent.span.start
    found: list[tuple[int, int, int, Pattern, Fields]] = []
    for order, pattern in enumerate(PATTERNS):
        if keys.isdisjoint(pattern.triggers):
            continue
        for m in pattern.regex.finditer(text):
            fields = pattern.build(caught(m))
            if fields is not None:
                found.append((m.start(), m.end(), order, pattern, fields))
    found.sort(key=lambda f: (f[0] - f[1], f[2]))
    taken = bytearray(len(text) + 1)
    out = []
    for start, end, _, pattern, fields in found:
        if any(taken[start:end]):
            continue
        mention = _mention(sent, Span(base + start, base + end), pattern, fields)
        if mention is not None:
            taken[start:end] = b"\1" * (end - start)
            out.append(mention)
    out.extend(_partner_days(sent, out))
    out.sort(key=lambda m: m.span)
    return out


def _partner_days(sent: Sentence, found: list[TimeMention]) -> list[TimeMention]:
    """The other day of "July 6 to 10" and "24 and 25 April"."""
    toks, out = sent.tokens, []
    covered = {i for m in found for i in range(m.first, m.last + 1)}
    for m in found:
        if m.kind != "calendar" or not m.day or m.clock:
            continue
        for link, number, beyond in ((m.last + 1, m.last + 2, m.last + 3), (m.first - 1, m.first - 2, m.first - 3)):
            if not (0 <= link < len(toks) and 0 <= number < len(toks)) or {link, number} & covered or toks[link].lower not in _DAY_LINKS:
                continue
            behind = number > link
            word = toks[number].lower.removesuffix("th").removesuffix("st").removesuffix("nd").removesuffix("rd")
            if not word.isdecimal() or not 1 <= int(word) <= 31 or toks[m.last if behind else m.first].lower in {"may"}:
                continue
            if behind and (toks[m.last].text.isalpha() or (beyond < len(toks) and toks[beyond].pos in {"NOUN", "PROPN", "ADJ", "NUM"})):
                continue
            if not behind and not toks[m.first].text[:1].isdecimal():
                continue
            covered.add(number)
            out.append(replace(m, span=toks[number].span, first=number, last=number, day=int(word), weekday=None, rule="partner-day"))
    return out


_DAY_LINKS = frozenset(("to", "and", "-", "–", "through", "or", "till", "until", "&", "/"))


def _text_of(sent: Sentence) -> str:
    """The words at their places, everything between them as spaces."""
    out, at = [], sent.span.start
    for t in sent.tokens:
        out.append(" " * (t.start - at))
        out.append(t.text)
        at = t.start + len(t.text)
    return "".join(out)


def _mention(sent: Sentence, span: Span, pattern: Pattern, fields: Fields) -> TimeMention | None:
    at = bisect_left(sent.tokens, span.start + 1, key=lambda t: t.end)
    inside = []
    while at < len(sent.tokens) and sent.tokens[at].start < span.end:
        inside.append(sent.tokens[at])
        at += 1
    while len(inside) > 1 and inside[0].lower in _STRIPPED and fields.get("mod") != "MORE_THAN":
        inside = inside[1:]
    if not inside or _is_false(sent, inside, pattern, fields):
        return None
    start, end = max(span.start, inside[0].start), min(span.end, inside[-1].end)
    values: dict[str, Any] = dict(fields)
    values.setdefault("type", TimeType.DATE)
    return TimeMention(
        span=Span(start, end),
        sentence=sent.index,
        first=inside[0].i,
        last=inside[-1].i,
        rule=pattern.name,
        tense=clause_tense(sent, inside),
        **values,
    )


# ------------------------------------------------------------------------------------------------ what is no time


def _is_false(sent: Sentence, inside: list[Token], pattern: Pattern, fields: Fields) -> bool:
    first, last = inside[0], inside[-1]
    before = sent.tokens[first.i - 1] if first.i else None
    after = sent.tokens[last.i + 1] if last.i + 1 < len(sent.tokens) else None
    if pattern.name == "year" and len(inside) == 1 and first.text.isdecimal():
        return not is_year(sent.tokens, first.i) or _in_number(sent, first)
    if pattern.name == "month":
        return _is_no_month(inside, before, after)
    if pattern.name == "weekday":
        return bool(after and after.lower in _NAMES_AFTER_WEEKDAY and after.text[0].isupper()) or bool(
            before and before.lower in _NAMES_BEFORE_WEEKDAY
        )
    if pattern.name == "season":
        return _is_no_season(inside, before)
    if pattern.name == "reference":
        return _is_no_reference(inside, before, after)
    if pattern.name in {"ago", "count-unit", "in-units"}:
        return bool(before and before.text in {"$", "€", "£"}) or any(t.lower in {"old", "aged"} for t in ([after] if after else []))
    if pattern.name == "period" and after is not None and fields.get("unit") == "D":
        return after.lower == "of"
    return False


def _in_number(sent: Sentence, t: Token) -> bool:
    """Digits that hang together with other digits: telephone numbers, ranges of pages, decimals."""
    left = sent.tokens[t.i - 1] if t.i else None
    right = sent.tokens[t.i + 1] if t.i + 1 < len(sent.tokens) else None
    if (
        left is not None
        and left.end == t.start
        and left.text in {"-", "/", ".", ":", "#"}
        and t.i >= 2
        and not sent.tokens[t.i - 2].text.isdecimal()
    ):
        return sent.tokens[t.i - 2].end == left.start and sent.tokens[t.i - 2].lower not in {"mid", "post", "pre", "early", "late"}
    return right is not None and right.start == t.end and right.text in {":", "/"}


def _is_no_month(inside: list[Token], before: Token | None, after: Token | None) -> bool:
    t = inside[-1]
    if t.ner == "PERSON" or (t.lower in _LONE_ABBREVIATIONS and t.lower != "may"):
        return True
    if len(inside) > 1:
        return t.lower in {"may", "march"} and t.pos in {"AUX", "VERB"}
    lead = before.lower if before is not None else ""
    if t.lower in _AMBIGUOUS_MONTHS:
        if lead not in _MONTH_LEADS or (
            t.lower in {"may", "march"} and lead in {",", "and", "that", "(", "to", "as", "or", "for"} and t.pos in {"AUX", "VERB"}
        ):
            return True
        return t.lower == "may" and after is not None and after.pos in {"VERB", "AUX", "PRON"} and lead in {",", "that", "and", "(", "as"}
    return (
        before is not None
        and before.pos == "PROPN"
        and before.lower not in MONTH_WORDS
        and before.lower not in tables.WEEKDAYS
        and before.end + 1 == t.start
        and t.ner not in {"DATE", ""}
    )


def _is_no_season(inside: list[Token], before: Token | None) -> bool:
    t = next((k for k in inside if k.lower in tables.SEASONS), inside[-1])
    bare = len(inside) == 1
    if before is not None and before.pos == "PROPN" and bare:
        return True
    if t.lower in {"fall", "spring"}:
        return t.pos not in {"NOUN", "PROPN"} or bare or {k.lower for k in inside} == {"the", t.lower}
    return bare and (before is None or before.lower not in {"in", "during", "of", "since", "until", "by", "for", "early", "late"})


def _is_no_reference(inside: list[Token], before: Token | None, after: Token | None) -> bool:
    words = " ".join(t.lower for t in inside)
    if words == "soon":
        return bool(before and before.lower in {"as", "too", "how"}) or bool(after and after.lower in {"as"})
    if words in {"the past", "the future", "the present", "the recent past"}:
        return after is not None and (after.pos in {"NOUN", "PROPN", "ADJ", "NUM"})
    if words == "at the time":
        return after is not None and after.lower == "of"
    return False


# ------------------------------------------------------------------------------------------------ tense


def clause_tense(sent: Sentence, inside: Sequence[Token]) -> int:
    """-1 if the clause around the tokens looks back, +1 if it looks ahead, 0 if neither can be told."""
    first = inside[0]
    lead = sent.tokens[first.i - 1].lower if first.i else ""
    if lead == "the" and first.i > 1:
        lead = sent.tokens[first.i - 2].lower
    if lead in _LOOKS_BACK:
        return -1
    if lead == "as" and first.i > 2 and sent.tokens[first.i - 2].lower in {"early", "soon"}:
        return 1
    if lead == "due":
        return 1
    indexes = {t.i for t in inside}
    if _possessed(sent, inside[-1].i) is False:
        return -1
    at = next((t for t in inside if t.head not in indexes), inside[-1])
    for _ in range(_CLIMB):
        if at.lower in tables.FUTURE_WORDS and at.i not in indexes:
            return 1
        if at.pos in {"VERB", "AUX"} and at.i not in indexes:
            tense = _verb_tense(sent, at)
            if tense is not None:
                return 1 if lead in {"until", "till"} and at.lemma in tables.PUT_OFF else tense
        elif at.pos in {"NOUN", "PROPN"} and any(
            k.lower in tables.FUTURE_WORDS and k.i not in indexes for k in sent.kids(at.i, "amod", "acl")
        ):
            return 1
        if at.head == at.i:
            break
        at = sent.tokens[at.head]
    return 0


def _possessed(sent: Sentence, i: int) -> bool | None:
    """Of "Tuesday's vote": whether its noun is a happening that may lie ahead; None where nothing is possessed."""
    following = sent.tokens[i + 1] if i + 1 < len(sent.tokens) else None
    if following is None or following.tag != "POS":
        return None
    head = sent.tokens[sent.tokens[i].head]
    return head.lemma.lower() in tables.AWAITED


def _verb_tense(sent: Sentence, verb: Token) -> int | None:
    """None where the verb has no tense of its own and its head decides."""
    kids = sent.kids(verb.i, "aux", "auxpass")
    aux = {k.lower for k in kids}
    if aux & tables.FUTURE_AUX and not aux & {"have"}:
        # "Could not be found on Wednesday" is a past ability.
        return -1 if "could" in aux and (sent.kids(verb.i, "neg") or sent.kids(verb.i, "preconj")) else 1
    if aux & {"have", "has", "had", "'ve", "’ve", "was", "were", "did"}:
        return 1 if verb.lower in {"scheduled", "due", "slated", "expected", "planned"} and not aux & {"have", "has", "had"} else -1
    if "to" in aux and verb.tag == "VB":
        up = sent.tokens[verb.head]
        if up.i != verb.i and up.pos in {"VERB", "AUX"} and up.lemma in _NEUTRAL_INFINITIVES:
            return _verb_tense(sent, up)
        return 1
    if verb.tag == "VBD":
        return -1
    if verb.tag == "VBG":
        return 1 if aux & {"is", "are", "'s", "’s", "'re", "’re", "am"} else None
    if verb.tag == "VBN":
        return 1 if {"to", "be"} <= aux else 0 if aux & {"is", "are", "be"} else -1
    if verb.tag in {"VBZ", "VBP"}:
        return 1 if verb.lemma in tables.SCHEDULED else 0
    return None if verb.tag == "VB" and verb.dep in {"xcomp", "ccomp", "conj"} else 0
