"""Seed and number -> sentences with a marked pair of actors, to train the event classifier of `accord classify` on.

    python train/events/generate.py 20000 --seed 0 > rows.jsonl

The words stand in the tables beside this file: `templates.tsv` (a sentence for each root and form, A acts and B is acted upon),
`acts.tsv` (what one may threaten, promise or refuse to do), `unrelated.tsv` (pairs that stand in one sentence and have nothing to do
with each other), `actors.tsv`, `derived.tsv` and `fillers.tsv`. README.md has the notation and what the roots mean.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
ROOTS = tuple("ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION SUPPORT THREATEN YIELD".split())
#: Capital letters in the columns `a` and `b` stand for several kinds of actor; a kind named twice is drawn twice as often.
GROUPS = {"P": "sskhp", "O": "sskhpo", "L": "skhponl", "X": "smg", "T": "smgqv", "C": "shj"}
#: Kinds that mostly deal with a power of their own country: French farmers march against the French government.
DOMESTIC = frozenset("uvlj")
PERSONS = frozenset("puvw")
PRONOUNS = {"n": ("it", "its"), "pl": ("they", "their"), "m": ("he", "his"), "f": ("she", "her")}
QUOTES = (('"', '"'), ("\u201c", "\u201d"), ("``", "''"))
LEADS = (
    "On Wednesday, ", "Meanwhile, ", "Earlier, ", "Days after {C} left the talks, ", "As prices rose in {C}, ", "After weeks of tension, ",
    "A day before the vote, ", "According to {speaker}, ", "In a surprise move, ", "{CITY} (Reuters) - ", "{CITY} -- ", "But ",
)  # fmt: skip
TAILS = (
    ", {speaker} said", ", {speaker} reported {when2}", " amid fears for {good}", " despite {topic}", ", as {C} called for calm",
    ", in spite of a heavy snowfall", ", a day after {C} had called for patience", ", while markets in {C} were closed",
    ", the latest turn in a quarrel over {topic}",
)  # fmt: skip
ASIDES = (", along with {C},", ", like {C},", ", long at odds with {C},", ", which {C} had feared for years,", ", a neighbour of {C},")
JOINTS = (
    "{1}, while {2}", "{1}, and {2}", "{1}; {2}", "{1}, hours after {2}", "As {2}, {1}", "{1}, a week before {2}",
    "{1}. Elsewhere, {2}",
)  # fmt: skip
PLAIN, JOINED, APART = 0.52, 0.16, 0.16
"""Shares of the rows: one clause; two clauses and the pair of one; two clauses and a pair across. The rest is `unrelated.tsv`."""
LEAD_SHARE, TAIL_SHARE, ASIDE_SHARE, CORE_SHARE, CAPITALS_SHARE, HOME_SHARE = 0.25, 0.3, 0.1, 0.15, 0.03, 0.5
#: A template with an act stands for as many sentences as there are acts.
ACT_WEIGHT = 4
#: Forms that begin with something other than their subject, which a lead or a conjunction before them would make odd English.
FREE_STANDING = frozenset({"participle", "fronted", "quote"})

Row = dict[str, Any]
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([^{}]+)\}")
_ACT = re.compile(r"\{act:([A-Z,]+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence in which A acts on B; `root` is "" where the two are unrelated."""

    root: str
    form: str
    mode: str
    a: str
    b: str
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A way to name an actor.

    Attributes:
        core: Part of `text` that names whom it belongs to ("Turkish" of "the Turkish army"), half-open; the whole where there is none.
        owner: Whom it belongs to; the two of a pair differ in it unless they meet at home.
        gender: n, pl, m or f.
    """

    kind: str
    text: str
    core: tuple[int, int]
    owner: str
    gender: str


@dataclass(slots=True)
class Draft:
    """A sentence while it is written: text so far, and where each actor stands in it."""

    text: str = ""
    spans: dict[str, list[list[int]]] = field(default_factory=dict)

    def write(self, words: str) -> None:
        """Adds words; never two spaces on end, none before a comma or stop."""
        words = re.sub(r" +", " ", words)
        if not self.text or self.text.endswith(" "):
            words = words.lstrip(" ")
        if words[:1] in {",", ".", ";", ":"}:
            self.text = self.text.rstrip(" ")
            if words[0] == "," and self.text.endswith(","):
                words = words[1:]
        self.text += words

    def name(self, key: str, actor: Actor, *, core: bool) -> None:
        """Adds a mention of an actor and keeps its place."""
        start = len(self.text)
        self.text += actor.text
        first, last = actor.core if core else (0, len(actor.text))
        self.spans.setdefault(key, []).append([start + first, start + last])


def generate(seed: int, n: int) -> list[Row]:
    """Makes training rows, the roots taking turns, none twice.

    Returns:
        `n` rows `{"text", "source_spans", "target_spans", "root", "direction", "related", "form"}` with half-open code-point spans.
        `direction` is forward where the marked source acts, reversed where the marked target does, symmetric where both do; of the
        related rows that have one, half are reversed. `root` and `direction` are None where `related` is false.
    """
    rng = random.Random(seed)
    rows: list[Row] = []
    seen: set[tuple[str, str]] = set()
    while len(rows) < n:
        row = _row(rng, ROOTS[len(rows) % len(ROOTS)])
        key = (row["text"], f"{row['source_spans']}{row['target_spans']}")
        if key not in seen:
            seen.add(key)
            rows.append(row)
    return rows


def _row(rng: random.Random, root: str) -> Row:
    share = rng.random()
    found = templates()[root]
    template = rng.choices(found, [ACT_WEIGHT if "{act:" in t.text else 1 for t in found])[0]
    if share < PLAIN:
        return _finish(rng, _framed(rng, template), template, ("A", "B"))
    if share < PLAIN + JOINED + APART:
        other = rng.choice([t for t in templates()[rng.choice(ROOTS)] if t.form not in FREE_STANDING])
        draft = _joined(rng, template, other)
        if share < PLAIN + JOINED:
            return _finish(rng, draft, template, ("A", "B"))
        return _finish(rng, draft, None, (rng.choice("AB"), rng.choice("AB") + "2"))
    template = rng.choice(templates()[""])
    return _finish(rng, _framed(rng, template), template, ("A", "B"))


def _finish(rng: random.Random, draft: Draft, template: Template | None, pair: tuple[str, str]) -> Row:
    """The row of a pair of a draft, one time in two with the marks swapped."""
    text = draft.text.rstrip() + ("" if draft.text.rstrip()[-1] in "\"\u201d'." else ".")
    at = next((i for i, c in enumerate(text) if c.isalpha()), 0)
    text = text[:at] + text[at].upper() + text[at + 1 :]
    capitals = text.upper()
    if rng.random() < CAPITALS_SHARE and len(capitals) == len(text):
        text = capitals
    swapped = rng.random() < 0.5
    source, target = pair[::-1] if swapped else pair
    related = template is not None and bool(template.root)
    direction = None
    if template is not None and related:
        direction = "symmetric" if template.form == "reciprocal" else "reversed" if swapped else "forward"
    return {
        "text": text, "source_spans": draft.spans[source], "target_spans": draft.spans[target],
        "root": template.root if template is not None and related else None, "direction": direction, "related": related,
        "form": template.form if template is not None else "apart",
    }  # fmt: skip


def _framed(rng: random.Random, template: Template) -> Draft:
    """One clause, at times with something before and after it."""
    cast = _cast(rng, template, set())
    draft = Draft()
    lead = rng.choice(LEADS) if rng.random() < LEAD_SHARE and template.form not in FREE_STANDING else ""
    _write(rng, draft, lead, cast, "")
    _clause(rng, draft, template, cast, "")
    if rng.random() < TAIL_SHARE and draft.text[-1].isalnum():
        _write(rng, draft, rng.choice(TAILS), cast, "")
    return draft


def _joined(rng: random.Random, first: Template, second: Template) -> Draft:
    """Two clauses with casts of their own."""
    cast = _cast(rng, first, set())
    others = _cast(rng, second, {a.owner for a in cast.values()})
    draft = Draft()
    for part in re.split(r"(\{[12]\})", rng.choice(JOINTS)):
        if part == "{1}":
            _clause(rng, draft, first, cast, "")
        elif part == "{2}":
            _clause(rng, draft, second, others, "2")
        else:
            draft.write(part)
    return draft


def _clause(rng: random.Random, draft: Draft, template: Template, cast: dict[str, Actor], suffix: str) -> None:
    text = template.text
    if draft.text and not draft.text.endswith(("- ", ". ")) and not text.startswith(('"', "{", "[{")):
        text = re.sub(r"\w", lambda m: m[0].lower(), text, count=1) if not text.startswith("[") else "[" + _lower_options(text[1:])
    if re.match(r"\{[AB]\} ", text) and rng.random() < ASIDE_SHARE:
        text = text[:3] + rng.choice(ASIDES) + text[3:]
    left, right = QUOTES[rng.choices((0, 1, 2), (5, 4, 1))[0]]
    text = re.sub(r'"([^"]*)"', lambda m: left + m[1] + right, text)
    _write(rng, draft, text, cast, suffix)


def _lower_options(text: str) -> str:
    options, bracket, rest = text.partition("]")
    return "|".join(o[:1].lower() + o[1:] for o in options.split("|")) + bracket + rest


def _write(rng: random.Random, draft: Draft, text: str, cast: dict[str, Actor], suffix: str) -> None:
    """Expands choices, acts and slots of a template onto a draft."""
    text = _ACT.sub(lambda m: rng.choice([a for r in m[1].split(",") for a in acts()[r]]), text)
    text = _CHOICE.sub(lambda m: rng.choice(m[1].split("|")), text)
    if re.search(r"\b(?:has|have|is|are)\b|[/]have\}", text):
        text = text.replace("{when}", "")  # no "has accused on Monday"
    for i, part in enumerate(_SLOT.split(text)):
        if i % 2 == 0:
            draft.write(part)
            continue
        who = cast.get(part[0])
        if who is not None and part in {"A", "B", "C", "A's", "B's", "C's"}:
            draft.name(part[0] + suffix, who, core=rng.random() < CORE_SHARE)
            draft.write(_genitive(who.text) if part.endswith("'s") else "")
        elif who is not None and part[1:2] == ":":
            singular, plural = part[2:].split("/")
            draft.write(plural if who.gender == "pl" else singular)
        elif who is not None and part[1:] in {".who", ".whom"}:
            draft.write(part[2:] if who.kind in PERSONS else "which")
        elif part in {"it", "its"}:
            draft.write(PRONOUNS[cast["A"].gender][part == "its"])
        elif part == "CITY":
            draft.write(rng.choice(fillers()["city"]).upper())
        else:
            _write(rng, draft, rng.choice(fillers()[part]), cast, suffix)  # a filler may name a bystander, and no more


def _genitive(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def _cast(rng: random.Random, template: Template, used: set[str]) -> dict[str, Actor]:
    """Who plays A and B, and a bystander C."""
    a = _draw(rng, template.a, used, None)
    b = _draw(rng, template.b, used | {a.owner}, a)
    return {"A": a, "B": b, "C": _draw(rng, "s", used | {a.owner, b.owner}, None)}


def _draw(rng: random.Random, kinds: str, used: set[str], partner: Actor | None) -> Actor:
    kind = rng.choice("".join(GROUPS.get(k, k) for k in kinds))
    if partner is not None and (kind in DOMESTIC) != (partner.kind in DOMESTIC) and rng.random() < HOME_SHARE:
        at_home = [a for a in actors()[kind] if a.owner == partner.owner and a.text != partner.text]
        if at_home:
            return rng.choice(at_home)
    return rng.choice([a for a in actors()[kind] if a.owner not in used])


@cache
def templates() -> dict[str, list[Template]]:
    """Templates by root; those of pairs that are unrelated under ""."""
    out: dict[str, list[Template]] = {"": [Template("", r["form"], "plain", r["a"], r["b"], r["text"]) for r in _table("unrelated")]}
    for r in _table("templates"):
        out.setdefault(r["root"], []).append(Template(r["root"], r["form"], r["mode"], r["a"], r["b"], r["text"]))
    return out


@cache
def acts() -> dict[str, list[str]]:
    """Bare verb phrases by root."""
    return _grouped("acts", "root")


@cache
def fillers() -> dict[str, list[str]]:
    """Words that fill a slot, by slot."""
    return _grouped("fillers", "slot")


@cache
def actors() -> dict[str, list[Actor]]:
    """Actors by kind, those derived from states (their armies, courts, farmers) with them."""
    out: dict[str, list[Actor]] = {}
    for r in _table("actors"):
        out.setdefault(r["kind"], []).append(_actor(r["kind"], r["text"], r["owner"], r["gender"]))
        if r["kind"] == "s":
            filled = {"name": r["text"], "adjective": r["adjective"], "capital": r["capital"]}
            for d in _table("derived"):
                text = d["text"].replace("{'s}", _genitive(r["text"])).format(**filled)
                out.setdefault(d["kind"], []).append(_actor(d["kind"], text, r["text"], d["gender"]))
    return out


def _actor(kind: str, marked: str, owner: str, gender: str) -> Actor:
    """Reads `the *Turkish* army`."""
    before, star, rest = marked.partition("*")
    core, _, after = rest.partition("*")
    text = before + core + after
    return Actor(kind, text, (len(before), len(before) + len(core)) if star else (0, len(text)), owner, gender)


@cache
def _table(name: str) -> Sequence[dict[str, str]]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return [{k: v or "" for k, v in r.items()} for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _grouped(name: str, column: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for r in _table(name):
        out.setdefault(r[column], []).append(r["text"])
    return out


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", type=int)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    sys.stdout.writelines(_lines(generate(given.seed, given.n)))
