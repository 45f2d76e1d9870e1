/** The entities that systems escape once too often: marks, and the letters of western Europe. */
const named: Readonly<Record<string, string>> = {
  ...{ quot: '"', apos: "'", amp: "&", lt: "<", gt: ">", nbsp: " ", hellip: "…", ndash: "–" },
  ...{ mdash: "—", lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„" },
  ...{ laquo: "«", raquo: "»", auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü" },
  ...{ szlig: "ß", eacute: "é", egrave: "è", ecirc: "ê", agrave: "à", aacute: "á", acirc: "â" },
  ...{ iacute: "í", oacute: "ó", uacute: "ú", ntilde: "ñ", ccedil: "ç", Eacute: "É", euro: "€" },
};
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g;
const lastCodePoint = 0x10ffff;

/**
 * Returns a text that was escaped twice as a reader should have seen it; anything that is not an
 * entity stays.
 */
export function unescapeOnce(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? named[name]! : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code >= 0x20 && code <= lastCodePoint ? String.fromCodePoint(code) : whole;
  });
}
