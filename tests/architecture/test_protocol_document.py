"""Compare docs/protocol.md with the channel, the cards and the widget's types, without starting any of them."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from functools import cache

import pytest

from parcelbot.core.cases import cards
from tests.architecture.source import ROOT, modules, tree

API = "parcelbot.front.api"
#: Raised with a code of its own; the session's call answers it with this status.
IDENTITY_REFUSED = ("IdentityRefused", "401")

_HEADING = re.compile(r"^##+ (.+)$", re.MULTILINE)
_ROW = re.compile(r"^\| (?!-)(.+) \|$", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_FIELDS = re.compile(r'\{("\w+"(?:, "\w+")*)\}')


@cache
def section(heading: str) -> str:
    """The part of the document below a heading, up to the next one of any depth."""
    parts = _HEADING.split((ROOT / "docs/protocol.md").read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))[heading]


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table of a section, without its head."""
    table = section(heading).strip().split("\n\n")
    first = next(part for part in table if part.startswith("|"))
    return [row.split(" | ") for row in _ROW.findall(first)][1:]


def names(heading: str) -> list[str]:
    """What stands in code style in the first column."""
    return [_CODE.findall(cells[0])[0] for cells in rows(heading)]


def parts_of(heading: str, name: str) -> list[str]:
    """The fields that the row of `name` lists as `{"a", "b"}`."""
    told = next(" ".join(cells[1:]) for cells in rows(heading) if f"`{name}`" in cells[0])
    found = _FIELDS.search(told)
    return re.findall(r'"(\w+)"', found[1]) if found else []


def calls_of(module: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call below a node, with the name of what is called."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "id", getattr(node.func, "attr", "")), node


def keys(node: ast.Dict) -> list[str]:
    """The constant keys of a dict display, in order."""
    return [key.value for key in node.keys if isinstance(key, ast.Constant)]


def function(module: str, name: str) -> ast.AST:
    """The definition of a function or method."""
    return next(node for node in ast.walk(tree(module)) if getattr(node, "name", "") == name)


def interface(name: str) -> list[str]:
    """The fields of an interface of the widget's types."""
    types = (ROOT / "widget/src/types.d.ts").read_text(encoding="utf-8")
    body = re.search(rf"export interface {name} \{{\n(.*?)\n\}}", types, re.DOTALL)
    assert body, f"no interface {name}"
    return re.findall(r"^  (\w+)\??:", body[1], re.MULTILINE)


def code_of(node: ast.expr) -> str:
    """An error code as it stands in the code; what is put together there is a pattern."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else r"\w+" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def statuses() -> dict[str, str]:
    """The functions of `errors` that make a refusal, and the status each gives it."""
    functions = (node for node in tree(f"{API}.errors").body if isinstance(node, ast.FunctionDef))
    made = ((each.name, call) for each in functions for name, call in calls_of(each) if name == "ApiError")
    return {name: str(call.args[0].value) for name, call in made if isinstance(call.args[0], ast.Constant)}


def refusals() -> set[tuple[str, str]]:
    """Every status and code that the channel may answer."""
    known = {**statuses(), **dict([IDENTITY_REFUSED])}
    found = set()
    for module in (name for name in modules() if name.startswith(API)):
        for name, call in calls_of(tree(module)):
            if name == "ApiError" and isinstance(call.args[0], ast.Constant):
                found.add((str(call.args[0].value), code_of(call.args[1])))
            elif name in known and call.args:
                found.add((known[name], code_of(call.args[0])))
    return {(status, code) for status, code in found if code}


def test_every_call_is_documented() -> None:
    pairs = {
        f"{node.elts[0].value} {re.sub(r':[a-z]+>', '>', node.elts[1].value)}"
        for node in ast.walk(tree("parcelbot.front.blueprint"))
        if isinstance(node, ast.Tuple)
        and [type(part) for part in node.elts[:2]] == [ast.Constant, ast.Constant]
        and node.elts[0].value in ("GET", "POST")
    }
    assert sorted(names("Calls")) == sorted(pairs)


def test_every_refusal_is_documented() -> None:
    documented = {(cells[0], _CODE.findall(cells[1])[0]) for cells in rows("Refusals")}
    in_code = refusals()
    assert {pair for pair in in_code if not any(matches(pair, told) for told in documented)} == set()
    assert {told for told in documented if not any(matches(pair, told) for pair in in_code)} == set()


def matches(in_code: tuple[str, str], documented: tuple[str, str]) -> bool:
    return in_code[0] == documented[0] and re.fullmatch(in_code[1], documented[1]) is not None


def test_what_a_shopper_sends_is_documented() -> None:
    asked = _asked_for("body") - {"identity", "language", "time_zone"}  # those of a session
    assert asked == set(names("What a shopper sends"))
    assert _asked_for("claims") == set(names("Shoppers who are logged in"))


def _asked_for(name: str) -> set[str]:
    """The fields taken out of the mapping called `name`: by `name.get("field")` or by a helper's `(name, "field")`."""
    found = set()
    for module in (module for module in modules() if module.startswith(API)):
        for called, call in calls_of(tree(module)):
            holder = getattr(call.func, "value", None) if called == "get" else next(iter(call.args), None)
            field = call.args[0:1] if called == "get" else call.args[1:2]
            if getattr(holder, "id", "") == name:
                found |= {part.value for part in field if isinstance(part, ast.Constant)}
    return found


def test_every_field_of_a_message_is_documented() -> None:
    made = next(
        node for node in ast.walk(function(f"{API}.message_json", "message_json")) if isinstance(node, ast.Dict)
    )
    assert names("A message") == keys(made) == interface("Message")
    assert parts_of("A message", "choices") == interface("Choice")


def test_a_session_is_documented() -> None:
    assert parts_of("Calls", "POST /sessions") == ["identity"]
    session = re.findall(r"201 `\{(.*?)\}`", section("Calls"))[0]
    assert re.findall(r'"(\w+)"', session) == interface("Session")


def test_every_event_of_the_stream_is_documented() -> None:
    sent = {
        call.args[0].value: call.args[1]
        for name, call in calls_of(tree(f"{API}.stream"))
        if name == "_event" and isinstance(call.args[0], ast.Constant)
    }
    assert set(names("The stream")) == set(sent)
    shapes = {name: keys(body) for name, body in sent.items() if isinstance(body, ast.Dict)}
    assert {name: parts_of("The stream", name) for name in shapes} == shapes
    assert shapes["handoff"] == interface("Handoff")


def test_every_field_of_an_attachment_is_documented() -> None:
    told = next(node for node in ast.walk(function(f"{API}.files", "attachment_of")) if isinstance(node, ast.Dict))
    assert names("Attachments") == keys(told) == interface("Attachment")


@pytest.mark.parametrize(("kind", "card"), [("tracking", cards.TrackingCard), ("ticket", cards.TicketCard)])
def test_every_field_of_a_card_is_documented(kind: str, card: type) -> None:
    documented = names(f"Card `{kind}`")
    assert documented == interface(card.__name__)
    assert set(documented) == {"kind", *fields_of(card)}


@pytest.mark.parametrize(
    ("kind", "name", "part"),
    [
        ("tracking", "last_scan", cards.CardScan),
        ("tracking", "checkpoints", cards.CardCheckpoint),
        ("ticket", "fields", cards.CardField),
    ],
)
def test_the_parts_of_a_card_are_documented(kind: str, name: str, part: type) -> None:
    assert parts_of(f"Card `{kind}`", name) == fields_of(part)


def test_a_card_s_route_is_documented() -> None:
    assert parts_of("Card `tracking`", "route") == list(cards.CardRoute("China", "Norway").to_json())


def fields_of(part: type) -> list[str]:
    return [field.name for field in dataclasses.fields(part)]
