import { formOf, type WordForm } from "./wordForm.ts";
import { slotCount, slotOf } from "./wordSlots.ts";

/**
 * Caches the forms of words without first copying the words out of the text: a word is found by a
 * hash of its code units. Each slot keeps the last word, so the memory has a fixed size.
 */
export function rememberForms(
  fold: (word: string) => string,
): (text: string, start: number, end: number) => WordForm {
  const written = new Array<string>(slotCount).fill("");
  const forms = new Array<WordForm | null>(slotCount).fill(null);
  return (text, start, end) => {
    if (end - start > longestKept) return formOf(fold(text.slice(start, end)));
    const slot = slotOf(text, start, end);
    const known = forms[slot];
    if (known && isWordAt(written[slot]!, text, start, end)) return known;
    const word = copied(text, start, end);
    const form = shared(forms, fold(word));
    written[slot] = word;
    forms[slot] = form;
    return form;
  };
}

/** Works out once for each form what a function says of it; of two forms in one slot the last is kept. */
export function rememberByForm<Value>(
  compute: (form: WordForm) => Value,
): (form: WordForm) => Value {
  const known = new Array<{ readonly form: WordForm; readonly value: Value } | null>(
    slotCount,
  ).fill(null);
  return (form) => {
    const before = known[form.slot];
    if (before && before.form === form) return before.value;
    const value = compute(form);
    known[form.slot] = { form, value };
    return value;
  };
}

/** "The" and "the" share one form, as long as its slot keeps it. */
function shared(forms: readonly (WordForm | null)[], folded: string): WordForm {
  const other = forms[slotOf(folded, 0, folded.length)];
  return other?.folded === folded ? other : formOf(folded);
}

/** Longer words are rare and not cached. */
const longestKept = 24;
/**
 * JavaScript engines copy substrings up to this many code units; longer ones refer to the whole
 * text and keep it in memory.
 */
const copiedUnits = 12;

function copied(text: string, start: number, end: number): string {
  if (end - start <= copiedUnits) return text.slice(start, end);
  return Array.from({ length: end - start }, (_, i) => text[start + i]).join("");
}

function isWordAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  }
  return true;
}
