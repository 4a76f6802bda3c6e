"""Sentence -> Charge: who is blamed for the violence of a story, who claims it, and where nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from accord.model.reading import Reading
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.vocabulary import Modality
from accord.reconcile.phrases import noun_phrase
from accord.reconcile.synonyms import verb_class
from accord.reconcile.terms import fold_name

_STEM = 4  # letters that a state and its demonym share


class Kind(StrEnum):
    """What a sentence does with the question of who did it."""

    CLAIMED = "claimed"
    BLAMED = "blamed"
    DENIED = "denied"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One sentence's answer to who did it.

    Attributes:
        culprits: Camps ("army", "rebels", "jihadists" ...) and, for others, the folded head noun; empty where it is open.
        words: The culprit's words, "" where it is open.
        parties: Camps and every name in the culprit's phrase, to tell whether two reports speak of one party.
    """

    kind: Kind
    sentence: int
    span: Span
    culprits: frozenset[str]
    words: str
    parties: frozenset[str] = frozenset()


# Camps: words for those who fight on one side. One camp under several names is one culprit. Written by hand.
_CAMPS: dict[str, frozenset[str]] = {
    camp: frozenset(words.split())
    for camp, words in {
        "state": "army military soldier troop force regime government junta police navy guard authority gendarmerie battalion"
        " brigade command security"
        " general staff officer commander policeman president defense defence",
        "rebels": "rebel guerrilla insurgent opposition subversive leftist left ultraleftist communist fmln farc eln urng"
        " revolutionary maoist mrta senderista"
        " sendero separatist fighter dissident contra",
        "jihadists": "jihadist isis isil islamic daesh nusra qaeda qaida taliban islamist extremist haram shabaab hezbollah"
        " hamas jihad hayat",
        "right": "rightist right ultrarightist ultraright squad paramilitary paramilitaries deathsquad neofascist fascist",
        "criminals": "criminal bandit delinquent trafficker"
        " narcotrafficker narcoterrorist cartel mafia gang drug extraditable narco trafficking hitman",
        "coalition": "coalition",
    }.items()
}
_CAMP_OF = {word: camp for camp, words in _CAMPS.items() for word in words}
_DEEDS = frozenset(
    "attack bombing bomb assassination murder killing massacre explosion blast crime strike airstrike raid shelling ambush"
    " assault kidnapping abduction"
    " shooting slaying deed atrocity act action outrage violence fire death operation incident sabotage arson incursion"
    " violation war".split()
)
_DENY = frozenset({"deny", "disclaim", "disavow", "repudiate", "reject"})
_PART = frozenset({"responsibility", "involvement", "role", "part", "participation", "complicity", "hand", "link"})
_ADMIT = frozenset({"admit", "acknowledge", "confirm", "concede", "claim", "recognize", "recognise", "boast"})
_HARM = frozenset({"kill", "attack", "kidnap", "explode", "fire", "injure", "destroy", "burn", "capture", "shoot_down"})
_BLAME = frozenset({"blame", "accuse", "suspect", "denounce", "incriminate"})
_COMMIT = frozenset(
    {"perpetrate", "commit", "execute", "mastermind", "plot", "stage", "orchestrate", "order", "organize", "organise", "carry"}
)
_OPEN_WORDS = re.compile(
    r"\bno\b(?:\s+\w+){0,3}\s+claims?\s+(?:of|for)\s+responsib|\b(?:no\s+(?:one|group|party|organi[sz]ation|faction)|nobody|none)\b(?:\s+\w+){0,6}\s+"
    r"(?:claimed|taken|assumed|admitted)\b|\b(?:not|un)\s*(?:\w+\s+)?(?:clear|known)\s+who\b|\bnot\s+yet\s+(?:been\s+)?claimed\b"
    r"|\bneither\b[^.]{3,80}\bclaimed\b|\b(?:has|have)\s+not\s+claimed\s+responsib|\bunclaimed\b|\bwho\s+was\s+(?:behind|responsible)[^.]{0,40}(?:unclear|unknown|not\s+clear)",
    re.IGNORECASE,
)


def charges(reading: Reading) -> Iterator[Charge]:
    """Answers to who did it, in order; what is denied, asked or only conditional is left out."""
    text = reading.report.text
    for sent in reading.sentences:
        m = _OPEN_WORDS.search(text, sent.span.start, sent.span.end)
        if m:
            yield Charge(kind=Kind.OPEN, sentence=sent.index, span=Span(m.start(), m.end()), culprits=frozenset(), words="")
            continue
        for t in sent.tokens:
            yield from _charge(reading, sent, t)


def accused(reading: Reading) -> frozenset[str]:
    """Camps, nations and names in all that a report says is blamed or accused, by anybody, even if that is only planned or denied."""
    phrases = (
        sent.subtree(o.i)
        for sent in reading.sentences
        for t in sent
        if t.lemma.lower() in _BLAME and t.pos == "VERB"
        for o in sent.kids(t.i, "dobj", "nsubjpass")
    )
    return frozenset[str]().union(*(part for phrase in phrases for part in _parties(phrase)))


def _parties(phrase: list[Token]) -> tuple[set[str], set[str], set[str]]:
    """Camps, nations and names in a phrase."""
    camps = {_CAMP_OF[w] for k in phrase for w in (k.lemma.lower(), k.lower) if w in _CAMP_OF}
    nations = {fold_name(k.text)[:_STEM] for k in phrase if k.ner in ("GPE", "NORP")}
    return camps, nations, {fold_name(k.text) for k in phrase if k.pos == "PROPN"}


def _charge(reading: Reading, sent: Sentence, t: Token) -> Iterator[Charge]:
    lemma = t.lemma.lower()
    if t.pos not in ("VERB", "ADJ", "NOUN", "ADP"):
        return
    kind, culprit = Kind.BLAMED, None
    if lemma in ("claim", "assume", "admit", "accept", "take") and any(k.lemma.lower() == "responsibility" for k in sent.kids(t.i, "dobj")):
        kind, culprit = Kind.CLAIMED, _subject(sent, t)
    elif lemma in _DENY and t.pos == "VERB":
        kind, culprit = Kind.DENIED, _denier(sent, t)
    elif lemma in _ADMIT and t.pos == "VERB":
        kind, culprit = Kind.CLAIMED, _admitted(sent, t)
    elif lemma in _BLAME and t.pos == "VERB":
        culprit = _blamed(sent, t)
    elif lemma in _COMMIT and t.pos == "VERB":
        culprit = _committer(sent, t)
    elif lemma == "responsible" and t.pos == "ADJ":
        culprit = next((s for s in sent.kids(t.head, "nsubj")), None)
    elif lemma == "attribute" and t.pos == "VERB":
        culprit = _object_of(sent, t, "to")
    if culprit is None or culprit.pos == "PRON" or culprit.lemma.lower() in _DEEDS or _is_hedged(sent, t):
        return
    if reading.modality(sent.index, t.i if t.pos == "VERB" else t.head) in (Modality.DENIED, Modality.CONDITIONAL, Modality.REQUESTED):
        return
    phrase = [k for k in sent.subtree(culprit.i) if abs(k.i - culprit.i) < 8]
    camps, nations, names = _parties(phrase)
    if kind is Kind.BLAMED and not camps and not nations and culprit.pos != "PROPN":  # "a plane", "an organization": nobody in particular
        return
    words = noun_phrase(sent, culprit, most=8)
    ends = [t, *phrase]
    span = Span(min(k.start for k in ends), max(k.end for k in ends))
    culprits = frozenset(camps | nations or {fold_name(culprit.text)})
    parties = frozenset(camps | nations | names)
    yield Charge(kind=kind, sentence=sent.index, span=span, culprits=culprits, words=words, parties=parties)


def _denier(sent: Sentence, t: Token) -> Token | None:
    """As in "the army denied any role in the attack" and "he denied that his men had done it": the subject, where a deed is denied."""
    below = [k for k in sent.subtree(t.i) if k.i > t.i]
    deed = any(k.lemma.lower() in _PART or k.lemma.lower() in _COMMIT or _is_harm(k) for k in below)
    return _subject(sent, t) if deed else None


def _admitted(sent: Sentence, t: Token) -> Token | None:
    """As in "it admitted that its unit carried out the raid": who did it by that admission."""
    for k in sent.kids(t.i, "ccomp"):
        below = [k, *sent.kids(k.i, "dobj")]
        if k.lemma.lower() in _COMMIT or any(_is_harm(b) for b in below if b.pos == "VERB"):
            own = sent.kids(k.i, "nsubj")
            if own and own[0].pos != "NUM" and any(d.lemma.lower() in _DEEDS or _is_harm(d) for d in below):
                mine = own[0].pos == "PRON" or any(g.tag == "PRP$" for g in sent.kids(own[0].i, "poss"))
                return _subject(sent, t) if mine else own[0]
    return None


def _is_harm(t: Token) -> bool:
    return t.lemma.lower() in _DEEDS or (t.pos == "VERB" and verb_class(t.lemma) in _HARM)


def _is_hedged(sent: Sentence, t: Token) -> bool:
    """Under a condition or a question, at any depth: "if it is confirmed that X did it"."""
    if any(k.lower in ("usually", "often", "previously", "traditionally", "sometimes", "typically") for k in sent.kids(t.i, "advmod")):
        return True
    return any(
        k.dep == "mark" and k.lower in ("if", "whether", "unless") for a in (t, *list(sent.ancestors(t.i))[:4]) for k in sent.kids(a.i)
    )


def _subject(sent: Sentence, t: Token) -> Token | None:
    at = t
    for _ in range(3):
        own = sent.kids(at.i, "nsubj")
        if own:
            return sent.tokens[at.head] if own[0].tag in ("WDT", "WP") and at.dep == "relcl" else own[0]
        if at.dep in ("acl", "relcl") and sent.tokens[at.head].pos in ("NOUN", "PROPN"):
            return sent.tokens[at.head]
        if at.dep not in ("conj", "xcomp", "advcl"):
            return None
        at = sent.tokens[at.head]
    return None


def _object_of(sent: Sentence, t: Token, *preps: str) -> Token | None:
    for p in sent.kids(t.i, "prep", "agent", "dative"):
        if p.lower in preps:
            return next(iter(sent.kids(p.i, "pobj")), None)
    return None


def _blamed(sent: Sentence, t: Token) -> Token | None:
    """As in "Blamed X for it", "blamed it on X", "X was blamed", "accused X of it"; only of a deed."""
    near = [*(k for k in sent.subtree(t.i) if k.i > t.i), *sent.tokens[max(0, t.i - 6) : t.i]]
    if not any(k.lemma.lower() in _DEEDS for k in near):
        return None
    on = _object_of(sent, t, "on")
    passive = sent.kids(t.i, "nsubjpass")
    dobj = sent.kids(t.i, "dobj")
    return on or (passive[0] if passive else None) or (dobj[0] if dobj else None)


def _committer(sent: Sentence, t: Token) -> Token | None:
    """As in "Perpetrated by X"; "X carried out the attack"."""
    if t.lemma.lower() == "carry" and not any(k.lower == "out" for k in sent.kids(t.i)):
        return None
    by = _object_of(sent, t, "by")
    deed = [*sent.kids(t.i, "nsubjpass", "dobj"), *([sent.tokens[t.head]] if t.dep in ("acl", "relcl") else [])]
    if not any(d.lemma.lower() in _DEEDS or any(k.lemma.lower() in _DEEDS for k in sent.subtree(d.i)[:12]) for d in deed):
        return None
    if by is not None:
        return by
    return _subject(sent, t) if sent.kids(t.i, "dobj") else None
