"""Given names with their gender, and keys that spellings of one name share."""

from __future__ import annotations

import pytest

from accord.knowledge.given_names import given_name_gender, is_given_name
from accord.knowledge.transliteration import sound_key


@pytest.mark.parametrize(
    ("word", "gender"),
    [("Angela", "f"), ("DONALD", "m"), ("François", "m"), ("Volodymyr", "m"), ("Xi", None), ("Xqzt", None), ("", None)],
)
def test_gender_of_given_names(word: str, gender: str | None) -> None:
    assert given_name_gender(word) == gender


def test_words_that_many_bear_as_names() -> None:
    assert is_given_name("maria")
    assert not is_given_name("warplanes")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Muammar Gaddafi", "Moammar al-Qadhafi"),
        ("Mohammed Morsi", "Muhammad Mursi"),
        ("Dmitry Medvedev", "Dmitriy Medwedew"),
        ("Aleksandr Vuchich", "Alexander Vuchich"),
        ("Abdel Fattah al-Sisi", "Abdul Fatah el-Sissi"),
        ("Nouri al-Maliki", "Nuri Maliki"),
    ],
)
def test_spellings_of_one_name_have_one_key(a: str, b: str) -> None:
    assert sound_key(a) == sound_key(b) != ""


@pytest.mark.parametrize(
    ("a", "b"),
    [("Boris Johnson", "Boris Jensenko"), ("Hamid Karzai", "Hamid Mirza"), ("Ivan Petrov", "Ivan Pavlov")],
)
def test_other_names_have_other_keys(a: str, b: str) -> None:
    assert sound_key(a) != sound_key(b)


@pytest.mark.parametrize("name", ["", "Li Wu", "Putin", "习近平", "'' ''", "A B C"])
def test_names_too_short_have_none(name: str) -> None:
    assert sound_key(name) == ""
