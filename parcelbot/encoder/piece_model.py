"""Write word pieces as a model that `sentencepiece` reads: as much of its protocol buffer as is needed."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from parcelbot.encoder.e5_file import WordPieces

_LENGTH_GIVEN, _NUMBER, _FOUR_BYTES = 2, 0, 5
#: Fields of ModelProto and of its parts, numbered as in sentencepiece_model.proto.
_PIECE, _TRAINER, _NORMALIZER = 1, 2, 3
_TEXT, _SCORE, _KIND = 1, 2, 3
_MODEL_TYPE, _UNIGRAM = 3, 1
_UNKNOWN_ID, _BEGIN_ID, _END_ID, _PAD_ID = 40, 41, 42, 43
_ORDINARY, _UNKNOWN, _CONTROL = 1, 2, 3
_NAME = 1
#: Blanks: one before the first word, none doubled, each shown as the mark that pieces begin with.
_BLANK_RULES = (3, 4, 5)


def piece_model(pieces: WordPieces) -> bytes:
    """Give the model's bytes; characters are not part of it: they are changed before words are cut."""
    return b"".join([*_pieces(pieces), _field(_TRAINER, _trainer(pieces)), _field(_NORMALIZER, _normalizer())])


def _pieces(pieces: WordPieces) -> Iterator[bytes]:
    kinds = {pieces.unknown: _UNKNOWN, **dict.fromkeys((pieces.begin, pieces.end, pieces.pad), _CONTROL)}
    for place, (text, score) in enumerate(zip(pieces.texts, pieces.scores.tolist(), strict=True)):
        score_field = _key(_SCORE, _FOUR_BYTES) + struct.pack("<f", score)
        kind = _number(_KIND, kinds.get(place, _ORDINARY))
        yield _field(_PIECE, _field(_TEXT, text.encode()) + score_field + kind)


def _trainer(pieces: WordPieces) -> bytes:
    ids = {_UNKNOWN_ID: pieces.unknown, _BEGIN_ID: pieces.begin, _END_ID: pieces.end, _PAD_ID: pieces.pad}
    return _number(_MODEL_TYPE, _UNIGRAM) + b"".join(_number(field, place) for field, place in ids.items())


def _normalizer() -> bytes:
    return _field(_NAME, b"identity") + b"".join(_number(rule, 1) for rule in _BLANK_RULES)


def _field(number: int, content: bytes) -> bytes:
    return _key(number, _LENGTH_GIVEN) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _key(number, _NUMBER) + _varint(value)


def _key(number: int, kind: int) -> bytes:
    return _varint(number << 3 | kind)


def _varint(value: int) -> bytes:
    """Write a number seven bits at a time, the lowest first; the eighth says that more follow."""
    written = bytearray()
    while value > 127:
        written.append(value & 127 | 128)
        value >>= 7
    return bytes([*written, value])
