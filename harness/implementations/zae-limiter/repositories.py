"""Repositories of the library, for whichever namespace a record is in."""

from __future__ import annotations

import os

from itemproof_adapter import Store
from zae_limiter import StackOptions, SyncRepository

TABLE = "rate_limits"
NAME_WITHOUT_STORE = "itemproof"
NOWHERE = "/nonexistent/itemproof"


class Repositories:
    def __init__(self) -> None:
        self._store: Store | None = None
        self._root: SyncRepository | None = None

    def connect(self, store: Store | None) -> None:
        self._store = store
        if store is None:
            return
        # The library makes its own SDK clients; the credentials come from the environment, and from nowhere else.
        os.environ.update(
            AWS_ACCESS_KEY_ID=store.access_key_id,
            AWS_SECRET_ACCESS_KEY=store.secret_access_key,
            AWS_DEFAULT_REGION=store.region,
            AWS_EC2_METADATA_DISABLED="true",
            AWS_CONFIG_FILE=NOWHERE,
            AWS_SHARED_CREDENTIALS_FILE=NOWHERE,
        )
        for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB"):
            os.environ.pop(name, None)

    @property
    def root(self) -> SyncRepository:
        """The one with the SDK client; the namespace registry and the version record are reached through it."""
        if self._root is None:
            self._root = self._make_root()
        return self._root

    def _make_root(self) -> SyncRepository:
        store = self._store
        # Not open() or connect(): they would write to the table under test, or demand a version record in it.
        root = SyncRepository(
            name=NAME_WITHOUT_STORE if store is None else store.tables[TABLE],
            region="us-east-1" if store is None else store.region,
            endpoint_url=None if store is None else store.endpoint,
            stack_options=StackOptions(),
            config_cache_ttl=0,
            parallel_mode="serial",
            _skip_deprecation_warning=True,
        )
        # Known from the options, so that no audit event needs the namespace's stored configuration to be readable.
        root._get_audit_retention_days()
        if store is not None:
            root._get_client()  # namespace() hands on the client that is there.
        return root

    def scoped(self, namespace_id: str) -> SyncRepository:
        """The library finds a namespace by its name, first of all in its cache of names: here every id is its own name."""
        self.root._namespace_cache[namespace_id] = namespace_id
        return self.root.namespace(namespace_id)
