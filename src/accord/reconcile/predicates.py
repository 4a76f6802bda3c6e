"""Sentence -> Predication: each verb with its participants, polarity and modality, as plain terms that reports can be compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accord.model.reading import Entity, Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import EntityKind, Modality
from accord.reconcile.synonyms import phrasal, verb_class
from accord.reconcile.terms import fold_name, term

_LIGHT = frozenset(
    {"be", "have", "do", "say", "tell", "get", "make", "add", "ask", "think", "know", "want", "call", "see", "seem", "become"}
)
_PERFECT = frozenset({"was", "were", "has", "have", "had", "been", "'ve", "’ve"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp")
_TIMES = frozenset({"DATE", "TIME"})
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
        past: The clause stands in a past or perfect tense.
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


def entity_key(entity: Entity) -> str:
    """Key under which two reports name one entity: its country for a state, its code for a listed body, else the last word of its name."""
    if entity.kind is EntityKind.STATE and entity.country:
        return f"E:{entity.country}"
    name = entity.code if entity.code and entity.kind is not EntityKind.PERSON else (entity.name.split() or ["?"])[-1]
    return "E:" + fold_name(name)


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


def named_parties(sent: Sentence, heads: Iterable[Token], keys: Mapping[tuple[int, int], str]) -> frozenset[str]:
    """Keys of those that the words stand for: the entity's; of a name that was not read as one, by its last word."""
    words = [t for h in heads for t in (h, *(k for k in sent.kids(h.i, "appos") if k.pos == "PROPN"))]
    found = (keys.get((sent.index, t.i)) or (f"E:{fold_name(t.text)}" if t.pos == "PROPN" else None) for t in words)
    return frozenset(k for k in found if k)


def are_namesakes(one: Reading, other: Reading, key: str) -> bool:
    """Whether two reports tell of two persons under one key: both give their full names, and no first name is the same."""
    first = [
        {e.name.split()[0] for e in r.entities if e.kind is EntityKind.PERSON and " " in e.name and entity_key(e) == key}
        for r in (one, other)
    ]
    return all(first) and not first[0] & first[1]


def predications(reading: Reading) -> Iterator[Predication]:
    """Predications of a reading, in order; auxiliaries and verbs of saying left out."""
    keys = entity_keys(reading)
    for sent in reading.sentences:
        for t in sent.tokens:
            verb = _verb(sent, t) if t.pos in ("VERB", "AUX") else None
            if verb is not None:
                yield _predication(sent, t, verb, keys, reading.modality(sent.index, t.i))


# Verbs whose sense hangs on a companion: (verb, relation or "", companion) -> class.
_PHRASES = {
    ("make", "public"): "announce",
    ("make", "known"): "announce",
    ("be", "way"): "head",
    ("run", "out"): "expire",
    ("carry", "out"): "carry_out",
    ("take", "hostage"): "kidnap",
    ("take", "captive"): "kidnap",
    ("hold", "hostage"): "hold_captive",
    ("hold", "captive"): "hold_captive",
    ("blow", "up"): "explode",
    ("go", "off"): "explode",
    ("call", "off"): "cancel",
    ("put", "off"): "postpone",
    ("take", "place"): "host",
    ("set", "free"): "free",
    ("take", "part"): "visit",
    ("break", "down"): "collapse",
    ("give", "up"): "surrender",
    ("find", "dead"): "kill",
    ("let", "go"): "free",
    ("take", "effect"): "begin",
    ("come", "force"): "begin",
    ("come", "effect"): "begin",
    ("enter", "force"): "begin",
    ("go", "effect"): "begin",
    ("put", "name"): "sign",
    ("put", "signature"): "sign",
    ("set", "fire"): "burn",
    ("give", "way"): "collapse",
    ("lose", "life"): "die",
    ("serve", "notice"): "announce",
}


def _verb(sent: Sentence, t: Token) -> str | None:
    """Class of the verb with what makes its sense; None for a verb that tells of no happening."""
    lemma = t.lemma.lower()
    if lemma in _PHRASE_VERBS:
        near = [k.lower for k in sent.subtree(t.i)[:40] if abs(k.i - t.i) < 9]
        lemmas = {k.lemma.lower() for k in sent.kids(t.i)} | {
            g.lemma.lower() for k in sent.kids(t.i, "prep", "dobj", "acomp") for g in sent.kids(k.i)
        }
        for (verb, companion), sense in _PHRASES.items():
            if verb == lemma and (companion in near or companion in lemmas or companion + "s" in near):
                return sense
    if lemma == "pass" and any(k.lower == "to" and k.dep in ("prep", "dative") for k in sent.tokens[t.i : t.i + 10]):
        return "hand"
    particle = phrasal(sent, t)
    if particle:
        return verb_class(particle)
    return None if lemma in _LIGHT or t.pos == "AUX" else verb_class(lemma)


_PHRASE_VERBS = frozenset(verb for verb, _ in _PHRASES)


def _predication(
    sent: Sentence, verb: Token, sense: str, keys: Mapping[tuple[int, int], str], modality: Modality
) -> Predication:  # fmt: skip
    kids = sent.kids(verb.i)
    passive = any(k.dep in ("nsubjpass", "auxpass") for k in kids) or (verb.dep == "acl" and verb.tag == "VBN")
    subject = subjects(sent, verb)
    objects = [k for k in kids if k.dep in _OBJECTS]
    by: list[Token] = []
    other: list[Token] = []
    for p in kids:
        if p.dep in ("agent", "prep"):
            heads = [h for q in (p, *sent.kids(p.i, "prep")) for h in sent.kids(q.i, "pobj", "pcomp")]  # "out of the town"
            (by if passive and p.lower == "by" else other).extend(heads)
    agent, patient = (by, subject) if passive else (subject, objects)
    clause = _complement(sent, kids, keys)
    words = [verb, *(k for k in kids if k.dep in ("aux", "auxpass", "neg", "prt")), *objects[:1]]
    first, last = min(w.start for w in words), max(w.end for w in words)
    return Predication(
        sentence=sent.index,
        token=verb.i,
        verb=sense,
        agent=_terms(sent, agent, keys),
        patient=_terms(sent, patient, keys),
        other=_terms(sent, [*other, *(objects if passive else [])], keys) | clause,
        modality=modality,
        past=_is_past(verb, kids),
        span=Span(first, last),
    )


def _is_past(verb: Token, kids: list[Token]) -> bool:
    if verb.tag == "VBD" or (verb.tag == "VBN" and verb.dep == "acl"):
        return True
    return any(k.lower in _PERFECT and k.dep in ("aux", "auxpass") for k in kids)


def _complement(sent: Sentence, kids: list[Token], keys: Mapping[tuple[int, int], str]) -> frozenset[str]:
    """Terms of the clause that completes the verb ("pledged to deliver doses")."""
    out: frozenset[str] = frozenset()
    for k in kids:
        if k.dep in ("xcomp", "ccomp", "oprd") and k.pos != "VERB":  # "made the renewal public"
            out |= _terms(sent, sent.kids(k.i, *_SUBJECTS, "det", "compound"), keys)
        if k.dep in ("xcomp", "ccomp", "pcomp"):
            out |= _terms(sent, sent.kids(k.i, *_OBJECTS), keys) | {k.lemma.lower()}
    return out


def subjects(sent: Sentence, verb: Token) -> list[Token]:
    """Its own subject, else that of the verb it is joined to, else the noun that it modifies."""
    at = verb
    for _ in range(4):
        own = sent.kids(at.i, *_SUBJECTS)
        if own:
            if own[0].tag in ("WDT", "WP") and at.dep == "relcl":
                noun = sent.tokens[at.head]  # "A, the commander, who signed": both
                return [noun, sent.tokens[noun.head]] if noun.dep == "appos" and sent.tokens[noun.head].pos == "PROPN" else [noun]
            return own
        if at.dep in ("acl", "relcl"):
            noun = sent.tokens[at.head]
            if noun.lower in ("first", "last", "one") and noun.dep == "attr":  # "X was the first to announce it"
                return sent.kids(noun.head, *_SUBJECTS)
            return [noun]
        if at.dep not in ("conj", "xcomp", "advcl") or at.head == at.i:
            return []
        at = sent.tokens[at.head]
    return []


def _terms(sent: Sentence, heads: list[Token], keys: Mapping[tuple[int, int], str]) -> frozenset[str]:
    out = set()
    for head in heads:
        for t in _phrase(sent, head):
            if t.ner in _TIMES:  # when it was is compared, and tells nothing of what it was
                continue
            key = keys.get((sent.index, t.i))
            if key:
                out.add(key)
            word = term(t)
            if word and t.pos != "VERB":
                out.add(word)
    return frozenset(out)


def _phrase(sent: Sentence, head: Token) -> list[Token]:
    """The noun phrase without its clauses; of its appositions only names ("the secretary general, Antonio Guterres")."""
    out: list[Token] = []
    todo = [head.i]
    while todo and len(out) < _FAR:
        k = todo.pop(0)
        out.append(sent.tokens[k])
        todo.extend(
            c
            for c in sent.children[k]
            if sent.tokens[c].dep not in ("relcl", "acl", "advcl", "punct", "ccomp")
            and (sent.tokens[c].dep != "appos" or sent.tokens[c].pos == "PROPN")
        )
    return out
