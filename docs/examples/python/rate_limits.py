"""Three record types of a rate limiter's table, for boto3's low-level client."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer

NAMESPACE = r"[A-Za-z0-9_][A-Za-z0-9_\-]{10}|default|_"
ENTITY = r"[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*"
RESOURCE = r"[a-zA-Z][a-zA-Z0-9_.\-/:]*"
ANY = r"(?s:.+)"
KEY_ATTRIBUTE = r"(GSI[1-4])?[PS]K|LSI[1-5]SK"
REQUIRED = object()

Item = dict[str, dict[str, Any]]
Keys = dict[str, Item]


class Refused(ValueError):
    """What the table may not hold; `error_class` says whether a record is wrong or an item."""

    def __init__(self, error_class: str, message: str) -> None:
        super().__init__(message)
        self.error_class = error_class


class Values:
    """The members of a record, or the attributes of an item, each taken once and checked."""

    def __init__(self, error_class: str, values: dict[str, Any]) -> None:
        self.error_class = error_class
        self.rest = dict(values)

    @staticmethod
    def of_item(item: Item) -> Values:
        read = TypeDeserializer().deserialize
        return Values("invalid-item", {name: read(value) for name, value in item.items()})

    def require(self, condition: bool, what: str) -> None:
        if not condition:
            raise Refused(self.error_class, what)

    def take(self, name: str, kind: type | tuple[type, ...], default: Any = REQUIRED) -> Any:
        value = self.rest.pop(name, default)
        self.require(isinstance(value, kind), f"{name}: {value!r}")
        return value

    def matching(self, name: str, value: Any, pattern: str, longest: int) -> str:
        # Not re.match with "$", which lets a line feed through. Python counts code points, as the contract does.
        fits = isinstance(value, str) and re.fullmatch(pattern, value) is not None and len(value) <= longest
        self.require(fits, f"{name}: {value!r}")
        return value

    def text(self, name: str, pattern: str = ANY, longest: int = 256) -> str:
        return self.matching(name, self.take(name, str), pattern, longest)

    def timestamp(self, name: str) -> str:
        value = self.text(name, r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
        try:
            datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")
        except ValueError as error:
            raise Refused(self.error_class, f"{name}: {error}") from None
        return value

    def key(self, partition: str, sort: str) -> tuple[str, ...]:
        """The components of the primary key, which `partition` and `sort` name as groups."""
        values = self.take("PK", str), self.take("SK", str)
        found = re.fullmatch(partition, values[0])
        self.require(found is not None and values[1] == sort, f"another key: {values}")
        return found.groups()

    def nothing_else(self) -> None:
        self.require(not self.rest, f"unknown: {', '.join(self.rest)}")


def key_of(**attributes: str) -> Item:
    return {name: {"S": text} for name, text in attributes.items()}


def write(keys: Keys, attributes: dict[str, Any]) -> Item:
    item = {name: TypeSerializer().serialize(value) for name, value in attributes.items()}
    return {name: value for key in keys.values() for name, value in key.items()} | item


@dataclass(frozen=True)
class EntityMeta:
    namespace_id: str
    entity_id: str
    name: str
    parent_id: str | None
    cascade: bool
    metadata: dict[str, str]
    created_at: str

    @staticmethod
    def from_record(record: dict[str, Any]) -> EntityMeta:
        values = Values("invalid-record", record)
        namespace = values.text("namespace_id", NAMESPACE)
        values.rest["name"] = values.take("name", str, "") or values.rest.get("entity_id")
        entity = EntityMeta._read(values, namespace)
        values.nothing_else()
        return entity

    @staticmethod
    def from_item(item: Item) -> EntityMeta:
        values = Values.of_item(item)
        namespace, entity_id = values.key(f"({NAMESPACE})/ENTITY#({ENTITY})", "#META")
        entity = EntityMeta._read(values, namespace)
        values.require(entity.entity_id == entity_id, "entity_id is another one than in the key")
        return entity

    @staticmethod
    def _read(values: Values, namespace: str) -> EntityMeta:
        entity_id, name = values.text("entity_id", ENTITY), values.text("name")
        parent_id = values.take("parent_id", (str, type(None)), None)
        if parent_id is not None:
            values.matching("parent_id", parent_id, ENTITY, 256)
        cascade = values.take("cascade", bool, False)
        metadata = values.take("metadata", dict, {})
        values.require(all(isinstance(value, str) for value in metadata.values()), "metadata: other than text")
        return EntityMeta(namespace, entity_id, name, parent_id, cascade, metadata, values.timestamp("created_at"))

    def keys(self) -> Keys:
        namespace, entity = self.namespace_id, f"{self.namespace_id}/ENTITY#{self.entity_id}"
        keys = {"primary": key_of(PK=entity, SK="#META"), "gsi4": key_of(GSI4PK=namespace, GSI4SK=entity)}
        if self.parent_id is not None:
            parent, child = f"{namespace}/PARENT#{self.parent_id}", f"CHILD#{self.entity_id}"
            keys["gsi1"] = key_of(GSI1PK=parent, GSI1SK=child)
        return keys

    def to_item(self) -> Item:
        names = ("entity_id", "name", "parent_id", "cascade", "metadata", "created_at")
        return write(self.keys(), {name: getattr(self, name) for name in names})


@dataclass(frozen=True)
class ResourceRegistry:
    """Which resources have limits. DynamoDB has no empty set, so the attribute goes with its last member."""

    namespace_id: str
    resources: frozenset[str]

    @staticmethod
    def from_record(record: dict[str, Any]) -> ResourceRegistry:
        values = Values("invalid-record", record)
        namespace, members = values.text("namespace_id", NAMESPACE), values.take("resources", list, [])
        resources = frozenset(values.matching("resources", each, RESOURCE, 64) for each in members)
        values.require(len(resources) == len(members), "resources: one of them twice")
        values.nothing_else()
        return ResourceRegistry(namespace, resources)

    @staticmethod
    def from_item(item: Item) -> ResourceRegistry:
        values = Values.of_item(item)
        (namespace,) = values.key(f"({NAMESPACE})/SYSTEM#", "#RESOURCES")
        members = values.take("resources", set, set())
        return ResourceRegistry(namespace, frozenset(values.matching("resources", m, RESOURCE, 64) for m in members))

    def keys(self) -> Keys:
        return registry_keys(self.namespace_id, "#RESOURCES")

    def to_item(self) -> Item:
        return write(self.keys(), {"resources": set(self.resources)} if self.resources else {})


@dataclass(frozen=True)
class EntityConfigRegistry:
    """How many entities have limits of their own on a resource. The name of the attribute is the resource."""

    namespace_id: str
    counts: dict[str, int]

    @staticmethod
    def from_record(record: dict[str, Any]) -> EntityConfigRegistry:
        values = Values("invalid-record", record)
        namespace, counts = values.text("namespace_id", NAMESPACE), values.take("{config_resource}", dict, {})
        values.nothing_else()
        for name, count in counts.items():
            values.require(is_counter(name), f"no resource: {name}")
            # Not int() alone, which takes "1_0", " 1" and "+1".
            values.matching(name, count, "0|-?[1-9][0-9]*", 20)
        return EntityConfigRegistry(namespace, {name: int64(values, int(count)) for name, count in counts.items()})

    @staticmethod
    def from_item(item: Item) -> EntityConfigRegistry:
        values = Values.of_item(item)
        (namespace,) = values.key(f"({NAMESPACE})/SYSTEM#", "#ENTITY_CONFIG_RESOURCES")
        names = [name for name in values.rest if is_counter(name)]
        counts = {name: int64(values, values.take(name, Decimal)) for name in names}
        return EntityConfigRegistry(namespace, counts)

    def keys(self) -> Keys:
        return registry_keys(self.namespace_id, "#ENTITY_CONFIG_RESOURCES")

    def to_item(self) -> Item:
        return write(self.keys(), self.counts)


def registry_keys(namespace: str, sort: str) -> Keys:
    partition = f"{namespace}/SYSTEM#"
    return {"primary": key_of(PK=partition, SK=sort), "gsi4": key_of(GSI4PK=namespace, GSI4SK=partition)}


def is_counter(name: str) -> bool:
    fits = re.fullmatch(f"{RESOURCE}|_default_", name) is not None and len(name) <= 64
    return fits and re.fullmatch(KEY_ATTRIBUTE, name) is None


def int64(values: Values, number: int | Decimal) -> int:
    values.require(number == int(number) and -(2**63) <= number < 2**63, f"no 64-bit integer: {number}")
    return int(number)


TYPES = {"entity_meta": EntityMeta, "resource_registry": ResourceRegistry, "entity_config_registry": EntityConfigRegistry}
