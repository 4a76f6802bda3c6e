"""Entities and coreference on MEANTIME (NewsReader, CC BY 4.0): who is found, and which mentions mean the same.

    python bench/coreference.py MEANTIME.jsonl [--half even|odd] [--errors]

A mention of accord and one of the gold match if they have the same head token. Recall of mentions is given for each class of
entity. A link is a pair of matched mentions of one report, counted under the kind of the later one; *pairs* are right if the gold
puts both into one cluster. *Referent* asks less and means more: of the pronouns and nominals that accord gives to an entity that is
named in the report, how many are the one that is meant. One JSON line at the end.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accord.extract.entities import find_entities
from accord.model.report import Provenance, Report, ReportId
from accord.model.sentence import ParsedReport, Sentence
from accord.model.spans import Span
from accord.parse.spacy_parser import SpacyParser

_CLASSES = ("PER", "ORG", "LOC")
_PRONOUN_TAGS = ("PRP", "PRP$", "WP", "WP$", "WDT")


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold mention with the head that the parse gives it."""

    at: tuple[int, int]
    span: Span
    cluster: str
    label: str
    kind: str


def head_token(sentence: Sentence, span: Span) -> int | None:
    """The token inside a span that hangs on one outside it; the last if there are several, as for a title and a name."""
    inside = sentence.covering(span)
    ids = {t.i for t in inside}
    tops = [t.i for t in inside if t.head not in ids or t.head == t.i]
    words = [i for i in tops if sentence.tokens[i].pos not in ("PUNCT", "DET", "ADP")] or tops
    return words[0] if words else None


def gold_mentions(row: dict[str, Any], parsed: ParsedReport) -> list[Gold]:
    """Mentions with a cluster, in order of position, the longest of one head and cluster only."""
    out: dict[tuple[tuple[int, int], str], Gold] = {}
    for e in sorted(row["entities"], key=lambda e: (e["start"], -e["end"])):
        if not e.get("class"):
            continue
        span = Span(e["start"], e["end"])
        sentence = next((s for s in parsed.sentences if s.span.contains(span)), None)
        head = head_token(sentence, span) if sentence is not None else None
        if sentence is None or head is None:
            continue
        t = sentence.tokens[head]
        kind = "pronoun" if t.tag in _PRONOUN_TAGS else "name" if t.pos == "PROPN" else "nominal"
        out.setdefault(((sentence.index, head), e["cluster"]), Gold((sentence.index, head), span, e["cluster"], e["class"], kind))
    return sorted(out.values(), key=lambda g: g.span)


@dataclass(frozen=True, slots=True)
class Match:
    """A gold mention with the entity of accord at its head."""

    gold: Gold
    entity: str
    how: str
    words: str


def matches(golds: Sequence[Gold], parsed: ParsedReport) -> list[Match]:
    """Gold mentions that accord found; of two gold mentions with one head the one whose span fits better."""
    at: dict[tuple[int, int], list[Gold]] = {}
    for g in golds:
        at.setdefault(g.at, []).append(g)
    out = []
    for e in find_entities(parsed, parsed.report.published):
        for m in e.mentions:
            here = at.get((m.sentence, m.head))
            if here:
                best = min(here, key=lambda g: abs(len(g.span) - len(m.span)))
                out.append(Match(best, e.id, m.how, m.span.of(parsed.report.text)))
    return sorted(out, key=lambda x: x.gold.span)


def referents(found: Sequence[Match]) -> Iterator[tuple[Match, str]]:
    """Pronouns and nominals with the gold cluster that the names of their entity mostly have."""
    names: dict[str, Counter[str]] = {}
    for m in found:
        if m.gold.kind == "name":
            names.setdefault(m.entity, Counter())[m.gold.cluster] += 1
    for m in found:
        if m.gold.kind != "name" and m.entity in names:
            yield m, names[m.entity].most_common(1)[0][0]


def measure(rows: Sequence[dict[str, Any]], parses: dict[str, ParsedReport], *, errors: bool) -> dict[str, Any]:
    """All figures over the reports given."""
    mentions: Counter[tuple[str, str]] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    meant: Counter[tuple[str, str]] = Counter()
    for row in rows:
        parsed = parses[row["doc_id"]]
        golds = gold_mentions(row, parsed)
        found = matches(golds, parsed)
        at = {m.gold.at for m in found}
        for g in golds:
            mentions[g.label, "gold"] += 1
            mentions[g.label, "found"] += g.at in at
            mentions[g.label + "." + g.kind, "gold"] += 1
            mentions[g.label + "." + g.kind, "found"] += g.at in at
            meant[g.kind, "gold"] += g.label in _CLASSES
        for k, later in enumerate(found):
            for earlier in found[:k]:
                same, said = later.gold.cluster == earlier.gold.cluster, later.entity == earlier.entity
                kind = later.gold.kind
                pairs[kind, "right"] += same and said
                pairs[kind, "said"] += said
                pairs[kind, "gold"] += same
                if errors and kind == "name" and same != said and earlier.gold.kind == "name":
                    print(row["doc_id"], "apart" if same else "JOINED", repr(earlier.words), repr(later.words), sep="\t")
        for m, cluster in referents(found):
            meant[m.gold.kind, "said"] += 1
            meant[m.gold.kind, "right"] += cluster == m.gold.cluster
            if errors and cluster != m.gold.cluster:
                print(row["doc_id"], "WRONG " + m.gold.kind, m.words, m.gold.at, cluster, m.gold.cluster, sep="\t")
    labels = [x for x in dict.fromkeys(k for k, _ in sorted(mentions)) if x.partition(".")[0] in _CLASSES]
    return {
        "mention_recall": {x: _share(mentions[x, "found"], mentions[x, "gold"]) for x in labels},
        "pairs": {k: _scores(pairs, k) for k in ("name", "nominal", "pronoun")},
        "referent": {
            k: {"precision": _share(meant[k, "right"], meant[k, "said"]), "said": meant[k, "said"], "gold": meant[k, "gold"]}
            for k in ("nominal", "pronoun")
        },
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _scores(counts: Counter[tuple[str, str]], kind: str) -> dict[str, float]:
    return {
        "precision": _share(counts[kind, "right"], counts[kind, "said"]),
        "recall": _share(counts[kind, "right"], counts[kind, "gold"]),
        "links": counts[kind, "gold"],
    }


def parse_all(rows: Sequence[dict[str, Any]]) -> dict[str, ParsedReport]:
    """Parses by id of the document."""
    reports = [
        Report(id=ReportId(r["doc_id"]), text=r["text"], provenance=Provenance(kind="file", location=r["doc_id"], digest="")) for r in rows
    ]
    return {str(p.report.id): p for p in SpacyParser().parse(reports) if isinstance(p, ParsedReport)}


def main() -> int:
    """Prints the figures of all reports, or of every second one."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("meantime", type=Path)
    ap.add_argument("--half", choices=("even", "odd"), help="every second document only, counted from 0")
    ap.add_argument("--errors", action="store_true", help="list wrong and missing links")
    a = ap.parse_args()
    rows = [json.loads(line) for line in a.meantime.read_text(encoding="utf-8").strip().split("\n")]
    if a.half:
        rows = rows[a.half == "odd" :: 2]
    parses = parse_all(rows)
    json.dump(measure([r for r in rows if r["doc_id"] in parses], parses, errors=a.errors), sys.stdout)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
