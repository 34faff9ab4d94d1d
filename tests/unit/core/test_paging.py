from __future__ import annotations

import pytest

from parcelbot.core.paging import Page, existing_page, lines_before, page_count


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (1, 1), (25, 1), (26, 2), (50, 2), (51, 3)])
def test_a_list_fills_as_many_pages_as_it_needs_and_an_empty_one_has_one(total: int, pages: int):
    assert page_count(total, 25) == pages


@pytest.mark.parametrize(("asked", "page"), [(-1, 1), (0, 1), (2, 2), (3, 3), (4, 3)])
def test_a_page_that_does_not_exist_becomes_the_nearest_one(asked: int, page: int):
    assert existing_page(asked, pages=3) == page


def test_a_page_begins_after_the_lines_of_those_before_it():
    assert [lines_before(page, 25) for page in (1, 2, 3)] == [0, 25, 50]


def test_nothing_found_is_the_only_page_of_an_empty_list():
    assert Page[str]() == Page((), total=0, page=1, pages=1)
