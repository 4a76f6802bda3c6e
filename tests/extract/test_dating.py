"""Dating of undated reports from what they say, alone and beside their sisters."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hand
import tagged
from accord.extract.dating import Dated, date_report, date_story
from accord.extract.known_news import news_events, roles
from accord.extract.times import find_times
from accord.model.report import Noise, Published, Report
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import DateBasis, NoiseKind


def sentences(*rows: str, start: int = 0) -> list[Sentence]:
    out: list[Sentence] = []
    for row in rows:
        out.append(tagged.sentence(row, index=len(out), start=out[-1].span.end + 1 if out else start))
    return out


def undated(*rows: str, post: str = "", report_id: str = "a") -> tuple[Report, list[Sentence]]:
    sents = sentences(*rows, start=len(post) + 1 if post else 0)
    text = post + tagged.text(*sents)[len(post) :]
    noise = (Noise(span=Span(0, len(post)), kind=NoiseKind.EMBED),) if post else ()
    return hand.report(text, report_id, noise=noise), sents


def dated(*rows: str, post: str = "") -> Published:
    report, sents = undated(*rows, post=post)
    return date_report(report, sents, find_times(sents))


def interval(p: Published) -> tuple[str | None, str | None]:
    return p.earliest, p.latest


def test_a_stated_date_stays() -> None:
    report = hand.report("It rained.", published="2020-01-02")
    assert date_report(report, [], ()) == report.published


def test_nothing_to_go_by() -> None:
    assert dated("he resigned/VBD* on Tuesday/NNP") == Published()
    assert dated("he resigned/VBD* in 2003 and returned/VBD in 2009") == Published()


def test_an_embedded_post_and_a_day_to_come() -> None:
    p = dated("the June/NNP 9th gala/NN will draw/VB* many", post="Ana (@ana) June 4, 2022")
    assert interval(p) == ("2022-06-04", "2022-06-09")
    assert p.basis is DateBasis.INFERRED
    assert [e.span is not None for e in p.evidence] == [True, True]


def test_a_post_alone_gives_a_week() -> None:
    assert interval(dated("leaders gathered/VBD*", post="Ana (@ana) June 4, 2022")) == ("2022-06-04", "2022-06-11")


def test_a_date_line_gives_a_week() -> None:
    assert interval(dated("Sunday/NNP 5 June/NNP 2022 bombs fell/VBD*")) == ("2022-06-05", "2022-06-12")


def test_an_anniversary_to_come_next_week() -> None:
    # 60 years after 1949-04-04: Saturday 4 April 2009, so "next week" was said between 23 and 29 March, and Thursday was past.
    p = dated(
        "leaders will gather/VB* next week",
        "they will mark/VB* the 60th/JJ anniversary/NN of the founding/NN of NATO/NNP",
        "Turkey/NNP agreed/VBD* on Thursday/NNP",
    )
    assert interval(p) == ("2009-03-26", "2009-03-29")
    assert "60th anniversary" in " ".join(e.why for e in p.evidence) or "2009-04-04" in " ".join(e.why for e in p.evidence)


ANNIVERSARIES = [
    ("Beijing/NNP will mark/VB* the 70th/JJ anniversary/NN of the end/NN of World/NNP War/NNP II/NNP next week", "2015-08-24"),
    ("Moscow/NNP will mark/VB* the 70th/JJ anniversary/NN of the end/NN of World/NNP War/NNP II/NNP next week", "2015-04-27"),
]


@pytest.mark.parametrize(("words", "earliest"), ANNIVERSARIES, ids=["china", "russia"])
def test_a_war_ends_on_different_days_in_different_countries(words: str, earliest: str) -> None:
    assert dated(words).earliest == earliest


def test_evidence_at_odds_believes_the_past() -> None:
    p = dated("bombs fell/VBD* on June/NNP 4 ~, 2022", "he will sing/VB* on May/NNP 1 ~, 2021")
    assert p.earliest == "2022-06-04"


def test_full_dates_deep_in_the_text_are_history() -> None:
    rows = ["people came/VBD* and talked/VBD"] * 5 + ["a treaty was signed/VBN* on June/NNP 4 ~, 1994"]
    assert dated(*rows) == Published()


def sister(report_id: str, published: str, *rows: str) -> Dated:
    _, sents = undated(*rows)
    report = hand.report(tagged.text(*sents), report_id, published=published)
    return report, sents, find_times(sents), report.published


def lone(report_id: str, *rows: str) -> Dated:
    report, sents = undated(*rows, report_id=report_id)
    return report, sents, find_times(sents), Published()


def test_sisters_date_a_report() -> None:
    # 2021-06-02 was a Wednesday.
    rows = ("the union met/VBD* on Wednesday/NNP", "France/NNP withdrew/VBD* on Thursday/NNP")
    out = date_story([sister("a", "2021-06-02", "the union met/VBD* today"), lone("b", *rows)])
    assert {str(k): interval(p) for k, p in out.items()} == {"a": ("2021-06-02", "2021-06-02"), "b": ("2021-06-03", "2021-06-07")}


def test_a_dateline_takes_the_year_of_its_sisters() -> None:
    b = lone("b", "JAMMU/NNP , Aug/NNP 16 ( Wire/NNP ) - shells fell/VBD* on Saturday/NNP")
    out = date_story([sister("a", "2015-08-17", "shells fell/VBD*"), b])
    assert interval(out[b[0].id]) == ("2015-08-16", "2015-08-16")


def test_without_a_dated_sister_nothing_changes() -> None:
    a, b = lone("a", "shells fell/VBD* on Saturday/NNP"), lone("b", "shells fell/VBD* on Sunday/NNP")
    assert set(date_story([a, b]).values()) == {Published()}


def proven(*rows: str) -> tuple[str | None, str | None]:
    return interval(dated(*rows))


# Monday 26 September 2016 was the first debate of the two nominees; Sunday 12 June 2016 the shooting in Orlando.
NEWS = [
    (
        ("the nominees/NNS Clinton/NNP and Trump/NNP spoke/VBD*", "he lost/VBD* Monday/NNP>4 ~'s/POS>2 debate/NN"),
        ("2016-09-26", "2016-10-02"),
    ),
    (
        ("the nominees/NNS Clinton/NNP and Trump/NNP spoke/VBD*", "they will meet/VB* in Monday/NNP>6 ~'s/POS>4 debate/NN"),
        ("2016-09-20", "2016-09-26"),
    ),
    (
        ("the nominees/NNS Clinton/NNP and Trump/NNP spoke/VBD*", "he rested/VBD* ahead/RB of Monday/NNP>6 ~'s/POS>4 debate/NN"),
        ("2016-09-20", "2016-10-02"),
    ),
    (("police named/VBD* the man of Sunday/NNP>9 ~'s/POS>5 Orlando/NNP nightclub/NN shooting/NN",), ("2016-06-12", "2016-06-18")),
]


@pytest.mark.parametrize(("rows", "days"), NEWS, ids=["past", "to-come", "open", "attack"])
def test_a_happening_named_by_its_weekday_gives_the_week(rows: tuple[str, ...], days: tuple[str, str]) -> None:
    assert proven(*rows) == days


NO_NEWS = [
    ("the nominees/NNS Clinton/NNP and Trump/NNP spoke/VBD*", "he lost/VBD* Friday/NNP>4 ~'s/POS>2 debate/NN"),
    ("Trump/NNP and Rubio/NNP spoke/VBD*", "he lost/VBD* Monday/NNP>4 ~'s/POS>2 debate/NN"),
    ("survivors/NNS of the Orlando/NNP nightclub/NN shooting/NN rallied/VBD* and marched/VBD in Texas/NNP on Sunday/NNP",),
]


@pytest.mark.parametrize("rows", NO_NEWS, ids=["other-weekday", "other-debate", "other-happening"])
def test_a_weekday_of_something_else_gives_no_week(rows: tuple[str, ...]) -> None:
    assert proven(*rows) == (None, None)


def test_with_a_proven_year_days_and_months_close_in() -> None:
    rows = (
        "Republican/NNP nominee/NN Mitt/NNP Romney/NNP spoke/VBD* on Tuesday/NNP",
        "a poll/NN began/VBD* on Oct./NNP 11",
        "voters/NNS will decide/VB* on Oct./NNP 20",
    )
    assert proven(*rows) == ("2012-10-11", "2012-10-20")


def test_a_dateline_needs_a_proven_year() -> None:
    lead = "DENVER/NNP , Oct./NNP 2 ( Wire/NNP ) - voters/NNS marched/VBD*"
    assert proven(lead) == (None, None)
    assert proven(lead, "Republican/NNP nominee/NN Mitt/NNP Romney/NNP spoke/VBD* on Tuesday/NNP") == ("2012-10-02", "2012-10-03")


def test_a_chief_who_acts_on_a_weekday_is_in_office() -> None:
    president = "President/NNP Obama/NNP>2:nsubj spoke/VBD* on Friday/NNP>2"
    rows = ("she came/VBD* home in March/NNP 2016", "a poll/NN began/VBD* on Oct./NNP 11", "voters/NNS will decide/VB* on Oct./NNP 20")
    assert proven(president, *rows) == ("2016-10-11", "2016-10-20")
    assert proven(president.replace("President", "former President"), *rows) == (None, None)
    assert proven("aides of President/NNP Obama/NNP spoke/VBD* in Ohio/NNP", *rows) == (None, None)


def test_the_year_of_a_vote_proves_nothing() -> None:
    # Papers speak of "the 2016 race" from 2013 on.
    assert proven("the 2016/CD race/NN began/VBD*", "President/NNP Obama/NNP>2:nsubj spoke/VBD* on Friday/NNP>2") == (None, None)


def test_a_date_in_the_address_may_be_off_by_one() -> None:
    report, sents = undated("leaders gathered/VBD*")
    p = date_report(replace(report, url="https://news.example/2013/08/30/world/leaders.html"), sents, find_times(sents))
    assert interval(p) == ("2013-08-29", "2013-08-31")


def test_tables_are_sound() -> None:
    assert all(e.keys for e in news_events())
    assert all(r.since < r.until for r in roles())
    assert len({(e.day, e.name) for e in news_events()}) == len(news_events())


@pytest.mark.parametrize(
    "row", ["paris " + "- " * 3000 + "attacks", "Monday/NNP " * 3000, "President/NNP " * 2000 + "spoke/VBD*", "orlando"]
)
def test_odd_text_is_read_in_time(row: str) -> None:
    assert proven(row) == (None, None)
