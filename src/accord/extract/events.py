"""Sentences with their entities, times, places, quantities and attributions -> statements: who did what to whom, in PLOVER's types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from accord.extract.dating_evidence import Proof, from_anniversaries
from accord.extract.event_attackers import name_attackers
from accord.extract.event_cast import build_cast
from accord.extract.event_circumstances import (
    SentenceFacts,
    clause_place,
    clause_quantities,
    clause_time,
    clause_tokens,
    evidence_span,
)
from accord.extract.event_contexts import contexts_of
from accord.extract.event_doubles import without_doubles
from accord.extract.event_draft import Draft, Scene
from accord.extract.event_gatherings import find_gatherings, is_day
from accord.extract.event_lexicon import noun_frames, noun_lemma, same_lemma, verb_frames
from accord.extract.event_nouns import code_noun
from accord.extract.event_pairs import complete
from accord.extract.event_syntax import for_clauses
from accord.extract.event_verbs import code_verb
from accord.extract.modality import judge_sentence
from accord.knowledge.plover import quad_of
from accord.model.pairs import PairClassifier
from accord.model.reading import Attribution, Entity, Event, Place, Quantity, Statement, StatementId, TimeExpression
from accord.model.report import Published, Report
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.timex import contains, interval
from accord.model.vocabulary import EventType, Modality, TimeType

# Above this many events a sentence (and three a sentence at its densest) the weakest are left out.
_PER_SENTENCE = 2.0
_IN_ONE_SENTENCE = 4
_WEAKEST = 0.3
# Sentences longer than this are lists or broken text; coding them costs much and gives noise.
_LONGEST = 400
# Verbs whose complement is told by the request, threat or refusal itself ("urged X to meet Y").
_SILENCING = frozenset([EventType.REQUEST, EventType.THREATEN])
_PAST_AUXILIARIES = frozenset("has have had was were did".split())
_CEASING = frozenset("stop cease quit halt".split())
_REFUSING = frozenset("refuse decline".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSource:
    """One report with all that is read before its events."""

    report: Report
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    modalities: tuple[tuple[Modality, ...], ...] = ()
    published: Published = field(default_factory=Published)


def code_events(source: EventSource, classifier: PairClassifier | None = None) -> tuple[Statement, ...]:
    """Statements in order of position, with ids "v1", "v2" ...

    Event types, modes and who counts as actor and recipient follow PLOVER (Halterman et al. 2023). An event is coded only if its
    actor or recipient is told: a state, an organisation, a named person, or a group of a known country.
    """
    dateline = source.report.dateline.span if source.report.dateline else None
    cast = build_cast(source.sentences, source.entities, source.places, source.attributions, dateline)
    gatherings = find_gatherings(cast, source.times, _day_kept(source))
    cast = replace(cast, host=cast.states.get(gatherings.main.country or "") if gatherings.main else None)
    facts = _by_sentence(source)
    modalities = source.modalities or tuple(map(judge_sentence, source.sentences))
    judged = {s.index: row for s, row in zip(source.sentences, modalities, strict=True)}
    coded: list[tuple[Sentence, Draft]] = []
    for s in source.sentences:
        if len(s.tokens) <= _LONGEST:
            coded += [(s, d) for d in _code_sentence(Scene(cast=cast, gatherings=gatherings, sentence=s))]
    if classifier is not None:
        coded = complete(cast, coded, judged, classifier)
    rows = [
        _dated(s, d, _statement(s, d, facts[s.index], judged[s.index][d.trigger if d.effort is None else d.effort]), source.published)
        for s, d in name_attackers(cast, coded)
    ]
    kept = _strongest(rows, int(_PER_SENTENCE * len(source.sentences)) + 1)
    return tuple(replace(row, id=StatementId(f"v{n}")) for n, row in enumerate(kept, 1))


def _day_kept(source: EventSource) -> TimeExpression | None:
    """The day of the anniversary that the report tells of."""
    found = from_anniversaries(source.report, source.sentences, Proof())
    span = found[1].span if found is not None else None
    sentence = next((s.index for s in source.sentences if span is not None and s.span.contains(span)), None)
    if found is None or span is None or sentence is None:
        return None
    return TimeExpression(span=span, sentence=sentence, type=TimeType.DATE, value=found[0].isoformat())


def _code_sentence(scene: Scene) -> list[Draft]:
    s = scene.sentence
    verbs, nouns = verb_frames(), noun_frames()
    drafts: dict[int, Draft] = {}
    for t in s.tokens:
        if t.pos in ("VERB", "AUX") and same_lemma(t.lemma) in verbs:
            draft = code_verb(scene, t)
            if draft is not None:
                drafts[t.i] = draft
    for t in s.tokens:
        if t.pos in ("NOUN", "PROPN") and noun_lemma(s, t.i) in nouns and not _is_told(s, t, drafts):
            draft = code_noun(scene, t)
            if draft is not None:
                drafts[t.i] = draft
    told = without_doubles(scene.cast, s, [d for d in drafts.values() if not _is_silenced(s, d, drafts)])
    kept = [d for d in told if d.score >= _WEAKEST]
    kept.sort(key=lambda d: -d.score)
    return sorted(kept[:_IN_ONE_SENTENCE], key=lambda d: d.trigger)


def _is_told(s: Sentence, noun: Token, drafts: dict[int, Draft]) -> bool:
    """Whether a coded verb already tells of what the noun names."""
    if any(noun.i in d.covers for d in drafts.values()):
        return True
    governor = drafts.get(noun.head) if noun.dep in ("nsubj", "dobj", "nsubjpass", "conj") else None
    # "Condemned the attack" does not tell of the attack: only the wordy reading of "attack" is a reproach itself.
    kinds = {f.event_type for f in noun_frames()[noun_lemma(s, noun.i)] if "wordy" not in f.flags}
    return governor is not None and governor.event_type in kinds


def _is_silenced(s: Sentence, draft: Draft, drafts: dict[int, Draft]) -> bool:
    """Whether the event is what a coded request, threat or refusal asks, threatens or refuses."""
    t = s.tokens[draft.anchor]
    below = False
    for _ in range(3):
        asked = t.dep == "advcl" and t in for_clauses(s, t.head)
        if not (asked or t.dep in ("xcomp", "ccomp", "pcomp", "conj", "prep")) or t.head == t.i:
            return False
        # What is joined to a request ("urged ... and demanded ...") is an event beside it.
        below = below or t.dep != "conj"
        t = s.tokens[t.head]
        over = drafts.get(t.i) if below else None
        if over is not None and over is not draft:
            if over.event_type is EventType.RETREAT:
                return over.lemma in _CEASING
            return over.event_type in _SILENCING or (over.event_type is EventType.REJECT and over.lemma in _REFUSING)
    return False


def _statement(s: Sentence, draft: Draft, facts: SentenceFacts, judged: Modality) -> Statement:
    tokens = clause_tokens(s, draft)
    evidence = evidence_span(s, tokens, draft)
    time = clause_time(s, draft, facts.times)
    held = draft.gathering.time if draft.gathering is not None else None
    if held is not None and (time is None or (is_day(held) and contains(time.value, held.value))):
        time = held
    event = Event(
        event_type=draft.event_type, quad=quad_of(draft.event_type), trigger=s.tokens[draft.trigger].span, lemma=draft.lemma,
        mode=draft.mode, actor=draft.actor, recipient=draft.recipient, time=time, place=clause_place(s, draft, facts.places),
        quantities=clause_quantities(tokens, facts.quantities), contexts=contexts_of(s, tokens, draft.trigger),
    )  # fmt: skip
    return Statement(
        id=StatementId("v0"), event=event, evidence=evidence, sentence=s.index, modality=_modality(draft, judged),
        attribution=_attribution(s.tokens[draft.trigger].span, facts.attributions), score=draft.score, rule=draft.rule,
    )  # fmt: skip


def _modality(draft: Draft, judged: Modality) -> Modality:
    if draft.modality is None or (draft.modality is Modality.PLANNED and judged is not Modality.ASSERTED):
        return judged
    return draft.modality


def _dated(s: Sentence, draft: Draft, row: Statement, published: Published) -> Statement:
    """What is told in the present of a day after publication is planned ("Chile sends a minister" to a summit next week)."""
    time = row.event.time
    if row.modality is not Modality.ASSERTED or time is None or published.latest is None or draft.modality is not None:
        return row
    if s.tokens[draft.anchor].tag == "VBD" or any(k.lower in _PAST_AUXILIARIES for k in s.kids(draft.anchor, "aux", "auxpass")):
        return row
    days = interval(time.value)
    ahead = days is not None and days[0].isoformat() > published.latest
    return replace(row, modality=Modality.PLANNED) if ahead else row


def _attribution(trigger: Span, attributions: Iterable[tuple[int, Attribution]]) -> tuple[int, ...]:
    """Attributions whose content holds the trigger, the widest (outermost) first."""
    holding = [(-sum(len(piece) for piece in a.content), n) for n, a in attributions if any(piece.contains(trigger) for piece in a.content)]
    return tuple(n for _, n in sorted(holding))


def _by_sentence(source: EventSource) -> dict[int, SentenceFacts]:
    times, places, quantities = (_grouped(x) for x in (source.times, source.places, source.quantities))
    said: dict[int, list[tuple[int, Attribution]]] = defaultdict(list)
    for n, a in enumerate(source.attributions):
        for index in a.sentences:
            said[index].append((n, a))
    return {
        i: SentenceFacts(tuple(times[i]), tuple(places[i]), tuple(quantities[i]), tuple(said[i]))
        for i in (s.index for s in source.sentences)
    }


def _grouped(items: Iterable[TimeExpression] | Iterable[Place] | Iterable[Quantity]) -> dict[int, list]:  # type: ignore[type-arg]
    out: dict[int, list] = defaultdict(list)  # type: ignore[type-arg]
    for item in items:
        out[item.sentence].append(item)
    return out


def _strongest(rows: list[Statement], limit: int) -> list[Statement]:
    if len(rows) <= limit:
        return rows
    floor = sorted((r.score for r in rows), reverse=True)[limit - 1]
    kept = [r for r in rows if r.score > floor]
    ties = [r for r in rows if r.score == floor][: limit - len(kept)]
    return sorted(kept + ties, key=lambda r: (r.sentence, r.event.trigger))
