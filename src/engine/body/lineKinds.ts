/**
 * Labels a short block by its text alone: a credit, a date or byline, a prompt, a list of keywords,
 * a data dump. Every test reads a bounded part of the text, so a line of a megabyte costs no more
 * than one of a few hundred characters.
 */
import type { BlockLabel } from "../model/index.ts";
import { isCellOfArticle } from "./blockMarkup.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";
import { isDateOrByline } from "./dateOrByline.ts";
import { isSyndicationLine } from "./embedNotes.ts";
import { appealPhrases, noticePhrases, promptOpenings, promptPhrases } from "./phrases.ts";

/** Rules read at most this many characters of a block. */
const lookAhead = 600;

/**
 * Returns the label that a block's own text gives it, or null if the block may be the article's.
 */
export function labelByText(block: MeasuredBlock): BlockLabel | null {
  const text = block.features.text.slice(0, lookAhead);
  if (!/\p{L}/u.test(text)) return isFigure(block) ? null : "furniture";
  if (isDump(text)) return "dump";
  if (isCredit(text, block.words)) return "credit";
  if (isCaptionLine(block.features.text, block.words)) return "caption";
  if (isPostSignature(text, block) || isDateOrByline(text, block)) return "dateline";
  if (isKeywordLine(text, block)) return "keywords";
  if (isPrompt(text, block.words)) return "prompt";
  if (isLegalNote(text, block.words) || isSyndicationLine(text)) return "furniture";
  return null;
}

/** True for the line below a post; in a quoted block, a name after a dash is that of the source. */
function isPostSignature(text: string, { features }: MeasuredBlock): boolean {
  if (sharedSignature.test(text)) return true;
  return features.element !== "blockquote" && dashSignature.test(text);
}

/** True for a number in a table of the article: a result, a price. */
function isFigure({ features }: MeasuredBlock): boolean {
  return isCellOfArticle(features) && /\p{N}/u.test(features.text.slice(0, lookAhead));
}

/** True for data in print: a variable dump, JSON, a style sheet, code. */
export function isDump(text: string): boolean {
  if (/^(?:string|array|object|int|bool)\(\d+\)/.test(text)) return true;
  if (/^["']?[[{]\s*[[{"']/.test(text) && /":|\\"|=>/.test(text)) return true;
  if (/^(?:<\?php|<!doctype|<html|<script|<style|@media|@import|@font-face)\b/i.test(text)) {
    return true;
  }
  if (/^(?:var|let|const|window\.|document\.|function)\s*[\w.$]+\s*(?:=|\()/.test(text))
    return true;
  return codeMarks(text) > 0.08 * Math.max(text.length, 60);
}

function codeMarks(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // { } = < > \ | ;
    if (code === 123 || code === 125 || code === 61 || code === 60 || code === 62) marks++;
    else if (code === 92 || code === 124) marks++;
  }
  return marks;
}

const agencies =
  "reuters|afp|ap|ap photo|associated press|getty(?: images)?|epa(?:-efe)?|dpa|apa|ansa|efe|tass|ria novosti|sputnik|xinhua|anadolu(?: agency)?|aa|upi|pa(?: wire| media| images)?|bloomberg|imago(?: images)?|shutterstock|istock|picture alliance|keystone|alamy|zuma|unsplash|pixabay|pexels|adobe stock|wikimedia commons|flickr|instagram|twitter|facebook|youtube|screenshot|handout|courtesy";
const creditOpening =
  /^[\s([]*(?:©|\(c\)|photos?(?: by| credit|graph by)?\s*:|photo by |photos by |photograph(?:s|er)?\s*:|foto(?:s|graf|grafie|credit|quelle)?\s*:|fotos?: |image(?:s)?(?: credit| source| by| courtesy)?\s*:|image credit|bild(?:er|quelle|nachweis|rechte)?\s*:|symbolbild|picture(?:s)?\s*:|credits?\s*:|photo credit|crédits?\s*:|crédito\s*:|crédit photo|copyright\b|source\s*:|quelle\s*:|fuente\s*:|fonte\s*:|video\s*:|videos?: |ap photo|getty images|foto de |imagem: |imagen: |фото\s*:|fotoğraf\s*:)/i;
const reportingCredit =
  /^[\s([]*(?:(?:additional )?report(?:ing|ed) by|writing by|edit(?:ing|ed) by|compiled by|translated by|written by|mit (?:material|informationen) (?:von|der)|with (?:reporting|files|inputs?) (?:by|from)|agencies contributed)\b/i;
/** The line below an embedded post: "— Harbour Desk (@harbour) March 5, 2019". */
const dashSignature = /^[—–-]\s*[^()]{1,60}\(@[\w.]{1,30}\)/u;
/** The same in words: "A post shared by Harbour Desk (@harbour) on Mar 5, 2019". */
const sharedSignature =
  /^(?:a (?:post|photo|video|reel) shared by|ein beitrag geteilt von|une (?:publication|vidéo) partagée par|una publicación compartida (?:de|por)|um(?:a publicação|a partilha| post) (?:compartilhad|partilhad)[oa] por|un post condiviso da|een bericht gedeeld door|публикация от)\s*[^()]{1,60}\(@[\w.]{1,30}\)/iu;
const agencyOnly = new RegExp(
  `^[\\s(/|–—-]*(?:${agencies})(?:[\\s/|,–—-]{1,5}[^.]{0,40})?[\\s)]{0,5}$`,
  "i",
);
const agencyEnding = new RegExp(
  `(?:[/|(©]\\s{0,3}|via\\s{1,3})(?:${agencies})\\s{0,3}(?:[/,][^()]{0,40})?[)\\].]{0,5}$`,
  "i",
);

/** True for a line that names the owner of a picture or the author of a report. */
export function isCredit(text: string, words: number): boolean {
  if (words > 40) return false;
  if (reportingCredit.test(text)) return true;
  if (words <= 16 && creditOpening.test(text)) return true;
  if (words <= 6 && agencyOnly.test(text)) return true;
  return words <= 8 && agencyEnding.test(text);
}

const captionOpening =
  /^(?:file\s*(?:(?:photo|picture|image|pic)\s*)?[-–—:(]|file photo\b|in this (?:[\w.]+ ){0,4}(?:file )?(?:photo|image|picture|frame|handout)|(?:a |this )?(?:file|handout|undated|archive) (?:photo|image|picture)|pictured\s*:|caption\s*:|archivbild|archivfoto|symbolfoto|photo d['’]illustration|foto de archivo)/i;
/** The link to a larger picture, which follows its caption without a space. */
const enlargeOpening =
  /^(?:(?:Bild |Foto )?[Vv]ergrößern|Enlarge(?: (?:this )?[Ii]mage)?(?: \/)?|Agrandir l['’]image|Ampliar (?:foto|imagen)) (?=\p{Lu})/u;
const captionCredit =
  /[([](?:photos?|images?|pictures?|fotos?|bild|credit|source|ap photo|file photo|reuters|afp|getty|epa|screenshot)\b[^()[\]]{0,80}[)\]]\.?$/i;

/** True for a caption that shows it by its first words or by a credit in brackets at its end. */
function isCaptionLine(text: string, words: number): boolean {
  if (words > 80 || text.length > 900) return false;
  return (
    captionOpening.test(text) ||
    enlargeOpening.test(text) ||
    captionCredit.test(text.slice(-120)) ||
    (words > 8 &&
      words <= 60 &&
      /(?:\/|\||©)\s*\S/.test(text.slice(-60)) &&
      agencyEnding.test(text.slice(-90)))
  );
}

const keywordOpening =
  /^(?:tags?|topics?|keywords?|more about|read more about|more on|related topics?|filed under|in this article|categor(?:y|ies)|schlagw(?:ort|orte|örter)|themen|stichworte|rubrik|kategorien?|etiquetas|temas|archivado en|mots[- ]clés|thèmes|sujets|tópicos|argomenti|trefwoorden|теги|метки|etiketler)\b\s*:?/i;

/** True for a line of keywords: one that begins with "Tags", or a bare list of short names. */
function isKeywordLine(text: string, block: MeasuredBlock): boolean {
  if (block.words > 60 || block.endsSentence) return false;
  if (keywordOpening.test(text)) {
    return block.words <= 3 || /[:,|•#]/.test(text) || block.linkDensity > 0.4;
  }
  const items = text.split(/[,;|•·#]/).flatMap((item) => item.trim() || []);
  if (items.length < 4) return false;
  let capital = 0;
  for (const item of items) {
    if (item.length < 2 || item.length > 40 || item.split(" ").length > 4) return false;
    if (/^\p{Lu}/u.test(item)) capital++;
  }
  return capital * 2 >= items.length;
}

/** German prompts have the verb at the end of the line: "Jetzt für den Newsletter anmelden". */
const promptEnding =
  / (?:anmelden|abonnieren|registrieren|weiterlesen|herunterladen|teilen)[ !:»›]*$/;

/**
 * Returns a pattern for any of the phrases. One alternation is eight times as fast as a search for
 * each phrase.
 */
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(phrases.map((phrase) => phrase.replace(/[.?*+]/g, "\\$&")).join("|"));
}
const promptPhrase = anyOf(promptPhrases);
const noticePhrase = anyOf(noticePhrases);

const quotationOpening = /^[\s]*["“„«‘'「]/;

/**
 * True for a block that asks the reader to log in, subscribe, share, donate or read something else.
 */
function isPrompt(text: string, words: number): boolean {
  const lower = text.toLowerCase();
  if (words <= 14 && (opensWithPrompt(text, words) || promptEnding.test(lower))) return true;
  if (words > 130 || quotationOpening.test(text)) return false;
  if (words <= 25 && noticePhrase.test(lower)) return true;
  if (words <= 70 && promptPhrase.test(lower)) return true;
  return isAppeal(lower);
}

/**
 * True for a prompt word at the beginning. A single word ("Share") proves little, so the line must
 * be short, or a dash must follow.
 */
function opensWithPrompt(text: string, words: number): boolean {
  const line = text.slice(/^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0);
  const lower = line.toLowerCase();
  return promptOpenings.some(
    (opening) =>
      lower.startsWith(opening) &&
      (words <= 4 || /[ :]/.test(opening) || /^\s*[-–—:|]\s/.test(line.slice(opening.length))) &&
      !/^\p{Ll}/u.test(line.slice(opening.length)),
  );
}

/** True for an appeal for support: "we" speak to "you", in two of the usual phrases. */
export function isAppeal(lower: string): boolean {
  if (!addressesReader(lower)) return false;
  let hits = 0;
  for (const phrase of appealPhrases) {
    if (lower.includes(phrase) && ++hits >= 2) return true;
  }
  return false;
}

/** True if the outlet speaks of itself and addresses the reader. */
export function addressesReader(lower: string): boolean {
  return (
    /(?:^|[^\p{L}])(?:we|our|us)(?![\p{L}])/u.test(lower) &&
    /(?:^|[^\p{L}])(?:you|your|please)(?![\p{L}])/u.test(lower)
  );
}

const legalNote =
  /\b(?:(?:is|are|an?|as a) (?:terrorist|extremist) (?:group|organi[sz]ation)s? (?:that is |which is )?(?:banned|outlawed|prohibited)|(?:banned|outlawed|prohibited) in (?:the )?(?:russia|russian federation|turkey|germany)\b|designated (?:as )?an? (?:"|“)?(?:foreign agent|undesirable))/i;

/** True for a note that the law requires an outlet to print below its text. */
function isLegalNote(text: string, words: number): boolean {
  return words <= 16 && legalNote.test(text);
}
