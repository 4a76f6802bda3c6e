"""Event coreference on ECB+ (Cybulska and Vossen 2014) with gold mentions: which words tell of one event, within and across reports.

    pip install scorch
    python bench/event_coreference.py SHARED --work FOLDER [--split dev|train] [--vectors FILE.npz]

Reads `data/ecbplus/{dev,train}.jsonl` of SHARED, keeps its readings in FOLDER, and links the validated event mentions of documents that
are grouped by the gold story, then by the gold topic (two stories each). Prints CoNLL F1, the mean of MUC, B-cubed and CEAFe as `scorch`
counts them over all documents, and the same of the lemma baseline: words of one lemma in one group are one event. FILE.npz holds vectors
of words in their context: `keys` ("document mention") and `vectors`, a row a key. One JSON line at the end.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from accord.archive import Archive, Options
from accord.model.reading import Reading
from accord.model.spans import Span
from accord.reconcile.coreference import between, link
from accord.reconcile.event_likeness import Matrix
from accord.reconcile.event_mentions import Mention, head, mentions_at

Label = tuple[str, str]  # document and mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Documents that are laid side by side.

    Attributes:
        topic: Of the corpus; its folds are by topic.
        mentions, labels, clusters: Of each gold mention that accord's parse has a word for: what is read there, its name, its event.
        lost: Names and events of those that it has none for; each stands alone.
        reports: Log-odds that two documents tell of one happening.
    """

    topic: int
    mentions: tuple[Mention, ...]
    labels: tuple[Label, ...]
    clusters: tuple[str, ...]
    lost: tuple[tuple[Label, str], ...]
    reports: Matrix


def rows_of(shared: Path, split: str) -> list[dict[str, Any]]:
    """Documents of a split."""
    text = (shared / f"data/ecbplus/{split}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def readings_of(rows: Sequence[Mapping[str, Any]], kept: Path) -> dict[str, Reading]:
    """Readings of the documents by rules alone, kept in a file for the next time."""
    found: list[Reading] = pickle.loads(kept.read_bytes()) if kept.exists() else []  # noqa: S301 - our own file
    if not {r["doc_id"] for r in rows} <= {r.report.id for r in found}:
        kept.parent.mkdir(parents=True, exist_ok=True)
        inputs = kept.with_suffix(".jsonl")
        fields = [{"id": r["doc_id"], "text": r["text"], "publisher": r.get("outlet"), "date_published": r.get("date_guess")} for r in rows]
        inputs.write_text("".join(json.dumps(f, ensure_ascii=False) + "\n" for f in fields), encoding="utf-8")
        archive = Archive(Options(tagger=None, classifier=None))
        found = [r for r in archive.read([str(inputs)]) if isinstance(r, Reading)]
        kept.write_bytes(pickle.dumps(found))
    return {str(r.report.id): r for r in found}


def groups_of(rows: Sequence[Mapping[str, Any]], readings: Mapping[str, Reading], by: str) -> list[Group]:
    """Documents of one story or topic together, with their validated event mentions."""
    together: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for r in rows:
        together[str(r[by])].append(r)
    return [_group(together[k], readings) for k in sorted(together)]


def _group(rows: Sequence[Mapping[str, Any]], readings: Mapping[str, Reading]) -> Group:
    mentions: list[Mention] = []
    labels: list[Label] = []
    clusters: list[str] = []
    lost: list[tuple[Label, str]] = []
    for index, row in enumerate(rows):
        reading = readings[row["doc_id"]]
        at: list[tuple[int, int]] = []
        for m in row["mentions"]:
            if m["kind"] != "event" or not m.get("validated"):
                continue
            where = _place(reading, Span(m["start"], m["end"]))
            label = (str(row["doc_id"]), str(m["mid"]))
            if where is None:
                lost.append((label, m["cluster"]))
                continue
            at.append(where)
            labels.append(label)
            clusters.append(m["cluster"])
        mentions.extend(mentions_at(reading, index, at))
    return Group(
        topic=rows[0]["topic"], mentions=tuple(mentions), labels=tuple(labels), clusters=tuple(clusters), lost=tuple(lost),
        reports=between([readings[r["doc_id"]] for r in rows]),
    )  # fmt: skip


def _place(reading: Reading, span: Span) -> tuple[int, int] | None:
    for sentence in reading.sentences:
        word = head(sentence, sentence.covering(span))
        if word is not None:
            return sentence.index, word.i
    return None


def vectors_of(path: Path | None) -> dict[Label, Matrix] | None:
    """Vectors of words by document and mention; None without a file."""
    if path is None:
        return None
    with np.load(path) as held:
        keys: list[Label] = [(k.split(" ")[0], k.split(" ")[1]) for k in held["keys"].tolist()]
        return dict(zip(keys, held["vectors"], strict=True))


def matrix(group: Group, vectors: Mapping[Label, Matrix] | None) -> Matrix | None:
    """Vectors of the mentions of a group; zeros where the file has none."""
    if vectors is None:
        return None
    width = len(next(iter(vectors.values())))
    return np.array([vectors.get(k, np.zeros(width)) for k in group.labels], dtype=np.float32).reshape(-1, width)


def by_lemma(group: Group) -> list[list[int]]:
    """The baseline: one lemma, one event."""
    found: dict[str, list[int]] = defaultdict(list)
    for k, m in enumerate(group.mentions):
        found[m.lemma].append(k)
    return list(found.values())


def conll(groups: Sequence[Group], linker: Callable[[Group], Sequence[Sequence[int]]]) -> dict[str, float]:
    """MUC, B-cubed, CEAFe and their mean over all groups, as `scorch` counts them; an event keeps its name across groups.

    Raises:
        ImportError: if `scorch` is not installed.
    """
    from scorch import scores  # type: ignore[import-not-found, unused-ignore]

    gold: dict[tuple[int, str], set[Label]] = defaultdict(set)
    said: list[set[Label]] = []
    for g in groups:
        for label, cluster in [*zip(g.labels, g.clusters, strict=True), *g.lost]:
            gold[g.topic, cluster].add(label)
        said.extend({g.labels[k] for k in members} for members in linker(g))
        said.extend({label} for label, _ in g.lost)
    events = list(gold.values())
    figures = {"muc": scores.muc(events, said)[2], "b3": scores.b_cubed(events, said)[2], "ceafe": scores.ceaf_e(events, said)[2]}
    return {k: round(float(v), 4) for k, v in {"conll": sum(figures.values()) / len(figures), **figures}.items()}


def main() -> int:
    """Prints the figures."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=Path)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--split", choices=("dev", "train"), default="dev")
    ap.add_argument("--vectors", type=Path)
    a = ap.parse_args()
    try:
        import scorch  # type: ignore[import-not-found, unused-ignore]  # noqa: F401 - asked for early: reading takes minutes
    except ImportError:
        print("the scorer is absent: pip install scorch", file=sys.stderr)
        return 2
    rows = rows_of(a.shared, a.split)
    readings = readings_of(rows, a.work / "ecb.pkl")
    vectors = vectors_of(a.vectors)
    figures = {}
    for by in ("story", "topic"):
        groups = groups_of(rows, readings, by)
        figures[f"{by}, lemma"] = conll(groups, by_lemma)
        figures[by] = conll(groups, lambda g: link(g.mentions, g.reports))
        if vectors is not None:
            figures[f"{by}, vectors"] = conll(groups, lambda g: link(g.mentions, g.reports, matrix(g, vectors)))
    for name, found in figures.items():
        print(f"{name:16} CoNLL {found['conll']:.3f}  MUC {found['muc']:.3f}  B3 {found['b3']:.3f}  CEAFe {found['ceafe']:.3f}")
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
