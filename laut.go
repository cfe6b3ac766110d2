package laut

import (
	"bytes"
	"context"
	"errors"
	"iter"

	"github.com/laut-nlp/laut/claims"
	"github.com/laut-nlp/laut/entities"
	"github.com/laut-nlp/laut/extract"
	"github.com/laut-nlp/laut/internal/inorder"
	"github.com/laut-nlp/laut/internal/offsets"
	"github.com/laut-nlp/laut/internal/record"
)

// Read analyses a text, as a [Reader] without options does: by [entities.Extract] and
// [claims.Extract]. It never fails; time and memory are linear in the text.
//
// The text must be in UTF-8; what is not stays as it is, and few words that have it are
// known. The command and package web decode what is in UTF-16, UTF-32 or Windows-1252, and
// package webpage web pages in any encoding.
//
// A text of more than 512 KiB is no article. It is read in pieces, two at once, which
// end where a paragraph does: a pronoun or a name that is short for another finds what it
// means in its own piece only, and entities of one name are one.
func Read(text string) *Article { return new(Reader).Read(text) }

// Reader reads texts with settings of the user's choice. It is immutable and safe for
// concurrent use: make one and share it. The zero Reader is that of New without options.
type Reader struct {
	entities *entities.Extractor // nil: that of entities.Extract
	claims   *claims.Extractor   // nil: that of claims.Extract
}

// Option is a setting of a [Reader], made by functions such as [WithClaims].
type Option func(*Reader) error

// New returns a reader. Without options it is that of [Read]. Its error joins
// ([errors.Join]) what all options have to say.
func New(options ...Option) (*Reader, error) {
	r := &Reader{}
	var errs []error
	for _, o := range options {
		errs = append(errs, o(r))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return r, nil
}

// WithClaims sets the extractor of claims, such as one with another [claims.WithMinScore].
// It is an error if x is nil.
func WithClaims(x *claims.Extractor) Option {
	return func(r *Reader) error {
		if x == nil {
			return errors.New("laut: the extractor of claims is nil")
		}
		r.claims = x
		return nil
	}
}

// WithEntities sets the extractor of entities, such as one that knows names of the user's
// own. It is an error if x is nil.
func WithEntities(x *entities.Extractor) Option {
	return func(r *Reader) error {
		if x == nil {
			return errors.New("laut: the extractor of entities is nil")
		}
		r.entities = x
		return nil
	}
}

// Read analyses a text. It never fails; time and memory are linear in the text.
func (r *Reader) Read(text string) *Article {
	a, _ := r.ReadContext(context.Background(), text) // which does not end
	return a
}

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

// MarshalJSON writes the article as the command does with -format jsonl, with an empty id
// and without tokens: numbers of entities and claims count from 0 there, and nobody is -1.
// It is an error if the article is not valid ([Article.Validate]). Package export's
// JSONLines writes ids, tokens and other offsets too. Gender, number and roles of entities
// are not in it. A struct keeps its own keys beside an article's if the article is a named
// field of it, not an embedded one; and a [claims.Claim] alone is written as Go writes a
// struct, with numbers from 1.
func (a Article) MarshalJSON() ([]byte, error) {
	if err := a.Validate(); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := record.Write(&b, []byte(`""`), record.Article(a), offsets.Bytes, false)
	return bytes.TrimSpace(b.Bytes()), err
}

// UnmarshalJSON reads what MarshalJSON and the command wrote, with offsets in bytes, also
// after a person has corrected it. The id is left out; package export's JSONLines reads it,
// and tells what else is read. The error names the first thing that is wrong.
func (a *Article) UnmarshalJSON(data []byte) error {
	r, err := record.Parse(data)
	if err != nil {
		return err
	}
	read, err := r.Article(offsets.Bytes)
	if err != nil {
		return err
	}
	*a = Article(read)
	return nil
}

// Result is an element that [ReadAll] was given, such as a file's name with its text, and
// what was found in its text.
type Result[T any] struct {
	Item    T
	Article *Article // nil where there is an error
}

// ReadAll reads many articles, several at once, and yields them in the order of items. text
// returns what is to be read of an item; workers is how many are read at once, 0 or less for
// [runtime.GOMAXPROCS]. r may be nil, which is the reader of [New] without options.
//
//	archive := new(extract.Stream).Articles(file)
//	textOf := func(a extract.StreamArticle) string { return a.Text }
//	for result, err := range laut.ReadAll(ctx, reader, archive, textOf, 0) {
//		…
//	}
//
// An error that comes with an item is yielded in its place, with the item as it is: the text
// is not read, and what follows is. So a broken line costs that line. Where ctx ends, its
// error is yielded, and is the last element.
//
// At most four articles a worker are held at once, whatever the number of items, also when
// one takes long or the loop does. Each is yielded as soon as it and those before it have
// been read. items is run in a goroutine of its own, and text in several at once. When the
// loop ends, all of them have: it waits for what the source is doing, and readings that are
// under way are cancelled. A panic of items or text goes on in the loop.
func ReadAll[T any](ctx context.Context, r *Reader, items iter.Seq2[T, error], text func(T) string, workers int) iter.Seq2[Result[T], error] {
	if r == nil {
		r = new(Reader)
	}
	read := func(ctx context.Context, p pair[T]) pair[Result[T]] {
		if p.err != nil {
			return pair[Result[T]]{Result[T]{Item: p.value}, p.err}
		}
		a, err := r.ReadContext(ctx, text(p.value))
		return pair[Result[T]]{Result[T]{p.value, a}, err}
	}
	return func(yield func(Result[T], error) bool) {
		for p := range inorder.Map(ctx, pairs(items), workers, read) {
			if ctx.Err() != nil {
				break
			}
			if !yield(p.value, p.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(Result[T]{}, err)
		}
	}
}

// pair is an element of an iter.Seq2 with an error.
type pair[T any] struct {
	value T
	err   error
}

// pairs yields the elements of seq, each as one value.
func pairs[T any](seq iter.Seq2[T, error]) iter.Seq[pair[T]] {
	return func(yield func(pair[T]) bool) {
		for v, err := range seq {
			if !yield(pair[T]{v, err}) {
				return
			}
		}
	}
}
