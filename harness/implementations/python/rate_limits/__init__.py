"""The rate limiter's table: one dataclass per record type, its keys and its items."""

from .audit_event import AuditEvent
from .bucket import Bucket
from .configs import EntityConfig, ResourceConfig, SystemConfig
from .entity_meta import EntityMeta
from .errors import InvalidItem, InvalidKey, InvalidValue, ItemNotFound
from .limits import BucketLimit, ConfiguredLimit
from .namespaces import NamespaceForward, NamespaceReverse
from .provisioner_state import ProvisionerState
from .registries import EntityConfigRegistry, ResourceRegistry
from .repository import RateLimitsRepository
from .table_item import TableItem
from .table_version import TableVersion
from .usage_snapshot import UsageSnapshot

__version__ = "1.0.0"

__all__ = [
    "AuditEvent",
    "Bucket",
    "BucketLimit",
    "ConfiguredLimit",
    "EntityConfig",
    "EntityConfigRegistry",
    "EntityMeta",
    "InvalidItem",
    "InvalidKey",
    "InvalidValue",
    "ItemNotFound",
    "NamespaceForward",
    "NamespaceReverse",
    "ProvisionerState",
    "RateLimitsRepository",
    "ResourceConfig",
    "ResourceRegistry",
    "SystemConfig",
    "TableItem",
    "TableVersion",
    "UsageSnapshot",
]
