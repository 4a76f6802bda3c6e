"""Aligned -> Drafts on positions: for a matter in one report and against it in another, undecided and decided, silent and heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from accord.model.reading import Attribution, Reading
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import quote_of
from accord.reconcile.drafts import Draft
from accord.reconcile.happenings import Happenings
from accord.reconcile.positions import Position, Side, positions
from accord.reconcile.predicates import are_namesakes, entity_key
from accord.reconcile.wording import Own, explain

RULE = "compare.stances"
_LIKE = 0.35  # weighted share of the two matters' words
_LIKE_MATCHED, _MATCH = 0.15, 0.2  # less of it where the sentences tell the same
_MOST = 60  # positions of a report that are looked at: each meets each of the other's
_LEAD = 10  # sentences in which a party that was silent must be heard for its word to be on the matter
_OFFICIAL = frozenset({"GOV", "MIL", "JUD", "COP"})
_OPPOSED = frozenset({
    frozenset((Side.FOR, Side.AGAINST)), frozenset((Side.FOR, Side.OPEN)), frozenset((Side.AGAINST, Side.OPEN)),
    frozenset((Side.FOR, Side.ABSTAINED)), frozenset((Side.AGAINST, Side.ABSTAINED)),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Held:
    report: int
    position: Position


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of position, then of silence."""
    held = [[_Held(k, p) for p in islice(positions(r), _MOST)] for k, r in enumerate(story.readings)]
    scale = Happenings(story)
    for a, b in story.pairs():
        pairs = [
            (like, x, y) for x in held[a] for y in held[b]
            if (like := _clash(x, y, held, scale)) and not _namesakes(story, x, y)
        ]  # fmt: skip
        for like, x, y in sorted(pairs, key=lambda p: (-p[0], p[1].position.span, p[2].position.span))[:1]:
            yield _draft(story, x, y, like)
        for older, newer in ((a, b), (b, a)):
            if story.newer(newer, older) == 1:
                yield from _heard(story, held[older], newer)


def _namesakes(story: Aligned, x: _Held, y: _Held) -> bool:
    shared = x.position.holders & y.position.holders
    return all(are_namesakes(story.readings[x.report], story.readings[y.report], key) for key in shared)


def _clash(x: _Held, y: _Held, held: Sequence[Sequence[_Held]], scale: Happenings) -> float:
    """How alike the matters are of two positions that one party cannot hold at once; 0 where it can, or one report tells both."""
    p, q = x.position, y.position
    if frozenset((p.side, q.side)) not in _OPPOSED or not p.holders & q.holders:
        return 0.0
    like = _one_matter(x, y, scale)
    if not like:
        return 0.0
    both = any(
        o.position.side is other.position.side and o.position.holders & p.holders & q.holders and _one_matter(o, other, scale)
        for mine, other in ((x, y), (y, x)) for o in held[mine.report]
    )  # fmt: skip
    return 0.0 if both else like


def _one_matter(x: _Held, y: _Held, scale: Happenings) -> float:
    p, q = x.position, y.position
    match = scale.match(x.report, p.sentence, y.report, q.sentence)
    if Side.ABSTAINED in (p.side, q.side):
        if not (p.vote and q.vote):
            return 0.0
        if not (p.matter and q.matter):  # "Romania abstained": from what, the sentences must tell
            return _LIKE if match >= _MATCH else 0.0
        return max(scale.alike(p.matter, q.matter), _LIKE if match >= _MATCH else 0.0)
    like = scale.alike(p.matter, q.matter) if p.deed == q.deed else 0.0  # to refuse to apologise for a thing is not to be against it
    return like if like >= (_LIKE_MATCHED if match >= _MATCH else _LIKE) else 0.0


def _draft(story: Aligned, x: _Held, y: _Held, like: float) -> Draft:
    values = tuple(quote_of(story.readings[h.report], h.position.sentence, h.position.span) for h in (x, y))
    sides = {x.position.side, y.position.side}
    settled = x if y.position.side is Side.OPEN else y
    other = y if settled is x else x
    moved = Side.OPEN in sides and story.newer(settled.report, other.report) == 1
    relation = Relation.UPDATE if moved else Relation.CONTRADICTION
    return Draft(
        relation=relation, aspect=Aspect.STANCE, subject=f"position of {_name(x, y)}", values=values,
        explanation=explain(story, Aspect.STANCE, relation, values), score=round(min(0.7, 0.3 + like / 2), 3), rule=RULE,
    )  # fmt: skip


def _name(x: _Held, y: _Held) -> str:
    """The longer of the two names."""
    return max((x.position.name, y.position.name), key=len)


# ---------------------------------------------------------------- silence
def _heard(story: Aligned, held: Sequence[_Held], newer: int) -> Iterator[Draft]:
    """Who had not spoken in the older report, and is quoted in the newer one."""
    reading = story.readings[newer]
    for x in held:
        if x.position.side is not Side.SILENT or _spoken(story.readings[x.report], x.position.holders) is not None:
            continue
        found = _spoken(reading, x.position.holders)
        if found is None or found.sentences[0] >= _LEAD:
            continue
        silent = quote_of(story.readings[x.report], x.position.sentence, x.position.span)
        word = quote_of(reading, found.sentences[0], found.content[0])
        values = (silent, word) if x.report < newer else (word, silent)
        yield Draft(
            relation=Relation.UPDATE, aspect=Aspect.STANCE, subject=f"whether {x.position.name} has spoken", values=values,
            explanation=explain(story, Aspect.STANCE, Relation.UPDATE, values, Own(why="The word came later")), score=0.4, rule=RULE,
        )  # fmt: skip
        return


def _spoken(reading: Reading, holders: frozenset[str]) -> Attribution | None:
    """The first words of the report that are theirs, or their government's."""
    for a in reading.attributions:
        speaker = next((e for e in reading.entities if e.id == a.speaker), None)
        if speaker is None or not a.content or not a.sentences or not a.cue:
            continue
        state = f"E:{speaker.country}" if speaker.country and speaker.sector in _OFFICIAL else None
        if entity_key(speaker) in holders or state in holders:
            return a
    return None
