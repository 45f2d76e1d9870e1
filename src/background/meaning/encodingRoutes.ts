import type { StoredVectors } from "../../corpora/storedVectors.ts";
import { EncoderError } from "../../encoder/encoderError.ts";
import type { EncodingMessages, MeaningStatus } from "../../messages/encodingProtocol.ts";
import { encodingRequests as parse } from "../../messages/encodingRequests.ts";
import type { Routes } from "../../messages/router.ts";
import type { Encoding } from "./encoding.ts";
import type { LibraryVectors } from "./libraryVectors.ts";

/** What the routes need, given by startEncoding.ts. */
export interface EncodingSources {
  readonly encoding: Encoding;
  readonly vectors: LibraryVectors;
  readonly stored: StoredVectors;
  isOn(): Promise<boolean>;
  setOn(on: boolean): Promise<void>;
  /** Resolves to whether the disk has room for vectors. */
  hasRoom(): Promise<boolean>;
}

const from = ["extensionPage"] as const;

/** Routes for requests about comparing by meaning, accepted from our own pages only. */
export function encodingRoutes(sources: EncodingSources): Routes<EncodingMessages> {
  return {
    "meaning/status": { from, parse: parse["meaning/status"], answer: () => statusOf(sources) },
    "meaning/switch": {
      from,
      parse: parse["meaning/switch"],
      async answer({ on }) {
        await sources.setOn(on);
        return statusOf(sources);
      },
    },
  };
}

async function statusOf(sources: EncodingSources): Promise<MeaningStatus> {
  const [isOn, progress] = await Promise.all([sources.isOn(), progressOf(sources)]);
  const found = await sources.encoding.problem();
  const hasRoom = await sources.hasRoom();
  return { isOn, ...progress, problem: found ?? (hasRoom ? null : "noRoom") };
}

/** Returns the progress; nothing is compared by meaning if the model's version cannot be read. */
async function progressOf({ encoding, vectors, stored }: EncodingSources) {
  try {
    const { articles, of } = await stored.waiting(await encoding.version());
    const bundled = await vectors.bundledArticles();
    return { done: of - articles.length + bundled, of: of + bundled };
  } catch (error) {
    if (!(error instanceof EncoderError)) throw error;
    return { done: 0, of: 0 };
  }
}
