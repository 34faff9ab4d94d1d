"""Hash and check passwords: Argon2id by argon2-cffi, at the cost RFC 9106 recommends for servers with little memory."""

from __future__ import annotations

import secrets
import string
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from parcelbot.core.handover.agents import password_problem

#: Matches no password: an account that waits for its owner to choose one.
UNUSABLE = "!"

#: Letters and digits only: a double click then selects the whole password.
_GENERATED_FROM = string.ascii_letters + string.digits
_GENERATED_LENGTH = 18

#: Of zxcvbn's 0 to 4: ten to the eight guesses or more.
_GOOD_SCORE = 3
_MAX_ESTIMATED = 72
_TOO_COMMON = "That is a common password, or close to one. A few words in a row that do not belong together are better."


class Passwords:
    """A hasher of passwords; every check costs the same, also for an account that does not exist."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys = self._hasher.hash(secrets.token_urlsafe())

    def hash(self, password: str) -> str:
        """Make a salted hash of the password."""
        return self._hasher.hash(_same_for_every_keyboard(password))

    def matches(self, password: str, known_hash: str | None) -> bool:
        """Tell whether the password is the one hashed; False, after the same work, for None and for UNUSABLE."""
        usable = known_hash is not None and known_hash != UNUSABLE
        try:
            checked = self._hasher.verify(
                known_hash if usable and known_hash else self._nobodys, _same_for_every_keyboard(password)
            )
        except (VerificationError, InvalidHashError):
            return False
        return checked and usable

    def outdated(self, known_hash: str) -> bool:
        """Tell whether the hash was made at another cost than hashes are made now."""
        return self._hasher.check_needs_rehash(known_hash)


def password_advice(password: str, email: str) -> str:
    """Say what is wrong with a new password, in a sentence for the agent; "" when it will do.

    What the rules let pass is held against lists of common passwords, names and keyboard rows.
    """
    return password_problem(password, email) or ("" if _is_hard_to_guess(password, email) else _TOO_COMMON)


def _is_hard_to_guess(password: str, email: str) -> bool:
    from zxcvbn import zxcvbn  # only now: its lists of words take a while to load

    told = zxcvbn(_same_for_every_keyboard(password)[:_MAX_ESTIMATED], user_inputs=["kossr", *email.split("@")])
    return int(told["score"]) >= _GOOD_SCORE


def generate_password() -> str:
    """Make a password nobody can guess: 18 letters and digits."""
    return "".join(secrets.choice(_GENERATED_FROM) for _ in range(_GENERATED_LENGTH))


def _same_for_every_keyboard(password: str) -> str:
    return unicodedata.normalize("NFKC", password)
