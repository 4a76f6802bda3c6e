"""The passage comparer on a model whose outputs are known: views, vectors, order, padding, and files that are something else."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

import pair_model
import passage_model
from accord.engine.onnx_passages import OnnxPassageComparer
from accord.model.errors import ModelError
from accord.model.passages import Passage, WordKind
from accord.model.vocabulary import Aspect, Attendance

SHIPPED_TAGGER = Path(__file__).parents[2] / "src/accord/extract/data/attribution.onnx"
ODD = ["", " ", "\x00", "\ud800", "\u0301", "中" * 3000, "a" * 100_000]


def passage(words: str, *kinds: WordKind) -> Passage:
    found = tuple(words.split())
    return Passage(found, (*kinds, *(WordKind.PLAIN,) * (len(found) - len(kinds))), (None,) * len(found))


def comparer(folder: Path, **options: object) -> OnnxPassageComparer:
    return OnnxPassageComparer(passage_model.save(folder / "tiny.onnx", **options))  # type: ignore[arg-type]


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def test_a_pair_is_seen_as_the_model_sees_it(tmp_path: Path) -> None:
    model = comparer(tmp_path)
    (seen,) = model.compare([(passage("Oman agreed", WordKind.STATE), passage("Oman refused", WordKind.STATE, WordKind.EVENT))])
    assert model.name == "tiny-2"
    assert seen.difference == pytest.approx(2)
    # "agreed", and each word: 2 + 1 + 2 + 1 as it is shared or alone.
    assert seen.agreement == pytest.approx(1.5 + 6)
    # Two words and [SEP] of the first passage, three pieces of the second.
    assert seen.tension == pytest.approx(3 * 1 + 3 * 2)
    logits = {Aspect.DATE: 6.0, Aspect.OUTCOME: 5.0}
    every = sum(math.exp(logits.get(a, 0)) for a in Aspect)
    assert seen.aspects == pytest.approx({a: math.exp(logits.get(a, 0)) / every for a in Aspect})
    assert seen.carries[0] == pytest.approx((sigmoid(WordKind.STATE), sigmoid(0)))
    assert seen.carries[1] == pytest.approx((sigmoid(WordKind.STATE), sigmoid(WordKind.EVENT - 1)))


def test_a_word_carries_as_much_as_its_likeliest_piece(tmp_path: Path) -> None:
    (seen,) = comparer(tmp_path).compare([(passage("agreeds refuseds"), passage("omans", WordKind.TIME))])
    assert seen.carries[0] == pytest.approx((sigmoid(2), sigmoid(2)))
    assert seen.carries[1] == pytest.approx((sigmoid(2 + WordKind.TIME),))


def test_what_is_cut_off_carries_nothing(tmp_path: Path) -> None:
    (seen,) = comparer(tmp_path).compare([(passage("oman " * 300), passage("oman"))])
    left, right = seen.carries
    assert (len(left), set(left[106:]), len(right)) == (300, {0.0}, 1)
    assert left[:106] == pytest.approx((0.5,) * 106)


def test_vectors_are_the_mean_state_without_padding(tmp_path: Path) -> None:
    found = comparer(tmp_path).look([passage("Oman agreed"), passage(""), passage("refused")], [[], [], []]).passages
    # Sums of [CLS] (1, 0), the words' rows and [SEP] (0, 1).
    for row, (north, east) in zip(found, [(3, 4), (1, 1), (1, -3)], strict=True):
        assert row == pytest.approx((north / math.hypot(north, east), east / math.hypot(north, east)), abs=1e-6)
    assert found.dtype == np.float32


def test_words_have_vectors_of_their_own(tmp_path: Path) -> None:
    wanted = [[2, 0, 1, 2], [], [0, 107, 108, 199]]
    rows = comparer(tmp_path).look([passage("Oman unheard agreeds"), passage(""), passage("oman " * 200)], wanted).words
    assert [r.shape for r in rows] == [(4, 2), (0, 2), (4, 2)]
    # "agreeds": (0, 3) and (-2, 0); a word that was never heard of has a row of nothing, and so has one that was cut off.
    agreeds = [-2 / math.sqrt(13), 3 / math.sqrt(13)]
    assert rows[0] == pytest.approx(np.array([agreeds, [1, 0], [0, 0], agreeds]), abs=1e-6)
    assert rows[2].tolist() == [[1, 0], [1, 0], [0, 0], [0, 0]]


def test_words_tell_of_coming_as_the_mean_of_their_pieces(tmp_path: Path) -> None:
    (rows,) = comparer(tmp_path).look([passage("omans refused " + "x " * 200)], [[0, 1, 205]]).attendance
    logits = {0: 0.0} | {1 + k: {Attendance.HOST: 1.5, Attendance.DECLINED: 1.5}.get(a, 0.0) for k, a in enumerate(Attendance)}
    every = sum(map(math.exp, logits.values()))
    assert rows[0].tolist() == pytest.approx([math.exp(logits[k]) / every for k in range(9)])
    assert rows[1].argmax() == 0
    assert not rows[2].any()


def test_the_order_of_statuses_is_the_file_s(tmp_path: Path) -> None:
    turned = {"statuses": " ".join(reversed(Attendance))}
    (rows,) = comparer(tmp_path, changes=turned).look([passage("oman")], [[0]]).attendance
    likeliest = list(Attendance)[len(Attendance) - 1 - list(Attendance).index(Attendance.HOST)]
    assert list(Attendance)[int(rows[0].argmax()) - 1] is likeliest


def test_order_and_padding_change_nothing(tmp_path: Path) -> None:
    model = comparer(tmp_path)
    verbs = ["agreed", "refused", "omans"]
    texts = [passage("oman " * (n * 7 % 23) + verbs[n % 3]) for n in range(40)]
    pairs = [(a, b) for a, b in zip(texts, reversed(texts), strict=True)]
    wanted = [range(len(t.words)) for t in texts]
    views, looks = model.compare(pairs), model.look(texts, wanted)
    for n, pair in enumerate(pairs):
        (alone,) = model.compare([pair])
        assert (alone.difference, alone.agreement, alone.tension) == pytest.approx(
            (views[n].difference, views[n].agreement, views[n].tension), abs=1e-5
        )
        assert alone.aspects == pytest.approx(views[n].aspects)
        assert alone.carries[0] == pytest.approx(views[n].carries[0])
        assert alone.carries[1] == pytest.approx(views[n].carries[1])
        by_itself = model.look([texts[n]], [wanted[n]])
        assert by_itself.passages[0] == pytest.approx(looks.passages[n], abs=1e-6)
        assert by_itself.words[0] == pytest.approx(looks.words[n], abs=1e-6)
    turned = model.compare(pairs[::-1])
    assert [v.agreement for v in turned] == pytest.approx([v.agreement for v in views[::-1]])
    assert model.look(texts[::-1], wanted[::-1]).passages == pytest.approx(looks.passages[::-1], abs=1e-6)


def test_nothing_gives_nothing(tmp_path: Path) -> None:
    model = comparer(tmp_path)
    looks = model.look([], [])
    assert (model.compare([]), looks.passages.shape, looks.words) == ([], (0, 0), ())


@pytest.mark.parametrize("word", ODD, ids=["none", "blank", "control", "surrogate", "accent", "ideographs", "long"])
def test_odd_words(tmp_path: Path, word: str) -> None:
    odd = Passage((word,) * 3, (WordKind.ORDER,) * 3, (None,) * 3)
    model = comparer(tmp_path)
    (seen,) = model.compare([(odd, odd)])
    assert sum(seen.aspects.values()) == pytest.approx(1)
    assert [len(c) for c in seen.carries] == [3, 3]
    looks = model.look([odd], [[0, 1, 2]])
    assert np.isfinite(looks.passages).all()
    assert np.isfinite(looks.words[0]).all()


def test_great_logits_are_no_trouble(tmp_path: Path) -> None:
    words = passage_model.WORDS | {"oman": {"date": 3e4, "carry": -3e4, "difference": 3e4}}
    (seen,) = comparer(tmp_path, words=words).compare([(passage("Oman"), passage("agreed"))])
    assert (seen.difference, seen.aspects[Aspect.DATE], seen.carries[0]) == (3e4, 1, (0,))


def test_the_order_of_aspects_is_the_file_s(tmp_path: Path) -> None:
    turned = {"aspects": " ".join(reversed(Aspect))}
    (seen,) = comparer(tmp_path, changes=turned).compare([(passage("refused"), passage("refused"))])
    # The column of the outcome, counted from the other end.
    likeliest = list(Aspect)[len(Aspect) - 1 - list(Aspect).index(Aspect.OUTCOME)]
    assert max(seen.aspects, key=seen.aspects.__getitem__) is likeliest


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"changes": {"aspects": None}}, id="no aspects"),
        pytest.param({"changes": {"aspects": "date place"}}, id="too few aspects"),
        pytest.param({"changes": {"aspects": " ".join([*Aspect, "date"])}}, id="too many aspects"),
        pytest.param({"changes": {"aspects": " ".join([*list(Aspect)[:-1], "date"])}}, id="one aspect twice"),
        pytest.param({"changes": {"aspects": " ".join([*list(Aspect)[:-1], "weather"])}}, id="an unknown aspect"),
        pytest.param({"changes": {"statuses": None}}, id="no statuses"),
        pytest.param({"changes": {"statuses": "host"}}, id="too few statuses"),
        pytest.param({"changes": {"statuses": " ".join([*list(Attendance)[:-1], "host"])}}, id="one status twice"),
        pytest.param({"changes": {"statuses": " ".join([*list(Attendance)[:-1], "asleep"])}}, id="an unknown status"),
        pytest.param({"renamed": {"attendance": "hidden"}}, id="no attendance"),
        pytest.param({"changes": {"name": None}}, id="no name"),
        pytest.param({"changes": {"word_pieces": None}}, id="no pieces"),
        pytest.param({"changes": {"word_pieces": "oman\nagreed"}}, id="no pieces of BERT's own"),
        pytest.param(
            {"changes": {"word_pieces": "\n".join(["x"] * 99 + ["[PAD]", "[UNK]", "[CLS]", "[SEP]"])}}, id="more pieces than it has"
        ),
        pytest.param({"kinds": len(WordKind) - 1}, id="too few kinds of word"),
        pytest.param({"renamed": {"states": "hidden"}}, id="no states"),
        pytest.param({"renamed": {"states": "carries", "carries": "states"}}, id="states without width"),
        pytest.param({"renamed": {"relations": "carries", "carries": "relations"}}, id="relations for carries"),
        pytest.param({"renamed": {"relations": "aspects", "aspects": "relations"}}, id="aspects for relations"),
    ],
)
def test_other_files_of_the_kind_are_refused(tmp_path: Path, options: Mapping[str, object]) -> None:
    with pytest.raises(ModelError, match=r"tiny\.onnx is not a passage comparer that accord can use") as caught:
        comparer(tmp_path, **options)
    assert "\n" not in str(caught.value)


def test_broken_and_foreign_files_are_refused(tmp_path: Path) -> None:
    whole = passage_model.save(tmp_path / "cut.onnx").read_bytes()
    pair_model.save(tmp_path / "pairs.onnx")
    (tmp_path / "cut.onnx").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.onnx").write_text("no model")
    (tmp_path / "empty.onnx").write_bytes(b"")
    for name in ("cut.onnx", "text.onnx", "empty.onnx", "pairs.onnx"):
        with pytest.raises(ModelError, match=f"{name} is not a passage comparer") as caught:
            OnnxPassageComparer(tmp_path / name)
        assert "\n" not in str(caught.value)
    with pytest.raises(ModelError, match="it takes begins, features, pieces, present, words and gives answers"):
        OnnxPassageComparer(SHIPPED_TAGGER)
    for absent in ("absent.onnx", "."):
        with pytest.raises(ModelError, match=r"cannot be read \(.+\); reinstall accord, or name another file$"):
            OnnxPassageComparer(tmp_path / absent)
