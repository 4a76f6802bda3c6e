"""What a pattern caught -> the fields of a quarter, a half or the end of a year, as business news count them."""

from __future__ import annotations

from accord.extract.time_words import Fields, Words, day_number, mod_of, year_digits


def quarter(m: Words) -> Fields | None:
    """Reads "the third quarter of 2020", "Q3", "last year's fourth quarter"."""
    nth = int(m["q"]) if m["q"] else day_number(m["ord"]) or 0
    if not 1 <= nth <= 4:
        return None
    fields: dict[str, object] = {"kind": "quarter", "nth": nth, "year": year_digits(m["year"]), "mod": mod_of(m)}
    relative = m["rel"].lower()
    if relative:
        fields["shift"] = {"last": -1, "this": 0, "next": 1}[relative]
    elif m["ago"]:
        fields["shift"] = -1
    return fields


def half(m: Words) -> Fields | None:
    """Reads "the first half of 2020"."""
    nth = {"first": 1, "second": 2, "last": 2, "latter": 2}[m["which"].lower()]
    relative = m["rel"].lower()
    return {"kind": "half", "nth": nth, "year": year_digits(m["year"]), "shift": {"last": -1, "this": 0, "next": 1}.get(relative)}


def year_before(_: Words) -> Fields:
    """Reads "the year-ago quarter", "year-earlier": a year before the time told last."""
    return {"kind": "ago", "unit": "Y", "count": 1.0, "shift": -1, "anchor": "told"}


def told_quarter(m: Words) -> Fields:
    """Reads "the quarter", "the latest quarter", "the current quarter"."""
    words = m["all"].lower()
    return {"kind": "period", "unit": "Q", "shift": 0 if "current" in words else -1 if "latest" in words else None, "anchor": "told"}


def year_end(m: Words) -> Fields:
    """Reads "year-end", "mid-year", "month-end 1989"."""
    words = m["all"].lower()
    mod = "MID" if "mid" in words else "END"
    if m["year"]:
        return {"kind": "calendar", "year": m["year"], "mod": mod}
    return {"kind": "period", "unit": "M" if "month" in words else "Y", "shift": 0, "mod": mod}
