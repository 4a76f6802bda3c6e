import pytest

from accord.formats.event_values import event_values, value_of
from accord.knowledge.plover import event_classes
from accord.model.vocabulary import EventType, Quad

PLOVER = event_classes()
CONFLICT = frozenset((Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT))
# CAMEO roots by PLOVER type (PLOVER manual, mapping table).
ROOTS = {
    EventType.AGREE: "03", EventType.CONSULT: "04", EventType.SUPPORT: "05", EventType.COOPERATE: "06", EventType.AID: "07",
    EventType.CONCEDE: "08", EventType.RETREAT: "08", EventType.ACCUSE: "09 11", EventType.REQUEST: "10", EventType.REJECT: "12",
    EventType.THREATEN: "13", EventType.PROTEST: "14", EventType.MOBILIZE: "15", EventType.SANCTION: "16", EventType.COERCE: "17",
    EventType.ASSAULT: "18 19 20",
}  # fmt: skip


@pytest.mark.parametrize("kind", EventType)
def test_every_type_and_mode_has_a_row_and_no_other(kind: EventType) -> None:
    assert {mode for k, mode in event_values() if k is kind} == {None, *PLOVER[kind].modes}


@pytest.mark.parametrize("row", event_values(), ids=lambda r: f"{r[0]}-{r[1]}")
def test_roots_and_signs(row: tuple[EventType, str | None]) -> None:
    kind = row[0]
    value = event_values()[row]
    assert value.cameo_root in ROOTS[kind].split()
    # A request for help or talks is no conflict, whatever its quad class says.
    low, high = (-10, 1 if kind is EventType.REQUEST else -1) if PLOVER[kind].quad in CONFLICT else (1, 10)
    assert low <= value.intensity <= high


def test_material_acts_weigh_more_than_words() -> None:
    weight = {kind: abs(value_of(kind, None).intensity) for kind in EventType}
    assert max(weight[k] for k in EventType if PLOVER[k].quad is Quad.VERBAL_CONFLICT) <= min(
        weight[k] for k in EventType if PLOVER[k].quad is Quad.MATERIAL_CONFLICT
    )
    assert max(weight[k] for k in EventType if PLOVER[k].quad is Quad.VERBAL_COOPERATION) <= min(
        weight[k] for k in EventType if PLOVER[k].quad is Quad.MATERIAL_COOPERATION
    )


def test_a_mode_that_plover_does_not_have_is_worth_its_type() -> None:
    assert value_of(EventType.CONSULT, "by-pigeon") == value_of(EventType.CONSULT, None)
