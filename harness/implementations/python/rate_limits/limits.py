"""Limits: several attributes per limit, with the limit's name inside the names of the attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from .attributes import Attributes, integer
from .constraints import Integer, Text
from .containers import MapOf
from .errors import InvalidValue
from .parameters import CUSTOM_LIMIT, INT64, LIMIT, POSITIVE, WCU

Limit = TypeVar("Limit")


class _Amounts:
    DOMAIN: ClassVar[Integer]

    def __post_init__(self) -> None:
        for field, value in vars(self).items():
            try:
                self.DOMAIN.check(value)
            except InvalidValue as invalid:
                raise InvalidValue(f"{field}: {invalid}") from None


@dataclass(frozen=True)
class BucketLimit(_Amounts):
    """In millitokens and milliseconds. An adjustment may make the tokens negative."""

    DOMAIN = INT64

    tokens: int
    capacity: int
    refill_amount: int
    refill_period: int
    total_consumed: int


@dataclass(frozen=True)
class ConfiguredLimit(_Amounts):
    """In tokens and seconds. A limit of nothing is no limit."""

    DOMAIN = POSITIVE

    capacity: int
    refill_amount: int
    refill_period: int


class LimitAttributes(Generic[Limit]):
    """How the limits of one kind are spread over attributes; also the constraint on all of them together."""

    def __init__(
        self, limit: type[Limit], prefix: str, suffixes: Mapping[str, str], names: Text, demanded: frozenset[str]
    ) -> None:
        """The suffixes are by the names of the fields of `limit`."""
        self.limit = limit
        self.prefix = prefix
        self.suffixes = suffixes
        self.names = names
        self._demanded = demanded
        self._members = MapOf(names, _InstanceOf(limit))
        self._field_of = {suffix: field for field, suffix in suffixes.items()}
        self._name = re.compile(rf"{prefix}_(.+)_({'|'.join(self._field_of)})", re.DOTALL)

    def check(self, value: Any) -> None:
        self._members.check(value)
        missing = self._demanded - value.keys()
        if missing:
            raise InvalidValue(f"there must be limits named {', '.join(sorted(missing))}")

    def spread(self, limits: Mapping[str, Limit]) -> dict[str, int]:
        return {
            f"{self.prefix}_{name}_{suffix}": getattr(limit, field)
            for name, limit in limits.items()
            for field, suffix in self.suffixes.items()
        }

    def collect(self, attributes: Attributes) -> dict[str, Limit]:
        fields_of: dict[str, dict[str, int]] = {}
        for (name, field), value in attributes.matching(self._limit_and_field, integer):
            fields_of.setdefault(name, {})[field] = value
        return {name: self.complete(name, fields) for name, fields in fields_of.items()}

    def complete(self, name: str, fields: Mapping[str, int]) -> Limit:
        missing = self.suffixes.keys() - fields.keys()
        if missing:
            raise InvalidValue(f"limit {name} has no {', '.join(sorted(missing))}")
        try:
            return self.limit(**fields)
        except InvalidValue as invalid:
            raise InvalidValue(f"limit {name}: {invalid}") from None

    def _limit_and_field(self, attribute: str) -> tuple[str, str] | None:
        found = self._name.fullmatch(attribute)
        if not found or not self.names.accepts(found[1]):
            return None
        return found[1], self._field_of[found[2]]


class _InstanceOf:
    def __init__(self, wanted: type) -> None:
        self._wanted = wanted

    def check(self, value: Any) -> None:
        if type(value) is not self._wanted:
            raise InvalidValue(f"must be a {self._wanted.__name__}")


BUCKET_LIMITS = LimitAttributes(
    BucketLimit,
    prefix="b",
    suffixes={
        "tokens": "tk",
        "capacity": "cp",
        "refill_amount": "ra",
        "refill_period": "rp",
        "total_consumed": "tc",
    },
    names=LIMIT,
    demanded=frozenset({WCU}),
)
CONFIGURED_LIMITS = LimitAttributes(
    ConfiguredLimit,
    prefix="l",
    suffixes={"capacity": "cp", "refill_amount": "ra", "refill_period": "rp"},
    names=CUSTOM_LIMIT,
    demanded=frozenset(),
)
