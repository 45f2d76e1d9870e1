import messages from "../../../assets/_locales/en/messages.json";
import type { RefusalReason } from "../../engine/model/index.ts";

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** Returns a message of the English interface; the values fill its placeholders in order. */
export function english(
  key: keyof typeof messages,
  values: readonly (string | number)[] = [],
): string {
  const { message, placeholders = {} }: Message = messages[key];
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    // "$2" is the second value.
    const place = Number(placeholders[name.toLowerCase()]!.content.slice(1));
    return String(values[place - 1]);
  });
}

/** Returns why something was refused, in English. */
export function englishReason({ key, values }: RefusalReason): string {
  return english(key, values);
}
