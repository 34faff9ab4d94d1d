"""All of docs/openapi.yaml is called with what fits it and with what does not: nothing breaks, all is as it says."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.architecture.test_protocol_document import names, refusals
from tests.integration.website.conftest import ROOMY
from tests.integration.website.running import ROOT, Server
from tests.integration.website.shopper import Shopper
from tests.integration.website.standin import write_sentences
from tests.support.stack import Stack

DOCUMENT = ROOT / "docs" / "openapi.yaml"
_INSTALLED = ROOT / ".cache" / "schemathesis" / "bin" / "schemathesis"
_PROGRAM = shutil.which("schemathesis") or str(_INSTALLED)
_SIGNING = Path(__file__).with_name("signing.py")
_CHANNEL = "/webhooks/website"
_KEY = "0f5a72c61e9b4d38"
_TOKEN = "4aTokenOfTheseTests4tokens2Guess"
_CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
_AS_ROUTED = str.maketrans("{}", "<>")
_EXAMPLES, _SEED = "40", "16"

fuzzed = pytest.mark.skipif(not Path(_PROGRAM).exists(), reason="schemathesis is not installed (scripts/test-tools)")


def described() -> dict[str, dict[str, dict[str, object]]]:
    paths: dict[str, dict[str, dict[str, object]]] = yaml.safe_load(DOCUMENT.read_text())["paths"]
    return paths


def test_it_describes_every_call_of_the_channel() -> None:
    told = {
        f"{method.upper()} {path.removeprefix(_CHANNEL).translate(_AS_ROUTED)}"
        for path, methods in described().items()
        if path.startswith(_CHANNEL)
        for method in methods
    }
    assert told == set(names("Calls"))


def test_it_knows_every_status_of_the_channel() -> None:
    told = {
        status
        for path, methods in described().items()
        if path.startswith(_CHANNEL)
        for call in methods.values()
        for status in call["responses"]
        if status >= "400"
    }
    assert told == {status for status, _ in refusals()} - {"500"}


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("fuzz")
    write_sentences(folder)
    server = Server(folder, {**ROOMY, "WEBSITE_SILENCE_S": "600"}, is_front=True).start()
    yield server
    server.kill()


def answering_web(folder: Path, **told: str) -> Stack:
    """The web process with all its webhooks; who is called by it is away."""
    away = {"CHATWOOT_URL": "http://127.0.0.1:9", "AFTERSHIP_URL": "http://127.0.0.1:9"}
    names = {"HELPDESK": "chatwoot", "CHATWOOT_TOKEN": "unused", "CHATWOOT_ACCOUNT": "1", "CHATWOOT_INBOX": "1"}
    providers = {"TRACKING_FALLBACK": "aftership", "AFTERSHIP_KEY": "unused", "AFTERSHIP_WEBHOOK_SECRET": _KEY}
    return Stack(folder, {**away, **names, **providers, "TRACKING_KEY": _KEY, **told}, ("web",))


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with answering_web(tmp_path_factory.mktemp("fuzz-web"), CHATWOOT_WEBHOOK_TOKEN=_TOKEN) as running:
        yield running


@pytest.fixture(scope="module")
def signed_web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with answering_web(tmp_path_factory.mktemp("fuzz-signed"), CHATWOOT_WEBHOOK_SECRET=_KEY) as running:
        yield running


def fuzz(url: str, folder: Path, *options: str, key: str = "") -> None:
    """Call everything that is described, signed with a key if there is one; fails with what schemathesis found."""
    settings = folder / "schemathesis.toml"
    settings.write_text(f'[parameters]\n"path.token" = "{_TOKEN}"\n')
    command = [_PROGRAM, "--config-file", str(settings), "run", str(DOCUMENT), "--url", url]
    command += ["--checks", f"{_CHECKS},let_in" if key else _CHECKS]
    command += ["--max-examples", _EXAMPLES, "--seed", _SEED, "--no-color", "--suppress-health-check", "all"]
    hooks = {"PYTHONPATH": str(_SIGNING.parent), "SCHEMATHESIS_HOOKS": _SIGNING.stem, "FUZZ_KEY": key} if key else {}
    told = {**os.environ, **hooks}
    done = subprocess.run([*command, *options], capture_output=True, text=True, cwd=folder, env=told, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "passed" in done.stdout


@fuzzed
def test_the_channel_keeps_its_word_to_who_has_a_conversation(front: Server, tmp_path: Path) -> None:
    shopper = Shopper(f"{front.url}/website").arrive()
    streams = ("--exclude-path", f"{_CHANNEL}/events")  # they stay open
    bearer = ("--header", f"Authorization: Bearer {shopper.token}")
    fuzz(front.url.removesuffix("/webhooks"), tmp_path, "--include-path-regex", _CHANNEL, *streams, *bearer)
    assert "Traceback" not in front.log


@fuzzed
def test_the_channel_keeps_its_word_to_strangers(front: Server, tmp_path: Path) -> None:
    fuzz(front.url.removesuffix("/webhooks"), tmp_path, "--include-path-regex", _CHANNEL)
    assert "Traceback" not in front.log


@fuzzed
def test_the_webhooks_keep_their_word(web: Stack, tmp_path: Path) -> None:
    fuzz(web.url("web"), tmp_path, "--include-path-regex", "/hooks/")
    assert "Traceback" not in web.log("web")


@fuzzed
@pytest.mark.parametrize("hook", ["chatwoot", "17track", "aftership"])
def test_a_webhook_keeps_its_word_to_who_signs(hook: str, signed_web: Stack, tmp_path: Path) -> None:
    fuzz(signed_web.url("web"), tmp_path, "--include-path", f"/hooks/{hook}", key=_KEY)
    assert "Traceback" not in signed_web.log("web")
