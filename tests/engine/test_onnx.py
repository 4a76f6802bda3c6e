"""Model files in general: the table of word vectors that they share, and what is said of those that cannot be loaded."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from accord.engine import onnx
from accord.engine.onnx import OnnxModel
from accord.model.errors import ModelError
from onnx_file import BYTE, FLOAT, INT, ints, model, node, value

DESCRIBED = {"name": "tiny-3", "word_pieces": "[PAD]\n[UNK]\n[CLS]\n[SEP]\nvote"}
PIECES = np.array([[0, 4, 2]], dtype=np.int64)


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    """The table is read once a process."""
    onnx._words.cache_clear()
    yield
    onnx._words.cache_clear()


def saved(path: Path, table: str = "words", **described: str) -> Path:
    """A model that gives the row of each piece."""
    nodes = [node("Gather", [table, "pieces"], "bytes"), node("Cast", ["bytes"], "rows", to=FLOAT)]
    inputs = [value("pieces", INT, 2), value(table, BYTE, 2)]
    path.write_bytes(model(nodes, [], inputs, [value("rows", FLOAT, 3), value("bytes", BYTE, 3)], DESCRIBED | described))
    return path


def loaded(path: Path, *, outputs: tuple[str, ...] = ("rows",)) -> OnnxModel:
    return OnnxModel(path, "table", inputs=("pieces",), outputs=outputs)


def kept_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the table stands in a package that is looked for in this folder."""
    monkeypatch.setattr(resources, "files", lambda _: folder)
    (folder / "data").mkdir()
    return folder / "data/words.npy"


def test_the_shared_table_is_handed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = np.arange(15, dtype=np.uint8).reshape(5, 3)
    np.save(kept_in(tmp_path, monkeypatch), table)
    found = loaded(saved(tmp_path / "tiny.onnx"), outputs=("bytes", "rows"))
    bytes_, rows = found.run({"pieces": PIECES})
    assert (found.name, found.described["name"], found.pieces("Vote")) == ("tiny-3", "tiny-3", (4,))
    assert (bytes_ == table[PIECES]).all()
    assert (rows == table[PIECES].astype(np.float32)).all()


def test_the_shipped_table_has_a_row_a_piece(tmp_path: Path) -> None:
    (rows,) = loaded(saved(tmp_path / "tiny.onnx")).run({"pieces": PIECES})
    table = np.load(Path(onnx.__file__).parent / "data/words.npy")
    assert table.dtype == np.uint8
    assert (rows == table[PIECES]).all()


def test_it_is_read_once_for_all_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = kept_in(tmp_path, monkeypatch)
    np.save(path, np.ones((5, 3), dtype=np.uint8))
    first = loaded(saved(tmp_path / "one.onnx"))
    path.unlink()
    second = loaded(saved(tmp_path / "two.onnx"))
    assert first._shared["words"] is second._shared["words"]


def test_a_file_that_has_its_own_needs_no_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_in(tmp_path, monkeypatch)  # and nothing there
    nodes = [node("Add", ["pieces", "one"], "next")]
    outputs = [value("next", INT, 2)]
    (tmp_path / "own.onnx").write_bytes(model(nodes, [ints("one", [1])], [value("pieces", INT, 2)], outputs, DESCRIBED))
    (rows,) = loaded(tmp_path / "own.onnx", outputs=("next",)).run({"pieces": PIECES})
    assert (rows == PIECES + 1).all()


@pytest.mark.parametrize(
    "content",
    [None, b"", b"no table", b"\x93NUMPY\x01", b"\x93NUMPY\x01\x00v\x00" + b"{" * 118, b"PK\x03\x04"],
    ids=["absent", "empty", "text", "cut", "damaged", "archive"],
)
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None) -> None:
    path = kept_in(tmp_path, monkeypatch)
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"^word vectors .*words\.npy cannot be read; reinstall accord$"):
        loaded(saved(tmp_path / "tiny.onnx"))


def test_another_name_for_the_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        ModelError, match=r"tiny\.onnx is not a table that accord can use \(it takes pieces, vectors and gives bytes, rows\)"
    ):
        loaded(saved(tmp_path / "tiny.onnx", "vectors"))


def test_outputs_that_it_does_not_give_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="it takes pieces, words and gives bytes, rows"):
        loaded(saved(tmp_path / "tiny.onnx"), outputs=("rows", "columns"))


def test_why_a_file_is_unfit_is_one_line(tmp_path: Path) -> None:
    found = loaded(saved(tmp_path / "tiny.onnx"))
    assert str(found.unfit("it is green")) == (
        f"{tmp_path / 'tiny.onnx'} is not a table that accord can use (it is green); reinstall accord, or name another file"
    )
