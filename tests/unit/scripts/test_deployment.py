"""Units, containers and manifests start the same processes as `make run`, and are well-formed."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from parcelbot.telemetry.serving import PROCESSES

ROOT = Path(__file__).resolve().parents[3]
DEPLOY = ROOT / "deploy"
MANIFESTS = sorted((DEPLOY / "kubernetes").glob("*.yaml"))

_METRIC = re.compile(r"\bparcelbot_[a-z_]+")
#: What Prometheus's client adds to the name of a histogram.
_OF_A_HISTOGRAM = ("_bucket", "_count", "_sum")

#: Parts that are not for a real shop, or not without ACTIONS_URL.
_NOT_EVERYWHERE = {"sandbox", "actions"}
_SECRET = re.compile(r"^#?([A-Z_]+_(?:SECRET|TOKEN|KEY))=", re.MULTILINE)
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


def test_compose_gives_shoppers_to_web_once_its_database_answers() -> None:
    [compose] = documents(DEPLOY / "compose.yaml")
    assert "/ready" in compose["services"]["web"]["healthcheck"]["test"][-1]


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


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [document for document in manifests() if document["kind"] == kind]


def pods() -> dict[str, dict[str, Any]]:
    return {one["metadata"]["name"]: one["spec"]["template"]["spec"] for one in of_kind("Deployment")}


def test_what_shoppers_and_agents_reach_grows_with_its_load() -> None:
    scaled = {one["spec"]["scaleTargetRef"]["name"] for one in of_kind("HorizontalPodAutoscaler")}
    assert scaled == {"assistant", "front", "web"}
    # a number here would be set again with every apply, in the middle of a flood
    assert not [one for one in of_kind("Deployment") if one["metadata"]["name"] in scaled and "replicas" in one["spec"]]


def test_no_pod_has_more_rights_than_it_needs() -> None:
    for pod in pods().values():
        assert pod["automountServiceAccountToken"] is False
        assert pod["securityContext"]["runAsNonRoot"]
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        for container in pod["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }


def test_the_template_of_the_secret_has_every_secret_and_no_setting() -> None:
    [secret] = documents(DEPLOY / "kubernetes" / "secret.yaml.example")
    template, explained = set(secret["stringData"]), (ROOT / ".env.example").read_text()
    assert set(_SECRET.findall(explained)) <= template <= set(_EXPLAINED.findall(explained))
    assert template.isdisjoint(of_kind("ConfigMap")[0]["data"])


def test_nobody_applies_the_template_together_with_the_manifests() -> None:
    assert not [one for one in manifests() if one["kind"] == "Secret"]


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


def telemetry() -> str:
    return " ".join(path.read_text() for path in (ROOT / "parcelbot" / "telemetry").glob("*.py"))


def measured() -> set[str]:
    """The metrics that the processes serve."""
    return set(re.findall(r'"(parcelbot_[a-z_]+)"', telemetry()))


def histograms() -> set[str]:
    return set(re.findall(r'Histogram\(\s*"(parcelbot_[a-z_]+)"', telemetry()))


def named_in(expressions: list[str]) -> set[str]:
    """The metrics that expressions name; a histogram, which Prometheus keeps in parts, only by a part's name."""
    parts = {f"{name}{part}": name for name in histograms() for part in _OF_A_HISTOGRAM}
    names = set(_METRIC.findall(" ".join(expressions)))
    assert names & histograms() == set()
    return {parts.get(name, name) for name in names}


def shown() -> set[str]:
    dashboard = json.loads((DEPLOY / "grafana" / "dashboard.json").read_text())
    return named_in([target["expr"] for panel in dashboard["panels"] for target in panel["targets"]])


def test_the_dashboard_shows_every_metric_and_no_other() -> None:
    assert shown() == measured()


def test_alerts_look_at_metrics_that_exist_and_say_what_to_do() -> None:
    [alerts] = documents(DEPLOY / "prometheus" / "alerts.yaml")
    rules = [rule for group in alerts["groups"] for rule in group["rules"]]
    assert named_in([rule["expr"] for rule in rules]) - measured() == set()
    assert all(rule["annotations"]["summary"] and rule["annotations"]["description"] for rule in rules)


def metrics_ports() -> dict[str, int]:
    """The ports of those that run in production, as they count on from METRICS_PORT's default."""
    first = int(re.findall(r"^#METRICS_PORT=(\d+)$", (ROOT / ".env.example").read_text(), re.MULTILINE)[0])
    return {part: first + number for number, part in enumerate(PROCESSES) if part != "actions"}


def scraped(name: str) -> dict[str, Any]:
    [config] = documents(DEPLOY / "prometheus" / name)
    assert config["rule_files"] == ["alerts.yaml"]
    [job] = config["scrape_configs"]
    assert job["job_name"] == "parcelbot"  # the alerts name it
    return dict(job)


def test_prometheus_asks_all_parts_on_one_machine() -> None:
    [static] = scraped("prometheus.yaml")["static_configs"]
    assert static["targets"] == [f"127.0.0.1:{port}" for port in metrics_ports().values()]


def test_prometheus_asks_all_parts_of_compose() -> None:
    asked = {name: one["port"] for one in scraped("prometheus.compose.yaml")["dns_sd_configs"] for name in one["names"]}
    assert asked == metrics_ports()
    [compose] = documents(DEPLOY / "compose.yaml")
    assert set(asked) <= set(compose["services"])


def test_prometheus_asks_all_parts_in_kubernetes() -> None:
    kept = [rule["regex"] for rule in scraped("prometheus.kubernetes.yaml")["relabel_configs"] if "regex" in rule]
    assert kept == ["parcelbot", "metrics"]
    told = {
        name: port["containerPort"]
        for name, pod in pods().items()
        for port in pod["containers"][0]["ports"]
        if port["name"] == "metrics"
    }
    assert told == metrics_ports()
    assert {one["spec"]["template"]["metadata"]["labels"]["app"] for one in of_kind("Deployment")} == {"parcelbot"}


def test_a_part_that_starts_again_and_again_and_events_that_are_lost_are_noticed() -> None:
    [alerts] = documents(DEPLOY / "prometheus" / "alerts.yaml")
    rules = " ".join(rule["expr"] for group in alerts["groups"] for rule in group["rules"])
    assert "changes(process_start_time_seconds{" in rules
    assert "parcelbot_events_dropped_total" in rules
