"""accord reads news reports and keeps the record straight.

    from accord import Archive
    brief = Archive().brief(["report-a.txt", "report-b.html"])

Names are loaded at their first use, so that `accord --help` is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accord.archive import Archive, Options
    from accord.model.errors import AccordError
    from accord.model.reading import Reading
    from accord.model.report import Report, Skipped
    from accord.model.story import Brief, Finding, Story

__all__ = ["AccordError", "Archive", "Brief", "Finding", "Options", "Reading", "Report", "Skipped", "Story"]

_HOMES = {
    "AccordError": "accord.model.errors",
    "Archive": "accord.archive",
    "Brief": "accord.model.story",
    "Finding": "accord.model.story",
    "Options": "accord.archive",
    "Reading": "accord.model.reading",
    "Report": "accord.model.report",
    "Skipped": "accord.model.report",
    "Story": "accord.model.story",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'accord' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
