/// The words that bylines are made of besides names, lower-case.
enum BylineWords {
    /// What a byline begins with; longer ones first, because the first match is taken off.
    static let prefixes: [String] = [
        "this article was written by", "words and photos by", "article written by", "story by", "written by",
        "reported by", "posted by",
        "published by", "reviewed by", "edited by", "submitted by", "added by", "created by", "article by", "report by",
        "text by", "words by", "photos by",
        "a column by", "opinion by", "analysis by", "guest post by", "ein beitrag von", "ein artikel von",
        "geschrieben von", "verfasst von", "veröffentlicht von",
        "aus der feder von", "erstellt von", "gepostet von", "eingestellt von", "autorin", "autoren", "autor:in",
        "autor*in", "author(s)", "authors", "author", "autor",
        "auteur", "autore", "redakteur", "redakcja", "interview", "text", "texte", "testo", "texto", "tekst", "foto",
        "écrit par",
        "publié par", "rédigé par", "propos recueillis par", "escrito por",
        "publicado por", "escrito", "scritto da", "pubblicato da", "a cura di", "geschreven door", "door", "oleh",
        "penulis", "opracował", "opracowała", "napisał",
        "автор", "by", "von", "vom", "par", "por", "di", "da", "af", "av", "przez",
    ]

    /// Between two names.
    static let conjunctions: Set<String> = [
        "and", "und", "et", "y", "e", "i", "en", "och", "og", "dan", "with", "mit", "avec", "con", "и",
    ]

    /// After the last name.
    static let ends: Set<String> = [
        "for", "in", "on", "at", "from", "of", "via", "für", "aus", "am", "um", "vom", "auf", "pour", "para", "per",
        "is", "ist", "updated",
        "published", "posted", "last", "special",
    ]

    static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

    /// Inside a name, though lower-case.
    static let particles: Set<String> = [
        "de", "del", "della", "di", "da", "dos", "das", "do", "van", "von", "der", "den", "dem", "ter", "ten", "zu",
        "zum", "zur", "la", "le", "el",
        "al", "bin", "ibn", "af", "av", "of", "y", "e", "du", "des", "st", "st.", "san", "'t",
    ]

    /// What a person does: follows a name.
    static let roles: Set<String> = [
        "staff", "writer", "writers", "reporter", "reporters", "editor", "editors", "correspondent", "correspondents",
        "contributor", "contributors",
        "contributing", "columnist", "journalist", "author", "senior", "chief", "deputy", "associate", "assistant",
        "managing", "executive", "freelance", "freelancer", "special",
        "guest", "blogger", "photographer", "producer", "intern", "director", "professor", "president", "founder",
        "manager", "ceo", "redakteur", "redakteurin",
        "redaktorin", "redaktor", "volontär", "volontärin", "chefredakteur", "chefredakteurin", "korrespondent",
        "korrespondentin", "autor", "autorin", "journalistin", "leiter", "leiterin", "mitarbeiter",
        "freier", "freie", "rechtsanwalt", "rechtsanwältin", "redactor", "redactora", "periodista", "corresponsal",
        "journaliste", "rédacteur",
        "rédactrice", "envoyé", "giornalista", "redattore",
        "jornalista", "repórter", "dziennikarz", "dziennikarka", "administrator", "admin", "webmaster", "moderator",
        "phd", "ph.d", "md", "m.d",
    ]

    /// What only an organization's name holds.
    static let organizations: Set<String> = [
        "news", "press", "agency", "agencies", "agentur", "agenturen", "agencia", "agencias", "agence", "agenzia",
        "team", "desk", "newsroom", "redaktion",
        "redacción", "redaccion", "rédaction", "redazione", "redação", "redacja", "redactie", "service", "services",
        "network", "magazine", "magazin", "zeitung", "online", "media",
        "times", "post", "herald", "tribune", "gazette", "journal", "daily", "university", "institute", "institut",
        "department", "ministry", "ministerium", "office",
        "association", "foundation", "verein", "verband", "pressestelle", "presse", "pressemitteilung", "inc", "ltd",
        "llc", "gmbh", "ag", "e.v", "group", "gruppe", "company", "corporation", "wire",
        "newswire", "board", "committee", "bureau", "diario", "editorial", "editors", "netzwerk", "portal", "blog",
        "tv", "radio", "welt", "stiftung", "studio", "center", "centre", "council", "club",
    ]

    /// Agencies by name.
    static let agencies: Set<String> = [
        "ap", "afp", "dpa", "reuters", "upi", "efe", "ansa", "apa", "pap", "tass", "xinhua", "sid", "kna", "epd",
        "afp.com", "bloomberg", "dts", "pti", "ani", "ians",
        "interfax", "belga", "anp", "lusa", "sda", "keystone-sda", "ots", "presseportal", "the conversation",
    ]

    /// Time words that markup around a name leaks into it, and labels of the profile links beside it.
    static let times: Set<String> = [
        "ago", "minutes", "minute", "hours", "hour", "days", "day", "today", "yesterday", "gestern", "heute", "uhr",
        "am", "pm", "min", "read", "updated", "published",
        "shares", "share", "comments", "comment", "follow", "view", "profile", "posts", "email", "e-mail", "bio",
        "twitter", "facebook", "instagram", "linkedin", "kommentare", "kommentar",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Abbreviated weekdays that end up at a name's end.
    static let weekdays: Set<String> = [
        "mo", "di", "mi", "do", "fr", "sa", "so", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ]

    /// Before "by" and a name.
    static let labels: Set<String> = [
        "posted", "published", "written", "posts", "articles", "stories", "beiträge", "artikel", "alle", "on", "am",
        "erstellt", "geschrieben", "veröffentlicht",
        "verfasst", "eingestellt", "updated", "reviewed", "more", "view", "see", "publicado", "escrito", "publié",
        "article", "column", "story", "ein", "beitrag",
    ]

    /// Never part of a name.
    static let commonWords: Set<String> = [
        "name", "bild", "foto", "quelle", "image", "photo", "veröffentlicht", "publicado", "publié", "montag",
        "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "beitragvon",
        "the", "a", "an", "this", "that", "is", "are", "was", "has", "have", "to", "our", "your", "their", "his", "her",
        "more", "all", "home", "about", "contact", "menu", "search",
        "article", "articles", "story", "die", "das", "ein", "eine", "ist", "und", "unsere", "unser", "alle", "mehr",
        "unknown", "unbekannt", "anonymous", "anonym", "gast", "guest", "user",
        "null", "none", "undefined", "n/a", "please", "click", "here", "login", "register", "sign", "subscribe", "not",
        "it", "how", "why", "what", "when", "where",
    ]
}
