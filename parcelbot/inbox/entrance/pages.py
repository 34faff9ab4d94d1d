"""Let agents log in and out, choose a first password by link, and change their own."""

from __future__ import annotations

import re

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.agents import normal_email
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance import auth
from parcelbot.inbox.entrance.addresses import safe_next
from parcelbot.inbox.entrance.company_log_in import add_company_log_in
from parcelbot.inbox.entrance.forms import LogInForm, NewPasswordForm, OwnPasswordForm
from parcelbot.inbox.entrance.throttle import WAIT_MIN
from parcelbot.inbox.entrance.two_steps import add_two_steps, begin_halfway, welcome_in

_WRONG = "E-mail and password do not fit together."
_TOO_OFTEN = f"Too many attempts. Wait {WAIT_MIN} minutes, then try again."
_NOT_BY_COMPANY = "That did not let you in. Your account here needs the same, confirmed e-mail address; ask an admin."
_MAX_SHOWN_EMAIL = 100
_LIKE_AN_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the pages that are open to visitors, and those about one's own log-in."""
    pages = Blueprint(
        "inbox", "parcelbot.inbox", url_prefix=auth.PREFIX, template_folder="templates", static_folder="static"
    )
    _add_log_in(pages, inbox)
    _add_log_out(pages, inbox)
    _add_welcome(pages, inbox)
    _add_own_password(pages, inbox)
    add_two_steps(pages, inbox)
    add_company_log_in(pages, inbox)
    return pages


def _add_log_in(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.route("/log-in", methods=["GET", "POST"])
    def log_in() -> ResponseReturnValue:
        if auth.agent_or_none():
            return redirect(safe_next(request.values.get("next")), 303)
        form = LogInForm()
        if request.method == "GET":
            form.next.data = request.args.get("next")
            return _log_in_page(form, inbox, _NOT_BY_COMPANY if request.args.get("company") else "")
        if not form.validate():
            return _log_in_page(form, inbox, _WRONG, 401)
        return _attempt(form, inbox)


def _attempt(form: LogInForm, inbox: InboxDependencies) -> ResponseReturnValue:
    email, address = normal_email(form.email.data), request.remote_addr or ""
    if not inbox.throttle.allows(email, address, inbox.devices.device(request, email)):
        if inbox.throttle.worth_a_report(address):
            inbox.audit.write(_auditable(email), "log_in_throttled", detail=address)
        return _log_in_page(form, inbox, _TOO_OFTEN, 429)
    account = inbox.accounts.check(email, form.password.data)
    if account is None:
        inbox.audit.write(_auditable(email), "log_in_failed", detail=address)
        return _log_in_page(form, inbox, _WRONG, 401)
    if account.two_steps:
        return begin_halfway(inbox, account, form.next.data or "")
    return welcome_in(inbox, account, form.next.data or "")


def _auditable(email: str) -> str:
    """Give what the audit log may say was tried: somebody in a hurry types the password in the first field."""
    return email[:_MAX_SHOWN_EMAIL] if _LIKE_AN_EMAIL.fullmatch(email) else "not an e-mail"


def _log_in_page(
    form: LogInForm, inbox: InboxDependencies, problem: str = "", status: int = 200
) -> ResponseReturnValue:
    headers = {"Retry-After": str(WAIT_MIN * 60)} if status == 429 else {}
    page = render_template("inbox/login.html", form=form, problem=problem, company=inbox.settings.company)
    return page, status, headers


def _add_log_out(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.post("/log-out")
    @auth.agent_required
    def log_out() -> ResponseReturnValue:
        inbox.audit.write(auth.current_agent().email, "logged_out")
        auth.log_out(inbox.accounts)
        return redirect(url_for("inbox.log_in"), 303)


def _add_welcome(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.route("/welcome/<token>", methods=["GET", "POST"])
    def welcome(token: str) -> ResponseReturnValue:
        account = inbox.invitations.invited(token, inbox.accounts)
        if account is None:
            return render_template("inbox/welcome_spent.html"), 410
        form = NewPasswordForm(account.agent.email)
        if not form.validate_on_submit():
            status = 422 if form.is_submitted() else 200
            return render_template("inbox/welcome.html", form=form, invited=account.agent), status
        inbox.accounts.set_password(account.agent.email, form.new.data)
        inbox.audit.write(account.agent.email, "password_chosen", detail=request.remote_addr or "")
        flash("Your password is set. Log in with it.", "good")
        return redirect(url_for("inbox.log_in"), 303)


def _add_own_password(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.route("/password", methods=["GET", "POST"])
    @auth.agent_required
    def password() -> ResponseReturnValue:
        form = OwnPasswordForm(auth.current_agent().email)
        if not form.validate_on_submit():
            return render_template("inbox/password.html", form=form), 422 if form.is_submitted() else 200
        return _change_password(form, inbox)


def _change_password(form: OwnPasswordForm, inbox: InboxDependencies) -> ResponseReturnValue:
    email = auth.current_agent().email
    address, device = request.remote_addr or "", inbox.devices.device(request, email)
    if not inbox.throttle.allows(email, address, device):
        form.old.errors = [_TOO_OFTEN]
        return render_template("inbox/password.html", form=form), 429
    account = inbox.accounts.check(email, form.old.data)
    if account is None:
        inbox.audit.write(email, "password_change_failed")
        form.old.errors = ["That is not your password now."]
        return render_template("inbox/password.html", form=form), 422
    inbox.throttle.forgive(email, address, device)
    inbox.accounts.set_password(email, form.new.data)
    changed = inbox.accounts.check(email, form.new.data)
    if changed:
        auth.log_in(inbox.accounts, changed)
    inbox.audit.write(email, "password_changed")
    flash("Your password is changed. Everywhere else you are logged out.", "good")
    return redirect(url_for("inbox.password"), 303)
