"""Read what a shopper sends: `{"echo_id", "text"}`, `{"echo_id", "choice"}`, or with an attachment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parcelbot.core.languages import language_of_tag
from parcelbot.front.api.errors import bad_request, too_large
from parcelbot.front.shopper_text import MAX_TEXT_CHARS, is_blank, keepable
from parcelbot.reading.time_zones import named_zone

#: "~" is left out: it begins the echo_ids that the channel itself gives.
_ECHO_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}")
_ID = re.compile(r"[ -~]{0,100}")


@dataclass(frozen=True)
class PostedMessage:
    """A message as it was sent: a text, a choice_id, or an attachment_id with or without a text."""

    echo_id: str
    text: str = ""
    choice_id: str = ""
    attachment_id: str = ""

    @property
    def kind(self) -> str:
        """The kind of message: "choice", "file" or "text"."""
        return "choice" if self.choice_id else "file" if self.attachment_id else "text"


def read_posted_message(body: Mapping[str, Any]) -> PostedMessage:
    """Check the body of `POST /messages`; 400 or 413 when it is not to be had."""
    echo_id = body.get("echo_id")
    if not isinstance(echo_id, str) or not _ECHO_ID.fullmatch(echo_id):
        raise bad_request("echo_id_invalid", "echo_id must be 1 to 100 of A-Z a-z 0-9 . _ : -")
    posted = PostedMessage(echo_id, _text(body), _id(body, "choice"), _id(body, "attachment_id"))
    if posted.choice_id and (posted.text or posted.attachment_id):
        raise bad_request("text_or_choice", "send a text or a choice, not both")
    if is_blank(posted.text) and not (posted.choice_id or posted.attachment_id):
        raise bad_request("message_empty", "the message is empty")
    return posted


def read_language(body: Mapping[str, Any]) -> str:
    """Give the code of the shopper's page's language, of `de` or `de-AT`; "" where there is none, or something else."""
    told = body.get("language")
    return language_of_tag(told) if isinstance(told, str) else ""


def read_time_zone(body: Mapping[str, Any]) -> str:
    """Give the name of the time zone of the shopper's browser; "" where there is none, or one that is not known."""
    told = body.get("time_zone")
    return told if isinstance(told, str) and named_zone(told) else ""


def is_id(text: str) -> bool:
    """Tell whether a text may be an id of ours: not every database takes every character to compare with."""
    return bool(text and _ID.fullmatch(text))


def _text(body: Mapping[str, Any]) -> str:
    text = body.get("text", "")
    if not isinstance(text, str):
        raise bad_request("text_invalid", "text must be a string")
    if len(text) > MAX_TEXT_CHARS:
        raise too_large("text_too_long", f"a message may have {MAX_TEXT_CHARS} characters")
    return keepable(text)


def _id(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name) or ""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise bad_request(f"{name}_invalid", f"{name} must be an id")
    return value
