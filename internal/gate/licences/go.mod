module github.com/laut-nlp/laut/internal/gate/licences

go 1.26.0

replace github.com/laut-nlp/laut => ../../../

require (
	github.com/google/licensecheck v0.3.1
	github.com/laut-nlp/laut v0.0.0
)

require github.com/google/go-cmp v0.7.0 // indirect
