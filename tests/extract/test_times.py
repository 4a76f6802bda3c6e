"""Time expressions: what is one, what is none, and its TIMEX3 value against a day of publication."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hand
import tagged
from accord.extract.time_words import count_of, duration_value
from accord.extract.times import find_times, resolve_times
from accord.model.reading import TimeExpression
from accord.model.report import Published
from accord.model.sentence import Sentence
from accord.model.vocabulary import DateBasis

WEDNESDAY = Published(earliest="2021-05-19", latest="2021-05-19", basis=DateBasis.STATED)


def resolved(*sentences: Sentence, published: Published = WEDNESDAY) -> list[TimeExpression]:
    return list(resolve_times(find_times(sentences), published, sentences))


def values(words: str, published: Published = WEDNESDAY) -> list[str]:
    return [t.value for t in resolved(tagged.sentence(words), published=published)]


DATES = [
    ("it fell/VBD* on 3 March/NNP 2019", "2019-03-03"),
    ("it fell/VBD* on March/NNP 3 ~, 2019", "2019-03-03"),
    ("it fell/VBD* on the 3rd of September/NNP", "2020-09-03"),
    ("it fell/VBD* on Tuesday/NNP ~, March/NNP 2", "2021-03-02"),
    ("it fell/VBD* 16 NOV/NNP 89", "1989-11-16"),
    ("it fell/VBD* on 2019-03-03", "2019-03-03"),
    ("it fell/VBD* on 25.12.2019", "2019-12-25"),
    ("it fell/VBD* in March/NNP 2019", "2019-03"),
    ("it fell/VBD* in October/NNP", "2020-10"),
    ("it will open/VB* in October/NNP", "2021-10"),
    ("it fell/VBD* last October/NNP", "2020-10"),
    ("it fell/VBD* in 1988", "1988"),
    ("it fell/VBD* in the 1990s", "199X"),
    ("it fell/VBD* in the 20th century/NN", "19XX"),
    ("he resigned/VBD* on Tuesday/NNP", "2021-05-18"),
    ("he resigned/VBD* on Wednesday/NNP", "2021-05-19"),
    ("they will meet/VB* on Tuesday/NNP", "2021-05-25"),
    ("talks open/VBP* on Monday/NNP", "2021-05-24"),
    ("he resigned/VBD* last Friday/NNP", "2021-05-14"),
    ("they will meet/VB* next Friday/NNP", "2021-05-21"),
    ("he resigned/VBD* on Tuesday/NNP last week", "2021-05-11"),
    ("he resigned/VBD* today", "2021-05-19"),
    ("he resigned/VBD* yesterday", "2021-05-18"),
    ("he will resign/VB* the day after tomorrow", "2021-05-21"),
    ("he resigned/VBD* last week", "2021-W19"),
    ("he resigned/VBD* earlier this week", "2021-W20"),
    ("he will resign/VB* next month", "2021-06"),
    ("he resigned/VBD* last year", "2020"),
    ("he resigned/VBD* three days ago", "2021-05-16"),
    ("he resigned/VBD* two years ago", "2019"),
    ("he will resign/VB* in two weeks", "2021-W22"),
    ("he resigned/VBD* in the third quarter/NN", "2020-Q3"),
    ("he resigned/VBD* last summer/NN", "2020-SU"),
    ("he resigned/VBD* in the winter/NN of 2019", "2019-WI"),
    ("it ends/VBZ* on the last Sunday/NNP of June/NNP 2021", "2021-06-27"),
    ("he resigned/VBD* at the end/NN of last month", "2021-04"),
    ("he is now/RB mayor/NN", "PRESENT_REF"),
    ("he recently/RB resigned/VBD*", "PAST_REF"),
    ("he fell/VBD* last Oct./NNP 23", "2020-10-23"),
    ("they will meet/VB* next June/NNP 3", "2021-06-03"),
    ("they could/MD not find/VB* him on Thursday/NNP", "2021-05-13"),
    ("rescuers could/MD hear/VB* knocks on Thursday/NNP", "2021-05-13"),
    ("the bill could/MD pass/VB* on Thursday/NNP", "2021-05-20"),
    ("he fell/VBD* in the early 1990s", "199X"),
    ("he fell/VBD* in the '80s", "198X"),
    ("he was born/VBN* the year/NN before", "2020"),
    ("he resigned/VBD* a year ago", "2020"),
    ("he resigned/VBD* a month ago", "2021-04"),
    ("they met/VBD* over the weekend/NN", "2021-W19-WE"),
    ("he will one/CD day/NN rule/VB*", "FUTURE_REF"),
    ("he resigned/VBD* on Christmas/NNP Eve/NNP", "2020-12-24"),
    ("they mourned/VBD* the dead/NNS of the Sept./NNP 11 attacks/NNS", "2001-09-11"),
    ("he fell/VBD* on Sept./NNP 11", "2020-09-11"),
]


@pytest.mark.parametrize(("words", "value"), DATES, ids=[d[0] for d in DATES])
def test_dates(words: str, value: str) -> None:
    assert values(words) == [value]


OTHER_TYPES = [
    ("it struck/VBD* at 2 a.m. Friday/NNP", "TIME", "2021-05-14T02:00"),
    ("it struck/VBD* at 8.30 in the morning", "TIME", "2021-05-19T08:30"),
    ("it struck/VBD* at 1000 hours", "TIME", "2021-05-19T10:00"),
    ("it struck/VBD* at noon Friday/NNP", "TIME", "2021-05-14T12:00"),
    ("it struck/VBD* on Friday/NNP night", "TIME", "2021-05-14TNI"),
    ("it struck/VBD* this morning", "TIME", "2021-05-19TMO"),
    ("it struck/VBD* last night", "TIME", "2021-05-18TNI"),
    ("it struck/VBD* tonight", "TIME", "2021-05-19TNI"),
    ("it lasted/VBD* six months", "DURATION", "P6M"),
    ("it lasted/VBD* 180 days", "DURATION", "P180D"),
    ("it lasted/VBD* several years", "DURATION", "PXY"),
    ("it lasted/VBD* 24 hours", "DURATION", "PT24H"),
    ("a two ~- ~year truce held/VBD*", "DURATION", "P2Y"),
    ("it rained/VBD* for the past week", "DURATION", "P1W"),
    ("it rained/VBD* for the past two months", "DURATION", "P2M"),
    ("they march/VBP* every Monday/NNP", "SET", "XXXX-WXX-1"),
    ("they march/VBP* daily/RB", "SET", "P1D"),
    ("they march/VBP* twice a year", "SET", "P1Y"),
    ("they march/VBP* every three weeks", "SET", "P3W"),
    ("they march/VBP* every other day", "SET", "P2D"),
    ("they march/VBP* each July/NNP", "SET", "XXXX-07"),
    ("cleaners earn/VBP* $ 12/CD an hour/NN", "SET", "PT1H"),
    ("it lasted/VBD* at least five years", "DURATION", "P5Y"),
    ("it lasted/VBD* half an hour", "DURATION", "PT30M"),
    ("it lasted/VBD* three decades", "DURATION", "P30Y"),
    ("it struck/VBD* an hour later", "DURATION", "PT1H"),
    ("it ended/VBD* a few days later", "DURATION", "PXD"),
    ("it rained/VBD* in the hours/NNS before dawn/NN", "DURATION", "PTXH"),
    ("it struck/VBD* early Friday/NNP morning", "TIME", "2021-05-14TMO"),
]


@pytest.mark.parametrize(("words", "kind", "value"), OTHER_TYPES, ids=[o[0] for o in OTHER_TYPES])
def test_times_durations_and_sets(words: str, kind: str, value: str) -> None:
    assert [(t.type, t.value) for t in resolved(tagged.sentence(words))] == [(kind, value)]


MODS = [
    ("late October/NNP", "END"),
    ("early 2019", "START"),
    ("mid-2019", "MID"),
    ("the end/NN of June/NNP", "END"),
    ("more than two years", "MORE_THAN"),
]


@pytest.mark.parametrize(("words", "mod"), MODS, ids=[m[0] for m in MODS])
def test_mods(words: str, mod: str) -> None:
    (t,) = resolved(tagged.sentence(f"it fell/VBD* in {words}"))
    assert t.mod == mod


NO_TIMES = [
    "second/RB , the Sun/NNP rose/VBD*",
    "marchers march/VBP* on",
    "it may/MD rain/VB*",
    "May/NNP said/VBD* so",
    "shops reopened/VBD* on Black Friday/NNP",
    "the Sunday/NNP Times/NNP said/VBD* so",
    "they sent/VBD* 2015 soldiers/NNS",
    "leaves fall/VBP* from trees",
    "a 39 - year - old man fled/VBD*",
    "he paid/VBD* $ 2013",
    "she wrote/VBD* for USA/NNP Today/NNP",
    "he hosts/VBZ* Harbour/NNP Daily/NNP",
    "she spoke/VBD* on CBS/NNP This/NNP Morning/NNP",
    "he sang/VBD* on “ Fox/NNP News/NNP Sunday/NNP , ” twice/RB",
    "he sang/VBD* on Saturday/NNP Night/NNP Live/NNP",
    "he sang/VBD* on “ Today/NNP . ”",
    "the anchor/NN of “ Nightly/NNP News/NNP ” resigned/VBD*",
    "it aired/VBD* on 60 Minutes/NNPS",
    "a swift current/NN carried/VBD* him off",
    "our hopes of a brighter/JJ tomorrow/NN faded/VBD*",
    "they sold/VBD* Christmas/NNP trees/NNS",
    "it grew/VBD* on a day ~- ~to ~- ~day basis/NN",
    "she is/VBZ* in her/PRP$ early 20s/CD",
    "highs/NNS will be/VB* in the mid-30s/CD",
    "he lives/VBZ* in the 1600/CD block/NN of Main/NNP",
    "she drove/VBD* a 2009/CD Honda/NNP",
    "it imports/VBZ* three/CD quarters/NNS of its food/NN",
    "they led/VBD* in the first/JJ half/NN",
    "senators/NNS passed/VBD* House/NNP Bill/NNP 1523/CD",
    "the crowd/NN numbered/VBD* nearly/RB 1000/CD",
    "it follows/VBZ* Agenda/NNP 2063/CD",
    "they boarded/VBD* Flight/NNP 1907/CD",
    "he packed/VBD* an overnight bag/NN",
    "the party/NN daily/NN Granma/NNP said/VBD* so",
    "at the end/NN of the day/NN we lost/VBD*",
    "he had/VBD* a public/JJ affair/NN with the second/NN before divorcing/VBG the first",
]


@pytest.mark.parametrize("words", NO_TIMES)
def test_no_times(words: str) -> None:
    assert values(words) == []


def test_steps_from_the_date_told_before() -> None:
    one = tagged.sentence("he fled/VBD* on May/NNP 3 ~, 2019")
    two = tagged.sentence("a day earlier he had wept/VBN*", index=1, start=one.span.end + 1)
    three = tagged.sentence("two days later he returned/VBD*", index=2, start=two.span.end + 1)
    four = tagged.sentence("he died/VBD* the following year", index=3, start=three.span.end + 1)
    assert [t.value for t in resolved(one, two, three, four)] == ["2019-05-03", "2019-05-02", "2019-05-05", "2020"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“ we sign/VBP it tomorrow/NN ” he said/VBD* on Monday/NNP", ["2021-05-18", "2021-05-17"]),
        ("he said/VBD* on Monday/NNP “ we sign/VBP it tomorrow/NN ”", ["2021-05-17", "2021-05-18"]),
        ("he said/VBD* on Monday/NNP that they sign/VBP it tomorrow/NN", ["2021-05-17", "2021-05-20"]),
        ("“ we sign/VBP it tomorrow/NN ” he said/VBD*", ["2021-05-20"]),
        ("“ we signed/VBD it in April/NNP ” he said/VBD* on Monday/NNP", ["2021-04", "2021-05-17"]),
    ],
)
def test_a_day_in_a_quotation_hangs_on_the_day_of_saying(words: str, expected: list[str]) -> None:
    assert values(words) == expected


def test_what_came_a_day_later_does_not_lie_ahead() -> None:
    one = tagged.sentence("he spoke/VBD* on Wednesday/NNP")
    two = tagged.sentence("they withdrew/VBD* a day/NN later/RB", index=1, start=one.span.end + 1)
    assert [t.value for t in resolved(one, two)] == ["2021-05-19", "XXXX"]


def test_both_days_of_a_range() -> None:
    assert values("talks ran/VBD* from March/NNP 6 to 10") == ["2021-03-06", "2021-03-10"]


def test_without_a_day_of_publication_years_stay_open() -> None:
    unknown = Published()
    assert values("he resigned/VBD* on Tuesday/NNP", unknown) == ["XXXX-WXX-2"]
    assert values("he resigned/VBD* on May/NNP 3", unknown) == ["XXXX-05-03"]
    one = tagged.sentence("he fled/VBD* on May/NNP 3 ~, 2019")
    two = tagged.sentence("he died/VBD* on June/NNP 4", index=1, start=one.span.end + 1)
    assert [t.value for t in resolved(one, two, published=unknown)] == ["2019-05-03", "2019-06-04"]


def test_a_wide_interval_is_no_anchor() -> None:
    wide = Published(earliest="2003-01-01", latest="2005-01-01", basis=DateBasis.INFERRED)
    assert values("he resigned/VBD* on Tuesday/NNP", wide) == ["XXXX-WXX-2"]


def test_an_event_day_is_not_claimed_before_it_came() -> None:
    before = Published(earliest="2016-10-20", latest="2016-10-20", basis=DateBasis.STATED)
    assert values("they mourned/VBD* the Oct./NNP 7 attack/NN", before) == ["2016-10-07"]


def test_following_as_a_preposition_shifts_nothing() -> None:
    assert values("Following Monday/NNP ~'s/POS>3 debate/NN he rested/VBD*") == ["2021-05-17"]


def test_a_range_with_a_hyphen_is_two_days() -> None:
    assert values("in the war/NN ( March/NNP 19 - April/NNP 30 ) he fell/VBD*") == ["2021-03-19", "2021-04-30"]


def test_of_three_days_the_middle_one_is_the_anchor() -> None:
    days = Published(earliest="2021-05-18", latest="2021-05-20", basis=DateBasis.INFERRED)
    assert values("he resigned/VBD* today", days) == ["2021-05-19"]


def test_without_a_day_of_publication_a_year_told_in_passing_is_no_anchor() -> None:
    one = tagged.sentence("a truce held/VBD* from 2003")
    two = tagged.sentence("talks broke/VBD* down on August/NNP 23", index=1, start=one.span.end + 1)
    assert [t.value for t in resolved(one, two, published=Published())] == ["2003", "XXXX-08-23"]


DURATIONS = [(1.5, "Y", "P1Y6M"), (2.0, "DE", "P20Y"), (1.0, "F", "P2W"), (0.5, "TH", "PT30M"), (None, "W", "PXW"), (3.0, "Q", "P9M")]


@pytest.mark.parametrize(("count", "unit", "value"), DURATIONS, ids=[d[2] for d in DURATIONS])
def test_duration_values(count: float | None, unit: str, value: str) -> None:
    assert duration_value(count, unit) == value


@pytest.mark.parametrize(
    ("words", "n"), [("twenty-one", 21), ("a hundred and five", 105), ("2,000", 2000), ("half an", 0.5), ("several", None)]
)
def test_counts(words: str, n: float | None) -> None:
    assert count_of(words) == n


@pytest.mark.xfail(reason="an interval of days is told as its two days, not as one expression", strict=True)
def test_interval_as_one_expression() -> None:
    assert values("talks ran/VBD* from March/NNP 6 to 10") == ["2021-03-06/2021-03-10"]


_ODD = (
    "on May 3 , 1999 the last 31 February Friday week ago later a year earlier half Q3 00:61 25:00 99 ' 89 to – next night second"
    " 2 a.m. GMT"
).split()


@given(st.lists(st.sampled_from(_ODD), min_size=1, max_size=30))
def test_any_words_give_spans_inside_the_sentence(words: list[str]) -> None:
    sent = tagged.sentence(" ".join(words))
    found = resolved(sent)
    assert all(sent.span.contains(t.span) for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


PARSED = [
    ("Ministers will gather in Oslo on Tuesday, a week after they quarrelled over fish.", ["2021-05-25"]),
    ("The envoy, who arrived on Sunday, is expected to leave on Friday.", ["2021-05-16", "2021-05-21"]),
    ("The vote was postponed until Monday.", ["2021-05-24"]),
    ("Shops stayed shut until Monday, when the army withdrew.", ["2021-05-17"]),
    ("The minister is blaming the opposition for losing Monday's vote.", ["2021-05-17"]),
    ("The minister is flying to Lima on Monday.", ["2021-05-24"]),
    ("She hopes to recover after Sunday's defeat.", ["2021-05-16"]),
    ("The deal would last four years, officials said Friday.", ["2021-05-14"]),
    ("Senators argued ahead of a crucial Friday vote.", ["2021-05-21"]),
    ("Mr Ryan spoke in advance of his appearance on campus on Thursday.", ["2021-05-20"]),
    ("A new panel will look into the Jan. 6 port explosion.", ["2021-01-06"]),
    ("He set out a plan to curb arms in a briefing on Monday evening.", []),
    ("Thousands marched through the streets this Sunday.", ["2021-05-16"]),
    ("Thousands will march through the streets this Monday.", ["2021-05-24"]),
    ("The strait will get its biggest convoy since June.", ["2020-06"]),
    ("The number of crossings to be told was the highest since June 22.", ["2020-06-22"]),
    ("The court will hear a man who was caught in April.", ["2021-04"]),
    ("The queen will travel in mid-June, the palace announced.", ["2021-06"]),
    ("The palace announced a tour, travelling in mid-June to Malta.", ["2021-06"]),
    ("The mayor warned would-be settlers on Monday.", ["2021-05-17"]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), PARSED, ids=[p[0][:30] for p in PARSED])
def test_direction_on_parsed_sentences(text: str, expected: list[str]) -> None:
    sentences = hand.parsed(text).sentences
    assert [t.value for t in resolved(*sentences) if t.type == "DATE"] == expected


def test_a_text_of_years_long_past_counts_from_the_year_told_last() -> None:
    rows = [f"it fell/VBD* in {year}" for year in range(1910, 1918)] + ["it rose/VBD* on 7 August/NNP", "it fell/VBD* the next day"]
    sents: list[Sentence] = []
    for row in rows:
        sents.append(tagged.sentence(row, index=len(sents), start=sents[-1].span.end + 1 if sents else 0))
    assert [t.value for t in resolved(*sents)][-2:] == ["1917-08-07", "1917-08-08"]
