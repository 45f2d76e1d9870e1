/** Bytes of the type that WebCrypto accepts. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Returns bytes as base64url, without padding. */
export function base64url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes per call of `fromCharCode`, few enough arguments for any engine. */
const bytesAtOnce = 8192;

/** Returns bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    text += String.fromCharCode(...bytes.subarray(at, at + bytesAtOnce));
  }
  return btoa(text);
}

/** Returns the bytes of base64 or base64url; null if the text is neither. */
export function bytesOfBase64(text: string): Bytes | null {
  try {
    const units = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = new Uint8Array(units.length);
    for (let at = 0; at < units.length; at++) bytes[at] = units.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
