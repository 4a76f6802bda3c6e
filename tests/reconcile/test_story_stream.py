"""Stories of a stream: what joins, when a story is told, and that neither order nor length of the stream changes anything."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.reading import Reading
from accord.reconcile import stories
from accord.reconcile.profiles import Frequencies, Profile
from accord.reconcile.stories import FEW, WINDOW, StoryStream, by_day, follow, group_stories
from bag_comparer import reading

START = date(2021, 3, 1)


def profile(words: str, day: int | None = 0, *, copied: Iterable[int] = (), name: str = "") -> Profile:
    """A profile of bare words; `copied` are its shingles."""
    when = None if day is None else START + timedelta(days=day)
    counts = Counter(words.split())
    return Profile(
        digest=hashlib.sha256(f"{words} {name}".encode()).hexdigest(), counts=counts, lead=counts, common=frozenset(), first=when,
        last=when, event_days=frozenset(), lead_days=frozenset(), places=frozenset(), lead_places=frozenset(), numbers=frozenset(),
        names=frozenset(), shingles=frozenset(copied),
    )  # fmt: skip


def round_up(*items: str, day: int | None = 0, name: str = "") -> Profile:
    """A report of several items, which is as a whole like the first."""
    parts = tuple(profile(words, day, name=f"{name} item") for words in items)
    return replace(profile(items[0], day, name=f"{name} of several"), items=parts)


def told(stream: StoryStream, day: int | None = None) -> list[list[int]]:
    return [list(group) for group in stream.close(None if day is None else START + timedelta(days=day))]


FERRY, FERRY_TOO = "ferry capsize reef diver captain buoy", "ferry capsize reef diver inquiry lifeboat"
VOTE = "ballot turnout recount mayor precinct canvass"


@pytest.mark.parametrize(
    ("profiles", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([profile(FERRY)], [[0]], id="one"),
        pytest.param([profile(FERRY), profile(VOTE), profile(FERRY_TOO)], [[0, 2], [1]], id="two of one happening"),
        pytest.param([profile(""), profile("", name="b")], [[0], [1]], id="empty ones"),
        pytest.param([profile(FERRY, 0), profile(FERRY, 61, name="b")], [[0], [1]], id="further apart than the window"),
        pytest.param([profile(FERRY), profile(FERRY_TOO, None)], [[0, 1]], id="one without a day"),
        pytest.param([profile(FERRY, copied=range(20)), profile(VOTE, copied=range(20))], [[0, 1]], id="copies whatever their terms"),
        pytest.param([profile(FERRY, copied=range(11)), profile(VOTE, copied=range(11))], [[0], [1]], id="a shared quotation is no copy"),
    ],
)
def test_stories(profiles: Sequence[Profile], expected: list[list[int]]) -> None:
    stream = StoryStream()
    for day in by_day([p.first for p in profiles]):
        stream.add([profiles[k] for k in day])
    assert told(stream) == expected
    assert told(stream) == []


ORCHARD, ORCHARD_TOO = "orchard blight sapling canker grafting pruner", "orchard blight sapling canker fungicide nursery"


@pytest.mark.parametrize(
    ("profiles", "expected"),
    [
        pytest.param([profile(FERRY), profile(VOTE), round_up(FERRY_TOO, VOTE)], [[0, 2], [1, 2]], id="in the story of each item"),
        pytest.param([profile(FERRY), round_up(FERRY_TOO, FERRY)], [[0, 1]], id="once where both items are of one story"),
        pytest.param([profile(FERRY), round_up(FERRY_TOO, VOTE)], [[0, 1]], id="an item that nobody else tells makes no story"),
        pytest.param([round_up(FERRY, VOTE)], [[0]], id="alone"),
        pytest.param(
            [profile(FERRY), round_up(FERRY_TOO, ORCHARD), profile(VOTE), round_up(VOTE, ORCHARD_TOO, name="b")],
            [[0, 1], [1, 3], [2, 3]],
            id="what items alone tell",
        ),
        pytest.param([round_up(FERRY, VOTE), round_up(FERRY_TOO, VOTE, name="b")], [[0, 1]], id="not twice the same reports"),
        pytest.param([profile(VOTE), round_up(FERRY, VOTE, day=61)], [[0], [1]], id="an item long after"),
        pytest.param([profile(VOTE), round_up(FERRY, VOTE, day=None)], [[0, 1], [1]], id="without a day"),
    ],
)
def test_a_report_of_several_items(monkeypatch: pytest.MonkeyPatch, profiles: Sequence[Profile], expected: list[list[int]]) -> None:
    monkeypatch.setattr(stories, "_NEEDED_NEW", -1.0)
    stream = StoryStream()
    for day in by_day([p.first for p in profiles]):
        stream.add([profiles[k] for k in day])
    assert told(stream) == expected
    assert told(stream) == []
    assert not any((stream._open, stream._odds, stream._report, stream._main, stream._left))


def test_items_move_no_report() -> None:
    rows = [profile(FERRY), profile(VOTE), profile(ORCHARD), round_up(FERRY_TOO, VOTE, ORCHARD), round_up(ORCHARD_TOO, FERRY, name="b")]
    whole = StoryStream()
    whole.add([replace(p, items=()) for p in rows])
    stream = StoryStream()
    stream.add(rows)
    assert told(whole) == [[0, 3], [1], [2, 4]]
    assert told(stream) == [[0, 3, 4], [1, 3], [2, 3, 4]]


def test_a_report_is_kept_until_its_last_story_is_told() -> None:
    rows = {"a": round_up(FERRY, VOTE), "b": profile(FERRY_TOO), "c": profile(VOTE, 1), "d": profile(VOTE, 50, name="d")}
    days = [[(k, p) for k, p in rows.items() if p.first == START + timedelta(days=day)] for day in (0, 1, 50)]
    later = [[("e", profile(ORCHARD, 70))], [("f", profile(ORCHARD, 200))]]
    assert list(follow([*days, *later])) == [("a", "b"), ("a", "c", "d"), ("e",), ("f",)]


def test_copies_belong_together_however_much_is_needed() -> None:
    stream = StoryStream(needed=9.0)
    stream.add([profile(FERRY), profile(FERRY_TOO), profile(VOTE, copied=range(40)), profile(FERRY, copied=range(30), name="c")])
    assert told(stream) == [[0], [1], [2, 3]]


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        pytest.param(WINDOW.days, [], id="the window is open"),
        pytest.param(WINDOW.days + 1, [[1]], id="the first story is over, the second is not"),
        pytest.param(WINDOW.days + 2, [[0, 3], [1]], id="both are over"),
        pytest.param(None, [[0, 3], [1], [2]], id="all"),
    ],
)
def test_a_story_is_told_once_nothing_can_join_it(day: int | None, closed: list[list[int]]) -> None:
    stream = StoryStream()
    stream.add([profile(FERRY), profile(VOTE), profile("orchard blight sapling", None)])
    stream.add([profile(FERRY_TOO, 1)])
    assert told(stream, day) == closed
    assert sorted(told(stream, None) + closed) == [[0, 3], [1], [2]]


def test_what_is_told_takes_no_more() -> None:
    stream = StoryStream()
    stream.add([profile(FERRY)])
    assert told(stream, 99) == [[0]]
    stream.add([profile(FERRY_TOO, 1)])
    assert told(stream) == [[1]]


def test_a_story_goes_on_while_its_reports_come() -> None:
    stream = StoryStream()
    for k in range(3):
        stream.add([profile(FERRY, 20 * k, name=str(k))])
    # The first report alone would be over.
    assert told(stream, 40 + WINDOW.days) == []
    assert told(stream, 41 + WINDOW.days) == [[0, 1, 2]]


def test_memory_does_not_grow_with_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "_LEAST_SWEPT", 10)
    stream = StoryStream()
    held = []
    for day in range(0, 2000, 10):
        closed = stream.close(START + timedelta(days=day))
        assert all(len(group) == 2 for group in closed)
        words = " ".join(f"word{day}x{k}" for k in range(8))
        stream.add([profile(words, day, copied=range(day * 99, day * 99 + 30), name=n) for n in "ab"])
        assert stream._open.keys() == stream._odds.keys()
        held.append((len(stream._open), sum(map(len, stream._odds.values())), len(stream._where)))
    assert max(held[100:]) <= max(held[:100])
    assert max(size for size, _, _ in held) == 2 * 7  # of the days of a window
    assert max(keys for _, _, keys in held) < 3 * 7 * (8 + 30) + 10


def test_keys_that_many_hold_are_kept_for_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "_POSTINGS", 5)
    stream = StoryStream()
    stream.add([profile(FERRY, name=str(k)) for k in range(100)])
    assert max(map(len, stream._where.values())) <= 10


# Reports of few words, so that many are alike to the last digit.
PROFILES = st.lists(
    st.tuples(
        st.sets(st.sampled_from("abcdefgh"), max_size=5), st.sampled_from((0, 1, 70, None)), st.booleans(),
        st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=5), max_size=2),
    ),
    max_size=9,
).map(
    lambda rows: [
        replace(
            profile(" ".join(sorted(w)), d, copied=range(15) if c else (), name=str(k)),
            items=tuple(profile(" ".join(sorted(i)), d, name=f"{k} {n}") for n, i in enumerate(items)),
        )
        for k, (w, d, c, items) in enumerate(rows)
    ]
)  # fmt: skip


def grouped(profiles: Sequence[Profile]) -> list[list[str]]:
    keyed = [[(profiles[k].digest, profiles[k]) for k in day] for day in by_day([p.first for p in profiles])]
    return sorted(sorted(group) for group in follow(keyed))


@settings(max_examples=60)
@given(profiles=PROFILES, seed=st.randoms(use_true_random=False))
def test_the_order_within_a_day_changes_nothing(profiles: list[Profile], seed: random.Random) -> None:
    found = grouped(profiles)
    assert {d for group in found for d in group} == {p.digest for p in profiles}
    assert all(len(set(group)) == len(group) for group in found)
    shuffled = profiles.copy()
    seed.shuffle(shuffled)
    assert grouped(shuffled) == found


def test_of_two_equals_the_same_is_joined_whatever_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    # Either end of the chain is as like its middle, and to the other end a stranger.
    monkeypatch.setattr(stories, "likeness", lambda a, b: 2.0)
    chain = [profile("a b c d e f", name="l"), profile("d e f g h i", name="m"), profile("g h i j k l", name="r")]
    one = grouped(chain)
    assert sorted(map(len, one)) == [1, 2]
    assert grouped(chain[::-1]) == grouped([chain[1], chain[0], chain[2]]) == one


def test_stories_are_followed_day_by_day() -> None:
    taken = []

    def days() -> Iterator[list[tuple[str, Profile]]]:
        for day, rows in ((0, {"a": FERRY, "b": VOTE}), (1, {"c": FERRY_TOO}), (61, {"d": VOTE}), (62, {}), (200, {"e": FERRY})):
            taken.append(day)
            yield [(key, profile(words, day, name=key)) for key, words in rows.items()]

    found = follow(days())
    assert (next(found), taken) == (("b",), [0, 1, 61])
    assert (next(found), taken) == (("a", "c"), [0, 1, 61, 62, 200])
    assert list(found) == [("d",), ("e",)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([], [], id="none"),
        pytest.param([1, 0, 1], [[1], [0, 2]], id="in order"),
        pytest.param([None, 1, None, 0], [[3], [1], [0, 2]], id="those without one last"),
    ],
)
def test_by_day(days: Sequence[int | None], expected: list[list[int]]) -> None:
    assert list(by_day([None if d is None else START + timedelta(days=d) for d in days])) == expected


# ---------------------------------------------------------------- reports that are all at hand
def report(name: str, words: str, day: int | None = 0) -> Reading:
    tagged = " ".join(f"{w}/NN" for w in f"{words} {name}".split())
    return reading(name, tagged, published=None if day is None else (START + timedelta(days=day)).isoformat())


@pytest.mark.parametrize(
    ("reports", "odds", "joined"),
    [
        pytest.param(2, -2.9, True, id="two are of one story unless they look otherwise"),
        pytest.param(FEW, -2.9, True, id="so are a few"),
        pytest.param(FEW + 1, -2.9, False, id="of more it must be likely"),
        pytest.param(FEW + 1, -0.9, True, id="it is likely"),
        pytest.param(2, -3.1, False, id="they look otherwise"),
    ],
)
def test_a_few_reports_were_chosen(monkeypatch: pytest.MonkeyPatch, reports: int, odds: float, joined: bool) -> None:
    monkeypatch.setattr(stories, "likeness", lambda a, b: odds)
    found = group_stories([report(f"r{k}", FERRY) for k in range(reports)])
    assert found == ((tuple(range(reports)),) if joined else tuple((k,) for k in range(reports)))


SET = [
    report("a", FERRY), report("b", FERRY_TOO, 1), report("c", VOTE, None), report("d", f"{VOTE} clerk", 3), report("e", "", 2),
    report("f", "orchard blight sapling pest spray", 1), report("g", "orchard blight sapling pest ministry", 1), report("h", FERRY, 90),
]  # fmt: skip


@settings(max_examples=25)
@given(st.permutations(range(len(SET))))
def test_groups_depend_on_the_set_only(order: list[int]) -> None:
    found = group_stories([SET[k] for k in order])
    assert sorted(sorted(order[k] for k in group) for group in found) == [[0, 1], [2, 3], [4], [5, 6], [7]]
    assert [list(g) for g in found] == sorted(sorted(g) for g in found)


# ---------------------------------------------------------------- how rare words are
def test_a_report_is_counted_once_and_what_is_common_weighs_less() -> None:
    frequencies = Frequencies()
    frequencies.add([profile(f"zyx quorl{k}", name=str(k)) for k in range(50)])
    one = profile("zyx quorl1 wvut", name="1")
    before = frequencies.weigh(one)
    assert before.vector["zyx"] < before.vector["quorl1"] < before.vector["wvut"]
    assert before.keys == ("wvut", "quorl1", "zyx")
    assert sum(w * w for w in before.vector.values()) == pytest.approx(1)
    again = profile("zyx quorl1", name="1")
    frequencies.add([again])
    assert frequencies.weigh(one) == before


def test_of_very_many_reports_the_latest_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accord.reconcile.profiles._REMEMBERED", 100)
    frequencies = Frequencies()
    for k in range(1000):
        frequencies.add([profile(f"zyx w{k}", name=str(k))])
    assert frequencies._reports <= 100
    assert len(frequencies._met) < 300
    assert 50 <= frequencies._met["zyx"] <= 100
