"""Read the causes that a shopper names of their trouble, and what is right in place of it. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

WRONG_PHONE, NO_CODE, UNTOLD = (
    "wrong telephone number on the order",
    "no collection code came",
    "was told nothing of it",
)
_PHONE = (
    r"(?:(?:tele)?phone|mobile|cell|handy\w*|telefon\w*|tel[ée]f\w*|t[ée]l[ée]phone\w*|telefoon\w*"
    r"|téléphone|numer\w* tel\w*"
    r"|телефон\w*|номер\w* телефон\w*|celular|portable|cellulare|telemóvel|gsm)"
)
_WRONG = (
    r"(?:wrong|incorrect|mistyped|old|outdated|typo|mistake|falsch\w*|verkehrt\w*|mal|equivocad\w*"
    r"|err[óo]ne\w*|faux|fausse"
    r"|erron\w*|mauvais\w*|sbagliat\w*|errad\w*|verkeerd\w*|fout\w*|zł[yą]|błędn\w*|неправильн\w*"
    r"|неверн\w*|не тот|невірн\w*"
    r"|yanlış|ошиб\w*|помил\w*)"
)
_CAUSES = {
    WRONG_PHONE: re.compile(
        rf"\b{_WRONG}\b[^.!?]{{0,25}}\b{_PHONE}|\b{_PHONE}\b[^.!?]{{0,40}}\b{_WRONG}\b"
        r"|電話番号[^。]{0,12}(?:間違|違い|誤)|(?:电话|手机)(?:号码)?[^。]{0,8}(?:错|不对)"
        r"|رقم (?:ال)?هاتف[^.؟]{0,20}(?:خطأ|خاطئ)",
        re.IGNORECASE,
    ),
    NO_CODE: re.compile(
        r"\b(?:never|not|n['’]t|no)\b[^.!?,]{0,20}\b(?:got|gotten|get|received?|sent|given"
        r"|have)\b[^.!?,]{0,20}\bcodes?\b"
        r"|\b(?:got|get|received?|sent(?: me)?|have|there(?:['’]s| is| was)) no (?:\w+ ){0,2}codes?\b"
        r"|\bcodes?\b[^.!?,]{0,12}\b(?:never|not|n['’]t)\b[^.!?,]{0,10}\b(?:came|come|arrived?|sent|received)\b"
        r"|^\W*(?:but )?no (?:pick-?up |collection |locker |door )?code\b"
        r"|\b(?:kein\w*|ohne)\b[^.!?]{0,15}\b(?:abhol)?code\w*|\b(?:no|sin|n[ãa]o|sem|non"
        r"|senza)\b[^.!?]{0,25}\b(?:c[óo]digo|codice)"
        r"|\b(?:pas|jamais|sans)\b[^.!?]{0,20}\bcode|\b(?:geen|zonder)\b[^.!?]{0,12}\bcode|\b(?:nie|bez"
        r"|brak)\b[^.!?]{0,20}\bkod\w*"
        r"|\b(?:не|нет|без|немає)\b[^.!?]{0,20}\bкод\w*|\bkod\w*\b[^.!?]{0,12}\bgelmedi|コード[^。]{0,8}(?:届"
        r"|来)[^。]{0,4}(?:ない|ませ)"
        r"|没(?:有)?收到[^。]{0,6}码|لم (?:يصل|أستلم)[^.؟]{0,15}(?:رمز|كود)",
        re.IGNORECASE,
    ),
    UNTOLD: re.compile(
        r"\b(?:nobody|no ?one|none of you|you|they)\b (?:ever |has |have |had |never |did(?:n['’]t| not) )*"
        r"(?:told|tell|informed|inform|notified|notify|wrote|written|warned|warn)\b[^.!?]{0,15}\b(?:me|us)\b"
        r"|\b(?:i|we) (?:was|were|have been|['’]ve been)(?:n['’]t| not| never) (?:told|informed|notified|warned)\b"
        r"|\bniemand\b[^.!?]{0,25}\b(?:gesagt|informiert|bescheid|verteld|gezegd)\b|\bnadie me (?:dijo|avis"
        r"|inform)\w*"
        r"|\bpersonne ne m['’]a (?:dit|prévenu|averti|informé)\w*|\bnessuno mi ha (?:detto|avvis|inform)\w*"
        r"|\bningu[ée]m me (?:disse|avis|inform)\w*|\bnikt (?:mi |mnie )?nie (?:powiedział|napisał|poinform)\w*"
        r"|\bникто (?:мне |меня )?не (?:сказал|написал|сообщил|предупред)\w*|\bніхто (?:мені "
        r"|мене )?не (?:сказав|написав|повідом)\w*"
        r"|\bkimse (?:bana )?(?:haber vermedi|söylemedi)",
        re.IGNORECASE,
    ),
}
#: A carrier's number that we gave can be wrong as well.
_IN_ENGLISH = re.compile(r"\b(?:wrong|incorrect|mistyped|outdated|typo|mistake)\b", re.IGNORECASE)
_ON_THE_ORDER = re.compile(
    r"\bmy (?:\w+ )?(?:number|(?:tele)?phone|mobile|cell)\b|\b(?:order\w*|checkout|account)\b"
    r"|\bi (?:\w+ ){0,2}(?:gave|put|typed|mistyped|entered|wrote|left|have given)\b",
    re.IGNORECASE,
)
_SAYS_IT_DID = re.compile(r"^(?:you|they) (?:told|informed|notified|wrote|warned)", re.IGNORECASE)
#: The part of an address that was lacking, with what it is.
_PART = r"(?:flat|apartment|apt|unit|suite|house|door|floor|room|building|block|entrance|staircase)"
_CODE = r"(?=[\w/-]*\d)[\w/-]{1,6}"
_RIGHT_PART = re.compile(
    rf"\b(?P<part>{_PART})(?: (?:number|no\.?|nr\.?))?(?: is| should be|['’]s|:| =)? ?#?(?P<value>{_CODE})\b",
    re.IGNORECASE,
)
_LACKED = re.compile(
    rf"(?<![\w/-])#?(?P<value>{_CODE})(?: (?:is|was|['’]s))?(?: (?:just|simply))? (?:missing|lacking"
    rf"|left out|forgotten|not there)\b"
    rf"[^.!?]{{0,25}}\b(?:address|label|order)\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:it['’]?s|it is|should be|should say|right|correct|missing|lacking|forgot\w*|left out|not|wrong"
    r"|add|with that|instead)\b",
    re.IGNORECASE,
)


def causes_told(said: Sequence[str]) -> list[str]:
    """List the causes that stand in what a shopper typed, as agents read them."""
    return [cause for cause, pattern in _CAUSES.items() if any(_tells(pattern, text) for text in said)]


def says_the_phone_is_wrong(text: str) -> bool:
    """Tell whether the telephone number that stands on the order is said to be wrong."""
    return _tells(_CAUSES[WRONG_PHONE], text)


def right_part(said: Sequence[str]) -> str:
    """Give the part of the address that was put right last, with its name: "flat 7B"; "" for none."""
    for text in reversed(said):
        for pattern in (_LACKED, _RIGHT_PART):
            found = pattern.search(text)
            if found and _CORRECTS.search(text):
                part = found.groupdict().get("part") or "part of the address"
                return f"{part.lower()} {found['value'].upper()}"
    return ""


def _tells(pattern: re.Pattern[str], text: str) -> bool:
    if pattern is _CAUSES[WRONG_PHONE] and _IN_ENGLISH.search(text) and not _ON_THE_ORDER.search(text):
        return False
    return any(not _SAYS_IT_DID.match(found[0]) for found in pattern.finditer(text))
