"""Options and what comes in -> readings: parsing and close reading with the models that the options name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path

from accord.engine.onnx_pairs import OnnxPairClassifier
from accord.engine.onnx_passages import OnnxPassageComparer
from accord.engine.onnx_tagger import OnnxTagger
from accord.extract.close_reading import read_closely
from accord.knowledge.cities import cased_names
from accord.model.errors import FAULTS
from accord.model.passages import PassageComparer
from accord.model.protocols import Parser
from accord.model.reading import Reading
from accord.model.report import Report, Skipped
from accord.model.sentence import ParsedReport
from accord.model.trained import TrainedModels
from accord.parse.spacy_parser import DEFAULT_PIPELINE, SpacyParser
from accord.read.inputs import ReadOptions

_LANGUAGES = ("en",)
_MODELS = Path(str(resources.files("accord.extract"))) / "data"
_SHIPPED_TAGGER = _MODELS / "attribution.onnx"
SHIPPED_CLASSIFIER = _MODELS / "relations.onnx"
_SHIPPED_COMPARER = Path(str(resources.files("accord.reconcile"))) / "data" / "passages.onnx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How an archive works.

    Attributes:
        path: Archive file; None keeps nothing.
        pipeline: Installed spaCy pipeline, by name or path.
        tagger: Model file that finds attributions; None leaves them to the rules, which is faster and finds fewer.
        classifier: Model file that classifies marked pairs and completes events; None leaves events to the rules.
        comparer: Model file that lays passages of different reports side by side; None leaves comparing to the rules.
        workers: Processes that parse and read closely; each loads its own models.
        read: Limits of reading.
    """

    path: Path | None = None
    pipeline: str = DEFAULT_PIPELINE
    tagger: Path | None = _SHIPPED_TAGGER
    classifier: Path | None = SHIPPED_CLASSIFIER
    comparer: Path | None = _SHIPPED_COMPARER
    workers: int = 1
    read: ReadOptions = field(default_factory=ReadOptions)


def read_batch(options: Options, items: tuple[Report | Skipped, ...]) -> list[Reading | Skipped]:
    """Parses and closely reads some reports, in order; what was skipped before stays in its place."""
    models = trained(options.tagger, options.classifier)
    parsed = _parser(options.pipeline).parse(x for x in items if isinstance(x, Report))
    out: list[Reading | Skipped] = []
    for item in items:
        one = item if isinstance(item, Skipped) else next(parsed)
        out.append(_read_closely(one, models) if isinstance(one, ParsedReport) else one)
    return out


def _read_closely(parsed: ParsedReport, models: TrainedModels) -> Reading | Skipped:
    try:
        return read_closely(parsed, models=models)
    except FAULTS as error:
        why = f"could not be read closely ({type(error).__name__}: {error}); please report this"
        return Skipped(location=parsed.report.provenance.location, error=why.replace("\n", " "))


@cache
def _parser(pipeline: str) -> Parser:
    return SpacyParser(pipeline, cased_names)


@cache
def trained(tagger: Path | None, classifier: Path | None) -> TrainedModels:
    """The models of these files, loaded once a process; what is None is left to the rules."""
    return TrainedModels(
        tagger=None if tagger is None else OnnxTagger(tagger),
        # Events ask for a few pairs a report, beside rules that know the same sentences: half the time is worth more than the last point.
        classifier=None if classifier is None else OnnxPairClassifier(classifier, once=True),
    )


@cache
def comparer(path: Path | None) -> PassageComparer | None:
    """The model of this file, loaded once a process; None if there is none."""
    return None if path is None else OnnxPassageComparer(path)


def readable(item: Report | Skipped) -> Report | Skipped:
    """Refuses reports in a language that the rules do not know: a wrong reading is worse than none."""
    if isinstance(item, Skipped) or item.language is None or item.language.split("-")[0].lower() in _LANGUAGES:
        return item
    return Skipped(location=item.provenance.location, error=f"is in language {item.language!r}; accord reads English (en)")
