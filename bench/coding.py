"""`accord code` on corpora of several sizes: reports a second, the ratio to a plain spaCy pass, and peak memory.

    python bench/coding.py CORPUS.jsonl... [--sizes 1000,10000] [--plain 100]

Each size is a run of the command in a process of its own, with one worker and one thread, from start to whole Parquet file; so the time
has the start of about five seconds in it. Where the corpora have fewer reports, their texts come again with other ids and another first
line. So the work is real, but names and words repeat: memory that grows with new ones shows less than it would. The plain pass is over
the first reports (`--plain`), once, and is taken to go on at its rate.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path

from accord.model.report import Report
from accord.read.fetch import HttpFetcher
from accord.read.inputs import read_inputs
from speed import plain_pass

SIZES = "1000,10000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run took."""

    seconds: float
    memory_mb: float
    told: str


def repeated(texts: list[str]) -> Iterator[dict[str, str]]:
    """Reports without end, no two alike."""
    for number, text in enumerate(cycle(texts), 1):
        yield {"id": f"r{number}", "text": f"This is report {number} of the wire.\n\n{text}"}


def code(corpus: Path, output: Path) -> Run:
    """Runs the command; memory is the peak of its process alone."""
    command = [sys.executable, "-m", "accord.apps.cli", "code", str(corpus), "-o", str(output)]
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stderr=said, env=os.environ)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines()
    if process.returncode:
        raise SystemExit(f"accord code ended with {process.returncode}: {lines[-1:]}")
    # Linux counts in kibibytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds=seconds, memory_mb=usage.ru_maxrss * unit / 1e6, told=lines[-1])


def main(say: Callable[[str], object] = print) -> int:
    """Prints a line for each size."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpora", nargs="+", help="JSONL of reports with id and text")
    ap.add_argument("--sizes", default=SIZES, help=f"reports of each run ({SIZES})")
    ap.add_argument("--plain", type=int, default=100, help="reports of the plain pass (100)")
    a = ap.parse_args()
    texts = [r.text for r in read_inputs(a.corpora, HttpFetcher()) if isinstance(r, Report)]
    # Corpora differ in the length of their reports; mixed, every size has the same share of each.
    texts.sort(key=lambda text: sha256(text.encode(errors="replace")).digest())
    sample = [row["text"] for row in islice(repeated(texts), a.plain)]
    # In a process that ends: Linux counts the peak of the parent towards a child that it starts.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        plain, words = pool.submit(plain_pass, sample).result()
    rate = sum(map(len, sample)) / plain
    say(f"{len(texts)} reports to repeat; plain spaCy {words / plain:.0f} words/s, {len(sample) / plain:.1f} reports/s")
    say(f"{'reports':>8} {'seconds':>8} {'reports/s':>10} {'of plain spaCy':>15} {'peak MB':>8}  said")
    for size in map(int, a.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            corpus = Path(folder, "corpus.jsonl")
            chars = 0
            with corpus.open("w", encoding="utf-8") as out:
                for row in islice(repeated(texts), size):
                    chars += len(row["text"])
                    out.write(json.dumps(row) + "\n")
            run = code(corpus, Path(folder, "events.parquet"))
        ratio = chars / rate / run.seconds
        say(f"{size:8} {run.seconds:8.1f} {size / run.seconds:10.2f} {ratio:15.2f} {run.memory_mb:8.0f}  {run.told.partition(': ')[0]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
