#!/usr/bin/env python3
"""Writes the BLAKE3 checksums of the data files into data/*/pack.toml.

Usage: scripts/seal.py [PACK...]      (without a name: every pack under data/)

Changes only the hexadecimal part of lines `"file.csv" = "..."` under [files]. Needs nothing but Python.
"""
import re
import struct
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

IV = (0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19)
PERMUTATION = (2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8)
MIXES = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
         (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
CHUNK_START, CHUNK_END, PARENT, ROOT = 1, 2, 4, 8
MASK = 0xFFFFFFFF


def compress(value, block, counter, length, flags):
    """The compression function of BLAKE3; gives the first eight words."""
    words = list(struct.unpack("<16I", block.ljust(64, b"\0")))
    s = [*value, *IV[:4], counter & MASK, counter >> 32, length, flags]
    for turn in range(7):
        for at, (a, b, c, d) in enumerate(MIXES):
            s[a] = (s[a] + s[b] + words[2 * at]) & MASK
            x = s[d] ^ s[a]
            s[d] = (x >> 16 | x << 16) & MASK
            s[c] = (s[c] + s[d]) & MASK
            x = s[b] ^ s[c]
            s[b] = (x >> 12 | x << 20) & MASK
            s[a] = (s[a] + s[b] + words[2 * at + 1]) & MASK
            x = s[d] ^ s[a]
            s[d] = (x >> 8 | x << 24) & MASK
            s[c] = (s[c] + s[d]) & MASK
            x = s[b] ^ s[c]
            s[b] = (x >> 7 | x << 25) & MASK
        if turn < 6:
            words = [words[at] for at in PERMUTATION]
    return [s[at] ^ s[at + 8] for at in range(8)]


def chunk(data, counter, root):
    value = list(IV)
    blocks = [data[at:at + 64] for at in range(0, len(data), 64)] or [b""]
    for at, block in enumerate(blocks):
        flags = CHUNK_START if at == 0 else 0
        if at == len(blocks) - 1:
            flags |= CHUNK_END | (ROOT if root else 0)
        value = compress(value, block, counter, len(block), flags)
    return value


def tree(data, counter, root):
    if len(data) <= 1024:
        return chunk(data, counter, root)
    left = 1024
    while left * 2 < len(data):
        left *= 2
    pair = tree(data[:left], counter, False) + tree(data[left:], counter + left // 1024, False)
    return compress(list(IV), struct.pack("<16I", *pair), 0, 64, PARENT | (ROOT if root else 0))


def blake3(data):
    """The BLAKE3 checksum of some bytes, in hexadecimal."""
    return struct.pack("<8I", *tree(data, 0, True)).hex()


def seal(folder):
    """Puts the checksums of a pack right."""
    path = folder / "pack.toml"
    text = path.read_text(encoding="utf-8")

    def right(found):
        return f'"{found[1]}" = "{blake3((folder / found[1]).read_bytes())}"'

    sealed = re.sub(r'^"([\w.-]+)" = "[0-9a-f]*"', right, text, flags=re.MULTILINE)
    if sealed != text:
        path.write_text(sealed, encoding="utf-8", newline="\n")
        print(f"{folder.name}: sealed")


if __name__ == "__main__":
    assert blake3(b"") == "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262"
    for name in sys.argv[1:] or sorted(pack.parent.name for pack in DATA.glob("*/pack.toml")):
        seal(DATA / name)
