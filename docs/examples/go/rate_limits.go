package ratelimits

import (
	"strconv"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Record is a value of one of the record types.
type Record interface {
	Keys() Keys
	Item() (Item, error)
}

// EntityMeta is an entity, and its place under a parent. ParentID is nil for an entity without one, which is NULL in
// the table.
type EntityMeta struct {
	NamespaceID string            `dynamodbav:"-"`
	EntityID    string            `dynamodbav:"entity_id"`
	Name        string            `dynamodbav:"name"`
	ParentID    *string           `dynamodbav:"parent_id"`
	Cascade     bool              `dynamodbav:"cascade"`
	Metadata    map[string]string `dynamodbav:"metadata"`
	CreatedAt   string            `dynamodbav:"created_at"`
}

// EntityMetaFromRecord takes a record as encoding/json reads it.
func EntityMetaFromRecord(record map[string]any) (Record, error) {
	v := ofRecord(record)
	namespace := v.text("namespace_id", namespacePattern)
	// Who has no name is called by its id.
	if name, found := v.rest["name"]; !found || name == "" {
		v.rest["name"] = v.rest["entity_id"]
	}
	entity := readEntity(v, namespace)
	return entity, v.nothingElse()
}

// EntityMetaFromItem takes an item as the client returns it.
func EntityMetaFromItem(item Item) (Record, error) {
	v := ofItem(item)
	namespace, id := v.key("/ENTITY#", "#META")
	entity := readEntity(v, namespace)
	v.require(entity.EntityID == id, "entity_id is another one than in the key")
	return entity, v.err
}

func readEntity(v *values, namespace string) EntityMeta {
	entity := EntityMeta{
		NamespaceID: namespace,
		EntityID:    v.text("entity_id", entityPattern),
		Name:        v.text("name", anyText),
		Cascade:     take[bool](v, "cascade", false),
		Metadata:    map[string]string{},
		CreatedAt:   v.timestamp("created_at"),
	}
	if v.rest["parent_id"] != nil {
		parent := v.text("parent_id", entityPattern)
		entity.ParentID = &parent
	}
	delete(v.rest, "parent_id")
	for name, value := range take[map[string]any](v, "metadata", map[string]any{}) {
		text, ok := value.(string)
		v.require(ok, "metadata %s: %v", name, value)
		entity.Metadata[name] = text
	}
	return entity
}

func (e EntityMeta) Keys() Keys {
	entity := e.NamespaceID + "/ENTITY#" + e.EntityID
	keys := Keys{
		"primary": {"PK": text(entity), "SK": text("#META")},
		"gsi4":    {"GSI4PK": text(e.NamespaceID), "GSI4SK": text(entity)},
	}
	if e.ParentID != nil {
		parent := e.NamespaceID + "/PARENT#" + *e.ParentID
		keys["gsi1"] = Item{"GSI1PK": text(parent), "GSI1SK": text("CHILD#" + e.EntityID)}
	}
	return keys
}

func (e EntityMeta) Item() (Item, error) {
	item, err := attributevalue.MarshalMap(e)
	return withKeys(e.Keys(), item), err
}

// ResourceRegistry says which resources have limits. DynamoDB has no empty set, so the attribute goes with its last
// member.
type ResourceRegistry struct {
	NamespaceID string
	Resources   map[string]struct{}
}

// ResourceRegistryFromRecord takes a record as encoding/json reads it.
func ResourceRegistryFromRecord(record map[string]any) (Record, error) {
	v := ofRecord(record)
	registry := ResourceRegistry{v.text("namespace_id", namespacePattern), map[string]struct{}{}}
	members := take[[]any](v, "resources", []any{})
	for _, member := range members {
		resource, _ := member.(string)
		registry.add(v, resource)
	}
	v.require(len(registry.Resources) == len(members), "resources: one of them twice")
	return registry, v.nothingElse()
}

// ResourceRegistryFromItem takes an item as the client returns it.
func ResourceRegistryFromItem(item Item) (Record, error) {
	v := ofItem(item)
	namespace, rest := v.key("/SYSTEM#", "#RESOURCES")
	v.require(rest == "", "more in the key: %s", rest)
	registry := ResourceRegistry{namespace, map[string]struct{}{}}
	for _, resource := range take[[]string](v, "resources", []string{}) {
		registry.add(v, resource)
	}
	return registry, v.err
}

func (r ResourceRegistry) add(v *values, resource string) {
	v.match("resources", resource, resourcePattern, 64)
	r.Resources[resource] = struct{}{}
}

func (r ResourceRegistry) Keys() Keys { return registryKeys(r.NamespaceID, "#RESOURCES") }

func (r ResourceRegistry) Item() (Item, error) {
	set := &types.AttributeValueMemberSS{}
	for resource := range r.Resources {
		set.Value = append(set.Value, resource)
	}
	if len(set.Value) == 0 {
		return withKeys(r.Keys(), Item{}), nil
	}
	return withKeys(r.Keys(), Item{"resources": set}), nil
}

// EntityConfigRegistry counts the entities that have limits of their own on a resource. The name of the attribute is
// the resource.
type EntityConfigRegistry struct {
	NamespaceID string
	Counts      map[string]int64
}

// EntityConfigRegistryFromRecord takes a record as encoding/json reads it.
func EntityConfigRegistryFromRecord(record map[string]any) (Record, error) {
	v := ofRecord(record)
	registry := EntityConfigRegistry{v.text("namespace_id", namespacePattern), map[string]int64{}}
	for name, count := range take[map[string]any](v, "{config_resource}", map[string]any{}) {
		v.require(isCounter(name), "no resource: %s", name)
		digits, _ := count.(string)
		registry.Counts[name] = v.int64(name, digits)
	}
	return registry, v.nothingElse()
}

// EntityConfigRegistryFromItem takes an item as the client returns it.
func EntityConfigRegistryFromItem(item Item) (Record, error) {
	v := ofItem(item)
	namespace, rest := v.key("/SYSTEM#", "#ENTITY_CONFIG_RESOURCES")
	v.require(rest == "", "more in the key: %s", rest)
	registry := EntityConfigRegistry{namespace, map[string]int64{}}
	for name := range v.rest {
		if isCounter(name) {
			registry.Counts[name] = v.int64(name, string(take[number](v, name, nil)))
		}
	}
	return registry, v.err
}

func (r EntityConfigRegistry) Keys() Keys {
	return registryKeys(r.NamespaceID, "#ENTITY_CONFIG_RESOURCES")
}

func (r EntityConfigRegistry) Item() (Item, error) {
	item := Item{}
	for name, count := range r.Counts {
		item[name] = &types.AttributeValueMemberN{Value: strconv.FormatInt(count, 10)}
	}
	return withKeys(r.Keys(), item), nil
}

func registryKeys(namespace, sort string) Keys {
	partition := namespace + "/SYSTEM#"
	return Keys{
		"primary": {"PK": text(partition), "SK": text(sort)},
		"gsi4":    {"GSI4PK": text(namespace), "GSI4SK": text(partition)},
	}
}

func isCounter(name string) bool {
	isResource := name == "_default_" || resourcePattern.MatchString(name)
	return isResource && utf8.RuneCountInString(name) <= 64 && !keyAttribute.MatchString(name)
}

// RecordType reads records and items of one type.
type RecordType struct {
	FromRecord func(map[string]any) (Record, error)
	FromItem   func(Item) (Record, error)
}

// RecordTypes are all record types by their names in the schema.
var RecordTypes = map[string]RecordType{
	"entity_meta":            {EntityMetaFromRecord, EntityMetaFromItem},
	"resource_registry":      {ResourceRegistryFromRecord, ResourceRegistryFromItem},
	"entity_config_registry": {EntityConfigRegistryFromRecord, EntityConfigRegistryFromItem},
}
