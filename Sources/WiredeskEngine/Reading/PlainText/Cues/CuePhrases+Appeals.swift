/// What the site wants of its readers.
extension CuePhrases {
    static let subscription: StaticString = """
        = subscribe
        = subscribe now
        ^ subscribe to
        ^ subscribe for
        ^ subscribe today
        ^ sign up
        = sign in
        = log in
        = login
        = register
        ^ register now
        ^ create an account
        ^ already a subscriber
        ^ already have an account
        ^ become a member
        ^ become a subscriber
        ^ support our journalism
        ^ support us
        ~ our newsletter
        ~ newsletter sign up
        ~ newsletter signup
        ^ newsletter
        ^ newsletters
        ^ get the latest
        ^ get our
        ~ delivered to your inbox
        ~ straight to your inbox
        ~ in your inbox
        ^ enter your email
        ^ your email address
        ^ thank you for subscribing
        ^ thanks for subscribing
        ^ thank you for signing up
        ^ adblock
        ^ ad blocker
        ~ ad blocker
        ~ ad-blocker
        ~ adblocker
        ^ please consider supporting
        ^ please consider donating
        ^ donate
        ^ to continue reading
        ^ this content is for subscribers
        = abonnieren
        = anmelden
        = einloggen
        ^ jetzt abonnieren
        ^ newsletter abonnieren
        ~ unseren newsletter
        ~ zum newsletter
        ^ registrieren
        ^ mitglied werden
        ^ spenden
        ^ s'abonner
        ^ abonnez-vous
        ^ se connecter
        ^ s'inscrire
        ^ inscrivez-vous
        ~ notre newsletter
        ^ suscríbete
        ^ suscribirse
        ^ suscríbase
        ^ iniciar sesión
        ^ regístrate
        ^ abbonati
        ^ iscriviti
        ^ accedi
        ^ assine
        ^ inscreva-se
        ^ entrar
        ^ zaloguj
        ^ zarejestruj
        ^ zapisz się
        ^ prenumerata
        """

    static let advertisement: StaticString = """
        = advertisement
        = advertisements
        = advert
        = ad
        = ads
        = sponsored
        ^ sponsored content
        ^ sponsored links
        ^ paid content
        ^ promoted stories
        ^ promoted content
        ^ advertisement scroll
        ^ advertisement continue
        ^ story continues below
        ^ article continues below
        ^ continue reading below
        ^ continue reading the main story
        ^ story continues after
        ^ article continues after
        ^ scroll to continue
        ~ amazon associate
        ~ affiliate commission
        ~ affiliate links
        ~ affiliate link
        ~ earn a commission
        ~ earn from qualifying purchases
        ^ ads by
        = anzeige
        = anzeigen
        = werbung
        ^ artikel wird nach
        ^ anzeige
        ~ affiliate-links
        = publicité
        = publicidad
        = pubblicità
        = publicidade
        = reklama
        ^ continua após a publicidade
        ^ la suite après cette publicité
        = advertentie
        = iklan
        = реклама
        """

    static let consent: StaticString = """
        ~ we use cookies
        ~ uses cookies
        ~ use of cookies
        ^ cookie settings
        ^ cookie policy
        ^ cookie preferences
        ^ manage cookies
        ^ accept all
        ^ accept cookies
        ~ your privacy choices
        ~ cookie notice
        ~ privacy settings
        ~ verwendet cookies
        ~ verwenden cookies
        ~ nutzung von cookies
        ~ cookie-einstellungen
        ~ utilise des cookies
        ~ utilisation de cookies
        ~ utiliza cookies
        ~ utilizamos cookies
        ~ uso de cookies
        ~ utilizza i cookie
        ~ plików cookies
        ~ plików cookie
        """
}
