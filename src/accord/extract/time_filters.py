"""Words that a time pattern caught -> whether they are no time after all: names, ages, fractions, verbs, decoration."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from accord.extract import time_tables as tables
from accord.extract.numbers import MONTH_WORDS, is_year
from accord.extract.time_words import Fields
from accord.model.sentence import Sentence, Token

# Months that are also words or first names need a sign that a time is meant.
_MONTH_LEADS = frozenset(
    "in of last next this until till since by from to through between and during late early mid before after around every each , ( for"
    " as past or"
    " following previous ending ended mid- begins beginning that late-".split()
)
_AMBIGUOUS_MONTHS = frozenset("may march mar mar. jan jan. jun jun. jul jul. apr dec august april june".split())
_LONE_ABBREVIATIONS = frozenset("mar jan jun jul apr may sep".split())
_NAMES_AFTER_WEEKDAY = frozenset(
    "times telegraph mirror mail express herald post tribune world sun star business people independent school mass review magazine"
    " football live fever brunch journal news edition best show roast".split()
)
_NAMES_BEFORE_WEEKDAY = frozenset("black bloody super cyber bleak fat man manic joe ruby casual giving small taco".split())
# Rules whose words are written small in running prose: capitals inside a sentence make them a name ("USA Today", "Agence Daily").
_SMALL_WORDS = frozenset("day-word frequency reference part period weekend overnight every while per-unit".split())
_OPENERS = frozenset(("“", '"', "``", "‘", "'", "(", "[", "—", "–", "-", "--", ":", ";", "...", "…", "''", "`", "*", "•", "”", "’"))
_QUOTES = frozenset(("“", "”", '"', "``", "''", "‘", "’", "'", "`"))
_TITLE_SHARE, _TITLE_CHARS, _TITLE_WORDS = 0.7, 3, 6
# What is bought, sung or lit for a feast; the feast as a day is said without them.
_DECORATION = frozenset(
    "tree trees card cards carol carols song songs gift gifts present presents lights decorations ornament ornaments stocking stockings"
    " sweater sweaters cake cookies turkey pudding island islands".split()
)
_FEAST_NAMES = frozenset("white father merry happy blue last-minute".split())
_ALWAYS_CAPITAL = frozenset((*tables.MONTHS, *tables.WEEKDAYS, *(f"{w}s" for w in tables.WEEKDAYS)))
_STREET_WORDS = frozenset("block blocks meters metres model models".split())
_CAR_MAKERS = frozenset(
    "acura audi bentley bmw buick cadillac chevrolet chevy chrysler citroen dodge ferrari fiat ford gmc harley honda hyundai infiniti isuzu"
    " jaguar jeep kia lada lexus lincoln maserati mazda mercedes mercury mini mitsubishi nissan oldsmobile opel peugeot plymouth pontiac"
    " porsche renault rover saab saturn skoda subaru suzuki tesla toyota volkswagen volvo yamaha".split()
)
_FINANCE = frozenset(
    "profit profits sales earnings revenue revenues results loss losses net pretax growth fiscal quarter dividend exports imports output"
    " gdp economy production shipments turnover income orders prices demand".split()
)
_OVERNIGHT_THINGS = frozenset("bag bags delivery mail success sensation rate rates train camp guest guests stay stays lows".split())
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"))
_COUNT_LEADS = frozenset("nearly almost roughly approximately exactly than".split())
# Names that end in a year to come, a year of editions, or a number.
_NUMBERED = frozenset(
    "bill hb sb h.b. s.b. h.r. hr s.r. no no. rule section title room flight route highway interstate unit local channel proposition prop"
    " ordinance article lot suite form boeing airbus resolution sector checkpoint"
    " agenda vision horizon plan action expo euro project strategy windows office roadmap mission initiative goal goals programme program"
    " compact framework copa compass pact".split()
)
_BOOKS = frozenset(
    "genesis exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles job psalm psalms proverbs ecclesiastes isaiah"
    " jeremiah ezekiel daniel hosea joel amos micah matthew mark luke john acts romans corinthians galatians ephesians philippians"
    " colossians thessalonians timothy titus hebrews james peter jude revelation".split()
)
# "In the 50s" may be a decade, "in the 30s" is a temperature or an age.
_FIRST_DECADE = 50
_IDLE_LEADS = frozenset(("on", "such", "what", "quite"))
Judge = Callable[[Sentence, list[Token], Fields], bool]


def is_false(rule: str, sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Whether the tokens that `rule` caught in `sent` are no time."""
    if rule in _SMALL_WORDS and _is_name(sent, inside):
        return True
    judge = _JUDGES.get(rule)
    return judge is not None and judge(sent, inside, fields)


def _beside(sent: Sentence, inside: Sequence[Token]) -> tuple[Token | None, Token | None]:
    first, last = inside[0].i, inside[-1].i
    return (sent.tokens[first - 1] if first else None), (sent.tokens[last + 1] if last + 1 < len(sent.tokens) else None)


# ------------------------------------------------------------------------------------------------ names


def _is_name(sent: Sentence, inside: Sequence[Token]) -> bool:
    """Words that have a capital though they neither open a sentence or quotation nor stand in a headline."""
    words = [t for t in inside if t.text[:1].isalpha() and t.lower.rstrip(".") not in _ALWAYS_CAPITAL]
    if not words or not words[-1].text[:1].isupper():
        return False
    if _is_title(sent):
        return False
    before, after = _beside(sent, inside)
    if before is None or before.text in _OPENERS:
        # "Today is ..." opens; "This Week" and "Nightly News" in quotation marks are programmes.
        named = after is not None and after.pos == "PROPN" and words[0].lower in tables.FREQUENCIES
        return named or _is_quoted_name(sent, inside) or (len(words) > 1 and all(t.text[:1].isupper() for t in words))
    return True


def _is_quoted_name(sent: Sentence, inside: Sequence[Token]) -> bool:
    """Reads ``on "Today"``, a programme; ``"Tomorrow," he said`` is an answer."""
    first, last = inside[0].i, inside[-1].i
    if first == 0 or sent.tokens[first - 1].text not in _QUOTES:
        return False
    behind = [t.text for t in sent.tokens[last + 1 : last + 3]]
    closed = behind[:1] and (behind[0] in _QUOTES or (behind[0] in {".", ","} and behind[-1] in _QUOTES))
    return bool(closed) and first > 1 and (sent.tokens[first - 2].text.isalpha() or sent.tokens[first - 2].tag == "POS")


def _is_title(sent: Sentence) -> bool:
    """Headlines have capitals all through."""
    words = [t for t in sent if t.text.isalpha() and len(t.text) > _TITLE_CHARS]
    capitals = sum(t.text[0].isupper() for t in words)
    return len(words) >= _TITLE_WORDS and capitals >= _TITLE_SHARE * len(words)


def _is_programme(sent: Sentence, inside: Sequence[Token]) -> bool:
    """Reads ``"Fox News Sunday"``: a few words with capitals in quotation marks that end with the day."""
    _, after = _beside(sent, inside)
    if after is not None and after.text == ",":
        after = sent.tokens[after.i + 1] if after.i + 1 < len(sent.tokens) else None
    if after is None or after.text not in _QUOTES:
        return False
    for back in range(1, 6):
        i = inside[0].i - back
        if i < 0:
            return False
        if sent.tokens[i].text in _QUOTES:
            return back > 1
        if not sent.tokens[i].text[:1].isupper():
            return False
    return False


def _is_no_weekday(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    before, after = _beside(sent, inside)
    if after is not None and after.lower in _NAMES_AFTER_WEEKDAY and after.text[0].isupper():
        return True
    # "Sunday Morning Futures", "Saturday Night Live": the part of the day has a capital only in a name.
    if fields.get("part") and len(inside) > 1 and inside[-1].text[0].isupper() and not _is_title(sent):
        return True
    return (before is not None and before.lower in _NAMES_BEFORE_WEEKDAY) or _is_programme(sent, inside)


def _is_no_holiday(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    before, after = _beside(sent, inside)
    return (after is not None and after.lower in _DECORATION) or (before is not None and before.lower in _FEAST_NAMES)


def _is_no_day_word(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Reads "A brighter tomorrow"."""
    i = inside[0].i
    lead = sent.tokens[i - 1] if i else None
    if lead is None or inside[-1].lower not in {"tomorrow", "yesterday", "today"}:
        return False
    return lead.lower == "a" or (lead.pos == "ADJ" and i > 1 and sent.tokens[i - 2].lower in {"a", "the", "our", "their", "that"})


# ------------------------------------------------------------------------------------------------ numbers and units


def _is_no_year(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    t = inside[-1]
    before, after = _beside(sent, inside)
    if before is not None and (before.lower in _COUNT_LEADS or (before.lower in _NUMBERED and before.text[0].isupper())):
        return True
    if not t.text.isdecimal() or len(inside) > 2:
        return False
    if after is not None and (after.lower in _STREET_WORDS or (after.lower in _CAR_MAKERS and after.text[0].isupper())):
        return True
    return len(inside) == 1 and (not is_year(sent.tokens, t.i) or _in_number(sent, t))


def _in_number(sent: Sentence, t: Token) -> bool:
    """Digits that hang together with other digits: telephone numbers, ranges of pages, decimals."""
    left, right = _beside(sent, [t])
    if (
        left is not None
        and left.end == t.start
        and left.text in {"-", "/", ".", ":", "#"}
        and t.i >= 2
        and not sent.tokens[t.i - 2].text.isdecimal()
    ):
        return sent.tokens[t.i - 2].end == left.start and sent.tokens[t.i - 2].lower not in {"mid", "post", "pre", "early", "late"}
    return right is not None and right.start == t.end and right.text in {":", "/"}


def _is_no_count(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    before, after = _beside(sent, inside)
    if inside[0].lower == "last" and inside[0].pos == "VERB":
        return True
    if inside[-1].lower in {"before", "after"} and after is not None and (after.pos in _NOMINAL or after.tag == "VBG"):
        # "Days before voters go to the polls": the stretch is told, the day is not.
        return True
    if before is not None and before.text in {"$", "€", "£", "#", "-"} and before.end == inside[0].start:
        return before.text != "-"
    if after is not None and (after.lower in {"old", "aged"} or (after.lower == "of" and inside[-1].lower in {"quarters", "quarter"})):
        return True
    if inside[-1].lower == "quarters" and len(inside) > 1 and inside[-2].text == "-":
        return True
    # "60 Minutes" and "48 Hours" are programmes.
    if inside[-1].text[:1].isupper() and inside[0].i and not _is_title(sent):
        return True
    # "On a day rich in symbols", "such a day": no stretch of time.
    single = len(inside) == 2 and inside[0].lower in {"a", "an"}
    return single and before is not None and before.lower in _IDLE_LEADS and fields.get("value") in {"P1D", "P1W", "P1M", "P1Y"}


def _is_no_decade(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Reads "In her early 20s", an age, and "a high in the mid-30s", degrees or per cent: small tens are years only if they say so."""
    before, _ = _beside(sent, inside)
    if before is not None and before.tag == "PRP$":
        return True
    digits = inside[-1].text.rstrip("s’'").rpartition("-")[2].lstrip("'’‘")
    clipped = any(t.text[0] in "'’‘" for t in inside) or inside[-1].text[-2:-1] in {"'", "’"}
    lead = before is not None and before.text == "-" and before.end == inside[0].start
    return (
        len(digits) == 2
        and not clipped
        and (
            lead
            or not any(t.lower == "the" for t in (inside[0], *([before] if before else [])))
            or (digits.isdecimal() and int(digits) < _FIRST_DECADE)
        )
    )


def _is_no_half(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Reads "They led in the first half" of a game: without a year only business has halves."""
    return not fields.get("year") and fields.get("shift") is None and _FINANCE.isdisjoint(t.lower for t in sent)


def _is_no_night(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Reads "An overnight bag"."""
    _, after = _beside(sent, inside)
    return after is not None and after.lower in _OVERNIGHT_THINGS


def _is_idiom(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Reads "At the end of the day", which comes to "after all"."""
    words = [t.lower for t in inside]
    before, _ = _beside(sent, inside)
    lead = words[0] == "at" or (before is not None and before.lower == "at")
    return lead and words[-5:] == ["the", "end", "of", "the", "day"]


def _is_no_period(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    _, after = _beside(sent, inside)
    return after is not None and after.lower == "of" and fields.get("unit") == "D"


# ------------------------------------------------------------------------------------------------ words of other senses


def _is_no_month(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    before, after = _beside(sent, inside)
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


def _is_no_season(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    before, _ = _beside(sent, inside)
    t = next((k for k in inside if k.lower in tables.SEASONS), inside[-1])
    bare = len(inside) == 1
    if before is not None and before.pos == "PROPN" and bare:
        return True
    if t.lower in {"fall", "spring"}:
        return t.pos not in {"NOUN", "PROPN"} or bare or {k.lower for k in inside} == {"the", t.lower}
    return bare and (before is None or before.lower not in {"in", "during", "of", "since", "until", "by", "for", "early", "late"})


def _is_no_frequency(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Reads "The party daily", "a weekly": newspapers."""
    before, after = _beside(sent, inside)
    if before is not None and after is not None and before.pos in {"NOUN", "PROPN"} and after.pos == "PROPN":
        return True
    noun = inside[0].tag in {"NN", "NNS"} and before is not None and before.pos in {"DET", "ADJ", "PROPN", "NOUN"}
    return noun and (after is None or after.tag not in {"NN", "NNS"})


def _is_no_clock(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    """Reads "Exodus 18:21", a verse, and "Midday with Ann Lee", a programme."""
    before, _ = _beside(sent, inside)
    if len(inside) == 1 and inside[0].text.isalpha() and inside[0].text[0].isupper() and before is not None and not _is_title(sent):
        return True
    return before is not None and before.lower in _BOOKS and ":" in inside[0].text


def _is_no_reference(sent: Sentence, inside: list[Token], fields: Fields) -> bool:
    before, after = _beside(sent, inside)
    words = " ".join(t.lower for t in inside)
    if words == "current":
        # The noun is water or electricity.
        return inside[0].pos == "NOUN" and (after is None or after.pos not in {"NOUN", "PROPN", "ADJ"})
    if words in {"the past", "the future", "the present", "the recent past"}:
        return after is not None and (after.pos in {"NOUN", "PROPN", "ADJ", "NUM"} or after.text == "-")
    if words in {"the moment", "at the moment", "for the moment"}:
        # "At the moment he learned of it" is a moment of its own.
        return after is not None and after.pos in {"PROPN", "PRON", "DET", "NOUN", "SCONJ", "ADP"}
    if words == "soon":
        return bool(before and before.lower in {"as", "too", "how"}) or bool(after and after.lower == "as")
    return words == "at the time" and after is not None and after.lower == "of"


_JUDGES: dict[str, Judge] = {
    "year": _is_no_year, "month": _is_no_month, "weekday": _is_no_weekday, "season": _is_no_season, "reference": _is_no_reference,
    "ago": _is_no_count, "count-unit": _is_no_count, "in-units": _is_no_count, "shifted-count": _is_no_count, "period": _is_no_period,
    "holiday": _is_no_holiday, "day-word": _is_no_day_word, "decade": _is_no_decade, "frequency": _is_no_frequency, "half": _is_no_half,
    "clock-date": _is_no_clock,
    "overnight": _is_no_night, "point-of": _is_idiom,
}  # fmt: skip
