"""Reads items with boto3 and writes them again, as its resource does it.

Standard input: one JSON object a line, {"id": …, "item": {…}}, items in DynamoDB JSON with bytes as base64.
Standard output: one line for each, {"id": …, "item": {…}} with what is written, or {"id": …, "error": "…"}.
"""

import base64
import json
import sys

from boto3.dynamodb.types import TypeDeserializer, TypeSerializer


def to_boto3(value):
    """What botocore makes of a value on the wire: bytes instead of base64."""
    ((tag, inner),) = value.items()
    if tag == "B":
        return {tag: base64.b64decode(inner, validate=True)}
    if tag == "BS":
        return {tag: [base64.b64decode(each, validate=True) for each in inner]}
    if tag == "L":
        return {tag: [to_boto3(each) for each in inner]}
    if tag == "M":
        return {tag: {name: to_boto3(each) for name, each in inner.items()}}
    return value


def from_boto3(value):
    """What botocore puts on the wire."""
    ((tag, inner),) = value.items()
    if tag == "B":
        return {tag: base64.b64encode(bytes(inner)).decode("ascii")}
    if tag == "BS":
        return {tag: [base64.b64encode(bytes(each)).decode("ascii") for each in inner]}
    if tag == "L":
        return {tag: [from_boto3(each) for each in inner]}
    if tag == "M":
        return {tag: {name: from_boto3(each) for name, each in inner.items()}}
    return value


def round_trip(item):
    deserializer, serializer = TypeDeserializer(), TypeSerializer()
    values = {name: deserializer.deserialize(to_boto3(value)) for name, value in item.items()}
    return {name: from_boto3(serializer.serialize(value)) for name, value in values.items()}


for line in sys.stdin.buffer:
    case = json.loads(line)
    try:
        answer = {"id": case["id"], "item": round_trip(case["item"])}
    except Exception as error:  # Whatever boto3 cannot hold is a finding.
        answer = {"id": case["id"], "error": f"{type(error).__name__}: {error}"}
    sys.stdout.write(json.dumps(answer) + "\n")
