/** News agencies by the name under which they are shown, with the ways they are credited. */
const agencies: readonly (readonly [name: string, ...forms: string[]])[] = [
  ["Reuters", "Reuters", "Thomson Reuters"],
  ["Associated Press", "Associated Press", "AP"],
  ["AFP", "AFP", "Agence France-Presse", "Agence France Presse"],
  ["Bloomberg", "Bloomberg", "Bloomberg News"],
  ["TASS", "TASS", "Itar-Tass"],
  ["Interfax", "Interfax"],
  ["RIA Novosti", "RIA Novosti", "RIA"],
  ["Sputnik", "Sputnik"],
  ["Xinhua", "Xinhua"],
  ["Anadolu", "Anadolu", "Anadolu Agency", "Anadolu Ajansı"],
  ["DHA", "DHA", "Demirören"],
  ["SANA", "SANA"],
  ["IRNA", "IRNA"],
  ["Fars", "Fars News", "Fars News Agency", "FNA"],
  ["Tasnim", "Tasnim"],
  ["dpa", "dpa", "Deutsche Presse-Agentur"],
  ["APA", "APA"],
  ["Keystone-SDA", "Keystone-SDA", "SDA"],
  ["ANSA", "ANSA"],
  ["EFE", "EFE", "Agencia EFE"],
  ["Europa Press", "Europa Press"],
  ["PA Media", "PA Media", "Press Association"],
  ["UPI", "UPI", "United Press International"],
  ["Canadian Press", "Canadian Press", "The Canadian Press"],
  ["PTI", "PTI", "Press Trust of India"],
  ["ANI", "ANI"],
  ["IANS", "IANS"],
  ["Kyodo", "Kyodo", "Kyodo News"],
  ["Yonhap", "Yonhap"],
  ["Agência Brasil", "Agência Brasil"],
  ["Lusa", "Lusa"],
  ["Belga", "Belga"],
  ["ANP", "ANP"],
  ["Ukrinform", "Ukrinform"],
];

/** The words of a line with one space around each: a live page reads bylines while it loads, and patterns would cost more. */
function spaced(line: string): string {
  return ` ${line.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

const spacedForms = agencies.map(([name, ...forms]) => [name, forms.map(spaced)] as const);

/** Returns the agencies that a byline or a credit names, in the order of the list above. */
export function agenciesIn(line: string): readonly string[] {
  const words = spaced(line.slice(0, 300));
  return spacedForms
    .filter(([, forms]) => forms.some((form) => words.includes(form)))
    .map(([name]) => name);
}

const dateline =
  /^(?<place>\p{Lu}[\p{Lu}\p{L}.'’ -]{1,40}(?:,\s{0,3}[\p{L}. ]{2,25})?)(?:,\s{0,3}(?<day>\p{L}{3,9}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}\.? \p{L}{3,9}\.?(?: \d{4})?))?\s{0,3}\((?<source>[^()]{2,40})\)\s{0,3}(?:[-–—:.]|\.\s{0,3}[-–—])/u;

/** A dateline as agencies print it: "MOSCOW, Dec. 29 (Reuters) – ". */
export interface Dateline {
  readonly place: string;
  /** As printed, often without a year; null if there is none. */
  readonly day: string | null;
  readonly agencies: readonly string[];
  /** Code units of the paragraph that the dateline takes up, its dash included. */
  readonly length: number;
}

/** Reads the dateline at the start of a paragraph, or null. */
export function readDateline(paragraph: string): Dateline | null {
  const found = dateline.exec(paragraph.slice(0, 160));
  if (found === null) return null;
  const named = agenciesIn(found.groups!.source!);
  if (named.length === 0) return null;
  return {
    place: found.groups!.place!.trim(),
    day: found.groups!.day ?? null,
    agencies: named,
    length: found[0].length,
  };
}
