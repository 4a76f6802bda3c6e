"""Sentence and token -> the tokens that stand for its logical subject, its logical object or a prepositional complement."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model.sentence import Sentence, Token

# Longer chains are run-ons or parses gone wrong.
_MAX_STEPS = 10
_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSES = frozenset("xcomp ccomp advcl pcomp acl relcl conj dep acomp oprd".split())
# Verbs whose infinitive is done by their subject although they have an object ("promised him to come").
_SUBJECT_CONTROL = frozenset("promise threaten vow use take make need have hold send give pay put spend".split())
_BLAME_PREPOSITIONS = frozenset("of for from into".split())
_RELATIVIZERS = frozenset("who whom which that whose".split())


def is_passive(s: Sentence, v: int) -> bool:
    """Whether the verb is a passive or a bare past participle after a noun ("soldiers sent abroad")."""
    if s.kids(v, "nsubjpass", "auxpass"):
        return True
    t = s.tokens[v]
    if t.tag != "VBN" or s.kids(v, "aux", "nsubj"):
        return False
    # "Was arrested and fined 50 euros": what a joined participle has beside it is no object of its own.
    return _inherits_passive(s, t) or (t.dep == "acl" and not s.kids(v, "dobj"))


def _inherits_passive(s: Sentence, t: Token) -> bool:
    return t.dep == "conj" and s.tokens[t.head].tag == "VBN" and bool(s.kids(t.head, "nsubjpass", "auxpass"))


def conjuncts(s: Sentence, i: int) -> list[int]:
    """Token `i` and what is joined to it by "and", "or" or commas, in order."""
    out, todo = [], [i]
    while todo:
        k = todo.pop()
        out.append(k)
        todo.extend(c.i for c in s.kids(k, "conj") if c.i != k)
    return sorted(out)


def subjects(s: Sentence, v: int) -> tuple[int, ...]:
    """Heads of the noun phrases that do what verb `v` tells: its own subject, its by-agent, or one shared with a governing clause."""
    if is_passive(s, v):
        return agents(s, v)
    own = tuple(k.i for k in s.kids(v, *_SUBJECTS))
    if own:
        return own
    at = v
    for _ in range(_MAX_STEPS):
        found, up = _shared_subject(s, at)
        if found or up is None:
            return found
        at = up
    return ()


def _shared_subject(s: Sentence, at: int) -> tuple[tuple[int, ...], int | None]:
    """Subject that a clause without one borrows, else the verb one step up from which to borrow on."""
    t = s.tokens[at]
    if t.dep not in _CLAUSES or t.head == at:
        return (), None
    head = s.tokens[t.head]
    if t.dep == "acl" and head.pos in ("NOUN", "PROPN", "PRON"):
        return _subject_of_noun_clause(s, t, head)
    if t.dep == "relcl":
        return (head.i,), None
    if t.dep == "pcomp" and head.dep == "prep":
        return _subject_in_prepositional_clause(s, head)
    if t.dep in ("xcomp", "ccomp") and (controller := _object_controller(s, head)):
        return controller, None
    found = tuple(k.i for k in s.kids(head.i, *_SUBJECTS))
    if found and t.dep == "conj" and is_passive(s, head.i) and not is_passive(s, at):
        return found, None
    return found, (None if found else head.i)


def _subject_of_noun_clause(s: Sentence, t: Token, noun: Token) -> tuple[tuple[int, ...], int | None]:
    infinitive = any(k.lower == "to" for k in s.kids(t.i, "aux"))
    if not infinitive:
        return (noun.i,), None
    owners = tuple(k.i for k in s.kids(noun.i, "poss")) or prep_objects(s, noun.i, "of", "by")
    if not owners and any(k.text[:1].isupper() for k in s.kids(noun.i, "amod", "compound", "nmod")):
        owners = (noun.i,)
    return owners, None if owners else governing_verb(s, noun.i)


def _subject_in_prepositional_clause(s: Sentence, prep: Token) -> tuple[tuple[int, ...], int | None]:
    governor = s.tokens[prep.head]
    objects = tuple(k.i for k in s.kids(governor.i, "dobj", "nsubjpass"))
    if prep.lower in _BLAME_PREPOSITIONS and objects:
        return objects, None
    own = tuple(k.i for k in s.kids(governor.i, *_SUBJECTS))
    if own:
        return own, None
    if governor.pos in ("VERB", "AUX"):
        return (), governor.i
    return (), governing_verb(s, governor.i)


def _object_controller(s: Sentence, head: Token) -> tuple[int, ...]:
    """Object of a verb such as "urge" that is the subject of the infinitive after it."""
    if head.lemma in _SUBJECT_CONTROL or head.pos != "VERB":
        return ()
    return tuple(k.i for k in s.kids(head.i, "dobj", "dative") if k.pos != "ADP")


def agents(s: Sentence, v: int) -> tuple[int, ...]:
    """Objects of the by-phrase of a passive."""
    return prep_objects(s, v, "by")


def objects(s: Sentence, v: int) -> tuple[int, ...]:
    """Heads of the noun phrases that verb `v` is done to: object, subject of a passive, noun before a participle or relative clause."""
    t = s.tokens[v]
    if is_passive(s, v):
        own = tuple(k.i for k in s.kids(v, "nsubjpass"))
        if own:
            return own
        if t.dep == "acl":
            return (t.head,)
        if t.dep == "conj":
            return tuple(k.i for k in s.kids(t.head, "nsubjpass"))
        return tuple(subjects_above(s, v))
    own = tuple(k.i for k in s.kids(v, "dobj"))
    if own and not (t.dep == "relcl" and all(s.tokens[k].lower in _RELATIVIZERS for k in own)):
        return own + _gapped(s, v)
    if t.dep == "relcl" and (own or _lacks_object(s, v)):
        return (t.head,)
    if t.dep == "conj" and s.tokens[t.head].pos == "VERB" and not s.kids(v, "prep", "ccomp", "xcomp", "nsubj", "nsubjpass"):
        return ()
    return tuple(k.i for k in s.kids(v, "ccomp") if k.pos in ("NOUN", "PROPN") and not s.kids(k.i, "mark", "nsubj"))


def _gapped(s: Sentence, v: int) -> tuple[int, ...]:
    """Objects of a verb left out the second time ("thanked X for arms and Y for grain"): joined to what follows the preposition."""
    return tuple(
        y.i
        for prep in s.kids(v, "prep", "dative")
        for thing in s.kids(prep.i, "pobj")
        for y in s.kids(thing.i, "conj")
        if y.pos == "PROPN" and y.i + 1 < len(s.tokens) and s.tokens[y.i + 1].lower == prep.lower
    )


def _lacks_object(s: Sentence, v: int) -> bool:
    """A relative clause with a full subject of its own and no preposition left at its end: the noun before it is its object."""
    own = s.kids(v, *_SUBJECTS)
    return bool(own) and all(k.lower not in _RELATIVIZERS for k in own) and not s.kids(v, "prep", "ccomp", "xcomp", "advmod")


def subjects_above(s: Sentence, v: int) -> tuple[int, ...]:
    """Subjects of the nearest governing clause that has one."""
    for t in _clause_heads(s, v):
        found = tuple(k.i for k in s.kids(t.i, *_SUBJECTS))
        if found:
            return found
    return ()


def _clause_heads(s: Sentence, v: int) -> Iterator[Token]:
    for n, t in enumerate(s.ancestors(v)):
        if n >= _MAX_STEPS:
            return
        yield t


def governing_verb(s: Sentence, i: int) -> int | None:
    """The nearest verb above a token, or None."""
    for n, t in enumerate(s.ancestors(i)):
        if t.pos in ("VERB", "AUX"):
            return t.i
        if n >= _MAX_STEPS:
            break
    return None


def prep_objects(s: Sentence, i: int, *names: str) -> tuple[int, ...]:
    """Objects of the prepositional phrases of token `i` that open with one of `names`; "out of" and "ahead of" chains are followed."""
    found: list[int] = []
    for prep in s.kids(i, "prep", "agent", "dative", "prt", "advmod"):
        if prep.lower in names:
            found += _complements(s, prep.i)
        elif prep.dep in ("prep", "prt", "advmod"):
            found += [o for inner in s.kids(prep.i, "prep") if inner.lower in names for o in _complements(s, inner.i)]
    return tuple(found)


def _complements(s: Sentence, prep: int) -> list[int]:
    return [k.i for k in s.kids(prep, "pobj", "pcomp")]


def clause_complements(s: Sentence, v: int) -> tuple[int, ...]:
    """Heads of the complement clauses of a verb or noun ("refused to meet", "denied that it fired", "accused of sending")."""
    heads = (v, *(k.i for k in s.kids(v, "acomp", "oprd", "attr")))
    direct = [k.i for h in heads for k in s.kids(h, "xcomp", "ccomp", "acl") if k.pos in ("VERB", "AUX", "ADJ", "NOUN")]
    nested = [k.i for prep in s.kids(v, "prep", "prt") for k in s.kids(prep.i, "pcomp")]
    under_for = [k.i for o in prep_objects(s, v, "for", "on", "upon") for k in s.kids(o, "acl", "relcl")]
    return tuple(direct + nested + under_for + [k.i for k in for_clauses(s, v)])


def for_clauses(s: Sentence, v: int) -> list[Token]:
    """Heads of the clauses that "for" opens behind a verb ("called for X to resign"), which the parser takes for adverbial ones."""
    return [k for k in s.kids(v, "advcl") if any(m.lower == "for" for m in s.kids(k.i, "mark"))]
