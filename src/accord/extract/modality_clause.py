"""Sentence and predicate -> what the words of its own clause or noun phrase say: negated, planned, possible, asked for, conditional."""

from __future__ import annotations

from accord.extract.modality_lexicon import (
    ABILITY,
    CANCELLED,
    CONDITION_MARKS,
    CONDITION_NOUNS,
    FUTURE_WORDS,
    LEMMA_REPAIRS,
    MODAL_ADVERBS,
    MODAL_VERBS,
    MONTHS,
    NEARLY,
    NEGATIVE_NOUNS,
    NEGATIVE_PHRASES,
    NEGATIVE_WORDS,
    NOMINAL_ADJECTIVES,
    OCCURRING,
    REPLACED,
    REPORTING,
    ROUNDED,
    SCHEDULED_VERBS,
    WARNING,
    WEEKDAYS,
)
from accord.extract.modality_stance import OwnWords
from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Modality

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINATIVE = frozenset("he she they we it i you there".split())
_TIME_PREPOSITIONS = frozenset("on in at by before during from".split())
_DEFINITE = frozenset("the this that these those".split())
_PAST_MODIFIERS = frozenset("last past every each a most previous".split())


def lemma(t: Token) -> str:
    """The lemma, where the small pipeline is known to go wrong the right one ("hopes" is no form of "hop")."""
    return LEMMA_REPAIRS.get(t.lower, t.lemma)


def nominal_words(s: Sentence, t: Token) -> OwnWords:
    """Adjectives and determiners of an event noun ("no talks", "a planned visit", "next week's summit")."""
    negated, modality = False, None
    for k in s.kids(t.i):
        low = k.lower
        if k.dep in ("det", "neg") and low in ("no", "neither"):
            negated = True
        elif k.dep in ("amod", "compound", "advmod", "nmod"):
            modality = modality or NOMINAL_ADJECTIVES.get(low) or (Modality.PLANNED if low == "next" and k.dep == "amod" else None)
            negated = negated or low in CANCELLED
        elif k.dep == "det" and low == "any":  # "any attack will be met with force"
            modality = modality or Modality.POSSIBLE
        elif k.dep == "poss" and (low == "tomorrow" or any(g.lower in ("next", "upcoming") for g in s.kids(k.i))):
            modality = modality or Modality.PLANNED
    return OwnWords(negated, modality)


def clause_words(s: Sentence, t: Token, *, apart: int = -1, objects: bool = True) -> OwnWords:
    """Negation, auxiliaries, modal adverbs, conditions and time words of a clause whose predicate is `t`.

    Negation by the dependent at token `apart` is left out: "no talks were held" is denied once, by the talks or by the verb. So is, without
    `objects`, negation by an object ("had no excuses and resigned").
    """
    kids = s.kids(t.i)
    negated = any(k.i != apart and (objects or k.dep not in ("dobj", "attr")) and _negates(s, k) for k in kids)
    if _has_condition(s, t, kids):
        return OwnWords(modality=Modality.CONDITIONAL)
    modality, negated = _auxiliaries(s, t, kids, negated=negated)
    if modality in (None, Modality.PLANNED) and _is_asked(s, t, kids):
        modality = Modality.POSSIBLE
    if modality is None and not negated:
        modality = next((m for k in kids if k.dep in ("advmod", "acomp") and (m := MODAL_ADVERBS.get(k.lower))), None)
    if modality is None and _is_future_by_time(s, t, kids):
        modality = Modality.PLANNED
    if modality is None and t.dep == "ROOT" and t.tag == "VB" and any(k.dep == "aux" and k.lower == "to" for k in kids):
        # A headline: "Kenya to host talks".
        modality = Modality.PLANNED
    if modality is None and _is_imperative(s, t, kids):
        modality = Modality.REQUESTED
    if modality not in (None, Modality.REQUESTED) and inverted_condition(s, t.i):
        modality = Modality.CONDITIONAL
    return OwnWords(negated, modality)


def inverted_condition(s: Sentence, i: int) -> bool:
    """Whether token `i` stands beside a condition by inversion: "will answer should X attack", "should X attack, it will answer".

    The parser often attaches such a clause wrongly, so the words' order decides: "should" before its subject, and no question.
    """
    for k in s.tokens:
        if k.lower == "should" and k.dep == "aux" and k.i != i and s.tokens[-1].lower != "?" and _opens_inversion(s, k):
            return k.head != i and (i < k.i or k.i == 0)
    return False


def _opens_inversion(s: Sentence, should: Token) -> bool:
    if should.i + 1 >= len(s.tokens):
        return False
    after, before = s.tokens[should.i + 1], s.tokens[should.i - 1].lower if should.i else ""
    if after.lower in _NOMINATIVE or after.pos == "DET":
        return before not in ("what", "how", "why", "where", "when", "who")
    return after.pos in ("PROPN", "NOUN", "ADJ") and after.i < should.head and any(
        should.i < k.i < should.head and k.dep in (*SUBJECTS, "compound", "det") for k in s.kids(should.head)
    )  # fmt: skip


def _negates(s: Sentence, k: Token) -> bool:
    low = k.lower
    if low == "not" and s.tokens[min(k.i + 1, len(s.tokens) - 1)].lower in ("only", "just", "merely", "simply"):
        return False
    if k.dep == "neg":
        return True
    if k.dep in ("advmod", "preconj", "cc") and low in NEGATIVE_WORDS:
        return True
    # "Never before has X met Y", "never again", "not since May"
    if k.dep in ("advmod", "prep") and any(
        g.lower == "never" or (g.lower == "not" and low in ("since", "once", "ever")) for g in s.kids(k.i, "neg", "advmod")
    ):
        return True
    if k.dep == "advmod" and low in NEARLY and k.i < k.head:
        verb = s.tokens[k.head]
        return verb.pos == "VERB" and lemma(verb) not in ROUNDED
    if k.dep == "advmod" and low in ("longer", "more"):
        return any(g.lower == "no" for g in s.kids(k.i)) or (k.i > 0 and s.tokens[k.i - 1].lower == "no")
    if k.dep == "prep":  # "under no circumstances"
        return any(o.lower in NEGATIVE_PHRASES and _has_no(s, o) for o in s.kids(k.i, "pobj"))
    return k.dep in ("nsubj", "nsubjpass", "dobj", "attr") and (low in NEGATIVE_NOUNS or _has_no(s, k))


def _has_no(s: Sentence, noun: Token) -> bool:
    return any(g.dep in ("det", "neg", "nummod", "preconj") and g.lower in ("no", "neither") for g in s.kids(noun.i))


def _is_asked(s: Sentence, t: Token, kids: list[Token]) -> bool:
    """Whether it is what a question asks for with yes or no: "Did X sign?"; a question with "who" or "when" takes it for known."""
    if t.dep not in ("ROOT", "conj") or not any(k.lower == "?" for k in s.tokens[-2:]):
        return False
    subject = next((k.i for k in kids if k.dep in SUBJECTS), None)
    turned = subject is not None and (
        any(k.dep in ("aux", "auxpass") and k.i < subject for k in kids) or (t.pos == "AUX" and t.i < subject)
    )
    return turned and not any(k.tag in ("WP", "WRB", "WDT", "WP$") for k in s.tokens[: t.i])


def _has_condition(s: Sentence, t: Token, kids: list[Token]) -> bool:
    """Whether the clause stands under a condition or is one: "if", "unless", "provided", "should X come"."""
    if _is_condition(s, t, kids):
        return True
    if any(k.dep == "advmod" and k.lower == "long" and s.kids(k.i, "advcl") for k in kids):
        return True  # "as long as"
    future = t.tag not in ("VBD", "VBN") or any(k.tag == "MD" for k in kids if k.dep == "aux")
    return future and any(k.dep in ("advcl", "prep", "ccomp") and k.i != t.i and _is_condition(s, k, s.kids(k.i)) for k in kids)


def _is_condition(s: Sentence, t: Token, kids: list[Token]) -> bool:
    for k in kids:
        if k.dep in ("mark", "advmod", "prep") and k.lower in CONDITION_MARKS:
            before = s.tokens[k.i - 1].lower if k.i else ""
            # "Even if" and "as if" set no condition; "asked if" is a question.
            return before not in ("even", "as") and (t.dep not in ("ccomp", "xcomp", "pcomp") or t.i < t.head)
        if k.dep == "aux" and k.lower == "should" and s.tokens[-1].lower != "?" and _opens_inversion(s, k):
            return True
    if t.lower in ("provided", "providing", "assuming") and t.dep in ("advcl", "prep"):
        return True
    if t.dep == "prep" and t.lower in ("in", "on"):
        # "On condition of anonymity" is no condition.
        return any(k.lower in CONDITION_NOUNS and s.kids(k.i, "acl", *(() if k.lower == "condition" else ("prep",))) for k in kids)
    if t.dep == "advcl" and s.tokens[t.head].lower == "long":
        return True
    return _is_inverted(s, t, kids)


def _is_inverted(s: Sentence, t: Token, kids: list[Token]) -> bool:
    """Whether the auxiliary stands before its subject, and no question or fronted word is why: "were X to come", "had X come"."""
    subject = next((k for k in kids if k.dep in SUBJECTS), None)
    if subject is None or s.tokens[-1].lower == "?":
        return False
    aux = t if t.lower == "were" else next((k for k in kids if k.dep == "aux" and k.lower in ("were", "had")), None)
    if aux is None or aux.i > subject.i:
        return False
    return aux.i == 0 or s.tokens[aux.i - 1].pos == "PUNCT" or t.dep == "advcl"


def _auxiliaries(s: Sentence, t: Token, kids: list[Token], *, negated: bool) -> tuple[Modality | None, bool]:
    """Mood and negation by the modal verb: "cannot come" is denied, "should have come" too, "would have come" hangs on something."""
    perfect = any(k.dep == "aux" and k.lower in ("have", "'ve", "’ve") for k in kids)
    for k in kids:
        if k.dep != "aux" or k.tag != "MD":
            continue
        if k.lower in ("would", "'d", "’d"):
            return Modality.CONDITIONAL if perfect else _would(s, t, kids), negated
        mood = MODAL_VERBS.get(k.lower) or MODAL_VERBS.get(k.lemma)
        if mood is Modality.REQUESTED and perfect:
            return (Modality.POSSIBLE, negated) if k.lower == "must" else (None, not negated)
        if negated and not perfect and k.lower in ABILITY:
            return None, True
        return mood, negated
    return None, negated


def _would(s: Sentence, t: Token, kids: list[Token]) -> Modality:
    """A "would" is the future seen from a report in the past, a threat after a warning; otherwise no more than possible."""
    if lemma(t) in ("like", "prefer", "love", "welcome", "want"):
        return Modality.POSSIBLE
    at = t
    for _ in range(4):
        if at.dep != "conj":
            break
        at = s.tokens[at.head]
    head = s.tokens[at.head]
    if at.dep == "ccomp" and lemma(head) in WARNING:
        return Modality.CONDITIONAL
    told = at.dep in ("ccomp", "acl") or any(k.dep == "mark" and k.lower == "that" for k in kids)
    reported = (told and head.i != at.i) or any(k.dep in ("ccomp", "parataxis") and lemma(k) in REPORTING for k in kids)
    return Modality.PLANNED if reported or _is_time_ahead(s, kids) else Modality.POSSIBLE


def _is_future_by_time(s: Sentence, t: Token, kids: list[Token]) -> bool:
    """The present tense with a time ahead ("lands on Sunday", "is meeting him tomorrow", "meets again in April")."""
    if t.pos not in ("VERB", "AUX") or t.tag not in ("VBZ", "VBP", "VBG") or lemma(t) in REPORTING:
        return False
    if any(k.lower in ("did", "had", "was", "were", "been") for k in kids):
        return False
    if t.tag == "VBG" and not any(k.dep == "aux" and k.tag in ("VBZ", "VBP") for k in kids):
        return False
    below = [g for k in kids if k.dep == "xcomp" for g in s.kids(k.i)]
    return _is_time_ahead(s, [*kids, *below], dated=lemma(t) in SCHEDULED_VERBS or t.tag == "VBG")


def _is_time_ahead(s: Sentence, kids: list[Token], *, dated: bool = False) -> bool:
    """Whether a time word looks ahead; with `dated` a bare weekday or month does, as a present tense tells no past."""
    for k in kids:
        if k.dep in ("npadvmod", "advmod", "tmod"):
            words = [k]
        elif k.dep == "prep" and k.lower in _TIME_PREPOSITIONS:
            words = s.kids(k.i, "pobj")
        else:
            continue
        for w in words:
            near = {g.lower for g in s.kids(w.i)}
            if w.lower in FUTURE_WORDS or near & {"next", "coming", "upcoming"} or ("later" in near and w.lower not in ("years", "months")):
                return True
            if dated and (w.lower in WEEKDAYS or w.lower in MONTHS) and not near & _PAST_MODIFIERS:
                return True
    return False


def _is_imperative(s: Sentence, t: Token, kids: list[Token]) -> bool:
    if t.tag != "VB" or t.pos != "VERB" or t.dep not in ("ROOT", "ccomp", "parataxis"):
        return False
    if any(k.dep in (*SUBJECTS, "aux", "mark") and k.lower not in ("do", "let") for k in kids):
        return False
    before = next(
        (x for x in reversed(s.tokens[: t.i]) if x.pos not in ("ADV", "INTJ") and x.lower not in ("n't", "n’t", "not", "do")), None
    )
    return before is None or before.pos == "PUNCT"


def is_replaced(s: Sentence, t: Token) -> bool:
    """Whether "rather than" or "instead of" stands before the phrase of which `t` is the head."""
    kids = s.children[t.i]
    first = min(kids[0], t.i) if kids else t.i
    if first >= 2 and (s.tokens[first - 2].lower, s.tokens[first - 1].lower) in REPLACED:
        return True
    return first + 1 < t.i and (s.tokens[first].lower, s.tokens[first + 1].lower) in REPLACED


def raised_verb(s: Sentence, head: Token) -> Token | None:
    """The verb of taking place of which a governor's subject is the subject: "the trial is set to begin"."""
    for k in (head, *s.kids(head.i, "acomp", "oprd")):
        for x in s.kids(k.i, "xcomp"):
            if any(g.dep == "aux" and g.lower == "to" for g in s.kids(x.i)) and (occurs(s, x) or lemma(x) == "be"):
                return x
    return None


def occurs(s: Sentence, verb: Token) -> bool:
    """Whether a verb only tells that its subject takes place."""
    return lemma(verb) in OCCURRING and all(o.lower in ("place", "effect", "shape") for o in s.kids(verb.i, "dobj"))


def is_known(s: Sentence, t: Token) -> bool:
    """Whether a noun phrase is definite, so that what it names is taken for known."""
    return t.pos == "PROPN" or any(k.dep == "poss" or (k.dep == "det" and k.lower in _DEFINITE) for k in s.kids(t.i))
