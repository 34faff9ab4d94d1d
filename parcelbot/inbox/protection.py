"""Give every page below /inbox safe cookies, strict headers, and error pages that say what to do."""

from __future__ import annotations

from flask import Flask, Response, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from parcelbot.inbox.dependencies import InboxSettings
from parcelbot.inbox.entrance.auth import asked_by_script, is_inbox_path

#: Nothing inline, nothing from elsewhere, no markup from strings; framed by nobody.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)

#: A view may set its own value, for instance a stricter policy for a file that came from a shopper.
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # not less: over https the CSRF check reads the referrer
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
_STATIC_CACHE = "no-cache"

_ADVICE = {
    400: (
        "That did not work",
        "The page had been open too long or something was missing. Go back, reload and try again.",
    ),
    403: ("Not for this log-in", "Only admins may open this page. Ask one of them if you need it."),
    404: ("Nothing here", "There is no such page or ticket. It may have been erased."),
    405: ("That did not work", "This address cannot be used that way. Go back and try again."),
    413: ("Too much at once", "What you sent is too large."),
    429: ("Too many attempts", "Wait a little, then try again."),
}
_ANYTHING_ELSE = (
    "Something went wrong",
    "It is not your doing, and nothing was lost that was saved before. Try again.",
)


def protect(app: Flask, settings: InboxSettings) -> None:
    """Set up cookies, headers and error pages of `app`."""
    app.config.update(
        SECRET_KEY=settings.secret,
        SESSION_COOKIE_NAME="inbox",
        SESSION_COOKIE_PATH="/inbox",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session it is bound to
    )
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]
    _refuse_nul(app)
    _set_headers(app, settings)
    _explain_errors(app)


def _refuse_nul(app: Flask) -> None:
    @app.before_request
    def refuse() -> None:
        """Refuse the one character that no database takes in a text."""
        told = (request.path, *request.args.values(), *request.form.values())
        if any("\0" in text for text in told):
            abort(400)


def _set_headers(app: Flask, settings: InboxSettings) -> None:
    @app.after_request
    def set_headers(response: Response) -> Response:
        if not is_inbox_path(request.path):
            return response
        if request.endpoint == "inbox.static":
            response.headers["Cache-Control"] = _STATIC_CACHE
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.https:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        return response


def _explain_errors(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def explain(error: HTTPException) -> ResponseReturnValue:
        if not is_inbox_path(request.path) or error.response is not None:
            return error
        return _explained(error.code or 500, code=type(error).__name__)

    @app.errorhandler(CSRFError)
    def explain_csrf(error: CSRFError) -> ResponseReturnValue:
        return _explained(400, code="csrf") if is_inbox_path(request.path) else error


def _explained(status: int, code: str) -> ResponseReturnValue:
    title, advice = _ADVICE.get(status, _ANYTHING_ELSE)
    if asked_by_script():
        return jsonify(error={"code": code, "message": advice}), status
    return render_template("inbox/error.html", title=title, advice=advice, status=status), status
