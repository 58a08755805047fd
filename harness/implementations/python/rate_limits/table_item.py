"""What all record types of the table have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from .attributes import Attributes, text
from .constraints import Constraint
from .errors import InvalidItem, InvalidKey, InvalidValue
from .keys import PRIMARY, IndexKey
from .serialization import Item, serialize

Key = dict[str, str]
Record = TypeVar("Record", bound="TableItem")


class TableItem:
    """Base of the dataclasses; the domains and the keys are by the names of their fields."""

    DOMAINS: ClassVar[Mapping[str, Any]]
    KEYS: ClassVar[Mapping[str, IndexKey]]

    def __post_init__(self) -> None:
        domain: Constraint
        for name, domain in self.DOMAINS.items():
            try:
                domain.check(getattr(self, name))
            except InvalidValue as invalid:
                raise InvalidValue(f"{name}: {invalid}") from None

    def attributes(self) -> dict[str, Any]:
        """Everything that is stored but the keys; None is stored as NULL."""
        raise NotImplementedError

    @classmethod
    def read(cls: type[Record], key: Mapping[str, str], attributes: Attributes) -> Record:
        """From the components of the primary key, as text, and the attributes."""
        raise NotImplementedError

    def keys(self) -> dict[str, Key]:
        """An index that needs something which is None has no key, and so no entry for this item."""
        keys = {index: self._key(index_key) for index, index_key in self.KEYS.items()}
        return {index: key for index, key in keys.items() if key is not None}

    @classmethod
    def primary_key(cls, **components: Any) -> Key:
        index_key = cls.KEYS[PRIMARY]
        if components.keys() != set(index_key.names):
            raise InvalidKey(f"the key of {cls.__name__} is made of {', '.join(index_key.names) or 'nothing'}")
        for name, value in components.items():
            try:
                cls.DOMAINS[name].check(value)
            except InvalidValue as invalid:
                raise InvalidKey(f"{name}: {invalid}") from None
        return index_key.build(cls._as_text(components))

    @classmethod
    def parse_key(cls, index: str, key: Key) -> dict[str, str]:
        if index not in cls.KEYS:
            raise InvalidKey(f"{cls.__name__} is not in {index}")
        return cls.KEYS[index].parse(key, cls.DOMAINS)

    def to_item(self) -> Item:
        item = {name: serialize(value) for name, value in self.attributes().items()}
        for key in self.keys().values():
            for name, value in key.items():
                item[name] = serialize(value)
        return item

    @classmethod
    def from_item(cls: type[Record], item: Item) -> Record:
        attributes = Attributes(item)
        try:
            key = {name: attributes.required(name, text) for name in cls.KEYS[PRIMARY].attributes}
            record = cls.read(cls.parse_key(PRIMARY, key), attributes)
        except InvalidItem:
            raise
        except InvalidValue as invalid:
            raise InvalidItem(str(invalid)) from None
        # An attribute that is also a part of the key must agree with it.
        if record._key(cls.KEYS[PRIMARY]) != key:
            raise InvalidItem(f"the attributes belong to another key than {key}")
        return record

    def _key(self, index_key: IndexKey) -> Key | None:
        components = {name: getattr(self, name) for name in index_key.names}
        return None if None in components.values() else index_key.build(self._as_text(components))

    @classmethod
    def _as_text(cls, components: Mapping[str, Any]) -> dict[str, str]:
        return {name: cls.DOMAINS[name].format(value) for name, value in components.items()}
