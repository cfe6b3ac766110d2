package laut

import (
	"context"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
)

// ReadContext is [Read] that ends when ctx does: see [Reader.ReadContext].
func ReadContext(ctx context.Context, text string) (*Article, error) {
	return new(Reader).ReadContext(ctx, text)
}

// ReadContext analyses a text as Read does. When ctx ends before, it stops within some
// hundredths of a second, however long the text, and returns the error of ctx; there is no
// other error. It leaves no goroutine behind.
func (r *Reader) ReadContext(ctx context.Context, text string) (*Article, error) {
	if len(text) <= longBytes {
		return r.readDocument(ctx, text)
	}
	d, err := extract.ParseContext(ctx, text)
	if err != nil {
		return nil, err
	}
	return r.readPieces(ctx, d, pieceBytes)
}

// readDocument reads a text at once.
func (r *Reader) readDocument(ctx context.Context, text string) (*Article, error) {
	d, err := extract.ParseContext(ctx, text)
	if err != nil {
		return nil, err
	}
	names := r.entities
	if names == nil {
		names = new(entities.Extractor)
	}
	es, err := names.ExtractContext(ctx, d)
	if err != nil {
		return nil, err
	}
	said := r.claims
	if said == nil {
		said = new(claims.Extractor)
	}
	cs, err := said.ExtractContext(ctx, d, es)
	if err != nil {
		return nil, err
	}
	return &Article{Document: d, Entities: es, Claims: cs}, nil
}
