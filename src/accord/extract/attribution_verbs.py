"""Sentence and verb in the active voice -> draft of an attribution: one rule a shape of complement."""

from __future__ import annotations

from accord.extract.attribution_parts import (
    SUBJECTS,
    Draft,
    cue_bar,
    cue_range,
    make_draft,
    noun_phrase,
    pieces,
    subtree_range,
    trailing_source,
    trim,
)
from accord.extract.modality_clause import lemma
from accord.extract.reporting import (
    ADDRESSED,
    COUNTING_VERBS,
    DOCUMENT_VERBS,
    EVIDENCE,
    INFINITIVE_VERBS,
    NEEDS_PREDICATE,
    OBJECT_VERBS,
    OBJECT_WITH_COMPLEMENT,
    PARTICLE_VERBS,
    PLAIN_SPEECH,
    PREPOSITIONS,
    SPEECH,
    THOUGHT,
    VOICING,
    WEAK_PREPOSITIONAL,
)
from accord.model.sentence import Sentence, Token

_COMPLEMENT_PREPOSITIONS = frozenset("of for as to on over about against".split())
_CLIMB = 8


def active_draft(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """What a verb in the active voice reports: the first shape that fits. `word` is its lemma, `head` the token of its subject."""
    for rule in (_clause, _surroundings, _infinitive, _object, _preposition, _at_the_end):
        draft = rule(s, t, word, head)
        if draft is not None:
            return draft
    return _bare(s, t, word, head)


def _clause(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """As in "X said that", "X believes", "..., X said", "X told Y that"."""
    if word not in SPEECH and word not in THOUGHT:
        return None
    clauses = [k for k in s.kids(t.i, "ccomp") if _is_clause(s, k)]
    if word in SPEECH:
        clauses += [k for k in s.kids(t.i, "xcomp") if k.i > t.i and _is_gerund(s, k)]
    if not clauses:
        return None
    if head is None and clauses[0].i < t.i and (head := _reduced_subject(s, t, clauses[0])) is not None:
        clauses = clauses[1:]
        if not clauses:
            return None
    if head is None and clauses[0].i < t.i and (lone := trailing_source(s, t.i)) is not None:
        content = pieces(s, subtree_range(s, clauses[0].i)[0], lone[0] - 1, [])
        cue = cue_range(s, t.i, alone=True)
        return Draft(sentence=s.index, verb=t.i, cue=cue, source=lone, source_head=lone[1], content=content, speech=True)
    before = [k for k in clauses if k.i < t.i]
    after = [k for k in clauses if k.i > t.i]
    cue = cue_range(s, t.i, alone=not after)
    runs: list[tuple[int, int]] = []
    for k in before:
        runs.append((subtree_range(s, k.i)[0], cue[0] - 1))
    _, high = subtree_range(s, clauses[-1].i)
    if before and not after and high > cue[1]:
        runs.append((cue[1] + 1, high))
    if after:
        low = min(subtree_range(s, k.i)[0] for k in after)
        runs.append((max(low, cue[1] + 1), _clause_end(s, after[0], max(subtree_range(s, k.i)[1] for k in after))))
    source = noun_phrase(s, head, barred=cue_bar(head, cue)) if head is not None else None
    content = tuple(r for a, b in runs for r in pieces(s, a, b, [cue, *([source] if source else [])]))
    return make_draft(s, t, head, cue, content, speech=word in SPEECH) if content else None


def _clause_end(s: Sentence, clause: Token, high: int) -> int:
    """Where a clause ends before what the parser took into it: ", and Y warned that", "; they left", ", arguing that", ", the leader"."""
    for k in s.tokens[clause.i + 1 : high]:
        if k.text == ";":
            return k.i - 1
        if k.text != "," or k.i + 1 > high:
            continue
        first = s.tokens[k.i + 1]
        if first.tag == "VBG" and first.dep == "advcl" and lemma(first) in PLAIN_SPEECH:
            return k.i - 1
        if first.dep == "cc":
            second = next((c for c in s.kids(first.head, "conj") if c.i > first.i), None)
            if second is not None and lemma(second) in PLAIN_SPEECH and s.kids(second.i, "nsubj") and s.kids(second.i, "ccomp"):
                return k.i - 1
    return high


def _reduced_subject(s: Sentence, t: Token, clause: Token) -> int | None:
    """The source of "the minister, asked about it in Paris, said": the parser takes the inserted participle for what was said."""
    subject = next(iter(s.kids(clause.i, "nsubj", "nsubjpass")), None)
    if subject is None or clause.tag not in ("VBN", "VBD", "VBG") or s.tokens[subject.i + 1].text != ",":
        return None
    return subject.i if s.tokens[t.i - 1].text == "," or s.tokens[t.i - 1].dep in ("aux", "advmod") else None


def _is_gerund(s: Sentence, k: Token) -> bool:
    return k.tag == "VBG" or any(g.dep == "aux" and g.lower == "having" for g in s.kids(k.i))


def _is_clause(s: Sentence, k: Token) -> bool:
    """Whether a complement says something: a clause with a subject, or words that may be quoted."""
    return not any(g.dep == "aux" and g.lower == "to" for g in s.kids(k.i)) or bool(s.kids(k.i, *SUBJECTS))


def _surroundings(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """As in "The dam, officials say, is full", "as the minister put it": what is told stands around the telling."""
    if word not in SPEECH and word not in ("believe", "think", "know", "put"):
        return None
    governor = s.tokens[t.head]
    if governor.i == t.i or head is None or not s.kids(t.i, "nsubj"):
        return None
    barred = ("xcomp", "mark") if word in ADDRESSED else ("dobj", "xcomp", "mark")
    as_clause = t.dep == "advcl" and any(k.lower == "as" and k.dep in ("mark", "advmod") for k in s.kids(t.i))
    own = subtree_range(s, t.i)
    fenced = s.tokens[own[0]].pos == "PUNCT" or (own[0] > 0 and s.tokens[own[0] - 1].pos == "PUNCT")
    if not as_clause and not (t.dep in ("parataxis", "ccomp", "advcl") and fenced and not s.kids(t.i, *barred)):
        return None
    if not as_clause and t.dep == "ccomp" and lemma(governor) in SPEECH:
        return None
    cue = cue_range(s, t.i, alone=True)
    low, high = subtree_range(s, governor.i)
    content = pieces(s, low, high, [own])
    return make_draft(s, t, head, cue, content, speech=True) if content else None


def _infinitive(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """As in "X vowed to fight", "X wants Y to leave"."""
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
            return make_draft(s, t, head, cue, (run,), speech=word in SPEECH) if run else None
    return None


def _object(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """As in "X confirmed the visit", "X dismissed the claim as nonsense", "X accused Y of lying", "calling it a provocation"."""
    kids = s.kids(t.i)
    if head is None or not (word in OBJECT_VERBS or _is_object_verb_here(s, kids, word, head)):
        return None
    objects = [k for k in kids if k.dep in ("dobj", "ccomp", "dative") and k.i > t.i and k.pos != "VERB"]
    relative = [k for k in kids if k.dep == "dobj" and k.i < t.i and k.tag in ("WDT", "WP")]
    completions = [
        k for k in kids
        if k.i > t.i and (k.dep in ("oprd", "xcomp", "ccomp", "acomp", "attr") or _completes(s, k, word))
    ]  # fmt: skip
    if word in OBJECT_WITH_COMPLEMENT or word in ADDRESSED:
        parts = [*objects, *completions]
    else:
        parts = [*objects, *(k for k in completions if k.dep != "prep" or k.lower in ("as", "for", "at") or word in VOICING)]
    if not objects and not (word in OBJECT_WITH_COMPLEMENT and any(k.dep in ("oprd", "ccomp", "advcl") for k in parts)):
        return None
    if word in NEEDS_PREDICATE and len(parts) < 2 and not any(k.dep == "ccomp" or k.pos == "ADJ" for k in parts) and not relative:
        return None
    if word in ADDRESSED and len(parts) < 2 and word not in ("promise", "show", "teach"):
        return None
    cue = cue_range(s, t.i)
    if word in ADDRESSED and len(parts) > 1 and not any(k.dep == "xcomp" for k in parts):
        parts = parts[1:]
    spans = [subtree_range(s, k.i) for k in parts]
    low, high = max(cue[1] + 1, min(a for a, _ in spans)), max(b for _, b in spans)
    run = trim(s, (low, _before_afterthought(s, low, high)))
    return make_draft(s, t, head, cue, (run,), speech=word in SPEECH) if run else None


def _is_object_verb_here(s: Sentence, kids: list[Token], word: str, head: int) -> bool:
    """Whether a particle, a number or a text as its subject makes a verb one of reporting: "ruled out", "put it at 22", "polls show"."""
    if any(k.dep == "prt" and k.lower in PARTICLE_VERBS.get(word, ()) for k in kids):
        return True
    if word in DOCUMENT_VERBS and s.tokens[head].lemma.lower() in EVIDENCE:
        return True
    if word not in COUNTING_VERBS or s.tokens[head].pos == "PRON":
        return False
    if word == "put":
        return any(k.lower == "at" and any(o.pos == "NUM" or s.kids(o.i, "nummod") for o in s.kids(k.i, "pobj")) for k in kids)
    return any(k.dep == "dobj" and bool(s.kids(k.i, "nummod")) for k in kids)


def _before_afterthought(s: Sentence, low: int, high: int) -> int:
    """Where an object ends before the report's own apposition or relative clause, set off by a comma or a dash."""
    for k in range(low + 1, high):
        t = s.tokens[k]
        if t.text in (",", "-", "--", "—", "–") and (t.text == "," or s.tokens[k + 1].start > t.end):
            start = s.tokens[k + 1]
            outer = start
            for _ in range(_CLIMB):
                if outer.head <= k or outer.head == outer.i:
                    break
                outer = s.tokens[outer.head]
            if (
                outer.dep in ("relcl", "appos", "acl", "advcl")
                and outer.head < k
                and outer.i <= high
                and subtree_range(s, outer.i)[1] >= high - 1
            ):
                return k - 1
    return high


def _completes(s: Sentence, k: Token, word: str) -> bool:
    """Whether a phrase after the object belongs to what is said: "of lying", "as baseless", not ", with" and not "on Friday"."""
    if s.tokens[k.i - 1].text == ",":
        return False
    if k.dep == "advcl":
        return k.pos == "ADJ" and any(g.lower == "as" for g in s.kids(k.i))
    if k.dep != "prep" or any(o.ner in ("DATE", "TIME") for o in s.kids(k.i, "pobj")):
        return False
    if word == "put":
        return k.lower == "at"
    return k.lower in _COMPLEMENT_PREPOSITIONS or (word in VOICING and k.lower in ("at", "in"))


def _preposition(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """As in "X called for a ceasefire", "X spoke of a mistake", "X ruled against the law"."""
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
            return make_draft(s, t, head, cue, (run,), speech=word in SPEECH)
    return None


def _at_the_end(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """As in "The bridge is closed, a spokesman for the mayor told reporters": by position, where the parse shows no complement."""
    if word not in PLAIN_SPEECH or t.tag not in ("VBD", "VBZ", "VBP"):
        return None
    after = s.tokens[t.i + 1 :]
    if any(k.tag in ("VBD", "VBZ", "VBP", "MD") for k in after) and head is None:
        return None
    if head is not None and s.kids(t.i, "nsubj"):
        source = noun_phrase(s, head, barred=cue_bar(head, (t.i, t.i)))
        edge = min(source[0], t.i)
    else:
        comma = next((k.i for k in reversed(s.tokens[: t.i]) if k.text == ","), None)
        if comma is None or not any(k.pos in ("NOUN", "PROPN", "PRON") for k in s.tokens[comma + 1 : t.i]):
            return None
        head = next(k.i for k in s.tokens[comma + 1 : t.i] if k.pos in ("NOUN", "PROPN", "PRON"))
        while s.tokens[head].dep in ("compound", "poss", "amod", "nmod") and comma < s.tokens[head].head < t.i:
            head = s.tokens[head].head
        source = (comma + 1, t.i - 1)
        edge = comma + 1
    if edge == 0 or s.tokens[edge - 1].text not in (",", "”", '"', "''"):
        return None
    cue = cue_range(s, t.i, alone=True)
    content = pieces(s, 0, edge - 1, [])
    if not content or sum(k.pos in ("VERB", "AUX") for k in s.tokens[:edge]) == 0:
        return None
    return Draft(sentence=s.index, verb=t.i, cue=cue, source=source, source_head=head, content=content, speech=True)


def _bare(s: Sentence, t: Token, word: str, head: int | None) -> Draft | None:
    """A verb of speech with a source of its own and nothing said that the tree shows: quotation marks may tell."""
    if word not in PLAIN_SPEECH or head is None or not (s.kids(t.i, "nsubj") or t.tag == "VBG"):
        return None
    return make_draft(s, t, head, cue_range(s, t.i, alone=True), (), speech=True)
