"""Entities, places and attributions of one report -> who is mentioned where, and the sides that the report is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from accord.extract.mentions import mentions_at
from accord.model.reading import Attribution, Entity, EntityId, Place
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind

Parties = tuple[EntityId, ...]

FIRST_PERSON = frozenset("we us our ours i me my".split())
_ACTING = frozenset(["MIL", "REB", "UAF", "COP", "OPP", "GOV", "JUD", "LEG", "PTY"])
# A report has this many sides at most; others are named in passing.
_SIDES = 4
# A side is mentioned at least this often for each mention of the side mentioned most.
_LEAST_SHARE = 0.1
_HOME_SHARE, _HOME_AHEAD, _FEWEST_HOME = 0.4, 1.5, 3
_DATELINE_WORDS = 16
_DATELINE_MARKS = frozenset(["-", "--", "–", "—", ":", "_"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who is mentioned where in one report.

    Attributes:
        by_id: Entity id -> entity.
        at: (sentence, token) -> entities of the mention that has its head there (several for "both countries").
        places: (sentence, token) -> place whose words hold the token.
        states: ISO 3166-1 alpha-3 -> the entity that stands for that state: the state itself, else the first of its officials.
        named: (sentence, token) of heads that name a state or its seat outright, not by an adjective.
        order: (sentence, token) -> entity, in order of position.
        speakers: (sentence, token) -> who says "we" or "I" there.
        host: The state that hosts the gathering that the report is about, if there is one.
        home: ISO 3166-1 alpha-3 of the state that two fifths of all mentions belong to, half as many again as to the next, or None.
        dateline: ISO 3166-1 alpha-3 of where the report was written ("here"), or None.
        principals: The sides that the report is most about, see `side`, most mentioned first.
    """

    sentences: Sequence[Sentence]
    by_id: Mapping[EntityId, Entity]
    at: Mapping[tuple[int, int], Parties]
    places: Mapping[tuple[int, int], Place]
    states: Mapping[str, EntityId]
    named: frozenset[tuple[int, int]] = frozenset()
    order: Sequence[tuple[tuple[int, int], EntityId]] = field(default=())
    principals: Sequence[str] = ()
    speakers: Mapping[tuple[int, int], EntityId] = field(default_factory=dict)
    host: EntityId | None = None
    home: str | None = None
    dateline: str | None = None

    def country(self, entity_id: EntityId) -> str | None:
        """Country of an entity."""
        return self.by_id[entity_id].country

    def is_known(self, entity_id: EntityId) -> bool:
        """Whether it is told who this is: a country, an organisation of the tables, a name, or a body that acts as one ("the rebels")."""
        e = self.by_id[entity_id]
        return bool(e.country or e.code) or (e.sector in _ACTING if e.kind is EntityKind.GROUP else not e.anonymous)

    def side(self, entity_id: EntityId) -> str | None:
        """What an entity stands for in a quarrel: an armed group or organisation itself, anybody else their country."""
        e = self.by_id[entity_id]
        if e.sector == "REB" or (e.kind is EntityKind.ORGANIZATION and not e.country):
            return e.code or e.name
        return e.country


def build_cast(
    sentences: Sequence[Sentence],
    entities: Iterable[Entity],
    places: Iterable[Place],
    attributions: Iterable[Attribution] = (),
    dateline: Span | None = None,
) -> Cast:
    """Indexes the entities and places of one report by token."""
    entities = tuple(entities)
    datelines = {s.index: _dateline_end(s) for s in sentences}
    at = {k: ids for k, ids in mentions_at(entities).items() if k[1] >= datelines.get(k[0], 0)}
    spots: dict[tuple[int, int], Place] = {}
    written: str | None = None
    for p in places:
        if p.country and written is None and dateline is not None and dateline.overlap(p.span):
            written = p.country
        if p.country and 0 <= p.sentence < len(sentences):
            words = sentences[p.sentence].covering(p.span)
            spots.update({(p.sentence, t.i): p for t in words if t.i >= datelines[p.sentence]})
    states: dict[str, EntityId] = {}
    for wanted in (EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.PERSON):
        for e in entities:
            if e.country and e.kind is wanted and (wanted is EntityKind.STATE or e.sector == "GOV"):
                states.setdefault(e.country, e.id)
    order = sorted((k, i) for k, ids in at.items() for i in ids)
    cast = Cast(
        sentences=sentences,
        by_id={e.id: e for e in entities},
        at=at,
        places=spots,
        states=states,
        order=order,
        named=frozenset(
            (m.sentence, m.head) for e in entities if e.kind is EntityKind.STATE for m in e.mentions if m.how in ("name", "metonym")
        ),
        speakers=_speakers(sentences, attributions),
    )
    counts = Counter(side for _, i in order if (side := cast.side(i)) is not None)
    enough = max(counts.values(), default=0) * _LEAST_SHARE
    states_named = Counter(country for _, i in order if (country := cast.country(i)) is not None)
    (home, n), (_, second) = (*states_named.most_common(2), (None, 0), (None, 0))[:2]
    home = home if n >= max(_FEWEST_HOME, _HOME_SHARE * states_named.total(), _HOME_AHEAD * second) else None
    return replace(cast, home=home, dateline=written, principals=tuple(side for side, n in counts.most_common(_SIDES) if n >= enough))


def _speakers(sentences: Sequence[Sentence], attributions: Iterable[Attribution]) -> dict[tuple[int, int], EntityId]:
    said: dict[int, list[tuple[Span, EntityId]]] = {}
    for a in attributions:
        if a.speaker is not None:
            for n in a.sentences:
                said.setdefault(n, []).extend((piece, a.speaker) for piece in a.content)
    return {
        (n, t.i): speaker
        for n, pieces in said.items()
        if 0 <= n < len(sentences)
        for t in sentences[n].tokens
        if t.lower in FIRST_PERSON
        for piece, speaker in pieces
        if piece.contains(t.span)
    }


def _dateline_end(s: Sentence) -> int:
    """Index of the first token behind a dateline ("GENEVA, May 3 (Agency) -"), 0 without one: its place takes no part in events."""
    first = s.tokens[0].text if s.tokens else ""
    if len(first) < 3 or not first.isupper():
        return 0
    for t in s.tokens[1:_DATELINE_WORDS]:
        if t.text in _DATELINE_MARKS:
            return t.i + 1
    return 0
