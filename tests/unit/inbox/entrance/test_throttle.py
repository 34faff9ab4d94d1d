"""How often one may try to log in."""

from __future__ import annotations

import pytest

from parcelbot.inbox.entrance.throttle import Throttle
from tests.support.inbox import Clock, ClockedStorage

ANA = "ana@shop.example"
HERE = "192.0.2.7"


@pytest.fixture
def throttle(clock: Clock) -> Throttle:
    return Throttle(ClockedStorage(clock))


def attempts(throttle: Throttle, count: int, email: str = ANA, address: str = HERE) -> list[bool]:
    return [throttle.allows(email, address) for _ in range(count)]


def test_ten_attempts_at_an_account_from_a_network_are_allowed_and_no_more(throttle: Throttle) -> None:
    assert attempts(throttle, 11) == [True] * 10 + [False]


def test_what_a_stranger_tries_does_not_keep_the_owner_out(throttle: Throttle) -> None:
    attempts(throttle, 30, address="198.51.100.9")
    assert throttle.allows(ANA, HERE)


def test_a_thousand_strangers_do_not_either_where_the_owner_has_been_before(throttle: Throttle) -> None:
    tried = [throttle.allows(ANA, f"198.51.{n // 250}.{n % 250}") for n in range(1000)]
    assert tried.count(True) == 100
    assert not throttle.allows(ANA, HERE)
    assert throttle.allows(ANA, HERE, device="ana's laptop")


def test_a_known_browser_may_not_guess_without_end_either(throttle: Throttle) -> None:
    tried = [throttle.allows(ANA, HERE, device="stolen laptop") for _ in range(11)]
    assert tried == [True] * 10 + [False]
    assert throttle.allows(ANA, HERE, device="another laptop")


def test_thirty_attempts_from_an_address_are_allowed_whoever_is_tried(throttle: Throttle) -> None:
    tried = [throttle.allows(f"{number}@shop.example", HERE) for number in range(31)]
    assert tried == [True] * 30 + [False]


def test_a_whole_ipv6_network_counts_as_one_address(throttle: Throttle) -> None:
    tried = [throttle.allows(f"{number}@shop.example", f"2001:db8:1:2::{number:x}") for number in range(31)]
    assert tried[-1] is False
    assert throttle.allows("other@shop.example", "2001:db8:1:3::1")


def test_after_a_quarter_of_an_hour_one_may_try_again(throttle: Throttle, clock: Clock) -> None:
    attempts(throttle, 11)
    clock.forward(minutes=14)
    assert not throttle.allows(ANA, HERE)
    clock.forward(minutes=1)
    assert throttle.allows(ANA, HERE)


def test_who_has_logged_in_starts_anew(throttle: Throttle) -> None:
    attempts(throttle, 10)
    throttle.forgive(ANA, HERE)
    assert throttle.allows(ANA, HERE)


def test_logging_in_does_not_forgive_the_address(throttle: Throttle) -> None:
    for number in range(30):
        throttle.allows(f"{number}@shop.example", HERE)
    throttle.forgive(ANA, HERE)
    assert not throttle.allows(ANA, HERE)


def test_an_address_that_is_none_is_limited_too(throttle: Throttle) -> None:
    tried = [throttle.allows(f"{number}@shop.example", "nonsense") for number in range(31)]
    assert tried[-1] is False


def test_refusals_are_reported_once_in_a_while(throttle: Throttle, clock: Clock) -> None:
    assert [throttle.worth_a_report(HERE) for _ in range(3)] == [True, False, False]
    clock.forward(minutes=15)
    assert throttle.worth_a_report(HERE)
