"""Annotated stories, labelled pairs and contrast sets -> pairs of passages with what the annotators said of them.

Annotated by the project's rule of what a finding is: `findings.jsonl` here (real reports of SHARED, as offsets), the stories written for
this (`stories/`), those of SHARED. Pairs of sentences of real reports judged by themselves, in part of the same stories as a second reader:
`labels.jsonl`; agreements of theirs edited to differ: `edits.jsonl`. See README.md beside this file.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.archive import Archive
from accord.model.passages import Passage
from accord.model.reading import Reading
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Attendance
from accord.reconcile.order import sort_key
from accord.reconcile.passages import nearest, passages_of

HERE = Path(__file__).parent
_DIFFERENCES, _AGREEMENTS = ("contradiction", "update"), ("equivalence", "subsumption")
_TEXTS = (
    "stories_syria/stories_dev", "stories_syria/pool_dev", "muc4/dev", "stories_muc4/stories_dev", "stories_basil/stories_dev",
    "stories_allsides/stories_dev", "fnc1/bodies_dev",
)  # fmt: skip
_LONGEST_BODY = 6000  # characters of a report of FNC-1
# How far a label says that two sentences differ, and that they agree on something central.
_SHARES = {"differ": (1.0, 0.0), "maybe": (0.5, 0.0), "agree": (0.0, 1.0), "minor": (0.0, 0.3), "tension": (0.0, 0.0), "none": (0.0, 0.0)}
_DOUBTFUL = 0.5  # a difference that an annotator called optional
_SECOND = 0.6  # weight of the one who looked at the two sentences, against the one who annotated the story
_HELD = 5  # of 16: first digit of the story's SHA-256
_LONGEST_SET = 64  # words of a sentence of a contrast set
_SET_CLOSENESS = 0.6

Vectors = Callable[[Sequence[Passage]], NDArray[np.float32]]
Marks = Sequence[tuple[int, int, str]]  # start, end, status
Carries = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences of different reports.

    Attributes:
        key: Story, then reading and sentence of either, in the order of the story; readings are -1 for what no report says.
        difference, agreement, tension: 0 to 1; what lies between is how far readers are of one mind.
        aspect: Of the finding that joins them.
        carries: For either, 1 for the words that the annotator quoted.
        closeness: Cosine of their vectors.
        near: Whether the comparison would look at them.
        looked: Whether somebody looked at these two sentences, not only at their story.
        known: Whether anything is known of them; else they are only there for a teacher to look at.
    """

    key: tuple[str, int, int, int, int]
    passages: tuple[Passage, Passage]
    difference: float
    agreement: float
    tension: float
    aspect: Aspect | None
    carries: Carries | None
    closeness: float
    near: bool
    looked: bool = False
    known: bool = True

    @property
    def story(self) -> str:
        """Id of its story."""
        return self.key[0]

    def turned(self) -> Pair:
        """The other passage first."""
        carries = None if self.carries is None else (self.carries[1], self.carries[0])
        return replace(self, passages=(self.passages[1], self.passages[0]), carries=carries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A value of an annotated finding: reading, offsets, and the value in one spelling."""

    reading: int
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An annotated finding."""

    relation: str
    aspect: Aspect
    optional: bool
    values: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a reader said of two sentences: share of difference and of agreement, tension, aspect, and where the values stand."""

    difference: float
    agreement: float
    tension: float
    aspect: Aspect | None
    values: tuple[Span, Span] | None


# Report and where its sentence begins, of either, in the order of the readings.
Place = tuple[str, int, str, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a reader said of the figures of two sentences: which were shown, and how far two of them measure one thing (others do not)."""

    shown: tuple[frozenset[Span], frozenset[Span]]
    same: Mapping[tuple[Span, Span], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story, its readings in the order of comparison.

    Attributes:
        findings: Of an annotated story.
        labels: Of pairs of its sentences.
        annotated: Whether all of it was read; else nothing is known but the labels.
    """

    id: str
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    labels: Mapping[Place, Label]
    annotated: bool = True


def is_held_out(story: str) -> bool:
    """Whether nothing may be learnt from a story: five in sixteen, by a fixed rule, of those annotated for training."""
    return int(hashlib.sha256(story.encode()).hexdigest()[0], 16) < _HELD


def fold_of(story: str, folds: int) -> int:
    """The part that a story falls into; reports of one happening annotated as several stories ("x+1", "x+2") fall together."""
    return int(hashlib.md5(story.split("+", maxsplit=1)[0].encode(), usedforsecurity=False).hexdigest(), 16) % folds


def stories(shared: Path, work: Path, *, held_out: bool = False) -> Iterator[Story]:
    """Stories with their readings, which are kept in the work folder; those held out only if asked for, and then no others.

    Reports of which only pairs were labelled come last.
    """
    told: set[str] = set()
    for story in _annotated(shared, work, held_out=held_out):
        told.add(story.id)
        yield story
    if not held_out:
        yield from _labelled(shared, work, told)


def _annotated(shared: Path, work: Path, *, held_out: bool) -> Iterator[Story]:
    yield from (s for s in _real(shared, work) if is_held_out(s.id) == held_out)
    for folder in sorted(p for p in (HERE / "stories").iterdir() if p.is_dir()):
        if is_held_out(folder.name) == held_out:
            yield _written(folder, work)
    if not held_out:
        for root in (shared / "stories", HERE.parents[1] / "tests/stories"):
            yield from (_written(p, work) for p in sorted(root.iterdir()) if (p / "gold.json").exists() and p.name != "parade-2025")
        yield from _shared_findings(shared, work)


def _real(shared: Path, work: Path) -> Iterator[Story]:
    texts = texts_of(shared)
    for gold in _rows("findings.jsonl"):
        yield _story(gold["story"], gold, [texts[r] for r in gold["reports"]], work)


def _shared_findings(shared: Path, work: Path) -> Iterator[Story]:
    texts = texts_of(shared)
    for path in sorted((shared / "data/findings").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        ids = [r["id"] if isinstance(r, dict) else r for r in gold["reports"]]
        if all(r in texts for r in ids):
            yield _story(path.stem, gold, [texts[r] for r in ids], work)


def _labelled(shared: Path, work: Path, told: Collection[str]) -> Iterator[Story]:
    reports: dict[str, dict[str, None]] = defaultdict(dict)
    for row in _label_rows():
        if row["story"] not in told and not is_held_out(row["story"]):
            reports[row["story"]] |= dict.fromkeys(row["reports"])
    texts = texts_of(shared) if reports else {}
    for story, ids in reports.items():
        readings = sorted(_readings(story, [texts[r] for r in ids], work), key=sort_key)
        yield Story(id=story, readings=tuple(readings), findings=(), labels=_labels().get(story, {}), annotated=False)


@cache
def _label_rows() -> tuple[dict[str, Any], ...]:
    return tuple(_rows("labels.jsonl"))


@cache
def _labels() -> dict[str, dict[Place, Label]]:
    """By story; of either order of the reports, for the order of the readings is not known here."""
    out: dict[str, dict[Place, Label]] = defaultdict(dict)
    for row in _label_rows():
        difference, agreement = _SHARES[row["label"]]
        aspect = Aspect(row["aspect"]) if "aspect" in row else None
        values = tuple(Span(*v) for v in row["values"]) if "values" in row else None
        for x, y in ((0, 1), (1, 0)):
            at = (row["reports"][x], row["sentences"][x][0], row["reports"][y], row["sentences"][y][0])
            quoted = (values[x], values[y]) if values else None
            tension = float(row["label"] == "tension")
            out[row["story"]][at] = Label(difference=difference, agreement=agreement, tension=tension, aspect=aspect, values=quoted)
    return out


_SAME = {"same": 1.0, "doubtful": 0.5, "near": 0.0}


@cache
def measured() -> dict[tuple[str, Place], Measured]:
    """Readers' word on figures (`figures.jsonl`), by story, of either order of the reports."""
    out: dict[tuple[str, Place], Measured] = {}
    for row in _rows("figures.jsonl"):
        shown = [[Span(*f) for f in figures] for figures in row["figures"]]
        told = [(shown[0][a], shown[1][b], share) for word, share in _SAME.items() for a, b in row.get(word, ())]
        for x, y in ((0, 1), (1, 0)):
            at = (row["reports"][x], row["sentences"][x][0], row["reports"][y], row["sentences"][y][0])
            same = {((p, q) if x == 0 else (q, p)): share for p, q, share in told}
            out[row["story"], at] = Measured((frozenset(shown[x]), frozenset(shown[y])), same)
    return out


def texts_of(shared: Path) -> dict[str, dict[str, Any]]:
    """The real reports by id, as rows that `accord read` takes."""
    rows = (r for name in _TEXTS for r in (shared / "data" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n") if r)
    out = {}
    for r in map(json.loads, rows):
        if "body_id" in r:
            out[f"fnc-b{r['body_id']}"] = {"id": f"fnc-b{r['body_id']}", "text": r["text"][:_LONGEST_BODY]}
            continue
        out[r["doc_id"]] = {
            "id": r["doc_id"], "text": r["text"], "headline": r.get("title"), "publisher": r.get("outlet"), "date_published": r.get("date")
        }  # fmt: skip
    return out


def _written(folder: Path, work: Path) -> Story:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return _story(folder.name, gold, sorted(map(str, (folder / "reports").iterdir())), work)


def _story(name: str, gold: dict[str, Any], reports: Sequence[dict[str, Any] | str], work: Path) -> Story:
    readings = sorted(_readings(name, reports, work), key=sort_key)
    at = {r.report.id: k for k, r in enumerate(readings)}
    found = []
    for f in gold["findings"]:
        values = tuple(_quoted(v, at, readings) for v in f.get("values") or f["spans"] if v["report"] in at)
        kept = tuple(v for v in values if v)
        found.append(Finding(relation=f["relation"], aspect=Aspect(f["aspect"]), optional=bool(f.get("optional")), values=kept))
    return Story(id=name, readings=tuple(readings), findings=tuple(found), labels=_labels().get(name, {}))


def _quoted(value: dict[str, Any], at: dict[Any, int], readings: Sequence[Reading]) -> Quoted | None:
    k = at[value["report"]]
    start = value["start"] if "start" in value else readings[k].report.text.find(value["quote"])
    end = value["end"] if "end" in value else start + len(value["quote"])
    spelled = re.sub(r"\W+", " ", (value.get("value") or "").lower()).strip()
    return Quoted(reading=k, start=start, end=end, value=spelled) if start >= 0 else None


def _readings(name: str, reports: Sequence[dict[str, Any] | str], work: Path) -> list[Reading]:
    """Read once and kept; read again where the rows are others than those that were read."""
    kept = work / "stories" / f"{name}.pkl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    inputs = [r for r in reports if isinstance(r, str)]
    rows = kept.with_suffix(".jsonl")
    told = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in reports if not isinstance(r, str))
    fresh = not inputs and not (rows.exists() and rows.read_text(encoding="utf-8") == told)
    if fresh:
        rows.write_text(told, encoding="utf-8")
    if fresh or not kept.exists():
        kept.write_bytes(pickle.dumps([r for r in Archive().read(inputs or [str(rows)]) if isinstance(r, Reading)]))
    found: list[Reading] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
    return found


def story_pairs(told: Iterable[Story], vectors: Vectors) -> list[Pair]:
    """Pairs that lie close by the vectors, and every pair that a finding joins."""
    return [p for story in told for p in _pairs(story, vectors)]


def _pairs(story: Story, vectors: Vectors) -> Iterator[Pair]:
    passages = [passages_of(r) for r in story.readings]
    at = [vectors(rows) if rows else np.zeros((0, 1), dtype=np.float32) for rows in passages]
    near: dict[tuple[int, int, int, int], float] = {}
    for a, b in combinations(range(len(passages)), 2):
        near |= {(a, i, b, j): c for i, j, c in nearest(at[a], at[b])}
    sentences = {id(v): _sentences(story.readings[v.reading], v) for f in story.findings for v in f.values}
    joined = {
        (x.reading, i, y.reading, j)
        for f in story.findings for x in f.values for y in f.values if x.reading < y.reading
        for i in sentences[id(x)] for j in sentences[id(y)]
        if i < len(passages[x.reading]) and j < len(passages[y.reading])
    }  # fmt: skip
    labelled = {k: story.labels[at] for k, at in _places(story, passages).items()}
    for a, i, b, j in sorted(near.keys() | joined | labelled.keys()):
        label = labelled.get((a, i, b, j))
        if label is None and not story.annotated:
            yield _unknown((story.id, a, i, b, j), (passages[a][i], passages[b][j]), near[a, i, b, j])
            continue
        said = _said(story, sentences, (a, i, b, j))
        carries = None if said.quotes is None else (_carried(passages[a][i], said.quotes[0]), _carried(passages[b][j], said.quotes[1]))
        pair = Pair(
            key=(story.id, a, i, b, j), passages=(passages[a][i], passages[b][j]), difference=said.difference, agreement=said.agreement,
            tension=said.tension, aspect=said.aspect, carries=carries, closeness=near.get((a, i, b, j), float(at[a][i] @ at[b][j])),
            near=(a, i, b, j) in near,
        )  # fmt: skip
        yield pair if label is None else _judged(pair, label, _SECOND if story.annotated else 1.0)


def _unknown(key: tuple[str, int, int, int, int], passages: tuple[Passage, Passage], closeness: float) -> Pair:
    return Pair(
        key=key, passages=passages, difference=0.0, agreement=0.0, tension=0.0, aspect=None, carries=None, closeness=closeness, near=True,
        known=False,
    )  # fmt: skip


def _places(story: Story, passages: Sequence[Sequence[Passage]]) -> dict[tuple[int, int, int, int], Place]:
    """Where the labelled pairs of sentences stand."""
    at = {(str(r.report.id), s.span.start): (k, s.index) for k, r in enumerate(story.readings) for s in r.sentences[: len(passages[k])]}
    out = {}
    for x, start, y, other in story.labels:
        left, right = at.get((x, start)), at.get((y, other))
        if left and right and left < right:
            out[*left, *right] = (x, start, y, other)
    return out


def _judged(pair: Pair, label: Label, weight: float) -> Pair:
    """What two readers think; the values are those of the one who looked at the two sentences."""
    difference = weight * label.difference + (1 - weight) * pair.difference
    agreement = weight * label.agreement + (1 - weight) * pair.agreement
    carries = pair.carries
    if label.values:
        carries = (_covered(pair.passages[0], label.values[0]), _covered(pair.passages[1], label.values[1]))
    return replace(
        pair, difference=difference, agreement=agreement, tension=weight * label.tension + (1 - weight) * pair.tension,
        aspect=label.aspect or pair.aspect, carries=carries, looked=True,
    )  # fmt: skip


@dataclass
class _Said:
    difference: float = 0.0
    agreement: float = 0.0
    tension: float = 0.0
    aspect: Aspect | None = None
    quotes: tuple[Quoted, Quoted] | None = None


def _said(story: Story, sentences: dict[int, set[int]], where: tuple[int, int, int, int]) -> _Said:
    """What the findings say of two sentences; a difference outweighs an agreement."""
    a, i, b, j = where
    out = _Said()
    for f in story.findings:
        hit = next(
            ((x, y) for x in f.values for y in f.values
             if x.reading == a and y.reading == b and i in sentences[id(x)] and j in sentences[id(y)]), None,
        )  # fmt: skip
        if hit is None:
            continue
        if f.relation in _DIFFERENCES and hit[0].value != hit[1].value:
            if f.optional:
                out.difference = out.difference or _DOUBTFUL
            elif out.difference != 1:
                out.difference, out.aspect, out.quotes = 1, f.aspect, hit
        elif f.relation in (*_AGREEMENTS, *_DIFFERENCES):  # of three values two may be the same
            out.agreement = 1
            if out.aspect is None:
                out.aspect, out.quotes = f.aspect, hit
        elif f.relation == "tension":
            out.tension = 1
    return out


def _sentences(reading: Reading, value: Quoted) -> set[int]:
    return {s.index for s in reading.sentences if s.span.start < value.end and s.span.end > value.start}


def _carried(words: Passage, value: Quoted) -> tuple[int, ...]:
    return _covered(words, Span(value.start, value.end))


def _covered(words: Passage, value: Span) -> tuple[int, ...]:
    return tuple(int(s is not None and s.overlap(value) > 0) for s in words.spans)


def set_pairs(work: Path) -> list[Pair]:
    """Pairs of the contrast sets: each sentence with the first of its set, agreement with differences, near misses with both."""
    sets = _rows("sets.jsonl")
    texts = sorted({t for s in sets for t in (s["a"], *(b["text"] for b in s["b"]))})
    rows = [{"id": str(k), "text": t, "date_published": "2012-05-17"} for k, t in enumerate(texts)]
    read = {r.report.id: r for r in _readings("sets", rows, work)}
    known = {t: read[r["id"]] for t, r in zip(texts, rows, strict=True) if r["id"] in read}
    out = []
    for number, s in enumerate(sets):
        first = {"text": s["a"], "v": s["va"], "label": "agreement"}
        agreeing = [b for b in s["b"] if b["label"] == "agreement"]
        differing = [b for b in s["b"] if b["label"] == "difference"]
        strange = [b for b in s["b"] if b["label"] == "none"]
        told = [(first, b) for b in s["b"]]
        told += [(x, y) for x in agreeing for y in (*differing, *strange[:2])] + [(x, y) for x in differing[:1] for y in strange[:2]]
        for x, y in told:
            if x["text"] in known and y["text"] in known:
                out.append(_set_pair(f"set {number}", (x, y), (known[x["text"]], known[y["text"]]), Aspect(s["aspect"])))
    return out


def _set_pair(story: str, sides: tuple[dict[str, Any], dict[str, Any]], read: tuple[Reading, Reading], aspect: Aspect) -> Pair:
    passages = (_whole(read[0]), _whole(read[1]))
    label = sides[1]["label"]
    carries: Carries | None = None
    if label != "none":
        quoted = [_quoted({"report": 0, "quote": side["v"]}, {0: 0}, [r]) for side, r in zip(sides, read, strict=True)]
        if quoted[0] and quoted[1]:
            carries = _carried(passages[0], quoted[0]), _carried(passages[1], quoted[1])
    return Pair(
        key=(story, 0, 0, 1, 0), passages=passages, difference=int(label == "difference"), agreement=int(label == "agreement"), tension=0,
        aspect=None if label == "none" else aspect, carries=carries, closeness=_SET_CLOSENESS, near=True,
    )  # fmt: skip


def edited_pairs(told: Iterable[Story], work: Path) -> list[Pair]:
    """Labelled agreements whose second sentence was edited: to differ from the first on one slot, or so that they still agree."""
    readings = {s.id: {str(r.report.id): r for r in s.readings} for s in told}
    edits = [e for e in _rows("edits.jsonl") if e["story"] in readings]
    rows = []
    for number, e in enumerate(edits):
        report = readings[e["story"]][e["reports"][1]].report
        start, end = e["sentences"][1]
        for kind in ("differ", "fit"):
            if kind in e:
                new = report.text[start : e[kind]["start"]] + e[kind]["new"] + report.text[e[kind]["end"] : end]
                rows.append({"id": f"{number} {kind}", "text": new, "date_published": report.published.earliest})
    read = {str(r.report.id): r for r in _readings("edits", rows, work)}
    out = []
    for number, e in enumerate(edits):
        first = readings[e["story"]][e["reports"][0]]
        index = next((s.index for s in first.sentences if s.span.start == e["sentences"][0][0]), None)
        for kind in ("differ", "fit"):
            if f"{number} {kind}" in read and index is not None:
                out.append(_edited(e, kind, passages_of(first)[index], read[f"{number} {kind}"], number))
    return out


def _edited(edit: dict[str, Any], kind: str, first: Passage, read: Reading, number: int) -> Pair:
    second, differs = _whole(read), kind == "differ"
    carries: Carries | None = None
    if differs:
        start = edit[kind]["start"] - edit["sentences"][1][0]
        new = Span(start, min(start + len(edit[kind]["new"]), len(read.report.text)))
        carries = _covered(first, Span(*edit[kind]["against"])), _covered(second, new)
    return Pair(
        key=(edit["story"], -1, number, -1, int(differs)), passages=(first, second),
        difference=float(differs), agreement=float(not differs), tension=0.0,
        aspect=Aspect(edit[kind]["aspect"]) if differs else None, carries=carries, closeness=_SET_CLOSENESS, near=True, looked=True,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence of a story about a gathering, and for each of its words the status of the party that it names, or None."""

    story: str
    passage: Passage
    statuses: tuple[Attendance | None, ...]


def marked_sentences(shared: Path, work: Path) -> list[Marked]:
    """Sentences in which who comes was marked, those without a mark too: of written stories (`attendance.jsonl`) and of short texts."""
    marks: dict[str, dict[str, Marks]] = defaultdict(dict)
    for row in _rows("attendance.jsonl"):
        marks[row["story"]][row["report"]] = row["marks"]
    out: list[Marked] = []
    for story in _annotated(shared, work, held_out=False):
        for reading in story.readings:
            if str(reading.report.id) in marks.get(story.id, {}):
                out += _marked(story.id, reading, marks[story.id][reading.report.id])
    texts = {f"attendance {n}": row for n, row in enumerate(_rows("attendance_texts.jsonl"))}
    rows = [{"id": name, "text": row["text"], "date_published": "2012-05-17"} for name, row in texts.items()]
    for reading in _readings("attendance_texts", rows, work):
        out += _marked(reading.report.id, reading, texts[reading.report.id]["marks"])
    return out


def _marked(story: str, reading: Reading, marks: Marks) -> Iterator[Marked]:
    here = [(Span(start, end), Attendance(status)) for start, end, status in marks]
    for passage in passages_of(reading):
        statuses = tuple(next((a for s, a in here if w is not None and w.overlap(s)), None) for w in passage.spans)
        yield Marked(story=story, passage=passage, statuses=statuses)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").split("\n") if line]


def _whole(reading: Reading) -> Passage:
    """All sentences as one passage; a set's sentence may have been split in two."""
    parts = passages_of(reading)
    words, kinds, spans = (tuple(x for p in parts for x in getattr(p, name))[:_LONGEST_SET] for name in ("words", "kinds", "spans"))
    return Passage(words, kinds, spans)
