"""BriefView -> text for a terminal: differences first, every row with its reference, long sections bounded."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accord.model.vocabulary import Relation
from accord.views.references import Reference
from accord.views.shapes import (
    AttendanceRow,
    AttendanceView,
    BriefView,
    FindingView,
    HappeningView,
    NoiseView,
    ReportView,
    SourceView,
    StatementView,
    StoryView,
    ValueView,
)
from accord.views.words import Quote

MIN_WIDTH = 60
MAX_WIDTH = 140
_STYLES = {
    Relation.CONTRADICTION: "bold red",
    Relation.UPDATE: "bold blue",
    Relation.TENSION: "bold magenta",
    Relation.ANACHRONISM: "bold yellow",
    Relation.INCOHERENT: "bold yellow",
    Relation.REPETITION: "bold yellow",
    Relation.EQUIVALENCE: "green",
    Relation.SUBSUMPTION: "green",
}
_HEADING, _REFERENCE, _QUIET, _FOCUS = "bold", "cyan", "dim", "bold"
# How much of a section a terminal shows before it says how much more there is.
_MOST = {"differences": 12, "checks": 10, "attendance": 24, "statements": 14, "timeline": 18, "singles": 6, "agreements": 10, "reports": 26}
_MOST_OF_ONE_SOURCE = 3
_MOST_PROOFS = 3
_ASCII = str.maketrans(
    {"✕": "x", "↻": ">", "·": "-", "…": "...", "–": "-", "—": "--", "─": "-", "→": "->", "\N{REPLACEMENT CHARACTER}": "?"}
    | dict.fromkeys("“”«»„", '"')
    | dict.fromkeys("‘’‚", "'")
)


Row = TypeVar("Row")


class _Column(NamedTuple):
    """Width of a first column; without `most` it is as wide as its words."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """How much fits."""

    width: int
    verbose: bool

    def most(self, section: str) -> int | None:
        return None if self.verbose else _MOST[section]


def render_terminal(view: BriefView, *, width: int, color: bool, verbose: bool = False, ascii_only: bool = False) -> str:
    """The brief as lines of at most `width` columns (60 to 140), without a line feed at the end.

    Args:
        view: From `view_brief`.
        width: Columns of the terminal.
        color: Whether to use ANSI colours and weights; every state is told by sign and word all the same.
        verbose: Leave nothing out.
        ascii_only: For terminals whose encoding lacks the signs.
    """
    layout = _Layout(width=max(MIN_WIDTH, min(width, MAX_WIDTH)), verbose=verbose)
    parts: list[RenderableType] = []
    for i, story in enumerate(view.stories):
        if i:
            parts += [Text(""), Text("─" * layout.width, style=_QUIET)]
        parts.extend(_story(story, layout))
    parts.extend(_ending(view))
    text = _print(parts, layout.width, color)
    return _to_ascii(text) if ascii_only else text


def _print(parts: Iterable[RenderableType], width: int, color: bool) -> str:
    out = io.StringIO()
    # An empty environment: what is printed depends on the arguments only, not on COLUMNS, TERM or NO_COLOR.
    console = Console(
        file=out, width=width, force_terminal=color, color_system="standard" if color else None, no_color=not color,
        highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip()


def _to_ascii(text: str) -> str:
    swapped = text.translate(_ASCII)
    return unicodedata.normalize("NFKD", swapped).encode("ascii", "ignore").decode()


def _story(story: StoryView, layout: _Layout) -> list[RenderableType]:
    parts: list[RenderableType] = [*_title(story, layout), *_reports(story, layout)]
    parts += _findings("THEY DIFFER", story.differences, layout, "differences") or _no_differences(story)
    parts += _checks(story, layout)
    parts += [p for table in story.attendance for p in _attendance(table, layout)]
    parts += _sources(story, layout)
    parts += _timeline(story, layout)
    parts += _singles(story, layout)
    parts += _agreements(story, layout)
    return parts


def _title(story: StoryView, layout: _Layout) -> list[RenderableType]:
    title, counts = Text(story.title, style=_HEADING), Text(story.counts, style=_QUIET)
    known = story.title.casefold()
    facts = [x for x in (story.what, story.where, story.when) if x and x.casefold() not in known]
    out: list[RenderableType] = []
    if title.cell_len + counts.cell_len + 3 <= layout.width:
        out.append(title + Text(" " * (layout.width - title.cell_len - counts.cell_len)) + counts)
    else:
        out += [title, counts]
    if facts:
        out.append(Text(" · ".join(facts)))
    return out


def _reports(story: StoryView, layout: _Layout) -> list[RenderableType]:
    shown, hidden = _bounded(story.reports, layout.most("reports"))
    rows = [(Text(r.letter, style=_REFERENCE), _report(r, layout)) for r in shown]
    out: list[RenderableType] = [_rows(rows, _Column(), indent=0), *_more(hidden, "reports")]
    if story.newest:
        out.append(Text(story.newest))
    return out


def _report(report: ReportView, layout: _Layout) -> Text:
    title = Text(report.title) if report.has_headline else Text("(no headline) ", style=_QUIET) + Text(f"“{report.title}”")
    line = title + Text(f" · {report.outlet}" if report.outlet else "")
    if report.dateline:
        line += Text(f" · {report.dateline}")
    line += Text(f" · {report.name}", style=_QUIET) if report.name not in (report.outlet, report.title) else Text("")
    line += Text("\n" + report.dated)
    line += Text(_proofs(report, layout), style=_QUIET)
    if report.copy_of:
        line += Text(f"\nshares its wording with {' and '.join(report.copy_of)}: one source", style="bold")
    return line


def _proofs(report: ReportView, layout: _Layout) -> str:
    """Why the date is what it is: the words, and with `verbose` the rule too."""
    said = []
    for d in report.dating if layout.verbose else report.dating[:_MOST_PROOFS]:
        words = f"“{d.quote.clip(48).text}”" if d.quote and d.quote.text else ""
        where = f" {d.reference.label}" if d.reference else ""
        said.append(f"{words}{where}: {d.why}" if words and layout.verbose else words + where or d.why)
    return f" ({'; '.join(dict.fromkeys(said))})" if said else ""


def _no_differences(story: StoryView) -> list[RenderableType]:
    if len(story.reports) < 2:
        return []
    return [*_heading("THEY DIFFER"), Padding(Text("no difference found on anything that both tell", style=_QUIET), (0, 0, 0, 1))]


def _findings(heading: str, findings: Sequence[FindingView], layout: _Layout, section: str) -> list[RenderableType]:
    if not findings:
        return []
    shown, hidden = _bounded(findings, layout.most(section))
    return [*_heading(heading, len(findings)), *(_finding(f, layout) for f in shown), *_more(hidden, section)]


def _finding(finding: FindingView, layout: _Layout) -> RenderableType:
    style = _STYLES[finding.relation]
    head = Text(f" {finding.sign} ", style=style) + Text(f"{finding.word:<13}", style=style) + Text(" " + finding.subject, style=_HEADING)
    if finding.aspect not in finding.subject and finding.aspect != "other":
        head += Text(f"  [{finding.aspect}]", style=_QUIET)
    rows = [(Text(v.reference.label, style=_REFERENCE), _value(v, layout)) for v in finding.values]
    if finding.explanation:
        rows.append((Text(""), Text(finding.explanation, style="italic")))
    return Group(_hanging(head, 17), _rows(rows, _Column(least=8), indent=3))


def _hanging(line: Text, indent: int) -> RenderableType:
    """A line whose continuation is indented."""
    grid = Table.grid(padding=0)
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column()
    grid.add_row(line[:indent], line[indent:])
    return grid


def _value(value: ValueView, layout: _Layout) -> Text:
    said = Text(value.value, style=_HEADING) if value.value else Text("")
    if value.authority:
        said += Text(f" ({value.authority})")
    room = max(48, (layout.width - 14) * 2 - said.cell_len - 4)
    quoted = value.quote.clip(room if layout.verbose else min(room, 150))
    if value.value and value.value.casefold() == quoted.text.strip("“”\"'. ").casefold():
        return said
    return said + Text("  " if said else "") + _quoted(quoted)


def _quoted(quote: Quote, *, marks: bool = True) -> Text:
    words = Text(quote.before, style=_QUIET) + Text(quote.focus) + Text(quote.after, style=_QUIET)
    return Text("“", style=_QUIET) + words + Text("”", style=_QUIET) if marks else words


def _checks(story: StoryView, layout: _Layout) -> list[RenderableType]:
    out = _findings("CHECK BEFORE USE", story.checks, layout, "checks")
    if not story.noise:
        return out
    return [*(out or _heading("CHECK BEFORE USE")), _noise(story.noise)]


def _noise(noise: Sequence[NoiseView]) -> RenderableType:
    rows_out = []
    by_letter: dict[str, list[NoiseView]] = {}
    for n in noise:
        by_letter.setdefault(n.reference.letter, []).append(n)
    for letter, rows in by_letter.items():
        said = Text(f"{letter}: not the report's own words: ")
        for i, n in enumerate(rows[:4]):
            said += Text("; " if i else "") + _quoted(n.quote.clip(40)) + Text(f" ({n.label}) ") + Text(n.reference.label, style=_REFERENCE)
        said += Text(f"; … and {len(rows) - 4} more" if len(rows) > 4 else "")
        rows_out.append((Text("! page noise", style="bold yellow"), said))
    return _rows(rows_out, _Column(least=14))


def _attendance(table: AttendanceView, layout: _Layout) -> list[RenderableType]:
    rows, hidden = _bounded(table.rows, layout.most("attendance"))
    grid = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), expand=False, header_style=_REFERENCE)
    grid.add_column("", min_width=14, max_width=layout.width // 3)
    for letter in table.letters:
        grid.add_column(letter, min_width=8, overflow="fold")
    for row in rows:
        grid.add_row(_party(row), *(_cell(row, i) for i in range(len(table.letters))))
    heading = _heading("WHO COMES", note=table.event)
    return [*heading, Padding(grid, (0, 0, 0, 1)), *_more(hidden, "parties")]


def _party(row: AttendanceRow) -> Text:
    said = Text(row.party) + (Text(f" · {row.person}") if row.person else Text(""))
    return said + Text(f" {row.mark.sign}", style=_STYLES[row.mark.relation]) if row.mark else said


def _cell(row: AttendanceRow, i: int) -> Text:
    cell = row.cells[i]
    if not cell:
        return Text("–", style=_QUIET)
    words = ", ".join(dict.fromkeys(c.word for c in cell))
    return Text(words + " ") + _references([c.reference for c in cell])


def _references(references: Sequence[Reference], most: int = 3) -> Text:
    labels = list(dict.fromkeys(r.label for r in references))
    more = f" +{len(labels) - most}" if len(labels) > most else ""
    return Text(" ".join(labels[:most]) + more, style=_REFERENCE)


def _sources(story: StoryView, layout: _Layout) -> list[RenderableType]:
    if not story.sources:
        return []
    rows: list[tuple[Text, Text]] = []
    left, hidden = layout.most("statements"), 0
    for source in story.sources:
        most = None if layout.verbose else min(_MOST_OF_ONE_SOURCE, left or 0)
        shown, more = _bounded(source.statements, most)
        hidden += more
        left = None if left is None else left - len(shown)
        for i, s in enumerate(shown):
            rows.append((_source_name(source) if i == 0 else Text(""), _statement(s, layout)))
    column = _Column(least=12, most=max(18, layout.width // 4))
    return [*_heading("WHO SAYS SO", note=story.sources_note), _rows(rows, column), *_more(hidden, "statements")]


def _source_name(source: SourceView) -> Text:
    if source.anonymous:
        return Text(f"unnamed: {Quote(before=source.name).clip(60).text}", style="italic")
    return Text(Quote(before=source.name).clip(60).text, style=_HEADING)


def _statement(statement: StatementView, layout: _Layout) -> Text:
    said = _quoted(Quote(focus=statement.quote.text).clip(400 if layout.verbose else 150), marks=statement.direct)
    if statement.modality:
        said += Text(f"  {statement.modality}", style="bold")
    return said + Text("  ") + _again(statement.references)


def _again(references: Sequence[Reference]) -> Text:
    """The first place, and where it is told again in the same report."""
    first, rest = references[0], references[1:]
    out = Text(first.label, style=_REFERENCE)
    for r in rest:
        out += Text(", again " if r.letter == first.letter else " ") + Text(r.label, style=_REFERENCE)
    return out


def _timeline(story: StoryView, layout: _Layout) -> list[RenderableType]:
    flat = [(row.when if i == 0 else "", h) for row in story.timeline for i, h in enumerate(row.happenings)]
    if not flat:
        return []
    shown, hidden = _bounded(flat, layout.most("timeline"))
    rows = [(Text(when), _happening(h, layout)) for when, h in shown]
    return [*_heading("WHAT HAPPENED, WHAT IS ONLY PLANNED"), _rows(rows, _Column(least=9, most=18)), *_more(hidden, "events")]


def _happening(happening: HappeningView, layout: _Layout) -> Text:
    said = Text(f"{happening.modality}: ", style="bold") if happening.modality else Text("")
    return said + _quoted(happening.quote.clip(300 if layout.verbose else 110)) + Text("  ") + _references(happening.references)


def _singles(story: StoryView, layout: _Layout) -> list[RenderableType]:
    if not story.singles:
        return []
    rows = []
    for letter, singles in story.singles:
        shown, hidden = _bounded(singles, layout.most("singles"))
        said = Text("")
        for i, s in enumerate(shown):
            said += Text(" · " if i else "") + Text(Quote(before=s.what).clip(90).text + " ") + Text(s.reference.label, style=_REFERENCE)
        rows.append((Text(letter, style=_REFERENCE), said + Text(f" · … and {hidden} more" if hidden else "", style=_QUIET)))
    return [*_heading("ONLY ONE OF THEM SAYS"), _rows(rows, _Column())]


def _agreements(story: StoryView, layout: _Layout) -> list[RenderableType]:
    if not story.agreements:
        return []
    shown, hidden = _bounded(story.agreements, layout.most("agreements"))
    rows = []
    for f in shown:
        values = list(dict.fromkeys(v.value for v in f.values if v.value))
        said = Text(f.subject + ": ", style=_HEADING) + Text(" / ".join(values) + "  ") + _references([v.reference for v in f.values])
        if f.relation is Relation.SUBSUMPTION and f.explanation:
            said += Text(f"  {f.explanation}", style="italic")
        rows.append((Text(f"{f.sign} {f.word}", style=_STYLES[f.relation]), said))
    heading = "BOTH SAY" if len(story.reports) == 2 else "SEVERAL SAY"
    return [*_heading(heading, len(story.agreements)), _rows(rows, _Column()), *_more(hidden, "agreements")]


def _ending(view: BriefView) -> list[RenderableType]:
    out: list[RenderableType] = []
    if view.skipped:
        rows = [
            (Text("!", style="bold yellow"), Text(s.error if s.location in s.error else f"{s.location}: {s.error}")) for s in view.skipped
        ]
        out += [*_heading("NOT READ", len(view.skipped)), _rows(rows, _Column())]
    if view.stories:
        out += [Text(""), Text(view.legend, style=_QUIET)]
    return out


def _heading(words: str, n: int | None = None, note: str | None = None) -> list[RenderableType]:
    beside = f" ({n})" if n is not None else f" ({note})" if note else ""
    return [Text(""), Text(words, style=_HEADING) + Text(beside, style=_QUIET)]


def _more(hidden: int, what: str) -> list[RenderableType]:
    return [Text(f" … and {hidden} more {what} (--verbose or --html shows all)", style=_QUIET)] if hidden else []


def _bounded(items: Sequence[Row], most: int | None) -> tuple[Sequence[Row], int]:
    """What is shown, and how much is not."""
    return (items, 0) if most is None or len(items) <= most else (items[:most], len(items) - most)


def _rows(rows: Iterable[tuple[Text, Text]], first: _Column, *, indent: int = 1) -> RenderableType:
    """Two columns without lines: signs, letters, names or references, and beside them the words."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(min_width=first.least, max_width=first.most, no_wrap=first.most is None)
    grid.add_column(ratio=1, overflow="fold")
    for left, right in rows:
        grid.add_row(left, right)
    return Padding(grid, (0, 0, 0, indent))
