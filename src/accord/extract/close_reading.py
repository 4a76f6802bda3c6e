"""ParsedReport -> Reading: every extraction stage once, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Sequence

from accord.extract.attribution import find_attributions
from accord.extract.dating import date_report, date_story
from accord.extract.entities import find_entities
from accord.extract.events import EventSource, code_events
from accord.extract.modality import judge_sentence
from accord.extract.places import find_places
from accord.extract.quantities import find_quantities
from accord.extract.times import find_times, resolve_times
from accord.model.reading import Reading
from accord.model.report import Published
from accord.model.sentence import ParsedReport
from accord.model.trained import RULES_ONLY, TrainedModels
from accord.model.vocabulary import DateBasis


def read_closely(parsed: ParsedReport, published: Published | None = None, models: TrainedModels = RULES_ONLY) -> Reading:
    """Everything that one report says, with spans into its text.

    Args:
        parsed: The report and its sentences.
        published: Takes the place of the date that the report states or implies; used when sister reports date it better.
        models: Trained models; what is not there is left to the rules.
    """
    report, sentences = parsed.report, parsed.sentences
    mentions = find_times(sentences)
    when = published or date_report(report, sentences, mentions)
    times = resolve_times(mentions, when, sentences)
    entities = find_entities(parsed, when)
    quantities = find_quantities(sentences)
    places = find_places(parsed, entities)
    attributions = find_attributions(report, sentences, entities, models.tagger)
    modalities = tuple(map(judge_sentence, sentences))
    source = EventSource(
        report=report, sentences=sentences, entities=entities, times=times, places=places,
        quantities=quantities, attributions=attributions, modalities=modalities, published=when,
    )  # fmt: skip
    return Reading(
        report=report, sentences=sentences, published=when, times=times, entities=entities, quantities=quantities,
        places=places, attributions=attributions, statements=code_events(source, models.classifier), modalities=modalities,
    )  # fmt: skip


def date_together(readings: Sequence[Reading], models: TrainedModels = RULES_ONLY) -> tuple[Reading, ...]:
    """The same readings in the same order; those of undated reports are read again where their sisters of one story date them."""
    if len(readings) < 2 or all(r.published.basis is DateBasis.STATED for r in readings):
        return tuple(readings)
    dated = date_story([(r.report, r.sentences, find_times(r.sentences), r.published) for r in readings])
    return tuple(
        r
        if dated[r.report.id] == r.published
        else read_closely(ParsedReport(report=r.report, sentences=r.sentences), dated[r.report.id], models)
        for r in readings
    )
