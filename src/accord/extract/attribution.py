"""Report, sentences and entities -> attributions: whose word is what (source, cue, content), with quotations followed over sentences.

The scheme is PolNeAR's (Newell, Margolin and Ruths, LREC 2018): a source keeps its apposition, a cue its auxiliaries, a quotation
its marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from accord.extract.attribution_by_rules import find_by_rules
from accord.extract.attribution_by_tagger import find_by_tagger
from accord.extract.attribution_page import Found, Page
from accord.extract.speakers import Speakers
from accord.model.authority import attribution_of
from accord.model.reading import Attribution, Entity
from accord.model.report import Report
from accord.model.sentence import Sentence
from accord.model.tagging import TokenTagger
from accord.model.vocabulary import AttributionKind

__all__ = ["attribution_of", "find_attributions"]

_DIRECT_SHARE = 0.9


def find_attributions(
    report: Report, sentences: Sequence[Sentence], entities: Sequence[Entity], tagger: TokenTagger | None = None
) -> tuple[Attribution, ...]:
    """Attributions in the order of their cues; one inside another's content stands beside it.

    Offsets are those of the report. `entities` may be empty: then no speaker is resolved. Without a tagger the rules decide alone.
    """
    page = Page(report, sentences)
    found = find_by_rules(page)
    if tagger is not None:
        found = find_by_tagger(page, found, tagger)
    speakers = Speakers(report.text, sentences, entities)
    return tuple(_finish(f, page, speakers) for f in found)


def _finish(f: Found, page: Page, speakers: Speakers) -> Attribution:
    speaker = speakers.find(f.draft, quoted=f.quoted)
    quoted = sum(page.quoted_length(c) for c in f.content)
    kind = AttributionKind.INDIRECT
    if quoted >= _DIRECT_SHARE * sum(len(c) for c in f.content):
        kind = AttributionKind.DIRECT
    elif quoted:
        kind = AttributionKind.MIXED
    return Attribution(
        source=f.source,
        cue=(f.cue,),
        content=f.content,
        speaker=speaker,
        anonymous=speakers.is_anonymous(f.draft, speaker),
        kind=kind,
        sentences=tuple(sorted({i for c in f.content for i in page.sentences_at(c)})),
    )
