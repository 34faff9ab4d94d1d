"""Read and write both scripts of Chinese: what is read becomes simplified, what is said can be said in traditional."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

SIMPLIFIED, TRADITIONAL = "zh", "zh-hant"

#: Characters that stand in both scripts, though one of their meanings is written otherwise in traditional.
_IN_BOTH = frozenset(
    "台后里面只系干斗丑松余谷准云占志制向吁周尸几表范卜冬出划回姜家征才折朱杯板松梁游漓灶致范胡岳布当咨"
)
#: Whose marks and words are what Taiwan has for computers, and not for papers and sentences.
_MENDED = str.maketrans({"“": "「", "”": "」", "‘": "『", "’": "』"})
_FILE_OF_A_COMPUTER, _PAPER = "檔案", "文件"


def simplified(text: str) -> str:
    """Write Chinese in simplified characters, one for one; what is in them already stays as it is."""
    return _converted(text, "t2s")


def traditional(text: str) -> str:
    """Write simplified Chinese as it is written in Taiwan, in its characters and its words."""
    said = _converted(text, "s2twp").translate(_MENDED)
    return said.replace(_FILE_OF_A_COMPUTER, _PAPER)


def script_of(text: str) -> str:
    """Give the code of Chinese in the script of `text`; "" where none of its characters tells."""
    plain = "".join(letter for letter in text if letter not in _IN_BOTH)
    by_script = {TRADITIONAL: _changed(plain, "t2s"), SIMPLIFIED: _changed(plain, "s2t")}
    if by_script[TRADITIONAL] == by_script[SIMPLIFIED]:
        return ""
    return max(by_script, key=by_script.__getitem__)


def _changed(text: str, conversion: str) -> int:
    """Count the characters that would be others in the other script."""
    return sum(one != other for one, other in zip(text, _converted(text, conversion), strict=False))


def _converted(text: str, conversion: str) -> str:
    converted: str = _converter(conversion).convert(text)
    return converted


@cache
def _converter(conversion: str) -> OpenCC:
    return OpenCC(conversion)
