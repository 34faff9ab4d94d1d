"""Which numbers are found in a shopper's message, as what, and what they were meant to be."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcelbot.core.reading.codes.check_digits import s10_valid
from parcelbot.core.reading.codes.repairs import only_swapped
from parcelbot.core.reading.given_numbers.number_types import FoundNumber, NumberKind
from parcelbot.reading.number_formats import find_numbers


def only(text: str) -> FoundNumber:
    (found,) = find_numbers(text)
    return found


def kinds(text: str) -> list[tuple[NumberKind, str]]:
    return [(found.kind, found.value) for found in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value", "carrier"),
    [
        ("my tracking hasn't moved for 9 days, LP00123456789012", "LP00123456789012", "cainiao"),
        ("rr123456785cn??", "RR123456785CN", "china_post"),
        ("RR 123 456 785 CN pls", "RR123456785CN", "china_post"),
        ("1Z 999 AA1 01 2345 6784", "1Z999AA10123456784", "ups"),
        ("no.1Z999AA10123456784", "1Z999AA10123456784", "ups"),
        ("tracking numberRR123456785CN", "RR123456785CN", "china_post"),
        ("lp-0012-3456-7890-12.", "LP00123456789012", "cainiao"),
        ("ＬＰ００１２３４５６７８９０１２", "LP00123456789012", "cainiao"),
        ("LP001234\u200b56789012", "LP00123456789012", "cainiao"),
        ("RR123456785СN", "RR123456785CN", "china_post"),  # a Cyrillic С
        ("https://t.17track.net/en#nums=LP00123456789012", "LP00123456789012", "cainiao"),
        ("(YT2229521272164446)", "YT2229521272164446", "yunexpress"),
        ("TBA123456789012", "TBA123456789012", "amazon_logistics"),
        ("Cainiao number LP 0051 8273 6455 12", "LP00518273645512", "cainiao"),  # groups like a phone's
        ("and lp 0012 3456 7890 12?", "LP00123456789012", "cainiao"),
        ("RR 012 345 675 CN", "RR012345675CN", "china_post"),
    ],
)
def test_a_tracking_number_is_found_however_it_is_written(text: str, value: str, carrier: str) -> None:
    found = only(text)
    assert (found.kind, found.value, found.carrier) == (NumberKind.TRACKING, value, carrier)


@pytest.mark.parametrize(
    "text",
    [
        "PayPal number 4KD82917XB550318T",
        "the transaction ID is 4KD82917XB550318T",
        "Klarna payment 48120377561",
        "Transaktionsnummer 4KD82917XB550318T",
        "número de transacción 4KD82917XB550318T",
        "numéro de transaction : 4KD82917XB550318T",
        "номер транзакции 4KD82917XB550318T",
        "işlem numarası 4KD82917XB550318T",
        "取引番号 4KD82917XB550318T",
        "交易号 4KD82917XB550318T",
    ],
)
def test_a_payments_number_is_no_parcels(text: str) -> None:
    assert find_numbers(text) == ()


def test_a_known_code_is_a_parcels_whatever_was_paid_beside() -> None:
    assert only("after the payment LP00123456789012 was made").kind is NumberKind.TRACKING


def test_a_found_number_says_where_it_stands_in_the_raw_text() -> None:
    text = "hi, RR 123 456 785 CN is it"
    found = only(text)
    assert (found.raw, text[found.start : found.end]) == ("RR 123 456 785 CN", "RR 123 456 785 CN")


def test_several_numbers_come_in_the_order_they_were_written() -> None:
    found = find_numbers("order #7401: LP00123456789012, YT2229521272164446; call +44 7700 900123")
    assert [number.kind for number in found] == [
        NumberKind.SHOP_ORDER,
        NumberKind.TRACKING,
        NumberKind.TRACKING,
        NumberKind.PHONE,
    ]


def test_a_good_check_digit_makes_a_number_valid() -> None:
    assert only("RR123456785CN").valid is True


def test_a_number_without_a_check_digit_is_neither_valid_nor_invalid() -> None:
    assert only("LP00123456789012").valid is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("RR12345678SCN", "RR123456785CN"),  # S for 5
        ("LPOO123456789012", "LP00123456789012"),  # letters for noughts
        ("RR213456785CN", "RR123456785CN"),  # two digits swapped
        ("1Z999AA1O123456784", "1Z999AA10123456784"),  # O for 0
        ("YT222952I272164446", "YT2229521272164446"),  # I for 1
        ("RRI2345678SCN", "RR123456785CN"),  # two slips at once
    ],
)
def test_a_mistyped_number_is_repaired(typed: str, meant: str) -> None:
    found = only(typed)
    assert found.valid is False
    assert meant in found.repairs


def test_where_too_many_swaps_would_do_none_is_named() -> None:
    assert only("9400154526914937424692").repairs == ()


def test_a_valid_number_needs_no_repair() -> None:
    assert only("RR123456785CN").repairs == ()


def test_an_invalid_number_that_nothing_repairs_is_still_reported() -> None:
    found = only("RR123456784CN")
    assert (found.kind, found.valid, found.repairs) == (NumberKind.TRACKING, False, ())


@pytest.mark.parametrize(
    "text",
    [
        "order 7401",
        "Order #7401",
        "order no. 7401",
        "my order number is 7401",
        "order: 7401!",
        "#7401",
        "KOSSR-7401",
        "7401 is my order",
        "Order#7401/anna@example.com",
        "order/7401",
        "ordr no. 7401",
    ],
)
def test_a_shop_order_is_found_when_it_is_named_as_one(text: str) -> None:
    assert kinds(text) == [(NumberKind.SHOP_ORDER, "7401")]


@pytest.mark.parametrize(
    "text",
    [
        "7401",
        "yep 7401",
        "yes, it's 7401",
        "no, 7401",
        "sorry: 7401",
        "Hi 7401",
        "i think 7401",
        "7401 thanks",
        "it’s 7401!",
    ],
)
def test_a_number_with_nothing_but_courtesy_around_it_is_a_shop_order(text: str) -> None:
    assert kinds(text) == [(NumberKind.SHOP_ORDER, "7401")]


@pytest.mark.parametrize(
    "text",
    [
        "yes 2024",
        "1999 and 2024",
        "it's $1234",
        "yes, $ 1234",
        "it's 1499 euros",
        "it's 1234.50",
        "yes at 1430",
        "it was 1500",
        "house 1204",
        "it's 12045 Oak Avenue",
        "my zip is 90210",
        "ok, the otp is 4821",
        "i think 5000 people",
        "no 1234 5678",
        "sorry 12,345",
        "call 5551234",
    ],
)
def test_courtesy_makes_no_order_of_a_year_a_price_a_time_or_an_address(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize("text", ["orders 7401 and 7402 never came", "7401 and 7402", "hi, 7401, 7402 please"])
def test_two_orders_named_together_are_both_found(text: str) -> None:
    assert kinds(text) == [
        (NumberKind.SHOP_ORDER, "7401"),
        (NumberKind.SHOP_ORDER, "7402"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "8123456789012345",
        "8123 4567 8901 2345",
        "order 8123456789012345",
        "and 8123456789012345",
        "AND 8123456789012345 too",
        "any 8123456789012345 news",
    ],
)
def test_sixteen_digits_are_a_marketplace_order(text: str) -> None:
    assert kinds(text) == [(NumberKind.MARKETPLACE_ORDER, "8123456789012345")]


def test_sixteen_digits_named_a_tracking_number_are_one() -> None:
    assert only("tracking number 0073938000549297").kind is NumberKind.TRACKING


@pytest.mark.parametrize(
    "text", ["1234567890", "it is 07700900123", "123456789012", "order 12345678901", "order id is 44718823"]
)
def test_ten_to_twelve_bare_digits_are_ambiguous(text: str) -> None:
    assert only(text).kind is NumberKind.AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    [
        "tracking number is 123456789012",
        "fedex 986578788855",
        "986578788855 (FedEx)",
        "where is 7916676427",
        "my parcel 986578788855 is late",
        "986578788855 hasn't moved",
        "tracking is stuck, 986578788855",  # its check digit holds
        "dhl 331-881-0025",
        "mondial relay 12345678",
        "Evri 1234567890123456",
        "tracking number 98 65 78 78 88 55",
    ],
)
def test_named_digits_are_a_tracking_number(text: str) -> None:
    assert only(text).kind is NumberKind.TRACKING


@pytest.mark.parametrize(
    "text", ["+44 7700 900123", "(555) 123-4567", "555-123-4567", "020 7946 0958", "call me on 07700900123"]
)
def test_a_phone_number_is_told_from_an_order(text: str) -> None:
    assert only(text).kind is NumberKind.PHONE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙁🙁🙁",
        "size 10-12 and EU 38",
        "it cost $1,234.56 or 1499 rupees",
        "order 1500 usd of linen",
        "on 2025-11-03 at 14:30",
        "since 03/11/2025 or 3 November 2025",
        "ordered in 2025, 2 shirts for 89.90",
        "postcode SW1A 1AA or 90210",
        "in 123456785 us",
        "for 10 days, a fortnight, 48hrs",
        "write to bob12345678901@example.com",
        "ticket KT-AB2345",
        "my parcel 2 of 3",
        "the dress 12345 was nice",
        "2025",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert find_numbers(text) == ()


def test_a_word_before_a_number_is_no_part_of_it() -> None:
    assert kinds("LP00123456789012 and 8178234567890123") == [
        (NumberKind.TRACKING, "LP00123456789012"),
        (NumberKind.MARKETPLACE_ORDER, "8178234567890123"),
    ]


def test_a_phone_beside_a_spaced_out_code_is_still_a_phone() -> None:
    assert kinds("020 7946 0958, it's LP 0012 3456 7890 12") == [
        (NumberKind.PHONE, "02079460958"),
        (NumberKind.TRACKING, "LP00123456789012"),
    ]


def test_digits_of_two_numbers_are_not_glued_together() -> None:
    assert kinds("123456789012 7401") == [(NumberKind.AMBIGUOUS, "123456789012")]


def test_of_many_codes_the_first_ten_are_read() -> None:
    assert len(find_numbers(" ".join(f"LP001234567890{n}" for n in range(10, 40)))) == 10


def test_digits_of_other_scripts_are_read() -> None:
    assert kinds("#٧٤٠١") == [(NumberKind.SHOP_ORDER, "7401")]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error_and_cut_where_it_says(text: str) -> None:
    assert all(text[found.start : found.end] == found.raw for found in find_numbers(text))


@settings(max_examples=100, deadline=None)
@given(st.from_regex(r"[0-9A-Za-z .#+-]{0,60}", fullmatch=True))
def test_found_numbers_never_overlap(text: str) -> None:
    found = find_numbers(text)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("where is 7020 1234 0005 2348 3742", "70201234000523483742"),  # two groups of it look like a phone
        ("my tracking number is 1LSC XVE0 05BU EFX", "1LSCXVE005BUEFX"),
        ("1 Z 8 V 9 2 A 7 0 3 6 7 2 0 3 0 2 4 where is it", "1Z8V92A70367203024"),
        ("rb 123 456 785 us", "RB123456785US"),
        ("RB12 3456 785G B", "RB123456785GB"),
        ("GM 2 9 5 117 32 25 1 7 44 9 4", "GM2951173225174494"),
        ("ab12 3456 7890 12 is stuck", "AB123456789012"),  # a format that nobody knows
        ("AWB 1490812345678", "1490812345678"),
    ],
)
def test_groups_of_any_size_make_one_number(text: str, value: str) -> None:
    assert kinds(text) == [(NumberKind.TRACKING, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("can u track YT2231412345678901 4 me", "YT2231412345678901"),
        ("RB123456785GB. 2 weeks now", "RB123456785GB"),
        ("tracking 986578788855 2 shirts", "986578788855"),
        ("it's rr 123 456 785 cn pls", "RR123456785CN"),
        ("GM2951173225174494 hasn't moved", "GM2951173225174494"),
    ],
)
def test_what_stands_beside_a_number_is_no_group_of_it(text: str, value: str) -> None:
    assert only(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "where is 33 18 81 00 25?",
        "Where's my parcel 33 18 81 00 25",
        "parcel: 33-18-81-00-25",
        "33 18 81 00 25 is stuck",
        "hello, any news of the package, 33 18 81 00 25",
    ],
)
def test_ten_digits_in_pairs_are_a_parcels_where_a_parcel_is_asked_about(text: str) -> None:
    assert [(found.value, found.kind) for found in find_numbers(text)] == [("3318810025", NumberKind.TRACKING)]


@pytest.mark.parametrize(
    "text",
    [
        "call me on 33 18 81 00 25",
        "where is it? my phone is 06 12 34 56 78",
        "lottery: 33 18 81 00 25",
        "12 34 56 78 90",
    ],
)
def test_pairs_that_nothing_says_are_a_parcels_are_none(text: str) -> None:
    assert not [found for found in find_numbers(text) if found.kind is NumberKind.TRACKING]


def test_no_phone_comes_directly_after_another_group() -> None:
    assert all(found.kind is not NumberKind.PHONE for found in find_numbers("1234 0005 2348 3742"))


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("dhl LP00123456789012", "dhl"),
        ("LP00123456789012 with Royal Mail", "royal_mail"),
        ("my fedex parcel is 12345678901234", "fedex"),
        ("canada post: 4002 8470 1640 5018", "canada_post"),
        ("@UPSHelp LP00123456789012", "cainiao"),
        ("320595463938 purolator", "purolator"),
    ],
)
def test_a_carrier_named_beside_a_number_wins_over_its_shape(text: str, carrier: str) -> None:
    assert only(text).carrier == carrier


def test_digits_that_fit_two_carriers_name_neither() -> None:
    assert only("where is 287809468872").carrier == ""


@pytest.mark.parametrize(
    "text", ["JJD0099999999", "where is 5PB0023996831", "RB123456784ZZ", "996578788855 where", "dhl RR123456784CN"]
)
def test_a_format_that_nobody_knows_is_tried_and_not_judged(text: str) -> None:
    assert only(text).valid is not False


@pytest.mark.parametrize(
    "text",
    [
        "order 114-3941689-8772232",
        "114-3941689-8772232 where is it",
        "ebay order 09-12345-67890",
        "order number GSHNE9HRF000G0G",
        "PO-211-01234567890123456",
    ],
)
def test_another_shops_order_number_is_told_from_ours(text: str) -> None:
    assert only(text).kind is NumberKind.OTHER_ORDER


@pytest.mark.parametrize(
    "text", ["4111 1111 1111 1111", "my tracking number is 4111111111111111", "GB82 WEST 1234 5698 7654 32"]
)
def test_a_payment_number_is_nothing_else_and_its_value_is_only_its_kind(text: str) -> None:
    found = only(text)
    assert found.kind is NumberKind.PAYMENT
    assert found.value in ("card", "IBAN")


@pytest.mark.parametrize(
    "text",
    [
        "canada post 4000016000000003",  # its own check digit holds, too
        "where is YT 24 63 35 26 35 67 59 46",
        "my tracking number is 6216 3032 2541 3793 5581 1479",
        "1195 2664 7393 0007 5211 0087 1079 9199 40",
    ],
)
def test_a_parcels_number_is_no_card(text: str) -> None:
    assert only(text).kind is NumberKind.TRACKING


def test_a_flood_of_groups_is_read_in_no_time() -> None:
    assert len(find_numbers(" ".join("A1B" for _ in range(500)))) <= 10


def _postal_numbers(count: int) -> list[str]:
    chance = random.Random(5)
    serials = (f"RR{chance.randrange(10**8):08d}" for _ in range(count))
    return [next(n for d in range(10) if s10_valid(n := f"{serial}{d}CN")) for serial in serials]


def _with_other_digit(number: str, chance: random.Random) -> str:
    at = chance.randrange(2, 11)
    return number[:at] + str((int(number[at]) + chance.randrange(1, 10)) % 10) + number[at + 1 :]


def _with_swap(number: str, chance: random.Random) -> str:
    at = chance.randrange(2, 10)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def test_swapped_neighbours_are_repaired() -> None:
    chance = random.Random(6)
    swapped = [(number, typed) for number in _postal_numbers(1000) if (typed := _with_swap(number, chance)) != number]
    wrong = [(number, found) for number, typed in swapped if not (found := only(typed)).valid]
    assert sum(number in found.repairs for number, found in wrong) / len(wrong) >= 0.97


def test_letters_typed_for_digits_are_repaired_to_the_one_number_that_was_meant() -> None:
    with_nought = [number for number in _postal_numbers(500) if "0" in number]
    assert all(only(number.replace("0", "O")).repairs == (number,) for number in with_nought)


def test_for_another_digit_no_number_is_named_as_surely_meant() -> None:
    chance = random.Random(7)
    wrong = [only(_with_other_digit(number, chance)) for number in _postal_numbers(1000)]
    assert all(only_swapped(found.value, repair) for found in wrong for repair in found.repairs)
