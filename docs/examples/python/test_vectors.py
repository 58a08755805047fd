import json
from decimal import Decimal
from pathlib import Path

import pytest
from rate_limits import TYPES, Refused

VECTORS = Path(__file__).parents[3] / "vectors" / "rate-limits"
MEANING = {"N": Decimal, "SS": sorted, "BS": sorted, "NS": lambda numbers: sorted(map(Decimal, numbers))}
MEANING |= {"L": lambda values: [*map(meaning, values)], "M": lambda values: {k: meaning(values[k]) for k in values}}


def meaning(value):
    ((kind, content),) = value.items()
    return kind, MEANING.get(kind, lambda same: same)(content)


def each(*kinds):
    files = [json.loads((VECTORS / name / f"{kind}.json").read_text("utf-8")) for name in TYPES for kind in kinds]
    cases = [(TYPES[f["record_type"]], v) for f in files for v in f["vectors"] if v.get("op") != "key.parse"]
    return pytest.mark.parametrize("of, vector", cases, ids=[vector["id"] for _, vector in cases])


@each("items")
def test_writes(of, vector):
    assert of.from_record(vector["record"]).keys() == vector["keys"]
    assert meaning({"M": of.from_record(vector["record"]).to_item()}) == meaning({"M": vector["item"]})


@each("items", "reads")
def test_reads(of, vector):
    assert of.from_item(vector["item"]) == of.from_record(vector.get("read", vector["record"]))


@each("refusals")
def test_refuses(of, vector):
    with pytest.raises(Refused) as refused:
        of.from_item(vector["item"]) if "item" in vector else of.from_record(vector["record"])
    assert refused.value.error_class == vector["error"]["class"]
