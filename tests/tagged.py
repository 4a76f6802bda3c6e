"""Sentences from tagged words, for rules that look at words and tags and little at the tree.

`tagged.sentence("He resigned/VBD* on Tuesday/NNP")`: a word without a tag gets a plain one; `*` marks the root, on which every other word
hangs as `dep`, modals and auxiliaries as `aux`, a word with `>n` as its tail hangs
on word n, and `~` before a word glues it to the one before.
"""

from __future__ import annotations

import re

from accord.model.report import ReportId
from accord.model.sentence import Sentence, Token
from accord.model.spans import Span

_POS = {
    "NN": "NOUN",
    "JJ": "ADJ",
    "VB": "VERB",
    "MD": "AUX",
    "CD": "NUM",
    "IN": "ADP",
    "DT": "DET",
    "RB": "ADV",
    "PR": "PRON",
    "PO": "PART",
    "CC": "CCONJ",
}
_PLAIN = {
    "the": "DT",
    "a": "DT",
    "an": "DT",
    "on": "IN",
    "in": "IN",
    "of": "IN",
    "at": "IN",
    "to": "IN",
    "by": "IN",
    "and": "CC",
    "or": "CC",
    "will": "MD",
}
_AUX = {"will", "would", "could", "may", "has", "have", "had", "was", "were", "is", "are", "been", "be"}
_WORD = re.compile(r"(?P<word>.+?)(?:/(?P<tag>[A-Z$]+))?(?P<root>\*)?(?:>(?P<head>\d+)(?::(?P<dep>\w+))?)?$")


def sentence(words: str, *, index: int = 0, start: int = 0) -> Sentence:
    """A sentence whose words stand one space apart, from offset `start` on."""
    rows = [m for w in words.split() if (m := _WORD.match(w))]
    root = next((i for i, m in enumerate(rows) if m["root"]), 0)
    tokens, at = [], start
    for i, m in enumerate(rows):
        word, tag = m["word"], m["tag"] or _tag(m["word"])
        pos = "PROPN" if tag.startswith("NNP") else _POS.get(tag[:2], "PUNCT" if not word[0].isalnum() else "X")
        dep = m["dep"] or ("ROOT" if i == root else "aux" if word.lower() in _AUX else "dep")
        head = int(m["head"]) if m["head"] else root
        at -= word.startswith("~") and i > 0
        word = word.removeprefix("~") if i else word
        tokens.append(Token(i, at, at + len(word), word, _lemma(word, tag), pos, tag, dep, head))
        at += len(word) + 1
    return Sentence(report_id=ReportId("a"), index=index, block=0, span=Span(tokens[0].start, tokens[-1].end), tokens=tuple(tokens))


def text(*sentences: Sentence) -> str:
    """The text that sentences built one after the other stand in."""
    out = ""
    for t in (t for s in sentences for t in s):
        out = out.ljust(t.start) + t.text
    return out


def _lemma(word: str, tag: str) -> str:
    lemma = word.lower()
    if tag == "NNS":
        lemma = {"lives": "life", "people": "people"}.get(lemma, lemma)
        lemma = lemma[:-3] + "y" if lemma.endswith("ies") else lemma.removesuffix("s")
    return lemma


def _tag(word: str) -> str:
    if word.lower() in _PLAIN:
        return _PLAIN[word.lower()]
    if word.lower() in _AUX:
        return "VBD"
    if word.lower() == "not":
        return "RB"
    if word[:1].isdigit():
        return "CD"
    return "NNS" if word.endswith("s") else "NN" if word.isalpha() else "."
