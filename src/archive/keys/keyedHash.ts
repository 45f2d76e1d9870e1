import { base64url } from "./bytes.ts";

/** Nine bytes: of a hundred million articles, no two share it. Twelve letters. */
const idBytes = 9;
const digestBytes = 16;
const checkBytes = 16;

/** The name of an article in an archive; the same for the same id and key. */
export function keyedId(key: CryptoKey, articleId: string): Promise<string> {
  return keyedHash(key, `id ${articleId}`, idBytes);
}

/** Tells whether an article changed: another text gives another digest. */
export function keyedDigest(key: CryptoKey, text: string): Promise<string> {
  return keyedHash(key, `digest ${text}`, digestBytes);
}

/** Stands in an archive so that another key is told apart at once. */
export function keyCheck(key: CryptoKey): Promise<string> {
  return keyedHash(key, "check", checkBytes);
}

async function keyedHash(key: CryptoKey, text: string, bytes: number): Promise<string> {
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return base64url(new Uint8Array(signature, 0, bytes));
}
