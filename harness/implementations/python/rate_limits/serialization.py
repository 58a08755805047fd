"""Attribute values as boto3 has them, from and to Python values."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache
from typing import Any

AttributeValue = dict[str, Any]
Item = dict[str, AttributeValue]

# Room for every digit of the largest number of DynamoDB written out, 9.99E+125.
_WIDE = Context(prec=200)


@cache
def _serializers() -> tuple[Any, Any]:
    # Only when needed: boto3 takes longer to import than all the rest, and keys can do without it.
    from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

    class PlainNumberSerializer(TypeSerializer):  # type: ignore[misc]
        """Writes 1E+2 as 100, the way in which DynamoDB gives it back."""

        def _serialize_n(self, value: int | Decimal) -> str:
            return plain_number(Decimal(super()._serialize_n(value)))

    class WideNumberDeserializer(TypeDeserializer):  # type: ignore[misc]
        """Reads 1 and a hundred zeros, which is one digit for DynamoDB but too many for boto3."""

        def _deserialize_n(self, value: str) -> Decimal:
            return super()._deserialize_n(str(_WIDE.create_decimal(value).normalize(_WIDE)))

    return PlainNumberSerializer(), WideNumberDeserializer()


def plain_number(number: Decimal) -> str:
    """Without exponent and without needless zeros."""
    if not number:
        return "0"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def serialize(value: Any) -> AttributeValue:
    return _serializers()[0].serialize(value)


def deserialize(value: AttributeValue) -> Any:
    return _serializers()[1].deserialize(value)
