/**
 * Decides which installed pack a new one replaces. Anybody can give a pack any name: only a pack
 * from the address of the installed one replaces it; any other with its name waits for the reader.
 */
import { articleId } from "../ingest/articleId.ts";
import type { PackManifest } from "../ingest/pack/packManifest.ts";
import type { PackRecord } from "../platform/storage/packRecord.ts";

/**
 * The id under which a pack is stored, the pack that it replaces, and the one that it waits to
 * replace.
 */
export interface PackReplacement {
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

/** Returns what a new pack replaces. `address`: where it was fetched from; null for a file. */
export function replacementFor({ id, packs }: Namesakes, address: string | null): PackReplacement {
  const installed = packs.find(({ waitsFor }) => waitsFor === undefined) ?? null;
  const waiting = packs.find(({ waitsFor }) => waitsFor !== undefined) ?? null;
  const isUpdate = installed !== null && address !== null && installed.address === address;
  if (isUpdate) return { id: installed.id, before: installed };
  if (installed === null) return { id, before: waiting };
  // If the installed pack once waited itself, it has the second id.
  const waitingId = installed.id === id ? `${id}${waitingSuffix}` : id;
  return { id: waitingId, before: waiting, waitsFor: installed.id };
}

const waitingSuffix = "-other";
