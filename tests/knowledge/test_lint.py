"""The knowledge is clean, and each rule of the linter notices the mistake it is there for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from parcelbot.knowledge import lint
from parcelbot.knowledge.lint_material import read_material

Edit = Callable[[str, str, str], None]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The project's files, each a link to what has been parsed already, until it is edited."""
    for folder in ("knowledge", "tests/cases", "locales"):
        shutil.copytree(root / folder, tmp_path / folder, copy_function=os.symlink)
    return tmp_path


@pytest.fixture
def edit(copy: Path) -> Edit:
    def replace(file: str, old: str, new: str) -> None:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.unlink()
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def findings(copy: Path, *rules: lint.Rule) -> str:
    material = read_material(copy)
    return "\n".join(finding for rule in rules for finding in rule(material))


def test_the_knowledge_of_this_project_is_clean(root: Path) -> None:
    assert lint.lint(read_material(root)) == []


def test_a_misspelt_column_breaks_the_schema(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/expired.yml", "basis: faq", "basis: rumour")
    assert "knowledge/tables/expired.yml" in findings(copy, lint.schema)


def test_two_rows_of_one_name_are_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/unknown.yml", "id: unreadable", "id: silent")
    assert "unknown: silent" in findings(copy, lint.unique_ids)


def test_a_table_without_a_catch_all_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/pending.yml", "id: just_registered\n", "id: just_registered\n    when: {stale: true}\n")
    assert "pending" in findings(copy, lint.catch_all_last)


def test_a_row_that_an_earlier_one_hides_is_noticed(copy: Path, edit: Edit) -> None:
    edit(
        "knowledge/tables/no_first_scan.yml",
        'when: {age: "< @first_scan"}',
        'when: {age: "< @first_scan_usual", scanned: false}',
    )
    assert "no_first_scan/within_two_days" in findings(copy, lint.reachable)


def test_a_table_nobody_routes_to_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/route.yml", "then: {table: pending}", "then: {table: unknown}")
    assert "route: pending is never routed to" in findings(copy, lint.routed)


def test_a_response_without_wording_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/expired.yml", "utter_expired_shop", "utter_expired_shopp")
    assert "expired/shop: utter_expired_shopp has no wording" in findings(copy, lint.responses_exist)


def test_a_placeholder_without_a_value_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/expired.yml", "utter_expired_shop,", "utter_no_first_scan_overdue,")
    assert "uses {age}, which has no value there" in findings(copy, lint.placeholders_have_values)


def test_a_date_without_a_then_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/exception.yml", ", after: utter_after_still_silent", "")
    assert "exception/missorted: wait and after go together" in findings(copy, lint.waits_are_kept)


def test_an_offer_beside_a_date_to_wait_for_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/out_for_delivery.yml", "urgency: watch, wait", "urgency: watch, escalate: offer, wait")
    assert "out_for_delivery/next_round: asks to wait and offers a person at once" in findings(
        copy, lint.waits_are_kept
    )


def test_a_date_that_counts_from_an_unknown_moment_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/exception.yml", "wait_from: last_scan_at", "wait_from: issued_at")
    assert "counts from issued_at without a condition on age" in findings(copy, lint.waits_are_kept)


def test_a_judgement_without_a_reason_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/returned.yml", "basis: faq", "basis: judgement")
    assert "returned/back" in findings(copy, lint.judgements_have_reasons)


def test_a_source_that_does_not_exist_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/returned.yml", "section: Returned", "section: Refunded")
    assert "returned/back: no section 'Refunded'" in findings(copy, lint.sources_exist)


def test_a_window_no_table_uses_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/returned.yml", "@return_journey", "10bd")
    assert "windows/return_journey" in findings(copy, lint.windows_are_used)


def test_a_topic_without_an_answer_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/topics.yml", "id: weather,", "id: climate,")
    assert "advice: topic climate is missing" in findings(copy, lint.topics_have_rows)


def test_a_row_about_a_question_that_does_not_exist_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/route.yml", "{question: how_to_track}", "{question: how_to_trak}")
    assert "route/how_to_track: there is no question how_to_trak" in findings(copy, lint.questions_exist)


def test_a_priority_of_a_question_that_does_not_exist_is_noticed(copy: Path, edit: Edit) -> None:
    known = "question: [delivered_not_received, parcel_stolen],"
    edit("knowledge/priorities.yml", known, known.replace("received", "recieved"))
    assert "there is no question delivered_not_recieved" in findings(copy, lint.questions_exist)


def test_a_macro_for_an_issue_that_does_not_exist_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/macros.yml", "issues: [customs_delay]", "issues: [customs_dealy]")
    assert "macros/customs_ask_recipient: there is no question customs_dealy" in findings(copy, lint.questions_exist)


def test_a_phrase_with_two_meanings_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/statuses/1tracking.yml", "phrases: [returned]", "phrases: [in transit]")
    assert "status_phrase: 'in transit'" in findings(copy, lint.phrases_mean_one_thing)


def test_a_fact_that_leads_nowhere_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/coverage.yml", "advice/pause_reasons", "advice/pause_causes")
    assert "coverage/kossr-001: advice/pause_causes does not exist" in findings(copy, lint.facts_are_covered)


def test_a_row_that_claims_a_document_without_a_fact_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/coverage.yml", "covered_by: [advice/official_documents, ", "covered_by: [")
    edit("knowledge/coverage.yml", ", advice/official_documents]", "]")
    assert "advice/official_documents" in findings(copy, lint.faq_rows_have_facts)


def test_a_row_that_no_case_reaches_is_noticed(copy: Path) -> None:
    (copy / "tests" / "cases" / "expired.yml").unlink()
    assert "expired/market: no case reaches it" in findings(copy, lint.rows_have_cases)


def test_the_priorities_need_a_catch_all_too(copy: Path, edit: Edit) -> None:
    edit("knowledge/priorities.yml", "id: everything_else\n", "id: everything_else\n    when: {shopper_angry: false}\n")
    assert "priorities: the last row" in findings(copy, lint.catch_all_last)


def test_a_priority_that_an_earlier_one_hides_is_noticed(copy: Path, edit: Edit) -> None:
    edit(
        "knowledge/priorities.yml",
        'when: {days_since_contact: "<= 14", shopper_angry: true}',
        "when: {table: delivered}",
    )
    assert "priorities/marked_delivered: never reached, repeat_contact_and_angry" in findings(copy, lint.reachable)


def test_two_priorities_of_one_name_are_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/priorities.yml", "id: angry", "id: high_value")
    assert "priorities: high_value stands 2 times" in findings(copy, lint.unique_ids)


def test_a_priority_whose_judgement_has_no_reason_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/priorities.yml", "    why: Two working days of nine hours.\n", "")
    assert "priorities/everything_else" in findings(copy, lint.judgements_have_reasons)


def test_an_amount_without_a_reason_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/priorities.yml", "section: Handing over", "section: Handing under")
    assert "priorities/high_value" in findings(copy, lint.sources_exist)


def test_a_fact_the_priorities_do_not_know_breaks_the_schema(copy: Path, edit: Edit) -> None:
    edit("knowledge/priorities.yml", "{shopper_angry: true}", "{shopper_tall: true}")
    assert "knowledge/priorities.yml: rows/17/when" in findings(copy, lint.schema)


def test_a_priority_that_no_case_reaches_is_noticed(copy: Path, edit: Edit) -> None:
    edit("tests/cases/priorities/priorities.yml", "days_since_contact: 1, shopper_angry: true", "days_since_contact: 1")
    assert "priorities/repeat_contact_and_angry" in findings(copy, lint.rows_have_cases)


def test_a_case_about_a_fact_that_does_not_exist_is_refused(copy: Path, edit: Edit) -> None:
    edit("tests/cases/expired.yml", "status: expired", "status: expired, colour: red")
    with pytest.raises(KeyError, match="colour"):
        read_material(copy)


def test_a_wording_of_a_meaning_there_is_not_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/wordings/en.yml", "\n  with_neighbour:", "\n  with_neighbor:")
    assert "knowledge/wordings/en.yml: with_neighbor is no meaning of knowledge/wordings.yml" in findings(
        copy, lint.wordings_are_read
    )


def test_a_pattern_that_says_nothing_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/wordings/en.yml", "\n  destroyed:\n    patterns: [", '\n  destroyed:\n    patterns: ["..", ')
    assert "knowledge/wordings/en.yml: destroyed: matches everything: '..'" in findings(copy, lint.wordings_are_read)


def test_an_example_that_is_read_as_something_else_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/wordings/en.yml", "Nobody was home", "Departed from facility")
    assert "nobody_home: 'Departed from facility' is read as departed" in findings(copy, lint.wordings_are_read)


CONTACTS = "knowledge/carrier_contacts.yml"


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("  usps:\n", "  ups_s:\n", "usps: has no contact"),
        ("  usps:\n", "  ups_s:\n", "ups_s: is no carrier of carriers.yml"),
        ("tLabels={number}", "tLabels=1", "has no place for the number"),
        ("tLabels={number}", "tLabels={number}&c={country}", "has a place for {country}"),
        ("site: https://www.usps.com", "site: https://www.usps.com/{number}", "is no page of one parcel"),
        ('"+1 800 275 8777"', '"+1 800 275 8777 275 8777"', "is no international number"),
        ("country: GB\n", "country: UK\n", "there is no country UK"),
        ("country: CA\n", "country: US\n", "US stands 2 times"),
    ],
)
def test_a_contact_that_reaches_nobody_is_noticed(copy: Path, edit: Edit, old: str, new: str, finding: str) -> None:
    edit(CONTACTS, old, new)
    assert finding in findings(copy, lint.carriers_can_be_reached)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site: https://www.usps.com", "site: http://www.usps.com"),
        ('"+1 800 275 8777"', '"0800 275 8777"'),
        ("reviewed: 2026-11-29", "reviewed: soon"),
    ],
)
def test_a_contact_in_another_form_breaks_the_schema(copy: Path, edit: Edit, old: str, new: str) -> None:
    edit(CONTACTS, old, new)
    assert CONTACTS in findings(copy, lint.schema)


def test_a_row_beside_the_plan_that_waits_is_noticed(copy: Path, edit: Edit) -> None:
    edit(
        "knowledge/tables/hurry.yml",
        "{response: utter_hurry_out}",
        '{response: utter_hurry_out, wait: "@first_scan", after: utter_after_not_delivered}',
    )
    assert "hurry/out: waits" in findings(copy, lint.beside_rows_promise_nothing)


def test_a_row_of_safety_that_waits_is_noticed(copy: Path, edit: Edit) -> None:
    edit(
        "knowledge/tables/safety.yml",
        "{response: utter_safety_threat, ",
        '{response: utter_safety_threat, wait: "@first_scan", after: utter_after_not_delivered, ',
    )
    assert "safety/threat: waits" in findings(copy, lint.beside_rows_promise_nothing)


def test_a_day_of_the_plan_where_there_may_be_none_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/hurry.yml", ", plan_dated: true}", "}")
    assert "hurry/moving_dated: utter_hurry_moving_dated uses {plan_date}" in findings(
        copy, lint.placeholders_have_values
    )


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        ("everywhere: a week", "knowledge/shop.yml: shipping_time: 'reviewed' is a dependency"),
        ("reviewed: 2026-11-29, everywhere: A week.", "knowledge/shop.yml: shipping_time/everywhere"),
        ('reviewed: 2026-11-29, everywhere: "{wait}"', "knowledge/shop.yml: shipping_time/everywhere"),
        ("reviewed: 2026-11-29, countries: {ZQ: a week}", "shop/shipping_time: there is no country ZQ"),
    ],
)
def test_what_the_owner_tells_badly_is_noticed(told: str, finding: str, copy: Path, edit: Edit) -> None:
    edit("knowledge/shop.yml", "\nshipping_time: {}", f"\nshipping_time: {{{told}}}")
    assert finding in findings(copy, lint.schema, lint.shop_countries_exist)


def test_what_the_owner_tells_well_is_not_complained_about(copy: Path, edit: Edit) -> None:
    edit(
        "knowledge/shop.yml",
        "\nshipping_time: {}",
        "\nshipping_time: {reviewed: 2026-11-29, everywhere: two weeks, countries: {GB: one week}}",
    )
    assert findings(copy, lint.schema, lint.shop_countries_exist) == ""


def test_a_second_question_of_another_language_that_there_is_not_is_noticed(copy: Path, edit: Edit) -> None:
    edit("locales/examples/es.yml", "follow_ups:\n", "follow_ups:\n  lsot:\n  - ¿se ha perdido?\n")
    assert "locales/examples/es.yml: lsot is no second question of knowledge/follow_ups/" in findings(
        copy, lint.examples_stand_for_something
    )


def test_a_second_question_that_stands_in_two_themes_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/follow_ups/talk.yml", "id: told_already", "id: lost")
    assert "second questions: lost stands 2 times" in findings(copy, lint.unique_ids)


def test_a_row_in_the_file_of_another_theme_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/follow_ups/talk.yml", "follow_up: told_already", "follow_up: lost")
    assert "knowledge/tables/follow_ups/talk.yml: told_already belongs to waiting" in findings(
        copy, lint.rows_keep_to_their_theme
    )


def test_a_moment_after_a_row_that_there_is_not_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/next_messages/customs.yml", "customs_demand/in_customs", "customs_demand/in_limbo")
    assert "in_customs: no row customs_demand/in_limbo" in findings(copy, lint.moments_name_what_there_is)


def test_a_message_for_a_second_question_that_there_is_not_is_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/next_messages/customs.yml", "      customs_how_long:\n", "      customs_how_lung:\n")
    assert "no second question customs_how_lung" in findings(copy, lint.moments_name_what_there_is)


def test_a_misspelt_column_in_a_part_of_a_table_breaks_the_schema(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/follow_ups/talk.yml", "basis: judgement", "basis: rumour")
    assert "knowledge/tables/follow_ups/talk.yml: rows/0/basis" in findings(copy, lint.schema)


def test_two_rows_of_one_name_in_two_parts_of_a_table_are_noticed(copy: Path, edit: Edit) -> None:
    edit("knowledge/tables/follow_ups/talk.yml", "id: told_already", "id: not_asked_here")
    assert "follow_ups: not_asked_here stands 2 times" in findings(copy, lint.unique_ids)


def test_an_example_that_yaml_reads_as_no_text_is_noticed(copy: Path, edit: Edit) -> None:
    edit("locales/examples/es.yml", "  affirm:\n", "  affirm:\n  - yes\n")
    assert "locales/examples/es.yml: examples/affirm/0: True is not of type 'string'" in findings(copy, lint.schema)
