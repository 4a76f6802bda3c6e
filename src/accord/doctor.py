"""Options of an archive -> what is installed, which models and tables, with versions, and what is missing."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path

from accord.engine.onnx_pairs import OnnxPairClassifier
from accord.engine.onnx_passages import OnnxPassageComparer
from accord.engine.onnx_tagger import OnnxTagger
from accord.model.errors import AccordError
from accord.parse.spacy_parser import SpacyParser

# Each kind of trained model and what loads it.
_LOADERS = {"attribution": OnnxTagger, "relations": OnnxPairClassifier, "passages": OnnxPassageComparer}
_REQUIRED = ("accord", "spacy", "onnxruntime", "trafilatura", "httpx2", "duckdb", "typer", "rich", "jinja2", "py3langid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A line of `accord doctor`: a part, its version, and what is wrong with it (None if nothing is)."""

    name: str
    version: str
    problem: str | None = None


def inspect(pipeline: str, models: Mapping[str, Path | None]) -> tuple[Component, ...]:
    """A line for each part: packages, the language pipeline, models, tables.

    Args:
        pipeline: Installed spaCy pipeline, by name or path.
        models: File of each kind of model (`attribution`, `relations`, `passages`); None where there is none.
    """
    return (*_packages(), _pipeline(pipeline), *_models(models), *_tables())


def _packages() -> Iterator[Component]:
    yield Component(name="python", version=platform.python_version())
    for name in _REQUIRED:
        try:
            yield Component(name=name, version=metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Component(name=name, version="-", problem=f"not installed; pip install {name}")


def _pipeline(name: str) -> Component:
    try:
        return Component(name=f"model {name}", version=SpacyParser(name).name)
    except AccordError as error:
        return Component(name=f"model {name}", version="-", problem=str(error))


def _models(files: Mapping[str, Path | None]) -> Iterator[Component]:
    for name, path in files.items():
        if path is not None:
            try:
                yield Component(name=f"model {name}", version=_LOADERS[name](path).name)
            except AccordError as error:
                yield Component(name=f"model {name}", version="-", problem=str(error))


def _tables() -> Iterator[Component]:
    folder = resources.files("accord.knowledge").joinpath("data")
    for table in sorted(folder.iterdir(), key=lambda t: t.name):
        if not table.name.endswith(".md"):
            data = table.read_bytes()
            yield Component(name=f"table {table.name}", version=f"sha256 {sha256(data).hexdigest()[:12]}, {len(data) // 1024 + 1} KB")
