"""Bytes -> text: finds the character encoding, refuses what is no text."""

from __future__ import annotations

import codecs
import re

from accord.model.errors import ReadError

# First bytes of files that people give by mistake; what to say is what would do.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
# English in Windows-1252 has a few quotes and accents in a thousand letters; in other alphabets most letters lie above 127.
_WESTERN_SHARE = 0.12
# So few bytes tell charset-normalizer nothing: plain letters beside the others make them Western.
_FEW = 200
_BROKEN_UTF8_SHARE = 0.02
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.01


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of `data` without its byte order mark.

    Tried in order: byte order mark, UTF-8, `declared` (an HTTP or HTML charset), UTF-16 without a mark, UTF-8 with a few broken bytes,
    Windows-1252, then charset-normalizer's guess.

    Raises:
        ReadError: if the bytes are no text.
    """
    refuse_known_binary(data)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").lstrip("\ufeff")
    if b"\x00" in data[:_SAMPLE]:
        return _without_zero_bytes_or_refuse(data)
    if len(_CONTROLS.findall(data[:_SAMPLE])) > _CONTROL_SHARE * len(data[:_SAMPLE]):
        raise ReadError("binary data, not text; give plain text, HTML or JSONL")
    for charset in ("utf-8", declared):
        if charset and (text := _strictly(data, charset)) is not None:
            return text
    return _guess(data)


def refuse_known_binary(data: bytes) -> None:
    """Looks at the first bytes only.

    Raises:
        ReadError: if they are those of a PDF, an archive, a picture and the like.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"{name}, not text; save it as plain text or HTML first")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _without_zero_bytes_or_refuse(data: bytes) -> str:
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = max(1, len(data[:_SAMPLE]) // 2)
    # Western text in UTF-16 has a zero in every second byte; anything else with zeros is no text.
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(data) % 2 == 0 and zeros > 0.7 * half and others < 0.05 * half:
            return data.decode(encoding, errors="replace")
    raise ReadError("binary data (it holds NUL bytes), not text; give plain text, HTML or JSONL")


def _guess(data: bytes) -> str:
    loose = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(c > "\x7f" for c in loose)
    if loose.count("\ufffd") <= _BROKEN_UTF8_SHARE * beyond_ascii or _only_the_end_is_cut(loose):
        return loose
    sample = data[:_SAMPLE]
    letters = sum(b < 0x80 and chr(b).isalpha() for b in sample)
    western = 0.5 * letters if len(sample) < _FEW else _WESTERN_SHARE * len(sample)
    if sum(b > 0x7F for b in sample) <= western:
        return data.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise ReadError("no known character encoding fits; save it as UTF-8")
    return data.decode(best.encoding, errors="replace")


def _only_the_end_is_cut(loose: str) -> bool:
    return "\ufffd" not in loose[:-1] and len(loose) > 1 and any(c > "\x7f" for c in loose[:-1])
