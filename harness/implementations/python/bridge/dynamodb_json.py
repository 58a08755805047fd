"""DynamoDB JSON, where bytes are base64, from and to attribute values as boto3 has them, where bytes are bytes."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from rate_limits.constraints import check_unicode
from rate_limits.errors import InvalidValue
from rate_limits.serialization import AttributeValue, Item, plain_number

# Decimal() itself also reads "1_0", " 1 ", "Infinity" and the digits of every script.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
MOST_DIGITS = 38
LARGEST_EXPONENT = 125
SMALLEST_EXPONENT = -130
DEEPEST = 32


def item_from_json(item: dict[str, Any]) -> Item:
    return _attributes(item, 0)


def from_json(value: Any, depth: int = 0) -> AttributeValue:
    """`depth` counts the lists and maps around the value."""
    if type(value) is not dict or len(value) != 1:
        raise InvalidValue("must be an attribute value: an object with one member, its type")
    [(tag, content)] = value.items()
    if tag in _NESTED:
        if depth > DEEPEST:
            raise InvalidValue(f"must not be nested deeper than {DEEPEST} levels")
        return {tag: _NESTED[tag](content, depth + 1)}
    if tag not in _FLAT:
        raise InvalidValue(f"there is no type {tag!r}")
    return {tag: _FLAT[tag](content)}


def to_json(value: AttributeValue) -> dict[str, Any]:
    [(tag, content)] = value.items()
    if tag == "B":
        return {tag: _base64(content)}
    if tag == "BS":
        return {tag: [_base64(member) for member in content]}
    if tag == "L":
        return {tag: [to_json(member) for member in content]}
    if tag == "M":
        return {tag: {name: to_json(member) for name, member in content.items()}}
    return value


def _base64(content: Any) -> str:
    return base64.b64encode(bytes(content)).decode("ascii")


def _text(content: Any) -> str:
    if type(content) is not str:
        raise InvalidValue("must be a string")
    check_unicode(content)
    return content


def _number(content: Any) -> str:
    if type(content) is not str or not _NUMBER.fullmatch(content):
        raise InvalidValue("must be a number, as text")
    try:
        number = Decimal(content)
    except ArithmeticError:
        raise InvalidValue("must be a number within DynamoDB's range") from None
    if number:
        if not SMALLEST_EXPONENT <= number.adjusted() <= LARGEST_EXPONENT:
            raise InvalidValue("must be a number within DynamoDB's range")
        digits = "".join(map(str, number.as_tuple().digits)).strip("0")
        if len(digits) > MOST_DIGITS:
            raise InvalidValue(f"must be a number of at most {MOST_DIGITS} digits")
    return plain_number(number)


def _binary(content: Any) -> bytes:
    if type(content) is not str:
        raise InvalidValue("must be base64")
    try:
        decoded = base64.b64decode(content, validate=True)
    except ValueError as error:
        raise InvalidValue(f"must be base64: {error}") from None
    if _base64(decoded) != content:
        raise InvalidValue("must be base64 without stray bits at its end")
    return decoded


def _boolean(content: Any) -> bool:
    if type(content) is not bool:
        raise InvalidValue("must be a boolean")
    return content


def _null(content: Any) -> bool:
    if content is not True:
        raise InvalidValue("NULL must be true")
    return True


def _list(content: Any, depth: int) -> list[AttributeValue]:
    if type(content) is not list:
        raise InvalidValue("must be an array")
    return [from_json(member, depth) for member in content]


def _map(content: Any, depth: int) -> dict[str, AttributeValue]:
    if type(content) is not dict:
        raise InvalidValue("must be an object")
    if "" in content:
        raise InvalidValue("must not have an attribute without a name")
    return _attributes(content, depth)


def _attributes(content: dict[str, Any], depth: int) -> dict[str, AttributeValue]:
    attributes = {}
    for name, value in content.items():
        try:
            attributes[_text(name)] = from_json(value, depth)
        except InvalidValue as invalid:
            raise InvalidValue(f"{name}: {invalid}") from None
    return attributes


def _set_of(read: Callable[[Any], Any]) -> Callable[[Any], list[Any]]:
    def read_set(content: Any) -> list[Any]:
        if type(content) is not list or not content:
            raise InvalidValue("must be an array that is not empty")
        members = [read(member) for member in content]
        if len(set(members)) != len(members):
            raise InvalidValue("must not have the same member twice")
        return members

    return read_set


_FLAT: dict[str, Callable[[Any], Any]] = {
    "S": _text,
    "N": _number,
    "B": _binary,
    "BOOL": _boolean,
    "NULL": _null,
    "SS": _set_of(_text),
    "NS": _set_of(_number),
    "BS": _set_of(_binary),
}
_NESTED: dict[str, Callable[[Any, int], Any]] = {"L": _list, "M": _map}
