"""How often a round-up is put in the stories of all its items, and an ordinary report in a story too many.

    python bench/round_ups.py PATHS... [--kept FOLDER] [--stories story_id]

PATHS are JSONL files of reports with `doc_id`, `text`, `title`, `date` (or `date_guess`) and the story of each; reports without one are
distractors. Leads of reports of different stories, published within three days and with few words in common, are joined the way round-ups
are; the reports that they were taken from are left out, the others of their stories stay. Each kind of joint makes a pool of its own.

Printed: how many ordinary reports of the pool are in more than one story, and B-cubed of the stories that reports have as a whole; then, by
joint and for either half of the stories (by the SHA-256 of their names: 0 is what weights were fitted on, 1 is held back), the shares of
round-ups that are cut, that are grouped with all of their stories, with some, with none, and that are also in a group without any; last
("few"), that leave their stories apart and join each where they are given alone with the reports of those, at most 24. "One lead alone" is
what leads come to as reports of their own: two of them cannot do better than its square.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from accord.archive import Archive, Options
from accord.model.reading import Reading
from accord.reconcile.likeness import features
from accord.reconcile.profiles import Frequencies, Profile, profile, publication
from accord.reconcile.segments import itemized
from accord.reconcile.stories import FEW, by_day, follow, group_stories

sys.path.insert(0, str(Path(__file__).parents[1] / "train"))
from stories import b_cubed

LEAD_WORDS = (60, 100, 160)  # a lead ends with the paragraph that reaches one of these
NEAR = 3  # days between the reports of a round-up
ALIKE = 0.06  # likeness of words over which two reports are of one subject
AGENCIES = ("AP", "Reuters", "AFP", "Xinhua")
OPENINGS = ("Meanwhile, in {place}, ", "In other news, ", "Elsewhere, ", "Separately, ", "In another development, ", "Meanwhile, ")
JOINTS = ("one lead alone", "blank line", "dateline", "sub-heading", "opening", "opening in line", "three, blank lines")
Outcome = tuple[bool, bool, bool, bool, bool]


@dataclass(frozen=True, slots=True)
class RoundUp:
    """A made report and the reports of which it has the leads."""

    row: dict[str, str | None]
    sources: tuple[str, ...]


# --- reports ----------------------------------------------------------------------------------------------------------------------------


def read(rows: Sequence[Mapping[str, str | None]], kept: Path | None) -> list[Reading]:
    """Readings by rules alone, kept in a file if one is named; what could not be read is left out."""
    if kept is not None and kept.exists():
        found: list[Reading] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
        return found
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder, "reports.jsonl")
        inputs.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
        found = [r for r in Archive(Options(tagger=None, classifier=None)).read([str(inputs)]) if isinstance(r, Reading)]
    if kept is not None:
        kept.write_bytes(pickle.dumps(found))
    return found


def half(name: str) -> int:
    """0 or 1, the same for ever."""
    return hashlib.sha256(name.encode()).digest()[-1] % 2


# --- round-ups --------------------------------------------------------------------------------------------------------------------------


def lead(reading: Reading, words: int) -> list[str]:
    """Its first paragraphs, without dateline, until they have so many words; of a text without paragraphs its first sentences."""
    line, text = reading.report.dateline, reading.report.text
    rows = [s for s in reading.sentences if not (line and s.span.start < line.span.end)]
    whole = len({s.block for s in rows}) < 3
    out: dict[int, list[str]] = defaultdict(list)
    count = 0
    for k, s in enumerate(rows):
        if count >= words and (whole or s.block != rows[k - 1].block):
            break
        out[s.block].append(s.span.of(text))
        count += len(s.tokens)
    return [" ".join(part) for part in out.values()]


def joined(readings: Sequence[Reading], kind: str, chance: random.Random) -> str:
    """The leads as one text."""
    text = ""
    for k, reading in enumerate(readings):
        paragraphs = lead(reading, chance.choice(LEAD_WORDS))
        if k and paragraphs:
            text += " " if kind == "opening in line" else "\n\n"
            paragraphs[0] = _before(reading, kind, chance) + paragraphs[0]
        text += "\n\n".join(paragraphs)
    return text


def _before(reading: Reading, kind: str, chance: random.Random) -> str:
    towns = [p.name for p in reading.places if p.kind != "state"] or [p.name for p in reading.places] or ["London"]
    if kind == "dateline":
        return f"{towns[0].upper()} ({chance.choice(AGENCIES)}) -- "
    if kind == "sub-heading":
        words = [t.text for t in reading.sentences[min(1, len(reading.sentences) - 1)].tokens[:7] if t.text[0].isalnum()]
        return (reading.report.headline or " ".join(words)) + "\n\n"
    return chance.choice(OPENINGS).format(place=towns[0]) if "opening" in kind else ""


def pairs(readings: Sequence[Reading], gold: Mapping[str, str], chance: random.Random, size: int) -> list[tuple[Reading, ...]]:
    """Reports of stories far apart in subject and near in time; each story gives one at most, and keeps another."""
    profiles = [profile(r) for r in readings]
    frequencies = Frequencies()
    frequencies.add(profiles)
    members: dict[str, list[int]] = defaultdict(list)
    for k, r in enumerate(readings):
        if r.report.id in gold:
            members[gold[r.report.id]].append(k)
    chosen = [chance.choice(ks) for _, ks in sorted(members.items()) if len(ks) > 1]
    chance.shuffle(chosen)
    out: list[tuple[Reading, ...]] = []
    while chosen:
        group = [chosen.pop()]
        for other in list(chosen):
            if len(group) < size and all(_goes_with(profiles, frequencies, other, k) for k in group):
                group.append(other)
                chosen.remove(other)
        if len(group) == size:
            out.append(tuple(readings[k] for k in group))
    return out


def _goes_with(profiles: Sequence[Profile], frequencies: Frequencies, a: int, b: int) -> bool:
    p, q = profiles[a], profiles[b]
    if p.first is None or q.first is None or abs((p.first - q.first).days) > NEAR:
        return False
    return features(frequencies.weigh(p), frequencies.weigh(q))[0] < ALIKE


def round_ups(readings: Sequence[Reading], gold: Mapping[str, str], kind: str, seed: int) -> list[RoundUp]:
    """Those of one kind of joint, half by half of the stories."""
    out: list[RoundUp] = []
    for side in (0, 1):
        chance = random.Random(f"{seed} {side}")  # noqa: S311 - no secret
        mine = {r: s for r, s in gold.items() if half(s) == side}
        for group in pairs(readings, mine, chance, {"one": 1, "thr": 3}.get(kind[:3], 2)):
            day = max(d for r in group if (d := publication(r.published)[0]))
            row: dict[str, str | None] = {
                "id": f"round-up {kind} {side} {len(out)}",
                "text": joined(group, kind, chance),
                "date_published": day.isoformat(),
            }
            out.append(RoundUp(row | {"headline": group[0].report.headline}, tuple(r.report.id for r in group)))
    return out


# --- figures ----------------------------------------------------------------------------------------------------------------------------


def grouped(profiles: Mapping[str, Profile]) -> list[tuple[str, ...]]:
    """Stories of the stream, by the names of their reports."""
    names = list(profiles)
    days = by_day([profiles[n].first for n in names])
    return list(follow([(names[k], profiles[names[k]]) for k in day] for day in days))


def outcome(made: str, stories: Sequence[str], groups: Sequence[Sequence[str]], gold: Mapping[str, str], cut: bool) -> Outcome:
    """Whether a round-up was cut, is grouped with all, with some, with none of its stories, and is in a group without any of them."""
    mine = [{gold.get(r) for r in g if r != made} for g in groups if made in g and len(g) > 1]
    met = sum(any(story in g for g in mine) for story in stories)
    return cut, met == len(stories), 0 < met < len(stories), met == 0, any(not g & set(stories) for g in mine)


def apart(made: Reading, sides: Sequence[Sequence[Reading]], whole: bool) -> bool:
    """Whether a round-up that is given alone with a few reports of its stories leaves those apart and joins each."""
    few = [made, *(r for side in sides for r in side[: (FEW - 1) // len(sides)])]
    places = [{few.index(r) for r in side if r in few} for side in sides]
    groups = [set(g) for g in group_stories(few, itemize=not whole)]
    mixed = any(sum(bool(g & p) for p in places) > 1 for g in groups)
    return not mixed and all(any(0 in g and g & p for g in groups) for p in places)


def ordinary(profiles: Mapping[str, Profile], gold: Mapping[str, str], tell: bool) -> None:
    """Prints how many reports of the pool itself are in several stories."""
    groups = grouped(profiles)
    often = Counter(r for g in groups for r in g)
    several = sorted(r for r, n in often.items() if n > 1)
    n, cut = len(profiles), sum(bool(p.items) for p in profiles.values())
    print(f"ordinary reports: {n}, cut into items {cut / n:.3f}, in more than one story {len(several) / n:.4f}")
    for side in (0, 1):
        mine = [r for r in profiles if half(gold.get(r, r)) == side]
        print(f"  half {side}: {sum(often[r] > 1 for r in mine) / len(mine):.4f} of {len(mine)}")
    whole = grouped({name: replace(p, items=()) for name, p in profiles.items()})
    print(f"B-cubed of the stories of whole reports {b_cubed(whole, gold)[2]:.4f}")
    if tell:
        for r in several:
            print(f"  {r} ({gold.get(r)}): {[[x for x in g if x != r][:3] for g in groups if r in g]}")


def main() -> int:
    """Prints a line for each kind of joint and half."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("paths", nargs="+", type=Path, help="JSONL of reports")
    ap.add_argument("--stories", default="story_id", help="field that names the story of a report")
    ap.add_argument("--kept", type=Path, help="folder in which readings are kept for the next time")
    ap.add_argument("--rounds", type=int, default=2, help="pools of each joint (2)")
    ap.add_argument("--tell", action="store_true", help="names the ordinary reports that are in several stories")
    ap.add_argument("--whole", action="store_true", help="groups whole reports only, as if there were no round-ups")
    a = ap.parse_args()
    rows = [json.loads(line) for p in a.paths for line in p.read_text(encoding="utf-8").split("\n") if line]
    gold = {r["doc_id"]: r[a.stories] for r in rows if r.get(a.stories)}
    fields = [
        {"id": r["doc_id"], "text": r["text"], "headline": r.get("title"), "date_published": r.get("date") or r.get("date_guess")}
        for r in rows
    ]
    readings = read(fields, a.kept and a.kept / "reports.pkl")
    told_apart = profile if a.whole else itemized
    start = time.process_time()
    profiles = {str(r.report.id): told_apart(r) for r in readings}
    print(f"profiles {1000 * (time.process_time() - start) / len(profiles):.2f} ms a report")
    start = time.process_time()
    grouped(profiles)
    print(f"grouping {1000 * (time.process_time() - start) / len(profiles):.2f} ms a report")
    ordinary(profiles, gold, a.tell)
    table(readings, profiles, gold, a)
    return 0


def table(readings: Sequence[Reading], profiles: Mapping[str, Profile], gold: Mapping[str, str], a: argparse.Namespace) -> None:
    """Makes, reads and groups the round-ups, and prints a line for each joint and half, then one for each kind of reports."""
    rows: dict[tuple[str, int], list[tuple[bool, ...]]] = defaultdict(list)
    kinds = {str(r.report.id): re.split(r"[-\d]", r.report.id)[0] for r in readings}
    for joint in JOINTS:
        for seed in range(a.rounds):
            made = round_ups(readings, gold, joint, seed)
            new = {str(r.report.id): r for r in read([m.row for m in made], a.kept and a.kept / f"{joint} {seed}.pkl")}
            used = {s for m in made for s in m.sources}
            pool = {n: p for n, p in profiles.items() if n not in used}
            told = {n: profile(r) if a.whole else itemized(r) for n, r in new.items()}
            groups = grouped(pool | told)
            left = {r: s for r, s in gold.items() if r in pool}
            for m in made:
                name = str(m.row["id"])
                stories = [gold[s] for s in m.sources]
                sides = [[r for r in readings if left.get(r.report.id) == s] for s in stories]
                found = (*outcome(name, stories, groups, left, bool(told[name].items)), apart(new[name], sides, a.whole))
                rows[joint, half(stories[0])].append(found)
                rows["of " + kinds[m.sources[0]], half(stories[0])].append(found)
    print(f"{'joint':20} half  made   cut   all   one  none other   few")
    for (joint, side), results in rows.items():
        shares = [sum(x[k] for x in results) / len(results) for k in range(6)]
        print(f"{joint:20} {side:4} {len(results):5}" + "".join(f"{x:6.2f}" for x in shares))


if __name__ == "__main__":
    sys.exit(main())
