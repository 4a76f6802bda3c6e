"""Roots of PLV among the types of PLOVER."""

from __future__ import annotations

import pytest

from accord.knowledge.plover import quad_of, quad_of_root, root_of, types_of
from accord.model.pairs import Root
from accord.model.vocabulary import EventType, Quad


def test_every_type_has_a_root_and_every_root_its_types() -> None:
    assert [root_of(kind) for kind in EventType if kind.value in set(Root)] == [Root(k.value) for k in EventType if k.value in set(Root)]
    assert types_of(Root.YIELD) == (EventType.CONCEDE, EventType.RETREAT)
    assert sorted(kind for root in Root for kind in types_of(root)) == sorted(EventType)


@pytest.mark.parametrize(
    ("root", "quad"),
    [
        (Root.YIELD, Quad.MATERIAL_COOPERATION),
        (Root.PROTEST, Quad.MATERIAL_CONFLICT),
        (Root.REQUEST, Quad.VERBAL_CONFLICT),
        (Root.AID, Quad.MATERIAL_COOPERATION),
        (Root.CONSULT, Quad.VERBAL_COOPERATION),
    ],
)
def test_quads(root: Root, quad: Quad) -> None:
    assert quad_of_root(root) is quad


def test_a_root_of_one_type_has_its_quad() -> None:
    assert all(quad_of_root(root) is quad_of(types_of(root)[0]) for root in Root if len(types_of(root)) == 1)
