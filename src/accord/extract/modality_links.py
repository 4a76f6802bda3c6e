"""Sentence and predicate -> its link to the word that governs it: which word, with what signature, and what that word's own words add."""

from __future__ import annotations

from dataclasses import dataclass

from accord.extract.modality_clause import SUBJECTS, clause_words, is_known, is_replaced, lemma, nominal_words, occurs, raised_verb
from accord.extract.modality_lexicon import (
    ACCEPTING,
    ACCOUNTABLE,
    CLAUSE_DENIERS,
    CLAUSE_ONLY,
    CONDITION_NOUNS,
    CONTEMPLATING,
    DEFERRING,
    DOUBT_MARKS,
    EVENT_LIKE_HEADS,
    FUTILE,
    GOVERNING_ADJECTIVES,
    GOVERNING_NOUNS,
    GOVERNING_VERBS,
    LIGHT_VERBS,
    PHRASAL_SIGNATURES,
    PREPOSITIONAL_CLASSES,
    PRIVATIVE_PREPOSITIONS,
    REPORTING,
    SINGLED_OUT,
    SPOILED_BY,
    TELLING_NOUNS,
    WISHING,
)
from accord.extract.modality_stance import (
    ASK,
    CAUSE,
    DENY,
    FACT,
    FAIL,
    LIKELY,
    MANAGE,
    OPEN,
    PLAN,
    REFUSE,
    SETTING,
    SUPPOSE,
    OwnWords,
    Signature,
)  # fmt: skip
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Modality

_NOMINAL = ("NOUN", "PROPN", "NUM", "ADJ")
_CLAUSES = frozenset("xcomp ccomp csubj pcomp acl advcl acomp oprd".split())
_ARGUMENTS = frozenset("dobj nsubj nsubjpass attr pobj compound nmod dative poss".split())
_NOUN_PREPOSITIONS = frozenset("of for to on against about in from".split())
_CARRYING_PREPOSITIONS = frozenset("for at in into during via through as with".split())
_OPEN_CLASSES = (OPEN, LIKELY, PLAN)


@dataclass(frozen=True, slots=True)
class Link:
    """One step out of a clause or noun phrase.

    Attributes:
        head: Index of the governing token.
        signature: What that word makes of what it governs.
        own: Its own words, as far as they reach into what it governs.
    """

    head: int
    signature: Signature
    own: OwnWords


def own_words(s: Sentence, t: Token) -> OwnWords:
    """The words around a verb or an event noun that bear on it."""
    return nominal_words(s, t) if t.pos in _NOMINAL and not _is_predicative(s, t) else clause_words(s, t)


def link_out(s: Sentence, i: int) -> Link | None:
    """The link of token `i` to its governor; None where its own source's word begins ("said that X came") or nothing governs it."""
    t = s.tokens[i]
    if is_replaced(s, t):
        return Link(s.root.i, DENY, OwnWords())
    if t.head == i:
        return None
    head = s.tokens[t.head]
    if t.dep == "conj":
        return _from_conjunct(s, t, head)
    if t.dep in _CLAUSES:
        return _from_clause(s, t, head)
    if t.dep == "relcl":  # "a museum to be opened" and "a letter that he would rest" are often given this label
        complement = any(k.dep == "mark" or (k.dep == "aux" and k.lower == "to") for k in s.kids(t.i))
        return _from_noun_complement(s, t, head) if complement else None
    return _from_noun(s, t, head) if t.dep in _ARGUMENTS else None


def _is_predicative(s: Sentence, t: Token) -> bool:
    return t.pos == "ADJ" and any(k.dep in ("aux", "cop") for k in s.kids(t.i))


def _from_conjunct(s: Sentence, t: Token, head: Token) -> Link | None:
    kids = s.kids(t.i)
    nominal = t.pos in ("NOUN", "PROPN")
    own_subject = any(k.dep in SUBJECTS for k in kids)
    own_clause = own_subject or any(k.dep == "aux" and k.tag in ("MD", "VBZ", "VBP", "VBD") for k in kids)
    if not nominal and (own_clause or t.tag not in (head.tag, "VB")):
        # The clause goes on under the same governor ("said that X and that Y") but without the first clause's own words.
        return None
    own = nominal_words(s, head) if nominal else clause_words(s, head, objects=False)
    turned = any(k.dep == "cc" and k.lower in ("but", "yet") and t.i > k.i > head.i for k in s.kids(head.i))
    # "No casualties and a fire": a noun with a determiner of its own stands alone; "no talks and no truce" is denied once each.
    alone = nominal and any(k.dep in ("det", "poss", "nummod") for k in kids)
    if turned or alone or own_words(s, t).negated:
        own = OwnWords(modality=None if alone else own.modality)
    return Link(head.i, MANAGE, own)


def _from_clause(s: Sentence, t: Token, head: Token) -> Link | None:
    if t.dep == "pcomp":
        return _from_preposition(s, t, head)
    if t.dep == "advcl":
        return _from_adverbial(s, t, head)
    if t.dep == "acl":
        return _from_noun_complement(s, t, head)
    kids = s.kids(t.i)
    if t.dep == "ccomp" and any(k.lower == ";" for k in s.tokens[min(t.i, head.i) : max(t.i, head.i)]):
        return None  # two sentences in one
    has_subject = any(k.dep in SUBJECTS for k in kids)
    infinitive = any(k.dep == "aux" and k.lower == "to" for k in kids)
    if t.dep == "ccomp" and not infinitive:
        if t.tag == "VB" and has_subject and not any(k.dep == "aux" for k in kids):
            return Link(head.i, _signature(s, head) or (ASK if lemma(head) in REPORTING else MANAGE), clause_words(s, head))
        if lemma(head) in WISHING and t.tag == "VBN":  # "want the crew freed"
            return Link(head.i, ASK, clause_words(s, head).without_negation())
        return _from_finite_clause(s, kids, head) if t.tag != "VBG" or has_subject else _from_infinitive(s, t, head)
    return _from_infinitive(s, t, head, infinitive=infinitive)


def _from_finite_clause(s: Sentence, kids: list[Token], head: Token) -> Link | None:
    """Out of "that X came": a report of a fact stands on its own, unless the governing word denies it or leaves it open."""
    own = _governor_words(s, head)
    if lemma(head) in CLAUSE_DENIERS or _rules_out(s, head):
        return Link(head.i, REFUSE, own)
    if DOUBT_MARKS & {k.lower for k in kids if k.dep in ("mark", "advmod")}:
        return Link(head.i, LIKELY, OwnWords())
    if lemma(head) in REPORTING:
        return None
    governed = _signature(s, head)
    if governed is not None and governed not in (MANAGE, CAUSE):
        return Link(head.i, governed, own)
    # "It is not true that", "this does not mean that"
    return Link(head.i, MANAGE, own) if own.negated and lemma(head) in ("be", "mean") else None


def _from_infinitive(s: Sentence, t: Token, head: Token, *, infinitive: bool = False) -> Link | None:
    own = _governor_words(s, head)
    if t.dep in ("acomp", "oprd"):
        return Link(head.i, MANAGE, own)
    if DOUBT_MARKS & {k.lower for k in s.kids(t.i, "mark", "advmod")}:  # "has yet to decide whether to go"
        return Link(head.i, LIKELY, OwnWords())
    if infinitive and any(k.lower == "yet" for k in [*s.kids(head.i), *s.kids(t.i)]) and lemma(head) in ("be", "have"):
        return Link(head.i, FAIL, own)
    if infinitive and lemma(head) == "be" and not s.kids(head.i, "acomp", "attr", "oprd"):
        return Link(head.i, PLAN, own)
    if infinitive and lemma(head) == "have":
        return Link(head.i, CAUSE if head.tag in ("VBD", "VBN") else ASK, own)
    if lemma(head) in WISHING and (s.kids(head.i, "dobj") or any(k.dep in SUBJECTS for k in s.kids(t.i))):
        return Link(head.i, ASK, OwnWords(own.negated))
    governed = _signature(s, head)
    if governed is None and not infinitive and lemma(head) in REPORTING:
        return Link(head.i, FACT, own)  # "recalled meeting", "admitted taking"
    if governed is not None:
        return Link(head.i, governed, own)
    return None if lemma(head) in REPORTING else Link(head.i, MANAGE, own)


def _signature(s: Sentence, head: Token) -> Signature | None:
    """The signature that a verb, adjective or noun has for its complement; None if it has none."""
    kids = s.kids(head.i)
    for k in (head, *kids):
        if (k is head or k.dep in ("acomp", "oprd")) and any(g.dep == "advmod" and g.lower == "too" for g in s.kids(k.i)):
            return FAIL  # "too ill to travel"
    if head.lower in GOVERNING_ADJECTIVES and (head.pos == "ADJ" or head.tag in ("VBN", "VBG", "JJ")):
        # "Was able to" is "managed to"; "will be able to" will do it.
        beside = {k.lower for k in (s.tokens[head.head], *s.kids(head.head))}
        was_able = head.lower == "able" and beside & {"was", "were", "been", "will", "'ll", "’ll"}
        return MANAGE if was_able else GOVERNING_ADJECTIVES[head.lower]
    if head.pos == "NOUN":
        return GOVERNING_NOUNS.get(lemma(head))
    if lemma(head) in GOVERNING_VERBS:
        return GOVERNING_VERBS[lemma(head)]
    for k in kids:
        if k.dep in ("acomp", "oprd", "attr") and k.lower in GOVERNING_ADJECTIVES:
            return GOVERNING_ADJECTIVES[k.lower]
        if k.dep in ("acomp", "oprd", "attr") and k.pos == "NOUN" and lemma(k) in GOVERNING_NOUNS:
            return GOVERNING_NOUNS[lemma(k)]
        if k.dep in ("prt", "prep") and (lemma(head), k.lower) in PREPOSITIONAL_CLASSES:
            return PREPOSITIONAL_CLASSES[lemma(head), k.lower]
    return None


def _governor_words(s: Sentence, head: Token, *, apart: int = -1) -> OwnWords:
    """Its own words; what only few expect or want is as good as not expected, though what few do is done."""
    own = clause_words(s, head, apart=apart)
    few = any(
        g.lower == "few" and not any(d.lower in ("a", "the", "these", "those") for d in s.kids(k.i, "det"))
        for k in s.kids(head.i, "nsubj")
        for g in (k, *s.kids(k.i, "amod"))
    )
    return OwnWords(negated=True, modality=own.modality) if few else own


def _rules_out(s: Sentence, head: Token) -> bool:
    return lemma(head) == "rule" and any(k.lower == "out" for k in s.kids(head.i))


def _from_preposition(s: Sentence, t: Token, prep: Token) -> Link | None:
    """Out of a prepositional phrase: "without", "plan for", "hope of", "call for", "will meet at"."""
    for _ in range(3):
        low, head = prep.lower, s.tokens[prep.head]
        if low in PRIVATIVE_PREPOSITIONS:
            return Link(s.root.i, DENY, OwnWords())
        if head.i == prep.i:
            return None
        if head.pos != "ADP" or head.dep == "prt":
            break
        prep = head
    if t.dep == "pcomp" and t.tag != "VBG" and any(k.dep in SUBJECTS for k in s.kids(t.i)):  # "asked about how it ended"
        return Link(head.i, LIKELY, OwnWords()) if DOUBT_MARKS & {k.lower for k in s.kids(t.i, "mark", "advmod")} else None
    if head.pos in ("NOUN", "PROPN"):
        return _from_noun_preposition(s, low, head)
    own = clause_words(s, head)
    if low == "to" and not s.children[t.i] and lemma(head) in GOVERNING_VERBS:  # "hesitated to fire", taken for a noun
        return Link(head.i, GOVERNING_VERBS[lemma(head)], own)
    spoiled = SPOILED_BY.get(low, {}).get(lemma(head))
    governed = spoiled or PREPOSITIONAL_CLASSES.get((lemma(head), low))
    if governed is not None:
        return Link(head.i, governed, own)
    if head.pos == "ADJ" and head.lower in GOVERNING_ADJECTIVES:
        return Link(head.i, GOVERNING_ADJECTIVES[head.lower], own)
    if lemma(head) in REPORTING or head.pos not in ("VERB", "AUX") or (low in ("for", "of", "over", "as") and lemma(head) in ACCOUNTABLE):
        return None
    if t.dep == "pcomp" or low in _CARRYING_PREPOSITIONS:
        return Link(head.i, SETTING, own.without_negation())
    return None


def _from_noun_preposition(s: Sentence, low: str, head: Token) -> Link | None:
    own = nominal_words(s, head)
    if head.lower in CONDITION_NOUNS and head.dep == "pobj" and s.tokens[head.head].lower in ("in", "on"):
        return Link(head.i, SUPPOSE, OwnWords())
    governed = PREPOSITIONAL_CLASSES.get((lemma(head), low))
    if governed is None and low in _NOUN_PREPOSITIONS:
        governed = GOVERNING_NOUNS.get(lemma(head))
    told = _told_noun(s, head)
    if told is not None and (governed is None or told.signature is REFUSE):
        return told
    if governed is not None:
        return _phrasal(s, head) or Link(head.i, _outcome(s, head, governed), own)
    return Link(head.i, MANAGE, own) if low == "of" and lemma(head) in EVENT_LIKE_HEADS else None


def _told_noun(s: Sentence, noun: Token) -> Link | None:
    """As in "denied reports of an attack", "dismissed claims that": the governor of the telling denies what is told."""
    if lemma(noun) not in TELLING_NOUNS or noun.dep not in ("dobj", "nsubjpass", "conj", "pobj"):
        return None
    verb = s.tokens[noun.head]
    return Link(verb.i, REFUSE, clause_words(s, verb)) if lemma(verb) in CLAUSE_DENIERS or _rules_out(s, verb) else None


def _phrasal(s: Sentence, noun: Token) -> Link | None:
    """As in "took the trouble to write", "missed the chance of voting": verb and noun govern together."""
    verb = s.tokens[noun.head]
    signature = PHRASAL_SIGNATURES.get((lemma(verb), lemma(noun))) if noun.dep == "dobj" else None
    return Link(verb.i, signature, clause_words(s, verb)) if signature is not None else None


def _outcome(s: Sentence, noun: Token, governed: Signature) -> Signature:
    """As in "accepted an invitation to visit": what was asked for or offered is then set; what "a failed bid" was for is denied."""
    if any(k.lower in FUTILE for k in s.kids(noun.i, "amod")):
        return DENY
    taken = noun.dep in ("dobj", "nsubjpass") and lemma(s.tokens[noun.head]) in ACCEPTING
    return PLAN if taken and governed in (ASK, OPEN) else governed


def _from_adverbial(s: Sentence, t: Token, head: Token) -> Link | None:
    kids = s.kids(t.i)
    marks = {k.lower for k in kids if k.dep in ("mark", "advmod", "aux")}
    own = clause_words(s, head)
    if "to" in marks:
        aims = any(k.lower in ("order", "so") and k.i < t.i for k in kids) or (t.i >= 2 and s.tokens[t.i - 2].lower in ("order", "as"))
        governed = _signature(s, head)
        if governed is not None and governed not in (MANAGE, CAUSE, FACT):
            return Link(head.i, governed, own)
        return Link(head.i, PLAN if aims else SETTING, own.without_negation())
    if "so" in marks and t.tag != "VBD":  # "so that talks can go on"
        return Link(head.i, PLAN, OwnWords())
    if t.tag == "VBG" and not marks & {"before", "after", "since", "without"}:
        return Link(head.i, SETTING, own.without_negation())
    # Under a future, a present tense after "when" or "before" is a future too.
    temporal = marks & {"when", "as", "before", "after", "until", "once", "while"}
    ahead = temporal and t.tag in ("VBZ", "VBP") and own.modality is Modality.PLANNED
    return Link(s.root.i, PLAN, OwnWords()) if ahead else None


def _from_noun_complement(s: Sentence, t: Token, head: Token) -> Link | None:
    """Out of "a plan to visit", "the claim that", "no evidence that", "the first to visit", "the troops sent"."""
    kids = s.kids(t.i)
    infinitive = any(k.dep == "aux" and k.lower == "to" for k in kids)
    finite = any(k.dep in SUBJECTS for k in kids)
    own = nominal_words(s, head)
    if head.lower == "order" and head.i and s.tokens[head.i - 1].lower == "in":  # "in order to"
        verb = s.tokens[s.tokens[head.head].head]
        return Link(verb.i, PLAN, own_words(s, verb).without_negation())
    if infinitive and (phrase := _phrasal(s, head)) is not None:
        return phrase
    governed = GOVERNING_NOUNS.get(lemma(head))
    if governed is not None and (infinitive or finite):
        return _told_noun(s, head) or Link(head.i, _outcome(s, head, governed), own)
    if finite:
        return Link(s.root.i, DENY, OwnWords()) if own.negated else _told_noun(s, head)
    if infinitive and head.dep == "ROOT" and not any(k.tag in ("VBD", "VBZ", "VBP", "MD") for k in s.tokens):
        # A headline: "Kenya to host talks".
        return Link(head.i, PLAN, OwnWords())
    if infinitive:
        # "The first to visit", "the largest firm to fail": it did.
        singled_out = any(k.lower in SINGLED_OUT or k.tag in ("JJS", "RBS") for k in (head, *s.kids(head.i)))
        passive = any(k.dep == "auxpass" for k in kids)
        return None if singled_out else Link(head.i, PLAN if passive else OPEN, own)
    return None


def _from_noun(s: Sentence, t: Token, head: Token) -> Link | None:
    """Out of a noun phrase: to the verb that makes the noun's event happen, plans it, asks for it, denies it."""
    if t.dep == "pobj":
        return _from_preposition(s, t, head)
    if t.dep in ("compound", "nmod"):
        return Link(head.i, GOVERNING_NOUNS.get(lemma(head), MANAGE), nominal_words(s, head))
    if t.dep == "poss":
        governed = GOVERNING_NOUNS.get(lemma(head))
        return Link(head.i, governed, nominal_words(s, head)) if governed in (FAIL, REFUSE) else None
    if head.pos not in ("VERB", "AUX", "ADJ"):
        return None
    if t.dep == "dobj" and lemma(head) not in LIGHT_VERBS:
        return _from_object(s, t, head)
    own = clause_words(s, head, apart=t.i)
    raised = raised_verb(s, head) if t.dep in ("nsubj", "nsubjpass") else None
    if raised is not None:  # its "no" counts as the governor's, once
        return Link(raised.i, FAIL if own_words(s, t).negated else MANAGE, clause_words(s, raised))
    if t.dep == "nsubjpass" and lemma(head) not in LIGHT_VERBS:
        return _from_object(s, t, head)
    if t.dep in ("attr", "dobj", "nsubjpass", "dative") or occurs(s, head):
        return Link(head.i, MANAGE, own)
    return _from_subject(s, t, head, own)


def _from_subject(s: Sentence, t: Token, head: Token, own: OwnWords) -> Link | None:
    if lemma(head) == "be":
        adjective = next((k.lower for k in s.kids(head.i, "acomp", "oprd") if k.lower in GOVERNING_ADJECTIVES), None)
        if adjective is not None:
            return Link(head.i, GOVERNING_ADJECTIVES[adjective], own)
        return Link(head.i, MANAGE, own) if own.modality is not None else None
    supposed = own.modality in (Modality.POSSIBLE, Modality.CONDITIONAL) and not is_known(s, t)
    # "An attack would draw a reply": no attack is told.
    return Link(head.i, SETTING, own.without_negation()) if supposed else None


def _from_object(s: Sentence, t: Token, head: Token) -> Link | None:
    own = _governor_words(s, head, apart=t.i)
    name = lemma(head)
    if name in ACCEPTING:
        return Link(head.i, MANAGE, own)
    governed = None if name in CLAUSE_ONLY else GOVERNING_VERBS.get(name) or GOVERNING_ADJECTIVES.get(head.lower)
    if name in CLAUSE_DENIERS or _rules_out(s, head):
        governed = REFUSE
    if governed is not None:
        for k in s.kids(head.i, "prt"):
            governed = PREPOSITIONAL_CLASSES.get((name, k.lower), governed)
    known = is_known(s, t)
    if governed in (None, MANAGE, CAUSE, FACT):
        particle = next((c for k in s.kids(head.i, "prt") if (c := PREPOSITIONAL_CLASSES.get((name, k.lower)))), None)
        governed = particle
    if governed is not None:
        if known and t.dep == "dobj" and governed in _OPEN_CLASSES and name not in DEFERRING:
            # "Discussed talks" leaves them open; "discussed the attack" and "planned the attack" take it for known.
            return None if name in CONTEMPLATING else Link(head.i, SETTING, own.without_negation())
        return Link(head.i, governed, own)
    return None if known else Link(head.i, SETTING, own.without_negation())
