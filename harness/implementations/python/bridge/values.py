"""Values in a record of Itemproof, from and to the values of the dataclasses' fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from rate_limits.constraints import check_unicode
from rate_limits.errors import InvalidValue
from rate_limits.serialization import deserialize, serialize

from .dynamodb_json import from_json, to_json


class Conversion(NamedTuple):
    from_record: Callable[[Any], Any]
    to_record: Callable[[Any], Any]


def _expect(value: Any, json_type: type, name: str) -> Any:
    # Not isinstance(): a boolean is an int.
    if type(value) is not json_type:
        raise InvalidValue(f"must be {name}")
    return value


def _text(value: Any) -> str:
    _expect(value, str, "a string")
    check_unicode(value)
    return value


def _texts(value: Any) -> list[str]:
    return [_text(member) for member in _expect(value, list, "an array")]


def _text_set(value: Any) -> frozenset[str]:
    texts = _texts(value)
    members = frozenset(texts)
    if len(members) != len(texts):
        raise InvalidValue("must not have the same member twice")
    return members


def _map_of(read: Callable[[Any], Any]) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {name: read(member) for name, member in _expect(value, dict, "an object").items()}


def _free_form(value: Any) -> dict[str, Any]:
    return deserialize(from_json({"M": value}))


def _boolean(value: Any) -> bool:
    return _expect(value, bool, "a boolean")


def _unchanged(value: Any) -> Any:
    return value


# By the type hints of the dataclasses.
_CONVERSIONS: dict[Any, Conversion] = {
    str: Conversion(_text, _unchanged),
    bool: Conversion(_boolean, _unchanged),
    list[str]: Conversion(_texts, _unchanged),
    frozenset[str]: Conversion(_text_set, sorted),
    dict[str, str]: Conversion(_map_of(_text), _unchanged),
    dict[str, list[str]]: Conversion(_map_of(_texts), _unchanged),
    dict[str, Any]: Conversion(_free_form, lambda value: to_json(serialize(value))["M"]),
}


def conversion_of(hint: Any, domain: Any) -> Conversion:
    """Numbers and instants are text in a record, as they are in a key."""
    if hint in (int, datetime):
        return Conversion(lambda value: domain.parse(_text(value)), domain.format)
    return _CONVERSIONS[hint]
