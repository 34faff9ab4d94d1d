"""Days of buyer protection, told from other days."""

from __future__ import annotations

import pytest

from parcelbot.core.reading.times.protection import corrected_days, protection_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("nothing for 20 days and my protection ends in 6", 6),
        ("I have 9 days left", 9),
        ("12 days of buyer protection", 12),
        ("only 3 left on the protection", 3),
    ],
)
def test_days_that_are_called_so_are_read(text: str, days: int) -> None:
    assert protection_days(text) == days


@pytest.mark.parametrize("text", ["stuck for 12 days", "is 12 days bad", "the seller says wait 15 days"])
def test_days_of_waiting_are_none(text: str) -> None:
    assert protection_days(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("but it runs out in three days", 3),
        ("the countdown shows one day", 1),
        ("my counter says 2 days", 2),
        ("buyer protection ended yesterday", 0),
        ("the protection is over, I misread it", 0),
        ("it expired last night", 0),
    ],
)
def test_the_end_is_told_by_the_counter_in_words_too(text: str, days: int) -> None:
    assert protection_days(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "what if the protection is over by then",
        "when the protection is over, can I still get my money",
        "the protection is not over yet",
        "it comes in three days",
        "the app says it was scanned",
    ],
)
def test_what_is_only_supposed_is_no_count(text: str) -> None:
    assert protection_days(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("my protection ends in a week", 7),
        ("it runs out in 2 weeks", 14),
        ("the dispute closes in nine days", 9),
        ("the protection runs out in one month", None),
        ("is there protection for one parcel only", None),
    ],
)
def test_a_week_is_seven_days_and_a_word_without_its_unit_is_none(text: str, days: int | None) -> None:
    assert protection_days(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("in 14 days the order is closed by itself", 14),
        ("it says the order completes automatically in 5 days", 5),
        ("the shop is closed in 3 days", None),
        ("my order was confirmed in 2 days", None),
    ],
)
def test_the_day_on_which_the_order_closes_ends_protection(text: str, days: int | None) -> None:
    assert protection_days(text) == days


@pytest.mark.parametrize(
    ("text", "known", "days"),
    [
        ("sorry not 30, it's 20", 30, 20),
        ("nein, nicht 30 sondern 28", 30, 28),
        ("30じゃなくて、25でした", 30, 25),
        ("at 12:30 it said 20", 30, None),
        ("it has been 20 days", 30, None),
        ("the 30 pieces were 20 and then 25", 30, None),
        ("not 30, it's 20", None, None),
    ],
)
def test_a_figure_in_the_place_of_the_known_one_corrects_it(text: str, known: int | None, days: int | None) -> None:
    assert corrected_days(text, known) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("der Käuferschutz läuft noch 11 Tage", 11),
        ("il reste 6 jours de protection acheteur", 6),
        ("me quedan 14 días de protección", 14),
        ("la protezione scade tra 8 giorni", 8),
        ("nog 12 dagen kopersbescherming", 12),
        ("a proteção termina em 7 dias", 7),
        ("пишет, что защиты осталось 13 дней", 13),
        ("захист закінчується через 5 днів", 5),
        ("ochrona kupującego: zostało 10 dni", 10),
        ("koruma süresine 6 gün kaldı", 6),
        ("بقي 8 أيام على انتهاء الحماية", 8),
        ("买家保护还剩12天", 12),
        ("購入者保護は残り15日です", 15),
    ],
)
def test_days_left_are_read_in_every_language(text: str, days: int) -> None:
    assert protection_days(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "жду уже 12 дней, защита ещё действует",
        "10 Tage noch keine Bewegung, und der Käuferschutz?",
        "llevo 20 días esperando, ¿abro una disputa?",
        "le vendeur dit d'attendre 10 jours avant le litige",
        "осталось 5 дней до отпуска",
        "保護はありますか。12日動きません",
    ],
)
def test_days_of_waiting_beside_a_protection_are_none_elsewhere(text: str) -> None:
    assert protection_days(text) is None
