import type { Layers } from "../../../src/encoder/encoder.ts";

interface NativeTensor {
  readonly data: Float32Array;
}

/** The part of onnxruntime-node that is used: it is no dependency of the project. */
interface NativeRuntime {
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: object,
    ): Promise<{
      run(
        input: Readonly<Record<string, NativeTensor>>,
      ): Promise<{ readonly hidden: NativeTensor }>;
      release(): Promise<void>;
    }>;
  };
  readonly Tensor: new (
    type: "float32",
    data: Float32Array,
    shape: readonly number[],
  ) => NativeTensor;
}

/** A name that the bundler leaves alone and the type checker does not look up. */
const packageName = ["onnxruntime", "node"].join("-");

/**
 * The layers on the native runtime, one thread: some three times as fast. Null where it is not
 * there; `npm install --no-save --ignore-scripts onnxruntime-node@1.30.0` puts it there.
 */
export async function startNativeLayers(model: Uint8Array, width: number): Promise<Layers | null> {
  let runtime: NativeRuntime;
  try {
    const found = await import(packageName);
    runtime = found.default ?? found;
  } catch {
    return null;
  }
  const { InferenceSession, Tensor } = runtime;
  const session = await InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  return {
    async run({ embeddings, mask, texts, pieces }) {
      const { hidden } = await session.run({
        embeddings: new Tensor("float32", embeddings, [texts, pieces, width]),
        mask: new Tensor("float32", mask, [texts, 1, 1, pieces]),
      });
      return hidden.data;
    },
    close: () => session.release(),
  };
}
