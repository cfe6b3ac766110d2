package laut

import (
	"context"
	"iter"

	"github.com/laut-nlp/laut/internal/inorder"
)

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
