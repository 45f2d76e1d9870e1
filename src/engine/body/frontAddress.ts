const frontPath = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+|home\/?)?$/i;

/** Systems without speaking addresses number their articles at the front address. */
const numbered = /[?&](?:p|id|page_id|article|artikel|story|news)=\d/i;

/** True for the address of a front page. */
export function isFrontAddress({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): boolean {
  return frontPath.test(pathname) && !numbered.test(search);
}
