"""Sentence and trigger -> modality: asserted, planned, possible, requested, conditional or denied, as the innermost source has it.

From the trigger its governors are followed outwards until a clause is reached that is somebody's report of a fact; then the stance comes
down again, word by word: each governor's signature (Nairn, Condoravdi and Karttunen 2006), then the predicate's own negation, modal verbs
and adjectives. The values are those that FactBank (Sauri and Pustejovsky 2009) tells apart, asking and conditions besides.
"""

from __future__ import annotations

from accord.extract.modality_clause import SUBJECTS, clause_words, inverted_condition, lemma
from accord.extract.modality_lexicon import ATTITUDES, REQUEST_ACTS, SPEECH_NOUNS, WARNING, WISHING
from accord.extract.modality_links import Link, link_out, own_words
from accord.extract.modality_stance import Stance, combined, under
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Modality

# A clause chain longer than this is a run-on or a parse gone wrong.
_MAX_STEPS = 12
# A longer "sentence" is a table or a list that lost its stops; judging each of its words would cost square time.
_MAX_TOKENS = 800
_PREDICATES = frozenset("VERB AUX NOUN PROPN ADJ".split())


def judge_modality(sentence: Sentence, trigger: int) -> Modality:
    """What the innermost source, or with none the report, commits to for the event at token `trigger` (a verb or an event noun).

    A verb of asking with what it asks for ("urged X to come") is itself `requested`; a verb of denying is `asserted`, what it
    denies `denied`. Anything else than a predicate is `asserted`.
    """
    if not 0 <= trigger < len(sentence.tokens) <= _MAX_TOKENS:
        return Modality.ASSERTED
    return _judge(sentence, trigger, {})


def _judge(sentence: Sentence, trigger: int, known: dict[int, Link | None]) -> Modality:
    t = sentence.tokens[trigger]
    stance = Stance()
    for link in reversed(_links(sentence, t, known)):
        stance = under(combined(stance, link.own), link.signature)
    found = combined(stance, own_words(sentence, t)).modality
    if found in (Modality.PLANNED, Modality.POSSIBLE) and inverted_condition(sentence, trigger):
        return Modality.CONDITIONAL
    asks = found is Modality.ASSERTED or (found is Modality.POSSIBLE and lemma(t) in WISHING)
    return _speech_act(sentence, t, found) if asks else found


def judge_sentence(sentence: Sentence) -> tuple[Modality, ...]:
    """The modality of each token of a sentence as a predicate, in order; `asserted` for tokens that name no happening."""
    if len(sentence.tokens) > _MAX_TOKENS:
        return (Modality.ASSERTED,) * len(sentence.tokens)
    known: dict[int, Link | None] = {}
    return tuple(_judge(sentence, t.i, known) if t.pos in _PREDICATES else Modality.ASSERTED for t in sentence.tokens)


def _links(s: Sentence, t: Token, known: dict[int, Link | None]) -> list[Link]:
    """The chain of governors, innermost first; each link is found once a sentence."""
    if t.dep in ("dobj", "nsubjpass") and lemma(t) in SPEECH_NOUNS and lemma(s.tokens[t.head]) in ATTITUDES:
        return []  # a proposal that is rejected was made
    out: list[Link] = []
    at = t.i
    for _ in range(_MAX_STEPS):
        if at not in known:
            known[at] = link_out(s, at)
        link = known[at]
        if link is None:
            break
        out.append(link)
        if link.head == at:
            break
        at = link.head
    return out


def _speech_act(s: Sentence, t: Token, found: Modality) -> Modality:
    """Asking is `requested`; warning of what will be done if, or not unless, is `conditional`."""
    if _is_request(s, t):
        return Modality.REQUESTED
    if lemma(t) in WARNING:
        for k in s.kids(t.i, "ccomp", "xcomp"):
            if clause_words(s, k).modality is Modality.CONDITIONAL or inverted_condition(s, k.i):
                return Modality.CONDITIONAL
    return found


def _is_request(s: Sentence, t: Token) -> bool:
    """Whether a verb asks for something: "asked X to come", "called on X to", "demanded a ceasefire"; "asked about it" does not."""
    wanted = REQUEST_ACTS.get(lemma(t))
    if t.pos != "VERB" or wanted is None:
        return False
    kids = s.kids(t.i)
    if wanted & {k.lower for k in kids if k.dep in ("prep", "prt")}:
        return True
    if "object" in wanted and any(k.dep in ("dobj", "nsubjpass", "ccomp") for k in kids):
        return True
    for k in kids:
        if k.dep in ("xcomp", "ccomp"):
            below = s.kids(k.i)
            subject = any(g.dep in SUBJECTS for g in below)
            infinitive = any(g.dep == "aux" and g.lower == "to" for g in below)
            if infinitive and (subject or "infinitive" in wanted or any(g.dep in ("dobj", "nsubjpass") for g in kids)):
                return True
            if k.dep == "ccomp" and k.tag == "VB" and subject and not any(g.dep == "aux" for g in below):
                return True
    return False
