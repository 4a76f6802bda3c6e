"""Writes `docs/reference/`: the commands' help and the closed vocabularies, from the code.

    python scripts/build_docs.py [--check]

With `--check` nothing is written; 1 if a page is out of date.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from enum import StrEnum
from pathlib import Path

from accord.apps.cli import main as accord
from accord.model import vocabulary

PAGES = Path(__file__).parents[1] / "docs/reference"
COMMANDS = ("", "brief", "read", "add", "demo", "doctor")
WIDTH = "100"


def help_of(command: str) -> str:
    """What `accord COMMAND --help` prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        accord([*command.split(), "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


def commands_page() -> str:
    """The help of every command."""
    parts = [f"## accord {c}".rstrip() + f"\n\n```\n{help_of(c)}\n```" for c in COMMANDS]
    return "# Commands\n\nWritten by `make docs`.\n\n" + "\n\n".join(parts) + "\n"


def vocabulary_page() -> str:
    """Every closed vocabulary with its values."""
    kinds = [k for k in vars(vocabulary).values() if isinstance(k, type) and issubclass(k, StrEnum) and k is not StrEnum]
    rows = [f"## {k.__name__}\n\n{(k.__doc__ or '').strip()}\n\n{', '.join(f'`{v}`' for v in k)}" for k in kinds]
    return "# Vocabularies\n\nWritten by `make docs`.\n\n" + "\n\n".join(rows) + "\n"


def main() -> int:
    """Writes or checks the pages."""
    os.environ["COLUMNS"] = os.environ["TERMINAL_WIDTH"] = WIDTH
    pages = {PAGES / "commands.md": commands_page(), PAGES / "vocabularies.md": vocabulary_page()}
    stale = [p for p, text in pages.items() if not p.exists() or p.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path} is out of date; run: make docs")
        return bool(stale)
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
