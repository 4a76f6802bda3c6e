"""`data/noise.toml` -> compiled rules for lines and stretches that are not the report; word lists of navigation."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from accord.model.vocabulary import NoiseKind


@dataclass(frozen=True, slots=True)
class LineRule:
    """A whole line is noise if `pattern` matches at its start and it has at most `max_words` words.

    Attributes:
        not_sentences: The rule leaves sentences with a verb of saying or of the past alone.
    """

    name: str
    kind: NoiseKind
    pattern: re.Pattern[str]
    max_words: int
    not_sentences: bool


@dataclass(frozen=True, slots=True)
class InlineRule:
    """A stretch inside a paragraph is noise: what `pattern` matches, or its group `n`."""

    name: str
    kind: NoiseKind
    pattern: re.Pattern[str]

    @property
    def group(self) -> str | int:
        """The group of `pattern` that is marked."""
        return "n" if "n" in self.pattern.groupindex else 0


@dataclass(frozen=True, slots=True)
class NoiseRules:
    """All rules, in the order of the file."""

    lines: tuple[LineRule, ...]
    inline: tuple[InlineRule, ...]


@cache
def noise_rules() -> NoiseRules:
    """The rules of `data/noise.toml`, read once."""
    table = tomllib.loads(resources.files("accord.read").joinpath("data/noise.toml").read_text(encoding="utf-8"))
    parts = {k: v if isinstance(v, str) else "(?:" + "|".join(v) + ")" for k, v in table["parts"].items()}
    return NoiseRules(
        lines=tuple(_line_rule(row, parts) for row in table["line"]),
        inline=tuple(InlineRule(row["name"], NoiseKind(row["kind"]), _compiled(row["pattern"], row, parts)) for row in table["inline"]),
    )


def _line_rule(row: dict[str, Any], parts: dict[str, str]) -> LineRule:
    pattern = _compiled("|".join(row["patterns"]), row, parts)
    return LineRule(row["name"], NoiseKind(row["kind"]), pattern, row["max_words"], row.get("not_sentences", False))


def _compiled(pattern: str, row: dict[str, Any], parts: dict[str, str]) -> re.Pattern[str]:
    for name, words in parts.items():
        pattern = pattern.replace(f"<{name}>", words)
    return re.compile(pattern, re.MULTILINE if row.get("case") else re.MULTILINE | re.IGNORECASE)


# Items of menus, footers and button rows.
NAV_WORDS = frozenset(
    (
        "home|news|world|politics|business|sport|sports|opinion|culture|tech|technology|science|health|travel|lifestyle|"
        "entertainment|weather|contact|contact us|contact the editors|about|about us|archive|archives|advertise|"
        "advertise with us|subscribe|donate|support us|log in|login|log out|sign in|sign up|register|my account|menu|"
        "search|share|tweet|email|e-mail|mail|print|save|comment|comments|like|follow|follow us|copy link|link|"
        "facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|messenger|flipboard|rss|more|"
        "top|back|next|previous|page|privacy|privacy policy|terms|terms of use|terms of service|cookies|cookie policy|"
        "imprint|careers|jobs|faq|help|sitemap|newsletter|newsletters|podcasts|video|videos|photos|gallery|live|latest|"
        "trending|popular|most read|editions|edition|english|accept|accept all|reject|reject all|print edition|letters|"
        "manage|manage preferences|settings|more options|got it|ok|close|skip|bookmark|listen|gift article|"
        "gift this article|a-z index|region|regional|crossword|africa|asia|europe|americas|middle east|asia pacific|"
        "national|international|local|economy|diaspora|peace|society|analysis|features|sudoku|horoscope|classifieds|"
        "e-paper|epaper|corrections|obituaries|editorial|columns|puzzles|games|shop|events|feedback|staff|our team|"
        "report|share on facebook"
    ).split("|")
)

# A teaser or caption in a paragraph whose lines were run together: it ends with its sentence or where a new one begins.
INLINE_TEASER = re.compile(
    r"(?:(?<=[.!?”\"’)\]])|(?<=^))\s*(?P<n>(?:don['’]t miss|read more|read also|also read|see also|read next|most read"
    r"|related(?: (?:story|stories|article|articles))?|must read|recommended|watch(?: live| now)?|listen|in pictures"
    r"|more on this story|(?P<caption>(?:file |archive )?(?:photo(?:graph)?|image|picture)))\s?[:|]\s|>>\s)",
    re.I | re.M,
)
# No sentence ends in one of these, so a capital after it begins no new one.
OPEN_WORDS = frozenset(
    "a an the of in on at to for from by with and or but as over after before against between into than that who how what is are"
    " was".split()
)
# After a caption's label only the agency is sure to belong to it: "Photo: AP The minister said ..."
CAPTION_AGENCY = re.compile(
    r"(?:\w+ ?/ ?)?(?:AP|AFP|EPA|Reuters|REUTERS|Getty Images|Getty|Xinhua|TASS|Anadolu)\b(?: ?/ ?[\w ]{2,20}\b(?=[.)]))?"
)

# A sentence that reports: rules for buttons and offers leave it alone.
REPORTING_SENTENCE = re.compile(
    r".*\b(?:said|says|told|tells|asked|warned|demanded|urged|shouted|wrote|added|announced|denied|according to|was|were|had|has|have)\b"
    r".*[.!?][\"”’)]*$",
    re.I,
)
