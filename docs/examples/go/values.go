// Package ratelimits reads and writes three record types of a rate limiter's table, for the AWS SDK for Go v2.
package ratelimits

import (
	"fmt"
	"maps"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Item is what the client puts and gets.
type Item map[string]types.AttributeValue

// Keys has the key attributes of each index that a record is in.
type Keys map[string]Item

// Refused is what the table may not hold. Class says whether a record is wrong ("invalid-record") or an item
// ("invalid-item").
type Refused struct{ Class, Reason string }

func (r *Refused) Error() string { return r.Class + ": " + r.Reason }

// In Go, "$" without (?m) is the end of the text, and "\d" means ASCII digits.
var (
	namespacePattern = regexp.MustCompile(`^(?:[A-Za-z0-9_][A-Za-z0-9_\-]{10}|default|_)$`)
	entityPattern    = regexp.MustCompile(`^[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*$`)
	resourcePattern  = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9_.\-/:]*$`)
	anyText          = regexp.MustCompile(`(?s)^.+$`)
	integerPattern   = regexp.MustCompile(`^(?:0|-?[1-9][0-9]*)$`)
	keyAttribute     = regexp.MustCompile(`^(?:(?:GSI[1-4])?[PS]K|LSI[1-5]SK)$`)
)

// values are the members of a record or the attributes of an item, each taken once and checked. The first mistake is
// kept, so that it is looked at in one place.
type values struct {
	class string
	rest  map[string]any
	err   error
}

func ofRecord(record map[string]any) *values {
	v := &values{class: "invalid-record", rest: map[string]any{}}
	maps.Copy(v.rest, record)
	return v
}

func ofItem(item Item) *values {
	v := &values{class: "invalid-item", rest: map[string]any{}}
	for name, value := range item {
		v.rest[name] = plain(value)
	}
	return v
}

// number is the text of a number of an item.
type number string

// plain gives texts, maps and truth values of an item the types that encoding/json gives to those of a record.
func plain(value types.AttributeValue) any {
	switch value := value.(type) {
	case *types.AttributeValueMemberS:
		return value.Value
	case *types.AttributeValueMemberN:
		return number(value.Value)
	case *types.AttributeValueMemberBOOL:
		return value.Value
	case *types.AttributeValueMemberNULL:
		return nil
	case *types.AttributeValueMemberSS:
		return value.Value
	case *types.AttributeValueMemberM:
		members := map[string]any{}
		for name, member := range value.Value {
			members[name] = plain(member)
		}
		return members
	}
	return value
}

func (v *values) require(condition bool, format string, args ...any) {
	if !condition && v.err == nil {
		v.err = &Refused{v.class, fmt.Sprintf(format, args...)}
	}
}

func take[T any](v *values, name string, otherwise any) T {
	value, found := v.rest[name]
	if !found {
		value = otherwise
	}
	delete(v.rest, name)
	taken, ok := value.(T)
	v.require(ok, "%s: %v", name, value)
	return taken
}

func (v *values) text(name string, pattern *regexp.Regexp) string {
	text := take[string](v, name, nil)
	v.match(name, text, pattern, 256)
	return text
}

// match counts code points; len counts bytes.
func (v *values) match(name, text string, pattern *regexp.Regexp, longest int) {
	v.require(pattern.MatchString(text) && utf8.RuneCountInString(text) <= longest, "%s: %q", name, text)
}

func (v *values) timestamp(name string) string {
	text := v.text(name, anyText)
	// Parse also takes fractions of seconds that the layout does not have.
	parsed, err := time.Parse(time.RFC3339, text)
	v.require(err == nil && parsed.Year() > 0 && parsed.Format("2006-01-02T15:04:05Z") == text, "%s: %q", name, text)
	return text
}

func (v *values) int64(name, text string) int64 {
	// ParseInt alone takes "+1" and "007".
	v.match(name, text, integerPattern, 20)
	parsed, err := strconv.ParseInt(text, 10, 64)
	v.require(err == nil, "%s: %v", name, err)
	return parsed
}

// key gives what stands before and after the literal in the partition key of an item.
func (v *values) key(literal, sort string) (namespace, rest string) {
	partition := take[string](v, "PK", nil)
	namespace, rest, found := strings.Cut(partition, literal)
	v.require(found && take[string](v, "SK", nil) == sort, "another key: %s", partition)
	v.match("PK", namespace, namespacePattern, 11)
	return namespace, rest
}

func (v *values) nothingElse() error {
	for name := range v.rest {
		v.require(false, "unknown: %s", name)
	}
	return v.err
}

func text(value string) types.AttributeValue { return &types.AttributeValueMemberS{Value: value} }

func withKeys(keys Keys, attributes Item) Item {
	item := maps.Clone(attributes)
	for _, key := range keys {
		maps.Copy(item, key)
	}
	return item
}
