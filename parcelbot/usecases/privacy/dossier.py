"""Pack one shopper's data into a ZIP file: for people to read, and as JSON for programs. Reads only the files."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

_README = """What KOSSR's parcel assistant keeps about {email}
as of {now:%d %B %Y, %H:%M} UTC

  conversations/  every conversation, as it was read in the chat
  tickets/        the cases that were passed on to our team, with the team's notes
  files/          what was attached in the chat
  data.json       all of it for programs, with what the assistant understood ("assistant_memory")

Conversations: {conversations}   Tickets: {tickets}   Files: {files}
"""
_WHO = {"shopper": "You", "bot": "Assistant", "agent": "Our team"}
_UNSAFE = re.compile(r"[^\w.-]+")


def archive(
    email: str,
    dossier: Mapping[str, Sequence[Mapping[str, Any]]],
    memories: Mapping[str, Sequence[Any]],
    files_dir: Path,
    now: datetime,
) -> bytes:
    """Build the ZIP file of a `dossier` from `store.owner.dossiers`; a file that is missing on the disk is left out."""
    body = io.BytesIO()
    counts = {name: len(dossier[name]) for name in ("conversations", "tickets", "files")}
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("README.txt", _README.format(email=email, now=now, **counts))
        everything = {"email": email, **dossier, "assistant_memory": memories}
        pack.writestr("data.json", json.dumps(everything, indent=2, ensure_ascii=False, default=str))
        for conversation in dossier["conversations"]:
            pack.writestr(f"conversations/{_day(conversation)}.txt", _conversation(conversation, dossier["messages"]))
        for ticket in dossier["tickets"]:
            pack.writestr(f"tickets/{ticket['reference']}.txt", _ticket(ticket, dossier["private_notes"]))
        for number, file in enumerate(dossier["files"], start=1):
            path = files_dir / file["file_name"]
            if path.exists():
                pack.write(path, f"files/{number}-{_UNSAFE.sub('_', file['name'])}")
    return body.getvalue()


def _day(conversation: Mapping[str, Any]) -> str:
    return f"{conversation['created_at']:%Y-%m-%d-%H%M}-{conversation['id'][:6]}"


def _conversation(conversation: Mapping[str, Any], messages: Sequence[Mapping[str, Any]]) -> str:
    said = (message for message in messages if message["conversation_id"] == conversation["id"])
    return "\n".join([f"Conversation of {conversation['created_at']:%d %B %Y} (times in UTC)", "", *map(_line, said)])


def _line(message: Mapping[str, Any]) -> str:
    payload = message["payload"]
    file = f"[file: {payload['attachment']['name']}]" if payload["attachment"] else ""
    picks = " ".join(f"({title})" for _, title, _ in payload["choices"])
    text = " ".join(filter(None, [payload["text"], file, picks]))
    return f"{message['at']:%d %b %H:%M}  {_WHO[message['author']]}: {text}"


def _ticket(ticket: Mapping[str, Any], notes: Sequence[Mapping[str, Any]]) -> str:
    own = [note for note in notes if note["reference"] == ticket["reference"]]
    named = ("reference", "status", "priority", "created_at", "updated_at", "email", "order_number", "tracking_number")
    return "\n".join(
        [
            *(f"{name.replace('_', ' ')}: {ticket[name] or '–'}" for name in named),
            "",
            *ticket["summary"],
            "",
            *(f"{what.replace('_', ' ')}: {'yes' if answer else 'no'}" for what, answer in ticket["checklist"].items()),
            "",
            *(f"Note of our team, {note['at']:%d %b %Y %H:%M}: {note['text']}" for note in own),
        ]
    )
