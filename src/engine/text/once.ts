/**
 * Returns a function that computes a value at the first call and keeps it. For large tables that
 * few callers need.
 */
export function once<Value extends object>(work: () => Value): () => Value {
  let value: Value | null = null;
  return () => {
    value ??= work();
    return value;
  };
}
