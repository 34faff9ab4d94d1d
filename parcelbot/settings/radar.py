"""Read how far back the radar looks, and where its findings go."""

from __future__ import annotations

from dataclasses import dataclass, field

from environs import Env, EnvError

from parcelbot.settings.secret_values import read_secret

DEFAULT_DAYS = 60


@dataclass(frozen=True)
class RadarSettings:
    """The radar: it looks at orders placed within `days`, 0 switches it off.

    `webhook_url` gets every finding, "" for none; `webhook_secret` signs what is sent there.
    """

    days: int = DEFAULT_DAYS
    webhook_url: str = ""
    webhook_secret: str = field(default="", repr=False)


def read_radar(env: Env) -> RadarSettings:
    """Read the settings; EnvError for days below 0, an address that is none, and no secret or a guessable one."""
    radar = RadarSettings(
        days=env.int("RADAR_DAYS", DEFAULT_DAYS),
        webhook_url=env.str("RADAR_WEBHOOK_URL", ""),
        webhook_secret=read_secret("RADAR_WEBHOOK_SECRET", guessable_allowed=False),
    )
    if radar.days < 0:
        raise EnvError("RADAR_DAYS must be a number of days, or 0 for no radar")
    if radar.webhook_url and not radar.webhook_url.startswith(("https://", "http://")):
        raise EnvError("RADAR_WEBHOOK_URL must begin with https://")
    if radar.webhook_url and not radar.webhook_secret:
        raise EnvError("RADAR_WEBHOOK_URL needs RADAR_WEBHOOK_SECRET, which signs what is sent there")
    return radar
