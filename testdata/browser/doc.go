// Package browser holds tests of laut's page in a real browser, Chromium, which is looked
// for in the path. They are a module of their own, so that only they need its driver.
//
//	go test ./...
//
// With LAUT_SCREENSHOTS=FOLDER they leave pictures of the page there.
package browser
