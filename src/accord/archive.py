"""Archive, the one object that users hold: inputs -> readings -> stories, with or without a file that keeps them."""

from __future__ import annotations

import platform
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path
from typing import Self

from accord.engine.local import LocalEngine
from accord.engine.onnx_pairs import OnnxPairClassifier
from accord.engine.onnx_tagger import OnnxTagger
from accord.engine.streams import Limited, in_batches
from accord.extract.close_reading import date_together, read_closely
from accord.formats.event_table import EventTable, TableOptions
from accord.formats.pair_rows import pair_of_row
from accord.knowledge.cities import cased_names
from accord.model.errors import AccordError, ModelError, ReadError, UsageError
from accord.model.pairs import MarkedPair, PairClassifier, PairRelation, PairRow, RelatedPair
from accord.model.protocols import Engine, Fetcher, Parser
from accord.model.reading import Reading
from accord.model.report import Report, Skipped
from accord.model.sentence import ParsedReport
from accord.model.story import Brief
from accord.model.tagging import TokenTagger
from accord.model.trained import TrainedModels
from accord.parse.spacy_parser import DEFAULT_PIPELINE, SpacyParser
from accord.read.fetch import HttpFetcher
from accord.read.inputs import ReadOptions, count_inputs, read_inputs
from accord.read.json_rows import JsonRow, read_rows
from accord.reconcile.reconcile import group_readings, tell_stories
from accord.store.duck import Store
from accord.store.export import write_parquet

# Reports that go through the stages together: enough for the parser to batch paragraphs, few enough to keep memory flat.
_BATCH = 16
_LANGUAGES = ("en",)
# Pairs that are classified together: enough to put those of like length beside each other.
_PAIRS = 256
_MODELS = Path(str(resources.files("accord.extract"))) / "data"
_SHIPPED_TAGGER = _MODELS / "attribution.onnx"
_SHIPPED_CLASSIFIER = _MODELS / "relations.onnx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How an archive works.

    Attributes:
        path: Archive file; None keeps nothing.
        pipeline: Installed spaCy pipeline, by name or path.
        tagger: Model file that finds attributions; None leaves them to the rules, which is faster and finds fewer.
        classifier: Model file that classifies marked pairs and completes events; None leaves events to the rules.
        workers: Processes that parse and read closely; each loads its own models.
        read: Limits of reading.
    """

    path: Path | None = None
    pipeline: str = DEFAULT_PIPELINE
    tagger: Path | None = _SHIPPED_TAGGER
    classifier: Path | None = _SHIPPED_CLASSIFIER
    workers: int = 1
    read: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What `Archive.add` did: reports new to the archive, reports it had, and inputs that could not be read."""

    added: int
    known: int
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A line of `accord doctor`: a part, its version, and what is wrong with it (None if nothing is)."""

    name: str
    version: str
    problem: str | None = None


class Archive:
    """Reads reports, compares them, and keeps them if it has a file.

    Args:
        options: Where it keeps reports and how it works.
        fetcher: Gets the bytes of URLs; the default refuses private addresses.
        engine: Runs the work; the default uses `options.workers` processes of this machine.

    Example:
        >>> brief = Archive().brief(["report-a.txt", "report-b.html"])  # doctest: +SKIP
    """

    def __init__(self, options: Options | None = None, *, fetcher: Fetcher | None = None, engine: Engine | None = None) -> None:
        self.options = options or Options()
        self._fetcher = fetcher or HttpFetcher()
        self._engine = engine or LocalEngine(self.options.workers)

    def read(
        self,
        locations: Iterable[str],
        *,
        known: Collection[str] = (),
        limit: int | None = None,
    ) -> Iterator[Reading | Skipped]:
        """What each report says, in the order of the inputs; an input that fails is a `Skipped` in its place.

        Args:
            locations: Files, folders, JSONL files, URLs or `-`.
            known: Digests of texts that are passed over in silence (a run that goes on where it was stopped).
            limit: Stop after so many reports; all, if None.

        Raises:
            ParseError: if the language pipeline is not installed.
        """
        return self._read(Limited(self._inputs(locations, lambda report: report.provenance.digest not in known), limit))

    def _inputs(self, locations: Iterable[str], wanted: Callable[[Report], bool]) -> Iterator[Report | Skipped]:
        inputs = read_inputs(locations, self._fetcher, self.options.read)
        return (_readable(x) for x in inputs if isinstance(x, Skipped) or wanted(x))

    def _read(self, inputs: Iterable[Report | Skipped]) -> Iterator[Reading | Skipped]:
        work = partial(read_batch, self.options)
        for batch in self._engine.map(work, in_batches(inputs, _BATCH)):
            yield from batch

    def code(self, locations: Iterable[str], table: EventTable, *, limit: int | None = None) -> Iterator[Reading | Skipped]:
        """Adds the events of each report that the table does not have yet; what was read, in order, as it is added.

        Args:
            locations: As for `read`.
            table: From `event_table`; in use as a context manager. It is paused if the limit was reached.
            limit: Stop after so many reports; all, if None.
        """
        inputs = Limited(self._inputs(locations, table.wants), limit)
        for item in self._read(inputs):
            if isinstance(item, Reading):
                table.add(item)
            yield item
        if inputs.reached:
            table.pause()

    def classify(self, pairs: Iterable[MarkedPair]) -> Iterator[PairRelation]:
        """How the sentence of each pair relates its two, in their order; pairs are taken as they are needed.

        Raises:
            ModelError: if the classifier's file cannot be used.
            UsageError: if that file was named by the caller, or there is none.
        """
        classifier = self._classifier()
        return (relation for batch in in_batches(pairs, _PAIRS) for relation in classifier.classify(batch))

    def classify_files(self, locations: Iterable[str], *, limit: int | None = None) -> Iterator[RelatedPair | Skipped]:
        """The same for the rows of JSONL files or, for `-`, of standard input; a row that fails is a `Skipped` in its place.

        Args:
            locations: Files of rows as the contract has them.
            limit: Stop after so many pairs; all, if None.

        Raises:
            ModelError, UsageError: as `classify`.
        """
        classifier = self._classifier()
        rows = Limited(map(_pair_row, read_rows(locations, self.options.read)), limit)
        return (item for batch in in_batches(rows, _PAIRS) for item in _related(batch, classifier))

    def _classifier(self) -> PairClassifier:
        path = self.options.classifier
        if path is None:
            raise UsageError("no pair classifier named; leave Options.classifier as it is, or name a model file")
        try:
            return _classifier(path)
        except ModelError as error:
            if path == _SHIPPED_CLASSIFIER:
                raise
            raise UsageError(str(error)) from error

    def event_table(self, output: Path, *, resume: bool = False, both_ways: bool = False, since: str | None = None) -> EventTable:
        """A file of events to which readings are added; the ending of its name says the format (see `EventTable`).

        Raises:
            UsageError: if the ending is of no known format.
        """
        return EventTable(output, write_parquet, TableOptions(resume=resume, both_ways=both_ways, since=since))

    def count(self, locations: Iterable[str]) -> int | None:
        """How many reports the locations about hold, or None if that cannot be told without reading them."""
        return count_inputs(locations)

    def brief(self, locations: Iterable[str]) -> Brief:
        """Reads reports and lays them side by side. With an archive file, they are kept, and what it has of them is not read again.

        With an archive file and no locations, all that the archive keeps is compared.

        Raises:
            UsageError: if there is nothing to read.
            StoreError: if the archive file cannot be used.
        """
        locations = list(locations)
        if self.options.path is None:
            if not locations:
                raise UsageError("no report given; name files, folders, JSONL files or URLs, or - for standard input")
            return _brief(self.read(locations), self.options)
        with Store(self.options.path) as store:
            return _brief(self._kept(store, locations) if locations else store.readings(), self.options)

    def add(self, locations: Iterable[str]) -> Added:
        """Keeps reports in the archive file; one that it has already changes nothing and is not read again.

        Raises:
            UsageError: if the archive has no file.
            StoreError: if the file cannot be used.
        """
        if self.options.path is None:
            raise UsageError("no archive named; say which with --archive news.accord")
        skipped: list[Skipped] = []
        known = 0

        def fresh(store: Store) -> Iterator[Reading]:
            nonlocal known
            digests = _Digests(store)
            for item in self.read(locations, known=digests):
                if isinstance(item, Skipped):
                    skipped.append(item)
                else:
                    yield item
            known += digests.met

        with Store(self.options.path) as store:
            added, again = store.add(fresh(store))
        return Added(added=added, known=known + again, skipped=tuple(skipped))

    def _kept(self, store: Store, locations: list[str]) -> Iterator[Reading | Skipped]:
        """Readings from the file where it has them, in the order of the inputs; new ones are added to it."""
        for item in read_inputs(locations, self._fetcher, self.options.read):
            kept = store.reading(item.provenance.digest) if isinstance(item, Report) else None
            if kept is not None:
                yield kept
                continue
            for result in read_batch(self.options, (_readable(item),)):
                if isinstance(result, Reading):
                    store.add([result])
                yield result

    def doctor(self) -> tuple[Component, ...]:
        """What is installed, which models and tables, with versions, and what is missing."""
        return (*_packages(), _pipeline(self.options.pipeline), *_models(self.options), *_tables())


class _Digests(Collection[str]):
    """The digests that a store has, asked one by one; counts those that were met."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.met = 0

    def __contains__(self, digest: object) -> bool:
        found = self._store.has(str(digest))
        self.met += found
        return found

    def __iter__(self) -> Iterator[str]:
        return (r.report.provenance.digest for r in self._store.readings())

    def __len__(self) -> int:
        return self._store.count()

    def __enter__(self) -> Self:
        return self


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
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, AccordError) as error:
        # A fault of ours in one report must not cost the others.
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
def _classifier(path: Path) -> PairClassifier:
    return OnnxPairClassifier(path)


def _pair_row(row: JsonRow | Skipped) -> PairRow | Skipped:
    if isinstance(row, Skipped):
        return row
    try:
        return pair_of_row(row.value, row.location)
    except ReadError as error:
        return Skipped(location=row.location, error=str(error))


def _related(rows: Sequence[PairRow | Skipped], classifier: PairClassifier) -> Iterator[RelatedPair | Skipped]:
    relations = iter(classifier.classify([row.pair for row in rows if isinstance(row, PairRow)]))
    for row in rows:
        yield row if isinstance(row, Skipped) else RelatedPair(id=row.id, relation=next(relations))


def _readable(item: Report | Skipped) -> Report | Skipped:
    """Refuses reports in a language that the rules do not know: a wrong reading is worse than none."""
    if isinstance(item, Skipped) or item.language is None or item.language.split("-")[0].lower() in _LANGUAGES:
        return item
    return Skipped(location=item.provenance.location, error=f"is in language {item.language!r}; accord reads English (en)")


def _brief(items: Iterable[Reading | Skipped], options: Options) -> Brief:
    readings: list[Reading] = []
    skipped: list[Skipped] = []
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            readings.append(item)
    groups = [date_together(group, trained(options.tagger, options.classifier)) for group in group_readings(readings)]
    dated = {r.report.id: r for group in groups for r in group}
    stories = tell_stories(groups, faults=skipped)
    return Brief(readings=tuple(dated[r.report.id] for r in readings), stories=stories, skipped=tuple(skipped))


_REQUIRED = ("accord", "spacy", "onnxruntime", "trafilatura", "httpx2", "duckdb", "typer", "rich", "jinja2", "py3langid")


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


def _models(options: Options) -> Iterator[Component]:
    loaders: dict[str, tuple[Path | None, Callable[[Path], TokenTagger | PairClassifier]]] = {
        "attribution": (options.tagger, OnnxTagger),
        "relations": (options.classifier, OnnxPairClassifier),
    }
    for name, (path, load) in loaders.items():
        if path is not None:
            try:
                yield Component(name=f"model {name}", version=load(path).name)
            except AccordError as error:
                yield Component(name=f"model {name}", version="-", problem=str(error))


def _tables() -> Iterator[Component]:
    folder = resources.files("accord.knowledge").joinpath("data")
    for table in sorted(folder.iterdir(), key=lambda t: t.name):
        if not table.name.endswith(".md"):
            data = table.read_bytes()
            yield Component(name=f"table {table.name}", version=f"sha256 {sha256(data).hexdigest()[:12]}, {len(data) // 1024 + 1} KB")


def example_files() -> list[str]:
    """The bundled example reports, in order of their stories.

    Raises:
        UsageError: if the package was installed without them.
    """
    packaged = Path(str(resources.files("accord"))) / "examples"
    folder = packaged if packaged.is_dir() else Path(__file__).parents[2] / "examples"
    files = sorted(str(f) for f in folder.glob("*/*") if f.suffix in {".txt", ".html"})
    if not files:
        raise UsageError("the examples are not installed; reinstall accord from its wheel or a checkout")
    return files
