"""Seconds from a cold start, as a user waits: `accord --help`, and `accord brief` on the reports given.

python bench/startup.py REPORT REPORT [--runs 5]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time


def clock(arguments: list[str], runs: int) -> list[float]:
    """Wall-clock seconds of each run of the command in a process of its own."""
    out = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "accord.apps.cli", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        out.append(time.perf_counter() - start)
    return out


def main() -> int:
    """Prints minimum, median and maximum of each command."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("reports", nargs="+")
    ap.add_argument("--runs", type=int, default=5)
    a = ap.parse_args()
    for name, arguments in (("accord --help", ["--help"]), ("accord brief", ["brief", *a.reports])):
        s = clock(arguments, a.runs)
        print(f"{name:14} min {min(s):.2f} s  median {statistics.median(s):.2f} s  max {max(s):.2f} s  ({a.runs} runs)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
