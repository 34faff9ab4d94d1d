"""Read that somebody else's things or slip lie in a parcel, and that their owner shall be turned to. English rules."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.plain_text import plain_text

_ANOTHER = (
    r"(?:some(?:one|body|1) else'?s|(?:an)?other (?:person|customer|buyer|lady|woman|man|guy|shopper|family)(?:'s)?"
    r"|(?:complete )?stranger'?s?|(?:some|a|another|the other) (?:other )?(?:lady|woman|man|guy|girl|bloke|person"
    r"|chap|fellow|customer)(?:'s)?|a different (?:name|person|customer))"
)
_GOODS = (
    r"(?:orders?|things?|stuff|goods|items?|clothes|dress|shirts?|skirt|linen|sheets?|towels?|curtains?|purchase|name"
    r"|slip|invoice|address|details|parcel'?s? contents?|contents?|delivery note|packing (?:slip|list))"
)
_INSIDE = (
    r"(?:inside|in (?:it|there)|in (?:my|the|this) (?:parcel|box|bag|package|packet|envelope|delivery|order)|slip"
    r"|packing (?:list|slip)|invoice|delivery note|paper|receipt)"
)
_HOLDS = re.compile(
    rf"\b{_ANOTHER}\b[^.!?]{{0,40}}\b{_INSIDE}\b|\b{_INSIDE}\b[^.!?]{{0,40}}\b{_ANOTHER}\b"
    rf"|\b(?:got|received|sent me|opened|have) {_ANOTHER} (?:\w+ )?{_GOODS}\b"
    r"|\b(?:isn't|not|aren't) (?:even )?(?:my|our) (?:own )?(?:stuff|things|goods|items)\b"
)
#: Their parcel at my door, or mine at theirs, holds nobody else's goods.
_ELSEWHERE = re.compile(
    r"\b(?:their|his|her) (?:porch|door|doorstep|house|mail ?box)\b|\b(?:picked|took|grabbed|signed|stole|collected)\b"
)
_OWNER = (
    r"(?:her|him|she|he|(?:the|that|this) (?:(?:other|poor) )?(?:lady|woman|man|guy|girl|person|customer|buyer"
    r"|owner|stranger|fellow|chap)|their owner)"
)
_TURNS = re.compile(
    rf"\b(?:text|call|ring|phone|message|msg|dm|whatsapp|e-?mail|mail|write(?: to)?|contact|reach(?: out to)?|tell|ask"
    rf"|find|visit|swap with|meet)\b (?:\w+ ){{0,2}}?{_OWNER}\b"
    rf"|\b(?:get in touch with|look up|look for) {_OWNER}\b"
    rf"|\b(?:take|bring|run|drive|drop|mail|post|send|ship|forward|give|hand|deliver|pass)\b[^.!?]{{0,40}}"
    rf"\b(?:(?:to|for|by) {_OWNER}|at (?:his|her|their) (?:place|house|door|home))\b"
    rf"|\b(?:drive|go|pop|walk) (?:\w+ )?(?:over|round|there|by)\b"
    r"|\b(?:her|his|their|the (?:lady|woman|man|guy|person|customer)'s) (?:\w+ )?(?:name|address|phone|number|details"
    r"|e-?mail|order)\b"
)
#: The same of whoever owns the things, in other languages: asked only where they were told of.
_TURNS_ELSEWHERE = re.compile(
    r"\b(?:escrib|llam|contact|mand|llev)\w*.{0,30}\b(?:señora|señor|persona|chica|client|dueñ)"
    r"|\b(?:schreib|ruf|anruf|meld|kontaktier|bring|schick)\w*.{0,30}\b(?:frau|mann|dame|kundin|kunden|person|ihr|ihm)\b"
    r"|\b(?:frau|mann|dame|kundin|kunden|person|ihr|ihm)\b.{0,30}\b(?:schreib|anruf|anzuruf|kontaktier|bring|schick)"
    r"|\b(?:mevrouw|man|vrouw|klant|persoon|haar|hem)\b.{0,20}\b(?:schrijven|bellen|appen|sturen|brengen)"
    r"|\b(?:écri|appel|contact|envo|rend|apport)\w*.{0,30}\b(?:dame|monsieur|personne|client|propriétaire)"
    r"|\b(?:scriv|chiam|contatt|mand|port)\w*.{0,30}\b(?:signor|persona|client|proprietari)"
    r"|\b(?:escrev|lig|mand|contat|lev)\w*.{0,30}\b(?:moça|senhor|pessoa|client|don[oa]\b)"
    r"|\b(?:schrijf|bel|app|stuur|breng|contact)\w*.{0,30}\b(?:mevrouw|man|vrouw|klant|persoon|haar|hem)\b"
    r"|\b(?:napis|zadzwo|wys|zawie|skontakt)\w*.{0,30}\b(?:pani|pana|osob|klient|niej|niego|niego)"
    r"|\b(?:напис|позвон|отвез|отправ|связа)\w*.{0,30}\b(?:ей|ему|женщин|мужчин|владел|хозя|клиент|человек)"
    r"|\b(?:напис|зателефон|відвез|надісл)\w*.{0,30}\b(?:їй|йому|жін|чолов|власни|клієнт|люди)"
    r"|\b(?:kadın|adam|kişi|müşteri|sahib)\w*.{0,30}\b(?:yaz|ara|götür|gönder|ulaş)"
    r"|\b(?:skriv|ring|kontakt|skick|lämn)\w*.{0,30}\b(?:kvinnan|mannen|kunden|personen|henne|honom)\b"
    r"|(?:أتصل|اتصل|أكلم|أراسل|أرسل|أوصل).{0,20}(?:السيدة|الشخص|صاحب|الست)"
    r"|(?:その方|その人|ご本人|持ち主).{0,12}(?:連絡|電話|届け|送)|(?:联系|打电话|发短信|寄给|送给).{0,8}(?:她|他|那个人|对方|那位)",
    re.IGNORECASE,
)
_THEIR_NUMBER = re.compile(
    r"\b(?:her|his|their|the other|the (?:lady|woman|man|guy|person|customer)'s|on the (?:slip|paper|note|invoice))\b"
    r"[^.!?]{0,25}\b(?:order|number|no|nr|phone|e-?mail|mobile|cell)\b[^.!?]{0,30}[\d@]"
)


def holds_anothers_goods(text: str) -> bool:
    """Tell whether a message says that what lies in its parcel belongs to somebody else, or their slip does."""
    plain = plain_text(text)
    return _HOLDS.search(plain) is not None and _ELSEWHERE.search(plain) is None


def turns_to_the_owner(text: str) -> bool:
    """Tell whether a message wants to write to the other customer, go there, or tell us their name or order."""
    return _TURNS.search(plain_text(text)) is not None or _TURNS_ELSEWHERE.search(text) is not None


def gives_their_number(text: str) -> bool:
    """Tell whether the number in a message is said to be the other customer's."""
    return _THEIR_NUMBER.search(plain_text(text)) is not None
