extension PageBuilder {
    /// The attributes that say what an element is.
    private static let telling = HTMLAttributeName.Set(
        .class, .id, .role, .rel, .itemprop, .hidden, .ariaHidden, .style)

    mutating func beginElement() {
        let tag = tokenizer.tag
        if open.has(.svg) {
            // Drawings end where a block begins, whether they were closed or not (13.2.6.5, "breaks out").
            guard tag.isBlock, tag != .title else { return }
            close(.svg)
        }
        if tag == .img || tag == .iframe || tag == .video || tag == .embed { media &+= 1 }
        if tokenizer.contentModel != .data {
            readRawText(tag)
            return
        }
        switch tag {
        case .br: breakLine()
        case .hr:
            closeImplied(by: tag)
            endBlock()
        case .meta, .link, .base: collector.addMachineReadable(tokenizer)
        case .html, .head, .body: beginPage(tag)
        default:
            if tag.isVoid {
                if tokenizer.value(of: .itemprop) != nil { collector.addMachineReadable(tokenizer) }
                return
            }
            openElement(tag)
        }
    }

    private mutating func beginPage(_ tag: HTMLTag) {
        if tag == .html, collector.evidence.language == nil {
            collector.addLanguage(tokenizer)
        }
        endBlock()
    }

    private mutating func openElement(_ tag: HTMLTag) {
        closeImplied(by: tag)
        let isBlock = tag.isBlock
        if isBlock, skippedDepth == 0 { endBlock() }
        var own: MarkupEvidence = []
        var isHidden = false
        var around = PageContext(tag: tag)
        var isMarked = false
        var signature = UInt32(tag.rawValue)
        if tokenizer.has(Self.telling) { readAttributes(&own, &isHidden, &around, &isMarked, &signature) }
        if !isBlock, hiddenDepth == 0 { block.inline.formUnion(own) }
        guard !open.isFull else { return }
        var opened = OpenElement(tag: tag, outer: element)
        opened.isHidden = isHidden
        switch tag {
        case .a:
            opened.isLink = tokenizer.value(of: .href) != nil
            if opened.isLink, hiddenDepth == 0 { block.linkCount &+= 1 }
        case .b, .strong: opened.isBold = true
        case .i, .em, .cite: opened.isItalic = true
        case .svg, .select, .datalist, .audio, .video, .canvas, .object, .applet, .button, .progress, .meter:
            opened.isSkipped = !tokenizer.isSelfClosing || tag != .svg
            if tag == .svg, tokenizer.isSelfClosing { return }
        case .template: opened.isSkipped = tokenizer.value(of: .shadowRoot) == nil
        case .pre, .listing: preDepth += 1
        default: break
        }
        if tag.isHeading || tag == .time || isMarked || !own.isDisjoint(with: EvidenceCollector.marks)
            || collector.isKicker(own)
        {
            opened.mark = collector.begin(
                tokenizer, tag: tag, own: own, around: page.elements[Int(element)].path, textEnd: visible.bytes.count)
        }
        if isBlock || tag == .unknown || tag == .template {
            let parent = page.elements[Int(element)]
            if tag == .article, parent.around.contains(.article) { around.insert(.nestedArticle) }
            page.elements.append(
                PageElement(
                    parent: element, tag: tag, depth: UInt16(truncatingIfNeeded: open.count), signature: signature,
                    own: own,
                    path: parent.path.union(own), around: parent.around.union(around)))
            element = Int32(truncatingIfNeeded: page.elements.count - 1)
        }
        push(opened)
    }

    private mutating func push(_ opened: OpenElement) {
        open.push(opened)
        if opened.isLink { linkDepth += 1 }
        if opened.isBold { boldDepth += 1 }
        if opened.isItalic { italicDepth += 1 }
        if opened.isHidden { hiddenDepth += 1 }
        if opened.isSkipped { skippedDepth += 1 }
    }

    private mutating func readAttributes(
        _ own: inout MarkupEvidence, _ isHidden: inout Bool, _ around: inout PageContext, _ isMarked: inout Bool,
        _ signature: inout UInt32
    ) {
        let bytes = tokenizer.bytes
        for attribute in tokenizer.attributes {
            switch attribute.name {
            case .class:
                let read = names.read(bytes, attribute.valueRange)
                own.formUnion(read.evidence)
                signature = (signature ^ read.template) &* 16_777_619
            case .id, .role: own.formUnion(names.read(bytes, attribute.valueRange).evidence)
            case .rel: isMarked = true
            case .itemprop:
                isMarked = true
                own.formUnion(names.read(bytes, attribute.valueRange).evidence)
                if tokenizer.matches("articlebody", at: attribute.valueRange.lowerBound) { around.insert(.articleBody) }
            case .hidden: isHidden = !tokenizer.matches("until-found", at: attribute.valueRange.lowerBound)
            case .ariaHidden: isHidden = isHidden || tokenizer.matches("true", at: attribute.valueRange.lowerBound)
            case .style: isHidden = isHidden || hides(attribute.valueRange)
            default: break
            }
        }
    }

    /// Whether a style attribute says `display:none`.
    private func hides(_ style: Range<Int>) -> Bool {
        var scan = style.lowerBound
        while scan + 12 <= style.upperBound {
            if tokenizer.matches("display", at: scan) {
                scan += 7
                while scan < style.upperBound, tokenizer.isSpace(tokenizer.bytes[scan]) || tokenizer.bytes[scan] == 0x3A
                { scan += 1 }
                return scan + 4 <= style.upperBound && tokenizer.matches("none", at: scan)
            }
            scan += 1
        }
        return false
    }

    /// Elements whose content holds no tags.
    private mutating func readRawText(_ tag: HTMLTag) {
        let isLinkedData = tag == .script && collector.isLinkedData(tokenizer)
        guard tokenizer.next() == .text else { return }
        switch tag {
        case .title where !open.has(.svg): collector.addTitle(tokenizer)
        case .script where isLinkedData: collector.addLinkedData(tokenizer.bytes, tokenizer.content)
        case .plaintext:
            endBlock()
            visible.append(tokenizer.bytes, tokenizer.content, resolvingReferences: false)
        default: break
        }
    }

    // MARK: Ends

    mutating func endElement() {
        let tag = tokenizer.tag
        switch tag {
        case .br: breakLine()
        case .p where !open.has(tag): endBlock()
        case .html, .body, .head: break
        case .h1, .h2, .h3, .h4, .h5, .h6:
            // Any heading's end tag ends the open heading.
            if open.has(tag) { close(tag) } else if open.top?.isHeading == true { closeTop() }
        default: close(tag)
        }
    }

    /// Closes the innermost open element of the tag and all inside it, if it is in scope.
    mutating func close(_ tag: HTMLTag) {
        if tag == .unknown {
            // Names are not kept: an unknown element ends only where it is innermost.
            if open.top == .unknown { closeTop() }
            return
        }
        guard open.has(tag) else { return }
        let endsBlocks = tag.isBlock || tag.isScope
        var index = open.count - 1
        while index >= 0 {
            let current = open[index].tag
            if current == tag { break }
            if endsBlocks ? current.isScope && !reaches(tag, past: current) : current.isBlock || current.isScope {
                return
            }
            index -= 1
        }
        guard index >= 0 else { return }
        while open.count > index { closeTop() }
    }

    /// The end of a table's part reaches past its cells.
    private func reaches(_ tag: HTMLTag, past inner: HTMLTag) -> Bool {
        switch tag {
        case .table, .thead, .tbody, .tfoot, .tr: inner == .td || inner == .th || inner == .caption
        default: false
        }
    }

    mutating func closeTop() {
        guard let closed = open.pop() else { return }
        if closed.tag.isBlock, skippedDepth == 0 { endBlock() }
        if closed.isLink { linkDepth -= 1 }
        if closed.isBold { boldDepth -= 1 }
        if closed.isItalic { italicDepth -= 1 }
        if closed.isSkipped { skippedDepth -= 1 }
        if closed.tag == .pre || closed.tag == .listing { preDepth -= 1 }
        if closed.isHidden {
            hiddenDepth -= 1
            if hiddenDepth == 0 { endHidden() }
        }
        if closed.mark >= 0 { collector.end(closed.mark, text: visible) }
        element = closed.outer
    }

    /// Closes what the start of an element ends without an end tag (13.1.2.4, "optional tags").
    private mutating func closeImplied(by tag: HTMLTag) {
        if open.has(.p), !tag.leavesParagraphOpen { close(.p) }
        switch tag {
        case .li: closeSibling(.li, .li, within: { $0 == .ul || $0 == .ol || $0 == .menu })
        case .dt, .dd: closeSibling(.dt, .dd, within: { $0 == .dl })
        case .td, .th: closeSibling(.td, .th, within: { $0 == .tr || $0 == .table })
        case .tr: closeSibling(.tr, .caption, within: { $0 == .table })
        case .thead, .tbody, .tfoot:
            closeSibling(.thead, .tbody, within: { $0 == .table })
            closeSibling(.tr, .caption, within: { $0 == .table })
        case .option: closeSibling(.option, .option, within: { $0 == .select || $0 == .datalist })
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if open.top?.isHeading == true { closeTop() }
        case .a: if open.has(.a) { close(.a) }
        case .button: if open.has(.button) { close(.button) }
        default: break
        }
    }

    private mutating func closeSibling(_ first: HTMLTag, _ second: HTMLTag, within isParent: (HTMLTag) -> Bool) {
        guard open.has(first) || open.has(second) else { return }
        var index = open.count - 1
        while index >= 0, open[index].tag != first, open[index].tag != second {
            if isParent(open[index].tag) || open[index].tag == .table { return }
            index -= 1
        }
        guard index >= 0 else { return }
        while open.count > index { closeTop() }
    }
}
