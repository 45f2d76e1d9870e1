import type { Article } from "../../engine/model/index.ts";
import { ArticleDataError, isObject, type JsonObject } from "../knownData.ts";
import { webAddress } from "../metadata/outlet.ts";
import type { ParseHtml } from "../parseHtml.ts";
import { articleFromLooseRecord } from "./looseRecord.ts";
import type { ReadArticle } from "./omissions.ts";

/**
 * News in JSON (IPTC ninjs), read in both of its generations: 1.x has `headline` and `body_xhtml`,
 * `body_html`, `body_text`; 2.x and 3.x have lists, `headlines` and `bodies`. Written as 2.1, with
 * one property of our own for what the standard has no place for, as its schema may be extended.
 */
export function isNinjs(value: JsonObject): boolean {
  const isStated = isObject(value.standard) && value.standard.name === "ninjs";
  const hasParts = Array.isArray(value.bodies) || Array.isArray(value.headlines);
  const hasBodies = Object.keys(value).some((name) => bodyName.test(name));
  return (
    isStated ||
    (typeof value.uri === "string" &&
      (hasParts || hasBodies || "headline" in value || "versioncreated" in value))
  );
}

/** Returns the article of an item. Throws ArticleDataError if the item has no text. */
export function articleFromNinjs(value: JsonObject, parseHtml: ParseHtml): ReadArticle {
  const item = withSmallNames(value);
  const type = item.type;
  if (typeof type === "string" && type !== "text" && type !== "composite") {
    throw new ArticleDataError("refusedNinjsType", type.slice(0, 20));
  }
  const record = {
    id: altId(item, recordId),
    body: mainOf(item.bodies) ?? bodyOf(item),
    title: mainOf(item.headlines) ?? item.headline,
    url: addressOf(item),
    outlet: outletOf(item),
    published: item.firstcreated ?? item.contentcreated,
    updated: item.versioncreated,
    byline: typeof item.by === "string" ? item.by : item.byline,
    language: item.language,
    agencies: agenciesOf(item),
    ...ownPartOf(item),
  };
  const present = Object.entries(record).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return articleFromLooseRecord(Object.fromEntries(present), parseHtml);
}

/** Version 1 names a body after its type, which may be anything: "body_nitf", "body_markdown". */
const bodyName = /^body_\w+$/;
const bestBodies = ["body_xhtml", "body_html", "body_text"];

/**
 * Returns the body whose format keeps most of its paragraphs (XHTML, HTML, text), or any other one.
 */
function bodyOf(item: JsonObject): string | null {
  const names = [...bestBodies, ...Object.keys(item).filter((name) => bodyName.test(name))];
  const bodies = names.map((name) => item[name]);
  const found = bodies.find((body) => typeof body === "string" && body.trim() !== "");
  return (found as string | undefined) ?? null;
}

/**
 * Returns the article as an item of ninjs 2.1.
 * @param kept what an exported library knows of it
 */
export function ninjsOf(article: Article, kept?: JsonObject): JsonObject {
  const { id, outlet, title, urls, published, byline, agencies, language, body } = article;
  const { relativeDatesCountFrom } = article;
  return {
    standard: ninjs21,
    uri: urls[0] ?? `urn:second-source:${id}`,
    type: "text",
    ...(language === null ? {} : { language }),
    ...(published === null ? {} : { firstcreated: dateTime(published.value) }),
    ...(byline === null ? {} : { by: byline }),
    headlines: [{ role: "main", value: title }],
    bodies: [{ role: "main", contenttype: "text/plain", charcount: body.length, value: body }],
    infosources: [
      {
        name: outlet.name,
        role: publisherRole,
        ...(outlet.domain === null ? {} : { uri: `https://${outlet.domain}/` }),
      },
      ...agencies.map((name) => ({ name, role: agencyRole })),
    ],
    altids: [{ role: recordId, value: id }],
    [ownProperty]: {
      ...{ outlet, urls, published, relativeDatesCountFrom },
      ...(kept === undefined ? {} : { kept }),
    },
  };
}

/**
 * Returns the record of an exported library in an item of `ninjsOf`; null if the item is another's.
 */
export function exportedOfNinjs(item: JsonObject): JsonObject | null {
  const { [ownProperty]: own } = item;
  if (!isObject(own)) return null;
  return {
    ...own,
    id: altId(item, recordId),
    title: mainOf(item.headlines),
    body: mainOf(item.bodies),
    byline: item.by,
    agencies: agenciesOf(item),
    language: item.language,
  };
}

/**
 * Returns an item of ninjs 3 with the lower-case names of 1 and 2 as well: `firstcreated` for
 * `firstCreated`.
 */
function withSmallNames(item: JsonObject): JsonObject {
  const small = Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...Object.fromEntries(small), ...item };
}

/** Returns what ninjs has no field for: the precision and basis of a date, further addresses. */
function ownPartOf({ [ownProperty]: own }: JsonObject): JsonObject {
  if (!isObject(own)) return {};
  const { outlet, urls, published, relativeDatesCountFrom } = own;
  return { outlet, published, relativeDatesCountFrom, urls, url: undefined };
}

const ninjs21 = {
  name: "ninjs",
  version: "2.1",
  schema: "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
};
const ownProperty = "secondSource";
const recordId = "second-source-id";
const publisherRole = "publisher";
const agencyRole = "agency";

/** The schema asks for date and time: what is not known of them is midnight, as everywhere. */
function dateTime(value: string): string {
  const [day = "", time] = value.split("T");
  const whole = `${day}${"-01-01".slice(day.length - 4)}`;
  if (time === undefined) return `${whole}T00:00:00Z`;
  const [clock = ""] = /^[\d:]+/.exec(time) ?? [];
  const zone = time.slice(clock.length);
  return `${whole}T${clock.length === 5 ? `${clock}:00` : clock}${zone || "Z"}`;
}

/** The entry of a list of ninjs 2 with the role "main", or its first. */
function mainOf(entries: unknown): string | null {
  if (!Array.isArray(entries)) return null;
  const texts = entries.filter(isObject).filter(({ value }) => typeof value === "string");
  const main = texts.find(({ role }) => role === "main") ?? texts[0];
  return (main?.value as string | undefined) ?? null;
}

function addressOf(item: JsonObject): string | null {
  const links = Array.isArray(item.links)
    ? item.links.filter(isObject).map(({ href }) => href)
    : [];
  const candidates = [item.uri, item.link, ...links, altId(item, "url")];
  for (const candidate of candidates) {
    if (typeof candidate === "string" && webAddress(candidate) !== null) return candidate;
  }
  return null;
}

function altId(item: JsonObject, role: string): string | null {
  const { altids } = item;
  if (isObject(altids)) return typeof altids[role] === "string" ? (altids[role] as string) : null;
  if (!Array.isArray(altids)) return null;
  const found = altids.filter(isObject).find((entry) => entry.role === role);
  return typeof found?.value === "string" ? found.value : null;
}

function outletOf(item: JsonObject): unknown {
  const sources = infoSources(item);
  const source =
    sources.find(({ role }) => role === publisherRole) ??
    sources.find(({ role }) => role !== agencyRole);
  if (typeof source?.name === "string") return source.name;
  return item.source ?? item.copyrightholder;
}

function agenciesOf(item: JsonObject): readonly string[] {
  return infoSources(item).flatMap(({ role, name }) =>
    role === agencyRole && typeof name === "string" ? [name] : [],
  );
}

function infoSources({ infosources, infosource }: JsonObject): readonly JsonObject[] {
  const sources = infosources ?? infosource;
  return Array.isArray(sources) ? sources.filter(isObject) : [];
}
