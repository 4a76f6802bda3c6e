"""Reading -> typed slot values with their scope, so that only values of one slot of one event are ever compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accord.model.authority import authority_of
from accord.model.reading import Quantity, Reading, TimeExpression
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.story import FindingValue
from accord.model.timex import interval
from accord.reconcile.phrases import join
from accord.reconcile.predicates import entity_keys, subjects
from accord.reconcile.synonyms import count_frame, deeds, noun_class, verb_class
from accord.reconcile.terms import fold_name, term

# Whom a count counts. Counts of different scopes are never compared, but for "people", which holds them all.
_SCOPES: dict[str, str] = {
    word: row.split()[0]
    for row in """
    people person man individual victim dead body life fatality casualty death human soul other toll citizen
    civilian noncombatant
    child kid minor infant baby boy girl
    woman
    soldier troop serviceman trooper sailor seaman marine conscript
    policeman police officer policewoman
    militant rebel fighter militiaman insurgent guerrilla terrorist gunman jihadist extremist combatant subversive
    medic doctor nurse paramedic
    journalist reporter
    passenger
    prisoner detainee inmate
    hostage captive
    peasant farmer
    student pupil
    villager resident inhabitant
    """.strip().splitlines()
    for word in row.split()
} | {"": "people", "men": "people", "wounded": "people", "injured": "people"}

_UNIT_SPELLINGS = {
    "storey": "story",
    "storie": "story",
    "metre": "meter",
    "kilometre": "kilometer",
    "km": "kilometer",
    "kg": "kilogram",
    "kilo": "kilogram",
    "kilogramme": "kilogram",
    "kgs": "kilogram",
    "tonne": "ton",
    "litre": "liter",
    "pct": "percent",
    "per cent": "percent",
    "%": "percent",
    "hour": "hour",
    "sq": "square",
    "aircraft": "plane",
    "airplane": "plane",
    "aeroplane": "plane",
    "vessel": "ship",
    "m": "meter",
}

_PART_WORDS = frozenset({"including", "include", "further", "additional", "rest", "these", "those"})
_WHOLE_WORDS = frozenset({"whom", "them"})  # of those already counted; of those attacked, where nobody was counted before
_OTHERS = frozenset({"others", "other", "another"})
# What narrows a toll to a corner of what befell: "in his district alone".
_CORNER = re.compile(
    r"\balone\b|\b(?:in|on|from|of) (?:his|her|their|my|our|one|that|a single)\s(?:\w+\s)?(?:district|neighbou?rhood|quarter|street|village"
    r"|suburb|hamlet|town|family|house|household|unit|ward|block)\b",
    re.IGNORECASE,
)
_CORNER_REACH = 70  # characters around the number
_HISTORY_WORDS = frozenset({"since", "previous", "previously", "war", "conflict", "decade", "history"})
VERB = "v:"
MONEY, PEOPLE, GOODS = "money", "people", "goods"
_GOODS_UNITS = frozenset({"ton", "tonne", "barrel", "container", "kilogram"})
_PEOPLE_UNITS = frozenset(
    "resident inhabitant villager local family household home survivor"
    " voter worker employee laborer miner student pupil teacher refugee migrant"
    " evacuee passenger tourist visitor fan spectator protester demonstrator marcher supporter delegate guest fighter soldier troop"
    " policeman officer firefighter rescuer volunteer patient prisoner hostage member mourner pilgrim job post staff recruit"
    " farmer driver homeowner".split()
)
_ABOARD = re.compile(r"\s+(?:(?:were|was|are)\s+)?(?:on\s+board|aboard)\b", re.IGNORECASE)
ABOARD = "people carried"
_NOUNS_UP = 3
_TAKEN = frozenset({"take", "rush", "bring", "carry", "admit", "transfer", "fly"})
_FALLING = frozenset({"fall"})  # "300 men fell in the war"
_DEADLY = frozenset({"war", "clash", "attack", "explosion", "massacre", "shooting", "battle", "rebellion", "shell", "front", "fire"})
_ERAS = frozenset(
    {"war", "clash", "attack", "coup", "rebellion", "massacre", "earthquake", "flood", "disaster", "collapse", "storm", "crash", "epidemic"}
)
# The dead of a shooting with and without who did it are one toll told in two ways.
_WITH_ATTACKER = re.compile(
    r"\b(?:including|counting|excluding|besides)\s+(the\s+|a\s+|one\s+|two\s+|three\s+)?(?:suspected\s+|alleged\s+|suicide\s+)?"
    r"(?:gun(?:man|men)|shooters?|attackers?|assailants?|bombers?|suspects?|perpetrators?|killers?|himself|herself|themselves)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\s+(?:an?|per|each|every)\s+(hour|day|week|month|year|head|person|barrel|litre|liter|gallon|kilo|ton|tonne|share)\b", re.IGNORECASE
)
_FEW = {"two": 2, "three": 3}
_FORECASTS = frozenset("expect forecast predict project anticipate expectation projection prediction consensus".split())
_FORECAST_UP = 4
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_WHERE = frozenset({"in", "across", "throughout", "around", "at", "near", "on", "over", "of"})
_ROUNDED = 1000
_UP = 0.75  # of the last figure that is told: 43,350 is nearly 44,000, and 24.1 million is not 25
_ROUNDING = 0.05  # 20 million is no round figure for 24
_MOST = 300  # quantities of a report that are looked at; more is a table
_NEAR = 90  # characters
_QUOTED = 12  # words of a value in quotation marks
_BACK_DAYS = 6  # a time further back than this before the report is background


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A quantity with what is needed to say whether another counts the same thing.

    Attributes:
        report: Index in the story.
        scope: Whom it counts, for counts of people; else the unit.
        host: Lemmas of the nouns and, marked with `VERB`, class of the verb that the quantity hangs on, nearest first.
        attributive: It stands before the noun that it measures ("a 48-page indictment").
        part: The words make it a part of another count ("including", "of whom", "another").
        background: The words place it outside the event (a war total, a year, an earlier attack).
        places: Folded names of the places that the sentence puts something in.
        towns: Those of them that are towns.
        town_names: Towns as they are written.
        narrow: Those of them that are no states.
        frame: The slot that the verb gives it ("money given"), "" for none.
        doers: Names of who gives, takes or does what the number counts.
        eras: Past happenings that its sentence names, as year and kind ("1995 war").
        attackers: How many attackers the words say are, or are not, among the counted ("including the gunman").
        forecast: It is what somebody expected, not what came.
        per: The time or thing that it is so much a piece of ("a month", "per head"), "" for none.
    """

    report: int
    quantity: Quantity
    scope: str
    host: tuple[str, ...]
    context: frozenset[str]
    attributive: bool
    part: bool
    background: bool
    places: frozenset[str]
    towns: frozenset[str]
    town_names: frozenset[str]
    narrow: frozenset[str]
    frame: str = ""
    doers: frozenset[str] = frozenset()
    eras: frozenset[str] = frozenset()
    attackers: int = 0
    forecast: bool = False
    per: str = ""


def unit_of(quantity: Quantity) -> str:
    """The unit in one spelling; its head noun where it has a complement."""
    unit = quantity.unit.lower().strip()
    power = next((m for m in quantity.unit_modifiers if m in ("cubic", "square")), None)
    if power:
        head = unit.split(" of ", maxsplit=1)[0]
        return f"{power} {_UNIT_SPELLINGS.get(head, head)}"
    head = unit.split(" of ", maxsplit=1)[0]
    if head[-1:] == "s" and any(ch.isdigit() for ch in head):  # "F-16s"
        head = unit = head[:-1]
    return _UNIT_SPELLINGS.get(unit) or _UNIT_SPELLINGS.get(head) or unit


def counted_class(count: Count) -> str:
    """Class of what is counted; the currency of a sum."""
    return noun_class((count.quantity.currency or unit_of(count.quantity)).split(" of ", maxsplit=1)[0])


def number_of(count: Count) -> float:
    """The number as written, else the bound that is known."""
    return count.quantity.exact or count.quantity.low or count.quantity.high or 0.0


def counts(index: int, reading: Reading) -> Iterator[Count]:
    """Quantities of a reading as counts, in order; years, ages and ordinals left out."""
    days = _event_days(reading)
    places: dict[int, list[tuple[str, str]]] = {}
    names: dict[int, list[str]] = {}
    located: dict[int, list[str]] = {}
    dateline = reading.report.dateline
    for p in reading.places:
        if dateline is None or not dateline.span.overlap(p.span):
            places.setdefault(p.sentence, []).append((p.kind, fold_name(p.name)))
            if p.sentence < len(reading.sentences) and _is_located(reading.sentences[p.sentence], p.span):
                located.setdefault(p.sentence, []).append(fold_name(p.name))
            if p.kind in ("city", "capital"):
                names.setdefault(p.sentence, []).append(p.name)
    times: dict[int, list[TimeExpression]] = {}
    for t in reading.times:
        times.setdefault(t.sentence, []).append(t)
    earlier: list[Quantity] = []
    keys = entity_keys(reading)
    for found in reading.quantities[:_MOST]:
        if found.ordinal or (found.low is None and found.high is None) or found.sentence >= len(reading.sentences):
            continue
        sent = reading.sentences[found.sentence]
        q = found if found.effect else replace(found, effect=_effect(sent, found))
        unit = unit_of(q)
        if reading.report.text[q.span.end : q.span.end + 1] == "-":  # "two rebel-held towns" counts no rebels
            continue
        part = _is_part(sent, q, earlier, reading.report.text)
        earlier.append(q)
        yield Count(
            report=index,
            quantity=q,
            scope=_SCOPES.get(unit.split(" of ", maxsplit=1)[0], unit),
            host=_host(sent, q),
            context=_context(sent, q),
            attributive="-" in q.span.of(reading.report.text) and not q.effect,
            part=part,
            background=_is_background(sent, q, times.get(q.sentence, ()), days),
            places=frozenset(located.get(q.sentence, ())),
            towns=frozenset(n for kind, n in places.get(q.sentence, ()) if kind in ("city", "capital")),
            town_names=frozenset(names.get(q.sentence, ())),
            narrow=frozenset(n for kind, n in places.get(q.sentence, ()) if kind != "state"),
            frame=_frame(sent, q, reading.report.text),
            doers=_doers(sent, q, keys),
            eras=_eras(sent, reading),
            attackers=_attackers(sent, q, reading.report.text),
            forecast=is_forecast(sent, q),
            per=_per(q, reading.report.text),
        )


def _per(q: Quantity, text: str) -> str:
    m = _PER.match(text, q.span.end)
    return m.group(1).lower() if m else ""


def _attackers(sent: Sentence, q: Quantity, text: str) -> int:
    m = _WITH_ATTACKER.search(text, q.span.end, min(sent.span.end, q.span.end + _CORNER_REACH))
    return _FEW.get((m.group(1) or "").lower().strip(), 1) if m and q.effect else 0


def is_forecast(sent: Sentence, q: Quantity) -> bool:
    """Whether it is what somebody expected: "economists had forecast 400,000 claims"; "expects to invest" is a plan."""
    below = q.head
    for above, _ in zip(sent.ancestors(q.head) if 0 <= q.head < len(sent.tokens) else (), range(_FORECAST_UP), strict=False):
        own = sent.tokens[below].dep == "xcomp" and not sent.kids(below, "nsubj")
        if above.lemma.lower() in _FORECASTS and not own:
            return True
        below = above.i
    return False


def _is_located(sent: Sentence, span: Span) -> bool:
    """Whether the words say where ("across Ukraine"), not whose ("Ukraine's services")."""
    return any(t.dep == "pobj" and sent.tokens[t.head].lower in _WHERE for t in sent.covering(span))


def _event_days(reading: Reading) -> tuple[date, date] | None:
    p = reading.published
    low = interval(p.earliest) if p.earliest else None
    high = interval(p.latest) if p.latest else None
    if low is None or high is None:
        return None
    return low[0] - timedelta(days=_BACK_DAYS), high[1] + timedelta(days=_BACK_DAYS)


def _host(sent: Sentence, q: Quantity) -> tuple[str, ...]:
    if not 0 <= q.head < len(sent.tokens):
        return ()
    out = []
    for t in sent.ancestors(q.head):
        if t.pos in ("NOUN", "PROPN"):
            out.append(t.lemma.lower())
        elif t.pos in ("VERB", "AUX"):
            out.append(VERB + verb_class(t.lemma))
            break
        if len(out) >= 4:
            break
    return tuple(out)


def _context(sent: Sentence, q: Quantity, reach: int = 10) -> frozenset[str]:
    inside = [t.i for t in sent.covering(q.span)]
    if not inside:
        return frozenset()
    first, last = inside[0], inside[-1]
    near = sent.tokens[max(0, first - reach) : last + reach + 1]
    return frozenset(k for t in near if t.pos != "NUM" and (k := term(t)) is not None)


def _verb_over(sent: Sentence, q: Quantity) -> Token | None:
    if not 0 <= q.head < len(sent.tokens):
        return None
    return next((t for t in sent.ancestors(q.head) if t.pos in ("VERB", "AUX")), None)


def _frame(sent: Sentence, q: Quantity, text: str) -> str:
    """By the noun that the number is of ("a fine of 5 million"), the unit ("9,000 marchers"), the words behind it, else the verb."""
    kind = kind_of(q)
    if not kind or not 0 <= q.head < len(sent.tokens):
        return ""
    if _ABOARD.match(text, q.span.end):
        return ABOARD
    nouns = (f"n:{noun_class(t.lemma)}" for t in (sent.tokens[q.head], *list(sent.ancestors(q.head))[:_NOUNS_UP]) if t.pos == "NOUN")
    verb = _verb_over(sent, q)
    own = count_frame(kind, nouns)
    return own or (count_frame(kind, deeds(sent, verb)) if verb is not None else "")


def _doers(sent: Sentence, q: Quantity, keys: Mapping[tuple[int, int], str]) -> frozenset[str]:
    """Names of who does what the number hangs on, states by their code."""
    verb = _verb_over(sent, q)
    if verb is None:
        return frozenset()
    heads = [t for t in subjects(sent, verb) if t.i != q.head]
    found = (keys.get((sent.index, h.i)) or (fold_name(h.text) if h.pos == "PROPN" else None) for h in heads)
    return frozenset(k for k in found if k)


def kind_of(q: Quantity) -> str:
    """`MONEY`, `PEOPLE`, `GOODS`, or "" for other things."""
    if q.currency:
        return MONEY
    unit = unit_of(q)
    if noun_class(unit.split(" of ", maxsplit=1)[0]) in _GOODS_UNITS:
        return GOODS
    return PEOPLE if unit in _SCOPES or unit in _PEOPLE_UNITS else ""


def _effect(sent: Sentence, q: Quantity) -> str | None:
    """What befell people by the whole clause: "300 men fell in the war", "twelve were taken to hospital"."""
    verb = _verb_over(sent, q) if kind_of(q) == PEOPLE else None
    if verb is None or not any(k.i == q.head for k in sent.kids(verb.i, "nsubj", "nsubjpass", "dobj")):
        return None
    lemma = verb.lemma.lower()
    if lemma in _TAKEN and any(noun_class(t.lemma) == "hospital" for p in sent.kids(verb.i, "prep") for t in sent.kids(p.i, "pobj")):
        return "hospitalized"
    deadly = lemma in _FALLING and any(t.pos in ("NOUN", "PROPN") and noun_class(t.lemma) in _DEADLY for t in sent.tokens)
    return "killed" if deadly else None


def _eras(sent: Sentence, reading: Reading) -> frozenset[str]:
    """Years before that of the report, each with each kind of past happening in the sentence."""
    text = reading.report.text[sent.span.start : sent.span.end]
    years = set(_YEAR.findall(text))
    if not years:
        return frozenset()
    now = (reading.published.latest or "9999")[:4]
    kinds = {noun_class(t.lemma) for t in sent.tokens if t.pos in ("NOUN", "PROPN")} & _ERAS
    return frozenset(f"{y} {k}" for y in years if y < now for k in kinds)


def _is_part(sent: Sentence, q: Quantity, earlier: Sequence[Quantity], text: str) -> bool:
    inside = [t.i for t in sent.covering(q.span)]
    if not inside:
        return False
    before = {t.lower for t in sent.tokens[max(0, inside[0] - 3) : inside[0]]}
    within = {t.lower for t in sent.tokens[inside[0] : inside[-1] + 1]}
    after = [t.lower for t in sent.tokens[inside[-1] + 1 : inside[-1] + 4]]
    if ("more" in within and "than" not in within) or (before | within) & _PART_WORDS or after[:2] in (["of", "those"], ["of", "the"]):
        return True
    near = [e for e in earlier if q.sentence - e.sentence <= 1 and (e.effect == q.effect or not q.effect)]
    if q.effect and _CORNER.search(text, max(sent.span.start, q.span.start - 10), min(sent.span.end, q.span.end + _CORNER_REACH)):
        return True
    if ({t.lower for t in sent.tokens[max(0, inside[0] - 1) : inside[0]]} | within) & _OTHERS and (near or not q.effect):
        return True
    if (before & _WHOLE_WORDS or after[:2] in (["of", "them"], ["of", "whom"])) and (near or not q.effect):
        return True
    return any(e.sentence == q.sentence and ": " in text[e.span.end : q.span.start] for e in earlier[-4:])


def _is_background(sent: Sentence, q: Quantity, times: Sequence[TimeExpression], days: tuple[date, date] | None) -> bool:
    words = {t.lower for t in sent.covering(Span(max(sent.span.start, q.span.start - 60), min(sent.span.end, q.span.end + 90)))}
    if words & _HISTORY_WORDS or (words & {"last", "earlier"} and words & {"year", "month", "week", "decade"}):
        return True
    if days is None:
        return False
    spans = [(interval(t.value), t.span.distance(q.span)) for t in times]
    past = [bool(span and span[1] < days[0]) for span, _ in spans]
    near = any(old and far < _NEAR for old, (_, far) in zip(past, spans, strict=True))
    return near or (bool(past) and all(past))


def ranges_overlap(a: Quantity, b: Quantity) -> bool:
    """Whether some number satisfies both."""
    low = max(-float("inf") if q.low is None else q.low for q in (a, b))
    high = min(float("inf") if q.high is None else q.high for q in (a, b))
    if low <= high:
        return True
    return a.exact is not None and b.exact is not None and rounds_to(a.exact, b.exact)


def rounds_to(a: float, b: float) -> bool:
    """Whether one of two numbers from a thousand up is the other in round figures (188,829 and 188,000)."""
    few, many = sorted((a, b), key=lambda x: len(f"{x:.2f}".rstrip("0").rstrip(".").rstrip("0")))
    if min(a, b) < _ROUNDED:
        return False
    digits = len(f"{few:.0f}") - len(f"{few:.0f}".rstrip("0"))
    cut, rounded = few <= many < few + 10**digits, abs(many - few) <= _UP * 10**digits
    return digits > 1 and (cut or rounded) and abs(many - few) <= _ROUNDING * many


def words_of(q: Quantity) -> str:
    """The quantity for a reader: "at least 26", "27 to 33", "16"."""
    if q.low is None:
        text = f"at most {_number(q.high)}"
    elif q.high is None:
        text = f"at least {_number(q.low)}"
    elif q.low == q.high:
        text = _number(q.low)
    elif q.exact is not None:
        text = f"about {_number(q.exact)}"
    else:
        text = f"{_number(q.low)} to {_number(q.high)}"
    return f"{text} {q.currency}" if q.currency else text


def _number(x: float | None) -> str:
    if x is None:
        return "?"
    return f"{x:,.0f}" if x == int(x) else f"{round(x, 2):,g}"


def quote_of(reading: Reading, sentence: int, span: Span) -> FindingValue:
    """A value that is told in the report's words, in quotation marks."""
    return value_of(reading, span, f"“{join(reading.sentences[sentence].covering(span)[:_QUOTED])}”")


def value_of(reading: Reading, span: Span, value: str, authority: str | None = None) -> FindingValue:
    """A value of a finding, its authority looked up where none is given."""
    return FindingValue(report_id=reading.report.id, span=span, value=value, authority=authority or authority_of(reading, span))
