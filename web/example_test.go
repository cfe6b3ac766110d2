package web_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/laut-nlp/laut"
	"github.com/laut-nlp/laut/web"
)

// A newsroom mounts the page and the API in its own server.
func ExampleNew() {
	handler, err := web.New(laut.Read, web.WithBodyLimit(200<<10), web.WithOrigins("https://redaktion.example"))
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

func ExampleFiles() {
	names, err := fs.Glob(web.Files(), "*.html")
	fmt.Println(names, err)
	// Output: [index.html] <nil>
}
