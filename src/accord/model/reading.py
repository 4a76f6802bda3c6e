"""What one report says: entities, times, quantities, places, attributions and statements, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from accord.model.report import Published, Report
from accord.model.sentence import Sentence
from accord.model.spans import Span
from accord.model.vocabulary import AttributionKind, EntityKind, EventType, Modality, Quad, TimeType

EntityId = NewType("EntityId", str)
StatementId = NewType("StatementId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A term in an office.

    Attributes:
        office: Key of the office (`chief_of_state`, `foreign_minister` ...).
        title: As listed, such as "President".
        country: ISO 3166-1 alpha-3, or None for heads of organisations.
        since, until: ISO 8601 dates; `until` None while the term is open.
    """

    office: str
    title: str
    country: str | None
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a report names or refers to an entity.

    Attributes:
        sentence: Index of the sentence.
        head: Index, in that sentence, of the token that stands for the mention in the parse tree.
        how: "name", "demonym", "metonym" (capital or seat for a government; an inference), "nominal" or "pronoun".
        title: Title or office noun written with the name, lower case, as in "President X"; None if there is none.
        former: The title is marked as past or acting ("former", "late", "then", "ex-", "acting", "-elect").
    """

    span: Span
    sentence: int
    head: int
    how: str = "name"
    title: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something that can act.

    Attributes:
        id: "n1", "n2" ... unique in the report, in order of first mention.
        country: ISO 3166-1 alpha-3 of the state that it is, or belongs to; None if not known.
        sector: PLOVER sector such as GOV, MIL, REB; None if not known.
        code: For organisations of the tables their id there (UN, EU, NATO, ELN ...); None otherwise.
        offices: Terms of the person in the office-holder table, all of them; empty if the person is not in it.
        anonymous: Described, not named ("analysts", "a senior official").
    """

    id: EntityId
    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    offices: tuple[Office, ...] = ()
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A TIMEX3 expression.

    Attributes:
        value: TIMEX3 value ("2025-09-03", "2025-W36", "P6M", "PRESENT_REF"); XXXX where a part cannot be told.
        mod: TIMEX3 mod (START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN, LESS_THAN), or None.
        direction: -1 the words look back, +1 ahead, 0 neither: how the value was chosen.
    """

    span: Span
    sentence: int
    type: TimeType
    value: str
    mod: str | None = None
    direction: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A count or measure, as a range.

    Attributes:
        span: The number with its noun phrase head ("at least 40 ministers").
        low, high: Inclusive bounds; None is open. "At least 26": (26, None); "dozens": (24, None); "about 30": (27, 33).
        exact: The number as written where one is written, else None.
        approximate: The words soften it ("about", "some", "nearly", "dozens").
        unit: Lemma of the head noun, lower case, with an "of" complement ("head of state"); "" if there is none.
        unit_modifiers: Lemmas of adjectives, nouns and states that narrow the unit ("civilian", "turkish"), sorted.
        head: Index in its sentence of the head noun's token (of the number's, without a noun).
        effect: What befell the units: "killed", "injured", "missing", "arrested", "displaced", "rescued" ...; None if nothing.
        predicate: Lemma of the verb or event noun that governs the quantity; "" if none.
        currency: ISO 4217 code of a sum of money, else None.
        ordinal: "the 80th anniversary": low = high = 80 and ordinal True.
    """

    span: Span
    sentence: int
    low: float | None
    high: float | None
    exact: float | None = None
    approximate: bool = False
    unit: str = ""
    unit_modifiers: tuple[str, ...] = ()
    head: int = 0
    effect: str | None = None
    predicate: str = ""
    currency: str | None = None
    ordinal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A toponym with its resolution.

    Attributes:
        kind: "city", "state", "region", "landmark" or "capital".
        latitude, longitude: WGS 84 degrees, or None if not resolved.
        country: ISO 3166-1 alpha-3 that contains it, or None.
        region: Name of the first-level division of that state (province, US state) that contains it or that it is, or None.
    """

    span: Span
    sentence: int
    name: str
    kind: str
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whose word something is (PolNeAR): source, cue and content, each possibly in several pieces.

    Attributes:
        speaker: The entity that the source resolves to, or None.
        sentences: Indexes of the sentences that the content covers, in order.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: EntityId | None = None
    anonymous: bool = False
    kind: AttributionKind = AttributionKind.INDIRECT
    sentences: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, when, where and how many (PLOVER).

    Attributes:
        mode: PLOVER mode such as "visit", or None.
        contexts: PLOVER contexts such as "military".
        actor, recipient: Entities, the clearest first; a symmetric event holds all parties on both sides.
        trigger: The verb or noun that tells of it.
        lemma: Its lemma, with particle or preposition where they make the sense ("call_on").
    """

    event_type: EventType
    quad: Quad
    trigger: Span
    lemma: str
    mode: str | None = None
    actor: tuple[EntityId, ...] = ()
    recipient: tuple[EntityId, ...] = ()
    time: TimeExpression | None = None
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One report's claim that an event did, may or did not happen.

    Attributes:
        id: "v1", "v2" ... unique in the report.
        evidence: The clause or sentence that it was read from.
        sentence: Index of that sentence.
        attribution: Indexes into `Reading.attributions`, outermost source first; empty if it is the report's own voice.
        score: 0 to 1, how sure the rule is; not calibrated.
        rule: Name of the rule or model that made it.
    """

    id: StatementId
    event: Event
    evidence: Span
    sentence: int
    modality: Modality = Modality.ASSERTED
    attribution: tuple[int, ...] = ()
    score: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was found in one report.

    Attributes:
        published: As stated, else as inferred from inner evidence.
        modalities: For each sentence one value a token: what the innermost source commits to where the token is a predicate, a verb or a
            noun that names a happening; `asserted` elsewhere. Empty if the report was not judged.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    published: Published
    times: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    modalities: tuple[tuple[Modality, ...], ...] = ()

    def modality(self, sentence: int, token: int) -> Modality:
        """What is committed to of the predicate at a token of a sentence, by their indexes; `asserted` where nothing was judged."""
        return self.modalities[sentence][token] if self.modalities else Modality.ASSERTED

    def entity(self, entity_id: EntityId) -> Entity:
        """The entity of that id.

        Raises:
            KeyError: if the reading has none.
        """
        for e in self.entities:
            if e.id == entity_id:
                return e
        raise KeyError(entity_id)
