"""Reports a second for each stage and for the whole, and the ratio to a plain spaCy pass over the same text.

    python bench/speed.py REPORTS.jsonl [--limit N]

One process, one thread. Memory is the peak of the process. The plain pass is `nlp.pipe` with the same pipeline over whole texts.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import spacy

from accord.archive import Options, read_batch, trained
from accord.extract import attribution, dating, entities, events, places, quantities, times
from accord.extract.close_reading import read_closely
from accord.extract.modality import judge_sentence
from accord.knowledge.cities import cased_names
from accord.model.reading import Reading
from accord.model.report import Report
from accord.model.sentence import ParsedReport
from accord.model.trained import TrainedModels
from accord.parse.spacy_parser import DEFAULT_PIPELINE, SpacyParser
from accord.read.fetch import HttpFetcher
from accord.read.inputs import read_inputs
from accord.reconcile.reconcile import reconcile
from accord.views.contract import dumps, report_json

Seconds = dict[str, float]


@contextmanager
def timed(seconds: Seconds, name: str) -> Iterator[None]:
    """Adds the time of the block to `seconds[name]`."""
    start = time.perf_counter()
    yield
    seconds[name] = seconds.get(name, 0.0) + time.perf_counter() - start


def plain_pass(texts: Sequence[str]) -> tuple[float, int]:
    """Seconds and words of a plain spaCy pass over whole texts, once it is warm: what accord is measured against."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    for _ in nlp.pipe(texts[:4]):
        pass
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return time.perf_counter() - start, words


def extract(parsed: ParsedReport, seconds: Seconds, models: TrainedModels) -> None:
    """Each stage of the close reading, timed; the same order as `read_closely`."""
    report, sentences = parsed.report, parsed.sentences
    with timed(seconds, "extract.times"):
        mentions = times.find_times(sentences)
    with timed(seconds, "extract.dating"):
        when = dating.date_report(report, sentences, mentions)
    with timed(seconds, "extract.times"):
        expressions = times.resolve_times(mentions, when, sentences)
    with timed(seconds, "extract.entities"):
        actors = entities.find_entities(parsed, when)
    with timed(seconds, "extract.quantities"):
        counts = quantities.find_quantities(sentences)
    with timed(seconds, "extract.places"):
        where = places.find_places(parsed, actors)
    with timed(seconds, "extract.attribution"):
        said = attribution.find_attributions(report, sentences, actors, models.tagger)
    with timed(seconds, "extract.modality"):
        for sentence in sentences:
            judge_sentence(sentence)
    with timed(seconds, "extract.events"):
        events.code_events(
            events.EventSource(
                report=report, sentences=sentences, entities=actors, times=expressions, places=where,
                quantities=counts, attributions=said, published=when,
            ),
            models.classifier,
        )  # fmt: skip


def measure(path: str, limit: int | None) -> tuple[Seconds, list[Report], int]:
    """Seconds for each stage, the reports, and the number of words."""
    seconds: Seconds = {}
    with timed(seconds, "read"):
        reports = [r for r in islice(read_inputs([path], HttpFetcher()), limit) if isinstance(r, Report)]
    texts = [r.text for r in reports]
    parser = SpacyParser(DEFAULT_PIPELINE, cased_names)
    list(parser.parse(reports[:1]))
    options = Options()
    models = trained(options.tagger, options.classifier)
    read_closely(next(p for p in parser.parse(reports[:1]) if isinstance(p, ParsedReport)))
    seconds["plain spaCy"], words = plain_pass(texts)
    with timed(seconds, "parse"):
        parsed = [p for p in parser.parse(reports) if isinstance(p, ParsedReport)]
    for one in parsed:
        extract(one, seconds, models)
    del parsed
    with timed(seconds, "whole read"):
        readings = [x for i in range(0, len(reports), 16) for x in read_batch(options, tuple(reports[i : i + 16]))]
    good = [r for r in readings if isinstance(r, Reading)]
    with timed(seconds, "views.json"):
        for r in good:
            dumps(report_json(r))
    with timed(seconds, "reconcile"):
        for i in range(0, len(good), 3):
            reconcile(good[i : i + 3])
    return seconds, reports, words


def main(say: Callable[[str], object] = print) -> int:
    """Prints the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("reports", help="JSONL of reports with id and text")
    ap.add_argument("--limit", type=int, default=None)
    a = ap.parse_args()
    seconds, reports, words = measure(a.reports, a.limit)
    plain = seconds["plain spaCy"]
    say(f"{len(reports)} reports, {words} words, plain spaCy {words / plain:.0f} words/s")
    say(f"{'stage':22} {'seconds':>8} {'reports/s':>10} {'of plain spaCy time':>20}")
    for name, s in seconds.items():
        say(f"{name:22} {s:8.2f} {len(reports) / s if s else 0:10.1f} {s / plain:20.3f}")
    whole = seconds["whole read"] + seconds["views.json"]
    compared = whole + seconds["reconcile"]
    say(f"whole `accord read` runs at {plain / whole:.2f} of the speed of plain spaCy; with comparing, {plain / compared:.2f}")
    say(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
