"""Give the planner what it asks of the world: tracking, orders, tickets, words, and the shop's time."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from actions.case_draft import CaseInHand
from actions.case_preview import changed_lines, names, preview
from actions.said import sent_parts
from actions.turn import Turn
from parcelbot.core.answering.decided import DecidedEnquiry
from parcelbot.core.answering.enquiry import Enquiry
from parcelbot.core.answering.memory import Memory
from parcelbot.core.answering.next_messages import NextMessages
from parcelbot.core.answering.open_matters import SecondMatters
from parcelbot.core.cases.standing import StandingCase
from parcelbot.core.cases.tickets import Ticket
from parcelbot.core.cases.visits import RETURNS_AFTER
from parcelbot.core.dialogue.state import Dialogue
from parcelbot.core.dialogue.surroundings import AnswerDue
from parcelbot.core.language import Button, Conjunction, Language
from parcelbot.core.languages import answer_languages
from parcelbot.core.owner.journal import JournalKind
from parcelbot.core.parcel.identify import Identification
from parcelbot.core.questions import QUESTIONS
from parcelbot.core.shopper_clock import ShopperClock
from parcelbot.core.watching.watch import Watch
from parcelbot.usecases.answer_wording import Wording
from parcelbot.usecases.assistant import SettledLookup

#: Places of the checklist that are people.
_PEOPLE = frozenset({"neighbours", "household"})
_REFERENCE = re.compile(r"\bKT-?([0-9A-Z]{6})\b", re.IGNORECASE)


@dataclass
class ConversationSurroundings:
    """The world as one conversation sees it in one turn; a parcel is looked up once."""

    turn: Turn
    wording: Wording
    _found: dict[tuple[str, str], SettledLookup] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language of this turn."""
        return self.wording.language

    @property
    def language_words(self) -> Mapping[str, str]:
        """The values of what is said about languages."""
        table, (yes, *_) = self.turn.services.language_table, self.language.book["utter_offer_person"][0].buttons
        answered_in = answer_languages(self.language.code, self.turn.services.team_speaks)
        return {
            "language": table.languages[self.language.code].name,
            "languages": ", ".join(traits.name for traits in table.spoken),
            "yes": yes.title,
            "team_languages": ", ".join(map(self.language.calendar.language, answered_in)),
        }

    @property
    def language_notice(self) -> str:
        """The response that says in which language the team answers; "" where that is the shopper's own."""
        answered_in = answer_languages(self.language.code, self.turn.services.team_speaks)
        return "" if self.language.code in answered_in else "utter_ticket_language"

    def together(self, items: Sequence[str]) -> str:
        """Join items that are all meant: "a and b"."""
        return self.language.calendar.listed(items, Conjunction.AND)

    def day(self, day: date | None) -> str:
        """Word a date; "" for none."""
        return self.language.day(day, self.today)

    def either(self, items: Sequence[str]) -> str:
        """Join items of which one is meant: "a or b"."""
        return self.language.calendar.listed(items, Conjunction.OR)

    @property
    def today(self) -> date:
        """The shopper's date; the shop's where their zone is not known."""
        clock = self._clock()
        return (clock.now if clock.own else self.now()).date()

    @property
    def second_matters(self) -> SecondMatters:
        """The matter that each second question belongs to."""
        return self.turn.services.knowledge.second_matters

    @property
    def next_messages(self) -> NextMessages:
        """The second questions that are likely asked in each moment of a talk."""
        return self.turn.services.knowledge.next_messages

    @property
    def likely(self) -> Sequence[str]:
        """The problems that a message may have been about, likeliest first."""
        return [name for name in self.turn.likely if name in QUESTIONS]

    @property
    def best_guess(self) -> str:
        """The question that a message nobody understood most likely asks; "" where nothing stands out."""
        return self.turn.best_guess

    @property
    def closed_response(self) -> str:
        """The response that says when the team is back; "" while somebody is at work."""
        services = self.turn.services
        return "" if services.hours.open_at(services.clock()) else "utter_team_closed"

    @cached_property
    def writes_first(self) -> bool:
        """Tell whether this conversation can be written to without the shopper having asked."""
        watching = self.turn.services.watching
        return watching is not None and watching.can_write_to(self.turn.conversation_id)

    @property
    def mails(self) -> bool:
        """Tell whether mails can be sent."""
        watching = self.turn.services.watching
        return watching is not None and watching.mails

    @property
    def files(self) -> Sequence[str]:
        """The names of the files that the shopper has sent, oldest first."""
        return sent_parts(self.turn.said, "name")

    def watches(self) -> Sequence[Watch]:
        """List the parcels of this conversation that are watched, oldest first."""
        return self._watches

    @cached_property
    def _watches(self) -> Sequence[Watch]:
        watching = self.turn.services.watching
        return watching.going_on(self.turn.conversation_id) if watching else ()

    def vouched_email(self, memory: Memory) -> str:
        """Give the address that the shop knows: of who is logged in, or of the order that was opened with it."""
        proven = memory.email if memory.email and self.identify(memory).order is not None else ""
        return self.turn.known_email or proven.lower()

    def identify(self, memory: Memory) -> Identification:
        """Find the parcel that is meant, or what has to be asked for."""
        return self.turn.services.identify(memory, self.turn.conversation_id)

    def answer(self, enquiry: Enquiry) -> DecidedEnquiry:
        """Look the parcel up, if there is one, and let the tables decide."""
        services, request = self.turn.services, replace(enquiry.request, asked_by=self.turn.conversation_id)
        enquiry = replace(enquiry, zone=self._clock().own_zone)
        asked = (request.number, request.detail)
        if asked not in self._found:
            self._found[asked] = services.look_up_settled(request)
        return services.decide(enquiry, self._found[asked])

    def words(self, decided: DecidedEnquiry, plan_day: date | None) -> Mapping[str, str]:
        """Give the value of every placeholder of the responses; "" where the answer has no such thing."""
        return self.wording.placeholders(decided, plan_day)

    def line(self, decided: DecidedEnquiry) -> str:
        """Choose the response that names the parcel and its last scan; "" without a parcel."""
        return self.wording.parcel_line(decided)

    def card(self, decided: DecidedEnquiry, plan_day: date | None) -> Mapping[str, Any] | None:
        """Build the parcel's card; None without a parcel."""
        card = self.wording.parcel_card(decided, plan_day)
        return card.to_json() if card else None

    def related(self, topic: str) -> Sequence[Button]:
        """Offer topics related to an advice; none for ""."""
        topics = self.turn.services.knowledge.related_topics(topic) if topic else ()
        titles = self.language.topics
        return [Button(titles[t.id], f'/status_meaning{{"topic":"{t.id}"}}') for t in topics]

    def checklist_words(self, people_asked: bool) -> Mapping[str, str]:
        """Give the values of the checklist's questions; people who were asked are not named again."""
        named = self.turn.services.knowledge.places
        places = [place for place in named if not (people_asked and place.id in _PEOPLE)]
        return {"places": "\n".join(f"• {self.language.places[place.id]}" for place in places)}

    def ticket_of_case(self, memory: Memory, dialogue: Dialogue) -> Ticket | None:
        """Find the ticket that this case already has: an active one, else the last that was solved."""
        return CaseInHand(self.turn, memory, dialogue).existing_ticket()

    def active_ticket(self, memory: Memory, dialogue: Dialogue) -> Ticket | None:
        """Find the ticket of this case that the team still works on; None when there is none."""
        ticket = self.ticket_of_case(memory, dialogue)
        return ticket if ticket is not None and ticket.status.active else None

    def own_tickets(self) -> Sequence[Ticket]:
        """List the conversation's tickets, newest first."""
        return self.turn.tickets

    def names_a_ticket(self, text: str) -> bool:
        """Tell whether a ticket's reference stands in `text`."""
        return _REFERENCE.search(text) is not None

    def ticket_named(self, text: str, email: str) -> Ticket | None:
        """Find the ticket whose reference stands in `text`, if it is this shopper's; None otherwise."""
        named = _REFERENCE.search(text)
        ticket = self.turn.services.tickets.find(f"KT-{named[1]}".upper()) if named else None
        if ticket is None or ticket.draft.conversation_id == self.turn.conversation_id:
            return ticket
        return ticket if email and email == ticket.draft.email.lower() else None

    def ticket_words(self, ticket: Ticket) -> Mapping[str, str]:
        """Give the values of the placeholders of the ticket responses; times are the shopper's.

        `due_dated` is `due` for what stays in sight on other days.
        """
        now, hours, clock = self.now(), self.turn.services.hours, self._clock(ticket.draft.home)
        due, solved = ticket.promised or ticket.first_response_due, ticket.solved_at or ticket.updated_at
        return {
            "reference": ticket.reference,
            "due": self.language.moment_said(due, clock),
            "due_dated": self.language.moment(due, clock),
            "since": self.language.moment(ticket.created_at, clock),
            "opens": self.language.moment(hours.opening(now), clock),
            "solved_date": self.day(solved.astimezone(clock.now.tzinfo).date()),
            "ticket_email_shown": ticket.draft.email,
        }

    def overdue(self, ticket: Ticket) -> bool:
        """Tell whether the promised answer has not come."""
        return ticket.overdue(self.now())

    def due(self, memory: Memory, dialogue: Dialogue) -> AnswerDue:
        """Give the moment by which this case would be answered if it were handed over now."""
        case = CaseInHand(self.turn, memory, dialogue)
        decided = self.answer(case.enquiry)
        at = self.turn.services.first_response_due(case.facts(decided))
        return AnswerDue(at, self.language.moment_said(at, self._clock(decided.home)))

    def standing(self, memory: Memory, dialogue: Dialogue, with_this: bool = True) -> StandingCase:
        """Give the case as it stands, with this message or as it stood before it."""
        return CaseInHand(self.turn, memory, dialogue).standing(with_this)

    def names(self, matters: Sequence[str]) -> str:
        """Name matters and wishes of a case in the shopper's language."""
        return names(matters, self.language)

    def preview(self, memory: Memory, dialogue: Dialogue) -> tuple[Mapping[str, str], Mapping[str, Any]]:
        """Give the placeholders and the card of the case as it would be sent."""
        return preview(CaseInHand(self.turn, memory, dialogue), self.language)

    def changed_lines(self, now: tuple[Memory, Dialogue], before: tuple[Memory, Dialogue]) -> str:
        """Give the lines of the case that this message has changed; "" where it has changed none."""
        return changed_lines(CaseInHand(self.turn, *now), CaseInHand(self.turn, *before), self.language)

    def held(self, memory: Memory, dialogue: Dialogue) -> str:
        """Give all that a person would read on the case, but for what this message itself says."""
        case = CaseInHand(self.turn, memory, dialogue)
        draft = case.draft(self.answer(case.enquiry), case.existing_ticket())
        return " ".join("\n".join(draft.summary).split()).replace(" ".join(self.turn.heard.text.split()), "")

    def news_after_absence(self) -> Sequence[Ticket]:
        """List the tickets that a shopper who comes back has to hear of: open ones, and ones solved meanwhile."""
        services, seq = self.turn.services, self.turn.seq
        last = None if seq is None else services.record.last_heard(self.turn.conversation_id, seq)
        if last is None or services.clock() - last < RETURNS_AFTER:
            return []
        tickets = self.own_tickets()
        followed = {reference for ticket in tickets for reference in ticket.earlier}
        return [t for t in tickets if _is_news(t, last) and t.reference not in followed]

    def note(self, kind: JournalKind, question: str = "", row: str = "") -> None:
        """Note what happened for the owner's numbers; the question is this message's unless another is given."""
        self.turn.services.note(self.turn.conversation_id, kind, question or self.turn.heard.intent, row)

    def now(self) -> datetime:
        """Give the shop's time."""
        return self.turn.services.clock()

    def _clock(self, home: str = "") -> ShopperClock:
        """Give the clock that the shopper reads; guessed from their country if their own is not known."""
        return self.turn.services.zones.clock(self.now(), self.turn.time_zone, home)


def _is_news(ticket: Ticket, since: datetime) -> bool:
    return ticket.status.active or (ticket.solved_at is not None and ticket.solved_at > since)
