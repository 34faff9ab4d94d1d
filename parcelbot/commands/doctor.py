"""Say of everything the assistant needs whether it will do, and what to do where not: `make doctor`."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dotenv import load_dotenv
from environs import EnvError

from parcelbot.bootstrap.base import shop_clock
from parcelbot.bootstrap.checks import machine, partners
from parcelbot.bootstrap.checks.findings import Check, Finding, Health, broken, well
from parcelbot.settings.sandbox import read_sandbox_settings
from parcelbot.settings.shared import Settings, read_settings
from parcelbot.settings.website import WebsiteSettings, read_website_settings
from parcelbot.settings.worker import read_worker_settings
from parcelbot.store.schema.engine import open_engine

_MODEL = Path("models/parcelbot.tar.gz")
_ENV_FILE = Path(".env")
#: What `make train` looks at, too, in the folders of those who write; the test compares the two.
_TRAINED_FROM = (
    "domain.yml",
    "config.yml",
    "data/*.yml",
    "knowledge/*.yml",
    "knowledge/statuses/*.yml",
    "knowledge/follow_ups/*.yml",
    "knowledge/next_messages/*.yml",
    "knowledge/told/*.yml",
    "locales/examples/*.yml",
)
_NOT_TRAINED_FROM = ("knowledge/languages.yml", "knowledge/plurals.yml", "knowledge/radar.yml")
_NAME_WIDTH = 10


def main() -> int:
    """Print a line for each thing; returns 1 when one is broken."""
    load_dotenv()
    logging.basicConfig(format=f"{Health.ODD.value} {'note'.ljust(_NAME_WIDTH)}%(message)s")
    is_broken = False
    for about, finding in findings():
        print(line(about, finding), flush=True)
        is_broken |= finding.verdict is Health.BROKEN
    return int(is_broken)


def findings() -> Iterator[tuple[str, Finding]]:
    """Look at one thing after the other; only at the settings where they cannot be used."""
    try:
        settings, website = read_settings(), read_website_settings()
        read_worker_settings()
        read_sandbox_settings()
    except (EnvError, ValueError) as error:
        yield "settings", broken(f"{error}", "change it in .env; .env.example explains each")
        return
    mode = "demo mode" if settings.demo_mode else "a real shop"
    yield "settings", well(f"all can be used; {mode}, copies go to {', '.join(settings.helpdesks) or 'no helpdesk'}")
    yield from ((check.about, check.run()) for check in checks(settings, website))


def checks(settings: Settings, website: WebsiteSettings) -> Sequence[Check]:
    """Give what is looked at after the settings, in order."""
    clock = shop_clock(settings)
    return (
        Check("files", lambda: machine.check_files(settings)),
        Check("secrets", lambda: machine.check_secrets(settings, website, _ENV_FILE)),
        Check("database", lambda: machine.check_database(settings)),
        Check("memory", lambda: machine.check_conversations(settings)),
        Check("model", lambda: machine.check_model(_MODEL, trained_from(Path()), clock())),
        Check("disk", lambda: machine.check_disk(machine.growing_folders(settings, website))),
        Check("provider", lambda: _provider(settings)),
        Check("shop", lambda: partners.check_shop(settings, clock)),
        Check("mail", lambda: partners.check_mail(settings, clock)),
        Check("redis", lambda: partners.check_redis(settings)),
        Check("clock", lambda: partners.check_clock(settings)),
    )


def trained_from(root: Path) -> Sequence[Path]:
    """List the files of training data below `root`."""
    others = {root / name for name in _NOT_TRAINED_FROM}
    return [path for pattern in _TRAINED_FROM for path in root.glob(pattern) if path not in others]


def line(about: str, finding: Finding) -> str:
    """Put a finding on a line, with what to do at its end."""
    remedy = f" → {finding.remedy}" if finding.remedy else ""
    return f"{finding.verdict.value} {about.ljust(_NAME_WIDTH)}{finding.said}{remedy}"


def _provider(settings: Settings) -> Finding:
    current = machine.check_database(settings).verdict is Health.WELL
    return partners.check_provider(settings, open_engine(settings.database_url), current)


if __name__ == "__main__":
    sys.exit(main())
