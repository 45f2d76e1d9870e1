/**
 * Returns a function that asks at each call and passes only the answer to the last question to
 * `take`, because answers may arrive out of order.
 */
export function createLatestOnly<Answer>(
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
