"""How `make bench` words what it has measured; no server runs here."""

from __future__ import annotations

from pathlib import Path

from benchmarks.turns.around import decisions_a_second, disk_mb, took, widget_line
from benchmarks.turns.growth import length_cells
from benchmarks.turns.saturation import line
from parcelbot.knowledge.loading import load_knowledge

ROOT = Path(__file__).resolve().parents[3]


def test_lengths_have_the_ratios_of_all_talks_each_to_its_own_beginning() -> None:
    assert length_cells([(0.010, 0.020), (0.020, 0.020), (0.010, 0.015)]) == [
        "10 ms CPU 1.00 (1.00–1.00)",
        "20 ms CPU 1.50 (1.00–2.00)",
    ]


def test_saturation_names_the_process_that_is_busiest() -> None:
    assert (
        line(100, 4.0, {"rasa": 2.0, "front": 0.5})
        == "    25.0 turns/s     40.0 turns a second of CPU, 50.0 of rasa alone"
    )


def test_the_core_decides_without_rasa() -> None:
    assert decisions_a_second(load_knowledge(ROOT / "knowledge").tables, measured_s=0.01) > 0


def test_the_widgets_bytes_are_those_its_build_tells() -> None:
    assert (
        widget_line("  1483  parcel-chat.js\n 19510  of at most 20000 bytes, gzipped\n") == "  19,510 of 20,000 bytes"
    )
    assert widget_line("") == "  not built"


def test_what_was_noted_is_told_and_what_was_not_is_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "training-took").write_text("231\n")
    assert took(tmp_path / "training-took") == "     231 s"
    assert "not noted" in took(tmp_path / "set-up-took")


def test_a_file_of_two_names_is_on_disk_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1_000_000)
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    assert 0.9 < disk_mb(tmp_path) < 1.5
    assert disk_mb(tmp_path / "missing") == 0
