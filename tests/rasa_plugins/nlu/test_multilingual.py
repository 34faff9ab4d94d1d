"""The encoders of other languages, and the file that the weights of one come in."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import numpy as np
import pytest
from sentencepiece import SentencePieceProcessor

from parcelbot.encoder import EncoderMissing, Vectors
from parcelbot.encoder.alike import alike
from parcelbot.encoder.blocks import BLOCK_BYTES, unpacked
from parcelbot.encoder.e5 import E5_DIMENSIONS
from parcelbot.encoder.e5_file import WordPieces, read_e5
from parcelbot.encoder.kept_vectors import encode_once
from parcelbot.encoder.multilingual import FOLDER, MULTILINGUAL_DIMENSIONS, Multilingual, shared_multilingual
from parcelbot.encoder.piece_model import piece_model
from parcelbot.encoder.preparing import MANIFEST
from parcelbot.encoder.rows_on_disk import RowsOnDisk
from parcelbot.settings.variables import encoder_folder


def test_both_vectors_have_length_one_also_for_no_words():
    vectors = shared_multilingual().encode(["wo ist mein Paket", "", "😡", "荷物 " * 3000])
    assert vectors.shape == (4, MULTILINGUAL_DIMENSIONS)
    assert np.linalg.norm(vectors[:, :384], axis=1) == pytest.approx(1)
    assert np.linalg.norm(vectors[:, 384:], axis=1) == pytest.approx(1)


def test_a_sentence_is_nearer_to_its_translation_than_to_another_sentence():
    german, spanish, weather = shared_multilingual().encode(
        ["Wo ist mein Paket?", "¿Dónde está mi paquete?", "Wird es morgen in Paris regnen?"]
    )
    assert german @ spanish > german @ weather


def test_many_texts_at_once_get_nearly_the_vectors_that_each_gets_alone(tmp_path: Path):
    texts = ["где моя посылка", "hola", "배송이 늦어요", "où est mon colis", "ciao", "hallo", "merci", "ok"]
    for file in (encoder_folder() / FOLDER).iterdir():
        (tmp_path / file.name).symlink_to(file.absolute())
    both = Multilingual(tmp_path).encode_lesson(texts) * shared_multilingual().encode(texts)
    assert both[:, :E5_DIMENSIONS].sum(axis=1).min() > 0.985
    assert both[:, E5_DIMENSIONS:].sum(axis=1) == pytest.approx(1, abs=1e-3)


def test_texts_of_one_length_are_computed_together_a_few_at_a_time():
    assert [*alike([[1], [1, 2], [2], [3]], most=2)] == [[0, 2], [3], [1]]


def test_what_another_process_is_encoding_is_waited_for_and_not_encoded_again(tmp_path: Path):
    asked: list[str] = []

    def encode(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        sleep(0.05)
        return np.ones((len(texts), 2), dtype=np.float32)

    (tmp_path / MANIFEST).write_text("{}", "utf-8")
    with ThreadPoolExecutor(2) as both:
        first, second = both.map(lambda _: encode_once(["hallo", "ciao"], tmp_path, encode), range(2))
    assert asked == ["hallo", "ciao"]
    assert (first == second).all()


def test_what_was_encoded_for_a_lesson_before_is_read_from_disk(tmp_path: Path):
    asked: list[str] = []

    def encode(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    (tmp_path / MANIFEST).write_text("{}", "utf-8")
    for lesson in (["a", "bb", "a"], ["bb", "ccc"]):
        assert encode_once(lesson, tmp_path, encode).tolist() == [[len(text), 1.0] for text in lesson]
    assert asked == ["a", "bb", "ccc"]
    (tmp_path / MANIFEST).write_text('{"recipe": "another"}', "utf-8")
    encode_once(["bb"], tmp_path, encode)
    assert asked[3:] == ["bb"]


def test_missing_encoders_say_how_to_get_them(tmp_path: Path):
    with pytest.raises(EncoderMissing, match=r"python -m parcelbot\.encoder"):
        Multilingual(tmp_path)


def test_a_block_is_a_scale_and_thirty_two_numbers_low_halves_first():
    block = np.frombuffer(struct.pack("<e", 0.5) + bytes([0x9A]) + bytes([0x88]) * 15, np.uint8)
    (values,) = unpacked(block.reshape(1, 1, BLOCK_BYTES))
    assert values[0] == 1.0
    assert values[16] == 0.5
    assert not values[1:16].any()


def test_words_are_cut_by_the_pieces_that_were_written_down():
    texts = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁pa", "ket", "▁paket", "a", "p")
    scores = np.array([0, 0, 0, 0, -5, -3, -3, -2, -6, -6], dtype=np.float32)
    pieces = WordPieces(texts, scores, begin=0, end=2, pad=1, unknown=3, characters={})
    processor = SentencePieceProcessor(model_proto=piece_model(pieces))
    assert processor.encode("paket", add_bos=True, add_eos=True) == [0, 7, 2]
    assert processor.encode("pa ket") == [5, 4, 6]


def test_another_kind_of_file_is_refused(tmp_path: Path):
    (tmp_path / "weights.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="no file of this kind"):
        read_e5(tmp_path / "weights.bin")


def test_rows_are_read_from_disk_in_the_order_they_are_asked_for(tmp_path: Path):
    table = np.arange(24, dtype=np.uint8).reshape(4, 2, 3)
    np.save(tmp_path / "table.npy", table)
    assert np.array_equal(RowsOnDisk.open(tmp_path / "table.npy").rows([3, 0, 3]), table[[3, 0, 3]])


@pytest.mark.parametrize("places", [[4], [0, 1, 2], [5, 1, 2, 3, 0, 5], list(range(6)), []])
def test_a_table_that_was_put_on_disk_gives_back_its_rows(places: list[int]):
    table = np.arange(18, dtype=np.float16).reshape(6, 3)
    assert np.array_equal(RowsOnDisk.put(table).rows(places), table[np.array(places, dtype=int)])
