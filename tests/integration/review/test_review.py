from __future__ import annotations

import asyncio
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from parcelbot.rasa_plugins.framework.tracker_store.store import LiveTrackerStore
from parcelbot.review.__main__ import main

NLU = """\
version: "3.1"

# Ours.
nlu:
- intent: tracking_not_updating
  examples: |
    - my tracking is stuck

- intent: out_of_scope
  examples: |
    - weather in paris
"""
DIALOGUE = """\
version: "3.1"
nlu:
  - intent: next_step
    examples: |
      - what now
"""


def said(text: str, intent: str, confidence: float = 0.99) -> UserUttered:
    ranking = [{"name": intent, "confidence": confidence}, {"name": "late_delivery", "confidence": 0.3}]
    return UserUttered(text, parse_data={"intent": ranking[0], "intent_ranking": ranking, "entities": []})


@dataclass(frozen=True)
class Desk:
    """A reviewer's desk: a tracker store of Rasa's, training data, and the two commands."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def sheet(self) -> Path:
        return self.folder / "review.yml"

    @property
    def database(self) -> Path:
        return self.folder / "what? 100% conversations#1.db"

    def store(self, conversation_id: str, *events: Event) -> None:
        store = SQLTrackerStore(Domain.empty(), db=str(self.database))
        tracker = DialogueStateTracker.from_events(conversation_id, [SessionStarted(), *events])
        asyncio.run(store.save(tracker))
        store.engine.dispose()

    def run(self, *arguments: str) -> tuple[int, str, str]:
        places = {
            "--conversations": self.database,
            "--training-data": self.folder / "data",
            "--sheet": self.sheet,
            "--done": self.folder / "review" / "labelled.txt",
        }
        code = main([*(str(part) for pair in places.items() for part in pair), *arguments])
        return code, *self.capture.readouterr()

    def label(self, text: str, intent: str) -> None:
        entry = re.compile(rf"(- text: {re.escape(text)}\n(?:  .*\n)*?  intent: )''")
        labelled, found = entry.subn(rf"\g<1>{intent}", self.sheet.read_text("utf-8"))
        assert found == 1, f"no {text!r} in the sheet"
        self.sheet.write_text(labelled, "utf-8")

    def training_data(self, name: str = "nlu.yml") -> str:
        return (self.folder / "data" / name).read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nlu.yml").write_text(NLU, "utf-8")
    (tmp_path / "data" / "nlu_dialogue.yml").write_text(DIALOGUE, "utf-8")
    return Desk(tmp_path, capsys)


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A desk with three conversations behind it."""
    desk.store("c1", said("sits at the depot forever LP00123456789012", "nlu_fallback"), said("so?", "next_step", 0.4))
    desk.store("c2", said("it sits at the depot forever, RR123456785CN", "nlu_fallback"))
    desk.store("c3", said("any idea", "late_delivery"), said("no", "deny"), SlotSet("feedback", "not_useful"))
    return desk


def test_what_was_missed_is_listed_alike_with_alike_the_most_frequent_first(busy: Desk) -> None:
    _, out, _ = busy.run()
    assert [re.findall("«(.*)»", group) for group in out.split("\n\n")] == [
        ["it sits at the depot forever, <tracking number>", "sits at the depot forever <tracking number>"],
        ["any idea"],
        ["so?"],
        [],
    ]


def test_messages_that_share_only_a_number_are_not_alike(desk: Desk) -> None:
    desk.store("c1", said("LP00123456789012 sits at the depot", "nlu_fallback"))
    desk.store("c2", said("can I pay LP00123456789012 with klarna", "nlu_fallback"))
    assert "2 messages in 2 groups" in desk.run()[1]


def test_each_message_says_why_it_is_there_and_what_it_was_taken_for(busy: Desk) -> None:
    _, out, _ = busy.run()
    assert "«any idea»\n       late_delivery 0.99\n       answer not useful" in out


def test_no_number_of_a_shopper_reaches_the_sheet_or_the_screen(busy: Desk) -> None:
    _, out, _ = busy.run()
    assert not re.search("LP00123456789012|RR123456785CN", out + busy.sheet.read_text("utf-8"))


def test_a_labelled_message_becomes_an_example_and_is_not_listed_again(busy: Desk) -> None:
    busy.run()
    busy.label("it sits at the depot forever, <tracking number>", "tracking_not_updating")
    busy.label("sits at the depot forever <tracking number>", "same")
    busy.label("so?", "next_step")
    assert busy.run("apply")[0] == 0
    assert busy.training_data() == NLU.replace(
        "    - my tracking is stuck\n",
        "    - my tracking is stuck\n"
        "    - it sits at the depot forever, RR123456785CN\n"
        "    - sits at the depot forever RR123456785CN\n",
    )
    assert busy.training_data("nlu_dialogue.yml") == DIALOGUE + "      - so?\n"
    _, out, _ = busy.run()
    assert re.findall("«(.*)»", out) == ["any idea"]


def test_an_ignored_message_teaches_nothing_and_is_not_listed_again(busy: Desk) -> None:
    busy.run()
    busy.label("any idea", "ignore")
    _, out, _ = busy.run("apply")
    assert "0 new examples, 1 message ignored" in out
    assert busy.training_data() == NLU
    assert "any idea" not in busy.run()[1]


def test_a_reworded_message_is_not_listed_again_in_its_old_words(busy: Desk) -> None:
    busy.run()
    busy.label("any idea", "tracking_not_updating")
    busy.sheet.write_text(busy.sheet.read_text("utf-8").replace("text: any idea", "text: any idea where it is stuck"))
    busy.run("apply")
    assert "- any idea where it is stuck\n" in busy.training_data()
    assert "any idea" not in busy.run()[1]


def test_applying_twice_adds_once(busy: Desk) -> None:
    busy.run()
    busy.label("any idea", "tracking_not_updating")
    busy.run("apply")
    once = busy.training_data()
    _, out, _ = busy.run("apply")
    assert busy.training_data() == once
    assert "No new labels" in out


def test_an_unknown_intent_changes_nothing(busy: Desk) -> None:
    busy.run()
    busy.label("so?", "next_step")
    busy.label("any idea", "traking_not_updating")
    code, _, error = busy.run("apply")
    assert code == 1
    assert "«any idea»: no intent traking_not_updating, did you mean tracking_not_updating" in error
    assert (busy.training_data(), busy.training_data("nlu_dialogue.yml")) == (NLU, DIALOGUE)


def test_labels_that_wait_are_not_written_over(busy: Desk) -> None:
    busy.run()
    busy.label("any idea", "tracking_not_updating")
    code, _, error = busy.run()
    assert code == 1
    assert "has 1 label not applied yet" in error
    assert "intent: tracking_not_updating" in busy.sheet.read_text("utf-8")


def test_only_so_many_groups_are_listed_at_once(busy: Desk) -> None:
    _, out, _ = busy.run("--groups", "1")
    assert "2 messages in 1 group, and 2 groups more" in out


def test_a_list_does_not_write_to_the_database(busy: Desk) -> None:
    before = busy.database.read_bytes()
    busy.run()
    assert busy.database.read_bytes() == before
    assert {path.name for path in busy.folder.iterdir()} == {busy.database.name, "data", "review.yml"}


def test_unreadable_rows_are_counted_and_the_rest_is_listed(busy: Desk) -> None:
    connection = sqlite3.connect(busy.database)
    with connection:
        connection.execute("insert into events (sender_id, type_name, data) values ('c1', 'user', '{')")
        connection.execute("insert into events (sender_id, type_name, data) values ('c9', 'user', null)")
    connection.close()
    code, out, error = busy.run()
    assert (code, error) == (0, "Passed over what could not be read: 2 rows.\n")
    assert "4 messages" in out


def test_an_empty_store_says_so(desk: Desk) -> None:
    SQLTrackerStore(Domain.empty(), db=str(desk.database)).engine.dispose()
    assert desk.run() == (0, "▸ Looking through 0 messages\nNo conversations yet, nothing to review.\n", "")


def test_conversations_without_a_miss_say_so(desk: Desk) -> None:
    desk.store("c1", said("my tracking is stuck", "tracking_not_updating"))
    assert desk.run() == (0, "▸ Looking through 1 message\nNothing to review.\n", "")


@pytest.mark.parametrize("address", ["{file}", "sqlite:///{file}"])
def test_what_the_assistant_is_just_writing_is_read_from_a_file_or_a_url(desk: Desk, address: str) -> None:
    async def heard() -> None:
        tracker = await store.get_or_create_tracker("c1")
        tracker.update(said("can I pay with klarna", "nlu_fallback"))
        await store.save(tracker)

    store = LiveTrackerStore(Domain.empty(), str(desk.folder / "live.db"))
    asyncio.run(heard())
    code, out, _ = desk.run("list", "--conversations", address.format(file=desk.folder / "live.db"))
    assert (code, "can I pay with klarna" in out) == (0, True)
    store.close()


def test_a_server_that_is_away_is_named_without_its_password(desk: Desk) -> None:
    code, _, error = desk.run("list", "--conversations", "postgresql://shop:secret@127.0.0.1:1/shop")
    assert code == 1
    assert "postgresql://shop:***@127.0.0.1:1/shop" in error
    assert "secret" not in error


def test_a_missing_database_is_named(desk: Desk) -> None:
    code, _, error = desk.run()
    assert code == 1
    assert f"no conversations in {desk.database}" in error


@pytest.mark.parametrize("content", [b"", b"this is no database, just some text of some length" * 20])
def test_another_file_than_a_tracker_store_is_named(desk: Desk, content: bytes) -> None:
    desk.database.write_bytes(content)
    code, _, error = desk.run()
    assert code == 1
    assert "is no tracker store of Rasa's" in error


def test_applying_without_a_sheet_says_what_to_do_first(desk: Desk) -> None:
    code, out, _ = desk.run("apply")
    assert code == 0
    assert "run `make review`" in out


def test_a_broken_sheet_is_named_and_kept(busy: Desk) -> None:
    busy.sheet.write_text("- text: [", "utf-8")
    for command in ("list", "apply"):
        code, _, error = busy.run(command)
        assert code == 1
        assert f"{busy.sheet}: no valid YAML" in error
    assert busy.sheet.read_text("utf-8") == "- text: ["
