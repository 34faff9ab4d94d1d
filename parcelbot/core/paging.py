"""Divide a long list into numbered pages. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Line = TypeVar("Line")


@dataclass(frozen=True)
class Page(Generic[Line]):
    """Some lines of a list that is read page by page; without arguments the only page of an empty list.

    `total` counts the lines of all `pages`, `page` begins at 1.
    """

    lines: tuple[Line, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1


def page_count(total: int, size: int) -> int:
    """Count the pages that `total` lines fill, `size` lines a page; 1 for an empty list."""
    return max(1, -(-total // size))


def existing_page(asked: int, pages: int) -> int:
    """Return the page asked for, or else the nearest of the `pages` there are."""
    return min(max(asked, 1), pages)


def lines_before(page: int, size: int) -> int:
    """Count the lines on the pages before `page`, `size` lines a page."""
    return (page - 1) * size
