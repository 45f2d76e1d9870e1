/**
 * Reads the text of a Word document's XML in one scan over its tags. A tree is not needed: what is
 * deleted, hidden or repeated is known when its element begins. Nothing but the five entities of XML
 * and character references is expanded.
 */
import type { BlockFeatures } from "../../engine/model/index.ts";
import { tidy } from "../metadata/tidy.ts";
import { unescapeOnce } from "../metadata/unescape.ts";

/** The parts of a Word document that are read, as XML; a missing one is empty. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string;
  readonly footnotes: string;
  readonly endnotes: string;
}

/** Returns the paragraphs of a document in order, its notes at the end. */
export function docxBlocks({ document, styles, footnotes, endnotes }: DocxParts): BlockFeatures[] {
  const levels = headingLevels(styles);
  const notes = [footnotes, endnotes].flatMap((xml) => blocksIn(xml, levels));
  return [...blocksIn(document, levels), ...notes];
}

/** Returns the level of each style that is a heading; the style of titles has level 1. */
function headingLevels(styles: string): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  let style = "";
  for (const { name, attributes } of tagsIn(styles)) {
    if (name === "style") style = attributeIn(attributes, "styleId");
    if (name !== "name") continue;
    const level = levelOf(attributeIn(attributes, "val"));
    if (level > 0) levels.set(style, level);
  }
  return levels;
}

/** The names of styles are English in every language; their ids are not. */
function levelOf(styleName: string): number {
  if (/^title$/i.test(styleName)) return 1;
  return Number(/^heading ([1-6])$/i.exec(styleName)?.[1] ?? 0);
}

/**
 * Elements whose text is deleted, a repetition for older programs, how a word is pronounced, or
 * formatting before a change.
 */
const skipped: ReadonlySet<string> = new Set([
  "del",
  "moveFrom",
  "Fallback",
  "rt",
  "rPrChange",
  "pPrChange",
]);
/** Elements that stand for a character. */
const characters: Readonly<Record<string, string>> = {
  ...{ tab: " ", ptab: " ", br: "\n", cr: "\n", noBreakHyphen: "-" },
};

/** The paragraph that is open at a place in the XML. */
interface Open {
  text: string;
  element: BlockFeatures["element"];
  level: number;
  /** True in a run of hidden text. */
  isHidden: boolean;
}

const begun = (): Open => ({ text: "", element: "line", level: 0, isHidden: false });

function blocksIn(xml: string, levels: ReadonlyMap<string, number>): BlockFeatures[] {
  const blocks: BlockFeatures[] = [];
  let open = begun();
  let cells = 0;
  const end = () => {
    blocks.push(...blocksOf(open, cells > 0));
    open = begun();
  };
  for (const { name, attributes, isEnd, isEmpty, text } of withoutSkipped(tagsIn(xml))) {
    if (name === "p") end();
    else if (name === "tc" && !isEmpty) cells = Math.max(0, cells + (isEnd ? -1 : 1));
    else if (name === "r") open.isHidden = false;
    else if (isEnd) continue;
    else if (name === "t") open.text += open.isHidden ? "" : unescapeOnce(text);
    else applyTag(open, name, attributes, levels);
  }
  end();
  return blocks;
}

function* withoutSkipped(tags: Iterable<Tag>): Generator<Tag> {
  let within = "";
  let depth = 0;
  for (const tag of tags) {
    const { name, isEnd, isEmpty } = tag;
    if (depth > 0) {
      if (name === within && !isEmpty) depth += isEnd ? -1 : 1;
    } else if (skipped.has(name)) {
      within = name;
      depth = isEnd || isEmpty ? 0 : 1;
    } else yield tag;
  }
}

function applyTag(
  open: Open,
  name: string,
  attributes: string,
  levels: ReadonlyMap<string, number>,
): void {
  const value = () => attributeIn(attributes, "val");
  if (name === "pStyle") open.level = levels.get(value()) ?? open.level;
  else if (name === "outlineLvl") open.level = /^[0-5]$/.test(value()) ? Number(value()) + 1 : 0;
  else if (name === "numPr") open.element = "listItem";
  else if (name === "vanish") open.isHidden = !/^(?:0|false|off)$/.test(value());
  else if (!open.isHidden) open.text += characters[name] ?? "";
}

/** Writers also end paragraphs with two line breaks. */
function blocksOf({ text, element, level }: Open, isInCell: boolean): readonly BlockFeatures[] {
  const kind = level > 0 ? "heading" : isInCell ? "cell" : element;
  return text.split(/\n[ \t]*\n/).flatMap((part) => {
    const own = tidy(part);
    if (own === "") return [];
    return [{ text: own, element: kind, headingLevel: level, linkChars: 0, region: "unknown" }];
  });
}

interface Tag {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: string;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
  /** What follows it, up to the next tag. */
  readonly text: string;
}

function* tagsIn(xml: string): Generator<Tag> {
  for (const [, tag = "", text = ""] of xml.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const isEnd = tag.startsWith("/");
    const [name = ""] = /[^\s/]*/.exec(isEnd ? tag.slice(1) : tag) ?? [];
    yield {
      name: name.slice(name.indexOf(":") + 1),
      attributes: tag.slice(name.length),
      ...{ isEnd, isEmpty: tag.endsWith("/"), text },
    };
  }
}

const attributePatterns = {
  val: /[\s:]val\s*=\s*(?:"([^"]*)"|'([^']*)')/,
  styleId: /[\s:]styleId\s*=\s*(?:"([^"]*)"|'([^']*)')/,
} as const;

/** Returns an attribute's value; empty if it is missing. */
function attributeIn(attributes: string, name: keyof typeof attributePatterns): string {
  const quoted = attributePatterns[name].exec(attributes);
  return quoted?.[1] ?? quoted?.[2] ?? "";
}
