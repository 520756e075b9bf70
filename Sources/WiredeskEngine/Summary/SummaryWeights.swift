/// Made by `Training/summary`; not to be edited. The weights stand in the order of `SummaryFeature`.
enum SummaryWeights {
    static let bias: Float = 3.0044

    static let weights: [Float] = [
        3.2443,  // reciprocalPosition
        -0.62561,  // relativePosition
        0.024957,  // cappedPosition
        -0.68529,  // distanceFromEnd
        -2.6433,  // isFirst
        -0.53354,  // isSecond
        -0.2985,  // isThird
        -0.92137,  // documentSize
        -0.72842,  // wordsBefore
        -0.42724,  // length
        -0.32696,  // isShort
        -0.22869,  // isLong
        -0.15809,  // contentWords
        0.3984,  // centroid
        0.21012,  // rank
        0.03296,  // degree
        -0.055244,  // highestCosine
        -0.085033,  // cosineWithFirst
        0.56883,  // cosineWithLead
        -0.67063,  // cosineWithPrevious
        -0.49159,  // cosineWithNext
        -0.61548,  // redundancy
        -0.25813,  // meanFrequency
        -0.0044872,  // meanIDF
        -0.66967,  // newTerms
        0.39046,  // laterTerms
        0.083825,  // laterWeight
        -1.206,  // capitalShare
        0.31232,  // capitals
        -0.026118,  // newCapitals
        -0.19019,  // hasKnownCapital
        0.11419,  // numbers
        0.024057,  // quotationMarks
        -0.54901,  // startsWithQuotation
        0.025794,  // startsWithPronoun
        0.097869,  // startsWithContrast
        0.19274,  // endsLikeCaption
        -0.54435,  // isQuestion
        -0.047672,  // hasBracket
        0.11051,  // hasCaptionWord
        -0.18375,  // hasSpeechVerb
        -0.1057,  // standardLength
        0.26033,  // standardContentWords
        -0.0020369,  // standardCentroid
        0.14671,  // standardRank
        -0.018336,  // standardDegree
        0.019665,  // standardHighestCosine
        0.0072723,  // standardCosineWithLead
        0.035526,  // standardMeanFrequency
        0.032307,  // standardMeanIDF
        0.090147,  // standardCapitalShare
        -0.071764,  // standardNewTerms
        0.063095,  // standardNewCapitals
        0.11587,  // standardLaterTerms
        -0.0063298,  // standardLaterWeight
    ]
}
