import { strToU8 } from "fflate";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { createFileReader } from "../../../src/ingest/formats/fileReader.ts";
import { createKnownFiles } from "../../../src/ingest/formats/knownFiles.ts";

const parseHtml = (html: string) => parseHTML(html).document as unknown as Document;

function articleIn(name: string, content: string) {
  const reader = createFileReader(name, { parseHtml, known: createKnownFiles(new Map()) });
  const items = [...reader.push(strToU8(content)), ...reader.end()];
  expect(items).toMatchObject([{ kind: "article" }]);
  return items[0]?.kind === "article" ? items[0].article : null;
}

const address = "https://coast.example/2026/fähre";
const url = new URL(address).href;
const body =
  "Die Fähre fährt wieder – „endlich“, sagte die Bürgermeisterin am Dienstag im Rathaus.\n\nSie war drei Wochen lang im Hafen geblieben, weil ein Teil der Schraube fehlte.";
const html = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Die Fähre fährt</title></head><body><article><h1>Die Fähre fährt</h1>${body
  .split("\n\n")
  .map((text) => `<p>${text}</p>`)
  .join("")}</article></body></html>`;
const expected = {
  title: "Die Fähre fährt",
  body,
  urls: [url],
  outlet: { domain: "coast.example" },
};

const bytes = Buffer.from(html);
const base64 = bytes.toString("base64").replace(/(.{76})/g, "$1\r\n");
const quotedPrintable = bytes
  .toString("latin1")
  .replace(/[=\x80-\xff]/g, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase()}`)
  .replace(/(.{60}(?:[^=]{3}|(?==)))/g, "$1=\r\n");

function part(type: string, encoding: string, content: string, location = ""): string {
  const place = location === "" ? "" : `Content-Location: ${location}\r\n`;
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n${place}\r\n${content}`;
}

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const type = `Content-Type: multipart/${kind};\r\n\tboundary="${boundary}"\r\n\r\n`;
  return `${type}${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("")}--${boundary}--\r\n`;
}

const picture = part("image/png", "base64", "iVBORw0KGgo=", "https://coast.example/a.png");
const head = "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

describe("a page that a browser saved as one file (MHTML) is read", () => {
  it.each([
    ["in quoted-printable", "quoted-printable", quotedPrintable],
    ["in base64", "base64", base64],
  ])("%s, with the address at which it was saved", (_, encoding, content) => {
    const page = part("text/html", encoding, content, url);
    const located = `${head}Snapshot-Content-Location: ${url}\r\n`;
    for (const start of [head, located]) {
      const file = `${start}${multipart("related", "--=_a", [page, picture])}`;
      expect(articleIn("saved.mhtml", file)).toMatchObject(expected);
    }
  });

  it("and so is the letter in a mail, whose plain text says the same", () => {
    const plain = part("text/plain; charset=utf-8", "8bit", "In plain text.");
    const letter = part('text/html; charset="utf-8"', "quoted-printable", quotedPrintable);
    const file = multipart("mixed", "outer", [
      multipart("alternative", "inner", [plain, letter]),
      picture,
    ]);
    expect(articleIn("letter.eml", `${head}${file}`)).toMatchObject({ body, urls: [] });
  });

  it("in the charset that its part names", () => {
    const page = html.replace('<meta charset="utf-8">', "").replaceAll(/[–„“]/g, "-");
    const latin = Buffer.from(page, "latin1").toString("base64");
    const file = `${head}${part("text/html; charset=iso-8859-1", "base64", latin)}`;
    expect(articleIn("saved.mht", file)).toMatchObject({ title: "Die Fähre fährt" });
  });

  it("and a text that begins like a mail is none", () => {
    const text = `Note: this is no mail.\n\n${body}`;
    expect(articleIn("a.txt", text)?.body).toContain("Die Fähre fährt wieder");
  });
});

describe("a saved page without an address of its own has the one", () => {
  it.each([
    ["that the browser noted", `<!-- saved from url=(0033)${url} -->\n${html}`],
    [
      "that it noted behind the doctype",
      html.replace("html>", `html>\n<!-- saved from url=(0033)${url} -->`),
    ],
    [
      "that SingleFile noted",
      html.replace(
        "<head>",
        `<!--\n Page saved with SingleFile \n url: ${url} \n saved date: x\n--><head>`,
      ),
    ],
  ])("%s", (_, page) => {
    expect(articleIn("saved.html", page)).toMatchObject(expected);
  });

  it("after the canonical one", () => {
    const canonical = '<head><link rel="canonical" href="https://coast.example/a">';
    const page = `<!-- saved from url=(0033)${url} -->${html.replace("<head>", canonical)}`;
    expect(articleIn("saved.html", page)?.urls).toEqual(["https://coast.example/a", url]);
  });
});
