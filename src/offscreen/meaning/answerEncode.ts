import { EncoderError } from "../../encoder/encoderError.ts";
import type { SharedEncoder } from "../../encoder/sharedEncoder.ts";
import { textOfBytes } from "../../messages/bytesAsText.ts";
import type { EncodeAnswer, EncodeQuestion } from "../../messages/offscreenProtocol.ts";

/** Resolves to the texts' vectors, or why there are none. */
export async function answerEncode(
  { texts, priority }: EncodeQuestion,
  encoder: SharedEncoder,
): Promise<EncodeAnswer> {
  try {
    const vectors = await encoder.encode(texts, priority);
    return { kind: "encoded", vectors: vectors.map(textOfBytes) };
  } catch (error) {
    if (!(error instanceof EncoderError)) throw error;
    console.error("encoder", error);
    return { kind: "failed", problem: error.kind };
  }
}
