"""Text -> BCP 47 tag of its language, if there are words enough to tell."""

from __future__ import annotations

# Below this many words the detector guesses.
_MIN_WORDS = 20
_SAMPLE_CHARS = 4_000


def detect_language(text: str) -> str | None:
    """Language of `text` by py3langid (Lui and Baldwin 2012); None for texts under 20 words."""
    words = text[: 4 * _SAMPLE_CHARS].split()
    if len(words) < _MIN_WORDS:
        return None
    import py3langid

    # Capitals look like no language to the detector: its features are byte n-grams of running text.
    code, _ = py3langid.classify(" ".join(words)[:_SAMPLE_CHARS].lower())
    return str(code)
