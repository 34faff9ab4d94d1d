"""Read what is said of an address: a new one in full, that the shopper's own was wrong, whether it is changed."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.own_words import has_own_words
from parcelbot.core.reading.text.plain_text import count_said

_ENGLISH = (
    r"street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|court|ct|place|square|sq|close|boulevard|blvd"
    r"|terrace|crescent"
    r"|gardens|circle|highway|parkway|row|hill|mews"
)
#: A street with its number, or a place with its postcode, as many countries write them.
_GIVEN = re.compile(
    rf"\b\d{{1,5}}[a-z]?,? (?:[\w'’.-]+ ){{1,3}}(?:{_ENGLISH})\b"
    r"|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\b[a-z]\d[a-z] ?\d[a-z]\d\b|,? [a-z]{2},? \d{5}(?:-\d{4})?\b"
    r"|\w(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|gracht|kade|gatan|vägen) ?\d+"
    r"|\b(?:rue|avenue|boulevard|quai|viale|piazza|calle|avenida|av\.|avda\.|rua|praça"
    r"|travessa|ul\.|ulica|aleja|ул\.|улица|вул\.|вулиця|проспект)(?<=[\w.])[\s,]"
    r"(?:[^.!?\n]|\b\w{1,3}\.){2,40}?\d"
    # "via DHL, 3 days ago" is none
    r"|(?:^|,\s*|\bin )via [^.!?\n\d]{2,30}\d+\w?(?:,|\W*$)"
    # "…straat 50, 1033 SE Amsterdam", "… 3, 8010 Graz"
    r"|(?-i:\b[1-9]\d{3} ?[A-Z]{2}(?= [A-Z][a-z]|\W*$))|\d[a-z]?,\s?(?-i:\d{4,5} [A-ZÀ-Ý][a-zà-ÿ]{2})"
    r"|\d[^.!?\n]{0,6}\b(?:rue|avenue|boulevard)\b"
    r"|\b(?:mahallesi|mah\.|sokak|sok\.|caddesi|cad\.)|〒\s?\d{3}|丁目|番地|[市区町].{1,12}\d+[-－ー]\d"
    r"|[路街道].{0,6}\d+\s?号"
    r"|شارع\s.{2,40}\d",
    re.IGNORECASE,
)
_A_POSTCODE = re.compile(
    r"\b(?:post ?code|postal code|zip(?: code)?|plz|postleitzahl|code postal|cap|c[óo]digo postal|postcode|kod pocztowy"
    r"|cep|индекс|індекс|posta kodu)\b[^.!?\d]{0,20}(?=[a-z]?\d)|(?:郵便番号|邮编|الرمز البريدي)\D{0,4}\d",
    re.IGNORECASE,
)
_LEADS_TO_IT = re.compile(
    r"^\W*(?:(?:and|so|ok(?:ay)?|sorry|please|the|my|our|it is|it['’]?s|here is|here['’]s)\W+)*"
    r"(?:new|right|correct|other|real|current)\s+(?:one|address|place|home)\b(?:\s+(?:is|would be|will be|should be))?"
    r"(?:\s+(?:now|at))?[\s:,–-]*(?=\S)",
    re.IGNORECASE,
)
#: In words: a name, a street, a flat, a place and a country.
_LONGEST_ADDRESS = 16
_OWN_MISTAKE = re.compile(
    r"\b(?:mistake|error|typo|slip|messed up|got wrong)\b[^.!?]{0,25}\b(?:add?ress|street|postcode|post code|zip)\b"
    r"|\b(?:i|we)(?:['’]ve| have)? (?:\w+ )?(?:gave|given|put|entered|typed|left|wrote|used|chose|have)\b[^.!?]{0,25}"
    r"\b(?:wrong|old|previous|incorrect)\b[^.!?]{0,20}\b(?:add?ress|street|house number|postcode|post code|zip)\b",
    re.IGNORECASE,
)
_REACH = r"(?:(?:tele)?phone(?: number)?|mobile(?: number)?|cell(?: number)?|contact number)"
_NAME = r"(?:(?:sur|last |first |family |maiden )?name)"
_PLACE = r"(?:house|flat|apartment|apt|unit|door|street|post ?code|zip|floor|building|staircase)"
_PART = rf"(?:{_REACH}|{_NAME}|{_PLACE})"
_WRONG = (
    r"(?:wrong|missing|left (?:out|off)|incomplete|incorrect|a typo|mistyped|misspel\w+"
    r"|(?:mis-?)?spel(?:t|led) wrong\w*"
    r"|outdated|old|swapped|switched|mixed up|not (?:in|on) (?:it|there)|not (?:right|correct|mine|valid)"
    r"|no longer \w+"
    r"|changed(?! my)|different|a digit short)"
)
_PART_IS_WRONG = re.compile(
    rf"\b(?:{_PART})\b(?: (?!to\b|at\b)[\w'’]+){{0,5}},? (?:(?:that|which) )?"
    r"(?:was|is|isn['’]?t|has|have|had|got|were)\b"
    rf"(?: [\w'’]+){{0,3}}? {_WRONG}\b"
    rf"|\b(?:forgot|left out|missed|omitted|mistyped|misspel\w+|mixed up) (?:to (?:put|add|give|write) )?(?:in )?"
    rf"(?:(?:the|my|our|your) )?{_PART}\b"
    rf"|\b(?:gave|given|put|entered|typed|have|has|had|hold|uses?|with) (?:\w+ ){{0,2}}?"
    rf"(?:wrong|old|incomplete|incorrect|misspel\w+) (?:\w+ )?{_PART}\b|\b(?:has|had) no {_PART}\b"
    rf"|\b(?:wrong|old|outdated|incorrect|mistyped) {_REACH}\b|\b{_REACH}\b changed\b"
    rf"|\bwithout (?:the |my |an? )?(?:flat|apartment|apt|unit|house) ?(?:number|no)?\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^.!?;\n]+[.!?;]*")
#: What is asked at the end of a sentence that tells something: "my number is old, what do I do?".
_ASKED_AT_ITS_END = re.compile(
    r",? (?:and |so |but )?(?:what|when|until|till|how|where|can|could|will|who)\b[^,]*\?\W*$", re.IGNORECASE
)
_CHANGED_YET = re.compile(
    r"\b(?:chang|updat|correct|alter|replac|sav|fix)\w*\b[^.!?]{0,15}\b(?:or not|yet|now|already)\b"
    r"|^\W*(?:so |and |but )?(?:did|have|has|is|was)"
    r" (?:you|it|that|the (?:new )?address|my (?:new )?address|any(?:one|body)|some(?:one|body)|they)"
    r"(?: \w+){0,2} (?:chang|updat|correct|alter|sav|fix|swap|switch|cancel|stopp|done|made"
    r"|do it|do that|in there|in it)\w*"
    r"|\b(?:yes or no|so is it done|is it done|all done)\b",
    re.IGNORECASE,
)
_TOO_LATE = re.compile(
    r"\b(?:(?:what|and|but) (?:\w+ )?(?:if|happens (?:if|when)|when)|suppose|supposing|in case)\b[^.!?]{0,40}"
    r"\b(?:pack|ship|sen[dt]|leav|left|go(?:es)? out|post|dispatch|too late|before|first|old address)\w*"
    r"|\b(?:pack|ship|sen[dt]|leav|left|go(?:es|ne)? out|post|dispatch)\w*\b[^.!?]{0,15}"
    r"\b(?:before (?:that|then|anybody|any ?one|you|they)|by then|until then|first)\b",
    re.IGNORECASE,
)


def gives_an_address(text: str) -> bool:
    """Tell whether a text holds an address: a street with a number, or a place with its postcode."""
    return _GIVEN.search(text) is not None


def adds_a_postcode(text: str) -> bool:
    """Tell whether a text gives the postcode that an address was left without."""
    return _A_POSTCODE.search(text) is not None


def without_its_lead(text: str) -> str:
    """Leave out what leads to an address: "the new one is 12 Mill Lane"."""
    return _LEADS_TO_IT.sub("", text)


def is_only_an_address(text: str) -> bool:
    """Tell whether a text is an address and says nothing else of the shopper's own."""
    return gives_an_address(text) and count_said(text) <= _LONGEST_ADDRESS and not has_own_words(text)


def tells_of_a_wrong_address(text: str) -> bool:
    """Tell whether shoppers say that they gave the wrong address themselves."""
    return _OWN_MISTAKE.search(text) is not None


def corrects_a_part(text: str) -> bool:
    """Tell whether a part of the address, a name or a telephone number in the order is said to be wrong or missing."""
    told = (_ASKED_AT_ITS_END.sub("", sentence) for sentence in _SENTENCES.findall(text))
    return any("?" not in sentence and _PART_IS_WRONG.search(sentence) for sentence in told)


def asks_whether_changed(text: str) -> bool:
    """Tell whether somebody asks whether what they wished is changed by now."""
    return _CHANGED_YET.search(text) is not None


def fears_to_be_late(text: str) -> bool:
    """Tell whether somebody asks what is if the order leaves before it is changed."""
    return _TOO_LATE.search(text) is not None


#: An address to write to is no place that anything is brought to.
_OF_MAIL = re.compile(
    r"\S+@\S+|\be-?mail[- ]?(?:address\w*|adress\w*|adres\w*)\b|\b(?:adresse|adres|indirizzo|endere[çc]o"
    r"|direcci[óo]n)"
    r" (?:de |di |d['’])?(?:e-?mail|mail|correo|posta|courriel|électronique)\w*"
    r"|\bадрес\w* (?:электронной )?(?:почты|пошти)"
    r"|\be-?posta adres\w*|メールアドレス|(?:邮箱|邮件)地址|عنوان (?:ال)?بريد|이메일 ?주소",
    re.IGNORECASE,
)
#: Without a word of these nobody wishes for another place, in other languages than English.
_A_PLACE = re.compile(
    r"adres|anschrift|stra(?:ß|ss)e\b|umzug|umgezogen|umzieh|wohn|nachbar|abholstation|packstation|büro"
    r"|arbeitsplatz|umleit"
    r"|dirección|direccion|domicilio|calle\b|mudan|mudad|mudé|vecin|oficina|desvi|otro lugar|otra casa"
    r"|rue\b|déménag|demenag|voisin|bureau|rediri|dévier|point relais|chez mo[in]|indirizz|\bvia\b|trasloc"
    r"|vicin[oa]\b|ufficio|negozio|altrove"
    r"|endereço|endereco|morada|\brua\b|mudei|mudamos|vizinh|escritório|outro lugar|straat|verhuis|buren"
    r"|buur|kantoor|omleid"
    r"|ulic|przeprowad|sąsiad|biur|paczkomat|przekier|улиц|адрес|переех|переїха|переезж|сосед|сусід|офис"
    r"|офіс|вулиц|перенаправ"
    r"|sokak|cadde|taşın|komşu|ofis|yönlendir|gatan|flytt|granne|kontor|住所|住址|引っ越|転送|近所|会社"
    r"|地址|搬家|邻居|公司|转寄|عنوان|انتقل|جار|مكتب|주소|이사|이웃",
    re.IGNORECASE,
)


def without_mail_addresses(text: str) -> str:
    """Leave out of a text what names an address to write to."""
    return _OF_MAIL.sub(" ", text)


def names_a_place(text: str) -> bool:
    """Tell whether a message in another language than English speaks of a place that something could be brought to."""
    said = without_mail_addresses(text)
    return _A_PLACE.search(said) is not None or any(map(str.isdigit, said))
