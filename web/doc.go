// Package web serves laut over HTTP: a page to paste articles into, and a JSON API.
// [New] returns an [http.Handler] that a newsroom mounts in a server of its own; the
// command "laut serve" is that handler with a listener.
//
//	handler, err := web.New(laut.ReadContext)
//	…
//	http.Handle("/laut/", http.StripPrefix("/laut", handler))
//
// # Routes
//
//	POST /v1/read          read an article; the answer is one of the formats of export
//	GET  /v1/openapi.json  the description of the API, OpenAPI 3.1
//	GET  /healthz          "ok"
//	GET  /                 the page and its files, see Files
//
// An article is sent as text/plain, as application/json with the keys "id" and "text", or as
// text/html: of a web page the article is read, which package webpage finds. The charset is
// the one that Content-Type names; a text without one, or with utf-8, may also be in UTF-16
// or UTF-32 with a byte order mark, or in Windows-1252, which [CharsetHeader] of the answer
// then says. What is no text is refused.
//
// The parameters format, offsets, tokens, min_score and min_speaker_score say what comes back;
// without format the header Accept chooses among the media types. Offsets count in the text
// as the answer holds it.
//
// # Errors
//
// Errors are answered as application/problem+json (RFC 9457). The types are stable:
// [ProblemPrefix] and the name of the problem, which the description of the API lists.
//
// # Security
//
// Pages of other origins may not use the API unless [WithOrigins] names them, and every
// answer forbids the browser whatever the page does not need. There is no login: whoever
// reaches the handler can use it. A server on a loopback address should name its hosts
// with [WithHosts], or a foreign page could reach it through a name that resolves there.
// No text is kept or logged.
//
// # Performance
//
// At most as many articles are analysed at once as there are processors, or as
// [WithWorkers] says; further requests wait for their turn. A request holds its body and
// its answer in memory until the client has taken it, and an answer may be many times as
// long as the text. [WithBodyLimit] bounds the body of one request, [WithHeld] what all hold
// together: beyond it the answer is 503 with Retry-After. How many connections there are is
// not bounded: a server that anybody may reach needs a limit of them in front of it.
//
// # Concurrency
//
// The handler is safe for concurrent use if the function that reads is, as laut.Read and
// the method Read of a laut.Reader are.
package web
