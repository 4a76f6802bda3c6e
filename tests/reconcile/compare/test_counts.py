import pytest

import hand
from accord.model.reading import Quantity, Reading
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import align
from accord.reconcile.compare.counts import compare
from told import story


def reading(
    name: str,
    number: str,
    low: float | None,
    high: float | None,
    unit: str = "miner",
    *,
    effect: str | None = "killed",
    day: str | None = None,
) -> Reading:
    rows = f"""
    {number} {number} NUM CD nummod 1
    {unit}s {unit} NOUN NNS nsubjpass 3
    were be AUX VBD auxpass 3
    crushed crush VERB VBN ROOT 3
    in in ADP IN prep 3
    shaft shaft NOUN NN pobj 4
    """
    sent = hand.sentence(rows, report_id=name)
    report = hand.report(f"{number} {unit}s were crushed in shaft", name, published=day)
    q = Quantity(
        span=sent.tokens[0].span, sentence=0, low=low, high=high, exact=low, unit=unit, head=1, effect=effect, predicate="crush"
    )  # fmt: skip
    return Reading(report=report, sentences=(sent,), published=report.published, quantities=(q,))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(reading("a", "12", 12, 12), reading("b", "21", 21, 21), Relation.CONTRADICTION, id="toll"),
        pytest.param(
            reading("a", "12", 12, 12, day="2022-01-01"), reading("b", "21", 21, 21, day="2022-01-03"), Relation.UPDATE, id="rose"
        ),
        pytest.param(
            reading("a", "21", 21, 21, day="2022-01-01"), reading("b", "12", 12, 12, day="2022-01-03"), Relation.CONTRADICTION, id="fell"
        ),
        pytest.param(reading("a", "12", 12, 12), reading("b", "12", 12, 12), Relation.EQUIVALENCE, id="same"),
        pytest.param(reading("a", "12", 12, 12), reading("b", "ten", 10, None), Relation.SUBSUMPTION, id="at-least"),
        pytest.param(reading("a", "12", 12, 12, "child"), reading("b", "21", 21, 21, "soldier"), None, id="other-scope"),
        pytest.param(reading("a", "12", 12, 12), reading("b", "21", 21, 21, effect="injured"), None, id="other-effect"),
        pytest.param(
            reading("a", "12", 12, 12, "pylon", effect=None),
            reading("b", "14", 14, 14, "pylon", effect=None),
            Relation.CONTRADICTION,
            id="measure",
        ),
        pytest.param(
            reading("a", "12", 12, 12, "pylon", effect=None), reading("b", "14", 14, 14, "tent", effect=None), None, id="other-unit"
        ),
    ],
)
def test_two_counts(one: Reading, other: Reading, relation: Relation | None) -> None:
    found = list(compare(align([one, other])))
    assert [d.relation for d in found] == ([relation] if relation else [])
    assert all(d.aspect in (Aspect.COUNT_KILLED, Aspect.COUNT_OTHER) for d in found)


def test_mirror() -> None:
    one, other = reading("a", "12", 12, 12), reading("b", "21", 21, 21)
    (there,), (back,) = compare(align([one, other])), compare(align([other, one]))
    assert there.relation is back.relation
    assert set(there.values) == set(back.values)


_SHOT = "A gunman opened fire at a rail yard in Verin on Wednesday."
_CLAIMS = "Claims for the dole in Norway were published on Thursday."
_TEXTS = {
    "at least has risen": ("Floods killed at least 12 people in Verin.", "Floods killed at least 19 people in Verin.", Relation.UPDATE),
    "at least, then a number": ("Floods killed at least 12 people in Verin.", "Floods killed 19 people in Verin.", Relation.UPDATE),
    "at least, then less": ("Floods killed at least 19 people in Verin.", "Floods killed at least 12 people in Verin.",
    Relation.SUBSUMPTION),
    "with and without the gunman": (
        f"{_SHOT} He killed eight people before he took his own life.", f"{_SHOT} Nine people died, including the gunman.",
        Relation.SUBSUMPTION,
    ),
    "one more without a gunman": (f"{_SHOT} He killed eight people.", f"{_SHOT} He killed nine people.", Relation.UPDATE),
    "votes of one chamber": (
        "The Senate in April approved the act on trails on a 94-1 vote.", "The act on trails passed the Senate 92-6 in April.",
        Relation.CONTRADICTION,
    ),
    "votes of two chambers": (
        "The Senate approved the act on trails on a 94-1 vote.", "The House approved the act on trails on a 364-62 vote.", None,
    ),
    "expected and come": (
        f"{_CLAIMS} They fell to 373,000 claims.", f"{_CLAIMS} Economists had expected them to fall to 350,000 claims.", None,
    ),
}  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("a", "b", "relation"), _TEXTS.values(), ids=_TEXTS)
def test_two_texts(a: str, b: str, relation: Relation | None) -> None:
    found = [d.relation for d in compare(story(a, b, newer=True))]
    assert found == ([relation] if relation else [])
