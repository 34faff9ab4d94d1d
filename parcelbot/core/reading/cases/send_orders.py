"""Read the order to send a case, and the bare "ok" to it, in the languages we speak. Rules, not a model."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.clauses import split_at_marks

_ORDERS = (
    r"gönder(?:in(?:iz)?|ebilirsin(?:iz)?|sene(?:iz)?)?|gonder(?:in(?:iz)?|ebilirsin(?:iz)?)?|yolla(?:yın|yin)?|ilet(?:in)?"
    r"|env[ií]a(?:dl[oa]|l[oa])?|env[ií]e(?:n?l[oa])?|env[ií]e(?:n)?|m[aá]nda(?:l[oa]|dl[oa]|d)?|m[aá]nde(?:n?l[oa]|n)?"
    r"|envo(?:ie|yez)(?:[- ](?:le|la|ça))?|transmettez(?:[- ](?:le|la))?"
    r"|(?:ab)?schicken(?: sie(?: (?:es|das|ihn))?)?|schick(?:t|e)?(?: (?:es|das|ihn))?(?: ab)?"
    r"|(?:ab)?senden(?: sie(?: (?:es|das))?)?"
    r"|absenden|sende(?: es)?|leiten sie (?:es|das) weiter"
    r"|invi(?:a|ate|i)(?:l[oa])?|l[oa] invii|mand(?:a|ate|i)(?:l[oa])?|l[oa] mandi|inoltri"
    r"|stuur(?: (?:het|dat|hem))?(?: (?:op|door|in))?|verstuur(?: (?:het|dat|hem))?|versturen|verzend(?:en)?"
    r"|wyślij(?:cie)?|wyslij(?:cie)?|wysyłaj(?:cie)?|wysylaj(?:cie)?|(?:proszę|prosze) (?:to )?wysłać|wysłać"
    r"|envia|envie|enviem|mande|mandem|pode(?:m)? (?:enviar|mandar)"
    r"|отправ(?:ь|ьте|ляй|ляйте)|отсылай(?:те)?|пошлите|шлите|передайте"
    r"|надішл(?:и|іть)|надсилай(?:те)?|відправ(?:те|ляй|ляйте)|шліть"
    r"|skicka(?: (?:det|den|in))?|أرسل(?:ها|ه|وا|وها|وه)?|ارسل(?:ها|ه|وا|وها|وه)?"
    r"|(?:送って|送信して)(?:ください|下さい)?|送信(?:お願いします)?|(?:发|發)(?:送)?(?:吧|过去吧)?|提交(?:吧)?|送出(?:吧)?"
    r"|보내\s?(?:주세요|줘요?|줘)|보내세요|전송"
)
_OKS = (
    r"tamam(?:dır)?|peki|pekala|olur|vale|ok(?:ay|ey|ej)?|de acuerdo|está bien|d['’]accord|va bene|d['’]accordo"
    r"|in ordnung|einverstanden|gut|prima|goed|is goed|akkoord|dobrze|dobra|w porządku|zgoda|tá bom|está bem|beleza|blz"
    r"|хорошо|ладно|окей|ок|добре|гаразд|згода|bra|حسن[اًا]+|تمام|طيب|ماشي|أوكي|اوكي|好的?|好吧|行|可以|좋아요|그래요|오케이"
)
_COURTEOUS = (
    r"lütfen|hadi|artık|şimdi|por favor|porfa|ya|pues|entonces|s['’]il (?:vous|te) plaît|svp|maintenant|alors|donc"
    r"|bitte|jetzt|dann|mal|per favore|pure|adesso|allora|maar|graag|nu|proszę|teraz|to|já|logo|então|пожалуйста|тогда"
    r"|будь ласка|тоді|вже|уже|tack|من فضلك|请|請|では|じゃあ|はい|evet|sí|oui|ja|sì|sim|tak|да|так|نعم|是的|네"
)
_IS_AN_ORDER = re.compile(rf"\W*(?:(?:{_COURTEOUS}|{_OKS})\s*)*(?:{_ORDERS})(?:\s*(?:{_COURTEOUS}))*\W*", re.IGNORECASE)
_IS_AN_OK = re.compile(rf"\W*(?:(?:{_OKS})(?:[^\w?？؟]+|$))+", re.IGNORECASE)


def orders_elsewhere(text: str) -> bool:
    """Tell whether some clause is nothing but the order to send, in another language than English."""
    clauses = (clause for clause in split_at_marks(text) if not clause.rstrip().endswith(("?", "？", "؟")))
    return any(map(_IS_AN_ORDER.fullmatch, clauses))


def only_agrees_elsewhere(text: str) -> bool:
    """Tell whether a message is nothing but an "ok" of another language: right after "shall I send it?" a yes."""
    return _IS_AN_OK.fullmatch(text) is not None
