/**
 * Returns a 32-bit checksum over 32-bit words: multiply-xor with rotation in two lanes, so that
 * plain JavaScript runs at memory speed. It detects damage; it does not protect against forgery.
 */
export function checksum(words: Uint32Array): number {
  let a = 0x9e3779b1;
  let b = 0x85ebca77 ^ words.length;
  const even = words.length & ~1;
  for (let i = 0; i < even; i += 2) {
    a = Math.imul(a ^ words[i]!, 0x01000193);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ words[i + 1]!, 0x5bd1e995);
    b = (b << 15) | (b >>> 17);
  }
  if (even < words.length) a = Math.imul(a ^ words[even]!, 0x01000193);
  const mixed = Math.imul(a ^ Math.imul(b ^ (b >>> 16), 0x27d4eb2f), 0x165667b1);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
