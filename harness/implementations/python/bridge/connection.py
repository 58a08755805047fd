"""The repository of the run's store, made when it is first needed."""

from __future__ import annotations

from threading import Lock

from itemproof_adapter import Store
from rate_limits import RateLimitsRepository

TABLE = "rate_limits"


class Connection:
    def __init__(self) -> None:
        self.store: Store | None = None
        self._repository: RateLimitsRepository | None = None
        self._lock = Lock()

    def repository(self) -> RateLimitsRepository:
        with self._lock:
            if self._repository is None:
                self._repository = self._connect()
            return self._repository

    def _connect(self) -> RateLimitsRepository:
        if self.store is None:
            raise RuntimeError("this run has no store")
        # Only now: it takes longer to import than all the rest, and many runs touch no store.
        import boto3
        from botocore.config import Config

        client = boto3.client(
            "dynamodb",
            endpoint_url=self.store.endpoint,
            region_name=self.store.region,
            aws_access_key_id=self.store.access_key_id,
            aws_secret_access_key=self.store.secret_access_key,
            config=Config(
                retries={"mode": "standard", "total_max_attempts": 3},
                # Otherwise botocore puts one together from forty parts, twice for each request.
                user_agent="rate-limits-python",
            ),
        )
        return RateLimitsRepository(client, self.store.tables[TABLE])
