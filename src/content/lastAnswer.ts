/**
 * Asks whenever it is called, and hands on the answer to the last question alone: of two changes in a
 * row, the first one's answer may come after the second one's.
 */
export function createLastAnswer<Answer>(
  ask: () => Promise<Answer>,
  take: (answer: Answer) => void,
): () => Promise<void> {
  let asked = 0;
  return async () => {
    const own = ++asked;
    const answer = await ask();
    if (own === asked) take(answer);
  };
}
