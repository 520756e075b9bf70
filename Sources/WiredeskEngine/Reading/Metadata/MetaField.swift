/// What a `<meta>` says, by its name. Sites write the same thing under many names.
enum MetaField: Int, CaseIterable {
    case title, siteName, author, published, modified, section, articleTag, newsKeywords, keywords, language, url, image
    case firstLabel, firstValue, secondLabel, secondValue

    /// The field that a lower-case name stands for, and the name's rank among the field's: the lowest is believed first.
    static func of(_ name: String) -> (field: MetaField, rank: Int)? { table[name] }

    private static let table: [String: (field: MetaField, rank: Int)] = {
        var table: [String: (field: MetaField, rank: Int)] = [:]
        for (field, names) in names {
            for (rank, name) in names.description.parts(by: UInt8(ascii: " "), UInt8(ascii: "\n")).enumerated() {
                table[name] = (field, rank)
            }
        }
        return table
    }()

    /// Names from this rank on say a date of any kind: often of the last change, or of the page's delivery.
    static let vagueDates = of("dc:date")?.rank ?? 0

    /// The names of each field, the most trustworthy first.
    private static let names: [(MetaField, StaticString)] = [
        (
            .title,
            """
            dc:title dcterms:title og:title twitter:title dc.title dcterms.title parsely-title sailthru.title
            """
        ),
        (.siteName, "og:site_name application-name apple-mobile-web-app-title"),
        (
            .author,
            """
            dc:creator dcterms:creator author article:author article:author_name dc.creator dcterms.creator \
            dc.contributor parsely-author sailthru.author byl authors creator cxenseparse:author og:author \
            og:article:author citation_author vr:author shareaholic:article_author_name article.author \
            mediator_author newsauthor bt:author
            """
        ),
        (
            .published,
            """
            article:published_time og:published_time og:article:published_time datepublished article:published \
            article.published publish_date publish-date published_date publishdate pubdate parsely-pub-date \
            sailthru.date dc.date.issued dcterms.issued dcterms.available dc.date.created dcterms.created \
            cxenseparse:recs:publishtime cxenseparse:publishtime article_date_original \
            originalpublicationdate publication_date citation_publication_date citation_date ptime bt:pubdate \
            displaydate date_published published_time_telegram shareaholic:article_published_time \
            vr:published_time article:post_date datecreated created rnews:datepublished releasedate \
            content_create_date dc:date dc.date dcterms.date date
            """
        ),
        (
            .modified,
            """
            article:modified_time og:updated_time og:modified_time article:modified datemodified \
            dc.date.modified dcterms.modified last-modified lastmod modified_time \
            shareaholic:article_modified_time revised bt:moddate date_modified
            """
        ),
        (.section, "article:section section parsely-section dc.subject"),
        (.articleTag, "article:tag"), (.newsKeywords, "news_keywords"), (.keywords, "keywords"),
        (.language, "og:locale content-language language dc.language"),
        (.url, "og:url"), (.image, "og:image og:image:url twitter:image"),
        (.firstLabel, "twitter:label1"), (.firstValue, "twitter:data1"),
        (.secondLabel, "twitter:label2"), (.secondValue, "twitter:data2"),
    ]
}
