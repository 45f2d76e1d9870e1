import { EncoderError } from "../../encoder/encoderError.ts";
import { bytesOfText } from "../../messages/bytesAsText.ts";
import type { OffscreenClient } from "../../messages/client.ts";
import type {
  EncodeAnswer,
  EncodeQuestion,
  EncodingProblem,
} from "../../messages/offscreenProtocol.ts";
import { askTwice } from "../askTwice.ts";

/** Vectors of texts, made outside the background. */
export interface Encoding {
  /** Of the model: vectors of two versions cannot be compared. Nothing is loaded for it. */
  version(): Promise<string>;
  /**
   * One vector a text, in order; what a page waits for overtakes what is made in idle time. Rejects with
   * EncoderError.
   */
  encode(
    texts: readonly string[],
    priority: EncodeQuestion["priority"],
  ): Promise<readonly Uint8Array[]>;
  /** Why the encoder could not be used when it was last tried in this session; null if it could. */
  problem(): Promise<EncodingProblem | null>;
}

/** What encoding needs from the browser. */
export interface EncodingPorts {
  readonly offscreen: OffscreenClient;
  /** The version of the model that this build has. */
  readVersion(): Promise<string>;
  /** Kept for the session, whatever ends meanwhile. */
  readProblem(): Promise<EncodingProblem | null>;
  writeProblem(problem: EncodingProblem | null): Promise<void>;
}

/** The encoder reads no more of a text, and no more need travel. */
const longestText = 4_000;

/** Encodes by way of the offscreen room. */
export function createEncoding(ports: EncodingPorts): Encoding {
  let version: Promise<string> | null = null;
  let known: Promise<EncodingProblem | null> | null = null;
  const problem = () => {
    known ??= ports.readProblem();
    return known;
  };
  const note = async (found: EncodingProblem | null) => {
    if ((await problem()) === found) return;
    known = Promise.resolve(found);
    await ports.writeProblem(found);
  };
  return {
    version() {
      version ??= ports.readVersion().catch(async (error: unknown) => {
        if (error instanceof EncoderError) await note(error.kind);
        throw error;
      });
      return version;
    },
    async encode(texts, priority) {
      const before = await problem();
      // The files do not change in a session: they are not loaded again and again.
      if (before === "damaged" || before === "wrongVersion") {
        throw new EncoderError(before, "as it was before");
      }
      const cut = texts.map((text) => text.slice(0, longestText));
      const answer = await askRoom(ports.offscreen, { texts: cut, priority });
      await note(answer.kind === "failed" ? answer.problem : null);
      if (answer.kind === "failed") throw new EncoderError(answer.problem, "so it was answered");
      return answer.vectors.map(bytesOfText);
    },
    problem,
  };
}

async function askRoom(
  offscreen: OffscreenClient,
  question: EncodeQuestion,
): Promise<EncodeAnswer> {
  try {
    return await askTwice(() => offscreen("offscreen/encode", question));
  } catch (error) {
    console.error("encoder", error);
    return { kind: "failed", problem: "unavailable" };
  }
}
