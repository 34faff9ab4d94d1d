"""Give agents the files that shoppers sent: as a download, or shown when they are pictures we re-encoded."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from parcelbot.core.handover.views import CaseAttachment
from parcelbot.inbox.dependencies import InboxDependencies
from parcelbot.inbox.entrance.auth import agent_required, current_agent

#: Pictures are re-encoded when they come in, so a browser may draw them; nothing else is shown in place.
PREVIEWS = frozenset({"image/png", "image/jpeg", "image/webp"})

_KNOWN_TYPES = PREVIEWS | {"application/pdf"}
_SEALED = "default-src 'none'; sandbox"


def add_files(pages: Blueprint, inbox: InboxDependencies) -> None:
    """Add the two addresses of a ticket's file: download and preview."""

    @pages.get("/<reference>/files/<attachment_id>")
    @agent_required
    def attachment(reference: str, attachment_id: str) -> ResponseReturnValue:
        file = _find(inbox, reference, attachment_id)
        return _sent(inbox, reference, file, "attachment")

    @pages.get("/<reference>/files/<attachment_id>/preview")
    @agent_required
    def preview(reference: str, attachment_id: str) -> ResponseReturnValue:
        file = _find(inbox, reference, attachment_id)
        if file.media_type not in PREVIEWS:
            abort(404)
        return _sent(inbox, reference, file, "inline")


def _find(inbox: InboxDependencies, reference: str, attachment_id: str) -> CaseAttachment:
    """Find the file if it belongs to this ticket, or answer 404; its path is ours, from the database."""
    case = inbox.desk.case(reference, current_agent())
    file: CaseAttachment | None = next((known for known in case.attachments if known.id == attachment_id), None)
    if file is None:
        abort(404)
    return file


def _sent(inbox: InboxDependencies, reference: str, file: CaseAttachment, disposition: str) -> Response:
    path = inbox.attachments_dir / Path(file.file_name).name
    if not path.is_file():
        abort(404)
    seen = "downloaded" if disposition == "attachment" else "looked_at_file"
    inbox.audit.write(current_agent().email, seen, reference, file.name)
    media_type = file.media_type if file.media_type in _KNOWN_TYPES else "application/octet-stream"
    return Response(path.read_bytes(), content_type=media_type, headers=_headers(file, disposition))


def _headers(file: CaseAttachment, disposition: str) -> dict[str, str]:
    return {
        "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(file.name, safe='')}",
        "Content-Security-Policy": _SEALED,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
