"""Which reports are one source, and who copied whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hand
from accord.model.reading import Reading
from accord.model.report import Dateline
from accord.model.spans import Span
from accord.model.vocabulary import DerivationBasis
from accord.reconcile.copies import find_copies
from accord.reconcile.sources import find_derivations, independent_sources, outlet_key

WIRE = (
    "miners blocked the railway to the port for a third day on Tuesday after talks over the price of diesel broke down"
    " and the company that runs the line said forty trains were waiting"
)
MORE = " while the ministry called both sides back to the table and shops in the town ran out of bread and flour by noon"


def reading(
    name: str, words: str = WIRE, *, day: str | None = None, publisher: str | None = None, agency: str | None = None
) -> Reading:  # fmt: skip
    rows = "\n".join(f"{w} {w.lower()} NOUN NN ROOT {k}" for k, w in enumerate(words.split()))
    dateline = Dateline(span=Span(0, 0), place="Potosi", agency=agency) if agency else None
    report = hand.report(words, name, published=day, publisher=publisher, dateline=dateline)
    return Reading(report=report, sentences=(hand.sentence(rows, report_id=name),), published=report.published)


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Andes Post", "andes post"), ("www.andespost.com", "Andes Post"), ("Radio Potosí", "radio potosi")],
    ids=["article", "address", "accent"],
)
def test_spellings_of_an_outlet_have_one_key(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other) != ""


def test_outlets_that_are_not_named_have_none() -> None:
    assert outlet_key(None) == outlet_key("  ") == ""


@pytest.mark.parametrize(
    ("publishers", "agencies", "copies", "expected"),
    [
        pytest.param("ABCD", "    ", ((0, 2), (2, 3)), ((0, 2, 3), (1,)), id="copies-of-copies"),
        pytest.param("ABAC", "    ", (), ((0, 2), (1,), (3,)), id="one-outlet"),
        pytest.param("    ", "    ", (), ((0,), (1,), (2,), (3,)), id="nobody-named"),
        pytest.param("ABCD", "XX  ", (), ((0, 1), (2,), (3,)), id="one-agency"),
        pytest.param("AAXB", "XY  ", (), ((0, 2), (1,), (3,)), id="one-portal-with-two-agencies"),
    ],
)
def test_independent_sources(publishers: str, agencies: str, copies: tuple[tuple[int, int], ...], expected: object) -> None:
    readings = [
        reading(f"r{k}", publisher=p.strip() or None, agency=g.strip() or None)
        for k, (p, g) in enumerate(zip(publishers, agencies, strict=True))
    ]
    assert independent_sources(readings, copies) == expected


@pytest.mark.parametrize(
    ("a", "b", "original", "basis"),
    [
        pytest.param({"day": "2022-05-02"}, {"day": "2022-05-03"}, "a", DerivationBasis.OLDER, id="older"),
        pytest.param({"day": "2022-05-03"}, {"day": "2022-05-02"}, "b", DerivationBasis.OLDER, id="older-though-second"),
        pytest.param({"words": WIRE}, {"words": WIRE + MORE}, "b", DerivationBasis.FULLER, id="fuller"),
        pytest.param({"agency": "Altiplano"}, {"publisher": "Altiplano"}, "b", DerivationBasis.CREDITED, id="credited"),
        pytest.param(
            {"day": "2022-05-02", "agency": "Altiplano"}, {"day": "2022-05-03", "publisher": "Altiplano"}, "b", DerivationBasis.CREDITED,
            id="credit-before-age",
        ),
        pytest.param({}, {}, None, None, id="not-known"),
        pytest.param({"day": "2022-05-02"}, {"day": "2022-05-02"}, None, None, id="same-day"),
        pytest.param({"day": "2022-05-02"}, {}, None, None, id="one-day-not-known"),
    ],
)  # fmt: skip
def test_who_copied_whom(a: dict[str, str], b: dict[str, str], original: str | None, basis: DerivationBasis | None) -> None:
    readings = [reading("a", **a), reading("b", **b)]
    (found,) = find_derivations(readings, find_copies(readings))
    assert (found.original, found.basis) == (original, basis)
    assert found.first == (original or "a")
    assert {found.first, found.second} == {"a", "b"}


def test_two_prints_of_one_wire_copied_the_agency_and_not_each_other() -> None:
    readings = [reading("a", day="2022-05-02", agency="Altiplano"), reading("b", day="2022-05-03", agency="ALTIPLANO")]
    (found,) = find_derivations(readings, [(0, 1)])
    assert (found.original, found.agency) == (None, "Altiplano")


def test_the_share_is_that_of_the_copy_and_edits_go_from_the_original() -> None:
    old, new = reading("old", WIRE, day="2022-05-02"), reading("new", WIRE.replace("forty", "fifty") + MORE, day="2022-05-04")
    (found,) = find_derivations([old, new], [(0, 1)])
    assert 0.2 < found.share < 0.6
    assert [(e.first.of(old.report.text), e.second.of(new.report.text)) for e in found.edits] == [("forty", "fifty"), ("", MORE.strip())]
    (back,) = find_derivations([replace(old, published=new.published), replace(new, published=old.published)], [(0, 1)])
    assert back.share > 0.7
    assert back.first == "new"
