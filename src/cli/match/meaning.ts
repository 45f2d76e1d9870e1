import type { Encoder } from "../../encoder/index.ts";
import type { Output } from "../print/output.ts";
import { createProgress } from "../print/progress.ts";

/** Loads the encoder. Throws what keeps it from being loaded. */
export type LoadEncoder = () => Promise<Encoder>;

/** The option that all commands have that compare texts. */
export interface MeaningOptions {
  /** True: without the encoder. */
  readonly wordsOnly?: boolean;
}

/**
 * Runs a job with the encoder and closes it afterwards; with null, and one line that says so, if
 * only words are wanted or the encoder cannot be loaded.
 */
export async function withEncoder<T>(
  { wordsOnly = false }: MeaningOptions,
  load: LoadEncoder,
  output: Output,
  job: (encoder: Encoder | null) => Promise<T>,
): Promise<T> {
  const encoder = wordsOnly ? null : await loaded(load, output);
  try {
    return await job(encoder);
  } finally {
    await encoder?.close();
  }
}

async function loaded(load: LoadEncoder, output: Output): Promise<Encoder | null> {
  try {
    return await load();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.problem(
      `the encoder cannot be loaded (${reason}): texts are compared by words alone; \`npm run build\` installs it`,
    );
    return null;
  }
}

/** Texts encoded at a time: the progress moves a few times a second. */
const textsAtOnce = 16;

/**
 * Resolves to the vectors of texts, in their order; each distinct text is encoded once. Shows a
 * progress bar if there are many.
 */
export async function encodeTexts<T>(
  texts: readonly string[],
  encode: (texts: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  // Texts of similar length in one batch need the least padding.
  const inOrder = [...new Set(texts)].sort((a, b) => a.length - b.length);
  const vectors = new Map<string, T>();
  const progress = createProgress("encoding", process.stderr, 4 * textsAtOnce);
  progress.start(inOrder.length);
  for (let at = 0; at < inOrder.length; at += textsAtOnce) {
    const some = inOrder.slice(at, at + textsAtOnce);
    (await encode(some)).forEach((vector, i) => {
      vectors.set(some[i]!, vector);
      progress.step();
    });
  }
  progress.stop();
  return texts.map((text) => vectors.get(text)!);
}
