"""Sentence -> Predication: each verb with its participants, polarity and modality, as plain terms that reports can be compared by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from accord.model.reading import Entity, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind, Modality
from accord.reconcile.terms import fold_name, term

# Verbs that tell of one kind of happening; the first word names the class. Written by hand.
_CLASSES = tuple(
    line.split()
    for line in """
    kill murder assassinate slay slaughter massacre
    injure wound hurt maim
    die perish
    attack assault raid strike bomb bombard shell hit target ambush storm
    explode detonate
    capture seize take occupy overrun
    arrest detain apprehend
    kidnap abduct
    free release liberate rescue
    evacuate
    arrive land reach
    leave depart
    meet
    visit travel go come attend
    sign
    announce declare reveal disclose unveil
    extend prolong renew
    stop halt cease suspend end
    begin start launch open
    plead
    pledge promise vow
    approve pass adopt ratify endorse
    reject refuse decline dismiss
    resign quit
    appoint name nominate
    elect
    hand give pass deliver send provide
    negotiate
    agree
    host hold convene
    enter invade
    withdraw pull retreat
    deploy
    destroy demolish flatten level topple
    vote
    invite
    impose
    lift
    hospitalize
    locate find discover
    surrender
    pay repay refund reimburse
    post publish upload
    order
    blame accuse
    claim
    confirm
    deny
    """.strip().splitlines()
)
_CLASS = {verb: row[0] for row in reversed(_CLASSES) for verb in row}

# What a governing word makes of the clause under it.
_GOVERNOR: Mapping[str, Modality] = {
    **dict.fromkeys(
        "expect plan schedule set intend prepare due slate agree promise pledge vow decide ready aim poise likely head bind commit intention decision readiness"
        " way".split(), Modality.PLANNED
    ),
    **dict.fromkeys("hope want wish seek try attempt consider weigh able possible willing unclear whether fear effort bid threat threaten possibility proposal propose"
        " chance idea purpose aim option opportunity".split(), Modality.POSSIBLE),
    **dict.fromkeys("ask urge demand call request order require press tell invite need appeal recommend insist request".split(), Modality.REQUESTED),
    **dict.fromkeys("refuse decline reject fail failure refusal deny unlikely unwilling unable avoid stop prevent forget".split(), Modality.DENIED),
}
_MODAL: Mapping[str, Modality] = {
    **dict.fromkeys("will wo shall 'll ’ll would 'd ’d".split(), Modality.PLANNED),
    **dict.fromkeys("may might could can ca".split(), Modality.POSSIBLE),
    **dict.fromkeys("should must ought".split(), Modality.REQUESTED),
}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "nothing", "hardly"})
_CONDITIONS = frozenset({"if", "unless", "whether", "once", "provided"})
_LIGHT = frozenset({"be", "have", "do", "say", "tell", "get", "make", "add", "ask", "think", "know", "want", "call", "see", "seem", "become"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp")
_FAR = 14  # tokens of a participant that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Predication:
    """A verb and who and what it is about.

    Attributes:
        sentence: Index in the reading.
        token: Index of the verb in its sentence.
        verb: Class of the verb ("kill" for "murder"), else its lemma.
        agent: Terms and entity keys (`E:...`) of who acts, known also of passives with "by".
        patient: Terms and entity keys of who or what is acted on; of the subject of a passive.
        other: Terms of prepositional complements.
        past: The clause stands in a past or perfect tense, or in the simple present.
        span: From the first to the last word of the verb group with its object.
    """

    sentence: int
    token: int
    verb: str
    agent: frozenset[str]
    patient: frozenset[str]
    other: frozenset[str]
    modality: Modality
    past: bool
    span: Span

    @property
    def arguments(self) -> frozenset[str]:
        """All its terms."""
        return self.agent | self.patient | self.other


def verb_class(lemma: str) -> str:
    """Name of the class that holds the verb, else the verb."""
    return _CLASS.get(lemma.lower(), lemma.lower())


def entity_key(entity: Entity) -> str:
    """Key under which two reports name one entity: its country for a state, its code for a listed body, else the last word of its name."""
    if entity.kind is EntityKind.STATE and entity.country:
        return f"E:{entity.country}"
    return "E:" + fold_name(entity.code or (entity.name.split() or ["?"])[-1])


def entity_keys(reading: Reading) -> Mapping[tuple[int, int], str]:
    """`E:` keys of entity mentions by (sentence, head token); states by country, others by the folded last word of the name."""
    out = {}
    for e in reading.entities:
        if e.anonymous:
            continue
        key = entity_key(e)
        for m in e.mentions:
            out[m.sentence, m.head] = key
    return out


def predications(reading: Reading) -> Iterator[Predication]:
    """Predications of a reading, in order; auxiliaries and verbs of saying left out."""
    keys = entity_keys(reading)
    for sent in reading.sentences:
        for t in sent.tokens:
            if t.pos == "VERB" and t.lemma.lower() not in _LIGHT:
                yield _predication(sent, t, keys)


def _predication(sent: Sentence, verb: Token, keys: Mapping[tuple[int, int], str]) -> Predication:
    kids = sent.kids(verb.i)
    passive = any(k.dep in ("nsubjpass", "auxpass") for k in kids) or (verb.dep == "acl" and verb.tag == "VBN")
    subject = _subjects(sent, verb)
    objects = [k for k in kids if k.dep in _OBJECTS]
    by, other = [], []
    for p in kids:
        if p.dep in ("agent", "prep"):
            heads = sent.kids(p.i, "pobj", "pcomp")
            (by if passive and p.lower == "by" else other).extend(heads)
    agent, patient = (by, subject) if passive else (subject, objects)
    clause = _complement(sent, kids, keys)
    words = [verb, *(k for k in kids if k.dep in ("aux", "auxpass", "neg", "prt"))] + objects[:1]
    modality = modality_of(sent, verb)
    first, last = min(w.start for w in words), max(w.end for w in words)
    return Predication(
        sentence=sent.index, token=verb.i, verb=verb_class(verb.lemma), agent=_terms(sent, agent, keys), patient=_terms(sent, patient, keys),
        other=_terms(sent, other + (objects if passive else []), keys) | clause, modality=modality,
        past=verb.tag in ("VBD", "VBN") or any(k.tag in ("VBD", "VBZ", "VBP") and k.dep in ("aux", "auxpass") for k in kids) or verb.tag in ("VBZ", "VBP"),
        span=Span(first, last),
    )  # fmt: skip


def _complement(sent: Sentence, kids: list[Token], keys: Mapping[tuple[int, int], str]) -> frozenset[str]:
    """Terms of the clause that completes the verb ("pledged to deliver doses")."""
    out: frozenset[str] = frozenset()
    for k in kids:
        if k.dep in ("xcomp", "ccomp", "pcomp"):
            out |= _terms(sent, sent.kids(k.i, *_OBJECTS), keys) | {k.lemma.lower()}
    return out


def _subjects(sent: Sentence, verb: Token) -> list[Token]:
    """Its own subject, else that of the verb it is joined to, else the noun that it modifies."""
    at = verb
    for _ in range(4):
        own = sent.kids(at.i, *_SUBJECTS)
        if own:
            if own[0].tag in ("WDT", "WP") and at.dep == "relcl":
                return [sent.tokens[at.head]]
            return own
        if at.dep in ("acl", "relcl"):
            return [sent.tokens[at.head]]
        if at.dep not in ("conj", "xcomp", "advcl") or at.head == at.i:
            return []
        at = sent.tokens[at.head]
    return []


def _terms(sent: Sentence, heads: list[Token], keys: Mapping[tuple[int, int], str]) -> frozenset[str]:
    out = set()
    for head in heads:
        for t in _phrase(sent, head):
            key = keys.get((sent.index, t.i))
            if key:
                out.add(key)
            word = term(t)
            if word and t.pos != "VERB":
                out.add(word)
    return frozenset(out)


def _phrase(sent: Sentence, head: Token) -> list[Token]:
    """The noun phrase without its clauses."""
    out, todo = [], [head.i]
    while todo and len(out) < _FAR:
        k = todo.pop(0)
        out.append(sent.tokens[k])
        todo.extend(c for c in sent.children[k] if sent.tokens[c].dep not in ("relcl", "acl", "advcl", "appos", "punct", "ccomp"))
    return out


def modality_of(sent: Sentence, verb: Token) -> Modality:
    """What the clause commits to, by its auxiliaries, its negations and the words above it."""
    found, denied = _own_modality(sent, verb)
    if found is Modality.CONDITIONAL:
        return found
    at = verb
    for _ in range(4):
        above = sent.tokens[at.head]
        if at.dep == "conj" and not sent.kids(at.i, *_SUBJECTS):  # "will come and speak": the auxiliary goes for both, a negation may not
            if found is Modality.ASSERTED:
                found = _own_modality(sent, above)[0]
        elif at.dep == "pcomp":
            above = sent.tokens[above.head]
        elif at.dep not in ("xcomp", "acl", "ccomp") or at.head == at.i or (at.dep == "ccomp" and not _is_wish(sent, at, above)):
            break
        made = _GOVERNOR.get(above.lemma.lower()) if at.dep != "conj" else None
        own, refused = _own_modality(sent, above)
        if at.dep != "conj":
            denied ^= refused or any(k.lower == "yet" for k in sent.kids(above.i, "advmod") if k.i < at.i and at.dep == "xcomp")
        if made is Modality.PLANNED and own is not Modality.ASSERTED and any(k.lower in ("would", "’d", "'d") for k in sent.kids(above.i, "aux")):
            return Modality.CONDITIONAL  # "would be expected to attend"
        if made is Modality.DENIED:
            denied = not denied
        elif found is Modality.ASSERTED:
            if made is not None:
                found = made
            elif at.dep == "xcomp" and above.lemma.lower() == "be" and not sent.kids(above.i, "acomp", "attr") and any(k.lower == "to" for k in sent.kids(at.i, "aux")):
                found = Modality.PLANNED
            elif at.dep == "xcomp":
                found = own
        at = above
    return Modality.DENIED if denied else found


def _own_modality(sent: Sentence, verb: Token) -> tuple[Modality, bool]:
    """By the verb's own dependents: modality, and whether it is negated."""
    kids = sent.kids(verb.i)
    denied = any(k.lower in _NEGATIONS and (k.dep in ("neg", "advmod", "det", "preconj") or k.dep in _SUBJECTS) for k in kids)
    denied |= any(g.lower in _NEGATIONS for k in kids if k.dep in (*_SUBJECTS, "dobj") for g in sent.kids(k.i, "det", "neg"))
    if any(k.dep == "mark" and k.lower in _CONDITIONS for k in kids):
        return Modality.CONDITIONAL, denied
    return next((_MODAL[k.lower] for k in kids if k.dep == "aux" and k.lower in _MODAL), Modality.ASSERTED), denied


def _is_wish(sent: Sentence, at: Token, above: Token) -> bool:
    """A clause after a verb of asking in the subjunctive ("requested that she appear"), or "expected that"."""
    made = _GOVERNOR.get(above.lemma.lower())
    return made is Modality.REQUESTED and at.tag == "VB" and not sent.kids(at.i, "aux") or (made is not None and bool(sent.kids(at.i, "aux")) and any(
        k.lower == "to" for k in sent.kids(at.i, "aux")
    ))
