"""Modality of gold event mentions against MEANTIME's factuality layer.

    python bench/factuality.py MEANTIME.jsonl [--errors even|odd|all]

Each gold event mention that carries factuality is judged at its head token, verb or noun and whatever its type. `GOLD_LABEL` and
`ACCEPTED` are the mapping; it was written from the meaning of MEANTIME's attributes before any score was seen.

MEANTIME (Minard et al. 2016; guidelines Tonelli et al., NWR-2014-2-2) gives a mention three attributes from its source's view, and a
special case: certainty (CERTAIN, PROBABLE, POSSIBLE, UNDERSPECIFIED), polarity (POS, NEG, UNDERSPECIFIED), time (FUTURE, NON_FUTURE,
UNDERSPECIFIED), COND_IF_CLAUSE, COND_MAIN_CLAUSE or GEN. accord has one value. Rows of the mapping, the first that fits decides:

| MEANTIME                                   | accord        | why
| COND_IF_CLAUSE, COND_MAIN_CLAUSE           | conditional   | both halves of a condition are conditional in accord
| polarity NEG                               | denied        | it did not or will not happen, however sure the source is
| certainty not CERTAIN, or polarity unknown | possible      | left open; accord's `requested` has no counterpart and is folded in here
| time FUTURE                                | planned       | the source is sure of what is yet to come
| else (also GEN)                            | asserted      | told as a fact; what is told in general is still told

The strict reading takes just that value. The consistent one also accepts a value where the two schemes cut differently: a future that is
not certain fits `planned`, `possible` and `requested`; a certain future fits `requested`, since whoever asks looks ahead and MEANTIME
does not mark asking. Mentions without factuality (they came with the corpus-level pass) are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from accord.extract.modality import judge_modality
from accord.model.report import Provenance, Report, ReportId
from accord.model.sentence import ParsedReport, Sentence
from accord.model.spans import Span
from accord.model.vocabulary import Modality
from accord.parse.spacy_parser import SpacyParser

Row = dict[str, Any]
LABELS = (Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.DENIED)
_UNSURE = ("PROBABLE", "POSSIBLE", "UNDERSPECIFIED")


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold mention with the gold value, all values that fit it, and accord's."""

    gold: Modality
    fitting: frozenset[Modality]
    found: Modality
    word: str
    context: str


def gold_label(event: Row) -> Modality:
    """The one accord value of a mention's factuality; the table above, row by row."""
    if (event.get("special_cases") or "").startswith("COND"):
        return Modality.CONDITIONAL
    if event["polarity"] == "NEG":
        return Modality.DENIED
    if event["certainty"] in _UNSURE or event["polarity"] == "UNDERSPECIFIED":
        return Modality.POSSIBLE
    return Modality.PLANNED if event["time"] == "FUTURE" else Modality.ASSERTED


def fitting_labels(event: Row) -> frozenset[Modality]:
    """All accord values that do not contradict a mention's factuality."""
    gold = gold_label(event)
    if gold is Modality.POSSIBLE:
        return frozenset((gold, Modality.REQUESTED, *([Modality.PLANNED] if event["time"] == "FUTURE" else [])))
    return frozenset((gold, Modality.REQUESTED)) if gold is Modality.PLANNED else frozenset((gold,))


def head_token(sentences: Iterable[Sentence], start: int, end: int) -> tuple[Sentence, int] | None:
    """The token of a span whose own head lies outside it; None where the parse has no token there."""
    for s in sentences:
        if s.span.start < end and s.span.end > start:
            tokens = s.covering(Span(start, end))
            inside = {t.i for t in tokens}
            if tokens:
                return s, next((t.i for t in tokens if t.head not in inside or t.head == t.i), tokens[0].i)
    return None


def judge(articles: list[Row]) -> Iterator[tuple[int, Judged]]:
    """The judged mentions of each article, with the article's number."""
    reports = [
        Report(id=ReportId(a["doc_id"]), text=a["text"], provenance=Provenance(kind="file", location=a["doc_id"], digest=""))
        for a in articles
    ]
    for n, (article, parsed) in enumerate(zip(articles, SpacyParser().parse(reports), strict=True)):
        if not isinstance(parsed, ParsedReport):
            continue
        for event in article["events"]:
            if not (event.get("certainty") and event.get("polarity") and event.get("time")):
                continue
            at = head_token(parsed.sentences, event["start"], event["end"])
            found = judge_modality(*at) if at else Modality.ASSERTED
            context = article["text"][max(0, event["start"] - 90) : event["end"] + 60].replace("\n", " ")
            yield n, Judged(gold_label(event), fitting_labels(event), found, event["text"], context)


def _share(hits: int, of: int) -> float:
    return round(hits / of, 3) if of else 0.0


def _f1(hits: int, predicted: int, gold: int) -> float:
    return round(2 * hits / (predicted + gold), 3) if predicted + gold else 0.0


def figures(rows: list[Judged], *, always_asserted: bool = False) -> dict[str, float]:
    """Accuracy in both readings, and how the mentions that are not plainly asserted fare."""
    found = [Modality.ASSERTED if always_asserted else r.found for r in rows]
    folded: list[Modality] = [Modality.POSSIBLE if f is Modality.REQUESTED else f for f in found]
    strict = [f is r.gold for f, r in zip(folded, rows, strict=True)]
    fits = [f in r.fitting for f, r in zip(found, rows, strict=True)]
    other = [r.gold is not Modality.ASSERTED for r in rows]
    marked = [f is not Modality.ASSERTED for f in found]
    n_other, n_marked = sum(other), sum(marked)
    by_label = [
        _f1(sum(f is r.gold is label for f, r in zip(folded, rows, strict=True)), folded.count(label), sum(r.gold is label for r in rows))
        for label in LABELS
    ]
    return {
        "n": len(rows),
        "n_not_asserted": n_other,
        "accuracy": _share(sum(strict), len(rows)),
        "accuracy_consistent": _share(sum(fits), len(rows)),
        "not_asserted.accuracy": _share(sum(a and b for a, b in zip(strict, other, strict=True)), n_other),
        "not_asserted.accuracy_consistent": _share(sum(a and b for a, b in zip(fits, other, strict=True)), n_other),
        "not_asserted.f1": _f1(sum(a and b for a, b in zip(strict, other, strict=True)), n_marked, n_other),
        "not_asserted.f1_consistent": _f1(sum(a and b for a, b in zip(fits, other, strict=True)), n_marked, n_other),
        "not_asserted.detected_f1": _f1(sum(a and b for a, b in zip(marked, other, strict=True)), n_marked, n_other),
        "macro_f1": round(sum(by_label) / len(by_label), 3),
    }


def confusion(rows: list[Judged]) -> str:
    """Gold values down, accord's across."""
    counts = Counter((r.gold, r.found) for r in rows)
    lines = ["gold \\ found".ljust(14) + "".join(str(m).rjust(13) for m in Modality)]
    lines += [str(g).ljust(14) + "".join(str(counts[g, m]).rjust(13) for m in Modality) for g in LABELS]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Prints figures for even, odd and all articles, and the confusion table; the last line is JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("meantime", type=Path)
    parser.add_argument("--errors", choices=["even", "odd", "all"], help="also print the mentions that do not fit")
    args = parser.parse_args(arguments)
    if not args.meantime.exists():
        print(f"{args.meantime} is absent: nothing measured")
        return 0
    judged = list(judge([json.loads(line) for line in args.meantime.read_text(encoding="utf-8").strip().split("\n")]))
    halves = {"even": [r for n, r in judged if n % 2 == 0], "odd": [r for n, r in judged if n % 2], "all": [r for _, r in judged]}
    for row in halves.get(args.errors or "", []):
        if row.found not in row.fitting:
            print(f"{row.gold:12}{row.found:12}{row.word:16} … {row.context}")
    out = {}
    for name, rows in halves.items():
        out[name] = {"accord": figures(rows), "always_asserted": figures(rows, always_asserted=True)}
        print(f"\n{name}: {confusion(rows)}")
        for key, value in out[name]["accord"].items():
            print(f"  {key:36}{value:9}   always asserted {out[name]['always_asserted'][key]}")
    print(json.dumps(out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
