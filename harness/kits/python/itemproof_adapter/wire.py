"""Lines of JSON, from bytes and to bytes."""

from __future__ import annotations

import json
import re
from typing import Any

from .operations import MalformedRequest


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


_decode = json.JSONDecoder(parse_constant=_refuse_constant).decode
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_encode_ascii = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode
_leading_id = re.compile(rb'\s*\{\s*"id"\s*:\s*([0-9]{1,15})\s*[,}]')


def decode_request(line: bytes) -> dict[str, Any]:
    """A JSON object with an integer `id`; nothing else is known of it."""
    try:
        request = _decode(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise MalformedRequest(f"the line is no readable JSON: {error}") from None
    if type(request) is not dict or type(request.get("id")) is not int:
        raise MalformedRequest("the line is no JSON object with an integer id")
    return request


def salvage_id(line: bytes) -> int | None:
    """The id of a line that could not be read, so that the error reaches the request it belongs to."""
    found = _leading_id.match(line)
    return int(found[1]) if found else None


def encode_answer(answer: dict[str, Any]) -> bytes:
    try:
        return _encode(answer).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # A lone surrogate has no UTF-8, but it has a JSON escape.
        return _encode_ascii(answer).encode("ascii") + b"\n"


def encode_error(request_id: int, error_class: str, message: str) -> bytes:
    return encode_answer({"id": request_id, "error": {"class": error_class, "message": message}})
