/** The words for a path that leads nowhere. */
export const noSuchFile = "there is no such file; check the path";

/** Returns why a file cannot be read, and what to do. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return noSuchFile;
  if (code === "EISDIR") return "is a folder; name a file in it";
  if (code === "EACCES" || code === "EPERM") return "may not be read; check its permissions";
  return `cannot be read (${code ?? message})`;
}

/** Returns why a file cannot be written, and what to do. */
export function reasonNotWritten(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known = new Map([
    ["ENOENT", "there is no such folder; check the path"],
    ["ENOTDIR", "there is no such folder; check the path"],
    ["EISDIR", "is a folder; name a file in it"],
    ["EACCES", "check the permissions of its folder"],
    ["EPERM", "check the permissions of its folder"],
    ["EROFS", "this disk can only be read; choose another place"],
    ["ENOSPC", "the disk is full; make room, or choose another place"],
    ["EDQUOT", "the disk is full; make room, or choose another place"],
  ]);
  return known.get(code ?? "") ?? code ?? message;
}
