import type { StoredVectors } from "../../corpora/storedVectors.ts";
import { EncoderError } from "../../encoder/encoderError.ts";
import type { EncodingMessages, MeaningStatus } from "../../messages/encodingProtocol.ts";
import { encodingRequests } from "../../messages/encodingRequests.ts";
import { type Routes, routesFrom } from "../../messages/router.ts";
import type { Encoding } from "./encoding.ts";
import type { LibraryVectors } from "./libraryVectors.ts";

/** What the routes need, given by startEncoding.ts. */
export interface EncodingRoutePorts {
  readonly encoding: Encoding;
  readonly vectors: LibraryVectors;
  readonly stored: StoredVectors;
  isOn(): Promise<boolean>;
  setOn(on: boolean): Promise<void>;
  /** Resolves to whether the disk has room for vectors. */
  hasRoom(): Promise<boolean>;
}

/** Routes for requests about comparing by meaning, accepted from our own pages only. */
export function encodingRoutes(ports: EncodingRoutePorts): Routes<EncodingMessages> {
  return routesFrom<EncodingMessages>(["extensionPage"], encodingRequests, {
    "meaning/status": () => statusOf(ports),
    async "meaning/switch"({ on }) {
      await ports.setOn(on);
      return statusOf(ports);
    },
  });
}

async function statusOf(ports: EncodingRoutePorts): Promise<MeaningStatus> {
  const [isOn, progress] = await Promise.all([ports.isOn(), progressOf(ports)]);
  const found = await ports.encoding.problem();
  const hasRoom = await ports.hasRoom();
  return { isOn, ...progress, problem: found ?? (hasRoom ? null : "noRoom") };
}

/** Returns the progress; nothing is compared by meaning if the model's version cannot be read. */
async function progressOf({ encoding, vectors, stored }: EncodingRoutePorts) {
  try {
    const { articles, of } = await stored.waiting(await encoding.version());
    const bundled = await vectors.bundledArticles();
    return { done: of - articles.length + bundled, of: of + bundled };
  } catch (error) {
    if (!(error instanceof EncoderError)) throw error;
    return { done: 0, of: 0 };
  }
}
