package eval_test

import (
	"fmt"

	laut "github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/eval"
)

// What laut finds is compared with what a person has made of it: she says that Anna Meier
// denies it. Files that people have corrected are read by export.JSONLines and export.Brat.
func ExampleCompare() {
	text := "Die Stadt zahle nicht, sagte Bürgermeisterin Anna Meier in Bern."
	right := laut.Read(text)
	right.Claims[0].Stance = claims.Denies

	c, err := eval.Compare(laut.Read(text), right)
	if err != nil {
		panic(err)
	}
	for _, d := range c.Differences {
		fmt.Println(d)
	}
	fmt.Printf("found %.0f%%, named %.0f%%, stance right of %d in %d\n", 100*c.Found.F1(), 100*c.Named.F1(), c.Stance.N, c.Stance.Of)
	// Output:
	// 1:1: Die Stadt zahle nicht: stance: found asserts; right is denies
	// found 100%, named 100%, stance right of 0 in 1
}

func ExampleReport() {
	var report eval.Report
	for _, text := range []string{"Er komme, sagte Anna Meier.", "Lea Brunner schwieg in Bern."} {
		c, err := eval.Compare(laut.Read(text), laut.Read(text))
		if err != nil {
			panic(err)
		}
		report.Add(c.Counts)
	}
	fmt.Printf("%.0f claim found, %d names wrong\n", report.Found.Precise, report.Wrong.N)
	fmt.Printf("persons: %.0f of %.0f\n", report.Entities.Recalled, report.Entities.Gold)
	// Output:
	// 1 claim found, 0 names wrong
	// persons: 3 of 3
}
