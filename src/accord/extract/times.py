"""Sentences -> time expressions, first as their words have them, then with TIMEX3 values against the day of publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from accord.extract import time_tables as tables
from accord.extract.numbers import HYPHENS
from accord.extract.time_calendar import parse_day
from accord.extract.time_filters import is_false
from accord.extract.time_mentions import TimeMention
from accord.extract.time_patterns import PATTERNS, Pattern, caught, trigger_keys
from accord.extract.time_values import resolve_mentions
from accord.extract.time_words import Fields
from accord.model.reading import TimeExpression
from accord.model.report import Published
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import TimeType

__all__ = ["TimeMention", "find_times", "resolve_times"]

_STRIPPED = frozenset("on by at over during in for until before".split())
_NEUTRAL_INFINITIVES = frozenset("fail manage have use seem appear begin start continue come go get prove happen force serve help".split())
_BE_NOW = frozenset(("is", "are", "'s", "’s", "'re", "’re", "am"))
_PER_WHAT = frozenset(("%", "percent", "times", "once", "twice"))
_LOOKS_BACK = frozenset(("since",))
_CLIMB = 12
_OPENING = frozenset(("“", "``", "«", "„"))
_QUOTES = _OPENING | {"”", "''", "»", '"'}
# Relative times are laid only against a day of publication known to this many days.
_ANCHOR_DAYS = 31
# From first to last: a date that may be off by one either way.
_THREE_DAYS = 2


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
    """The first day it can have been published, of three days the middle one; None where that is no more than a guess at the month."""
    first, last = parse_day(published.earliest), parse_day(published.latest or published.earliest)
    if first is None or last is None or (last - first).days > _ANCHOR_DAYS:
        return None
    return (first + timedelta(days=1)).isoformat() if (last - first).days == _THREE_DAYS else first.isoformat()


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


def _beside(sent: Sentence, inside: Sequence[Token], pattern: Pattern, values: dict[str, Any]) -> None:
    """What the word before or behind adds: "$12 an hour" is a rate, "will one day" no length, "the Sept. 11 attacks" are of one year."""
    before = sent.tokens[inside[0].i - 1] if inside[0].i else None
    after = sent.tokens[inside[-1].i + 1] if inside[-1].i + 1 < len(sent.tokens) else None
    each = pattern.name == "count-unit" and len(inside) == 2 and inside[0].lower in {"a", "an"}
    if each and before is not None and (before.pos == "NUM" or before.tag == "NNS" or before.lower in _PER_WHAT):
        values["type"] = TimeType.SET
    some_day = pattern.name == "count-unit" and [t.lower for t in inside] == ["one", "day"]
    if some_day and before is not None and before.pos in {"AUX", "PART"}:
        values.update(type=TimeType.DATE, value="FUTURE_REF")
    if after is None or values.get("year"):
        return
    year, words = tables.NAMED_DAYS.get((values.get("month") or 0, values.get("day") or 0), (0, frozenset()))
    if after.lower in words:
        values["event_year"] = year


def _is_bound(inside: Sequence[Token], fields: Fields) -> bool:
    """Whether "over" and "at" begin a bound of the count ("over a decade", "at least five years")."""
    if inside[0].lower == "over":
        return fields.get("mod") == "MORE_THAN" and not any(t.lower == "the" for t in inside)
    return inside[0].lower == "at" and inside[1].lower in {"least", "most"}


def _mention(sent: Sentence, span: Span, pattern: Pattern, fields: Fields) -> TimeMention | None:
    at = bisect_left(sent.tokens, span.start + 1, key=lambda t: t.end)
    inside = []
    while at < len(sent.tokens) and sent.tokens[at].start < span.end:
        inside.append(sent.tokens[at])
        at += 1
    while len(inside) > 1 and inside[0].lower in _STRIPPED and not _is_bound(inside, fields):
        inside = inside[1:]
    if not inside or is_false(pattern.name, sent, inside, fields):
        return None
    start, end = max(span.start, inside[0].start), min(span.end, inside[-1].end)
    values: dict[str, Any] = dict(fields)
    values.setdefault("type", TimeType.DATE)
    _beside(sent, inside, pattern, values)
    return TimeMention(
        span=Span(start, end),
        sentence=sent.index,
        first=inside[0].i,
        last=inside[-1].i,
        rule=pattern.name,
        tense=clause_tense(sent, inside),
        since=sent.tokens[max(0, inside[0].i - 1)].lower in _LOOKS_BACK,
        quoted=_is_quoted(sent, inside[0].i),
        **values,
    )


def _is_quoted(sent: Sentence, i: int) -> bool:
    """Whether token `i` stands between quotation marks; one without its partner reaches to the sentence's end."""
    marks = [t.i for t in sent.tokens if t.text in _QUOTES]
    before = sum(k < i for k in marks)
    if len(marks) == 1:
        opens = sent.tokens[marks[0]].text in _OPENING or marks[0] == 0
        return opens == (marks[0] < i)
    return before % 2 == 1


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
    if _possessed(sent, inside[-1].i) is False or _is_behind(sent, inside) or _is_unforeseen(sent, inside):
        return -1
    at = next((t for t in inside if t.head not in indexes), inside[-1])
    told = False
    for _ in range(_CLIMB):
        if (at.lower in tables.FUTURE_WORDS or _leads_ahead(sent, at)) and at.i not in indexes:
            return 1
        told = told or (at.lemma.lower() in tables.TELLING and at.i not in indexes)
        if at.pos in {"VERB", "AUX"} and at.i not in indexes:
            # "Set out a plan to curb arms at a briefing on Monday": when it was said, not when arms will be curbed.
            tense = None if told and _is_infinitive(sent, at) else _verb_tense(sent, at)
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


def _is_behind(sent: Sentence, inside: Sequence[Token]) -> bool:
    """Reads "after Monday's talks", "in the wake of her Sunday crisis": the clause may look ahead, what it names is over."""
    head = sent.tokens[inside[-1].head]
    if head.pos not in {"NOUN", "PROPN"} or head.i <= inside[-1].i:
        return False
    up = sent.tokens[head.head]
    return up.lower in tables.BEHIND or (up.lower == "of" and sent.tokens[up.head].lower in tables.BEHIND)


def _is_unforeseen(sent: Sentence, inside: Sequence[Token]) -> bool:
    """Reads "the Jan. 6 Capitol riot", "the Tuesday blast"."""
    indexes = {t.i for t in inside}
    head = next((sent.tokens[t.head] for t in inside if t.head not in indexes), inside[-1])
    return head.pos == "NOUN" and head.i > inside[-1].i and head.lemma.lower() in tables.UNFORESEEN


def _leads_ahead(sent: Sentence, t: Token) -> bool:
    """Whether it is the "of" of "ahead of", "in advance of"."""
    return t.lower == "of" and t.i > 0 and sent.tokens[t.i - 1].lower in tables.AHEAD


def _is_infinitive(sent: Sentence, verb: Token) -> bool:
    return verb.tag == "VB" and any(k.lower == "to" for k in sent.kids(verb.i, "aux"))


def _possessed(sent: Sentence, i: int) -> bool | None:
    """Of "Tuesday's vote": whether its noun is a happening that may lie ahead; None where nothing is possessed."""
    following = sent.tokens[i + 1] if i + 1 < len(sent.tokens) else None
    if following is None or following.tag != "POS":
        return None
    head = sent.tokens[sent.tokens[i].head]
    return head.lemma.lower() in tables.AWAITED


def _is_past_ability(sent: Sentence, verb: Token, aux: set[str]) -> bool:
    """Reads "could not be found on Wednesday", "could hear shots": what was possible then."""
    return "could" in aux and (verb.lemma in tables.PERCEIVED or bool(sent.kids(verb.i, "neg") or sent.kids(verb.i, "preconj")))


def _verb_tense(sent: Sentence, verb: Token) -> int | None:
    """None where the verb has no tense of its own and its head decides."""
    kids = sent.kids(verb.i, "aux", "auxpass")
    aux = {k.lower for k in kids if sent.tokens[min(k.i + 1, len(sent.tokens) - 1)].text not in HYPHENS}  # not "would-be migrants"
    if aux & tables.FUTURE_AUX and not aux & {"have"}:
        return -1 if _is_past_ability(sent, verb, aux) else 1
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
        # "Is flying in on Monday" is set to happen, "is blaming them on Monday" happens.
        return (1 if verb.lemma in tables.SCHEDULED else 0) if aux & _BE_NOW else None
    if verb.tag == "VBN":
        return 1 if {"to", "be"} <= aux else 0 if aux & {"is", "are", "be"} else -1
    if verb.tag in {"VBZ", "VBP"}:
        return 1 if verb.lemma in tables.SCHEDULED else 0
    return None if verb.tag == "VB" and verb.dep in {"xcomp", "ccomp", "conj"} else 0
