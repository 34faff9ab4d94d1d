"""An identity provider: discovery, a log-in that asks nothing, tokens signed with a key of its own."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, redirect, request
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.support.vendors.server import Faults, VendorError, VendorServer

CLIENT, SECRET = "inbox", "the secret of the inbox at the provider"


def error_body(status: int, message: str) -> dict[str, Any]:
    return {"error": message}


@dataclass
class IdentityServer(VendorServer):
    """OpenID Connect in memory: whoever comes is logged in as `claims` say. `signs_with` may be a stranger's key."""

    app: Flask = field(default_factory=lambda: Flask("identity"))
    faults: Faults = field(default_factory=lambda: Faults(error_body))
    claims: dict[str, Any] = field(default_factory=dict)
    redirects: set[str] = field(default_factory=set)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "ours", "use": "sig"}))
    signs_with: RSAKey | None = None
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app.get("/.well-known/openid-configuration")(self._discover)
        self.app.get("/authorize")(self._authorize)
        self.app.post("/token")(self._token)
        self.app.get("/keys")(lambda: jsonify(keys=[self.key.as_dict(private=False)]))
        super().__post_init__()

    def _discover(self) -> Response:
        return jsonify(
            issuer=self.url,
            authorization_endpoint=f"{self.url}/authorize",
            token_endpoint=f"{self.url}/token",
            jwks_uri=f"{self.url}/keys",
            id_token_signing_alg_values_supported=["RS256"],
            token_endpoint_auth_methods_supported=["client_secret_basic"],
        )

    def _authorize(self) -> Any:
        asked = request.args
        wrong = asked["client_id"] != CLIENT or asked["redirect_uri"] not in self.redirects
        if wrong or asked["code_challenge_method"] != "S256" or "openid" not in asked["scope"].split():
            raise VendorError(400, error_body(400, "invalid_request"))
        code = secrets.token_urlsafe(8)
        self._codes[code] = dict(asked)
        return redirect(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    def _token(self) -> Response:
        shown = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self._codes.pop(request.form["code"], None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(request.form["code_verifier"].encode()).digest())
        if (
            asked is None
            or request.headers.get("Authorization") != f"Basic {shown}"
            or challenge.decode().rstrip("=") != asked["code_challenge"]
        ):
            raise VendorError(400, error_body(400, "invalid_grant"))
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": "1", "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        token = jwt.encode({"alg": "RS256", "kid": "ours"}, claims | self.claims, self.signs_with or self.key)
        return jsonify(access_token="a", token_type="Bearer", expires_in=300, id_token=token)
