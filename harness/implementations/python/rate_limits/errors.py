"""What this package refuses, and how it says so."""


class InvalidValue(ValueError):
    """A value that the table's design does not allow."""


class InvalidKey(InvalidValue):
    """A key that is none of the record type."""


class InvalidItem(InvalidValue):
    """A stored item that is no item of its record type."""


class ItemNotFound(LookupError):
    """There is no item with that key."""
