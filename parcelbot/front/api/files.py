"""Take attachments in over HTTP, name them in messages, give them back to who sent them."""

from __future__ import annotations

import logging
import secrets
from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import quote

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from parcelbot.core.cases.conversation import Conversation
from parcelbot.front.api import access
from parcelbot.front.api.errors import ApiError, bad_request, forbidden, too_large, too_many_requests
from parcelbot.front.api.forms import NotAForm, UploadedFile, boundary_of, first_file
from parcelbot.front.api.http import read_body
from parcelbot.front.api.request_body import is_id
from parcelbot.front.api.uploads import MAX_FILE_BYTES, NotAccepted, display_name, make_safe, store
from parcelbot.front.runtime import Runtime
from parcelbot.store.ledger.attachments import Attachment

_MAX_FILES = 20
_FORM_BYTES = 16 * 1024
_SHARE_EVERY = timedelta(days=1)

logger = logging.getLogger(__name__)


async def take_attachment(runtime: Runtime, request: Request) -> HTTPResponse:
    """Take in one file of a multipart form, known by its content: `POST /attachments`."""
    conversation = await access.authorised(runtime, request)
    await access.limit_messages(runtime, request, conversation.id)
    if await runtime.threads.run(runtime.attachments.count, conversation.id) >= _MAX_FILES:
        raise ApiError(409, "too_many_attachments", f"a conversation may have {_MAX_FILES} files")
    network = access.network(request)
    await _refuse_without_room(runtime, network)
    upload = await _read_upload(runtime, request)
    attachment = await _keep(runtime, conversation, upload, network)
    return response.json({"attachment_id": attachment.id}, status=201)


async def give_attachment(runtime: Runtime, request: Request, attachment_id: str) -> HTTPResponse:
    """Give the file, for download, to the conversation it belongs to: `GET /attachments/ID`."""
    conversation = await access.authorised(runtime, request)
    attachment = await _own(runtime, conversation.id, attachment_id)
    if attachment is None:
        raise ApiError(404, "attachment_unknown", "there is no such attachment")
    path = runtime.settings.attachments_dir / attachment.file_name
    body = await runtime.threads.run(path.read_bytes)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(attachment.name, safe='')}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return response.raw(body, content_type=attachment.media_type, headers=headers)


async def attachment_of(runtime: Runtime, conversation_id: str, attachment_id: str) -> dict[str, Any] | None:
    """Describe a message's attachment; None without an id, 400 for an unknown one."""
    if not attachment_id:
        return None
    attachment = await _own(runtime, conversation_id, attachment_id)
    if attachment is None:
        raise bad_request("attachment_unknown", "there is no such attachment")
    return {
        "attachment_id": attachment.id,
        "name": attachment.name,
        "content_type": attachment.media_type,
        "size_bytes": attachment.size_bytes,
    }


async def _own(runtime: Runtime, conversation_id: str, attachment_id: str) -> Attachment | None:
    attachment = await runtime.looking.run(runtime.attachments.get, attachment_id) if is_id(attachment_id) else None
    if attachment is not None and attachment.conversation_id != conversation_id:
        raise forbidden()
    return attachment


async def _refuse_without_room(runtime: Runtime, network: str) -> None:
    """Refuse a file when all space is taken, or this network has had its share of the day."""
    since = datetime.now(timezone.utc) - _SHARE_EVERY
    stored = await runtime.threads.run(runtime.attachments.stored, network, since)
    if stored.overall + MAX_FILE_BYTES > runtime.settings.storage_bytes:
        logger.error("shoppers' files take all the space they may: WEBSITE_STORAGE_MB")
        raise ApiError(507, "storage_full", "files cannot be taken at the moment; please describe it in words")
    if stored.of_network + MAX_FILE_BYTES > runtime.settings.network_storage_bytes:
        logger.warning("a network has sent as many files as it may in a day")
        raise too_many_requests(_SHARE_EVERY.total_seconds())


async def _keep(runtime: Runtime, conversation: Conversation, upload: UploadedFile, network: str) -> Attachment:
    async with runtime.decoding:
        try:
            safe = await runtime.threads.run(make_safe, upload.body)
        except NotAccepted as error:
            raise ApiError(415, "attachment_type", str(error)) from error
    file_name = await runtime.threads.run(store, runtime.settings.attachments_dir, safe.body)
    attachment = Attachment(
        id=secrets.token_urlsafe(16),
        conversation_id=conversation.id,
        file_name=file_name,
        name=display_name(upload.name, safe.media_type),
        media_type=safe.media_type,
        size_bytes=len(safe.body),
        at=datetime.now(timezone.utc),
        network=network,
    )
    await runtime.threads.run(runtime.attachments.add, attachment)
    return attachment


async def _read_upload(runtime: Runtime, request: Request) -> UploadedFile:
    too_much = too_large("attachment_too_large", "a file may have 5 MB")
    body = await read_body(request, MAX_FILE_BYTES + _FORM_BYTES, too_much)
    try:
        upload = await runtime.threads.run(first_file, body, boundary_of(request.content_type))
    except NotAForm as error:
        raise bad_request("malformed_form", str(error)) from error
    if upload is None or not upload.body:
        raise bad_request("attachment_missing", "the form has no file")
    if len(upload.body) > MAX_FILE_BYTES:
        raise too_much
    return upload
