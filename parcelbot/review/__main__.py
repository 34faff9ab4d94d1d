"""List what the assistant missed (`make review`), and learn the labels (`python -m parcelbot.review apply`)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from dotenv import load_dotenv

from parcelbot.core.wording import plural
from parcelbot.encoder import EncoderKind, EncoderMissing, shared_encoder
from parcelbot.review import files
from parcelbot.review.examples import ExamplesUnreadable
from parcelbot.review.grouping import Group, entries_of, group
from parcelbot.review.labelling import LabelsRefused, plan
from parcelbot.review.masking import identity, without_codes
from parcelbot.review.picking import ReviewThresholds, pick
from parcelbot.review.sheet import Labelled, SheetUnreadable, alternatives, guess_words, read_labels, render
from parcelbot.review.turns import SessionTurns, read_history
from parcelbot.settings.variables import conversations_db

_DEFAULTS = ReviewThresholds()
#: A group is one question: closer than `ReviewThresholds.alike`, which compares a message with the very next one.
_GROUP_ALIKE = 0.6


class LabelsWaiting(RuntimeError):
    """A new sheet would be written over labels that were not applied."""


_PROBLEMS = (files.ConversationsUnavailable, EncoderMissing, ExamplesUnreadable, LabelsWaiting, SheetUnreadable)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when done, 1 with a sentence that says what is wrong."""
    load_dotenv()
    options = _parser().parse_args(arguments)
    try:
        return _apply(_places(options)) if options.command == "apply" else _list(_places(options), options)
    except LabelsRefused as refused:
        print("Nothing was changed; mend these in the sheet and apply again:", file=sys.stderr)
        print("\n".join(f"  {problem}" for problem in refused.problems), file=sys.stderr)
    except _PROBLEMS as problem:
        print(f"review: {problem}", file=sys.stderr)
    return 1


def _list(places: files.Places, options: argparse.Namespace) -> int:
    done = files.read_done(places.done)
    if waiting := [label for label in _labels(places.sheet) if label.id not in done]:
        labels = plural(len(waiting), "label")
        raise LabelsWaiting(
            f"{places.sheet} has {labels} not applied yet: run `python -m parcelbot.review apply`, or delete it"
        )
    history = read_history(files.read_rows(places.conversations))
    print(f"▸ Looking through {plural(sum(map(len, history.sessions)), 'message')}", flush=True)
    if history.unreadable:
        print(f"Passed over what could not be read: {plural(history.unreadable, 'row')}.", file=sys.stderr)
    groups = _groups(history, options, done | _identities(files.read_all_examples(places.training_data)))
    return _offer(groups, places, options.groups) if groups else _nothing(history)


def _offer(groups: list[Group], places: files.Places, most: int) -> int:
    files.write_sheet(places.sheet, render(groups[:most]))
    print("\n\n".join(map(_described, groups[:most])))
    left = f", and {plural(len(groups) - most, 'group')} more once these are done" if len(groups) > most else ""
    messages = sum(some.count for some in groups[:most])
    print(f"\n{plural(messages, 'message')} in {plural(len(groups[:most]), 'group')}{left}.")
    print(f"Label them in {places.sheet}, then: python -m parcelbot.review apply")
    return 0


def _nothing(history: SessionTurns) -> int:
    print("Nothing to review." if history.sessions else "No conversations yet, nothing to review.")
    return 0


def _apply(places: files.Places) -> int:
    done = files.read_done(places.done)
    labels = _labels(places.sheet)
    if all(label.id in done for label in labels):
        print(f"No new labels in {places.sheet}: fill some in, or run `make review` for a new list.")
        return 0
    planned = plan(labels, files.read_all_examples(places.training_data), done)
    changed = files.write_examples(places.training_data, planned.added)
    files.write_done(places.done, done | planned.done)
    where = f" in {', '.join(map(str, changed))}" if changed else ""
    print(f"{plural(planned.learned, 'new example')}{where}, {plural(planned.ignored, 'message')} ignored.")
    print(f"Commit them together with {places.done}; `make train` teaches them.")
    return 0


def _labels(sheet: Path) -> list[Labelled]:
    try:
        return read_labels(files.read_sheet(sheet))
    except SheetUnreadable as error:
        raise SheetUnreadable(f"{sheet}: {error}") from error


def _groups(history: SessionTurns, options: argparse.Namespace, known: frozenset[str]) -> list[Group]:
    limits = ReviewThresholds(options.confidence, options.out_of_scope, _DEFAULTS.alike)
    missed = (one for session in history.sessions for one in pick(session, limits, _likeness))
    entries = entries_of(missed, known)
    if not entries:
        return []
    vectors = shared_encoder(EncoderKind.PUBLISHED).encode([without_codes(entry.text) for entry in entries])
    return group(entries, vectors, _GROUP_ALIKE)


def _likeness(one: str, other: str) -> float:
    first, second = shared_encoder(EncoderKind.PUBLISHED).encode([without_codes(one), without_codes(other)])
    return float(first @ second)


def _identities(examples: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(identity(text) for texts in examples.values() for text in texts)


def _described(some: Group) -> str:
    return "\n".join(_lines(some))


def _lines(some: Group) -> Iterable[str]:
    for entry in some.entries:
        yield f"{entry.count:>4} × «{entry.text}»"
        others = f"; or {', '.join(alternatives(entry))}" if entry.others else ""
        later = f"; later {', '.join(entry.later)}" if entry.later else ""
        yield f"       {guess_words(entry.predicted)}{others}{later}"
        yield f"       {', '.join(reason.value for reason in entry.reasons)}"


def _places(options: argparse.Namespace) -> files.Places:
    return files.Places(options.conversations, options.training_data, options.sheet, options.done)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m parcelbot.review", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["list", "apply"], default="list")
    parser.add_argument("--confidence", type=float, default=_DEFAULTS.confidence, help="list what was less sure")
    parser.add_argument(
        "--out-of-scope", type=float, default=_DEFAULTS.out_of_scope, help="list what was less surely not ours"
    )
    parser.add_argument("--groups", type=int, default=50, help="how many groups to list at most")
    parser.add_argument("--conversations", default=conversations_db(), help="an SQLite file or a URL")
    for option, default in (
        ("--training-data", Path("data")),
        ("--sheet", Path(".cache/review.yml")),
        ("--done", Path("review/labelled.txt")),
    ):
        parser.add_argument(option, type=Path, default=default, help=f"default: {default}")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
