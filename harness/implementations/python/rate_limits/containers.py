"""Values that are made of other values, or may be missing."""

from __future__ import annotations

from typing import Any

from .constraints import Component, Constraint
from .errors import InvalidValue


class OrNone:
    """What the wrapped constraint accepts, or None. As a part of a key it is never None."""

    def __init__(self, component: Component) -> None:
        self._component = component
        self.parse = component.parse
        self.format = component.format

    def check(self, value: Any) -> None:
        if value is not None:
            self._component.check(value)


class ListOf:
    def __init__(self, element: Constraint) -> None:
        self._element = element

    def check(self, value: Any) -> None:
        if not isinstance(value, list):
            raise InvalidValue("must be a list")
        for element in value:
            self._element.check(element)


class SetOf:
    def __init__(self, element: Constraint) -> None:
        self._element = element

    def check(self, value: Any) -> None:
        if not isinstance(value, frozenset):
            raise InvalidValue("must be a set")
        for element in value:
            self._element.check(element)


class MapOf:
    def __init__(self, key: Constraint, value: Constraint) -> None:
        self._key = key
        self._value = value

    def check(self, value: Any) -> None:
        if not isinstance(value, dict):
            raise InvalidValue("must be a map")
        for name, element in value.items():
            try:
                self._key.check(name)
                self._value.check(element)
            except InvalidValue as invalid:
                raise InvalidValue(f"{name!r}: {invalid}") from None


class FreeForm:
    """A map of whatever the table can hold."""

    def check(self, value: Any) -> None:
        if not isinstance(value, dict):
            raise InvalidValue("must be a map")
