module github.com/laut-nlp/laut/bench

go 1.26.0

replace github.com/laut-nlp/laut => ../

require (
	github.com/blevesearch/snowballstem v0.9.0
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/jdkato/prose/v2 v2.0.0
	github.com/jdkato/prose/v3 v3.2.3
	github.com/laut-nlp/laut v0.0.0
	github.com/neurosnap/sentences v1.1.2
	github.com/rivo/uniseg v0.4.7
)

require (
	github.com/deckarep/golang-set v1.7.1 // indirect
	github.com/mingrammer/commonregex v1.0.1 // indirect
	gonum.org/v1/gonum v0.7.0 // indirect
	gopkg.in/neurosnap/sentences.v1 v1.0.6 // indirect
)
