/// Menus and ways around the site.
extension CuePhrases {
    static let navigation: StaticString = """
        = home
        = menu
        = main menu
        = search
        = skip to content
        ^ skip to
        ^ jump to
        ^ back to top
        = top
        ^ scroll to top
        = next
        = previous
        = next article
        = previous article
        ^ next post
        ^ previous post
        ^ next story
        ^ previous story
        = contact
        = contact us
        = about
        = about us
        = sitemap
        = site map
        = archive
        = archives
        = categories
        = sections
        = print
        = print this article
        = more
        = show more
        = load more
        = view all
        = see all
        ^ toggle
        = close
        = loading
        = tags
        ^ tags
        ^ filed under
        ^ posted in
        ^ categorized
        ^ topics
        = view gallery
        = view comments
        = startseite
        = suche
        = menü
        ^ zum inhalt
        ^ nach oben
        = zurück
        = weiter
        = kontakt
        = schlagwörter
        = drucken
        ^ seite drucken
        = themen
        = accueil
        = rechercher
        = recherche
        ^ retour en haut
        = inicio
        = buscar
        = portada
        ^ volver arriba
        = cerca
        ^ torna su
        = início
        ^ voltar ao topo
        = szukaj
        ^ strona główna
        ^ wróć na górę
        = etiquetas
        = mots-clés
        = tagi
        = tag
        ^ image 1 of
        = caption
        = slideshow
        ^ click to enlarge
        ^ listen to this article
        ^ table of contents
        ^ in this article
        """
}
