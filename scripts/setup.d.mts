/** The project's root folder. */
export const root: string;
/** Installs what package-lock.json names, unless exactly that is installed already. */
export function ensureDependencies(): void;
/** Absolute path of the browser's program, or null. */
export function findBrowser(name: "chromium" | "firefox"): string | null;
/** As root on Debian, installs the browsers that are missing; resolves when that has ended. */
export function ensureBrowsers(): Promise<void>;
