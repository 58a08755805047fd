package ratelimits

import (
	"encoding/json"
	"os"
	"testing"
)

type vector struct {
	ID, Op, Index string
	Record, Read  map[string]any
	Keys          Keys
	Key, Item     Item
	Entries       []vector
	Error         struct{ Class string }
}

// each checks every vector of a kind; not every record type has every kind.
func each(t *testing.T, kind string, check func(*testing.T, RecordType, vector)) {
	manifest := read[struct{ Files map[string]any }](t, "manifest.json")
	for name, of := range RecordTypes {
		if path := name + "/" + kind + ".json"; manifest.Files[path] != nil {
			for _, v := range read[struct{ Vectors []vector }](t, path).Vectors {
				if v.Op != "key.parse" {
					t.Run(v.ID, func(t *testing.T) { check(t, of, v) })
				}
			}
		}
	}
}

func read[T any](t *testing.T, path string) (content T) {
	text, err := os.ReadFile("../../../vectors/rate-limits/" + path)
	if err != nil || json.Unmarshal(text, &content) != nil {
		t.Fatalf("cannot read %s: %v", path, err)
	}
	return content
}
