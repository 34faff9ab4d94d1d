"""Make, store and load our components the way Rasa wants it."""

from __future__ import annotations

import hashlib
from abc import abstractmethod
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

# One message is too little work to share out: threads of the matrix library would only spin (18 instead of 7 ms).
threadpool_limits(limits=1, user_api="blas")


#: What components are written in: what they made before it changed may have another form.
_CODE = ("rasa_plugins/nlu", "encoder")


@cache
def _code_digest() -> str:
    """Hash the code that learns and reads what was learnt."""
    package = Path(__file__).parents[2]
    files = sorted(file for folder in _CODE for file in (package / folder).glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


class FingerprintedComponent(GraphComponent):
    """A component whose results Rasa takes out of its cache only if code and examples are the same as then."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Name code and examples, which are no part of Rasa's own fingerprint."""
        return f"{_code_digest()} {cls.learnt_from()}"

    @classmethod
    def learnt_from(cls) -> str:
        """Name the examples beside Rasa's own training data; "" where there are none."""
        return ""


class PlainComponent(FingerprintedComponent):
    """A component that learns nothing: made from its configuration alone."""

    def __init__(self, config: dict[str, Any], name: str) -> None:
        self._config = config
        self._name = name

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlainComponent:
        """Make the component."""
        return cls(config, execution_context.node_name)


class StoredComponent(FingerprintedComponent):
    """A component that learns: `train` writes into `stored()`, `restore` reads the same folder."""

    def __init__(self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._name = name
        self._storage = storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> StoredComponent:
        """Make an untrained component."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> StoredComponent:
        """Make the component from what `train` stored; ValueError when there is nothing."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component.restore(folder)
        return component

    @abstractmethod
    def restore(self, folder: Path) -> None:
        """Read what `train` wrote."""

    def stored(self) -> AbstractContextManager[Path]:
        """Open the folder to write into while training."""
        folder: AbstractContextManager[Path] = self._storage.write_to(self._resource)
        return folder
