/// An element's name, as far as reading an article cares about it. Names that are not listed are `unknown`.
enum HTMLTag: UInt8, CaseIterable {
    case unknown
    // Sections and grouping.
    case html, head, body, article, section, main, aside, nav, header, footer, address, div, p, blockquote, pre, hr
    case h1, h2, h3, h4, h5, h6, hgroup, ul, ol, menu, li, dl, dt, dd, figure, figcaption, center, details, summary,
        dialog
    case search, fieldset, legend, form, frameset, dir, listing
    // Tables.
    case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
    // Text.
    case a, abbr, b, bdi, bdo, big, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, q, rp, rt, ruby, s, samp,
        small
    case span, strike, strong, sub, sup, time, tt, u, `var`, label, output
    // Void elements.
    case area, base, basefont, bgsound, br, embed, frame, img, image, input, keygen, link, meta, param, source, track,
        wbr
    // Elements whose content is not the article's text.
    case script, style, title, textarea, noscript, noembed, noframes, xmp, plaintext, iframe, template
    case select, option, optgroup, datalist, button, svg, math, object, applet, marquee, audio, video, canvas, map,
        picture
    case progress, meter

    var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }

    /// 1 to 6 for `h1` to `h6`, otherwise 0.
    var headingLevel: Int { isHeading ? Int(rawValue - HTMLTag.h1.rawValue) + 1 : 0 }

    /// Elements that have no content and no end tag (HTML 13.1.2).
    var isVoid: Bool { rawValue >= HTMLTag.area.rawValue && rawValue <= HTMLTag.wbr.rawValue }

    /// Elements that begin and end a line where CSS leaves them as they are (HTML 15.3).
    var isBlock: Bool {
        switch self {
        case .unknown: false
        case .legend, .option, .optgroup, .title, .iframe: true
        default: rawValue <= HTMLTag.th.rawValue
        }
    }

    /// Elements that an end tag of something around them does not reach past (HTML 13.2.4.2, "in scope").
    var isScope: Bool {
        switch self {
        case .html, .body, .table, .td, .th, .caption, .object, .applet, .marquee, .template: true
        default: false
        }
    }

    /// Block elements that do not end an open `p` (HTML 13.2.6.4.7).
    var leavesParagraphOpen: Bool {
        switch self {
        case .html, .head, .body, .caption, .colgroup, .thead, .tbody, .tfoot, .tr, .td, .th, .legend, .option,
            .optgroup,
            .title, .iframe:
            true
        default: !isBlock
        }
    }

    /// What the element's content is made of.
    var contentModel: HTMLContentModel {
        switch self {
        case .title, .textarea: .rcdata
        case .style, .xmp, .iframe, .noembed, .noframes, .noscript: .rawText
        case .script: .scriptData
        case .plaintext: .plainText
        default: .data
        }
    }
}
