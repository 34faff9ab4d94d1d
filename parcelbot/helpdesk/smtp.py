"""Hand a mail to an SMTP server, and tell what its refusals mean for a delivery.

| refusal | becomes |
|---|---|
| no connection, time-out, connection lost (after the mail's text too: it may have been taken) | again later |
| no STARTTLS, a certificate that does not hold, log-in or sender refused | again later: a setting, not the mail |
| 4xx for recipient or text (greylisting, mailbox full) | again later |
| 5xx for recipient or text | permanent |
"""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from parcelbot.core.outgoing.deliveries import DeliveryFailed
from parcelbot.helpdesk.server_words import readable

_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class SmtpServer:
    """A mail server: `tls` is "starttls", "tls" (from the first byte) or "none".

    `timeout_s` bounds each step of the exchange, not the whole of it. Without a `context` certificates are checked
    against this machine's authorities.
    """

    host: str
    port: int
    tls: str = "none"
    user: str = ""
    password: str = field(default="", repr=False)
    timeout_s: float = 20.0
    context: ssl.SSLContext | None = field(default=None, repr=False)

    @classmethod
    def from_url(cls, url: str) -> SmtpServer:
        """Read `smtp://user:password@host:587?tls=starttls`; ValueError says what is wrong without the password.

        Encrypted by STARTTLS unless `tls` says otherwise or the server is on this machine; `smtps://` means
        `tls=tls`. Signs in a user or password are percent-encoded.
        """
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in ("smtp", "smtps") or not host:
            raise ValueError("SMTP_URL must look like smtp://user:password@host:587?tls=starttls")
        usual = "tls" if parts.scheme == "smtps" else "none" if host in _LOOPBACK else "starttls"
        tls = parse_qs(parts.query).get("tls", [usual])[0]
        if tls not in _PORTS:
            raise ValueError(f"tls in SMTP_URL is one of {', '.join(_PORTS)}, not {tls!r}")
        if parts.username and tls == "none" and host not in _LOOPBACK:
            raise ValueError("SMTP_URL would send the password over the network unencrypted; use tls=starttls")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(host, parts.port or _PORTS[tls], tls, user, password)

    def send(self, message: EmailMessage, sender: str, recipient: str) -> None:
        """Hand over one mail to one recipient; DeliveryFailed for everything that goes wrong."""
        client = self._connected()
        try:
            client.send_message(message, from_addr=sender, to_addrs=[recipient])
        except smtplib.SMTPSenderRefused as error:
            raise _failed("does not let us send as MAIL_FROM", error) from error
        except smtplib.SMTPRecipientsRefused as error:
            code, reason = next(iter(error.recipients.values()))
            raise _refused(code, reason) from error
        except smtplib.SMTPResponseException as error:
            raise _refused(error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPNotSupportedError as error:
            raise DeliveryFailed("The mail server cannot write to such an address.", permanent=True) from error
        except (smtplib.SMTPException, OSError) as error:
            raise _failed("broke the connection", error) from error
        finally:
            # the mail is taken or not by now; a bad good-bye changes nothing
            with suppress(smtplib.SMTPException, OSError):
                client.quit()
            client.close()

    def greet(self) -> None:
        """Connect, log in and leave; DeliveryFailed as in `send`."""
        client = self._connected()
        with suppress(smtplib.SMTPException, OSError):
            client.quit()
        client.close()

    def _connected(self) -> smtplib.SMTP:
        """Connect, encrypt and log in. No failure before the mail itself is the mail's fault."""
        try:
            client = self._greeted()
        except (smtplib.SMTPException, OSError) as error:
            raise _failed("does not answer", error) from error
        try:
            if self.tls == "starttls":
                client.starttls(context=self._context())
            if self.user:
                client.login(self.user, self.password)
        except (smtplib.SMTPException, OSError) as error:
            client.close()
            raise _failed("does not let us in: check SMTP_URL", error) from error
        return client

    def _greeted(self) -> smtplib.SMTP:
        if self.tls == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.timeout_s, context=self._context())
        return smtplib.SMTP(self.host, self.port, timeout=self.timeout_s)

    def _context(self) -> ssl.SSLContext:
        """Make a context that checks the server's certificate, only where it is needed: that takes a while."""
        return self.context or ssl.create_default_context()


def _refused(code: int, reason: bytes | str) -> DeliveryFailed:
    return DeliveryFailed(f"The mail server says {code} {_one_line(reason)}".strip(), permanent=code >= 500)


def _failed(what: str, error: Exception) -> DeliveryFailed:
    code, reason = getattr(error, "smtp_code", ""), getattr(error, "smtp_error", b"")
    said = f"{code} {_one_line(reason)}".strip() or type(error).__name__
    return DeliveryFailed(f"The mail server {what} ({said})")


def _one_line(reason: bytes | str) -> str:
    """Put a server's words on one line, without e-mail addresses."""
    text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    return readable(" ".join(text.split()))
