"""Sentence and trigger -> modality: asserted, planned, possible, requested, conditional or denied, as the innermost source has it.

The trigger's own words are judged first (negation, modal verbs, adjectives of an event noun), then the words that govern it, from the
inside out, until a clause is reached that is somebody's report of a fact; after FactBank (Sauri and Pustejovsky 2009) and the
implicative signatures of Karttunen (2012).
"""

from __future__ import annotations

from accord.extract.modality_clause import SUBJECTS, OwnWords, clause_words, inverted_condition, lemma, nominal_words
from accord.extract.modality_lexicon import (
    ACCEPTING,
    CLAUSE_DENIERS,
    CLAUSE_ONLY,
    DOUBT_MARKS,
    EVENT_LIKE_HEADS,
    EXPECTING,
    GOVERNING_ADJECTIVES,
    GOVERNING_NOUNS,
    GOVERNING_VERBS,
    LIGHT_VERBS,
    PREPOSITIONAL_CLASSES,
    PRIVATIVE_PREPOSITIONS,
    REPORTING,
    REQUEST_ACTS,
    SPOILED_BY,
    WARNING,
    WISHING,
)
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Modality

A, PL, PO, RQ, CO, DE = (
    Modality.ASSERTED,
    Modality.PLANNED,
    Modality.POSSIBLE,
    Modality.REQUESTED,
    Modality.CONDITIONAL,
    Modality.DENIED,
)

# A clause chain longer than this is a run-on or a parse gone wrong.
_MAX_STEPS = 12
# A longer "sentence" is a table or a list that lost its stops; judging each of its words would cost square time.
_MAX_TOKENS = 800
_CLAUSES = frozenset("xcomp ccomp csubj pcomp acl advcl acomp oprd".split())
_ARGUMENTS = frozenset("dobj nsubj nsubjpass attr pobj compound nmod dative".split())
_NOUN_PREPOSITIONS = frozenset("of for to on against about in".split())
_CARRYING_PREPOSITIONS = frozenset("for at in into during via through as".split())
_DEFINITE = frozenset("the this that these those".split())

# One step out: the governing token and what the event is under it; None where the climb ends.
_Step = tuple[int, Modality] | None


def judge_modality(sentence: Sentence, trigger: int) -> Modality:
    """What the innermost source, or with none the report, commits to for the event at token `trigger` (a verb or an event noun).

    A verb of asking with what it asks for ("urged X to come") is itself `requested`; a verb of denying is `asserted`, what it
    denies `denied`.
    """
    if not 0 <= trigger < len(sentence.tokens) <= _MAX_TOKENS:
        return A
    t = sentence.tokens[trigger]
    found = _apply(A, nominal_words(sentence, t) if t.pos in ("NOUN", "PROPN", "ADJ", "NUM") else clause_words(sentence, t))
    at = trigger
    for _ in range(_MAX_STEPS):
        step = _up(sentence, at, found)
        if step is None:
            break
        at, found = step
    if found in (PL, PO) and inverted_condition(sentence, trigger):
        return CO
    return _speech_act(sentence, t, found) if found is A or (found is PO and lemma(t) in WISHING) else found


def _speech_act(s: Sentence, t: Token, found: Modality) -> Modality:
    """Asking is `requested`; warning of what will be done if, or not unless, is `conditional`."""
    if _is_request(s, t):
        return RQ
    if lemma(t) in WARNING:
        for k in s.kids(t.i, "ccomp", "xcomp"):
            if clause_words(s, k).modality is CO or inverted_condition(s, k.i):
                return CO
    return found


def _apply(found: Modality, own: OwnWords) -> Modality:
    """Lays the words around a predicate over what is known of the event so far."""
    if own.negated:
        if found is A:
            return own.modality if own.modality in (PO, CO) else DE
        return {DE: PO, PL: DE, RQ: DE}.get(found, found)
    if own.modality is CO and found is not RQ:
        return CO
    if own.modality is not None and (found is A or (own.modality is PO and found in (PL, DE))):
        return own.modality
    return found


def _govern(governed: Modality, found: Modality, own: OwnWords) -> Modality:
    """Lays the class of a governing word over what is known of the event, then that word's own words."""
    if governed is A:
        out = found
    elif governed is DE:
        out = PO if found is DE else DE
    else:
        out = governed if found is A or (found is PL and governed in (PO, RQ)) else found
    if own.negated:
        return {DE: PO, PL: DE, RQ: DE, PO: DE, A: DE}.get(out, out)
    if own.modality is CO:
        return CO
    if own.modality is PO and out in (A, PL, DE):
        return PO
    return PL if own.modality is PL and out is A else out


def _without_negation(own: OwnWords) -> OwnWords:
    """What carries over into an adjunct: the mood, not the negation, and no order."""
    return OwnWords(negated=False, modality=own.modality if own.modality is not RQ else None)


def _up(s: Sentence, i: int, found: Modality) -> _Step:
    """One step to the governing predicate, with what the event is then; None where its own source's word begins."""
    t = s.tokens[i]
    if t.head == i:
        return None
    head = s.tokens[t.head]
    if t.dep == "conj":
        return _from_conjunct(s, t, head, found)
    if t.dep in _CLAUSES:
        return _from_clause(s, t, head, found)
    return _from_noun(s, t, head, found) if t.dep in _ARGUMENTS else None


def _from_conjunct(s: Sentence, t: Token, head: Token, found: Modality) -> _Step:
    kids = s.kids(t.i)
    nominal = t.pos in ("NOUN", "PROPN")
    own_subject = any(k.dep in SUBJECTS for k in kids)
    own_clause = own_subject or any(k.dep == "aux" and k.tag in ("MD", "VBZ", "VBP", "VBD") for k in kids)
    if not nominal and (own_clause or t.tag not in (head.tag, "VB")):
        # The clause goes on under the same governor ("said that X and that Y") but without the first clause's own words.
        return None
    own = nominal_words(s, head) if nominal else clause_words(s, head)
    if any(k.dep == "cc" and k.lower in ("but", "yet") and t.i > k.i > head.i for k in s.kids(head.i)):
        own = OwnWords(negated=False, modality=own.modality)
    return head.i, _apply(found, own)


def _from_clause(s: Sentence, t: Token, head: Token, found: Modality) -> _Step:
    if t.dep == "pcomp":
        return _from_preposition(s, t, head, found)
    if t.dep == "advcl":
        return _from_adverbial(s, t, head, found)
    if t.dep == "acl":
        return _from_noun_complement(s, t, head, found)
    kids = s.kids(t.i)
    has_subject = any(k.dep in SUBJECTS for k in kids)
    infinitive = any(k.dep == "aux" and k.lower == "to" for k in kids)
    if t.dep == "ccomp" and not infinitive:
        if t.tag == "VB" and has_subject and not any(k.dep == "aux" for k in kids):
            governed = _governor_class(s, head) or (RQ if lemma(head) in REPORTING else A)
            return head.i, _govern(governed, found, clause_words(s, head))
        return _from_finite_clause(s, kids, head, found)
    return _from_infinitive(s, t, head, found, infinitive=infinitive)


def _from_finite_clause(s: Sentence, kids: list[Token], head: Token, found: Modality) -> _Step:
    """Out of "that X came": a report of a fact stands on its own, unless the governing word denies it or leaves it open."""
    own = clause_words(s, head)
    if lemma(head) in CLAUSE_DENIERS or _rules_out(s, head):
        return head.i, _govern(DE, found, own)
    if DOUBT_MARKS & {k.lower for k in kids if k.dep in ("mark", "advmod")}:
        return head.i, _apply(found, OwnWords(negated=False, modality=PO))
    if lemma(head) in REPORTING:
        return None
    governed = _governor_class(s, head)
    if governed in (PO, PL, RQ):
        return (head.i, _govern(governed, found, own)) if not own.negated else None
    # "It is not true that", "this does not mean that"
    return (head.i, _apply(found, own)) if own.negated and lemma(head) in ("be", "mean") else None


def _from_infinitive(s: Sentence, t: Token, head: Token, found: Modality, *, infinitive: bool) -> _Step:
    own = clause_words(s, head)
    if t.dep in ("acomp", "oprd"):
        return head.i, _govern(A, found, _without_negation(own) if own.negated and t.lower in EXPECTING else own)
    if infinitive and lemma(head) == "be" and not s.kids(head.i, "acomp", "attr", "oprd"):
        return head.i, _govern(PL, found, own)
    if infinitive and lemma(head) == "have":
        if any(k.lower == "yet" for k in [*s.kids(head.i), *s.kids(t.i)]):
            return head.i, _govern(DE, found, own)
        return head.i, _govern(A if head.tag in ("VBD", "VBN") else RQ, found, own)
    governed = _governor_class(s, head)
    if lemma(head) in WISHING and (s.kids(head.i, "dobj") or any(k.dep in SUBJECTS for k in s.kids(t.i))):
        return head.i, _govern(RQ, found, OwnWords(own.negated, None))
    if governed is not None:
        # Who is not expected to come may come all the same.
        mild = own.negated and bool(EXPECTING & {head.lower, *(k.lower for k in s.kids(head.i, "acomp", "oprd"))})
        return head.i, _govern(PO if mild else governed, found, _without_negation(own) if mild else own)
    return None if lemma(head) in REPORTING else (head.i, _apply(found, own))


def _governor_class(s: Sentence, head: Token) -> Modality | None:
    """The class that a verb, adjective or noun gives to its complement; None if it has none."""
    if head.lower in GOVERNING_ADJECTIVES and (head.pos == "ADJ" or head.tag in ("VBN", "VBG", "JJ")):
        return GOVERNING_ADJECTIVES[head.lower]
    if head.pos == "NOUN":
        return GOVERNING_NOUNS.get(lemma(head))
    if lemma(head) in GOVERNING_VERBS:
        return GOVERNING_VERBS[lemma(head)]
    for k in s.kids(head.i, "acomp", "oprd", "attr"):
        if k.lower in GOVERNING_ADJECTIVES:
            return GOVERNING_ADJECTIVES[k.lower]
        if k.pos == "NOUN" and lemma(k) in GOVERNING_NOUNS:
            return GOVERNING_NOUNS[lemma(k)]
    for k in s.kids(head.i, "prt", "prep"):
        if (lemma(head), k.lower) in PREPOSITIONAL_CLASSES:
            return PREPOSITIONAL_CLASSES[lemma(head), k.lower]
    return None


def _rules_out(s: Sentence, head: Token) -> bool:
    return lemma(head) == "rule" and any(k.lower == "out" for k in s.kids(head.i))


def _from_preposition(s: Sentence, t: Token, prep: Token, found: Modality) -> _Step:
    """Out of a prepositional phrase: "without", "plan for", "hope of", "call for", "will meet at"."""
    low, head = prep.lower, s.tokens[prep.head]
    if low in PRIVATIVE_PREPOSITIONS or (low == "of" and prep.i and s.tokens[prep.i - 1].lower in ("instead", "short")):
        return s.root.i, _govern(DE, found, OwnWords(negated=False, modality=None))
    if head.i == prep.i:
        return None
    if head.pos in ("NOUN", "PROPN"):
        return _from_noun_preposition(s, low, head, found)
    own = clause_words(s, head)
    if low in SPOILED_BY and lemma(head) in SPOILED_BY[low]:
        return head.i, _govern(DE, found, own)
    if (lemma(head), low) in PREPOSITIONAL_CLASSES:
        return head.i, _govern(PREPOSITIONAL_CLASSES[lemma(head), low], found, own)
    if head.pos == "ADP":
        return _from_preposition(s, prep, head, found)
    if lemma(head) in REPORTING or head.pos not in ("VERB", "AUX"):
        return None
    if t.dep == "pcomp" or low in _CARRYING_PREPOSITIONS:
        return head.i, _apply(found, _without_negation(own))
    return None


def _from_noun_preposition(s: Sentence, low: str, head: Token, found: Modality) -> _Step:
    own = nominal_words(s, head)
    governed = PREPOSITIONAL_CLASSES.get((lemma(head), low))
    if governed is None and low in _NOUN_PREPOSITIONS:
        governed = GOVERNING_NOUNS.get(lemma(head))
    if governed is not None:
        return head.i, _govern(governed, found, own)
    return (head.i, _apply(found, own)) if low == "of" and lemma(head) in EVENT_LIKE_HEADS else None


def _from_adverbial(s: Sentence, t: Token, head: Token, found: Modality) -> _Step:
    marks = {k.lower for k in s.kids(t.i) if k.dep in ("mark", "advmod", "aux")}
    own = clause_words(s, head)
    if "to" in marks:
        governed = _governor_class(s, head)
        return head.i, _govern(governed, found, own) if governed else _apply(found, _without_negation(own))
    if t.tag == "VBG" and not marks & {"before", "after", "since", "without"}:
        return head.i, _apply(found, _without_negation(own))
    # Under a future, a present tense after "when" or "before" is a future too.
    temporal = marks & {"when", "as", "before", "after", "until", "once", "while"}
    return (s.root.i, PL) if temporal and t.tag in ("VBZ", "VBP") and own.modality is PL and found is A else None


def _from_noun_complement(s: Sentence, t: Token, head: Token, found: Modality) -> _Step:
    """Out of "a plan to visit", "the claim that", "no evidence that", "the first to visit", "the troops sent"."""
    kids = s.kids(t.i)
    infinitive = any(k.dep == "aux" and k.lower == "to" for k in kids)
    finite = any(k.dep in SUBJECTS for k in kids)
    own = nominal_words(s, head)
    governed = GOVERNING_NOUNS.get(lemma(head))
    if governed is not None and (infinitive or finite):
        return head.i, _govern(governed, found, own)
    if finite:
        if own.negated:
            return s.root.i, _govern(DE, found, OwnWords(negated=False, modality=None))
        verb = s.tokens[head.head]
        denied = head.dep in ("dobj", "nsubjpass", "prep", "conj") and (lemma(verb) in CLAUSE_DENIERS or _rules_out(s, verb))
        return (head.i, found) if denied else None
    if infinitive and head.dep == "ROOT" and not any(k.tag in ("VBD", "VBZ", "VBP", "MD") for k in s.tokens):
        # A headline: "Kenya to host talks".
        return head.i, _govern(PL, found, OwnWords(negated=False, modality=None))
    if infinitive:
        singled_out = {head.lower, *(k.lower for k in s.kids(head.i))} & {"first", "last", "latest", "only"}
        return None if singled_out else (head.i, _govern(PO, found, own))
    return None


def _from_noun(s: Sentence, t: Token, head: Token, found: Modality) -> _Step:
    """Out of a noun phrase: to the verb that makes the noun's event happen, plans it, asks for it, denies it."""
    if t.dep == "pobj":
        return _from_preposition(s, t, head, found)
    if t.dep in ("compound", "nmod"):
        governed = GOVERNING_NOUNS.get(lemma(head))
        own = nominal_words(s, head)
        return head.i, _govern(governed, found, own) if governed else _apply(found, own)
    if head.pos not in ("VERB", "AUX", "ADJ"):
        return None
    own = clause_words(s, head)
    if t.dep in ("dobj", "nsubjpass") and lemma(head) not in LIGHT_VERBS:
        return _from_object(s, t, head, found)
    if t.dep == "attr" or lemma(head) in LIGHT_VERBS - {"be"}:
        return head.i, _apply(found, own)
    if t.dep in ("nsubj", "nsubjpass") and lemma(head) == "be":
        adjective = next((k.lower for k in s.kids(head.i, "acomp", "oprd") if k.lower in GOVERNING_ADJECTIVES), None)
        if adjective is not None:
            return head.i, _govern(GOVERNING_ADJECTIVES[adjective], found, own)
        return (head.i, _apply(found, own)) if own.modality is not None else None
    return None


def _from_object(s: Sentence, t: Token, head: Token, found: Modality) -> _Step:
    own = clause_words(s, head)
    if lemma(head) in ACCEPTING:
        return head.i, _apply(PL if found in (RQ, PO) else found, own)
    governed = None if lemma(head) in CLAUSE_ONLY else GOVERNING_VERBS.get(lemma(head)) or GOVERNING_ADJECTIVES.get(head.lower)
    if lemma(head) in CLAUSE_DENIERS or _rules_out(s, head):
        governed = DE
    # "Discussed talks" leaves them open; "discussed the attack" takes it for known.
    known = governed in (PO, PL) and any(k.dep == "poss" or (k.dep == "det" and k.lower in _DEFINITE) for k in s.kids(t.i))
    return (head.i, _govern(governed, found, own)) if governed not in (None, A) and not known else None


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
