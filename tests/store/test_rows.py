import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.errors import StoreError
from accord.model.reading import Attribution, Entity, Event, Quantity, Statement, TimeExpression
from accord.model.report import Noise, Published
from accord.model.spans import Span
from accord.model.vocabulary import Modality
from accord.store.rows import structure, unstructure

RECORDS = (Attribution, Entity, Event, Quantity, Statement, TimeExpression, Noise, Published)
# Spans refuse an end before their start, so they are built, not guessed from the types of their fields.
st.register_type_strategy(Span, st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda t: Span(t[0], t[0] + t[1])))
st.register_type_strategy(float, st.floats(allow_nan=False))


@pytest.mark.parametrize("kind", RECORDS, ids=lambda k: k.__name__)
def test_every_record_comes_back_as_it_was(kind: type) -> None:
    @given(st.from_type(kind))
    def check(record: object) -> None:
        assert structure(kind, unstructure(record)) == record

    check()


def test_types_come_back_as_types() -> None:
    value = unstructure(Noise(span=Span(1, 2), kind="embed"))  # type: ignore[arg-type]
    assert isinstance(structure(Noise, value).span, Span)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (Noise, {"span": {"start": 0, "end": 1}, "kind": "poem"}, r"Noise\.kind: 'poem' is not one of boilerplate, embed"),
        (Noise, [], "Noise: a Noise is kept as an object, not list"),
        (Published, {"since": None}, "Published: unknown field since; the archive was written by another version"),
        (Span, {"start": 1}, "Span: .*missing 1 required positional argument: 'end'"),
    ],
)
def test_what_does_not_fit_is_named(kind: type, value: object, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        structure(kind, value)


def test_modality_is_kept_as_its_public_word() -> None:
    assert unstructure(Modality.POSSIBLE) == "possible"
