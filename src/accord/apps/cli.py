"""The `accord` command: arguments -> archive -> views. No logic of its own."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from accord.model.errors import AccordError, UsageError
from accord.model.report import Skipped

if TYPE_CHECKING:
    from accord.archive import Archive
    from accord.model.story import Brief

T = TypeVar("T")

# What Typer, too, returns when somebody stops a command by hand.
_STOPPED = 130

app = typer.Typer(
    name="accord",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads news reports and keeps the record straight: who did what to whom, who says so, where reports agree and where they clash.",
)

Reports = Annotated[list[str], typer.Argument(metavar="REPORT", help="Text, HTML or JSONL files, folders, URLs, or - for standard input.")]
OptionalReports = Annotated[list[str] | None, typer.Argument(metavar="REPORT", help="As for `accord read`; none with --archive: all.")]
Kept = Annotated[Path | None, typer.Option("--archive", metavar="FILE", help="Archive that keeps what was read, such as news.accord.")]
Pipeline = Annotated[str | None, typer.Option("--pipeline", metavar="NAME", help="Another installed spaCy pipeline, by name or path.")]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that read; each loads its own models.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON (see docs/contract.md).")]
Page = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Also write a self-contained page.")]
MinScore = Annotated[float, typer.Option("--min-score", metavar="X", help="Leave out findings whose score, 0 to 1, is less.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Leave nothing out of the terminal brief.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"accord {version('accord')}")
        raise typer.Exit


@app.callback()
def _options(
    *, version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")] = False
) -> None:
    pass


@app.command()
def brief(  # noqa: PLR0913 - Typer takes each option as an argument
    reports: OptionalReports = None,
    *,
    html: Page = None,
    as_json: AsJson = False,
    archive: Kept = None,
    min_score: MinScore = 0.0,
    pipeline: Pipeline = None,
    verbose: Verbose = False,
) -> None:
    """Lay reports side by side: what they agree on, where they differ, what to check before use."""
    _check_output(html)
    result = _archive(archive, pipeline).brief(reports or [], min_score=min_score)
    _show_brief(result, html=html, as_json=as_json, verbose=verbose)


@app.command()
def demo(*, html: Page = None, as_json: AsJson = False, verbose: Verbose = False) -> None:
    """Print the brief of the bundled examples."""
    _check_output(html)
    result = _archive(None, None).brief(_example_files())
    _show_brief(result, html=html, as_json=as_json, verbose=verbose)


@app.command()
def read(
    reports: Reports,
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write JSON lines here.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a FILE that an earlier run left unfinished.")] = False,
    workers: Workers = 1,
    pipeline: Pipeline = None,
) -> None:
    """Print what each report says, one JSON object a line."""
    from accord.views.contract import report_json

    if resume and output is None:
        raise UsageError("--resume needs the file to go on with; name it with -o FILE")
    _check_output(output)
    known = _finished(output) if resume and output else frozenset()
    archive = _archive(None, pipeline, workers)
    items = archive.read(reports, known=known)
    if output is None:
        good, bad = _write(items, report_json, sys.stdout.write)
    else:
        with output.open("a" if resume else "w", encoding="utf-8") as out:
            total = archive.count(reports) if sys.stderr.isatty() else None
            good, bad = _write(_with_progress(items, total, len(known)), report_json, out.write)
        _say(f"{good} reports read{f', {len(known)} before' if known else ''}, {bad} skipped: {output}")
    if bad and not good and not known:
        raise typer.Exit(1)


@app.command()
def code(  # noqa: PLR0913 - Typer takes each option as an argument
    corpus: Annotated[list[str], typer.Argument(metavar="CORPUS", help="As for `accord read`.")],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Write here: .parquet, .jsonl or .tsv.")],
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Stop after N reports; --resume goes on.")] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", metavar="DATE", formats=["%Y-%m-%d"], help="Leave out older reports.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a FILE that stopped, by hand or at its limit.")] = False,
    both_ways: Annotated[bool, typer.Option("--both-ways", help="A row for each party to what parties do together.")] = False,
    workers: Workers = 1,
    pipeline: Pipeline = None,
) -> None:
    """Make an event dataset of a corpus: one row an event, who did what to whom."""
    _check_output(output)
    archive = _archive(None, pipeline, workers)
    bad = 0
    with archive.event_table(output, resume=resume, both_ways=both_ways, since=f"{since:%Y-%m-%d}" if since else None) as table:
        total = archive.count(corpus) if sys.stderr.isatty() else None
        # What earlier runs did counts towards the corpus, but not towards the limit of this one.
        total = min(total, table.before + limit) if total is not None and limit else total
        for item in _with_progress(archive.code(corpus, table, limit=limit), total, table.before):
            if isinstance(item, Skipped):
                _complain([item])
                bad += 1
        if bad and not table.reports and not table.before:
            raise typer.Exit(1)
    before = f", {table.before} before" if table.before else ""
    older = f", {table.older} older left out" if table.older else ""
    more = " (stopped at the limit; --resume goes on)" if table.paused else ""
    _say(f"{table.events} events of {table.reports} reports{before}{older}, {bad} skipped: {output}{more}")


@app.command()
def stories(  # noqa: PLR0913 - Typer takes each option as an argument
    reports: OptionalReports = None,
    *,
    archive: Kept = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write JSON lines here.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Stop after N stories.")] = None,
    min_score: MinScore = 0.0,
    workers: Workers = 1,
    pipeline: Pipeline = None,
) -> None:
    """Tell the stories of any number of reports, in the order of the days, one JSON object a story."""
    from accord.views.contract import story_json

    _check_output(output)
    told = _archive(archive, pipeline, workers).stories(reports or [], limit=limit, min_score=min_score, watch=_with_progress)
    if output is None:
        good, bad = _write(told, story_json, sys.stdout.write)
    else:
        with output.open("w", encoding="utf-8") as out:
            good, bad = _write(told, story_json, out.write)
        _say(f"{good} stories told, {bad} skipped: {output}")
    if bad and not good:
        raise typer.Exit(1)


@app.command()
def classify(
    pairs: Annotated[list[str], typer.Argument(metavar="PAIRS", help="JSONL files of marked pairs (see docs/contract.md), or -.")],
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write JSON lines here.")] = None,
    classifier: Annotated[Path | None, typer.Option("--classifier", metavar="FILE", help="Another model file.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Stop after N pairs.")] = None,
) -> None:
    """Say how a sentence relates two of its actors: event type, direction, and whether it does at all; one JSON object a pair."""
    from accord.views.contract import pair_json

    _check_output(output)
    if output is not None and any(output.resolve() == Path(p).resolve() for p in pairs):
        raise UsageError(f"{output} is to be read and would be overwritten; name another file with -o")
    archive = _archive(None, None, classifier=classifier)
    items = archive.classify_files(pairs, limit=limit)
    if output is None:
        good, bad = _write(items, pair_json, sys.stdout.write)
    else:
        with output.open("w", encoding="utf-8") as out:
            total = archive.count(pairs) if sys.stderr.isatty() else None
            total = min(total, limit) if total is not None and limit else total
            good, bad = _write(_with_progress(items, total, what="pairs"), pair_json, out.write)
        _say(f"{good} pairs classified, {bad} skipped: {output}")
    if bad and not good:
        raise typer.Exit(1)


@app.command()
def add(
    reports: Reports,
    *,
    archive: Annotated[Path, typer.Option("--archive", metavar="FILE", help="The archive, such as news.accord; made if absent.")],
    workers: Workers = 1,
    pipeline: Pipeline = None,
) -> None:
    """Keep reports in an archive; adding one twice changes nothing."""
    done = _archive(archive, pipeline, workers).add(reports)
    _complain(done.skipped)
    typer.echo(f"{done.added} added, {done.known} already there, {len(done.skipped)} skipped: {archive}")
    if done.skipped and not done.added and not done.known:
        raise typer.Exit(1)


@app.command()
def doctor(*, as_json: AsJson = False, pipeline: Pipeline = None) -> None:
    """Say what is installed, which models and tables, with versions."""
    from accord.views.doctor import doctor_json, render_doctor, view_doctor

    rows = view_doctor((c.name, c.version, c.problem) for c in _archive(None, pipeline).doctor())
    typer.echo(doctor_json(rows) if as_json else render_doctor(rows))
    if any(not row.ok for row in rows):
        raise typer.Exit(1)


def _archive(path: Path | None, pipeline: str | None, workers: int = 1, classifier: Path | None = None) -> Archive:
    from accord.archive import Archive, Options

    options = Options(path=path, workers=workers)
    named: dict[str, Any] = {"pipeline": pipeline, "classifier": classifier}
    return Archive(replace(options, **{k: v for k, v in named.items() if v}))


def _show_brief(result: Brief, *, html: Path | None, as_json: bool, verbose: bool) -> None:
    if html is not None:
        from accord.views.page import render_page

        html.write_text(render_page(result), encoding="utf-8")
    if as_json:
        from accord.views.contract import brief_json, dumps

        typer.echo(dumps(brief_json(result)))
    else:
        from accord.views.brief import view_brief
        from accord.views.terminal import render_terminal

        typer.echo(render_terminal(view_brief(result), width=_width(), color=_color(), verbose=verbose, ascii_only=_ascii_only()))
    if as_json or not sys.stdout.isatty():
        # On a terminal the brief itself lists what was not read.
        _complain(result.skipped)
    if html is not None:
        _say(f"page written: {html}")
    if result.skipped and not result.readings:
        raise typer.Exit(1)


def _write(items: Iterable[T | Skipped], as_json: Callable[[T], object], write: Callable[[str], object]) -> tuple[int, int]:
    """Writes each item as a line of JSON, and says what was skipped; how many of each."""
    from accord.views.contract import dumps

    good = bad = 0
    for item in items:
        if isinstance(item, Skipped):
            _complain([item])
            bad += 1
        else:
            write(dumps(as_json(item)) + "\n")
            good += 1
    return good, bad


def _with_progress(items: Iterable[T], total: int | None, done: int = 0, *, what: str = "reports") -> Iterator[T]:
    """Shows how many are done, how fast, and the time left, on a terminal; elsewhere it keeps quiet."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    rate = TextColumn(what + " · {task.fields[rate]:.1f} a second · left")
    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn(), TextColumn("· gone"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=60) as progress:
        task = progress.add_task(what, total=total, completed=min(done, total or done), rate=0.0)
        start = time.monotonic()
        for number, item in enumerate(items, start=1):
            progress.update(task, advance=1, rate=number / (time.monotonic() - start))
            yield item


def _finished(output: Path) -> frozenset[str]:
    """Digests of the reports that a file of JSON lines holds; a last line that was cut off is taken away."""
    if not output.exists():
        return frozenset()
    digests, whole = [], 0
    with output.open("rb") as lines:
        for line in lines:
            if not line.endswith(b"\n"):
                break
            try:
                digests.append(str(json.loads(line)["provenance"]["digest"]))
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(f"{output} does not hold what `accord read` writes; name another file with -o") from error
            whole += len(line)
    if whole < output.stat().st_size:
        os.truncate(output, whole)
    return frozenset(digests)


def _check_output(path: Path | None) -> None:
    """Finds out before the work, not after it, that the result cannot be written."""
    if path is None:
        return
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file, such as {path / 'out'}")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"there is no folder {path.parent} for {path.name}; make it first")


def _example_files() -> list[str]:
    from accord.archive import example_files

    return example_files()


def _complain(skipped: Iterable[Skipped]) -> None:
    for s in skipped:
        _say(f"skipped: {s.location}: {s.error}")


def _say(text: str) -> None:
    typer.echo(" ".join(text.split()), err=True)


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 40)).columns


def _color() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _ascii_only() -> bool:
    try:
        "✕↻·…“”".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def _message(error: typer.TyperException) -> str:
    """Typer's own words where it has some; its messages name the option and the value."""
    words = getattr(error, "format_message", None)
    return str(words()) if words else str(error)


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; every failure is one line on standard error.

    Returns:
        0 when something was done, 1 when nothing could be read, 2 for a wrong argument, 130 when stopped by hand.
    """
    try:
        code = app(args=arguments, prog_name="accord", standalone_mode=False)
    except typer.TyperException as error:
        command = getattr(getattr(error, "ctx", None), "command_path", "accord")
        _say(f"accord: {_message(error)} (see {command} --help)")
        return 2
    except UsageError as error:
        _say(f"accord: {error}")
        return 2
    except (AccordError, OSError) as error:
        _say(f"accord: {error}")
        return 1
    except (KeyboardInterrupt, typer.Abort):
        code = _STOPPED
    except Exception as error:
        if os.environ.get("ACCORD_DEBUG"):
            raise
        _say(f"accord: a fault in accord ({type(error).__name__}: {error}); please report it, with what ACCORD_DEBUG=1 shows")
        return 1
    if code == _STOPPED:
        _say("accord: stopped; what was written is whole; `read` and `code` with --resume, and `add`, go on from there")
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    sys.exit(main())
