"""scripts/deploy-lint: a finding in any of its files fails `make check`, and so does a linter that cannot be had."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LINTERS = ("hadolint", "check-jsonschema", "kubernetes-validate")
MANIFESTS = {str(path.relative_to(ROOT)) for path in (ROOT / "deploy" / "kubernetes").iterdir()}


def lint(folder: Path, **statuses: int) -> tuple[int, list[str]]:
    """Run it with linters that note which files they were given and end with these statuses, 0 unless told."""
    for name in LINTERS:
        program = folder / name
        status = statuses.get(name.replace("-", "_"), 0)
        notes = f'for told; do case $told in deploy/*) echo "$told" >>{folder}/seen ;; esac; done'
        program.write_text(f"#!/bin/sh\n{notes}\nexit {status}\n")
        program.chmod(0o755)
    done = subprocess.run(["scripts/deploy-lint"], cwd=ROOT, env={**os.environ, "LINTERS": str(folder)}, check=False)
    return done.returncode, (folder / "seen").read_text().split()


def without_network(folder: Path, **told: str) -> tuple[int, str]:
    """Run it in a copy of the repository whose Python can install nothing."""
    (folder / "requirements").mkdir()
    (folder / "requirements" / "deploy.txt").touch()
    (folder / "python").write_text("#!/bin/sh\nexit 1\n")
    (folder / "python").chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", **told}
    command = ["bash", str(ROOT / "scripts" / "deploy-lint")]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.strip()


def test_container_file_compose_file_and_manifests_are_linted(tmp_path: Path) -> None:
    status, seen = lint(tmp_path)
    assert (status, set(seen)) == (0, {"deploy/Containerfile", "deploy/compose.yaml", *MANIFESTS})


@pytest.mark.parametrize("name", LINTERS)
def test_a_finding_of_one_is_a_finding_and_keeps_the_others_from_nothing(tmp_path: Path, name: str) -> None:
    status, seen = lint(tmp_path, **{name.replace("-", "_"): 1})
    assert (status, len(seen)) == (1, 2 + len(MANIFESTS))


def test_linters_that_cannot_be_had_are_a_failure_that_says_how_to_go_on_without(tmp_path: Path) -> None:
    status, said = without_network(tmp_path)
    assert status == 2
    assert "deploy/ is not linted" in said
    assert "LINTERS=none" in said


def test_going_on_without_is_said(tmp_path: Path) -> None:
    assert without_network(tmp_path, LINTERS="none") == (0, "! deploy/ is not linted, as LINTERS=none wants it.")


def test_make_check_runs_it() -> None:
    _, _, check = (ROOT / "Makefile").read_text().partition("\ncheck:")
    assert "scripts/deploy-lint" in check.partition("\n\n")[0]
