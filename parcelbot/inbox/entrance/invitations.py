"""Make links by which a colleague chooses a password: signed, good for three days and for one use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

from parcelbot.core.handover.agents import Account
from parcelbot.usecases.accounts import Accounts

LIFETIME = timedelta(days=3)


class Invitations:
    """Makes and reads the links' tokens. `clock` gives an aware now."""

    def __init__(self, secret: str, clock: Callable[[], datetime]) -> None:
        class Signer(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(clock().timestamp())

        self._serializer = URLSafeTimedSerializer(secret, salt="inbox-invitation", signer=Signer)

    def invite(self, account: Account) -> str:
        """Make a token for this account. A new password changes the epoch, and with it the token is spent."""
        return str(self._serializer.dumps([account.agent.email, account.epoch]))

    def invited(self, token: str, accounts: Accounts) -> Account | None:
        """Return the account a token is for; None when it is not ours, too old or spent."""
        try:
            email, epoch = self._serializer.loads(token, max_age=int(LIFETIME.total_seconds()))
        except BadData:
            return None
        account = accounts.find(email)
        good = account is not None and account.epoch == epoch and account.usable(accounts.demo_mode)
        return account if good else None
