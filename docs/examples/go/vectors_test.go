package ratelimits

import (
	"reflect"
	"testing"
)

func TestWrites(t *testing.T) {
	each(t, "items", func(t *testing.T, of RecordType, v vector) {
		record, err := of.FromRecord(v.Record)
		if err != nil || !reflect.DeepEqual(record.Keys(), v.Keys) {
			t.Fatalf("keys of %v (%v), want %v", record, err, v.Keys)
		}
		if item, err := record.Item(); err != nil || difference(v.Item, item) != "" {
			t.Errorf("item (%v): %s", err, difference(v.Item, item))
		}
	})
}

func TestReads(t *testing.T) { each(t, "items", reads); each(t, "reads", reads) }

func reads(t *testing.T, of RecordType, v vector) {
	want, wrong := of.FromRecord(v.Read)
	if got, err := of.FromItem(v.Item); err != nil || wrong != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("read %v (%v), want %v (%v)", got, err, want, wrong)
	}
}

func TestRefuses(t *testing.T) {
	each(t, "refusals", func(t *testing.T, of RecordType, v vector) {
		_, err := of.FromRecord(v.Record)
		if v.Op == "item.decode" {
			_, err = of.FromItem(v.Item)
		}
		if refused, ok := err.(*Refused); !ok || refused.Class != v.Error.Class {
			t.Errorf("%v, want %s", err, v.Error.Class)
		}
	})
}
