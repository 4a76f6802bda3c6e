import pytest

import hand
from accord.model.reading import Reading
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import align
from accord.reconcile.compare.places import compare


def reading(name: str, direction: str, place: str = "Lusaka") -> Reading:
    rows = f"""
    depot depot NOUN NN nsubj 1
    burned burn VERB VBD ROOT 1
    in in ADP IN prep 1
    {direction} {direction} ADJ JJ amod 4
    {place} {place} PROPN NNP pobj 2
    """
    report = hand.report(f"depot burned in {direction} {place}", name)
    return Reading(report=report, sentences=(hand.sentence(rows, report_id=name),), published=report.published)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("northern", "southern", True),
        ("northeastern", "northwestern", True),
        ("northern", "northern", False),
        ("northern", "eastern", False),
    ],
)
def test_opposite_parts_of_one_place_clash(one: str, other: str, clash: bool) -> None:
    found = [d for d in compare(align([reading("a", one), reading("b", other)])) if d.aspect is Aspect.PLACE]
    assert [d.relation for d in found] == ([Relation.CONTRADICTION] if clash else [])


def test_opposite_parts_of_two_places_do_not_clash() -> None:
    assert list(compare(align([reading("a", "northern"), reading("b", "southern", "Zambia")]))) == []
