//go:build !unix

package main

import "net"

// closeListener closes a listener. On this system connections that wait to be accepted are
// lost with it.
func closeListener(l *net.TCPListener) []net.Conn {
	l.Close()
	return nil
}
