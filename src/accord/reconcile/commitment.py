"""Sentence + verb -> what becomes of a status under negation, modals and the verbs above: "refused to attend", "may come", "if X joins"."""

from __future__ import annotations

from accord.model.sentence import Sentence, Token
from accord.model.vocabulary import Attendance

_A = Attendance
_NEGATORS = frozenset("not n't never neither nor no nobody none hardly".split())
# Verbs, nouns and adjectives above the cue, by what they make of "attends"; lemmas, lower case.
ABOVE: dict[str, Attendance | None] = {
    **dict.fromkeys("unlikely".split(), _A.UNLIKELY),
    **dict.fromkeys("refuse decline reject avoid cancel forgo shun abandon scrap rule against unable refrain"
        " incapable fail".split(),
        _A.DECLINED,
    ),
    **dict.fromkeys("undecided weigh consider ponder mull debate contemplate unsure unclear"
        " uncertain doubt doubtful hesitate deliberate discuss".split(),
        _A.UNDECIDED,
    ),
    **dict.fromkeys("invite".split(), _A.INVITED),
    **dict.fromkeys("forbid bar ban prevent prohibit block exclude".split(), _A.NOT_INVITED),
    **dict.fromkeys("urge ask call want press encourage hope wish desire demand request beg"
        " persuade convince advise appeal dream deny".split(),
    ),
}  # fmt: skip
_KEEPS = frozenset(
    "expect plan set slate due schedule intend agree promise confirm prepare go say tell announce report state note add likely ready"
    " vow pledge arrange bind decide determine start begin continue be have know believe think insist reiterate mean choose opt book"
    " accept declare reveal indicate signal suggest understand hear learn show see appear seem".split()
)
_SETTLES = {"threaten": _A.UNDECIDED}
_MAYBE = frozenset(("may", "might", "could"))
_ATTACHED = frozenset("xcomp ccomp acl advcl conj pcomp pobj prep acomp attr relcl oprd dep dobj csubj csubjpass".split())
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


def _own_aux(sentence: Sentence, t: Token) -> list[str]:
    return [k.lower for k in sentence.kids(t.i, "aux")]


def outcome(sentence: Sentence, i: int) -> Attendance | None:
    """What the report commits to about an act of attending headed by token `i`.

    ATTENDS where it is told or planned, another status where the words around it make it so, None where nothing is
    committed to: conditions, wishes, requests.
    """
    t = sentence.tokens[i]
    status: Attendance | None = _A.ATTENDS
    for _ in range(_DEPTH):
        status = _under_own_words(sentence, t, status)
        if status is None or status in (_A.UNDECIDED, _A.UNLIKELY, _A.INVITED, _A.NOT_INVITED):
            return status
        if t.dep not in _ATTACHED or t.head == t.i:
            return status
        if t.dep == "relcl" or (t.dep == "acl" and sentence.tokens[t.head].pos in ("PROPN", "PRON")):
            return status
        if t.dep == "advcl" and t.tag != "VBG":
            return status
        above = sentence.tokens[t.head]
        if t.dep == "ccomp" and any(k.text == ";" for k in sentence.tokens[min(t.i, above.i) : max(t.i, above.i)]):
            return status
        if t.dep == "conj":
            t = above if not _own_aux(sentence, t) and above.pos in ("VERB", "AUX") else t
            if t is not above:
                return status
            continue
        found, changed = _under(sentence, above, status, t)
        if found:
            return changed
        t = above
    return status


def _under_own_words(sentence: Sentence, t: Token, status: Attendance | None) -> Attendance | None:
    aux = _own_aux(sentence, t)
    marks = {k.lower for k in sentence.kids(t.i, "mark", "advmod")}
    if marks & {"if", "unless", "lest"} or "should" in aux or "must" in aux:
        return None
    if "whether" in marks:
        return _A.UNDECIDED
    if _hangs_on(sentence, t):
        return _A.UNDECIDED
    if negated(sentence, t):
        if status == _A.ATTENDS and marks & {"probably", "likely", "presumably", "apparently"}:
            return _A.UNLIKELY
        if status == _A.DECLINED:
            return None
        if any(k.lower in ("expected", "likely") for k in [t]):
            return _A.UNLIKELY
        return _A.DECLINED
    if _MAYBE & set(aux):
        return _A.UNDECIDED if status == _A.ATTENDS else None
    if "would" in aux and t.dep not in ("ccomp", "conj"):
        return None
    return status


def _hangs_on(sentence: Sentence, t: Token) -> bool:
    """As in "Will come only if ...", "will not come unless ...": the condition leaves it open."""
    for k in sentence.kids(t.i, "advcl", "ccomp"):
        marks = [m.lower for m in sentence.kids(k.i, "mark", "advmod")]
        if {"if", "unless", "provided", "until"} & set(marks) and k.i > t.i and t.lemma.lower() not in _SAYING:
            return "until" not in marks or negated(sentence, t)
    return False


_SAYING = frozenset("say tell warn ask wonder know decide see be announce add".split())


def _under(sentence: Sentence, above: Token, status: Attendance | None, t: Token) -> tuple[bool, Attendance | None]:
    """Status under the next word up, and whether that settles it."""
    lemma = above.lemma.lower()
    if t.dep in ("ccomp", "relcl", "advcl", "csubj") and lemma not in ABOVE:
        return True, status
    deny = negated(sentence, above)
    if lemma in ("likely", "expect"):
        # The denial stands by the auxiliary: "is not likely to", "is not expected to".
        holder = above if above.pos == "VERB" else sentence.tokens[above.head]
        if deny or negated(sentence, holder):
            return True, _A.UNLIKELY if status == _A.ATTENDS else None
        return False, status
    if lemma in ABOVE:
        return True, _changed(ABOVE[lemma], status, deny=deny)
    if lemma in _SETTLES:
        return True, _SETTLES[lemma]
    if lemma == "decide" and deny:
        return True, _A.UNDECIDED
    if lemma in ("allow", "permit", "let", "admit"):
        return True, _A.NOT_INVITED if deny else None
    return _under_ability(sentence, above, status, t, deny=deny)


def _under_ability(
    sentence: Sentence, above: Token, status: Attendance | None, t: Token, *, deny: bool
) -> tuple[bool, Attendance | None]:  # fmt: skip
    """As in "Too ill to come", "not able to come", "has no plans to come"."""
    lemma = above.lemma.lower()
    if lemma == "able" or (above.pos == "ADJ" and any(k.lower == "too" for k in sentence.kids(above.i, "advmod"))):
        holder = sentence.tokens[above.head]
        return True, (_A.DECLINED if status == _A.ATTENDS else None) if lemma != "able" or deny or negated(sentence, holder) else status
    if lemma == "tell" and t.dep == "xcomp":
        return True, None
    if above.pos == "NOUN" and any(k.lower in ("no", "neither") for k in sentence.kids(above.i, "det")):
        return True, _A.DECLINED if status == _A.ATTENDS else None
    if deny and lemma in _KEEPS and above.pos != "AUX":
        return True, _A.DECLINED if status == _A.ATTENDS else None
    return False, status


def _changed(above: Attendance | None, status: Attendance | None, *, deny: bool) -> Attendance | None:
    if above is None:
        return None
    if status == _A.DECLINED:
        # "unlikely to boycott", "invited to stay away": nothing firm comes of it.
        return _A.UNDECIDED if above == _A.UNDECIDED else None
    if above == _A.INVITED:
        return _A.NOT_INVITED if deny else _A.INVITED
    if above == _A.UNDECIDED:
        return above
    return None if deny else above
