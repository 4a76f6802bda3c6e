"""Positions: for and against, undecided and decided, votes, silence and word; and what must stay silent."""

from __future__ import annotations

import pytest

from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.compare import stances
from told import story

pytestmark = pytest.mark.model

_LEAD = "The Danube summit on a toll for barges ended in Vienna on Monday."
_C, _U = Relation.CONTRADICTION, Relation.UPDATE
_FOUND = {
    "supports, opposes": (
        "Austria supports the toll for barges.", "Austria opposes the toll for barges, a delegate said.", _C, "position of Austria",
    ),
    "rejects, accepts": (
        "Prime Minister Viktor Orban rejected the barge toll.", "Viktor Orban accepted the barge toll after a night of talks.", _C,
        "position of Viktor Orban",
    ),
    "does not support": ("Serbia backs the barge toll.", "Serbia does not support the barge toll.", _C, "position of Serbia"),
    "voted": (
        "Romania voted in favour of the barge toll.", "Romania voted against the barge toll.", _C, "position of Romania",
    ),
    "abstained": ("Romania voted for the barge toll.", "Bulgaria voted for the toll and Romania abstained.", _C, "position of Romania"),
    "willing, unwilling": (
        "Serbia is willing to share the revenue of the toll.", "Serbia is unwilling to share the revenue of the toll.", _C,
        "position of Serbia",
    ),
    "ruled out": ("Croatia agreed to a second summit.", "Croatia ruled out a second summit.", _C, "position of Croatia"),
    "in its own words": (
        "Viktor Orban supports the barge toll.", "\"I reject the barge toll,\" Viktor Orban told the summit.",
        _C, "position of Viktor Orban",
    ),
    "gave its backing": ("Slovakia gave its backing to the toll.", "Slovakia voiced opposition to the toll.", _C, "position of Slovakia"),
    "undecided, then for": (
        "Moldova has yet to endorse the barge toll.", "Moldova endorsed the barge toll.", _U, "position of Moldova",
    ),
    "no comment, then word": (
        "There was no comment from Ukraine.", "Ukraine said that the toll breaks the treaty on the river.",
        _U, "whether Ukraine has spoken",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "subject"), _FOUND.values(), ids=_FOUND)
def test_difference(a: str, b: str, relation: Relation, subject: str) -> None:
    found = list(stances.compare(story(f"{_LEAD} {a}", f"{_LEAD} {b}", newer=relation is _U)))
    assert [(d.relation, d.aspect, d.subject) for d in found] == [(relation, Aspect.STANCE, subject)]
    assert {v.report_id for v in found[0].values} == {"a", "b"}


_SILENT = {
    "the same": ("Austria supports the toll for barges.", "Austria backs the toll for barges."),
    "other parties": ("Austria supports the toll for barges.", "Serbia opposes the toll for barges."),
    "other matters": ("Austria supports the toll for barges.", "Austria opposes the new nuclear plant near its border."),
    "denied by the accused": ("Critics condemned Hungary over the toll.", "Hungary rejected the criticism."),
    "only wished": ("Austria supports the toll for barges.", "Serbia wants Austria to oppose the toll for barges."),
    "both told in one": (
        "Austria supports the toll for barges.", "Austria supports the toll for barges. Austria once opposed the toll for barges.",
    ),
    "did not reject": ("Austria supports the toll for barges.", "Austria did not reject the toll for barges."),
    "abstained in another vote": (
        "Romania voted for the barge toll.",
        "At the fishing council in Lagos last June, where quotas for tuna were set, Romania abstained with six others.",
    ),
    "against a deed, for a thing": (
        "Viktor Orban defended the barge toll.",
        "Viktor Orban refused to apologise for the barge toll.",
    ),
    "silent, and so still": ("There was no comment from Ukraine.", "Ukraine did not comment."),
    "abstained from something else": ("Romania supports the toll for barges.", "Romania abstained in a vote on fishing in June."),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(stances.compare(story(f"{_LEAD} {a}", f"{_LEAD} {b}"))) == []


def test_a_word_that_is_not_newer_is_no_update() -> None:
    a, b = f"{_LEAD} There was no comment from Ukraine.", f"{_LEAD} Ukraine said that the toll breaks the treaty on the river."
    assert list(stances.compare(story(a, b))) == []
