"""Whole stories in our own words: what must be found, what must stay silent, and what must not depend on order."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.errors import ModelError
from accord.model.passages import Looks, Passage
from accord.model.reading import Reading
from accord.model.report import ReportId, Skipped
from accord.model.story import Finding, Story
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import align
from accord.reconcile.drafts import Draft
from accord.reconcile.reconcile import compare_all, reconcile, tell_stories
from bag_comparer import BagComparer

pytestmark = pytest.mark.model
DIFFERENCES = {Relation.CONTRADICTION, Relation.UPDATE}

MARKET = "A bomb exploded at a vegetable market in Quetta on Monday. The bomb was hidden in a cart, police in Quetta said."
BRIDGE = "Engineers closed the Kawarau bridge in Otago after cracks were found. Trucks were sent around the lake."
DEAL = "Kenya and Ethiopia have held talks in Nairobi on a power line across the border. The power line would cost a fortune."


def reading(name: str, text: str, day: str | None = "2020-06-02") -> Reading:
    return read_closely(hand.parsed(text, name, published=day))


def story(*texts: str, days: tuple[str, ...] = ()) -> Story:
    rows = [reading(f"r{k}", t, days[k] if days else "2020-06-02") for k, t in enumerate(texts)]
    stories = reconcile(rows)
    assert len(stories) == 1, [s.report_ids for s in stories]
    return stories[0]


def differences(found: Story) -> list[Finding]:
    return [f for f in found.findings if f.relation in DIFFERENCES]


FOUND = [
    pytest.param(
        f"{MARKET} The blast killed 12 people.", f"{MARKET} The blast killed 21 people.", ("2020-06-02", "2020-06-02"),
        Relation.CONTRADICTION, Aspect.COUNT_KILLED, {"12", "21"}, id="toll",
    ),
    pytest.param(
        f"{MARKET} The blast killed 12 people.", f"{MARKET} The blast has now killed 21 people.", ("2020-06-02", "2020-06-04"),
        Relation.UPDATE, Aspect.COUNT_KILLED, {"12", "21"}, id="toll-that-rose",
    ),
    pytest.param(
        "A bomb exploded at a market in Quetta on Monday, killing 12 people, police in Quetta said.",
        "A minister accused Afghanistan's secret service of the bomb that killed 21 people at a market on Monday, as police in Quetta do.",
        ("2020-06-02", "2020-06-02"), Relation.CONTRADICTION, Aspect.COUNT_KILLED, {"12", "21"}, id="a-state-that-is-no-place",
    ),
    pytest.param(
        f"{BRIDGE} The report on the bridge is a 40-page document.", f"{BRIDGE} A 44-page document on the bridge came out.",
        ("2020-06-02", "2020-06-02"), Relation.CONTRADICTION, Aspect.COUNT_OTHER, {"40", "44"}, id="measure-of-one-noun",
    ),
    pytest.param(
        f"{MARKET} No group has claimed responsibility for the bombing.",
        f"{MARKET} The Islamic State group claimed responsibility for the bombing.",
        ("2020-06-02", "2020-06-03"), Relation.UPDATE, Aspect.STANCE, None, id="claim-of-responsibility",
    ),
    pytest.param(
        f"{DEAL} The presidents of Kenya and Ethiopia will sign the power line contract.",
        f"{DEAL} The presidents of Kenya and Ethiopia signed the power line contract.",
        ("2020-06-02", "2020-06-03"), Relation.UPDATE, Aspect.OUTCOME, None, id="planned-then-done",
    ),
    pytest.param(
        f"{MARKET} The gunmen fired mortars at the market police post.", f"{MARKET} Howitzers shelled the market police post.",
        ("2020-06-02", "2020-06-02"), Relation.CONTRADICTION, Aspect.MEANS, None, id="weapon",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "days", "relation", "aspect", "values"), FOUND)
def test_difference_is_found(
    one: str, other: str, days: tuple[str, str], relation: Relation, aspect: Aspect, values: set[str] | None
) -> None:
    found = [f for f in differences(story(one, other, days=days)) if f.aspect is aspect]
    assert [f.relation for f in found] == [relation]
    assert values is None or {v.value for v in found[0].values} == values
    assert found[0].explanation


SILENT = [
    pytest.param(f"{MARKET} It killed 12 people.", f"{MARKET} It killed at least 10 people.", id="ranges-overlap"),
    pytest.param(f"{MARKET} It killed 12 people.", f"{MARKET} It killed five children.", id="other-scope"),
    pytest.param(f"{MARKET} It killed 12 people.", f"{MARKET} Bombs have killed 900 people in the city since 2015.", id="background-total"),
    pytest.param(f"{MARKET} It killed 12 people.", f"{MARKET} Witnesses ran for cover.", id="left-out"),
    pytest.param(
        f"{MARKET} Police said 12 people were killed, doctors said 15 were killed.",
        f"{MARKET} Doctors said 15 people were killed, police said 12 were killed.",
        id="a-dispute-told-by-both",
    ),
    pytest.param(f"{DEAL} The ministers are expected to meet again.", f"{DEAL} The ministers plan to meet again.", id="both-planned"),
    pytest.param(f"{DEAL} The line will cost $188,829,000.", f"{DEAL} The line will cost $188,000,000.", id="round-figure"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_no_difference_is_invented(one: str, other: str) -> None:
    assert differences(story(one, other)) == []


TRIO = (
    f"{MARKET} The blast killed 12 people and wounded 30. Mayor Rahim Khan visited the wounded.",
    f"{MARKET} The blast killed 21 people and wounded 30. No group claimed responsibility.",
    f"{MARKET} The blast killed 12 people. The Taliban claimed responsibility for the blast.",
)


def bare(found: Story) -> set[tuple[object, ...]]:
    return {(f.relation, f.aspect, frozenset((v.report_id, v.span, v.value) for v in f.values)) for f in found.findings}


def test_order_of_reports_changes_no_finding() -> None:
    rows = [reading(f"r{k}", t) for k, t in enumerate(TRIO)]
    first = reconcile(rows)
    for order in itertools.permutations(rows):
        assert reconcile(order) == first


def test_ids_of_reports_change_no_finding_but_its_names() -> None:
    rows = [reading(name, t) for name, t in zip("xy", TRIO[:2], strict=True)]
    swapped = [replace(r, report=replace(r.report, id=ReportId(name))) for r, name in zip(rows, "yx", strict=True)]
    names = {"x": "y", "y": "x"}
    there = {(r, a, frozenset((names[str(i)], s, v) for i, s, v in values)) for r, a, values in bare(reconcile(rows)[0])}  # type: ignore[attr-defined]
    assert there == bare(reconcile(swapped)[0])


def test_findings_are_numbered_differences_first_and_spans_slice_to_the_text() -> None:
    found = story(*TRIO)
    texts = {f"r{k}": t for k, t in enumerate(TRIO)}
    assert [f.id for f in found.findings] == [f"f{n}" for n in range(1, len(found.findings) + 1)]
    weights = [f.relation not in DIFFERENCES for f in found.findings]
    assert weights == sorted(weights)
    assert any(weights)
    for f in found.findings:
        for v in f.values:
            assert len(v.span) > 0
            assert v.span.of(texts[v.report_id]).strip()


def test_equal_reports_agree_and_differ_in_nothing() -> None:
    found = story(TRIO[0], TRIO[0] + " Shops stayed shut.")
    assert differences(found) == []
    assert any(f.relation is Relation.EQUIVALENCE for f in found.findings)
    assert len(found.copies) == 1


def test_another_story_stands_alone() -> None:
    stories = reconcile([reading("a", TRIO[0]), reading("b", BRIDGE), reading("c", TRIO[1])])
    assert [s.report_ids for s in stories if len(s.report_ids) == 1] == [("b",)]


@pytest.mark.parametrize("text", ["", "?", "Ü" * 3000, "12 12 12. 12 killed.", "NO. NO. NO."])
def test_odd_reports_do_no_harm(text: str) -> None:
    assert reconcile([reading("a", text), reading("b", TRIO[0])])


def test_nothing_in_nothing_out() -> None:
    assert reconcile([]) == ()


def test_a_comparison_that_fails_is_told_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(story: object) -> list[Draft]:
        raise LookupError("no such slot")

    monkeypatch.setattr("accord.reconcile.reconcile.COMPARISONS", (broken, lambda story: [DRAFT]))
    faults: list[Skipped] = []
    assert list(compare_all(align([]), faults)) == [DRAFT]
    assert [f.error for f in faults] == [f"{__name__} failed (LookupError: no such slot) and is left out; please report this"]
    with pytest.raises(LookupError):
        list(compare_all(align([])))


def test_a_comparer_that_fails_is_told_and_the_rules_go_on() -> None:
    class Broken(BagComparer):
        def look(self, passages: Sequence[Passage], words: Sequence[Sequence[int]]) -> Looks:
            raise ModelError("passage comparer x.onnx failed")

    told = [[reading("a", TRIO[0]), reading("b", TRIO[1])]]
    faults: list[Skipped] = []
    assert tell_stories(told, faults, Broken()) == tell_stories(told)
    assert [(f.location, f.error) for f in faults] == [(
        "story of b, a",
        "the comparison of passages by bag-1 failed (ModelError: passage comparer x.onnx failed) and is left out; please report this",
    )]  # fmt: skip
    with pytest.raises(ModelError):
        tell_stories(told, None, Broken())


DRAFT = Draft(relation=Relation.TENSION, aspect=Aspect.OTHER, subject="x", values=(), explanation="x", score=0.5, rule="x")
