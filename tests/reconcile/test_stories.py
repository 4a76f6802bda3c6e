from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

import hand
from accord.extract.close_reading import read_closely
from accord.model.reading import Reading
from accord.reconcile.profiles import Profile, profile
from accord.reconcile.stories import StoryStream, by_day, follow, group_stories

pytestmark = pytest.mark.model


def reading(name: str, text: str, day: str | None) -> Reading:
    return read_closely(hand.parsed(text, name, published=day))


def ferry(name: str, day: str | None, town: str = "Dhaka") -> Reading:
    return reading(
        name,
        f"A crowded ferry capsized on the Buriganga river near {town}, drowning dozens of passengers. Divers pulled bodies from the ferry."
        " Survivors said the ferry was hit by a cargo vessel. The river authority opened an inquiry into the ferry's captain.",
        day,
    )


def ferry_too(name: str, day: str | None) -> Reading:
    return reading(
        name,
        "Divers searched the Buriganga river near Dhaka after a ferry sank in a collision with a cargo vessel. Dozens drowned."
        " The captain of the ferry is wanted, the river authority said, and an inquiry has begun.",
        day,
    )


def vote(name: str, day: str | None) -> Reading:
    return reading(
        name,
        "Parliament in Wellington passed a bill on rents by three votes. The opposition called the bill a gift to landlords."
        " Tenants cheered in the gallery as the Speaker read the tally.",
        day,
    )


def vote_too(name: str, day: str | None) -> Reading:
    return reading(
        name,
        "New Zealand's rent bill cleared parliament in Wellington with three votes to spare. Landlords and the opposition attacked it,"
        " while tenants in the gallery applauded.",
        day,
    )


def test_reports_of_one_event_group_and_another_stands_alone() -> None:
    rows = [ferry("a", "2021-03-01"), vote("b", "2021-03-01"), ferry_too("c", "2021-03-02")]
    assert group_stories(rows) == ((0, 2), (1,))


def test_two_stories_mixed_come_apart() -> None:
    rows = [ferry("a", "2021-03-01"), vote("b", "2021-03-01"), ferry_too("c", "2021-03-02"), vote_too("d", "2021-03-02")]
    assert group_stories(rows) == ((0, 2), (1, 3))


@pytest.mark.parametrize("itemize", [True, False])
def test_a_round_up_does_not_glue_its_stories_together(itemize: bool) -> None:
    both = "\n\nIn other news, ".join(r.report.text for r in (ferry_too("x", None), vote_too("y", None)))
    rows = [ferry("a", "2021-03-01"), vote("b", "2021-03-01"), reading("c", both, "2021-03-02")]
    found = group_stories(rows, itemize=itemize)
    assert (found == ((0, 2), (1, 2))) == itemize


def test_an_undated_report_can_join() -> None:
    assert group_stories([ferry("a", None), ferry_too("b", "2021-03-02")]) == ((0, 1),)


def test_years_apart_is_another_event() -> None:
    assert group_stories([ferry("a", "2014-03-01"), ferry_too("b", "2021-03-02")]) == ((0,), (1,))


def test_empty_reports_stand_alone() -> None:
    empty = Reading(report=hand.report("", "e"), sentences=(), published=hand.report("").published)
    assert group_stories([empty, empty]) == ((0,), (1,))
    assert group_stories([]) == ()


def test_a_shared_leader_and_state_make_no_story() -> None:
    bridge = (
        "A truck blew up on the road bridge across the strait, Russian officials said. Vladimir Putin, the Russian president, was told in"
        " Moscow. Two spans fell into the sea and fuel wagons burned. Divers will look at the pillars."
    )
    summit = (
        "South Africa does not know whether Vladimir Putin, the Russian president, will come to Johannesburg. Moscow and Russian diplomats"
        " are silent. A court warrant binds the hosts of the summit. Leaders of the bloc will talk of new members."
    )
    for days in (("2023-03-01", "2023-03-02"), (None, None), (None, "2023-03-02")):
        assert group_stories([reading("a", bridge, days[0]), reading("b", summit, days[1])]) == ((0,), (1,))


def by_days(readings: Sequence[Reading]) -> Iterator[list[tuple[str, Profile]]]:
    profiles = [profile(r) for r in readings]
    for day in by_day([p.first for p in profiles]):
        yield [(str(readings[k].report.id), profiles[k]) for k in day]


def test_a_stream_gives_each_story_when_no_report_can_join_it() -> None:
    rows = [
        vote("late", "2021-09-01"), ferry("a", "2021-03-01"), vote("b", "2021-03-01"), ferry_too("c", "2021-04-20"),
        vote_too("late too", "2021-09-02"), ferry("undated", None, "Khulna"),
    ]  # fmt: skip
    taken: list[str] = []

    def days() -> Iterator[list[tuple[str, Profile]]]:
        for day in by_days(rows):
            taken.extend(name for name, _ in day)
            yield day

    stories = follow(days())
    assert {next(stories), next(stories)} == {("a", "c"), ("b",)}
    assert taken == ["a", "b", "c", "late"]
    assert sorted(stories) == [("late", "late too"), ("undated",)]


def test_a_stream_groups_as_all_at_once() -> None:
    rows = [ferry("a", "2021-03-01"), vote("b", "2021-03-01"), ferry_too("c", "2021-03-02"), vote_too("d", "2021-03-02")]
    assert sorted(follow(by_days(rows))) == [("a", "c"), ("b", "d")]


def test_what_a_stream_holds_does_not_grow() -> None:
    """Not even where one text is printed every week, each a copy of the last."""
    ferries, votes = profile(ferry("a", "2021-03-01")), profile(vote("b", "2021-03-01"))
    stream, held, sizes = StoryStream(), [], []
    for week in range(120):
        day = date(2021, 3, 1) + timedelta(weeks=week)
        sizes += [len(g) for g in stream.close(day)]
        stream.add([replace(p, digest=f"{p.digest} {week}", first=day, last=day) for p in (ferries, votes)])
        held.append(len(stream._open))
    assert max(held) == max(held[:60]) < 80
    assert max(sizes) < 40
    assert sum(map(len, stream._odds.values())) < 80 * 80


def test_no_story_of_a_day_hangs_on_others_that_are_open() -> None:
    """Joining part by part gives what joining all at once gives."""
    rows = [ferry("a", "2021-03-01"), ferry_too("b", "2021-03-03"), vote("c", "2021-03-02"), vote_too("d", "2021-04-25")]
    stream = StoryStream()
    for day in by_days(rows):
        stream.add([p for _, p in day])
    assert stream.close(date(2021, 5, 31)) == ((0, 2),)
    assert stream.close(None) == ((1, 3),)
