"""Bytes to text."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.errors import ReadError
from accord.read.files import decode

ENGLISH = "The minister said “no” in the café, and the naïve delegates left the room without another word to the press."
RUSSIAN = "Министр иностранных дел заявил, что переговоры закончились без соглашения, и стороны встретятся снова в июне этого года."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(ENGLISH.encode(), ENGLISH, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + ENGLISH.encode(), ENGLISH, id="utf-8 with mark"),
        pytest.param(ENGLISH.encode("utf-16"), ENGLISH, id="utf-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), ENGLISH, id="utf-16 big-endian"),
        pytest.param(ENGLISH.encode("utf-16-le"), ENGLISH, id="utf-16 without mark"),
        pytest.param(ENGLISH.encode("cp1252"), ENGLISH, id="windows-1252"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, id="windows-1251"),
        pytest.param(RUSSIAN.encode("koi8-r"), RUSSIAN, id="koi8-r"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_declared_charset_is_used_where_utf_8_fails() -> None:
    assert decode("Türkiye".encode("iso-8859-9"), "iso-8859-9") == "Türkiye"


def test_an_unknown_declared_charset_is_passed_over() -> None:
    assert decode("café".encode("cp1252"), "no-such-charset") == "café"


def test_a_cut_last_letter_does_not_spoil_the_rest() -> None:
    assert decode(("é" * 30).encode()[:-1]) == "é" * 29 + "\ufffd"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"some\x00thing odd", "NUL"),
        (bytes(range(1, 32)) * 9, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words) as error:
        decode(data)
    assert "\n" not in str(error.value)


@given(st.binary(max_size=500))
def test_any_bytes_give_text_or_a_read_error(data: bytes) -> None:
    with suppress(ReadError):
        assert len(decode(data)) <= len(data) + 1
