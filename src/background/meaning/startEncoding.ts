import { hasRoomForVectors } from "../../corpora/roomFromVectors.ts";
import type { SearchedSegments } from "../../corpora/searchedSegments.ts";
import { createStoredVectors } from "../../corpora/storedVectors.ts";
import { readModelVersion } from "../../encoder/modelFiles.ts";
import type { OffscreenClient } from "../../messages/client.ts";
import { browser } from "../../platform/browser/api.ts";
import {
  readEncodingProblem,
  writeEncodingProblem,
} from "../../platform/browser/encodingProblem.ts";
import { readSettings, writeSettings } from "../../platform/browser/settings.ts";
import { listImports } from "../../platform/storage/importJobs.ts";
import type { Storage } from "../../platform/storage/transaction.ts";
import { createEncoding, type Encoding } from "./encoding.ts";
import type { EncodingSources } from "./encodingRoutes.ts";
import { createIdleEncoding, type IdleEncoding } from "./idleEncoding.ts";
import { createLibraryVectors, type LibraryVectors } from "./libraryVectors.ts";

/** What the background has for comparing by meaning. */
export interface Meaning {
  readonly encoding: Encoding;
  readonly vectors: LibraryVectors;
  readonly idle: IdleEncoding;
  readonly sources: EncodingSources;
}

const alarmName = "meaning";

/**
 * Encoding in this browser: by its storage, alarms and files.
 *
 * @param storage is full when it is full: vectors must not take room from others' vectors
 * @param readOwnFile reads a file of the extension
 */
export function startEncoding(
  storage: Storage,
  searched: SearchedSegments,
  offscreen: OffscreenClient,
  readOwnFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): Meaning {
  const encoding = createEncoding({
    offscreen,
    readVersion: () => readModelVersion((name) => readOwnFile(`model/${name}`)),
    readProblem: readEncodingProblem,
    writeProblem: writeEncodingProblem,
  });
  const stored = createStoredVectors(storage, searched);
  const vectors = createLibraryVectors(encoding, stored, () =>
    readOwnFile("corpus/bundled.vectors"),
  );
  const isOn = async () => (await readSettings()).comparesMeaning;
  const hasRoom = () => hasRoomForVectors(storage, Date.now());
  const idle = createIdleEncoding({
    ...{ encoding, vectors: stored, isOn, hasRoom },
    isImporting: async () => (await listImports(storage)).some(({ state }) => state === "running"),
    async wakeIn(ms) {
      if (ms === null) await browser.alarms.clear(alarmName);
      else browser.alarms.create(alarmName, { when: Date.now() + ms });
    },
    rest: (ms) => new Promise((done) => setTimeout(done, ms)),
    clock: () => performance.now(),
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) inBackground(idle.run());
  });
  const setOn = async (on: boolean) => {
    await writeSettings({ comparesMeaning: on });
    inBackground(idle.run());
  };
  return { encoding, vectors, idle, sources: { encoding, vectors, stored, isOn, hasRoom, setOn } };
}

/** Nobody waits for work in idle time. */
export function inBackground(work: Promise<void>): void {
  work.catch((error: unknown) => console.error("idle encoding", error));
}
