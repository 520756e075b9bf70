import Testing

@testable import WiredeskEngine

@Suite struct ElementGroupsTests {
    private func page(_ html: String) throws -> Page {
        try PageBuilder.build(Array(html.utf8), interruption: Interruption())
    }

    private func groups(_ page: Page) -> ElementGroups {
        var reader = BlockTextReader()
        let shapes = page.text.withUnsafeBufferPointer { text in
            page.blocks.map { block in
                let bytes = UnsafeBufferPointer(rebasing: text[block.range])
                return reader.read(text, block.range) { BlockShape(bytes, $0.counts) }
            }
        }
        return ElementGroups(page, shapes: shapes)
    }

    /// Numbers in classes do not tell the elements of a template apart; other names and other places do.
    @Test(arguments: [
        ("<div><p>a</p><p>b</p></div>", true), ("<p class=x>a</p><p class=y>b</p>", false),
        ("<p class=item-1>a</p><p class=item-22>b</p>", true),
        ("<div><p>a</p></div><section><p>b</p></section>", false),
        ("<div class=c><p>a</p></div><div class=c><p>b</p></div>", true), ("<p>a</p><h2>b</h2>", false),
    ])
    func tellsTemplates(html: String, isAlike: Bool) throws {
        let page = try page(html)
        try #require(page.blocks.count == 2)
        let groups = groups(page)
        let found = page.blocks.map { groups.group(of: $0.element) }
        #expect((found[0] == found[1]) == isAlike)
        #expect(groups.counts[found[0]] == (isAlike ? 2 : 1))
    }

    @Test func addsUpWhatAGroupHolds() throws {
        let page = try page("<p>four</p><p><a href=/>link</a></p><div>other</div>")
        let groups = groups(page)
        let sum = groups.sums[groups.group(of: page.blocks[0].element)]
        #expect(sum.blocks == 2)
        #expect(sum.characters == 8)
        #expect(sum.linkCharacters == 4)
    }

    @Test func countsPicturesAndItalics() throws {
        let page = try page("<p>a</p><img src=x><p><em>ab</em>cd</p><p>e</p>")
        #expect(page.blocks.map(\.mediaBefore) == [0, 1, 0])
        #expect(page.blocks.map(\.italicBytes) == [0, 2, 0])
    }
}
