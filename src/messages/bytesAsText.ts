/** Encodes short bytes as base64, since messages in Chrome cannot contain bytes. */
export function textOfBytes(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Decodes the bytes. Throws if the text is not base64. */
export function bytesOfText(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
