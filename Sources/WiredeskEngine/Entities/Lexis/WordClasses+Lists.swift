extension WordClasses {
    /// Lower-case words, separated by spaces; `=n` gives what the class counts.
    static let lists: [(WordClass, StaticString)] =
        timeLists + amountLists + closedLists + nameLists

    private static let timeLists: [(WordClass, StaticString)] = [
        (
            .month,
            """
            january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 \
            december=12 jan=1 jan.=1 feb=2 feb.=2 mar=3 mar.=3 apr=4 apr.=4 jun=6 jun.=6 jul=7 jul.=7 aug=8 aug.=8 \
            sept=9 sept.=9 sep=9 sep.=9 oct=10 oct.=10 nov=11 nov.=11 dec=12 dec.=12
            """
        ),
        (
            .weekday,
            """
            monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 mon.=1 tue.=2 tues.=2 wed.=3 \
            thu.=4 thurs.=4 fri.=5 sat.=6 sun.=7 mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 \
            sundays=7
            """
        ),
        (
            .timeUnit,
            """
            second=1 seconds=1 sec=1 secs=1 minute=2 minutes=2 min=2 mins=2 hour=3 hours=3 hr=3 hrs=3 day=4 days=4 \
            night=5 nights=5 weekend=6 weekends=6 week=7 weeks=7 fortnight=8 fortnights=8 month=9 months=9 quarter=10 \
            quarters=10 year=11 years=11 yr=11 yrs=11 decade=12 decades=12 century=13 centuries=13 millennium=14 \
            millennia=14
            """
        ),
        (.season, "spring=1 summer=2 autumn=3 fall=3 winter=4 springs=1 summers=2 winters=4"),
        (
            .dayPart,
            """
            morning=1 mornings=1 afternoon=2 afternoons=2 evening=3 evenings=3 night=4 nights=4 midday=5 noon=5 \
            midnight=6 dawn=1 dusk=3 overnight=4
            """
        ),
        (.timeModifier, "early late mid earlier later beginning end middle"),
        (
            .timeWord,
            """
            today=1 yesterday=2 tomorrow=3 tonight=4 now=5 currently=5 nowadays=5 presently=5 recently=6 lately=6 \
            soon=7 daily=8 weekly=9 monthly=10 annually=12 yearly=12 hourly=13 nightly=8 future=14
            """
        ),
        (.last, "last past previous preceding"),
        (.next, "next coming following upcoming ensuing"),
        (.timeZone, "est edt et cst cdt ct mst mdt pst pdt pt gmt utc bst cet cest ist jst kst hkt aest"),
        (
            .holiday,
            """
            christmas=1 thanksgiving=2 easter=3 halloween=4
            """
        ),
        (
            .future,
            "will 'll shall plans plan scheduled expects expected upcoming due"
        ),
        (
            .past,
            """
            said was were had did been has have told added reported announced fell rose closed died killed won lost \
            came went took made held found began met became got gave left
            """
        ),
    ]

    private static let amountLists: [(WordClass, StaticString)] = [
        (
            .cardinal,
            """
            zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 \
            thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 \
            forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
            """
        ),
        (
            .ordinal,
            """
            first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 \
            twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 \
            nineteenth=19 twentieth=20 thirtieth=30
            """
        ),
        (
            .magnitude,
            """
            hundred=2 thousand=3 million=6 billion=9 trillion=12 hundreds=2 thousands=3 millions=6 billions=9 \
            trillions=12 mn=6 bn=9 tn=12 mln=6 bln=9 crore=7 lakh=5
            """
        ),
        (
            .approximator,
            "about nearly almost around roughly approximately some over under least most up than within"
        ),
        (
            .currency,
            """
            dollar=1 dollars=1 euro=2 euros=2 pound=3 pounds=3 yen=4 yuan=5 renminbi=5 rmb=5 rupee=6 rupees=6 \
            rouble=7 roubles=7 ruble=7 rubles=7 franc=8 francs=8 won=9 peso=10 pesos=10 reais=11 krona=12 \
            kronor=12 krone=13 kroner=13 zloty=14 zlotys=14 lira=15 shekel=16 shekels=16 rand=17 naira=18 riyal=19 \
            riyals=19 dirham=20 dirhams=20 baht=21 ringgit=22 rupiah=23 hryvnia=24 forint=25 forints=25 cent=26 \
            cents=26 pence=27 usd=1 eur=2 gbp=3 jpy=4 cny=5 inr=6 rub=7 chf=8 krw=9 mxn=10 brl=11 sek=12 nok=13 \
            pln=14 try=15 ils=16 zar=17 ngn=18 sar=19 aed=20 thb=21 myr=22 idr=23 uah=24 huf=25 cad=29 aud=30 hkd=31 \
            nzd=32 sgd=33 dkk=34
            """
        ),
        (
            .measure,
            """
            km=1 kilometer=1 kilometers=1 kilometre=1 kilometres=1 kms=1 mile=2 miles=2 m=3 meter=3 meters=3 metre=3 \
            metres=3 cm=4 centimeter=4 centimeters=4 centimetre=4 centimetres=4 mm=5 millimeter=5 millimeters=5 \
            millimetre=5 millimetres=5 foot=6 feet=6 ft=6 inch=7 inches=7 yard=8 yards=8 kg=9 kilo=9 kilos=9 \
            kilogram=9 kilograms=9 gram=10 grams=10 g=10 mg=11 milligram=11 milligrams=11 lb=12 \
            lbs=12 ounce=13 ounces=13 oz=13 ton=14 tons=14 tonne=15 tonnes=15 liter=16 liters=16 litre=16 litres=16 \
            ml=17 gallon=18 gallons=18 barrel=19 barrels=19 acre=20 acres=20 hectare=21 hectares=21 mph=22 kmh=23 \
            km/h=23 knot=24 knots=24 watt=25 watts=25 kilowatt=26 kilowatts=26 kw=26 megawatt=27 megawatts=27 mw=27 \
            gigawatt=28 gigawatts=28 gw=28 hertz=29 hz=29 mhz=30 ghz=31 byte=32 bytes=32 kb=33 kilobyte=33 \
            kilobytes=33 mb=34 megabyte=34 megabytes=34 gb=35 gigabyte=35 gigabytes=35 tb=36 terabyte=36 \
            terabytes=36 degree=37 degrees=37 celsius=38 fahrenheit=39 volt=40 volts=40 kwh=41 mwh=42 gwh=43
            """
        ),
    ]

    private static let closedLists: [(WordClass, StaticString)] = [
        (.determiner, "the a an this that these those each every any all some no both either neither another such"),
        (
            .pronoun,
            """
            i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself \
            himself herself itself themselves who whom whose which what one someone everyone anyone nobody nothing \
            everything something i'm i've i'd i'll he's she's it's we're they're you're we've they've don't
            """
        ),
        (
            .preposition,
            """
            of in on at by for with from to into onto over under about after before between among through during \
            without within against toward towards upon across behind beyond despite except inside outside since until \
            till via per near like unlike as amid amidst alongside along around above below beneath off out up down \
            throughout regarding concerning following given
            """
        ),
        (
            .conjunction,
            """
            and or but nor so yet because although though while if unless whereas whether when where why how than \
            whenever wherever once
            """
        ),
        (
            .auxiliary,
            """
            is are was were be been being am has have had having do does did will would shall should can could may \
            might must isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't let let's
            """
        ),
        (
            .opener,
            """
            there here now then also however meanwhile moreover furthermore nevertheless nonetheless therefore thus \
            hence still even just only perhaps maybe indeed instead later earlier today yesterday tomorrow yes no not \
            well oh please thanks thank welcome hello hi according additionally finally eventually recently currently \
            previously originally initially subsequently ultimately unfortunately fortunately clearly obviously \
            apparently actually really very much many more most few several some other others another two three four \
            five six seven eight nine ten first second third last next new old good great big what which who tonight \
            every such too never always often sometimes usually especially particularly specifically generally again \
            ago almost already altogether away back both certainly each early else enough ever far further got great \
            half hardly having high how long least less let look made make many me mere mostly nearly none nor nothing \
            otherwise own part quite rather read related same see seem several share show similarly since so soon \
            story take tell thanks that think those though til together took try use used using want way went \
            whatever whichever whoever work working would young bad big nice best better worst worse free hot top full \
            latest update updated breaking watch live exclusive photo photos video image source sources credit \
            advertisement \
            subscribe follow contact click comments comment tags posted published copyright reserved rights
            """
        ),
    ]
}
