"""Verb or noun -> the class of words that news uses for one thing ("sign" and "initial"), and the slot that a count with its verb fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from accord.model.errors import KnowledgeError
from accord.model.sentence import Sentence, Token

_COMPANIONS = ("prt", "advmod", "acomp", "oprd", "xcomp", "ccomp", "prep", "dobj", "npadvmod")
_LONGEST_CHAIN = 3  # verbs from the one that a number hangs on to the deed ("were told to leave")


def _rows(name: str, width: int) -> Iterator[list[str]]:
    """Rows of a table beside this module, header and empty lines left out."""
    text = resources.files("accord.reconcile").joinpath("data", name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if number == 1 or not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise KnowledgeError(f"table {name}, line {number}: {len(cells)} cells, expected {width}")
        yield cells


@cache
def _classes(pos: str) -> Mapping[str, str]:
    """Word -> the first word of its row; a word stands in the first row that holds it."""
    out: dict[str, str] = {}
    for kind, words in _rows("synonyms.tsv", 2):
        row = words.split()
        if kind == pos:
            for word in row:
                out.setdefault(word, row[0])
    return out


@cache
def _frames() -> Mapping[tuple[str, str], str]:
    """Kind of unit and deed -> slot."""
    return {(units, deed): frame for frame, units, deeds in _rows("count_frames.tsv", 3) for deed in deeds.split()}


def verb_class(lemma: str) -> str:
    """Name of the class that holds the verb, particles joined by `_` ("set_off"); else the verb."""
    word = lemma.lower()
    return _classes("v").get(word, word)


def noun_class(lemma: str) -> str:
    """Name of the class that holds the noun, else the noun."""
    word = lemma.lower()
    return _classes("n").get(word, word)


def phrasal(sent: Sentence, verb: Token) -> str | None:
    """The verb with its particle where the two stand in the table ("break_up"); None where it has none there."""
    lemma = verb.lemma.lower()
    known = _classes("v")
    return next((name for k in sent.kids(verb.i, "prt", "advmod", "prep", "dobj") if (name := f"{lemma}_{k.lower}") in known), None)


def deeds(sent: Sentence, verb: Token) -> Iterator[str]:
    """The verb alone and with each companion, then those of the infinitives under it."""
    at: Token | None = verb
    for _ in range(_LONGEST_CHAIN):
        if at is None:
            return
        lemma = at.lemma.lower()
        companions = [k for k in sent.kids(at.i) if k.dep in _COMPANIONS]
        yield from (f"{lemma}_{k.lemma.lower()}" for k in companions)
        yield from (f"{lemma}_{o.lemma.lower()}" for k in companions if k.dep == "prep" for o in sent.kids(k.i, "pobj"))
        yield lemma
        at = next((k for k in companions if k.dep in ("xcomp", "ccomp") and k.pos == "VERB"), None)


def count_frame(kind: str, told: Iterator[str]) -> str:
    """The slot that a count of this kind of unit fills with the deeds told of it, the most particular first; "" for none."""
    frames = _frames()
    return next((frames[kind, deed] for deed in told if (kind, deed) in frames), "")
