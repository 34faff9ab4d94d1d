"""Define the questions that the planner may put to the world around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.memory import Memory
from parcelbot.core.answering.next_messages import NextMessages
from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.language import Button
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.identify import Identification
from parcelbot.core.watching.watch import Watch


@dataclass(frozen=True)
class AnswerDue:
    """The moment by which a person answers, and its words in the shopper's language."""

    at: datetime
    words: str


class Surroundings(Protocol):
    """Tracking, orders, tickets and wording, as one conversation sees them at one moment."""

    @property
    def today(self) -> date:
        """The shop's date."""

    @property
    def second_matters(self) -> SecondMatters:
        """The matter that each second question belongs to."""

    @property
    def next_messages(self) -> NextMessages:
        """The second questions that are likely asked in each moment of a talk."""

    @property
    def likely(self) -> Sequence[str]:
        """The intents that a message may have had, best first."""

    @property
    def best_guess(self) -> str:
        """The question that a message nobody understood most likely asks; "" where nothing stands out."""

    @property
    def writes_first(self) -> bool:
        """Tell whether this conversation can be written to without the shopper having asked."""

    @property
    def mails(self) -> bool:
        """Tell whether mails can be sent."""

    @property
    def files(self) -> Sequence[str]:
        """The names of the files that the shopper has sent, oldest first."""

    def watches(self) -> Sequence[Watch]:
        """List the parcels of this conversation that are watched, oldest first."""

    def vouched_email(self, memory: Memory) -> str:
        """Give the address that the shop knows to be the shopper's; "" for none."""

    def identify(self, memory: Memory) -> Identification:
        """Find the parcel that is meant, or what has to be asked for."""

    def answer(self, enquiry: Enquiry) -> DecidedEnquiry:
        """Look the parcel up, if there is one, and let the tables decide."""

    def words(self, decided: DecidedEnquiry, plan_day: date | None) -> Mapping[str, str]:
        """Give the value of every placeholder of the responses; "" where the answer has no such thing."""

    def line(self, decided: DecidedEnquiry) -> str:
        """Choose the response that names the parcel and its last scan; "" without a parcel."""

    def card(self, decided: DecidedEnquiry, plan_day: date | None) -> Mapping[str, Any] | None:
        """Build the parcel's card; None without a parcel."""

    @property
    def language_notice(self) -> str:
        """The response that says in which language the team answers; "" where that is the shopper's own."""

    def related(self, topic: str) -> Sequence[Button]:
        """Offer topics related to an advice; none for ""."""

    @property
    def language_words(self) -> Mapping[str, str]:
        """The values of what is said about languages: the conversation's, all that are spoken, the title of "yes"."""

    def together(self, items: Sequence[str]) -> str:
        """Join items that are all meant: "a and b"."""

    def day(self, day: date | None) -> str:
        """Word a date; "" for none."""

    def either(self, items: Sequence[str]) -> str:
        """Join items of which one is meant: "a or b"."""

    def checklist_words(self, people_asked: bool) -> Mapping[str, str]:
        """Give the values of the checklist's questions; people who were asked are not named again."""

    def active_ticket(self, memory: Memory, dialogue: Dialogue) -> Ticket | None:
        """Find the ticket of this case that the team still works on; None when there is none."""

    def ticket_of_case(self, memory: Memory, dialogue: Dialogue) -> Ticket | None:
        """Find the ticket that this case already has: an active one, else the last that was solved."""

    def names_a_ticket(self, text: str) -> bool:
        """Tell whether a ticket's reference stands in `text`."""

    def own_tickets(self) -> Sequence[Ticket]:
        """List the conversation's tickets, newest first."""

    def ticket_named(self, text: str, email: str) -> Ticket | None:
        """Find the ticket whose reference stands in `text`, if it is this shopper's; None otherwise."""

    def ticket_words(self, ticket: Ticket) -> Mapping[str, str]:
        """Give the values of the placeholders of the ticket responses."""

    def due(self, memory: Memory, dialogue: Dialogue) -> AnswerDue:
        """Give the moment by which a case handed over now would be answered."""

    def standing(self, memory: Memory, dialogue: Dialogue, with_this: bool = True) -> StandingCase:
        """Give the case as it stands, with this message or as it stood before it."""

    def names(self, matters: Sequence[str]) -> str:
        """Name matters and wishes of a case in the shopper's language."""

    def preview(self, memory: Memory, dialogue: Dialogue) -> tuple[Mapping[str, str], Mapping[str, Any]]:
        """Give the placeholders and the card of the case as it would be sent."""

    def changed_lines(self, now: tuple[Memory, Dialogue], before: tuple[Memory, Dialogue]) -> str:
        """Give the lines of the case that this message has changed; "" where it has changed none."""

    def held(self, memory: Memory, dialogue: Dialogue) -> str:
        """Give all that a person would read on the case, but for what this message itself says."""

    def overdue(self, ticket: Ticket) -> bool:
        """Tell whether the promised answer has not come."""

    @property
    def closed_response(self) -> str:
        """The response that says when the team is back; "" while somebody is at work."""

    def news_after_absence(self) -> Sequence[Ticket]:
        """List the tickets that a shopper who comes back has to hear of."""

    def note(self, kind: JournalKind, question: str = "", row: str = "") -> None:
        """Note what happened for the owner's numbers."""
