"""Records of Itemproof, from and to the dataclasses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from rate_limits import InvalidValue, TableItem

from .families import Families, Record
from .values import Conversion, conversion_of

Model = TypeVar("Model", bound=TableItem)


class RecordMapping(Generic[Model]):
    def __init__(
        self,
        model: type[Model],
        *,
        nullable: Collection[str] = (),
        families: Mapping[str, Families] | None = None,
    ) -> None:
        """`nullable` fields are null when they are None; all others are missing then. `families` are by field."""
        self.model = model
        self._nullable = frozenset(nullable)
        self._families = families or {}
        self._conversions: dict[str, Conversion] = {}
        self._required: list[str] = []
        hints = get_type_hints(model)
        for field in fields(model):  # type: ignore[arg-type]
            if field.name in self._families:
                continue
            self._conversions[field.name] = conversion_of(_without_none(hints[field.name]), model.DOMAINS[field.name])
            if field.default is MISSING and field.default_factory is MISSING:
                self._required.append(field.name)
        self._family_names = frozenset(name for family in self._families.values() for name in family.names)

    def from_record(self, record: Record) -> Model:
        values: dict[str, Any] = {}
        for name, value in record.items():
            if name in self._conversions:
                values[name] = self._value(name, value)
            elif name not in self._family_names:
                raise InvalidValue(f"{name!r}: there is no such member")
        for name in self._required:
            if name not in values:
                raise InvalidValue(f"{name}: is missing")
        for field, family in self._families.items():
            values[field] = family.from_record(record)
        return self.model(**values)

    def to_record(self, item: Model) -> Record:
        record: Record = {}
        for name, conversion in self._conversions.items():
            value = getattr(item, name)
            if value is not None:
                record[name] = conversion.to_record(value)
            elif name in self._nullable:
                record[name] = None
        for field, family in self._families.items():
            record.update(family.to_record(getattr(item, field)))
        return record

    def components(self, components: Record) -> dict[str, Any]:
        """The parts of a key, as values of the fields."""
        unknown = components.keys() - self._conversions.keys()
        if unknown:
            raise InvalidValue(f"{', '.join(sorted(unknown))}: there is no such member")
        return {name: self._value(name, value) for name, value in components.items()}

    def _value(self, name: str, value: Any) -> Any:
        if value is None and name in self._nullable:
            return None
        try:
            return self._conversions[name].from_record(value)
        except InvalidValue as invalid:
            raise InvalidValue(f"{name}: {invalid}") from None


def _without_none(hint: Any) -> Any:
    alternatives = get_args(hint)
    if NoneType not in alternatives:
        return hint
    [wanted] = [alternative for alternative in alternatives if alternative is not NoneType]
    return wanted
