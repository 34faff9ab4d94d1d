"""Say at the end of a long run which files took longest, and what in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

#: A run that somebody waited for.
LONG_S = 60
_ROWS = 12
_NAME_WIDTH = 70


@dataclass(frozen=True)
class FileTime:
    """What a file's tests took together, how much of it went into fixtures, and the longest single step."""

    path: str
    total_s: float
    fixtures_s: float
    longest_s: float
    longest: str

    def line(self) -> str:
        return f"{self.total_s:7.1f} s {self.fixtures_s:7.1f} s  {self.path}  ({self.longest_s:.1f} s: {self.longest})"


def file_times(reports: Iterable[pytest.TestReport]) -> list[FileTime]:
    """Each file of the reports, the slowest first."""
    files: dict[str, list[pytest.TestReport]] = {}
    for report in reports:
        files.setdefault(report.location[0], []).append(report)
    times = [_file_time(path, steps) for path, steps in files.items()]
    return sorted(times, key=lambda file: -file.total_s)


def _file_time(path: str, steps: list[pytest.TestReport]) -> FileTime:
    longest = max(steps, key=lambda step: step.duration)
    return FileTime(
        path,
        total_s=sum(step.duration for step in steps),
        fixtures_s=sum(step.duration for step in steps if step.when != "call"),
        longest_s=longest.duration,
        longest=f"{longest.when} of {longest.location[2]}"[:_NAME_WIDTH],
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    times = file_times(_reports(terminalreporter))
    total_s = sum(file.total_s for file in times)
    if total_s < LONG_S:
        return
    terminalreporter.section(f"what took longest of {total_s:.0f} s, all workers together")
    terminalreporter.write_line("     all   fixtures")
    for file in times[:_ROWS]:
        terminalreporter.write_line(file.line())


def _reports(terminalreporter: pytest.TerminalReporter) -> Iterator[pytest.TestReport]:
    for reports in terminalreporter.stats.values():
        yield from (report for report in reports if isinstance(report, pytest.TestReport))
