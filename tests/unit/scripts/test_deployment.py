"""Units, containers and manifests start the same processes as `make run`, and are well-formed."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
DEPLOY = ROOT / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))

#: Parts that are not for a real shop, or not without ACTIONS_URL.
_NOT_EVERYWHERE = {"sandbox", "actions"}
_EXPLAINED = re.compile(r"^#?([A-Z][A-Z0-9_]*)=", re.MULTILINE)


def plain(command: str) -> str:
    """A command without the ways in which shells and systemd write variables and quotation marks."""
    command = command.removeprefix("exec ").replace("/opt/parcelbot/.venv/bin/", "")
    return " ".join(shlex.split(re.sub(r'"?\$+\{?([A-Z_]+)\}?"?', r"@\1", command)))


def procfile() -> dict[str, str]:
    lines = (ROOT / "Procfile").read_text().splitlines()
    return {name: plain(command) for name, _, command in (line.partition(": ") for line in lines)}


def documents(path: Path) -> Iterator[dict[str, Any]]:
    yield from yaml.safe_load_all(path.read_text())


def manifests() -> list[dict[str, Any]]:
    return [document for path in MANIFESTS for document in documents(path)]


def in_production() -> set[str]:
    return {command for name, command in procfile().items() if name not in _NOT_EVERYWHERE}


def test_systemd_runs_what_make_run_runs() -> None:
    units = [path.read_text() for path in (DEPLOY / "systemd").glob("*.service")]
    commands = {plain(re.findall("^ExecStart=(.*)$", unit, re.MULTILINE)[0]) for unit in units}
    assert commands == in_production() | {procfile()["actions"]}


def test_compose_runs_what_make_run_runs() -> None:
    [compose] = documents(DEPLOY / "compose.yaml")
    ours = [service for service in compose["services"].values() if service["image"] == "parcelbot"]
    assert {plain(service["command"][-1]) for service in ours} == in_production()
    assert all(service["healthcheck"] and service["read_only"] for service in ours)


def test_kubernetes_runs_what_make_run_runs() -> None:
    containers = [
        container
        for document in manifests()
        if document["kind"] == "Deployment"
        for container in document["spec"]["template"]["spec"]["containers"]
        if container["image"] == "parcelbot"
    ]
    assert {plain(container["command"][-1]) for container in containers} == in_production()
    assert all({"readinessProbe", "livenessProbe", "resources"} <= set(container) for container in containers)


def test_what_they_set_is_explained() -> None:
    explained = set(_EXPLAINED.findall((ROOT / ".env.example").read_text()))
    [compose] = documents(DEPLOY / "compose.yaml")
    told = set(_EXPLAINED.findall((DEPLOY / "systemd" / "env.example").read_text()))
    told |= set(compose["services"]["web"]["environment"])
    told |= {name for document in manifests() if document["kind"] == "ConfigMap" for name in document["data"]}
    assert told - explained == set()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for unit in (DEPLOY / "systemd").glob("parcelbot*"):
        (tmp_path / unit.name).write_text(unit.read_text().replace("/opt/parcelbot", str(ROOT)))
    command = ["systemd-analyze", "verify", *map(str, tmp_path.iterdir())]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (told.returncode, [line for line in told.stderr.splitlines() if "parcelbot" in line]) == (0, [])
