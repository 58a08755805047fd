"""Counters: attributes whose whole name is data, beside the attributes that the program knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .attributes import Attributes, integer
from .constraints import Text
from .containers import MapOf
from .keys import KEY_ATTRIBUTES
from .parameters import INT64


class CounterAttributes:
    def __init__(self, names: Text, fixed_attributes: Iterable[str] = ()) -> None:
        # A counter must not overwrite what the item needs for itself.
        self.names = names.excluding(KEY_ATTRIBUTES.union(fixed_attributes))
        self._constraint = MapOf(self.names, INT64)

    def check(self, value: Any) -> None:
        self._constraint.check(value)

    def collect(self, attributes: Attributes) -> dict[str, int]:
        return dict(attributes.matching(lambda name: name if self.names.accepts(name) else None, integer))
