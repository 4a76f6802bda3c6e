"""What reading knows of two sentences, as numbers."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from accord.model.passages import Passage
from accord.model.reading import Attribution, Entity, EntityId, Event, Mention, Place, Quantity, Reading, Statement, StatementId
from accord.model.reading import TimeExpression as Time
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, EntityKind, EventType, Modality, Quad, TimeType
from accord.reconcile.pair_features import PairFeatures
from accord.reconcile.passages import Facing
from bag_comparer import Seen, place, reading

NOTHING = Passage((), (), ())


def facing(i: int = 0, j: int = 0, closeness: float = 0.5, *, a: int = 0, b: int = 1, seen: Seen | None = None) -> Facing:
    return Facing(a=a, i=i, b=b, j=j, passages=(NOTHING, NOTHING), closeness=closeness, view=(seen or Seen()).view((NOTHING, NOTHING)))


def features(left: Reading, right: Reading, pair: Facing | None = None) -> dict[str, float]:
    (row,) = PairFeatures([left, right]).of([pair or facing()])
    return row


def counted(words: str, said: str, low: float | None, high: float | None = None, **more: object) -> Reading:
    told = reading("a", words)
    exact = low if low == high else None
    head = said.rsplit(maxsplit=1)[-1]
    at = next(t.i for t in told.sentences[0] if t.text == head)
    unit = told.sentences[0].tokens[at].lemma
    found = Quantity(span=place(told, said), sentence=0, low=low, high=high, exact=exact, unit=unit, head=at, **more)  # type: ignore[arg-type]
    return replace(told, quantities=(found,))


def killed(number: int) -> Reading:
    return counted(f"bandits/NNS killed/VBD* {number} miners/NNS", f"{number} miners", number, number, effect="killed")


def at_most(number: int) -> Reading:
    return counted(f"fewer than {number} miners/NNS came/VBD*", f"{number} miners", None, number)


def dated(*values: str) -> Reading:
    told = reading("a", "it fell/VBD* then")
    span = place(told, "then")
    return replace(told, times=tuple(Time(span=span, sentence=0, type=TimeType.DATE, value=v) for v in values))


def named(**names: str) -> Reading:
    """States by code ("-" for one without), persons by name, places by name; each in a sentence of its own."""
    told = reading("a", "it fell/VBD*")
    kinds = {"state": EntityKind.STATE, "person": EntityKind.PERSON, "crowd": EntityKind.GROUP}
    entities, span = [], Span(0, 2)
    for kind, of in kinds.items():
        for n, name in enumerate(filter(None, names.get(kind, "").split("|"))):
            how = "pronoun" if name.startswith("~") else "name"
            entities.append(
                Entity(
                    id=EntityId(f"{kind}{n}"), name=name.strip("~-"), kind=of, anonymous=kind == "crowd",
                    country=name if kind == "state" and not name.startswith("-") else None,
                    mentions=(Mention(span=span, sentence=0, head=0, how=how),),
                )
            )  # fmt: skip
    places = (Place(span=span, sentence=0, name=n, kind="state" if n.isupper() else "city") for n in names.get("place", "").split("|") if n)
    return replace(told, entities=tuple(entities), places=tuple(places))


def verb(words: str, modality: Modality = Modality.ASSERTED) -> Reading:
    """Every verb of the sentence is of this modality."""
    told = reading("a", words)
    return replace(told, modalities=tuple(tuple(modality if t.pos == "VERB" else Modality.ASSERTED for t in s) for s in told.sentences))


def eventful(*events: tuple[EventType, str]) -> Reading:
    told = reading("a", "it fell/VBD*")
    made = [Event(event_type=t, quad=Quad.VERBAL_COOPERATION, trigger=Span(0, 2), lemma=lemma) for t, lemma in events]
    return replace(told, statements=tuple(Statement(id=StatementId("s"), event=e, evidence=e.trigger, sentence=0) for e in made))


def said(words: str, *sentences: int) -> Reading:
    told = reading("a", words)
    return replace(told, attributions=(Attribution(source=(), cue=(), content=(), sentences=sentences),))


BLAST = "an explosion/NN wrecked/VBD* the depot/NN"
SEIZED = "rebels/NNS seized/VBD* Homs/NNP>1:dobj"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # Words.
        pytest.param(
            reading("a", BLAST), reading("b", BLAST), {"shared": 1, "contained": 1, "shared_terms": 3, "terms_new": 0}, id="same words"
        ),
        pytest.param(
            reading("a", BLAST),
            reading("b", "voters/NNS waited/VBD*"),
            {"shared": 0, "contained": 0, "shared_terms": 0, "rarest": 0, "terms_a": 3, "terms_b": 2, "terms_new_a": 0.75},
            id="other words",
        ),
        pytest.param(reading("a", BLAST), reading("b", "an explosion/NN"), {"contained": 1, "shared_terms": 1}, id="one holds the other"),
        pytest.param(
            reading("a", BLAST), reading("b", "a the"), {"shared": 0, "contained": 0, "terms_b": 0, "terms_new_b": 0}, id="no terms"
        ),
        pytest.param(reading("a", "the First vote"), reading("b", "a vote"), {"order_one": 1, "order_both": 0}, id="one calls it first"),
        pytest.param(reading("a", "the first vote"), reading("b", "the last vote"), {"order_one": 0, "order_both": 1}, id="both rank it"),
        pytest.param(said("a vote", 0), said("a vote", 0), {"attributed": 2}, id="both are somebody's word"),
        pytest.param(said("a vote"), said("a vote", 0, 7), {"attributed": 1}, id="a sentence that is not there is nobody's word"),
        # Counts.
        pytest.param(
            killed(16),
            killed(22),
            {"count_clash": 1, "count_fit": 0, "count_effect": 1, "count_unit": 1, "count_ratio": math.log(22 / 16), "numbers_new": 1},
            id="counts clash",
        ),
        pytest.param(killed(16), killed(16), {"count_clash": 0, "count_fit": 1, "count_ratio": 0, "numbers_new": 0}, id="counts fit"),
        pytest.param(killed(1), killed(90000), {"count_clash": 1, "count_ratio": 4}, id="a ratio has an end"),
        pytest.param(killed(0), killed(9), {"count_clash": 1, "count_ratio": math.log(9)}, id="nought"),
        pytest.param(
            killed(16), reading("b", BLAST), {"counts_a": 1, "counts_b": 0, "count_score": 0, "count_clash": 0}, id="a count on one side"
        ),
        pytest.param(
            killed(16),
            counted("they hold/VBP* 9 trucks/NNS", "9 trucks", 9, 9),
            {"count_score": 0, "count_clash": 0, "numbers_new": 1},
            id="counts of different things",
        ),
        pytest.param(
            at_most(20), at_most(500), {"count_fit": 1, "numbers_new": 1, "count_ratio": math.log(25)}, id="upper bounds are numbers"
        ),
        # Times.
        pytest.param(
            dated("2021-03-01"),
            dated("2021-03-04"),
            {"days_both": 1, "days_gap": 3, "days_clash": 1, "times_meet": 0, "times_apart": 1, "days_new": 1},
            id="other days",
        ),
        pytest.param(
            dated("2021-03-01"), dated("2021-03-01"), {"days_gap": 0, "days_clash": 0, "times_meet": 1, "days_new": 0}, id="same day"
        ),
        pytest.param(dated("2021-03-01"), dated("2019-03-01"), {"days_gap": 60, "days_clash": 1}, id="a gap has an end"),
        pytest.param(
            dated("2021-03-01"),
            dated("2021-03"),
            {"days_both": 0, "days_gap": -1, "days_clash": 0, "times_meet": 1, "times_apart": 0},
            id="a day of the month",
        ),
        pytest.param(dated("2021-03-01", "2021-05-01"), dated("2021-05-02"), {"days_gap": 1}, id="the least gap"),
        pytest.param(dated("P3D", "PRESENT_REF"), dated("2021-05-02"), {"times_both": 0, "days_both": 0}, id="durations are no times"),
        # Names.
        pytest.param(named(state="OMN|YEM"), named(state="OMN"), {"states_shared": 1, "states_other": 1, "states_apart": 0}, id="states"),
        pytest.param(named(state="-Atlantis"), named(state="-Utopia"), {"states_shared": 0, "states_apart": 1}, id="states without a code"),
        pytest.param(
            named(person="Omar Sy"),
            named(person="O. Sy|Ann Lee"),
            {"names_shared": 1, "names_other": 1, "names_new_b": 1},
            id="last names",
        ),
        pytest.param(named(person="~He"), named(person="Ann Lee"), {"names_apart": 0, "names_new_a": 0, "names_new_b": 1}, id="pronouns"),
        pytest.param(named(crowd="analysts"), named(crowd="analysts"), {"names_shared": 0}, id="the anonymous"),
        pytest.param(named(person=" "), named(person=" "), {"names_shared": 1}, id="a name of nothing"),
        pytest.param(named(place="Raqqa"), named(place="Raqa"), {"places_shared": 1, "places_apart": 0}, id="one town in two spellings"),
        pytest.param(named(place="Raqqa"), named(place="Homs"), {"places_apart": 1, "places_new": 1}, id="two towns"),
        pytest.param(named(place="OMAN"), named(place="Homs"), {"places_apart": 0, "places_new": 0}, id="a state is no town"),
        # Deeds.
        pytest.param(
            verb(SEIZED),
            verb(SEIZED, Modality.DENIED),
            {"verbs_same": 1, "verbs_denied": 1, "verbs_modality": 1, "denied_one": 1, "open_one": 0, "same_arguments": 1},
            id="denied",
        ),
        pytest.param(verb(SEIZED), verb(SEIZED, Modality.PLANNED), {"verbs_denied": 0, "verbs_modality": 1, "open_one": 1}, id="planned"),
        pytest.param(
            verb(SEIZED), verb("rebels/NNS left/VBD* Homs/NNP>1:dobj"), {"verbs_same": 0, "other_arguments": 1}, id="another deed"
        ),
        pytest.param(
            eventful((EventType.AGREE, "sign"), (EventType.AGREE, "pledge")),
            eventful((EventType.AGREE, "sign")),
            {"types_same": 2, "lemmas_same": 1, "events_a": 2, "events_b": 1},
            id="events",
        ),
    ],
)
def test_features(left: Reading, right: Reading, expected: Mapping[str, float]) -> None:
    row = features(left, right)
    assert {name: row[name] for name in expected} == pytest.approx(expected)


def test_what_the_other_report_says_elsewhere_is_not_new() -> None:
    told = reading("b", "voters/NNS waited/VBD*", "bandits/NNS killed/VBD* 16 miners/NNS")
    span = place(told, "16 miners", 1)
    told = replace(told, quantities=(Quantity(span=span, sentence=1, low=16, high=16, exact=16, unit="miner", head=3),))
    row = features(killed(16), told)
    assert (row["counts_b"], row["numbers_new_a"], row["terms_new_a"]) == (0, 0, 0)


def test_a_pair_among_its_rivals() -> None:
    one, other = reading("a", BLAST, "voters/NNS waited/VBD*"), reading("b", BLAST, BLAST, BLAST)
    pairs = [facing(0, 0, 0.75), facing(0, 1, 0.5), facing(1, 1, 0.625)]
    rows = PairFeatures([one, other]).of(pairs)
    shown = [{n: r[n] for n in ("rank_a", "rank_b", "behind_a", "behind_b", "at_a", "at_b", "share_a", "share_b")} for r in rows]
    assert shown == [
        {"rank_a": 0, "rank_b": 0, "behind_a": 0, "behind_b": 0, "at_a": 0, "at_b": 0, "share_a": 0, "share_b": 0},
        {
            "rank_a": 1,
            "rank_b": 1,
            "behind_a": -0.25,
            "behind_b": -0.125,
            "at_a": 0,
            "at_b": 1,
            "share_a": 0,
            "share_b": pytest.approx(1 / 3),
        },
        {"rank_a": 0, "rank_b": 0, "behind_a": 0, "behind_b": 0, "at_a": 1, "at_b": 1, "share_a": 0.5, "share_b": pytest.approx(1 / 3)},
    ]
    assert {r["sentences"] for r in rows} == {2}


def test_a_pair_of_other_reports_is_no_rival() -> None:
    rows = PairFeatures([reading(name, BLAST) for name in "abc"]).of([facing(closeness=0.5), facing(closeness=0.75, b=2)])
    assert [(r["rank_a"], r["rank_b"], r["behind_a"], r["reports"]) for r in rows] == [(0, 0, 0, 3), (0, 0, 0, 3)]


@pytest.mark.parametrize(
    ("days", "age", "known"),
    [
        pytest.param(("2021-03-01", "2021-03-02"), -1, 1, id="older"),
        pytest.param(("2021-03-02", "2021-03-01"), 1, 1, id="newer"),
        pytest.param(("2021-03-01", "2021-03-01"), 0, 1, id="of one day"),
        pytest.param((None, "2021-03-01"), 0, 0, id="not known"),
    ],
)
def test_age(days: tuple[str | None, str | None], age: float, known: float) -> None:
    row = features(reading("a", BLAST, published=days[0]), reading("b", BLAST, published=days[1]))
    assert (row["age"], row["age_known"]) == (age, known)


def test_the_model_s_view_is_among_them() -> None:
    row = features(reading("a", BLAST), reading("b", BLAST), facing(seen=Seen(difference=1.5, agreement=-2.0, aspect=Aspect.DATE)))
    assert (row["closeness"], row["view_difference"], row["view_agreement"], row["view_tension"]) == (0.5, 1.5, -2, -4)
    assert row["view_date"] == 0.9
    assert {f"view_{a}" for a in Aspect} <= row.keys()


@cache
def examples() -> tuple[Reading, ...]:
    """One reading of each sort."""
    return (
        killed(16), killed(22), at_most(20), dated("2021-03-01", "2021-05"), dated("2021-03-04"), named(state="OMN", person="Omar Sy"),
        named(state="YEM", place="Homs"), verb(SEIZED), verb(SEIZED, Modality.DENIED), reading("a", BLAST, published="2021-03-01"),
        said("the first vote", 0), reading("a", "~.", published="2021-03-02"), eventful((EventType.AGREE, "sign")),
    )  # fmt: skip


# Counted over the events of the first.
ONE_SIDED = {"types_same", "lemmas_same"}


def test_the_other_way_round_the_sides_change_places() -> None:
    for left in examples():
        for right in examples():
            there, back = features(left, right), features(right, left)
            turned = {f"{n[:-2]}_b" if n.endswith("_a") else f"{n[:-2]}_a" if n.endswith("_b") else n: v for n, v in back.items()}
            turned["age"] = -turned["age"]
            assert {n: v for n, v in there.items() if n not in ONE_SIDED} == {n: v for n, v in turned.items() if n not in ONE_SIDED}


def test_all_pairs_have_the_same_numbers_and_all_are_finite() -> None:
    rows = [features(left, right) for left in examples() for right in examples()]
    assert len({tuple(sorted(r)) for r in rows}) == 1
    assert all(math.isfinite(v) for r in rows for v in r.values())


@pytest.mark.parametrize("number", [1e-300, 1e300, math.inf, -5.0])
def test_odd_numbers(number: float) -> None:
    for other in (1e-300, 1e300, math.inf, 3.0):
        row = features(counted("9 miners/NNS", "9 miners", number, number), counted("9 miners/NNS", "9 miners", other, other))
        assert row["count_ratio"] == (0 if number == other else 4)


def test_no_pairs() -> None:
    assert PairFeatures([]).of([]) == PairFeatures([reading("a"), reading("b")]).of([]) == []


def test_two_endless_sentences_take_no_time() -> None:
    words = "rebels/NNS shelled/VBD* " + " ".join(f"town{k}/NN seized/VBD" for k in range(1000))
    told = reading("a", words)
    found = PairFeatures([told, told])
    begun = time.process_time()
    found.of([facing()])
    assert time.process_time() - begun < 2
