extension PhraseVocabulary {
    /// Phrases, lower case, without punctuation. Only letters of ASCII are folded: where another begins a line, its capital
    /// is listed too.
    static let phrases: [(PhraseCue, String)] = [
        (
            .related,
            """
            read more,read also,also read,see also,related,related articles,related stories,related posts,related content,
            more from,more on,more on this,more stories,more news,recommended,recommended for you,you may also like,
            you might also like,don t miss,up next,next article,previous article,read next,most read,most popular,trending,
            trending now,top stories,latest news,popular,editor s picks,what to read next,continue reading,full story,
            mehr zum thema,mehr zu,lesen sie auch,auch interessant,das könnte sie auch,weitere artikel,weitere themen,
            weiterlesen,mehr dazu,meistgelesen,zum thema,passend dazu,lesen sie mehr,mehr lesen,ähnliche artikel,siehe auch,
            lea también,lee también,te puede interesar,también te puede,más noticias,relacionadas,noticias relacionadas,
            leer más,lo más leído,vea también,à lire aussi,lire aussi,à lire,sur le même sujet,voir aussi,articles liés,
            les plus lus,leggi anche,potrebbe interessarti,leia também,leia mais,veja também,saiba mais,zobacz także,
            zobacz też,czytaj także,czytaj też,przeczytaj także,polecamy,baca juga,читайте также,смотрите также,
            lees ook,läs också,les også,watch,watch now,video,in pictures,listen,next,previous,zurück,vorheriger beitrag,
            nächster beitrag,you may be interested,learn more,find out more,mehr erfahren,mehr infos,mehr informationen,
            lihat juga,simak juga,simak,berita terkait,artikel terkait,selengkapnya,baca selengkapnya,читайте,по теме,
            Читайте,Читайте также,Смотрите также,По теме,Также по теме,Подробнее,Материалы по теме,Ähnliche artikel,À lire,
            À lire aussi,Læs også,
            подробнее,материалы по теме,также по теме,関連記事,続きを読む,あわせて読みたい,おすすめ記事,人気記事,もっと見る,次の記事,前の記事,
            pour aller plus loin,pour en savoir plus,en savoir plus,para saber más,per approfondire,approfondisci,
            więcej informacji,dowiedz się więcej,lees meer,meer over,läs mer,les mer,læs også,lue myös,devamını oku
            """
        ),
        (
            .subscription,
            """
            subscribe,sign up,newsletter,subscribe now,subscribers,already a subscriber,log in,login,register,sign in,
            create account,create an account,free trial,get our,get the,support us,donate,become a member,your inbox,
            email address,abonnieren,abonnement,anmelden,registrieren,jetzt anmelden,jetzt abonnieren,kostenlos,suscríbete,
            suscribirse,regístrate,iniciar sesión,s abonner,abonnez vous,inscrivez vous,se connecter,iscriviti,abbonati,
            assine,cadastre se,zaloguj,zapisz się,prenumerata,подпишитесь,unterstützen sie,spenden,join our,download our,
            Подписаться,Подписка,Подпишитесь,Войти,подписаться,подписка,войти,регистрация,berlangganan,daftar,masuk,メルマガ,会員登録,ログイン,無料登録,購読,
            want more,click here to subscribe,don t have an account,enter your email,deine e mail
            """
        ),
        (
            .social,
            """
            share,share this,tweet,follow,follow us,facebook,twitter,whatsapp,instagram,pinterest,linkedin,telegram,
            share on,share on facebook,like us,tell us,copy link,print,email this,email,teilen,drucken,folgen sie,merken,
            compartir,comparte,síguenos,partager,suivez,condividi,seguici,compartilhar,compartilhe,siga,udostępnij,
            поделиться,youtube,reddit,link copied,send us,share via,per mail,feedback,
            Поделиться,Подписывайтесь,Мы в,подписывайтесь,мы в,bagikan,ikuti kami,シェア,ツイート,フォロー,reach the,contact the reporter,find us on
            """
        ),
        (
            .advertisement,
            """
            advertisement,advertising,ad,ads,sponsored,sponsored content,promoted,story continues below,
            article continues below,scroll to continue,anzeige,werbung,publicidad,publicité,pubblicità,publicidade,reklama,
            affiliate,affiliate links,we may earn,commission,buy now,shop now,реклама,continue reading below,paid post,
            this article contains affiliate,advert,adverts,iklan,на правах рекламы,На правах рекламы,Реклама,広告,スポンサーリンク,pr,inserat,annonce,reklame
            """
        ),
        (
            .consent,
            """
            cookie,cookies,we use cookies,privacy policy,gdpr,consent,datenschutz,datenschutzerklärung,externe inhalte,
            externer inhalt,redaktionell empfohlener inhalt,einwilligung,política de privacidad,politique de confidentialité,
            polityka prywatności,accept all,alle akzeptieren,personenbezogene daten,drittanbieter
            """
        ),
        (
            .comments,
            """
            comment,comments,leave a comment,leave a reply,post a comment,add a comment,join the conversation,
            your email address,required fields,reply,replies,kommentar,kommentare,kommentieren,schreibe einen kommentar,
            diskutieren,antworten,comentarios,deja un comentario,comentar,commentaires,laisser un commentaire,commenti,
            comentários,komentarze,dodaj komentarz,комментарии,permalink,kommentar verfassen,have your say,view comments,
            0 comments,no comments,1 comment,1 kommentar,
            Комментарии,Комментировать,комментировать,komentar,tulis komentar,コメント,コメントする,reactie,reacties
            """
        ),
        (
            .byline,
            """
            by,written by,author,about the author,posted by,reporting by,editing by,von,autor,autorin,text,por,escrito por,penulis,reporter,editor,Автор,Текст,текст,文,著者,
            par,auteur,di,redazione,redaktion,redacción,rédaction,автор,written,story by,correspondent,staff writer,
            staff reporter,contributed to this report,verfasst von,publicado por,publié par,ein artikel von,geschrieben von
            """
        ),
        (
            .dateline,
            """
            published,posted,posted on,updated,last updated,last modified,first published,modified,am,pm,uhr,stand,
            veröffentlicht,aktualisiert,publicado,actualizado,publié,mis à jour,pubblicato,aggiornato,atualizado,ago,
            hours ago,minutes ago,days ago,opublikowano,data,datum,erstellt,gmt,est,edt,pst,utc
            """
        ),
        (
            .month,
            """
            january,february,march,april,june,july,august,september,october,november,december,jan,feb,mar,apr,jun,jul,aug,
            sep,sept,oct,nov,dec,januar,februar,märz,mai,juni,juli,oktober,dezember,enero,febrero,marzo,abril,mayo,junio,
            julio,agosto,septiembre,octubre,noviembre,diciembre,janvier,février,mars,avril,juin,juillet,août,septembre,
            octobre,novembre,décembre,gennaio,febbraio,aprile,maggio,giugno,luglio,settembre,ottobre,dicembre,janeiro,
            fevereiro,março,maio,junho,julho,setembro,outubro,novembro,dezembro,stycznia,lutego,marca,kwietnia,maja,
            czerwca,lipca,sierpnia,września,października,listopada,grudnia
            """
        ),
        (
            .credit,
            """
            photo,photos,photo by,photograph,image,images,image credit,photo credit,picture,pictured,credit,credits,source,
            sources,via,courtesy,getty,getty images,reuters,ap,afp,dpa,shutterstock,istock,pixabay,unsplash,file photo,foto,
            fotos,bild,bilder,bildquelle,quelle,symbolbild,imagen,fuente,crédit photo,crédits,fonte,imago,adobe stock,
            picture alliance,fot,źródło,фото,illustration,screenshot,copyright image,image caption,image source,archivo,
            media caption,Фото,Источник,Źródło,источник,sumber,写真,出典,画像,提供,引用元,fuentes,bron,kilde,source photo,bild von,foto von
            """
        ),
        (
            .legal,
            """
            copyright,all rights reserved,rights reserved,terms of use,terms of service,terms and conditions,disclaimer,
            may not be published,impressum,alle rechte vorbehalten,agb,nutzungsbedingungen,todos los derechos reservados,
            derechos reservados,tous droits réservés,mentions légales,tutti i diritti riservati,todos os direitos reservados,
            wszelkie prawa zastrzeżone,©,licensed under,creative commons,reproduction,this material may not,nachdruck
            """
        ),
        (
            .navigation,
            """
            home,menu,search,skip to content,back to top,skip to main,sections,categories,archive,archives,contact,contact us,
            about,about us,startseite,suche,kontakt,über uns,nach oben,zum inhalt,zur startseite,inicio,buscar,contacto,
            accueil,rechercher,close,open,view all,see all,show more,load more,show all,alle anzeigen,mehr anzeigen,
            schließen,cerrar,fermer,toggle navigation,view gallery,skip,all rights
            """
        ),
        (
            .tags,
            """
            tags,tag,filed under,topics,topic,in this article,categories,category,keywords,posted in,tagged,more about,
            schlagworte,schlagwörter,themen,stichwörter,kategorie,kategorien,etiquetas,temas,mots clés,thèmes,argomenti,
            tagi,теги,related topics,tagged with,this article appears in
            """
        ),
        (
            .readingTime,
            """
            min read,minute read,minutes read,mins read,reading time,lesezeit,min lesezeit,minuten lesezeit,read time,
            tiempo de lectura,min de lectura,temps de lecture,views,view,aufrufe,visitas,words
            """
        ),
    ]
}
