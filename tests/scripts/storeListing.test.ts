import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const text = (file: string) => readFileSync(file, "utf8");
const manifest = JSON.parse(text("manifest.json"));
const languages = readdirSync("assets/_locales");

/** The parts of a listing: what stands below each of its headings. */
function listingIn(language: string): Readonly<Record<string, string>> {
  const [name, ...parts] = text(`docs/store/listing/${language}.md`).split("\n## ");
  const named = parts.map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    return [heading, lines.join("\n").trim()];
  });
  return { name: name!.replace("# ", "").trim(), ...Object.fromEntries(named) };
}

describe("the listing", () => {
  it.each(languages)("in %s has what the stores take, and the manifest's summary", (language) => {
    const { name, Summary, Description } = listingIn(language);
    const messages = JSON.parse(text(`assets/_locales/${language}/messages.json`));
    expect(name).toBe(messages.extensionName.message);
    expect(Summary).toBe(messages.extensionDescription.message);
    expect(Summary!.length).toBeLessThanOrEqual(132);
    expect(Description!.length).toBeGreaterThan(800);
    // As many paragraphs and points as the others: none was forgotten.
    expect(Description!.split("\n\n")).toHaveLength(6);
    expect(Description!.match(/^• /gm)).toHaveLength(5);
  });

  it("has a reason for each permission, and for no other", () => {
    const rows = text("docs/store/permissions.md").matchAll(/^\| `([^`]+)` \| (.+) \|$/gm);
    const { permissions, optional_host_permissions } = manifest;
    expect([...rows].map(([, permission]) => permission)).toEqual([
      ...permissions,
      ...optional_host_permissions,
    ]);
  });

  it.each([
    ["screenshot-1", 1280, 800],
    ["screenshot-2", 1280, 800],
    ["screenshot-3", 1280, 800],
    ["screenshot-4", 1280, 800],
    ["screenshot-5", 1280, 800],
    ["tile-small", 440, 280],
    ["tile-marquee", 1400, 560],
  ])("has the picture %s of %i × %i, without transparency", (name, width, height) => {
    const png = readFileSync(`docs/store/pictures/${name}.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    const opaqueColours = 2;
    expect(png[25]).toBe(opaqueColours);
  });

  it("names its addresses in one file", () => {
    const files = readdirSync("docs", { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:md|json)$/.test(file))
      .map((file) => `docs/${file}`);
    const all = [...files, "README.md", "PRIVACY.md", "SECURITY.md", "manifest.json"];
    const naming = all.filter((file) => text(file).includes("second-source.example"));
    expect(naming).toEqual(["docs/store/addresses.json"]);
  });
});

describe("the manifest", () => {
  it("has the project's own id, and no code from elsewhere", () => {
    const { gecko } = manifest.browser_specific_settings;
    expect(gecko.id).toMatch(/^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/);
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
    expect(gecko.data_collection_permissions).toEqual({ required: ["none"] });
  });
});

it("SECURITY.md names existing tests and commands", () => {
  const named = text("SECURITY.md");
  const tests = [...named.matchAll(/`(tests\/[^`]+)`/g)].map(([, file]) => file!);
  expect(tests.length).toBeGreaterThan(30);
  expect(tests.filter((file) => !existsSync(file))).toEqual([]);
  const { scripts } = JSON.parse(text("package.json"));
  const commands = [...named.matchAll(/`npm run ([\w-]+)`/g)].map(([, name]) => name!);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});
