"""BriefView -> text for a terminal: differences first, every row with its reference, long sections bounded."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accord.views.references import Reference
from accord.views.shapes import (
    AttendanceRow,
    AttendanceView,
    BriefView,
    EditView,
    FindingView,
    HappeningView,
    NoiseView,
    ReportView,
    SourceView,
    StatementView,
    StoryView,
    ValueView,
    WordingView,
)
from accord.views.terminal_parts import (
    HEADING,
    MOST_OF_ONE_SOURCE,
    MOST_OF_ONE_TIME,
    MOST_PROOFS,
    QUIET,
    REFERENCE,
    STYLES,
    Column,
    Layout,
    bounded,
    heading_lines,
    more_lines,
    quoted,
    reference_labels,
    two_columns,
)
from accord.views.words import Quote

MIN_WIDTH = 60
MAX_WIDTH = 140
_ASCII = str.maketrans(
    {"✕": "x", "↻": ">", "·": "-", "…": "...", "–": "-", "—": "--", "─": "-", "→": "->", "\N{REPLACEMENT CHARACTER}": "?"}
    | dict.fromkeys("“”«»„", '"')
    | dict.fromkeys("‘’‚", "'")
)


def render_terminal(view: BriefView, *, width: int, color: bool, verbose: bool = False, ascii_only: bool = False) -> str:
    """The brief as lines of at most `width` columns (60 to 140), without a line feed at the end.

    Args:
        view: From `view_brief`.
        width: Columns of the terminal.
        color: Whether to use ANSI colours and weights; every state is told by sign and word all the same.
        verbose: Leave nothing out.
        ascii_only: For terminals whose encoding lacks the signs.
    """
    layout = Layout(width=max(MIN_WIDTH, min(width, MAX_WIDTH)), verbose=verbose)
    out: list[RenderableType] = []
    for i, story in enumerate(view.stories):
        if i:
            out += [Text(""), Text("─" * layout.width, style=QUIET)]
        out.extend(_story(story, layout))
    out.extend(_ending(view))
    text = _print(out, layout.width, color)
    return _to_ascii(text) if ascii_only else text


def _print(lines: Iterable[RenderableType], width: int, color: bool) -> str:
    out = io.StringIO()
    # An empty environment: what is printed depends on the arguments only, not on COLUMNS, TERM or NO_COLOR.
    console = Console(
        file=out, width=width, force_terminal=color, color_system="standard" if color else None, no_color=not color,
        highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    for line in lines:
        console.print(line)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip()


def _to_ascii(text: str) -> str:
    swapped = text.translate(_ASCII)
    return unicodedata.normalize("NFKD", swapped).encode("ascii", "ignore").decode()


def _story(story: StoryView, layout: Layout) -> list[RenderableType]:
    out: list[RenderableType] = [*_title(story, layout), *_reports(story, layout)]
    out += _findings("THEY DIFFER", story.differences, layout, "differences") or _no_differences(story)
    out += _checks(story, layout)
    out += [p for table in story.attendance for p in _attendance(table, layout)]
    out += _sources(story, layout)
    out += _timeline(story, layout)
    out += _singles(story, layout)
    out += _agreements(story, layout)
    return out


def _title(story: StoryView, layout: Layout) -> list[RenderableType]:
    title, counts = Text(story.title, style=HEADING), Text(story.counts, style=QUIET)
    out: list[RenderableType] = []
    if title.cell_len + counts.cell_len + 3 <= layout.width:
        out.append(title + Text(" " * (layout.width - title.cell_len - counts.cell_len)) + counts)
    else:
        out += [title, counts]
    if story.facts:
        out.append(Text(" · ".join(story.facts)))
    return out


def _reports(story: StoryView, layout: Layout) -> list[RenderableType]:
    shown, hidden = bounded(story.reports, layout.most("reports"))
    rows = [(Text(r.letter, style=REFERENCE), _report(r, layout)) for r in shown]
    out: list[RenderableType] = [two_columns(rows, Column(), indent=0), *more_lines(hidden, "reports")]
    if story.newest:
        out.append(Text(story.newest))
    if story.support:
        out.append(Text(story.support))
    return out


def _report(report: ReportView, layout: Layout) -> Text:
    title = Text(report.title) if report.has_headline else Text("(no headline) ", style=QUIET) + Text(f"“{report.title}”")
    line = title + Text(f" · {report.outlet}" if report.outlet else "")
    if report.dateline:
        line += Text(f" · {report.dateline}")
    line += Text(f" · {report.name}", style=QUIET) if report.name not in (report.outlet, report.title) else Text("")
    line += Text("\n" + report.dated)
    line += Text(_proofs(report, layout), style=QUIET)
    if report.copied_with:
        line += Text(f"\nshares its wording with {' and '.join(report.copied_with)}: one source", style="bold")
    for wording in report.wording:
        line += _wording(wording, layout)
    return line


def _wording(wording: WordingView, layout: Layout) -> Text:
    """Who copied whom, and the first few edits; those that change a fact stand first."""
    line = Text(f"\n{wording.said}", style="bold")
    shown, hidden = bounded(wording.edits, layout.most("edits"))
    for edit in shown:
        line += Text("\n  ") + _edit(edit, 400 if layout.verbose else max(36, (layout.width - 30) // 2))
    return line + Text(f"\n  … and {hidden} more edit{'s' if hidden > 1 else ''}" if hidden else "", style=QUIET)


def _edit(edit: EditView, width: int) -> Text:
    """As in "“12 dead” A:3 → “14 dead” C:3"."""
    line = Text(f"{edit.kind} ", style=HEADING if edit.is_fact else "")
    if edit.before and edit.before_at:
        line += quoted(edit.before.clip(width)) + Text(f" {edit.before_at.label}", style=REFERENCE)
    if edit.after and edit.after_at:
        line += Text(" → " if edit.before else "") + quoted(edit.after.clip(width)) + Text(f" {edit.after_at.label}", style=REFERENCE)
    return line


def _proofs(report: ReportView, layout: Layout) -> str:
    """Why the date is what it is: the words, and with `verbose` the rule too."""
    said = []
    for d in report.dating if layout.verbose else report.dating[:MOST_PROOFS]:
        words = f"“{d.quote.clip(48).text}”" if d.quote and d.quote.text else ""
        where = f" {d.reference.label}" if d.reference else ""
        said.append(f"{words}{where}: {d.why}" if words and layout.verbose else words + where or d.why)
    return f" ({'; '.join(dict.fromkeys(said))})" if said else ""


def _no_differences(story: StoryView) -> list[RenderableType]:
    if len(story.reports) < 2:
        return []
    return [*heading_lines("THEY DIFFER"), Padding(Text("no difference found on anything that both tell", style=QUIET), (0, 0, 0, 1))]


def _findings(heading: str, findings: Sequence[FindingView], layout: Layout, section: str) -> list[RenderableType]:
    if not findings:
        return []
    shown, hidden = bounded(findings, layout.most(section))
    return [*heading_lines(heading, len(findings)), *(_finding(f, layout) for f in shown), *more_lines(hidden, section)]


def _finding(finding: FindingView, layout: Layout) -> RenderableType:
    style = STYLES[finding.relation]
    head = Text(f" {finding.sign} ", style=style) + Text(f"{finding.word:<13}", style=style) + Text(" " + finding.subject, style=HEADING)
    if finding.aspect not in finding.subject and finding.aspect != "other":
        head += Text(f"  [{finding.aspect}]", style=QUIET)
    rows = [(Text(v.reference.label, style=REFERENCE), _value(v, layout)) for v in finding.values]
    if finding.explanation:
        rows.append((Text(""), Text(finding.explanation, style="italic")))
    rows += [(Text(""), Text(line)) for line in finding.support]
    return Group(_hanging(head, 17), two_columns(rows, Column(least=8), indent=3))


def _hanging(line: Text, indent: int) -> RenderableType:
    """A line whose continuation is indented."""
    grid = Table.grid(padding=0)
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column()
    grid.add_row(line[:indent], line[indent:])
    return grid


def _value(value: ValueView, layout: Layout) -> Text:
    said = Text(value.value, style=HEADING) if value.value else Text("")
    if value.authority:
        said += Text(f" ({value.authority})")
    room = max(48, (layout.width - 14) * 2 - said.cell_len - 4)
    words = value.quote.clip(room if layout.verbose else min(room, 150))
    if value.value and value.value.casefold() == words.text.strip("“”\"'. ").casefold():
        return said
    return said + Text("  " if said else "") + quoted(words)


def _checks(story: StoryView, layout: Layout) -> list[RenderableType]:
    out = _findings("CHECK BEFORE USE", story.checks, layout, "checks")
    if not story.noise:
        return out
    return [*(out or heading_lines("CHECK BEFORE USE")), _noise(story.noise)]


def _noise(noise: Sequence[NoiseView]) -> RenderableType:
    rows_out = []
    by_letter: dict[str, list[NoiseView]] = {}
    for n in noise:
        by_letter.setdefault(n.reference.letter, []).append(n)
    for letter, rows in by_letter.items():
        said = Text(f"{letter}: not the report's own words: ")
        for i, n in enumerate(rows[:4]):
            said += Text("; " if i else "") + quoted(n.quote.clip(40)) + Text(f" ({n.label}) ") + Text(n.reference.label, style=REFERENCE)
        said += Text(f"; … and {len(rows) - 4} more" if len(rows) > 4 else "")
        rows_out.append((Text("! page noise", style="bold yellow"), said))
    return two_columns(rows_out, Column(least=14))


def _attendance(table: AttendanceView, layout: Layout) -> list[RenderableType]:
    rows, hidden = bounded(table.rows, layout.most("attendance"))
    grid = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), expand=False, header_style=REFERENCE)
    grid.add_column("", min_width=14, max_width=layout.width // 3)
    for letter in table.letters:
        grid.add_column(letter, min_width=8, overflow="fold")
    for row in rows:
        grid.add_row(_party(row), *(_cell(row, i) for i in range(len(table.letters))))
    heading = heading_lines("WHO COMES", note=table.event)
    return [*heading, Padding(grid, (0, 0, 0, 1)), *more_lines(hidden, "parties")]


def _party(row: AttendanceRow) -> Text:
    said = Text(row.party) + (Text(f" · {row.person}") if row.person else Text(""))
    return said + Text(f" {row.mark.sign}", style=STYLES[row.mark.relation]) if row.mark else said


def _cell(row: AttendanceRow, i: int) -> Text:
    cell = row.cells[i]
    if not cell:
        return Text("–", style=QUIET)
    words = ", ".join(dict.fromkeys(c.word for c in cell))
    return Text(words + " ") + reference_labels([c.reference for c in cell])


def _sources(story: StoryView, layout: Layout) -> list[RenderableType]:
    if not story.sources:
        return []
    rows: list[tuple[Text, Text]] = []
    left, hidden = layout.most("statements"), 0
    for source in story.sources:
        most = None if layout.verbose else min(MOST_OF_ONE_SOURCE, left or 0)
        shown, more = bounded(source.statements, most)
        hidden += more
        left = None if left is None else left - len(shown)
        for i, s in enumerate(shown):
            rows.append((_source_name(source) if i == 0 else Text(""), _statement(s, layout)))
    column = Column(least=12, most=max(18, layout.width // 4))
    return [*heading_lines("WHO SAYS SO", note=story.sources_note), two_columns(rows, column), *more_lines(hidden, "statements")]


def _source_name(source: SourceView) -> Text:
    if source.anonymous:
        return Text(f"unnamed: {Quote(before=source.name).clip(60).text}", style="italic")
    return Text(Quote(before=source.name).clip(60).text, style=HEADING)


def _statement(statement: StatementView, layout: Layout) -> Text:
    said = quoted(statement.quote.clip(400 if layout.verbose else 150), marks=statement.direct)
    if statement.modality:
        said += Text(f"  {statement.modality}", style="bold")
    return said + Text("  ") + _again(statement.references)


def _again(references: Sequence[Reference]) -> Text:
    """The first place, and where it is told again in the same report."""
    first, rest = references[0], references[1:]
    out = Text(first.label, style=REFERENCE)
    for r in rest:
        out += Text(", again " if r.letter == first.letter else " ") + Text(r.label, style=REFERENCE)
    return out


def _timeline(story: StoryView, layout: Layout) -> list[RenderableType]:
    if not story.timeline:
        return []
    rows: list[tuple[Text, Text]] = []
    left, hidden = layout.most("timeline"), 0
    for row in story.timeline:
        shown, _ = bounded(row.happenings, None if left is None else min(MOST_OF_ONE_TIME, left))
        left = None if left is None else left - len(shown)
        rows += [(Text(row.when if i == 0 else ""), _happening(h, layout)) for i, h in enumerate(shown)]
        rest = row.happenings[len(shown) :]
        if rest and shown:
            rows.append((Text(""), Text("also ", style=QUIET) + reference_labels([r for h in rest for r in h.references], most=12)))
        elif rest:
            hidden += len(rest)
    return [
        *heading_lines("WHAT HAPPENED, WHAT IS ONLY PLANNED"),
        two_columns(rows, Column(least=9, most=20)),
        *more_lines(hidden, "events"),
    ]


def _happening(happening: HappeningView, layout: Layout) -> Text:
    said = Text(f"{happening.modality}: ", style="bold") if happening.modality else Text("")
    return said + quoted(happening.quote.clip(300 if layout.verbose else 110)) + Text("  ") + reference_labels(happening.references)


def _singles(story: StoryView, layout: Layout) -> list[RenderableType]:
    if not story.singles:
        return []
    rows = []
    for letter, singles in story.singles:
        shown, hidden = bounded(singles, layout.most("singles"))
        said = Text("")
        for i, s in enumerate(shown):
            said += (
                Text(" · " if i else "")
                + Text(Quote(before=s.what).clip(400 if layout.verbose else 90).text + " ")
                + Text(s.reference.label, style=REFERENCE)
            )
        rows.append((Text(letter, style=REFERENCE), said + Text(f" · … and {hidden} more" if hidden else "", style=QUIET)))
    return [*heading_lines("ONLY ONE OF THEM SAYS"), two_columns(rows, Column())]


def _agreements(story: StoryView, layout: Layout) -> list[RenderableType]:
    if not story.agreements:
        return []
    # Who comes has its table; here all who come, by the word of several, share a line.
    apart = [f for f in story.agreements if f.aspect != "attendance" or layout.verbose]
    shown, hidden = bounded(apart, layout.most("agreements"))
    rows = [_agreement(f, layout) for f in shown]
    for relation in reversed(dict.fromkeys(f.relation for f in story.agreements if f not in apart)):
        together = [f for f in story.agreements if f not in apart and f.relation is relation]
        said = Text("who comes: ", style=HEADING) + Text(" · ").join([_agreed(f) for f in together])
        rows.insert(0, (_sign(together[0]), said))
    heading = "BOTH SAY" if len(story.reports) == 2 else "SEVERAL SAY"
    return [*heading_lines(heading, len(story.agreements)), two_columns(rows, Column()), *more_lines(hidden, "agreements")]


def _agreement(finding: FindingView, layout: Layout) -> tuple[Text, Text]:
    said = Text(finding.subject + ": ", style=HEADING) + _agreed(finding, 400 if layout.verbose else 70)
    said += Text("".join(f"\n{line}" for line in finding.support), style="italic")
    if layout.verbose and finding.explanation:
        said += Text(f"  {finding.explanation}", style="italic")
    return _sign(finding), said


def _sign(finding: FindingView) -> Text:
    return Text(f"{finding.sign} {finding.word}", style=STYLES[finding.relation])


def _agreed(finding: FindingView, width: int = 70) -> Text:
    """Each value with the places that tell it; equal values once."""
    places: dict[str, list[Reference]] = {}
    for v in finding.values:
        places.setdefault(v.value or v.quote.focus, []).append(v.reference)
    said = Text("")
    for i, (value, references) in enumerate(places.items()):
        said += Text(" / " if i else "") + Text(Quote(before=value).clip(width).text + " ") + reference_labels(references)
    return said


def _ending(view: BriefView) -> list[RenderableType]:
    out: list[RenderableType] = []
    if view.skipped:
        rows = [
            (Text("!", style="bold yellow"), Text(s.error if s.location in s.error else f"{s.location}: {s.error}")) for s in view.skipped
        ]
        out += [*heading_lines("NOT READ", len(view.skipped)), two_columns(rows, Column())]
    if view.stories:
        out += [Text(""), Text(view.legend, style=QUIET)]
    return out
