import { readFileSync } from "node:fs";
import { join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";

/** The bytes of a file in `tests/fixtures/wordAndPdf`. */
export function wordOrPdf(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join("tests/fixtures/wordAndPdf", name)));
}

/** One page whose content, or one of its fonts, unpacks to so many bytes of a text. */
export function pdfBomb(
  unit: string,
  bytes: number,
  where: "content" | "font" = "content",
): Uint8Array<ArrayBuffer> {
  const packed = deflatedRepeats(unit, bytes);
  const stream = [`<</Filter/FlateDecode/Length ${packed.length}>>stream\n`, packed, "\nendstream"];
  const words = "BT /F 9 Tf 9 9 Td (The council voted.) Tj ET";
  const content = [`<</Length ${words.length}>>stream\n${words}\nendstream`];
  const font = where === "font" ? "/ToUnicode 6 0 R" : "";
  return pdfOf([
    ["<</Type/Catalog/Pages 2 0 R>>"],
    ["<</Type/Pages/Kids[3 0 R]/Count 1>>"],
    [
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    ],
    where === "content" ? stream : content,
    [`<</Type/Font/Subtype/Type1/BaseFont/Helvetica${font}>>`],
    stream,
  ]);
}

/**
 * A zlib stream of about so many bytes of a text. One block is packed and repeated, which takes no time. It
 * ends without its last block, as in a file that is cut off: so it has no checksum.
 */
function deflatedRepeats(unit: string, bytes: number): Uint8Array {
  const block = Buffer.from(unit.repeat(Math.ceil(500_000 / unit.length)));
  // Flushed so, it ends at a byte and refers to nothing before it.
  const packed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const times = Math.ceil(bytes / block.length);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), Buffer.alloc(packed.length * times, packed)]);
}

/** A PDF with so many pages, all the same empty one. */
export function pdfOfPages(count: number): Uint8Array<ArrayBuffer> {
  return pdfOf([
    ["<</Type/Catalog/Pages 2 0 R>>"],
    [`<</Type/Pages/Kids[${"3 0 R ".repeat(count)}]/Count ${count}>>`],
    ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"],
  ]);
}

/** Writes objects, each of parts that are texts in Latin-1 or bytes. */
function pdfOf(objects: readonly (readonly (string | Uint8Array)[])[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  const written = () => pieces.reduce((sum, { length }) => sum + length, 0);
  for (const [at, parts] of objects.entries()) {
    offsets.push(written());
    for (const part of [`${at + 1} 0 obj\n`, ...parts, "\nendobj\n"]) {
      pieces.push(typeof part === "string" ? Buffer.from(part, "latin1") : part);
    }
  }
  const start = written();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(end)]));
}
