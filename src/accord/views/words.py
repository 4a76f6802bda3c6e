"""Words of a report -> words that are safe and short enough to show: nothing is added but the ellipsis of a cut."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.model.spans import Span

ELLIPSIS = "…"
# A cut falls between words; what is longer is an address or a script without spaces, and is cut anywhere.
_LONG_WORD = 20
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Control codes (a terminal obeys them), lone surrogates (UTF-8 cannot carry them) and marks that reverse or hide the letters around them
# (Trojan Source, CVE-2021-42574); tab and line feed are white space and stay.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# A carriage return before a line feed is one line end, not a control code to show.
_LINE_END = re.compile("\r(?=\n)|[\x0b\x0c\x85\u2028\u2029]")


def neutralise(text: str) -> str:
    """The text with every character that could act on a terminal or on the order of letters replaced; no character is added or lost."""
    return _UNSAFE.sub(_REPLACEMENT, _LINE_END.sub(" ", text))


def tidy(text: str) -> str:
    """One line: neutralised, invisible characters left out, white space as single spaces."""
    return " ".join(_INVISIBLE.sub("", neutralise(text)).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a report as one line in three pieces.

    Attributes:
        before, after: The words around, as far as they are shown.
        focus: The words that carry the point; "" if the whole matters alike.
    """

    before: str = ""
    focus: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.focus + self.after

    def clip(self, width: int) -> Quote:
        """At most about `width` characters, cut between words, the focus kept in view."""
        if len(self.text) <= width:
            return self
        if len(self.focus) >= width or not self.focus:
            whole = self.focus or self.text
            cut = _head(whole, width)
            lead = ELLIPSIS if self.focus and self.before.strip() else ""
            return Quote(before=lead, focus=cut) if self.focus else Quote(before=cut)
        room = width - len(self.focus)
        before_room = min(len(self.before), max(room // 2, room - len(self.after)))
        before = _tail(self.before, before_room)
        after = _head(self.after, room - len(before))
        return Quote(before=before, focus=self.focus, after=after)


def quote(text: str, around: Span, focus: Span | None = None) -> Quote:
    """The words of `around` on one line, with those of `focus` marked."""
    if focus is None or focus.overlap(around) == 0:
        return Quote(before=tidy(around.of(text)))
    start, end = max(around.start, focus.start), min(around.end, focus.end)
    before, middle, after = text[around.start : start], text[start:end], text[end : around.end]
    joint = tidy(before) + (" " if before[-1:].isspace() and before.strip() else "")
    rest = (" " if after[:1].isspace() and after.strip() else "") + tidy(after)
    return Quote(before=joint, focus=tidy(middle), after=rest)


def _head(text: str, width: int) -> str:
    """The beginning, cut after a word."""
    if len(text) <= width:
        return text
    if width < 4:
        return ELLIPSIS
    room = width - 2
    cut = text[:room]
    space = cut.rfind(" ")
    kept = cut if text[room] == " " or space < 0 or room - space > _LONG_WORD else cut[:space]
    return f"{kept.rstrip(' ,;:-–—')} {ELLIPSIS}" if kept.strip() else ELLIPSIS


def _tail(text: str, width: int) -> str:
    """The end, cut before a word."""
    if len(text) <= width:
        return text
    if width < 4:
        return ELLIPSIS
    room = width - 2
    cut = text[-room:]
    space = cut.find(" ")
    kept = cut if text[-room - 1] == " " or not 0 <= space <= _LONG_WORD else cut[space + 1 :]
    return f"{ELLIPSIS} {kept.lstrip(' ,;:-–—)')}"


def base_name(location: str) -> str:
    """The last part of a path, so that a page given away tells nothing of the machine it was made on; URLs stay whole."""
    if re.match(r"https?://", location, re.IGNORECASE):
        return tidy(location)
    return tidy(re.split(r"[/\\]", location.rstrip("/\\"))[-1]) or "-"


def safe_link(url: str | None) -> str | None:
    """The URL if a reader may click it: http or https with a host and no control characters, else None."""
    if not url:
        return None
    url = url.strip()
    return url if re.fullmatch(r"https?://[^\s\x00-\x1f\x7f<>\"'\\]+", url, re.IGNORECASE) and neutralise(url) == url else None


def host(url: str | None) -> str | None:
    """Host of a web address without `www.`, or None."""
    m = re.match(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/:?#]+)", safe_link(url) or "", re.IGNORECASE)
    return m[1].lower() if m else None
