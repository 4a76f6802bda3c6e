"""Text -> posts of social media that stand inside it, with their signature and date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from accord.model.spans import Span
from accord.read.dates import FULL_DATE

# "— Name (@handle) August 29, 2025", after the words of the post; pages glue it to what stands before.
_SIGNATURE = re.compile(
    r"(?:(?:pic\.[\w.]+/\w+|https?://t\.co/\w+)\s*)?(?:[—–]|--?)\s?[^\n@()—–]{0,60}\(@\w{1,20}\)"
    rf"(?:\s*(?P<date>{FULL_DATE})|(?=[^\S\n]*$))",
    re.I | re.M,
)
# The name stands first and the day last, as in "@handle: no deal again. 13 Mar 2023".
_HANDLE = re.compile(r"(?:(?<=^)|(?<=[\s.!?”\"]))@\w{2,20}\s?[:：]\s", re.M)
_DATE = re.compile(FULL_DATE, re.I)
_SENTENCE = re.compile(r"[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'A-Z@#\d])")
# A post holds at most 280 characters; embeds inside a paragraph hold a few short sentences.
_POST_CHARS = 320
_LOOK_BACK = 1_000
_SHORT_SENTENCE_WORDS = 14
_SENTENCES_BACK = 3


def find_embeds(text: str) -> tuple[Span, ...]:
    """Embedded posts in order of position, whole lines or stretches of a paragraph.

    A post ends in its signature. It begins at the last of: a place where a closing quotation mark is glued to a capital, the start of its
    line, and, inside a longer paragraph, the last short sentences before the signature.
    """
    if "@" not in text:
        return ()
    found = list(_handle_first(text))
    found.extend(Span(_start_of_post(text, m.start(), dated=bool(m["date"])), _trim(text, m.end())) for m in _SIGNATURE.finditer(text))
    out: list[Span] = []
    for span in sorted(found):
        start = max(span.start, out[-1].end if out else 0)
        if start < span.end:
            out.append(Span(start, span.end))
    return tuple(out)


def _handle_first(text: str) -> Iterator[Span]:
    handles = list(_HANDLE.finditer(text))
    dates = [m.end() for m in _DATE.finditer(text)] if handles else []
    for m in handles:
        nearest = bisect_left(dates, m.end())
        if nearest < len(dates) and dates[nearest] - m.end() <= _POST_CHARS and "\n" not in text[m.end() : dates[nearest]]:
            yield Span(m.start(), dates[nearest])


def _trim(text: str, end: int) -> int:
    while text[end - 1].isspace():
        end -= 1
    return end


def _start_of_post(text: str, signature: int, *, dated: bool) -> int:
    low = max(0, signature - _LOOK_BACK)
    line = max(low, text.rfind("\n", low, signature) + 1)
    if dated and not text[line:signature].strip():
        # The signature has a line of its own: the post is the line above.
        signature = low + len(text[low:line].rstrip())
        line = max(low, text.rfind("\n", low, signature) + 1)
    words = text[line:signature]
    glued = [m.end() for m in _GLUE.finditer(words)]
    if glued and len(words) - glued[-1] <= _POST_CHARS:
        return line + glued[-1]
    if len(words) <= _POST_CHARS:
        return line + len(words) - len(words.lstrip())
    return line + _last_short_sentences(words)


# "... show of unity"So salty!": no space stands between the paragraph and the post.
_GLUE = re.compile(r"(?:(?<=[a-z.!?,][\"”’])|(?<=[.!?…])|(?<=[a-z]\)))(?=[A-Z@#“][a-z@\w])")


def _last_short_sentences(words: str) -> int:
    starts = [0, *(m.end() for m in _SENTENCE.finditer(words))]
    at = starts[-1]
    for back in range(1, min(_SENTENCES_BACK, len(starts)) + 1):
        start = starts[-back]
        end = starts[-back + 1] if back > 1 else len(words)
        if back > 1 and len(words[start:end].split()) > _SHORT_SENTENCE_WORDS:
            break
        at = start
    return max(at, len(words) - _POST_CHARS)
