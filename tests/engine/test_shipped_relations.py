"""The pair classifier that ships, on plain sentences of our own: it must load, and know who does what to whom."""

from __future__ import annotations

import pytest

from accord.archive import Archive
from accord.model.pairs import Direction, MarkedPair, Root
from accord.model.spans import Span

pytestmark = pytest.mark.model

FORWARD, REVERSED, SYMMETRIC = Direction


def pair(text: str, source: str, target: str) -> MarkedPair:
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in (source, target)]
    return MarkedPair(text=text, source=(spans[0],), target=(spans[1],))


@pytest.mark.parametrize(
    ("text", "source", "target", "root", "direction"),
    [
        ("Kenya accused Somalia of moving a border post by night.", "Kenya", "Somalia", Root.ACCUSE, FORWARD),
        ("Kenya accused Somalia of moving a border post by night.", "Somalia", "Kenya", Root.ACCUSE, REVERSED),
        ("Somalia was accused by Kenya of moving a border post.", "Kenya", "Somalia", Root.ACCUSE, FORWARD),
        ("The shelling of Tawila by the RSF went on until dawn.", "RSF", "Tawila", Root.ASSAULT, FORWARD),
        ("Police detained four editors of the daily after the march.", "Police", "four editors", Root.COERCE, FORWARD),
        ("Jordan has asked the World Bank for a loan to rebuild its wells.", "Jordan", "World Bank", Root.REQUEST, FORWARD),
        ("Norway sent blankets and tents to Malawi after the cyclone.", "Norway", "Malawi", Root.AID, FORWARD),
        ("Portugal's foreign minister met his counterpart from Angola in Lisbon.", "Portugal", "Angola", Root.CONSULT, None),
        ("Fiji and Tonga held talks on fishing rights for two days.", "Fiji", "Tonga", Root.CONSULT, SYMMETRIC),
        ("Latvia expelled two diplomats of Belarus on Friday.", "Latvia", "Belarus", Root.SANCTION, FORWARD),
    ],
)
def test_who_does_what_to_whom(text: str, source: str, target: str, root: Root, direction: Direction | None) -> None:
    (seen,) = Archive().classify([pair(text, source, target)])
    assert seen.related > 0.5
    assert seen.root is root
    assert direction is None or seen.direction is direction


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Heavy snow closed schools in Norway while Portugal counted its votes.", "Norway", "Portugal"),
        ("Maria Lopez, who grew up in Quito, lives near Hamburg.", "Quito", "Hamburg"),
        ("Ghana and Benin have both condemned the coup in Niger.", "Ghana", "Benin"),
    ],
)
def test_who_has_nothing_to_do_with_whom(text: str, source: str, target: str) -> None:
    (seen,) = Archive().classify([pair(text, source, target)])
    assert seen.related < 0.5
