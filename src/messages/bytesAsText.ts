/** Short bytes as text (base64): messages carry no bytes in Chrome. */
export function textOfBytes(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The bytes again. Throws if the text is none of these. */
export function bytesOfText(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
