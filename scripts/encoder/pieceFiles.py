"""The pieces and their vectors as two files of our own; `src/encoder` reads them.

pieces.bin    "SSPC" · version · pieces · units · mapped code points · units of the map, then
              offsets u32[pieces + 1] · scores f32[pieces] · text u16[units] (padded to 4 bytes)
              mapped u32[…] · offsets u32[… + 1] · replacements u16[…]
vectors.bin   "SSPV" · version · rows · width, then the source's own 4-bit blocks, row by row

Everything is little-endian, text is UTF-16, and pieces are in the order of their UTF-16 units: a
piece's number is its rank. Three rows follow the pieces' own: begin, end, unknown.
"""

import struct

import numpy as np

from pieceUse import piece_values
from sourceWeights import SourceWeights

VERSION = 1
SPECIAL = {"begin": 0, "end": 2, "unknown": 3}
SPACE = "\u2581"

# 152,000 of 250,002: 33 MB of vectors, which the 60 MB of the zipped extension have room for.
PIECES = 152_000


def chosen_pieces(source: SourceWeights) -> list[int]:
    """Source numbers of the pieces that are kept, in the order of their UTF-16 units."""
    usable = [i for i, piece in enumerate(source.pieces) if not is_special(piece)]
    single = [i for i in usable if len(source.pieces[i].replace(SPACE, "")) <= 1]
    kept = set(single)
    values = piece_values(source, SPACE)
    for i in sorted(usable, key=lambda i: (-values[i], i)):
        if len(kept) >= PIECES:
            break
        kept.add(i)
    return sorted(kept, key=lambda i: source.pieces[i].encode("utf-16-be"))


def is_special(piece: str) -> bool:
    return piece in ("<s>", "<pad>", "</s>", "<unk>", "<mask>")


def pieces_file(source: SourceWeights, chosen: list[int]) -> bytes:
    pieces = [source.pieces[i] for i in chosen]
    mapped = sorted(source.normalisation)
    replacements = ["".join(map(chr, values)) for _, values in mapped]
    head = struct.pack(
        "<4s5I", b"SSPC", VERSION, len(pieces), units(pieces), len(mapped), units(replacements)
    )
    text = "".join(pieces).encode("utf-16-le")
    return b"".join(
        [
            head,
            offsets(pieces),
            source.scores[chosen].astype("<f4").tobytes(),
            text + b"\0" * (-len(text) % 4),
            np.array([code for code, _ in mapped], "<u4").tobytes(),
            offsets(replacements),
            "".join(replacements).encode("utf-16-le"),
        ]
    )


def vectors_file(source: SourceWeights, chosen: list[int]) -> bytes:
    rows = source.blocks("emb.word", source.width)[[*chosen, *SPECIAL.values()]]
    return struct.pack("<4s3I", b"SSPV", VERSION, len(rows), source.width) + rows.tobytes()


def units(texts: list[str]) -> int:
    return sum(len(text.encode("utf-16-le")) // 2 for text in texts)


def offsets(texts: list[str]) -> bytes:
    lengths = [len(text.encode("utf-16-le")) // 2 for text in texts]
    return np.cumsum([0, *lengths]).astype("<u4").tobytes()
