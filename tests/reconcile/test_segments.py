"""Items of a report: where a round-up is cut, and that an ordinary report is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.reading import Reading
from accord.model.report import Noise
from accord.model.spans import Span
from accord.model.vocabulary import NoiseKind
from accord.reconcile.profiles import profile
from accord.reconcile.segments import MOST_ITEMS, by_first_item, itemized, items, joint

FERRY = (
    "A crowded ferry capsized on the Buriganga river near Dhaka, drowning dozens of passengers. Divers pulled bodies from the sunken hull."
    " Survivors blamed a cargo vessel that had struck the ferry at dawn. The river authority suspended the captain's licence."
)
RENTS = (
    "Parliament in Wellington passed a bill on rents by three votes. Landlords called the bill ruinous for small investors."
    " Tenants cheered in the gallery as the Speaker read the tally. The housing minister wants caps in force by winter."
)
QUAKE = (
    "An earthquake shook the Aegean coast of Turkey, toppling a minaret in Izmir. Schools were emptied and trams stopped."
    " Seismologists recorded forty aftershocks, the strongest of magnitude five. Tents went up in parks for frightened families."
)
LATE_FERRY = (
    "The ferry lay on its side on the bed of the Buriganga, divers said. Passengers had crowded its upper deck when the cargo vessel"
    " struck. The captain of the ferry told the river authority in Dhaka that he had seen no lights. Survivors dispute that."
)


def read(text: str, published: str | None = "2021-03-05") -> Reading:
    return read_closely(hand.parsed(text, published=published))


def begins(text: str) -> list[str]:
    """The first two words of each item."""
    reading = read(text)
    return [" ".join(t.text for t in reading.sentences[run.start].tokens[:2]) for run in items(reading)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(FERRY, ["A crowded"], id="one happening"),
        pytest.param(f"{FERRY}\n\n{LATE_FERRY}", ["A crowded"], id="one happening in two paragraphs"),
        pytest.param(f"{FERRY}\n\nMeanwhile, {LATE_FERRY}", ["A crowded"], id="an opening does not cut what hangs together"),
        pytest.param(f"{FERRY}\n\n{RENTS}", ["A crowded"], id="a blank line is not enough"),
        pytest.param(f"{FERRY}\n\nWELLINGTON (AP) -- {RENTS}", ["A crowded", "WELLINGTON ("], id="a dateline"),
        pytest.param(f"{FERRY}\n\nRents to be capped\n\n{RENTS}", ["A crowded", "Rents to"], id="a sub-heading"),
        pytest.param(f"{FERRY}\n\nIn other news, {RENTS}", ["A crowded", "In other"], id="an opening"),
        pytest.param(f"{FERRY} Meanwhile, in New Zealand, {RENTS}", ["A crowded", "Meanwhile ,"], id="an opening in the same paragraph"),
        pytest.param(f"{FERRY}\n\nSeparately, {RENTS}\n\nElsewhere, {QUAKE}", ["A crowded", "Separately ,", "Elsewhere ,"], id="three"),
        pytest.param(f"{FERRY}\n\nRain is likely.", ["A crowded"], id="a line is no item"),
    ],
)
def test_items(text: str, expected: list[str]) -> None:
    assert begins(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Rain fell. It stopped.", "none", id="in one paragraph"),
        pytest.param("Rain fell.\n\nSnow fell.", "block", id="a paragraph"),
        pytest.param("Rain fell.\n\nLIMA, 3 May (Reuters) - Snow fell.", "dateline", id="a dateline"),
        pytest.param("Rain fell.\n\nSnow in the south\n\nSnow fell.", "heading", id="a sub-heading"),
        pytest.param("Rain fell.\n\nSeparately, snow fell.", "opening", id="an opening"),
        pytest.param("Rain fell. Elsewhere in Peru snow fell.", "opening", id="an opening in line"),
        pytest.param("Rain fell.\n\nSnow in the south", "block", id="nothing follows the short line"),
    ],
)
def test_joints(text: str, kind: str) -> None:
    assert joint(read(text), 1) == kind


@pytest.mark.model
def test_a_heading_that_was_left_out_of_the_prose_still_sets_off() -> None:
    told = read("Rain fell.\n\nSnow fell.")
    heading = Noise(span=Span(10, 11), kind=NoiseKind.HEADING)
    assert joint(replace(told, report=replace(told.report, noise=(heading,))), 1) == "heading"
    assert joint(replace(told, report=replace(told.report, noise=(replace(heading, kind=NoiseKind.CAPTION),))), 1) == "block"


@pytest.mark.model
def test_items_cover_the_report() -> None:
    reading = read(f"{FERRY}\n\nSeparately, {RENTS}\n\nElsewhere, {QUAKE}")
    assert [k for run in items(reading) for k in run] == list(range(len(reading.sentences)))


@pytest.mark.model
def test_an_ordinary_report_has_its_own_profile_only() -> None:
    reading = read(FERRY)
    assert itemized(reading) == profile(reading)


@pytest.mark.model
def test_each_item_has_what_its_own_sentences_tell() -> None:
    told = itemized(read(f"{FERRY}\n\nIn other news, {RENTS}"))
    first, second = told.items
    assert {"ferry", "bill"} <= told.counts.keys()
    assert "bill" in second.lead
    assert not {"ferry", "N:" + "daka"} & second.counts.keys()
    assert "bill" not in first.counts
    assert not second.places & first.places
    assert (second.first, second.last) == (told.first, told.last)
    assert len({told.digest, first.digest, second.digest}) == 3
    assert second.shingles < told.shingles


@pytest.mark.model
def test_by_its_first_item() -> None:
    told = itemized(read(f"{FERRY}\n\nSeparately, {RENTS}\n\nElsewhere, {QUAKE}"))
    first = by_first_item(told)
    assert (first.digest, first.counts, first.items) == (told.digest, told.items[0].counts, told.items[1:])
    assert by_first_item(profile(read(FERRY))) == profile(read(FERRY))


@pytest.mark.model
@pytest.mark.parametrize(
    ("when", "number"),
    [
        pytest.param("Elsewhere on 9 May 2020 parliament", 0, id="a year ago"),
        pytest.param("Elsewhere on 4 March 2021 parliament", 2, id="yesterday"),
    ],
)
def test_a_paragraph_that_looks_back_is_no_item(when: str, number: int) -> None:
    told = itemized(read(f"{FERRY}\n\n{RENTS.replace('Parliament', when).replace(' by winter', '')}"))
    assert len(told.items) == number


@pytest.mark.model
def test_a_digest_of_very_many_items_has_a_bound() -> None:
    words = [f"{chr(97 + k % 26)}{chr(97 + k // 26)}" for k in range(400)]
    paragraphs = [" ".join(f"Zor{w}ex bled gri{w}unt and sko{w}ard." for w in words[10 * k : 10 * k + 10]) for k in range(40)]
    assert 1 < len(items(read("\n\nElsewhere, ".join(paragraphs)))) <= MOST_ITEMS


def test_empty_and_odd_reports_are_of_one_item() -> None:
    for sentences in ((), (hand.sentence("* * PUNCT NFP ROOT 0"),)):
        reading = Reading(report=hand.report("*" if sentences else ""), sentences=sentences, published=hand.report("").published)
        assert items(reading) == (range(len(sentences)),)
        assert itemized(reading).items == ()
