/// What readers may do with the article.
extension CuePhrases {
    static let social: StaticString = """
        = share
        = tweet
        = pin
        = pin it
        = facebook
        = twitter
        = instagram
        = linkedin
        = pinterest
        = whatsapp
        = telegram
        = reddit
        = youtube
        = tumblr
        = email
        = e-mail
        = google+
        = flipboard
        = rss
        = print email
        = copy link
        = save
        = like
        ^ share this
        ^ share on
        ^ share via
        ^ share by
        ^ share the
        ^ share article
        ^ share your
        ^ click to share
        ^ click to email
        ^ email this
        ^ tweet this
        ^ follow us
        ^ follow me
        ^ follow on
        = follow
        ^ like us on
        ^ like this
        ^ join us on
        ^ find us on
        ^ connect with us
        ^ show more sharing options
        ^ close extra sharing options
        ^ send to
        = teilen
        = twittern
        = merken
        ^ artikel teilen
        ^ auf facebook
        ^ auf twitter
        ^ per mail
        ^ folgen sie uns
        ^ folge uns
        = partager
        ^ partager sur
        ^ suivez-nous
        = compartir
        ^ compartir en
        ^ síguenos
        = condividi
        ^ seguici
        = compartilhar
        ^ compartilhe
        ^ siga-nos
        = udostępnij
        = podziel się
        = polub
        ^ obserwuj
        = delen
        = bagikan
        """

    static let comments: StaticString = """
        = comments
        = comment
        ^ leave a comment
        ^ leave a reply
        ^ post a comment
        ^ add a comment
        ^ write a comment
        ^ join the conversation
        ^ join the discussion
        ^ show comments
        ^ hide comments
        ^ view comments
        ^ read comments
        ^ comments are closed
        ^ no comments
        ^ comments powered by
        ~ to post a comment
        ~ to leave a comment
        ~ must be logged in
        ~ please enable javascript to view
        = reply
        = report
        ^ reply to
        ^ cancel reply
        ^ your email address will not be published
        ^ required fields are marked
        ^ notify me of
        ^ what do you think
        ^ kommentar
        ^ kommentare
        = antworten
        ^ diskutieren sie
        ^ schreibe einen kommentar
        ^ schreiben sie einen kommentar
        ^ ihr kommentar
        ^ deine e-mail-adresse
        = commentaires
        ^ laisser un commentaire
        ^ commenter
        ^ comentarios
        ^ deja un comentario
        ^ deja una respuesta
        ^ commenti
        ^ lascia un commento
        ^ comentários
        ^ deixe um comentário
        ^ deixe uma resposta
        ^ komentarze
        ^ dodaj komentarz
        ^ skomentuj
        ^ reacties
        ^ plaats een reactie
        ^ комментарии
        """
}
