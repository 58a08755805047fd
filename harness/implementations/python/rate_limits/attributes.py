"""Reads the attributes of a stored item, each as the type that it must have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from .errors import InvalidItem, InvalidValue
from .serialization import AttributeValue, Item, deserialize
from .timestamps import ISO_SECONDS

Value = TypeVar("Value")
Reader = Callable[[AttributeValue], Value]


def _content(value: AttributeValue, wanted: str) -> Any:
    if wanted not in value:
        raise InvalidValue(f"must be of type {wanted}, not {', '.join(value) or 'nothing'}")
    return value[wanted]


def any_text(value: AttributeValue) -> str:
    return _content(value, "S")


def text(value: AttributeValue) -> str:
    content: str = _content(value, "S")
    if not content:
        raise InvalidValue("must not be empty")
    return content


def instant(value: AttributeValue) -> datetime:
    return ISO_SECONDS.parse(text(value))


def boolean(value: AttributeValue) -> bool:
    return _content(value, "BOOL")


def integer(value: AttributeValue) -> int:
    _content(value, "N")
    number = deserialize(value)
    if number != number.to_integral_value():
        raise InvalidValue("must be an integer")
    return int(number)


def text_set(value: AttributeValue) -> frozenset[str]:
    return frozenset(_content(value, "SS"))


def free_form(value: AttributeValue) -> dict[str, Any]:
    _content(value, "M")
    return deserialize(value)


def list_of(element: Reader[Value]) -> Reader[list[Value]]:
    return lambda value: [element(member) for member in _content(value, "L")]


def map_of(element: Reader[Value]) -> Reader[dict[str, Value]]:
    return lambda value: {name: element(member) for name, member in _content(value, "M").items()}


def nullable(reader: Reader[Value]) -> Reader[Value | None]:
    return lambda value: None if "NULL" in value else reader(value)


class Attributes:
    def __init__(self, item: Item) -> None:
        self._item = item

    def required(self, name: str, reader: Reader[Value]) -> Value:
        if name not in self._item:
            raise InvalidItem(f"{name}: is missing")
        return self._read(name, reader)

    def get(self, name: str, reader: Reader[Value], default: Any = None) -> Any:
        return self._read(name, reader) if name in self._item else default

    def matching(self, matches: Callable[[str], Any], reader: Reader[Value]) -> Iterator[tuple[Any, Value]]:
        """What `matches` found in the names of attributes, if anything, and their values."""
        for name in self._item:
            found = matches(name)
            if found:
                yield found, self._read(name, reader)

    def _read(self, name: str, reader: Reader[Value]) -> Value:
        try:
            return reader(self._item[name])
        except InvalidValue as invalid:
            raise InvalidItem(f"{name}: {invalid}") from None
