extension MarkupVocabulary {
    /// English first, then what German, Spanish, French, Italian, Portuguese and Polish sites use.
    static let words: [(MarkupEvidence, String)] = [
        (
            .comments,
            """
            comment comments commenting commentary disqus respond reply replies discussion forum kommentar kommentare \
            kommentieren comentarios comentario commentaires commentaire commenti comentarz comentarze leserbrief guestbook
            """
        ),
        (
            .share,
            """
            share sharing shares social socials sharedaddy addthis addtoany sharethis teilen facebook twitter whatsapp \
            pinterest linkedin follow followus sociable shariff partager compartir compartilhar condividi sharebar
            """
        ),
        (
            .related,
            """
            related recommended recommend recommendation recommendations recirc recirculation outbrain taboola zergnet yarpp \
            similar readmore seealso more morefrom further next prev previous nextpost upnext weitere mehr verwandte \
            relacionadas relacionados relacionado relacionada similaires associes correlati powiazane ligatus interlink \
            suggestions suggested crosslink linkbox readalso endlist
            """
        ),
        (
            .popular,
            "popular trending latest mostread top recent news ticker neueste beliebt hot newest headlines meistgelesen"
        ),
        (
            .subscription,
            """
            newsletter newsletters subscribe subscription subscriber subscribers signup optin mailchimp paywall paid premium \
            register registration login signin abo abonnement piano regwall membership donate donation support convertkit \
            metered plus
            """
        ),
        (
            .advertisement,
            """
            ad ads adv advert advertisement advertising advertorial adslot adunit adsense adbox adcontainer sponsor sponsored \
            sponsors promo promotion promoted promos dfp gpt banner banners anzeige anzeigen werbung affiliate publicidad \
            publicite pub commercial partner partners shop shopping deals deal buy product products coupon
            """
        ),
        (.consent, "cookie cookies consent gdpr privacy cmp onetrust usercentrics sourcepoint datenschutz didomi ccpa"),
        (
            .navigation,
            """
            nav navigation menu menus navbar breadcrumb breadcrumbs pagination pager paging sitemap topbar toolbar tabs tab \
            toc skip jump navi subnav megamenu sitenav dropdown pagenav
            """
        ),
        (.footer, "footer foot bottom colophon fuss siteinfo footnav pagefooter"),
        (.header, "header masthead head top logo branding"),
        (
            .sidebar,
            "sidebar sidebars rail complementary secondary aside marginal marginalie rightcol leftcol sidecol side"
        ),
        (
            .tags,
            """
            tag tags tagged topics topic keywords keyword category categories categoria categorias schlagworte schlagwort \
            themen tagcloud labels hashtags etiquetas
            """
        ),
        (
            .byline,
            """
            byline author authors autor autoren autore auteur autora writer writers bio vcard contributor contributors \
            columnist reporter correspondent verfasser signature firma redakteur
            """
        ),
        (
            .date,
            """
            date dates time timestamp datetime published pubdate dateline datum fecha data updated modified publish \
            datepublished datemodified posted when
            """
        ),
        (
            .caption,
            "caption captions figcaption captiontext bildunterschrift cutline legende bu imagecaption pie description"
        ),
        (
            .credit,
            "credit credits photographer copyright fotograf rights quelle source sources agency bildquelle imgsource"
        ),
        (
            .media,
            """
            image images img photo photos picture pictures figure gallery slideshow slider carousel video videos media player \
            embed audio podcast thumb thumbnail bild bilder foto fotos galerie galleria bildergalerie youtube instagram
            """
        ),
        (
            .article,
            """
            article articles story post entry blogpost artikel articulo noticia blog item hentry nota single \
            artigo articolo artykul beitrag meldung
            """
        ),
        (
            .body,
            """
            body content contents text richtext prose copy copytext paragraph paragraphs maintext textbody \
            bodytext bodycopy cuerpo corps inhalt wysiwyg editor fliesstext absatz texto texte \
            contenu contenido conteudo contenuto tresc para
            """
        ),
        (
            .intro,
            """
            intro introduction lead lede leadin standfirst summary excerpt abstract vorspann chapo chapeau bajada copete \
            introtext sapo entradilla sumario
            """
        ),
        (.teaser, "teaser teasers card cards tile tiles preview listing feed grid snippet stream abstract river block"),
        (.title, "title titles headline headlines heading hed titel titulo titre titolo ueberschrift h1 name titulos"),
        (.hidden, "hidden hide sr visually screenreader invisible visuallyhidden offscreen screen noprint print"),
        (
            .overlay,
            "modal popup overlay lightbox dialog toast tooltip popover alert notice notification message bar interstitial"
        ),
        (.quote, "quote quotes blockquote pullquote zitat quotation cite pull cita citation"),
        (
            .box,
            "infobox box factbox info infos faktenbox note callout panel infokasten kasten module fact facts highlight"
        ),
        (.form, "form forms search suche input contact wpcf rechercher poll survey quiz vote"),
        (.metadata, "meta metadata postmeta entrymeta details data info eyebrow kicker dachzeile roofline overline"),
        (
            .tools,
            "tools tool actions action button buttons btn link links icon icons utility utilities controls rating ratings"
        ),
        (.list, "list lists liste row rows items ul li"),
        (.section, "section ressort rubrik rubrique seccion seccao sezione channel"),
        (.widget, "widget widgets plugin module component aggregate"),
        (.legal, "legal disclaimer terms imprint impressum agb disclosure license licence lizenz"),
        (
            .subtitle,
            "subtitle subheadline subheading subhead dek deck subtitulo untertitel subline tagline soustitre sub"
        ),
        (.live, "live liveblog liveticker timeline update updates"),
        (.main, "main primary hauptinhalt principal mainbody"),
        (.reference, "reference references footnote footnotes citations reflist sources bibliography"),
    ]
}
