"""The languages of shoppers: their table, their plurals and dates, and English as the last resort."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import product
from pathlib import Path

import pytest
import yaml

from parcelbot.core.language import Conjunction
from parcelbot.core.parcel.windows import Unit, Window
from parcelbot.locales.babel_calendar import BabelCalendar
from parcelbot.locales.files import languages_in, read_yaml
from parcelbot.locales.languages import load_languages
from tests.support.languages import PLURALS, ROOT, all_spoken

TABLE = read_yaml(ROOT / "knowledge" / "languages.yml")["languages"]
LOCALES = {row["code"]: row["locale"] for row in TABLE}
SPOKEN = all_spoken()
CODES = languages_in(ROOT / "locales")
TODAY = date(2026, 11, 28)
#: Figures that are told somewhere, and enough of the others to meet every category.
COUNTS = (*range(200), 1000)
#: Placeholders that stand for a span, and for how long ago something was.
SPANS = ("idle", "age", "normal", "wait", "said_days", "protection_left")
AGES = ("last_scan_age", "seen_age")


@pytest.mark.parametrize("code", PLURALS)
def test_every_plural_category_that_a_count_can_have_is_worded(code: str) -> None:
    calendar = BabelCalendar(LOCALES[code])
    needed = {calendar.category(count) for count in COUNTS}
    assert {noun: needed - set(forms) for noun, forms in PLURALS[code].items() if needed - set(forms)} == {}


@pytest.mark.parametrize("code", PLURALS)
def test_every_form_tells_its_figure_unless_the_word_itself_does(code: str) -> None:
    silent = {"one", "two"} if code == "ar" else set()
    forms = [(category, text) for noun in PLURALS[code].values() for category, text in noun.items()]
    assert [text for category, text in forms if ("{count}" in text) == (category in silent)] == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "ru",
            {
                1: "1 рабочий день",
                3: "3 рабочих дня",
                7: "7 рабочих дней",
                11: "11 рабочих дней",
                21: "21 рабочий день",
            },
        ),
        ("uk", {1: "1 робочий день", 3: "3 робочі дні", 7: "7 робочих днів", 22: "22 робочі дні"}),
        ("pl", {1: "1 dzień roboczy", 3: "3 dni robocze", 7: "7 dni roboczych", 22: "22 dni robocze"}),
        ("ar", {1: "يوم عمل واحد", 2: "يوما عمل", 7: "7 أيام عمل", 11: "11 يوم عمل"}),
        ("de", {1: "1 Arbeitstag", 7: "7 Arbeitstage"}),
        ("ja", {7: "7営業日"}),
        ("zh", {7: "7个工作日"}),
    ],
)
def test_a_window_is_counted_as_the_language_counts(code: str, told: dict[int, str]) -> None:
    spoken = SPOKEN[code]
    assert {count: spoken.window(Window(count, Unit.BUSINESS_DAYS)) for count in told} == told


@pytest.mark.parametrize("code", sorted(PLURALS.keys() - {"en"}))
def test_a_date_has_its_weekday_its_month_in_full_and_no_full_stop(code: str) -> None:
    calendar = BabelCalendar(LOCALES[code])
    this_year, next_year = calendar.day(date(2026, 12, 3), TODAY), calendar.day(date(2027, 1, 6), TODAY)
    assert "3" in this_year
    assert "2026" not in this_year
    assert "2027" in next_year
    assert not this_year.endswith(".")
    assert not next_year.endswith(".")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("de", "Do., 3. Dezember"),
        ("es", "jue, 3 de diciembre"),
        ("fr", "jeu. 3 décembre"),
        ("pl", "czw., 3 grudnia"),
        ("ru", "чт, 3 декабря"),
        ("ja", "12月3日(木)"),
        ("zh", "12月3日周四"),
        ("ar", "الخميس، 3 ديسمبر"),
    ],
)
def test_a_date_reads_as_people_write_it(code: str, told: str) -> None:
    assert BabelCalendar(LOCALES[code]).day(date(2026, 12, 3), TODAY) == told


def test_lists_and_countries_are_the_languages_own() -> None:
    german = BabelCalendar("de")
    assert german.listed(["A", "B", "C"], Conjunction.AND) == "A, B und C"
    assert german.listed(["A", "B"], Conjunction.OR) == "A oder B"
    assert (german.country("GB"), german.country("ZQ"), german.country("")) == ("Vereinigtes Königreich", "ZQ", "")


def test_every_language_of_the_table_is_one_that_babel_knows() -> None:
    assert [code for code, locale in LOCALES.items() if not BabelCalendar(locale).country("DE")] == []


def test_forty_languages_are_told_in_their_own_words_what_is_spoken() -> None:
    assert len([row for row in TABLE if row.get("not_spoken")]) == 40


@pytest.mark.parametrize(("code", "told"), [("pl", "1 godzinę"), ("uk", "1 годину"), ("de", "1 Stunde")])
def test_a_span_stands_in_the_case_that_it_has_in_sentences(code: str, told: str) -> None:
    assert SPOKEN[code].window(Window(1, Unit.HOURS)) == told


@pytest.mark.parametrize(("code", "told"), [("tr", "İade ediliyor"), ("de", "Iade ediliyor")])
def test_a_word_that_stands_alone_begins_with_its_languages_capital(code: str, told: str) -> None:
    assert SPOKEN[code].opening("iade ediliyor") == told
    assert SPOKEN[code].opening("") == ""


@pytest.mark.parametrize("code", sorted(PLURALS))
def test_every_sentence_with_a_count_is_said_with_each_of_its_forms(code: str) -> None:
    spoken = SPOKEN[code]
    texts = [text.text for said in spoken.book.values() for text in said]
    by_category = {spoken.calendar.category(count): count for count in COUNTS}
    for noun, count in product(PLURALS[code], by_category.values()):
        told = spoken.counted(noun, count)
        counted = AGES if noun.endswith("_ago") else SPANS
        words = defaultdict(lambda: "-", dict.fromkeys(counted, told))
        said = [text.format_map(words) for text in texts if any(f"{{{name}}}" in text for name in counted)]
        assert [text for text in said if told not in text or "{" in text] == []
        assert said


@pytest.mark.parametrize("code", CODES)
def test_the_title_of_a_button_reads_back_as_its_command(code: str) -> None:
    buttons = [b for said in SPOKEN[code].book.values() for text in said for b in text.buttons if "{" not in b.payload]
    typed = (
        (button, shape(button.title)) for button in buttons for shape in (str, str.lower, lambda t: t.strip("!¡ "))
    )
    assert [(button, text) for button, text in typed if SPOKEN[code].pressed(text) != button.payload] == []


# ---- what is said --------------------------------------------------------------------------------------


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """English, and two sentences of German."""
    (tmp_path / "en.yml").write_text((ROOT / "locales" / "en.yml").read_text())
    return tmp_path


def write_german(shop: Path, **responses: list[dict[str, object]]) -> None:
    german = {"language": "de", "reviewed": "machine-checked", "responses": responses}
    (shop / "de.yml").write_text(yaml.safe_dump(german, allow_unicode=True))


def test_a_code_that_is_not_spoken_stands_for_english() -> None:
    languages = load_languages(ROOT / "locales", ROOT / "knowledge")
    assert languages["xx"] is languages[""] is languages["en"]


def test_what_is_translated_is_said_with_the_payloads_of_the_english_buttons(shop: Path) -> None:
    write_german(shop, utter_goodbye=[{"of": "old", "text": "Auf Wiedersehen."}])
    languages = all_spoken(shop)
    assert languages["de"].text("utter_goodbye") == "Auf Wiedersehen."
    assert len(languages["de"].book["utter_goodbye"]) == 1


def test_a_missing_sentence_is_said_in_english_and_somebody_is_told(shop: Path) -> None:
    told: list[tuple[str, str]] = []
    languages = all_spoken(shop, lambda *fault: told.append(fault))
    assert languages["de"].text("utter_glad") == languages["en"].text("utter_glad")
    assert told == [("de", "utter_glad")]


def test_a_translation_that_lost_a_placeholder_of_today_is_not_said(shop: Path) -> None:
    write_german(shop, utter_ticket_promise=[{"of": "old", "text": "Antwort bald"}])
    languages = all_spoken(shop)
    assert languages["de"].text("utter_ticket_promise") == languages["en"].text("utter_ticket_promise")


def test_who_writes_a_language_that_is_off_is_told_so_in_it() -> None:
    book = load_languages(ROOT / "locales", ROOT / "knowledge")["en"].book
    assert book["utter_other_language_fi"][0].text.startswith("Toistaiseksi")
