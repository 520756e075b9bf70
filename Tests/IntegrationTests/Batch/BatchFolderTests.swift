import Testing
import WiredeskModel

@Suite("batch reads a folder of files")
struct BatchFolderTests {
    private static func ids(_ run: ProgramRun) throws -> [String] {
        try run.objects().map { $0["id"]?.string ?? "" }
    }

    @Test func everyFileIsAnArticleUnderItsName() throws {
        let run = try Program.script(
            #"""
            mkdir -p "in/b dir" in/.hidden in/empty
            cp "$EXAMPLES/ferry.html" "in/b dir/ferry.html"
            cp "$EXAMPLES/muzeum.iso-8859-2.html" in/c
            cp "$EXAMPLES/bakery.txt" 'in/a"quoted".txt'
            : >in/nothing
            echo secret >in/.env
            cp in/c in/.hidden/c
            mkfifo in/pipe
            ln -s c in/link
            ln -s .. in/loop
            ln -s nowhere in/dangling
            "$WIREDESK" batch --files in --no-timings || echo "status $?" >&2
            """#)
        #expect(run.errors.contains("status 1"))
        #expect(try Self.ids(run) == ["a\"quoted\".txt", "b dir/ferry.html", "c", "link", "nothing"])
        #expect(run.lines.last?.contains("empty_article") == true)
        #expect(run.lines[1].contains(#""siteName":"The Shoreline Courier""#), "read as a page")
    }

    @Test func aJobGoesOnInAFolder() throws {
        let run = try Program.script(
            #"""
            mkdir in
            for i in {100..299}; do echo "The council met on day $i." >in/$i; done
            "$WIREDESK" batch --files in --no-timings --output expected
            "$WIREDESK" batch --files in --no-timings --output out --resume log
            # As a job leaves it that was killed behind sixty files.
            head -n 60 expected >out
            echo "{\"done\":60,\"beyond\":[],\"outputBytes\":$(stat -c %s out),\"failures\":0}" >log
            "$WIREDESK" batch --files in --no-timings --output out --resume log
            cmp out expected && echo same
            """#)
        #expect(run.lines == ["same"], "\(run.text)\(run.errors)")
    }

    @Test func aFolderThatCannotBeReadIsSaid() throws {
        let run = try Program.run("batch", "--files", "/nowhere/at/all")
        #expect(run.status == 65)
        #expect(run.errors.contains("/nowhere/at/all: No such file or directory"))
        #expect(try Program.run("batch", "--files", ".", "--input", "x").status == 64)
    }
}
