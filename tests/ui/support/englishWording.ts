import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createWording, type Wording } from "../../../src/ui/components/wording.ts";

export interface Message {
  readonly message: string;
  readonly description: string;
  readonly placeholders?: Readonly<
    Record<string, { readonly content: string; readonly example: string }>
  >;
}

const localesFolder = join(import.meta.dirname, "../../../assets/_locales");

type Messages = Readonly<Record<string, Message>>;

/** Each file is parsed once: nearly every test of a view asks for its words. */
const parsed = new Map<string, Messages>();

/** All messages of a language, as the browser is given them. */
export function readMessages(language: string): Messages {
  const known = parsed.get(language);
  if (known !== undefined) return known;
  const path = join(localesFolder, language, "messages.json");
  const messages: Messages = JSON.parse(readFileSync(path, "utf8"));
  parsed.set(language, messages);
  return messages;
}

/** As the browser's i18n.getMessage does it: "" for a message that does not exist. */
function getMessage(messages: Messages, key: string, substitutions: readonly string[]): string {
  const entry = Object.hasOwn(messages, key) ? messages[key] : undefined;
  return (entry?.message ?? "").replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = entry?.placeholders?.[name.toLowerCase()]?.content ?? "";
    return substitutions[Number(content.slice(1)) - 1] ?? "";
  });
}

/** The wording that a reader with an English browser gets. */
export function englishWording(readersLanguage = "en-GB"): Wording {
  return wordingIn("en", readersLanguage);
}

/** The wording in one of the languages of the interface. */
export function wordingIn(language: string, readersLanguage = language): Wording {
  const messages = readMessages(language);
  return createWording(
    (key, substitutions = []) => getMessage(messages, key, substitutions),
    readersLanguage,
  );
}
