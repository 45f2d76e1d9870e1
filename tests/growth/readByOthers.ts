/**
 * What the folders of readers export besides those that are measured: steps that a measured reader
 * takes on the same text, and what reads none. A new export belongs in `readers.ts`, or here.
 */
export const readByOthers: Readonly<Record<string, string>> = {
  "engine/text": `classOf isDense wordsInToken abbreviationsOf largestUnread mayOpenQuote mayCloseQuote commonSubsequence isSpeechVerbForm once QuoteState
    remember stopEndsSentence isStopword namesOfMonths namesOfWeekdays digitOf
    foldedSet foldedMap stemSet phraseMap phraseAt languageTable hashNext rememberForms rememberByForm slotOf classIn traitsOf
    closingMarksEnd isBlankLine hasBlankLine skipGapWithin skipGap pushTrimmed speechVerbFollows compoundSet withoutEnding isNetworkName`,
  "engine/body": `labelByMarkup labelByPlace keepMainRun labelCaptions labelRepeats labelAppeals
    labelShortLines cutAtStops labelTitle tagOf regionOpenedBy regionOfNames regionIn
    misleadingOpeners isHiddenByMarkup labelEmbedNotes isCellOfArticle labelDeals isFrontAddress`,
  "engine/facts": `knownNameAt approximateDay formatDay formatMonth formatWeek weekdayOf yearOf dayNumber
    yearNumber isoDay pad isLikelyName kindOfRun isCalledByOffice learnCapitals isOrganisationWord
    findNameRuns isCapitalised isTitleCase opensSentence sequenceFrom endsWithPossessive isDayWord
    yearOfDate nextAnchor standsForPlace nameWords leavesVowelsOut amountAt findTableDates findTableRuns
    isNoun learnTableNames findTableNames lastNameKey findTableNumbers tableText withoutProclitic
    readIso readDayMonth readMonth namedMonthAt readYear readAmount readUpper unitAfter pastUnit dateOf singleDate readShifted
    readWeekday readNamedDay readCount numericDate dayAndMonth monthWithoutDay yearAlone shiftedPeriod weekdayDate
    namedDayDate countedPeriod knownAt countriesOf isNameWord isLatin uncapitalisedRun isKoreanName isBesideSpeech isApposed speaksAfter
    isGivenName isAdjective wordBefore wordAt wordList isUnparted figureWords numberAt dateAt weekdayAt pastSpace matchAt isAccordingAround isGivenNameOfAnyLanguage isWomansGivenName hasGivenName`,
  "engine/extract": `findAttributions viewBody sentenceEnd isOwner sentenceStart nameEnd joinChains isReportedIn
    quotationAt restAfter contentStart circumstanceEnd restOfQuote contentAfter contentBefore tokensSpan
    isCircumstance isAdverbial pastAddressee clauseLimit endsBefore sourceSpan quotedShare isClause
    subjectBefore laterClause quotationAround clauseOpener sayingNearby formOf auxiliaryGroup kindAt
    kindAfter quoteTouches cueFeatures findCues cueKey mayBeCue datelineEnd addFollowingQuotes readFrames
    titledGenders firstEndingAfter spansWithin attributionsByPassage nounPhraseStart isPhraseWord
    isPhraseLink joins isNoun namedByOffice officeHolder outletToldTo reportedThrough isOutletName
    outletLabel findFacts readPassage layOutPassages quotesOf isWork identify SourceMemory sourceBefore hasNotSaid speakingName bodyInPlace bodyAfter loneNoun anyNounAfter isAfterQuoteOrComma isNameAt
    sourceAfter mainSubject opensAdjunct beginsSource isSpeech isStatement isCalledUntrue classesOf
    addUnclaimedQuotes findDashSpeech findSignedDashSpeech cannotSpeak findTableAttributions quotesOfSentence indirectContent cuesBetween
    isCliticMark openAsides thatAfter sourceOfCue isRole isOffice TableSpeakers mentionOf understand
    understandByTable plainFacts tableFacts withoutDates withFewCopies
    readInverted readSubjectFirst closersOf moreClosersOf isQuoteMark isSpaceBefore isOpener mayCloseHere isEmptyPhrase
    sourceOfName phraseFrom endsPhrase phraseStart phraseEnd isDependent isFree continueQuotes isManyOf isPublished isPersonNoun contentElsewhere firstCommaAfter verbUse cueScores
    sentenceFeatures bucketOf hashOf unpackWeights packWeights isParticiple participleSource ownerOf
    isOfSentenceBefore findPersons personsNamed reportsSpeech hasPrefix wordEnd sharesSubject endsLikeAction isAskedForm isAskedParticiple isAfterAs isAfterOpeningAs`,
  ingest: `nestsDeeperThan faultOf feedWithin withoutRepeated guessUtf16 dayOf nameOfDay areOfDifferentDays
    printedOutlet readStatedBody isTableName wordsBySpaces areArticleRecords assembleArticle dateInBlocks bylineInBlocks addressKeysOf FeedError writeOpml
    joined taken refused itemsOfValue isArticle itemOf createZipListReader createLineReader isLooseRecord
    namesAnArticle articleFromLooseRecord beginsAsFeed beginsAsPage isNewsArticle newsArticlesIn
    articleFromNewsArticle isNinjs articleFromNinjs ninjsOf createWholeReader isZip createZipReader
    isFrontPage holdsArticle ArticleDataError readKnown isObject isDay isoDay offsetOfZone collectStatements
    articleOfDocument outletOf PackError isPack manifestLine firstLines checkRatio carriedMember createPackRecordWriter
    exportedRecord keptPart withShownSource JsonBoundError parseBoundedJson boundedParser checkMarkup
    markedEncoding createLineSplitter createJsonReader createJsonSplitter limitRefusals createZipMembers
    valuesUnder omissionsInRecord omissionsInFeedItem omissionsOnPage unreadableDate readExtent
    articleFromBlocks articleFromDocument createDocxReader isDocx refusalOfKind refusalOfBinary itemOfPdf
    isPdf readPdf refusalOfSize paragraphsOfPages
    listEntries unreadableDateInBlocks omittedDate readText megabytes withinBounds textOf isIsoDate looksLikeDate numberOfWords`,
};
