"""Keep languages complete: `python -m parcelbot.locales sheet|add|check|widget`.

sheet CODE [--first-only] [--limit N]   prints what is missing or outdated, to be filled in
add CODE FILE                           merges what was filled in, refuses what cannot be used
check [CODE]                            tells everything mechanical; exit status 1 with a finding that is no doubt
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from parcelbot.core.language import ENGLISH
from parcelbot.locales.checks import Checked, check
from parcelbot.locales.files import languages_in, read_yaml
from parcelbot.locales.languages import load_languages
from parcelbot.locales.merging import merge
from parcelbot.locales.sheet import sheet
from parcelbot.locales.source import English, read_source
from parcelbot.locales.translation import read_translation, write_translation
from parcelbot.locales.widget import widget_modules

_MOST_NAMED = 12


def main(arguments: list[str], root: Path = Path()) -> int:
    """Do what the command line asks for in the project `root`; gives the exit status."""
    told = _parser().parse_args(arguments)
    if told.order == "check":
        return _check(root, told.language)
    if told.order == "widget":
        return _widget(root, told.folder)
    if told.language == ENGLISH:
        raise SystemExit("English is what the others are translated from: write in locales/en.yml")
    if told.order == "add":
        return _add(root, told.language, told.file)
    english, translation = _english(root), read_translation(_path(root, told.language))
    print(sheet(english, translation, told.first_only, told.limit), end="")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m parcelbot.locales", description="Keep languages complete.")
    orders = parser.add_subparsers(dest="order", required=True)
    printed = orders.add_parser("sheet", help="print what is missing or outdated, to be filled in")
    printed.add_argument("language")
    printed.add_argument("--first-only", action="store_true", help="only the first text of every response")
    printed.add_argument("--limit", type=int, help="that many texts at most")
    added = orders.add_parser("add", help="merge what was filled in")
    added.add_argument("language")
    added.add_argument("file", type=Path)
    written = orders.add_parser("widget", help="write the widget's words for a shop that serves it itself")
    written.add_argument("folder", type=Path)
    orders.add_parser("check", help="tell everything mechanical").add_argument("language", nargs="?")
    return parser


def _widget(root: Path, folder: Path) -> int:
    languages = load_languages(root / "locales", root / "knowledge")
    words = {code: language.widget for code, language in languages.items()}
    (folder / "languages").mkdir(parents=True, exist_ok=True)
    for name, text in widget_modules(languages.table, words).items():
        (folder / "languages" / f"{name}.js").write_text(text, encoding="utf-8")
    return 0


def _add(root: Path, language: str, file: Path) -> int:
    source, path = _english(root), _path(root, language)
    merged = merge(source, read_translation(path), read_yaml(file) or {})
    write_translation(path, merged.translation, source)
    print("\n".join((*(f"refused: {refusal}" for refusal in merged.refused), f"{merged.taken} taken into {path}")))
    return min(len(merged.refused), 1)


def _check(root: Path, language: str | None) -> int:
    source = _english(root)
    codes = (language,) if language else languages_in(root / "locales")
    checked = [check(source, read_translation(_path(root, code))) for code in codes]
    for found in checked:
        print("\n".join(_report(found)))
    return int(any(found.faults or not found.complete for found in checked))


def _report(found: Checked) -> list[str]:
    findings = [f"  fault: {fault}" for fault in found.faults] + [f"  doubt: {doubt}" for doubt in found.doubts]
    for kind, places in (("missing", found.missing), ("outdated", found.outdated)):
        if places:
            more = f" and {len(places) - _MOST_NAMED} more" if len(places) > _MOST_NAMED else ""
            findings.append(f"  {kind}: {', '.join(places[:_MOST_NAMED])}{more}")
    counts = f"{len(found.missing)} missing, {len(found.outdated)} outdated"
    return [f"{found.language}: {counts}, {len(found.faults)} faults, {len(found.doubts)} doubts", *findings]


def _english(root: Path) -> English:
    return read_source(root / "locales", root / "knowledge")


def _path(root: Path, language: str) -> Path:
    return root / "locales" / f"{language}.yml"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
