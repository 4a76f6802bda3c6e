"""How well a claim is supported and who copied whom, in a few words."""

from __future__ import annotations

import dataclasses

import pytest

from accord.model.report import ReportId
from accord.model.story import Brief, Corroboration, Voice
from accord.model.vocabulary import DerivationBasis
from accord.views.brief import view_brief
from accord.views.shapes import StoryView
from views import made

A, B, C = ReportId("coast"), ReportId("tide"), ReportId("copy")


def one(brief: Brief) -> StoryView:
    (story,) = view_brief(brief).stories
    return story


def supported(
    voices: tuple[tuple[str | None, tuple[ReportId, ...]], ...],
    own: tuple[ReportId, ...] = (),
    *,
    sources: int = 2,
    value: str | None = None,
) -> tuple[str, ...]:
    """The lines at the agreement on leaders, which A, B and C have."""
    brief = made.copied()
    main, leaders = brief.stories[0].corroboration
    told = tuple(Voice(name=n, report_ids=ids) for n, ids in voices)
    reports = tuple(dict.fromkeys((*own, *(i for _, ids in voices for i in ids))))
    entry = dataclasses.replace(leaders, voices=told, own=own, sources=sources, value=value, report_ids=reports)
    story = dataclasses.replace(brief.stories[0], corroboration=(main, entry))
    view = one(dataclasses.replace(brief, stories=(story,)))
    return next(f.support for f in view.agreements if f.subject == "leaders who come")


@pytest.mark.parametrize(
    ("voices", "own", "sources", "said"),
    [
        pytest.param((), (A, B), 2, "2 independent sources", id="own"),
        pytest.param((), (B, C), 1, "one source", id="one-source"),
        pytest.param((("the board", (A, B)),), (), 2, "2 independent sources; both from the board", id="both"),
        pytest.param((("the board", (A, B, C)),), (), 3, "3 independent sources; all from the board", id="all"),
        pytest.param((("the board", (B, C)),), (), 1, "one source; from the board", id="one-source-that-quotes"),
        pytest.param((("the board", (A,)),), (B,), 2, "2 independent sources; the board in A, B in its own voice", id="mixed"),
        pytest.param(((None, (A,)),), (B, C), 2, "2 independent sources; a source not named in A, B and C in their own voice", id="none"),
        pytest.param(
            (("the board", (A,)), ("x", (B,)), ("y", (C,)), ("z", (C,))), (), 3,
            "3 independent sources; the board in A, x in B, y in C, 1 more named", id="many",
        ),
    ],
)  # fmt: skip
def test_a_line_of_support(
    voices: tuple[tuple[str | None, tuple[ReportId, ...]], ...], own: tuple[ReportId, ...], sources: int, said: str
) -> None:
    assert supported(voices, own, sources=sources) == (said,)


def test_a_shared_value_of_a_difference_leads_its_line() -> None:
    assert supported((), (A, B), value="14") == ("14: 2 independent sources",)


def test_a_finding_without_an_entry_still_tells_its_sources() -> None:
    assert {f.subject: f.support for f in one(made.copied()).agreements} == {
        "day of the opening": ("2 independent sources",),
        "the blast of 2029": ("2 independent sources",),
        "leaders who come": ("2 independent sources; both from the harbour board",),
    }


def test_nothing_is_said_where_nothing_is_known() -> None:
    story = one(made.brief())
    assert story.support is None
    assert not any(f.support for f in story.findings)
    assert not any(r.wording for r in story.reports)


def test_agreements_of_one_source_come_last_among_their_kind() -> None:
    brief = made.copied()
    findings = tuple(dataclasses.replace(f, sources=1) if f.id == "f6" else f for f in brief.stories[0].findings)
    story = dataclasses.replace(brief.stories[0], findings=findings)
    assert [f.subject for f in one(dataclasses.replace(brief, stories=(story,))).agreements][:2] == [
        "the blast of 2029",
        "day of the opening",
    ]


def test_the_main_event_has_a_line_of_its_own() -> None:
    assert one(made.copied()).support == "Told by all: 2 independent sources; Duarte in A, B and C in their own voice."
    brief = made.copied()
    main: Corroboration = dataclasses.replace(brief.stories[0].corroboration[0], report_ids=(A, B), voices=(), own=(A, B))
    story = dataclasses.replace(brief.stories[0], corroboration=(main,))
    assert one(dataclasses.replace(brief, stories=(story,))).support == "Told by A and B: 2 independent sources."


@pytest.mark.parametrize(
    ("basis", "agency", "said"),
    [
        (DerivationBasis.OLDER, None, "Copied from B (88 % of its wording; B is older): one source"),
        (DerivationBasis.FULLER, None, "Copied from B (88 % of its wording; B is the fuller): one source"),
        (DerivationBasis.CREDITED, None, "Copied from B (88 % of its wording; C credits B): one source"),
        (None, None, "Shares 88 % of its wording with B: one source"),
        (None, "Seaborne", "Shares 88 % of its wording with B; both credit Seaborne: one source"),
    ],
    ids=["older", "fuller", "credited", "not-known", "agency"],
)
def test_a_copy_says_from_whom(basis: DerivationBasis | None, agency: str | None, said: str) -> None:
    brief = made.copied()
    (derived,) = brief.stories[0].derivations
    changed = dataclasses.replace(derived, basis=basis, original=derived.first if basis else None, agency=agency)
    reports = one(dataclasses.replace(brief, stories=(dataclasses.replace(brief.stories[0], derivations=(changed,)),))).reports
    assert [[w.said for w in r.wording] for r in reports] == [[], [], [said]]
    assert [r.copied_with for r in reports] == [(), ("C",), ()]


def test_edits_that_change_a_fact_come_first_with_the_words_beside_them() -> None:
    (wording,) = one(made.copied()).reports[2].wording
    assert [e.kind for e in wording.edits] == ["replaced", "added", "moved", "dropped"]
    first, added, _, dropped = wording.edits
    assert first.before is not None
    assert first.after is not None
    assert (first.before.text, first.after.text) == ("- At least five leaders are expected", "At least six leaders are expected")
    assert (added.before, dropped.after) == (None, None)
