/// Made by `Training/summary`; not to be edited. The weights stand in the order of `SummaryFeature`.
enum SummaryWeights {
    static let bias: Float = 3.0673

    static let weights: [Float] = [
        3.1268,  // reciprocalPosition
        -0.45931,  // relativePosition
        0.026406,  // cappedPosition
        -0.65703,  // distanceFromEnd
        -2.3875,  // isFirst
        -0.46462,  // isSecond
        -0.25105,  // isThird
        -0.90469,  // documentSize
        -0.81545,  // wordsBefore
        -0.46958,  // length
        -0.30171,  // isShort
        -0.26604,  // isLong
        -0.14089,  // contentWords
        0.3618,  // centroid
        0.16741,  // rank
        0.026375,  // degree
        -0.01552,  // highestCosine
        0.14089,  // cosineWithFirst
        0.42962,  // cosineWithLead
        -0.60768,  // cosineWithPrevious
        -0.4421,  // cosineWithNext
        -0.74865,  // redundancy
        -0.24068,  // meanFrequency
        0.020061,  // meanIDF
        -0.7475,  // newTerms
        0.15711,  // laterTerms
        0.12626,  // laterWeight
        -1.1239,  // capitalShare
        0.30267,  // capitals
        -0.030651,  // newCapitals
        -0.15351,  // hasKnownCapital
        0.11911,  // numbers
        0.018043,  // quotationMarks
        -0.45792,  // startsWithQuotation
        0.024194,  // startsWithPronoun
        0.11535,  // startsWithContrast
        0.15989,  // endsLikeCaption
        -0.56235,  // isQuestion
        -0.084727,  // hasBracket
        0.12768,  // hasCaptionWord
        -0.16893,  // hasSpeechVerb
        -0.10055,  // standardLength
        0.25961,  // standardContentWords
        -0.0068903,  // standardCentroid
        0.1796,  // standardRank
        -0.027556,  // standardDegree
        0.0059741,  // standardHighestCosine
        0.013633,  // standardCosineWithLead
        0.057699,  // standardMeanFrequency
        0.032918,  // standardMeanIDF
        0.084445,  // standardCapitalShare
        -0.035194,  // standardNewTerms
        0.061168,  // standardNewCapitals
        0.15265,  // standardLaterTerms
        -0.024926,  // standardLaterWeight
    ]
}
