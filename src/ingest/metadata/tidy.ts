/** White space as a reader sees it. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
