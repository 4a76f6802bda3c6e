"""Shipped tables of verbs, event nouns and object classes -> frames by lemma: what event a word tells of, and where its parties stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from accord.model.errors import KnowledgeError
from accord.model.sentence import Sentence
from accord.model.vocabulary import EventType

# Lemmas that the parser gets wrong often enough to matter, and spellings that share a frame.
_SAME_LEMMA = {"slat": "slate", "sanctione": "sanction", "talks": "talk", "teame": "team", "shel": "shell", "airstrikes": "airstrike"}


_COMPOUNDS = frozenset("ceasefire airstrike pullout pullback gunfire cyberattack wargame hungerstrike buildup firefight crackdown".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbFrame:
    """One reading of a verb.

    Attributes:
        lemma: Lemma of the verb.
        particles: Particles, prepositions or adverbs that must stand with it ("call" + "off"), in order.
        mode: PLOVER mode; "auto" where what is asked, refused or threatened decides.
        objects: Lemmas of which the object must have one; empty if anything will do.
        party: The object may also be an entity; with `objects` empty it must be.
        without: The verb may also stand without an object.
        company: The verb may also stand with a "with" phrase instead of an object.
        actor: Slot of the actor: "subj" or "obj".
        recipient: Slots that are tried in order.
        flags: Further conditions and manners of reading, see `event_verbs`.
    """

    name: str
    event_type: EventType
    mode: str | None
    lemma: str
    particles: tuple[str, ...]
    objects: frozenset[str]
    party: bool
    without: bool
    company: bool
    actor: str
    recipient: tuple[str, ...]
    flags: frozenset[str]
    score: float

    @property
    def free(self) -> bool:
        """Whether nothing is asked of the object."""
        return not (self.objects or self.party or self.without or self.company)


@dataclass(frozen=True, slots=True, kw_only=True)
class NounFrame:
    """One reading of an event noun; slots are tried in order."""

    name: str
    event_type: EventType
    mode: str | None
    lemma: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    flags: frozenset[str]
    score: float


def same_lemma(lemma: str) -> str:
    """The lemma under which the tables list a word."""
    low = lemma.lower().removeprefix("ex-")
    return _SAME_LEMMA.get(low, low)


def noun_lemma(s: Sentence, i: int) -> str:
    """Lemma of a noun, joined with the word before it where the tables list the two as one ("cease-fire", "air strike")."""
    t = s.tokens[i]
    low = same_lemma(t.lemma)
    before = i - 2 if i > 1 and s.tokens[i - 1].text == "-" else i - 1
    if (before >= 0 and s.tokens[before].head == i) or (before == i - 2 and before >= 0):
        joined = s.tokens[before].lemma.lower() + low
        if joined in _COMPOUNDS:
            return joined
    return low


@cache
def object_classes() -> Mapping[str, frozenset[str]]:
    """Class name -> lemmas of nouns ("talks" -> talk, meeting, negotiation ...)."""
    return {name: frozenset(words.split()) for name, words in rows_of("event_objects.tsv", 2)}


@cache
def verb_frames() -> Mapping[str, tuple[VerbFrame, ...]]:
    """Lemma -> its frames, those that ask for most first, otherwise in the order of the table."""
    frames: dict[str, list[VerbFrame]] = defaultdict(list)
    for event_type, mode, triggers, objects, actor, recipient, flags, score in rows_of("event_verbs.tsv", 8):
        names, party, without, company = _constraint(objects)
        for trigger in triggers.split():
            lemma, *particles = trigger.split("_")
            frames[lemma].append(
                VerbFrame(
                    name=f"verb:{trigger}", event_type=EventType(event_type), mode=mode or None, lemma=lemma, particles=tuple(particles),
                    objects=names, party=party, without=without, company=company, actor=actor, recipient=_list(recipient),
                    flags=frozenset(_list(flags)), score=float(score),
                )
            )  # fmt: skip
    return {lemma: tuple(sorted(rows, key=_freedom)) for lemma, rows in frames.items()}


@cache
def noun_frames() -> Mapping[str, tuple[NounFrame, ...]]:
    """Lemma -> its frames in the order of the table."""
    frames: dict[str, list[NounFrame]] = defaultdict(list)
    for event_type, mode, nouns, actor, recipient, flags, score in rows_of("event_nouns.tsv", 7):
        for lemma in nouns.split():
            frames[lemma].append(
                NounFrame(
                    name=f"noun:{lemma}", event_type=EventType(event_type), mode=mode or None, lemma=lemma, actor=_list(actor),
                    recipient=_list(recipient), flags=frozenset(_list(flags)), score=float(score),
                )
            )  # fmt: skip
    return {lemma: tuple(rows) for lemma, rows in frames.items()}


@cache
def light_verbs() -> Mapping[str, str]:
    """Verb -> "actor" or "recipient": how its subject takes part in the event noun that it governs ("hold talks", "face sanctions")."""
    return {verb: part for part, verbs in rows_of("event_light_verbs.tsv", 2) for verb in verbs.split()}


def _constraint(cell: str) -> tuple[frozenset[str], bool, bool, bool]:
    words: set[str] = set()
    parts = set(cell.split("|")) - {"*"}
    for part in parts - {"party", "none", "-", "with"}:
        words |= object_classes()[part[1:]] if part.startswith("@") else {part}
    return frozenset(words), "party" in parts, bool(parts & {"none", "-"}), "with" in parts


def _freedom(frame: VerbFrame) -> tuple[int, bool]:
    return -len(frame.particles), frame.free


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(",") if part)


def rows_of(name: str, width: int) -> Iterator[list[str]]:
    """Rows of a table beside this module, header, comments and empty lines left out.

    Raises:
        KnowledgeError: if a row has another number of cells.
    """
    text = resources.files("accord.extract").joinpath("data", name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if number == 1 or not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != width:
            raise KnowledgeError(f"table {name}, line {number}: {len(cells)} cells, expected {width}")
        yield cells
