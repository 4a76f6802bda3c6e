"""Aligned -> Drafts on what it was done with: weapons of one sort that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.drafts import Draft
from accord.reconcile.phrases import join
from accord.reconcile.terms import fold_name
from accord.reconcile.wording import WEAPONS, explain

RULE = "compare.means"
# Sorts of weapon; the names of one cell are one weapon. Two reports that each give one weapon of a sort, and not the same, differ.
# Written by hand.
_SORTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "fire": (("mortar",), ("artillery", "howitzer", "cannon"), ("rocket", "katyusha", "grad"), ("tank",)),
    "air defence": (
        ("s-300", "s300"),
        ("s-400", "s400"),
        ("s-200", "s200"),
        ("patriot",),
        ("buk",),
        ("nasams",),
        ("stinger",),
        ("hawk",),
        ("pantsir",),
        ("tor",),
    ),
    "blade or gun": (
        ("knife", "dagger", "machete", "blade", "sword", "axe"),
        ("gun", "pistol", "rifle", "revolver", "handgun", "shotgun", "submachinegun", "firearm"),
    ),
    "bearer": (
        ("car", "sedan", "taxi"),
        ("truck", "lorry", "tanker", "pickup"),
        ("motorcycle", "motorbike", "moped", "scooter"),
        ("bicycle",),
        ("bus", "minibus"),
        ("donkey",),
        ("suitcase", "briefcase", "backpack", "parcel", "package"),
        ("belt", "vest"),
    ),
    "craft": (("drone", "uav"), ("helicopter",), ("warplane", "jet", "fighter", "bomber", "plane", "aircraft")),
    "agent": (("sarin",), ("chlorine",), ("mustard",), ("novichok",), ("vx",)),
    "explosive": (("dynamite",), ("c-4", "c4"), ("tnt",), ("ammonal",), ("fertilizer", "fertiliser"), ("semtex",)),
}
_CELL = {word: (sort, cell[0]) for sort, cells in _SORTS.items() for cell in cells for word in cell}
# A car is a weapon only as a bomb; a tank or a plane only where it fires.
_NEEDS_BOMB = frozenset({"bearer"})
_BOMB = frozenset(
    "bomb bomber bombing explosive explosive-laden explosives-laden explosion detonate explode blast rig pack lade load booby"
    " dynamite".split()
)
_FIRE = frozenset(
    "fire shell shelling strike attack kill hit bombard bombardment use launch lock target radar battery raid barrage pound"
    " stab slash hack shoot gun murder wound injure rob threaten assassinate slay".split()
)
_LEAD = 12  # sentences; what stands further down is background
_MATCH = 0.12
_STEM = 4  # letters that a state and its demonym share


@dataclass(frozen=True, slots=True)
class _Weapon:
    report: int
    sentence: int
    span: Span
    name: str
    owners: frozenset[str] = frozenset()


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of weapon, one a sort."""
    by_sort: dict[str, dict[int, list[_Weapon]]] = defaultdict(lambda: defaultdict(list))
    named: list[set[str]] = []
    for k, reading in enumerate(story.readings):
        named.append({_CELL[_word(t)][1] for s in reading.sentences for t in s.tokens if _word(t) in _CELL})
        for sent in reading.sentences[:_LEAD]:
            for sort, weapon in _weapons(k, sent):
                by_sort[sort][k].append(weapon)
    matches = {(m.a, m.i, m.b, m.j) for m in story.matches if m.score >= _MATCH}
    for sort in sorted(by_sort):
        told = by_sort[sort]
        for a, b in story.pairs():
            x, y = told.get(a, []), told.get(b, [])
            names = {w.name for w in x}, {w.name for w in y}
            if len(names[0]) != 1 or len(names[1]) != 1 or names[0] == names[1] or names[0] & named[b] or names[1] & named[a]:
                continue
            owners = [frozenset[str]().union(*(w.owners for w in row)) for row in (x, y)]
            if owners[0] and owners[1] and not owners[0] & owners[1]:
                continue
            near = {(v.sentence + d, w.sentence + e) for v in x for w in y for d in (-1, 0, 1) for e in (-1, 0, 1)}
            if any((a, i, b, j) in matches for i, j in near):
                yield _draft(story, sort, [*x, *y])


def _word(t: Token) -> str:
    return t.lower if t.pos == "PROPN" else t.lemma.lower()


def _weapons(k: int, sent: Sentence) -> Iterator[tuple[str, _Weapon]]:
    for t in sent.tokens:
        if _word(t) not in _CELL or t.pos not in ("NOUN", "PROPN"):
            continue
        sort, name = _CELL[_word(t)]
        near = {n.lemma.lower() for n in sent.tokens[max(0, t.i - 5) : t.i + 6]}
        if near & (_BOMB if sort in _NEEDS_BOMB else _FIRE | _BOMB):
            last = sent.tokens[t.head] if t.dep == "compound" and t.head == t.i + 1 else t
            yield sort, _Weapon(k, sent.index, Span(t.start, last.end), name, _owners(sent, last))


def _owners(sent: Sentence, noun: Token) -> frozenset[str]:
    """Beginnings of the nations whose weapon it is ("Indian artillery", "mortar fire from Pakistan")."""
    near = [*sent.kids(noun.i, "amod", "compound", "nmod", "poss"), *(g for p in sent.kids(noun.i, "prep") for g in sent.kids(p.i, "pobj"))]
    return frozenset(fold_name(t.text)[:_STEM] for t in near if t.ner in ("GPE", "NORP"))


def _shown(story: Aligned, w: _Weapon) -> str:
    sentence = story.readings[w.report].sentences[w.sentence]
    return join(sentence.covering(w.span)) or w.name


def _draft(story: Aligned, sort: str, group: list[_Weapon]) -> Draft:
    values = tuple(value_of(story.readings[w.report], w.span, _shown(story, w)) for w in group)
    text = explain(story, Aspect.MEANS, Relation.CONTRADICTION, values)
    return Draft(
        relation=Relation.CONTRADICTION,
        aspect=Aspect.MEANS,
        subject=WEAPONS.get(sort, "weapon that was used"),
        values=values,
        explanation=text,
        score=0.5,
        rule=RULE,
    )
