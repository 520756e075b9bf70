extension StopWords {
    /// Whether the function words of a language are known.
    static func knows(_ language: String) -> Bool { sets[LanguageTag.primary(of: language)] != nil }

    static let english = WordSet(
        """
        a an the and or but if of in on at to for with by from as is are was were be been being it its this that these \
        those he she they his her their him them i we you my our your not no do did does done doing has have had having \
        will would can could should may might must shall who which what whom whose when where why how than then there \
        here also into onto over after before up out about more most other others some such only own same so too very \
        said says say just one two all any both each few s t re ve ll d m don't didn't doesn't isn't wasn't aren't \
        weren't can't couldn't won't wouldn't hasn't haven't hadn't it's i'm he's she's they're we're you're that's \
        during while because since until through between among against under within without off down again further \
        once us me am nor yet even still much many another per via upon across around along toward towards though \
        although however since get got go going went
        """)

    /// The function words of each language that they are known of.
    static let sets: [String: WordSet] = [
        "en": english,
        "ar": WordSet(
            """
            في من على إلى عن أن إن التي الذي هذا هذه ذلك تلك كان كانت قد لا ما لم لن هو هي هم مع بعد قبل عند كل بين أو ثم \
            حتى كما أي أيضا غير منذ خلال وقد وكان وهو وهي وفي ومن الذين أكثر حيث لكن إذا فيه فيها عليه بها به له لها يكون
            """),
        "bg": WordSet(
            """
            и в на с от за да се не е са че по като което който която които но до при след това или има още беше бяха ще ли \
            си му го ги я те той тя то аз ние вие този тази тези много може само във със към между през без под над така \
            как какво когато където защото ако
            """),
        "bs": WordSet(
            "i u na je se da su za od s sa koji koja koje kako što iz o do po nakon ali ili nije će bi kao već ne te uz također"
        ),
        "ca": WordSet(
            """
            el la els les de del dels i a al als en un una uns unes que no es per amb com més ha han són és aquest aquesta \
            però o si el seva seu els seus també quan on molt va van ser entre sobre fins des
            """),
        "cs": WordSet(
            """
            a v na se je z s k do o že by i pro ve jsou si za po od podle ale jako který která které kteří jeho jejich \
            její však bude byl byla bylo byly není nebo také než už jen až při před mezi pod této tento tato toho tím \
            co to ten má jsem jsme aby když tak ještě již ze ke ani být více
            """),
        "da": WordSet(
            """
            og i at det er en til af på den for med der de som ikke et har var fra han hun jeg vi du man kan vil skal blev \
            blive bliver sig men om ved efter også eller end over så hvor hvad når være havde kun nu dem deres hans hendes \
            sin sit sine ud op mod under alle meget mere noget nogle denne dette disse af
            """),
        "de": WordSet(
            """
            der die das und in zu den von mit ist des sich im dem nicht ein eine einen einem einer eines auf für als auch \
            es an er sie wir ich ihr aus bei nach wie dass war hat haben werden wird wurde wurden sind sein seine seiner \
            noch nur über um am zum zur aber oder bis durch vor kann können mehr gegen vom so wenn sehr unter zwischen \
            diese dieser dieses was man schon hatte ihre ihrer ihren seit soll
            """),
        "el": WordSet(
            """
            ο η το οι τα του της των τον την τους τις και να σε με για από που στο στη στην στον στους στις στα ως δεν θα \
            είναι ήταν έχει έχουν είχε ότι αυτό αυτή αυτός αυτά ένα μια ένας κατά μετά πριν αλλά ή αν όπως όταν πολύ πιο \
            μέσα μόνο ενώ προς
            """),
        "es": WordSet(
            """
            el la los las de del y a al en un una unos unas que no se por con para como más ha han su sus es son fue fueron \
            ser está están este esta estos estas pero o si lo le les también cuando donde muy ya entre sobre hasta desde \
            sin había era según porque todo todos hay me mi nos él ella ellos
            """),
        "et": WordSet(
            "ja on ei et see ta ka kui oma mis selle aga või ning oli mida kes nii siis veel seda olid pärast kuid juba üle"
        ),
        "fa": WordSet(
            """
            و در به از که این را با است برای آن یک بود شد خود تا کرد بر هم نیز گفت می شده ما اما یا باید آنها هر دیگر کند \
            دارد وی پس اگر همه بین پیش چه هیچ های ای کرده شود
            """),
        "fi": WordSet(
            """
            ja on ei se että oli hän ovat mutta myös kun niin kuin joka jotka mukaan sekä jos tai voi olla ole hänen sen \
            ne he me minä sinä tämä nämä tuo mitä mikä kanssa jälkeen vain vielä nyt jo noin ennen olivat ollut joista \
            jossa sitä siitä siinä tämän näin vaan eli
            """),
        "fr": WordSet(
            """
            le la les de des du et à au aux en un une que qui ne pas se par avec pour comme plus a ont son sa ses est sont \
            été être cette ce ces mais ou où si il elle ils elles on nous vous je leur leurs aussi quand très entre sur \
            dans jusque depuis sans avait était selon parce tout tous même après avant dont y l d s n c j m t qu
            """),
        "gl": WordSet(
            """
            o a os as de do da dos das e en no na nos nas un unha uns unhas que non se por con para como máis ao aos á ás \
            polo pola seu súa seus súas é son foi foron ser está están este esta estes estas pero ou tamén cando onde moi \
            xa entre sobre ata desde sen había era segundo todo todos hai lle lles el ela eles elas nun nunha dun dunha
            """),
        "he": WordSet(
            """
            של את על לא הוא היא הם זה זו עם גם כי אל או אם כל יותר היה היתה הייתה היו אשר אבל בין כדי לאחר רק מה יש אין \
            אני אתה אנחנו עד אך כך כמו ידי לפני זאת אלה אותו אותה בו בה לו לה שלו שלה
            """),
        "hi": WordSet(
            """
            के का की में है हैं से को और ने पर कि यह वह एक भी नहीं हो गया था थे थी इस उस जो तो कर किया लिए साथ या अपने कहा \
            हुए बाद तक ही अब रहे रहा रही होने कुछ जब
            """),
        "hr": WordSet(
            """
            i u na je se da su za od s sa koji koja koje kako što iz o do po nakon ali ili nije će bi kao već ne te uz \
            također tijekom tko gdje kada samo još bio bila bilo bili ga mu joj njegov njezin ovaj ova ovo taj tim ih im \
            prema između prije zbog biti vrlo
            """),
        "hu": WordSet(
            """
            a az és hogy nem is egy ez azt ezt meg már csak de volt van vagy mint ha el szerint lehet még kell pedig után \
            most ki aki ami amely által mert minden akkor között alatt így sem nagyon több lesz voltak vannak ezek azok \
            ennek annak neki őket ő mi ti
            """),
        "id": WordSet(
            """
            yang dan di dari ke untuk dengan pada ini itu dalam adalah tidak akan juga oleh sebagai telah mereka dia ia \
            kami kita saya anda ada atau karena bisa dapat lebih sudah saat para tersebut tetapi namun seperti antara \
            setelah hingga hanya bahwa kepada serta menjadi sebuah seorang
            """),
        "is": WordSet(
            """
            og í að á er sem til um við en með af það hann hún þeir þær þau var ekki fyrir frá eru hefur hafa þess þessi \
            þetta þegar eða svo en ég þú við þar upp út eftir undir yfir verið vera voru mun sér sig sinn sína einnig
            """),
        "it": WordSet(
            """
            il lo la i gli le di del dello della dei degli delle e ed a al allo alla ai agli alle in nel nella nei nelle un \
            uno una che non si per con come più ha hanno suo sua suoi sue è sono stato stata era questo questa questi \
            queste ma o se anche quando dove molto tra fra su sul sulla da dal dalla fino senza aveva secondo perché tutto \
            tutti ci ne
            """),
        "ja": WordSet(
            "の は が を に で と も や から まで より へ か ね よ な て し た だ です ます する した して いる ある ない この その あの という など について として による"),
        "ko": WordSet("이 그 저 것 수 등 및 또는 그리고 하지만 있다 없다 했다 한다 위해 대한 대해 통해 이번 지난 함께 더 또"),
        "lt": WordSet(
            """
            ir į iš kad su ne tai yra bet o už apie kaip nuo ar buvo jis ji jie prie dėl po taip pat tik jau dar per šis ši \
            šio jo jų kuris kuri kurie bus būti mes aš jūs iki tarp prieš kai labai
            """),
        "lv": WordSet(
            """
            un ir ar par no uz kas ka lai arī bet vai kā pēc pie tas tā to šī šis viņš viņa ne nav bija tiek gan jau tikai \
            ļoti kuru kurš kura mēs es jūs būs būt līdz starp kad vēl savu
            """),
        "ms": WordSet(
            "yang dan di dari ke untuk dengan pada ini itu dalam adalah tidak akan juga oleh sebagai telah mereka beliau kerana boleh ialah kepada bagi"
        ),
        "nb": WordSet(
            """
            og i at det er en til av på den for med der de som ikke et har var fra han hun jeg vi du man kan vil skal ble \
            bli blir seg men om ved etter også eller enn over så hvor hva når være hadde bare nå dem deres hans hennes sin \
            sitt sine ut opp mot under alle mye mer noe noen denne dette disse ei
            """),
        "nl": WordSet(
            """
            de het een en van in te op dat is voor met die zijn niet aan er als ook door naar bij om uit maar dan was heeft \
            hebben wordt worden werd hij zij ze we ik je u hun haar over nog wel of tot meer deze dit geen kan kunnen zal \
            zou moet na wat wie waar onder tegen tussen omdat toen al veel
            """),
        "pl": WordSet(
            """
            i w na z się do nie to że o jest za po od przez ale dla jak który która które którzy oraz jego jej ich był była \
            było były być może tym tego ten ta te tak już tylko przy przed między także czy ze we są ma co gdy aby lub \
            jako również będzie go mu
            """),
        "pt": WordSet(
            """
            o a os as de do da dos das e em no na nos nas um uma uns umas que não se por com para como mais ao aos à às \
            pelo pela seu sua seus suas é são foi foram ser está estão este esta estes estas mas ou também quando onde \
            muito já entre sobre até desde sem havia era segundo todo todos há lhe ele ela eles elas num numa isso isto
            """),
        "ro": WordSet(
            """
            și în de la a cu pe că nu se o un din pentru este sunt care mai ce au fost al ale lui sau dar prin după ca fi \
            va vor am ai are avea acest această aceste acestea el ea ei ele lor cele cel cea unei unui între până fără \
            când unde foarte doar dacă
            """),
        "ru": WordSet(
            """
            и в на с от за не что по как к у из о об это он она они оно его её их но а же для до при после или бы был была \
            было были быть есть так также уже только все еще ещё во со который которая которое которые этот эта эти того \
            чтобы если когда где мы вы я ты ему ей им между через без под над нет да ли тоже более
            """),
        "sk": WordSet(
            """
            a v na sa je z s k do o že by i pre vo sú si za po od podľa ale ako ktorý ktorá ktoré ktorí jeho ich jej však \
            bude bol bola bolo boli nie alebo tiež než už len až pri pred medzi pod tento táto toto toho tým čo to ten má \
            som sme aby keď tak ešte zo ku ani byť viac
            """),
        "sl": WordSet(
            """
            in v na je se da so za od z s ki kot pa bi ne tudi po iz o do pri kako ali bil bila bilo bili še že le med pred \
            pod ta to te tega tem ga mu jih jim njegov njen kaj ko če sem smo ste si ter lahko ni bo bodo biti več zaradi
            """),
        "sr": WordSet(
            """
            i u na je se da su za od s sa koji koja koje kako što iz o do po nakon ali ili nije će bi kao već ne te uz \
            takođe tokom ko gde kada samo još bio bila bilo bili ga mu joj ovaj ova ovo taj tim ih im prema između pre zbog \
            biti и у на је се да су за од са који која које како што из о до по али или није ће би као већ не те уз такође \
            током где када само још био била било били га му ове овај ово
            """),
        "sv": WordSet(
            """
            och i att det är en till av på den för med de som inte ett har var från han hon jag vi du man kan vill ska \
            skulle blev bli blir sig men om vid efter också eller än över så där vad när vara hade bara nu dem deras hans \
            hennes sin sitt sina ut upp mot under alla mycket mer något några denna detta dessa
            """),
        "th": WordSet("ที่ และ ใน ของ เป็น มี ได้ จะ ไม่ ให้ ว่า กับ การ ความ นี้ จาก โดย แต่ ก็ หรือ"),
        "tr": WordSet(
            """
            ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne var ama o ki mi ise değil ya her diye \
            tarafından göre şu ben sen biz siz onlar onun önce bunu hem veya ancak yok olduğu olduğunu
            """),
        "uk": WordSet(
            """
            і в на з від за не що по як до у із про це він вона вони воно його її їх але а та для при після або би був була \
            було були бути є так також вже тільки все ще під над який яка яке які цей ця ці того щоб якщо коли де ми ви я \
            ти йому їй їм між через без й зі ж чи
            """),
        "vi": WordSet(
            """
            và của là có cho các được trong với một những không này đã để khi người từ đến về cũng ra vào nhiều sẽ theo tại \
            như nhưng trên hơn rằng đó bị làm sau trước nếu hay hoặc vì do tôi anh chị ông bà họ chúng ta còn đang phải lại
            """),
        "zh": WordSet("的 了 在 是 和 与 有 不 也 为 对 以 就 而 及 或 都 这 那 之 其 并 但 从 到 被 把 让 向 等 中 上 下"),
    ]
}
