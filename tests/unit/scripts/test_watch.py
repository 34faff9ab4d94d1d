from __future__ import annotations

import os
from pathlib import Path

from scripts.watch import saved_at, touched


def test_a_module_runs_the_unit_tests_that_import_it() -> None:
    tests = touched([Path("parcelbot/core/parcel/business_days.py")])
    assert "tests/unit/core/parcel/test_business_days.py" in tests
    assert "tests/unit/core/outgoing/test_retrying.py" not in tests
    assert all(test.startswith("tests/unit/") for test in tests)


def test_a_module_runs_the_tests_of_a_folder_whose_fixtures_import_it() -> None:
    assert "tests/unit/usecases" in touched([Path("parcelbot/usecases/accounts.py")])


def test_a_test_runs_itself_wherever_it_stands() -> None:
    test = "tests/integration/store/test_queue.py"
    assert touched([Path(test)]) == {test}


def test_a_table_runs_the_tests_that_read_it() -> None:
    assert "tests/knowledge" in touched([Path("knowledge/tables/route.yml")])


def test_what_is_gone_or_nobody_uses_runs_nothing() -> None:
    assert touched([Path("tests/unit/test_that_is_gone.py"), Path("tests/fixtures/database.sql")]) == set()


def test_a_saved_file_is_noticed(tmp_path: Path) -> None:
    module, table = tmp_path / "parcelbot/core/wording.py", tmp_path / "knowledge/route.yml"
    for file in (module, table):
        file.parent.mkdir(parents=True)
        file.write_text("")
        os.utime(file, ns=(1, 1))
    os.utime(table, ns=(2, 2))
    assert saved_at(tmp_path) == {Path("parcelbot/core/wording.py"): 1, Path("knowledge/route.yml"): 2}
