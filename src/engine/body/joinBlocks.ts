const parting = "\n\n";

/** A text made of blocks; `starts[i]` is the offset in `body` at which block i begins. */
export interface JoinedBlocks {
  readonly body: string;
  readonly starts: readonly number[];
}

/** Joins the texts of body blocks by a blank line, so that a body offset finds its block again. */
export function joinBlocks(texts: readonly string[]): JoinedBlocks {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + parting.length;
  }
  return { body: texts.join(parting), starts };
}
