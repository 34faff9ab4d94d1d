"""The admins' pages about the team and the audit log."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask

from parcelbot.core.handover.agents import Agent, Role
from parcelbot.core.owner.audit import AuditFilter
from parcelbot.settings.web import WebConfig
from parcelbot.usecases.accounts import Accounts
from parcelbot.web import create_app
from tests.support.inbox import PASSWORD, Browser, Clock, enrol
from tests.support.office import ANA, BEN, Office
from tests.support.office import PASSWORD as OFFICE_PASSWORD

IVO = {"email": "Ivo@kossr.example", "name": "Ivo", "role": "agent"}


@pytest.fixture
def accounts(office: Office) -> Accounts:
    return office.accounts


@pytest.fixture
def app(office: Office) -> Flask:
    return office.app()


@pytest.fixture
def ben(app: Flask) -> Browser:
    browser = Browser(app)
    browser.log_in(BEN.email, OFFICE_PASSWORD)
    return browser


def newest(office: Office) -> tuple[str, str, str]:
    line = office.audit.page(AuditFilter()).lines[0]
    return line.agent, line.action, line.detail


def link(page: str) -> str:
    found = re.search(r"http://127\.0\.0\.1:8080(/inbox/welcome/[^<]+)", page)
    assert found
    return found[1]


def test_a_colleague_is_added_and_chooses_a_password_by_link(ben: Browser, app: Flask, office: Office) -> None:
    added = ben.post("/inbox/team/", IVO)
    assert added.status_code == 201
    assert newest(office) == (BEN.email, "account_added", "ivo@kossr.example agent")
    ivo = Browser(app)
    chosen = ivo.post(link(added.text), {"new": PASSWORD, "again": PASSWORD})
    assert chosen.location == "/inbox/log-in"
    assert newest(office)[:2] == ("ivo@kossr.example", "password_chosen")
    assert ivo.log_in("ivo@kossr.example").location == "/inbox/"


def test_a_link_works_once(ben: Browser, app: Flask) -> None:
    address = link(ben.post("/inbox/team/", IVO).text)
    Browser(app).post(address, {"new": PASSWORD, "again": PASSWORD})
    second = Browser(app).get(address)
    assert second.status_code == 410
    assert "no longer good" in second.text


def test_a_link_is_of_no_use_after_three_days(ben: Browser, app: Flask, clock: Clock) -> None:
    address = link(ben.post("/inbox/team/", IVO).text)
    clock.forward(days=3, seconds=1)
    refused = Browser(app).post(address, {"new": PASSWORD, "again": PASSWORD})
    assert refused.status_code == 410


def test_an_easy_password_is_not_taken_by_link_either(ben: Browser, app: Flask, accounts: Accounts) -> None:
    address = link(ben.post("/inbox/team/", IVO).text)
    assert Browser(app).post(address, {"new": "easy", "again": "easy"}).status_code == 422
    assert accounts.check("ivo@kossr.example", "easy") is None


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"email": BEN.email}, 409),
        ({"email": "no e-mail"}, 422),
        ({"name": ""}, 422),
        ({"name": "x" * 61}, 422),
        ({"role": "owner"}, 422),
    ],
)
def test_what_cannot_be_added_is_told(fields: dict[str, str], status: int, ben: Browser, accounts: Accounts) -> None:
    answer = ben.post("/inbox/team/", {**IVO, **fields})
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert accounts.find("ivo@kossr.example") is None


def test_roles_are_changed(ben: Browser, accounts: Accounts, office: Office) -> None:
    assert ben.post("/inbox/team/role", {"email": ANA.email, "role": "admin"}).status_code == 303
    assert accounts.find(ANA.email).agent.is_admin
    assert newest(office) == (BEN.email, "role_changed", f"{ANA.email} admin")


def test_deactivated_and_let_in_again(ben: Browser, accounts: Accounts, office: Office) -> None:
    ben.post("/inbox/team/deactivate", {"email": ANA.email})
    assert accounts.check(ANA.email, OFFICE_PASSWORD) is None
    assert newest(office) == (BEN.email, "account_deactivated", ANA.email)
    ben.post("/inbox/team/activate", {"email": ANA.email})
    assert accounts.check(ANA.email, OFFICE_PASSWORD)
    assert newest(office) == (BEN.email, "account_activated", ANA.email)


def test_a_reset_password_shows_a_new_link_and_locks_the_old_one_out(
    ben: Browser, accounts: Accounts, office: Office
) -> None:
    answer = ben.post("/inbox/team/password", {"email": ANA.email})
    assert link(answer.text)
    assert accounts.check(ANA.email, OFFICE_PASSWORD) is None
    assert newest(office) == (BEN.email, "password_reset", ANA.email)


@pytest.mark.parametrize(("action", "fields"), [("role", {"role": "agent"}), ("deactivate", {})])
def test_the_last_admin_cannot_be_removed(
    action: str, fields: dict[str, str], ben: Browser, accounts: Accounts, office: Office
) -> None:
    answer = ben.post(f"/inbox/team/{action}", {"email": BEN.email, **fields})
    assert answer.status_code == 409
    assert "This is the last admin" in answer.text
    assert accounts.check(BEN.email, OFFICE_PASSWORD).agent.is_admin
    assert newest(office)[1] == "logged_in"


@pytest.mark.parametrize("action", ["role", "deactivate", "activate", "password"])
def test_an_unknown_account_is_told_to_be_none(action: str, ben: Browser) -> None:
    assert ben.post(f"/inbox/team/{action}", {"email": "nobody@kossr.example"}).status_code == 404


def test_a_demo_admin_cannot_lock_real_colleagues_out(office: Office) -> None:
    in_demo = replace(office.accounts, demo_mode=True)
    enrol(in_demo, "demo@kossr.example", Role.ADMIN, demo=True)
    demo = Browser(create_app(WebConfig(), replace(office.inbox(), accounts=in_demo)))
    demo.log_in("demo@kossr.example")
    assert BEN.email not in demo.get("/inbox/team/").text
    assert demo.post("/inbox/team/deactivate", {"email": BEN.email}).status_code == 404
    assert in_demo.check(BEN.email, OFFICE_PASSWORD)


def test_a_name_is_shown_as_it_was_typed(ben: Browser) -> None:
    page = ben.post("/inbox/team/", {**IVO, "name": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


# ---- the audit log


def test_the_log_can_be_filtered_by_agent_ticket_and_day(ben: Browser, office: Office, clock: Clock) -> None:
    office.audit.write(ANA.email, "viewed", "KT-AAAAAA")
    office.audit.write(ANA.email, "viewed", "KT-CCCCCC")
    clock.forward(days=1)
    ben.log_in(BEN.email, OFFICE_PASSWORD)
    office.audit.write(BEN.email, "viewed", "KT-CCCCCC")

    def rows(query: str) -> int:
        return ben.get(f"/inbox/audit/?{query}").text.count("<tr>") - 1

    assert rows("agent=ana@kossr.example") == 2
    assert rows("reference=kt-cccccc") == 2
    assert rows("agent=ana@kossr.example&reference=KT-CCCCCC") == 1
    assert rows("day=2026-11-24&reference=KT-CCCCCC") == 1
    assert "Nothing in the log fits" in ben.get("/inbox/audit/?day=2026-11-25").text


def test_a_day_is_a_day_of_the_shop(ben: Browser, office: Office, clock: Clock) -> None:
    clock.forward(hours=14, minutes=30)  # 23:30 in London, half past midnight in Berlin
    office.audit.write(ANA.email, "viewed", "KT-AAAAAA")
    clock.forward(hours=-14, minutes=-30)
    assert "KT-AAAAAA" in ben.get("/inbox/audit/?day=2026-11-24").text
    assert "KT-AAAAAA" not in ben.get("/inbox/audit/?day=2026-11-23").text


@pytest.mark.parametrize("query", ["day=nonsense", "day=0001-01-01", "day=9999-12-31", "page=0", "page=-3", "page=x"])
def test_a_filter_that_makes_no_sense_breaks_nothing(query: str, ben: Browser) -> None:
    assert ben.get(f"/inbox/audit/?{query}").status_code == 200


def test_a_long_log_has_pages(ben: Browser, office: Office) -> None:
    for number in range(60):
        office.audit.write(ANA.email, "viewed", detail=f"line {number}")
    first, second = (ben.get(f"/inbox/audit/?agent={ANA.email}&page={page}").text for page in (1, 2))
    assert "line 59" in first
    assert "line 9<" not in first
    assert "line 9<" in second
    assert "60 lines, page 2 of 2" in second


def test_what_stands_in_the_log_is_text(ben: Browser, office: Office) -> None:
    office.audit.write("<img src=x>", "viewed", detail='"><script>alert(1)</script>')
    page = ben.get("/inbox/audit/").text
    assert "<img" not in page
    assert "<script>alert" not in page


def test_who_acts_from_a_helpdesk_can_be_filtered_by_too(ben: Browser, office: Office) -> None:
    office.audit.write(Agent("chatwoot:12", "Mia").email, "replied", "KT-AAAAAA")
    assert "KT-AAAAAA" in ben.get("/inbox/audit/?agent=chatwoot:12").text
