"""What on a page is marked as noise, and what is left alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.model.report import Noise
from accord.model.spans import Span
from accord.model.vocabulary import NoiseKind
from accord.read.headings import find_headline
from accord.read.noise import find_noise, is_navigation, line_noise, merge
from accord.read.noise_rules import noise_rules

B, C, E, H, Y = NoiseKind.BOILERPLATE, NoiseKind.CAPTION, NoiseKind.EMBED, NoiseKind.HEADING, NoiseKind.BYLINE
PROSE = "Ministers from six coastal states left the harbour hotel on Sunday night without the agreement that they had come to sign."
MORE = "Two delegations said that they would consult their capitals, and a third said that it had never expected a deal at all."

BOILERPLATE_LINES = """
This website uses cookies to improve your experience. Accept
We value your privacy. We and our partners use cookies. Accept all | Reject all
By continuing to browse you agree to our use of cookies
[Accept all cookies]
Cookie settings
Got it!
Please wait 3 seconds
Loading...
Skip ad in 5
Advertisement
- Advertisement -
Sponsored: Ten cars that hold their value
Article continues below
Story continues below this ad
Continue reading the main story
Text size A A A
Tags Norway ferry harbour EU
Last Update: Monday 4 March 2019 CET 11:20 - GMT 10:20
READ: What we know so far
READ NEXT: The generals behind the throne
Also read: Ministers to meet again in May
More: Five charts on the gas price
MORE ON THIS STORY
Related articles
Recommended for you
You might also like: How to boil an egg
Most popular
Trending now
Editor's picks
In pictures: the flood from above
WATCH | Minister walks out of talks
VIDEO: Crowds at the border
Listen to this article (4 min)
5 minute read
Reading time: 3 minutes
Last updated: 3 hours ago
Sign up for our newsletter
Sign up here to get the best of the week in your inbox
Subscribe now for unlimited access
Join our WhatsApp channel
Follow us on Twitter and Facebook
Like us on Facebook
Get the day's top stories in your inbox
Want more news like this? Sign up to our weekly digest
The best of our journalism, straight to your inbox
Never miss a story: get our daily briefing by email
Support independent journalism
Already a subscriber? Log in
Share this article
SHARE TWEET EMAIL
Facebook  Twitter  WhatsApp
14 comments
Leave a comment
Click here for more
Swipe for more photos
Back to top
Page 2 of 3
1 2 3 Next
Home > World > Africa
Crossword - Sudoku - Horoscope
© 2022 Harbour Media Ltd. All rights reserved
Terms of use | Privacy policy | Contact
This material may not be published, broadcast, rewritten or redistributed.
Have a tip? Write to us at tips@harbour.example
Correction: an earlier version of this article gave the wrong year.
Tags: Mali, coup, African Union
[Poll: Should the talks go on?]
___
"""
CAPTION_LINES = """
Photo: Jane Roe/Reuters
Photo by Jane Roe
[Photo: The delegates at lunch. Credit: Harbour Times]
File photo
FILE PHOTO: Soldiers at the border, May 3, 2020. REUTERS/Jane Roe
FILE - Soldiers stand guard at the border on May 3, 2020.
Image caption The minister in Geneva
Soldiers at the border on Monday. [Jane Roe/AFP]
Soldiers at the border on Monday (Jane Roe/Getty Images)
The port in 2019. Photograph: Jane Roe/EPA
Map: where the border runs
"""
BYLINE_LINES = """
By Jane Roe
By JANE ROE
by Jane Roe and John Doe
By Jane Roe, Diplomatic Correspondent
by Our Harbour Correspondent
By our staff reporter
From our correspondent in Nairobi
By Jane Roe | The Harbour Times
By our foreign desk | Published 3 March 2021, 10:15
Posted July 9, 2016 by Jane Roe
Jane Roe in Nairobi
Jane Roe, Foreign Editor
Harbour Times staff and agencies
News Desk
AFP
(Reporting by Jane Roe in Nairobi; Editing by John Doe)
The Associated Press contributed to this report.
With inputs from agencies
Jane Roe is a correspondent based in Nairobi.
"""
EMBED_LINES = """
View this post on Instagram
https://harbour.example/live
"""
PROSE_LINES = """
Watch what they do, not what they say, the minister told reporters in Geneva.
Read in full, the statement says little about the hostages.
Follow the money, said the prosecutor, and you will find the generals.
More than 40 people were killed in the attack on the market.
More: that was all the prisoner would say.
Related to the dispute is a quarrel over fishing rights in the strait.
Photographs published by the ministry showed the damaged bridge.
Images of the wounded were shown on state television.
Video footage showed soldiers firing into the crowd.
Share prices fell by a tenth after the news.
Join forces with us, the general told the rebels.
Support for the government has collapsed in the north.
Sign the treaty or face sanctions, the ambassador warned.
Get out of our country, the crowd shouted at the envoy on Twitter.
Cookies were served at the reception in the embassy.
The company said that it uses cookies to track visitors.
By Monday the rebels had taken the town.
By all accounts the meeting went well.
By late afternoon Kyiv was quiet.
Source: "We were never asked," said one of the delegates.
Latest figures show that 30 people died.
Live fire was used against the crowd, witnesses said.
Tell us where they are, the families demanded.
Contact with the crew was lost at noon.
Find the hostages, he said, and we will talk.
Next week the two leaders will meet in Hanoi.
Topics included trade and fishing.
Wait for 30 seconds and the siren starts again, residents said.
Donate blood, the hospital asked.
Report: 12 killed in raid
The president announced it on Twitter
Mr Roe contributed to this report of the commission, diplomats said, and it shows.
Nine died.
Reporting by the state agency was false, the ministry said.
The picture was taken by a Reuters photographer on Monday (see above).
The two sides met in Geneva (pictured).
The bank said (in a note) that rates would rise.
1917
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip("\n").split("\n") if line]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (line, kind)
        for table, kind in ((BOILERPLATE_LINES, B), (CAPTION_LINES, C), (BYLINE_LINES, Y), (EMBED_LINES, E))
        for line in rows(table)
    ],
)
def test_lines_that_are_noise(line: str, kind: NoiseKind) -> None:
    assert line_noise(line) == kind


@pytest.mark.parametrize("line", rows(PROSE_LINES))
def test_lines_that_are_the_reports_own(line: str) -> None:
    assert line_noise(line) is None


@pytest.mark.parametrize(
    "line", [pytest.param("The Harbour Times on Facebook", marks=pytest.mark.xfail(reason="a name and a network: prose ends so too"))]
)
def test_known_gaps_of_line_rules(line: str) -> None:
    assert line_noise(line) is not None


def marked(text: str, headline: str | None = None) -> list[tuple[str, NoiseKind]]:
    span = Span(text.index(headline), text.index(headline) + len(headline)) if headline else None
    return [(n.span.of(text), n.kind) for n in find_noise(text, span)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{PROSE}\n\nA harbour divided\n\n{MORE}", [("A harbour divided", H)], id="sub-heading"),
        pytest.param(f"{PROSE}\nWho pays?\n{MORE}", [("Who pays?", H)], id="question as sub-heading"),
        pytest.param(f"{PROSE}\n2. Who pays?\n{MORE}", [("2. Who pays?", H)], id="numbered point"),
        pytest.param(f"{PROSE}\n“We will not sign!”\n{MORE}", [], id="speech is no heading"),
        pytest.param(f"{PROSE}\nNo one signed.\n{MORE}", [], id="a sentence is no heading"),
        pytest.param(f"{PROSE}\nThe dead:\n{MORE}", [], id="a lead-in is no heading"),
        pytest.param(f"{PROSE}\n- herring\n- cod\n{MORE}", [], id="a list is no heading"),
        pytest.param(f"{PROSE}\nHerring, 12 tonnes\nCod, 9 tonnes\n{MORE}", [], id="rows are no headings"),
        pytest.param(f"{MORE}\nGetting out", [], id="nothing follows"),
        pytest.param(f"Ten short\nlines like\nthese are\nno prose\n{PROSE}\nA heading\nAnother one\nAnd this\n{MORE}", [], id="verse"),
    ],
)
def test_sub_headings(text: str, expected: list[tuple[str, NoiseKind]]) -> None:
    assert marked(text) == expected


POST = "Fish do not vote! pic.twitter.com/abCD12efGH— Fish Watch (@fishwatch) May 5, 2024"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{PROSE}\n{POST}\n{MORE}", [(POST, E)], id="on its own line"),
        pytest.param(f'{PROSE} {MORE} {PROSE} "This was a show of unity"{POST} {MORE}', [(POST, E)], id="glued to a quotation"),
        pytest.param(f"{PROSE} {MORE} {PROSE} {POST} {MORE}", [(POST, E)], id="in a paragraph, last short sentence"),
        pytest.param(
            f"{PROSE}\nNo fish.\n— Fish Watch (@fishwatch) 5 May 2024\n{MORE}",
            [("No fish.\n— Fish Watch (@fishwatch) 5 May 2024", E)],
            id="signature below",
        ),
        pytest.param(
            f"{PROSE} @fishwatch: nobody asked the cod. 5 May 2024 {MORE}",
            [("@fishwatch: nobody asked the cod. 5 May 2024", E)],
            id="handle first",
        ),
        pytest.param(f"{PROSE} He wrote it as @fishwatch. {MORE}", [], id="a handle in prose"),
        pytest.param(
            f"{PROSE}\nA post shared by Fish Watch (@fishwatch)\n{MORE}", [("A post shared by Fish Watch (@fishwatch)", E)], id="instagram"
        ),
    ],
)
def test_embedded_posts(text: str, expected: list[tuple[str, NoiseKind]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{PROSE} [Accept] [Reject] {MORE}", [("[Accept] [Reject]", B)], id="buttons"),
        pytest.param(
            f"{PROSE} Don't miss: nine stews for a cold day Officials of the port {MORE[4:]}",
            [("Don't miss: nine stews for a cold day", B)],
            id="teaser without a stop",
        ),
        pytest.param(
            f"{PROSE} Read more: The fish war explained. {MORE}", [("Read more: The fish war explained.", B)], id="teaser with a stop"
        ),
        pytest.param(
            f"{PROSE} Enjoyed this? Get our fish newsletter every Monday",
            [("Enjoyed this? Get our fish newsletter every Monday", B)],
            id="offer at the end",
        ),
        pytest.param(f"{PROSE} (Photo by Jane Roe/Getty Images) {MORE}", [("(Photo by Jane Roe/Getty Images)", C)], id="photo credit"),
        pytest.param(
            f"{PROSE} CLICK HERE TO GET THE HARBOUR APP {MORE}", [("CLICK HERE TO GET THE HARBOUR APP", B)], id="button in capitals"
        ),
        pytest.param(f"{PROSE} Advertisement {MORE}", [("Advertisement", B)], id="advertisement"),
        pytest.param(f"{PROSE} Photo: AP {MORE}", [("Photo: AP", C)], id="caption of an agency"),
        pytest.param(f"{PROSE} Follow us on Facebook {MORE}", [("Follow us on Facebook", B)], id="follow"),
        pytest.param(f"{PROSE} Share Tweet Email {MORE}", [("Share Tweet Email", B)], id="button row"),
        pytest.param(f"(CNN) -- {PROSE}", [("(CNN) --", Y)], id="agency before the text"),
        pytest.param(f"{PROSE} The advertisement ran for a week. {MORE}", [], id="an advertisement in prose"),
        pytest.param(
            "MINISTERS SAID THE DISPUTE IS RELATED TO THE FISHING GROUNDS IN THE NORTH, WHICH BOTH STATES CLAIM AS THEIR OWN.",
            [],
            id="capitals",
        ),
    ],
)
def test_noise_inside_a_paragraph(text: str, expected: list[tuple[str, NoiseKind]]) -> None:
    assert marked(text) == expected


def test_a_run_together_page_loses_its_question_headings() -> None:
    text = f"{PROSE} {MORE} What happens now? {PROSE} {MORE} {PROSE} {MORE} Asked if he would sign, he said: “Why should I?” {PROSE}"
    assert marked(text) == [("What happens now?", H)]


def test_page_name_above_the_headline_is_noise() -> None:
    text = f"The Harbour Times - English edition\n\nFish talks fail again\n\n{PROSE}\n{MORE}"
    assert find_headline(text) == Span(37, 58)
    assert marked(text, "Fish talks fail again") == [("The Harbour Times - English edition", B)]


def test_headline_is_never_noise() -> None:
    text = f"Watch: the harbour empties\n\n{PROSE}"
    assert marked(text, "Watch: the harbour empties") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Share   Tweet   Email", True),
        ("Donate | Subscribe | About us", True),
        ("Egypt and Sudan", False),
        ("Home rule", False),
        ("", False),
    ],
)
def test_navigation(line: str, expected: bool) -> None:
    assert is_navigation(line) is expected


def test_merge_keeps_order_and_cuts_overlaps() -> None:
    found = [Noise(span=Span(5, 9), kind=B), Noise(span=Span(0, 6), kind=C), Noise(span=Span(2, 4), kind=E)]
    assert merge(found) == (Noise(span=Span(0, 6), kind=C), Noise(span=Span(6, 9), kind=B))


def test_every_rule_has_a_kind_and_matches_no_empty_line() -> None:
    rules = noise_rules()
    assert len(rules.lines) > 20
    assert not [r.name for r in rules.lines if r.pattern.match("")]


PIECES = st.sampled_from(
    [
        *rows(BOILERPLATE_LINES),
        *rows(CAPTION_LINES),
        *rows(BYLINE_LINES),
        *rows(PROSE_LINES),
        POST,
        PROSE,
        "\n",
        "\n\n",
        " ",
        "“",
        '"',
        "@a_b: ",
        "— X (@xy) May 3, 2021",
        "é",
        "\u2028",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=400))
def test_noise_is_in_order_disjoint_and_inside_the_text(text: str) -> None:
    headline = find_headline(text)
    noise = find_noise(text, headline)
    assert all(a.span.end <= b.span.start for a, b in pairwise(noise))
    assert all(0 <= n.span.start < n.span.end <= len(text) and n.span.of(text).strip() for n in noise)
    assert headline is None or not any(n.span.overlap(headline) for n in noise)


@pytest.mark.parametrize(
    "piece",
    [
        "News | ",
        "Home > ",
        "@ab: ",
        "— X (@xy) May 3, 2021 ",
        "What is it? A ",
        "a\n",
        "Ab cd\n",
        "photo (",
        "READ MORE A ",
        "Sign up ",
        "Updated ",
        "Share ",
        "\t",
        "1 2 ",
    ],
)
def test_repetition_takes_no_longer_than_its_length_allows(piece: str) -> None:
    text = f"{PROSE} " + piece * (20_000 // len(piece))
    before = time.process_time()
    find_noise(text, find_headline(text))
    # A tenth of this is usual; a pattern that backtracks takes minutes.
    assert time.process_time() - before < 5
