"""Text -> its dateline and the day of publication that its head states."""

from __future__ import annotations

import re
from datetime import date

from accord.model.report import DateEvidence, Dateline, Published
from accord.model.spans import Span
from accord.model.vocabulary import DateBasis
from accord.read.dates import FULL_DATE, PART_DATE, WEEKDAY, date_of
from accord.read.layout import Line, split_lines

DATELINE_RULE = "dateline"
_HEAD_LINES = 14
_DATELINE_CHARS = 130
_PLACE_WORDS = 8
_LONG_REST = 200
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")
_SEPARATOR = re.compile(r"\s*(?:-{2,}|[—–―‒]|\s-(?=\s)|-\s|\s-(?=[A-Z])|_+|:)\s*")
# What FBIS puts between dateline and text: "[TEXT]", "[COMMUNIQUE] [GENERAL COMMAND] [TEXT]".
_BRACKETS = re.compile(r"(?:\[[^\]a-z]{1,160}\]\s*)+")
_AGENCY = re.compile(r"\s*,?\s*\((?P<agency>[^()]{2,60})\)\s*$")
_TAIL_DATE = re.compile(rf"(?:^|[\s,(]+)(?P<date>(?:{WEEKDAY},?\s*)?{FULL_DATE}|{PART_DATE}(?:,?\s*\d{{4}})?)[\s,.)]*$", re.I)
_PLACE_WORD = re.compile(r"[^\W\d_][\w.'’-]*$")
_SMALL_WORDS = frozenset(
    "de del la las le los el al da do dos das di du of the and on in upon sur am an der bei y e near aboard with".split()
)
# Labels in capitals that end in a colon or dash but name no place.
_NO_PLACE = frozenset(
    (
        "breaking|update|updated|exclusive|watch|video|live|opinion|analysis|editorial|comment|question|answer|note|"
        "factbox|timeline|explainer|profile|interview|transcript|summary|read|photo|photos|file|graphic|correction|"
        "urgent|alert|flash|advisory|reporter|president|chairman|moderator|host|anchor|narrator|q|a|abstract|abstract.|"
        "text|unidentified|voice|caption|fact|claim|verdict|myth|warning|sponsored|advertisement|spoiler|pictured|"
        "related|more|by|editor's note|special report|developing|problem|solution|status|rating|result|results|claims|"
        "source|sources|reality|case|date|location|victim|victims|published|updated|posted|news analysis|in brief|first|"
        "second|third|introduction|background|conclusion|key points|highlights|mr|mrs|ms|dr|sen|rep|gov|p.s|ps|nb|"
        "faq|poll|quiz"
    ).split("|")
)
_LABEL = (
    r"(?P<label>(?:(?:first |originally |last |date )?(?:published|posted|updated|created|modified|issued|released|filed|printed)"
    r"(?: (?:on|at|by))?"
    r"|(?:publication|release|issue) date|date(?: of publication)?))"
)
_CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{3,4}(?= ?(?:gmt|utc|hours|hrs|h)\b)|\d{1,2}(?= ?[ap]\.?m))(?: ?[ap]\.?m\b\.?)?"
_AFTER_DATE = re.compile(
    rf"(?:[\s,|·•()/;–—-]|\bat\b|{_CLOCK}"
    rf"|\b(?:gmt|utc|[A-Z]{{2,4}}T|IST|EST|EDT|BST|CET|CEST|ET|PT|PST|PDT|local time)\b"
    rf"(?:\s?[+-]\d{{1,2}}(?::?\d{{2}})?)?"
    rf"|\d+[ -]min(?:ute)?s?[ -]read\b)*(?:(?:last )?(?:updated|modified|edited|published|posted)\b[^.!?]{{0,60}}|by [^.!?]{{2,60}})?$",
    re.I,
)
# The date that opens a line: "Published: 3 March 2021 14:05 GMT", "Sunday 25 August 2013".
_DATE_LINE = re.compile(rf"[\s\[(|·•–—-]*(?:{_LABEL}\s*[:|–-]?\s*)?(?:{WEEKDAY},?\s*)?(?:{_CLOCK}[\s,|-]*)?{FULL_DATE}", re.I)
# In one line with the writer: "By the foreign desk | Published 2 May 2019, 11:40", "Jane Roe, 3 March 2021".
_AFTER_BYLINE = re.compile(
    rf"(?:by [^|.!?\n]{{2,60}}?|[^|.!?\n]{{2,40}}?)\s*(?:[|·•,]|\s[–—-]\s|\s(?=published|updated|posted))\s*(?={_DATE_LINE.pattern})",
    re.I,
)
_WIRES = r"(?:(?:Monitor|AFP|AP|Reuters|UPI|Agencies|Xinhua|EFE|DPA|TASS|SANA|Staff)\s+)"
_BYLINE_BEFORE_STAMP = re.compile(r"\s(?P<by>(?:By|BY|by [Oo]ur) [^.!?]{2,50})$")
_STAMP_TAIL = re.compile(
    rf"(?:[\s,|·•-]*(?:\bat\b )?{_CLOCK}(?: ?[A-Z]{{2,4}}\b)?)?\s*(?:[|·•]\s*(?:\d+[ -]min\w*[ -]read)?|\d+[ -]min\w*[ -]read)", re.I
)
_STAMP = re.compile(rf"(?:{_LABEL}\s*[:|-]?\s*)?(?:{WEEKDAY},?\s*)?{FULL_DATE}", re.I)


def find_dateline(text: str, after: int = 0) -> tuple[Dateline | None, Published | None]:
    """The dateline of the first paragraph after `after`, and the publication day that it or a date line beside it states.

    The dateline's span runs from the place to the dash, colon or bracket before the first sentence. A dateline or date line without its
    year states no day: that is left to dating by inner evidence.
    """
    dateline: Dateline | None = None
    published: Published | None = None
    for line in _lines_after(text, after)[:_HEAD_LINES]:
        published = published or _date_line(line)
        found = _dateline_of(line)
        if found:
            dateline, day = found
            # A dateline's day is the day of writing; a line that says "published" is as good and stands first.
            published = published or day
        if found or line.is_prose:
            break
    return dateline, published


def _lines_after(text: str, after: int) -> list[Line]:
    return [Line(Span(li.span.start + after, li.span.end + after), li.text) for li in split_lines(text[after:])]


def find_stamp(text: str) -> tuple[int, Span, Published] | None:
    """In a text without line breaks: where the headline ends, the publication stamp after it, and its day.

    "... will it hold? 14 March 2023 | 3 min read ..." has a stamp; a bare date inside the first sentence is none.
    """
    for m in _STAMP.finditer(text, 0, 260):
        day = date_of(m)
        tail = _STAMP_TAIL.match(text, m.end(), m.end() + 60)
        if day and m.start() and (tail or m["label"]):
            headline_end = len(text[: m.start()].rstrip(" |·•,-–—"))
            byline = _BYLINE_BEFORE_STAMP.search(text[:headline_end])
            headline_end = len(text[: byline.start()].rstrip()) if byline else headline_end
            stamp = Span(byline.start("by") if byline else m.start(), m.end() + (len(tail.group().rstrip()) if tail else 0))
            return headline_end, stamp, _stated(Span(*m.span()), day, "date line at the head")
    return None


def _stated(span: Span, day: date, why: str) -> Published:
    value = day.isoformat()
    return Published(earliest=value, latest=value, basis=DateBasis.STATED, evidence=(DateEvidence(span=span, why=why),))


def _date_line(line: Line) -> Published | None:
    """The day that a line states as a whole, or that opens a text before its first sentence."""
    t = line.text
    wires = re.match(_WIRES + "{1,3}", t)
    head = wires or _AFTER_BYLINE.match(t)
    start = head.end() if head else 0
    m = _DATE_LINE.match(t, start) or _DATE_LINE.match(t)
    day = date_of(m) if m else None
    if m is None or day is None:
        return None
    span = Span(line.span.start + m.end() - len(m.group().lstrip(" [(|·•–—-")), line.span.start + m.end())
    label = (m["label"] or "").lower()
    why = f'line at the head: "{label}"' if label else "date line at the head"
    if len(t) <= _DATELINE_CHARS and _AFTER_DATE.match(t[m.end() :]):
        return _stated(span, day, why)
    # Before running text a date is the page's only if a new sentence begins right after it.
    opens = re.match(r"(?:\s*\((?:updated|modified)[^)]*\))?(?:\s*[|–—-]+)?\s*(?:by )?[\"“‘']?(?:[A-Z]|\d)", t[m.end() :])
    if opens and m.start() == (wires.end() if wires else 0):
        return _stated(span, day, why)
    return None


def _dateline_of(line: Line) -> tuple[Dateline, Published | None] | None:
    for m in list(_SEPARATOR.finditer(line.text[:_DATELINE_CHARS]))[:5]:
        head, rest = line.text[: m.start()], line.text[m.end() :]
        if m.group().strip() == ":" and rest[:1].islower():
            continue
        parts = _take_apart(head)
        if parts is None:
            continue
        place, day_match, agency = parts
        dated = bool(day_match or agency)
        # "HARBOUR FIGHT: Minister storms out" is a headline: a bare place needs a whole sentence, or nothing, after it.
        if not dated and rest and not (line.is_prose and (_SENTENCE_END.search(rest) or len(rest) > _LONG_REST)):
            continue
        if _is_dateline(place, line.text[m.start() : m.end()].strip(), rest, dated):
            brackets = _BRACKETS.match(rest)
            end = m.end() + (len(brackets.group()) if brackets else 0)
            span = Span(line.span.start, line.span.start + len(line.text[:end].rstrip()))
            return Dateline(span=span, place=place, agency=agency), _day_of(day_match, head, line.span.start)
    return _agency_without_dash(line)


def _agency_without_dash(line: Line) -> tuple[Dateline, Published | None] | None:
    """Place and agency alone on their line: "NAIROBI, Kenya (AP)"."""
    parts = _take_apart(line.text) if len(line.text) <= 80 else None
    if parts and parts[2] and _is_place(parts[0]) and parts[0].partition(",")[0].isupper():
        return Dateline(span=line.span, place=parts[0], agency=parts[2]), _day_of(parts[1], line.text, line.span.start)
    return None


def _take_apart(head: str) -> tuple[str, re.Match[str] | None, str | None] | None:
    """Place, date and agency of what stands before the dash; the last two in either order."""
    day: re.Match[str] | None = None
    agency: str | None = None
    for _ in range(4):
        m = _TAIL_DATE.search(head) if day is None else None
        if m:
            day, head = m, head[: m.start()]
            continue
        a = _AGENCY.search(head) if agency is None else None
        if a and a.start() and not (day and _is_country(a["agency"])):
            agency, head = a["agency"], head[: a.start()]
            continue
        break
    place = head.strip(" ,\t")
    place = place if re.search(r"\b\w{1,4}\.$", place) else place.rstrip(". ")
    return (place, day, agency) if place else None


def _is_country(words: str) -> bool:
    """In "WASHINGTON DC (UNITED STATES), 16 NOV 89 (EFE)" the bracket beside the place is its country, not an agency."""
    return words.isupper() and len(words) > 6 and not _AGENCY_NAME.search(words)


_AGENCY_NAME = re.compile(
    r"\b(?:news|agency|press|service|wire|radio|television|tv|herald|times|post|reuters|xinhua|network|bloomberg|journal|daily|chronicle"
    r"|media)\b",
    re.I,
)


def _is_dateline(place: str, separator: str, rest: str, dated: bool) -> bool:
    if not _is_place(place) or place.lower() in _NO_PLACE or place.split(maxsplit=1)[0].lower() in _NO_PLACE:
        return False
    first = place.partition(",")[0]
    capitals = first.isupper() and len(first) > 2
    if dated:
        return capitals or separator != ":" or "," in place or len(place.split()) <= 3
    if rest[:60].isupper() and len(rest) > 30:
        return False
    if rest and not rest[0].isupper() and rest[0] not in "\"“‘'`$€£[(" and not rest[0].isdigit():
        return False
    if capitals:
        return separator != ":" or len(first.split()) <= 3
    # "Nairobi, Kenya - ...": two names and a dash; one name alone may be anybody's.
    return separator != ":" and place.count(",") == 1 and len(place.split()) <= 5 and len(rest) > 40


def _is_place(place: str) -> bool:
    words = [w for w in re.split(r"[\s,/()-]+", place) if w]
    if not 1 <= len(words) <= _PLACE_WORDS or len(place) < 3 or place[0] == "(":
        return False
    if not words[0][0].isupper() or re.search(r"[.!?]\s+[A-Z][a-z]{3}", place):
        return False
    return all(_PLACE_WORD.match(w) and (w[0].isupper() or w.lower() in _SMALL_WORDS) for w in words)


def _day_of(day_match: re.Match[str] | None, head: str, start: int) -> Published | None:
    if day_match is None:
        return None
    m = re.compile(FULL_DATE, re.I).search(head + " ", day_match.start("date"))
    if m is None:
        m = re.compile(FULL_DATE, re.I).search(head, day_match.start("date"))
    day = date_of(m) if m else None
    return _stated(Span(start + m.start(), start + m.end()), day, DATELINE_RULE) if m and day else None
