"""Serve the pages of watched parcels, and the links of mails: pages that need no script and are not indexed.

Nothing happens to who only looks: mail programs open links to see what is behind them. RFC 8058's one click is a POST.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Protocol

from flask import Blueprint, Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from parcelbot.core.cases.parcel_page import ParcelPage
from parcelbot.core.language import Language
from parcelbot.core.languages import language_of_tag

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
#: A token is shorter; whatever is longer is none.
_LONGEST_TOKEN = 300


class LinkedPages(Protocol):
    """The links of watched parcels, by what is signed in them."""

    def page(self, token: str) -> ParcelPage | None:
        """Give the page of a link; None for one that opens none."""

    def language(self, token: str, wished: str) -> Language:
        """Give the language of whoever a link was made for; `wished` for a link that opens nothing."""

    def withdraw(self, token: str) -> bool:
        """Close a page for whoever has its link; False for a link that opens none."""

    def is_stop(self, token: str) -> bool:
        """Tell whether a link ends messages."""

    def stop(self, token: str) -> bool:
        """End the messages of a link; False for a forged one."""

    def is_confirmation(self, token: str) -> bool:
        """Tell whether a link confirms an address."""

    def confirm(self, token: str) -> bool:
        """Confirm the address of a link; False for one that confirms none."""


def create_blueprint(links: LinkedPages, shop_url: str) -> Blueprint:
    """Build the pages, below /parcel. Exempt them from CSRF protection: the signed link is what lets in."""
    pages = Blueprint("parcel", __name__, url_prefix="/parcel")
    _add_parcel(pages, links, shop_url)
    _add_stop(pages, links, shop_url)
    _add_confirmation(pages, links, shop_url)
    pages.after_request(_protect)
    return pages


def _add_parcel(pages: Blueprint, links: LinkedPages, shop_url: str) -> None:
    @pages.get("/<token>")
    def parcel(token: str) -> ResponseReturnValue:
        """Show the parcel."""
        page = links.page(token) if len(token) <= _LONGEST_TOKEN else None
        if page is None:
            return _gone(links, token, shop_url)
        return render_template("parcel.html", page=page, token=token, shop_url=shop_url, **_spoken(links, token))

    @pages.post("/<token>/withdraw")
    def withdraw(token: str) -> ResponseReturnValue:
        """Close the page for whoever has its link."""
        return _said("withdrawn", links, token, shop_url) if links.withdraw(token) else _gone(links, token, shop_url)


def _add_stop(pages: Blueprint, links: LinkedPages, shop_url: str) -> None:
    @pages.get("/stop/<token>")
    def stop(token: str) -> ResponseReturnValue:
        """Ask whether the messages shall end."""
        return _asked("stop", links, token, shop_url) if links.is_stop(token) else _gone(links, token, shop_url)

    @pages.post("/stop/<token>")
    def stop_now(token: str) -> ResponseReturnValue:
        """End the messages; a mail program that does it by itself reads only the status."""
        return _said("stopped", links, token, shop_url) if links.stop(token) else _gone(links, token, shop_url)


def _add_confirmation(pages: Blueprint, links: LinkedPages, shop_url: str) -> None:
    @pages.get("/confirm/<token>")
    def confirm(token: str) -> ResponseReturnValue:
        """Ask whether the address shall be written to."""
        return (
            _asked("confirm", links, token, shop_url) if links.is_confirmation(token) else _gone(links, token, shop_url)
        )

    @pages.post("/confirm/<token>")
    def confirm_now(token: str) -> ResponseReturnValue:
        """Confirm the address."""
        return _said("confirmed", links, token, shop_url) if links.confirm(token) else _gone(links, token, shop_url)


def _asked(what: str, links: LinkedPages, token: str, shop_url: str) -> ResponseReturnValue:
    words = _spoken(links, token)
    return render_template("parcel_link.html", what=what, asks=True, action=request.path, shop_url=shop_url, **words)


def _said(what: str, links: LinkedPages, token: str, shop_url: str) -> ResponseReturnValue:
    return render_template("parcel_link.html", what=what, asks=False, shop_url=shop_url, **_spoken(links, token))


def _gone(links: LinkedPages, token: str, shop_url: str) -> ResponseReturnValue:
    return make_response(_said("gone", links, token, shop_url), 404)


def _spoken(links: LinkedPages, token: str) -> dict[str, Any]:
    """Give templates the page's language, its sentences `utter_page_…`, and its words for a day."""
    wished = language_of_tag(str(request.accept_languages.best or ""))
    language = links.language(token[:_LONGEST_TOKEN], wished)
    return {
        "language": language,
        "say": lambda name, **words: language.worded(f"utter_page_{name}", **words),
        "day": lambda at: language.day(_date_of(at), _date_of(at)),
    }


def _date_of(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _protect(response: Response) -> Response:
    """Keep the page out of search engines, caches and frames, and its address out of other sites' logs."""
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
