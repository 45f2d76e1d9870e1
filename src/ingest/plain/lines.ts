/** Lines longer than this are paragraphs, not wrapped at a margin. */
const widestMargin = 110;
const leastWrappedPairs = 2;
/**
 * The least share of lines that the next one continues in lower case; less if all lines are about
 * equally long.
 */
const leastWrappedShare = 0.3;
const leastShareIfEven = 0.12;
/** A line shorter than this share of the longest was ended by its writer. */
const fullShare = 0.7;
const leastFullLines = 0.8;
/** Shorter lines were ended by their writer. */
const shortestWrapped = 30;

/**
 * Returns the lines of a plain text as a reader sees them: white space collapsed, empty ones left
 * out. A text that was wrapped at a margin is unwrapped first, paragraph by paragraph.
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

/**
 * True if a text was wrapped at a margin: no line is long, and many continue in lower case in the
 * next. If all lines are about equally long, fewer need to, because names and nouns begin lines
 * too.
 */
export function isWrappedText(text: string): boolean {
  return isWrapped(text.split(/\r\n|[\n\r]/).map((line) => line.trim()));
}

function isWrapped(lines: readonly string[]): boolean {
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (longest > widestMargin) return false;
  let pairs = 0;
  let wrapped = 0;
  let full = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    if (line === "" || next === "") continue;
    pairs++;
    if (line.length >= longest * fullShare) full++;
    if (line.length > shortestWrapped && !endsSentence(line) && /^\p{Ll}/u.test(next)) wrapped++;
  }
  const isEven = full >= pairs * leastFullLines;
  return (
    wrapped >= leastWrappedPairs &&
    wrapped >= pairs * (isEven ? leastShareIfEven : leastWrappedShare)
  );
}

function endsSentence(line: string): boolean {
  return /[.!?:"”]$/.test(line);
}

/** A paragraph ends at a blank line, or where a sentence ends in a line that had room for more. */
function unwrap(lines: readonly string[]): string[] {
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const paragraphs: string[] = [];
  let current: string[] = [];
  for (const line of [...lines, ""]) {
    if (line !== "") current.push(line);
    const isEnded = line === "" || (endsSentence(line) && line.length < longest * fullShare);
    if (!isEnded || current.length === 0) continue;
    paragraphs.push(current.join(" "));
    current = [];
  }
  return paragraphs;
}
