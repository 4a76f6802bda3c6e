"""Verb of attending + the modality of its clause -> attendance status: "refused to attend", "may come", "is not allowed to go"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Attendance, Modality

_A = Attendance
_NEGATORS = frozenset("not n't never neither nor no nobody none hardly".split())
# Words over the verb of attending that say more of it than a modality can; lemmas, lower case.
_INVITING = frozenset("invite".split())
_BARRING = frozenset("forbid bar ban prevent prohibit block exclude".split())
_ADMITTING = frozenset("allow permit let admit".split())
_EXPECTING = frozenset("expect likely unlikely anticipate".split())
_WEIGHING = frozenset(
    "undecided weigh consider ponder mull debate contemplate unsure unclear uncertain doubt doubtful hesitate deliberate discuss decide"
    " threaten open whether question".split()
)
_LIKELIHOODS = frozenset("probably likely presumably apparently unlikely".split())
_MAYBE = frozenset(("may", "might", "could"))
_CONDITIONS = frozenset({"if", "unless", "lest"})
_ATTACHED = frozenset("xcomp ccomp acl advcl pcomp pobj prep acomp attr relcl oprd dep dobj csubj csubjpass".split())
_DEPTH = 6


def negated(sentence: Sentence, t: Token) -> bool:
    """Whether the clause of a verb is denied: "not", "never", a negative subject, "neither ... nor"."""
    for k in sentence.kids(t.i):
        if k.dep == "neg" or (k.lower in _NEGATORS and k.dep in ("advmod", "preconj", "cc", "det")):
            return True
        if k.dep in ("nsubj", "nsubjpass") and (
            k.lower in _NEGATORS or any(d.lower in ("no", "neither", "nor") for d in sentence.kids(k.i, "det", "preconj", "cc"))
        ):
            return True
    return False


def outcome(sentence: Sentence, i: int, modality: Modality) -> Attendance | None:
    """What the report commits to about an act of attending headed by token `i`, of which it commits to `modality`.

    ATTENDS where it is told or planned, another status where the words around it make it so, None where nothing is
    committed to: conditions, wishes, requests.
    """
    over = list(_above(sentence, i))
    above = {word for t in over for word in (t.lemma.lower(), t.lower)}
    if modality in (Modality.ASSERTED, Modality.PLANNED):
        return _A.ATTENDS
    if modality is Modality.REQUESTED:
        return _A.INVITED if above & _INVITING else None
    if modality is Modality.CONDITIONAL:
        return _A.UNDECIDED if _hangs_on(sentence, sentence.tokens[i]) else None
    own = {k.lower for k in sentence.kids(i)} | {sentence.tokens[i].lemma.lower()}
    if above & _EXPECTING or (modality is Modality.DENIED and own & (_LIKELIHOODS | _EXPECTING)):
        held = modality is Modality.POSSIBLE and "unlikely" not in above and not any(negated(sentence, t) for t in over)
        return _A.ATTENDS if held else _A.UNLIKELY
    if modality is Modality.DENIED:
        t = sentence.tokens[i]
        if t.dep == "pcomp" and sentence.tokens[t.head].lower == "without":
            return None  # an aside, seldom about the gathering
        uninvited = above & _INVITING and any(negated(sentence, t) for t in over)
        return _A.NOT_INVITED if uninvited or above & (_BARRING | _ADMITTING) else _A.DECLINED
    return _A.UNDECIDED if above & _WEIGHING or own & (_MAYBE | {"whether"}) else None


def _above(sentence: Sentence, i: int) -> Iterator[Token]:
    """The words over a verb, nearest first, and what stands with them as predicate or opens their clause."""
    t = sentence.tokens[i]
    for _ in range(_DEPTH):
        if t.dep not in _ATTACHED or t.head == t.i or t.dep == "relcl":
            return
        t = sentence.tokens[t.head]
        yield t
        yield from sentence.kids(t.i, "acomp", "oprd", "mark")


def _hangs_on(sentence: Sentence, t: Token) -> bool:
    """As in "will come only if ...": the condition leaves it open; what stands under "if" itself, or is only supposed, says nothing."""
    marks = {k.lower for k in sentence.kids(t.i, "mark", "advmod")}
    return not marks & _CONDITIONS and not any(k.lower in ("would", "should") for k in sentence.kids(t.i, "aux"))
