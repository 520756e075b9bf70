/// What the scorer knows of a sentence. The raw values' order is the order of the trained weights.
enum SummaryFeature: Int, CaseIterable {
    // Where it stands.
    case reciprocalPosition, relativePosition, cappedPosition, distanceFromEnd, isFirst, isSecond, isThird
    case documentSize, wordsBefore
    // How long it is.
    case length, isShort, isLong, contentWords
    // How much it says of what the article says.
    case centroid, rank, degree, highestCosine, cosineWithFirst, cosineWithLead, cosineWithPrevious, cosineWithNext
    case redundancy, meanFrequency, meanIDF
    case newTerms, laterTerms, laterWeight
    // What it is made of.
    case capitalShare, capitals, newCapitals, hasKnownCapital, numbers
    case quotationMarks, startsWithQuotation, startsWithPronoun, startsWithContrast
    case endsLikeCaption, isQuestion, hasBracket, hasCaptionWord, hasSpeechVerb
    // The same as standard scores within the article.
    case standardLength, standardContentWords, standardCentroid, standardRank, standardDegree, standardHighestCosine
    case standardCosineWithLead, standardMeanFrequency, standardMeanIDF, standardCapitalShare
    case standardNewTerms, standardNewCapitals, standardLaterTerms, standardLaterWeight

    /// The features that have a standard score, in the order of the standard ones.
    static let standardized: [SummaryFeature] = [
        .length, .contentWords, .centroid, .rank, .degree, .highestCosine, .cosineWithLead, .meanFrequency, .meanIDF,
        .capitalShare, .newTerms, .newCapitals, .laterTerms, .laterWeight,
    ]
}
