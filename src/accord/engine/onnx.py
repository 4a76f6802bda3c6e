"""Model file in the ONNX format -> arrays for arrays, on the CPU: the one place that knows onnxruntime.

A file carries all that it needs besides our code in its metadata: name, word pieces, and whatever its reader asks for. Its table of word
vectors may be left out where it is the one that all our models begin with (`data/words.npy`, an input `words`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from accord.engine.wordpiece import WordPieces
from accord.model.errors import ModelError

Arrays = Mapping[str, NDArray[Any]]
_WORDS = "words"


class OnnxModel:
    """A loaded model.

    Attributes:
        name: Name and version.
        pieces: Splits words as the model was trained.
        described: All of the file's metadata.
    """

    def __init__(self, path: Path, kind: str, *, inputs: Collection[str], outputs: Collection[str], threads: int = 1) -> None:
        """Loads a file.

        Args:
            path: The file.
            kind: What it should be, for messages ("tagger").
            inputs: Names of all that it must take.
            outputs: Names of what it must give, in the order of `run`.
            threads: Threads of one call; 1 leaves the other cores to other processes.

        Raises:
            ModelError: if the file is missing, broken, or takes or gives something else.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        # What is wrong with a file is told by the error; the log repeats it in its own words.
        options.log_severity_level = 4
        self._path, self._kind, self._outputs = path, kind, list(outputs)
        try:
            self._session = onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
            self.described: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map
            self.pieces = WordPieces(self.described["word_pieces"].split("\n"))
            self.name = self.described["name"]
        except OSError as error:
            raise ModelError(f"model file {path} cannot be read ({error.strerror}); reinstall accord, or name another file") from error
        except Exception as error:  # onnxruntime raises classes of its own without a common base
            raise self.unfit(type(error).__name__) from error
        takes, gives = {x.name for x in self._session.get_inputs()}, {x.name for x in self._session.get_outputs()}
        self._shared: Arrays = {_WORDS: _words()} if _WORDS in takes else {}
        if takes - self._shared.keys() != set(inputs) or not gives >= set(outputs):
            raise self.unfit(f"it takes {', '.join(sorted(takes))} and gives {', '.join(sorted(gives))}")

    def unfit(self, why: str) -> ModelError:
        """The error of a file that is not what it should be; also for what its reader finds wrong with its metadata."""
        return ModelError(f"{self._path} is not a {self._kind} that accord can use ({why}); reinstall accord, or name another file")

    def run(self, arrays: Arrays) -> list[NDArray[Any]]:
        """The outputs that were named, in that order.

        Raises:
            ModelError: if the runtime fails on these arrays.
        """
        try:
            out: list[NDArray[Any]] = self._session.run(self._outputs, {**arrays, **self._shared})
        except Exception as error:  # as above
            raise ModelError(f"{self._kind} {self._path} failed ({type(error).__name__}: {error})".replace("\n", " ")) from error
        return out


@cache
def _words() -> NDArray[Any]:
    """Word vectors in eight bits, (pieces, width), one copy in memory for all models; the runtime reads them where they are.

    Raises:
        ModelError: if the package was installed without them.
    """
    path = Path(str(resources.files("accord.engine"))) / "data" / "words.npy"
    try:
        with path.open("rb") as file:
            table: NDArray[Any] = np.lib.format.read_array(file, allow_pickle=False)
    except Exception as error:  # of a damaged file numpy's reader passes on whatever the parser of its header raises
        raise ModelError(f"word vectors {path} cannot be read; reinstall accord") from error
    return table
