package ratelimits

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

func TestKeys(t *testing.T) { each(t, "items", keys); each(t, "keys", keys) }

func keys(t *testing.T, of RecordType, v vector) {
	if record, err := of.FromRecord(v.Record); err != nil || !reflect.DeepEqual(record.Keys(), v.Keys) {
		t.Errorf("keys of %v (%v), want %v", record, err, v.Keys)
	}
}

func TestOrder(t *testing.T) {
	each(t, "order", func(t *testing.T, of RecordType, v vector) {
		var want []string
		for _, entry := range v.Entries {
			record, err := of.FromRecord(entry.Record)
			if err != nil || !reflect.DeepEqual(record.Keys()[v.Index], entry.Key) {
				t.Fatalf("key of %v (%v), want %v", record, err, entry.Key)
			}
			sortKey := entry.Key[strings.ToUpper(v.Index)+"SK"]
			want = append(want, sortKey.(*types.AttributeValueMemberS).Value)
		}
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.Sort(got) // By bytes, as DynamoDB sorts text.
		if !slices.Equal(got, want) {
			t.Errorf("sorted: %q, want %q", got, want)
		}
	})
}
