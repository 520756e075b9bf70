/// Ways to other articles.
extension CuePhrases {
    static let related: StaticString = """
        ~ our live blog
        ~ our liveblog
        ^ related articles
        ^ related article
        ^ related stories
        ^ related story
        ^ related posts
        ^ related content
        ^ related topics
        ^ related news
        ^ related coverage
        ^ related links
        ^ related reading
        = related
        ^ read more
        = more stories
        = more news
        = more from
        ^ more from
        ^ more on this
        ^ more on
        ^ more in
        ^ more stories
        ^ more news
        ^ see also
        ^ see more
        ^ also read
        ^ read also
        ^ also see
        ^ read next
        ^ up next
        ^ recommended
        ^ you may also like
        ^ you might also like
        ^ you may like
        ^ you may also be interested
        ^ around the web
        ^ from around the web
        ^ most read
        ^ most popular
        ^ most viewed
        ^ popular posts
        ^ popular stories
        ^ popular now
        ^ popular in
        ^ recent posts
        ^ recent articles
        ^ latest news
        ^ latest stories
        ^ latest posts
        ^ latest articles
        ^ top stories
        ^ top news
        = trending
        ^ trending now
        ^ trending stories
        ^ editor's picks
        ^ editors' picks
        ^ don't miss
        ^ in case you missed
        ^ keep reading
        ^ continue reading
        ^ what to read next
        ^ watch now
        ^ watch next
        ^ watch live
        ^ read the full story
        ^ read the original
        ^ click here to read
        ^ view original
        ^ lesen sie auch
        ^ lesen sie mehr
        ^ auch interessant
        ^ das könnte
        ^ mehr zum thema
        ^ mehr dazu
        ^ mehr von
        ^ mehr aus
        ^ ähnliche artikel
        ^ ähnliche beiträge
        ^ weitere artikel
        ^ weitere beiträge
        ^ weitere themen
        ^ weitere meldungen
        ^ weitere nachrichten
        ^ weiterlesen
        ^ weiterführende links
        ^ neueste beiträge
        ^ meistgelesen
        ^ meist gelesen
        ^ siehe auch
        ^ passend dazu
        ^ passend zum thema
        ^ zum thema
        ^ à lire aussi
        ^ a lire aussi
        ^ lire aussi
        ^ lire la suite
        ^ à découvrir
        ^ sur le même sujet
        ^ articles similaires
        ^ les plus lus
        ^ voir aussi
        ^ le más leído
        ^ lo más leído
        ^ lo más visto
        ^ más noticias
        ^ más leídas
        ^ noticias relacionadas
        ^ artículos relacionados
        ^ lea también
        ^ lee también
        ^ leer más
        ^ te puede interesar
        ^ te recomendamos
        ^ puede interesarle
        ^ leggi anche
        ^ leggi tutto
        ^ potrebbe interessarti
        ^ articoli correlati
        ^ i più letti
        ^ leia também
        ^ leia mais
        ^ veja também
        ^ saiba mais
        ^ mais lidas
        ^ notícias relacionadas
        ^ czytaj też
        ^ czytaj także
        ^ czytaj więcej
        ^ zobacz też
        ^ zobacz także
        ^ przeczytaj też
        ^ przeczytaj także
        ^ polecane
        ^ najnowsze
        ^ najczęściej czytane
        ^ lees ook
        ^ lees verder
        ^ lees meer
        ^ baca juga
        ^ читайте также
        """
}
