"""Two places -> whether one contains the other, and how far apart they are."""

from __future__ import annotations

import math

from accord.model.reading import Place

_EARTH_KM = 12_742.0  # twice the mean radius


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance, or None if either has no position (haversine formula, Sinnott 1984)."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (a.latitude, a.longitude, b.latitude, b.longitude))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def contains(outer: Place, inner: Place) -> bool:
    """Whether `inner` lies in `outer`, as far as the tables know: a state holds its places, a division of it those that name it as theirs.

    Towns and landmarks contain nothing; what the tables do not know is False, so False is no proof of the opposite.
    """
    if outer.country is None or outer.country != inner.country or outer.name == inner.name:
        return False
    if outer.kind == "state":
        return inner.kind != "state"
    return outer.kind == "region" and outer.region is not None and outer.name == outer.region == inner.region
