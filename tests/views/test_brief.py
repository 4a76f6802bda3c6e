"""What is chosen, ordered and joined for a reader."""

from __future__ import annotations

import dataclasses

import pytest

import hand
from accord.model.reading import Attribution, Reading
from accord.model.report import Published, ReportId
from accord.model.spans import Span
from accord.model.story import Brief, Finding, FindingId, FindingValue, Single, Story, StoryEvent, StoryId, TimelineEntry
from accord.model.vocabulary import Aspect, AttributionKind, Relation
from accord.views.brief import view_brief
from accord.views.shapes import RELATION_SIGNS, SourceView, StoryView
from views import made


def one(brief: Brief) -> StoryView:
    """Its only story."""
    (story,) = view_brief(brief).stories
    return story


def sources_of(text: str, *attributions: Attribution, findings: tuple[Finding, ...] = ()) -> tuple[SourceView, ...]:
    """Who says so, in one report."""
    reading = Reading(report=hand.report(text), sentences=made.sentences(text, "a"), published=Published(), attributions=attributions)
    event = StoryEvent(what=None, where=None, when=None)
    story = Story(id=StoryId("s"), title="t", report_ids=(reading.report.id,), event=event, findings=findings)
    return one(Brief(readings=(reading,), stories=(story,))).sources


def told(text: str, source: str | None, content: str, *, nth: int = 1, direct: bool = False) -> Attribution:
    """An attribution by its words."""
    return Attribution(
        source=(made.span(text, source),) if source else (), cue=(), content=(made.span(text, content, nth),),
        kind=AttributionKind.DIRECT if direct else AttributionKind.INDIRECT,
    )  # fmt: skip


def test_every_relation_has_a_sign_and_a_word() -> None:
    assert set(RELATION_SIGNS) == set(Relation)


def test_differences_come_by_kind_then_surest_first() -> None:
    story = one(made.brief())
    assert [f.relation for f in story.differences] == [Relation.CONTRADICTION, Relation.UPDATE, Relation.TENSION]
    assert [f.relation for f in story.checks] == [Relation.INCOHERENT]
    assert [f.subject for f in story.agreements] == ["day of the opening", "the blast of 2029", "leaders who come"]
    assert [f.number for f in story.findings] == list(range(1, 8))
    assert len({f.anchor for f in story.findings}) == 7


def test_a_value_carries_whose_word_it_is_and_where() -> None:
    first, second = one(made.brief()).differences[0].values
    assert (first.letter, first.value, first.authority, first.reference.label) == ("A", "14", "the harbour board", "A:5.4")
    assert (second.letter, second.value, second.authority, second.reference.label) == ("B", "12", "the hospital", "B:4")
    assert first.quote.focus == "Fourteen dockers were hurt"


def test_dates_in_values_are_said() -> None:
    assert {v.value for v in one(made.brief()).agreements[0].values} == {"14 Mar 2031"}


def test_the_title_counts_reports_outlets_and_copies() -> None:
    assert one(made.brief()).counts == "2 reports · 2 outlets · no copies"
    assert one(made.three()).counts == "3 reports · 2 outlets and 1 not named · 1 copy"
    assert one(made.alone()).counts == "1 report · 1 outlet"


@pytest.mark.parametrize(("brief", "said"), [(made.brief(), "newer"), (made.three(), "newest")], ids=["two", "three"])
def test_the_newest_is_only_probable_while_a_date_is_inferred(brief: Brief, said: str) -> None:
    assert one(brief).newest == f"A is probably the {said} report."


def test_the_newest_is_plain_where_all_dates_are_stated() -> None:
    stated = dataclasses.replace(made.tide(), published=made.coast().published)
    assert one(dataclasses.replace(made.brief(), readings=(made.coast(), stated))).newest == "A is the newer report."


def test_reports_say_how_they_are_dated() -> None:
    a, b = one(made.brief()).reports
    assert a.dated == "10 Mar 2031, as stated"
    assert b.dated == "undated; written 5 – 7 Mar 2031"
    assert [(d.quote.text if d.quote else None, d.reference.label if d.reference else None) for d in b.dating] == [
        ("next Friday", "B:1"),
        (None, None),
    ]
    assert not b.has_headline
    assert b.title.startswith("VELMORA")


def test_copies_name_each_other() -> None:
    assert [r.copy_of for r in one(made.three()).reports] == [(), ("C",), ("B",)]


def test_only_noise_that_can_deceive_is_a_warning() -> None:
    assert [(n.label, n.reference.label) for n in one(made.brief()).noise] == [("page furniture", "A:3"), ("embedded post", "B:7")]


def test_attendance_has_hosts_first_joins_alike_and_marks_findings() -> None:
    (table,) = one(made.brief()).attendance
    rows = {r.party: r for r in table.rows}
    assert list(rows) == ["Portugal", "Ghana", "Chile", "Peru, Bolivia"]
    assert [c.word for c in rows["Chile"].cells[1]] == ["invited", "undecided"]
    assert rows["Portugal"].cells[1] == ()
    assert rows["Ghana"].mark is not None
    assert rows["Ghana"].mark.relation is Relation.UPDATE
    assert rows["Portugal"].mark is None


def test_only_findings_on_attendance_mark_a_party() -> None:
    story = made.story()
    about = dataclasses.replace(story.findings[0], aspect=Aspect.PRECEDENT)
    (table,) = one(dataclasses.replace(made.brief(), stories=(dataclasses.replace(story, findings=(about,)),))).attendance
    assert all(row.mark is None for row in table.rows)


def test_one_remark_in_two_reports_is_one_statement() -> None:
    duarte = one(made.brief()).sources[0]
    assert duarte.name == "Ana Duarte"
    (statement,) = duarte.statements
    assert statement.direct
    assert statement.quote.text == "We built it for the fishermen, not for the cameras"
    assert [r.label for r in statement.references] == ["A:5.5", "B:6"]


def test_unnamed_sources_come_last_and_are_counted() -> None:
    story = one(made.brief())
    assert [s.anonymous for s in story.sources].index(True) == len(story.sources) - 1
    assert story.sources[-1].name == "a senior port official"
    assert story.sources_note == "6 statements, 1 anonymous"


def test_modality_is_shown_unless_plain() -> None:
    said = {s.name: s.statements[0].modality for s in one(made.brief()).sources}
    assert said["the office of Vidal"] == "possible"
    assert said["the hospital"] is None


def test_two_remarks_of_one_source_stay_two() -> None:
    text = "The mayor said the bridge is safe. The mayor said trains will run at night."
    (mayor,) = sources_of(text, told(text, "The mayor", "the bridge is safe"), told(text, "The mayor", "trains will run at night"))
    assert len(mayor.statements) == 2


def test_a_repetition_joins_remarks_under_two_names() -> None:
    text = "Lena Holm said fences are being repaired. A researcher in Oslo said that a mending is under way."
    first, second = told(text, "Lena Holm", "fences are being repaired"), told(text, "A researcher in Oslo", "a mending is under way")
    values = tuple(FindingValue(report_id=ReportId("a"), span=a.content[0], value="") for a in (first, second))
    finding = Finding(
        id=FindingId("f"), relation=Relation.REPETITION, aspect=Aspect.OTHER, subject="x", values=values, explanation="", score=1, rule="r"
    )
    assert len(sources_of(text, first, second)) == 2
    (source,) = sources_of(text, first, second, findings=(finding,))
    assert [r.label for r in source.statements[0].references] == ["a".upper() + ":1.1", "A:1.2"]


def test_a_quotation_without_source_is_anonymous() -> None:
    text = 'It was called "a quiet win for the whole coast" again.'
    (source,) = sources_of(text, told(text, None, '"a quiet win for the whole coast"', direct=True))
    assert (source.name, source.anonymous) == ("source not given", True)
    assert source.statements[0].direct
    assert source.statements[0].quote.text == "a quiet win for the whole coast"


def test_a_word_that_only_points_is_no_source() -> None:
    text = "They built a pier that shows a new will to trade with islands."
    (source,) = sources_of(text, told(text, "that", "a new will to trade with islands"))
    assert (source.name, source.anonymous) == ("source not given", True)


def test_one_sentence_is_told_once_however_often_it_is_attributed() -> None:
    text = "The harbour master denies any fault."
    (source,) = sources_of(text, told(text, "The harbour master", "any fault"), told(text, "The harbour master", "fault"))
    assert [s.quote.text for s in source.statements] == [text]


def test_a_few_words_come_with_their_sentence() -> None:
    text = "The pilots rejected the offer of the port."
    (source,) = sources_of(text, told(text, "The pilots", "the offer"))
    quote = source.statements[0].quote
    assert (quote.before, quote.focus, quote.after) == ("The pilots rejected ", "the offer", " of the port.")


@pytest.mark.parametrize(
    ("text", "cue", "shown"),
    [
        ("The port urged all captains to wait for daylight.", "urged", "urged all captains to wait for daylight"),
        ("The port said all captains to wait for daylight.", "said", "all captains to wait for daylight"),
        ("For all captains to wait for daylight, the port warned.", "warned", "all captains to wait for daylight"),
    ],
    ids=["telling", "plain", "after"],
)
def test_the_verb_of_telling_is_kept_where_it_tells_more(text: str, cue: str, shown: str) -> None:
    attribution = dataclasses.replace(told(text, "he port", "all captains to wait for daylight"), cue=(made.span(text, cue),))
    (source,) = sources_of(text, attribution)
    assert source.statements[0].quote.text == shown


def test_explanations_name_reports_by_letter() -> None:
    story = made.story()
    coast = dataclasses.replace(made.coast(), report=dataclasses.replace(made.coast().report, id=ReportId("12_coast.txt")))
    finding = dataclasses.replace(story.findings[0], values=(), explanation="12_coast.txt has it; my12_coast.txt has not.")
    renamed = dataclasses.replace(story, report_ids=(coast.report.id,), findings=(finding,), attendance=(), timeline=(), singles=())
    assert one(Brief(readings=(coast,), stories=(renamed,))).differences[0].explanation == "Report A has it; my12_coast.txt has not."


def test_a_value_that_only_repeats_the_words_is_left_out() -> None:
    words = "At least five leaders are expected at the reopened port"
    value = FindingValue(report_id=ReportId("tide"), span=made.span(made.TIDE, words), value=words[:50])
    story = dataclasses.replace(made.story(), findings=(dataclasses.replace(made.story().findings[0], values=(value,)),))
    assert one(dataclasses.replace(made.brief(), stories=(story,))).differences[0].values[0].value == ""


def test_the_timeline_ends_with_what_has_no_date() -> None:
    timeline = one(made.brief()).timeline
    assert [r.when for r in timeline] == ["2027", "14 Mar 2031", "no date"]
    planned = timeline[1].happenings[0]
    assert (planned.modality, planned.quote.focus) == ("planned", "host")


def test_events_of_one_sentence_are_one_row() -> None:
    coast = made.coast()
    twice = dataclasses.replace(coast.statements[1], event=dataclasses.replace(coast.statements[1].event, lemma="ask"))
    reading = dataclasses.replace(coast, statements=(coast.statements[1], dataclasses.replace(twice, id=coast.statements[0].id)))
    entry = TimelineEntry(value="", statements=tuple((coast.report.id, s.id) for s in reading.statements))
    story = dataclasses.replace(made.story(), report_ids=(coast.report.id,), timeline=(entry,))
    (row,) = one(Brief(readings=(reading,), stories=(story,))).timeline
    assert len(row.happenings) == 1


def test_singles_are_told_once_a_report() -> None:
    twice = dataclasses.replace(made.story(), singles=made.story().singles * 2)
    singles = one(dataclasses.replace(made.brief(), stories=(twice,))).singles
    assert [(letter, [s.what for s in rows]) for letter, rows in singles] == [
        ("A", ['"We built it for the fishermen, not for the cameras," Duarte told the coast radio.']),
        ("B", ["Peru may join later, the office of Vidal said."]),
    ]


def test_what_is_not_in_the_brief_is_left_out() -> None:
    lost = ReportId("lost")
    story = dataclasses.replace(
        made.story(),
        report_ids=(ReportId("coast"), lost),
        newest=lost,
        copies=((ReportId("coast"), lost),),
        findings=(dataclasses.replace(made.story().findings[0], values=(FindingValue(report_id=lost, span=Span(0, 1), value="x"),)),),
        singles=(Single(report_id=lost, span=Span(0, 1), what="x"),),
        timeline=(TimelineEntry(value="2031", statements=((lost, made.coast().statements[0].id),)),),
        attendance=(),
    )
    view = one(Brief(readings=(made.coast(),), stories=(story,)))
    assert [r.letter for r in view.reports] == ["A"]
    assert (view.newest, view.singles, view.timeline) == (None, (), ())


def test_letters_are_unique_over_stories() -> None:
    other = Story(id=StoryId("s2"), title="other", report_ids=(ReportId("copy"),), event=StoryEvent(what=None, where=None, when=None))
    view = view_brief(Brief(readings=(made.copy(), made.coast(), made.tide()), stories=(made.story(), other)))
    assert [r.letter for s in view.stories for r in s.reports] == ["A", "B", "C"]


@pytest.mark.parametrize("text", ["", "\n\n", "x", "\u202e\x1b[0m\ufeff"], ids=["empty", "blank", "one", "odd"])
def test_odd_texts_are_no_trouble(text: str) -> None:
    reading = Reading(report=hand.report(text), sentences=(), published=Published())
    story = Story(id=StoryId("s"), title="", report_ids=(reading.report.id,), event=StoryEvent(what="", where=None, when=None))
    assert one(Brief(readings=(reading,), stories=(story,))).title == "Untitled story"
