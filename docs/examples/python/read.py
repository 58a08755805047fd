import json
from pathlib import Path

import pytest
from rate_limits import TYPES

VECTORS = Path(__file__).parents[3] / "vectors" / "rate-limits"
FILES = json.loads((VECTORS / "manifest.json").read_text("utf-8"))["files"]


def each(*kinds):
    """The vectors of some kinds, each with its id; not every record type has every kind."""
    paths = [path for name in TYPES for kind in kinds if (path := f"{name}/{kind}.json") in FILES]
    files = [json.loads((VECTORS / path).read_text("utf-8")) for path in paths]
    cases = [(TYPES[f["record_type"]], v) for f in files for v in f["vectors"] if v.get("op") != "key.parse"]
    return pytest.mark.parametrize("of, vector", cases, ids=[vector["id"] for _, vector in cases])
