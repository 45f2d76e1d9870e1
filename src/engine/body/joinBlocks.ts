const parting = "\n\n";

/** A text made of blocks. `starts[i]` is the offset in `body` where block i begins. */
export interface JoinedBlocks {
  readonly body: string;
  readonly starts: readonly number[];
}

/**
 * Joins the texts of body blocks with a blank line between them, so that an offset in the body
 * leads back to its block.
 */
export function joinBlocks(texts: readonly string[]): JoinedBlocks {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + parting.length;
  }
  return { body: texts.join(parting), starts };
}
