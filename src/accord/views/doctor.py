"""Components of the installation -> what `accord doctor` prints, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accord.views.contract import SCHEMA_VERSION, dumps
from accord.views.words import tidy

_SIGNS = {"ok": "+", "note": "~", "missing": "!"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorView:
    """One component.

    Attributes:
        detail: Version or path; "" where there is none.
        state: "ok", "missing" (accord cannot do its work) or "note" (it can, with less).
        problem: What is wrong and what would mend it, or None.
    """

    component: str
    detail: str
    state: str = "ok"
    problem: str | None = None

    @property
    def ok(self) -> bool:
        """Whether accord can do its work with it as it is."""
        return self.state != "missing"


def view_doctor(components: Iterable[tuple[str, str, str | None]]) -> tuple[DoctorView, ...]:
    """Rows from (name, version, problem); one with a problem counts as missing."""
    return tuple(_view_component(name, detail, problem) for name, detail, problem in components)


def _view_component(name: str, detail: str, problem: str | None) -> DoctorView:
    said = tidy(problem) if problem else None
    return DoctorView(component=tidy(name), detail=tidy(detail), state="missing" if said else "ok", problem=said)


def render_doctor(rows: Iterable[DoctorView]) -> str:
    """One line a component (sign, name, version, state), and at the end whether all is well."""
    rows = tuple(rows)
    names = max((len(r.component) for r in rows), default=0)
    details = max((len(r.detail) for r in rows), default=0)
    lines = [_line(r, names, details) for r in rows]
    missing = sum(not r.ok for r in rows)
    end = f"{missing} of {len(rows)} components missing" if missing else f"all {len(rows)} components in place"
    return "\n".join([*lines, "", end])


def _line(row: DoctorView, names: int, details: int) -> str:
    said = f"{_SIGNS.get(row.state, '?')} {row.component:<{names}}  {row.detail:<{details}}  {row.state}"
    return f"{said}: {row.problem}" if row.problem else said.rstrip()


def doctor_json(rows: Iterable[DoctorView]) -> str:
    """The same as one JSON object."""
    rows = tuple(rows)
    components = [{"component": r.component, "detail": r.detail, "state": r.state, "problem": r.problem} for r in rows]
    return dumps({"schema_version": SCHEMA_VERSION, "ok": all(r.ok for r in rows), "components": components}, indent=2)
