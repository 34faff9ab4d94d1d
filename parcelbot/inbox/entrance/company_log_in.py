"""Let agents log in with their company's identity provider, by OpenID Connect."""

from __future__ import annotations

import logging
from typing import Any

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.flask_client import OAuth
from flask import Blueprint, redirect, request, session, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from joserfc.errors import JoseError

from parcelbot.core.handover.agents import Account, normal_email
from parcelbot.inbox.dependencies import CompanyProvider, InboxDependencies
from parcelbot.inbox.entrance import auth
from parcelbot.inbox.entrance.addresses import safe_next
from parcelbot.inbox.entrance.two_steps import begin_halfway, welcome_in

logger = logging.getLogger(__name__)

_NAME = "company"
_WANTED = "company_wanted"
_TIMEOUT_S = 5.0
#: What the provider can answer that is none of our doing, and what a stranger can make up.
_REFUSALS = (OAuthError, JoseError, OSError, ValueError, KeyError, RuntimeError)


def add_company_log_in(pages: Blueprint, inbox: InboxDependencies) -> None:
    """Add the way to the provider and the way back; nothing where no provider is set up."""
    if inbox.settings.company is None:
        return
    clients = OAuth()
    _connect(pages, clients, inbox.settings.company)

    @pages.get("/company")
    def company() -> ResponseReturnValue:
        if auth.agent_or_none():
            return redirect(safe_next(request.args.get("next")), 303)
        session.clear()
        session[_WANTED] = safe_next(request.args.get("next"))
        return _or_refused(inbox, lambda: clients.company.authorize_redirect(f"{inbox.settings.address}/company/back"))

    @pages.get("/company/back")
    def company_back() -> ResponseReturnValue:
        return _or_refused(inbox, lambda: _arrive(inbox, clients.company.authorize_access_token()))


def _connect(pages: Blueprint, clients: OAuth, provider: CompanyProvider) -> None:
    @pages.record_once
    def connect(state: BlueprintSetupState) -> None:
        clients.init_app(state.app)
        clients.register(
            _NAME,
            client_id=provider.client_id,
            client_secret=provider.client_secret,
            server_metadata_url=f"{provider.issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid email",
                "code_challenge_method": "S256",
                "default_timeout": _TIMEOUT_S,
            },
        )


def _or_refused(inbox: InboxDependencies, step: Any) -> ResponseReturnValue:
    """Take a step of the log-in; whatever is wrong with it reads the same, and the log tells."""
    try:
        answer: ResponseReturnValue = step()
    except _REFUSALS as error:
        logger.warning("the company log-in failed: %s", type(error).__name__)
        inbox.audit.write("", "company_log_in_failed", detail=request.remote_addr or "")
        return redirect(url_for("inbox.log_in", company="failed"), 303)
    return answer


def _arrive(inbox: InboxDependencies, token: dict[str, Any]) -> ResponseReturnValue:
    """Log in whom the provider names, if an admin has invited them; KeyError when nobody may."""
    account, wanted = _account(inbox, token["userinfo"]), session.get(_WANTED, "")
    if account.two_steps:
        return begin_halfway(inbox, account, wanted)
    return welcome_in(inbox, account, wanted)


def _account(inbox: InboxDependencies, claims: dict[str, Any]) -> Account:
    """Find the account of an e-mail that the provider has verified: an address alone may be anybody's word."""
    if claims.get("email_verified") is not True:
        raise KeyError("email_verified")
    account = inbox.accounts.find(normal_email(claims["email"]))
    if account is None or account.agent.demo or not account.usable(inbox.settings.demo_mode):
        raise KeyError("account")
    return account
