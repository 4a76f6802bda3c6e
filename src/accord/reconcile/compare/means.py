"""Aligned -> Drafts on what it was done with: weapons of one sort that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Aspect, Relation
from accord.reconcile.align import Aligned
from accord.reconcile.claims import value_of
from accord.reconcile.compare.sorts import Answer, excluding
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
_STEM = 4  # letters that a state and its demonym share


def compare(story: Aligned) -> Iterator[Draft]:
    """Differences of weapon, one a sort."""
    told = [[w for sent in r.sentences[:_LEAD] for w in _weapons(k, sent)] for k, r in enumerate(story.readings)]
    for group in excluding(story, told, [_named(r) for r in story.readings], reach=1):
        yield _draft(story, group)


def _named(reading: Reading) -> dict[str, frozenset[str]]:
    """All weapons that a report has a word of, by sort."""
    found = [_CELL[_word(t)] for s in reading.sentences for t in s.tokens if _word(t) in _CELL]
    return {sort: frozenset(cell for s, cell in found if s == sort) for sort, _ in found}


def _word(t: Token) -> str:
    return t.lower if t.pos == "PROPN" else t.lemma.lower()


def _weapons(k: int, sent: Sentence) -> Iterator[Answer]:
    for t in sent.tokens:
        if _word(t) not in _CELL or t.pos not in ("NOUN", "PROPN"):
            continue
        sort, cell = _CELL[_word(t)]
        near = {n.lemma.lower() for n in sent.tokens[max(0, t.i - 5) : t.i + 6]}
        if near & (_BOMB if sort in _NEEDS_BOMB else _FIRE | _BOMB):
            last = sent.tokens[t.head] if t.dep == "compound" and t.head == t.i + 1 else t
            yield Answer(k, sent.index, Span(t.start, last.end), sort, cell, _owners(sent, last))


def _owners(sent: Sentence, noun: Token) -> frozenset[str]:
    """Beginnings of the nations whose weapon it is ("Indian artillery", "mortar fire from Pakistan")."""
    near = [*sent.kids(noun.i, "amod", "compound", "nmod", "poss"), *(g for p in sent.kids(noun.i, "prep") for g in sent.kids(p.i, "pobj"))]
    return frozenset(fold_name(t.text)[:_STEM] for t in near if t.ner in ("GPE", "NORP"))


def _shown(story: Aligned, w: Answer) -> str:
    sentence = story.readings[w.report].sentences[w.sentence]
    return join(sentence.covering(w.span)) or w.cell


def _draft(story: Aligned, group: list[Answer]) -> Draft:
    values = tuple(value_of(story.readings[w.report], w.span, _shown(story, w)) for w in group)
    text = explain(story, Aspect.MEANS, Relation.CONTRADICTION, values)
    return Draft(
        relation=Relation.CONTRADICTION,
        aspect=Aspect.MEANS,
        subject=WEAPONS.get(group[0].sort, "weapon that was used"),
        values=values,
        explanation=text,
        score=0.5,
        rule=RULE,
    )
