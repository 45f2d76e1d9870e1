/** Words of a text, as its spaces part them; a script without spaces has hardly any. */
export function wordsBySpaces(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
