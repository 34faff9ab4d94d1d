"""Mail news of a watched parcel to who asked for them, and ask an address whether it may be written to.

Each mail can be ended with one click, by its link and by the mail program's own button (`List-Unsubscribe`, RFC 8058).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from parcelbot.core.language import Language
from parcelbot.core.outgoing.deliveries import Delivery, DeliveryFailed, DeliveryKind
from parcelbot.core.outgoing.forwarding import NEWS_MAIL
from parcelbot.helpdesk.mail import MailTransport, Sender, mail_to, plain_recipient, write_body
from parcelbot.helpdesk.protocol import NewsCopy


@dataclass(frozen=True)
class NewsMail:
    """Destination `news_mail`. Its sentences are the responses `utter_mail_*`, in the language of the conversation.

    It holds what was said in the chat and links, nothing else of the parcel: a mailbox may be read by others.
    `bounced` is told of watches whose address takes no mail.
    """

    transport: MailTransport
    sender: Sender
    languages: Mapping[str, Language]
    shop_url: str
    clock: Callable[[], datetime]
    bounced: Callable[[str], None]
    name: str = NEWS_MAIL

    def deliver(self, delivery: Delivery, news: NewsCopy, remote_id: str, /) -> str:  # noqa: ARG002
        """Mail the news, or the question whether the address is theirs."""
        asks, language = delivery.kind is DeliveryKind.CONFIRM_MAIL, self.languages[news.language]
        page = {"lang": language.code, "right_to_left": language.right_to_left}
        recipient = plain_recipient(news.email)
        subject = self._word("confirm_subject" if asks else "news_subject", news)
        message = mail_to(self.sender, delivery, recipient, subject, self.clock())
        if asks:
            write_body(message, "confirm", {**page, **self._question(news)})
        else:
            message["List-Unsubscribe"] = f"<{news.stop_link}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            write_body(message, "news", {**page, **self._news(news)})
        try:
            self.transport.send(message, self.sender.envelope_address, recipient)
        except DeliveryFailed as failure:
            if failure.permanent:
                self.bounced(news.watch_id)
            raise
        return ""

    def _news(self, news: NewsCopy) -> dict[str, str]:
        names = ("news_page", "news_chat", "news_stop")
        worded = {name.removeprefix("news_"): self._word(name, news) for name in names}
        said = news.said.text if news.said else ""
        why = self._word("news_why_unasked" if news.unasked else "news_why", news)
        return {**worded, "why": why, "text": said, "page_link": news.page_link, "stop_link": news.stop_link}

    def _question(self, news: NewsCopy) -> dict[str, str]:
        names = ("confirm_text", "confirm_link", "confirm_why")
        worded = {name.removeprefix("confirm_"): self._word(name, news) for name in names}
        return {**worded, "confirm_link": news.confirm_link}

    def _word(self, name: str, news: NewsCopy) -> str:
        language = self.languages[news.language]
        return language.worded(f"utter_mail_{name}", number=news.number, shop_url=self.shop_url)
