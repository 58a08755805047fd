"""The Itemproof adapter protocol, version 1, for Python: register handlers and run()."""

from .adapter import Adapter
from .answers import Refusal, Unsupported
from .store import Store

__all__ = ["Adapter", "Refusal", "Store", "Unsupported"]
