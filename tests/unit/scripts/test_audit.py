"""`make audit` says what is known, that nothing is, or that it cannot be looked up here."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def audited(folder: Path, says: str, status: int) -> subprocess.CompletedProcess[str]:
    """Run the script with an auditor that says and ends so."""
    auditor = folder / "auditor"
    auditor.write_text(f"#!/bin/sh\necho '{says}' >&2\nexit {status}\n")
    auditor.chmod(0o755)
    environment = {**os.environ, "AUDITOR": str(auditor)}
    return subprocess.run(["scripts/audit"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("says", "status", "ends", "told"),
    [
        ("No known vulnerabilities found", 0, 0, "nothing is known"),
        ("Found 2 known vulnerabilities in 1 package", 1, 1, "Found 2 known vulnerabilities"),
        ("Found 1 known vulnerability in 1 package", 1, 1, "Found 1 known vulnerability"),
        ("ERROR:pip_audit._cli:Could not connect to the service", 1, 2, "cannot be looked up here"),
        ("", 1, 2, "cannot be looked up here"),
    ],
)
def test_what_the_auditor_says_is_not_mistaken(tmp_path: Path, says: str, status: int, ends: int, told: str) -> None:
    run = audited(tmp_path, says, status)
    assert run.returncode == ends
    assert told in run.stdout + run.stderr


def test_both_locks_are_looked_up(tmp_path: Path) -> None:
    run = audited(tmp_path, "No known vulnerabilities found", 0)
    assert "requirements/main.txt" in run.stdout
    assert "requirements/test.txt" in run.stdout
