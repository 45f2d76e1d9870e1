/** One change to the code that some test must notice. */
export interface Change {
  /** A file of src/engine/match. */
  readonly file: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** The text with the change made. Throws if what is to be changed does not stand there just once. */
export function changed(text: string, { file, from, to }: Change): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${file}: found ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}

/** Every number that a file names with const, once smaller and once larger: counts by one. */
export function constantChanges(file: string, text: string): readonly Change[] {
  return [...text.matchAll(/^(const (\w+) = )(\d[\d.]*);$/gm)].flatMap(
    ([from, start, name, digits]) => {
      const value = Number(digits);
      const others = Number.isInteger(value) ? [value - 1, value + 1] : [0.6 * value, 1.5 * value];
      return others.map((other) => {
        const to = Number(other.toFixed(3));
        return { file, what: `${name} ${digits} → ${to}`, from, to: `${start}${to};` };
      });
    },
  );
}
