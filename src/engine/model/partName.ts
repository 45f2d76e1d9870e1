/** Parts of a file that are counted from 1. */
export const partKinds = ["line", "row", "item", "article", "entry", "version"] as const;
/** The kind of such a part. */
export type PartKind = (typeof partKinds)[number];

/** A part of a file, or of another part. */
export interface NumberedPart {
  /** The name of what it is a part of. */
  readonly whole: string;
  readonly kind: PartKind;
  readonly number: number;
}

/**
 * Returns the name under which a part is reported: "a.jsonl: line 9". The command line prints it as
 * it is; the settings say it in the reader's language, with `partOfName`.
 */
export function nameOfPart(whole: string, kind: PartKind, number: number): string {
  return `${whole}: ${kind} ${number}`;
}

const partName = new RegExp(`^(.*): (${partKinds.join("|")}) (\\d+)$`, "s");

/** Returns what a name made by `nameOfPart` is made of; null for a file's own name. */
export function partOfName(name: string): NumberedPart | null {
  const [, whole, kind, number] = partName.exec(name) ?? [];
  const known = partKinds.find((one) => one === kind);
  if (whole === undefined || known === undefined) return null;
  return { whole, kind: known, number: Number(number) };
}
