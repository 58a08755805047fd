"""Key templates: from components to the text of a key, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .constraints import Component
from .errors import InvalidKey, InvalidValue

PRIMARY = "primary"
INDEX_ATTRIBUTES: dict[str, tuple[str, str]] = {
    PRIMARY: ("PK", "SK"),
    "gsi1": ("GSI1PK", "GSI1SK"),
    "gsi2": ("GSI2PK", "GSI2SK"),
    "gsi3": ("GSI3PK", "GSI3SK"),
    "gsi4": ("GSI4PK", "GSI4SK"),
}
# The table has them, but nothing is written to them yet.
LOCAL_INDEX_ATTRIBUTES = ("LSI1SK", "LSI2SK", "LSI3SK", "LSI4SK", "LSI5SK")
KEY_ATTRIBUTES = frozenset([*(name for pair in INDEX_ATTRIBUTES.values() for name in pair), *LOCAL_INDEX_ATTRIBUTES])

_PART = re.compile(r"\{([a-z_]+)\}|([^{}]+)")


class KeyTemplate:
    """Such as "{namespace_id}/ENTITY#{entity_id}"."""

    def __init__(self, template: str) -> None:
        self._template = template
        expression = ""
        names = []
        for part in _PART.finditer(template):
            name, literal = part.groups()
            if name is None:
                expression += re.escape(literal)
                continue
            names.append(name)
            following = template[part.end() : part.end() + 1]
            # A component ends at the first occurrence of the character that follows it.
            expression += f"([^{re.escape(following)}]*)" if following else "(.*)"
        self.names = tuple(names)
        self._expression = re.compile(expression, re.DOTALL)

    def build(self, components: Mapping[str, str]) -> str:
        return self._template.format_map(components)

    def parse(self, text: str) -> Iterable[tuple[str, str]]:
        found = self._expression.fullmatch(text)
        if not found:
            raise InvalidKey(f"{text!r} does not look like {self._template}")
        return zip(self.names, found.groups(), strict=True)


class IndexKey:
    """The templates of one index; without one for the sort key, only the partition key is written."""

    def __init__(self, index: str, partition: str, sort: str | None = None) -> None:
        templates = (partition,) if sort is None else (partition, sort)
        self._templates = {
            attribute: KeyTemplate(template)
            for attribute, template in zip(INDEX_ATTRIBUTES[index], templates, strict=False)
        }
        # In their order, each once.
        self.names = tuple(dict.fromkeys(name for template in self._templates.values() for name in template.names))
        self.attributes = tuple(self._templates)

    def build(self, components: Mapping[str, str]) -> dict[str, str]:
        return {attribute: template.build(components) for attribute, template in self._templates.items()}

    def parse(self, key: Mapping[str, str], domains: Mapping[str, Component]) -> dict[str, str]:
        """The components as text, each of them checked."""
        if key.keys() != self._templates.keys():
            raise InvalidKey(f"a key of this index has the attributes {', '.join(self._templates)}")
        components: dict[str, str] = {}
        for attribute, template in self._templates.items():
            for name, text in template.parse(key[attribute]):
                if components.setdefault(name, text) != text:
                    raise InvalidKey(f"{name} is both {components[name]!r} and {text!r}")
        for name, text in components.items():
            try:
                domains[name].parse(text)
            except InvalidValue as invalid:
                raise InvalidKey(f"{name}: {invalid}") from None
        return components
