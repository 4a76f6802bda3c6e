"""Two texts -> what a comparison finds between them, for tests that are tables."""

from __future__ import annotations

from dataclasses import replace

import hand
from accord.extract.close_reading import read_closely
from accord.reconcile.align import Aligned, align


def story(a: str, b: str, *, newer: bool = False) -> Aligned:
    """The two laid side by side; with `newer`, the second is the newer one."""
    laid = align([read_closely(hand.parsed(t, n, published="2024-02-07")) for t, n in ((a, "a"), (b, "b"))])
    return replace(laid, order={(0, 1): -1}) if newer else laid
