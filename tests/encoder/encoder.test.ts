import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Encoder, EncoderError, loadEncoder } from "../../src/encoder/index.ts";
import { rowOf } from "../engine/meaning/vectors.ts";
import { loadProjectEncoder, readProjectModel, readRuntime } from "../support/projectEncoder.ts";

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}

describe("the encoder", () => {
  let encoder: Encoder;

  beforeAll(async () => {
    encoder = await loadProjectEncoder();
  });

  afterAll(() => encoder?.close());

  it("places a translation of a statement nearer than another statement", async () => {
    const [english, ...others] = await encoder.encode([
      "The foreign minister said the talks would go on until Friday.",
      "Der Außenminister sagte, die Gespräche würden bis Freitag fortgesetzt.",
      "Министр иностранных дел заявил, что переговоры продлятся до пятницы.",
      "قال وزير الخارجية إن المحادثات ستستمر حتى يوم الجمعة.",
      "The foreign minister opened a hospital in the north of the country.",
    ]);
    const [german, russian, arabic, other] = others.map((vector) => cosine(english!, vector));
    expect(Math.min(german!, russian!, arabic!)).toBeGreaterThan(other! + 0.02);
  });

  it("gives a text the same vector alone and among others, of length 1", async () => {
    const texts = ["Short.", "A sentence that is somewhat longer than the first.", "Un texte."];
    const together = await encoder.encode(texts);
    for (const [at, text] of texts.entries()) {
      const [alone] = await encoder.encode([text]);
      expect(cosine(alone!, together[at]!)).toBeCloseTo(1, 4);
    }
  });

  it("packs vectors for a library with nearly the same order of likeness", async () => {
    const texts = [
      "The foreign minister said the talks would go on until Friday.",
      "Le ministre des affaires étrangères a déclaré que les discussions se poursuivraient jusqu'à vendredi.",
      "The foreign minister opened a hospital in the north of the country.",
    ];
    const [same, other] = [1, 2].map(
      (
        (row) => (place: number) =>
          row.cosine(0, row, place)
      )(rowOf(await encoder.encodeCompact(texts))),
    );
    expect(same).toBeGreaterThan(other! + 0.2);
  });

  it("reads the beginning of an endless text, and has a vector for an empty one", async () => {
    const [long, empty] = await encoder.encode(["word ".repeat(100_000), ""]);
    expect(cosine(long!, long!)).toBeCloseTo(1, 5);
    expect(cosine(empty!, empty!)).toBeCloseTo(1, 5);
  });

  it.each(["layers.onnx", "pieces.bin", "vectors.bin", "projection.bin"])(
    "refuses a damaged %s",
    async (damaged) => {
      const read = async (name: string) => {
        const bytes = await readProjectModel(name);
        if (name === damaged) bytes[bytes.length >> 1]! ^= 1;
        return bytes;
      };
      const error = await loadEncoder(read, await readRuntime()).catch((reason) => reason);
      expect(error).toBeInstanceOf(EncoderError);
      expect(error.message).toContain(damaged);
      expect(error.kind).toBe("damaged");
    },
  );
});
