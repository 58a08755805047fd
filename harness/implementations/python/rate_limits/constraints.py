"""The kinds of values, and what each of them accepts."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Protocol

from .errors import InvalidValue

INTEGER_TEXT = re.compile(r"0|-?[1-9][0-9]*")
# Longer than any 64-bit integer, and far from the length that int() refuses to read.
LONGEST_INTEGER_TEXT = 20


class Constraint(Protocol):
    def check(self, value: Any) -> None:
        """Raises InvalidValue for what is not accepted."""


class Component(Constraint, Protocol):
    """A constraint whose values have a text form, so that they can be a part of a key."""

    def parse(self, text: str) -> Any: ...

    def format(self, value: Any) -> str: ...


class Text:
    def __init__(
        self,
        pattern: str | None = None,
        *,
        min_length: int = 1,
        max_length: int | None = None,
        reserved: Collection[str] = (),
    ) -> None:
        self._pattern = None if pattern is None else re.compile(pattern)
        self._min_length = min_length
        self._max_length = max_length
        self._reserved = frozenset(reserved)

    def excluding(self, reserved: Collection[str]) -> Text:
        pattern = None if self._pattern is None else self._pattern.pattern
        return Text(
            pattern, min_length=self._min_length, max_length=self._max_length, reserved=self._reserved.union(reserved)
        )

    def check(self, value: Any) -> None:
        if type(value) is not str:
            raise InvalidValue("must be a string")
        if len(value) < self._min_length:
            raise InvalidValue("must not be empty")
        if self._max_length is not None and len(value) > self._max_length:
            raise InvalidValue(f"must not be longer than {self._max_length} characters")
        if value in self._reserved:
            raise InvalidValue(f"must not be {value!r}, which is reserved")
        if self._pattern is None:
            check_unicode(value)
        elif not self._pattern.fullmatch(value):
            raise InvalidValue(f"must match {self._pattern.pattern}")

    def accepts(self, value: str) -> bool:
        try:
            self.check(value)
        except InvalidValue:
            return False
        return True

    def parse(self, text: str) -> str:
        self.check(text)
        return text

    def format(self, value: str) -> str:
        return value


class OneOf(Text):
    def __init__(self, *choices: str) -> None:
        super().__init__()
        self._choices = choices

    def check(self, value: Any) -> None:
        if type(value) is not str or value not in self._choices:
            raise InvalidValue(f"must be one of {', '.join(self._choices)}")


class Integer:
    def __init__(self, minimum: int, maximum: int) -> None:
        self._minimum = minimum
        self._maximum = maximum

    def check(self, value: Any) -> None:
        # Not isinstance(): True is an int.
        if type(value) is not int:
            raise InvalidValue("must be an integer")
        if not self._minimum <= value <= self._maximum:
            raise InvalidValue(f"must be from {self._minimum} to {self._maximum}")

    def parse(self, text: str) -> int:
        if not INTEGER_TEXT.fullmatch(text):
            raise InvalidValue("must be an integer without sign +, leading zeros or fraction")
        if len(text) > LONGEST_INTEGER_TEXT:
            raise InvalidValue(f"must be from {self._minimum} to {self._maximum}")
        value = int(text)
        self.check(value)
        return value

    def format(self, value: int) -> str:
        return str(value)


class Boolean:
    def check(self, value: Any) -> None:
        if type(value) is not bool:
            raise InvalidValue("must be a boolean")


def check_unicode(text: str) -> None:
    """Half of a surrogate pair can be in a str, but not in UTF-8, and so in no table."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InvalidValue("must be Unicode text, without lone surrogates") from None
