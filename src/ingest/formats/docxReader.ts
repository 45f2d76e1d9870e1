import type { RefusalReason } from "../../engine/model/index.ts";
import { bounds } from "../bounds.ts";
import { articleFromDocx, type DocxFile } from "../docx/articleFromDocx.ts";
import { firstMemberName, headBytes } from "../fileHead.ts";
import { ArticleDataError } from "../knownData.ts";
import type { FileReader, ReadTools } from "./fileItems.ts";
import { refused } from "./item.ts";
import { itemOf } from "./itemsOfJson.ts";
import { textOf } from "./knownFiles.ts";
import { createZipMembers, type ZipPart } from "./zipMembers.ts";

/** The members that are read, by what each has; Word numbers the document of a file that it repaired. */
const partPatterns: Readonly<Record<keyof DocxFile, RegExp>> = {
  document: /^word\/document\d*\.xml$/,
  styles: /^word\/styles\d*\.xml$/,
  footnotes: /^word\/footnotes\d*\.xml$/,
  endnotes: /^word\/endnotes\d*\.xml$/,
  properties: /^docProps\/core\.xml$/,
};
const partNames = Object.keys(partPatterns) as (keyof DocxFile)[];

function partOf(member: string): keyof DocxFile | undefined {
  return partNames.find((name) => partPatterns[name].test(member));
}

/** Members that the files of office programs begin with. */
const officeStart =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/\w+\.xml|word\/\w+\.xml|customXml\/item\d)/;

/** True for a zip that is a Word document, by the name of its first member or its own. */
export function isDocx(name: string, head: Uint8Array): boolean {
  const member = String.fromCharCode(...head.subarray(firstMemberName, headBytes));
  return /\.docx$/i.test(name) || officeStart.test(member);
}

/** Returns a reader of a Word document, which keeps only the members with its text. */
export function createDocxReader(name: string, { known }: ReadTools): FileReader {
  const members = createZipMembers((member) => partOf(member) !== undefined);
  const texts: Partial<Record<keyof DocxFile, string>> = {};
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let problem: RefusalReason | null = null;

  function take(part: ZipPart): void {
    if (part.kind === "stopped") problem ??= { key: "refusedWord" };
    if (part.kind === "refused") problem ??= part.reason;
    if (part.kind === "piece") bytes += part.bytes.length;
    if (bytes > bounds.pageBytes) problem ??= { key: "refusedZipRatio" };
    if (part.kind === "piece" && problem === null) pieces.push(part.bytes);
    else {
      if (part.kind === "end") texts[partOf(part.member)!] ??= textOf(pieces);
      pieces.length = 0;
    }
  }

  return {
    push(chunk) {
      if (problem !== null) return [];
      for (const part of members.push(chunk)) take(part);
      return [];
    },
    *end() {
      for (const part of members.end()) take(part);
      if (problem !== null) yield refused(name, problem);
      else yield itemOf(name, () => articleFromDocx(fileOf(texts), known.of(name)));
    },
  };
}

function fileOf(texts: Partial<DocxFile>): DocxFile {
  if (texts.document === undefined) throw new ArticleDataError("refusedWord");
  const empty = { document: "", styles: "", footnotes: "", endnotes: "", properties: "" };
  return { ...empty, ...texts };
}
