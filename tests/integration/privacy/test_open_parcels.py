"""What the radar keeps of a shopper's parcels is exported, erased and kept out, although the shop still lists them."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

from parcelbot.core.parcel.orders import SalesChannel
from parcelbot.core.radar.open_parcel import OpenParcel
from parcelbot.store.radar.listing import SqlOpenOrdersLog
from tests.integration.privacy.world import ANA, BO, NOW, PARCEL, World

BOSS = "boss@shop.example"


def listed(world: World, number: str = PARCEL, email: str = "Ana@Example.com") -> None:
    """Have the shop list an open order."""
    log = SqlOpenOrdersLog(world.engine, "a key", lambda _: world.now)
    turn = log.take_turn("one", timedelta(minutes=1))
    parcel = OpenParcel(number, "7401", email, SalesChannel.SHOP, NOW - timedelta(days=3))
    log.take_page(turn, [parcel], "more", timedelta(hours=1))


def test_a_shopper_who_never_wrote_is_found_and_erased(world: World) -> None:
    listed(world)
    listed(world, "RR999999999CN", BO)
    found = world.privacy.kept_data(ANA)
    assert (found.is_empty, found.counts) == (False, {"parcel of an open order": 1})
    world.privacy.erase(ANA, BOSS)
    assert world.privacy.kept_data(ANA).is_empty
    assert PARCEL not in world.everything()
    assert "Ana@" not in world.everything()
    assert world.rows()["open_parcels"] == 1


def test_what_the_shop_lists_of_them_afterwards_is_not_taken_in(world: World) -> None:
    listed(world)
    world.privacy.erase(ANA, BOSS)
    listed(world)
    assert "open_parcels" not in world.rows()
    world.privacy.erase(ANA, BOSS)


def test_it_is_exported(world: World) -> None:
    listed(world)
    pack = zipfile.ZipFile(io.BytesIO(world.privacy.export(ANA, BOSS)))
    (parcel,) = json.loads(pack.read("data.json"))["parcels_of_open_orders"]
    assert (parcel["number"], parcel["order_number"]) == (PARCEL, "7401")
    assert "fence" not in parcel


def test_a_warning_that_was_written_is_erased_with_its_conversation(world: World) -> None:
    listed(world)
    world.ledger.open("new", NOW, {"email": ANA})
    world.privacy.erase(ANA, BOSS)
    assert set(world.rows()) <= {"audit", "forgotten_parcels", "radar_sweeps"}


def test_what_was_left_behind_is_forgotten_in_time(world: World) -> None:
    listed(world)
    world.privacy.erase(ANA, BOSS)
    listed(world, "RR999999999CN", BO)
    world.now += timedelta(days=400)
    world.retention().run()
    assert not {"open_parcels", "forgotten_parcels"} & set(world.rows())
