/** Some ten thousand forms make up a day's news; the words apart, 8 bytes a slot and table. */
export const slotCount: number = 2 ** 15;

/** Returns the slot of the word at a span of a text. */
export function slotOf(text: string, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum ^ (sum >>> 15)) & (slotCount - 1);
}
