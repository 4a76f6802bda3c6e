"""Trains the attribution tagger on PolNeAR and writes the ONNX file that accord ships.

    python train/attribution.py fit POLNEAR.jsonl --encoder FOLDER --to tagger.pt [--threads 2]
    python train/attribution.py export tagger.pt --encoder FOLDER --to src/accord/extract/data/attribution.onnx

FOLDER holds `config.json`, `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2; train/README.md says where from, and what the
shipped file scores. `fit` parses the articles, lets accord's rules read them, and learns from both: five epochs in three stages, the last
with weights and activations rounded as the eight bits of the shipped file will round them.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from accord.engine.wordpiece import WordPieces
from accord.extract.attribution_by_rules import find_by_rules
from accord.extract.attribution_page import Page
from accord.extract.attribution_windows import FEATURES, ROLES, TAGS, find_windows, rows_of_spans
from accord.knowledge.cities import cased_names
from accord.model.report import Provenance, Report, ReportId
from accord.model.sentence import ParsedReport
from accord.model.spans import Span
from accord.model.tagging import Window
from accord.parse.spacy_parser import SpacyParser
from encoder import ChainLoss, Encoder

NAME = "attribution-minilm-l6-polnear-1"
_LINK_WIDTH = 64
_BATCH = 16
# What is not the encoder's learns faster.
_HEADS_FASTER = 5
# Share of the features of words that are hidden in training, and of windows that do not see what the rules found: so the tagger neither
# leans on one of them nor on the rules.
_HIDDEN, _RULES_HIDDEN = 0.1, 0.1
_POOL = 20
# Nodes that keep 32 bits: the heads, and the first layer, whose inputs spread widest; together 6 MB.
_NOT_ROUNDED = ("/tag/", "/ask/", "/answer/", "/encoder/layers.0/")
# Every so many articles are also learnt without commas, quotation marks and apostrophes, and in capitals: agencies write so.
_STRIPPED, _CAPITALS = 110, 70
_MARKS = frozenset(",'’‘“”\"`—;")


@dataclass(frozen=True, slots=True)
class Stage:
    """Epochs at a peak rate that falls to nothing; `rounded`: with the encoder's arithmetic in eight bits."""

    epochs: int
    rate: float
    seed: int
    rounded: bool = False


STAGES = (Stage(3, 2e-4, 0), Stage(1, 1e-4, 7), Stage(1, 8e-5, 11, rounded=True))


@dataclass(frozen=True, slots=True)
class Example:
    """A window with the truth: tag of each word, words that begin a cue, and pairs (cue word, word that belongs to it)."""

    pieces: tuple[tuple[int, ...], ...]
    features: tuple[tuple[int, ...], ...]
    tags: tuple[int, ...]
    cues: tuple[int, ...]
    links: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        """Number of word pieces."""
        return sum(map(len, self.pieces))


class Tagger(nn.Module):
    """Encoder, tags by word, and two vectors a word: what it asks for as a cue, and what it answers to."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.encoder = Encoder(encoder, FEATURES)
        self.tag = nn.Sequential(nn.Dropout(0.1), nn.Linear(self.encoder.width, len(TAGS)))
        self.ask, self.answer = (nn.Linear(self.encoder.width, _LINK_WIDTH) for _ in range(2))
        self.chain = ChainLoss(TAGS)

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor, begins: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(batch, words, tags) emissions and twice (batch, words, 64) from pieces; `begins`: index of each word's first piece."""
        states = self.encoder(pieces, features, present)
        states = states.gather(1, begins[:, :, None].expand(-1, -1, states.shape[2]))
        return self.tag(states), self.ask(states), self.answer(states)


# ---------------------------------------------------------------- examples


def examples(path: Path, pieces: WordPieces) -> Iterator[Example]:
    """Windows of the articles of a PolNeAR file, in order, then of those that are altered."""
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").strip().split("\n")]
    articles += list(_altered(articles))
    for article, parsed in zip(articles, SpacyParser(known_names=cased_names).parse(map(_report, articles)), strict=True):
        if isinstance(parsed, ParsedReport):
            yield from _of_article(article, parsed, pieces)


def _altered(articles: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    order = list(articles)
    random.Random(1).shuffle(order)
    yield from map(_stripped, order[:_STRIPPED])
    for article in order[_STRIPPED : _STRIPPED + _CAPITALS]:
        capitals = article["text"].upper()
        if len(capitals) == len(article["text"]):
            yield article | {"id": article["id"] + "-capitals", "text": capitals}


def _stripped(article: dict[str, Any]) -> dict[str, Any]:
    """The article without most punctuation, its spans moved."""
    kept, moved = [], []
    for c in article["text"]:
        moved.append(len(kept))
        if c not in _MARKS:
            kept.append(c)
    moved.append(len(kept))
    text = "".join(kept)

    def move(spans: list[list[int]]) -> list[list[int]]:
        out = []
        for s, e in spans:
            start, end = moved[s], moved[e]
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            out += [[start, end]] if end > start else []
        return out

    changed = [a | {role: move(a[role]) for role in ROLES} for a in article["attributions"]]
    return article | {"id": article["id"] + "-stripped", "text": text, "attributions": changed}


def _report(article: dict[str, Any]) -> Report:
    where = Provenance(kind="jsonl", location=article["id"], digest="sha256:-")
    return Report(id=ReportId(article["id"]), text=article["text"], provenance=where)


def _of_article(article: dict[str, Any], parsed: ParsedReport, pieces: WordPieces) -> Iterator[Example]:
    gold = [a for a in article["attributions"] if a["cue"]]
    spans = [(role, Span(*s), n) for n, a in enumerate(gold) for role in ROLES for s in a[role]]
    tags = rows_of_spans(parsed.sentences, dict.fromkeys((role, span) for role, span, _ in spans))
    members: dict[tuple[int, int], set[int]] = {}
    cues: dict[int, tuple[int, int]] = {}
    for role, span, n in spans:
        words = rows_of_spans(parsed.sentences, [(role, span)])
        for word in words:
            members.setdefault(word, set()).add(n)
        if role == "cue" and words:
            cues[n] = min(words)
    page = Page(parsed.report, parsed.sentences)
    for window in find_windows(page, find_by_rules(page)):
        yield _example(window, tags, members, cues, pieces)


def _example(
    window: Window,
    tags: dict[tuple[int, int], int],
    members: dict[tuple[int, int], set[int]],
    cues: dict[int, tuple[int, int]],
    pieces: WordPieces,
) -> Example:
    at = {position: n for n, position in enumerate(window.positions)}
    here = {n: at[word] for n, word in cues.items() if word in at}
    truth: list[int] = []
    for position in window.positions:
        tag = tags.get(position, 0)
        # A span that the window's edge or an overlap cut begins where it is left.
        inside = tag and tag % 2 == 0
        truth.append(tag - 1 if inside and (not truth or truth[-1] not in (tag - 1, tag)) else tag)
    cue_rows = (1 + 2 * ROLES.index("cue"), 2 + 2 * ROLES.index("cue"))
    links = [
        (here[n], at[p])
        for p in window.positions
        if tags.get(p, 0) and tags[p] not in cue_rows
        for n in sorted(members.get(p, ()))
        if n in here
    ]  # fmt: skip
    return Example(tuple(map(pieces, window.words)), window.features, tuple(truth), tuple(sorted(set(here.values()))), tuple(links))


# ---------------------------------------------------------------- training


def fit(args: argparse.Namespace) -> None:
    """Trains stage by stage and saves the weights after each; prints loss and time left."""
    torch.set_num_threads(args.threads)
    data = list(examples(args.corpus, WordPieces(vocabulary(args.encoder))))
    torch.manual_seed(STAGES[0].seed)
    model = Tagger(args.encoder)
    # The table of word pieces is half of the weights and stays as it is: what is rare in PolNeAR would only forget.
    model.encoder.words.weight.requires_grad_(False)
    for stage in STAGES:
        learn(model, data, stage)
        torch.save(model.state_dict(), args.to)


def learn(model: Tagger, data: Sequence[Example], stage: Stage) -> None:
    """One stage."""
    random.seed(stage.seed)
    np.random.seed(stage.seed)
    torch.manual_seed(stage.seed)
    model.encoder.round(stage.rounded)
    own = [p for n, p in model.named_parameters() if p.requires_grad and (not n.startswith("encoder.") or "features" in n)]
    tuned = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith("encoder.") and "features" not in n]
    groups = [{"params": tuned, "lr": stage.rate}, {"params": own, "lr": _HEADS_FASTER * stage.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = stage.epochs * math.ceil(len(data) / _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1, n / (0.06 * steps + 1)) * max(0, 1 - n / steps))
    step, began = 0, time.time()
    for _ in range(stage.epochs):
        for batch in _batches(data):
            tag_loss, link_loss = losses(model, batch)
            (tag_loss + link_loss).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % 50 == 0:
                left = (time.time() - began) / step * (steps - step) / 60
                print(f"step {step}/{steps}  tags {tag_loss.item():.3f}  links {link_loss.item():.3f}  {left:.0f} min left", flush=True)


def _batches(data: Sequence[Example]) -> list[list[Example]]:
    """Batches of like length in random order, new at each call."""
    order = random.sample(range(len(data)), len(data))
    out = []
    for start in range(0, len(order), _BATCH * _POOL):
        pool = sorted(order[start : start + _BATCH * _POOL], key=lambda n: data[n].size)
        out += [[data[n] for n in pool[k : k + _BATCH]] for k in range(0, len(pool), _BATCH)]
    random.shuffle(out)
    return out


def losses(model: Tagger, batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Loss of the tags by word, and of the links by pair of cue and word."""
    inputs = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        emissions, asks, answers = model(**inputs)
    words = max(len(e.tags) for e in batch)
    tags = torch.tensor([[*e.tags, *[0] * (words - len(e.tags))] for e in batch])
    present = torch.tensor([[n < len(e.tags) for n in range(words)] for e in batch])
    tag_loss = model.chain(emissions, tags, present).sum() / present.sum()
    links = [_link_loss(asks[k].float(), answers[k].float(), e) for k, e in enumerate(batch) if e.cues]
    return tag_loss, torch.stack(links).mean() if links else tag_loss * 0


def _link_loss(asks: Tensor, answers: Tensor, e: Example) -> Tensor:
    logits = asks[list(e.cues)] @ answers[: len(e.tags)].T
    truth = torch.zeros_like(logits)
    row = {cue: n for n, cue in enumerate(e.cues)}
    for cue, word in e.links:
        truth[row[cue], word] = 1
    return functional.binary_cross_entropy_with_logits(logits, truth)


def tensors(batch: Sequence[Example], *, training: bool = True) -> dict[str, Tensor]:
    """The model's inputs, padded; in training some features are hidden."""
    pieces, words = max(e.size for e in batch) + 2, max(len(e.tags) for e in batch)
    out = {
        "pieces": torch.zeros(len(batch), pieces, dtype=torch.long),
        "features": torch.zeros(len(batch), pieces, len(FEATURES), dtype=torch.long),
        "present": torch.zeros(len(batch), pieces),
        "begins": torch.zeros(len(batch), words, dtype=torch.long),
    }
    start, end = 101, 102
    for k, e in enumerate(batch):
        rows = np.array(e.features)
        if training:
            rows[np.random.rand(*rows.shape) < _HIDDEN] = 0
            if random.random() < _RULES_HIDDEN:
                rows[:, 0] = 0
        ids, features, begins = [start], [[0] * len(FEATURES)], []
        for split, row in zip(e.pieces, rows.tolist(), strict=True):
            begins.append(len(ids))
            ids.extend(split)
            features.extend([row] * len(split))
        ids.append(end)
        out["pieces"][k, : len(ids)] = torch.tensor(ids)
        out["features"][k, : len(features)] = torch.tensor(features)
        out["present"][k, : len(ids)] = 1
        out["begins"][k, : len(begins)] = torch.tensor(begins)
    return out


# ---------------------------------------------------------------- the file that ships


def vocabulary(encoder: Path) -> list[str]:
    """Word pieces by id."""
    ids: dict[str, int] = json.loads((encoder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(ids, key=ids.__getitem__)


def export(args: argparse.Namespace) -> None:
    """Writes the weights in eight bits, with all that reading needs in the metadata."""
    model = Tagger(args.encoder)
    model.load_state_dict(torch.load(args.weights, weights_only=True))
    model.eval()
    model.encoder.round(False)
    axes = {"pieces": {0: "batch", 1: "pieces"}, "features": {0: "batch", 1: "pieces"}, "present": {0: "batch", 1: "pieces"}}
    axes |= {"begins": {0: "batch", 1: "words"}}
    example = Example(((2054, 2003), (2023,)), ((0,) * len(FEATURES),) * 2, (0, 0), (), ())
    inputs = tensors([example, example], training=False)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model, kwargs=inputs, f=full, input_names=list(inputs), output_names=["emissions", "asks", "answers"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        exact = [node.name for node in onnx.load(full).graph.node if node.name.startswith(_NOT_ROUNDED)]
        quantize_dynamic(full, args.to, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=exact)
    shipped = onnx.load(args.to)
    first, between = (scores.detach().tolist() for scores in model.chain.scores())
    described = {"name": NAME, "labels": " ".join(TAGS), "transitions": json.dumps([first, between])}
    described["word_pieces"] = "\n".join(vocabulary(args.encoder))
    onnx.helper.set_model_props(shipped, described)
    onnx.save(shipped, args.to)
    print(f"{args.to}: {args.to.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Runs the verb that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(required=True)
    train = verbs.add_parser("fit")
    train.add_argument("corpus", type=Path)
    train.add_argument("--threads", type=int, default=1)
    train.set_defaults(run=fit)
    write = verbs.add_parser("export")
    write.add_argument("weights", type=Path)
    write.set_defaults(run=export)
    for verb in (train, write):
        verb.add_argument("--encoder", type=Path, required=True)
        verb.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
