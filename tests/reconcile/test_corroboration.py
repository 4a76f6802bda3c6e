"""By how many independent sources a claim is supported, and on whose word."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.reading import Reading
from accord.model.report import ReportId
from accord.model.spans import Span
from accord.model.story import Finding, FindingId, FindingValue, Story, StoryEvent
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.corroboration import count_sources, find_corroboration
from accord.reconcile.reconcile import reconcile


def readings(n: int) -> list[Reading]:
    made = [hand.report("nine boats sank", f"r{k}") for k in range(n)]
    rows = "nine nine NUM CD nummod 1\nboats boat NOUN NNS nsubj 2\nsank sink VERB VBD ROOT 2"
    return [Reading(report=r, sentences=(hand.sentence(rows, report_id=r.id),), published=r.published) for r in made]


def finding(relation: Relation, *values: tuple[str, str | None], explanation: str = "") -> Finding:
    """The k-th value is that of report k, with its authority."""
    told = tuple(FindingValue(report_id=ReportId(f"r{k}"), span=Span(0, 4), value=v, authority=a) for k, (v, a) in enumerate(values))
    return Finding(
        id=FindingId("f1"),
        relation=relation,
        aspect=Aspect.COUNT_OTHER,
        subject="boats",
        values=told,
        explanation=explanation,
        score=0.5,
        rule="r",
    )


@pytest.mark.parametrize(
    ("relation", "sources", "n"),
    [
        (Relation.EQUIVALENCE, ((0,), (1,), (2,)), 3),
        (Relation.EQUIVALENCE, ((0, 2), (1,)), 2),
        (Relation.SUBSUMPTION, ((0, 1, 2),), 1),
        (Relation.CONTRADICTION, ((0,), (1,), (2,)), None),
    ],
    ids=["all", "two", "one", "difference"],
)
def test_agreements_count_their_sources(relation: Relation, sources: tuple[tuple[int, ...], ...], n: int | None) -> None:
    (found,) = count_sources([finding(relation, ("9", None), ("9", None), ("9", None))], readings(3), sources)
    assert found.sources == n


@pytest.mark.parametrize(
    ("explanation", "expected"),
    [
        ("Both give 9.", "Both give 9. The reports are one source."),
        ("They share their wording, so that this is one source.", "They share their wording, so that this is one source."),
        ("", "The reports are one source."),
    ],
    ids=["added", "said", "alone"],
)
def test_an_agreement_of_copies_says_that_it_is_one_source(explanation: str, expected: str) -> None:
    agreed = finding(Relation.EQUIVALENCE, ("9", None), ("9", None), explanation=explanation)
    assert count_sources([agreed], readings(2), ((0, 1),))[0].explanation == expected


def test_five_outlets_that_quote_one_monitor_are_one_voice() -> None:
    agreed = finding(Relation.EQUIVALENCE, *[("9", "Coast Watch")] * 5)
    (found,) = find_corroboration(readings(5), [agreed], [(k,) for k in range(5)], None)
    assert (found.sources, found.origins, found.own) == (5, 1, ())
    assert [(v.name, len(v.report_ids)) for v in found.voices] == [("Coast Watch", 5)]
    assert found.evidence[0] == ("r0", Span(0, 4))


def test_a_difference_has_an_entry_for_each_value_that_reports_share() -> None:
    differ = finding(Relation.CONTRADICTION, ("9", None), ("11", "police"), ("9", "the harbour"), ("9", None))
    (found,) = find_corroboration(readings(4), [differ], [(0,), (1,), (2, 3)], None)
    assert (found.value, found.report_ids, found.sources, found.origins) == ("9", ("r0", "r2", "r3"), 2, 2)
    # The fourth is a copy of the third and has dropped whose word it is.
    assert found.own == ("r0",)


@pytest.mark.parametrize("relation", [Relation.REPETITION, Relation.INCOHERENT, Relation.ANACHRONISM])
def test_faults_of_one_report_corroborate_nothing(relation: Relation) -> None:
    assert find_corroboration(readings(2), [finding(relation, ("9", None), ("9", None))], [(0,), (1,)], None) == ()


def test_what_one_report_says_twice_is_not_corroborated() -> None:
    twice = finding(Relation.EQUIVALENCE, ("9", None))
    assert find_corroboration(readings(2), [replace(twice, values=twice.values * 2)], [(0,), (1,)], None) == ()


@pytest.mark.parametrize("n", [0, 1])
def test_a_story_of_one_report_has_none(n: int) -> None:
    assert find_corroboration(readings(n), [], [(k,) for k in range(n)], StoryEvent(what="crash", where=None, when=None)) == ()


FIRE = "A bomb exploded in a bus station in Khulna on Monday."


def story(*texts: str, publishers: str = "") -> Story:
    rows = [read_closely(hand.parsed(t, f"r{k}", published="2019-03-12")) for k, t in enumerate(texts)]
    if publishers:
        rows = [replace(r, report=replace(r.report, publisher=p)) for r, p in zip(rows, publishers, strict=True)]
    (found,) = reconcile(rows)
    return found


@pytest.mark.model
def test_the_main_event_counts_sources_and_not_reports() -> None:
    texts = [
        f"{FIRE} The explosion wounded seven travellers, doctors said.",
        f"{FIRE} Rescuers searched the bus station in Khulna for hours after the explosion.",
        f"{FIRE} Shops near the bus station in Khulna stayed shut after the explosion.",
    ]
    found = story(*texts, publishers="ABA")
    main = found.corroboration[0]
    assert main.finding is None
    assert (len(main.report_ids), main.sources) == (3, 2)
    assert {len(g) for g in found.sources} == {1, 2}


@pytest.mark.model
def test_whose_word_it_is_in_the_end() -> None:
    found = story(
        f"{FIRE} The bomb killed nine travellers, police said.", "Police said nine travellers were killed by a bomb in Khulna on Monday."
    )
    killed = next(c for c in found.corroboration for f in found.findings if f.id == c.finding and f.aspect is Aspect.COUNT_KILLED)
    assert (killed.sources, killed.origins, killed.own) == (2, 1, ())
    assert [v.name for v in killed.voices] == ["police"]


@pytest.mark.model
def test_what_others_condemn_they_take_as_known() -> None:
    found = story(
        f"{FIRE} Two buses burned.", "Mayor Rahim Uddin condemned the bombing in Khulna on Monday. A bomb exploded in a bus station there."
    )
    assert found.corroboration[0].voices == ()


@pytest.mark.model
def test_a_copy_is_told_with_what_it_changed() -> None:
    text = (
        f"{FIRE} The explosion killed nine travellers and left a crater in the road in front of the ticket hall, and the fire brigade"
        " of Khulna needed three hours to put out the flames that had spread to four buses and to a row of stalls beside the station."
    )
    found = story(text, text.replace("nine", "eleven"))
    (derivation,) = found.derivations
    assert derivation.original is None
    assert [e.is_fact for e in derivation.edits] == [True]
    assert found.sources == ((derivation.first, derivation.second),)
    assert all(f.sources == 1 for f in found.findings if f.relation is Relation.EQUIVALENCE)
