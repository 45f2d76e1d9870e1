/**
 * Writes names of other scripts in Latin letters, letter by letter: Cyrillic by BGN/PCGN, Greek by
 * ELOT 743, Arabic and Hebrew by the consonants of ALA-LC. Vowels that a script leaves out are not
 * restored.
 */

const cyrillic =
  "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў w ј j љ lj њ nj ћ c ђ dj џ dzh ѓ g ќ k ѕ dz ә a ғ gh қ q ң ng ө o ұ u ү u һ h";
const greek =
  "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o";
const arabic =
  "ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k ل l م m ن n ه h و w ي y ى a ة a ء - پ p چ ch ژ zh گ g ڤ v ک k ی y ہ h ٹ t ڈ d ڑ r ے e";
const hebrew =
  "א a ב b ג g ד d ה h ו w ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע - פ p ף f צ ts ץ ts ק k ר r ש sh ת t";
/** Latin letters of other languages whose sound the bare letter does not give. */
const latin =
  "ş sh š sh ś sh ç ch č ch ć ch ž zh ź zh ż zh ğ gh ł l đ dj ñ n ß ss ø o æ ae œ oe þ th ð d ə a ı i";

const letters: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  [cyrillic, greek, arabic, hebrew, latin].flatMap(pairsOf),
);

function pairsOf(table: string): readonly (readonly [string, string])[] {
  const parts = table.split(" ");
  return Array.from({ length: parts.length / 2 }, (_, at) => {
    const sound = parts[2 * at + 1]!;
    return [parts[2 * at]!, sound === "-" ? "" : sound] as const;
  });
}

/** True for scripts that leave short vowels out, in any letter of a name: Arabic, Hebrew. */
export function leavesVowelsOut(name: string): boolean {
  return /[\u0590-\u06ff]/.test(name);
}

/**
 * Returns a name in small Latin letters without diacritics; characters of scripts without a table
 * stay.
 */
export function romanise(name: string): string {
  let latinised = "";
  for (const letter of name.normalize("NFC").toLowerCase()) {
    latinised += letters.get(letter) ?? letters.get(bare(letter)) ?? bare(letter);
  }
  return latinised;
}

function bare(letter: string): string {
  return letter.codePointAt(0)! < 0x80 ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "");
}
