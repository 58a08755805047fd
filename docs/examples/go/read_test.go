package ratelimits

import (
	"encoding/json"
	"os"
	"testing"
)

type vector struct {
	ID, Op       string
	Record, Read map[string]any
	Keys         Keys
	Item         Item
	Error        struct{ Class string }
}

func each(t *testing.T, kind string, check func(*testing.T, RecordType, vector)) {
	for name, of := range RecordTypes {
		var file struct{ Vectors []vector }
		text, err := os.ReadFile("../../../vectors/rate-limits/" + name + "/" + kind + ".json")
		if err != nil || json.Unmarshal(text, &file) != nil {
			t.Fatalf("cannot read the %s of %s: %v", kind, name, err)
		}
		for _, v := range file.Vectors {
			if v.Read == nil {
				v.Read = v.Record
			}
			if v.Op != "key.parse" {
				t.Run(v.ID, func(t *testing.T) { check(t, of, v) })
			}
		}
	}
}
