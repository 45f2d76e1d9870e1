/** A word as it is compared, with what the language tables know of it. */
export interface WordForm {
  readonly folded: string;
  readonly traits: number;
}

/**
 * Remembers the forms of words without cutting the words out of the text first: a word is found by a
 * hash of its code units. Each slot keeps the word that came last, so the memory has a fixed size.
 */
export function rememberForms(
  formOf: (word: string) => WordForm,
): (text: string, start: number, end: number) => WordForm {
  const written = new Array<string>(slots).fill("");
  const forms = new Array<WordForm | null>(slots).fill(null);
  return (text, start, end) => {
    // Long words are rare, and a part of a text would hold on to all of it.
    if (end - start > longestKept) return formOf(text.slice(start, end));
    const slot = slotOf(text, start, end);
    const known = forms[slot];
    if (known && isWordAt(written[slot]!, text, start, end)) return known;
    const word = text.slice(start, end);
    const form = shared(forms, formOf(word));
    written[slot] = word;
    forms[slot] = form;
    return form;
  };
}

/** "The" and "the" have one form between them, as long as its slot keeps it. */
function shared(forms: readonly (WordForm | null)[], form: WordForm): WordForm {
  const other = forms[slotOf(form.folded, 0, form.folded.length)];
  return other?.folded === form.folded ? other : form;
}

/** Some ten thousand forms make up a day's news; 16 bytes a slot, and the words. */
const slots = 2 ** 15;

/** Code units: what JavaScript engines copy out of a text rather than point into it. */
const longestKept = 12;

function slotOf(text: string, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum ^ (sum >>> 15)) & (slots - 1);
}

function isWordAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  }
  return true;
}
