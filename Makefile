# Short names for what is done often. Nothing here is needed to use laut.

.PHONY: bench ci generate test

# The figures of the README, as Markdown: laut beside its peers, then laut's stages.
bench:
	cd bench && go run ./cmd/table && go run ./cmd/stages

# The gate that a change has to pass.
ci:
	.ci/run

# The lexicon, the names and the models, from the corpora in ../shared.
generate:
	go generate ./...

test:
	go test -short ./...
