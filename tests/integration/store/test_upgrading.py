"""Older databases become today's, without losing a row, whoever starts first."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import inspect, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from parcelbot.core.cases.conversation import Choice
from parcelbot.core.cases.tickets import Priority
from parcelbot.store.cases.tickets import SqlTicketStore
from parcelbot.store.ledger.ledger import Ledger
from parcelbot.store.ledger.secret_store import SecretStore
from parcelbot.store.migrations import HEAD
from parcelbot.store.schema.conversations import attachments
from parcelbot.store.schema.engine import alone, create_tables, open_engine
from parcelbot.store.schema.metadata import metadata
from parcelbot.store.schema.tickets import tickets as ticket_table
from parcelbot.store.schema.upgrading import config_for, upgrade

ROOT = Path(__file__).parents[3]
MAIN_PATH = ROOT / "tests" / "fixtures" / "database_main_path.sql"


@pytest.fixture
def old(url: str) -> Iterator[Engine]:
    """A database as the version before "Handing over" left it."""
    engine = open_engine(url)
    fill(engine)
    yield engine
    engine.dispose()


def fill(engine: Engine) -> None:
    script = MAIN_PATH.read_text()
    if engine.dialect.name == "postgresql":
        script = script.replace("DATETIME", "TIMESTAMP").replace("(0)", "false")
    with engine.begin() as connection:
        for statement in script.split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)


def differences(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))


def columns(engine: Engine) -> set[tuple[str, ...]]:
    """Every column as the database itself describes it, in whatever order."""
    look = inspect(engine)
    return {
        (table, column["name"], str(column["type"]), str(column["nullable"]), str(column["default"]))
        for table in look.get_table_names()
        for column in look.get_columns(table)
    }


def version(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def test_a_fresh_database_is_todays(engine: Engine) -> None:
    assert version(engine) == HEAD
    assert differences(engine) == []


def test_the_revisions_lead_to_todays_tables_so_none_was_forgotten(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        upgrade(connection)

    assert differences(engine) == []


def test_an_upgraded_database_has_the_columns_of_a_fresh_one(old: Engine, another_url: str) -> None:
    fresh = open_engine(another_url)
    create_tables(fresh)
    create_tables(old)

    assert columns(old) == columns(fresh)


def test_the_newest_revision_is_the_one_that_fresh_databases_are_stamped_with(engine: Engine) -> None:
    with engine.connect() as connection:
        assert ScriptDirectory.from_config(config_for(connection)).get_heads() == [HEAD]


def test_a_database_of_the_main_path_becomes_todays(old: Engine) -> None:
    create_tables(old)

    assert version(old) == HEAD
    assert differences(old) == []


def revisions() -> list[str]:
    """The ids of all revisions, each of which some version left databases at, the oldest first."""
    versions = ROOT / "parcelbot" / "store" / "migrations" / "versions"
    return sorted(path.name[1:5] for path in versions.glob("r[0-9]*.py"))


@pytest.mark.parametrize("left_at", revisions())
def test_a_database_that_any_earlier_version_left_becomes_todays_and_keeps_what_was_in_it(
    old: Engine, left_at: str
) -> None:
    with old.connect() as connection, alone(connection):
        upgrade(connection, left_at)
    assert version(old) == left_at

    create_tables(old)

    assert (version(old), differences(old)) == (HEAD, [])
    assert [message.text for message in Ledger(old).after("c1", 0)] == ["where is it?", "On its way."]
    assert {ticket.reference for ticket in SqlTicketStore(old).all()} == {f"KT-{letter * 6}" for letter in "ACDE"}


def test_nothing_that_was_said_is_lost_in_the_upgrade(old: Engine) -> None:
    create_tables(old)
    ledger = Ledger(old)

    assert [m.text for m in ledger.after("c1", 0)] == ["where is it?", "On its way."]
    assert ledger.after("c1", 1)[0].choices == (Choice("x", "Thanks", "/thanks"),)
    assert [m.text for m in ledger.after("c2", 0)] == ["a person please"]
    assert ledger.conversation("c2").identity == {"email": "ana@example.com", "customer_id": "7"}


def test_no_ticket_is_lost_in_the_upgrade(old: Engine) -> None:
    create_tables(old)
    ticket = SqlTicketStore(old).find("KT-CCCCCC")

    assert {t.reference for t in SqlTicketStore(old).all()} == {"KT-AAAAAA", "KT-CCCCCC", "KT-DDDDDD", "KT-EEEEEE"}
    assert ticket is not None
    assert ticket.draft.priority is Priority.HIGH
    assert ticket.draft.summary == ("Problem: late again",)
    assert ticket.draft.checklist == {"places_checked": True}
    assert ticket.draft.transcript[0].text == "where is it?"
    assert (ticket.earlier, ticket.draft.attachments, ticket.first_response_at) == ((), (), None)


def test_files_and_secrets_outlive_the_upgrade(old: Engine) -> None:
    create_tables(old)

    with old.connect() as connection:
        assert connection.execute(attachments.select()).mappings().one()["name"] == "door.jpg"
    assert SecretStore(old).secret("website_token") == "kept"


def test_active_tickets_get_their_key_and_of_several_for_one_case_only_the_newest(old: Engine) -> None:
    create_tables(old)

    with old.connect() as connection:
        keys = dict(connection.execute(text("SELECT reference, active_key FROM tickets")).all())
    assert keys == {
        "KT-AAAAAA": None,
        "KT-CCCCCC": None,
        "KT-DDDDDD": "c1|RR123456785CN|late_delivery",
        "KT-EEEEEE": "c2|7402|talk_to_human",
    }


def test_after_the_upgrade_no_case_can_have_two_active_tickets(old: Engine) -> None:
    create_tables(old)

    same = ticket_table.update().where(ticket_table.c.reference == "KT-CCCCCC")
    with pytest.raises(IntegrityError), old.begin() as connection:
        connection.execute(same.values(active_key="c1|RR123456785CN|late_delivery"))


def test_references_between_tables_are_guarded_again_after_the_upgrade(old: Engine) -> None:
    create_tables(old)

    orphan = text("INSERT INTO ticket_reads (reference, agent, seq, at) VALUES ('KT-ZZZZZZ', 'x', 1, '2026-11-01')")
    with pytest.raises(IntegrityError), old.begin() as connection:
        connection.execute(orphan)


def test_an_installation_that_ran_only_the_chat_gets_the_rest(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text("CREATE TABLE made_secrets (name VARCHAR(64) NOT NULL PRIMARY KEY, value TEXT NOT NULL)")
        )
        connection.execute(text("INSERT INTO made_secrets VALUES ('website_token', 'kept')"))

    create_tables(engine)

    assert differences(engine) == []
    assert SecretStore(engine).secret("website_token") == "kept"


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(old: Engine) -> None:
    with old.begin() as connection:
        connection.execute(text("CREATE TABLE journal (something INTEGER)"))

    with pytest.raises(Exception, match="journal"):
        create_tables(old)

    with old.connect() as connection:
        columns = connection.execute(text("SELECT * FROM tickets")).keys()
    assert "active_key" not in columns


def test_a_database_of_a_later_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(CommandError, match="9999"):
        create_tables(engine)


@pytest.mark.parametrize("prepare", [None, fill], ids=["fresh", "old"])
def test_several_processes_may_start_at_once(url: str, prepare: Any) -> None:
    if prepare:
        prepare(open_engine(url))
    context = multiprocessing.get_context("fork")
    starting = [context.Process(target=start, args=(url,)) for _ in range(4)]
    for process in starting:
        process.start()
    for process in starting:
        process.join()

    assert [process.exitcode for process in starting] == [0, 0, 0, 0]
    assert differences(open_engine(url)) == []


def start(url: str) -> None:
    create_tables(open_engine(url))
