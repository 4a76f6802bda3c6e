"""Trains the passage comparer: do two sentences of different reports give different values of one slot, or the same, and in which words.

    python train/comparer.py fit SHARED --minilm FOLDER --work FOLDER --to WEIGHTS.pt [--fold K --folds N] [--begin WEIGHTS.pt...]
    python train/comparer.py fit ... --mpnet FOLDER            a larger network, as a teacher
    python train/comparer.py look TEACHER.pt SHARED --mpnet FOLDER --minilm FOLDER --work FOLDER --to VIEWS.pkl [--fold K --folds N]
    python train/comparer.py export WEIGHTS.pt --minilm FOLDER --to src/accord/reconcile/data/passages.onnx

A MiniLM encoder first learns inference between sentences (MNLI and SNLI in SHARED/data/nli), then from annotated stories and contrast
sets (`passages/`, see its README): pairs of sentences that a finding joins, pairs that lie close without a finding, and agreements whose
number or day was changed. Its vectors of single sentences are held to those that it began with. With `--fold`, one part of the stories is
left out and its pairs are written beside the weights with what the network says of them. With `--begin`, pairs are learnt from where the
mean of those weights stands (Wortsman et al. 2022): networks that each saw a part become one that saw all. With `--views`, also from what
teachers say of pairs that they had not learnt from, most of which nobody labelled; what ships was made without (docs/models.md says why).
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from accord.engine.passage_pieces import EncodedPassages, encode_passages
from accord.engine.wordpiece import WordPieces
from accord.model.passages import Passage, WordKind
from accord.model.vocabulary import Aspect, Attendance
from encoder import Encoder, LargeEncoder
from passages.annotated import Marked, Pair, Vectors, edited_pairs, fold_of, marked_sentences, set_pairs, stories, story_pairs
from relations import vocabulary

ASPECTS, STATUSES = tuple(Aspect), tuple(Attendance)
NAME = "passages-2"
_FEATURES = (3, len(WordKind), 3)
_LABELS = {"entailment": 0, "neutral": 1, "contradiction": 2}
_SOURCES = ("mnli-dev", "snli-dev", "snli-test")
_NOT_ROUNDED = ("/encoder/layers.0/", "/relation", "/aspect", "/carry", "/attendance")


class PassageNetwork(nn.Module):
    """Encoder, and heads on [CLS] beside the mean of the pieces; heads learn so many times faster."""

    faster = 12.5
    rate = 8e-5
    inference_rate = 8e-5
    inference_pairs: int | None = None

    def __init__(self, encoder: Encoder | LargeEncoder) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.width
        self.inference = nn.Linear(2 * width, len(_LABELS))
        self.relation = nn.Linear(2 * width, 3)
        self.aspect = nn.Linear(2 * width, len(ASPECTS))
        self.carry = nn.Linear(width, 1)
        self.attendance = nn.Linear(width, 1 + len(STATUSES))

    def pooled(self, states: Tensor, present: Tensor) -> Tensor:
        """(batch, 2 * width)."""
        here = present[..., None].to(states.dtype)
        return torch.cat([states[:, 0], (states * here).sum(1) / here.sum(1)], 1)

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Relations, aspects, carries, states and attendance, as `accord.engine.onnx_passages` takes them."""
        states = self.encoder(pieces, features, present)
        whole = self.pooled(states, present)
        return self.relation(whole), self.aspect(whole), self.carry(states)[..., 0], states, self.attendance(states)


def student(folder: Path) -> PassageNetwork:
    """MiniLM; its table of words is shipped once for all models (`shared_words.py`), and stays as it is."""
    network = PassageNetwork(Encoder(folder, _FEATURES))
    network.encoder.words.weight.requires_grad_(False)
    return network


class TeacherNetwork(PassageNetwork):
    """MPNet, which also says which words of one passage stand against which of the other.

    The logit that two passages differ (agree) is that of the head on the whole plus the log of the mean, over all pairs of their words, of
    how surely the two words are values that do.
    """

    faster = 8.0
    rate = 3e-5
    inference_rate = 2e-5
    inference_pairs = 12_000

    def __init__(self, folder: Path, pieces: Sequence[str]) -> None:
        super().__init__(LargeEncoder(folder, pieces, _FEATURES, frozen=_FROZEN))
        self.left, self.right = (nn.Linear(self.encoder.width, 2 * _BESIDE) for _ in range(2))

    def forward(self, pieces: Tensor, features: Tensor, present: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Relations, aspects, carries, states and (batch, 2, pieces, pieces) logits of words against words."""
        states = self.encoder(pieces, features, present)
        whole = self.pooled(states, present)
        against, pairs = self.against(states, features)
        mean = torch.logsumexp(against.flatten(2), 2) - pairs.sum((1, 2)).clamp(min=1).float().log()[:, None]
        relations = self.relation(whole).float()
        return torch.cat([relations[:, :2] + mean, relations[:, 2:]], 1), self.aspect(whole), self.carry(states)[..., 0], states, against

    def against(self, states: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of words of the first passage against words of the second, and (batch, pieces, pieces) which pairs are such."""
        b, n, _ = states.shape
        rows, columns = (f(states).float().view(b, n, 2, _BESIDE) for f in (self.left, self.right))
        first, second = ((features[:, :, 0] == k) & (features[:, :, 2] > 0) for k in (1, 2))
        pairs = first[:, :, None] & second[:, None, :]
        logits = torch.einsum("bicd,bjcd->bcij", rows, columns) / math.sqrt(_BESIDE)
        return logits.masked_fill(~pairs[:, None], -1e4), pairs


def against_loss(against: Tensor, rows: Sequence[Row]) -> Tensor:
    """How little of the say the words have that readers quoted, of the pairs that differ or agree in words that are known."""
    shares = against.flatten(2).log_softmax(2).view(against.shape)
    total = against.new_zeros(())
    for k, r in enumerate(rows):
        sure = max(r.difference, r.agreement)
        quoted = torch.zeros(against.shape[-1], dtype=torch.bool)
        quoted[: len(r.carries)] = torch.tensor(r.carries) > _HALF
        here = shares[k, 0 if r.difference >= _HALF else 1][quoted[:, None] & quoted[None, :]]
        here = here[here > _IMPOSSIBLE]
        if sure >= _HALF and len(here):
            total = total - sure * torch.logsumexp(here, 0)
    return total / len(rows)


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as pieces, with what is known of it; `carries` is -1 where nothing is.

    `taught` holds a teacher's logits of the relations, then of the aspects; empty where it was not asked.
    """

    encoded: EncodedPassages
    difference: float
    agreement: float
    tension: float
    aspect: int
    carries: tuple[float, ...]
    looked: bool
    known: bool = True
    taught: tuple[float, ...] = ()


def row(pair: Pair, pieces: WordPieces, taught: tuple[float, ...] = ()) -> Row:
    """A pair, either passage first by chance."""
    if random.random() < 0.5:
        pair = pair.turned()
    encoded = encode_passages(pair.passages, pieces)
    known = pair.carries is not None and max(pair.difference, pair.agreement) >= _HALF
    carries = tuple(float(pair.carries[n][k]) if known and pair.carries and n >= 0 else -1.0 for n, k in encoded.words)
    aspect = -1 if pair.aspect is None else ASPECTS.index(pair.aspect)
    return Row(
        encoded, float(pair.difference), float(pair.agreement), float(pair.tension), aspect, carries, pair.looked, pair.known, taught
    )


def tensors(rows: Sequence[EncodedPassages], pad: int = 0) -> dict[str, Tensor]:
    """Inputs of the network."""
    size = max(len(r.ids) for r in rows)
    pieces = torch.full((len(rows), size), pad)
    features = torch.zeros(len(rows), size, 3, dtype=torch.long)
    present = torch.zeros(len(rows), size)
    for k, r in enumerate(rows):
        pieces[k, : len(r.ids)] = torch.tensor(r.ids)
        features[k, : len(r.ids)] = torch.tensor(r.features)
        present[k, : len(r.ids)] = 1
    return {"pieces": pieces, "features": features, "present": present}


# ---------------------------------------------------------------- agreements turned into differences
_TO_TEN = "one two three four five six seven eight nine ten"
_TO_TWENTY = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_VALUES = {w: k for k, w in enumerate(f"{_TO_TEN} {_TO_TWENTY}".split(), 1)} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_FIGURE = re.compile(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?")
_BOUNDS = frozenset("least more than over up about around nearly almost some most fewer less dozens several hundreds".split())
_NAMED = (Aspect.PLACE, Aspect.ACTOR, Aspect.RECIPIENT, Aspect.OFFICE)
_NAMES = (WordKind.PLACE, WordKind.NAME, WordKind.STATE)
_LONGEST_NAME = 3
_COUNTS = (Aspect.COUNT_KILLED, Aspect.COUNT_INJURED, Aspect.COUNT_OTHER)
_LAST_DAY = 28
_FACTORS = (0.5, 0.6, 0.75, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5, 2, 3)
_SMALL = 5
_HALF = 0.5
_PAIRS = 24  # of a step
_UNMARKED = 0.3  # weight of a word that is no party's
_WEIGHTS = (1.0, 0.7, 0.2)  # of differences, agreements and tensions
_SURE = (-6.0, 4.0)  # logits beyond which a teacher says no more
_LOGITS = 0.05  # weight of squares of logits
_BESIDE, _IMPOSSIBLE = 48, -5e3  # width of a word beside the words of the other passage; logit under which two are no such pair
_AGAINST = 0.3  # weight of which words stand against which
_FROZEN = 4  # layers of the teacher
_NEAR = (0.38, 0.97)  # closeness of pairs that a teacher is asked about: no strangers, no copies
Key = tuple[str, int, int, int, int]


def changed(pair: Pair, names: Mapping[WordKind, Sequence[tuple[str, ...]]]) -> Pair | None:
    """An agreement on a number, a weekday or a name with that changed on one side; None where there is no single one.

    Args:
        pair: Two passages that agree, with the words that carry the value.
        names: Names by kind, of which another is taken.
    """
    if pair.carries is None or pair.aspect is None:
        return None
    side = random.randrange(2)
    told = pair.passages[side]
    carried = [k for k, c in enumerate(pair.carries[side]) if c]
    if pair.aspect is Aspect.DATE:
        one = _with_day(told, carried)
    elif pair.aspect in _COUNTS:
        one = None if _is_open(pair) else _with_number(told, carried)
    else:
        one = _with_name(told, carried, names) if pair.aspect in _NAMED else None
    if one is None:
        return None
    passages = (one, pair.passages[1]) if side == 0 else (pair.passages[0], one)
    story, _, i, _, j = pair.key
    return replace(pair, key=(story, -1, i, -1, j), passages=passages, difference=1.0, agreement=0.0)


def _is_open(pair: Pair) -> bool:
    """Whether either gives a bound or a round figure ("at least 20"), which another number may well fit."""
    for told, carries in zip(pair.passages, pair.carries or (), strict=True):
        at = [k for k, c in enumerate(carries) if c]
        if at and _BOUNDS & {w.lower() for w in told.words[max(0, at[0] - 3) : at[-1] + 2]}:
            return True
    return False


def _with_day(told: Passage, carried: Sequence[int]) -> Passage | None:
    words = list(told.words)
    at = [k for k in carried if words[k].lower() in _DAYS]
    if len(at) != 1:
        return None
    shift = random.choice((-2, -1, 1, 2))
    words[at[0]] = _DAYS[(_DAYS.index(words[at[0]].lower()) + shift) % 7].capitalize()
    _shift_written(words, at[0], shift)
    return replace(told, words=tuple(words))


def _with_number(told: Passage, carried: Sequence[int]) -> Passage | None:
    words = list(told.words)
    at = [k for k in carried if _value(words[k])]
    if len(at) != 1:
        return None
    words[at[0]] = _other(words[at[0]])
    return replace(told, words=tuple(words))


def _with_name(told: Passage, carried: Sequence[int], names: Mapping[WordKind, Sequence[tuple[str, ...]]]) -> Passage | None:
    """Another name of the kind and of as many words; in capitals where the sentence is."""
    runs = [run for run in name_runs(told) if set(run) <= set(carried)]
    if len(runs) != 1:
        return None
    first, last = runs[0][0], runs[0][-1] + 1
    there = {w.lower() for w in told.words}
    fit = [n for n in names[told.kinds[first]] if len(n) == last - first and not there & {w.lower() for w in n}]
    if not fit:
        return None
    other = random.choice(fit)
    new = tuple(w.upper() for w in other) if told.words[first].isupper() else other
    return replace(told, words=told.words[:first] + new + told.words[last:])


def name_runs(told: Passage) -> list[list[int]]:
    """Words of each name of a place, person, body or state."""
    runs: list[list[int]] = []
    for k, kind in enumerate(told.kinds):
        if kind in _NAMES:
            if runs and runs[-1][-1] == k - 1 and told.kinds[k - 1] is kind:
                runs[-1].append(k)
            else:
                runs.append([k])
    return runs


def names_of(pairs: Iterable[Pair]) -> dict[WordKind, list[tuple[str, ...]]]:
    """Names by kind, each once."""
    found: dict[WordKind, dict[tuple[str, ...], None]] = {kind: {} for kind in _NAMES}
    for told in (passage for p in pairs for passage in p.passages):
        for run in name_runs(told):
            words = tuple(told.words[k] for k in run)
            if len(words) <= _LONGEST_NAME and words[0][:1].isupper() and not words[0].isupper():
                found[told.kinds[run[0]]][words] = None
    return {kind: list(names) for kind, names in found.items()}


def _value(word: str) -> float | None:
    return float(word.replace(",", "")) if _FIGURE.fullmatch(word) else _VALUES.get(word.lower())


def _other(word: str) -> str:
    value = _value(word) or 1.0
    new = value
    while new == value or new <= 0:
        new = round(value * random.choice(_FACTORS)) if value >= _SMALL else random.randint(1, 9)
    if not word[0].isdigit():
        return next((w for w, v in _VALUES.items() if v == new), str(int(new)))
    return f"{int(new):,}" if "," in word else str(int(new))


def _shift_written(words: list[str], at: int, shift: int) -> None:
    """Moves the day that stands in brackets behind a weekday."""
    for k in range(at + 1, min(at + 10, len(words) - 5)):
        if words[k] == "(" and words[k + 2] == words[k + 4] == "-" and words[k + 5].isdigit():
            day = int(words[k + 5]) + shift
            if 1 <= day <= _LAST_DAY:
                words[k + 5] = f"{day:02d}"
            return


# ---------------------------------------------------------------- learning
def batches(lengths: Sequence[int], size: int) -> list[list[int]]:
    """Indexes in batches of like length, in random order."""
    order = random.sample(range(len(lengths)), len(lengths))
    out = []
    for start in range(0, len(order), size * 50):
        pool = sorted(order[start : start + size * 50], key=lengths.__getitem__)
        out += [pool[k : k + size] for k in range(0, len(pool), size)]
    random.shuffle(out)
    return out


class Course:
    """Steps of one stage: optimiser, warm-up over a tenth, then down to nothing; prints how far it is."""

    def __init__(self, network: PassageNetwork, steps: int, rate: float, heads: Iterable[nn.Module], label: str) -> None:
        body = [p for p in network.encoder.parameters() if p.requires_grad]
        groups = [{"params": body, "lr": rate}, {"params": [p for h in heads for p in h.parameters()], "lr": network.faster * rate}]
        self._network, self._steps, self._label = network, steps, label
        self._optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self._schedule = torch.optim.lr_scheduler.LambdaLR(self._optimizer, lambda n: min(1, n / (0.1 * steps + 1)) * max(0, 1 - n / steps))
        self._step, self._began, self._kept = 0, time.time(), 0.0

    def take(self, loss: Tensor) -> bool:
        """One step; whether more are to come."""
        loss.backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimizer.step()
        self._schedule.step()
        self._optimizer.zero_grad(set_to_none=True)
        self._step += 1
        self._kept = 0.98 * self._kept + 0.02 * loss.item()
        if self._step % 50 == 0:
            left = (time.time() - self._began) / self._step * (self._steps - self._step) / 60
            mean = self._kept / (1 - 0.98**self._step)
            print(f"{self._label} {self._step}/{self._steps} loss {mean:.3f}, {left:.1f} min left", flush=True)
        return self._step < self._steps


def learn_inference(
    network: PassageNetwork, shared: Path, pieces: WordPieces, *, rate: float, most: int | None = None, size: int = 32
) -> None:
    """One pass over entailment, neutral and contradiction, or over so many pairs drawn by chance."""
    lines = (shared / "data/nli/train.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [r for r in (json.loads(line) for line in lines if line) if r["source"] in _SOURCES]
    rows = random.sample(rows, min(most or len(rows), len(rows)))
    data = [(encode_passages((plain(r["premise"]), plain(r["hypothesis"])), pieces), _LABELS[r["label"]]) for r in rows]
    order = batches([len(encoded.ids) for encoded, _ in data], size)
    course = Course(network, len(order), rate, [network.inference], "inference")
    network.train()
    for batch in order:
        inputs = tensors([data[k][0] for k in batch])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network.inference(network.pooled(network.encoder(**inputs), inputs["present"]))
        course.take(functional.cross_entropy(logits.float(), torch.tensor([data[k][1] for k in batch])))


def plain(text: str, longest: int = 60) -> Passage:
    """Words of a sentence that nobody has read."""
    words = tuple(re.findall(r"\w+(?:['’]\w+)?|[^\w\s]", text)[:longest])
    return Passage(words, (WordKind.PLAIN,) * len(words), (None,) * len(words))


def loss(outputs: tuple[Tensor, ...], rows: Sequence[Row]) -> Tensor:
    """By what is known of the pairs, and by what a teacher says of them; where there is both, half of either."""
    by_reader = torch.tensor([0.0 if not r.known else _HALF if r.taught else 1.0 for r in rows])
    by_teacher = torch.tensor([0.0 if not r.taught else _HALF if r.known else 1.0 for r in rows])
    total = known_loss(outputs, rows, by_reader)
    return total + (by_teacher * taught_loss(outputs, rows)).mean() if by_teacher.any() else total


def taught_loss(outputs: tuple[Tensor, ...], rows: Sequence[Row]) -> Tensor:
    """(rows,) How far it is from the teacher (Hinton et al. 2015): relations as shares and as logits, aspects where that sees one."""
    relations, aspects = (x.float() for x in outputs[:2])
    views = torch.zeros(len(rows), relations.shape[1] + aspects.shape[1])
    for k, r in enumerate(rows):
        if r.taught:
            views[k] = torch.tensor(r.taught)
    wanted, seen = views[:, :3].clamp(*_SURE), views[:, 3:].log_softmax(1)
    shares = functional.binary_cross_entropy_with_logits(relations, wanted.sigmoid(), reduction="none") @ torch.tensor(_WEIGHTS)
    logits = (relations - wanted).square() @ torch.tensor(_WEIGHTS)
    kind = functional.kl_div(aspects.log_softmax(1), seen, reduction="none", log_target=True).sum(1)
    return shares + _LOGITS * logits + 0.3 * kind * wanted[:, :2].sigmoid().amax(1)


def known_loss(outputs: tuple[Tensor, ...], rows: Sequence[Row], weight: Tensor) -> Tensor:
    """By what is known of the pairs. Where nobody looked at the two sentences, an agreement that is not marked counts for less.

    Args:
        outputs: Of the network.
        rows: What they are of.
        weight: (rows,) of each.
    """
    relations, aspects, carries = (x.float() for x in outputs[:3])
    wanted = torch.tensor([(r.difference, r.agreement, r.tension) for r in rows])
    sure = torch.tensor([max(r.agreement, r.difference, float(r.looked)) for r in rows])
    each = functional.binary_cross_entropy_with_logits(relations, wanted, reduction="none") * torch.tensor(_WEIGHTS)
    each[:, 1] = each[:, 1] * (0.4 + 0.6 * sure)
    total = (each.sum(1) * weight).mean()
    known = torch.tensor([r.aspect for r in rows])
    if (known >= 0).any():
        total = total + 0.3 * functional.cross_entropy(aspects[known >= 0], known[known >= 0])
    marked = torch.full(carries.shape, -1.0)
    for k, r in enumerate(rows):
        marked[k, : len(r.carries)] = torch.tensor(r.carries)
    if (marked >= 0).any():
        total = total + 0.5 * functional.binary_cross_entropy_with_logits(carries[marked >= 0], marked[marked >= 0])
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """Pairs to learn from: differences, agreements, pairs that somebody found to be neither, pairs without a finding, sets and edits.

    And sentences in which who comes is marked; pairs of which only a teacher says anything; and what it says of pairs, by their keys.
    """

    differences: tuple[Pair, ...]
    agreements: tuple[Pair, ...]
    neither: tuple[Pair, ...]
    others: tuple[Pair, ...]
    unknown: tuple[Pair, ...]
    sets: tuple[Pair, ...]
    edits: tuple[Pair, ...]
    marked: tuple[Marked, ...]
    names: Mapping[WordKind, Sequence[tuple[str, ...]]]
    views: Mapping[Key, tuple[float, ...]]
    agreed: int = 2400
    refused: int = 2400
    strangers: int = 1800
    contrasted: int = 2400
    shown: int = 5000

    def epoch(self) -> list[Pair]:
        """Pairs of one pass: close strangers more often than far ones, half of the agreements once more with their value changed."""
        agreements = random.sample(self.agreements, min(self.agreed, len(self.agreements)))
        whole = [p for p in (*agreements, *self.sets[::2]) if p.agreement == 1 and p.difference == 0]
        turned = [changed(p, self.names) for p in whole if random.random() < _HALF]
        strangers = drawn(self.others, [0.2 + max(0.0, p.closeness) for p in self.others], self.strangers)
        shown = drawn(self.unknown, [0.2 + 1 / (1 + math.exp(-max(self.views[p.key][:2]))) for p in self.unknown], self.shown)
        again = [p for p in self.differences if random.random() < _HALF]
        neither = random.sample(self.neither, min(self.refused, len(self.neither)))
        contrasted = random.sample(self.sets, min(self.contrasted, len(self.sets)))
        return [
            *self.differences,
            *again,
            *agreements,
            *(p for p in turned if p),
            *contrasted,
            *self.edits,
            *neither,
            *strangers,
            *shown,
        ]

    def rows(self, pieces: WordPieces) -> list[Row]:
        """Pairs of one pass with what the teacher says; it was never asked of a pair that was changed."""
        return [row(p, pieces, self.views.get(p.key, ())) for p in self.epoch()]


def drawn(pairs: Sequence[Pair], weights: Sequence[float], n: int) -> list[Pair]:
    """So many of them, without repetition (Efraimidis and Spirakis 2006)."""
    keys = [random.random() ** (1 / w) for w in weights]
    return [pairs[k] for k in sorted(range(len(pairs)), key=lambda k: -keys[k])[:n]]


def learn_pairs(network: PassageNetwork, began: Encoder, lesson: Lesson, pieces: WordPieces, *, epochs: float, rate: float) -> None:
    """The stage that counts.

    A student's every fourth step also holds vectors of single sentences to those of the encoder at the start, and every fourth shows who
    comes; a teacher learns in every step which words stand against which.
    """
    per = math.ceil(len(lesson.epoch()) / _PAIRS)
    course = Course(
        network, round(epochs * per), rate, [m for n, m in network.named_children() if n not in ("encoder", "inference")], "pairs"
    )
    told = (*lesson.differences, *lesson.agreements, *lesson.others[::3])
    single = [encode_passages((passage,), pieces) for p in told for passage in p.passages]
    network.train()
    began.eval()
    more, step = True, 0
    while more:
        rows = lesson.rows(pieces)
        for batch in batches([len(r.encoded.ids) for r in rows], _PAIRS):
            here = [rows[k] for k in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs = network(**tensors([r.encoded for r in here]))
            total = loss(outputs, here)
            if isinstance(network, TeacherNetwork):
                total = total + _AGAINST * against_loss(outputs[4], here)
            elif step % 4 == 0:
                total = total + likeness_loss(network, began, tensors(random.sample(single, _PAIRS)))
            elif step % 4 == 2 and lesson.marked:
                total = total + attendance_loss(network, random.sample(lesson.marked, min(_PAIRS, len(lesson.marked))), pieces)
            step += 1
            more = course.take(total)
            if not more:
                break


def attendance_loss(network: PassageNetwork, rows: Sequence[Marked], pieces: WordPieces) -> Tensor:
    """How well the words of parties show whether they come; a word without a status is one of many, and counts for less."""
    encoded = [encode_passages((m.passage,), pieces) for m in rows]
    inputs = tensors(encoded)
    wanted = torch.full(inputs["pieces"].shape, -100)
    for k, (e, m) in enumerate(zip(encoded, rows, strict=True)):
        for at, (n, word) in enumerate(e.words):
            if n == 0:
                status = m.statuses[word]
                wanted[k, at] = 0 if status is None else 1 + STATUSES.index(status)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(**inputs)[4].float()
    weight = torch.ones(1 + len(STATUSES))
    weight[0] = _UNMARKED
    return functional.cross_entropy(logits.flatten(0, 1), wanted.flatten(), weight=weight, ignore_index=-100)


def likeness_loss(network: PassageNetwork, began: Encoder, inputs: dict[str, Tensor]) -> Tensor:
    """How far states and their mean have turned from where they were."""
    here = inputs["present"]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.encoder(**inputs).float()
        with torch.no_grad():
            before = began(inputs["pieces"], inputs["features"][:, :, :0], here).float()
    mean = [(s * here[..., None]).sum(1) / here.sum(1, keepdim=True) for s in (states, before)]
    words = 1 - functional.cosine_similarity(states, before, dim=-1)
    return (1 - functional.cosine_similarity(*mean, dim=-1)).mean() + 0.5 * (words * here).sum() / here.sum()


def vectors_of(encoder: Encoder, pieces: WordPieces, size: int = 64) -> Vectors:
    """Unit vectors of single passages by an encoder without features."""

    @torch.no_grad()
    def vectors(passages: Sequence[Passage]) -> NDArray[np.float32]:
        encoder.eval()
        encoded = [encode_passages((p,), pieces) for p in passages]
        order = sorted(range(len(encoded)), key=lambda k: len(encoded[k].ids))
        out = np.zeros((len(encoded), encoder.width), dtype=np.float32)
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            inputs = tensors([encoded[k] for k in batch])
            states = encoder(inputs["pieces"], inputs["features"][:, :, :0], inputs["present"])
            here = inputs["present"][..., None]
            out[batch] = functional.normalize((states * here).sum(1) / here.sum(1), dim=-1).numpy()
        return out

    return vectors


@torch.no_grad()
def views(network: PassageNetwork, pairs: Sequence[Pair], pieces: WordPieces, size: int = 48) -> Tensor:
    """(n, 3 + aspects) logits in the order of the pairs."""
    network.eval()
    encoded = [encode_passages(p.passages, pieces) for p in pairs]
    out = torch.zeros(len(pairs), 3 + len(ASPECTS))
    order = sorted(range(len(pairs)), key=lambda k: len(encoded[k].ids))
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            relations, aspects, *_ = network(**tensors([encoded[k] for k in batch]))
        out[batch] = torch.cat([relations, aspects], 1).float()
    return out


@torch.no_grad()
def carries(
    network: PassageNetwork, pairs: Sequence[tuple[Passage, Passage]], pieces: WordPieces, size: int = 48
) -> list[list[list[float]]]:
    """For each pair and either passage, how surely each word carries the value; 0 for words that were cut off."""
    network.eval()
    encoded = [encode_passages(p, pieces) for p in pairs]
    out = [[[0.0] * len(passage.words) for passage in p] for p in pairs]
    order = sorted(range(len(pairs)), key=lambda k: len(encoded[k].ids))
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            rows = network(**tensors([encoded[k] for k in batch]))[2].float().sigmoid().tolist()
        for k, row in zip(batch, rows, strict=True):
            for at, (n, word) in enumerate(encoded[k].words):
                if n >= 0:
                    out[k][n][word] = max(out[k][n][word], row[at])
    return out


def fit(a: argparse.Namespace) -> None:
    """Both stages, or the second from other weights; inference is kept in the work folder and taken from there the next time."""
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    pieces = WordPieces(vocabulary(a.minilm))
    network = new(a)
    if a.begin:
        network.load_state_dict(mean([torch.load(path, weights_only=True) for path in a.begin]))
    else:
        begin(network, a, pieces)
    began = Encoder(a.minilm)
    pairs = kept_pairs(a, began, pieces)
    learn_pairs(network, began, lesson_of(a, pairs), pieces, epochs=a.epochs, rate=a.rate or network.rate)
    torch.save(network.state_dict(), a.to)
    if a.fold is not None:
        left = [p for p in pairs if fold_of(p.story, a.folds) == a.fold and p.near and p.known]
        said = [(p.difference, p.agreement) for p in left]
        found = ([(*p.key, p.closeness) for p in left], views(network, left, pieces).numpy(), said)
        a.to.with_suffix(".pkl").write_bytes(pickle.dumps(found))


def new(a: argparse.Namespace) -> PassageNetwork:
    """A network that has learnt nothing of this yet: a teacher where MPNet is given, else a student."""
    return TeacherNetwork(a.mpnet, vocabulary(a.minilm)) if a.mpnet else student(a.minilm)


def look(a: argparse.Namespace) -> None:
    """Writes what a teacher says of pairs that it has not learnt from: those of which nothing is known, and those of the fold left out."""
    torch.set_num_threads(a.threads)
    pieces = WordPieces(vocabulary(a.minilm))
    network = new(a)
    network.load_state_dict(torch.load(a.weights, weights_only=True))
    pairs = [p for p in kept_pairs(a, Encoder(a.minilm), pieces) if p.near and _NEAR[0] <= p.closeness < _NEAR[1]]
    unseen = [p for p in pairs if not p.known or (a.fold is not None and fold_of(p.story, a.folds) == a.fold)]
    said = views(network, unseen, pieces).tolist()
    a.to.write_bytes(pickle.dumps({p.key: tuple(logits) for p, logits in zip(unseen, said, strict=True)}))


def taught(paths: Iterable[Path]) -> dict[Key, tuple[float, ...]]:
    """What teachers said of pairs; the mean where several did."""
    said: dict[Key, list[tuple[float, ...]]] = defaultdict(list)
    for path in paths:
        for key, logits in pickle.loads(path.read_bytes()).items():  # noqa: S301 - our own file
            said[key].append(logits)
    return {key: tuple(map(float, np.mean(rows, axis=0))) for key, rows in said.items()}


def begin(network: PassageNetwork, a: argparse.Namespace, pieces: WordPieces) -> None:
    """The first stage, and heads that begin with what it learnt: a difference as a contradiction, an agreement as an entailment."""
    kept = a.work / ("inference_teacher.pt" if a.mpnet else "inference.pt")
    if not kept.exists():
        learn_inference(network, a.shared, pieces, rate=network.inference_rate, most=network.inference_pairs)
        torch.save(network.state_dict(), kept)
    network.load_state_dict(torch.load(kept, weights_only=True), strict=False)  # heads that it does not train may be newer than it
    with torch.no_grad():
        network.relation.weight[0] = network.inference.weight[2] - network.inference.weight[1]
        network.relation.weight[1] = network.inference.weight[0] - network.inference.weight[1]


def mean(weights: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Of each weight, over the networks that have it: a head may be newer than some of them."""
    return {name: torch.stack([w[name] for w in weights if name in w]).mean(0) for name in weights[-1]}


def lesson_of(a: argparse.Namespace, pairs: Sequence[Pair]) -> Lesson:
    """What may be learnt from: all, or what is not of the fold."""

    def is_learnt(story: str) -> bool:
        return a.fold is None or fold_of(story, a.folds) != a.fold

    kinds: dict[str, list[Pair]] = {"differences": [], "agreements": [], "neither": [], "others": [], "unknown": []}
    views = taught(a.views or ())
    for p in pairs:
        if is_learnt(p.story) if p.known else p.key in views:
            kinds[kind_of(p)].append(p)
    lesson = Lesson(
        **{name: tuple(rows) for name, rows in kinds.items()}, sets=tuple(set_pairs(a.work)),
        marked=tuple(m for m in marked_sentences(a.shared, a.work) if is_learnt(m.story)),
        edits=tuple(p for p in edited_pairs(stories(a.shared, a.work), a.work) if is_learnt(p.story)),
        names=names_of([p for rows in kinds.values() for p in rows if p.known]), views=views,
    )  # fmt: skip
    print({n: len(getattr(lesson, n)) for n in (*kinds, "sets", "edits", "marked")}, flush=True)
    return lesson


def kind_of(pair: Pair) -> str:
    """Which part of the lesson a pair belongs to."""
    if not pair.known:
        return "unknown"
    if pair.difference >= _HALF:
        return "differences"
    if pair.agreement >= _HALF:
        return "agreements"
    return "neither" if pair.looked else "others"


def kept_pairs(a: argparse.Namespace, began: Encoder, pieces: WordPieces) -> list[Pair]:
    """Pairs of all stories that may be learnt from; kept in the work folder, for they take minutes."""
    kept = a.work / "pairs.pkl"
    if not kept.exists():
        kept.write_bytes(pickle.dumps(story_pairs(stories(a.shared, a.work), vectors_of(began, pieces))))
    found: list[Pair] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
    return found


def export(a: argparse.Namespace) -> None:
    """Writes the weights in eight bits without the table of words, with labels and pieces in the metadata."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    from shared_words import detach

    network = student(a.minilm)
    network.load_state_dict(torch.load(a.weights, weights_only=True))
    pieces = WordPieces(vocabulary(a.minilm))
    examples = (plain("Oman agreed"), plain("Oman did not agree")), (plain("No"),)
    inputs = tensors([encode_passages(e, pieces) for e in examples])
    axes = {n: {0: "batch", 1: "pieces"} for n in (*inputs, "carries", "states", "attendance")} | {
        n: {0: "batch"} for n in ("relations", "aspects")
    }
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network.eval(), kwargs=inputs, f=full, input_names=list(inputs),
            output_names=["relations", "aspects", "carries", "states", "attendance"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        exact = [node.name for node in onnx.load(full).graph.node if node.name.startswith(_NOT_ROUNDED)] if a.exact else []
        quantize_dynamic(full, a.to, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=exact)
    shipped = onnx.load(a.to)
    detach(shipped)
    described = {"name": NAME, "aspects": " ".join(ASPECTS), "statuses": " ".join(STATUSES), "word_pieces": "\n".join(vocabulary(a.minilm))}
    onnx.helper.set_model_props(shipped, described)
    onnx.save(shipped, a.to)
    print(f"{a.to}: {a.to.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Runs one of the three."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest="command", required=True)
    f = sub.add_parser("fit")
    f.add_argument("shared", type=Path)
    f.add_argument("--work", type=Path, required=True)
    f.add_argument("--epochs", type=float, default=2.0)
    f.add_argument("--rate", type=float, help="of the encoder")
    f.add_argument("--views", type=Path, nargs="+", help="what teachers say of pairs, as `look` writes it")
    f.add_argument("--begin", type=Path, nargs="+", help="weights to go on from: their mean")
    f.add_argument("--seed", type=int, default=0)
    v = sub.add_parser("look")
    v.add_argument("weights", type=Path)
    v.add_argument("shared", type=Path)
    v.add_argument("--work", type=Path, required=True)
    for p in (f, v):
        p.add_argument("--mpnet", type=Path, help="a teacher of this encoder instead of a student")
        p.add_argument("--fold", type=int)
        p.add_argument("--folds", type=int, default=2)
        p.add_argument("--threads", type=int, default=2)
    e = sub.add_parser("export")
    e.add_argument("weights", type=Path)
    e.add_argument("--exact", action="store_true", help="leave the first layer and the heads in 32 bits")
    for p in (f, v, e):
        p.add_argument("--minilm", type=Path, required=True)
        p.add_argument("--to", type=Path, required=True)
    a = ap.parse_args()
    {"fit": fit, "look": look, "export": export}[a.command](a)


if __name__ == "__main__":
    main()
