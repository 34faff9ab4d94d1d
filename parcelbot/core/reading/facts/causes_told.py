"""Read the causes that a shopper names of their trouble, and what is right in place of it. Rules, not a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

WRONG_PHONE, NO_CODE, UNTOLD, NO_HOUSE, EMAIL_CHANGED, NOT_CLICKED = (
    "wrong telephone number on the order",
    "no collection code came",
    "was told nothing of it",
    "no such house, says the shopper",
    "e-mail in the account was changed",
    "has not followed the link",
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
#: A number that was right once: only said of the one on the order, for a carrier's line can be out of order as well.
_ORDER = (
    r"(?:order|checkout|account|bestell\w*|auftrag\w*|commande|pedido|ordine|encomenda|bestelling|zamówieni\w*|заказ\w*"
    r"|замовленн\w*|sipariş\w*)"
)
#: "The number in my order": the order's own number is none of a telephone.
_ON_IT = (
    rf"(?:{_PHONE}\b[^.!?]{{0,20}}|(?<!tracking )(?<!order )(?:number|nummer|numéro|n[uú]mero|numer|номер|numara)"
    r"(?:\s+\w+){0,2}\s+(?:in|on|at|dans|sur|en|nell\w*|sull\w*|na|no|em|bij|op|bei|w|на|в|у)\s+(?:\w+\s+){0,2}?)"
)
_IS_DEAD = (
    r"(?:dead|disconnected|deactivated|no longer (?:\w+ )?(?:work\w*|valid|mine|in use|active|exist\w*)"
    r"|(?:doesn['’]?t|does not|isn['’]?t|is not|not|don['’]?t) work\w*|(?:isn['’]?t|is not|not) mine|nicht mehr|plus"
    r"|ya no|no funciona|non (?:funziona|è più)|não (?:funciona|é mais|existe)|werkt niet|niet meer|nie działa"
    r"|не работает|не действует|стар\w+|не працює|çalışmıyor|kapalı|kullanılmıyor|eski|alt\w*|ancien\w*|viej\w|vecchi\w"
    r"|antig\w|stary|oud\w*)"
)
_CAUSES = {
    WRONG_PHONE: re.compile(
        rf"\b{_WRONG}\b[^.!?]{{0,25}}\b{_PHONE}|\b{_PHONE}\b[^.!?]{{0,40}}\b{_WRONG}\b"
        r"|電話番号[^。]{0,12}(?:間違|違い|誤)|(?:电话|手机)(?:号码)?[^。]{0,8}(?:错|不对)"
        r"|رقم (?:ال)?هاتف[^.؟]{0,20}(?:خطأ|خاطئ)"
        rf"|\b{_ON_IT}\b{_ORDER}\b[^.!?]{{0,25}}\b{_IS_DEAD}\b"
        rf"|\b{_ORDER}\b[^.!?]{{0,25}}\b{_PHONE}\b[^.!?]{{0,25}}\b{_IS_DEAD}\b"
        r"|注文[^。]{0,8}電話[^。]{0,10}(?:使え|つなが|解約|古い)|订单[^。]{0,6}(?:电话|手机)[^。]{0,8}(?:停|不用|换了|旧)"
        r"|(?:ال)?رقم[^.؟]{0,15}(?:بالطلب|في الطلب)[^.؟]{0,10}(?:قديم|لا يعمل|ما يشتغل|مغلق)",
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
    NO_HOUSE: re.compile(
        r"\b(?:there(?:['’]s| is| was)|have|has) (?:no|not (?:a|any)) (?:such )?(?:house|door|flat"
        r"|(?:house )?(?:number|no\.?) ?\d)"
        r"|\bthere (?:isn['’]?t|wasn['’]?t|is not) (?:a|any) (?:house|door|flat|(?:number|no\.?) ?\d)"
        r"|\bno such (?:house|door|flat|street)\b"
        r"|\b(?:house|number|no\.?) ?\d+\w?\b[^.!?]{0,10}\b(?:does ?n['’]?t|does not|never) exist"
        r"|\bgibt(?:['’]s| es)?\b[^.!?]{0,12}\b(?:keine?|nicht)\b[^.!?]{0,10}\b(?:hausnummer|haus|nummer \d)"
        r"|\b(?:il n['’]y a|n['’]existe) pas (?:de |d['’])?(?:maison|num[ée]ro \d)|\bno (?:hay"
        r"|existe)\b[^.!?]{0,10}\b(?:casa|n[úu]mero \d)"
        r"|\bnon (?:c['’][èe]|esiste)\b[^.!?]{0,12}\b(?:casa|civico|numero \d)|\bn[ãa]o (?:h[áa]|existe"
        r"|tem)\b[^.!?]{0,10}\b(?:casa|n[úu]mero \d)"
        r"|\b(?:er is|bestaat)\b[^.!?]{0,10}\b(?:geen|niet)\b[^.!?]{0,10}\b(?:huis|nummer \d)"
        r"|\bnie ma\b[^.!?]{0,12}\b(?:domu|numeru \d)"
        r"|\bнет (?:такого )?(?:дома|номера \d)|\bнемає (?:такого )?(?:будинку|номера \d)|\b(?:böyle bir ev"
        r"|\d+ numara)\w*\b[^.!?]{0,8}\byok"
        r"|(?:番地|という家|そんな家)[^。]{0,6}(?:ない|ありませ|存在し)|没有[^。]{0,4}(?:门牌|这个门|这栋)"
        r"|لا يوجد (?:منزل|بيت)",
        re.IGNORECASE,
    ),
    EMAIL_CHANGED: re.compile(
        r"\b(?:they|someone|somebody|he|she|the thief|hackers?|whoever|it)\b[^.!?]{0,12}\b(?:changed"
        r"|replaced|swapped)\b"
        r"[^.!?]{0,20}\b(?:e-?mail\b|(?:it|that) in (?:the|my) account)"
        r"|\be-?mail\b[^.!?]{0,40}\b(?:was|has been|been|got|is) changed\b|\bchanged (?:the|my) e-?mail\b"
        r"|\be-?mail\w*\b[^.!?]{0,30}\bgeändert\b|\bont changé\b[^.!?]{0,15}\be-?mail"
        r"|\bcambiaron\b[^.!?]{0,15}\b(?:correo|e-?mail)"
        r"|\bhanno cambiato\b[^.!?]{0,15}\be-?mail|\b(?:mudaram|trocaram|alteraram)\b[^.!?]{0,15}\be-?mail"
        r"|\be-?mail\w*\b[^.!?]{0,20}\bgewijzigd\b"
        r"|\bzmieni(?:li|ono)\b[^.!?]{0,15}\be-?mail|\b(?:изменил\w*|поменял\w*"
        r"|сменил\w*)\b[^.!?]{0,15}\bпочт|\bзмінил\w*\b[^.!?]{0,15}\bпошт"
        r"|\be-?posta\w*\b[^.!?]{0,15}\bdeğiştir|メール[^。]{0,12}変更され|邮箱被(?:改|换)"
        r"|غيّ?روا[^.؟]{0,12}(?:البريد|الإيميل)",
        re.IGNORECASE,
    ),
    NOT_CLICKED: re.compile(
        r"\b(?:haven['’]?t|have not|didn['’]?t|did not|never)\b[^.!?,;]{0,10}\b(?:click|tap|follow|open|press)\w*\b"
        r"(?:[^.!?,;]{0,15}\b(?:link|it|anything)\b|\W*$)"
        r"|\b(?:link|darauf)\b[^.!?]{0,15}\bnicht (?:geklickt|angeklickt|geöffnet)|\bn['’]ai pas cliqu"
        r"|\bno (?:he )?(?:hecho clic|clic|pinch)"
        r"|\bnon ho cliccat|\bn[ãa]o cliquei|\bniet (?:op (?:de link )?)?geklikt|\bnie klik|\bне (?:нажим"
        r"|нажал|переход|перешл|кликал)"
        r"|\bне (?:натиск|перейш|клікал)|\btıklamadım|(?:クリック|押して)[^。]{0,4}(?:いませ|いない"
        r"|ませんでした)|没有?点(?:击|开)?|لم أ(?:ضغط|نقر)",
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


#: Where somebody was, or whom they rang, in their words.
_TURNED_TO = re.compile(
    r"\b(?:been (?:to|at)|was at|went to|(?:have |already )?(?:rang|rung|called|phoned|asked|visited)"
    r"|spoke (?:to|with)|talked to)"
    r"\s+(?:the |my |our |both )?(?:\w+ ){0,2}?(?:post(?: office)?|depot|branch|sorting (?:office|centre"
    r"|center)|counter|customs"
    r"|courier|carrier|ups|dpd|dhl|gls|usps|fedex|evri|hermes|royal mail|an post|australia post"
    r"|canada post)\b[^.!?,;]{0,30}",
    re.IGNORECASE,
)


def turned_to(said: Sequence[str]) -> str:
    """Quote where the shopper says to have asked last; "" for nowhere."""
    found = [
        match[0].strip() for text in said for match in _TURNED_TO.finditer(text) if "?" not in text[match.end() :][:40]
    ]
    return found[-1] if found else ""


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
