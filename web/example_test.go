package web_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/web"
)

// A newsroom mounts the page and the API in its own server.
func ExampleNew() {
	handler, err := web.New(laut.ReadContext,
		web.WithBodyLimit(200<<10), web.WithOrigins("https://redaktion.example"),
		web.WithWorkers(2), web.WithWait(10*time.Second)) // a third article waits for its turn
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/laut/", http.StripPrefix("/laut", handler))
	server := httptest.NewServer(mux)
	defer server.Close()

	r, err := http.Post(server.URL+"/laut/v1/read", "text/plain", strings.NewReader("„Wir zahlen“, sagte Anna Meier."))
	if err != nil {
		log.Fatal(err)
	}
	defer r.Body.Close()
	var article laut.Article
	if err := json.NewDecoder(r.Body).Decode(&article); err != nil {
		log.Fatal(err)
	}
	for _, c := range article.Claims {
		fmt.Println(c.Speaker.Name, article.Said(c))
	}
	// Output: Anna Meier „Wir zahlen“
}

// The article in a web page is found by the server.
func ExampleNew_page() {
	handler, err := web.New(laut.ReadContext)
	if err != nil {
		log.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()

	const page = "<title>Haushalt</title><nav>Start</nav><p>„Wir zahlen die Hälfte, wenn der Bund die andere zahlt“, sagte Anna Meier."
	r, err := http.Post(server.URL+"/v1/read?format=json", "text/html; charset=utf-8", strings.NewReader(page))
	if err != nil {
		log.Fatal(err)
	}
	defer r.Body.Close()
	var article laut.Article
	if err := json.NewDecoder(r.Body).Decode(&article); err != nil {
		log.Fatal(err)
	}
	for _, c := range article.Claims {
		fmt.Println(c.Speaker.Name, article.Said(c))
	}
	// Output:
	// Anna Meier „Wir zahlen die Hälfte, wenn der Bund die andere zahlt“
}

// A server on a loopback address answers for its own names only.
func ExampleWithHosts() {
	handler, err := web.New(laut.ReadContext, web.WithHosts("localhost", "127.0.0.1"))
	if err != nil {
		log.Fatal(err)
	}
	for _, host := range []string{"localhost:8080", "evil.example"} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "http://"+host+"/healthz", nil))
		fmt.Println(host, w.Code)
	}
	// Output:
	// localhost:8080 200
	// evil.example 421
}

func ExampleFiles() {
	names, err := fs.Glob(web.Files(), "*.html")
	fmt.Println(names, err)
	// Output: [index.html] <nil>
}
