extension WordClasses {
    static let nameLists: [(WordClass, StaticString)] = [
        (
            .title,
            """
            mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. professor sir dame lord lady rev rev. reverend father \
            sister brother pastor rabbi imam ayatollah sheikh sheik mullah pope president vice-president premier \
            chancellor minister secretary senator sen. sens. rep. reps. representative congressman congresswoman gov. \
            governor mayor judge justice king queen prince princess duke duchess emperor empress sultan emir czar tsar \
            baron baroness count countess general gen. lieutenant lt. colonel col. major maj. captain capt. sergeant \
            sgt. corporal cpl. private pvt. admiral adm. commander cmdr. marshal officer detective inspector insp. \
            constable sheriff coach ambassador chairman chairwoman commissioner director speaker deputy mp archbishop \
            bishop cardinal monsignor msgr. hon. herr frau monsieur m. mme mme. madame signor signora señor senor \
            señora \
            senora don doña uncle aunt undersecretary spokesman spokeswoman attorney counsel secretary-general
            """
        ),
        (
            .role,
            """
            president premier chancellor minister secretary senator representative congressman congresswoman governor \
            mayor judge justice king queen prince princess pope leader chief chairman chairwoman chairperson chair \
            director \
            ceo cfo coo officer executive manager head founder co-founder owner partner spokesman spokeswoman \
            spokesperson ambassador envoy commissioner councillor councilor councilman councilwoman lawmaker mp mep \
            deputy undersecretary treasurer coordinator adviser advisor analyst economist strategist lawyer attorney \
            prosecutor counsel activist campaigner candidate nominee politician journalist reporter correspondent \
            columnist editor author writer novelist poet playwright historian philosopher scientist researcher \
            physicist chemist biologist mathematician engineer professor lecturer teacher academic scholar student \
            doctor surgeon nurse coach manager captain goalkeeper defender midfielder striker forward player \
            quarterback pitcher referee driver rider singer actor actress musician artist painter composer director \
            producer filmmaker comedian model presenter host general colonel commander lieutenant sergeant admiral \
            soldier \
            officer detective sheriff bishop archbishop cardinal priest pastor rabbi imam cleric ayatollah dictator \
            speaker whip aide staffer consultant businessman businesswoman entrepreneur investor banker billionaire \
            diplomat democrat republican dissident rebel warlord militant veteran resident witness victim suspect \
            defendant plaintiff whistleblower chief president-elect vice-president principal dean curator librarian \
            photographer architect designer chef skater swimmer boxer golfer cyclist sprinter champion winner
            """
        ),
        (
            .roleModifier,
            """
            former ex late acting interim deputy vice assistant associate senior junior prime foreign finance defense \
            defence interior education health justice trade labor labour environment energy transport agriculture \
            culture \
            home house senate minority majority attorney executive managing general chief supreme secretary under \
            state \
            press national federal current outgoing incoming newly longtime veteran then now retired \
            honorary lieutenant first second third co- head lead vice- opposition party team world
            """
        ),
        (
            .nameParticle,
            """
            de del della di da dos das du des la le van von der den ter ten bin ibn bint al el ul ud-din zu zur af \
            av y e lo los las ben abu
            """
        ),
        (.nameSuffix, "jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq. qc kc obe cbe mbe"),
        (
            .organizationHead,
            """
            ministry university college school academy institute institution department office bureau agency authority \
            administration commission committee council board court tribunal parliament congress senate assembly party \
            coalition alliance front league federation confederation union association organization organisation \
            society \
            foundation fund trust bank group company corporation enterprises industries holdings partners capital \
            brothers airlines airways motors pharmaceuticals laboratories labs technologies systems networks media \
            records studios entertainment pictures productions press news times post herald tribune journal gazette \
            telegraph observer chronicle magazine church diocese archdiocese hospital clinic police army navy force \
            forces \
            guard guards brigade battalion regiment corps division command service services center centre club fc f.c. \
            united house rovers wanderers athletic orchestra philharmonic choir band museum library network channel \
            radio television broadcasting exchange insurance consulting energy petroleum oil gas electric power steel \
            cabinet government legislature secretariat directorate consortium cooperative initiative project movement \
            brotherhood resistance militia liberation campaign team task staff faculty center registry program \
            programme bundestag senat ministerium universität partei verein bank ag gmbh université ministère parti \
            société universidad ministerio partido universidade ministério istituto università ministero partito \
            instituto instituição movimento movimiento mouvement fondazione fundación stiftung gesellschaft verband \
            club conference \
            chamber caucus bloc solutions international communications stores markets foods airlines railways railroad
            """
        ),
        (
            .companySuffix,
            """
            inc inc. corp corp. ltd ltd. llc llp plc co. cos. co gmbh ag sa s.a. nv n.v. spa s.p.a. srl pty bros. \
            bros kg ab asa oyj oy kk k.k. bv b.v. se
            """
        ),
        (
            .facilityHead,
            """
            airport stadium arena bridge tunnel tower building hall palace castle cathedral mosque temple synagogue \
            chapel monastery abbey basilica hotel prison jail dam canal street avenue road boulevard lane square plaza \
            highway motorway expressway freeway interstate station terminal port harbor harbour dock park garden \
            gardens \
            zoo theater theatre cinema mall cemetery barracks base camp fort observatory laboratory plant refinery \
            mine pier gate wall mansion villa skyscraper pyramid monument memorial statue ballpark coliseum \
            speedway raceway racecourse
            """
        ),
        (
            .locationHead,
            """
            river lake sea ocean bay gulf strait channel mountain mountains mount mt mt. hill hills valley desert \
            island islands isle isles peninsula cape coast beach forest woods plain plains plateau basin canyon \
            glacier volcano falls creek region delta reef archipelago range pass ridge swamp territories territory \
            heights \
            strip lagoon ranges highlands lowlands wilderness
            """
        ),
        (
            .geopoliticalHead,
            """
            republic kingdom state states county province district municipality prefecture emirate sultanate town \
            village borough oblast canton parish township federation empire commonwealth governorate constituency \
            department city
            """
        ),
        (
            .eventHead,
            """
            war wars battle olympics paralympics olympiad revolution uprising rebellion revolt massacre genocide \
            holocaust olympics games \
            championship championships cup tournament open marathon festival summit conference convention congress \
            exhibition expo fair parade earthquake hurricane typhoon cyclone storm tsunami crisis crash election \
            elections referendum awards award ceremony protests riots rally attack attacks bombing siege \
            playoffs series bowl derby prix race rally tour day finals inquiry trial accords talks
            """
        ),
        (
            .lawHead,
            """
            act bill law code constitution treaty convention agreement accord accords protocol amendment charter \
            resolution directive regulation pact ordinance statute plan deal declaration article section
            """
        ),
        (
            .workHead,
            """
            prize medal symphony album film movie novel book song trilogy saga opera ballet concerto sonata show \
            award awards
            """
        ),
        (.locative, "in at near from outside inside throughout across visiting visited around toward towards"),
        (
            .speech,
            """
            said says say saying told tells added adds asked asks replied replies noted notes wrote writes explained \
            explains argued argues claimed claims insisted insists warned warns announced announces declared declares \
            admitted admits acknowledged acknowledges commented comments remarked observed recalled recalls continued \
            continues concluded concludes stated states suggested suggests testified tweeted tweets responded responds \
            joked quipped contended contends maintained maintains emphasized stressed stresses complained vowed vows \
            promised promises predicted predicts urged urges called calls boasted conceded concedes concluded \
            cautioned \
            shouted yelled exclaimed whispered muttered reasoned pleaded lamented opined declaring explaining adding \
            noting writing telling asking arguing warning insisting claiming reads read posted describing described \
            recounted pointed
            """
        ),
        (
            .direction,
            """
            north south east west northern southern eastern western central northeast northwest southeast southwest \
            upper lower greater
            """
        ),
        (
            .notAName,
            """
            ceo cfo cto coo tv dvd cd pc usb gps dna rna hiv aids gdp gnp vat pdf html http https url faq id ok \
            o.k. am \
            pm a.m. p.m. ad bc bce ce am fm ai it pr hr vip diy rpg sms wifi lgbt lgbtq ipo r&b suv covid etc dj mc \
            mvp \
            atm icu er q&a m.d. ph.d. i ii iii iv v vi vii viii ix x xi xii god internet mr mrs ms dr sir madam \
            monday tuesday wednesday thursday friday saturday sunday rt lol omg wtf smh tbh imo btw ff dm haha hahaha \
            happy birthday love earth sun moon web english
            """
        ),
        (
            .nameSuffixAdjective,
            """
            based led born backed run owned controlled style trained educated made funded sponsored wide era \
            area bound dominated listed held occupied friendly related aligned linked speaking language born only \
            appointed supported like level type bred
            """
        ),
        (.namePrefix, "pro anti non ex post pre mid trans un neo inter sub super ultra semi pan"),
        (
            .quoting,
            """
            reported reports reporting answered answers answering echoed echoes echoing reiterated reiterates repeated \
            repeats repeating confirmed confirms confirming charged charges charging accused accuses accusing chanted \
            chants chanting demanded demands demanding countered counters countering retorted retorts pressed pledged \
            pledges blasted blasts attacked mocked mocks dismissed dismisses dismissing remembered remembers reflected \
            reflects mused muses offered cried cries screamed screams hollered ruled rules emailed messaged agreed \
            agrees agreeing questioned interjected praised praises praising thundered declares dubbed calling labeled \
            labelled branded brands characterized characterised quoted quotes quoting cited cites citing started began \
            replying responding concluding acknowledging admitting boasting joking vowing promising urging pointing \
            recalling reminding reminded reminds continuing commenting tweeting stating stressing describing reading \
            suggesting complaining lamenting observing predicting announcing remarking testifying shouting yelling \
            hailed hails slammed slams criticized criticised likened assured assures alleged alleges posting posts \
            retaliated reacted reacts elaborated clarified summed ranted raged fumed gushed pondered wondered wonders \
            thinks believes advised advises advising counseled instructed ordered chided scolded teased bragged \
            proclaimed proclaims affirmed affirms asserted asserts asserting denied denies denying disputed \
            refuted rebutted dictated penned blogged texted signed \
            sagte sagt erklärte erklärt meinte betonte betont fügte schrieb kritisierte forderte warnte \
            déclaré déclare affirmé affirme expliqué explique ajouté ajoute estimé estime lancé confié \
            dijo afirmó declaró aseguró explicó señaló añadió indicó disse afirmou declarou explicou \
            detto dichiarato spiegato aggiunto zei zegt sade säger sagde siger sier
            """
        ),
        (
            .personVerb,
            """
            said says told who whose was is has had added asked thinks believes wrote writes argued explained joined \
            became born died married resigned testified tweeted scored played won lost grew graduated studied
            """
        ),
        (
            .organizationNoun,
            """
            company firm group party club team agency organization organisation bank charity union newspaper \
            magazine network website maker retailer giant airline brand label university
            """
        ),
        (
            .placeNoun,
            "city town village country state province capital region county district suburb island nation neighborhood"
        ),
        (
            .productHead,
            """
            iphone ipad windows android galaxy playstation xbox boeing airbus missile rifle tank engine vaccine \
            console
            """
        ),
        (.heading, "chapter part section figure table group round day week page volume vol. no. article act phase"),
    ]
}
