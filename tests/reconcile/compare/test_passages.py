"""What the comparison of passages tells a reader, with a comparer whose views are given by a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from accord.model.passages import Passage, PassageView
from accord.model.reading import Quantity, Reading, TimeExpression
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Attendance, Modality, Relation, TimeType
from accord.reconcile.align import Aligned, align
from accord.reconcile.attendance_claims import AttendanceClaim
from accord.reconcile.compare import passages
from accord.reconcile.compare.passages import compare
from accord.reconcile.drafts import Draft
from accord.reconcile.gatherings import Gathering
from accord.reconcile.judged import Judged
from accord.reconcile.passages import Facing, passages_of
from accord.reconcile.trees import Trees
from accord.reconcile.wording import EXPLANATIONS
from bag_comparer import BagComparer, Seen, place, reading


def judged(
    told: Sequence[Reading],
    pair: tuple[int, int],
    seen: Seen,
    *,
    difference: float = 0.0,
    agreement: float = 0.0,
    at: tuple[int, int] = (0, 0),
) -> Judged:
    """A pair of sentences of two reports with the two probabilities."""
    (a, b), (i, j) = pair, at
    shown = passages_of(told[a])[i], passages_of(told[b])[j]
    return Judged(Facing(a=a, i=i, b=b, j=j, passages=shown, closeness=0.5, view=seen.view(shown)), difference, agreement)


def told_of(told: Sequence[Reading], *pairs: Judged) -> list[Draft]:
    return list(compare(replace(align(told), judged=pairs)))


def both(one: Reading, other: Reading, seen: Seen, **scores: float) -> list[Draft]:
    return told_of([one, other], judged([one, other], (0, 1), seen, **scores))  # type: ignore[arg-type]


def counted(name: str, words: str, said: str, low: float | None, high: float | None, published: str | None = None) -> Reading:
    told = reading(name, words, published=published)
    exact = low if low == high else None
    return replace(told, quantities=(Quantity(span=place(told, said), sentence=0, low=low, high=high, exact=exact),))


def toll(name: str, number: int, published: str | None = None) -> Reading:
    return counted(name, f"a fire killed/VBD* {number} weavers/NNS", str(number), number, number, published)


def dated(name: str, words: str, said: str, value: str, kind: TimeType = TimeType.DATE) -> Reading:
    told = reading(name, words)
    return replace(told, times=(TimeExpression(span=place(told, said), sentence=0, type=kind, value=value),))


def judging(name: str, words: str, modality: Modality, published: str | None = None) -> Reading:
    told = reading(name, words, published=published)
    return replace(told, modalities=(tuple(modality if t.pos == "VERB" else Modality.ASSERTED for t in told.sentences[0]),))


CARRIED = Seen(aspect=Aspect.COUNT_KILLED, carries="9 16 22")
CAPTAIN, OWNER = "the captain/NN blamed/VBD* a wave/NN", "the owner/NN blamed/VBD* the captain/NN"


def test_a_difference_points_at_the_words_that_carry_it() -> None:
    one, other = toll("a", 16), toll("b", 22)
    (found,) = both(one, other, CARRIED, difference=0.8123)
    assert (found.relation, found.aspect, found.rule, found.score) == (
        Relation.CONTRADICTION, Aspect.COUNT_KILLED, "compare.passages", 0.812,
    )  # fmt: skip
    assert [(v.report_id, v.value, v.span.of(r.report.text)) for v, r in zip(found.values, (one, other), strict=True)] == [
        ("a", "16", "16"), ("b", "22", "22"),
    ]  # fmt: skip
    assert found.subject.startswith("people killed: fire killed")
    assert "16" in found.explanation
    assert "22" in found.explanation


def test_the_subject_does_not_take_sides() -> None:
    (found,) = both(toll("a", 16), toll("b", 22), CARRIED, difference=0.8)
    assert "22" not in found.subject


@pytest.mark.parametrize(
    ("carries", "told"),
    [
        pytest.param("coast hills", "coast", id="a word"),
        pytest.param("drove to hills", "drove", id="nothing hangs over"),
        pytest.param("to hills", "they drove to the coast", id="a word that leads nowhere is no value"),
    ],
)
def test_a_value_says_something(carries: str, told: str) -> None:
    one, other = reading("a", "they drove/VBD* to/IN the/DT coast/NN"), reading("b", "they walked/VBD* to/IN the/DT hills/NNS")
    (found,) = both(one, other, Seen(aspect=Aspect.PLACE, carries=carries), difference=0.8)
    assert [v.span.of(one.report.text) for v in found.values if v.report_id == "a"] == [told]


def test_a_day_that_no_word_carries_is_not_the_value() -> None:
    one, other = dated("a", "weavers/NNS died/VBD* Monday", "Monday", "2019-05-06"), reading("b", "weavers/NNS fled/VBD*")
    (found,) = both(one, other, Seen(aspect=Aspect.DATE, carries="fled"), difference=0.8)
    assert [v.value for v in found.values] == ["weavers died Monday", "fled"]


@pytest.mark.parametrize(("difference", "doubt"), [(0.34, "Of ten findings as doubtful as this one about 3 are right."), (0.5, None)])
def test_a_doubtful_difference_says_so(difference: float, doubt: str | None) -> None:
    (found,) = both(toll("a", 16), toll("b", 22), CARRIED, difference=difference)
    assert found.explanation.endswith(doubt or "which report is newer is not known.")
    assert ("Both cannot hold" in found.explanation or "No number fits" in found.explanation) == (doubt is None)


@pytest.mark.parametrize(
    ("low", "high", "published", "relations"),
    [
        pytest.param(30, None, None, [], id="at least 30 and 36 do not differ"),
        pytest.param(40, None, None, [Relation.CONTRADICTION], id="at least 40 and 36 do"),
        pytest.param(30, 50, None, [], id="30 to 50 and 36 do not"),
        pytest.param(30, None, "2019-05-01", [Relation.UPDATE], id="a toll that rose since is news, though the older left it open"),
    ],
)
def test_ranges_that_meet_do_not_differ(low: float, high: float | None, published: str | None, relations: list[Relation]) -> None:
    open_toll = counted("a", "a fire killed/VBD* thirty weavers/NNS", "thirty", low, high, published)
    exact = counted("b", "a fire killed/VBD* 36 weavers/NNS", "36", 36, 36, "2019-05-03" if published else None)
    found = both(open_toll, exact, replace(CARRIED, carries="thirty 36"), difference=0.8)
    assert [d.relation for d in found] == relations


@pytest.mark.parametrize(
    ("difference", "agreement", "relations"),
    [
        pytest.param(0.25, 0.0, [Relation.CONTRADICTION], id="likely enough to differ"),
        pytest.param(0.24, 0.0, [], id="not likely enough"),
        pytest.param(0.0, 0.35, [Relation.SUBSUMPTION], id="likely enough to agree"),
        pytest.param(0.0, 0.34, [], id="not likely enough to agree"),
        pytest.param(0.3, 0.9, [Relation.CONTRADICTION], id="what differs does not agree"),
    ],
)
def test_how_likely_it_must_be(difference: float, agreement: float, relations: list[Relation]) -> None:
    found = both(toll("a", 16), toll("b", 22), CARRIED, difference=difference, agreement=agreement)
    assert [d.relation for d in found] == relations


@pytest.mark.parametrize(
    ("numbers", "days", "relation"),
    [
        pytest.param((16, 22), ("2021-03-01", "2021-03-02"), Relation.UPDATE, id="the toll rose"),
        pytest.param((22, 16), ("2021-03-01", "2021-03-02"), Relation.CONTRADICTION, id="a toll that falls"),
        pytest.param((16, 22), ("2021-03-02", "2021-03-01"), Relation.CONTRADICTION, id="the older gives more"),
        pytest.param((16, 22), ("2021-03-01", "2021-03-01"), Relation.CONTRADICTION, id="of one day"),
        pytest.param((16, 22), (None, "2021-03-01"), Relation.CONTRADICTION, id="a day that is not known"),
    ],
)
def test_a_higher_toll_is_an_update(numbers: tuple[int, int], days: tuple[str | None, str | None], relation: Relation) -> None:
    (found,) = both(toll("a", numbers[0], days[0]), toll("b", numbers[1], days[1]), CARRIED, difference=0.8)
    assert found.relation is relation


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        pytest.param(Modality.PLANNED, Modality.ASSERTED, Relation.UPDATE, id="a plan came true"),
        pytest.param(Modality.REQUESTED, Modality.DENIED, Relation.UPDATE, id="a request was refused"),
        pytest.param(Modality.PLANNED, Modality.POSSIBLE, Relation.CONTRADICTION, id="still open"),
        pytest.param(Modality.ASSERTED, Modality.PLANNED, Relation.CONTRADICTION, id="the newer has a plan"),
        pytest.param(Modality.ASSERTED, Modality.ASSERTED, Relation.CONTRADICTION, id="both as done"),
    ],
)
def test_a_deed_after_a_plan_is_an_update(before: Modality, after: Modality, relation: Relation) -> None:
    one = judging("a", "the union/NN ends/VBZ* its strike/NN", before, "2021-03-01")
    other = judging("b", "the union/NN widens/VBZ* its strike/NN", after, "2021-03-02")
    (found,) = both(one, other, Seen(aspect=Aspect.OUTCOME, carries="ends widens"), difference=0.5)
    assert found.relation is relation


def test_the_newest_of_three_must_be_newer_than_both() -> None:
    told = [toll("a", 9, "2021-03-01"), toll("b", 16, "2021-03-02"), toll("c", 22, "2021-03-02")]
    pairs = [judged(told, (0, 1), CARRIED, difference=0.9), judged(told, (0, 2), CARRIED, difference=0.8)]
    (found,) = told_of(told, *pairs)
    assert ([v.report_id for v in found.values], found.relation, found.score) == (["a", "b", "c"], Relation.CONTRADICTION, 0.9)
    later = [*told[:2], toll("c", 22, "2021-03-03")]
    assert [d.relation for d in told_of(later, *pairs)] == [Relation.UPDATE]


@pytest.mark.parametrize(
    ("one", "other", "seen", "values", "relation"),
    [
        pytest.param(
            reading("a", CAPTAIN),
            reading("b", OWNER),
            Seen(aspect=Aspect.ACTOR, carries="wave captain"),
            ["captain blamed a wave", "captain"],
            Relation.SUBSUMPTION,
            id="words",
        ),
        pytest.param(
            reading("a", CAPTAIN),
            reading("b", OWNER),
            Seen(),
            ["the captain blamed a wave", "the owner blamed the captain"],
            Relation.SUBSUMPTION,
            id="no word carries it, so the sentence does",
        ),
        pytest.param(
            reading("a", CAPTAIN),
            reading("b", "THE captain/NN blamed/VBD* a wave/NN"),
            Seen(),
            ["the captain blamed a wave", "THE captain blamed a wave"],
            Relation.EQUIVALENCE,
            id="case is no difference",
        ),
        pytest.param(
            toll("a", 16),
            counted("b", "sixteen/CD died/VBD*", "sixteen", 16, 16),
            Seen(aspect=Aspect.COUNT_KILLED, carries="16 sixteen"),
            ["16", "16"],
            Relation.EQUIVALENCE,
            id="numbers in figures and words",
        ),
        pytest.param(
            toll("a", 16),
            counted("b", "over 15 died/VBD*", "over 15", 16, None),
            Seen(aspect=Aspect.COUNT_KILLED, carries="16 15"),
            ["16", "at least 16"],
            Relation.SUBSUMPTION,
            id="a range",
        ),
        pytest.param(
            toll("a", 16),
            counted("b", "many/JJ died/VBD*", "many", None, None),
            Seen(aspect=Aspect.COUNT_KILLED, carries="16 many"),
            ["16", "many"],
            Relation.SUBSUMPTION,
            id="a number without bounds is told in its words",
        ),
        pytest.param(
            toll("a", 16),
            reading("b", "16 died/VBD*"),
            Seen(aspect=Aspect.ACTOR, carries="16"),
            ["16", "16"],
            Relation.EQUIVALENCE,
            id="of no count the words",
        ),
        pytest.param(
            dated("a", "it fell/VBD* on Monday/NNP", "Monday", "2021-03-01"),
            dated("b", "it fell/VBD* yesterday/NN", "yesterday", "2021-03-01"),
            Seen(aspect=Aspect.DATE, carries="Monday yesterday"),
            ["2021-03-01", "2021-03-01"],
            Relation.EQUIVALENCE,
            id="days",
        ),
        pytest.param(
            dated("a", "it fell/VBD* in spring/NN", "spring", "XXXX-SP"),
            dated("b", "it lasts/VBZ* weeks/NNS", "weeks", "P2W", TimeType.DURATION),
            Seen(aspect=Aspect.DATE, carries="spring weeks"),
            ["spring", "weeks"],
            Relation.SUBSUMPTION,
            id="times without a day",
        ),
    ],
)
def test_values(one: Reading, other: Reading, seen: Seen, values: list[str], relation: Relation) -> None:
    (found,) = both(one, other, seen, agreement=0.5)
    assert ([v.value for v in found.values], found.relation) == (values, relation)
    assert all(r.sentences[0].span.contains(v.span) for v, r in zip(found.values, (one, other), strict=True))


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        pytest.param("a0 b0 c9 d0", "c", id="one word"),
        pytest.param("a0 b5 c9 d0", "b c", id="a half is enough"),
        pytest.param("a9 b0 c0 d9 e0", "a b c d", id="two words between are bridged"),
        pytest.param("g9 b0 c0 d0 e8", "g", id="three are not: the surer run"),
        pytest.param("a6 b0 c0 d0 e5 f5", "e f", id="the run that carries more in all"),
        pytest.param("g6 b0 c0 d0 e6", "g", id="of equals the first"),
        pytest.param("a9 (9 20219 )9 b9", "a b", id="what was put in is neither a word nor a gap"),
        pytest.param("a9 b0 (9 20219 )9 c0 d9", "a b c d", id="a gap around what was put in"),
        pytest.param(" ".join(f"a{k}w9" for k in range(40)), " ".join(f"a{k}w" for k in range(22)), id="a value has an end"),
        pytest.param("a0 b4", "a b", id="nothing: the sentence"),
        pytest.param("a9 b0 c0 d0 e0", "a b c d e", id="an article alone: the sentence"),
    ],
)
def test_the_run_of_words_that_carries_most(shares: str, words: str) -> None:
    rows = [(w[:-1], int(w[-1]) / 10) for w in shares.split()]
    put_in = ("(", "2021", ")")
    told = reading("a", " ".join(w for w, _ in rows if w not in put_in)), reading("b", "nobody/NN knew/VBD*")
    there = iter(t.span for t in told[0].sentences[0])
    spans = [None if w in put_in else next(there) for w, _ in rows]
    shown = Passage(tuple(w for w, _ in rows), passages_of(told[0])[0].kinds[:1] * len(rows), tuple(spans)), passages_of(told[1])[0]
    view = PassageView(
        difference=0, agreement=0, tension=0, aspects={Aspect.MEANS: 1.0}, carries=(tuple(s for _, s in rows), (0.0,) * len(shown[1].words))
    )
    (found,) = told_of(told, Judged(Facing(a=0, i=0, b=1, j=0, passages=shown, closeness=0.5, view=view), 0.5, 0.0))
    assert found.values[0].value == words


def test_what_looks_alike_is_no_difference_and_may_agree() -> None:
    one, other = toll("a", 16), counted("b", "sixteen/CD weavers/NNS died/VBD*", "sixteen", 16, 16)
    seen = Seen(aspect=Aspect.COUNT_KILLED, carries="16 sixteen")
    assert both(one, other, seen, difference=0.9) == []
    assert [d.relation for d in both(one, other, seen, difference=0.9, agreement=0.5)] == [Relation.EQUIVALENCE]


def test_differences_come_first_and_agreements_beside_them_stay() -> None:
    told = [toll("a", 16), toll("b", 22), toll("c", 16)]
    pairs = [judged(told, (0, 1), CARRIED, difference=0.7), judged(told, (0, 2), CARRIED, agreement=0.6)]
    assert [(d.relation, [v.report_id for v in d.values]) for d in told_of(told, *pairs)] == [
        (Relation.CONTRADICTION, ["a", "b"]), (Relation.EQUIVALENCE, ["a", "c"]),
    ]  # fmt: skip


def test_the_surest_difference_comes_first() -> None:
    told = [reading(name, CAPTAIN, OWNER) for name in "ab"]
    pairs = [judged(told, (0, 1), Seen(), difference=0.4, at=(0, 1)), judged(told, (0, 1), Seen(), difference=0.6, at=(1, 0))]
    assert [d.score for d in told_of(told, *pairs)] == [0.6, 0.4]


def test_the_aspect_is_what_all_views_together_hold_likeliest() -> None:
    told = [reading("a", CAPTAIN), reading("b", OWNER), reading("c", "the crew/NN blamed/VBD* nobody/NN")]
    pairs = [
        judged(told, (0, 1), Seen(aspect=Aspect.ACTOR), difference=0.9), judged(told, (0, 2), Seen(aspect=Aspect.STANCE), difference=0.8),
        judged(told, (1, 2), Seen(aspect=Aspect.STANCE), difference=0.1),
    ]  # fmt: skip
    # The first two are seen best by their own pair, the third by the second pair.
    assert [d.aspect for d in told_of(told, *pairs)] == [Aspect.ACTOR]


@pytest.mark.parametrize(
    ("sentences", "subject"),
    [
        pytest.param((CAPTAIN, OWNER), "position: blamed the captain", id="in the words of the last"),
        pytest.param((CAPTAIN, "it sank/VBD*"), "position", id="nothing shared"),
        pytest.param((CAPTAIN, OWNER, "it sank/VBD*"), "position: blamed the captain", id="what two of three share"),
        pytest.param(("it sank/VBD*", OWNER, CAPTAIN), "position: captain blamed", id="what the last two share"),
    ],
)
def test_the_subject_is_what_the_passages_share(sentences: Sequence[str], subject: str) -> None:
    told = [reading("abc"[k], s) for k, s in enumerate(sentences)]
    pairs = [judged(told, (0, k), Seen(aspect=Aspect.STANCE), difference=0.9) for k in range(1, len(told))]
    (found,) = told_of(told, *pairs)
    assert found.subject == subject


def test_every_aspect_has_a_name_and_an_explanation() -> None:
    assert set(passages._SLOTS) == set(Aspect)
    for aspect in Aspect:
        for scores in ({"difference": 0.9}, {"agreement": 0.9}):
            (found,) = both(reading("a", CAPTAIN), reading("b", OWNER), Seen(aspect=aspect), **scores)
            assert found.subject.startswith(passages._SLOTS[aspect])
            assert found.explanation.endswith(".")
            assert (None, found.relation) in EXPLANATIONS


def test_without_a_comparer_nothing_is_told() -> None:
    assert list(compare(align([toll("a", 16), toll("b", 22)]))) == []
    assert list(compare(Aligned(readings=()))) == []


def trusting(feature: str) -> Trees:
    """Log-odds of 3 where a feature is above 0, else -3."""
    return Trees(features=(feature,), base=0.0, trees=(((0, 0.0, 1, 2), (-1, -3.0, 0, 0), (-1, 3.0, 0, 0)),))


def test_from_reports_to_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: Mapping[str, Trees] = {
        "figures": trusting("unit"), "differences": trusting("view_difference"), "agreements": trusting("view_agreement"),
    }  # fmt: skip
    monkeypatch.setattr("accord.reconcile.judged.trees", kept.__getitem__)
    told = [toll("a", 16), toll("b", 22), reading("c", "voters/NNS chose/VBD* a mayor/NN")]
    comparer = BagComparer({("16", "22"): replace(CARRIED, difference=2.0)})
    found = list(compare(align(told, comparer)))
    assert [(d.relation, [v.value for v in d.values]) for d in found] == [(Relation.CONTRADICTION, ["16", "22"])]
    assert found[0].score == pytest.approx(0.953, abs=1e-3)


@pytest.mark.parametrize(
    ("likeliest", "next_best", "carries", "told"),
    [
        pytest.param(Aspect.DATE, Aspect.COUNT_KILLED, "16 22", Aspect.COUNT_KILLED, id="words without a day are not when"),
        pytest.param(Aspect.COUNT_KILLED, Aspect.ACTOR, "fire flood", Aspect.ACTOR, id="words without a number are not how many"),
        pytest.param(Aspect.COUNT_KILLED, Aspect.ACTOR, "16 22", Aspect.COUNT_KILLED, id="words with a number may be"),
        pytest.param(Aspect.DATE, Aspect.COUNT_KILLED, "", Aspect.DATE, id="nothing is known where no word carries"),
        pytest.param(Aspect.DATE, Aspect.COUNT_INJURED, "fire flood", Aspect.DATE, id="the likeliest stays where nothing fits"),
    ],
)
def test_the_aspect_fits_the_words_that_carry_the_value(likeliest: Aspect, next_best: Aspect, carries: str, told: Aspect) -> None:
    one, other = toll("a", 16), counted("b", "a flood killed/VBD* 22 weavers/NNS", "22", 22, 22)
    seen = judged([one, other], (0, 1), Seen(carries=carries), difference=0.8)
    view = replace(seen.facing.view, aspects={likeliest: 0.6, next_best: 0.3})
    found = told_of([one, other], replace(seen, facing=replace(seen.facing, view=view)))
    assert [d.aspect for d in found] == [told]


ROAD, ROAD_BY_NIGHT = "trucks/NNS left/VBD* by/IN the/DT coast/NN road/NN", "at/IN night/NN they/PRP took/VBD* the/DT coast/NN road/NN"
MONDAY = dated("a", "weavers/NNS died/VBD* Monday/NNP", "Monday", "2019-05-06")


@pytest.mark.parametrize(
    ("one", "other", "seen", "is_told"),
    [
        pytest.param(
            reading("a", ROAD), reading("b", ROAD_BY_NIGHT), Seen(aspect=Aspect.PLACE, carries="coast road"), False, id="the same words",
        ),
        pytest.param(
            reading("a", ROAD), reading("b", ROAD_BY_NIGHT), Seen(aspect=Aspect.PLACE, carries="left coast road"), False,
            id="the words of one among the other's",
        ),
        pytest.param(
            reading("a", ROAD), reading("b", ROAD_BY_NIGHT), Seen(aspect=Aspect.PLACE, carries="left by night"), True, id="other words",
        ),
        pytest.param(
            reading("a", ROAD), reading("b", ROAD_BY_NIGHT), Seen(aspect=Aspect.PLACE), True, id="where no word carries nobody knows",
        ),
        pytest.param(
            counted("a", "fire killed/VBD* twelve weavers/NNS", "twelve", 12, 12), counted("b", "12 weavers/NNS fell/VBD*", "12", 12, 12),
            Seen(aspect=Aspect.OTHER, carries="twelve 12"), False, id="one number in two spellings, whatever it is of",
        ),
        pytest.param(
            counted("a", "fire killed/VBD* weavers/NNS 12", "12", 12, 12), counted("b", "weavers/NNS 15 fell/VBD*", "15", 15, 15),
            Seen(aspect=Aspect.OTHER, carries="weavers 12 15"), True, id="one word beside numbers apart",
        ),
        pytest.param(
            MONDAY, dated("b", "Monday/NNP weavers/NNS fled/VBD*", "Monday", "2019-05-13"),
            Seen(aspect=Aspect.DATE, carries="Monday"), True, id="one word for days apart",
        ),
        pytest.param(
            MONDAY, dated("b", "Monday/NNP weavers/NNS fled/VBD*", "Monday", "2019-05"),
            Seen(aspect=Aspect.OTHER, carries="died fled Monday"), True, id="days that meet beside other words",
        ),
    ],
)  # fmt: skip
def test_one_value_in_two_wordings_is_no_difference(one: Reading, other: Reading, seen: Seen, is_told: bool) -> None:
    assert bool(both(one, other, seen, difference=0.8)) == is_told


@pytest.mark.parametrize(
    ("aspect", "difference", "reports", "is_told"),
    [
        pytest.param(Aspect.ATTENDANCE, 0.39, 2, False, id="who comes, doubtful"),
        pytest.param(Aspect.ATTENDANCE, 0.4, 2, True, id="who comes, likelier"),
        pytest.param(Aspect.ATTENDANCE, 0.39, 3, True, id="who comes, borne out by a third"),
        pytest.param(Aspect.ACTOR, 0.39, 2, True, id="another aspect"),
    ],
)
def test_who_comes_must_be_surer(aspect: Aspect, difference: float, reports: int, is_told: bool) -> None:
    told = [reading("abc"[k], s) for k, s in enumerate((CAPTAIN, OWNER, "the crew/NN blamed/VBD* nobody/NN")[:reports])]
    pairs = [judged(told, (0, k), Seen(aspect=aspect), difference=difference) for k in range(1, reports)]
    assert bool(told_of(told, *pairs)) == is_told


@pytest.mark.parametrize(
    ("statuses", "is_told"),
    [
        pytest.param((Attendance.ATTENDS, Attendance.ATTENDS), False, id="both say that she comes"),
        pytest.param((Attendance.ATTENDS, Attendance.DECLINED), True, id="one says that she stays away"),
        pytest.param((Attendance.ATTENDS,), True, id="one says nothing of her"),
    ],
)
def test_who_comes_alike_by_rules_is_no_difference(statuses: Sequence[Attendance], is_told: bool) -> None:
    told = [reading("a", CAPTAIN), reading("b", OWNER)]
    summit = Gathering(family="summit", noun="summit", place="Quito", country="ECU", date=None, mentions=frozenset())
    claims = tuple(
        (AttendanceClaim(report_id=r.report.id, country="PER", person="Rosa Quispe", status=status, span=Span(0, 3), sentence=0),)
        for r, status in zip(told, statuses, strict=False)
    )
    pair = judged(told, (0, 1), Seen(aspect=Aspect.ATTENDANCE, carries="captain wave owner"), difference=0.9)
    assert bool(list(compare(replace(align(told), judged=(pair,), gathering=summit, claims=claims)))) == is_told


def open_toll(name: str, number: int, published: str) -> Reading:
    told = reading(name, f"a fire killed/VBD* over {number} weavers/NNS", published=published)
    q = Quantity(
        span=place(told, f"over {number}"), sentence=0, low=number, high=None, exact=number, unit="weaver", effect="killed",
    )  # fmt: skip
    return replace(told, quantities=(q,))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        pytest.param(open_toll("a", 12, "2021-03-01"), open_toll("b", 19, "2021-03-03"), Relation.UPDATE, id="risen"),
        pytest.param(open_toll("a", 19, "2021-03-01"), open_toll("b", 12, "2021-03-03"), Relation.SUBSUMPTION, id="fallen"),
        pytest.param(open_toll("a", 12, "2021-03-01"), open_toll("b", 19, "2021-03-01"), Relation.SUBSUMPTION, id="of one day"),
    ],
)
def test_at_least_that_many_and_later_more(one: Reading, other: Reading, relation: Relation) -> None:
    (found,) = both(one, other, Seen(aspect=Aspect.COUNT_KILLED, carries="12 19"), agreement=0.5)
    assert found.relation is relation


def of(name: str, words: str, said: str, unit: str, number: float, effect: str | None = None) -> Reading:
    told = reading(name, words)
    q = Quantity(span=place(told, said), sentence=0, low=number, high=number, exact=number, unit=unit, effect=effect)
    return replace(told, quantities=(q,))


@pytest.mark.parametrize(
    ("one", "other", "aspect"),
    [
        pytest.param(
            of("a", "he reigned/VBD* 38 years/NNS", "38", "year", 38), of("b", "it cost/VBD* 40 ships/NNS", "40", "ship", 40),
            Aspect.COUNT_OTHER, id="unlike things",
        ),
        pytest.param(
            of("a", "it killed/VBD* 9 weavers/NNS", "9", "weaver", 9, "killed"),
            of("b", "it hurt/VBD* 40 weavers/NNS", "40", "weaver", 40, "injured"),
            Aspect.COUNT_KILLED, id="killed and hurt",
        ),
        pytest.param(
            dated("a", "he died/VBD* on Feb/NNP 13", "Feb 13", "2017-02-13"),
            dated("b", "he died/VBD* on 13 February/NNP", "13 February", "XXXX-02-13"),
            Aspect.DATE,
            id="one day",
        ),
    ],
)  # fmt: skip
def test_values_that_clash_in_nothing_are_no_difference(one: Reading, other: Reading, aspect: Aspect) -> None:
    carries = "38 40 9 Feb 13 February"
    assert both(one, other, Seen(aspect=aspect, carries=carries), difference=0.6) == []
