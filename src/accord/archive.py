"""Archive, the one object that users hold: inputs -> readings -> stories, with or without a file that keeps them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Protocol, Self, TypeVar

from accord.doctor import Component, inspect
from accord.engine.local import LocalEngine
from accord.engine.onnx_pairs import OnnxPairClassifier
from accord.engine.streams import Limited, in_batches
from accord.extract.close_reading import date_together
from accord.formats.event_table import EventTable, TableOptions
from accord.formats.pair_rows import pair_of_row
from accord.model.errors import ModelError, ReadError, UsageError
from accord.model.pairs import MarkedPair, PairClassifier, PairRelation, PairRow, RelatedPair
from accord.model.protocols import Engine, Fetcher
from accord.model.reading import Reading
from accord.model.report import Report, Skipped
from accord.model.story import Brief, Story, StoryId
from accord.read.fetch import HttpFetcher
from accord.read.inputs import count_inputs, read_inputs
from accord.read.json_rows import JsonRow, read_rows
from accord.reconcile.profiles import Profile, publication
from accord.reconcile.reconcile import group_readings, tell_stories
from accord.reconcile.segments import itemized
from accord.reconcile.spread import completed, representatives
from accord.reconcile.stories import FEW, by_day, follow
from accord.stages import SHIPPED_CLASSIFIER, Options, comparer, read_batch, readable, trained
from accord.store.duck import Store
from accord.store.export import write_parquet
from accord.store.spool import Spool

__all__ = ["Added", "Archive", "Component", "Options", "Watch", "example_files", "read_batch", "trained"]

T = TypeVar("T")

# Reports that go through the stages together: enough for the parser to batch paragraphs, few enough to keep memory flat.
_BATCH = 16
# Pairs that are classified together: enough to put those of like length beside each other.
_PAIRS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What `Archive.add` did: reports new to the archive, reports it had, and inputs that could not be read."""

    added: int
    known: int
    skipped: tuple[Skipped, ...]


class Watch(Protocol):
    """Sees items go by, such as to show how many are done."""

    def __call__(self, items: Iterable[T], total: int | None, *, what: str) -> Iterable[T]:
        """The items as they are."""
        ...


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
        return (readable(x) for x in inputs if isinstance(x, Skipped) or wanted(x))

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
            if path == SHIPPED_CLASSIFIER:
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

    def brief(self, locations: Iterable[str], *, min_score: float = 0.0) -> Brief:
        """Reads reports and lays them side by side. With an archive file, they are kept, and what it has of them is not read again.

        With an archive file and no locations, all that the archive keeps is compared.

        Args:
            locations: As for `read`.
            min_score: Findings whose score is less are left out.

        Raises:
            UsageError: if there is nothing to read, or the score is not from 0 to 1.
            StoreError: if the archive file cannot be used.
        """
        locations = self._checked(locations, min_score)
        if self.options.path is None:
            return self._brief(self.read(locations), min_score)
        with Store(self.options.path) as store:
            return self._brief(self._kept(store, locations) if locations else store.readings(), min_score)

    def stories(
        self, locations: Iterable[str] = (), *, limit: int | None = None, min_score: float = 0.0, watch: Watch | None = None
    ) -> Iterator[Story | Skipped]:
        """The stories of any number of reports, each as soon as no further report can join it; memory is that of the latest sixty days.

        Reports go through in the order of publication, whatever the order in which they come, and those without a date last. So all are
        read first: into the archive file, or into a temporary one without it. What cannot be read comes as `Skipped`.

        Args:
            locations: As for `read`; none with an archive file stands for all that it keeps.
            limit: Stop after so many stories; all, if None.
            min_score: As for `brief`.
            watch: Takes reports as they go by, with their number if it is known and what is done with them, and gives them back.

        Raises:
            UsageError, StoreError: as `brief`.
        """
        return iter(Limited(self._stories(self._checked(locations, min_score), min_score, watch or _unwatched), limit))

    def _checked(self, locations: Iterable[str], min_score: float) -> list[str]:
        if not 0 <= min_score <= 1:
            raise UsageError(f"a score is from 0 to 1, not {min_score:g}")
        locations = list(locations)
        if self.options.path is None and not locations:
            raise UsageError("no report given; name files, folders, JSONL files or URLs, or - for standard input")
        return locations

    def _stories(self, locations: list[str], min_score: float, watch: Watch) -> Iterator[Story | Skipped]:
        with ExitStack() as stack:
            path = self.options.path
            shelf = stack.enter_context(Store(path)) if path is not None else stack.enter_context(Spool())
            wanted: set[int] | None = None
            if locations:
                known = _Digests(shelf) if isinstance(shelf, Store) else ()
                wanted = set()
                for item in watch(self.read(locations, known=known), self.count(locations), what="reports read"):
                    if isinstance(item, Skipped):
                        yield item
                    else:
                        wanted.add(shelf.put(item))
                wanted |= known.met if isinstance(known, _Digests) else set()
            faults: list[Skipped] = []
            for _, story in self._tell(_groups(shelf, wanted, watch), faults, min_score):
                yield story
                yield from faults
                faults.clear()

    def _brief(self, items: Iterable[Reading | Skipped], min_score: float) -> Brief:
        readings: list[Reading] = []
        skipped: list[Skipped] = []
        for item in items:
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                readings.append(item)
        told = list(self._tell(group_readings(readings), skipped, min_score))
        dated = {r.report.id: r for group, _ in told for r in group}
        return Brief(readings=tuple(dated[r.report.id] for r in readings), stories=tuple(s for _, s in told), skipped=tuple(skipped))

    def _tell(
        self, groups: Iterable[Sequence[Reading]], faults: list[Skipped], min_score: float
    ) -> Iterator[tuple[tuple[Reading, ...], Story]]:
        """Each group, its members dated by each other, with its story; what fails in a comparison is added to `faults`."""
        models = trained(self.options.tagger, self.options.classifier)
        for number, group in enumerate(groups, start=1):
            dated = date_together(group, models)
            (story,) = tell_stories([representatives(dated)], faults, comparer(self.options.comparer))
            weighty = tuple(f for f in story.findings if f.score >= min_score)
            yield dated, replace(completed(story, dated), id=StoryId(f"s{number}"), findings=weighty)

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
            known += digests.times

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
            for result in read_batch(self.options, (readable(item),)):
                if isinstance(result, Reading):
                    store.add([result])
                yield result

    def doctor(self) -> tuple[Component, ...]:
        """What is installed, which models and tables, with versions, and what is missing."""
        files = {"attribution": self.options.tagger, "relations": self.options.classifier, "passages": self.options.comparer}
        return inspect(self.options.pipeline, files)


class _Digests(Collection[str]):
    """The digests that a store has, asked one by one.

    Attributes:
        met: Numbers of the reports that were asked for and are there.
        times: How often one was.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.met: set[int] = set()
        self.times = 0

    def __contains__(self, digest: object) -> bool:
        number = self._store.number(str(digest))
        if number is not None:
            self.met.add(number)
            self.times += 1
        return number is not None

    def __iter__(self) -> Iterator[str]:
        return (r.report.provenance.digest for r in self._store.readings())

    def __len__(self) -> int:
        return self._store.count()

    def __enter__(self) -> Self:
        return self


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


def _groups(shelf: Store | Spool, wanted: Collection[int] | None, watch: Watch) -> Iterator[tuple[Reading, ...]]:
    """Readings of one story together, loaded when they are needed: once for what tells stories apart, once for each story of theirs."""
    numbers, days = [], []
    for number, published in shelf.published():
        if wanted is None or number in wanted:
            numbers.append(number)
            days.append(publication(published)[0])
    if len(numbers) <= FEW:
        yield from group_readings([shelf.numbered(n) for n in watch(numbers, len(numbers), what="reports grouped")])
        return
    for story in follow(_profiles(shelf, [[numbers[k] for k in day] for day in by_day(days)], watch)):
        yield tuple(shelf.numbered(n) for n in story)


def _profiles(shelf: Store | Spool, days: Sequence[Sequence[int]], watch: Watch) -> Iterator[list[tuple[int, Profile]]]:
    passing = iter(watch((n for day in days for n in day), sum(map(len, days)), what="reports grouped"))
    for day in days:
        yield [(n, itemized(shelf.numbered(n))) for n in islice(passing, len(day))]
    next(passing, None)  # so that the watch sees the end


def _unwatched(items: Iterable[T], total: int | None, *, what: str) -> Iterable[T]:
    return items


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
