from __future__ import annotations

import io
import json
import zipfile

from tests.integration.privacy.world import ANA, BO, PARCEL, World


def exported(world: World) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(world.privacy.export(ANA, "boss@shop.example")))


def test_a_conversation_can_be_read_by_people(world: World) -> None:
    world.talk("a", "where is 7401?", ANA)

    (name,) = [name for name in exported(world).namelist() if name.startswith("conversations/")]

    assert exported(world).read(name).decode().splitlines()[2:4] == [
        "22 Nov 12:00  You: where is 7401?",
        "22 Nov 12:00  Assistant: You said: where is 7401?",
    ]


def test_a_ticket_can_be_read_by_people_with_the_teams_notes(world: World) -> None:
    world.talk("a", ANA)
    world.ticket("KT-AAAAAA", "a", ANA, tracking_number=PARCEL, summary=("Problem: late",))

    text = exported(world).read("tickets/KT-AAAAAA.txt").decode()

    assert f"tracking number: {PARCEL}" in text
    assert "Problem: late" in text
    assert f"rang {ANA}" in text


def test_files_are_in_it_under_names_that_cannot_leave_their_folder(world: World) -> None:
    world.talk("a", ANA)
    world.attach("a", "0f0f", "../../etc/my door.jpg")

    assert exported(world).read("files/1-.._.._etc_my_door.jpg") == b"picture"


def test_programs_get_all_of_it_with_what_the_assistant_understood(world: World) -> None:
    world.talk("a", "where is 7401?", ANA)
    world.ticket("KT-AAAAAA", "a", ANA, tracking_number=PARCEL)

    data = json.loads(exported(world).read("data.json"))

    assert data["email"] == ANA
    assert data["messages"][0]["payload"]["text"] == "where is 7401?"
    assert data["tickets"][0]["tracking_number"] == PARCEL
    assert data["tracking"][0]["number"] == PARCEL
    assert [event["text"] for event in data["assistant_memory"]["a"]] == ["where is 7401?", ANA]


def test_nothing_of_others_is_in_it(world: World) -> None:
    world.talk("a", ANA)
    world.talk("b", f"I am {BO}", f"my sister is {ANA}", identity=BO)

    pack = exported(world)

    assert BO not in "".join(pack.read(name).decode() for name in pack.namelist())


def test_exporting_is_in_the_audit_log_without_the_address(world: World) -> None:
    world.talk("a", ANA)
    exported(world)

    ((agent, action, detail),) = world.audited()
    assert (agent, action) == ("boss@shop.example", "exported")
    assert ANA not in detail


def test_exporting_changes_nothing_else(world: World) -> None:
    world.talk("a", ANA)
    before = world.rows()
    exported(world)

    assert world.rows() == {**before, "audit": 1}
