"""Sentences as a comparer is shown them, and which of two reports are laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import hand
from accord.model.passages import Passage, WordKind
from accord.model.reading import Entity, EntityId, Event, Mention, Place, Quantity, Reading, Statement, StatementId, TimeExpression
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind, EventType, Quad, TimeType
from accord.reconcile import passages
from accord.reconcile.looks import look
from accord.reconcile.passages import Facing, nearest, passages_of
from bag_comparer import BagComparer, Seen, place, reading


def face(told: Sequence[Reading], comparer: BagComparer) -> tuple[Facing, ...]:
    """The sentences of readings side by side."""
    seen = look(told, (), comparer)
    return passages.face(seen.passages, seen.vectors, comparer)


# ---------------------------------------------------------------- a sentence as it is shown
LETTERS = {"N": WordKind.NUMBER, "T": WordKind.TIME, "L": WordKind.PLACE, "A": WordKind.NAME, "S": WordKind.STATE} | {
    "E": WordKind.EVENT, "O": WordKind.ORDER, "": WordKind.PLAIN,
}  # fmt: skip


def shown(p: Passage) -> str:
    """Words with the letter of their kind."""
    letters = {kind: letter for letter, kind in LETTERS.items()}
    return " ".join(f"{w}/{letters[k]}".removesuffix("/") for w, k in zip(p.words, p.kinds, strict=True))


def marked(words: str, **marks: str) -> Reading:
    """A reading of one sentence: which words are a number, time, place and so on; of a time also what it means (`words=value`)."""
    told = reading("a", words)
    named = {"name": EntityKind.PERSON, "pronoun": EntityKind.PERSON, "state": EntityKind.STATE}
    entities = tuple(
        Entity(id=EntityId(how), name="X", kind=named[how], mentions=(
            Mention(span=place(told, marks[how]), sentence=0, head=0, how="pronoun" if how == "pronoun" else "name"),
        ))
        for how in named if how in marks
    )  # fmt: skip
    times = []
    for row in filter(None, marks.get("time", "").split("|")):
        said, _, value = row.partition("=")
        kind = TimeType.DURATION if value.startswith("P") else TimeType.TIME if "T" in value else TimeType.DATE
        times.append(TimeExpression(span=place(told, said), sentence=0, type=kind, value=value))
    kinds = {"town": "city", "country": "state"}
    places = tuple(Place(span=place(told, marks[k]), sentence=0, name="X", kind=kinds[k]) for k in kinds if k in marks)
    counted = [marks["number"]] if "number" in marks else []
    quantities = tuple(Quantity(span=place(told, q), sentence=0, low=1, high=1) for q in counted)
    events = [
        Event(event_type=EventType.AGREE, quad=Quad.VERBAL_COOPERATION, trigger=place(told, e), lemma="x")
        for e in marks.get("event", "").split()
    ]
    statements = tuple(Statement(id=StatementId("s1"), event=e, evidence=e.trigger, sentence=0) for e in events)
    return replace(told, entities=entities, times=tuple(times), places=places, quantities=quantities, statements=statements)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param(marked("Police shot/VBD* him"), "Police shot him", id="nothing found"),
        pytest.param(marked("Police shot/VBD* him", event="shot"), "Police shot/E him", id="event"),
        pytest.param(marked("Police shot/VBD* him", pronoun="him"), "Police shot him", id="a pronoun names nobody"),
        pytest.param(marked("Omar Sy left/VBD*", name="Omar Sy"), "Omar/A Sy/A left", id="name"),
        pytest.param(marked("Oman left/VBD*", state="Oman"), "Oman/S left", id="state"),
        pytest.param(marked("Oman left/VBD*", country="Oman"), "Oman left", id="a state is no place"),
        pytest.param(marked("Oman left/VBD*", state="Oman", country="Oman"), "Oman/S left", id="a state that is also placed"),
        pytest.param(marked("Homs mourns/VBZ*", town="Homs"), "Homs/L mourns", id="place"),
        pytest.param(marked("Homs mourns/VBZ*", town="Homs", name="Homs"), "Homs/L mourns", id="a place goes before a name"),
        pytest.param(marked("Nine men died/VBD*", number="Nine men"), "Nine/N men/N died", id="number"),
        pytest.param(
            marked("Nine days on it fell/VBD*", number="Nine", time="Nine days=P9D"), "Nine/N days/T on it fell", id="a number in a time"
        ),
        pytest.param(marked("The first bill"), "The first/O bill", id="order"),
        pytest.param(marked("The FIRST bill"), "The FIRST/O bill", id="order in capitals"),
        pytest.param(marked("The first bill", number="first"), "The first/N bill", id="what was found goes before order"),
        pytest.param(marked("he won/VBD* ~, didn’t he ~?"), "he won , didn’t he ?", id="marks are words, an apostrophe is inside one"),
        pytest.param(
            marked("Left on Monday ~.", time="Monday=2021-03-01"), "Left on Monday/T (/T 2021/T -/T 03/T -/T 01/T )/T .", id="a day"
        ),
        pytest.param(marked("Left in March", time="March=2021-03"), "Left in March/T (/T 2021/T -/T 03/T )/T", id="a month"),
        pytest.param(marked("Left in 2021", time="2021=2021"), "Left in 2021/T", id="a year is not written out"),
        pytest.param(marked("Left this spring", time="this spring=2021-SP"), "Left this/T spring/T", id="nor a season"),
        pytest.param(marked("Left one week ago", time="one week ago=2021-W09"), "Left one/T week/T ago/T", id="nor a week"),
        pytest.param(marked("Left in March", time="March=XXXX-03"), "Left in March/T", id="nor a month of any year"),
        pytest.param(
            marked("Left at noon", time="noon=2021-03-01T12:00"), "Left at noon/T (/T 2021/T -/T 03/T -/T 01/T )/T", id="the day of an hour"
        ),
        pytest.param(
            marked("Monday to Friday", time="Monday=2021-03-01|Friday=2021-03-05"),
            "Monday/T (/T 2021/T -/T 03/T -/T 01/T )/T to Friday/T (/T 2021/T -/T 03/T -/T 05/T )/T", id="two days",
        ),
    ],
)  # fmt: skip
def test_words_and_kinds(told: Reading, words: str) -> None:
    assert shown(passages_of(told)[0]) == words


def test_what_another_sentence_holds_is_not_marked() -> None:
    told = reading("a", "Nine died/VBD*", "Nine were hurt/VBN*")
    told = replace(told, quantities=(Quantity(span=place(told, "Nine", 1), sentence=1, low=9, high=9),))
    assert [shown(passages_of(told)[k]) for k in (0, 1)] == ["Nine died", "Nine/N were hurt"]


def test_words_point_at_the_text_and_those_put_in_at_nothing() -> None:
    told = marked("Left on Monday ~.", time="Monday=2021-03-01")
    found = passages_of(told)[0]
    assert [s and s.of(told.report.text) for s in found.spans] == ["Left", "on", "Monday", *[None] * 7, "."]


def test_a_long_sentence_is_cut() -> None:
    found = passages_of(reading("a", "word " * 5000))[0]
    assert set(found.words) == {"word"}
    assert len(found.words) == len(found.kinds) == len(found.spans) == 65


def raw(text: str) -> Reading:
    """One sentence without tokens that are looked at."""
    report = hand.report(text)
    sent = Sentence(report_id=report.id, index=0, block=0, span=Span(0, len(text)), tokens=())
    return Reading(report=report, sentences=(sent,), published=report.published)


@given(
    text=st.text(st.sampled_from("ab1 .'’()-\n\u0301\u200b中\U0001f600\x00"), max_size=200),
    cuts=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9)), max_size=5),
)
def test_any_sentence_can_be_shown(text: str, cuts: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, len(text)), min(a + n, len(text))) for a, n in cuts]
    times = tuple(TimeExpression(span=s, sentence=0, type=TimeType.DATE, value="2021-03-01") for s in spans)
    found = passages_of(replace(raw(text), times=times))[0]
    assert len(found.words) == len(found.kinds) == len(found.spans)
    there = [(w, s) for w, s in zip(found.words, found.spans, strict=True) if s is not None]
    assert all(s.of(text) == w for w, s in there)
    assert all(a.end <= b.start for (_, a), (_, b) in pairwise(there))
    assert not any(w.isspace() for w in found.words)


# ---------------------------------------------------------------- rows that lie close
def rows(*vectors: tuple[float, ...]) -> np.ndarray:
    return np.array(vectors, dtype=np.float32)


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        pytest.param(rows((1, 0)), rows((1, 0)), [(0, 0, 1.0)], id="one pair"),
        pytest.param(rows((1, 0)), rows((0, 1)), [], id="nothing in common"),
        pytest.param(rows((1, 0)), rows((0.25, 0)), [], id="less than the least"),
        pytest.param(rows((1, 0)), rows((1, 0), (0.5, 0), (0.75, 0)), [(0, 0, 1.0), (0, 1, 0.5), (0, 2, 0.75)], id="the nearest of many"),
        pytest.param(
            rows((1, 0), (0.75, 0), (0.5, 0)), rows((1, 0), (1, 0), (1, 0)),
            [(0, 0, 1.0), (0, 1, 1.0), (0, 2, 1.0), (1, 0, 0.75), (1, 1, 0.75), (1, 2, 0.75), (2, 0, 0.5), (2, 1, 0.5)],
            id="two from either side, of equals the first",
        ),
        pytest.param(rows((-1, 0)), rows((1, 0)), [], id="opposites"),
    ],
)  # fmt: skip
def test_nearest(left: np.ndarray, right: np.ndarray, pairs: list[tuple[int, int, float]]) -> None:
    assert nearest(left, right) == pairs


def test_nothing_is_near_nothing() -> None:
    empty = np.zeros((0, 3), dtype=np.float32)
    assert nearest(empty, rows((1, 0, 0))) == nearest(rows((1, 0, 0)), empty) == nearest(empty, empty) == []


# Steps of which sums are exact, so that nothing but the rule is tested; so few rows that all their pairs are kept.
VECTORS = st.lists(st.tuples(*[st.sampled_from((-0.5, 0.0, 0.25, 0.5, 1.0))] * 3), max_size=10).map(
    lambda v: np.array(v, dtype=np.float32).reshape(-1, 3)
)


@given(left=VECTORS, right=VECTORS)
def test_nearest_is_symmetric(left: np.ndarray, right: np.ndarray) -> None:
    there, back = nearest(left, right), nearest(right, left)
    assert there == sorted(there)
    assert there == sorted((i, j, c) for j, i, c in back)


@given(left=VECTORS, right=VECTORS)
def test_nearest_keeps_the_best_of_every_row(left: np.ndarray, right: np.ndarray) -> None:
    found = {(i, j): c for i, j, c in nearest(left, right)}
    cosine = left @ right.T
    assert all(cosine[pair] == c > 0.3 for pair, c in found.items())
    for i in range(len(left) if len(right) else 0):
        best = float(cosine[i].max())
        assert best <= 0.3 or best == max(c for (k, _), c in found.items() if k == i)


def test_no_more_pairs_than_a_model_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "_PAIRS", 3)
    left = rows(*((1.0 - k / 8, 0.0) for k in range(5)))
    assert nearest(left, rows((1, 0))) == [(0, 0, 1.0), (1, 0, 0.875), (2, 0, 0.75)]


# ---------------------------------------------------------------- sentences side by side
FERRY = "A ferry sank/VBD* near the harbour"
FERRY_TOO = "The ferry sank/VBD* at the harbour mouth"
VOTE = "Parliament passed/VBD* a budget"


def test_sentences_of_different_reports_that_lie_close_face_each_other() -> None:
    told = [reading("a", VOTE, FERRY), reading("b", FERRY_TOO), reading("c", "Parliament rejected/VBD* a budget", FERRY)]
    comparer = BagComparer({("near", "mouth"): Seen(difference=1.0), ("passed", "rejected"): Seen(difference=2.0)})
    found = face(told, comparer)
    assert [(f.a, f.i, f.b, f.j, f.view.difference) for f in found] == [
        (0, 1, 1, 0, 1.0), (0, 0, 2, 0, 2.0), (0, 1, 2, 1, -4.0), (1, 0, 2, 1, -4.0),
    ]  # fmt: skip
    assert [f.passages for f in found] == comparer.asked
    assert all(f.passages == (passages_of(told[f.a])[f.i], passages_of(told[f.b])[f.j]) for f in found)
    assert found[2].closeness == pytest.approx(1)
    # Three words of six and of six.
    assert found[0].closeness == pytest.approx(4 / 6, abs=0.2)


def test_a_sentence_meets_its_nearest_in_every_other_report() -> None:
    told = [reading(name, FERRY) for name in "abcd"]
    assert [(f.a, f.b) for f in face(told, BagComparer())] == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([], id="no report"),
        pytest.param([reading("a", FERRY, FERRY_TOO)], id="one report"),
        pytest.param([reading("a"), reading("b")], id="no sentences"),
        pytest.param([reading("a", FERRY), reading("b")], id="sentences on one side"),
        pytest.param([reading("a", FERRY), reading("b", VOTE)], id="nothing close"),
        pytest.param([raw("\u0301"), raw("\u0301")], id="no words"),
    ],
)
def test_nobody_faces_nobody(told: list[Reading]) -> None:
    assert face(told, BagComparer()) == ()


def test_a_report_without_sentences_stands_in_nobody_s_way() -> None:
    assert [(f.a, f.b) for f in face([reading("a", FERRY), reading("b"), reading("c", FERRY)], BagComparer())] == [(0, 2)]


def test_of_very_long_reports_the_beginning_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "MOST_SENTENCES", 1)
    assert [(f.i, f.j) for f in face([reading("a", VOTE, FERRY), reading("b", VOTE, FERRY)], BagComparer())] == [(0, 0)]
