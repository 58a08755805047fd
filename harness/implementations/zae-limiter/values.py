"""Between the protocol's records and the arguments of the library's functions. Nothing is checked but the notation of
integers and sets."""

from __future__ import annotations

import re
from typing import Any, Iterable

from itemproof_adapter import Refusal

_INTEGER = re.compile(r"0|-?[1-9][0-9]*", re.ASCII)


def integer(text: Any) -> int:
    """The library takes Python ints; what is no integer of the protocol stands for none and cannot be shown to it."""
    if type(text) is not str or _INTEGER.fullmatch(text) is None:
        raise Refusal("invalid-record", f"{text!r} is no integer")
    return int(text)


def members_of_set(array: Any) -> list:
    """The library takes the members of a set one by one, so that what is no set cannot be shown to it."""
    if type(array) is not list or any(member in array[:index] for index, member in enumerate(array)):
        raise Refusal("invalid-record", f"{array!r} is no set")
    return array


def pick(record: dict, *names: str) -> dict[str, Any]:
    """Those members that are there: whether one may be missing is up to the signature of the library's function."""
    return {name: record[name] for name in names if name in record}


def without(record: dict, names: Iterable[str]) -> dict[str, Any]:
    """All other members, known or not: an unknown one becomes an argument that the library's function does not have."""
    dropped = set(names)
    return {name: value for name, value in record.items() if name not in dropped}


def with_integers(arguments: dict, *names: str) -> dict[str, Any]:
    return {name: integer(value) if name in names else value for name, value in arguments.items()}


def members_of_families(record: dict, families: dict[str, str]) -> dict[str, dict[str, int]]:
    """From a limit to those of its numbers that are there; `families` says which argument a family is."""
    members: dict[str, dict[str, int]] = {}
    for family, argument in families.items():
        for name, number in record.get(family, {}).items():
            members.setdefault(name, {})[argument] = integer(number)
    return members


def present(**values: Any) -> dict[str, Any]:
    """A record without the members for which the library returned None."""
    return {name: value for name, value in values.items() if value is not None}


def family(name: str, numbers: dict[str, int | None]) -> dict[str, dict[str, str]]:
    """A family of a record, left out when it has no member."""
    members = {variable: str(number) for variable, number in numbers.items() if number is not None}
    return {name: members} if members else {}
