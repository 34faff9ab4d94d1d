"""Serve the website channel: server-minted conversations, a ledger of what was said, and an event stream.

`credentials.yml` names it `parcelbot.rasa_plugins.website.WebsiteInput`; settings come from the environment.
"""

from __future__ import annotations

from parcelbot.rasa_plugins.website.channel import WebsiteInput

__all__ = ["WebsiteInput"]
