"""Standard input and output, kept for the protocol alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from threading import Lock
from typing import BinaryIO

CHUNK_SIZE = 1 << 16


def claim_standard_streams() -> tuple[BinaryIO, BinaryIO]:
    """The real streams; from now on print() goes to standard error and input() finds the end of file."""
    requests = os.fdopen(os.dup(0), "rb", buffering=CHUNK_SIZE)
    answers = os.fdopen(os.dup(1), "wb", buffering=CHUNK_SIZE)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    # The file descriptors too: a C extension or a child process does not know sys.stdout.
    os.dup2(2, 1)
    sys.stdout.flush()
    sys.stdout = sys.stderr
    return requests, answers


def waiting_lines(stream: BinaryIO) -> Iterator[list[bytes]]:
    """Groups of complete lines, each as large as what is already there to be read."""
    unfinished = b""
    while chunk := stream.read1(CHUNK_SIZE):  # type: ignore[attr-defined]
        lines = (unfinished + chunk).split(b"\n")
        unfinished = lines.pop()
        if lines:
            yield lines
    if unfinished:
        yield [unfinished]


class AnswerStream:
    """Whole lines only, from whichever thread they come."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = Lock()

    def send(self, lines: bytes) -> None:
        with self._lock:
            self._stream.write(lines)
            self._stream.flush()
