"""Reads requests and sends answers until bye, or until standard input ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any, BinaryIO

from .operations import OPERATIONS, MalformedRequest
from .streams import AnswerStream, waiting_lines
from .wire import decode_request, encode_answer, encode_error, salvage_id

Request = dict[str, Any]

# An answer that is ready must not wait long for slower ones of the same batch.
LONGEST_BATCH_SECONDS = 0.05
STORE_OPERATIONS = tuple(name for name, operation in OPERATIONS.items() if operation.reaches_store)


class Conversation:
    def __init__(self, answer: Callable[[Request], bytes], requests: BinaryIO, answers: BinaryIO, threads: int) -> None:
        self._answer = answer
        self._requests = requests
        self._answers = AnswerStream(answers)
        self._pool = ThreadPoolExecutor(threads, "itemproof-store") if threads > 0 else None

    def hold(self) -> None:
        bye_id = None
        for lines in waiting_lines(self._requests):
            bye_id = self._answer_batch(lines)
            if bye_id is not None:
                break
        if self._pool is not None:
            self._pool.shutdown(wait=True)
        if bye_id is not None:
            self._answers.send(encode_answer({"id": bye_id, "ok": {}}))

    def _answer_batch(self, lines: list[bytes]) -> int | None:
        """Returns the id of bye, if that was among the lines."""
        ready: list[bytes] = []
        started = monotonic()
        bye_id: int | None = None
        for line in lines:
            try:
                request = decode_request(line)
            except MalformedRequest as malformed:
                ready.extend(_answer_to_unreadable(line, malformed))
                continue
            operation = request.get("op")
            if operation == "bye":
                bye_id = request["id"]
                break
            if self._pool is not None and operation in STORE_OPERATIONS:
                self._pool.submit(self._answer_later, request)
                continue
            ready.append(self._answer(request))
            if monotonic() - started > LONGEST_BATCH_SECONDS:
                self._answers.send(b"".join(ready))
                ready.clear()
                started = monotonic()
        if ready:
            self._answers.send(b"".join(ready))
        return bye_id

    def _answer_later(self, request: Request) -> None:
        self._answers.send(self._answer(request))


def _answer_to_unreadable(line: bytes, malformed: MalformedRequest) -> list[bytes]:
    if not line.strip():
        return []
    request_id = salvage_id(line)
    if request_id is not None:
        return [encode_error(request_id, "internal", str(malformed))]
    print(f"itemproof_adapter: {malformed}: {line[:200]!r}", file=sys.stderr)
    return []
