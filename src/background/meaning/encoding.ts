import { EncoderError } from "../../encoder/encoderError.ts";
import { bytesOfText } from "../../messages/bytesAsText.ts";
import { type OffscreenClient, UnansweredError } from "../../messages/client.ts";
import type { EncodeAnswer, EncodeQuestion } from "../../messages/offscreenProtocol.ts";

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
}

/** The encoder reads no more of a text, and no more need travel. */
const longestText = 4_000;

/** @param readVersion of the model that the extension has */
export function createEncoding(
  offscreen: OffscreenClient,
  readVersion: () => Promise<string>,
): Encoding {
  let version: Promise<string> | null = null;
  return {
    version() {
      version ??= readVersion();
      return version;
    },
    async encode(texts, priority) {
      const cut = texts.map((text) => text.slice(0, longestText));
      const answer = await askTwice(offscreen, { texts: cut, priority });
      if (answer.kind === "failed") throw new EncoderError(answer.problem, "it said so");
      return answer.vectors.map(bytesOfText);
    },
  };
}

/** Where the encoder's page was closed under a question, the next one opens it again. */
async function askTwice(
  offscreen: OffscreenClient,
  question: EncodeQuestion,
): Promise<EncodeAnswer> {
  try {
    return await offscreen("offscreen/encode", question);
  } catch (error) {
    if (!(error instanceof UnansweredError)) throw error;
  }
  try {
    return await offscreen("offscreen/encode", question);
  } catch (error) {
    throw new EncoderError("unavailable", String(error));
  }
}
