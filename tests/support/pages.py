"""Looking at pages in tests: an agent's browser without a browser, and what a page says."""

from __future__ import annotations

import html.parser
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

_VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})
_BREAKS = frozenset({"p", "li", "div", "section", "dt", "dd", "h1", "h2", "h3", "tr", "option", "form"})


@dataclass
class Element:
    """A tag with its attributes, and all text below it."""

    tag: str
    attributes: dict[str, str]
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]


class Page(html.parser.HTMLParser):
    """A parsed page; scripts and handlers are found like everything else."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self._add(" " if tag in _BREAKS else "")
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass
        self._add(" " if tag in _BREAKS else "")

    def handle_data(self, data: str) -> None:
        self._add(data)

    def _add(self, text: str) -> None:
        for element in self._open:
            element.texts.append(text)

    @property
    def text(self) -> str:
        return next(element.text for element in self.elements if element.tag == "body")

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements with this tag and these attributes; `class_` matches one of the classes."""
        return [e for e in self.elements if (not tag or e.tag == tag) and _fits(e, attributes)]

    def one(self, tag: str = "", **attributes: str) -> Element:
        """The only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{len(found)} elements {tag} {attributes}"
        return found[0]

    def has(self, tag: str = "", **attributes: str) -> bool:
        return bool(self.all(tag, **attributes))


def _fits(element: Element, wanted: dict[str, str]) -> bool:
    classes = wanted.get("class_", "")
    plain = {name.rstrip("_").replace("_", "-"): value for name, value in wanted.items() if name != "class_"}
    has_class = not classes or classes in element.attributes.get("class", "").split()
    return has_class and all(element.attributes.get(name) == value for name, value in plain.items())


class Browser:
    """An agent at the inbox: opens pages and sends their forms, as a browser without scripts does."""

    def __init__(self, app: Flask) -> None:
        self._client = app.test_client()
        self.page = Page("")
        self.response: TestResponse
        self._token = ""

    def log_in(self, email: str, password: str) -> Browser:
        self.open("/inbox/log-in")
        self.send("/inbox/log-in", email=email, password=password)
        return self

    def open(self, path: str, **headers: str) -> Page:
        """Go to a page, following redirects."""
        return self._take(self._client.get(path, follow_redirects=True, headers=headers))

    def get(self, path: str) -> TestResponse:
        """The bare answer, as a script or an image tag gets it."""
        return self._client.get(path)

    def send(self, path: str, **form: str) -> Page:
        """Send a form, with the page's token, and follow to where it leads."""
        data = {"csrf_token": self._token, **form}
        return self._take(self._client.post(path, data=data, follow_redirects=True))

    def post(self, path: str, headers: dict[str, str] | None = None, **form: Any) -> TestResponse:
        """The bare answer to a form, as a script gets it."""
        return self._client.post(path, data={"csrf_token": self._token, **form}, headers=headers)

    @property
    def flashed(self) -> str:
        """What the page says about what was just done."""
        return " ".join(
            element.text for element in self.page.all("p", class_="flash") if "hidden" not in element.attributes
        )

    def _take(self, response: TestResponse) -> Page:
        self.response = response
        self.page = Page(response.get_data(as_text=True))
        token = self.page.all("meta", name="csrf-token")
        self._token = token[0]["content"] if token else self._token
        return self.page
