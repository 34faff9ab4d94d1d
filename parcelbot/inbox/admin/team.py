"""Let admins see the team, add colleagues, change roles and switch accounts on and off."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.agents import Account, AccountExists, AccountUnknown, LastAdmin, Role
from parcelbot.core.wording import ago_words
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required, current_agent
from parcelbot.inbox.entrance.forms import ColleagueForm, first_error
from parcelbot.inbox.entrance.invitations import LIFETIME
from parcelbot.inbox.request_values import choice_of

_LAST_ADMIN = "This is the last admin. Make somebody else an admin first."
_UNKNOWN = "There is no such account."


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the page: list, add, switch on and off, role, new password."""
    pages = Blueprint("inbox_team", __name__, url_prefix="/inbox/team")
    _add_list(pages, inbox)
    _add_switches(pages, inbox)
    _add_new_secrets(pages, inbox)
    _add_refusals(pages, inbox)
    return pages


def _add_list(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        return _page(inbox, ColleagueForm())

    @pages.post("/")
    @admin_required
    def add() -> ResponseReturnValue:
        form = ColleagueForm()
        if not form.validate():
            return _page(inbox, form, problem=first_error(form)), 422
        try:
            account = inbox.accounts.add(current_agent(), form.email.data, form.name.data, Role(form.role.data))
        except AccountExists:
            return _page(inbox, form, problem="There is an account with this e-mail already."), 409
        _note(inbox, "account_added", account, account.agent.role.value)
        return _page(inbox, ColleagueForm(formdata=None), invited=account), 201


def _add_switches(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.post("/role")
    @admin_required
    def role() -> ResponseReturnValue:
        wanted = choice_of(Role, request.form.get("role", "")) or Role.AGENT
        account = inbox.accounts.set_role(current_agent(), _email(), wanted)
        _note(inbox, "role_changed", account, wanted.value)
        return _done(f"{account.agent.name} is {'an admin' if wanted is Role.ADMIN else 'an agent'} now.")

    @pages.post("/deactivate")
    @admin_required
    def deactivate() -> ResponseReturnValue:
        return _switched(inbox, False, "account_deactivated", "is logged out and cannot log in any more.")

    @pages.post("/activate")
    @admin_required
    def activate() -> ResponseReturnValue:
        return _switched(inbox, True, "account_activated", "can log in again.")


def _add_new_secrets(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.post("/password")
    @admin_required
    def password() -> ResponseReturnValue:
        account = inbox.accounts.reset_password(current_agent(), _email())
        _note(inbox, "password_reset", account)
        return _page(inbox, ColleagueForm(formdata=None), invited=account)

    @pages.post("/second-step")
    @admin_required
    def second_step() -> ResponseReturnValue:
        account = inbox.accounts.reset_second_step(current_agent(), _email())
        _note(inbox, "second_step_reset", account)
        return _done(f"{account.agent.name} logs in without a code now.")


def _add_refusals(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.errorhandler(LastAdmin)
    def last_admin(_: LastAdmin) -> ResponseReturnValue:
        return _page(inbox, ColleagueForm(formdata=None), problem=_LAST_ADMIN), 409

    @pages.errorhandler(AccountUnknown)
    def unknown(_: AccountUnknown) -> ResponseReturnValue:
        return _page(inbox, ColleagueForm(formdata=None), problem=_UNKNOWN), 404


def _email() -> str:
    return request.form.get("email", "")


def _note(inbox: InboxDependencies, action: str, account: Account, more: str = "") -> None:
    detail = f"{account.agent.email} {more}".strip()
    inbox.audit.write(current_agent().email, action, detail=detail)


def _switched(inbox: InboxDependencies, active: bool, action: str, outcome: str) -> ResponseReturnValue:
    account = inbox.accounts.set_active(current_agent(), _email(), active)
    _note(inbox, action, account)
    return _done(f"{account.agent.name} {outcome}")


def _done(message: str) -> ResponseReturnValue:
    flash(message, "good")
    return redirect(url_for("inbox_team.index"), 303)


def _page(inbox: InboxDependencies, form: ColleagueForm, problem: str = "", invited: Account | None = None) -> str:
    now = inbox.clock()
    link = ""
    if invited:
        path = url_for("inbox.welcome", token=inbox.invitations.invite(invited))
        link = inbox.settings.address.removesuffix("/inbox") + path
    seen = {a.agent.email: ago_words(a.seen_at, now) for a in inbox.accounts.team(current_agent()) if a.seen_at}
    return render_template(
        "inbox/team.html",
        form=form,
        problem=problem,
        invited=invited,
        link=link,
        days=LIFETIME.days,
        team=inbox.accounts.team(current_agent()),
        seen=seen,
    )
