"""What the stand-in assistant says: a short journey from a stuck parcel to a ticket."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.browser.standin import Talk

NUMBER = "LP00123456789012"
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
_TEXTS = (
    *("number", "carrier", "last_mile_carrier", "last_mile_number"),
    *("status_text", "wait_text", "then", "text"),
)


#: Promised days are counted from here, so that a test may run over midnight.
_TODAY = datetime.now(timezone.utc)


def now_iso() -> str:
    return _now().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def answer(talk: Talk, text: str) -> None:
    """Answer `text` as the assistant would, roughly."""
    talk.change(typing=True)
    lower = text.lower()
    if NUMBER.lower() in lower:
        talk.say("bot", _about_parcel(), card=tracking_card())
        talk.say("bot", "Anything else I can do?", choices=choices("What happens now?", "Talk to a person"))
    elif "person" in lower:
        talk.say("bot", "I pass this on. Which e-mail did you use for your order?")
    elif "@" in text:
        talk.say(
            "bot",
            "This is what I send. Is it right?",
            card=ticket_card("", text),
            choices=choices("Send it", "Change it"),
        )
    elif text == "Send it":
        talk.say("bot", "It is with our team now.", card=ticket_card("KT-7GRX4M", "mia@example.com"))
    elif "hostile" in lower:
        talk.say("bot", HOSTILE, card=hostile_tracking(), choices=choices(HOSTILE))
        talk.say("bot", HOSTILE, card=hostile_ticket(), attachment={"attachment_id": "x", "name": HOSTILE})
    else:
        talk.say("bot", "Of course. Which tracking or order number is it about?")
    talk.change(typing=False)


def choices(*titles: str) -> list[dict[str, str]]:
    return [{"id": secrets.token_urlsafe(9), "title": title} for title in titles]


def tracking_card(**changes: Any) -> dict[str, Any]:
    """A parcel that left China nine days ago and is quiet since: day 9 of 20."""
    scan = {"at": _ago(9, 4), "text": "Departed from country of origin", "place": "Shanghai, CN"}
    card = {
        "kind": "tracking",
        "number": NUMBER,
        "carrier": "Cainiao",
        "last_mile_carrier": "",
        "last_mile_number": "",
        "carrier_link": f"https://carrier.example/track?number={NUMBER}",
        "status": "in_transit",
        "status_text": "In transit",
        "tone": "calm",
        "origin": "CN",
        "destination": "GB",
        "route": {"from": "China", "to": "United Kingdom"},
        "last_scan": scan | {"age_text": "9 days ago"},
        "elapsed_days": 9,
        "normal_days": 20,
        "normal_until": _day(11),
        "wait_until": _day(15),
        "wait_text": _words(15),
        "then": "If there is still no scan by then, write to me and I pass it to a person.",
        "expected": None,
        "checkpoints": [
            scan | {"carrier": "Cainiao", "physical": True},
            _scan(10, "Export customs clearance completed", "Shanghai, CN"),
            _scan(11, "Arrived at departure transport hub", "Shanghai, CN"),
            _scan(12, "Accepted by carrier", "Hangzhou, CN"),
            _scan(13, "Shipping label created", "", physical=False),
        ],
        "fetched_at": now_iso(),
        "stale": False,
        "text": f"Parcel {NUMBER}: in transit, last scan 9 days ago in Shanghai, CN. Wait until {_words(15)}.",
    }
    return card | changes


def ticket_card(reference: str, email: str) -> dict[str, Any]:
    fields = {"Order": "7401", "Tracking number": NUMBER, "E-mail": email, "What is wrong": "No scan for 9 days"}
    return {
        "kind": "ticket",
        "reference": reference,
        "status": "new" if reference else "draft",
        "fields": [{"label": label, "value": value} for label, value in fields.items()],
        "promise": f"Someone writes to you by {_words(2)}, 17:00." if reference else "",
    }


def hostile_tracking() -> dict[str, Any]:
    scan = {"at": _ago(1, 0), "text": HOSTILE, "place": HOSTILE}
    texts = dict.fromkeys(_TEXTS, HOSTILE)
    return tracking_card(
        **texts,
        tone=HOSTILE,
        carrier_link=f"javascript:{HOSTILE}",
        route={"from": HOSTILE, "to": HOSTILE},
        last_scan=scan | {"age_text": HOSTILE},
        checkpoints=[scan | {"carrier": HOSTILE, "physical": False}] * 4,
    )


def hostile_ticket() -> dict[str, Any]:
    fields = [{"label": HOSTILE, "value": HOSTILE}]
    return {"kind": "ticket", "reference": HOSTILE, "status": HOSTILE, "fields": fields, "promise": HOSTILE}


def _confirmation(email: str) -> dict[str, Any]:
    return {"card": ticket_card("", email), "choices": choices("Send it", "Change it")}


def _about_parcel() -> str:
    return (
        "Your parcel left China 9 days ago and has been quiet since. Between countries that is normal "
        f"for up to 20 days, so please give it until {_words(15)}."
    )


def _scan(days: int, text: str, place: str, physical: bool = True) -> dict[str, Any]:
    return {"at": _ago(days, 2), "text": text, "place": place, "carrier": "Cainiao", "physical": physical}


def _now() -> datetime:
    return datetime.now(timezone.utc)


def _ago(days: int, hours: int) -> str:
    moment = _now().astimezone(timezone(timedelta(hours=8))) - timedelta(days=days, hours=hours)
    return moment.isoformat(timespec="seconds")


def _day(days: int) -> str:
    return (_TODAY + timedelta(days=days)).date().isoformat()


def _words(days: int) -> str:
    return (_TODAY + timedelta(days=days)).strftime("%a %-d %B")
