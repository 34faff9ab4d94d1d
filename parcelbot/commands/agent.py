"""Make an account for the inbox, or a new password for one that exists: `make agent EMAIL=…`."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence

from dotenv import load_dotenv
from email_validator import EmailNotValidError, validate_email

from parcelbot.bootstrap.inbox import build_accounts, build_audit
from parcelbot.core.handover.agents import AccountUnknown, LastAdmin, Role, normal_email
from parcelbot.settings.shared import read_settings
from parcelbot.usecases.accounts import Accounts
from parcelbot.usecases.passwords import generate_password, password_advice

_USAGE = "make agent EMAIL=ana@shop.example [NAME=Ana] [ROLE=admin|agent]"


def main() -> int:
    """Make the account and print what to log in with; returns the exit code."""
    told = _told(sys.argv[1:])
    load_dotenv()
    settings = read_settings()
    password = _asked(told.email) if sys.stdin.isatty() else ""
    try:
        lines = make_agent(build_accounts(settings), told.email, told.name, told.role, password)
    except ValueError as error:
        print(f"✗ {error}", file=sys.stderr)
        return 1
    build_audit(settings).write("make agent", "account_made", detail=told.email)
    print("\n".join([*lines, f"  Inbox     {settings.inbox_url}"]))
    return 0


def make_agent(
    accounts: Accounts,
    email: str,
    name: str = "",
    role: Role | None = None,
    password: str = "",
    generate: Callable[[], str] = generate_password,
) -> list[str]:
    """Make or renew the account and say so in lines; without a password one is generated and told.

    ValueError with a sentence for the operator when it cannot be.
    """
    problem = password_advice(password, email) if password else ""
    if problem:
        raise ValueError(problem)
    chosen = password or generate()
    try:
        new = accounts.install(email, chosen, name, role)
    except LastAdmin:
        raise ValueError(f"{email} is the last admin; make another one first.") from None
    except AccountUnknown:
        raise ValueError(f"{email} is the demo log-in; use an e-mail of your own.") from None
    account = accounts.find(email)
    role_words = account.agent.role.value if account else ""
    head = f"✓ {'New account' if new else 'New password'} ({role_words})"
    return [
        head,
        f"  E-mail    {email}",
        f"  Password  {'as you typed it' if password else f'{chosen}  (shown only now)'}",
    ]


def _told(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make agent", usage=_USAGE)
    parser.add_argument("--email", type=_email)
    parser.add_argument("--name", default="")
    parser.add_argument("--role", type=Role, choices=list(Role), default=None)
    told = parser.parse_args(arguments)
    if not told.email:
        parser.error("EMAIL=… says whose log-in it is")
    return told


def _email(text: str) -> str:
    try:
        return normal_email(validate_email(text, check_deliverability=False).normalized)
    except EmailNotValidError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no e-mail address. {error}") from error


def _asked(email: str) -> str:
    """Ask for a password on the keyboard, unseen; "" to have one generated."""
    while True:
        password = getpass.getpass("Password (Enter to have one made): ")
        problem = password_advice(password, email) if password else ""
        if not problem:
            return password
        print(f"  {problem}")


if __name__ == "__main__":
    sys.exit(main())
