import Testing

@Suite("the server and its service manager")
struct LifecycleTests {
    /// Python that listens as systemd does and prints what it is told, one message a line.
    private static let manager = #"""
        cat >manager.py <<'END'
        import socket, sys
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        listener.bind("notify")
        while True:
            print(listener.recv(4096).decode().replace("\n", " "), flush=True)
        END
        python3 manager.py >told &
        manager=$!
        until [[ -S notify ]]; do sleep 0.02; done
        await() { for i in {1..500}; do grep -q "$1" "$2" && return; sleep 0.02; done; echo "no $1 in $2"; }

        """#

    @Test func itSaysWhatItDoes() throws {
        let run = try Program.script(
            Self.manager + #"""
                echo warning >level
                NOTIFY_SOCKET="$PWD/notify" WATCHDOG_USEC=200000 "$WIREDESK" serve --listen "unix:$PWD/socket" \
                    --log-level-file level 2>serve.log &
                server=$!
                await READY=1 told
                await WATCHDOG=1 told
                "$WIREDESK" ping --server "wiredesk+unix:$PWD/socket" >/dev/null
                grep -c "connection closed" serve.log || true
                echo info >level
                kill -HUP $server
                await RELOADING=1 told
                until (($(grep -c READY=1 told) == 2)); do sleep 0.02; done
                "$WIREDESK" ping --server "wiredesk+unix:$PWD/socket" >/dev/null
                await "connection closed" serve.log
                grep -c "connection closed" serve.log
                kill $server
                wait $server
                echo "status $?"
                await STOPPING=1 told
                kill $manager
                grep -o "READY=1\|RELOADING=1\|STOPPING=1" told
                """#)
        #expect(
            run.lines == ["0", "1", "status 0", "READY=1", "RELOADING=1", "READY=1", "STOPPING=1"], "\(run.errors)")
    }

    @Test func aServerThatIsStuckLeavesTheWatchdogAlone() throws {
        let run = try Program.script(
            Self.manager + #"""
                NOTIFY_SOCKET="$PWD/notify" WATCHDOG_USEC=100000 "$WIREDESK" serve --listen "unix:$PWD/socket" \
                    2>serve.log &
                server=$!
                await WATCHDOG=1 told
                kill -STOP $server
                sleep 0.2
                before=$(grep -c WATCHDOG told)
                sleep 0.5
                after=$(grep -c WATCHDOG told)
                kill -CONT $server
                kill $server $manager
                wait $server
                ((before == after)) && echo silent
                """#)
        #expect(run.lines == ["silent"], "\(run.errors)")
    }

    @Test func socketsArePassedOn() throws {
        let run = try Program.script(
            #"""
            cat >activate.py <<'END'
            import os, socket, sys
            tcp = socket.create_server(("127.0.0.1", 0))
            unix = socket.socket(socket.AF_UNIX)
            unix.bind("socket")
            unix.listen()
            print(tcp.getsockname()[1], flush=True)
            os.dup2(tcp.fileno(), 30)
            os.dup2(unix.fileno(), 31)
            os.dup2(30, 3)
            os.dup2(31, 4)
            os.environ |= {"LISTEN_FDS": sys.argv[1], "LISTEN_PID": str(os.getpid())}
            os.execv(os.environ["WIREDESK"], ["wiredesk", "serve"])
            END
            python3 activate.py 2 >port 2>serve.log &
            server=$!
            until (($(grep -c "^wiredesk: listening" serve.log) == 2)); do sleep 0.02; done
            "$WIREDESK" ping --server "wiredesk://127.0.0.1:$(cat port)" >/dev/null && echo tcp
            "$WIREDESK" ping --server "wiredesk+unix:$PWD/socket" >/dev/null && echo unix
            kill $server
            wait $server
            [[ -S socket ]] && echo "the socket stays its owner's"
            rm socket
            python3 activate.py 9 >port 2>bad.log || echo "refused $?"
            grep -o "no listening stream socket" bad.log
            """#)
        #expect(
            run.lines == ["tcp", "unix", "the socket stays its owner's", "refused 64", "no listening stream socket"],
            "\(run.errors)")
    }

    /// Connections that find no descriptor wait in the backlog; the others are served, and they too in the end.
    @Test func itRecoversWhenDescriptorsRunOut() throws {
        let run = try Program.script(
            #"""
            (ulimit -n 40 && exec "$WIREDESK" serve --listen "unix:$PWD/socket" 2>serve.log) &
            server=$!
            until grep -q listening serve.log; do sleep 0.02; done
            cat >hold.py <<'END'
            import socket, time
            held = []
            for _ in range(60):
                peer = socket.socket(socket.AF_UNIX)
                peer.settimeout(10)
                peer.connect("socket")
                held.append(peer)
            for peer in held[:10]:
                peer.sendall(b"PING\n")
                assert peer.recv(5) == b"PONG\n"
            print("the first are served")
            last = held[-1]
            last.sendall(b"PING\n")
            last.settimeout(0.3)
            try:
                print("the last is not waiting", last.recv(5))
            except TimeoutError:
                print("the last waits")
            for peer in held[:-1]:
                peer.close()
            last.settimeout(10)
            assert last.recv(5) == b"PONG\n"
            print("the last is served")
            END
            python3 hold.py
            kill $server
            wait $server && echo stopped
            """#)
        #expect(
            run.lines == ["the first are served", "the last waits", "the last is served", "stopped"], "\(run.errors)")
    }
}
