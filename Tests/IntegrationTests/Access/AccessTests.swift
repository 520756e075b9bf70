import TestCertificates
import Testing
import WiredeskProtocol

/// Everything that must not get in, against the real server: refused, with a word that helps, and logged without
/// secrets.
@Suite(
    "access",
    .enabled(if: MessageAuthentication.isAvailable && TestCertificates.canBeMade, "no OpenSSL, or no openssl command"))
struct AccessTests {
    /// Shell that starts servers and stops them at the end: `$PLAIN` (tokens, no TLS), `$SECURE` (tokens, TLS),
    /// `$OPEN` (neither), `$MUTUAL` (client certificates), `$EXPIRED`, `$ELSEWHERE`; each a `HOST:PORT`.
    private static let servers = #"""
        bash "$EXAMPLES/../Tests/TestCertificates/make.sh" 2>openssl.log
        echo "crawler correct-horse-battery-staple" >tokens
        echo "crawler wrong-horse-battery-staple" >wrong
        echo "editor correct-horse-battery-staple" >unknown
        chmod 600 tokens wrong unknown
        servers=()
        trap 'kill "${servers[@]}"; wait' EXIT
        serve() {
            local name=$1
            shift
            : >"$name.log"
            "$WIREDESK" serve --listen 127.0.0.1:0 "$@" 2>"$name.log" &
            servers+=($!)
            until grep -q "^wiredesk: listening" "$name.log"; do sleep 0.02; done
            printf -v "$name" localhost:%s "$(sed -n 's/^wiredesk: listening on .*://p' "$name.log")"
        }
        ping() { "$WIREDESK" ping --server "$@"; }

        """#

    /// - Returns: what the script printed, in which `$?` of the attempt and the server's log are.
    private func attempt(_ server: String, _ script: String) throws -> ProgramRun {
        try Program.script(
            Self.servers + "serve \(server)\nset +e\n" + script + #"""

                echo "status $?"
                sleep 0.2
                cat *.log
                """#)
    }

    private static let plain = "PLAIN --token-file tokens"
    private static let secure = "SECURE --token-file tokens --tls-cert server.pem --tls-key server.key"
    private static let mutual = "MUTUAL --tls-cert server.pem --tls-key server.key --tls-client-ca root.pem"

    struct Refusal: Sendable, CustomStringConvertible {
        var description: String
        var server: String
        var script: String
        /// What the one who tries is told.
        var told: String
        /// What the server's log says.
        var logged: String
    }

    static let refusals = [
        Refusal(
            description: "no token", server: plain, script: "ping wiredesk://$PLAIN", told: "asks for a token",
            logged: "connection closed"),
        Refusal(
            description: "a wrong secret", server: plain, script: "ping wiredesk://$PLAIN --token-file wrong",
            told: "token is refused", logged: "unauthenticated: the token is refused"),
        Refusal(
            description: "an unknown name", server: plain, script: "ping wiredesk://$PLAIN --token-file unknown",
            told: "token is refused", logged: "unauthenticated: the token is refused"),
        Refusal(
            description: "a wrong secret inside TLS", server: secure,
            script: "ping wiredesks://$SECURE --tls-ca root.pem --token-file wrong", told: "token is refused",
            logged: "unauthenticated: the token is refused"),
        Refusal(
            description: "plain bytes to a TLS port", server: secure,
            script: "ping wiredesk://$SECURE --token-file tokens", told: "this port speaks TLS",
            logged: "does not speak TLS"),
        Refusal(
            description: "TLS to a plain port", server: plain,
            script: "ping wiredesks://$PLAIN --tls-ca root.pem --token-file tokens", told: "does not speak TLS",
            logged: "TLS to a port that does not speak it"),
        Refusal(
            description: "a server's certificate that has expired",
            server: "EXPIRED --tls-cert expired.pem --tls-key expired.key",
            script: "ping wiredesks://$EXPIRED --tls-ca root.pem", told: "has expired", logged: "expired"),
        Refusal(
            description: "another host's certificate",
            server: "ELSEWHERE --tls-cert elsewhere.pem --tls-key elsewhere.key",
            script: "ping wiredesks://$ELSEWHERE --tls-ca root.pem", told: "is not for localhost",
            logged: "the peer refused"),
        Refusal(
            description: "an authority that is not trusted", server: secure,
            script: "ping wiredesks://$SECURE --tls-ca other.pem --token-file tokens", told: "is not trusted",
            logged: "unknown ca"),
        Refusal(
            description: "no client certificate", server: mutual,
            script: "ping wiredesks://$MUTUAL --tls-ca root.pem", told: "client certificate is asked for",
            logged: "a client certificate is asked for, and none was shown"),
        Refusal(
            description: "another authority's client certificate", server: mutual,
            script: "ping wiredesks://$MUTUAL --tls-ca root.pem --tls-cert stranger.pem --tls-key stranger.key",
            told: "refused the TLS connection", logged: "is not trusted"),
    ]

    @Test(arguments: refusals) func isRefused(_ refusal: Refusal) throws {
        let run = try attempt(refusal.server, refusal.script)
        #expect(run.lines.contains("status 69"))
        #expect(run.errors.contains(refusal.told), "told: \(run.errors)")
        #expect(run.text.contains(refusal.logged), "logged: \(run.text)")
        for text in [run.text, run.errors] { #expect(!text.contains("horse"), "a secret is shown") }
    }

    /// TLS 1.2 is no way in, whatever the client prefers.
    @Test func aDowngradeIsRefused() throws {
        let run = try attempt(Self.secure, "openssl s_client -connect $SECURE -tls1_2 </dev/null >client.log 2>&1")
        #expect(run.text.contains("reason=the peer does not speak TLS 1.3"))
        #expect(run.text.contains("alert protocol version"))
    }

    /// A request that was made for a web server, say, is not for us.
    @Test func anotherProtocolInsideTLSIsRefused() throws {
        let run = try attempt(Self.secure, "openssl s_client -connect $SECURE -alpn h2 </dev/null >client.log 2>&1")
        #expect(run.text.contains("reason=the peer does not speak wiredesk/1 inside TLS"))
        #expect(run.text.contains("alert no application protocol"))
    }

    /// Who is done says so: the server's log has no cut connections then.
    @Test func aFinishedJobEndsItsConnection() throws {
        let run = try attempt(
            Self.secure,
            #"""
            "$WIREDESK" analyze --server wiredesks://$SECURE --tls-ca root.pem --token-file tokens \
                "$EXAMPLES/bakery.txt" >/dev/null
            """#)
        #expect(run.lines.contains("status 0"), "\(run.errors)")
        #expect(run.text.contains("token=crawler"))
        #expect(!run.text.contains("cut off"))
    }

    /// Someone who has seen a proof sends it again.
    @Test func aReplayedProofIsRefused() throws {
        let run = try attempt(
            Self.plain,
            #"""
            cat >replay.py <<'END'
            import hmac, json, socket, struct, sys
            PREFACE = bytes.fromhex("8957444b0d0a1a0a")
            def hello(auth=None):
                body = json.dumps({"minVersion": 1, "maxVersion": 1, **({"auth": auth} if auth else {})}).encode()
                return struct.pack("<IBBHQ", len(body), 1, 4, 0, 0) + body
            def frame(stream):
                length, kind, _, code, _ = struct.unpack("<IBBHQ", stream.read(16))
                return kind, code, stream.read(length)
            def opened():
                connection = socket.create_connection(("localhost", int(sys.argv[1].split(":")[1])))
                connection.sendall(PREFACE + hello())
                stream = connection.makefile("rb")
                assert stream.read(8) == PREFACE
                return connection, stream, json.loads(frame(stream)[2])["auth"]["nonce"]
            first, answers, nonce = opened()
            message = b"wiredesk/1 client" + bytes.fromhex(nonce)
            proof = {"name": "crawler", "mac": hmac.digest(b"correct-horse-battery-staple", message, "sha256").hex()}
            first.sendall(hello(proof))
            print("first", *frame(answers)[:2])
            second, answers, other = opened()
            second.sendall(hello(proof))
            print("second", *frame(answers)[:2], "same nonce" if nonce == other else "new nonce")
            END
            python3 replay.py $PLAIN
            """#)
        #expect(run.lines.contains("first 7 0"), "CREDIT: \(run.text) \(run.errors)")
        #expect(run.lines.contains("second 5 6 new nonce"), "ERROR unauthenticated: \(run.text)")
        #expect(run.text.contains("unauthenticated: the token is refused"))
    }

    /// Someone in between cuts a TLS connection: that is not taken for the peer's own end.
    @Test func aTruncationIsNoticed() throws {
        let run = try attempt(
            Self.secure,
            #"""
            cat >cut.py <<'END'
            import os, socket, ssl, sys
            plain = socket.create_connection(("localhost", int(sys.argv[1].split(":")[1])))
            context = ssl.create_default_context(cafile="root.pem")
            secure = context.wrap_socket(plain, server_hostname="localhost", suppress_ragged_eofs=False)
            secure.sendall(b"PING\n")
            assert secure.recv(5) == b"PONG\n"
            os.close(secure.detach())
            END
            python3 cut.py $SECURE
            """#)
        #expect(run.lines.contains("status 0"), "\(run.errors)")
        #expect(run.text.contains("reason=the TLS connection was cut off"), "\(run.text)")
    }

    @Test func filesThatOthersMayReadAreRefused() throws {
        let run = try attempt(
            "OPEN",
            #"""
            chmod 640 tokens server.key
            "$WIREDESK" serve --listen 127.0.0.1:0 --token-file tokens; echo "tokens $?"
            "$WIREDESK" serve --listen 127.0.0.1:0 --tls-cert server.pem --tls-key server.key; echo "key $?"
            ping wiredesk://$OPEN --token-file tokens; echo "client $?"
            """#)
        #expect(run.lines.starts(with: ["tokens 64", "key 64", "client 64"]))
        #expect(run.errors.contains("chmod 600"))
        #expect(!run.errors.contains("horse"))
    }

    @Test func theEnvironmentNamesTheTokenFile() throws {
        let run = try attempt(
            Self.plain,
            #"""
            WIREDESK_TOKEN_FILE=tokens ping wiredesk://$PLAIN >/dev/null; echo "tokens $?"
            WIREDESK_TOKEN_FILE=nowhere ping wiredesk://$PLAIN >/dev/null; echo "nowhere $?"
            echo '{"text":"The council met on Monday."}' |
                WIREDESK_TOKEN_FILE=wrong "$WIREDESK" batch --server wiredesk://$PLAIN; echo "batch $?"
            """#)
        #expect(run.lines.starts(with: ["tokens 0", "nowhere 64", "batch 69"]), "\(run.text)")
        #expect(run.errors.contains("nowhere"))
    }

    @Test func otherMachinesAreNotServedUnasked() throws {
        let run = try attempt(
            "OPEN",
            #"""
            "$WIREDESK" serve --listen 0.0.0.0:0; echo "open $?"
            "$WIREDESK" serve --listen '[::]:0' --tls-cert server.pem --tls-key server.key; echo "tls $?"
            for how in --insecure "--token-file tokens" \
                "--tls-cert server.pem --tls-key server.key --tls-client-ca root.pem"; do
                "$WIREDESK" serve --listen 0.0.0.0:0 $how 2>any &
                until grep -q "^wiredesk: " any; do sleep 0.02; done
                grep -c "^wiredesk: listening on 0.0.0.0:" any
                kill $!
                wait $!
                rm any
            done
            """#)
        #expect(run.lines.starts(with: ["open 64", "tls 64", "1", "1", "1"]), "\(run.text)")
        #expect(run.errors.contains("--token-file"))
        #expect(run.errors.contains("--insecure"))
    }

    /// Under the test's own user everybody is let in who is that user; the other side is a unit of its own.
    @Test func unixPeersAreKnownByTheirUser() throws {
        let run = try Program.script(
            #"""
            "$WIREDESK" serve --listen "unix:$PWD/socket" --allow-uid 4711 2>serve.log &
            server=$!
            trap 'kill $server; wait $server || true' EXIT
            until grep -q listening serve.log; do sleep 0.02; done
            stat -c %a socket
            "$WIREDESK" ping --server "wiredesk+unix:$PWD/socket" >/dev/null && echo served
            if ((EUID == 0)); then
                chmod 755 .
                setpriv --reuid 4711 --clear-groups "$WIREDESK" ping --server "wiredesk+unix:$PWD/socket" \
                    >/dev/null && echo listed
                setpriv --reuid 4712 --clear-groups "$WIREDESK" ping --server "wiredesk+unix:$PWD/socket" ||
                    echo "refused $?"
                until grep -q "user=4712" serve.log; do sleep 0.02; done
                grep -o "reason=unauthenticated.* user=4712" serve.log >/dev/null && echo logged
            else
                printf 'listed\nrefused 69\nlogged\n'
            fi
            """#)
        #expect(run.lines == ["666", "served", "listed", "refused 69", "logged"], "\(run.errors)")
    }

    @Test func aReloadChangesTokensAndCertificate() throws {
        let run = try attempt(
            Self.secure,
            #"""
            ping wiredesks://$SECURE --tls-ca root.pem --token-file tokens >/dev/null; echo "before $?"
            cp renewed.pem server.pem
            cp renewed.key server.key
            cp wrong tokens
            kill -HUP "${servers[0]}"
            until grep -q "certificate changed" SECURE.log; do sleep 0.02; done
            ping wiredesks://$SECURE --tls-ca root.pem --token-file wrong >/dev/null; echo "after $?"
            openssl s_client -connect $SECURE -CAfile root.pem </dev/null 2>/dev/null | grep -c "CN = renewed\|CN=renewed"
            echo broken >tokens
            kill -HUP "${servers[0]}"
            until grep -q "stay as they were" SECURE.log; do sleep 0.02; done
            ping wiredesks://$SECURE --tls-ca root.pem --token-file wrong >/dev/null; echo "still $?"
            """#)
        let shown = run.lines.filter { $0.hasPrefix("before") || $0.hasPrefix("after") || $0.hasPrefix("still") }
        #expect(shown == ["before 0", "after 0", "still 0"], "\(run.text) \(run.errors)")
        #expect(run.lines.contains { Int($0).map { $0 > 0 } == true }, "the renewed certificate is shown")
    }
}
