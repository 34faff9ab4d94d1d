"""The widget as a test sees it: what a shopper does, and what then stands on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Chat:
    """One tab. `troubles` collects errors and policy violations the browser reports."""

    page: Any
    troubles: list[str] = field(default_factory=list)

    @classmethod
    def visit(cls, context: Any, url: str) -> Chat:
        chat = cls(context.new_page())
        chat.page.on("pageerror", lambda error: chat.troubles.append(str(error)))
        chat.page.on("console", lambda line: chat.troubles.append(line.text) if _is_trouble(line) else None)
        chat.page.goto(url)
        return chat

    def open(self) -> Chat:
        self.page.locator("parcel-chat .launcher").click()
        self.field.wait_for()
        return self

    def say(self, text: str) -> Chat:
        self.field.fill(text)
        self.field.press("Enter")
        return self

    def choose(self, title: str) -> Chat:
        self.button(title).click()
        return self

    def menu(self, entry: str) -> Chat:
        self.button("More").click()
        self.button(entry).click()
        return self

    @property
    def field(self) -> Any:
        return self.find("textarea")

    @property
    def banner(self) -> Any:
        return self.find(".banner")

    @property
    def card(self) -> Any:
        return self.find(".card").last

    def find(self, selector: str) -> Any:
        return self.page.locator(f"parcel-chat {selector}")

    def text(self, text: str) -> Any:
        return self.page.locator("parcel-chat .log").get_by_text(text)

    def button(self, name: str) -> Any:
        return self.page.get_by_role("button", name=name, exact=True)

    def shown(self) -> list[str]:
        """Everything said that stands in the log, in order, also what is not sent yet."""
        return self.find(".message .bubble").all_inner_texts()

    def follow(self, selector: str) -> Callable[[], list[str]]:
        """Note from now on what a part of the widget says, however shortly; gives what gives it, oldest first."""
        notes = self.find(selector).evaluate_handle("""part => {
            const said = []
            new MutationObserver(() => said.push(part.innerText)).observe(part, {childList: true, subtree: true})
            return said
        }""")
        return lambda: list(notes.json_value())

    def focused(self) -> str:
        """Name of what has the keyboard, inside the widget too."""
        name: str = self.page.evaluate("""() => {
            let at = document.activeElement
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
            return at?.getAttribute('aria-label') || at?.textContent.trim() || at?.tagName
        }""")
        return name


def _is_trouble(line: Any) -> bool:
    """Failed requests are the tests' own doing; everything else on the error console is not."""
    return bool(line.type == "error" and "Failed to load resource" not in line.text)
