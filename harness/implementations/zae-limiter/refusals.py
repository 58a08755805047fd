"""What the library raises when it is given something it cannot take, as a refusal of the protocol."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Iterator

from botocore.exceptions import ClientError, ParamValidationError
from itemproof_adapter import Refusal
from zae_limiter import NamespaceNotFoundError, ValidationError

# TypeError, KeyError and AttributeError are how a Python function without checks of its own says no: a missing or
# unknown argument, a value without the method it needs. ParamValidationError is the SDK's no, before anything is sent.
LIBRARY_REFUSALS = (
    ValidationError,
    NamespaceNotFoundError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    ParamValidationError,
)


@contextmanager
def refusing(refusal_class: str) -> Iterator[None]:
    try:
        yield
    except LIBRARY_REFUSALS as error:
        raise Refusal(refusal_class, f"{type(error).__name__}: {error}") from error
    except ClientError as error:
        if not _is_refused_by_store(error):
            raise
        raise Refusal(refusal_class, str(error)) from error


def _is_refused_by_store(error: ClientError) -> bool:
    """The library leaves some checks to DynamoDB, such as the one for an empty key or for text that is no Unicode."""
    if error.response["Error"]["Code"] in ("ValidationException", "SerializationException"):
        return True
    return any(reason.get("Code") == "ValidationError" for reason in error.response.get("CancellationReasons", []))
