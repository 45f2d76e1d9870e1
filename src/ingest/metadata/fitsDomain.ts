/**
 * True if a printed name fits a domain: the words of the name, from the first on, each whole or as
 * its first letter, spell the first label of the domain. "BBC News" fits `bbc.co.uk`, "The New York
 * Times" `nytimes.com`, "Anadolu Ajansı" `aa.com.tr`, and "Reuters" no domain but `reuters.*`. Only
 * names in Latin letters can fit; a name that does not fit is shown with its host, and that is all.
 * Cost: the length of the label times the number of words.
 */
export function fitsDomain(name: string, domain: string | null): boolean {
  const label = foldedLabel(domain ?? "");
  if (label === "") return false;
  return [latinLetters, germanLetters].some((letters) => {
    const words = letters(name.slice(0, longestName))
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== "")
      .slice(0, mostWords);
    const first = words.findIndex((word) => !articles.has(word));
    return spells(words, label) || (first > 0 && spells(words.slice(first), label));
  });
}

/** More words, and more letters, than any outlet's name has. */
const mostWords = 12;
const longestName = 300;
/** The longest label that a domain can have (RFC 1035). */
const longestLabel = 63;
const shortestLabel = 2;

/** Outlets print their article ("The") and leave it out of their domain. */
const articles: ReadonlySet<string> = new Set(
  "the a der die das le la les l el il lo los las o os al".split(" "),
);

function foldedLabel(domain: string): string {
  const label = (domain.toLowerCase().split(".", 1)[0] ?? "").replace(/[^a-z0-9]+/g, "");
  return label.length < shortestLabel || label.length > longestLabel ? "" : label;
}

/**
 * Returns lower-case letters without their marks; letters like "ß", which are not a letter with a
 * mark, become two.
 */
function latinLetters(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ı", "i")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("'", "")
    .replaceAll("’", "");
}

/** "Süddeutsche" as `sueddeutsche.de` spells it. */
function germanLetters(name: string): string {
  const written = name.toLowerCase().normalize("NFC");
  return latinLetters(written.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue"));
}

/**
 * True if the words, each whole or by its first letter, spell the label; words at the end may be
 * left over.
 */
function spells(words: readonly string[], label: string): boolean {
  let reached = new Set([0]);
  for (const word of words) {
    const next = new Set<number>();
    for (const at of reached) {
      if (label.startsWith(word, at)) next.add(at + word.length);
      if (label[at] === word[0]) next.add(at + 1);
    }
    if (next.has(label.length)) return true;
    reached = next;
  }
  return false;
}
