import { isObject } from "../knownData.ts";

/** Vectors that a record carries of its article's passages. Nothing but a claim: see docs/pack-format.md. */
export interface CarriedVectors {
  /** The version of the model that is said to have made them. */
  readonly model: string;
  readonly bytes: Uint8Array;
}

const longestModel = 100;

/** Returns the vectors in a record; null if it has none that can be read. */
export function carriedVectors(record: unknown): CarriedVectors | null {
  const carried = isObject(record) ? record.vectors : undefined;
  if (!isObject(carried)) return null;
  const { model, passages } = carried;
  if (typeof model !== "string" || model === "" || model.length > longestModel) return null;
  if (typeof passages !== "string") return null;
  try {
    const bytes = Uint8Array.from(atob(passages), (character) => character.charCodeAt(0));
    return { model, bytes };
  } catch {
    return null;
  }
}

/** Returns the member of a record that carries the vectors. */
export function carriedMember({ model, bytes }: CarriedVectors): object {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { model, passages: btoa(text) };
}
