import { EncoderError } from "./encoderError.ts";

/** Reads a file of assets/model/encoder by its name; the caller knows where they are. */
export type ReadModelFile = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** The files of the model, checked, and what its manifest says. */
export interface ModelFiles {
  /** Version of the model: the vectors of `encode` depend on nothing else. */
  readonly version: string;
  /** Version of the model and the projection. */
  readonly compactVersion: string;
  readonly longestText: number;
  readonly layers: Uint8Array<ArrayBuffer>;
  readonly pieces: Uint8Array<ArrayBuffer>;
  readonly vectors: Uint8Array<ArrayBuffer>;
  readonly projection: Uint8Array<ArrayBuffer>;
}

interface Manifest {
  readonly version: string;
  readonly longestText: number;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** Reads the model's files and checks each against the manifest. Throws EncoderError if one is damaged. */
export async function readModelFiles(read: ReadModelFile): Promise<ModelFiles> {
  const manifest = parseManifest(await read("manifest.json"));
  const checked = async (name: string) => {
    const bytes = await read(name);
    const said = manifest.files[name];
    if (bytes.byteLength !== said?.bytes || (await sha256(bytes)) !== said.sha256) {
      throw new EncoderError("damaged", `${name} is not as its manifest says`);
    }
    return bytes;
  };
  return {
    ...versionsIn(manifest),
    longestText: manifest.longestText,
    layers: await checked("layers.onnx"),
    pieces: await checked("pieces.bin"),
    vectors: await checked("vectors.bin"),
    projection: await checked("projection.bin"),
  };
}

/**
 * Resolves to the version of the model whose vectors a library keeps, without loading it. Throws
 * EncoderError.
 */
export async function readModelVersion(read: ReadModelFile): Promise<string> {
  return versionsIn(parseManifest(await read("manifest.json"))).compactVersion;
}

function versionsIn({ version, files }: Manifest): Pick<ModelFiles, "version" | "compactVersion"> {
  const ofProjection = files["projection.bin"]?.sha256.slice(0, 8) ?? "";
  return { version, compactVersion: `${version}-${ofProjection}` };
}

function parseManifest(bytes: Uint8Array): Manifest {
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes));
    if (manifest.schema !== 1) throw new EncoderError("wrongVersion", `schema ${manifest.schema}`);
    return manifest;
  } catch (error) {
    if (error instanceof SyntaxError) throw new EncoderError("damaged", "manifest.json is no JSON");
    throw error;
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
