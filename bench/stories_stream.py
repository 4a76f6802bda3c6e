"""The cost of a report in a stream of stories: seconds and peak memory at several sizes, and the exponent of the total between them.

    python bench/stories_stream.py PATHS... [--sizes 1000 10000 100000] [--compare-up-to 10000] [--kept READINGS.pkl]

PATHS are JSONL files of reports. They are read once, by rules alone, and grouped into stories. Then the stories are told again and again
until there are as many reports as asked for, each time with other names of people, bodies and places, other numbers and other days, the
same throughout a story. A text comes again only after twice the window, so that its variants do not meet; so many reports come every day.

Each size runs in a process of its own. Seconds are those of the processor (another job on the machine does not count), without the making
of the reports: `profile` and `group` are what `accord stories` does for each report, `compare` lays each story side by side. Above
`--compare-up-to` stories are only grouped. Memory is the peak of the process; `base` is what it was before the first report came.
"""

from __future__ import annotations

import argparse
import gc
import heapq
import math
import multiprocessing
import os
import pickle
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from itertools import count, groupby
from pathlib import Path

from accord.archive import Archive, Options
from accord.model.reading import Entity, Event, Place, Quantity, Reading, TimeExpression
from accord.model.report import Published, ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import DateBasis, EntityKind
from accord.reconcile.profiles import Profile, publication
from accord.reconcile.reconcile import group_readings, tell_stories
from accord.reconcile.segments import itemized
from accord.reconcile.spread import completed, representatives
from accord.reconcile.stories import WINDOW, follow
from accord.stages import comparer

SIZES = (1_000, 10_000, 100_000)
START = date(1900, 1, 1)
LONGEST = 20  # days from the first to the last report of a made story
STEPS = ("make", "profile", "group", "compare")
MB = 1e6


@dataclass(frozen=True, slots=True)
class Told:
    """A report of a story to be told again.

    Attributes:
        after: Days from the first report of the story.
        names: Of each sentence, the indexes of the tokens that vary.
    """

    reading: Reading
    after: int
    first: date | None
    names: tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """One made report: the base story and report that it is of, how many times the story was told before, and its day."""

    story: int
    report: int
    copy: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one size took."""

    size: int
    stories: int
    compared: bool
    seconds: dict[str, float]
    base_mb: float
    peak_mb: float

    @property
    def total(self) -> float:
        """Seconds of all that counts."""
        return sum(s for what, s in self.seconds.items() if what != "make")


# --- base stories -----------------------------------------------------------------------------------------------------------------------


def read_base(paths: list[str], kept: str) -> int:
    """Reads the reports and keeps their readings in a file; how many there are."""
    found = [r for r in Archive(Options(tagger=None, classifier=None)).read(paths) if isinstance(r, Reading)]
    Path(kept).write_bytes(pickle.dumps(found))
    return len(found)


def base_stories(readings: Sequence[Reading]) -> list[list[Told]]:
    """Stories in an order of their own, each with its reports and how many days after the first each came."""
    out = []
    for group in group_readings(readings):
        days = [publication(r.published)[0] for r in group]
        first = min((d for d in days if d), default=None)
        out.append(
            [Told(r, min(LONGEST, (d - first).days) if d and first else 0, first, _varying(r)) for r, d in zip(group, days, strict=True)]
        )
    return sorted(out, key=lambda story: story[0].reading.report.provenance.digest)


def _varying(reading: Reading) -> tuple[frozenset[int], ...]:
    rows: dict[int, set[int]] = defaultdict(set)
    spans = [(m.sentence, m.span) for e in reading.entities if e.kind is not EntityKind.STATE for m in e.mentions if m.how == "name"]
    spans += [(p.sentence, p.span) for p in reading.places if p.kind != "state"]
    for sentence, span in spans:
        rows[sentence].update(t.i for t in reading.sentences[sentence].covering(span) if t.pos == "PROPN")
    for s in reading.sentences:
        rows[s.index].update(t.i for t in s if t.text.isdigit())
    return tuple(frozenset(rows[k]) for k in range(len(reading.sentences)))


# --- variants ---------------------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def cipher(story: int, copy: int) -> dict[int, str]:
    """Other letters for letters and digits for digits, vowels for vowels, so that a name stays as long as it was and looks like one."""
    chance = random.Random(f"{story} {copy}")  # noqa: S311 - no secret
    table: dict[str, str] = {}
    for letters in ("aeiou", "bcdfghjklmnpqrstvwxyz", "123456789"):
        others = "".join(chance.sample(letters, len(letters)))
        table |= dict(zip(letters + letters.upper(), others + others.upper(), strict=True))
    return str.maketrans(table)


def vary(told: Told, key: Key, *, whole: bool) -> Reading:
    """The report with other names, numbers and days; without `whole`, only what it is grouped by."""
    table, reading = cipher(key.story, key.copy), told.reading
    shift = (key.day - timedelta(days=told.after) - told.first).days if told.first else 0
    sentences = tuple(_sentence(s, names, table) for s, names in zip(reading.sentences, told.names, strict=True))
    times = {t: _time(t, shift) for t in reading.times}
    places = {p: replace(p, name=p.name.translate(table)) if p.kind != "state" else p for p in reading.places}
    amounts = {q: _amount(q, table) for q in reading.quantities}
    digest = sha256(f"{reading.report.provenance.digest} {key.copy}".encode()).hexdigest()
    day = key.day.isoformat()
    published = Published(earliest=day, latest=day, basis=DateBasis.STATED)
    report = replace(
        reading.report, id=ReportId(f"{reading.report.id}~{key.copy}"), published=published,
        provenance=replace(reading.report.provenance, digest=f"sha256:{digest}"),
        text=_text(reading.report.text, reading.sentences, told.names, table) if whole else reading.report.text,
    )  # fmt: skip
    statements = reading.statements
    if whole:
        statements = tuple(replace(s, event=_event(s.event, times, places, amounts)) for s in statements)
    return replace(
        reading, report=report, sentences=sentences, published=published, times=tuple(times.values()), statements=statements,
        entities=tuple(_entity(e, table) for e in reading.entities), quantities=tuple(amounts.values()), places=tuple(places.values()),
    )  # fmt: skip


def _sentence(sentence: Sentence, names: frozenset[int], table: dict[int, str]) -> Sentence:
    if not names:
        return sentence
    tokens = list(sentence.tokens)
    for k in names:
        t = tokens[k]
        tokens[k] = Token(
            t.i, t.start, t.end, t.text.translate(table), t.lemma.translate(table), t.pos, t.tag, t.dep, t.head, t.ner, t.ner_begins
        )  # fmt: skip
    return replace(sentence, tokens=tuple(tokens))


def _text(text: str, sentences: Sequence[Sentence], names: Sequence[frozenset[int]], table: dict[int, str]) -> str:
    out = list(text)
    for s, marked in zip(sentences, names, strict=True):
        for k in marked:
            span: Span = s.tokens[k].span
            out[span.start : span.end] = span.of(text).translate(table)
    return "".join(out)


def _time(t: TimeExpression, shift: int) -> TimeExpression:
    try:
        day = date.fromisoformat(t.value[:10]) + timedelta(days=shift)
    except (ValueError, OverflowError):
        return t
    return replace(t, value=day.isoformat() + t.value[10:])


def _amount(q: Quantity, table: dict[int, str]) -> Quantity:
    if not q.exact or q.ordinal:
        return q
    new = float(f"{q.exact:.0f}".translate(table))
    ratio = new / q.exact
    return replace(q, exact=new, low=None if q.low is None else q.low * ratio, high=None if q.high is None else q.high * ratio)


def _entity(e: Entity, table: dict[int, str]) -> Entity:
    if e.kind is EntityKind.STATE:
        return e
    return replace(e, name=e.name.translate(table), aliases=tuple(a.translate(table) for a in e.aliases), offices=(), code=None)


def _event(
    event: Event, times: dict[TimeExpression, TimeExpression], places: dict[Place, Place], amounts: dict[Quantity, Quantity]
) -> Event:
    when, where = event.time, event.place
    return replace(
        event, time=times.get(when, when) if when else None, place=places.get(where, where) if where else None,
        quantities=tuple(amounts.get(q, q) for q in event.quantities),
    )  # fmt: skip


def stream(stories: Sequence[Sequence[Told]], size: int) -> Iterator[Key]:
    """So many reports in order of days, as many every day; the base stories come one after the other, again and again."""
    rate = max(1, sum(map(len, stories)) // (2 * WINDOW.days))
    waiting: list[tuple[date, int, Key]] = []
    begun = done = 0
    for turn in count():
        story, copy = turn % len(stories), turn // len(stories)
        start = START + timedelta(days=begun // rate)
        while waiting and waiting[0][0] < start:
            yield heapq.heappop(waiting)[2]
            done += 1
            if done == size:
                return
        for number, told in enumerate(stories[story]):
            day = start + timedelta(days=told.after)
            heapq.heappush(waiting, (day, begun, Key(story, number, copy, day)))
            begun += 1


# --- a run ------------------------------------------------------------------------------------------------------------------------------


class Clock:
    """Seconds of the processor by what they were spent on; what is measured inside another measurement does not count there."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    @contextmanager
    def on(self, what: str) -> Iterator[None]:
        """Measures what is done inside."""
        start = time.process_time()
        self._inner.append(0.0)
        try:
            yield
        finally:
            gone = time.process_time() - start
            self.seconds[what] += gone - self._inner.pop()
            self._inner[-1] += gone


def run(kept: str, size: int, compare: bool, model: Path | None = None) -> Run:
    """Makes, groups and (with `compare`) compares so many reports, with the model of a file if one is named."""
    stories = base_stories(pickle.loads(Path(kept).read_bytes()))  # noqa: S301 - our own file
    gc.collect()
    _forget_peak()
    base = _peak("VmRSS")
    clock, told = Clock(), 0

    def made(key: Key, *, whole: bool) -> Reading:
        with clock.on("make"):
            return vary(stories[key.story][key.report], key, whole=whole)

    def profiles() -> Iterator[list[tuple[Key, Profile]]]:
        for _, keys in groupby(stream(stories, size), key=lambda k: k.day):
            day = []
            for key in keys:
                reading = made(key, whole=False)
                with clock.on("profile"):
                    day.append((key, itemized(reading)))
            yield day

    groups = follow(profiles())
    while True:
        with clock.on("group"):
            group = next(groups, None)
        if group is None:
            break
        told += 1
        if compare:
            readings = [made(key, whole=True) for key in group]
            with clock.on("compare"):
                (story,) = tell_stories([representatives(readings)], None, comparer(model))
                completed(story, readings)
    return Run(size=size, stories=told, compared=compare, seconds=dict(clock.seconds), base_mb=base, peak_mb=_peak())


def _peak(field: str = "VmHWM") -> float:
    """Peak memory of this process in MB, by another field what it has now; elsewhere than on Linux always the peak."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not `ru_maxrss`, which would count that of the process that started this one, too.
        line = next(line for line in status.read_text().splitlines() if line.startswith(field))
        return int(line.split()[1]) * 1024 / MB
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB


def _forget_peak() -> None:
    """Lets the peak begin anew, so that the reading of the base does not hide what comes."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def exponent(a: Run, b: Run) -> float:
    """By which power of the number of reports the cost of what both did grew."""
    shared = [what for what in a.seconds if what in b.seconds and what != "make"]
    x, y = (sum(r.seconds[w] for w in shared) for r in (a, b))
    return math.log(y / x) / math.log(b.size / a.size)


def main(say: Callable[[str], object] = print) -> int:
    """Prints a line for each size."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("paths", nargs="+", help="JSONL of reports with id and text")
    ap.add_argument("--sizes", nargs="+", type=int, default=list(SIZES), help="reports of each run")
    ap.add_argument("--compare-up-to", type=int, default=10_000, help="larger sizes are only grouped (10000)")
    ap.add_argument("--comparer", type=Path, help="model file that compares passages; without it, the rules compare alone")
    ap.add_argument("--kept", type=Path, help="file of readings, made if absent, for the next time")
    a = ap.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    heads = ("stories", *STEPS, "ms each", "base MB", "peak MB", "exponent")
    say(f"{'reports':>8}" + "".join(f"{head:>9}" for head in heads))
    with tempfile.TemporaryDirectory() as folder:
        kept = a.kept or Path(folder, "readings.pkl")
        # Every step in a process of its own, so that none sees the memory of another.
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1) as pool:
            if not kept.exists():
                pool.submit(read_base, a.paths, str(kept)).result()
            before: Run | None = None
            for size in a.sizes:
                r = pool.submit(run, str(kept), size, size <= a.compare_up_to, a.comparer).result()
                grown = f"{exponent(before, r):9.2f}" if before else ""
                each = "".join(f"{1000 * r.seconds[w] / size:9.2f}" if w in r.seconds else f"{'-':>9}" for w in STEPS)
                say(f"{size:8}{r.stories:9}{each}{1000 * r.total / size:9.2f}{r.base_mb:9.0f}{r.peak_mb:9.0f}{grown}")
                before = r
    return 0


if __name__ == "__main__":
    sys.exit(main())
