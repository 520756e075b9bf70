/// Who made the page, when, and what they owe.
extension CuePhrases {
    static let byline: StaticString = """
        ^ by
        ^ written by
        ^ posted by
        ^ published by
        ^ von
        ^ par
        ^ por
        """

    static let dateline: StaticString = """
        ^ published
        ^ updated
        ^ last updated
        ^ posted on
        ^ posted
        ^ first published
        ~ min read
        ~ minute read
        ~ hours ago
        ~ hour ago
        ~ days ago
        ~ day ago
        ~ minutes ago
        ~ weeks ago
        ~ months ago
        ~ years ago
        ^ veröffentlicht
        ^ aktualisiert
        ^ stand
        ^ publié
        ^ mis à jour
        ^ publicado
        ^ actualizado
        ^ pubblicato
        ^ atualizado
        ^ opublikowano
        """

    static let credit: StaticString = """
        ^ photo by
        ^ photos by
        ^ photo
        ^ photo credit
        ^ photo courtesy
        ^ image credit
        ^ image credits
        ^ image courtesy
        ^ image source
        ^ image via
        ^ picture credit
        ^ credit
        ^ getty images
        = reuters
        = ap
        ~ getty images
        ~ ap photo
        ~ file photo
        ~ photo illustration
        ^ foto
        ^ fotos
        ^ bild
        ^ bildquelle
        ^ bildnachweis
        ^ quelle
        ^ crédit photo
        ^ crédits photo
        ^ photo afp
        ^ fot
        ^ imagen
        """

    static let legal: StaticString = """
        ^ copyright
        ^ ©
        ~ all rights reserved
        ~ alle rechte vorbehalten
        ~ tous droits réservés
        ~ todos los derechos reservados
        ~ tutti i diritti riservati
        ~ todos os direitos reservados
        ~ wszelkie prawa zastrzeżone
        ~ may not be published broadcast rewritten or redistributed
        ~ may not be reproduced
        ~ terms of service
        ~ terms of use
        ~ terms and conditions
        ~ terms & conditions
        ~ privacy policy
        = privacy
        = terms
        = disclaimer
        = legal notice
        = impressum
        = datenschutz
        = agb
        ~ datenschutzerklärung
        ~ mentions légales
        ~ aviso legal
        ~ política de privacidad
        ~ política de privacidade
        ~ note legali
        ~ polityka prywatności
        ~ opinions expressed
        ~ views expressed
        ~ views and opinions
        ~ those of the author
        ~ those of the writer
        ~ protected by recaptcha
        """

    static let boilerplate: StaticString = """
        ~ originally published
        ~ first appeared on
        ~ originally appeared
        ^ this article originally
        ^ this story originally
        ^ powered by
        ^ read more from original
        ~ original article here
        ~ requires javascript
        ~ enable javascript
        ~ send us a tip
        ~ got a tip
        ~ report a typo
        ~ download our app
        ~ app store
        ~ google play
        ^ about the author
        ^ about author
        ^ über den autor
        ^ reporting by
        ^ additional reporting
        ^ editing by
        """
}
