import { base64url } from "./bytes.ts";

/** The bytes of an id (twelve letters): no two of a hundred million articles have the same. */
const idBytes = 9;
const digestBytes = 16;
const checkBytes = 16;

/** Returns an article's id in an archive, which is always the same for the same id and key. */
export function keyedId(key: CryptoKey, articleId: string): Promise<string> {
  return keyedHash(key, `id ${articleId}`, idBytes);
}

/** Returns a digest that shows whether an article changed: another text has another digest. */
export function keyedDigest(key: CryptoKey, text: string): Promise<string> {
  return keyedHash(key, `digest ${text}`, digestBytes);
}

/** Returns a value that is stored in an archive to recognise a wrong key at once. */
export function keyCheck(key: CryptoKey): Promise<string> {
  return keyedHash(key, "check", checkBytes);
}

async function keyedHash(key: CryptoKey, text: string, bytes: number): Promise<string> {
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return base64url(new Uint8Array(signature, 0, bytes));
}
