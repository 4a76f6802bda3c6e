"""Sentence -> drafts of attributions: verbs, passives, labels, nouns, adjectives and "according to", over the tables of `reporting`."""

from __future__ import annotations

from collections.abc import Iterator

from accord.extract.attribution_parts import (
    QUOTE_MARKS,
    Draft,
    agent,
    cue_range,
    find_subject,
    make_draft,
    may_speak,
    noun_phrase,
    pieces,
    subtree_range,
    trim,
)
from accord.extract.attribution_verbs import active_draft
from accord.extract.modality_clause import lemma
from accord.extract.reporting import (
    ATTITUDES,
    CLAUSE_NOUNS,
    COUNTING_VERBS,
    INFINITIVE_VERBS,
    LABELS,
    NEVER_SOURCES,
    NOUN_PREPOSITIONS,
    OBJECT_VERBS,
    PARTICLE_VERBS,
    PASSIVE_AS,
    PASSIVE_INFINITIVE,
    PASSIVE_OF,
    PREPOSITIONS,
    QUOTED_AS,
    SPEECH,
    THOUGHT,
)
from accord.model.sentence import Sentence, Token

_VERBS = SPEECH | THOUGHT | OBJECT_VERBS | INFINITIVE_VERBS | COUNTING_VERBS | frozenset(PREPOSITIONS) | frozenset(PARTICLE_VERBS)
# Beyond this a "sentence" is a table or a list that lost its stops: nobody says anything in it, and trees of it cost square time.
_MAX_TOKENS = 800
_PASSIVES = QUOTED_AS | PASSIVE_AS | PASSIVE_INFINITIVE


def find_drafts(s: Sentence) -> Iterator[Draft]:
    """All reportings of one sentence, in the order of their cues; none in a sentence of more than 800 tokens."""
    if len(s.tokens) > _MAX_TOKENS:
        return
    labelled = _from_label(s)
    if labelled is not None:
        yield labelled
    for t in s.tokens:
        if t.lower == "according":
            draft = _from_according(s, t)
        elif t.pos == "VERB" and t.dep not in ("amod", "compound"):
            draft = _from_verb(s, t)
        elif t.pos == "NOUN":
            draft = _from_noun(s, t)
        elif t.lower in ATTITUDES and t.dep in ("acomp", "ROOT", "conj"):
            draft = _from_attitude(s, t)
        else:
            draft = None
        if draft is not None:
            yield draft


# ---------------------------------------------------------------- verbs


def _from_verb(s: Sentence, t: Token) -> Draft | None:
    word = lemma(t).lower()
    if word not in _VERBS:
        return _passive(s, t, word) if word in _PASSIVES else None
    if any(k.dep == "auxpass" for k in s.kids(t.i)) or (t.tag == "VBN" and t.dep == "acl"):
        draft = _passive(s, t, word)
        if draft is not None:
            return draft
    if word in QUOTED_AS and (drawn := _quoted_as(s, t)) is not None:
        return drawn
    head = _source_head(s, t)
    if head is not None and not may_speak(s, head):
        return None
    draft = active_draft(s, t, word, head)
    return draft if draft is None or draft.speech or not _is_purpose(s, t) else None


def _is_purpose(s: Sentence, t: Token) -> bool:
    """Whether a verb only tells what something is for ("troops to support the war"): nobody has said so yet."""
    return t.tag == "VB" and t.dep in ("advcl", "acl", "xcomp", "pcomp") and any(k.dep == "aux" and k.lower == "to" for k in s.kids(t.i))


def _source_head(s: Sentence, t: Token) -> int | None:
    own = s.kids(t.i, "nsubj")
    if own:
        return own[-1].i
    if any(k.dep in ("nsubjpass", "auxpass") for k in s.kids(t.i)) or (t.tag == "VBN" and t.dep == "acl"):
        return agent(s, t.i)
    return find_subject(s, t.i)


# ---------------------------------------------------------------- passives


def _passive(s: Sentence, t: Token, word: str) -> Draft | None:
    """As in "Was quoted as saying", "is expected to win", "is known as", "was accused of", "was criticised by"."""
    kids = s.kids(t.i)
    subject = next((k for k in kids if k.dep in ("nsubjpass", "nsubj")), None)
    if subject is None or not any(k.dep == "auxpass" for k in kids):
        return None
    if word in QUOTED_AS and (drawn := _quoted_as(s, t)) is not None:
        return drawn
    by = agent(s, t.i)
    if by is not None and not may_speak(s, by):
        return None
    parts: list[Token] = []
    last: int | None = None
    for k in kids:
        if k.i <= t.i:
            continue
        if (k.dep in ("xcomp", "ccomp") and word in PASSIVE_INFINITIVE | SPEECH | INFINITIVE_VERBS) or (
            k.dep == "oprd" and word in PASSIVE_AS
        ):
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


def _quoted_as(s: Sentence, t: Token) -> Draft | None:
    """As in "Was quoted as saying", "quoted him as saying": the one who is quoted speaks."""
    speaker = next(iter(s.kids(t.i, "nsubjpass") or s.kids(t.i, "dobj")), None)
    for prep in s.kids(t.i, "prep", "mark"):
        for saying in s.kids(prep.i, "pcomp"):
            if prep.lower != "as" or speaker is None:
                continue
            passive = speaker.dep == "nsubjpass"
            cue = cue_range(s, t.i, last=saying.i) if passive else (prep.i, saying.i)
            run = trim(s, (saying.i + 1, subtree_range(s, saying.i)[1]))
            before = [k for k in s.kids(t.i, "ccomp") if k.i < t.i]
            if run is None and before:
                subject = next(iter(s.kids(t.i, "nsubj")), speaker)
                run = trim(s, (subtree_range(s, before[0].i)[0], min(subject.i, speaker.i) - 1))
            if run:
                return make_draft(s, saying, speaker.i, cue, (run,), speech=True)
    return None


# ---------------------------------------------------------------- labels, nouns, "according to"


def _from_label(s: Sentence) -> Draft | None:
    """As in "Minister: the bridge is safe", "LEE: Thank you": a name and a colon at the head of a line."""
    tokens = s.tokens
    first = 1 if tokens[0].text in QUOTE_MARKS else 0
    colon = next((t.i for t in tokens[first + 1 : first + 7] if t.text == ":"), None)
    if colon is None or colon + 2 >= len(tokens):
        return None
    if not all(t.pos == "PROPN" or t.text in (".", "and") or t.lemma.lower() in LABELS for t in tokens[first:colon]):
        return None
    run = trim(s, (colon + 1, len(tokens) - 1))
    if run is None:
        return None
    return Draft(
        sentence=s.index, verb=colon, cue=(colon, colon), source=(first, colon - 1), source_head=colon - 1, content=(run,), speech=True
    )  # fmt: skip


def _from_according(s: Sentence, t: Token) -> Draft | None:
    """As in "According to X, ...": the clause that it hangs on, less the phrase itself."""
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
    after = s.tokens[source[1] + 1 : source[1] + 3]
    if t.i == 0 or all(k.pos == "PUNCT" for k in s.tokens[source[1] + 1 :]):
        low, high = 0, len(s.tokens) - 1
    elif any(k.text in ("“", '"', "``", "''") for k in after):
        low, high = source[1] + 1, len(s.tokens) - 1
    content = pieces(s, low, high, [phrase, (t.i, source[1])])
    if not content:
        return None
    return Draft(
        sentence=s.index, verb=t.i, cue=(t.i, to.i), source=source, source_head=named.i, content=content, speech=True
    )  # fmt: skip


def _from_attitude(s: Sentence, t: Token) -> Draft | None:
    """As in "X is confident that", "X was unsure whether", "X is worried about": with a form of "be" and somebody as its subject."""
    verb = s.tokens[t.head] if t.dep == "acomp" else t
    subject = next(iter(s.kids(verb.i, "nsubj")), None)
    if subject is None or not may_speak(s, subject.i) or subject.lower in NEVER_SOURCES:
        return None
    for k in [*s.kids(t.i), *s.kids(verb.i)]:
        if k.i <= t.i:
            continue
        low = k.i if k.dep == "prep" else t.i
        if k.dep == "ccomp" or (k.dep == "prep" and k.i == t.i + 1 and k.lower in ("about", "of", "to", "that", "with", "over")):
            cue = (min(cue_range(s, verb.i)[0], t.i), low)
            run = trim(s, (low + 1, subtree_range(s, k.i)[1]))
            return make_draft(s, t, subject.i, cue, (run,), speech=False) if run else None
    return None


def _from_noun(s: Sentence, t: Token) -> Draft | None:
    """As in "X's claim that", "his hope to meet", "Moscow's criticism of the plan": only with somebody who holds it."""
    word = t.lemma.lower()
    if word not in CLAUSE_NOUNS and word not in NOUN_PREPOSITIONS:
        return None
    owner = next(iter(s.kids(t.i, "poss")), None)
    if owner is None:
        return _unowned_claim(s, t, word)
    source = noun_phrase(s, owner.i, barred=t.i)
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


def _unowned_claim(s: Sentence, t: Token, word: str) -> Draft | None:
    """As in "the claim that the bridge is safe", "a warning by engineers that": the source may stand after "by" or "from", or be nobody."""
    clause = next((k for k in s.kids(t.i, "acl") if k.i > t.i and any(g.dep == "mark" and g.lower == "that" for g in s.kids(k.i))), None)
    if clause is None or word not in CLAUSE_NOUNS:
        return None
    by = next((o for k in s.kids(t.i, "prep") if k.lower in ("by", "from", "among") for o in s.kids(k.i, "pobj")), None)
    run = trim(s, subtree_range(s, clause.i))
    if run is None or run[0] <= t.i:
        return None
    return make_draft(s, t, by.i if by is not None else None, (t.i, t.i), (run,), speech=False)
