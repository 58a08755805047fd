package ratelimits

import (
	"reflect"
	"testing"
)

func TestWrites(t *testing.T) {
	each(t, "items", func(t *testing.T, of RecordType, v vector) {
		record, wrong := of.FromRecord(v.Record)
		if item, err := record.Item(); err != nil || wrong != nil || difference(v.Item, item) != "" {
			t.Errorf("item (%v, %v): %s", wrong, err, difference(v.Item, item))
		}
	})
}

func TestReads(t *testing.T) { each(t, "items", reads); each(t, "reads", reads) }

func reads(t *testing.T, of RecordType, v vector) {
	if v.Read == nil {
		v.Read = v.Record
	}
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
