"""Set up the demo log-in at every start in demo mode; it is refused everywhere else."""

from __future__ import annotations

from parcelbot.core.handover.agents import Role
from parcelbot.usecases.accounts import Accounts

EMAIL = "demo@kossr.example"
NAME = "Dana"


def ensure(accounts: Accounts, password: str) -> None:
    """Make sure that the demo admin can log in with `password`; undo what was changed about it."""
    known = accounts.find(EMAIL)
    as_printed = accounts.check(EMAIL, password)
    if known is None or as_printed is None or not as_printed.agent.is_admin:
        accounts.install(EMAIL, password, name=NAME, role=Role.ADMIN, demo=True)
