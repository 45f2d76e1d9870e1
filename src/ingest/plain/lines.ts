/** Longer lines than this are paragraphs, not lines wrapped at a margin. */
const widestMargin = 110;
const leastWrappedPairs = 3;
const leastWrappedShare = 0.3;

/**
 * The lines of a plain text as a reader sees them: white space collapsed, empty ones left out.
 * A text that was wrapped at a margin is unwrapped first, paragraph by paragraph.
 */
export function linesOf(text: string): readonly string[] {
  const raw = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|[\n\r\u2028\u2029\f]/)
    .map((line) =>
      line.replace(/[\s\u00AD]+/g, (run) => (run.includes("\u00AD") ? "" : " ")).trim(),
    );
  return (isWrapped(raw) ? unwrap(raw) : raw).filter((line) => line !== "");
}

/** Wrapped at a margin: no line is long, and many go on in the next with a small letter. */
function isWrapped(lines: readonly string[]): boolean {
  let pairs = 0;
  let wrapped = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    if (line.length > widestMargin) return false;
    if (line === "" || next === "") continue;
    pairs++;
    if (line.length > 30 && !/[.!?:"”]$/.test(line) && /^\p{Ll}/u.test(next)) wrapped++;
  }
  return wrapped >= leastWrappedPairs && wrapped >= pairs * leastWrappedShare;
}

function unwrap(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let current: string[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") {
      current.push(line);
    } else if (current.length > 0) {
      paragraphs.push(current.join(" "));
      current = [];
    }
  }
  return paragraphs;
}
