"""Sentence + token -> the grammar that cues hang on: who does it, to whom, where, in which clause."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.sentence import Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECT_CONTROL = frozenset(
    "urge ask invite tell want persuade allow permit expect bring force order encourage convince press forbid bar ban prevent let see"
    " have".split()
)


_MOTION = frozenset("fly come arrive travel return journey head jet welcome greet receive".split())
# "Expected of him", "confirmed as minister", "scheduled for trial": something else than coming.


def subject_of(sentence: Sentence, t: Token) -> Token | None:
    """Who does what verb or adjective `t` tells: its subject, or that of the verb that controls it."""
    for _ in range(6):
        own = sentence.kids(t.i, *_SUBJECTS)
        if own:
            # A dateline may be parsed as a first subject; the one next to the verb is the subject.
            before = [k for k in own if k.i < t.i]
            return before[-1] if before else own[0]
        if t.dep in ("xcomp", "conj", "acomp", "attr", "oprd", "advcl", "prep", "pcomp", "aux", "ccomp") and t.head != t.i:
            above = sentence.tokens[t.head]
            objects = sentence.kids(above.i, "dobj")
            # "urge X to attend": the object does it; "refuse the invitation to attend": the subject.
            if t.dep in ("xcomp", "ccomp") and objects and objects[0].i < t.i and above.lemma.lower() in _OBJECT_CONTROL:
                return objects[0]
            t = above
            continue
        if t.dep == "dobj" and t.pos == "NOUN" and t.head != t.i:
            t = sentence.tokens[t.head]
            continue
        if t.dep in ("acl", "relcl") and t.head != t.i:
            head = sentence.tokens[t.head]
            # "a decision to attend" is of the noun's owner; "leaders attending" of the leaders.
            owner = sentence.kids(head.i, "poss")
            if t.tag == "VB" and head.dep == "attr" and head.head != head.i:
                # "was the first to arrive": whoever was.
                t = sentence.tokens[head.head]
                continue
            if t.tag == "VB" and not owner and head.dep == "dobj" and head.pos == "NOUN" and head.head != head.i:
                # "had no plans to attend": of whoever has them.
                t = sentence.tokens[head.head]
                continue
            return owner[0] if t.tag == "VB" and owner else head
        return None
    return None


def is_passive(sentence: Sentence, t: Token) -> bool:
    """Whether a verb is in the passive, participles after nouns among them."""
    return bool(sentence.kids(t.i, "auxpass", "nsubjpass")) or (
        t.tag == "VBN" and not sentence.kids(t.i, "aux") and t.dep in ("acl", "advcl", "pcomp", "conj", "ROOT", "relcl")
    )


def clause_of(sentence: Sentence, t: Token) -> int:
    """Index of the verb whose clause a token stands in."""
    if t.pos in ("VERB", "AUX"):
        return t.i
    return next((a.i for a in sentence.ancestors(t.i) if a.pos in ("VERB", "AUX")), t.i)


def complements_of(sentence: Sentence, t: Token) -> Iterator[Token]:
    """Objects of a verb or noun and of its prepositions, company and agents left out."""
    for k in sentence.kids(t.i, "dobj", "attr"):
        yield k
    for prep in sentence.kids(t.i, "prep", "dative"):
        if prep.lower not in (
            "with",
            "alongside",
            "by",
            "as",
            "including",
            "of",
            "after",
            "before",
            "since",
            "despite",
            "without",
        ) and not (prep.lower == "from" and t.lemma.lower() in _MOTION):
            yield from sentence.kids(prep.i, "pobj")
        for inner in sentence.kids(prep.i, "prep"):
            yield from sentence.kids(inner.i, "pobj")
    for k in sentence.kids(t.i, "xcomp"):
        if k.lemma.lower() in ("attend", "join", "participate", "visit"):
            yield from sentence.kids(k.i, "dobj")


def is_indefinite_past(sentence: Sentence, t: Token) -> bool:
    """Whether a noun is one of several or of the past: "a visit", "his last meeting"."""
    return any(k.lower in ("last", "previous", "earlier", "past", "recent", "an", "a", "another") for k in sentence.kids(t.i))


def lemmas_from(sentence: Sentence, t: Token) -> str:
    """Lemmas of the token and the six after it, for set phrases."""
    return " ".join(k.lemma.lower() for k in sentence.tokens[t.i : t.i + 7])
