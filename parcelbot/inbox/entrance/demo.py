"""The demo log-in: made anew at every start in demo mode, refused everywhere else."""

from __future__ import annotations

from parcelbot.core.handover.agents import Role
from parcelbot.usecases.accounts import Accounts

EMAIL = "demo@kossr.example"
NAME = "Dana"


def ensure(accounts: Accounts, password: str) -> None:
    """See to it that the demo admin can log in with `password`; what was changed about it is undone."""
    known = accounts.find(EMAIL)
    as_printed = accounts.check(EMAIL, password)
    if known is None or as_printed is None or not as_printed.agent.is_admin:
        accounts.install(EMAIL, password, name=NAME, role=Role.ADMIN, demo=True)
