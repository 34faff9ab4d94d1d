from __future__ import annotations

from typing import Any

import pytest

from tests.support.slowest import FileTime, file_times


def step(path: str, test: str, when: Any, duration_s: float) -> pytest.TestReport:
    return pytest.TestReport(
        f"{path}::{test}", (path, 0, test), {}, "passed", None, when, duration=duration_s, start=0, stop=duration_s
    )


def test_files_are_told_by_all_that_their_tests_took_the_slowest_first() -> None:
    reports = [
        step("tests/test_quick.py", "test_a", "call", 1.0),
        step("tests/test_slow.py", "test_b", "setup", 4.0),
        step("tests/test_slow.py", "test_b", "call", 2.0),
        step("tests/test_slow.py", "test_b", "teardown", 0.5),
    ]
    assert file_times(reports) == [
        FileTime("tests/test_slow.py", total_s=6.5, fixtures_s=4.5, longest_s=4.0, longest="setup of test_b"),
        FileTime("tests/test_quick.py", total_s=1.0, fixtures_s=0.0, longest_s=1.0, longest="call of test_a"),
    ]


def test_a_run_without_tests_has_no_files() -> None:
    assert file_times([]) == []
