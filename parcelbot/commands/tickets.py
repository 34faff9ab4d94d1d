"""Print the tickets in the database, newest first: `make tickets`."""

from __future__ import annotations

from dotenv import load_dotenv

from parcelbot.bootstrap.base import open_database
from parcelbot.core.cases.tickets import Ticket
from parcelbot.settings.shared import read_settings
from parcelbot.store.cases.tickets import SqlTicketStore


def main() -> None:
    """Print each ticket with its fields and summary; one line when there are none."""
    load_dotenv()
    engine = open_database(read_settings())
    tickets = SqlTicketStore(engine).all()
    print("\n\n".join(map(describe, tickets)) or "No tickets yet.")


def describe(ticket: Ticket) -> str:
    """Describe one ticket in a block of lines."""
    draft = ticket.draft
    due = f"due {ticket.first_response_due:%a %d %b %H:%M %Z}"
    head = f"{ticket.reference}  {ticket.status.value}  {draft.priority.value}  {due}"
    fields = f"order {draft.order_number or '–'}  tracking {draft.tracking_number or '–'}  e-mail {draft.email or '–'}"
    summary = [f"  {line}" for line in draft.summary]
    return "\n".join([head, f"  {fields}", *summary, f"  Transcript: {len(draft.transcript)} lines"])


if __name__ == "__main__":
    main()
