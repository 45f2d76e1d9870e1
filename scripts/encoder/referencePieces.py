"""python referencePieces.py PIECES_BIN TEXTS.json OUT.json: how the reference tokeniser cuts texts.

SentencePiece's own normaliser (nmt_nfkc) and the Unigram model of `tokenizers`, over the pieces of our file.
"""

import json
import struct
import sys
from pathlib import Path

import numpy as np
from sentencepiece import SentencePieceNormalizer
from tokenizers import Tokenizer, models

SPACE = "\u2581"
UNKNOWN = "<unk>"


def read_pieces(data: bytes) -> list[tuple[str, float]]:
    _, _, count, units, *_ = struct.unpack_from("<4s5I", data)
    offsets = np.frombuffer(data, "<u4", count + 1, 24)
    scores = np.frombuffer(data, "<f4", count, 24 + 4 * (count + 1))
    at = 24 + 4 * (count + 1) + 4 * count
    text = data[at : at + 2 * units]
    pieces = [text[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(offsets, offsets[1:])]
    return [(piece, float(score)) for piece, score in zip(pieces, scores)]


def main(table: Path, texts: Path, out: Path) -> None:
    pieces = read_pieces(table.read_bytes())
    tokenizer = Tokenizer(models.Unigram([*pieces, (UNKNOWN, 0.0)], len(pieces)))
    normalizer = SentencePieceNormalizer(rule_name="nmt_nfkc")
    cut = []
    for text in json.loads(texts.read_text()):
        words = normalizer.normalize(text).replace(SPACE, " ").split(" ")
        marked = "".join(SPACE + word for word in words if word)
        encoding = tokenizer.encode(marked, add_special_tokens=False)
        cut.append({"text": text, "pieces": encoding.tokens})
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in cut)
    out.write_text(f"[\n{lines}\n]\n")


main(*map(Path, sys.argv[1:4]))
