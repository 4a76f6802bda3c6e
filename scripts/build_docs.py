"""Writes `docs/reference/`: the commands' help, the closed vocabularies, the columns of event tables and the codebook, from the code.

    python scripts/build_docs.py [--check]

With `--check` nothing is written; 1 if a page is out of date.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import sys
import tomllib
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from accord.apps.cli import main as accord
from accord.extract.event_lexicon import NounFrame, VerbFrame, noun_frames, verb_frames
from accord.formats.event_row import columns
from accord.formats.event_values import event_values, value_of
from accord.knowledge.plover import contexts, event_classes, mode_definitions
from accord.model import vocabulary
from accord.model.vocabulary import EventType

PAGES = Path(__file__).parents[1] / "docs/reference"
NOTES = Path(__file__).with_name("codebook.toml")
JUDGED = Path(__file__).parents[1] / "bench/judged_events.tsv"
COMMANDS = ("", "brief", "read", "code", "stories", "classify", "add", "demo", "doctor")
# Words that a codebook shows of a type and of a mode; the tables have more.
SHOWN = {True: 24, False: 8}
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


def event_table_page() -> str:
    """The columns of what `accord code` writes."""
    rows = "\n".join(f"| `{c.name}` | {c.sql} | {c.holds} |".replace('"', "") for c in columns())
    return f"""# Columns of an event table

Written by `make docs`. What `accord code` writes, one row an event; how it is written is in the [contract](../contract.md).

| column | type | what it holds |
| --- | --- | --- |
{rows}
"""


def codebook_page() -> str:
    """Every event type with what counts, its modes, codes and words."""
    notes = tomllib.loads(NOTES.read_text(encoding="utf-8"))
    named = "\n".join(f"| `{code}` | {text} |" for code, text in contexts().items())
    types = "\n".join(_type_section(kind, notes[kind]) for kind in EventType)
    return CODEBOOK.format(types=types, contexts=named, rates=_error_rates())


def _error_rates() -> str:
    """A line for each type of how its coded rows were judged by hand, and one for all."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    lines = []
    for kind in [*EventType, None]:
        own = [r for r in rows if kind in (None, r["event_type"])]
        told = [[r[column] for r in own if r[column] in "yn"] for column in ("type", "actor", "recipient", "modality")]
        cells = (f"{verdicts.count('y') / len(verdicts):.2f}" if verdicts else "" for verdicts in told)
        lines.append(f"| {kind or 'all'} | {len(own)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _type_section(kind: EventType, note: dict[str, str]) -> str:
    known = event_classes()[kind]
    value = value_of(kind, None)
    roots = ", ".join(dict.fromkeys(v.cameo_root for (k, _), v in event_values().items() if k is kind))
    lines = [
        f"## {kind}\n",
        f"{known.definition}\n",
        f"- Quad class `{known.quad}` · CAMEO root {roots} · intensity {value.intensity:g}",
        f"- Counts: {note['counts']}",
        f"- Does not count: {note['not']}",
        f"- Example: {note['example']}",
        f"- Verbs: {_words(kind, None, verb_frames().values())}",
        f"- Nouns: {_words(kind, None, noun_frames().values())}\n",
    ]
    if known.modes:
        lines += ["| mode | what it is | CAMEO root | intensity | words |", "| --- | --- | --- | --- | --- |"]
    for mode, definition in mode_definitions(kind).items():
        worth = value_of(kind, mode)
        words = _words(kind, mode, [*verb_frames().values(), *noun_frames().values()]) or "none yet"
        lines.append(f"| `{mode}` | {definition} | {worth.cameo_root} | {worth.intensity:g} | {words} |")
    return "\n".join(lines).rstrip() + "\n"


def _words(kind: EventType, mode: str | None, frames: Iterable[tuple[VerbFrame, ...] | tuple[NounFrame, ...]]) -> str:
    """Words of a type (`mode` None) or a mode, those that tell of it by themselves and surely first."""
    rows = [f for readings in frames for f in readings if f.event_type is kind and mode in (None, f.mode)]
    rows.sort(key=lambda f: (isinstance(f, VerbFrame) and not f.free, -f.score))
    names = list(dict.fromkeys(f.name.partition(":")[2].replace("_", " ") for f in rows))
    shown = names[: SHOWN[mode is None]]
    return ", ".join(shown) + (" ..." if len(names) > len(shown) else "")


CODEBOOK = """# Codebook

Written by `make docs` from the tables that code events (`src/accord/extract/data/event_*.tsv`), the table of values
(`src/accord/formats/data/event_values.tsv`) and `scripts/codebook.toml`.

Types and modes are those of PLOVER (Halterman et al. 2023); the definitions are our own words. An event is coded if its actor or
recipient is told. The words are examples: most tell of the type only with a certain object or party.

**Intensity** says how far an event lies between conflict (-10) and cooperation (10). The numbers are our own, set by type and mode under
four rules: words weigh less than deeds, violence most; within a type, modes that hurt or bind more weigh more; the sign follows the quad
class, but asking for help or talks is near zero; steps of a half. They are in the manner of Goldstein (1992), not his numbers nor those
of the PLOVER manual, and rest on no survey: use them for ranking and trends, not as measurements.

**Auxiliary modes** are columns beside the type: `historical` ended more than 30 days before publication; `future` is planned or begins
after it; `hypothetical` is possible, conditional, or asked for; `negation` did not or will not happen. They rest on the modality and the
stated time alone.

## How often it is right

Rows of `accord code`, judged by hand (`bench/judged_events.tsv`; half from sentences of PLV read without their marks, half from whole
reports of six development corpora): the share that is right in each column where the row says something. A dozen rows a type tell little by
themselves.

| type | rows | type right | actor | recipient | modality |
| --- | ---: | ---: | ---: | ---: | ---: |
{rates}

{types}
## Contexts

What an event is about, by the words of its clause and strong words of its sentence (`extract/data/event_contexts.tsv`): none to three,
none most often. Of 109 that were read by hand, 80 % were right; about three events in ten lack one that a reader would give.

| context | what it is |
| --- | --- |
{contexts}
"""


def main() -> int:
    """Writes or checks the pages."""
    os.environ["COLUMNS"] = os.environ["TERMINAL_WIDTH"] = WIDTH
    made = {"commands": commands_page, "vocabularies": vocabulary_page, "event-table": event_table_page, "codebook": codebook_page}
    pages = {PAGES / f"{name}.md": make() for name, make in made.items()}
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
