//go:build unix

package main

import (
	"net"
	"os"
	"syscall"
)

// closeListener closes a listener and returns the connections that waited to be accepted,
// which the system would reset. Accept of package net cannot take them: it waits when there
// is nobody, and while it waits another may come.
func closeListener(l *net.TCPListener) (waiting []net.Conn) {
	var files []int
	if raw, err := l.SyscallConn(); err == nil {
		raw.Control(func(fd uintptr) {
			for {
				file, _, err := syscall.Accept(int(fd))
				switch err {
				case nil:
					files = append(files, file)
				case syscall.EINTR, syscall.ECONNABORTED:
				default: // EAGAIN: there are no more
					return
				}
			}
		})
	}
	l.Close() // at once: what takes time comes later
	for _, file := range files {
		f := os.NewFile(uintptr(file), "connection")
		if c, err := net.FileConn(f); err == nil {
			waiting = append(waiting, c)
		}
		f.Close() // FileConn made a copy
	}
	return waiting
}
