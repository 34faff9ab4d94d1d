"""The admins' page about the team: who is in it, as what, and whether they may come in."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.agents import Account, AccountExists, AccountUnknown, LastAdmin, Role
from parcelbot.core.wording import ago_words
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required, current_agent
from parcelbot.inbox.entrance.forms import ColleagueForm, first_error
from parcelbot.inbox.entrance.invitations import LIFETIME

_LAST_ADMIN = "This is the last admin. Make somebody else an admin first."
_UNKNOWN = "There is no such account."


def create_blueprint(parts: InboxDependencies) -> Blueprint:
    """List, add, switch on and off, role, new password."""
    pages = Blueprint("inbox_team", __name__, url_prefix="/inbox/team")
    _add_list(pages, parts)
    _add_changes(pages, parts)
    return pages


def _add_list(pages: Blueprint, parts: InboxDependencies) -> None:
    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        return _page(parts, ColleagueForm())

    @pages.post("/")
    @admin_required
    def add() -> ResponseReturnValue:
        form = ColleagueForm()
        if not form.validate():
            return _page(parts, form, problem=first_error(form)), 422
        try:
            account = parts.accounts.add(current_agent(), form.email.data, form.name.data, Role(form.role.data))
        except AccountExists:
            return _page(parts, form, problem="There is an account with this e-mail already."), 409
        _note(parts, "account_added", account, account.agent.role.value)
        return _page(parts, ColleagueForm(formdata=None), invited=account), 201


def _add_changes(pages: Blueprint, parts: InboxDependencies) -> None:
    @pages.post("/role")
    @admin_required
    def role() -> ResponseReturnValue:
        wanted = Role.ADMIN if request.form.get("role") == Role.ADMIN.value else Role.AGENT
        account = parts.accounts.set_role(current_agent(), _email(), wanted)
        _note(parts, "role_changed", account, wanted.value)
        return _done(f"{account.agent.name} is {'an admin' if wanted is Role.ADMIN else 'an agent'} now.")

    @pages.post("/deactivate")
    @admin_required
    def deactivate() -> ResponseReturnValue:
        account = parts.accounts.set_active(current_agent(), _email(), False)
        _note(parts, "account_deactivated", account)
        return _done(f"{account.agent.name} is logged out and cannot log in any more.")

    @pages.post("/activate")
    @admin_required
    def activate() -> ResponseReturnValue:
        account = parts.accounts.set_active(current_agent(), _email(), True)
        _note(parts, "account_activated", account)
        return _done(f"{account.agent.name} can log in again.")

    @pages.post("/password")
    @admin_required
    def password() -> ResponseReturnValue:
        account = parts.accounts.reset_password(current_agent(), _email())
        _note(parts, "password_reset", account)
        return _page(parts, ColleagueForm(formdata=None), invited=account)

    @pages.errorhandler(LastAdmin)
    def last_admin(_: LastAdmin) -> ResponseReturnValue:
        return _page(parts, ColleagueForm(formdata=None), problem=_LAST_ADMIN), 409

    @pages.errorhandler(AccountUnknown)
    def unknown(_: AccountUnknown) -> ResponseReturnValue:
        return _page(parts, ColleagueForm(formdata=None), problem=_UNKNOWN), 404


def _email() -> str:
    return request.form.get("email", "")


def _note(parts: InboxDependencies, action: str, account: Account, more: str = "") -> None:
    detail = f"{account.agent.email} {more}".strip()
    parts.audit.write(current_agent().email, action, detail=detail)


def _done(message: str) -> ResponseReturnValue:
    flash(message, "good")
    return redirect(url_for("inbox_team.index"), 303)


def _page(parts: InboxDependencies, form: ColleagueForm, problem: str = "", invited: Account | None = None) -> str:
    now = parts.clock()
    link = ""
    if invited:
        path = url_for("inbox.welcome", token=parts.invitations.invite(invited))
        link = parts.settings.address.removesuffix("/inbox") + path
    seen = {a.agent.email: ago_words(a.seen_at, now) for a in parts.accounts.team(current_agent()) if a.seen_at}
    return render_template(
        "inbox/team.html",
        form=form,
        problem=problem,
        invited=invited,
        link=link,
        days=LIFETIME.days,
        team=parts.accounts.team(current_agent()),
        seen=seen,
    )
