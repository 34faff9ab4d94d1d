"""scripts/deploy-lint: a finding in any of its files fails `make check`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LINTERS = ("hadolint", "check-jsonschema")


def lint(folder: Path, **statuses: int) -> tuple[int, list[str]]:
    """Run it with linters that note which file they were given and end with these statuses, 0 unless told."""
    for name in LINTERS:
        program = folder / name
        status = statuses.get(name.replace("-", "_"), 0)
        program.write_text(f'#!/bin/sh\nfor last; do :; done; echo "$last" >>{folder}/seen\nexit {status}\n')
        program.chmod(0o755)
    done = subprocess.run(["scripts/deploy-lint"], cwd=ROOT, env={**os.environ, "LINTERS": str(folder)}, check=False)
    return done.returncode, (folder / "seen").read_text().split()


def test_container_and_compose_file_are_linted(tmp_path: Path) -> None:
    assert lint(tmp_path) == (0, ["deploy/Containerfile", "deploy/compose.yaml"])


@pytest.mark.parametrize("name", LINTERS)
def test_a_finding_of_either_is_a_finding_and_keeps_the_other_from_nothing(tmp_path: Path, name: str) -> None:
    status, seen = lint(tmp_path, **{name.replace("-", "_"): 1})
    assert (status, len(seen)) == (1, 2)


def test_make_check_runs_it() -> None:
    _, _, check = (ROOT / "Makefile").read_text().partition("\ncheck:")
    assert "scripts/deploy-lint" in check.partition("\n\n")[0]
