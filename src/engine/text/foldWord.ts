/** Returns a word's form for comparison; see `Token.folded`. */
export function foldWord(word: string): string {
  if (word === "US" || word === "U.S." || word === "U.S" || word === "U.S.A.") return "usa";
  let isPlain = true;
  let hasUpper = false;
  for (let at = 0; at < word.length && isPlain; at++) {
    const code = word.charCodeAt(at);
    if (code >= 0x41 && code <= 0x5a) hasUpper = true;
    else isPlain = code >= 0x61 && code <= 0x7a;
  }
  if (isPlain) return hasUpper ? word.toLowerCase() : word;
  return foldUnusual(word);
}

const spelledOut: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ø: "o",
    đ: "d",
    ð: "d",
    ł: "l",
    ħ: "h",
    ı: "i",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    þ: "th",
    ə: "a",
  }),
);

function foldUnusual(word: string): string {
  const straight = word.replace(/[’ʼ]/g, "'").toLowerCase();
  const withoutS = straight.endsWith("'s") ? straight.slice(0, -2) : straight;
  let folded = isAscii(withoutS)
    ? withoutS
    : withoutS
        .normalize("NFD")
        .replace(/[\p{M}\u00ad\u200b-\u200f\u2060]/gu, "")
        .replace(/[øđðłħıßæœþə]/g, (letter) => spelledOut.get(letter) ?? letter);
  if (folded.includes(".")) folded = folded.replaceAll(".", "");
  return folded === "" ? withoutS : folded;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}
