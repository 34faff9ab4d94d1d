"""Check the codes of the second step at log-in, as authenticator apps make them (TOTP, RFC 6238, by pyotp)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

import pyotp

from parcelbot.usecases.accounts import AccountStore

_ISSUER = "KOSSR inbox"
#: A phone's clock may be off by so many steps of half a minute, either way.
_TOLERATED_STEPS = 1


@dataclass(frozen=True)
class SecondStep:
    """The second steps of all accounts. `clock` gives an aware now."""

    store: AccountStore
    clock: Callable[[], datetime]

    def new_secret(self) -> str:
        """Make a secret for an app; nothing is kept before a code has shown that the app has it."""
        return pyotp.random_base32()

    def is_secret(self, text: str) -> bool:
        """Tell whether a text may be a secret that we made."""
        try:
            pyotp.TOTP(text).generate_otp(0)
        except ValueError:
            return False
        return True

    def address(self, email: str, secret: str) -> str:
        """Write the secret as the `otpauth:` address that apps open."""
        return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=_ISSUER)

    def turn_on(self, email: str, secret: str, code: str) -> bool:
        """Ask for codes from now on, if `code` shows that the app has the secret; False otherwise."""
        step = self._step_of(secret, code) if self.is_secret(secret) else None
        if step is None:
            return False
        self.store.set_totp(email, secret)
        return self.store.use_totp_step(email, step)

    def turn_off(self, email: str, code: str) -> bool:
        """Ask for no codes any more, if `code` is right; False otherwise."""
        right = self.passes(email, code)
        if right:
            self.store.set_totp(email, "")
        return right

    def passes(self, email: str, code: str) -> bool:
        """Tell whether the code is the account's of just now; each is good once."""
        secret = self.store.totp_secret(email)
        step = self._step_of(secret, code) if secret else None
        return step is not None and self.store.use_totp_step(email, step)

    def _step_of(self, secret: str, code: str) -> int | None:
        """Find the step of time that a code belongs to; None for a wrong one."""
        typed, totp = "".join(code.split()), pyotp.TOTP(secret)
        now = totp.timecode(self.clock())
        steps = range(now - _TOLERATED_STEPS, now + _TOLERATED_STEPS + 1)
        return next((s for s in steps if compare_digest(totp.generate_otp(s).encode(), typed.encode())), None)
