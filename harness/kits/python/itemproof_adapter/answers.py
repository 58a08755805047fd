"""What a handler can raise instead of returning a result."""

REFUSAL_CLASSES = frozenset({"invalid-record", "invalid-key", "invalid-item", "not-found"})


class Refusal(Exception):
    """The implementation refuses the record, key or item, or there is no such item."""

    def __init__(self, refusal_class: str, message: str) -> None:
        if refusal_class not in REFUSAL_CLASSES:
            raise ValueError(f"{refusal_class!r} is no refusal; one of {', '.join(sorted(REFUSAL_CLASSES))}")
        super().__init__(f"{refusal_class}: {message}")
        self.refusal_class = refusal_class
        self.message = str(message)


class Unsupported(Exception):
    """The implementation has nothing that could do this."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = str(reason)
