"""Datelines and stated publication dates at the head of a text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.vocabulary import DateBasis
from accord.read.dateline import find_dateline, find_stamp
from accord.read.dates import find_date, parse_metadata_date

REST = "Ministers from six coastal states left the harbour hotel on Sunday night without an agreement on fishing quotas."


@pytest.mark.parametrize(
    ("head", "place", "day"),
    [
        ("Nairobi, Kenya- ", "Nairobi, Kenya", None),
        ("NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya", None),
        ("NAIROBI, Kenya (AP) _\n\n", "NAIROBI, Kenya", None),
        ("ANKARA, Aug 28, 2019 (Harbour Wire) - ", "ANKARA", "2019-08-28"),
        ("SUVA, 8 August 2019 (Harbour Wire) - ", "SUVA", "2019-08-08"),
        ("HAVANA, Feb. 6, 2019 (Harbour Press Service) -- ", "HAVANA", "2019-02-06"),
        ("WASHINGTON (Harbour News Service), Tuesday 9 July 2019: ", "WASHINGTON", "2019-07-09"),
        ("WASHINGTON DC (UNITED STATES), 16 JAN 88 (EFE) -- [TEXT] ", "WASHINGTON DC (UNITED STATES)", "1988-01-16"),
        ("BOGOTA, 2 SEP 88 (RADIO CADENA) -- [REPORT] [JUAN ROE] [TEXT] ", "BOGOTA", "1988-09-02"),
        ("ADDIS ABABA, June 2 (Reuters) - ", "ADDIS ABABA", None),
        ("JAMMU, India, Aug 16 (Harbour Wire) - ", "JAMMU, India", None),
        ("BEIRUT: ", "BEIRUT", None),
        ("MOSCOW - ", "MOSCOW", None),
        ("WASHINGTON — ", "WASHINGTON", None),
        ("BUFFALO, N.Y. (AP) -- ", "BUFFALO, N.Y.", None),
        ("UNITED NATIONS (AP) — ", "UNITED NATIONS", None),
        ("KABUL, Afghanistan — ", "KABUL, Afghanistan", None),
        ("GUINEA-BISSAU, 3 May 2019 (Harbour Wire) - ", "GUINEA-BISSAU", "2019-05-03"),
        ("O'HIGGINS, Chile (AP)_ ", "O'HIGGINS, Chile", None),
    ],
)
def test_datelines(head: str, place: str, day: str | None) -> None:
    dateline, published = find_dateline(head + REST)
    assert dateline is not None
    assert dateline.place == place
    assert dateline.span.of(head + REST) == head.strip()
    assert (published.earliest if published else None) == day
    if published:
        evidence = published.evidence[0]
        assert published.basis == DateBasis.STATED
        assert evidence.span is not None
        assert find_date(evidence.span.of(head + REST) + " ") is not None or evidence.span.of(head + REST)[-2:].isdigit()


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "HARBOUR FIGHT: Minister storms out of talks",
        f"BREAKING: {REST}",
        f"The minister - {REST}",
        f"(CNN) -- {REST}",
        f"Ada Berg — {REST}",
        f"Mr Berg, a Dane, said: {REST}",
        f"MINISTER: {REST}".replace("MINISTER", "PRESIDENT"),
        "",
        "-",
        ":",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text)[0] is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"18 March 2019\n\n{REST}", "2019-03-18"),
        (f"Published: 3 March 2019 14:05 GMT\n{REST}", "2019-03-03"),
        (f"Updated: August 17, 2019 07:40 IST\n{REST}", "2019-08-17"),
        (f"By our harbour desk | Published 7 April 2019, 09:14\n{REST}", "2019-04-07"),
        (f"By Jane Roe, 7 April 2019\n{REST}", "2019-04-07"),
        (f"Posted July 8, 2019 by Jane Roe\n{REST}", "2019-07-08"),
        (f"Sunday 25 August 2019 {REST}", "2019-08-25"),
        (f"Published February 3 2019 {REST}", "2019-02-03"),
        (f"Date of publication 6 June 2019 {REST}", "2019-06-06"),
        (f"24.08.2019 {REST}", "2019-08-24"),
        (f"AFP Saturday 25 May 2019 {REST}", "2019-05-25"),
        (f"March 01,2019\n{REST}", "2019-03-01"),
        (f"2019-03-01\n{REST}", "2019-03-01"),
        (f"25/03/2019 10:00\n{REST}", "2019-03-25"),
        (f"3 min read | 4 May 2019\n{REST}", "2019-05-04"),
        (f"03/04/2019\n{REST}", None),
        (f"31 February 2019\n{REST}", None),
        (f"On 3 March 2019 the ministers met. {REST}", None),
        (f"3 March 2019 was the day. {REST}", None),
        (f"May 2019\n{REST}", None),
        (f"4 May 30 people were hurt. {REST}", None),
        (f"{REST}\n3 March 2019\n{REST}", None),
    ],
)
def test_date_lines(text: str, day: str | None) -> None:
    published = find_dateline(text)[1]
    assert (published.earliest if published else None) == day


def test_evidence_points_at_the_words() -> None:
    text = f"Posted July 8, 2019 by Jane Roe\n{REST}"
    published = find_dateline(text)[1]
    assert published is not None
    assert published.evidence[0].span is not None
    assert published.evidence[0].span.of(text) == "Posted July 8, 2019"
    assert published.evidence[0].why == 'line at the head: "posted"'


def test_stamp_in_a_text_without_line_breaks() -> None:
    text = f"Who gets the fish? 14 March 2019 | 3 min read {REST}"
    found = find_stamp(text)
    assert found is not None
    end, stamp, published = found
    assert (text[:end], stamp.of(text), published.earliest) == ("Who gets the fish?", "14 March 2019 | 3 min read", "2019-03-14")


def test_a_date_in_the_first_sentence_is_no_stamp() -> None:
    assert find_stamp(f"The ministers met on 14 March 2019 in a hotel. {REST}") is None


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-05-06T08:00:00+02:00", ("2024-05-06", "2024-05-06")),
        ("20240506", ("2024-05-06", "2024-05-06")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("6 May 2024", ("2024-05-06", "2024-05-06")),
        ("May 6, 2024 10:00", ("2024-05-06", "2024-05-06")),
        ("2024-13-40", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_metadata_dates(value: str, days: tuple[str, str] | None) -> None:
    assert parse_metadata_date(value) == days


@given(
    st.dates(min_value=date(1971, 1, 1), max_value=date(2069, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    found = find_date(f"x {day.strftime(form)} y")
    assert found is not None
    assert found[1] == day


@given(st.text(max_size=300))
def test_any_text_is_borne(text: str) -> None:
    dateline, _ = find_dateline(text)
    assert dateline is None or dateline.span.end <= len(text)


def test_the_agency_of_a_dateline_is_kept() -> None:
    dateline, _ = find_dateline("OSLO, May 3, 2021 (Fjord Wire) - The ferry sank in the night, police said.")
    assert dateline is not None
    assert dateline.agency == "Fjord Wire"
