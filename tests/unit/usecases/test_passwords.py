"""What is kept of a password, and what it opens."""

from __future__ import annotations

import pytest

from parcelbot.usecases.passwords import UNUSABLE, Passwords, generate_password, password_advice
from tests.support.inbox import PASSWORD, cheap_passwords


@pytest.fixture
def passwords() -> Passwords:
    return cheap_passwords()


def test_a_hash_is_argon2id_and_salted(passwords: Passwords) -> None:
    one, other = passwords.hash(PASSWORD), passwords.hash(PASSWORD)
    assert one.startswith("$argon2id$")
    assert one != other


def test_the_default_costs_what_rfc_9106_recommends() -> None:
    assert "m=65536,t=3,p=4" in Passwords().hash(PASSWORD)


def test_only_the_password_itself_fits(passwords: Passwords) -> None:
    known = passwords.hash(PASSWORD)
    assert passwords.matches(PASSWORD, known)
    assert not passwords.matches(PASSWORD.upper(), known)


@pytest.mark.parametrize("known", [None, UNUSABLE])
@pytest.mark.parametrize("password", [PASSWORD, UNUSABLE, ""])
def test_no_password_fits_where_none_is_set(password: str, known: str | None, passwords: Passwords) -> None:
    assert not passwords.matches(password, known)


def test_an_umlaut_typed_on_another_keyboard_fits(passwords: Passwords) -> None:
    assert passwords.matches("u\N{COMBINING DIAERESIS}ber alle Berge", passwords.hash("über alle Berge"))


def test_a_broken_hash_fits_nothing(passwords: Passwords) -> None:
    assert not passwords.matches(PASSWORD, "$argon2id$nonsense")


def test_generated_passwords_differ_and_can_be_selected_by_a_double_click() -> None:
    made = {generate_password() for _ in range(20)}
    assert len(made) == 20
    assert all(password.isalnum() and len(password) == 18 for password in made)


@pytest.mark.parametrize(
    "password",
    ["passwordpassword", "qwertyuiop123", "123456789012", "iloveyou2026!", "kossrkossrkossr", "Password1234!", "short"],
)
def test_what_everybody_would_try_is_refused_with_a_sentence(password: str) -> None:
    assert password_advice(password, "ana@shop.example").endswith(".")


@pytest.mark.parametrize("password", ["linen softens with every wash", "x9üüüKq7vLm2t " * 10, "hV4kT9wQz2mLr7XbNc"])
def test_a_good_one_is_taken_however_long(password: str) -> None:
    assert password_advice(password, "ana@shop.example") == ""
