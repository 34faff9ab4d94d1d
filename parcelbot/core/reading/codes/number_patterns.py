"""Define the patterns for numbers as people write them; `given_numbers.numbers` reads with them."""

from __future__ import annotations

import re

_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХІавекмнорстхі", "ABEKMHOPCTXIABEKMHOPCTXI")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SEPARATORS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\u3000"), " ")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_DIGITS = {ord(d): str(i % 10) for i, d in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९")}
#: Character by character, so that positions in the folded text are positions in the raw one.
FOLD: dict[int, int | str] = {ord("№"): "#", **_DIGITS, **_LOOK_ALIKES, **_FULL_WIDTH, **_SEPARATORS, **_DASHES}

ATOM = re.compile(r"[A-Za-z0-9]+")
JOINT = re.compile(r"[ \t]{0,3}|[ \t]?[._-]")
#: Codes written letter by letter: "1 Z 8 V 9 2".
SPELT_OUT = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9](?:[ \t]{1,3}[A-Za-z0-9](?![A-Za-z0-9])){7,}")
#: Scripts without spaces run on into an address: "…メールはanna@example.comです".
WITHOUT_SPACES = "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
_OF_AN_ADDRESS = rf"[^\s@<>/#|,;:=()\[\]{WITHOUT_SPACES}]"
EMAIL = re.compile(rf"{_OF_AN_ADDRESS}{{1,64}}@{_OF_AN_ADDRESS}{{1,255}}")
ORDERS = r"#?\d{4,6}(?:[ \t]*(?:,|and|&|\+|or)[ \t]*#?\d{4,6})*"
#: One order among words, perhaps with the letters a shop has set.
ONE_ORDER = r"(?:[A-Za-z]{2,6}-)?\d{4,6}(?:-[A-Za-z]{1,3})?|\d{16}"
NAMED_ORDER = re.compile(
    r"\b(?:orders?|ordr|oder|orde|ord|kossr)\b(?:[ \t]*(?:reference|ref|numbers?|num|nos?|nr|id|is|was|are|[.:=#/-])"
    r"(?![a-z]))*"
    rf"[ \t]*({ORDERS})(?!\d|[ .-]\d{{3}}|[A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
ORDER_DIGITS = re.compile(r"\d{4,6}", re.ASCII)
#: "7401 is my order".
ORDER_AFTER = re.compile(
    r"(?<![\w.#$€£-])(\d{4,6})[ \t]+(?:is|was)[ \t]+(?:my|the|our)[ \t]+order\b", re.IGNORECASE | re.ASCII
)
HASH_ORDER = re.compile(r"(?<!\w)#[ \t]?(\d{4,6})(?![\w-])", re.ASCII)
_COURTESY = (
    r"\b(?:yes|yep|yeah|yup|ya|no|nope|ok|okay|sure|sorry|hi|hiya|hello|hey|oh|ah|right|correct|it|is|it[’']?s|that[’']?s"
    r"|here|my|mine|number|nr|i|think|please|pls|plz|thanks|thank|you|thx|ty|sir|madam)\b"
)
#: "7401", "yep, it's 7401 thanks": nothing is said but the number, so it is no price, time or house.
LONE_ORDER = re.compile(
    # words of other scripts are words as well
    rf"\W*(?:{_COURTESY}\W*)*(?<![$€£¥₹])(?<![$€£¥₹] )({ORDERS})(?:\W*{_COURTESY})*\W*",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
AMOUNT_AFTER = re.compile(
    r"[ \t]?(?:[$€£¥₹%]|(?:usd|eur|gbp|inr|rs|rupees?|dollars?|euros?|pounds?|bucks"
    r"|kg|g|pcs|pieces|items|units|days?|hours?|weeks?)\b)",
    re.IGNORECASE | re.ASCII,
)
_GROUP_BEFORE = r"(?<!\d )(?<!\d[.-])"
PHONE = re.compile(
    r"(?<![\w+-])(?:"
    r"\+\d[\d ().-]{6,18}\d"
    rf"|{_GROUP_BEFORE}(?:"
    r"00[1-9]\d?[ -][\d ().-]{6,15}\d"
    r"|\(\d{2,5}\)[ -]?\d{3,4}[ .-]?\d{3,4}"
    r"|\d{3}[.-]\d{3}[.-]\d{4}"
    r"|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}"
    r"))(?![\w-]|[ .]\d)",
    re.ASCII,
)
_NUMBER_WORD = r"(?:[ \t]*(?:numbers?|num|nos?|nr|id|code|ref(?:erence)?|label|#))*"
_IS = r"[ \t.:=#'\"(-]*(?:is|was|are|shows?|says?)?[ \t.:=#'\"(-]*"
_PARCEL = r"(?:parcel|package|packet|pkg|shipment|consignment|item)s?"
_ORDER_WORD = r"(?:orders?|ordr|purchase|invoice)"
#: Directly before a number: it is called a tracking number.
TRACKING_CUE = re.compile(
    rf"(?:\b(?:track(?:ing)?|awb|waybill|con(?:signment)?[ -]?note|barcode){_NUMBER_WORD}"
    rf"|\b(?:{_PARCEL}|delivery|courier|consignment)[ \t]*(?:numbers?|num|nos?|nr|id|code|ref(?:erence)?|#)){_IS}$",
    re.IGNORECASE | re.ASCII,
)
#: Grouped as people write a mobile number, and no carrier writes a parcel's.
MOBILE = re.compile(r"0[67]\d{3}[ -]\d{3}[ -]?\d{3}|0[67]\d(?:[ -]\d\d){4}|0[67](?:[ -]\d\d){4}", re.ASCII)
#: Directly before a number: it is where somebody's parcel is asked for, so hardly a phone.
PARCEL_CUE = re.compile(
    rf"\b(?:{_PARCEL}|where(?:['’]?s)?|where|status of|find|locate|track(?:ing|ed)?|trac(?:e|ing)|look(?:ing)?"
    rf" (?:up|for|at|into)|check(?:ing)?(?: on)?|update (?:on|for)|news (?:on|of|about)|about)"
    rf"(?:[ \t]+(?:my|the|this|it|on|for|number))*{_IS}$",
    re.IGNORECASE | re.ASCII,
)
#: Directly after a number, likewise.
PARCEL_AFTER = re.compile(
    r"[\s.,:;!?)'\"-]*(?:(?:is|was|that['’]?s|it['’]?s) (?:my|the|a) (?:track|parcel|package|shipment)|where\b|track"
    r"|(?:it )?(?:has|have)(?:n['’]?t| not)\b"
    r"|(?:it |is |it['’]?s )?(?:still|stuck|not (?:mov|updat|found|arriv|deliver))"
    r"|status\b|any (?:news|update))",
    re.IGNORECASE | re.ASCII,
)
#: Anywhere in a message: it is about a parcel.
PARCEL_TALK = re.compile(
    r"\b(?:track|parcel|package|shipment|deliver|courier|carrier|scan|moved|stuck|arriv|customs|where)", re.IGNORECASE
)
ORDER_CUE = re.compile(
    rf"\b{_ORDER_WORD}(?:[ \t]*(?:numbers?|num|nos?|nr|id|code|ref(?:erence)?|#))*{_IS}$",
    re.IGNORECASE | re.ASCII,
)
#: "7916676427 is my order number".
ORDER_SAID_AFTER = re.compile(
    rf"[ \t,]*(?:is|was|it['’]?s|that['’]?s)[ \t]+(?:my|the|our|an)[ \t]+{_ORDER_WORD}\b", re.IGNORECASE | re.ASCII
)
#: "order number", "order id is": not only "order".
NUMBER_CUE = re.compile(rf"\b(?:numbers?|num|nos?|nr|id|code|ref(?:erence)?){_IS}$", re.IGNORECASE | re.ASCII)
PHONE_CUE = re.compile(
    r"\b(?:phone|mobile|cell|tel|telephone|whatsapp|call|ring|text)\b[^\d.!?]{0,20}$",
    re.IGNORECASE | re.ASCII,
)
#: Directly before a number: money was paid with it, so no carrier made it.
PAYMENT_CUE = re.compile(
    r"\b(?:pay[ -]?pal|klarna|stripe|(?:apple|google)[ -]?pay|bizum|(?:bank[ -]?)?transfer|transaction|payment|receipt)"
    rf"s?{_NUMBER_WORD}{_IS}$",
    re.IGNORECASE | re.ASCII,
)
GLUED_CUE = re.compile(r"(?:TRACKING|NUMBER|NUM|NO|NR|CODE|ID|AWB)+(?=[A-Z0-9]{10})")
#: Words that would otherwise make "in 123456785 us" a postal number, "and 8178234567890123" an Australian one.
WORDS = re.compile(r"a[mnst]|b[ey]|[dgs]o|et|he|i[fnst]|m[ey]|no|o[fnr]|to|u[ps]|we|(?i:an[dny]|anna|etc)")
#: Abbreviations before a code that are none of its letters.
LABELS = re.compile(r"awb|tn|trk|track|no|nr|num|id|ref|code|item|pkg", re.IGNORECASE)
#: How many characters beside a number are looked at.
REACH = 70
_LETTERS_BEFORE = re.compile(r"(?:[A-Za-z0-9][ \t._-]{0,2}){1,8}$", re.ASCII)


def letters_before(text: str) -> tuple[str, ...]:
    """Give what may begin a code that goes on after `text`: its last one to six letters and digits, without gaps."""
    match = _LETTERS_BEFORE.search(text)
    last = re.sub(r"[^A-Za-z0-9]", "", match[0]).upper() if match else ""
    return tuple(last[-n:] for n in range(1, 7) if n <= len(last) and not last[-n:].isdigit())
