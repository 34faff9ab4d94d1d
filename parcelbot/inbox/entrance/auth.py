"""Identify the agent of each request, and guard the pages by who may open them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from flask import Flask, abort, jsonify, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from parcelbot.core.handover.agents import Account, Agent
from parcelbot.usecases.accounts import Accounts

P = ParamSpec("P")
R = TypeVar("R")

#: What may be opened without being logged in; everything else below /inbox may not, decorated or not.
PUBLIC = frozenset(
    {"inbox.log_in", "inbox.company", "inbox.company_back", "inbox.code", "inbox.welcome", "inbox.static"}
)

PREFIX = "/inbox"


class LoggedIn(UserMixin):  # type: ignore[misc] # Flask-Login ships without types
    """An agent as Flask-Login knows one: by the session, so that ending it on our side is enough."""

    def __init__(self, agent: Agent, token: str) -> None:
        self.agent = agent
        self.token = token

    def get_id(self) -> str:
        """Return the session's token, which Flask-Login keeps in the cookie."""
        return self.token


def current_agent() -> Agent:
    """Return the agent who makes this request; only behind `agent_required` or `admin_required`."""
    return cast(Agent, current_user.agent)


def agent_or_none() -> Agent | None:
    """Return the agent who makes this request; None for a visitor."""
    return cast(Agent, current_user.agent) if current_user.is_authenticated else None


def agent_required(view: Callable[P, R]) -> Callable[P, R]:
    """Let agents and admins in; a visitor is sent to the log-in page, a script gets 401."""
    return _guarded(view, lambda _: True)


def admin_required(view: Callable[P, R]) -> Callable[P, R]:
    """Let admins in; another agent gets 403, a visitor the log-in page."""
    return _guarded(view, lambda agent: agent.is_admin)


def _guarded(view: Callable[P, R], may: Callable[[Agent], bool]) -> Callable[P, R]:
    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        agent = agent_or_none()
        if agent is None:
            return cast(R, ask_to_log_in())
        if not may(agent):
            abort(403)
        return view(*args, **kwargs)

    return guarded


def log_in(accounts: Accounts, account: Account) -> None:
    """Begin a session under a new secret; whatever the visitor's cookie held is gone."""
    session.clear()
    login_user(LoggedIn(account.agent, accounts.begin_session(account)))


def log_out(accounts: Accounts) -> None:
    """End the session here and in the browser."""
    accounts.end_session(current_user.token)
    logout_user()
    session.clear()


def ask_to_log_in() -> ResponseReturnValue:
    """Send a visitor to the log-in page and back afterwards; 401 for what a page fetches by itself."""
    if asked_by_script():
        return jsonify(error={"code": "logged_out", "message": "Please log in again."}), 401
    came_from = request.full_path.rstrip("?") if request.method == "GET" else ""
    return redirect(url_for("inbox.log_in", next=came_from or None), 303)


def require_log_in(app: Flask, accounts: Accounts) -> None:
    """Load the agent of each request, and let nobody past the log-in page without one."""
    manager = LoginManager(app)
    manager.session_protection = None  # an agent on a phone changes address all day; sessions end on our side

    @manager.user_loader  # type: ignore[untyped-decorator]
    def load(token: str) -> LoggedIn | None:
        agent = accounts.agent_of(token, by_a_person=not asked_by_script() or request.method != "GET")
        return LoggedIn(agent, token) if agent else None

    @app.before_request
    def refuse_visitors() -> ResponseReturnValue | None:
        if not is_inbox_path(request.path) or request.endpoint in PUBLIC or agent_or_none():
            return None
        return ask_to_log_in()

    @app.context_processor
    def who() -> dict[str, Any]:
        return {"agent": agent_or_none() if is_inbox_path(request.path) else None}


def is_inbox_path(path: str) -> bool:
    """True for an address of the inbox."""
    return path == PREFIX or path.startswith(f"{PREFIX}/")


def asked_by_script() -> bool:
    """True when a script of a page fetches something, False when a person opens a page.

    Browsers tell so themselves, but over plain http from this machine only; there our scripts do.
    """
    headers = request.headers
    fetched = headers.get("Sec-Fetch-Dest") == "empty" or headers.get("X-Requested-With") == "XMLHttpRequest"
    return fetched or request.accept_mimetypes.best == "application/json"
