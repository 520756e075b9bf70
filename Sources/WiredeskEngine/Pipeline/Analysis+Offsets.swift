extension Analysis {
    /// Converts every span from UTF-8 bytes: those into the clean text by one map, those into the input by another.
    mutating func convertSpans(text: OffsetMap, source: OffsetMap) {
        func convert<T>(_ values: inout [T], _ change: (inout T) -> Void) {
            for index in values.indices { change(&values[index]) }
        }
        if var article {
            convert(&article.paragraphs) { paragraph in
                paragraph.start = text[paragraph.start]
                paragraph.end = text[paragraph.end]
                paragraph.source = paragraph.source.map { source[$0] }
                convert(&paragraph.pieces) { piece in
                    piece.start = text[piece.start]
                    piece.end = text[piece.end]
                    piece.source = source[piece.source]
                }
            }
            convert(&article.sentences) { sentence in
                sentence.start = text[sentence.start]
                sentence.end = text[sentence.end]
            }
            convert(&article.removed) { removed in removed.source = removed.source.map { source[$0] } }
            self.article = article
        }
        if var entities {
            convert(&entities) { entity in
                convert(&entity.mentions) { mention in
                    mention.start = text[mention.start]
                    mention.end = text[mention.end]
                }
                convert(&entity.roles) { role in
                    role.start = text[role.start]
                    role.end = text[role.end]
                }
            }
            self.entities = entities
        }
        if var quotes {
            convert(&quotes) { quote in
                quote.start = text[quote.start]
                quote.end = text[quote.end]
            }
            self.quotes = quotes
        }
        if var summary {
            convert(&summary.sentences) { sentence in
                sentence.start = text[sentence.start]
                sentence.end = text[sentence.end]
            }
            self.summary = summary
        }
    }
}
