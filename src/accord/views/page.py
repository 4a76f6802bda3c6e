"""Brief -> one self-contained HTML page that needs no network and gives article text no power.

All text passes through Jinja2's escaping; the policy in the page lets only its own style and script run, by their hashes
(Content Security Policy Level 3, hash sources), so that even text that slipped through could do nothing.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from accord.model.story import Brief
from accord.model.vocabulary import Relation
from accord.views.brief import view_brief
from accord.views.marks import MARK_CLASSES, mark_reports
from accord.views.shapes import RELATION_SIGNS, BriefView, FindingView, StoryView

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def render_page(brief: Brief) -> str:
    """The page as text, to be written in UTF-8; it holds no path of the machine that it was made on."""
    return render_view(view_brief(brief))


def render_view(view: BriefView) -> str:
    """The same from the view."""
    style, script = _file("page.css"), _file("page.js")
    return _template().render(
        view=view,
        title=_title(view),
        lines={s.anchor: mark_reports(s) for s in view.stories},
        tallies={s.anchor: _tally(s) for s in view.stories},
        mark_class=_mark_class,
        language=_language,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=_policy(style, script),
    )


def _title(view: BriefView) -> str:
    if len(view.stories) == 1:
        return view.stories[0].title
    return f"{len(view.stories)} stories" if view.stories else "Nothing could be read"


def _tally(story: StoryView) -> list[tuple[str, str, str, int, str]]:
    """For each kind of finding: class, sign, words, how many, and the first to go to."""
    out = []
    for relation, (sign, word) in RELATION_SIGNS.items():
        found = [f for f in story.findings if f.relation is relation]
        if found:
            out.append((MARK_CLASSES[relation], sign, _counted(word, len(found), relation), len(found), found[0].anchor))
    return out


def _counted(word: str, n: int, relation: Relation) -> str:
    if n == 1 or relation in (Relation.EQUIVALENCE, Relation.SUBSUMPTION, Relation.INCOHERENT):
        return word
    return word + "s"


def _mark_class(finding: FindingView) -> str:
    return MARK_CLASSES[finding.relation]


def _language(tag: str | None) -> str | None:
    """A language tag that may stand in an attribute, or None."""
    return tag if tag and _LANGUAGE_TAG.fullmatch(tag) else None


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _file(name: str) -> str:
    return resources.files("accord.views").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    names = ("page.html.j2", "story.html.j2", "report.html.j2")
    loader = DictLoader({name: _file(name) for name in names})
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return env.get_template("page.html.j2")
