"""Join the groups in which people write a code: "9400 1112 0108", "lp-0012-3456", "1 Z 8 V 9 2"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

from parcelbot.core.reading.codes import number_patterns as p

#: Longer than any code in pairs; codes written letter by letter are one atom.
MAX_ATOMS = 20
#: Longer ones are whole codes: what comes after is something else.
MAX_GROUP = 8
_LEAST_DIGITS = 6
_LEAST_PAIRS = 5


class Atom(NamedTuple):
    """Run of letters and digits in a text, `text` without gaps; it may be a whole code or a group of one."""

    text: str
    start: int
    end: int

    @property
    def has_digit(self) -> bool:
        """True when there is a digit among the letters."""
        return any(character.isdigit() for character in self.text)


def chunks(text: str) -> Iterator[list[Atom]]:
    """Split `text` into runs of short or digit-bearing atoms that people may have meant as one code."""
    chunk: list[Atom] = []
    for atom in _atoms(text):
        joined = chunk and p.JOINT.fullmatch(text, chunk[-1].end, atom.start)
        if not (joined and _codelike(atom)):
            yield from _worth_reading(chunk)
            chunk = []
        if _codelike(atom):
            chunk.append(atom)
    yield from _worth_reading(chunk)


def joined(atoms: Sequence[Atom]) -> str:
    """Give the code that `atoms` make, in upper case."""
    return "".join(atom.text for atom in atoms).upper()


def may_begin_and_end(atoms: Sequence[Atom], proven: bool) -> bool:
    """True when no word of the sentence was taken for a group; a `proven` code may end in "us" or "in"."""
    words = [bool(p.WORDS.fullmatch(atom.text)) for atom in atoms]
    return not any(words[:-1] if proven else words)


def digits_belong(atoms: Sequence[Atom], named: bool) -> bool:
    """True when groups of digits look like those of one number: three to eight in each, the last may be shorter.

    Where it is `named` as one, they may be of any length up to eight.
    """
    sizes = [len(atom.text) for atom in atoms]
    return max(sizes) <= MAX_GROUP and (named or all(size >= 3 for size in sizes[:-1]))


def in_pairs(atoms: Sequence[Atom]) -> bool:
    """True for five groups or more of two digits, the last perhaps of one: read out so, or a phone's in France."""
    sizes = [len(atom.text) for atom in atoms]
    return len(atoms) >= _LEAST_PAIRS and set(sizes[:-1]) == {2} and sizes[-1] <= 2


def letters_belong(atoms: Sequence[Atom], named: bool) -> bool:
    """True when groups with letters look like those of one code of a format that nobody knows.

    Each has a digit, and all but the last are equally long. Where the code is `named` as one, they may be of any
    length up to eight, and capitals alone may begin or end it.
    """
    sizes = [len(atom.text) for atom in atoms]
    if max(sizes) > MAX_GROUP:
        return False
    if named:
        return all(atom.has_digit for atom in _without_capitals(_without_capitals(atoms)[::-1]))
    alike = all(left == right for left, right in pairwise(sizes[:-1])) and 3 <= sizes[0] >= sizes[-1]
    return alike and all(atom.has_digit for atom in atoms)


def _without_capitals(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Leave out the groups of capitals that begin `atoms`."""
    return list(dropwhile(lambda atom: not atom.has_digit and atom.text.isupper(), atoms))


def _atoms(text: str) -> Iterator[Atom]:
    end = 0
    for spelt in p.SPELT_OUT.finditer(text):
        yield from _plain_atoms(text, end, spelt.start())
        end = spelt.end()
        yield Atom("".join(spelt[0].split()), spelt.start(), end)
    yield from _plain_atoms(text, end, len(text))


def _plain_atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    return (Atom(match[0], *match.span()) for match in p.ATOM.finditer(text, start, end))


def _codelike(atom: Atom) -> bool:
    return len(atom.text) <= 4 or atom.has_digit or (len(atom.text) <= 6 and atom.text.isupper())


def _worth_reading(chunk: list[Atom]) -> Iterator[list[Atom]]:
    if sum(len(atom.text) for atom in chunk if atom.has_digit) >= _LEAST_DIGITS:
        yield chunk
