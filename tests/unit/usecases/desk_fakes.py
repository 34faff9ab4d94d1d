"""A desk over a store in memory, which carries out changes as the real one does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from parcelbot.core.cases.conversation import Author, Conversation, ConversationState, Message, moved
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.handover.agents import Agent
from parcelbot.core.handover.changes import Change, ChangeOutcome, ChangeWriter, HandoverWording
from parcelbot.core.handover.decisions import LockedCase
from parcelbot.core.handover.views import Case, PrivateNote, QueueFilter, QueueLine, TicketUnknown
from parcelbot.core.language import ENGLISH, EnglishCalendar, Language, ResponseText
from parcelbot.core.outgoing.deliveries import NewDelivery
from parcelbot.core.owner.audit import AuditLine
from parcelbot.core.paging import Page
from parcelbot.usecases.desk import Desk
from tests.unit.core.builders import HOURS, MONDAY, ticket
from tests.unit.usecases.fakes import ZONES

NOW = MONDAY

ANA = Agent("ana@kossr.example", "Ana")
BEN = Agent("ben@kossr.example", "Ben")

RESPONSES = {
    "utter_handover_claimed": "{agent} joins",
    "utter_handover_taken_over": "{agent} takes over",
    "utter_handover_released": "{agent} leaves {reference}, answer by {due}",
    "utter_handover_released_late": "{agent} leaves {reference}, late",
    "utter_handover_silent": "{agent} is silent about {reference}, answer by {due}",
    "utter_handover_silent_late": "{agent} is silent about {reference}, late",
    "utter_handover_solved": "{agent} closes {reference}",
    "utter_handover_solved_staying": "{agent} closes {reference} and stays",
    "utter_handover_overdue": "late: {reference}, due {due}",
    "utter_handover_somebody": "Somebody",
    "utter_handover_button_settled": "Settled",
    "utter_handover_button_not_yet": "Not yet",
    "utter_handover_waiting": "{agent} has not answered {reference}",
    "utter_handover_waiting_closed": "{agent} is back {opens}, {reference} waits",
    "utter_word_moment": "{day}, {time} {zone}",
}
BOOK = {name: (ResponseText(text),) for name, text in RESPONSES.items()}
LANGUAGES = {ENGLISH: Language(ENGLISH, EnglishCalendar({}, {}), BOOK, {})}


def conversation(state: ConversationState = ConversationState.REQUESTED, **changes: object) -> Conversation:
    return replace(Conversation("c", state, 3, NOW, waiting_since=NOW), **changes)  # type: ignore[arg-type]


@dataclass
class FakeDeskStore:
    """One conversation with its tickets, in memory."""

    tickets: dict[str, Ticket] = field(default_factory=dict)
    conversation: Conversation | None = None
    said: list[Message] = field(default_factory=list)
    echoes: dict[str, Message] = field(default_factory=dict)
    deliveries: list[NewDelivery] = field(default_factory=list)
    audit: list[AuditLine] = field(default_factory=list)
    notes: list[PrivateNote] = field(default_factory=list)

    def change(self, reference: str, decide: Callable[[LockedCase], Change], echo_id: str = "") -> ChangeOutcome:
        if reference not in self.tickets:
            raise TicketUnknown(reference)
        others = [t for r, t in self.tickets.items() if r != reference and t.status.active]
        standing = LockedCase(
            self.tickets[reference], self.conversation, tuple(others), self.echoes.get(echo_id) if echo_id else None
        )
        change = decide(standing)
        self.tickets |= {changed.reference: changed for changed in change.tickets}
        self.deliveries += change.deliveries
        self.audit += [change.audit] if change.audit else []
        return ChangeOutcome(standing, change, self._speak(change) if self.conversation else ())

    def _speak(self, change: Change) -> tuple[Message, ...]:
        assert self.conversation is not None
        for move in change.moves:
            state = moved(self.conversation.state, move)
            owner = change.owner if state is ConversationState.HUMAN else ""
            self.conversation = replace(self.conversation, state=state, agent=owner)
        new = []
        for seq, line in enumerate(change.lines, start=self.conversation.last_seq + 1):
            new.append(replace(line.message, seq=seq))
            if line.echo_id:
                self.echoes[line.echo_id] = new[-1]
        self.said += new
        self.conversation = replace(self.conversation, last_seq=self.conversation.last_seq + len(new))
        return tuple(new)

    def note(self, reference: str, email: str, text: str, now: datetime) -> PrivateNote:
        self.notes.append(PrivateNote(len(self.notes) + 1, email, now, text))
        return self.notes[-1]

    def queue(self, shown: QueueFilter, email: str, now: datetime, page: int, language: str) -> Page[QueueLine]:
        raise NotImplementedError

    def languages(self) -> Sequence[str]:
        raise NotImplementedError

    def search(self, text: str, email: str, page: int) -> Page[QueueLine]:
        raise NotImplementedError

    def counts(self, email: str, now: datetime) -> Mapping[QueueFilter, int]:
        raise NotImplementedError

    def unread(self, email: str) -> int:
        raise NotImplementedError

    def case(self, reference: str) -> Case:
        raise NotImplementedError

    def news(self, reference: str, after_seq: int) -> tuple[Message, ...]:
        raise NotImplementedError

    def mark_read(self, reference: str, email: str, seq: int, now: datetime) -> None:
        raise NotImplementedError


@dataclass
class Scene:
    """A desk whose clock can be set, with what it wrote."""

    store: FakeDeskStore
    now: datetime = NOW
    destinations: tuple[str, ...] = ("zendesk",)
    mails: bool = True

    @property
    def desk(self) -> Desk:
        ids = iter(range(100))
        wording = HandoverWording(LANGUAGES, lambda: f"choice-{next(ids)}", HOURS, ZONES)
        writer = ChangeWriter(wording, self.destinations, self.mails)
        return Desk(self.store, writer, lambda _, now: now + timedelta(hours=6), lambda: self.now)

    @property
    def told(self) -> list[str]:
        """What the bot told the shopper."""
        return [message.text for message in self.store.said if message.author is Author.BOT]

    @property
    def state(self) -> ConversationState:
        assert self.store.conversation is not None
        return self.store.conversation.state

    def ticket(self, reference: str = "KT-AAAAAA") -> Ticket:
        return self.store.tickets[reference]

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)


def scene(*tickets: Ticket, state: ConversationState | None = ConversationState.REQUESTED) -> Scene:
    """A conversation (none for a channel without a ledger) with these tickets, by default a new one."""
    kept = {one.reference: one for one in tickets or (ticket(),)}
    return Scene(FakeDeskStore(kept, conversation(state) if state else None))
