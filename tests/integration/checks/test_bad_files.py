"""A file of tables or sentences that cannot be used ends the start of every part in one sentence that names it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from parcelbot.bootstrap.checks import machine
from parcelbot.bootstrap.checks.findings import Health
from parcelbot.settings.shared import read_settings

ROOT = Path(__file__).resolve().parents[3]
PARTS = ("front", "web", "worker", "assistant_server", "action_server", "commands.run")
#: Not YAML, and YAML that is no table.
BROKEN = {"knowledge/tables/route.yml": "rows: [\n", "locales/en.yml": "responses: 5\n"}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    for folder in ("knowledge", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def environment(written: Path) -> dict[str, str]:
    return {
        "KNOWLEDGE_DIR": str(written / "knowledge"),
        "LOCALES_DIR": str(written / "locales"),
        "DATABASE_URL": f"sqlite:///{written}/parcelbot.db",
        "CONVERSATIONS_DB": str(written / "conversations.db"),
        "ATTACHMENTS_DIR": str(written / "attachments"),
        **{f"{name}_PORT": "0" for name in ("FRONT", "WEB", "WORKER", "RASA", "SANDBOX", "ACTIONS")},
    }


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("part", PARTS)
def test_no_part_starts_and_each_says_why(written: Path, part: str, name: str) -> None:
    (written / name).write_text(BROKEN[name])
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", f"parcelbot.{part}", *(["run"] if part == "assistant_server" else [])],
        cwd=ROOT,
        env={**os.environ, "ACTIONS_TOKEN": "the assistant shows this to the actions", **environment(written)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 1
    [sentence] = [line for line in told.stderr.splitlines() if str(written) in line]
    assert str(written / name) in sentence
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("name", ["knowledge/follow_ups/*.yml", "locales/de.yml", "locales/phrases/*.yml"])
def test_doctor_finds_it_in_any_of_the_files(written: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for variable, value in environment(written).items():
        monkeypatch.setenv(variable, value)
    file = sorted(written.glob(name))[0]
    file.write_text("{")
    finding = machine.check_files(read_settings())
    assert finding.verdict is Health.BROKEN
    assert str(file) in finding.said
