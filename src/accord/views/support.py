"""Corroboration and derivations -> how well a claim is supported, and who copied whom, in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accord.model.report import ReportId
from accord.model.story import Corroboration, Derivation, Edit, Finding, Story, Voice
from accord.model.vocabulary import DerivationBasis, EditKind
from accord.views.references import Locator, Shelf
from accord.views.shapes import AGREEMENTS, EditView, WordingView
from accord.views.words import Quote, tidy

_VOICES = 3  # that a line names before it says how many more there are
_BESIDE = 3  # words that are shown on each side of an edit
_PASSAGE = 12  # words from which an edit needs none beside it
_LONG = 80  # characters of a passage that is written anew
_BASIS = {
    DerivationBasis.CREDITED: "{copy} credits {original}",
    DerivationBasis.OLDER: "{original} is older",
    DerivationBasis.FULLER: "{original} is the fuller",
}


def say_support(finding: Finding, story: Story, shelf: Shelf) -> tuple[str, ...]:
    """A line for each claim of a finding that several reports share: independent sources, and whose word it is in the end."""
    found = [c for c in story.corroboration if c.finding == finding.id]
    lines = [(f"{c.value}: " if c.value is not None else "") + _support(c, shelf) for c in found]
    if not lines and finding.relation in AGREEMENTS and finding.sources is not None and len({v.report_id for v in finding.values}) > 1:
        lines = [_sources(finding.sources)]
    return tuple(tidy(line) for line in lines)


def say_main_support(story: Story, shelf: Shelf) -> str | None:
    """The line for the story's main event; None where that is not known."""
    main = next((c for c in story.corroboration if c.finding is None), None)
    if main is None:
        return None
    told = "all" if len(main.report_ids) == len(story.report_ids) else _listed(_letters(main.report_ids, shelf))
    return tidy(f"Told by {told}: {_support(main, shelf)}.")


def _support(c: Corroboration, shelf: Shelf) -> str:
    said = _sources(c.sources)
    whose = _whose(c, shelf)
    return f"{said}; {whose}" if whose else said


def _sources(n: int) -> str:
    return "one source" if n == 1 else f"{n} independent sources"


def _whose(c: Corroboration, shelf: Shelf) -> str:
    """As in "both from the Observatory", "the police in A and B, C in its own voice"; nothing where all speak for themselves."""
    if not c.voices:
        return ""
    if len(c.voices) == 1 and not c.own:
        name = _named(c.voices[0])
        n = len(c.report_ids)
        return f"{'both' if n == 2 else 'all'} from {name}" if c.sources > 1 else f"from {name}"
    parts = [f"{_named(v)} in {_listed(_letters(v.report_ids, shelf))}" for v in c.voices[:_VOICES]]
    if len(c.voices) > _VOICES:
        parts.append(f"{len(c.voices) - _VOICES} more named")
    if c.own:
        own = _letters(c.own, shelf)
        parts.append(f"{_listed(own)} in {'its' if len(own) == 1 else 'their'} own voice")
    return ", ".join(parts)


def _named(voice: Voice) -> str:
    return tidy(voice.name) if voice.name else "a source not named"


def _letters(ids: Iterable[ReportId], shelf: Shelf) -> list[str]:
    return [shelf[i].letter for i in ids if i in shelf]


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def view_wording(story: Story, report: ReportId, shelf: Shelf) -> tuple[WordingView, ...]:
    """What a report shares its wording with: first what it was copied from, with the edits, the closest copy first.

    Each pair is shown at one report: the copy, or the later one where the copy is not known. Of several originals only the closest
    has its edits shown.
    """
    found = [d for d in story.derivations if d.second == report and d.first in shelf and report in shelf]
    found.sort(key=lambda d: (d.original is None, -d.share, shelf[d.first].letter))
    return tuple(_wording(d, shelf, with_edits=n == 0) for n, d in enumerate(found))


def _wording(derivation: Derivation, shelf: Shelf, *, with_edits: bool) -> WordingView:
    first, second = shelf[derivation.first], shelf[derivation.second]
    share = f"{round(100 * derivation.share)} %"
    if derivation.original is not None and derivation.basis is not None:
        why = _BASIS[derivation.basis].format(original=first.letter, copy=second.letter)
        said = f"Copied from {first.letter} ({share} of its wording; {why})"
    else:
        said = f"Shares {share} of its wording with {first.letter}"
        said += f"; both credit {tidy(derivation.agency)}" if derivation.agency else ""
    ranked = sorted(derivation.edits, key=_rank) if with_edits else []
    return WordingView(letter=first.letter, said=f"{said}: one source", edits=tuple(_edit(e, first, second) for e in ranked))


def _rank(edit: Edit) -> tuple[bool, bool, bool, int, int]:
    """What changes a fact comes first, and there a few words for others: both versions can be held against each other."""
    is_long = max(len(edit.first), len(edit.second)) > _LONG
    return not edit.is_fact, edit.kind is not EditKind.REPLACED, is_long, edit.first.start, edit.second.start


def _near(words: Quote) -> Quote:
    """The words of an edit with those beside them, alike for both versions; a passage stands for itself."""
    if len(words.focus.split()) > _PASSAGE:
        return Quote(focus=words.focus)
    before, after = words.before.split(), words.after.split()
    return Quote(
        before=" ".join(before[-_BESIDE:]) + " " * bool(before and words.before[-1:].isspace()),
        focus=words.focus,
        after=" " * bool(after and words.after[:1].isspace()) + " ".join(after[:_BESIDE]),
    )


def _edit(edit: Edit, first: Locator, second: Locator) -> EditView:
    added, dropped = edit.kind is EditKind.ADDED, edit.kind is EditKind.DROPPED
    return EditView(
        kind=str(edit.kind),
        is_fact=edit.is_fact,
        before=None if added else _near(first.quote(edit.first)),
        before_at=None if added else first.reference(edit.first),
        after=None if dropped else _near(second.quote(edit.second)),
        after_at=None if dropped else second.reference(edit.second),
    )
