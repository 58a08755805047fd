"""The conversation with Itemproof: registration, hello, requests, bye."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from .answers import Refusal, Unsupported
from .conversation import Conversation
from .operations import OPERATIONS, MalformedRequest
from .store import Store
from .streams import claim_standard_streams
from .wire import encode_answer, encode_error

PROTOCOL_VERSION = 1

Handler = TypeVar("Handler", bound=Callable[..., Any])


class Adapter:
    def __init__(
        self,
        *,
        implementation: str,
        language: str = "python",
        version: str,
        capabilities: Mapping[str, bool | Sequence[str]] | None = None,
        window: int | None = None,
        generated: Mapping[str, Sequence[str]] | None = None,
        not_read: Mapping[str, Sequence[str]] | None = None,
        schema_digest: str | None = None,
        threads: int = 4,
    ) -> None:
        """`capabilities` lists what is supported, by operation: True for every record type, or the record types.
        Left out, it is every operation that has a handler. `threads` run item.put and item.get; 0 for a library that
        must stay on one thread.
        """
        python = ".".join(map(str, sys.version_info[:3]))
        self._introduction: dict[str, Any] = {
            "implementation": implementation,
            "language": language,
            "version": version,
            "runtime": f"{sys.implementation.name} {python}",
        }
        self._capabilities = None if capabilities is None else _checked(capabilities)
        optional = {"window": window, "schema_digest": schema_digest, "generated": generated, "not_read": not_read}
        self._optional = {name: value for name, value in optional.items() if value is not None}
        self._threads = threads
        self._handlers: dict[str, Callable[..., Any]] = {}
        self._hello_handler: Callable[[Store | None, str, dict[str, Any]], None] | None = None

    def on(self, operation: str) -> Callable[[Handler], Handler]:
        """Decorator: registers what answers an operation."""
        if operation not in OPERATIONS:
            raise ValueError(f"{operation!r} is no operation; one of {', '.join(OPERATIONS)}")

        def register(handler: Handler) -> Handler:
            self._handlers[operation] = handler
            return handler

        return register

    def on_hello(self, handler: Handler) -> Handler:
        """Decorator: registers what is told the store (or None), the instant and the schema, before anything else."""
        self._hello_handler = handler
        return handler

    def run(self) -> None:
        """Answers requests until bye, or until standard input ends. Standard output belongs to it from now on."""
        requests, answers = claim_standard_streams()
        Conversation(self.answer, requests, answers, self._threads).hold()

    def answer(self, request: dict[str, Any]) -> bytes:
        """The line that answers one request; whatever the handler raises is part of it."""
        request_id = request["id"]
        try:
            return encode_answer({"id": request_id, "ok": self._perform(request)})
        except Refusal as refusal:
            return encode_error(request_id, refusal.refusal_class, refusal.message)
        except Unsupported as unsupported:
            return encode_answer({"id": request_id, "unsupported": unsupported.reason})
        except MalformedRequest as malformed:
            return encode_error(request_id, "internal", str(malformed))
        except (Exception, SystemExit) as error:
            print(traceback.format_exc(), end="", file=sys.stderr, flush=True)
            return encode_error(request_id, "internal", f"{type(error).__name__}: {error}")

    def _perform(self, request: dict[str, Any]) -> dict[str, Any]:
        name = request.get("op")
        if name == "hello":
            return self._greet(request)
        if not isinstance(name, str) or name not in OPERATIONS:
            raise MalformedRequest(f"{name!r} is no operation of protocol {PROTOCOL_VERSION}")
        operation = OPERATIONS[name]
        handler = self._handlers.get(name)
        if handler is None:
            raise Unsupported(f"the adapter has no {name}")
        return operation.wrap(handler(*operation.arguments(request)))

    def _greet(self, request: dict[str, Any]) -> dict[str, Any]:
        if request.get("protocol") != PROTOCOL_VERSION:
            raise MalformedRequest(f"the adapter speaks protocol {PROTOCOL_VERSION} only")
        if self._hello_handler is not None:
            store = request.get("store")
            self._hello_handler(None if store is None else Store.from_message(store), request["now"], request["schema"])
        capabilities = self._capabilities
        if capabilities is None:
            capabilities = dict.fromkeys(self._handlers, True)
        return {**self._introduction, "capabilities": capabilities, **self._optional}


def _checked(capabilities: Mapping[str, bool | Sequence[str]]) -> dict[str, bool | list[str]]:
    """Mistakes in what is declared are told where they are made, not in the answer to hello."""
    for operation, support in capabilities.items():
        if operation not in OPERATIONS:
            raise ValueError(f"{operation!r} is no operation; one of {', '.join(OPERATIONS)}")
        if support is not True and (isinstance(support, (str, bool)) or not all(isinstance(s, str) for s in support)):
            raise ValueError(f"{operation}: True for every record type, or a list of record types, not {support!r}")
    return {name: True if support is True else list(support) for name, support in capabilities.items()}
