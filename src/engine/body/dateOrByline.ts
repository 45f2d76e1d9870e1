import { isCellOfArticle } from "./blockMarkup.ts";
import type { MeasuredBlock } from "./blockMeasures.ts";

const bylineOpening =
  /^(?:by|von|por|par|di|door|da|text|written by|posted by|published by|author|authors|words by|interview by|analysis by|opinion by|автор|yazan)(?:\s+(?::\s*)?|:\s*)(?:dr\.? |prof\.? |sir )?(?:the )?\p{Lu}/iu;
const bylineName = /^\p{L}+(?:\s+|:\s+|\s+:\s+)(?:\p{Lu}[\p{L}.'’-]*\s*){1,4}/u;

const dateWords = new Set(
  (
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday " +
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august " +
    "september october november december am pm gmt utc est edt cst cdt mst mdt pst pdt bst cet cest ist et pt " +
    "msk z t st nd rd th ago min mins minute minutes hour hours hr hrs day days week weeks month months read " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so januar februar märz " +
    "mai juni juli oktober dezember uhr vor minuten stunden tagen lesezeit " +
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre " +
    "octobre novembre décembre " +
    "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto " +
    "septiembre octubre noviembre diciembre " +
    "janeiro fevereiro março maio junho julho setembro outubro dezembro " +
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre " +
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря " +
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
  ).split(" "),
);
const dateFillers = new Set(
  (
    "published updated posted last modified created first on at in the of by and time date edited revised " +
    "publication release a an about story article updates no nr " +
    "veröffentlicht aktualisiert editiert erstellt stand am um den zuletzt geändert publiziert datum " +
    "publié mis à jour le modifié actualisé par " +
    "publicado actualizado el a las de del em às atualizado do da " +
    "pubblicato aggiornato il alle ore опубликовано обновлено в " +
    "güncelleme güncellenme güncellendi yayınlanma yayınlandı yayın giriş tarihi tarih son saat"
  ).split(" "),
);

/** True for a line that says only when the article was published, and perhaps by whom. */
export function isDateOrByline(text: string, block: MeasuredBlock): boolean {
  if (block.words > 24 || isCellOfArticle(block.features)) return false;
  return isByline(text, block) || isDateLine(text, block);
}

function isByline(text: string, block: MeasuredBlock): boolean {
  if (!bylineOpening.test(text) || !bylineName.test(text)) return false;
  return block.words <= 6 || (!block.endsSentence && (block.words <= 10 || hasYear(text)));
}

function hasYear(text: string): boolean {
  return /\b(?:19|20)\d\d\b/.test(text);
}

/**
 * True if most words belong to a date. Two other words are allowed ("in Politics", a place) if the
 * line does not end as a sentence does.
 */
function isDateLine(text: string, block: MeasuredBlock): boolean {
  const tokens = text.toLowerCase().match(/[\p{L}]+|\d+/gu) ?? [];
  let dates = 0;
  let digits = 0;
  let strangers = 0;
  for (const token of tokens) {
    if (/^\d/.test(token)) digits++;
    else if (dateWords.has(token)) dates++;
    else if (!dateFillers.has(token)) strangers++;
  }
  if (digits === 0) return false;
  const stated = dates > 0 || isNumericDate(text);
  if (!stated) return false;
  if (
    block.endsSentence &&
    !/^\P{L}*(?:published|updated|posted|veröffentlicht|stand)/iu.test(text)
  ) {
    return strangers === 0 && digits >= 2 && tokens.length >= 3;
  }
  return strangers <= Math.max(2, tokens.length / 5) && strangers < digits + dates;
}

function isNumericDate(text: string): boolean {
  return (
    /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/.test(text) ||
    /\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b/.test(text) ||
    /\b\d{1,2}:\d{2}\b/.test(text)
  );
}
