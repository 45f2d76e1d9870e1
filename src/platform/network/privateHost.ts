/**
 * True for hosts that are not on the public internet: loopback, the reader's own network, names
 * without a dot and those that routers assign. Takes a hostname as `URL` writes it, so that
 * "0x7f.1" is already "127.0.0.1". A public name with a private address is not recognised, because
 * the browser does not reveal the address.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  if (host.startsWith("[")) return isPrivateIpv6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateIpv4(host.split(".").map(Number));
  return (
    !host.includes(".") || /\.(?:localhost|local|internal|lan|intranet|home\.arpa)$/.test(host)
  );
}

function isPrivateIpv4([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  if (a === 100) return b >= 64 && b < 128;
  if (a === 172) return b >= 16 && b < 32;
  return (
    (a === 192 && b === 168) || (a === 169 && b === 254) || (a === 198 && (b === 18 || b === 19))
  );
}

function isPrivateIpv6(host: string): boolean {
  if (host === "::" || host === "::1" || /^f[cdef]/.test(host)) return true;
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(host);
  if (mapped === null) return false;
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
  return isPrivateIpv4([high >> 8, high & 255, low >> 8, low & 255]);
}
