"""Ask for the code at log-in, and let agents turn the second step on and off."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired, Length

from parcelbot.core.handover.agents import Account
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance import auth
from parcelbot.inbox.entrance.addresses import safe_next
from parcelbot.inbox.entrance.throttle import WAIT_MIN

_HALFWAY = "halfway"
#: Between password and code; who looks for a phone longer than that types the password again.
_HALFWAY_S = 300
_WRONG = "That code is not right, or was used before. Wait for the next one."
_TOO_OFTEN = f"Too many attempts. Wait {WAIT_MIN} minutes, then try again."


class CodeForm(FlaskForm):  # type: ignore[misc] # Flask-WTF and WTForms ship without types
    """A code from the app; `secret` goes along while it is being turned on."""

    code = StringField("Code from your app", [InputRequired("Type the code."), Length(max=20)])
    secret = HiddenField()


def begin_halfway(inbox: InboxDependencies, account: Account, wanted: str) -> ResponseReturnValue:
    """Remember that the password was right, and ask for the code; nobody is logged in yet."""
    session.clear()
    session[_HALFWAY] = [account.agent.email, account.epoch, inbox.clock().timestamp(), wanted]
    return redirect(url_for("inbox.code"), 303)


def add_two_steps(pages: Blueprint, inbox: InboxDependencies) -> None:
    """Add the page of the code, and the one of the setting."""

    @pages.route("/code", methods=["GET", "POST"])
    def code() -> ResponseReturnValue:
        account = _halfway_account(inbox)
        if account is None:
            return redirect(url_for("inbox.log_in"), 303)
        form = CodeForm()
        if not form.validate_on_submit():
            return render_template("inbox/code.html", form=form), 422 if form.is_submitted() else 200
        return _check_code(inbox, account, form)

    @pages.route("/second-step", methods=["GET", "POST"])
    @auth.agent_required
    def second_step() -> ResponseReturnValue:
        form = CodeForm()
        if not form.validate_on_submit():
            return _setting_page(inbox, form, 422 if form.is_submitted() else 200)
        return _change_setting(inbox, form)


def _halfway_account(inbox: InboxDependencies) -> Account | None:
    """Find whose password was right a moment ago and still is; None for nobody's."""
    try:
        email, epoch, since_s, _ = session[_HALFWAY]
    except (KeyError, TypeError, ValueError):
        return None
    account = inbox.accounts.find(email)
    fresh = inbox.clock().timestamp() - since_s <= _HALFWAY_S
    good = fresh and account is not None and account.epoch == epoch and account.usable(inbox.settings.demo_mode)
    return account if good else None


def _check_code(inbox: InboxDependencies, account: Account, form: CodeForm) -> ResponseReturnValue:
    email, address = account.agent.email, request.remote_addr or ""
    device = inbox.devices.device(request, email)
    if not inbox.throttle.allows(email, address, device):
        form.code.errors = [_TOO_OFTEN]
        return render_template("inbox/code.html", form=form), 429
    if not inbox.second_step.passes(email, form.code.data):
        inbox.audit.write(email, "code_refused", detail=address)
        form.code.errors = [_WRONG]
        return render_template("inbox/code.html", form=form), 401
    wanted = session[_HALFWAY][3]
    return welcome_in(inbox, account, wanted)


def welcome_in(inbox: InboxDependencies, account: Account, wanted: str) -> ResponseReturnValue:
    """Log the agent in, and know this browser from now on."""
    email, address = account.agent.email, request.remote_addr or ""
    inbox.throttle.forgive(email, address, inbox.devices.device(request, email))
    auth.log_in(inbox.accounts, account)
    inbox.audit.write(email, "logged_in", detail=address)
    answer = redirect(safe_next(wanted), 303)
    inbox.devices.mark(answer, email)
    return answer


def _setting_page(inbox: InboxDependencies, form: CodeForm, status: int) -> ResponseReturnValue:
    email = auth.current_agent().email
    account = inbox.accounts.find(email)
    is_on = account is not None and account.two_steps
    if not is_on and not inbox.second_step.is_secret(form.secret.data or ""):
        form.secret.data = inbox.second_step.new_secret()
    address = "" if is_on else inbox.second_step.address(email, form.secret.data)
    return render_template("inbox/second_step.html", form=form, is_on=is_on, address=address), status


def _change_setting(inbox: InboxDependencies, form: CodeForm) -> ResponseReturnValue:
    email = auth.current_agent().email
    account = inbox.accounts.find(email)
    if not inbox.throttle.allows(email, request.remote_addr or "", inbox.devices.device(request, email)):
        form.code.errors = [_TOO_OFTEN]
        return _setting_page(inbox, form, 429)
    was_on = account is not None and account.two_steps
    if not _changed(inbox, email, form, was_on):
        form.code.errors = [_WRONG]
        return _setting_page(inbox, form, 422)
    inbox.audit.write(email, "second_step_off" if was_on else "second_step_on")
    flash("No code is asked for any more." if was_on else "From now on a log-in needs a code from your app.", "good")
    return redirect(url_for("inbox.second_step"), 303)


def _changed(inbox: InboxDependencies, email: str, form: CodeForm, was_on: bool) -> bool:
    if was_on:
        return inbox.second_step.turn_off(email, form.code.data)
    return inbox.second_step.turn_on(email, form.secret.data or "", form.code.data)
