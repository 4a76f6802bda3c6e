"""Trains the pair classifier of `accord classify`: how a sentence relates two of its actors, and which of them acts.

    python train/relations.py fit SHARED --minilm FOLDER --mpnet FOLDER --to STUDENT.pt --work FOLDER
    python train/relations.py validate SHARED --minilm FOLDER --mpnet FOLDER --work FOLDER
    python train/relations.py export STUDENT.pt --minilm FOLDER --to relations.onnx

A large encoder (the teacher) learns from generated sentences (`events/`) and from pairs of real news labelled for accord
(`events/pairs.tsv`). A small one (the student) learns from the same, from what the teacher thinks of them and of as many unlabelled pairs
(Hinton et al. 2015), and last from PLV. `validate` repeats the last step on five folds of PLV, grouped by sentence, with three seeds.
SHARED holds the corpora; their texts are not in the repository. See docs/models.md.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import eq
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from accord.engine.pair_pieces import encode_pair
from accord.engine.wordpiece import WordPieces
from accord.knowledge.plover import quad_of_root
from accord.model.pairs import Direction, MarkedPair, Root
from accord.model.spans import Span
from encoder import Encoder, LargeEncoder
from events.generate import generate
from events.news_pairs import is_held_out, news_rows, part, read_jsonl

ROOTS = tuple(Root)
DIRECTIONS = tuple(Direction)
_LONGEST = 128


@dataclass(frozen=True, slots=True)
class Example:
    """A pair as ids of word pieces, with what is known of it.

    Attributes:
        root: Index of the root; -1 where it is not known or the two are unrelated.
        directions: Which directions it may be (forward, reversed, symmetric); all where nothing is known.
        related: 1 or 0; -1 where it is not known.
        soft: The teacher's logits (15 roots, 3 directions, related), or ().
    """

    ids: tuple[int, ...]
    source: int
    target: int
    root: int = -1
    directions: tuple[bool, bool, bool] = (True, True, True)
    related: int = -1
    soft: tuple[float, ...] = ()

    def swapped(self) -> Example:
        """The same pair with source and target exchanged; the marks themselves stay, as `turned` writes them anew."""
        forward, back, both = self.directions
        soft = self.soft
        if soft:
            soft = (*soft[:15], soft[16], soft[15], *soft[17:])
        return replace(self, directions=(back, forward, both), soft=soft)


@dataclass(frozen=True, slots=True)
class Pair:
    """Both ways to mark one pair: the network must say the same of the two."""

    forward: Example
    back: Example

    def with_soft(self, soft: Sequence[float]) -> Pair:
        """Holding what a teacher thinks of the forward way."""
        one = replace(self.forward, soft=tuple(soft))
        return Pair(one, replace(self.back, soft=one.swapped().soft))


# ---------------------------------------------------------------- examples


def pair(row: dict[str, Any], pieces: WordPieces) -> Pair:
    """A row with `text`, `source_spans`, `target_spans` and perhaps `root`, `directions`, `related`, marked both ways."""
    marked = MarkedPair(
        text=row["text"],
        source=tuple(Span(*s) for s in row["source_spans"]),
        target=tuple(Span(*s) for s in row["target_spans"]),
    )
    one = encode_pair(marked, pieces, longest=_LONGEST)
    other = encode_pair(replace(marked, source=marked.target, target=marked.source), pieces, longest=_LONGEST)
    root = ROOTS.index(Root(row["root"])) if row.get("root") else -1
    example = Example(one.ids, one.source, one.target, root, row.get("directions", (True,) * 3), row.get("related", -1))
    turned = replace(example.swapped(), ids=other.ids, source=other.source, target=other.target)
    return Pair(example, turned)


def plv_rows(path: Path) -> list[dict[str, Any]]:
    """PLV, for its roots only: the actor that acts comes first in 96 rows of 100, and all pairs are related, which would be learnt too."""
    return [{**row, "root": row["gold_root"], "group": row["sentence_id"]} for row in read_jsonl(path)]


def told(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose direction is one word (or None) -> the same with the mask of directions."""
    directions = tuple(d == row["direction"] for d in DIRECTIONS) if row["direction"] else (True,) * 3
    return {**row, "directions": directions, "related": int(row["related"])}


# ---------------------------------------------------------------- networks


class PairNetwork(nn.Module):
    """An encoder, and one linear layer over its states at both marks and their mean over the sentence: 15 + 3 + 1 logits."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(3 * width, len(ROOTS) + len(DIRECTIONS) + 1)

    def forward(self, pieces: Tensor, present: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """(batch, n) ids and presence, (batch,) places of the marks -> (batch, 19) logits."""
        states = self.encoder(pieces, present)
        width = states.shape[-1]
        at = [states.gather(1, where[:, None, None].expand(-1, 1, width)).squeeze(1) for where in (source, target)]
        shown = present.to(states.dtype)[:, :, None]
        mean = (states * shown).sum(1) / shown.sum(1)
        out: Tensor = self.head(self.drop(torch.cat([*at, mean], 1)))
        return out


class Small(nn.Module):
    """MiniLM."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.body = Encoder(folder)
        self.width = self.body.width

    def forward(self, pieces: Tensor, present: Tensor) -> Tensor:
        """States of the pieces."""
        none = pieces.new_zeros((*pieces.shape, 0))
        out: Tensor = self.body(pieces, none, present)
        return out


class Large(nn.Module):
    """MPNet."""

    def __init__(self, folder: Path, pieces: Sequence[str]) -> None:
        super().__init__()
        self.body = LargeEncoder(folder, pieces, frozen=_FROZEN)
        self.width = self.body.width

    def forward(self, pieces: Tensor, present: Tensor) -> Tensor:
        """States of the pieces, given by their numbers in MiniLM's vocabulary."""
        none = pieces.new_zeros((*pieces.shape, 0))
        out: Tensor = self.body(pieces, none, present)
        return out


def vocabulary(folder: Path) -> list[str]:
    """Word pieces by id."""
    ids: dict[str, int] = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(ids, key=ids.__getitem__)


def tensors(batch: Sequence[Example]) -> dict[str, Tensor]:
    """Inputs of a network, padded."""
    longest = max(len(e.ids) for e in batch)
    return {
        "pieces": torch.tensor([[*e.ids, *[0] * (longest - len(e.ids))] for e in batch]),
        "present": torch.tensor([[1.0] * len(e.ids) + [0.0] * (longest - len(e.ids)) for e in batch]),
        "source": torch.tensor([e.source for e in batch]),
        "target": torch.tensor([e.target for e in batch]),
    }


# ---------------------------------------------------------------- learning


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stretch of training.

    Attributes:
        rate: Highest learning rate of the encoder; the head's is ten times that.
        soft: Share of the loss that is the teacher's, where an example has its view.
        rounded: Compute as the shipped file will, in eight bits.
    """

    epochs: float
    rate: float
    batch: int = 16
    soft: float = 0.0
    seed: int = 0
    rounded: bool = False


_HEAT = 2.0
_SMOOTHING = 0.1


def loss(logits: Tensor, batch: Sequence[Example], soft: float) -> Tensor:
    """Mean of what is known of each: root, direction, relation, and the teacher's view of all three."""
    logits = logits.float()
    roots, directions, related = logits[:, :15], logits[:, 15:18], logits[:, 18]
    hard = logits.new_zeros(len(batch))
    known = torch.tensor([e.root for e in batch])
    if (known >= 0).any():
        ce = functional.cross_entropy(roots, known.clamp(min=0), reduction="none", label_smoothing=_SMOOTHING)
        hard = hard + torch.where(known >= 0, ce, 0.0)
    may = torch.tensor([e.directions for e in batch])
    some = ~may.all(1)
    ways = directions.log_softmax(1).masked_fill(~may, -1e4).logsumexp(1)
    hard = hard - torch.where(some, ways, 0.0)
    tie = torch.tensor([float(e.related) for e in batch])
    bce = functional.binary_cross_entropy_with_logits(related, tie.clamp(0, 1) * 0.96 + 0.02, reduction="none")
    hard = hard + torch.where(tie >= 0, bce, 0.0)
    taught = [n for n, e in enumerate(batch) if e.soft]
    if not soft or not taught:
        return hard.mean()
    view = torch.tensor([batch[n].soft for n in taught])
    here = logits[taught]
    kl = functional.kl_div((here[:, :15] / _HEAT).log_softmax(1), (view[:, :15] / _HEAT).softmax(1), reduction="none").sum(1)
    kl = kl + functional.kl_div((here[:, 15:18] / _HEAT).log_softmax(1), (view[:, 15:18] / _HEAT).softmax(1), reduction="none").sum(1)
    kl = kl * _HEAT**2 * view[:, 18].sigmoid() + functional.binary_cross_entropy_with_logits(
        here[:, 18], view[:, 18].sigmoid(), reduction="none"
    )
    weight = torch.zeros(len(batch))
    weight[taught] = soft
    every = torch.zeros(len(batch)).index_put((torch.tensor(taught),), kl)
    return ((1 - weight) * hard + weight * every).mean()


def learn(model: PairNetwork, data: Sequence[Pair], stage: Stage, label: str = "") -> None:
    """One stage over the pairs, each marked one way or the other by chance."""
    random.seed(stage.seed)
    torch.manual_seed(stage.seed)
    if isinstance(model.encoder, Small):
        model.encoder.body.round(stage.rounded)
    model.train()
    tuned = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith("encoder.")]
    groups = [{"params": tuned, "lr": stage.rate}, {"params": list(model.head.parameters()), "lr": 10 * stage.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = math.ceil(stage.epochs * len(data) / stage.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1, n / (0.1 * steps + 1)) * max(0, 1 - n / steps))
    step, began, kept = 0, time.time(), 0.0
    while step < steps:
        for batch in _batches(data, stage.batch):
            examples = [p.forward if random.random() < 0.5 else p.back for p in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(**tensors(examples))
            value = loss(logits, examples, stage.soft)
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            kept = 0.98 * kept + 0.02 * value.item()
            if step % 50 == 0:
                left = (time.time() - began) / step * (steps - step) / 60
                print(f"{label} step {step}/{steps}  loss {kept / (1 - 0.98**step):.3f}  {left:.1f} min left", flush=True)
            if step >= steps:
                break
    model.eval()


def _batches(data: Sequence[Pair], size: int) -> list[list[Pair]]:
    """Batches of like length in random order, new at each call."""
    order = random.sample(range(len(data)), len(data))
    out = []
    for start in range(0, len(order), size * 40):
        pool = sorted(order[start : start + size * 40], key=lambda n: len(data[n].forward.ids))
        out += [[data[n] for n in pool[k : k + size]] for k in range(0, len(pool), size)]
    random.shuffle(out)
    return out


@torch.no_grad()
def logits_of(model: PairNetwork, examples: Sequence[Example], batch: int = 32) -> Tensor:
    """(n, 19) logits in the order of the examples."""
    model.eval()
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].ids))
    out = torch.zeros(len(examples), 19)
    for start in range(0, len(order), batch):
        rows = order[start : start + batch]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out[rows] = model(**tensors([examples[n] for n in rows])).float()
    return out


def both_ways(model: PairNetwork, data: Sequence[Pair]) -> Tensor:
    """Logits averaged over both ways to mark each pair, told of the forward way."""
    one, two = (logits_of(model, [getattr(p, way) for p in data]) for way in ("forward", "back"))
    two = two[:, [*range(15), 16, 15, 17, 18]]
    return (one + two) / 2


# ---------------------------------------------------------------- the course


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """All that is learnt from, as pairs of word pieces.

    Attributes:
        held: Labelled pairs of the documents that nothing is trained on: for calibration, and to see how good it is.
        groups: For each pair of `plv` the sentence it is of: what is of one sentence goes into one fold.
    """

    weak: tuple[Pair, ...]
    news: tuple[Pair, ...]
    held: tuple[Pair, ...]
    unlabelled: tuple[Pair, ...]
    plv: tuple[Pair, ...]
    groups: tuple[str, ...]

    def without(self, fold: int) -> list[Pair]:
        """PLV less a fold; all of it for fold -1."""
        return [p for p, g in zip(self.plv, self.groups, strict=True) if part(g, FOLDS) != fold]

    def of(self, fold: int) -> list[Pair]:
        """A fold of PLV."""
        return [p for p, g in zip(self.plv, self.groups, strict=True) if part(g, FOLDS) == fold]


FOLDS, SEEDS = 5, (0, 1, 2)
_WEAK, _WEAK_AGAIN, _REHEARSED, _TWICE = 10000, 2500, 500, 2
_AFTER = 0.6
# Rates and epochs; in the last stage of the student arithmetic is rounded to eight bits.
WEAK = Stage(epochs=1, rate=4e-5)
TEACHER = Stage(epochs=2, rate=4e-5, seed=1)
SMALL_WEAK = Stage(epochs=1, rate=1.5e-4)
SMALL = Stage(epochs=2, rate=1.5e-4, soft=0.7, seed=1)
SMALL_PLV = (Stage(epochs=2.5, rate=1.5e-4, soft=0.7), Stage(epochs=0.5, rate=3e-5, soft=0.7, rounded=True))


def load_data(shared: Path, pieces: WordPieces) -> Data:
    """Reads and encodes every source."""
    labelled, unlabelled = news_rows(shared)
    held = list(map(is_held_out, labelled))
    plv = plv_rows(shared / "data" / "event_coding" / "PLV_train.jsonl")
    return Data(
        weak=tuple(_pairs(map(told, generate(11, _WEAK)), pieces)),
        news=tuple(_pairs((told(row) for row, out in zip(labelled, held, strict=True) if not out), pieces)),
        held=tuple(_pairs((told(row) for row, out in zip(labelled, held, strict=True) if out), pieces)),
        unlabelled=tuple(_pairs((row for row in unlabelled if not is_held_out(row)), pieces)),
        plv=tuple(_pairs(plv, pieces)),
        groups=tuple(str(row["group"]) for row in plv),
    )


def _pairs(rows: Iterable[dict[str, Any]], pieces: WordPieces) -> list[Pair]:
    return [pair(row, pieces) for row in rows]


def _between(before: PairNetwork, after: PairNetwork) -> PairNetwork:
    """Weights between those before and after the last stage: news and directions are not forgotten for PLV (Wortsman et al. 2022)."""
    old = before.state_dict()
    after.load_state_dict({k: (1 - _AFTER) * old[k] + _AFTER * v for k, v in after.state_dict().items()})
    return after.eval()


class Course:
    """The stages of training, each kept in a folder when it is done and taken from there the next time."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args, self.work = args, args.work
        self.work.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(args.threads)
        self.vocabulary = vocabulary(args.minilm)
        self.data = load_data(args.shared, WordPieces(self.vocabulary))

    def teacher(self) -> PairNetwork:
        """The large network, after generated pairs and those of news."""
        data = [*self.data.news, *self.data.weak[:_WEAK_AGAIN]]
        return self._stage("teacher", partial(self._stage, "teacher_weak", self._large, self.data.weak, WEAK), data, TEACHER)

    def student(self, fold: int | None = None, seed: int = 0) -> PairNetwork:
        """The small network after generated pairs and news with the teacher's view of them; with a fold, also after PLV without it.

        Fold -1 leaves nothing out.
        """
        if fold is None:
            data = [*self.viewed([*self.data.news, *self.data.unlabelled]), *self.data.weak[:_WEAK_AGAIN]]
            return self._stage("small", partial(self._stage, "small_weak", self._small, self.data.weak, SMALL_WEAK), data, SMALL)
        chance = random.Random(seed)
        again = self.viewed(chance.sample([*self.data.news, *self.data.unlabelled], _REHEARSED))
        data = [*_TWICE * self.data.without(fold), *again, *chance.sample(self.data.weak, _REHEARSED)]
        after = self._stage(f"small_{fold}_{seed}", self.student, data, *(replace(s, seed=seed) for s in SMALL_PLV))
        return _between(self.student(), after)

    def viewed(self, data: Sequence[Pair]) -> list[Pair]:
        """The pairs with the teacher's view of each, which is kept."""
        path = self.work / "teacher.views"
        known: dict[tuple[int, ...], list[float]] = torch.load(path) if path.exists() else {}
        new = [p for p in data if p.forward.ids not in known]
        if new:
            print(f"the teacher looks at {len(new)} pairs", flush=True)
            for p, view in zip(new, logits_of(self.teacher(), [p.forward for p in new]).tolist(), strict=True):
                known[p.forward.ids] = view
            torch.save(known, path)
        return [p.with_soft(known[p.forward.ids]) for p in data]

    def _stage(self, name: str, start: Callable[[], PairNetwork], data: Sequence[Pair], *stages: Stage) -> PairNetwork:
        path = self.work / f"{name}.pt"
        if path.exists():
            model = self._large() if name.startswith("teacher") else self._small()
            model.load_state_dict(torch.load(path, weights_only=True))
            return model.eval()
        model = start()
        for stage in stages:
            learn(model, data, stage, name)
        torch.save(model.state_dict(), path)
        return model

    def _large(self) -> PairNetwork:
        torch.manual_seed(0)
        encoder = Large(self.args.mpnet, self.vocabulary)
        return PairNetwork(encoder, encoder.width)

    def _small(self) -> PairNetwork:
        torch.manual_seed(0)
        encoder = Small(self.args.minilm)
        encoder.body.words.weight.requires_grad_(False)
        return PairNetwork(encoder, encoder.width)


_FROZEN = 5


# ---------------------------------------------------------------- how good it is


def judged(logits: Tensor, data: Sequence[Pair]) -> dict[str, float]:
    """Macro-F1 over roots and quad classes, and the share of right roots, of pairs whose root is known."""
    rows = [n for n, p in enumerate(data) if p.forward.root >= 0]
    gold = [ROOTS[data[n].forward.root] for n in rows]
    said = [ROOTS[k] for k in logits[rows, :15].argmax(1).tolist()]
    quads = [[quad_of_root(r) for r in side] for side in (gold, said)]
    right = sum(map(eq, gold, said)) / len(gold)
    return {"root": macro_f1(gold, said), "root_accuracy": right, "quad": macro_f1(*quads)}


def macro_f1(gold: Sequence[str], said: Sequence[str]) -> float:
    """Mean F1 over the classes that the gold has."""
    scores = []
    for kind in set(gold):
        both = sum(g == s == kind for g, s in zip(gold, said, strict=True))
        scores.append(2 * both / (gold.count(kind) + said.count(kind)))
    return sum(scores) / len(scores)


def validate(args: argparse.Namespace) -> None:
    """Cross-validation on PLV: every fold judged by networks, teachers included, that never saw its sentences."""
    course = Course(args)
    runs: dict[str, list[float]] = {}
    for seed in SEEDS:
        views = []
        for fold in range(FOLDS):
            held = course.data.of(fold)
            logits = both_ways(course.student(fold, seed), held)
            views.append((logits, held))
            print(f"seed {seed} fold {fold}: {judged(logits, held)}", flush=True)
        every = judged(torch.cat([v for v, _ in views]), [p for _, held in views for p in held])
        print(f"seed {seed}, all folds: {every}", flush=True)
        for name, value in every.items():
            runs.setdefault(name, []).append(value)
    for name, values in runs.items():
        print(f"{name}: mean {mean(values):.4f}, standard deviation {stdev(values):.4f} over {len(values)} seeds")


def fit(args: argparse.Namespace) -> None:
    """Trains the network that ships, on all of PLV; prints how it does on the news pairs held out."""
    course = Course(args)
    model = course.student(-1, 0)
    logits = both_ways(model, course.data.held)
    print(f"news pairs held out: {judged(logits, course.data.held)}")
    torch.save({"weights": model.state_dict(), "calibration": calibration(logits, course.data.held)}, args.to)


def calibration(logits: Tensor, data: Sequence[Pair]) -> dict[str, Any]:
    """Temperatures of roots and directions (Guo et al. 2017), slope and intercept of related (Platt 1999), by likelihood."""
    related = torch.tensor([float(p.forward.related) for p in data])
    rows = [n for n, p in enumerate(data) if p.forward.root >= 0]
    roots = torch.tensor([data[n].forward.root for n in rows])
    ways = torch.tensor([data[n].forward.directions.index(True) for n in rows])
    warmth = torch.zeros(2, requires_grad=True)
    line = torch.tensor([1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.LBFGS([warmth, line], max_iter=200)

    def miss() -> Tensor:
        optimizer.zero_grad()
        out = functional.cross_entropy(logits[rows, :15] / warmth[0].exp(), roots)
        out = out + functional.cross_entropy(logits[rows, 15:18] / warmth[1].exp(), ways)
        out = out + functional.binary_cross_entropy_with_logits(line[0] * logits[:, 18] + line[1], related)
        out.backward()
        return out

    optimizer.step(miss)  # type: ignore[no-untyped-call]
    heat = warmth.detach().exp().tolist()
    return {"roots": round(heat[0], 4), "directions": round(heat[1], 4), "related": [round(x, 4) for x in line.detach().tolist()]}


# ---------------------------------------------------------------- the file that ships


class Shipped(nn.Module):
    """The network with its logits apart, as the file gives them."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, present: Tensor, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """As `PairNetwork`: roots, directions, related."""
        logits = self.network(pieces, present, source, target)
        return logits[:, :15], logits[:, 15:18], logits[:, 18]


NAME = "relations-minilm-l6-1"
# What keeps 32 bits: the head, and the first layer, whose inputs spread widest.
_NOT_ROUNDED = ("/network/head", "/network/encoder/body/layers.0")


def export(args: argparse.Namespace) -> None:
    """Writes the weights in eight bits, with all that classifying needs in the metadata."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    kept = torch.load(args.weights, weights_only=True)
    encoder = Small(args.minilm)
    network = PairNetwork(encoder, encoder.width)
    network.load_state_dict(kept["weights"])
    encoder.body.round(False)
    inputs = tensors([Example((101, 1030, 2054, 102), 1, 2), Example((101, 1030, 2054, 1001, 102), 1, 3)])
    axes = {"pieces": {0: "batch", 1: "pieces"}, "present": {0: "batch", 1: "pieces"}, "source": {0: "batch"}, "target": {0: "batch"}}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            Shipped(network).eval(), kwargs=inputs, f=full, input_names=list(inputs), output_names=["roots", "directions", "related"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        exact = [node.name for node in onnx.load(full).graph.node if node.name.startswith(_NOT_ROUNDED)]
        quantize_dynamic(full, args.to, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=exact)
    shipped = onnx.load(args.to)
    described = {"name": NAME, "roots": " ".join(ROOTS), "directions": " ".join(DIRECTIONS), "both_ways": "1"}
    described |= {"word_pieces": "\n".join(vocabulary(args.minilm)), "calibration": json.dumps(kept["calibration"])}
    onnx.helper.set_model_props(shipped, described)
    onnx.save(shipped, args.to)
    print(f"{args.to}: {args.to.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Runs the verb that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(required=True)
    for name, run in (("fit", fit), ("validate", validate)):
        verb = verbs.add_parser(name)
        verb.add_argument("shared", type=Path)
        verb.add_argument("--mpnet", type=Path, required=True)
        verb.add_argument("--work", type=Path, required=True, help="keeps each stage here, and takes it from here")
        verb.add_argument("--threads", type=int, default=1)
        verb.set_defaults(run=run)
    write = verbs.add_parser("export")
    write.add_argument("weights", type=Path)
    write.set_defaults(run=export)
    for verb in verbs.choices.values():
        verb.add_argument("--minilm", type=Path, required=True)
        if verb.prog.split()[-1] != "validate":
            verb.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
