"""nginx with the very file that is deployed, on free ports of the loopback and with a certificate of its own."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from tests.support.certificates import certificate
from tests.support.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
CONFIGURATION = ROOT / "deploy" / "nginx"
_START_LIMIT_S = 30

_AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/parcelbot.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """A running nginx: its port with TLS, the certificate to trust, and its process."""

    port: int
    trusted: Path
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.port}"


@contextmanager
def proxy(folder: Path, front_ports: Sequence[int], web_ports: Sequence[int]) -> Iterator[Proxy]:
    """Run nginx in front of these ports; its only changes are ports and places of files."""
    certificate(folder)
    port = free_port()
    _write(folder, {"443 ssl": f"127.0.0.1:{port} ssl", "listen 80": f"listen 127.0.0.1:{free_port()}"})
    told = (CONFIGURATION / "upstreams.host.conf").read_text()
    log = "/var/log/nginx/parcelbot.log"
    assert log in told
    told = told.replace(log, f"{folder}/access.log")
    for port_there, ports in (("5006", front_ports), ("8080", web_ports)):
        one = f"server 127.0.0.1:{port_there} max_fails=2 fail_timeout=5s;"
        assert one in told
        told = told.replace(one, " ".join(one.replace(port_there, str(here)) for here in ports))
    (folder / "parcelbot-upstreams.conf").write_text(told)
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder))
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    subprocess.run([*command, "-t"], check=True, capture_output=True, text=True)
    process = subprocess.Popen(command)
    try:
        running = Proxy(port, folder / "server.pem", folder, process)
        _wait_for(running)
        yield running
    finally:
        process.terminate()
        process.wait()


def _write(folder: Path, listens: dict[str, str]) -> None:
    text = (CONFIGURATION / "parcelbot.conf").read_text()
    places = {
        "/etc/nginx/certificates/fullchain.pem": f"{folder}/server.pem",
        "/etc/nginx/certificates/privkey.pem": f"{folder}/server.pem",
        "/etc/nginx/parcelbot-upstreams.conf": f"{folder}/parcelbot-upstreams.conf",
    }
    for ours, here in {**places, **listens}.items():
        assert ours in text, f"the deployed file has no {ours!r}"
        text = text.replace(ours, here)
    (folder / "parcelbot.conf").write_text(text)


def _wait_for(running: Proxy) -> None:
    deadline = time.monotonic() + _START_LIMIT_S
    while time.monotonic() < deadline:
        try:
            requests.get(f"{running.url}/health", verify=running.trusted, timeout=5)
            return
        except requests.RequestException:
            time.sleep(0.05)
    raise RuntimeError(f"nginx did not start:\n{(running.folder / 'error.log').read_text()}")
