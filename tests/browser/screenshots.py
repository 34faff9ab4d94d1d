"""Pictures of the widget's main states: `python -m tests.browser.screenshots OUTDIR`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser import stage
from tests.browser.chat import Chat
from tests.browser.script import NUMBER, choices, tracking_card
from tests.browser.standin import StandIn

SETTLE_MS = 500

State = Callable[[Chat, StandIn], None]


def shop_page(chat: Chat, _: StandIn) -> None:
    chat.page.locator("parcel-chat .launcher").wait_for()


def welcome(chat: Chat, _: StandIn) -> None:
    chat.open()


def card(chat: Chat, _: StandIn) -> None:
    chat.open().say(f"my tracking hasn't moved for 9 days, {NUMBER}")
    chat.button("Talk to a person").wait_for()


def all_scans(chat: Chat, standin: StandIn) -> None:
    card(chat, standin)
    chat.card.get_by_text("Earlier scans").click()
    chat.card.get_by_text("Last scan").evaluate("line => line.scrollIntoView()")


def overdue(chat: Chat, standin: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    late = {"tone": "act", "elapsed_days": 33, "normal_days": 25, "normal_until": "2026-11-13"}
    local = {"last_mile_carrier": "Royal Mail", "last_mile_number": "RR123456785GB", "stale": True}
    text = "This has taken longer than it should. Please open a dispute before your protection ends."
    standin.talk.say("bot", text, card=tracking_card(**late, **local))
    chat.find(".tone-act").wait_for()


def ticket(chat: Chat, standin: StandIn) -> None:
    card(chat, standin)
    chat.choose("Talk to a person").text("Which e-mail").wait_for()
    chat.say("mia@example.com").choose("Send it").text("KT-7GRX4M").wait_for()


def person(chat: Chat, standin: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    standin.talk.hand("claimed", "human", "Marta", "Marta from our team has joined the chat.")
    standin.talk.say("agent", "Hello, Marta here. I have your parcel in front of me.", agent="Marta")
    chat.find(".message.agent").wait_for()


def solved(chat: Chat, standin: StandIn) -> None:
    person(chat, standin)
    text = "Marta has closed your case. If anything is still open, write here any time."
    standin.talk.hand("solved", "solved", text=text, choices=choices("That solved it", "Not yet"))
    chat.button("Not yet").wait_for()


def offline(chat: Chat, standin: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    standin.down()
    chat.banner.get_by_role("button").wait_for()
    chat.say("It has been two weeks now").find(".pending").wait_for()


def attachment(chat: Chat, _: StandIn) -> None:
    chat.open().say("hello").text("Which tracking").wait_for()
    picture = {"name": "tracking page.png", "mimeType": "image/png", "buffer": chat.page.screenshot()}
    chat.find("input[multiple]").set_input_files(files=[picture])
    chat.find(".chip").get_by_text("Ready to send").wait_for()


def start_over(chat: Chat, standin: StandIn) -> None:
    card(chat, standin)
    chat.menu("Start over").button("Keep this chat").wait_for()


STATES: list[State] = [
    shop_page,
    welcome,
    card,
    all_scans,
    overdue,
    ticket,
    person,
    solved,
    offline,
    attachment,
    start_over,
]
WIDTHS = {"desktop": stage.desktop_context(), "phone": stage.phone_context()}


def main(directory: Path) -> None:
    """Take every state at both widths, in light and dark."""
    directory.mkdir(parents=True, exist_ok=True)
    with stage.browser() as chromium:
        for width, device in WIDTHS.items():
            for scheme in ("light", "dark"):
                for state in STATES:
                    path = directory / f"{width}-{scheme}-{state.__name__}.png"
                    _take(chromium, device | {"color_scheme": scheme}, state, path)


def _take(chromium: Any, device: dict[str, Any], state: State, path: Path) -> None:
    standin = StandIn().up()
    context = chromium.new_context(**device, reduced_motion="reduce")
    with stage.shop(standin.url) as url:
        chat = Chat.visit(context, url)
        state(chat, standin)
        chat.page.wait_for_timeout(SETTLE_MS)
        chat.page.screenshot(path=path)
    context.close()
    standin.down()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/screenshots"))
