from __future__ import annotations

from parcelbot.reading.codes import find_codes


def found(text: str) -> list[tuple[str, str]]:
    return [(code.entity, code.value) for code in find_codes(text)]


def test_a_tracking_number_is_normalised():
    assert found("it's rr 123 456 785 cn!") == [("tracking_number", "RR123456785CN")]


def test_orders_of_the_shop_and_of_the_marketplace_are_order_numbers():
    assert found("#7401, 8178234567890123") == [("order_number", "7401"), ("order_number", "8178234567890123")]


def test_an_address_is_in_lower_case_and_without_the_full_stop_behind_it():
    assert found("Write to Anna.B@Mail.Example.") == [("email", "anna.b@mail.example")]


def test_an_address_begins_and_ends_where_a_script_without_spaces_does():
    assert found("メールはanna@example.comです") == [("email", "anna@example.com")]
    assert found("邮箱anna.b@example.com，谢谢") == [("email", "anna.b@example.com")]


def test_what_cannot_be_an_address_is_none():
    assert found("me@@mail.example or me@localhost or @home") == []


def test_digits_inside_an_address_are_no_number():
    assert found("order7401@mail.example") == [("email", "order7401@mail.example")]


def test_a_failed_check_digit_comes_with_what_may_have_been_meant():
    (code,) = find_codes("RR123456758CN")
    assert code.valid is False
    assert "RR123456785CN" in code.repairs


def test_ten_bare_digits_may_be_anything():
    assert found("0712345678")[0][0] in ("ambiguous_number", "phone")


def test_there_is_nothing_in_nothing():
    assert find_codes("") == ()


def test_another_shops_order_is_an_order_number_and_a_card_is_a_payment() -> None:
    assert found("114-3941689-8772232") == [("order_number", "114-3941689-8772232")]
    assert found("4111 1111 1111 1111") == [("payment_number", "card")]
