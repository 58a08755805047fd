"""Instants: datetime where that is exact, otherwise text or an integer."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any

from .constraints import Integer, Text
from .errors import InvalidValue

UTC = timezone.utc

# [0-9] and not \d, which accepts the digits of every script.
_DATE_TIME = r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})"
_ISO_SECONDS = re.compile(_DATE_TIME + "Z")
_RFC3339 = re.compile(_DATE_TIME + r"(?:\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])")

# The end of the year 9999.
LAST_SECOND = 253402300799


class IsoSeconds:
    """A datetime in UTC with whole seconds, written 2024-01-02T03:04:05Z."""

    def check(self, value: Any) -> None:
        if type(value) is not datetime or value.tzinfo is not UTC or value.microsecond:
            raise InvalidValue("must be a datetime in UTC, without a fraction of a second")

    def parse(self, text: str) -> datetime:
        found = _ISO_SECONDS.fullmatch(text)
        if not found:
            raise InvalidValue("must be written as 2024-01-02T03:04:05Z")
        return _real_date_time(found)

    def format(self, value: datetime) -> str:
        # Not strftime(): its %Y has fewer than four digits before the year 1000.
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")


class Rfc3339(Text):
    """Kept as text: a datetime has neither nanoseconds nor the way in which the offset was written."""

    def check(self, value: Any) -> None:
        super().check(value)
        found = _RFC3339.fullmatch(value)
        if not found:
            raise InvalidValue("must be an RFC 3339 date and time, such as 2024-01-02T03:04:05.123456789+01:00")
        _real_date_time(found)


def _real_date_time(found: re.Match[str]) -> datetime:
    try:
        year, month, day, hour, minute, second = map(int, found.groups())
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError as error:
        raise InvalidValue(f"must be a real date and time: {error}") from None


ISO_SECONDS = IsoSeconds()
RFC3339 = Rfc3339()
EPOCH_SECONDS = Integer(0, LAST_SECOND)
EPOCH_MILLISECONDS = Integer(0, LAST_SECOND * 1000 + 999)
