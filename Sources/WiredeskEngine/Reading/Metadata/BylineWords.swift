/// The words that bylines are made of besides names, lower-case, without the punctuation around them.
enum BylineWords {
    /// What a byline begins with, one phrase a line.
    static let prefixes: StaticString = """
        this article was written by
        words and photos by
        article written by
        story by
        written by
        reported by
        posted by
        published by
        submitted by
        added by
        created by
        article by
        report by
        text by
        words by
        a column by
        opinion by
        analysis by
        guest post by
        ein beitrag von
        ein artikel von
        geschrieben von
        verfasst von
        veröffentlicht von
        aus der feder von
        erstellt von
        gepostet von
        eingestellt von
        autorin
        autoren
        autor:in
        autor*in
        author(s)
        authors
        author
        autor
        auteur
        auteurs
        auteur(s)
        autore
        redakteur
        redakcja
        écrit par
        publié par
        rédigé par
        propos recueillis par
        escrito por
        publicado por
        escrito
        scritto da
        pubblicato da
        a cura di
        geschreven door
        door
        oleh
        penulis
        opracował
        opracowała
        napisał
        автор
        by
        von
        vom
        par
        por
        di
        da
        af
        av
        przez
        beitragvon
        beitrag von
        ein gastbeitrag von
        gastbeitrag von
        eine kolumne von
        kolumne von
        ein kommentar von
        kommentar von
        ein interview von
        interview von
        eine analyse von
        analyse von
        ein essay von
        bericht von
        artikel von
        text von
        ein bericht von
        reportage von
        von unserem redakteur
        von unserer redakteurin
        von unserem korrespondenten
        contributed by
        geschrieben durch
        une chronique de
        texte par
        texto de
        texto por
        redacción por
        testo di
        articolo di
        redação por
        autor tekstu
        napisane przez
        skrevet av
        skriven av
        tekst av
        text av
        """

    static let lists: [(BylineWordKind, StaticString)] = [
        (
            .conjunction,
            """
            and und et y e i en och og dan with mit avec con и
            """
        ),
        (
            .end,
            """
            for in on at from of via für aus am um vom auf pour para per is ist updated published posted \
            last special
            """
        ),
        (
            .generation,
            """
            jr sr ii iii iv
            """
        ),
        (
            .particle,
            """
            de del della di da dos das do van von der den dem ter ten zu zum zur la le el al bin ibn af av \
            of y e du des st san t
            """
        ),
        (
            .role,
            """
            staff writer writers reporter reporters editor editors correspondent correspondents contributor \
            contributors contributing columnist journalist author senior chief deputy associate assistant \
            managing executive freelance freelancer special guest blogger photographer producer intern \
            director professor president founder manager ceo redakteur redakteurin redaktorin redaktor \
            volontär volontärin chefredakteur chefredakteurin korrespondent korrespondentin autor autorin \
            journalistin leiter leiterin mitarbeiter freier freie rechtsanwalt rechtsanwältin redactor \
            redactora periodista corresponsal journaliste rédacteur rédactrice envoyé giornalista redattore \
            jornalista repórter dziennikarz dziennikarka administrator admin webmaster moderator phd ph.d md \
            m.d managerin kolumnist kolumnistin redaktionsleiter redaktionsleiterin reporterin fotograf \
            fotografin gastautor gastautorin geschäftsführer geschäftsführerin sprecher sprecherin \
            engineer developer analyst strategist economist attorney pressesprecher pressesprecherin leitung ressortleiter ressortleiterin herausgeber herausgeberin \
            autor:in
            """
        ),
        (
            .organization,
            """
            news press agency agencies agentur agenturen agencia agencias agence agenzia team desk newsroom \
            redaktion redacción redaccion rédaction redazione redação redacja redactie service services \
            network magazine magazin zeitung online media times post herald tribune gazette journal daily \
            university institute institut department ministry ministerium office association foundation \
            verein verband pressestelle presse pressemitteilung inc ltd llc gmbh ag e.v group gruppe company \
            corporation wire newswire board committee bureau diario editorial editors netzwerk portal blog \
            tv radio welt stiftung studio center centre council club zespół contributors редакция
            """
        ),
        (
            .agency,
            """
            ap afp dpa reuters upi efe ansa apa pap tass xinhua sid kna epd afp.com bloomberg dts pti ani \
            ians interfax belga anp lusa sda keystone-sda ots presseportal
            """
        ),
        (
            .time,
            """
            ago minutes minute hours hour days day today yesterday gestern heute uhr am pm min read updated \
            published shares share comments comment follow view profile posts email e-mail bio twitter \
            facebook instagram linkedin kommentare kommentar monday tuesday wednesday thursday friday \
            saturday sunday folgen suivre seguir
            """
        ),
        (
            .weekday,
            """
            mo di mi do fr sa so mon tue wed thu fri sat sun
            """
        ),
        (
            .label,
            """
            posted published written posts articles stories beiträge artikel alle on am erstellt geschrieben \
            veröffentlicht verfasst eingestellt updated reviewed more view see publicado escrito publié \
            article column story ein beitrag kolumne kommentar gastbeitrag gastkommentar essay analyse \
            interview reportage bericht eine gastartikel glosse rezension leitartikel opinion analysis \
            commentary contributed chronique tribune entrevista texto artículo articolo artykuł originally \
            first edited editor post blog words review
            """
        ),
        (
            .common,
            """
            name bild foto quelle image photo veröffentlicht publicado publié montag dienstag mittwoch \
            donnerstag freitag samstag sonntag beitragvon the a an this that is are was has have to our your \
            their his her more all home about contact menu search article articles story die das ein eine \
            ist und unsere unser alle mehr unknown unbekannt anonymous anonym gast guest user null none \
            undefined n/a please click here login register sign subscribe not it how why what when where \
            protected publisher petition pétition фото foto photograph photographs aktuell aktuelle aktuelles meldung thema themen
            """
        ),
        (
            .topic,
            """
            world cup day live breaking update updates exclusive opinion analysis review video watch report \
            reports interview profile feature special election elections covid coronavirus president \
            minister prime united states kingdom north south east west new york city war league premier \
            football formula grand prix olympic olympics games state house white supreme court police market \
            markets stock study climate change middle hong kong los angeles san francisco las vegas saudi \
            arabia sri lanka costa rica puerto african american european union british national \
            international general first last best top how why what q&a explainer explained fact check letter \
            letters column comment obituary week year morning evening summer winter spring autumn black \
            friday sunday monday super bowl champions bank street wall health care social data energy air \
            sea party human rights
            """
        ),
        (
            .by,
            """
            by von par por przez door oleh
            """
        ),
        (
            .field,
            """
            text texte testo texto tekst interview author autor autorin autoren authors author(s) autor:in \
            autor*in auteur autore verfasser verfasserin words story bericht beitrag geschrieben written \
            report redakteur redakteurin автор
            """
        ),
        (
            .title,
            """
            dr prof rechtsanwalt rechtsanwältin ra mag dipl dipl-ing unserem unserer unser \
            redaktionsmitglied
            """
        ),
    ]
}
