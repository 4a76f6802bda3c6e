"""ParsedReport -> Reading: every extraction stage once, in the order in which they need each other."""

from __future__ import annotations

from accord.extract.attribution import find_attributions
from accord.extract.dating import date_report
from accord.extract.entities import find_entities
from accord.extract.events import EventSource, code_events
from accord.extract.places import find_places
from accord.extract.quantities import find_quantities
from accord.extract.times import find_times, resolve_times
from accord.model.reading import Reading
from accord.model.report import Published
from accord.model.sentence import ParsedReport


def read_closely(parsed: ParsedReport, published: Published | None = None) -> Reading:
    """Everything that one report says, with spans into its text.

    Args:
        parsed: The report and its sentences.
        published: Takes the place of the date that the report states or implies; used when sister reports date it better.
    """
    report, sentences = parsed.report, parsed.sentences
    mentions = find_times(sentences)
    when = published or date_report(report, sentences, mentions)
    times = resolve_times(mentions, when, sentences)
    entities = find_entities(parsed, when)
    quantities = find_quantities(sentences)
    places = find_places(parsed, entities)
    attributions = find_attributions(report, sentences, entities)
    source = EventSource(
        report=report, sentences=sentences, entities=entities, times=times, places=places,
        quantities=quantities, attributions=attributions, published=when,
    )  # fmt: skip
    return Reading(
        report=report, sentences=sentences, published=when, times=times, entities=entities, quantities=quantities,
        places=places, attributions=attributions, statements=code_events(source),
    )  # fmt: skip
