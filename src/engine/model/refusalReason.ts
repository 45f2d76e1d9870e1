import type messages from "../../../assets/_locales/en/messages.json";

/**
 * Why a file, or an entry of one, was refused: a message of the interface and the values of its
 * placeholders, in order. The command line prints the English one.
 */
export interface RefusalReason {
  readonly key: Extract<keyof typeof messages, `refused${string}`>;
  readonly values?: readonly (string | number)[];
}
