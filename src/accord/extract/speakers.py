"""Sources and entities -> speakers: which entity a source's head token stands for, and whether the source is only described.

A pronoun that the entities leave open takes the last speaker that it fits: reports keep to one voice until they name the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from accord.extract.attribution_parts import RELATIVES, Draft
from accord.knowledge.given_names import given_name_gender
from accord.model.reading import Entity, EntityId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind

# Farther back than this a pronoun is left open: a wrong name is worse than none.
_REACH = 3
_PRONOUN_KINDS = {
    "he": (EntityKind.PERSON,),
    "she": (EntityKind.PERSON,),
    "it": (EntityKind.ORGANIZATION, EntityKind.STATE),
    "they": (EntityKind.GROUP,),
}
_GENDERS = {"he": "m", "she": "f"}


class Speakers:
    """Looks speakers up by sentence and head token, then by the span of a mention; ask in the order of the report."""

    def __init__(self, text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> None:
        self._sentences = {s.index: s for s in sentences}
        self._entities = {e.id: e for e in entities}
        self._heads: dict[tuple[int, int], EntityId] = {}
        self._spans: dict[int, list[tuple[Span, EntityId]]] = {}
        self._pronouns: dict[EntityId, set[str]] = {}
        for e in entities:
            for m in e.mentions:
                self._heads.setdefault((m.sentence, m.head), e.id)
                self._spans.setdefault(m.sentence, []).append((m.span, e.id))
                if m.how == "pronoun":
                    self._pronouns.setdefault(e.id, set()).add(m.span.of(text).lower())
        self._last: tuple[int, EntityId] | None = None

    def find(self, draft: Draft, *, quoted: bool) -> EntityId | None:
        """The entity of a draft's source, or None; what a `quoted` source says is no guide to the next pronoun."""
        if draft.source_head is None:
            return None
        s = self._sentences[draft.sentence]
        t = _antecedent(s, s.tokens[draft.source_head])
        found = self._at(s, t)
        if found is None and not quoted and t.lower in _PRONOUN_KINDS:
            found = self._carried(s.index, t.lower)
        if found is not None and draft.speech and not quoted:
            self._last = (s.index, found)
        return found

    def _at(self, s: Sentence, t: Token) -> EntityId | None:
        for head in (t.i, *(k.i for k in s.kids(t.i, "appos"))):
            found = self._heads.get((s.index, head))
            if found is not None:
                return found
        holders = [(len(span), e) for span, e in self._spans.get(s.index, []) if span.start <= t.start and t.end <= span.end]
        return min(holders)[1] if holders else None

    def _carried(self, sentence: int, pronoun: str) -> EntityId | None:
        if self._last is None or sentence - self._last[0] > _REACH:
            return None
        entity = self._entities[self._last[1]]
        other = {"he": "she", "she": "he"}.get(pronoun)
        fits = entity.kind in _PRONOUN_KINDS[pronoun] and other not in self._pronouns.get(entity.id, ())
        known = given_name_gender(entity.name.split()[0]) if other and entity.name.strip() else None
        return entity.id if fits and known in (None, _GENDERS.get(pronoun)) else None

    def is_anonymous(self, draft: Draft, speaker: EntityId | None) -> bool:
        """Whether the source is described and not named ("a senior official"); False for a pronoun nobody resolved and for no source."""
        if draft.source_head is None:
            return False
        if speaker is not None:
            return self._entities[speaker].anonymous
        s = self._sentences[draft.sentence]
        t = _antecedent(s, s.tokens[draft.source_head])
        names = [t, *s.kids(t.i, "appos", "conj")]
        return t.pos not in ("PRON", "DET") and not any(k.pos == "PROPN" for k in names)


def _antecedent(s: Sentence, t: Token) -> Token:
    """What a relative pronoun stands for; any other token is itself."""
    if t.lower not in RELATIVES:
        return t
    clause = next((a for a in s.ancestors(t.i) if a.dep == "relcl"), None)
    return s.tokens[clause.head] if clause is not None else t
