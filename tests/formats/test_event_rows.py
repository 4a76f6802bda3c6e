from dataclasses import fields, replace
from typing import Any

import pytest

from accord.formats.event_row import EventRow, columns, record
from accord.formats.event_rows import event_rows
from accord.model.reading import Attribution, EntityId
from accord.model.spans import Span
from accord.model.vocabulary import EventType, Modality
from formats import told
from formats.told import place, reading, statement, time


def only(*statements: Any, **options: Any) -> EventRow:
    (row,) = event_rows(reading(*statements, **options))
    return row


def test_a_row_says_who_did_what_to_whom() -> None:
    row = only(statement(2, where=place("Bergen", "NOR", position=(60.4, 5.3), region="Vestland"), when=time("2024-05"), mode="visit"))
    assert row.event_id == "a#v2"
    assert (row.event_type, row.mode, row.quad, row.cameo_root, row.intensity) == ("CONSULT", "visit", "verbal_cooperation", "04", 3.0)
    assert (row.actor_names, row.actor_countries, row.actor_sectors, row.actor_codes) == (
        ("Oslo; the town",), ("NOR",), ("GOV",), ("NORGOV",),
    )  # fmt: skip
    assert (row.recipient_names, row.recipient_countries, row.recipient_codes) == (("NATO",), (None,), ("NATO",))
    assert (row.place_name, row.place_country, row.place_region, row.latitude, row.longitude) == ("Bergen", "NOR", "Vestland", 60.4, 5.3)
    assert (row.date_from, row.date_to, row.time) == ("2024-05-01", "2024-05-31", "2024-05")
    assert (row.trigger, row.trigger_start, row.trigger_end) == ("spoke", 7, 12)
    assert (row.sentence, row.sentence_start, row.sentence_end) == ("spoke.", 7, 13)
    assert (row.outlet, row.published_from, row.published_to, row.published_basis) == ("Coast Radio", "2024-05-10", "2024-05-10", "stated")


def test_an_event_told_three_times_is_one_row() -> None:
    row = only(statement(1, score=0.4), statement(2, score=0.9), statement(4, score=0.6))
    assert row.mention_count == 3
    assert [(m.event, m.start, m.sentence_start) for m in row.mentions] == [("v1", 0, 0), ("v2", 7, 7), ("v4", 21, 21)]
    assert (row.event_id, row.score, row.rule) == ("a#v1", 0.9, "rule 2")


def test_contexts_are_those_of_all_mentions() -> None:
    def about(number: int, *contexts: str) -> Any:
        said = statement(number)
        return replace(said, event=replace(said.event, contexts=contexts))

    assert only(about(1, "legal", "health"), about(2), about(3, "military", "health")).contexts == ("military", "legal", "health")
    assert only(about(1)).contexts == ()


AUXILIARY: dict[str, tuple[dict[str, Any], str]] = {
    "yesterday": ({"when": time("2024-05-09")}, ""),
    "no date": ({}, ""),
    "a month ago": ({"when": time("2024-04-10")}, ""),
    "years ago": ({"when": time("2019")}, "historical"),
    "this year so far": ({"when": time("2024")}, ""),
    "open in the past": ({"when": time("2019", "AFTER")}, ""),
    "to come": ({"modality": Modality.PLANNED}, "future"),
    "told of a later day": ({"when": time("2024-06-01")}, "future"),
    "may come later": ({"modality": Modality.POSSIBLE, "when": time("2024-06-01")}, "future hypothetical"),
    "if": ({"modality": Modality.CONDITIONAL}, "hypothetical"),
    "asked for": ({"modality": Modality.REQUESTED}, "hypothetical"),
    "the asking itself": ({"modality": Modality.REQUESTED, "kind": EventType.REQUEST}, ""),
    "did not": ({"modality": Modality.DENIED}, "negation"),
    "did not, years ago": ({"modality": Modality.DENIED, "when": time("2019")}, "historical negation"),
}


@pytest.mark.parametrize("case", AUXILIARY)
def test_auxiliary_modes(case: str) -> None:
    given, expected = AUXILIARY[case]
    row = record(only(statement(**given)))
    assert [m for m in ("historical", "future", "hypothetical", "negation") if row[m]] == expected.split()


@pytest.mark.parametrize("published", [(None, None), ("?", "soon")])
def test_without_a_date_nothing_is_past_or_to_come(published: tuple[str | None, str | None]) -> None:
    row = only(statement(when=time("1815")), published=published)
    assert (row.historical, row.future, row.published_from, row.published_to) == (False, False, None, None)


def test_what_parties_do_together_is_one_row() -> None:
    row = only(statement(actor="n1 n2 n3", recipient="n3 n1 n2"))
    assert row.mutual
    assert row.actor_names == row.recipient_names == ("Oslo; the town", "NATO", "a singer")


def test_both_ways_parts_it_into_a_row_for_each() -> None:
    rows = event_rows(reading(statement(actor="n1 n2 n3", recipient="n3 n1 n2"), statement(2)), both_ways=True)
    assert [(r.event_id, r.actor_codes, r.recipient_codes, r.mutual) for r in rows] == [
        ("a#v1", ("NORGOV",), ("NATO", None), True),
        ("a#v1", ("NATO",), ("NORGOV", None), True),
        ("a#v1", (None,), ("NORGOV", "NATO"), True),
        ("a#v2", ("NORGOV",), ("NATO",), False),
    ]


def test_one_party_on_both_sides_is_not_mutual() -> None:
    assert not only(statement(actor="n1", recipient="n1")).mutual


def test_sources_stand_outermost_first() -> None:
    text = reading(statement(3)).report.text
    spokesman = Attribution(source=(Span(0, 5), Span(7, 12)), cue=(Span(7, 12),), content=(Span(0, len(text)),))
    singer = Attribution(source=(Span(7, 12),), cue=(), content=(Span(7, 12),), speaker=EntityId("n3"))
    row = only(statement(3, attribution=(0, 1)), attributions=(spokesman, singer))
    assert (row.source_names, row.source_words, row.source_cues) == ((None, "a singer"), ("spoke ... spoke", "spoke"), ("spoke", ""))


def test_what_is_out_of_reach_is_left_out() -> None:
    odd = replace(statement(2, actor="n1 n9", attribution=(7,), many=(told.count(float("nan"), float("inf")),)), sentence=99)
    (row,) = event_rows(replace(reading(statement(3)), statements=(odd,)))
    assert (row.actor_codes, row.source_names, row.sentence) == (("NORGOV",), (), "spoke")
    assert (row.quantities[0].low, row.quantities[0].high) == (None, None)


def test_columns_are_those_of_the_rows_and_each_says_what_it_holds() -> None:
    assert [c.name for c in columns()] == [f.name for f in fields(EventRow)] == list(record(only(statement())))
    assert all(c.holds for c in columns())
