/**
 * Profiles that Firefox starts from in half of the time. A new profile costs it three seconds of processor,
 * most of which go into compiling its own scripts and setting up its databases; one that was started once
 * costs it one and a half. So one is made, kept beside what the tools cache, and copied for each start. The
 * extension was never in it.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { untilPreferencesAreBack } from "./firefoxProfile.ts";
import { programOf } from "./program.ts";

const cache = "node_modules/.cache/firefox-profiles";

/**
 * Makes a profile, unless `kept` is one already. Returns its folder, which the caller removes; without
 * `kept`, one for a single start.
 */
export async function warmProfile(kept?: string): Promise<string> {
  if (kept !== undefined && existsSync(kept)) return kept;
  const template = await templateProfile();
  const profile = kept ?? mkdtempSync(join(tmpdir(), "second-source-firefox-"));
  cpSync(template, profile, { recursive: true });
  return profile;
}

/** Removes a profile once nothing writes to it any more. */
export async function removeProfile(profile: string): Promise<void> {
  await untilPreferencesAreBack(profile);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

let made: Promise<string> | null = null;

function templateProfile(): Promise<string> {
  made ??= makeTemplate();
  return made;
}

/**
 * Makes the template; its name has the time of the browser's program, since another version may not
 * read it.
 */
async function makeTemplate(): Promise<string> {
  const program = programOf("firefox");
  const template = join(cache, String(Math.trunc(statSync(program).mtimeMs)));
  if (existsSync(template)) return template;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, "making-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: true,
    userDataDir: making,
    args: ["-remote-allow-system-access"],
  });
  await browser.close();
  await untilPreferencesAreBack(making);
  try {
    renameSync(making, template);
  } catch (error) {
    // Another run made it meanwhile.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(template)) throw error;
  }
  return template;
}
