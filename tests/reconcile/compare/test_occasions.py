"""The occasion: where it was said, before or after what, what for; and what must stay silent."""

from __future__ import annotations

import pytest

from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.compare import occasions
from told import story

pytestmark = pytest.mark.model

_MINE = "The copper mine at Rancagua will close in May"
_FOUND = {
    "conference or interview": (
        f"{_MINE}, Ana Torres said at a news conference on Monday.", f"In an interview, Ana Torres said that {_MINE.lower()}.",
        "where Ana Torres said it", {"“at a news conference”", "“in an interview”"},
    ),
    "post or rally": (
        f"Ana Torres wrote on Twitter that {_MINE.lower()}.", f"Speaking at a rally, Ana Torres said that {_MINE.lower()}.",
        "where Ana Torres said it", {"“on Twitter”", "“at a rally”"},
    ),
    "before or after": (
        "The delegates of Peru left the hall before the vote on the treaty in Lima.",
        "The delegates of Peru left the hall after the vote on the treaty in Lima.", "when", None,
    ),
    "holiday or talks": (
        "Senator Paul Hollis flew to Budapest for talks.", "Paul Hollis arrived in Budapest on holiday, an aide said.",
        "what Paul Hollis was there for", {"“for talks”", "“on holiday”"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b", "subject", "values"), _FOUND.values(), ids=_FOUND)
def test_difference(a: str, b: str, subject: str, values: set[str] | None) -> None:
    found = list(occasions.compare(story(a, b)))
    assert [(d.relation, d.aspect) for d in found] == [(Relation.CONTRADICTION, Aspect.OCCASION)]
    assert found[0].subject.startswith(subject)
    assert values is None or {v.value for v in found[0].values} == values


_SILENT = {
    "one occasion in two words": (
        f"{_MINE}, Ana Torres said at a news conference.", f"{_MINE}, Ana Torres said at a press briefing.",
    ),
    "two remarks": (
        f"{_MINE}, Ana Torres said at a news conference.", "In an interview, Ana Torres said that she likes the old tramway of Santiago.",
    ),
    "two speakers": (f"{_MINE}, Ana Torres said at a news conference.", f"In an interview, Luis Prado said that {_MINE.lower()}."),
    "said on both": (
        f"{_MINE}, Ana Torres said at a news conference.",
        f"In an interview, Ana Torres said that {_MINE.lower()}. {_MINE}, Ana Torres said at a news conference.",
    ),
    "after two things": (
        "The delegates of Peru left the hall before the vote on the treaty.", "The delegates of Peru left the hall after the lunch.",
    ),
    "other deeds": (
        "The delegates of Peru left the hall before the vote on the treaty.",
        "The delegates of Peru spoke to reporters after the vote on the treaty.",
    ),
    "other people": ("Senator Paul Hollis flew to Budapest for talks.", "Carl Brandt arrived in Budapest on holiday."),
}  # fmt: skip


@pytest.mark.parametrize(("a", "b"), _SILENT.values(), ids=_SILENT)
def test_silence(a: str, b: str) -> None:
    assert list(occasions.compare(story(a, b))) == []
