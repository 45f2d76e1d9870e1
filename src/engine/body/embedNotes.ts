/**
 * Labels two kinds of notes: those shown in place of an embedded video or post until the reader
 * agrees to load it, and the lines that blog systems add to the end of a feed item. Publishers word
 * the notes differently but from the same few ideas. A block is a note if it speaks of foreign
 * content and of two more of these ideas, and either addresses the reader or is next to a block
 * that does.
 */
import type { BlockLabel } from "../model/index.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";

const content =
  /\b(?:beitr[aä]ge?s?|inhalte?n?s?|posts?|tweets?|videos?|embeds?|contents?|contenus?|contenidos?|contenut[io]|conteúdos?|podcasts?|inhoud|treść|içerik|içeriği)(?!\p{L})|контент/iu;
/** The ideas besides foreign content; each counts once. */
const ideas: readonly RegExp[] = [
  /\b(?:extern\p{L}*|fremd\p{L}{0,2}|dritt(?:en|anbieter\p{L}*)|third[- ]part\p{L}+|external\p{L}*|outside platforms?|tiers|tercer[oa]s?|terz[ei] part[ei]|terceiros|derden)\b/iu,
  /\b(?:stimme\p{L}{0,2} zu|zustimm\p{L}*|einwillig\p{L}*|einverstanden|consents?|agree|accept|allow|j['’]accepte|accept(?:er|ez)|consentement|acept\p{L}*|consent\p{L}*|accett\p{L}*|aceit\p{L}*|toestemming|akkoord)\b/iu,
  /\b(?:anzeigen|angezeigt|anzuzeigen|gezeigt|einblenden|eingeblendet|ausblenden|verbergen|geladen|laden|aktivier\p{L}+|display(?:ed|ing)?|show(?:n|ing)?|view(?:ing)?|load(?:ed|ing)?|unblock|affich\p{L}+|voir|mostrar|visualizza\p{L}*|mostrare|exibir|tonen|bekijken)\b/iu,
  /\b(?:klick(?:en|e)?|click(?:ing)?|cliqu\p{L}+|clic|clicca|klik\p{L}*|button|schalter|regler)\b/iu,
  /\b(?:empfiehlt|empfohlene[rn]?|recommended|recommandé|recomendado|consigliato|redaktionell\p{L}*|redaktion|editorial team)\b/iu,
  /\b(?:cookies?|datenschutz\p{L}*|personenbezogene\p{L}? daten|personal data|privacy|données personnelles|datos personales|dati personali|privacidad)\b/iu,
];
/** Most sentences contain none of these words and need no further check. */
const anyIdea =
  /extern|fremd|dritt|third|tiers|tercer|terz|derden|stimm|einwillig|einverstanden|consent|accept|allow|acept|accett|aceit|akkoord|kli[ck]|cli[cq]|button|schalter|cookie|datenschutz|personal|redaktion|recommended/i;
/** The note addresses the reader or refers to its own place on the page. */
const addressed =
  /\b(?:ich|mir|ihnen|ihrer?|ihren|sie|unser\p{L}{0,2}|hier|an dieser stelle|your?|we|our|i (?:agree|accept|consent)|here|this (?:content|video|post|tweet|embed)|vous|votre|vos|ce contenu|este contenido|usted|su|questo contenuto|tuo|este conteúdo|deze inhoud|uw|je)\b/iu;

const leastIdeas = 2;
/** The most words of a note. */
const mostNoteWords = 60;
/** The paragraphs of one note are at most this many blocks apart. */
const besides = 2;

/**
 * Labels the notes as furniture; leaves sentences in quotation marks alone, which are somebody's
 * words.
 */
export function labelEmbedNotes(blocks: readonly MeasuredBlock[], labels: BlockLabel[]): void {
  const notes: number[] = [];
  const sure = new Set<number>();
  for (const [i, { features, words }] of blocks.entries()) {
    if (labels[i] !== "body" && labels[i] !== "prompt") continue;
    const { text } = features;
    if (words > mostNoteWords || /^["“„«»]/.test(text) || !anyIdea.test(text)) continue;
    const found = ideas.filter((idea) => idea.test(text)).length;
    if (found < leastIdeas) continue;
    notes.push(i);
    if (!content.test(text)) continue;
    if (found > leastIdeas ? addressed.test(text) : isShortNote(text, words)) sure.add(i);
  }
  const isBesideSure = (i: number) => {
    for (let at = i - besides; at <= i + besides; at++) if (sure.has(at)) return true;
    return false;
  };
  for (const i of notes) if (isBesideSure(i)) labels[i] = "prompt";
}

/** With only two ideas, a note must be a short sentence of at most this many words. */
const mostSureWords = 18;

function isShortNote(text: string, words: number): boolean {
  return words <= mostSureWords && addressed.test(text);
}

/** The lines that blog systems add to the end of a feed item, in the languages they support. */
const syndication: readonly RegExp[] = [
  /^the post .{1,300} (?:appeared first on|first appeared on|was first published on) .{1,120}$/iu,
  /^(?:this|the) (?:article|story|post|piece) (?:was )?(?:originally |first )(?:appeared|published|posted) (?:on|in|at|by) .{1,120}$/iu,
  /^der beitrag .{1,300} erschien (?:zuerst|als erstes) auf .{1,120}$/iu,
  /^l['’]article .{1,300} est apparu en premier sur .{1,120}$/iu,
  /^la entrada .{1,300} (?:se publicó primero|aparece primero|apareció primero) en .{1,120}$/iu,
  /^l['’]articolo .{1,300} (?:proviene da|sembra essere il primo su) .{1,120}$/iu,
  /^(?:o post|o artigo) .{1,300} (?:apareceu primeiro em|aparece primeiro no?) .{1,120}$/iu,
  /^het bericht .{1,300} verscheen eerst op .{1,120}$/iu,
  /^(?:artykuł|wpis) .{1,300} pochodzi z serwisu .{1,120}$/iu,
  /^(?:сообщение|запись) .{1,300} появил[аиось]{1,3} (?:сначала|впервые) (?:на|в) .{1,120}$/iu,
];

/** True for a line that says where a text appeared first. */
export function isSyndicationLine(text: string): boolean {
  if (text.length >= 500) return false;
  // In Turkish the line begins with the title, so its beginning cannot be checked first.
  if (text.includes(" ilk önce "))
    return /(?:yazısı|haberi) ilk önce .{1,120} ortaya çıktı\.?$/u.test(text);
  return syndication.some((pattern) => pattern.test(text));
}
