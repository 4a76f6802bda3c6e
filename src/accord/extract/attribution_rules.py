"""Sentence -> drafts of attributions: one rule a shape of reporting, over the tables of `reporting`."""

from __future__ import annotations

from collections.abc import Iterator

from accord.extract.attribution_parts import (
    SUBJECTS,
    Draft,
    agent,
    cue_range,
    find_subject,
    may_speak,
    noun_phrase,
    pieces,
    subtree_range,
    trim,
)
from accord.extract.modality_clause import lemma
from accord.extract.reporting import (
    ADDRESSED,
    CLAUSE_NOUNS,
    INFINITIVE_VERBS,
    NEEDS_PREDICATE,
    NOUN_PREPOSITIONS,
    OBJECT_VERBS,
    OBJECT_WITH_COMPLEMENT,
    PASSIVE_AS,
    PASSIVE_INFINITIVE,
    PASSIVE_OF,
    PREPOSITIONS,
    QUOTED_AS,
    SPEECH,
    THOUGHT,
    WEAK_PREPOSITIONAL,
)
from accord.model.sentence import Sentence, Token

_COMPLEMENT_PREPOSITIONS = frozenset("of for as to with from on over about against".split())
_Runs = tuple[tuple[int, int], ...]


def find_drafts(s: Sentence) -> Iterator[Draft]:
    """All reportings of one sentence, in the order of their cues."""
    for t in s.tokens:
        if t.pos == "VERB" and t.dep not in ("amod", "compound"):
            draft = _from_verb(s, t)
        elif t.lower == "according":
            draft = _from_according(s, t)
        elif t.pos == "NOUN":
            draft = _from_noun(s, t)
        else:
            draft = None
        if draft is not None:
            yield draft


# ---------------------------------------------------------------- verbs


def _from_verb(s: Sentence, t: Token) -> Draft | None:
    word = lemma(t).lower()
    if word not in SPEECH and word not in THOUGHT and word not in OBJECT_VERBS and word not in PREPOSITIONS and word not in INFINITIVE_VERBS:
        return None if word not in QUOTED_AS | PASSIVE_AS | PASSIVE_INFINITIVE else _passive(s, t, word)
    if any(k.dep == "auxpass" for k in s.kids(t.i)) or (t.tag == "VBN" and t.dep == "acl"):
        draft = _passive(s, t, word)
        if draft is not None:
            return draft
    head = _source_head(s, t)
    if head is not None and not may_speak(s, head):
        head = None
    for rule in (_clause, _surroundings, _infinitive, _object, _preposition):
        draft = rule(s, t, word, head)
        if draft is not None:
            return draft
    return None


def _source_head(s: Sentence, t: Token) -> int | None:
    own = s.kids(t.i, "nsubj")
    if own:
        return own[-1].i
    if any(k.dep in ("nsubjpass", "auxpass") for k in s.kids(t.i)) or (t.tag == "VBN" and t.dep == "acl"):
        return agent(s, t.i)
    return find_subject(s, t.i)


def _draft(s: Sentence, t: Token, head: int | None, cue: tuple[int, int], content: _Runs, *, speech: bool) -> Draft | None:
    source = None
    if head is not None:
        source = noun_phrase(s, head, barred=_barred(s, head, cue))
        if source[0] <= cue[1] and cue[0] <= source[1]:
            source = (head, head) if not cue[0] <= head <= cue[1] else None
    if source is not None:
        content = tuple(r for run in content for r in pieces(s, run[0], run[1], [source, cue]))
    return Draft(
        sentence=s.index, verb=t.i, cue=cue, source=source, source_head=head if source else None, content=content, speech=speech
    )  # fmt: skip


def _barred(s: Sentence, head: int, cue: tuple[int, int]) -> int:
    return cue[0] if head < cue[0] else -1


def _clause(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """"X said that", "X believes", "..., X said", "X told Y that"."""  # noqa: D403
    if word not in SPEECH and word not in THOUGHT:
        return None
    clauses = [k for k in s.kids(t.i, "ccomp") if _is_clause(s, k)]
    if not clauses:
        return None
    before = [k for k in clauses if k.i < t.i]
    after = [k for k in clauses if k.i > t.i]
    cue = cue_range(s, t.i, alone=not after)
    runs: list[tuple[int, int]] = []
    for k in before:
        runs.append((subtree_range(s, k.i)[0], cue[0] - 1))
    low, high = subtree_range(s, clauses[-1].i)
    if before and not after and high > cue[1]:
        runs.append((cue[1] + 1, high))
    for k in after:
        low, high = subtree_range(s, k.i)
        runs.append((max(low, cue[1] + 1), high))
    source = noun_phrase(s, head, barred=_barred(s, head, cue)) if head is not None else None
    content = tuple(r for a, b in runs for r in pieces(s, a, b, [cue, *([source] if source else [])]))
    return _draft(s, t, head, cue, content, speech=word in SPEECH) if content else None


def _is_clause(s: Sentence, k: Token) -> bool:
    """Whether a complement says something: a clause with a subject, or words that may be quoted."""
    return not any(g.dep == "aux" and g.lower == "to" for g in s.kids(k.i)) or bool(s.kids(k.i, *SUBJECTS))


def _surroundings(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """"The dam, officials say, is full", "as the minister put it": what is told stands around the telling."""  # noqa: D403
    if word not in SPEECH and word not in ("believe", "think", "know", "put"):
        return None
    governor = s.tokens[t.head]
    if governor.i == t.i or head is None or not s.kids(t.i, "nsubj"):
        return None
    as_clause = t.dep == "advcl" and any(k.lower == "as" and k.dep in ("mark", "advmod") for k in s.kids(t.i))
    own = subtree_range(s, t.i)
    fenced = own[0] > 0 and s.tokens[own[0] - 1].pos == "PUNCT"
    if not as_clause and not (t.dep in ("parataxis", "ccomp", "advcl") and fenced and not s.kids(t.i, "dobj", "xcomp", "mark")):
        return None
    if not as_clause and t.dep == "ccomp" and lemma(governor) in SPEECH:
        return None
    cue = cue_range(s, t.i, alone=True)
    low, high = subtree_range(s, governor.i)
    content = pieces(s, low, high, [own])
    return _draft(s, t, head, cue, content, speech=True) if content else None


def _infinitive(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """"X vowed to fight", "X wants Y to leave"."""  # noqa: D403
    if word not in INFINITIVE_VERBS or head is None:
        return None
    for k in s.kids(t.i, "xcomp", "ccomp"):
        if k.i > t.i and any(g.dep == "aux" and g.lower == "to" for g in s.kids(k.i)):
            low, high = subtree_range(s, k.i)
            objects = [o for o in s.kids(t.i, "dobj") if o.i < k.i]
            if objects:
                low = min(low, subtree_range(s, objects[0].i)[0])
            cue = cue_range(s, t.i)
            run = trim(s, (max(low, cue[1] + 1), high))
            return _draft(s, t, head, cue, (run,), speech=word in SPEECH) if run else None
    return None


def _object(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """"X confirmed the visit", "X dismissed the claim as nonsense", "X accused Y of lying", "calling it a provocation"."""  # noqa: D403
    if word not in OBJECT_VERBS or head is None:
        return None
    kids = s.kids(t.i)
    objects = [k for k in kids if k.dep in ("dobj", "ccomp", "dative") and k.i > t.i and k.pos != "VERB"]
    relative = [k for k in kids if k.dep == "dobj" and k.i < t.i and k.tag in ("WDT", "WP")]
    completions = [
        k for k in kids
        if k.i > t.i and (k.dep in ("oprd", "xcomp", "ccomp", "acomp", "attr") or (k.dep == "prep" and k.lower in _COMPLEMENT_PREPOSITIONS))
    ]  # fmt: skip
    if word in OBJECT_WITH_COMPLEMENT or word in ADDRESSED:
        parts = [*objects, *completions]
    else:
        parts = [*objects, *(k for k in completions if k.dep != "prep" or k.lower in ("as", "for"))]
    if not objects and not (parts and word in OBJECT_WITH_COMPLEMENT and any(k.dep in ("oprd", "ccomp") for k in parts)):
        return None
    if word in NEEDS_PREDICATE and len(parts) < 2 and not any(k.dep == "ccomp" or k.pos == "ADJ" for k in parts) and not relative:
        return None
    if word in ADDRESSED and len(parts) < 2 and word not in ("promise", "show", "teach"):
        return None
    cue = cue_range(s, t.i)
    if word in ADDRESSED and len(parts) > 1:
        parts = parts[1:]
    spans = [subtree_range(s, k.i) for k in parts]
    run = trim(s, (max(cue[1] + 1, min(a for a, _ in spans)), max(b for _, b in spans)))
    return _draft(s, t, head, cue, (run,), speech=word in SPEECH) if run else None


def _preposition(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """"X called for a ceasefire", "X spoke of a mistake", "X ruled against the law"."""  # noqa: D403
    wanted = PREPOSITIONS.get(word)
    if wanted is None or head is None or word in WEAK_PREPOSITIONAL:
        return None
    for k in s.kids(t.i, "prep", "prt"):
        if k.lower not in wanted or k.i < t.i or k.i > t.i + 3:
            continue
        rest = subtree_range(s, k.i) if k.dep == "prep" else None
        if rest is None or rest[1] == k.i:
            continue
        cue = cue_range(s, t.i, last=k.i)
        high = rest[1]
        for x in s.kids(t.i, "xcomp", "ccomp"):
            # "Called on the rebels to leave": what is asked is part of it.
            if x.i > k.i:
                high = max(high, subtree_range(s, x.i)[1])
        run = trim(s, (k.i + 1, high))
        if run:
            return _draft(s, t, head, cue, (run,), speech=word in SPEECH)
    return None


# ---------------------------------------------------------------- passives


def _passive(s: Sentence, t: Token, word: str) -> Draft | None:
    """"Was quoted as saying", "is expected to win", "is known as", "was accused of", "was criticised by"."""  # noqa: D403
    kids = s.kids(t.i)
    subject = next((k for k in kids if k.dep in ("nsubjpass", "nsubj")), None)
    if subject is None or not any(k.dep == "auxpass" for k in kids):
        return None
    if word in QUOTED_AS:
        return _quoted_as(s, t, subject)
    by = agent(s, t.i)
    parts: list[Token] = []
    last: int | None = None
    for k in kids:
        if k.i <= t.i:
            continue
        if k.dep in ("xcomp", "ccomp") and word in PASSIVE_INFINITIVE | SPEECH | INFINITIVE_VERBS:
            parts.append(k)
        elif k.dep == "oprd" and word in PASSIVE_AS:
            parts.append(k)
        elif k.dep == "prep" and ((k.lower == "as" and word in PASSIVE_AS) or (k.lower == "of" and word in PASSIVE_OF)) and k.i == t.i + 1:
            parts.extend(s.kids(k.i, "pobj", "pcomp", "amod", "advcl"))
            last = k.i
    if not parts and by is None:
        return None
    if by is not None and not parts and word not in OBJECT_VERBS:
        return None
    cue = cue_range(s, t.i, last=last)
    source = noun_phrase(s, by) if by is not None else None
    left = pieces(s, *noun_phrase(s, subject.i, barred=cue[0]), [cue])
    spans = [subtree_range(s, k.i) for k in parts]
    right = pieces(s, max(cue[1] + 1, min(a for a, _ in spans)), max(b for _, b in spans), [source] if source else []) if spans else ()
    return Draft(
        sentence=s.index, verb=t.i, cue=cue, source=source, source_head=by, content=(*left, *right), speech=word in SPEECH
    )  # fmt: skip


def _quoted_as(s: Sentence, t: Token, subject: Token) -> Draft | None:
    for prep in s.kids(t.i, "prep", "mark"):
        for saying in s.kids(prep.i, "pcomp"):
            cue = cue_range(s, t.i, last=saying.i)
            run = trim(s, (saying.i + 1, subtree_range(s, saying.i)[1]))
            if prep.lower == "as" and run:
                return _draft(s, t, subject.i, cue, (run,), speech=True)
    return None


# ---------------------------------------------------------------- nouns, "according to"


def _from_according(s: Sentence, t: Token) -> Draft | None:
    """"According to X, ...": the clause that it hangs on, less the phrase itself."""  # noqa: D403
    to = next((k for k in s.kids(t.i, "prep") if k.lower == "to"), None)
    named = next(iter(s.kids(to.i, "pobj")), None) if to is not None else None
    if to is None or named is None:
        return None
    governor = s.tokens[t.head]
    for _ in range(4):
        if governor.pos in ("VERB", "AUX") or governor.head == governor.i:
            break
        governor = s.tokens[governor.head]
    phrase = subtree_range(s, t.i)
    source = noun_phrase(s, named.i)
    low, high = subtree_range(s, governor.i)
    content = pieces(s, low, high, [phrase, (t.i, source[1])])
    if not content:
        return None
    return Draft(
        sentence=s.index, verb=t.i, cue=(t.i, to.i), source=source, source_head=named.i, content=content, speech=True
    )  # fmt: skip


def _from_noun(s: Sentence, t: Token) -> Draft | None:
    """"X's claim that", "his hope to meet", "Moscow's criticism of the plan": only with somebody who holds it."""  # noqa: D403
    word = t.lemma.lower()
    if word not in CLAUSE_NOUNS and word not in NOUN_PREPOSITIONS:
        return None
    owner = next(iter(s.kids(t.i, "poss")), None)
    if owner is None:
        return None
    source = noun_phrase(s, owner.i, barred=t.i)
    if s.tokens[source[1]].tag == "POS" and source[1] > source[0]:
        pass
    for k in s.kids(t.i, "acl", "prep"):
        if k.i < t.i:
            continue
        if k.dep == "acl" and word in CLAUSE_NOUNS and k.tag != "VBN":
            run, last = trim(s, subtree_range(s, k.i)), t.i
        elif k.dep == "prep" and k.lower in NOUN_PREPOSITIONS.get(word, frozenset()) and k.i == t.i + 1:
            run, last = trim(s, (k.i + 1, subtree_range(s, k.i)[1])), k.i
        else:
            continue
        if run is None or run[0] <= last:
            continue
        low = t.i
        while low - 1 > source[1] and s.tokens[low - 1].head == t.i:
            low -= 1
        return Draft(
            sentence=s.index, verb=t.i, cue=(low, last), source=source, source_head=owner.i, content=(run,), speech=word in SPEECH
        )  # fmt: skip
    return None
