/// What is known of each block of a page: a column of bytes for each, which the classifier's trees look at.
///
/// The order is the classifier's: to change it means to train anew (`Training/reading`).
enum BlockColumn: UInt8, CaseIterable {
    // The block's text.
    case characters, words, linkShare, boldShare, italicShare, commas, sentenceEnds, capitals, capitalizedWords
    // How much of it is said elsewhere.
    case bodyShare, descriptionShare, titleShare
    // Its element.
    case headingLevel, depth, mediaBefore
    // Its place on the page.
    case index, place, placeInText, fromTitle, fromHeading, sinceHeading, blocks, pageCharacters, longText, articles
    // Whether it has the element, or the parent, of the first, second and third block before it.
    case kinship1, kinship2, kinship3
    // What its element and two above hold.
    case characters0, characters1, characters2
    case links0, links1, links2
    case average0, average1, average2
    case own0, own1, own2
    // Where it stands in the parent, in the one above, and in the element that most looks like the article's.
    case placeInParent, placeInGrandparent, placeInMain
    case mainShare, depthFromMain
    // How often the page repeats those elements, and what the elements that stand alike hold.
    case repeats0, repeats1, repeats3
    case groupBlocks, groupAverage, groupLinks, groupShare

    // Eight signs each, a bit for each.
    case manner, start, relation, kind, otherKind
    case cues0, cues1, cuesAtStart0, cuesAtStart1
    case around0, around1, around2
    case named0, named1, named2
    case path0, path1, path2, path3, path4
    case inline1, inline2

    // What the first look says of the block and of those around it, for the second.
    case probability, massBefore, massAfter, sinceCertain, untilCertain, nearMass, wideMass, mass, massShare
    case alikeMass, alikeShare, pathMass, pathShare
    case mass0, mass1, mass2, mass3
    case massShare0, massShare1, massShare2, massShare3
    case groupMass, groupMassShare, levelsBefore, levelsAfter, headingProbability

    /// What is known of menu entries too, which no look is taken at: only of these columns do questions look at the numbers
    /// of other blocks than the one that they are about.
    var isSeenFromAround: Bool {
        switch self {
        case .characters, .words, .linkShare, .boldShare, .italicShare, .commas, .sentenceEnds, .capitals,
            .capitalizedWords, .bodyShare, .descriptionShare, .titleShare, .headingLevel, .mediaBefore, .kinship1,
            .kinship2, .kinship3, .manner, .start, .kind, .otherKind, .cues0, .cues1, .cuesAtStart0, .cuesAtStart1,
            .probability:
            true
        default: false
        }
    }

    /// Columns of the first look; those behind them are the second's.
    static let alone = Int(probability.rawValue)

    /// Whether each bit is a sign of its own.
    var isSigns: Bool { rawValue >= Self.manner.rawValue && rawValue < Self.probability.rawValue }
}
