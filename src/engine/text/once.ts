/** What `work` gives, worked out when it is first asked for. For large tables that few callers need. */
export function once<Value extends object>(work: () => Value): () => Value {
  let value: Value | null = null;
  return () => {
    value ??= work();
    return value;
  };
}
