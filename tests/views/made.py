"""A brief built by hand: an invented harbour summit in three reports, with every kind of row that the views show."""

from __future__ import annotations

import dataclasses
import re

import hand
from accord.model.reading import (
    Attribution,
    Entity,
    EntityId,
    Event,
    Mention,
    Office,
    Place,
    Quantity,
    Reading,
    Statement,
    StatementId,
    TimeExpression,
)
from accord.model.report import DateEvidence, Dateline, Noise, Provenance, Published, Report, ReportId, Skipped
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.story import (
    AttendanceEntry,
    AttendanceStatus,
    AttendanceTable,
    Brief,
    Corroboration,
    Derivation,
    DyadRelation,
    Edit,
    Finding,
    FindingId,
    FindingValue,
    Single,
    Story,
    StoryEvent,
    StoryId,
    TimelineEntry,
    Voice,
)
from accord.model.vocabulary import (
    Aspect,
    Attendance,
    AttributionKind,
    DateBasis,
    DerivationBasis,
    EditKind,
    EntityKind,
    EventType,
    Modality,
    NoiseKind,
    Quad,
    Relation,
    TimeType,
)

COAST = """Harbour of Velmora to open again as six presidents gather

Accept cookies to continue reading.

Portugal's president, Ana Duarte, will host six heads of state on 14 March 2031 to open the rebuilt harbour of Velmora. \
Ghana's Kofi Mensah is coming. Chile was not invited, a senior port official said. Fourteen dockers were hurt in the blast of 2029, \
the harbour board says. "We built it for the fishermen, not for the cameras," Duarte told the coast radio.
It would be the first time the six meet on one quay.
"""

TIDE = """VELMORA, Portugal - At least five leaders are expected at the reopened port next Friday.
Chile's president, Rosa Vidal, was invited but has not decided, her office said.
Ghana will send its trade minister.
Twelve dockers were injured in the 2029 explosion, according to the hospital.
The same five leaders met on a quay in Accra in 2027.
Duarte said the port was built for the fishermen, not for the cameras.
Follow us for more sea news
Peru may join later, the office of Vidal said.
"""

HOSTILE = """<script>alert(1)</script> "><img src=x onerror=alert(2)> opens the port

</style></script><b>Boats</b> \u202eevil\u202c came \x1b[31mred\x1b[0m & went, the "harbour" says.
javascript:alert(3) was the answer of Mensah. <!-- hidden --> {{ 7 * 7 }} ]]> \u2067done\u2069
"""


def span(text: str, words: str, nth: int = 1) -> Span:
    """Where words stand for the nth time."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def sentences(text: str, report_id: str, noise: tuple[Noise, ...] = ()) -> tuple[Sentence, ...]:
    """Sentences by their full stops, noise left out: enough for views, which need no tokens."""
    found = [Span(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*?(?:[.!?]\"?(?=\s|$)|(?=\n|$))", text)]
    prose = [s for s in found if not any(s.overlap(n.span) for n in noise)]
    return tuple(Sentence(report_id=ReportId(report_id), index=i, block=0, span=s, tokens=()) for i, s in enumerate(prose))


def coast() -> Reading:
    """Report of the coast: one long line, a stated date, a headline, page furniture."""
    text = COAST
    noise = (Noise(span=span(text, "Accept cookies to continue reading."), kind=NoiseKind.BOILERPLATE),)
    report = Report(
        id=ReportId("coast"), text=text, headline="Harbour of Velmora to open again as six presidents gather",
        headline_span=Span(0, text.index("\n")), url="https://www.coast.example/2031/velmora?a=1&b=2", publisher="Coast Radio",
        language="en",
        provenance=Provenance(kind="file", location="/home/reader/secret/coast.txt", digest="sha256:0"), noise=noise,
        published=Published(earliest="2031-03-10", latest="2031-03-10", basis=DateBasis.STATED),
    )  # fmt: skip
    duarte = _person("n2", "Ana Duarte", "PRT", text, "Ana Duarte", "Duarte")
    mensah = _person("n4", "Kofi Mensah", "GHA", text, "Kofi Mensah")
    official = Entity(
        id=EntityId("n6"), name="a senior port official", kind=EntityKind.PERSON, anonymous=True,
        mentions=(_mention(text, "a senior port official"),),
    )  # fmt: skip
    opening = TimeExpression(span=span(text, "14 March 2031"), sentence=1, type=TimeType.DATE, value="2031-03-14")
    six = Quantity(span=span(text, "six heads of state"), sentence=1, low=6.0, high=6.0, exact=6.0, unit="head of state")
    place = Place(span=span(text, "Velmora", 2), sentence=1, name="Velmora", kind="city", country="PRT", latitude=38.0, longitude=-9.25)
    attributions = (
        Attribution(
            source=(span(text, "a senior port official"),), cue=(span(text, "said"),), content=(span(text, "Chile was not invited"),),
            speaker=EntityId("n6"), anonymous=True, sentences=(3,),
        ),
        Attribution(
            source=(span(text, "the harbour board"),), cue=(span(text, "says"),),
            content=(span(text, "Fourteen dockers were hurt in the blast of 2029"),), sentences=(4,),
        ),
        Attribution(
            source=(span(text, "Duarte", 2),), cue=(span(text, "told"),),
            content=(span(text, '"We built it for the fishermen, not for the cameras,"'),),
            speaker=EntityId("n2"), kind=AttributionKind.DIRECT, sentences=(5,),
        ),
    )  # fmt: skip
    statements = (
        _statement("v1", EventType.CONSULT, text, "host", "will host six heads of state on 14 March 2031", modality=Modality.PLANNED,
                   actor=("n2",), recipient=("n4",), time=opening, place=place, quantities=(six,)),
        _statement("v2", EventType.REJECT, text, "invited", "Chile was not invited", modality=Modality.DENIED, attribution=(0,)),
    )  # fmt: skip
    return Reading(
        report=report, sentences=sentences(text, "coast", noise), published=report.published, times=(opening,), quantities=(six,),
        entities=(_state("n1", "Portugal", "PRT", text), duarte, _state("n3", "Ghana", "GHA", text), mensah, official),
        places=(place,), attributions=attributions, statements=statements,
    )  # fmt: skip


def tide() -> Reading:
    """Report of the tide: short lines, undated and dated from inside, no headline, a dateline."""
    text = TIDE
    noise = (Noise(span=span(text, "Follow us for more sea news"), kind=NoiseKind.EMBED),)
    report = Report(
        id=ReportId("tide"), text=text, url=None, publisher="The Tide", language="en", noise=noise,
        provenance=Provenance(kind="file", location="tide.txt", digest="sha256:1"),
        dateline=Dateline(span=Span(0, 17), place="Velmora, Portugal"),
    )  # fmt: skip
    published = Published(
        earliest="2031-03-05", latest="2031-03-07", basis=DateBasis.INFERRED,
        evidence=(
            DateEvidence(span=span(text, "next Friday"), why="the opening on 14 March lies in the week after"),
            DateEvidence(span=None, why="the file was kept from 7 March on"),
        ),
    )  # fmt: skip
    vidal = _person("n3", "Rosa Vidal", "CHL", text, "Rosa Vidal", "Vidal")
    duarte = _person("n5", "Ana Duarte", "PRT", text, "Duarte")
    friday = TimeExpression(span=span(text, "next Friday"), sentence=0, type=TimeType.DATE, value="2031-03-14", direction=1)
    past = TimeExpression(span=span(text, "2027"), sentence=4, type=TimeType.DATE, value="2027", mod="MID")
    attributions = (
        _told(text, "her office", "said", "Chile's president, Rosa Vidal, was invited but has not decided"),
        _told(text, "the hospital", "according to", "Twelve dockers were injured in the 2029 explosion"),
        _told(text, "Duarte", "said", "the port was built for the fishermen, not for the cameras", speaker="n5"),
        _told(text, "the office of Vidal", "said", "Peru may join later"),
    )
    statements = (
        _statement("v1", EventType.CONSULT, text, "expected", "At least five leaders are expected at the reopened port next Friday",
                   modality=Modality.PLANNED, time=friday),
        _statement("v2", EventType.CONSULT, text, "met", "The same five leaders met on a quay in Accra in 2027", sentence=4, time=past),
        _statement("v3", EventType.COOPERATE, text, "join", "Peru may join later",
                   modality=Modality.POSSIBLE, sentence=6, attribution=(3,)),
    )  # fmt: skip
    states = (_state("n1", "Portugal", "PRT", text), _state("n2", "Chile", "CHL", text), _state("n4", "Ghana", "GHA", text))
    return Reading(
        report=report, sentences=sentences(text, "tide", noise), published=published, times=(friday, past),
        entities=(*states[:2], vidal, states[2], duarte),
        attributions=attributions, statements=statements,
    )  # fmt: skip


def copy() -> Reading:
    """A third report that repeats the tide's words and states nothing about itself."""
    report = hand.report("At least five leaders are expected at the reopened port next Friday.\n", "copy")
    return Reading(report=report, sentences=sentences(report.text, "copy"), published=report.published)


def story() -> Story:
    """The story of the coast and the tide, with every relation."""
    return Story(
        id=StoryId("s1"), title="Velmora harbour summit", report_ids=(ReportId("coast"), ReportId("tide")),
        event=StoryEvent(what="summit", where="Velmora", when="2031-03-14"), findings=_findings(), attendance=(_attendance(),),
        timeline=(
            TimelineEntry(value="", statements=((ReportId("coast"), StatementId("v2")), (ReportId("tide"), StatementId("v3")))),
            TimelineEntry(value="2027", statements=((ReportId("tide"), StatementId("v2")),)),
            TimelineEntry(value="2031-03-14", statements=((ReportId("coast"), StatementId("v1")), (ReportId("tide"), StatementId("v1")))),
        ),
        relations=(DyadRelation(a="GHA", b="PRT", statements=((ReportId("coast"), StatementId("v1")),), tone=2.5),),
        singles=(
            Single(report_id=ReportId("coast"), span=span(COAST, "told the coast radio"), what="the coast radio"),
            Single(report_id=ReportId("tide"), span=span(TIDE, "Peru may join later"), what="Peru may join later"),
        ),
        newest=ReportId("coast"),
    )  # fmt: skip


def brief() -> Brief:
    """The whole: one story of two reports, and an input that could not be read."""
    lost = Skipped(location="/home/reader/secret/lost.bin", error="/home/reader/secret/lost.bin: not text: 4096 bytes of binary data")
    return Brief(readings=(tide(), coast()), stories=(story(),), skipped=(lost,))


def three() -> Brief:
    """Three reports of one story, the third a copy of the second."""
    pair = ((ReportId("tide"), ReportId("copy")),)
    ids = (*story().report_ids, ReportId("copy"))
    return Brief(readings=(coast(), tide(), copy()), stories=(dataclasses.replace(story(), report_ids=ids, copies=pair),))


def copied() -> Brief:
    """Three reports of one story with all that is known of their sources: the third copied the second and changed a number."""
    text = "At least six leaders are expected at the reopened port next Friday.\n"
    report = hand.report(text, "copy")
    third = Reading(report=report, sentences=sentences(text, "copy"), published=report.published)
    coast_id, tide_id, copy_id = ReportId("coast"), ReportId("tide"), ReportId("copy")
    five, six, gone = span(TIDE, "five"), span(text, "six"), span(TIDE, "Ghana will send its trade minister.")
    edits = (
        Edit(kind=EditKind.DROPPED, first=gone, second=Span(len(text) - 2, len(text) - 2)),
        Edit(kind=EditKind.REPLACED, first=five, second=six, is_fact=True),
        Edit(kind=EditKind.ADDED, first=Span(0, 0), second=span(text, "reopened port")),
        Edit(kind=EditKind.MOVED, first=span(TIDE, "next Friday"), second=span(text, "next Friday")),
    )
    derived = Derivation(
        first=tide_id, second=copy_id, original=tide_id, basis=DerivationBasis.OLDER, agency=None, share=0.875, edits=edits
    )
    findings = tuple(
        dataclasses.replace(f, sources=1 if f.id == "f5" else 2 if f.relation is Relation.EQUIVALENCE else None) for f in _findings()
    )
    leaders = Corroboration(
        what="leaders who come", finding=FindingId("f5"), value=None, report_ids=(coast_id, tide_id), sources=2, origins=1,
        voices=(Voice(name="the harbour board", report_ids=(coast_id, tide_id)),), own=(),
        evidence=((coast_id, span(COAST, "six heads of state")), (tide_id, span(TIDE, "At least five leaders"))),
    )  # fmt: skip
    main = Corroboration(
        what="Velmora harbour summit", finding=None, value=None, report_ids=(coast_id, tide_id, copy_id), sources=2, origins=2,
        voices=(Voice(name="Duarte", report_ids=(coast_id,)),), own=(tide_id, copy_id), evidence=((coast_id, span(COAST, "host")),),
    )  # fmt: skip
    told = dataclasses.replace(
        story(), report_ids=(coast_id, tide_id, copy_id), copies=((tide_id, copy_id),), findings=findings, derivations=(derived,),
        sources=((coast_id,), (tide_id, copy_id)), corroboration=(main, leaders),
    )  # fmt: skip
    return Brief(readings=(coast(), tide(), third), stories=(told,))


def alone() -> Brief:
    """One report, a story of its own."""
    event = StoryEvent(what=None, where=None, when=None)
    only = Story(id=StoryId("s1"), title="Harbour of Velmora to open again", report_ids=(ReportId("coast"),), event=event)
    return Brief(readings=(coast(),), stories=(only,))


def hostile() -> Brief:
    """A report whose text, metadata and findings try to break out of the page and the terminal."""
    text = HOSTILE
    report = Report(
        id=ReportId("h"), text=text, headline=text.split("\n")[0], headline_span=Span(0, text.index("\n")), url="javascript:alert(4)",
        publisher="Evil <b>Press</b>\x1b]0;title\x07", language='en" onload="x', provenance=Provenance(
            kind="file", location="../up/<i>h</i>.txt", digest="sha256:2"),
        noise=(Noise(span=span(text, "<!-- hidden -->"), kind=NoiseKind.BOILERPLATE),),
    )  # fmt: skip
    values = (
        FindingValue(report_id=ReportId("h"), span=span(text, "<b>Boats</b>"), value="<b>Boats</b>", authority='"><svg onload=alert(5)>'),
        FindingValue(report_id=ReportId("h"), span=span(text, "Boats</b> \u202eevil"), value="\u202eevil", authority=None),
    )
    finding = Finding(
        id=FindingId("f1"), relation=Relation.INCOHERENT, aspect=Aspect.OTHER, subject="</script><script>alert(6)</script>", values=values,
        explanation="</style><img src=x onerror=alert(7)>\x1b[2J", score=0.5, rule="by hand",
    )  # fmt: skip
    only = Story(
        id=StoryId("s1\"><script>alert(8)"), title="<h1>Injected</h1>", report_ids=(ReportId("h"),),
        event=StoryEvent(what=None, where="<i>", when="2031-XX"), findings=(finding,),
    )  # fmt: skip
    reading = Reading(report=report, sentences=sentences(text, "h", report.noise), published=Published())
    return Brief(readings=(reading,), stories=(only,), skipped=(Skipped(location="<b>x</b>", error="<script>alert(9)</script>"),))


def _findings() -> tuple[Finding, ...]:
    return (
        _finding("f1", Relation.UPDATE, Aspect.ATTENDANCE, "who comes for Ghana", 0.7, "A is newer: Accra may have decided anew.",
                 ("coast", "Kofi Mensah is coming", "the president", None),
                 ("tide", "Ghana will send its trade minister", "the trade minister", None)),
        _finding("f2", Relation.CONTRADICTION, Aspect.COUNT_INJURED, "dockers hurt in 2029", 0.9, "14 and at most 12 cannot both be true.",
                 ("coast", "Fourteen dockers were hurt", "14", "the harbour board"),
                 ("tide", "Twelve dockers were injured", "12", "the hospital")),
        _finding("f3", Relation.TENSION, Aspect.ATTENDANCE, "Chile at the summit", 0.6, "",
                 ("coast", "Chile was not invited", "not invited", "a senior port official"),
                 ("tide", "was invited but has not decided", "invited, undecided", "her office")),
        _finding("f4", Relation.INCOHERENT, Aspect.PRECEDENT, "first meeting of the six", 0.5, "The tide tells of a meeting in 2027.",
                 ("coast", "the first time the six meet on one quay", "first time", None)),
        _finding("f5", Relation.SUBSUMPTION, Aspect.COUNT_OTHER, "leaders who come", 0.8, "Six is at least five.",
                 ("coast", "six heads of state", "6", None), ("tide", "At least five leaders", "at least 5", None)),
        _finding("f6", Relation.EQUIVALENCE, Aspect.DATE, "day of the opening", 0.8, "",
                 ("coast", "14 March 2031", "2031-03-14", None), ("tide", "next Friday", "2031-03-14", None)),
        # Lies inside the words of f2, so that the page has overlapping evidence.
        _finding("f7", Relation.EQUIVALENCE, Aspect.HISTORY, "the blast of 2029", 0.4, "",
                 ("coast", "hurt in the blast of 2029", "2029", None), ("tide", "2029 explosion", "2029", None)),
    )  # fmt: skip


def _finding(
    finding_id: str, relation: Relation, aspect: Aspect, subject: str, score: float, why: str, *values: tuple[str, str, str, str | None]
) -> Finding:
    texts = {"coast": COAST, "tide": TIDE}
    return Finding(
        id=FindingId(finding_id), relation=relation, aspect=aspect, subject=subject, explanation=why, score=score, rule=f"compare.{aspect}",
        values=tuple(FindingValue(report_id=ReportId(r), span=span(texts[r], words), value=v, authority=a) for r, words, v, a in values),
    )  # fmt: skip


def _attendance() -> AttendanceTable:
    return AttendanceTable(
        event="summit in Velmora",
        entries=(
            _entry("GHA", "Kofi Mensah", ("coast", Attendance.ATTENDS, "Kofi Mensah is coming"),
                   ("tide", Attendance.REPRESENTED_BY_OTHER, "Ghana will send")),
            _entry("PRT", "Ana Duarte", ("coast", Attendance.HOST, "Ana Duarte, will host")),
            _entry("CHL", None, ("coast", Attendance.NOT_INVITED, "Chile was not invited"),
                   ("tide", Attendance.INVITED, "was invited"), ("tide", Attendance.UNDECIDED, "has not decided")),
            _entry("PER", None, ("tide", Attendance.UNDECIDED, "Peru may join later")),
            _entry("BOL", None, ("tide", Attendance.UNDECIDED, "Peru may join later")),
        ),
    )  # fmt: skip


def _entry(country: str, person: str | None, *statuses: tuple[str, Attendance, str]) -> AttendanceEntry:
    texts = {"coast": COAST, "tide": TIDE}
    said = tuple(AttendanceStatus(report_id=ReportId(r), status=s, span=span(texts[r], words)) for r, s, words in statuses)
    return AttendanceEntry(country=country, person=person, statuses=said)


def _told(text: str, source: str, cue: str, content: str, speaker: str | None = None) -> Attribution:
    by = EntityId(speaker) if speaker else None
    return Attribution(source=(span(text, source),), cue=(span(text, cue),), content=(span(text, content),), speaker=by)


def _mention(text: str, words: str, nth: int = 1) -> Mention:
    return Mention(span=span(text, words, nth), sentence=1, head=0)


def _state(entity_id: str, name: str, country: str, text: str) -> Entity:
    return Entity(id=EntityId(entity_id), name=name, kind=EntityKind.STATE, country=country, sector="GOV", mentions=(_mention(text, name),))


def _person(entity_id: str, name: str, country: str, text: str, *forms: str) -> Entity:
    office = Office(office="chief_of_state", title="President", country=country, since="2029-01-20", until=None)
    return Entity(
        id=EntityId(entity_id), name=name, kind=EntityKind.PERSON, country=country, sector="GOV", aliases=forms[1:],
        mentions=tuple(_mention(text, f) for f in forms), offices=(office,),
    )  # fmt: skip


def _statement(
    statement_id: str, event_type: EventType, text: str, trigger: str, evidence: str, *, modality: Modality = Modality.ASSERTED,
    actor: tuple[str, ...] = (), recipient: tuple[str, ...] = (), time: TimeExpression | None = None, place: Place | None = None,
    quantities: tuple[Quantity, ...] = (), attribution: tuple[int, ...] = (), sentence: int = 0,
) -> Statement:  # fmt: skip
    quad = Quad.VERBAL_CONFLICT if event_type is EventType.REJECT else Quad.VERBAL_COOPERATION
    evidence_span = span(text, evidence)
    inside = text.index(trigger, evidence_span.start)
    event = Event(
        event_type=event_type, quad=quad, trigger=Span(inside, inside + len(trigger)), lemma=trigger, mode="visit" if place else None,
        actor=tuple(map(EntityId, actor)), recipient=tuple(map(EntityId, recipient)), time=time, place=place, quantities=quantities,
    )  # fmt: skip
    return Statement(
        id=StatementId(statement_id), event=event, evidence=evidence_span, sentence=sentence, modality=modality, attribution=attribution,
        score=0.93, rule="by hand",
    )  # fmt: skip
