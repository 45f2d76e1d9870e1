/** Who is waiting: a page that is being read goes before work in idle time. */
export type EncodingPriority = "page" | "idle";

/** A few texts of a request, which are encoded at once. */
export interface Portion {
  readonly texts: readonly string[];
  resolve(vectors: readonly Uint8Array[]): void;
  reject(error: unknown): void;
}

/** Texts that wait for their vectors. */
export interface EncodingQueue {
  /** Resolves when all of the texts are encoded, to their vectors in order. */
  add(texts: readonly string[], priority: EncodingPriority): Promise<readonly Uint8Array[]>;
  /**
   * Removes and returns the next texts: a page's before idle ones, else in order; null if nothing
   * waits.
   */
  next(): Portion | null;
}

/**
 * The most texts encoded at once. A page waits at most for one portion of idle work, about a third of
 * a second. Smaller portions would fill the batches less.
 */
const portionTexts = 8;

/** Returns an empty queue. */
export function createEncodingQueue(): EncodingQueue {
  const waiting: Record<EncodingPriority, Portion[]> = { page: [], idle: [] };
  return {
    async add(texts, priority) {
      const portions: Promise<readonly Uint8Array[]>[] = [];
      for (let at = 0; at < texts.length; at += portionTexts) {
        const its = texts.slice(at, at + portionTexts);
        portions.push(
          new Promise((resolve, reject) => waiting[priority].push({ texts: its, resolve, reject })),
        );
      }
      return (await Promise.all(portions)).flat();
    },
    next: () => waiting.page.shift() ?? waiting.idle.shift() ?? null,
  };
}
