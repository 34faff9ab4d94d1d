"""Check what the schemas cannot: that the knowledge means something. `python -m parcelbot.knowledge.lint`.

One function per rule; its docstring is the rule, and it yields each breach as a sentence that names the place.
Exit status 0 without findings, else 1.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema

from parcelbot.core.answering.tables import Escalate, Table, Then, Urgency, row_name
from parcelbot.core.questions import QUESTIONS, TEAM_REQUESTS
from parcelbot.knowledge.lint_beside import promise_findings, shop_findings
from parcelbot.knowledge.lint_contacts import contact_findings
from parcelbot.knowledge.lint_follow_ups import misplaced_rows, unknown_follow_ups
from parcelbot.knowledge.lint_held import held_findings
from parcelbot.knowledge.lint_material import PRIORITIES, Material, read_material
from parcelbot.knowledge.lint_next_messages import next_message_findings
from parcelbot.knowledge.lint_placeholders import asks_for, placeholders_without_value
from parcelbot.knowledge.lint_reach import always_with
from parcelbot.knowledge.lint_wordings import ambiguous_phrases, wording_findings
from parcelbot.knowledge.loading import ROUTE

Rule = Callable[[Material], Iterator[str]]

_DATES = jsonschema.FormatChecker(("date",))
_ANCHORED_BY = {"last_scan_at": "idle", "issued_at": "age"}


def schema(material: Material) -> Iterator[str]:
    """Every file has the shape of its schema."""
    for path, data in material.files.items():
        for error in _validator(material.schema_of(path)).iter_errors(data):
            yield f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message}"


def unique_ids(material: Material) -> Iterator[str]:
    """An id names one thing."""
    for place, ids in material.ids.items():
        for name, count in Counter(ids).items():
            if count > 1:
                yield f"{place}: {name} stands {count} times"


def catch_all_last(material: Material) -> Iterator[str]:
    """A table that answers ends with a row for everything else, and has no such row before."""
    for name, rows in material.first_hits:
        if rows[-1].conditions:
            yield f"{name}: the last row must apply to everything else"
        for row in rows[:-1]:
            if not row.conditions:
                yield f"{row_name(name, row.id)}: applies to everything, so it must be last"


def reachable(material: Material) -> Iterator[str]:
    """No row is hidden by an earlier one that applies whenever it does."""
    for name, rows in material.first_hits:
        for n, row in enumerate(rows):
            hidden_by = next((early for early in rows[:n] if always_with(early, row)), None)
            if hidden_by:
                yield f"{row_name(name, row.id)}: never reached, {hidden_by.id} always applies first"


def routed(material: Material) -> Iterator[str]:
    """The routing table names every table that answers, and only those."""
    named = {row.then.table for row in material.tables.route.rows}
    for name in sorted(named ^ set(material.tables.answers)):
        yield f"{ROUTE}: {name} is {'not a table' if name in named else 'never routed to'}"


def responses_exist(material: Material) -> Iterator[str]:
    """Every response that a row names is worded in `locales/en.yml`."""
    for place, row in material.rows:
        for name in _responses(row.then):
            if name not in material.responses:
                yield f"{place}: {name} has no wording"


def placeholders_have_values(material: Material) -> Iterator[str]:
    """A wording only uses placeholders that its row can fill."""
    for place, row in material.rows:
        for name in _responses(row.then):
            for placeholder in placeholders_without_value(row, material.responses.get(name, ())):
                yield f"{place}: {name} uses {{{placeholder}}}, which has no value there"


def waits_are_kept(material: Material) -> Iterator[str]:
    """A date to wait for says what happens then, counts from a moment that is known, and stands beside no offer."""
    for place, row in material.rows:
        then = row.then
        if (then.wait is None) != (not then.after):
            yield f"{place}: wait and after go together"
        if then.wait and then.escalate is Escalate.OFFER and then.urgency.rank < Urgency.ACT.rank:
            yield f"{place}: asks to wait and offers a person at once"
        anchor = _ANCHORED_BY.get(then.wait_from)
        if anchor and not asks_for(row, anchor):
            yield f"{place}: counts from {then.wait_from} without a condition on {anchor}"


def judgements_have_reasons(material: Material) -> Iterator[str]:
    """Our own judgement gives its reason; a document's statement needs none."""
    for place, data in material.sourced:
        if (data["basis"] == "judgement") != ("why" in data):
            yield f"{place}: basis {data['basis']} {'needs' if 'why' not in data else 'takes no'} why"


def sources_exist(material: Material) -> Iterator[str]:
    """A source names a document and one of its sections."""
    for place, data in material.sourced:
        document, section = data["source"]["document"], data["source"]["section"]
        if section not in material.sections.get(document, ()):
            yield f"{place}: no section {section!r} in {document!r}"


def windows_are_used(material: Material) -> Iterator[str]:
    """A named window or figure stands in a table, so that changing it changes an answer."""
    for name in material.windows:
        if name not in material.windows_in_use:
            yield f"windows/{name}: no table uses it"


def topics_have_rows(material: Material) -> Iterator[str]:
    """Every topic is routed to advice and has its row there."""
    topics = {topic.id for topic in material.knowledge.topics}
    for table in (material.tables.route, material.tables.answers["advice"]):
        for name in sorted(topics ^ _values(table, "topic")):
            yield f"{table.name}: topic {name} is {'missing' if name in topics else 'not in topics.yml'}"


def questions_exist(material: Material) -> Iterator[str]:
    """Every question that a row, a priority or a macro names stands in `parcelbot/core/questions.py`."""
    for place, name in material.named_questions:
        if name not in QUESTIONS:
            yield f"{place}: there is no question {name}"
    for place, name in material.named_issues:
        if name not in QUESTIONS and name not in TEAM_REQUESTS:
            yield f"{place}: there is no question {name}"


def phrases_mean_one_thing(material: Material) -> Iterator[str]:
    """A phrase never stands for two values."""
    for entity, phrases in material.knowledge.phrases.items():
        yield from ambiguous_phrases(entity, phrases)


def facts_are_covered(material: Material) -> Iterator[str]:
    """Every fact of the documents leads to something that exists."""
    for fact in material.facts:
        if fact["document"] not in material.sections:
            yield f"coverage/{fact['id']}: no document {fact['document']!r}"
        for target in fact["covered_by"]:
            if target not in material.targets:
                yield f"coverage/{fact['id']}: {target} does not exist"


def faq_rows_have_facts(material: Material) -> Iterator[str]:
    """A row that claims to come from a document is named by one of that document's facts."""
    named = {(fact["document"], target) for fact in material.facts for target in fact["covered_by"]}
    for place, data in material.sourced:
        if data["basis"] == "faq" and (data["source"]["document"], place) not in named:
            yield f"{place}: no fact of {data['source']['document']} leads here"


def nothing_held_is_asked_for(material: Material) -> Iterator[str]:
    """An answer that asks for something has a row for where it is held already."""
    for name, table in material.tables.answers.items():
        yield from held_findings(name, table.rows, material.responses)


def shop_countries_exist(material: Material) -> Iterator[str]:
    """Every country that the owner tells of is one there is."""
    yield from shop_findings(material.knowledge.shop)


def beside_rows_promise_nothing(material: Material) -> Iterator[str]:
    """A question beside the plan, or before everything, is answered without a date of its own."""
    yield from promise_findings(material.tables)


def carriers_can_be_reached(material: Material) -> Iterator[str]:
    """Every carrier has its tracking page and its customer service, in a form that works."""
    yield from contact_findings(material.ids["carriers"], material.contacts)


def examples_stand_for_something(material: Material) -> Iterator[str]:
    """Every second question that another language has examples of stands in `follow_ups/`."""
    yield from unknown_follow_ups(material.files)


def rows_keep_to_their_theme(material: Material) -> Iterator[str]:
    """A row stands in the file of the theme of a second question that it answers."""
    yield from misplaced_rows(material.files)


def moments_name_what_there_is(material: Material) -> Iterator[str]:
    """A moment of a talk comes after rows that there are, and holds messages of second questions that there are."""
    yield from next_message_findings(material.files, [place for place, _ in material.rows])


def wordings_are_read(material: Material) -> Iterator[str]:
    """The wordings of scans are read as what they stand under."""
    yield from wording_findings(material.files)


def rows_have_cases(material: Material) -> Iterator[str]:
    """Every row, of the routing table and the remarks too, is reached by a case."""
    priorities = (row_name(PRIORITIES, row.id) for row in material.knowledge.priorities.rows)
    for place in (*(place for place, _ in material.rows), *priorities):
        if place not in material.reached:
            yield f"{place}: no case reaches it"


RULES: tuple[Rule, ...] = (
    unique_ids,
    catch_all_last,
    reachable,
    routed,
    responses_exist,
    placeholders_have_values,
    waits_are_kept,
    judgements_have_reasons,
    sources_exist,
    windows_are_used,
    topics_have_rows,
    questions_exist,
    phrases_mean_one_thing,
    facts_are_covered,
    faq_rows_have_facts,
    rows_have_cases,
    wordings_are_read,
    examples_stand_for_something,
    rows_keep_to_their_theme,
    moments_name_what_there_is,
    carriers_can_be_reached,
    shop_countries_exist,
    nothing_held_is_asked_for,
    beside_rows_promise_nothing,
)


def lint(material: Material) -> list[str]:
    """Collect all findings; the rules of meaning only once every file has its shape."""
    findings = [f"schema: {finding}" for finding in schema(material)]
    if findings:
        return findings
    return [f"{rule.__name__}: {finding}" for rule in RULES for finding in rule(material)]


def main() -> int:
    """Lint the project in the working directory and print the findings."""
    findings = lint(read_material(Path.cwd()))
    print("\n".join(findings) or "knowledge: nothing to complain about")
    return min(len(findings), 1)


def _validator(path: Path) -> jsonschema.Draft7Validator:
    rules = json.loads(path.read_text(encoding="utf-8"))
    beside = jsonschema.RefResolver(path.resolve().as_uri(), rules)
    return jsonschema.Draft7Validator(rules, resolver=beside, format_checker=_DATES)


def _responses(then: Then) -> list[str]:
    return [name for name in (then.response, then.after, then.seller_message) if name]


def _values(table: Table, fact: str) -> set[str]:
    conditions = (c for row in table.rows for c in row.conditions if c.fact == fact)
    return {str(value) for condition in conditions for value in condition.values}


if __name__ == "__main__":
    sys.exit(main())
