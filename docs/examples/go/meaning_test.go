package ratelimits

import (
	"math/big"
	"strings"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// UnmarshalJSON reads DynamoDB JSON.
func (i *Item) UnmarshalJSON(text []byte) (err error) {
	*i, err = attributevalue.UnmarshalMapJSON(text)
	return err
}

// difference compares items by meaning: numbers by value, sets without order. Unmarshalled, each type of DynamoDB has
// another type: a string is no Number, and the []string of a set no []any.
func difference(want, got Item) string {
	var values [2]map[string]any
	for index, item := range []Item{want, got} {
		numbers := func(options *attributevalue.DecoderOptions) { options.UseNumber = true }
		if err := attributevalue.UnmarshalMapWithOptions(item, &values[index], numbers); err != nil {
			return err.Error()
		}
	}
	return cmp.Diff(values[0], values[1], cmpopts.SortSlices(strings.Compare), cmp.Comparer(equal))
}

func equal(a, b attributevalue.Number) bool {
	x, _ := new(big.Rat).SetString(string(a))
	y, _ := new(big.Rat).SetString(string(b))
	return x.Cmp(y) == 0
}
