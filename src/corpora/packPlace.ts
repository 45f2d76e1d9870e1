/**
 * Decides which installed pack a new one replaces. Anybody can give a pack any name: only a pack
 * from the address of the installed one replaces it; any other with its name waits for the reader.
 */
import { articleId } from "../ingest/articleId.ts";
import type { PackManifest } from "../ingest/pack/packManifest.ts";
import type { PackRecord } from "../platform/storage/packRecord.ts";

/** Under which id a pack is stored, and in which pack's place. */
export interface PackPlace {
  readonly id: string;
  readonly before: PackRecord | null;
  readonly waitsFor?: string;
}

/** The packs of one name and publisher, and the id of the first of them. */
export interface Namesakes {
  readonly id: string;
  readonly packs: readonly PackRecord[];
}

/** Returns the packs with the manifest's name and publisher. */
export function namesakesOf(
  { publisher, name }: PackManifest,
  packs: readonly PackRecord[],
): Namesakes {
  return {
    id: `pack-${articleId({ outlet: publisher, url: null, title: name })}`,
    packs: packs.filter((pack) => pack.publisher === publisher && pack.name === name),
  };
}

/** The place of a pack among its namesakes. `address`: where it was fetched from; null for a file. */
export function placeOf({ id, packs }: Namesakes, address: string | null): PackPlace {
  const installed = packs.find(({ waitsFor }) => waitsFor === undefined) ?? null;
  const waiting = packs.find(({ waitsFor }) => waitsFor !== undefined) ?? null;
  const isUpdate = installed !== null && address !== null && installed.address === address;
  if (isUpdate) return { id: installed.id, before: installed };
  if (installed === null) return { id, before: waiting };
  // After a waiting one was wanted, the installed one has the second id.
  const waitingId = installed.id === id ? `${id}${waitingSuffix}` : id;
  return { id: waitingId, before: waiting, waitsFor: installed.id };
}

const waitingSuffix = "-other";
