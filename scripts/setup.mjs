/**
 * Prepares a bare machine for any command: the dependencies in package-lock.json and, for the
 * browser commands, the paths of the browsers. Plain JavaScript without dependencies, because it
 * runs before there are any.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that the pinned dependencies run on. */
const oldestNode = [20, 19];

function stopOnOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(
    `Second Source needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`,
  );
  process.exit(2);
}

/** True if npm's own record of node_modules names every package of package-lock.json, in its version. */
function isInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const { packages: present } = JSON.parse(readFileSync(record, "utf8"));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    // Packages for other systems are left out by npm.
    if (path === "" || (optional && !(path in present))) return true;
    return present[path]?.version === version;
  });
}

/** Installs what package-lock.json names, unless exactly that is installed already. Exits on failure. */
export function ensureDependencies() {
  stopOnOldNode();
  if (isInstalled()) return;
  console.log("Installing the dependencies of package-lock.json (npm ci) …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("npm ci failed: see above. Is the npm registry reachable?");
    process.exit(1);
  }
}

/** Names under which the browsers are found on PATH, and where they are on other systems. */
const browsers = {
  chromium: {
    variable: "CHROMIUM_BIN",
    commands: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    paths: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
  },
  firefox: {
    variable: "FIREFOX_BIN",
    commands: ["firefox-esr", "firefox"],
    paths: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
  },
};

/** Absolute path of "chromium" or "firefox", or null. The variable, if set, decides. */
export function findBrowser(name) {
  const { variable, commands, paths } = browsers[name];
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : null;
  const separator = process.platform === "win32" ? ";" : ":";
  const folders = (process.env.PATH ?? "").split(separator);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...paths,
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

function runs(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Runs a command without its output; resolves with its exit code. */
function runQuietly(command, args) {
  const stdio = ["ignore", "ignore", "inherit"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const child = spawn(command, args, { stdio, env });
  return new Promise((resolve) => child.on("close", resolve));
}

/**
 * Installs missing browsers as root on Debian, after saying so; resolves when that has ended.
 * SECOND_SOURCE_NO_APT=1 prevents it.
 */
export async function ensureBrowsers() {
  const packages = { chromium: "chromium", firefox: "firefox-esr" };
  const missing = Object.keys(packages).filter(
    (name) => !process.env[browsers[name].variable] && findBrowser(name) === null,
  );
  if (missing.length === 0 || process.env.SECOND_SOURCE_NO_APT === "1") return;
  if (process.getuid?.() !== 0 || !runs("apt-get")) return;
  const names = missing.map((name) => packages[name]);
  console.log(
    `Installing ${names.join(" and ")} with apt-get for the browser tests (SECOND_SOURCE_NO_APT=1 prevents this) …`,
  );
  await runQuietly("apt-get", ["update", "-qq", "-o", "Acquire::Languages=none"]);
  // What the browsers recommend (printers, codecs, drivers) is five times as many packages; a font is needed.
  const wanted = ["--no-install-recommends", ...names, "fonts-liberation"];
  const status = await runQuietly("apt-get", ["install", "-y", "-qq", ...wanted]);
  if (status !== 0) console.error(`apt-get could not install ${names.join(" and ")}.`);
}
