import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.parse.casing import is_capitals, restore_case

NAMES = frozenset({"united nations", "turkey", "el salvador", "world bank", "bank of england"})


@pytest.mark.parametrize(
    ("capitals", "cased"),
    [
        ("THE MINISTER SPOKE IN OSLO ON FRIDAY.", "The minister spoke in Oslo on Friday."),
        ("THEY MET. THE TALKS FAILED AGAIN, HE SAID.", "They met. The talks failed again, he said."),
        ("THE U.S. ENVOY FLEW AN F-16 ON 5 MAY TO LIMA", "The U.S. envoy flew an F-16 on 5 May to Lima"),
        ("THE UNITED NATIONS MAY ASK TURKEY FOR TIME", "The United Nations may ask Turkey for time"),
        ("A REPORT OF THE BANK OF ENGLAND IS OUT TODAY", "A report of the Bank of England is out today"),
        ("THE PRIEST'S MURDER IN EL SALVADOR WAS CONDEMNED", "The priest's murder in El Salvador was condemned"),
        ("A SPOKESMAN OF THE FMLN DENIED EVERYTHING TODAY", "A spokesman of the FMLN denied everything today"),
    ],
)
def test_capitals_get_their_case(capitals: str, cased: str) -> None:
    assert restore_case(capitals, NAMES) == cased


@pytest.mark.parametrize("text", ["", "NATO", "Talks failed in Oslo on Friday.", "The FBI AND CIA met the NSA there today"])
def test_other_text_is_left_alone(text: str) -> None:
    assert restore_case(text, NAMES) == text


@given(st.text(max_size=120))
def test_every_character_keeps_its_place(text: str) -> None:
    up = text.upper()
    assert len(restore_case(up, NAMES)) == len(up)


def test_a_few_letters_are_no_capitals_text() -> None:
    assert not is_capitals("UN: OK")
