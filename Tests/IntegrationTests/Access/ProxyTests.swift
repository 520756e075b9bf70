import TestCertificates
import Testing
import WiredeskProtocol

/// Who stands behind a proxy, against the real server: what its word is good for, and what not.
@Suite("behind a proxy") struct ProxyTests {
    /// Starts a server with what follows, and has a proxy's end of a connection in Python: `opened(header)` sends it,
    /// `header(client)` makes one. At the end the log is printed.
    private func run(_ arguments: String, tls: Bool = false, _ script: String) throws -> ProgramRun {
        try Program.script(
            #"""
            \#(tls ? #"bash "$EXAMPLES/../Tests/TestCertificates/make.sh" 2>openssl.log"# : "")
            echo "crawler correct-horse-battery-staple" >tokens
            chmod 600 tokens
            "$WIREDESK" serve --listen 127.0.0.1:0 \#(arguments) 2>serve.log &
            server=$!
            trap 'kill $server; wait $server || true' EXIT
            until grep -q "^wiredesk: listening" serve.log; do sleep 0.02; done
            cat >proxy.py <<'END'
            import json, socket, ssl, struct, sys
            PORT = int(sys.argv[1])
            SIGNATURE = bytes.fromhex("0d0a0d0a000d0a515549540a")
            def header(client, command=1):
                pair = client + (127, 0, 0, 1)
                return SIGNATURE + struct.pack(">BBH4B4BHH", 0x20 | command, 0x11, 12, *pair, 40000, PORT)
            def opened(*pieces):
                connection = socket.create_connection(("127.0.0.1", PORT), 20)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for piece in pieces:
                    connection.sendall(piece)
                return connection
            def answers(connection):
                data = b""
                try:
                    while more := connection.recv(65536):
                        data += more
                except ConnectionResetError:
                    pass
                return data
            \#(script)
            END
            python3 proxy.py "$(sed -n 's/^wiredesk: listening on .*://p' serve.log)"
            kill $server
            wait $server || true
            trap - EXIT
            grep "connection closed" serve.log
            """#)
    }

    @Test func theLogNamesTheClient() throws {
        let run = try run(
            "--proxy-from 10.0.0.0/8,127.0.0.1",
            """
            # The header byte by byte, then what the client says.
            print(answers(opened(*[bytes([one]) for one in header((192, 0, 2, 7))], b"PING\\nQUIT\\n")))
            # The proxy's own look whether we are there.
            print(answers(opened(header((0, 0, 0, 0), command=0) + b"HEALTH\\nQUIT\\n")))
            """)
        #expect(run.lines.starts(with: ["b'PONG\\nBYE\\n'", "b'OK\\nBYE\\n'"]), "\(run.text) \(run.errors)")
        let closed = run.lines.dropFirst(2)
        #expect(closed.count == 2)
        #expect(closed.first?.contains("peer=192.0.2.7:40000 proxy=127.0.0.1:") == true, "\(run.text)")
        #expect(closed.last?.contains("peer=127.0.0.1:") == true)
        #expect(closed.last?.contains("proxy=") == false)
    }

    /// Without tokens STATS is for everybody; with them for the same machine, which no header can claim to be.
    @Test(.enabled(if: MessageAuthentication.isAvailable, "no OpenSSL"))
    func aClaimToBeThisMachineGrantsNothing() throws {
        let run = try run(
            "--token-file tokens --proxy-from 127.0.0.1",
            """
            for client in ((127, 0, 0, 1), (192, 0, 2, 7)):
                print(answers(opened(header(client) + b"STATS\\nQUIT\\n"))[:9])
            print(answers(opened(header((0, 0, 0, 0), command=0) + b"STATS\\nQUIT\\n"))[:8])
            """)
        #expect(run.lines.starts(with: ["b'ERR STATS'", "b'ERR STATS'", "b'version='"]), "\(run.text) \(run.errors)")
    }

    @Test func whatAListedProxySendsWithoutAHeaderIsRefused() throws {
        let run = try run(
            "--proxy-from 127.0.0.1",
            """
            for first in (b"PING\\n", bytes.fromhex("8957444b0d0a1a0a"), b"PROXY TCP4 192.0.2.7 127.0.0.1 40000 7411\\r\\n",
                          SIGNATURE + b"\\x21\\x11\\x00\\x04abcd", SIGNATURE + b"\\x21\\x11\\xff\\xff"):
                print(answers(opened(first)))
            """)
        #expect(run.lines.prefix(5).allSatisfy { $0 == "b''" }, "\(run.text) \(run.errors)")
        let reasons = run.lines.dropFirst(5)
        #expect(reasons.count { $0.contains("the proxy sent no PROXY header of version 2") } == 3, "\(run.text)")
        #expect(reasons.count { $0.contains("the proxy sent a PROXY header with addresses cut short") } == 1)
        #expect(reasons.count { $0.contains("the proxy sent a PROXY header of 65551 bytes") } == 1)
    }

    @Test func aSilentProxyHasTheHandshakesTime() throws {
        let run = try run(
            "--proxy-from 127.0.0.1 --handshake-timeout 100ms",
            """
            print(b"no HELLO" in answers(opened(header((192, 0, 2, 7))[:20])))
            """)
        #expect(run.lines.first == "True", "\(run.text) \(run.errors)")
        #expect(run.text.contains("handshake_timeout"))
    }

    /// Whoever is not listed cannot say that he is somebody else.
    @Test func anUnlistedPeersHeaderIsABadBeginning() throws {
        let run = try run(
            "--proxy-from 10.0.0.7",
            """
            print(answers(opened(header((192, 0, 2, 7)) + b"PING\\n"))[:4])
            print(answers(opened(b"PING\\nQUIT\\n")))
            """)
        #expect(run.lines.starts(with: ["b'ERR '", "b'PONG\\nBYE\\n'"]), "\(run.text) \(run.errors)")
        #expect(!run.text.contains("192.0.2.7"))
        #expect(!run.text.contains("proxy="))
    }

    @Test(.enabled(if: MessageAuthentication.isAvailable && TestCertificates.canBeMade, "no OpenSSL"))
    func theHeaderComesBeforeTLS() throws {
        let run = try run(
            "--proxy-from 127.0.0.1 --tls-cert server.pem --tls-key server.key", tls: true,
            """
            context = ssl.create_default_context(cafile="root.pem")
            context.set_alpn_protocols(["wiredesk/1"])
            with context.wrap_socket(opened(header((192, 0, 2, 7))), server_hostname="localhost") as secure:
                secure.sendall(b"PING\\n")
                print(secure.recv(5))
            print(answers(opened(header((192, 0, 2, 8)) + b"PING\\n"))[:26])
            """)
        #expect(run.lines.starts(with: ["b'PONG\\n'", "b'ERR this port speaks TLS\\n'"]), "\(run.text) \(run.errors)")
        #expect(run.text.contains("peer=192.0.2.7:40000 proxy=127.0.0.1:"))
        #expect(run.text.contains("peer=192.0.2.8:40000 proxy=127.0.0.1:"))
    }

    @Test func aNameIsNoProxy() throws {
        let run = try Program.run("serve", "--listen", "127.0.0.1:0", "--proxy-from", "localhost")
        #expect(run.status == 64)
        #expect(run.errors.contains("--proxy-from"))
    }
}
