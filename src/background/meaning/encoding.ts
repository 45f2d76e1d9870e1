import { EncoderError } from "../../encoder/encoderError.ts";
import { bytesOfText } from "../../messages/bytesAsText.ts";
import type { OffscreenClient } from "../../messages/client.ts";
import type {
  EncodeAnswer,
  EncodeQuestion,
  EncodingProblem,
} from "../../messages/offscreenProtocol.ts";
import { retryOnce } from "../retryOnce.ts";

/** Encodes texts as vectors, outside the background. */
export interface Encoding {
  /**
   * Resolves to the model's version, without loading the model. Vectors of two versions cannot be
   * compared.
   */
  version(): Promise<string>;
  /**
   * Resolves to one vector per text, in order. Texts of a page that somebody is waiting for are
   * encoded before those of idle time. Rejects with EncoderError.
   */
  encode(
    texts: readonly string[],
    priority: EncodeQuestion["priority"],
  ): Promise<readonly Uint8Array[]>;
  /**
   * Resolves to the reason why the encoder last failed in this session; null if it did not fail.
   */
  problem(): Promise<EncodingProblem | null>;
}

/** What encoding needs from the browser. */
export interface EncodingPorts {
  readonly offscreen: OffscreenClient;
  /** Resolves to the version of this build's model. */
  readVersion(): Promise<string>;
  /** Resolves to the stored problem, which lasts for the session. */
  readProblem(): Promise<EncodingProblem | null>;
  writeProblem(problem: EncodingProblem | null): Promise<void>;
}

/** The most characters of a text that the encoder reads, so no more are sent. */
const longestText = 4_000;

/** Returns the encoding that uses the offscreen document. */
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
      // The files do not change in a session, so they are not loaded again.
      if (before === "damaged" || before === "wrongVersion") {
        throw new EncoderError(before, "as it was before");
      }
      const cut = texts.map((text) => text.slice(0, longestText));
      const answer = await askOffscreen(ports.offscreen, { texts: cut, priority });
      await note(answer.kind === "failed" ? answer.problem : null);
      if (answer.kind === "failed") throw new EncoderError(answer.problem, "so it was answered");
      return answer.vectors.map(bytesOfText);
    },
    problem,
  };
}

async function askOffscreen(
  offscreen: OffscreenClient,
  question: EncodeQuestion,
): Promise<EncodeAnswer> {
  try {
    return await retryOnce(() => offscreen("offscreen/encode", question));
  } catch (error) {
    console.error("encoder", error);
    return { kind: "failed", problem: "unavailable" };
  }
}
