/** All readers of foreign text, each with a way to give it a text. Long, because it is one table. */
import { gzipSync } from "fflate";
import { parseHtml } from "../../src/cli/read/readDocument.ts";
import {
  countWords,
  endsLikeSentence,
  letterKey,
  measureBlock,
} from "../../src/engine/body/blockMeasures.ts";
import { isDateOrByline } from "../../src/engine/body/dateOrByline.ts";
import { isSyndicationLine } from "../../src/engine/body/embedNotes.ts";
import { joinBlocks } from "../../src/engine/body/joinBlocks.ts";
import { labelBlocks } from "../../src/engine/body/labelBlocks.ts";
import {
  addressesReader,
  isAppeal,
  isCredit,
  isDump,
  labelByText,
} from "../../src/engine/body/lineKinds.ts";
import { marksOfQuotedBlocks } from "../../src/engine/body/quotedBlocks.ts";
import { findMarked } from "../../src/engine/extract/quotes/quoteMarks.ts";
import { findQuotations, isFragment } from "../../src/engine/extract/quotes/quotes.ts";
import { readArticle } from "../../src/engine/extract/readArticle.ts";
import { readStatement } from "../../src/engine/extract/readStatement.ts";
import { genderOf } from "../../src/engine/extract/sources/genders.ts";
import { outletOf as outletOfLabel } from "../../src/engine/extract/sources/outlets.ts";
import { parseDay } from "../../src/engine/facts/dates/calendar.ts";
import { findDates } from "../../src/engine/facts/dates/dates.ts";
import { findFigures } from "../../src/engine/facts/figures/figures.ts";
import { figureWords } from "../../src/engine/facts/figures/figureWords.ts";
import { knownName } from "../../src/engine/facts/names/aliases.ts";
import {
  sameNameAcrossScripts,
  scriptKey,
} from "../../src/engine/facts/names/nameAcrossScripts.ts";
import { nameKey, wordKey } from "../../src/engine/facts/names/nameKey.ts";
import { personKey } from "../../src/engine/facts/names/nameMemory.ts";
import { soundDistance, soundsOf } from "../../src/engine/facts/names/nameSounds.ts";
import { findNames, learnNames } from "../../src/engine/facts/names/names.ts";
import { romanise } from "../../src/engine/facts/names/romanise.ts";
import { findNumbers } from "../../src/engine/facts/numbers/numbers.ts";
import { fingerprintsOf } from "../../src/engine/library/fingerprints.ts";
import { pageAddress } from "../../src/engine/library/pageAddress.ts";
import { openSegment, verifySegment } from "../../src/engine/library/segmentReader.ts";
import { changesBetween } from "../../src/engine/match/relation/wording/textChanges.ts";
import type { BlockFeatures } from "../../src/engine/model/index.ts";
import { withoutAccents } from "../../src/engine/text/accents.ts";
import { languageOf } from "../../src/engine/text/detectLanguage.ts";
import { emptyWordsFor } from "../../src/engine/text/emptyWords.ts";
import { foldWord } from "../../src/engine/text/foldWord.ts";
import { tokeniseIn } from "../../src/engine/text/languages.ts";
import { normalise } from "../../src/engine/text/normalise.ts";
import { quotedSpans } from "../../src/engine/text/quotedSpans.ts";
import { splitSentences } from "../../src/engine/text/sentences.ts";
import { stem } from "../../src/engine/text/stems.ts";
import { termHash } from "../../src/engine/text/termHash.ts";
import { tokenise } from "../../src/engine/text/tokens.ts";
import { formOf } from "../../src/engine/text/wordForm.ts";
import { verbKey } from "../../src/engine/text/wordTraits.ts";
import { articleFromHtml } from "../../src/ingest/articleFromHtml.ts";
import { articleFromText } from "../../src/ingest/articleFromText.ts";
import { articleId } from "../../src/ingest/articleId.ts";
import { articleFromRecord } from "../../src/ingest/articleRecords.ts";
import { readArticlesJson } from "../../src/ingest/articlesJson.ts";
import { decodeText } from "../../src/ingest/decodeText.ts";
import { articleFromDocx } from "../../src/ingest/docx/articleFromDocx.ts";
import { docxBlocks } from "../../src/ingest/docx/docxBlocks.ts";
import { exactKeys, isAtSameAddress, looseKeys } from "../../src/ingest/duplicates/addressKeys.ts";
import {
  bareText,
  bodyKeysOf,
  isNearlyTheSame,
  isOfSameName,
  isSameOrPart,
  outletKey,
} from "../../src/ingest/duplicates/bodyKeys.ts";
import {
  createSeenAddresses,
  createSeenArticles,
} from "../../src/ingest/duplicates/seenArticles.ts";
import { articleFromFeedItem, outletOfFeed } from "../../src/ingest/feeds/articleFromFeedItem.ts";
import { countFeedItems } from "../../src/ingest/feeds/countFeedItems.ts";
import { readOpml } from "../../src/ingest/feeds/opml.ts";
import { parseFeed } from "../../src/ingest/feeds/parseFeed.ts";
import { looksLikeHtml } from "../../src/ingest/formats/articleOfDocument.ts";
import {
  articleFromExported,
  readExportedHistory,
} from "../../src/ingest/formats/exportedRecord.ts";
import { createFileReader } from "../../src/ingest/formats/fileReader.ts";
import { itemsOfJson } from "../../src/ingest/formats/itemsOfJson.ts";
import { createKnownFiles, isListName, knownFilesIn } from "../../src/ingest/formats/knownFiles.ts";
import { pageInParts } from "../../src/ingest/formats/mailParts.ts";
import { isFeed } from "../../src/ingest/formats/markupStart.ts";
import { exportedOfNinjs } from "../../src/ingest/formats/ninjs.ts";
import { itemsOfTable } from "../../src/ingest/formats/table.ts";
import { guessEncoding } from "../../src/ingest/guessEncoding.ts";
import { labelHtml } from "../../src/ingest/html/labelHtml.ts";
import {
  deepestNesting,
  nestsDeeperThan,
  readableBlocks,
} from "../../src/ingest/html/readableBlocks.ts";
import { readingCopy } from "../../src/ingest/html/readingCopy.ts";
import { guessLanguage } from "../../src/ingest/language.ts";
import { withoutLinkLists } from "../../src/ingest/linkLists.ts";
import { agenciesIn, readDateline } from "../../src/ingest/metadata/agencies.ts";
import { bylineInLine, joinAuthors, tidyByline } from "../../src/ingest/metadata/byline.ts";
import { monthOf } from "../../src/ingest/metadata/calendar.ts";
import { dateInLine, endsWithWordOfChange } from "../../src/ingest/metadata/dateLine.ts";
import {
  documentAuthor,
  documentHeadline,
  documentTitle,
} from "../../src/ingest/metadata/documentProperties.ts";
import { findFeedLinks } from "../../src/ingest/metadata/feedLinks.ts";
import { fitsDomain } from "../../src/ingest/metadata/fitsDomain.ts";
import { HeadMemory } from "../../src/ingest/metadata/headMemory.ts";
import { readJsonLd } from "../../src/ingest/metadata/jsonLd.ts";
import { labelStated } from "../../src/ingest/metadata/labelStated.ts";
import { domainOf, hostOf, isSameSite, webAddress } from "../../src/ingest/metadata/outlet.ts";
import { dateInAddress, parsePublicationDate } from "../../src/ingest/metadata/publicationDate.ts";
import { readMetadata } from "../../src/ingest/metadata/readMetadata.ts";
import { withoutLongStrings } from "../../src/ingest/metadata/shortenedJson.ts";
import { shownSource } from "../../src/ingest/metadata/shownSource.ts";
import { tidy } from "../../src/ingest/metadata/tidy.ts";
import { printedTitle, titleKey, withoutSiteName } from "../../src/ingest/metadata/title.ts";
import { understandStatements } from "../../src/ingest/metadata/understandStatements.ts";
import { unescapeOnce } from "../../src/ingest/metadata/unescape.ts";
import { carriedVectors } from "../../src/ingest/pack/carriedVectors.ts";
import { readPackHead } from "../../src/ingest/pack/packHead.ts";
import { parseManifest } from "../../src/ingest/pack/packManifest.ts";
import { createPackRecordReader } from "../../src/ingest/pack/packRecords.ts";
import { articleFromPdf } from "../../src/ingest/pdf/articleFromPdf.ts";
import { inColumns, isRightToLeft } from "../../src/ingest/pdf/columns.ts";
import { createHyphens } from "../../src/ingest/pdf/hyphens.ts";
import { paragraphsOf, paragraphsOfPages } from "../../src/ingest/pdf/paragraphs.ts";
import { createPdfLines, type PdfChar } from "../../src/ingest/pdf/pdfLines.ts";
import type { PdfLine } from "../../src/ingest/pdf/pdfText.ts";
import { withoutRunningHeads } from "../../src/ingest/pdf/runningHeads.ts";
import { isWrappedText, linesOf } from "../../src/ingest/plain/lines.ts";
import { line, safeArticle } from "../../src/ingest/safeArticle.ts";
import { withoutMarkup } from "../../src/ingest/withoutMarkup.ts";
import { articleOf } from "../support/readingChecks.ts";

/** A reader of foreign text: prepares a text, untimed, and gives the work that is timed. */
export interface Reader {
  /** The name under which it is exported. */
  readonly name: string;
  readonly prepare: (text: string) => () => unknown;
  /** Whether a document is made of the text, which takes far longer than to read it. */
  readonly isCostly?: boolean;
  /** Whether it takes all the steps of a reading, of which most are linear. */
  readonly isChain?: boolean;
}

const encode = (text: string) => new TextEncoder().encode(text);
const known = createKnownFiles(new Map());
const tools = { parseHtml, known };
const emptyFeed = { title: "", siteUrl: null, items: [] };
const emptyItem = {
  id: "",
  url: null,
  link: null,
  title: "",
  html: "",
  published: null,
  authors: [],
  language: null,
};
const nothingStated = understoodNothing();

function understoodNothing() {
  return {
    ...{ address: null, canonical: null, title: null, byline: null, language: null },
    ...{ tags: [], jsonLd: [], headings: [], dates: [] },
  };
}

function lineBlock(text: string): BlockFeatures {
  return { text, element: "line", headingLevel: 0, linkChars: 0, region: "unknown" };
}

const noDocx = { document: "", styles: "", footnotes: "", endnotes: "", properties: "" };

/** The words of a text as lines of a PDF, in two ragged columns whose lines stand beside each other. */
function pdfLinesOf(text: string, page: number): readonly PdfLine[] {
  return text.split(/[ \n]/).flatMap((word, at) => {
    const left = at % 2 === 0 ? 50 : 300;
    const place = { left, right: left + (at % 7) * 30, baseline: 800 - (at >> 1) * 12 - page };
    return word === "" ? [] : [{ ...place, text: word, size: 10 + (at % 11 === 0 ? 4 : 0) }];
  });
}

function pdfCharIn(text: string, at: number): PdfChar {
  const box = {
    x: at >> 1,
    y: 100,
    left: at * 5,
    right: at * 5 + 5,
    bottom: 98,
    top: 108,
    size: 10,
  };
  return { ...box, code: text.charCodeAt(at), isHyphen: false, angle: 0 };
}

/** The lines of a text as blocks, so that many blocks grow as well as one long one. */
function blocksOf(text: string): readonly BlockFeatures[] {
  return text.split("\n").map(lineBlock);
}

/** A reader of a text as it is. */
function ofText(read: (text: string) => unknown, name = read.name): Reader {
  return { name, prepare: (text) => () => read(text) };
}

/** A reader whose errors of its own are an answer. */
function forgiving(name: string, read: (text: string) => unknown): Reader {
  return { name, prepare: (text) => () => attempt(() => read(text)) };
}

/** A record of an exported library, which says the text everywhere. */
function exportedOf(text: string) {
  const outlet = { name: text, domain: text };
  return { id: text, title: text, body: text, outlet, urls: [text], byline: text, language: text };
}

/** What an exported library says of such a record. */
function keptOf(text: string) {
  const source = { kind: "file", name: text };
  const version = { title: text, body: text, published: text, foundAt: text, origin: text, source };
  return { origin: text, addedAt: text, foundAt: text, source, versions: [version] };
}

function keptWith(texts: readonly string[]) {
  const foundAt = "2018-12-30T12:00:00.000Z";
  const versions = texts.map((text) => ({ title: text, body: text, foundAt }));
  return { origin: "saved", addedAt: foundAt, foundAt, versions };
}

function chain(reader: Reader): Reader {
  return { ...reader, isChain: true };
}

function costly(reader: Reader): Reader {
  return { ...reader, isCostly: true };
}

function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
  }
}

function ofDocument(read: (document: Document) => unknown, name = read.name): Reader {
  return {
    name,
    isCostly: true,
    prepare(text) {
      const document = parseHtml(`<html><body>${text}</body></html>`);
      return () => read(document);
    },
  };
}

function ofFile(name: string, fileName: string): Reader {
  return {
    name,
    isCostly: true,
    prepare(text) {
      const bytes = encode(text);
      return () => {
        const reader = createFileReader(fileName, tools);
        for (let at = 0; at < bytes.length; at += 65_536)
          reader.push(bytes.subarray(at, at + 65_536));
        reader.end();
      };
    },
  };
}

const mailHead = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n";

/** Readers, by the folder that exports them. */
export const readers: Readonly<Record<string, readonly Reader[]>> = {
  "engine/text": [
    ofText(normalise),
    ofText(tokenise),
    ofText(splitSentences),
    ofText(quotedSpans),
    ofText(foldWord),
    ofText(withoutAccents),
    ofText((text) => emptyWordsFor(text.split(" ")), "emptyWordsFor"),
    ofText((text) => languageOf(tokenise(text), null), "languageOf"),
    ofText((text) => tokeniseIn(text, "de"), "tokeniseIn"),
    ofText(stem, "stem"),
    ofText(verbKey),
    ofText(formOf),
    ofText((text) => termHash("stem", text), "termHash"),
  ],
  "engine/body": [
    chain(ofText((text) => labelBlocks(blocksOf(text), { title: null }), "labelBlocks")),
    ofText((text) => labelBlocks(blocksOf(text), { title: text }), "labelBlocks (titled)"),
    ofText((text) => measureBlock(lineBlock(text)), "measureBlock"),
    ofText(letterKey),
    ofText(countWords),
    ofText(endsLikeSentence),
    ofText(
      (text) => isDateOrByline(text, measureBlock(lineBlock(text.slice(0, 100)))),
      "isDateOrByline",
    ),
    ofText((text) => labelByText(measureBlock(lineBlock(text))), "labelByText"),
    ofText(isDump),
    ofText((text) => isCredit(text, 3), "isCredit"),
    ofText(isSyndicationLine),
    ofText(isAppeal),
    ofText(addressesReader),
    ofText((text) => joinBlocks(text.split(" ")), "joinBlocks"),
    ofText(
      (text) =>
        marksOfQuotedBlocks(text.split(" ").map((word) => ({ text: word, element: "blockquote" }))),
      "marksOfQuotedBlocks",
    ),
  ],
  "engine/facts": [
    ofText((text) => findDates(text, "2018-12-30"), "findDates"),
    ofText((text) => findNames(text), "findNames"),
    ofText((text) => learnNames(text), "learnNames"),
    ofText((text) => findNumbers(text), "findNumbers"),
    ...["it", "ja"].map((language) =>
      ofText(
        (text) => findFigures(text, tokenise(text), "2018-12-30", figureWords(language)!),
        `findFigures (${language})`,
      ),
    ),
    ofText(nameKey, "nameKey"),
    ofText(wordKey),
    ofText(personKey, "personKey"),
    ofText(knownName),
    ofText(romanise),
    ofText(soundsOf, "soundsOf"),
    ofText((text) => soundDistance(text, `b ${text}`), "soundDistance"),
    ofText(scriptKey, "scriptKey"),
    ofText((text) => sameNameAcrossScripts(text, `b ${text}`), "sameNameAcrossScripts"),
    ofText(parseDay),
  ],
  "engine/extract": [
    chain(ofText((text) => readArticle(articleOf("", text)), "readArticle")),
    ...["de", "fr", "es", "ru", "tr", "ar"].map((language) => ({
      ...ofText(
        (text) => readArticle({ ...articleOf("", text), language }),
        `readArticle (${language})`,
      ),
      isCostly: true,
    })),
    ofText((text) => readArticle(articleOf(text, "")), "readArticle (title)"),
    ofText((text) => readStatement(text), "readStatement"),
    ofText(findQuotations),
    ofText(findMarked),
    ofText(isFragment),
    ofText(outletOfLabel, "outletOf (extract)"),
    ofText((text) => genderOf("Smith", text), "genderOf"),
  ],
  "engine/library": [
    ofText((text) => fingerprintsOf(text), "fingerprintsOf"),
    ofText(pageAddress),
    { name: "openSegment", prepare: bytesFor((bytes) => openSegment(bytes)) },
    { name: "verifySegment", prepare: bytesFor((bytes) => verifySegment(bytes)) },
  ],
  "engine/match": [ofText((text) => changesBetween(text, `b ${text}`), "changesBetween")],
  ingest: [
    chain(ofDocument((document) => articleFromHtml(document), "articleFromHtml")),
    ofText((text) => articleFromText(text), "articleFromText"),
    ofText((text) => articleId({ outlet: text, url: text, title: text }), "articleId"),
    ofText((text) => articleFromRecord({ id: text, title: text, body: text }), "articleFromRecord"),
    forgiving("readArticlesJson", readArticlesJson),
    ofText((text) => decodeText(encode(text)), "decodeText"),
    ofText(
      (text) =>
        decodeText(Uint8Array.of(...encode("é"), 0xff, ...encode(text).subarray(0, 50_000))),
      "decodeText (other charset)",
    ),
    ofText((text) => decodeText(Uint8Array.of(0xff), text), "decodeText (content type)"),
    ofText(guessLanguage),
    ofText(withoutLinkLists),
    ofText(linesOf),
    ofText(isWrappedText),
    ofText(
      (text) => guessEncoding(Uint8Array.of(0xff, ...encode(text).subarray(0, 50_000))),
      "guessEncoding",
    ),
    ofText(line),
    ofText(withoutMarkup),
    forgiving("safeArticle", (text) =>
      safeArticle({
        ...articleOf(text, text),
        urls: [text],
        byline: text,
        agencies: [text],
        language: text,
        outlet: { name: text, domain: text },
      }),
    ),
  ],
  "ingest/duplicates": [
    ofText((text) => bodyKeysOf(articleOf("", text)), "bodyKeysOf"),
    ofText((text) => isNearlyTheSame(text, text), "isNearlyTheSame"),
    ofText((text) => outletKey({ outlet: { name: text, domain: text } }), "outletKey"),
    ofText((text) => createSeenArticles().add(articleOf(text, text)), "createSeenArticles"),
    ofText((text) => createSeenAddresses().add(articleOf(text, text)), "createSeenAddresses"),
    ofText(exactKeys),
    ofText(looseKeys),
    ofText(
      (text) =>
        isAtSameAddress(
          { ...articleOf(text, text), urls: [text] },
          { ...articleOf(`${text} b`, `b ${text}`), urls: [`${text}b`] },
        ),
      "isAtSameAddress",
    ),
    ofText((text) => isSameOrPart(text, `b ${text}`), "isSameOrPart"),
    ofText(
      (text) => isOfSameName(articleOf(text, text), articleOf(text, `b ${text}`)),
      "isOfSameName",
    ),
    ofText(bareText),
  ],
  "ingest/feeds": [
    ofText(countFeedItems),
    chain(forgiving("parseFeed", (text) => parseFeed(text, "https://a.example/"))),
    forgiving("readOpml", readOpml),
    costly(
      ofText(
        (text) =>
          articleFromFeedItem(
            {
              ...emptyItem,
              title: text,
              html: text,
              published: text,
              updated: text,
              authors: [text],
            },
            emptyFeed,
            "https://a.example/",
            parseHtml,
          ),
        "articleFromFeedItem",
      ),
    ),
    costly(
      ofText(
        (text) => outletOfFeed({ ...emptyFeed, title: text }, "https://a.example/", parseHtml),
        "outletOfFeed",
      ),
    ),
  ],
  "ingest/formats": [
    ofText(looksLikeHtml),
    ofText(isFeed),
    ofText(
      (text) =>
        pageInParts(
          new TextEncoder().encode(`${mailHead}--a\nContent-Type: text/html\n\n${text}\n--a--`),
        ),
      "pageInParts",
    ),
    ofText(
      (text) => pageInParts(new TextEncoder().encode(`${mailHead}${text}`)),
      "pageInParts (any)",
    ),
    ofFile("createFileReader (.csv)", "a.csv"),
    ofText((text) => [...itemsOfTable("a.csv", `text,title\n${text}`, parseHtml)], "itemsOfTable"),
    ofFile("createFileReader (unnamed)", "a"),
    ofFile("createFileReader (.html)", "a.html"),
    ofFile("createFileReader (.json)", "a.json"),
    ofFile("createFileReader (.jsonl)", "a.jsonl"),
    costly(
      forgiving("itemsOfJson", (text) => [
        ...itemsOfJson(
          { title: text, body: text, author: [text], date: text, url: text, outlet: text },
          "a",
          parseHtml,
        ),
      ]),
    ),
    forgiving("articleFromExported", (text) => articleFromExported(exportedOf(text))),
    ofText((text) => readExportedHistory(keptOf(text)), "readExportedHistory"),
    ofText((text) => readExportedHistory(keptWith(text.split(" "))), "readExportedHistory (many)"),
    ofText(
      (text) =>
        exportedOfNinjs({
          ...{
            secondSource: {},
            by: text,
            headlines: [{ value: text }],
            bodies: [{ value: text }],
          },
          infosources: text.split(" ").map((name) => ({ name, role: "agency" })),
        }),
      "exportedOfNinjs",
    ),
    ofText(isListName),
    forgiving("knownFilesIn", (text) => knownFilesIn("articles.json", text)),
    ofText((text) => createKnownFiles(new Map([[text, {}]])), "createKnownFiles"),
  ],
  "ingest/html": [
    ofDocument((document) => readingCopy(document), "readingCopy"),
    ofDocument(
      (document) => labelHtml(document, null, { jsonLd: [], statedWords: null }),
      "labelHtml",
    ),
    // It destroys what it reads.
    ofDocument(
      (document) =>
        nestsDeeperThan(document, deepestNesting)
          ? null
          : readableBlocks(document.cloneNode(true) as Document),
      "readableBlocks",
    ),
  ],
  "ingest/metadata": [
    ofText((text) => {
      const source = JSON.stringify({ "@type": "Article", headline: "T", articleBody: text });
      const stated = { jsonLd: [{ source, isOutdated: false }], statedWords: 100_000 };
      const blocks = [lineBlock("One word"), ...blocksOf(text)];
      return labelStated(
        blocks,
        blocks.map((_, i) => (i === 0 ? "body" : "furniture")),
        stated,
      );
    }, "labelStated"),
    ofText(agenciesIn),
    ofText(readDateline),
    ofText(unescapeOnce),
    ofText(tidyByline),
    ofText(bylineInLine),
    ofText((text) => joinAuthors([text]), "joinAuthors"),
    ofText((text) => joinAuthors(text.split(" ")), "joinAuthors (many)"),
    ofText(monthOf),
    ofDocument((document) => findFeedLinks(document, "https://a.example/"), "findFeedLinks"),
    ofText(
      (text) =>
        new HeadMemory().upToDate({
          ...nothingStated,
          address: text,
          canonical: text,
          title: text,
        }),
      "HeadMemory",
    ),
    ofText((text) => readJsonLd([{ source: text, isOutdated: false }]), "readJsonLd"),
    ofText(domainOf),
    ofText(hostOf),
    ofText((text) => isSameSite(`https://a.${text}`, `https://${text}`), "isSameSite"),
    ofText((text) => fitsDomain(text, `${text.slice(0, 200)}.example`), "fitsDomain"),
    ofText((text) => fitsDomain(text, text), "fitsDomain (domain)"),
    ofText(
      (text) =>
        shownSource({
          ...articleOf("", ""),
          ...{ outlet: { name: text, domain: text }, source: { kind: "page", name: text } },
        }),
      "shownSource",
    ),
    ofText((text) => webAddress(text, "https://a.example/"), "webAddress"),
    ofText(dateInAddress),
    ofText((text) => parsePublicationDate(text), "parsePublicationDate"),
    ofText(dateInLine),
    ofText(endsWithWordOfChange),
    ofText((text) => withoutLongStrings(text, 600), "withoutLongStrings"),
    ofDocument((document) => readMetadata(document, null), "readMetadata"),
    ofText(tidy),
    ofText((title) => documentTitle({ title, author: "" }), "documentTitle"),
    ofText((author) => documentAuthor({ title: "", author }), "documentAuthor"),
    ofText((text) => documentHeadline({ title: text, author: "" }, [text]), "documentHeadline"),
    ofText((text) => printedTitle([text], [text], [text]), "printedTitle"),
    ofText(titleKey),
    ofText((text) => withoutSiteName(text, [text]), "withoutSiteName"),
    ofText(
      (text) =>
        understandStatements({
          ...nothingStated,
          ...{ title: text, headings: [text], byline: text, language: text },
          tags: [
            ["author", text],
            ["og:url", text],
            ["date", text],
            ["og:site_name", text],
          ],
          dates: [{ machine: text, text, isOfChange: false }],
        }),
      "understandStatements",
    ),
  ],
  "ingest/docx": [
    ofText((document) => docxBlocks({ ...noDocx, document }), "docxBlocks"),
    costly(
      forgiving("articleFromDocx", (text) =>
        articleFromDocx({
          ...noDocx,
          document: `<w:p><w:t>${text}</w:t></w:p>`,
          styles: text,
          properties: text,
        }),
      ),
    ),
  ],
  "ingest/pdf": [
    costly(
      forgiving("articleFromPdf", (text) =>
        articleFromPdf({
          ...{ title: text, author: text },
          paragraphs: paragraphsOfPages([pdfLinesOf(text, 0), pdfLinesOf(text, 1)]),
        }),
      ),
    ),
    costly(
      ofText(
        (text) => createPdfLines(1e9)(text.length, (at) => pdfCharIn(text, at)),
        "createPdfLines",
      ),
    ),
    ofText((text) => inColumns(pdfLinesOf(text, 0)), "inColumns"),
    ofText((text) => paragraphsOf([{ lines: pdfLinesOf(text, 0), page: 0 }]), "paragraphsOf"),
    ofText((text) => createHyphens([text]).before(text, text), "createHyphens"),
    ofText(
      (text) => withoutRunningHeads([pdfLinesOf(text, 0), pdfLinesOf(text, 0)]),
      "withoutRunningHeads",
    ),
    ofText(isRightToLeft),
  ],
  "ingest/pack": [
    forgiving("readPackHead", (text) =>
      readPackHead(encode(`second-source pack 1\n${"0".repeat(64)}\n${text}\n`)),
    ),
    forgiving("parseManifest", parseManifest),
    forgiving("carriedVectors", (text) =>
      carriedVectors({ vectors: { model: "m", passages: text } }),
    ),
    {
      name: "createPackRecordReader",
      prepare(text) {
        const bytes = gzipSync(encode(text));
        const manifest = { articles: 1_000_000, textBytes: 100_000_000 } as never;
        return () =>
          attempt(() => {
            const reader = createPackRecordReader(manifest);
            reader.push(bytes);
            reader.end();
          });
      },
    },
  ],
};

function bytesFor(read: (bytes: Uint8Array) => unknown): Reader["prepare"] {
  return (text) => {
    const bytes = encode(text);
    return () => attempt(() => read(bytes));
  };
}
