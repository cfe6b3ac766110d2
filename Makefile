# Short names for what is done often. Nothing here is needed to use laut.

.PHONY: bench ci fuzz generate test

# The figures of the README: laut beside its peers, then laut's stages.
bench:
	cd bench && go test -run 'Ends|Stems' -bench 'Tokens|Sentences|Everything|Stems' -benchtime 7x -v .
	cd bench && go test -run none -bench . -benchtime 7x -cpu 1 ./stages

# The gate that a change has to pass.
ci:
	.ci/run

# Fuzz targets in turn, all or some: make fuzz PKG=./entities FUZZ=FuzzTag FUZZTIME=30m
PKG = ./...
FUZZTIME = 1m
fuzz:
	for pkg in $$(go list $(PKG)); do for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz.*$(FUZZ)'); do \
		go test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$pkg || exit; \
	done; done

# The lexicon, the names and the models, from the corpora in ../shared.
generate:
	go generate ./...

test:
	go test -short ./...
