"""Let admins see what is kept about a shopper, export it and erase it."""

from __future__ import annotations

import io

from flask import Blueprint, render_template, request, send_file
from flask.typing import ResponseReturnValue

from parcelbot.core.owner.privacy import KeptData, comparable_email, count_in_words
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import admin_required, current_agent
from parcelbot.usecases.privacy.removal import StillBusy
from parcelbot.usecases.privacy.shopper import NotAnAddress

_NO_ADDRESS = "Type one e-mail address."
_NOT_CONFIRMED = "Nothing was removed: what you typed to confirm is another address."
_BUSY = "Nothing was removed: the assistant is at work in a conversation. Try again in a minute."


def create_blueprint(inbox: InboxDependencies) -> Blueprint:
    """Build the page: look up, export, erase.

    The address travels in bodies only, so that no log of addresses has it.
    """
    pages = Blueprint("inbox_privacy", __name__, url_prefix="/inbox/privacy")
    _add_looking_up(pages, inbox)
    _add_taking_away(pages, inbox)
    _add_refusals(pages, inbox)
    return pages


def _add_looking_up(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.get("/")
    @admin_required
    def index() -> ResponseReturnValue:
        return _page()

    @pages.post("/")
    @admin_required
    def look_up() -> ResponseReturnValue:
        email = _email()
        found = inbox.privacy.kept_data(email)
        inbox.audit.write(current_agent().email, "looked_up", detail=f"shopper {inbox.privacy.hash_of(email)}")
        return _page(email, found)


def _add_taking_away(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.post("/export")
    @admin_required
    def export() -> ResponseReturnValue:
        data = inbox.privacy.export(_email(), current_agent().email)
        name = f"shopper-data-{inbox.clock():%Y-%m-%d}.zip"
        answer = send_file(io.BytesIO(data), "application/zip", as_attachment=True, download_name=name)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    @pages.post("/erase")
    @admin_required
    def erase() -> ResponseReturnValue:
        email = _email()
        if comparable_email(request.form.get("confirm", "")) != email:
            return _page(email, inbox.privacy.kept_data(email), problem=_NOT_CONFIRMED), 422
        return _page(email, erased=inbox.privacy.erase(email, current_agent().email))


def _add_refusals(pages: Blueprint, inbox: InboxDependencies) -> None:
    @pages.errorhandler(NotAnAddress)
    def not_an_address(_: NotAnAddress) -> ResponseReturnValue:
        return _page(_email(), problem=_NO_ADDRESS), 422

    @pages.errorhandler(StillBusy)
    def busy(_: StillBusy) -> ResponseReturnValue:
        return _page(_email(), inbox.privacy.kept_data(_email()), problem=_BUSY), 409


def _email() -> str:
    return comparable_email(request.form.get("email", ""))


def _page(email: str = "", found: KeptData | None = None, erased: KeptData | None = None, problem: str = "") -> str:
    return render_template(
        "inbox/privacy.html", email=email, found=found, erased=erased, problem=problem, counted=count_in_words
    )
