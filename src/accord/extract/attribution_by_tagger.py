"""What the rules found and a tagger's view of the words -> attributions: the tagger decides, the rules fill what it leaves open.

PolNeAR, which the tagger learnt, marks no attribution inside another; readers want them ("A said that B had refused"), so those of the
rules are kept where somebody else than a pronoun plainly told something. So is what is plainly told and the tagger passed over, and the
source of a cue that the tagger gives none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.extract.attribution_by_rules import continue_quotations
from accord.extract.attribution_decoding import Decoded, Run, decode
from accord.extract.attribution_page import Found, Nearby, Page, merge
from accord.extract.attribution_parts import Draft
from accord.extract.attribution_windows import find_windows
from accord.extract.reporting import SPEECH
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span
from accord.model.tagging import TokenTagger, Window

# Verbs that tell, and nothing else: what the rules see around them needs no second opinion.
_TELLING = frozenset("say tell announce report warn claim deny confirm write declare insist testify state".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Windows whose views are held together: a whole book must not fill the memory.
_AT_ONCE = 64
# Share of the content from which two attributions tell the same.
_SAME = 0.5


def find_by_tagger(page: Page, by_rules: Sequence[Found], tagger: TokenTagger) -> list[Found]:
    """Attributions in the order of their cues."""
    windows = find_windows(page, by_rules)
    found, rules = [], Nearby(page, by_rules)
    for start in range(0, len(windows), _AT_ONCE):
        some = windows[start : start + _AT_ONCE]
        found += [_found(d, w, page, rules) for w, tagged in zip(some, tagger.tag(some), strict=True) for d in decode(tagged)]
    found = continue_quotations(found, page, within=False)
    return sorted([*found, *_plainly_told(page, by_rules, found)], key=lambda f: (f.cue.start, f.cue.end))


def _found(d: Decoded, window: Window, page: Page, rules: Nearby) -> Found:
    cue = _span(window, d.cue, page.sentences)
    same = next((f for f in rules.at(cue) if f.cue.overlap(cue)), None)
    source = (_span(window, d.source, page.sentences),) if d.source else ()
    content = merge([_span(window, run, page.sentences) for run in d.content])
    at, low, high = _tokens(window, d.source or d.cue, page.sentences)
    head = _head(at, low, high)
    cue_at, cue_low, cue_high = _tokens(window, d.cue, page.sentences)
    verb = _head(cue_at, cue_low, cue_high)
    draft = Draft(
        sentence=at.index, verb=verb, cue=(cue_low, cue_high), source=(low, high) if d.source else None,
        source_head=head if d.source else None, content=(), speech=same.draft.speech if same else _is_speech(cue_at, cue_low, cue_high),
    )  # fmt: skip
    found = Found(draft, source, cue, tuple(content), quoted=any(q.contains(cue) for _, q in page.quotes_at(cue)))
    return found if source or same is None else _with_source(found, same)


def _with_source(f: Found, same: Found) -> Found:
    """The source that the rules give to the same cue, unless it is part of what is said."""
    if any(s.overlap(x) for s in same.source for x in (f.cue, *f.content)):
        return f
    draft = replace(f.draft, sentence=same.draft.sentence, source=same.draft.source, source_head=same.draft.source_head)
    return replace(f, draft=draft, source=same.source)


def _tokens(window: Window, run: Run, sentences: Sequence[Sentence]) -> tuple[Sentence, int, int]:
    """The sentence that a run begins in, and its first and last token there."""
    n, low = window.positions[run[0]]
    last, high = window.positions[run[1]]
    return sentences[n], low, high if last == n else len(sentences[n].tokens) - 1


def _span(window: Window, run: Run, sentences: Sequence[Sentence]) -> Span:
    (a, low), (b, high) = window.positions[run[0]], window.positions[run[1]]
    return Span(sentences[a].tokens[low].start, sentences[b].tokens[high].end)


def _head(s: Sentence, low: int, high: int) -> int:
    """The token of a range on which the others hang."""
    return next((t.i for t in s.tokens[low : high + 1] if t.head == t.i or not low <= t.head <= high), low)


def _is_speech(s: Sentence, low: int, high: int) -> bool:
    return any(t.lemma.lower() in SPEECH for t in s.tokens[low : high + 1])


def _plainly_told(page: Page, by_rules: Sequence[Found], found: Sequence[Found]) -> Iterator[Found]:
    """Of what the rules saw: speech inside the content of what was found, and speech that nothing found touches."""
    at = {s.index: s for s in page.sentences}
    told = Nearby(page, found)
    for f in by_rules:
        if f.draft.source_head is None:
            continue
        s = at[f.draft.sentence]
        verb, source = s.tokens[f.draft.verb], s.tokens[f.draft.source_head]
        near = told.at(f.cue, *f.content)
        tells = verb.lemma in _TELLING and _is_finite(s, verb)
        if f.cue.of(page.text).lower() == "as saying":
            # "The paper quoted him as saying": the paper's word and his.
            if not any(f.cue.overlap(o.cue) for o in near):
                yield f
        elif any(c.contains(f.cue) for o in near for c in o.content):
            if tells and source.pos in ("NOUN", "PROPN"):
                yield f
        elif (tells or verb.lower == "according") and not any(_meet(f, o) for o in near):
            yield f


def _meet(f: Found, other: Found) -> bool:
    """Whether the cue of one is part of the other, or both tell the same."""
    same = sum(c.overlap(o) for c in f.content for o in other.content)
    return any(s.overlap(f.cue) for s in (other.cue, *other.source, *other.content)) or same > _SAME * sum(map(len, f.content))


def _is_finite(s: Sentence, verb: Token) -> bool:
    return verb.tag in _FINITE or any(k.tag in _FINITE for k in s.kids(verb.i, "aux"))
