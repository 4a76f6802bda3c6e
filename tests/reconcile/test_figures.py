"""Two figures of facing sentences as numbers, and what they say of their sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accord.model.passages import Passage
from accord.model.reading import Quantity, Reading
from accord.model.vocabulary import Modality
from accord.reconcile.figures import TREES, FigurePair, Figures, features_of
from accord.reconcile.passages import Facing
from accord.reconcile.trees import trees
from bag_comparer import Seen, place, reading

NOTHING = Passage((), (), ())
FACING = Facing(a=0, i=0, b=1, j=0, passages=(NOTHING, NOTHING), closeness=0.5, view=Seen().view((NOTHING, NOTHING)))


def counted(name: str, words: str, *said: tuple[str, float | None, float | None], **more: object) -> Reading:
    """A report of one sentence in which these words count so many of their last word."""
    told = reading(name, words)
    tokens = told.sentences[0].tokens
    found = []
    for phrase, low, high in said:
        head = next(t for t in tokens if t.text == phrase.rsplit(maxsplit=1)[-1])
        unit = head.lemma if head.text.isalpha() else ""
        exact = low if low == high else None
        found.append(Quantity(span=place(told, phrase), sentence=0, low=low, high=high, exact=exact, unit=unit, head=head.i, **more))  # type: ignore[arg-type]
    return replace(told, quantities=tuple(found))


def sailors(name: str, number: float, verb: str = "drowned", **more: object) -> Reading:
    return counted(name, f"{number:g} sailors/NNS {verb}/VBD* off Kismayo/NNP", (f"{number:g} sailors", number, number), **more)


def pair(left: Reading, right: Reading) -> FigurePair:
    (found,) = Figures([left, right]).of(FACING)
    return found


ROWS = [
    pytest.param(sailors("a", 12), sailors("b", 12), {"clash": 0, "equal": 1, "unit": 1, "ratio": 0, "in_report": 2}, id="one number"),
    pytest.param(sailors("a", 12), sailors("b", 30), {"clash": 1, "equal": 0, "verb": 1, "in_report": 0}, id="numbers apart"),
    pytest.param(
        sailors("a", 12), counted("b", "at least 9 sailors/NNS drowned/VBD*", ("9 sailors", 9, None)), {"clash": 0, "bound": 1},
        id="a bound",
    ),
    pytest.param(
        sailors("a", 12), counted("b", "the crew/NN paid/VBD* 30 dinars/NNS", ("30 dinars", 30, 30), currency="IQD"),
        {"unit": 0, "money": 1, "money_apart": 1, "verb": 0}, id="a sum",
    ),
    pytest.param(
        sailors("a", 12, effect="killed"), sailors("b", 30, "limped", effect="injured"),
        {"effect": 0, "effect_other": 1, "effect_one": 0, "killed": 1}, id="another fate",
    ),
    pytest.param(
        sailors("a", 2, unit_modifiers=("young",)), sailors("b", 1, unit_modifiers=("old", "young")),
        {"modifiers": 1, "modifiers_other": 1, "small": 2}, id="what narrows them",
    ),
    pytest.param(sailors("a", 0), sailors("b", 4), {"ratio": 4.0, "fewer": 0.0}, id="none against some"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "row"), ROWS)
def test_a_row(left: Reading, right: Reading, row: dict[str, float]) -> None:
    found = pair(left, right)
    assert {name: found.row[name] for name in row} == row
    assert found.clash == bool(found.row["clash"])


def test_a_plan_against_a_deed() -> None:
    left, right = sailors("a", 12), sailors("b", 12)
    planned = replace(right, modalities=(tuple(Modality.PLANNED for _ in right.sentences[0]),))
    assert pair(left, planned).row["open_one"] == 1


def test_figures_of_one_sentence_are_rivals() -> None:
    left = sailors("a", 12)
    right = counted("b", "12 goats/NNS sank/VBD* and 30 sailors/NNS drowned/VBD", ("12 goats", 12, 12), ("30 sailors", 30, 30))
    goats, drowned = Figures([left, right]).of(FACING)
    assert (goats.row["rank"], drowned.row["rank"]) == (1, 0)
    assert drowned.row["behind"] > 0 > goats.row["behind"]
    assert goats.row["in_sentence"] == 2
    assert drowned.row["in_sentence"] == 1


def test_sentences_without_figures_have_no_pairs() -> None:
    assert not list(Figures([sailors("a", 12), reading("b", "sailors/NNS drowned/VBD*")]).of(FACING))


def test_of_a_list_the_first_are_looked_at() -> None:
    words = " ".join(f"{n} men{n}/NNS" for n in range(2, 30))
    long = counted("a", f"{words} came/VBD*", *((f"{n} men{n}", float(n), float(n)) for n in range(2, 30)))
    assert len(list(Figures([long, sailors("b", 12)]).of(FACING))) == 8


def test_what_figures_say_of_their_sentences() -> None:
    one, two, same = (pair(sailors("a", 12), sailors("b", n)) for n in (30, 40, 12))
    likely = {id(one): 0.5, id(two): 0.2, id(same): 0.4}
    assert features_of([one, two, same], lambda p: likely[id(p)]) == pytest.approx(
        {"figures_clash": 0.5, "figures_fit": 0.4, "figures_more": 0.1, "figures_any": 0.6}
    )
    assert set(features_of([], lambda _: 1.0).values()) == {0.0}


def test_the_shipped_trees_tell_a_second_toll_from_another_thing() -> None:
    one_thing = trees(TREES)
    left = sailors("a", 12, effect="killed")
    toll = pair(left, sailors("b", 14, effect="killed"))
    other = pair(left, counted("b", "the port/NN took/VBD* 30 dinars/NNS", ("30 dinars", 30, 30), currency="IQD"))
    assert one_thing.probability(toll.row) > 10 * one_thing.probability(other.row)
