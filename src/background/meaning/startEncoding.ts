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
import { rest } from "../../platform/browser/rest.ts";
import { readSettings, writeSettings } from "../../platform/browser/settings.ts";
import { listImports } from "../../platform/storage/importJobs.ts";
import type { Storage } from "../../platform/storage/transaction.ts";
import { createEncoding, type Encoding } from "./encoding.ts";
import type { EncodingRoutePorts } from "./encodingRoutes.ts";
import { createIdleEncoding, type IdleEncoding } from "./idleEncoding.ts";
import { createLibraryVectors, type LibraryVectors } from "./libraryVectors.ts";
import { createPageVectors, type PageVectors, reusingPageVectors } from "./pageVectors.ts";

/** The background's services for comparing by meaning. */
export interface Meaning {
  readonly encoding: Encoding;
  readonly vectors: LibraryVectors;
  /** The vectors of open pages. */
  readonly pages: PageVectors;
  readonly idle: IdleEncoding;
  readonly routePorts: EncodingRoutePorts;
}

const alarmName = "meaning";

/**
 * Connects encoding to the browser's storage, alarms and files.
 *
 * @param storage may be full; new vectors then must not displace other vectors
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
  const pages = createPageVectors();
  const idle = createIdleEncoding({
    ...{ encoding: reusingPageVectors(encoding, pages), vectors: stored, isOn, hasRoom },
    isEncoded: (text, model) => pages.ofText(text, model) !== undefined,
    isImporting: async () => (await listImports(storage)).some(({ state }) => state === "running"),
    async wakeIn(ms) {
      if (ms === null) await browser.alarms.clear(alarmName);
      else browser.alarms.create(alarmName, { when: Date.now() + ms });
    },
    rest,
    clock: () => performance.now(),
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) inBackground(idle.run());
  });
  const setOn = async (on: boolean) => {
    await writeSettings({ comparesMeaning: on });
    inBackground(idle.run());
  };
  return {
    encoding,
    vectors,
    pages,
    idle,
    routePorts: { encoding, vectors, stored, isOn, hasRoom, setOn },
  };
}

/** Runs work that nobody waits for; logs its failure. */
export function inBackground(work: Promise<void>): void {
  work.catch((error: unknown) => console.error("idle encoding", error));
}
