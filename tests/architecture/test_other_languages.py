"""Words of other languages stand in `locales/phrases`, where a translator finds them, and not in code (ADR 0017)."""

from __future__ import annotations

from collections.abc import Iterator

from tests.architecture.source import ROOT

_CODE = ROOT / "parcelbot"
#: What is no message of a shopper: carriers' scans and days, names of languages and countries, the scripts themselves.
_OF_SOMETHING_ELSE = {
    "chinese_scripts.py",
    "core/language.py",
    "core/parcel/handed_over.py",
    "core/parcel/pickup.py",
    "core/parcel/pickup_deadline.py",
    "core/parcel/scan_wordings.py",
    "core/parcel/signatures.py",
    "core/parcel/usual_arrival.py",
    "core/reading/text/greetings.py",
    "core/reading/text/languages.py",
    "core/reading/text/plain_text.py",
    "core/dialogue/script.py",
    "encoder/other_languages.py",
    "locales/babel_calendar.py",
    "locales/words.py",
    "rasa_plugins/nlu/countries.py",
    "rasa_plugins/nlu/countries_elsewhere.py",
    "reading/time_words.py",
    "reading/written_languages.py",
    "usecases/story_wording.py",
}
#: Read parts of a text without knowing its language, or several languages at once: still to be moved, none to be added.
_STILL_IN_CODE = {
    "core/cases/titles.py",
    "core/dialogue/hearing/replies.py",
    "core/reading/cases/case_questions.py",
    "core/reading/cases/case_times.py",
    "core/reading/cases/details_given.py",
    "core/reading/cases/doubts.py",
    "core/reading/cases/in_it.py",
    "core/reading/cases/news_questions.py",
    "core/reading/cases/of_the_money.py",
    "core/reading/codes/number_patterns.py",
    "core/reading/contact/contact_words.py",
    "core/reading/contact/languages_read.py",
    "core/reading/contact/mailboxes.py",
    "core/reading/contact/phone_questions.py",
    "core/reading/contact/shut_mailboxes.py",
    "core/reading/contact/whose_number.py",
    "core/reading/facts/causes_told.py",
    "core/reading/facts/fillers.py",
    "core/reading/facts/reasons.py",
    "core/reading/facts/told_facts.py",
    "core/reading/given_numbers/lead_words.py",
    "core/reading/given_numbers/lettered_orders.py",
    "core/reading/given_numbers/put_right_values.py",
    "core/reading/given_numbers/slips.py",
    "core/reading/goods/anothers_goods.py",
    "core/reading/goods/shown_delivered.py",
    "core/reading/orders/orders_beside.py",
    "core/reading/orders/returns.py",
    "core/reading/orders/short_replies.py",
    "core/reading/orders/spared.py",
    "core/reading/places/addresses.py",
    "core/reading/places/circumstances.py",
    "core/reading/places/unsafe_places.py",
    "core/reading/questions/sentences.py",
    "core/reading/questions/unmarked_questions.py",
    "core/reading/text/clauses.py",
    "core/reading/text/own_words.py",
    "core/reading/times/last_days.py",
    "core/reading/times/near_days.py",
    "core/reading/times/other_times.py",
    "core/reading/times/protection_elsewhere.py",
    "core/reading/times/time_tables.py",
    "core/reading/wanted/dispute_words.py",
    "core/reading/wanted/wishes.py",
    "core/reading/wanted/wishes_elsewhere.py",
}


def _with_others_letters() -> Iterator[str]:
    """List the modules that have letters outside ASCII."""
    for path in sorted(_CODE.rglob("*.py")):
        if any(letter.isalpha() and not letter.isascii() for letter in path.read_text(encoding="utf-8")):
            yield str(path.relative_to(_CODE))


def test_no_other_module_has_words_of_another_language() -> None:
    assert set(_with_others_letters()) - _OF_SOMETHING_ELSE - _STILL_IN_CODE == set()


def test_a_module_that_has_none_any_more_is_taken_off_the_list() -> None:
    assert _STILL_IN_CODE - set(_with_others_letters()) == set()
