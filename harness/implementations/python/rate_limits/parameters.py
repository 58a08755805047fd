"""The values that keys and attributes of the table are made of, by name."""

from .constraints import Boolean, Integer, Text

NAMESPACE_ID = Text(r"[A-Za-z0-9_][A-Za-z0-9_\-]{10}|default|_")
NAMESPACE_NAME = Text(max_length=128, reserved=["_"])
ENTITY_ID = Text(r"[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*", max_length=256)
AUDITED_ID = Text(r"[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*|\$SYSTEM|\$RESOURCE:[a-zA-Z][a-zA-Z0-9_.\-/:]*", max_length=256)
PRINCIPAL = Text(r"[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*|arn:[ -~]+", max_length=256)
RESOURCE = Text(r"[a-zA-Z][a-zA-Z0-9_.\-/:]*", max_length=64)
# "_default_" stands for every resource of the entity that has no configuration of its own.
CONFIG_RESOURCE = Text(r"[a-zA-Z][a-zA-Z0-9_.\-/:]*|_default_", max_length=64)
LIMIT = Text(r"[a-zA-Z][a-zA-Z0-9_.\-]*", max_length=64)
# The limiter reserves write capacity for itself under the name "wcu"; nobody may configure it.
WCU = "wcu"
CUSTOM_LIMIT = LIMIT.excluding([WCU])
EVENT_ID = Text(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
NON_EMPTY_TEXT = Text()
ANY_TEXT = Text(min_length=0)

INT32_MAX = 2**31 - 1
INT64_MAX = 2**63 - 1
SHARD_ID = Integer(0, INT32_MAX)
SHARD_COUNT = Integer(1, INT32_MAX)
INT64 = Integer(-(2**63), INT64_MAX)
POSITIVE = Integer(1, INT64_MAX)
COUNT = Integer(0, INT64_MAX)
CONFIG_VERSION = Integer(1, 1)
BOOLEAN = Boolean()
