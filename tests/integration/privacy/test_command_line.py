from __future__ import annotations

import stat
from pathlib import Path

from parcelbot.commands.erase import erase, export
from tests.integration.privacy.world import ANA, World

BY = "command line (owner)"


def test_it_says_what_it_will_remove_and_then_what_it_removed(world: World) -> None:
    world.talk("a", ANA)
    asked: list[list[str]] = []

    def agree(lines: list[str]) -> bool:
        asked.append(lines)
        return True

    done = erase(world.privacy, ANA, BY, agree)

    assert asked == [["This will be removed for good:", "  1 conversation", "  2 messages"]]
    assert done[0] == "✓ Removed:"
    assert "  2 messages" in done
    assert set(world.rows()) == {"audit"}


def test_without_a_yes_nothing_is_removed(world: World) -> None:
    world.talk("a", ANA)

    assert erase(world.privacy, ANA, BY, lambda _: False) == ["Nothing was removed."]
    assert world.rows()["messages"] == 2


def test_what_is_elsewhere_is_named(world: World) -> None:
    world.talk("a", ANA)
    world.ticket("KT-AAAAAA", "a", ANA)

    done = erase(world.privacy, ANA, BY, lambda _: True)

    assert "  zendesk  KT-AAAAAA  z-KT-AAAAAA  22 Nov 2026" in done


def test_a_stranger_is_not_asked_about(world: World) -> None:
    assert erase(world.privacy, ANA, BY, lambda _: False) == ["Nothing is kept about this address."]


def test_an_export_is_for_the_operators_eyes(world: World, tmp_path: Path) -> None:
    world.talk("a", ANA)
    target = tmp_path / "ana.zip"

    export(world.privacy, ANA, target, BY)

    assert target.read_bytes().startswith(b"PK")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
