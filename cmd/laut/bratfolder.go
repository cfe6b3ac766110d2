package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/laut-nlp/laut/export"
)

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// bratFolder gives the documents of a folder and of those below it in order of their
// names, with the path of the text as id, and what is wrong with them before each: an
// annotation without its text, a text without its annotation, and broken lines.
func bratFolder(folder string, give func(export.Item, error)) {
	texts := 0
	filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		extension := filepath.Ext(path)
		base := strings.TrimSuffix(path, extension)
		switch {
		case err != nil:
			give(export.Item{}, failure(path, err))
		case extension == ".txt":
			texts++
			item, err := bratDocument(base)
			for _, e := range listErrors(err) {
				give(export.Item{}, e)
			}
			if item.Article != nil {
				give(item, nil)
			}
		case extension == ".ann": // it comes with its text
			if _, err := os.Stat(base + ".txt"); err != nil {
				give(export.Item{}, failure(base+".txt", err))
			}
		}
		return nil
	})
	if texts == 0 {
		give(export.Item{}, fmt.Errorf("%s: no text (.txt) in this folder", folder))
	}
}

// bratDocument reads a pair of files.
func bratDocument(base string) (item export.Item, err error) {
	text, err := os.Open(base + ".txt")
	if err != nil {
		return item, failure(base+".txt", err)
	}
	defer text.Close()
	ann, err := os.Open(base + ".ann")
	if err != nil {
		return item, failure(base+".ann", err)
	}
	defer ann.Close()
	item.ID = export.StringID(base + ".txt")
	item.Article, err = export.Brat{}.Read(text, ann, base+".ann")
	return item, err
}
