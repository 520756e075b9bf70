/// Wordings of page furniture, each with what it tells of.
///
/// One line each: the reason, how the phrase is to stand in the block, and the phrase in lower case, without
/// punctuation. `=` the phrase is the whole block, `^` the block begins with it and is short, `~` a short block holds it.
enum CuePhrases {
    static let table: StaticString = """
        navigation = home
        navigation = menu
        navigation = main menu
        navigation = search
        navigation = skip to content
        navigation ^ skip to
        navigation ^ jump to
        navigation ^ back to top
        navigation = top
        navigation ^ scroll to top
        navigation = next
        navigation = previous
        navigation = next article
        navigation = previous article
        navigation ^ next post
        navigation ^ previous post
        navigation ^ next story
        navigation ^ previous story
        navigation = contact
        navigation = contact us
        navigation = about
        navigation = about us
        navigation = sitemap
        navigation = site map
        navigation = archive
        navigation = archives
        navigation = categories
        navigation = sections
        navigation = print
        navigation = print this article
        navigation = more
        navigation = show more
        navigation = load more
        navigation = view all
        navigation = see all
        navigation ^ toggle
        navigation = close
        navigation = loading
        navigation = tags
        navigation ^ tags
        navigation ^ filed under
        navigation ^ posted in
        navigation ^ categorized
        navigation ^ topics
        navigation = view gallery
        navigation = view comments
        navigation = startseite
        navigation = suche
        navigation = menü
        navigation ^ zum inhalt
        navigation ^ nach oben
        navigation = zurück
        navigation = weiter
        navigation = kontakt
        navigation = schlagwörter
        navigation = drucken
        navigation ^ seite drucken
        navigation = themen
        navigation = accueil
        navigation = rechercher
        navigation = recherche
        navigation ^ retour en haut
        navigation = inicio
        navigation = buscar
        navigation = portada
        navigation ^ volver arriba
        navigation = cerca
        navigation ^ torna su
        navigation = início
        navigation ^ voltar ao topo
        navigation = szukaj
        navigation ^ strona główna
        navigation ^ wróć na górę
        navigation = etiquetas
        navigation = mots-clés
        navigation = tagi
        navigation = tag
        navigation ^ image 1 of
        navigation = caption
        navigation = slideshow
        navigation ^ click to enlarge
        navigation ^ listen to this article
        navigation ^ table of contents
        navigation ^ in this article
        advertisement = advertisement
        advertisement = advertisements
        advertisement = advert
        advertisement = ad
        advertisement = ads
        advertisement = sponsored
        advertisement ^ sponsored content
        advertisement ^ sponsored links
        advertisement ^ paid content
        advertisement ^ promoted stories
        advertisement ^ promoted content
        advertisement ^ advertisement scroll
        advertisement ^ advertisement continue
        advertisement ^ story continues below
        advertisement ^ article continues below
        advertisement ^ continue reading below
        advertisement ^ continue reading the main story
        advertisement ^ story continues after
        advertisement ^ article continues after
        advertisement ^ scroll to continue
        advertisement ~ amazon associate
        advertisement ~ affiliate commission
        advertisement ~ affiliate links
        advertisement ~ affiliate link
        advertisement ~ earn a commission
        advertisement ~ earn from qualifying purchases
        advertisement ^ ads by
        advertisement = anzeige
        advertisement = anzeigen
        advertisement = werbung
        advertisement ^ artikel wird nach
        advertisement ^ anzeige
        advertisement ~ affiliate-links
        advertisement = publicité
        advertisement = publicidad
        advertisement = pubblicità
        advertisement = publicidade
        advertisement = reklama
        advertisement ^ continua após a publicidade
        advertisement ^ la suite après cette publicité
        advertisement = advertentie
        advertisement = iklan
        advertisement = реклама
        consent ~ we use cookies
        consent ~ uses cookies
        consent ~ use of cookies
        consent ^ cookie settings
        consent ^ cookie policy
        consent ^ cookie preferences
        consent ^ manage cookies
        consent ^ accept all
        consent ^ accept cookies
        consent ~ your privacy choices
        consent ~ cookie notice
        consent ~ privacy settings
        consent ~ verwendet cookies
        consent ~ verwenden cookies
        consent ~ nutzung von cookies
        consent ~ cookie-einstellungen
        consent ~ utilise des cookies
        consent ~ utilisation de cookies
        consent ~ utiliza cookies
        consent ~ utilizamos cookies
        consent ~ uso de cookies
        consent ~ utilizza i cookie
        consent ~ plików cookies
        consent ~ plików cookie
        related ^ related articles
        related ^ related article
        related ^ related stories
        related ^ related story
        related ^ related posts
        related ^ related content
        related ^ related topics
        related ^ related news
        related ^ related coverage
        related ^ related links
        related ^ related reading
        related = related
        related ^ read more
        related = more stories
        related = more news
        related = more from
        related ^ more from
        related ^ more on this
        related ^ more on
        related ^ more in
        related ^ more stories
        related ^ more news
        related ^ see also
        related ^ see more
        related ^ also read
        related ^ read also
        related ^ also see
        related ^ read next
        related ^ up next
        related ^ recommended
        related ^ you may also like
        related ^ you might also like
        related ^ you may like
        related ^ you may also be interested
        related ^ around the web
        related ^ from around the web
        related ^ most read
        related ^ most popular
        related ^ most viewed
        related ^ popular posts
        related ^ popular stories
        related ^ popular now
        related ^ popular in
        related ^ recent posts
        related ^ recent articles
        related ^ latest news
        related ^ latest stories
        related ^ latest posts
        related ^ latest articles
        related ^ top stories
        related ^ top news
        related = trending
        related ^ trending now
        related ^ trending stories
        related ^ editor's picks
        related ^ editors' picks
        related ^ don't miss
        related ^ in case you missed
        related ^ keep reading
        related ^ continue reading
        related ^ what to read next
        related ^ watch now
        related ^ watch next
        related ^ watch live
        related ^ read the full story
        related ^ read the original
        related ^ click here to read
        related ^ view original
        related ^ lesen sie auch
        related ^ lesen sie mehr
        related ^ auch interessant
        related ^ das könnte
        related ^ mehr zum thema
        related ^ mehr dazu
        related ^ mehr von
        related ^ mehr aus
        related ^ ähnliche artikel
        related ^ ähnliche beiträge
        related ^ weitere artikel
        related ^ weitere beiträge
        related ^ weitere themen
        related ^ weitere meldungen
        related ^ weitere nachrichten
        related ^ weiterlesen
        related ^ weiterführende links
        related ^ neueste beiträge
        related ^ meistgelesen
        related ^ meist gelesen
        related ^ siehe auch
        related ^ passend dazu
        related ^ passend zum thema
        related ^ zum thema
        related ^ à lire aussi
        related ^ a lire aussi
        related ^ lire aussi
        related ^ lire la suite
        related ^ à découvrir
        related ^ sur le même sujet
        related ^ articles similaires
        related ^ les plus lus
        related ^ voir aussi
        related ^ le más leído
        related ^ lo más leído
        related ^ lo más visto
        related ^ más noticias
        related ^ más leídas
        related ^ noticias relacionadas
        related ^ artículos relacionados
        related ^ lea también
        related ^ lee también
        related ^ leer más
        related ^ te puede interesar
        related ^ te recomendamos
        related ^ puede interesarle
        related ^ leggi anche
        related ^ leggi tutto
        related ^ potrebbe interessarti
        related ^ articoli correlati
        related ^ i più letti
        related ^ leia também
        related ^ leia mais
        related ^ veja também
        related ^ saiba mais
        related ^ mais lidas
        related ^ notícias relacionadas
        related ^ czytaj też
        related ^ czytaj także
        related ^ czytaj więcej
        related ^ zobacz też
        related ^ zobacz także
        related ^ przeczytaj też
        related ^ przeczytaj także
        related ^ polecane
        related ^ najnowsze
        related ^ najczęściej czytane
        related ^ lees ook
        related ^ lees verder
        related ^ lees meer
        related ^ baca juga
        related ^ читайте также
        subscription = subscribe
        subscription = subscribe now
        subscription ^ subscribe to
        subscription ^ subscribe for
        subscription ^ subscribe today
        subscription ^ sign up
        subscription = sign in
        subscription = log in
        subscription = login
        subscription = register
        subscription ^ register now
        subscription ^ create an account
        subscription ^ already a subscriber
        subscription ^ already have an account
        subscription ^ become a member
        subscription ^ become a subscriber
        subscription ^ support our journalism
        subscription ^ support us
        subscription ~ our newsletter
        subscription ~ newsletter sign up
        subscription ~ newsletter signup
        subscription ^ newsletter
        subscription ^ newsletters
        subscription ^ get the latest
        subscription ^ get our
        subscription ~ delivered to your inbox
        subscription ~ straight to your inbox
        subscription ~ in your inbox
        subscription ^ enter your email
        subscription ^ your email address
        subscription ^ thank you for subscribing
        subscription ^ thanks for subscribing
        subscription ^ thank you for signing up
        subscription ^ adblock
        subscription ^ ad blocker
        subscription ~ ad blocker
        subscription ~ ad-blocker
        subscription ~ adblocker
        subscription ^ please consider supporting
        subscription ^ please consider donating
        subscription ^ donate
        subscription ^ to continue reading
        subscription ^ this content is for subscribers
        subscription = abonnieren
        subscription = anmelden
        subscription = einloggen
        subscription ^ jetzt abonnieren
        subscription ^ newsletter abonnieren
        subscription ~ unseren newsletter
        subscription ~ zum newsletter
        subscription ^ registrieren
        subscription ^ mitglied werden
        subscription ^ spenden
        subscription ^ s'abonner
        subscription ^ abonnez-vous
        subscription ^ se connecter
        subscription ^ s'inscrire
        subscription ^ inscrivez-vous
        subscription ~ notre newsletter
        subscription ^ suscríbete
        subscription ^ suscribirse
        subscription ^ suscríbase
        subscription ^ iniciar sesión
        subscription ^ regístrate
        subscription ^ abbonati
        subscription ^ iscriviti
        subscription ^ accedi
        subscription ^ assine
        subscription ^ inscreva-se
        subscription ^ entrar
        subscription ^ zaloguj
        subscription ^ zarejestruj
        subscription ^ zapisz się
        subscription ^ prenumerata
        social = share
        social = tweet
        social = pin
        social = pin it
        social = facebook
        social = twitter
        social = instagram
        social = linkedin
        social = pinterest
        social = whatsapp
        social = telegram
        social = reddit
        social = youtube
        social = tumblr
        social = email
        social = e-mail
        social = google+
        social = flipboard
        social = rss
        social = print email
        social = copy link
        social = save
        social = like
        social ^ share this
        social ^ share on
        social ^ share via
        social ^ share the
        social ^ share article
        social ^ share your
        social ^ click to share
        social ^ click to email
        social ^ email this
        social ^ tweet this
        social ^ follow us
        social ^ follow me
        social ^ follow on
        social = follow
        social ^ like us on
        social ^ like this
        social ^ join us on
        social ^ find us on
        social ^ connect with us
        social ^ show more sharing options
        social ^ close extra sharing options
        social ^ send to
        social = teilen
        social = twittern
        social = merken
        social ^ artikel teilen
        social ^ auf facebook
        social ^ auf twitter
        social ^ per mail
        social ^ folgen sie uns
        social ^ folge uns
        social = partager
        social ^ partager sur
        social ^ suivez-nous
        social = compartir
        social ^ compartir en
        social ^ síguenos
        social = condividi
        social ^ seguici
        social = compartilhar
        social ^ compartilhe
        social ^ siga-nos
        social = udostępnij
        social = podziel się
        social = polub
        social ^ obserwuj
        social = delen
        social = bagikan
        comments = comments
        comments = comment
        comments ^ leave a comment
        comments ^ leave a reply
        comments ^ post a comment
        comments ^ add a comment
        comments ^ write a comment
        comments ^ join the conversation
        comments ^ join the discussion
        comments ^ show comments
        comments ^ hide comments
        comments ^ view comments
        comments ^ read comments
        comments ^ comments are closed
        comments ^ no comments
        comments ^ comments powered by
        comments ~ to post a comment
        comments ~ to leave a comment
        comments ~ must be logged in
        comments ~ please enable javascript to view
        comments = reply
        comments = report
        comments ^ reply to
        comments ^ cancel reply
        comments ^ your email address will not be published
        comments ^ required fields are marked
        comments ^ notify me of
        comments ^ what do you think
        comments ^ kommentar
        comments ^ kommentare
        comments = antworten
        comments ^ diskutieren sie
        comments ^ schreibe einen kommentar
        comments ^ schreiben sie einen kommentar
        comments ^ ihr kommentar
        comments ^ deine e-mail-adresse
        comments = commentaires
        comments ^ laisser un commentaire
        comments ^ commenter
        comments ^ comentarios
        comments ^ deja un comentario
        comments ^ deja una respuesta
        comments ^ commenti
        comments ^ lascia un commento
        comments ^ comentários
        comments ^ deixe um comentário
        comments ^ deixe uma resposta
        comments ^ komentarze
        comments ^ dodaj komentarz
        comments ^ skomentuj
        comments ^ reacties
        comments ^ plaats een reactie
        comments ^ комментарии
        credit ^ photo by
        credit ^ photos by
        credit ^ photo
        credit ^ photo credit
        credit ^ photo courtesy
        credit ^ image credit
        credit ^ image credits
        credit ^ image courtesy
        credit ^ image source
        credit ^ image via
        credit ^ picture credit
        credit ^ credit
        credit ^ getty images
        credit = reuters
        credit = ap
        credit ~ getty images
        credit ~ ap photo
        credit ~ file photo
        credit ~ photo illustration
        credit ^ foto
        credit ^ fotos
        credit ^ bild
        credit ^ bildquelle
        credit ^ bildnachweis
        credit ^ quelle
        credit ^ crédit photo
        credit ^ crédits photo
        credit ^ photo afp
        credit ^ fot
        credit ^ imagen
        legal ^ copyright
        legal ^ ©
        legal ~ all rights reserved
        legal ~ alle rechte vorbehalten
        legal ~ tous droits réservés
        legal ~ todos los derechos reservados
        legal ~ tutti i diritti riservati
        legal ~ todos os direitos reservados
        legal ~ wszelkie prawa zastrzeżone
        legal ~ may not be published broadcast rewritten or redistributed
        legal ~ may not be reproduced
        legal ~ terms of service
        legal ~ terms of use
        legal ~ terms and conditions
        legal ~ terms & conditions
        legal ~ privacy policy
        legal = privacy
        legal = terms
        legal = disclaimer
        legal = legal notice
        legal = impressum
        legal = datenschutz
        legal = agb
        legal ~ datenschutzerklärung
        legal ~ mentions légales
        legal ~ aviso legal
        legal ~ política de privacidad
        legal ~ política de privacidade
        legal ~ note legali
        legal ~ polityka prywatności
        legal ~ opinions expressed
        legal ~ views expressed
        legal ~ views and opinions
        legal ~ those of the author
        legal ~ those of the writer
        legal ~ protected by recaptcha
        boilerplate ~ originally published
        boilerplate ~ first appeared on
        boilerplate ~ originally appeared
        boilerplate ^ this article originally
        boilerplate ^ this story originally
        boilerplate ^ powered by
        boilerplate ^ read more from original
        boilerplate ~ original article here
        boilerplate ~ requires javascript
        boilerplate ~ enable javascript
        boilerplate ~ send us a tip
        boilerplate ~ got a tip
        boilerplate ~ report a typo
        boilerplate ~ download our app
        boilerplate ~ app store
        boilerplate ~ google play
        boilerplate ^ about the author
        boilerplate ^ about author
        boilerplate ^ über den autor
        boilerplate ^ reporting by
        boilerplate ^ additional reporting
        boilerplate ^ editing by
        byline ^ by
        byline ^ written by
        byline ^ posted by
        byline ^ published by
        byline ^ von
        byline ^ par
        byline ^ por
        dateline ^ published
        dateline ^ updated
        dateline ^ last updated
        dateline ^ posted on
        dateline ^ posted
        dateline ^ first published
        dateline ~ min read
        dateline ~ minute read
        dateline ~ hours ago
        dateline ~ hour ago
        dateline ~ days ago
        dateline ~ day ago
        dateline ~ minutes ago
        dateline ~ weeks ago
        dateline ~ months ago
        dateline ~ years ago
        dateline ^ veröffentlicht
        dateline ^ aktualisiert
        dateline ^ stand
        dateline ^ publié
        dateline ^ mis à jour
        dateline ^ publicado
        dateline ^ actualizado
        dateline ^ pubblicato
        dateline ^ atualizado
        dateline ^ opublikowano
        """
}
