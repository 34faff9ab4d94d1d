"""Read what a message says about being in touch: with a person, by telephone, or in vain so far. Rules, not a model."""

from __future__ import annotations

import re

from parcelbot.core.reading.places.checklist import CARRIERS

_RING_ME = re.compile(r"\b(?:me|us|my|mine|i|call\s*back|callback|phone number|mobile)\b", re.IGNORECASE)
_WROTE = re.compile(
    r"\b(?:wrote|written|e-?mailed|mailed|messaged|called|rang|phoned|contacted|sent (?:you|an?)|asked|tried|"
    r"complained|ignor\w+|still waiting|waiting (?:for|since)|no (?:reply|answer|response))\b",
    re.IGNORECASE,
)
_IN_VAIN = re.compile(
    r"\b(?:nobody|no one|noone|never|not|(?:has|have|did|do|does|wo|is)n['’]?t)\s+"
    r"(?:\w+\s+){0,2}(?:answer\w*|repl\w+|respon\w+|heard|hear|writ\w+|get back|got back)\b",
    re.IGNORECASE,
)
_SCAM = re.compile(
    r"\b(?:links?|click\w*|tap(?:ped)?|pay\w*|paid|fees?|charges?|scam\w*|phish\w*|fraud\w*|fake|suspicious|dodgy|"
    r"legit\w*|"
    r"genuine|real|(?:my|your|bank|credit|debit) cards?|card (?:data|details?|numbers?)|bank|sms|texts?|texted|"
    r"whatsapp|really (?:from )?you|from you|yours|you guys)\b",
    re.IGNORECASE,
)
#: How something was paid for says nothing of a message.
_WALLETS = re.compile(r"\b(?:apple|google|samsung|amazon) ?pay\b|\bpaid (?:with|by|via|through|as)\b", re.IGNORECASE)
_SELLER = re.compile(
    r"\b(?:seller\w*|vendor\w*|shop\w*|store|disput\w*|protect\w*|ali\w*|charge ?back\w*|pay ?pal|bank|card|claim\w*|"
    r"extend\w*|extension|refund\w*|money|open (?:one|it)|case|escalat\w*|feedback|platform|marketplace|evidence|"
    r"proof)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(?:refund\w*|money|cash)\b", re.IGNORECASE)
_NO_MESSAGE = re.compile(
    r"\b(?:nie (?:ma|przysz\w+|dosta\w+|było)|brak|kein\w*|no (?:hay|llega|lleg[oó]|me llega|tengo|recib\w+)|ning[uú]n"
    r"|pas (?:de|reçu de|eu de)|aucun|nessun|non (?:arriva|è arrivato|ho ricevuto)|geen|nenhum\w*"
    r"|n[ãa]o (?:chegou|recebi|veio|há)|нет|не (?:пришл[оа]|пришёл|получ\w+|приходит)"
    r"|немає|не (?:прийшл[оа]|надійшл[оа]|отрима\w+))"
    r"(?: \w+){0,2}? (?:sms\w*|esemes\w*|смс\w*|wiadomo\w*|mensaje\w*|mensage\w*|message|messaggi\w*|code"
    r"|kod\w*|c[oó]digo|codice|код\w*|bericht|nachricht)\b"
    r"|\bsms\w*(?: \w+)? (?:gelmedi|yok|nie przysz\w+|no lleg\w+|kam nicht)\b"
    r"|(?:SMS|メッセージ)[^。]{0,4}(?:来|届)[^。]{0,3}ない|没(?:有)?(?:收到)?(?:短信|验证码)"
    r"|\b(?:sms\w*|смс\w*|esemes\w*|повідомлен\w*|сообщени\w*)(?: \w+){0,2}"
    r" (?:не (?:было|було|пришл\w+|прийшл\w+)|нет|немає)"
    r"|[没沒](?:有)?(?:收到|跳出?|来|來|发|發)?(?:过|過)?(?:任何)?(?:短信|簡訊|通知|推播|訊息|消息|验证码|驗證碼)"
    r"|(?:通知|メール)[^。]{0,4}(?:来|届)[^。]{0,3}ない"
    r"|(?:لم تصل|لم يصل|لا توجد|ما وصل|ما ج[اآ]?ت|لا ج[اآ]?ت|ما إجت|لم تأت)\w*[^.،؟]{0,10}(?:رسالة|رساله|إشعار|اشعار)",
    re.IGNORECASE,
)
#: "Are you a scam?" doubts the shop itself.
_THE_SHOP = re.compile(
    r"\b(?:are you|you['’]?re|is kossr|(?:is|was) (?:this|your|the) (?:whole )?(?:shop|site|store|company|website))\b"
    r"(?:\W+\w+){0,4}?\W+(?:scam\w*|fraud\w*|fake|legit|genuine|real)\b(?!.*\b(?:link|sms|text|message|mail|pay"
    r"|fee)\b)",
    re.IGNORECASE,
)
#: Carriers and those who answer their telephones, also in other languages.
CARRIER_SIDE = (
    rf"{CARRIERS}|they|post|customs|yun ?express|yanwen|cainiao|4px|gls|postnl|correos|seur|mrw|colissimo|la poste|"
    r"hotline|helpline|help desk|call cent(?:re|er)|transportista|repartidor|paquetería|paketdienst|zusteller\w*|"
    r"lieferdienst|transporteur|livreur|corriere|transportadora|bezorg\w+|vervoerder"
)
_TURNED_TO_A_CARRIER = re.compile(
    r"\b(?:called|rang|rung|phoned|telephoned|contacted|wrote to|written to|e-?mailed|messaged|asked|chased|"
    r"spoke (?:to|with)|spoken (?:to|with)|llam\w+|escri\w+|contact\w+|angerufen|geschrieben|kontaktiert|appelé|"
    rf"chiamato|liguei|gebeld)\b.{{0,30}}\b(?:{CARRIER_SIDE})\b"
    rf"|\b(?:{CARRIER_SIDE})\b.{{0,25}}\b(?:angerufen|geschrieben|kontaktiert|gebeld)\b",
    re.IGNORECASE,
)
_WRITES_AGAIN = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th|umpteenth|tenth|[2-9]) ?(?:time|times|message"
    r"|messages|mail"
    r"|mails|e-?mail|e-?mails|contact|attempt)\b.{0,20}\b(?:i|i['’]?m|i['’]?ve|we|we['’]?re|we['’]?ve)\b.{0,12}"
    r"\b(?:writ\w*|wrote|ask\w*|contact\w*|messag\w*|mail\w*|e-?mail\w*|chas\w*|tell\w*|try\w*|had to|have to)\b"
    r"|\b(?:writ\w+|wrote|ask\w*|contact\w*|messag\w+|mail\w+|e-?mail\w+|chas\w+)\b.{0,25}\b(?:for )?(?:the|my|a) "
    r"(?:second|third|fourth|fifth|2nd|3rd|4th|5th|umpteenth) (?:time|message|mail|e-?mail)\b",
    re.IGNORECASE,
)
#: "I can't go and ask a third time" has not asked so often.
_ASKS_NO_MORE = re.compile(
    r"\b(?:can(?:['’]?t|not)|won['’]?t|not|never|don['’]?t|(?:must|should|shall) (?:i|we)|(?:do|am) (?:i|we) \w+ to)\b"
    r"[^.!?,;]{0,35}\b(?:write|ask|contact|message|mail|e-?mail|chase)\b[^.!?,;]{0,25}\b(?:time|message|mail|e-?mail)\b",
    re.IGNORECASE,
)
_A_MESSAGE = re.compile(r"\b(?:sms|texts?|texted|whatsapp|e-?mails?|mails?|messages?|links?)\b", re.IGNORECASE)
#: "Today's mail brought a bill" is paper.
_ON_A_SCREEN = re.compile(
    r"\b(?:sms|texts?|texted|whatsapp|e-?mails?|a mail|messages?|links?|click\w*|tap(?:ped)?|qr|website|phone|rang)\b",
    re.IGNORECASE,
)
_WANTS_MONEY = re.compile(r"\b(?:pay\w*|cards?|fees?|charges?|bank|click\w*|link|[€$£]\s?\d+)\b", re.IGNORECASE)
_IS_IT_TRUE = re.compile(
    r"\b(?:is|was) (?:that|this|it) (?:really |actually )?(?:from )?(?:you|yours|kossr)\b"
    r"|\b(?:is|was|come|comes|came) (?:really |actually )?from (?:you|kossr)\b"
    r"|\b(?:fake|scam|phish\w*|genuine|legit\w*|real or|true or)\b",
    re.IGNORECASE,
)
#: Told by whoever was asked to turn to the shop: "they said ask the seller", "sent me back to you".
_SENT_TO_US = re.compile(
    # who does not want to say something is sent nowhere, and a parcel shop is a carrier's
    r"\b(?:said|says|(?<!\bi )(?<!\bto )say|saying|told|tells?|telling|reckons?|insists?|advised|want(?:s|ed)?)\b"
    r".{0,30}"
    r"\b(?:ask|contact|call|ring|phone|speak|talk|turn|go(?:es)?|chase|e-?mail|write|up to|down to|only|has to|have to|"
    r"must|needs? to|should)\b.{0,30}"
    r"\b(?:seller|sender|shipper|(?<!ups )(?<!dhl )(?<!parcel )(?:shop|store)|retailer|merchant|vendor|you|u|you guys"
    r"|kossr)\b"
    r"|\b(?:said|says?|saying|told|tells?|telling|insists?)\b.{0,20}\b(?:seller|sender|shipper|shop|store|retailer)\b.{0,12}"
    r"\b(?:has to|have to|must|needs to|should|can|is responsible)\b"
    r"|\b(?:said|says?|told|tells?|insists?)\b.{0,40}\b(?:you|u) (?:must|have to|need to)\b"
    r"|\b(?:sent|sends|send|referred|refer|passed|pointed|directed|bounced) (?:me|us) (?:back |on |over )?to "
    r"(?:you|u|the (?:seller|sender|shop|store|shipper))\b"
    r"|\b(?:hable|hablar|contacte|contactar|pregunte|llame)\w*\b.{0,20}"
    r"\b(?:vendedor\w*|tienda|remitente|vosotros|ustedes)\b"
    r"|\b(?:an|bei) (?:den|die|dem|der|euch|ihnen|sie) ?(?:verkäufer|händler|absender|versender|shop)?\w*\b"
    r".{0,20}\bwenden\b"
    r"|\b(?:verkäufer|händler|absender|versender) (?:fragen|kontaktieren|anrufen|melden)\b"
    r"|\b(?:voir|contacter|demander|adresser)\b.{0,20}\b(?:vendeur|expéditeur|vous|boutique|marchand)\b"
    r"|\b(?:contattare|chiedere|rivolger\w+|sentire)\b.{0,20}\b(?:venditore|mittente|negozio|voi)\b"
    r"|\b(?:falar|contactar|perguntar|contatar)\b.{0,20}\b(?:vendedor|loja|remetente|vocês)\b"
    r"|\b(?:verkoper|afzender|winkel|webshop)\b.{0,20}\b(?:contact|bellen|vragen|mailen|zijn)\b",
    re.IGNORECASE,
)
_CARRIER_SPOKE = re.compile(rf"\b(?:{CARRIER_SIDE}|he|she|me dicen|man)\b", re.IGNORECASE)
_WE_SPOKE = re.compile(r"\b(?:you|u) (?:said|told|say|tell|just said|guys said)\b", re.IGNORECASE)
_TEXTS = re.compile(r"\b(?:sms|text messages?|text me|texts?|whats ?app)\b", re.IGNORECASE)
_DRIVERS_CALL = re.compile(
    rf"\b(?:do|does|will|would|did|can|could|is|are)\s+(?:they|he|she|(?:the|a|any|my)\s+\w+(?:\s+(?:wo)?man)?|drivers?|"
    rf"couriers?|{CARRIERS})\s+"
    r"(?:normally |usually |ever |even |always |going to |gonna |just )?(?:ring|call|phone|text)\b",
    re.IGNORECASE,
)
_US_RINGING = re.compile(r"\b(?:you|u|your team|a person|somebody|someone|an agent)\b", re.IGNORECASE)
_TO_US = re.compile(
    r"\b(?:you|u|ya|kossr|your (?:support|team|shop|store|colleagues?)|this chat|vosotros|ustedes|os|euch|ihnen|ihr|"
    r"vous|vi|vocês|jullie)\b",
    re.IGNORECASE,
)
_NOT_YET_TRUE = re.compile(r"^\W*(?:if|when|in case)\b", re.IGNORECASE)


#: "You wrote to me twice that I should wait": an answer that came, and no silence.
_TOLD_TO_WAIT = re.compile(
    r"\b(?:you|u|ya|kossr|the (?:shop|seller)|your \w+"
    r"|(?:some ?(?:one|body)|people|colleagues?|a person) (?:of|from|at) \w+"
    r"|(?:both|your|the) (?:e-?)?(?:mails?|messages?|replies|answers?))\b(?: (?!never|not)\w+){0,3}? "
    r"(?:wrote|written|told|tell|telling|said|says?|saying|mailed|e-?mailed|answered|replied|asked|asking|messaged|keep"
    r"|kept)\b[^.!?]{0,40}?\b(?:to|should|must|just|please|be|more|can|could)\s+(?:\w+\s+){0,2}?"
    r"(?:wait|patien\w+|hang on|hold on|sit tight)\b",
    re.IGNORECASE,
)


_GOT_AN_ANSWER = re.compile(
    r"(?<!n['’]t )(?<!not )(?<!never )\b(?:got|received|had) (?:an?|your|the|their) (?:\w+ )?"
    r"(?:answer|reply|response)\b"
    r"(?! (?:yet|from nobody))",
    re.IGNORECASE,
)
#: "If they fob me off": what to do about a seller who does nothing, and no parcel that is refused.
_PUT_OFF = re.compile(
    r"\b(?:fob\w*|brush\w*|palm\w*|put\w*|shrug\w*|wav\w+|blow\w*|blew) (?:me|us) (?:all )?off\b"
    r"|\bstring\w* (?:me|us) along\b"
    r"|\b(?:seller|shop|they|he|she)\b[^.?!]{0,20}"
    r"\b(?:ignor\w+ me|won['’]?t (?:help|pay|refund)|refus\w+ to (?:help|pay|refund))",
    re.IGNORECASE,
)
_SUPPOSES = re.compile(r"\b(?:if|when|in case|suppose)\b", re.IGNORECASE)

_SENDS_ME = re.compile(
    r"\b(?:send|sends|sent|sending|refer\w*|push\w*|shov\w+) (?:me|us) (?:(?:back|away|off|over|round|around) )*"
    r"(?:to (?!my\b|the (?:right|correct)\b)|there\b|from\b|away\b)",
    re.IGNORECASE,
)


def fears_to_be_put_off(text: str) -> bool:
    """Tell whether somebody asks what to do when the seller does nothing about it."""
    return _PUT_OFF.search(text) is not None and ("?" in text or _SUPPOSES.search(text) is not None)


def was_told_to_wait(text: str) -> bool:
    """Tell whether somebody says that the shop has answered and asked for patience: nobody left them without a word."""
    return _TOLD_TO_WAIT.search(text) is not None or _GOT_AN_ANSWER.search(text) is not None


def speaks_of_a_seller(text: str) -> bool:
    """Tell whether a seller, a marketplace or a claim against one is spoken of: waiting alone is no such word."""
    return _SELLER.search(text) is not None


def waits_for_money(text: str) -> bool:
    """Tell whether money is waited for, and no seller, marketplace or claim is named that it would come from."""
    return _MONEY.search(text) is not None and _SELLER.search(_MONEY.sub(" ", text)) is None


def lacks_a_message(text: str) -> bool:
    """Tell whether a message in another language says that no text message or code has come."""
    return _NO_MESSAGE.search(text) is not None


def speaks_of_a_scam(text: str) -> bool:
    """Tell whether a message may be about somebody else's message: a link, a payment, a doubt of who wrote it."""
    return _SCAM.search(_WALLETS.sub(" ", text)) is not None and _THE_SHOP.search(text) is None


def names_a_message(text: str) -> bool:
    """Tell whether a text message, an e-mail or a link is spoken of."""
    return _A_MESSAGE.search(text) is not None


def doubts_a_message(text: str) -> bool:
    """Tell whether a message that wants money or a card is doubted in so many words."""
    return all(pattern.search(text) for pattern in (_A_MESSAGE, _WANTS_MONEY, _IS_IT_TRUE)) and not _THE_SHOP.search(
        text
    )


def came_on_a_screen(text: str) -> bool:
    """Tell whether something is spoken of that came as a message, a link or a call, and not on paper."""
    return _ON_A_SCREEN.search(text) is not None


def asks_to_be_rung(text: str) -> bool:
    """Tell whether the shopper is to be called; "can you call the post?" wants somebody else called."""
    return _RING_ME.search(text) is not None


def wrote_in_vain(text: str) -> bool:
    """Tell whether the shopper has written to us before or was not answered.

    "If nobody answers by then" has not happened, and whoever rang the carrier has not been left waiting by us.
    """
    if _NOT_YET_TRUE.search(text) or turned_to_a_carrier(text):
        return False
    return bool(_WROTE.search(text) or _IN_VAIN.search(text) or writes_again(text))


def writes_again(text: str) -> bool:
    """Tell whether the shopper says that it is not the first message about this."""
    return _WRITES_AGAIN.search(text) is not None and not _ASKS_NO_MORE.search(text)


def turned_to_a_carrier(text: str) -> bool:
    """Tell whether the shopper has rung or written to a carrier, and says nothing of having written to us."""
    return bool(_TURNED_TO_A_CARRIER.search(text)) and not _TO_US.search(text)


def carrier_sent_to_us(text: str) -> bool:
    """Tell whether a carrier that was asked has sent the shopper on to the shop."""
    return bool(_SENT_TO_US.search(text) and _CARRIER_SPOKE.search(text)) and not _WE_SPOKE.search(text)


def speaks_of_being_sent(text: str) -> bool:
    """Tell whether it is the shopper who is sent somewhere, and no goods: "don't send me to them again"."""
    return _SENDS_ME.search(text) is not None


def speaks_of_texts(text: str) -> bool:
    """Tell whether text messages are spoken of, which we do not send."""
    return _TEXTS.search(text) is not None


def asks_whether_drivers_ring(text: str) -> bool:
    """Tell whether it is asked if the carrier rings first; "can somebody ring me?" asks us to."""
    return _DRIVERS_CALL.search(text) is not None and _US_RINGING.search(text) is None
