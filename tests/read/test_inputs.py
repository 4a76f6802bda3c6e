"""Locations to reports: files, folders, JSONL, standard input; every failure one line, the others go on."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.errors import ReadError
from accord.model.report import Report, Skipped
from accord.model.vocabulary import DateBasis, NoiseKind
from accord.read.inputs import count_inputs, read_inputs, sniff
from accord.read.language import detect_language
from accord.read.options import ReadOptions

STORY = (
    "Fish talks fail again\n\nNAIROBI, 3 May 2019 (Harbour Wire) - Ministers from six coastal states left the harbour hotel on Sunday night"
    " without the agreement on fishing quotas that they had come to sign.\n\nRead more: Ten ways with herring\n"
)


class NoFetcher:
    """Every fetch fails."""

    def fetch(self, url: str) -> tuple[bytes, str]:
        raise ReadError(f"no network for {url}", retryable=True)


QUICK = ReadOptions(detect_language=False)


def read(*locations: str | Path, options: ReadOptions = QUICK) -> list[Report | Skipped]:
    return list(read_inputs([str(x) for x in locations], NoFetcher(), options))


def reports(*locations: str | Path, options: ReadOptions = QUICK) -> list[Report]:
    found = [r for r in read(*locations, options=options) if isinstance(r, Report)]
    assert found
    return found


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    (got,) = reports(path)
    assert (got.id, got.text, got.headline, got.provenance.kind) == ("story.txt", STORY, "Fish talks fail again", "file")
    assert got.provenance.location == str(path)
    assert got.provenance.digest == "sha256:" + hashlib.sha256(STORY.encode()).hexdigest()
    assert got.headline_span is not None
    assert got.headline_span.of(got.text) == got.headline
    assert got.dateline is not None
    assert got.dateline.place == "NAIROBI"
    assert (got.published.earliest, got.published.basis) == ("2019-05-03", DateBasis.STATED)
    assert [(n.span.of(got.text), n.kind) for n in got.noise] == [("Read more: Ten ways with herring", NoiseKind.BOILERPLATE)]


def test_line_ends_and_byte_order_mark_are_made_plain(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfOne line.\r\nAnother line.\r\n")
    assert reports(path)[0].text == "One line.\nAnother line.\n"


def test_rows_come_back_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    text = " \r\nKept  as it is.\r\n"
    first = {"id": 7, "text": text, "title": "Kept", "outlet": "Gazette", "dct": "2019-05-03", "language": "en", "url": "https://a.example"}
    path.write_text("\n".join(json.dumps(r) for r in (first, {"text": "No id here."})) + "\n")
    a, b = reports(path)
    assert (a.id, a.text, a.headline, a.publisher, a.language, a.url) == ("7", text, "Kept", "Gazette", "en", "https://a.example")
    assert (a.published.earliest, a.published.evidence[0].why) == ("2019-05-03", "JSONL dct")
    assert (b.id, a.provenance.kind, b.provenance.location) == ("rows.jsonl#2", "jsonl", f"{path}#2")


def test_a_bad_row_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        '{"id": "a", "text": "First words."}',
        "{broken",
        "[1]",
        '{"id": "b"}',
        '{"id": "c", "text": "  "}',
        "",
        "[" * 9_999,
        '{"id": "z", "text": "Last words."}',
    ]
    path.write_text("\n".join(rows))
    results = read(path)
    assert [r.id if isinstance(r, Report) else r.location.removeprefix(str(path)) for r in results] == [
        "a",
        "#2",
        "#3",
        "#4",
        "#5",
        "#7",
        "z",
    ]
    assert all("\n" not in r.error for r in results if isinstance(r, Skipped))


def test_a_line_beyond_the_limit_is_skipped_and_the_next_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "' + "x" * 5_000 + '"}\n{"id": "b", "text": "Short words."}\n')
    first, second = read(path, options=ReadOptions(max_bytes=1_000, detect_language=False))
    assert isinstance(first, Skipped)
    assert (first.location, "limit" in first.error) == (f"{path}#1", True)
    assert isinstance(second, Report)


def test_half_a_surrogate_pair_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "one \\ud83d two"}')
    assert reports(path)[0].text == "one \ufffd two"


def test_a_given_headline_is_found_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        json.dumps(
            {"id": "a", "title": "Fish talks fail - again!", "text": "Fish talks fail, again. \n\nThe ministers left the hotel on Sunday."}
        )
    )
    (got,) = reports(path)
    assert got.headline == "Fish talks fail - again!"
    assert got.headline_span is not None
    assert got.headline_span.of(got.text) == "Fish talks fail, again."


def test_a_date_before_the_first_sentence_is_marked_and_gives_the_day(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Sunday 5 May 2019 " + STORY.partition(" - ")[2])
    (got,) = reports(path)
    assert got.published.earliest == "2019-05-05"
    assert (got.noise[0].span.of(got.text), got.noise[0].kind) == ("Sunday 5 May 2019", NoiseKind.BYLINE)


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", "a/two.txt", ".hidden/x.txt", "a/.y.txt", "a/readme.md", "three.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"id": "row", "text": "Row words."}' if name.endswith("jsonl") else "Some words.")
    assert [r.id for r in reports(tmp_path)] == ["row", "one.txt", "a/two.txt", "b/two.txt"]


def test_repeated_ids_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps({"id": i, "text": "Words."}) for i in ("a", "a", "a~2", "a")))
    ids = [r.id for r in reports(path)]
    assert ids[:2] == ["a", "a~2"]
    assert len(set(ids)) == 4


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "white space"),
        ("marks.txt", b"*** --- ***", "no words"),
        ("paper.txt", b"%PDF-1.4", "a PDF"),
        ("zip.html", b"PK\x03\x04", "zip"),
        ("nul.txt", b"a\x00b", "NUL"),
        ("page.html", b"<html></html>", "no article text"),
        ("bad.json", b"{", "broken JSON"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text("Good words.")
    first, second = read(bad, good)
    assert isinstance(first, Skipped)
    assert (first.location, "\n" in first.error) == (str(bad), False)
    assert words in first.error
    assert isinstance(second, Report)


def test_limits(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 1_000)
    for options in (ReadOptions(max_bytes=1_000), ReadOptions(max_chars=1_000)):
        (result,) = read(path, options=options)
        assert isinstance(result, Skipped)
        assert "limit" in result.error


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("/no/such/file.txt", "no such file"),
        ("ftp://a.example/x", "ftp addresses are not read"),
        ("https://a.example/x", "no network"),
        ("a\x00b", "cannot be opened"),
        ("http://[", "no network"),
    ],
)
def test_locations_that_lead_nowhere(location: str, words: str) -> None:
    (result,) = read(location)
    assert isinstance(result, Skipped)
    assert words in result.error
    assert result.location == location


def test_a_folder_without_reports(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("words")
    (result,) = read(tmp_path)
    assert isinstance(result, Skipped)
    assert ".txt" in result.error


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("words")
    monkeypatch.setattr(Path, "open", refuse)
    (result,) = read(path)
    assert isinstance(result, Skipped)
    assert "permission denied" in result.error


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b"Plain words on a pipe.", ["stdin"]),
        (b'{"id": "a", "text": "Words."}\n{"id": "b", "text": "Words."}\n', ["a", "b"]),
        (b'{\n  "id": "a",\n  "text": "Words."\n}\n', ["a"]),
        (b'[{"id": "a", "text": "Words."}]', ["a"]),
        (b"<!doctype html><p>" + STORY.encode(), ["stdin"]),
    ],
)
def test_standard_input(data: bytes, ids: list[str]) -> None:
    stream = io.BytesIO(data)
    got = reports("-", options=ReadOptions(stdin=lambda: stream, detect_language=False))
    assert [r.id for r in got] == ids
    assert {r.provenance.kind for r in got} == {"stdin"}
    assert not stream.closed


def test_nothing_on_standard_input() -> None:
    (result,) = read("-", options=ReadOptions(stdin=io.BytesIO))
    assert isinstance(result, Skipped)


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b'{"id": 1}', "jsonl"),
        (b'{\n "id": 1}', "json"),
        (b"[{", "json"),
        (b"<!DOCTYPE html>", "html"),
        (b"\xef\xbb\xbf <html", "html"),
        (b"<3 words", "text"),
        (b"", "text"),
    ],
)
def test_sniffing(head: bytes, form: str) -> None:
    assert sniff(head) == form


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The ministers of six coastal states left the hotel on Sunday night without the agreement that they had come to sign in May.",
            "en",
        ),
        (
            "Los ministros de los seis estados salieron del hotel el domingo por la noche sin el acuerdo que querían firmar en mayo.",
            "es",
        ),
        (
            "THE MINISTERS OF SIX COASTAL STATES LEFT THE HOTEL ON SUNDAY NIGHT WITHOUT THE AGREEMENT THAT THEY HAD COME TO SIGN IN MAY.",
            "en",
        ),
        ("Too few words to tell.", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_language_that_is_given_wins(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "Words.", "language": "fr"}\n{"id": "b", "text": "Words."}')
    assert [r.language for r in reports(path, options=ReadOptions(assume_language="de"))] == ["fr", "de"]


@given(st.binary(max_size=400), st.sampled_from([".txt", ".html", ".jsonl", ".json", ""]))
def test_any_bytes_give_reports_or_reasons(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(data)
        results = read(path)
    assert results or suffix == ".jsonl" or data[:1] in (b"{", b"[")
    for result in results:
        if isinstance(result, Report):
            spans = [n.span for n in result.noise]
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all(s.end <= len(result.text) for s in spans)
        else:
            assert isinstance(result, Skipped)
            assert result.error
            assert "\n" not in result.error


def test_what_will_come_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.jsonl").write_text('{"id": "1", "text": "x"}\n{"id": "2", "text": "y"}\n')
    assert count_inputs([str(tmp_path), str(tmp_path / "a.txt")]) == 4
    assert count_inputs([str(tmp_path / "absent.txt")]) == 1
    assert count_inputs([str(tmp_path), "-"]) is None
