from __future__ import annotations

import pytest
from flask import Flask

from tests.support.office import ANA, BEN, PASSWORD, Office
from tests.support.pages import Browser


@pytest.fixture
def app(office: Office) -> Flask:
    return office.app()


@pytest.fixture
def ana(app: Flask) -> Browser:
    return Browser(app).log_in(ANA.email, PASSWORD)


@pytest.fixture
def ben(app: Flask) -> Browser:
    return Browser(app).log_in(BEN.email, PASSWORD)
