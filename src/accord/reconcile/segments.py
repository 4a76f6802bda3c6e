"""Reading -> items: the runs of sentences of a round-up that tell of different happenings; most reports are of one item."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta

from accord.model.reading import Reading
from accord.model.sentence import Sentence
from accord.model.timex import interval
from accord.model.vocabulary import NoiseKind
from accord.reconcile.profiles import Profile, background_rarity, common_terms, item_profile, profile, publication
from accord.reconcile.terms import terms

_LEAST = 12  # different terms of an item
MOST_ITEMS = 12  # items of a report
_PAST = timedelta(days=10)  # what names no later day than one longer ago is background
_HEADING = 12  # tokens of a sub-heading at most
_ENDS = frozenset(".!?…:;,\"”'’)")
_COMMON_WEIGHT = 1.0  # of a state or leader, in the scale of the rarity of words (3 to 8)
# Words that lean on what was said before: an item does not begin with one.
_LEANING = frozenset(
    "he she they it his her hers their theirs its him them this that these those such and but or nor so yet however therefore thus".split()
)
_OPENING = re.compile(
    r"""(?:
    in \s (?:other|related|further|more|separate|additional) \s (?:\w+\s){0,2}? (?:news|developments?|business|matters?|incidents?|events?)
  | in \s (?:another|a \s (?:separate|different|second|further)) \s \w+
  | on \s (?:another|a \s (?:separate|different)) \s (?:front|matter|note|topic|subject|issue)
  | meanwhile | elsewhere | separately
  | also \s (?:today|yesterday|in|on \s \w+day)
  | turning \s (?:now \s)? to | now \s to
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A place in capitals, perhaps a day and an agency, then a dash: "LIMA, 3 May (Reuters) -".
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]{2,30}(?:,[^()\n]{1,30}?)?\s*(?:\([^()\n]{2,30}\))?\s*(?:--|[—–]|-\s)")

# Log-odds that a sentence begins another item, by how it is set off (by hand) and by what its side of the report shares with the other: a
# logistic model of where two leads were joined against places inside a report; `_NEEDED` is what it takes. A sentence that nothing sets
# off begins none, nor does a mere paragraph: reports that wander (the talks, the town, the harvest) would fall apart.
_BIAS, _SHARED, _SIZE, _NAMED, _LEANS = -5.7, -21.7, 2.4, -1.2, -2.1
_JOINTS = {"none": -math.inf, "block": -math.inf, "opening": 1.0, "dateline": 2.0, "heading": 1.5}
_NEEDED = 0.5


def itemized(reading: Reading) -> Profile:
    """The profile of a report as a whole, with those of its items, the first too, where it tells of several happenings."""
    whole, runs = profile(reading), items(reading)
    if len(runs) == 1:
        return whole
    told = [run for k, run in enumerate(runs) if k == 0 or not _is_past(reading, run)]
    return replace(whole, items=tuple(item_profile(reading, run) for run in told)) if len(told) > 1 else whole


def by_first_item(of: Profile) -> Profile:
    """The profile with its first item in place of the whole, the others as its items; as it is if the report is of one item.

    Where little is needed to join (a few reports, which somebody chose), a round-up as a whole would glue its stories together: they stay
    apart in 0.73 of such sets this way, in 0.41 by the whole. In a stream the whole is the better guide (B-cubed 0.958, not 0.954).
    """
    if not of.items:
        return of
    first, *others = of.items
    return replace(first, digest=of.digest, items=tuple(others))


def items(reading: Reading) -> tuple[range, ...]:
    """Runs of sentences that tell of different happenings, in order, together all sentences; one run for most reports."""
    sentences = reading.sentences
    rows = [frozenset(terms(s)) for s in sentences]
    shown = [_JOINTS[joint(reading, k)] + (_LEANS if _leans(s) else 0.0) if k else 0.0 for k, s in enumerate(sentences)]
    common = common_terms(reading)
    done: list[range] = []
    todo = [range(len(sentences))]
    while todo:
        run = todo.pop()
        best, at = max(((shown[k] + odds, -k) for k, odds in _apart(rows, run, common)), default=(-math.inf, 0))
        if best >= _NEEDED and len(done) + len(todo) + 2 <= MOST_ITEMS:
            todo += [range(-at, run.stop), range(run.start, -at)]
        else:
            done.append(run)
    return tuple(done)


def joint(reading: Reading, k: int) -> str:
    """How a sentence that is not the first is set off from those before it: a key of the table of joints."""
    s, before = reading.sentences[k], reading.sentences[k - 1]
    words = s.span.of(reading.report.text)
    if s.block != before.block:
        if _is_heading(reading, k) or _has_heading(reading, before, s):
            return "heading"
        if _DATELINE.match(words):
            return "dateline"
    if _OPENING.match(words):
        return "opening"
    return "none" if s.block == before.block else "block"


def _is_heading(reading: Reading, k: int) -> bool:
    """A short line of its own without a full stop, or a row of asterisks or dashes; a report does not end with one."""
    s = reading.sentences[k]
    alone = k + 1 < len(reading.sentences) and reading.sentences[k + 1].block != s.block
    return alone and 0 < len(s.tokens) <= _HEADING and s.tokens[-1].text[-1:] not in _ENDS


def _has_heading(reading: Reading, before: Sentence, s: Sentence) -> bool:
    """Whether a line between two sentences was told to be a heading and left out of the prose."""
    return any(n.kind is NoiseKind.HEADING and before.span.end <= n.span.start < s.span.start for n in reading.report.noise)


def _leans(s: Sentence) -> bool:
    return bool(s.tokens) and s.tokens[0].lower in _LEANING


def _apart(rows: Sequence[AbstractSet[str]], run: range, common: AbstractSet[str]) -> Iterator[tuple[int, float]]:
    """Sentences of a run that may begin another item, with the log-odds by what the words of either side share."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for k in run:
        for t in rows[k]:
            first.setdefault(t, k)
            last[t] = k
    weights = {t: _COMMON_WEIGHT if t in common else background_rarity(t) for t in sorted(first)}
    everything, left, shut = math.fsum(weights.values()), 0.0, 0.0
    begun = ended = 0
    for k in run:
        right = everything - shut
        named = any(t.startswith("N:") and first[t] < k and t not in common for t in rows[k])
        if min(begun, len(first) - ended) >= _LEAST:
            share = max(0.0, left - shut) / min(left, right)
            yield k, _BIAS + _SHARED * share + _SIZE * math.log(min(begun, len(first) - ended)) + (_NAMED if named else 0.0)
        for t in sorted(rows[k]):
            if first[t] == k:
                left += weights[t]
                begun += 1
            if last[t] == k:
                shut += weights[t]
                ended += 1


def _is_past(reading: Reading, run: range) -> bool:
    """Whether the days that sentences name are all well before the report: a paragraph that looks back."""
    published = publication(reading.published)[0]
    ends = [span[1] for t in reading.times if t.sentence in run and (span := interval(t.value))]
    return published is not None and max(ends, default=published) < published - _PAST
