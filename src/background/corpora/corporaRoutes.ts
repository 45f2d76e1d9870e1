import { answerPack, listPacks, removePack, restorePack, switchPack } from "../../corpora/packs.ts";
import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import { countSetAside, forgetSetAside, setAsideAsText } from "../../corpora/setAside.ts";
import type { OffscreenClient } from "../../messages/client.ts";
import type {
  CorporaMessages,
  CorporaStatus,
  ImportProblem,
  ListedImport,
  ListedPack,
} from "../../messages/corporaProtocol.ts";
import { corporaRequests } from "../../messages/corporaRequests.ts";
import { type Routes, routesFrom } from "../../messages/router.ts";
import { grantedSiteOrigins } from "../../platform/network/siteOrigins.ts";
import { emptyState } from "../../platform/storage/database.ts";
import type { ImportJob } from "../../platform/storage/importJob.ts";
import {
  cancelImport,
  forgetImport,
  listImports,
  retryImport,
  skipImportFile,
} from "../../platform/storage/importJobs.ts";
import type { PackRecord } from "../../platform/storage/packRecord.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import type { Storage } from "../../platform/storage/transaction.ts";

/** What the routes need, given by main.ts. */
export interface CorporaPorts {
  readonly storage: Storage;
  readonly library: ReaderLibrary;
  readonly offscreen: OffscreenClient;
  /** Resolves to whether the extension may read this address. */
  readonly isGranted: (url: string) => Promise<boolean>;
  /** Why imports stopped, if the disk had no room to store the reason. */
  readonly unstoredProblems: Map<string, ImportProblem>;
  /** Called when packs or imports have changed the stored corpora. */
  onChanged(): void;
}

/** Routes for requests about the reader's corpora, accepted from our own pages only. */
export function corporaRoutes(ports: CorporaPorts): Routes<CorporaMessages> {
  const { storage, library, offscreen, isGranted, onChanged } = ports;
  const thenStatus = async (change: Promise<void>) => {
    await change;
    onChanged();
    return statusOf(ports);
  };
  const thenGoOn = async (change: Promise<void>) => {
    await change;
    void resumeImports(ports);
    return statusOf(ports);
  };
  return routesFrom<CorporaMessages>(["extensionPage"], corporaRequests, {
    "corpora/status": () => statusOf(ports),
    "corpora/import"() {
      void resumeImports(ports);
      return {};
    },
    "corpora/cancelImport": ({ id }) => thenStatus(cancelImport(storage, id)),
    "corpora/retryImport": ({ id }) => thenGoOn(retryImport(storage, id)),
    "corpora/skipImportFile": ({ id }) => thenGoOn(skipImportFile(storage, id)),
    "corpora/forgetImport": ({ id }) => thenStatus(forgetImport(storage, id)),
    async "corpora/fetchPack"({ address }) {
      const known = (await listPacks(storage)).find((pack) => pack.address === address);
      const etag = known?.etag ?? null;
      const within = await grantedSiteOrigins(address, isGranted);
      const answer = await offscreen("offscreen/fetchPack", { address, etag, within });
      onChanged();
      return answer;
    },
    "corpora/switchPack": ({ id, isOn }) => thenStatus(switchPack(storage, id, isOn)),
    "corpora/answerPack": ({ id, isWanted }) => thenStatus(answerPack(storage, id, isWanted)),
    "corpora/removePack": ({ id }) => thenStatus(removePack(storage, id)),
    "corpora/restorePack": () => thenStatus(restorePack(storage)),
    "corpora/setLimits": (limits) => thenStatus(library.setLimits(limits)),
    "corpora/export": ({ format }) => offscreen("offscreen/export", { format }),
    "corpora/readSetAside": async () => ({ text: await setAsideAsText(storage) }),
    "corpora/forgetSetAside": () => thenStatus(forgetSetAside(storage)),
    async "corpora/removeEverything"() {
      await library.removeEverything();
      return {};
    },
  });
}

/** Continues every unfinished import, after a start and when an import was added. */
export async function resumeImports(ports: CorporaPorts): Promise<void> {
  const { storage, offscreen, unstoredProblems, onChanged } = ports;
  const running = (await listImports(storage)).filter(({ state }) => state === "running");
  for (const { id } of running.reverse()) {
    unstoredProblems.delete(id);
    try {
      const { problem } = await offscreen("offscreen/import", { id });
      if (problem !== null) unstoredProblems.set(id, problem);
    } catch (error) {
      console.error("import", error);
    }
    onChanged();
  }
}

async function statusOf(ports: CorporaPorts): Promise<CorporaStatus> {
  try {
    return await readStatus(ports);
  } catch (error) {
    if (error instanceof StorageError && error.kind === "newer") return ofLaterVersion;
    throw error;
  }
}

const ofLaterVersion: CorporaStatus = {
  ...{ articles: 0, bytes: 0, limits: emptyState.limits, packs: [], imports: [], setAside: 0 },
  storedForm: "later",
};

async function readStatus({
  storage,
  library,
  unstoredProblems,
}: CorporaPorts): Promise<CorporaStatus> {
  const [totals, packs, imports, setAside, updateFault] = await Promise.all([
    library.totals(),
    listPacks(storage),
    listImports(storage),
    countSetAside(storage),
    storage.updateFault(),
  ]);
  return {
    ...totals,
    packs: packs.map(listedPack),
    imports: imports.map((job) => listedImport(job, unstoredProblems.get(job.id))),
    ...{ setAside, storedForm: updateFault === null ? "ours" : "earlier" },
  };
}

function listedPack(record: PackRecord): ListedPack {
  const { id, name, publisher, licence, date, version, articleCount } = record;
  const { address, isOn, waitsFor = null } = record;
  return {
    ...{ id, name, publisher, licence, date, version, articleCount },
    ...{ address, isOn, waitsFor },
  };
}

function listedImport(job: ImportJob, unstored: ImportProblem | undefined): ListedImport {
  const isStuck = job.state === "running" && unstored !== undefined;
  const { state, problem } = isStuck ? { state: "failed" as const, problem: unstored } : job;
  const { id, files, fileAt, totalBytes, bytesDone, bytesOfFile } = job;
  const { added, changed, known, refusedCount, refused, omittedCount = 0, omitted = [] } = job;
  return {
    ...{ id, state, added, changed, known, refusedCount, refused, omittedCount, omitted },
    problem: problem ?? null,
    name: files[0] ?? "",
    file: files[fileAt] ?? "",
    fileCount: files.length,
    share: totalBytes === 0 ? 1 : Math.min(1, (bytesDone + bytesOfFile) / totalBytes),
  };
}
