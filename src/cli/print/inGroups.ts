/** Yields values in groups of `most`, the last one smaller. */
export function* inGroups<T>(values: Iterable<T>, most: number): Generator<readonly T[]> {
  let group: T[] = [];
  for (const value of values) {
    group.push(value);
    if (group.length < most) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
