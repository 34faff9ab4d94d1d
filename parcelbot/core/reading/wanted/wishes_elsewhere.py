"""Read what is wished for in other languages than English: money, another piece, an exchange, no order any more.

Rules, not a model. Several may be wished for at once, which a likeness to one question or the other cannot tell.
"""

from __future__ import annotations

import re

from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.wanted.wish_patterns import AN_EXCHANGE

TO_CANCEL = "to cancel"
REFUND, REPLACEMENT = "a refund", "a replacement"
_WISHING = (
    r"(?:quier[oe]|querr[íi]a|quisiera|prefier[oe]|prefirir[íi]a|exijo|pido|solicito|deseo|necesito"
    r"|je veux|voudrais|souhaite\w*|préfère|exige|demande|j['’]aimerais|il me faut"
    r"|ich will|möchte|hätte (?:ich )?gern\w*|bitte|verlange|fordere|lieber|wünsche|brauche"
    r"|voglio|vorrei|preferisco|chiedo|pretendo|desidero"
    r"|quero|queria|gostaria|prefiro|exijo|peço|desejo"
    r"|ik wil|wil ik|graag|liever|eis|verzoek"
    r"|chc[ęe]|chciał\w*|wol[ęe]|prosz[ęe]|żądam|domagam"
    r"|хочу|хотел\w*|прошу|требую|предпоч\w+|лучше|верните|хотів|хотіла|вимагаю|волію|краще|поверніть"
    r"|istiyorum|isterim|rica ediyorum|talep ediyorum|tercih ederim|lütfen)"
)
#: The same, and the words that wish by themselves, where no word stands between spaces.
_WISHING_UNSPACED = (
    r"(?:たい|ください|下さい|希望|お願い|想要|我要|要求|希望|请|請|주세요|원해|싶)|(?:أريد|اريد|أرغب|أفضل|أطلب|أرجو)"
)
_THINGS = {
    REFUND: (
        r"rembours\w*|reembols\w*|devoluci[óo]n (?:de(?:l)? )?(?:mi )?(?:dinero|importe)"
        r"|devolu[çc][ãa]o do (?:meu )?dinheiro"
        r"|(?:mi|el|o|meu) (?:dinero|dinheiro)(?: de (?:vuelta|volta))?|devuelv\w+ (?:el |mi )?dinero"
        r"|devolv\w+ (?:o |meu )+dinheiro"
        r"|geld (?:zurück|terug)|mein geld|mijn geld|(?:rück)?erstatt\w+|terugbeta\w+|rimbors\w*|(?:soldi"
        r"|denaro) indietro"
        r"|(?:i miei|il mio) (?:soldi|denaro)|zwrot\w* (?:pieni[ęe]dzy|koszt\w*|kwoty|środków)"
        r"|(?:moje )?pieni[ąa]dz\w+"
        r"|(?:вернуть|верните|вернули|возврат\w*)[^.!?]{0,20}(?:деньг\w+|средств\w*|сумм\w+)?|(?:повернути"
        r"|поверніть|повернення)"
        r"[^.!?]{0,20}(?:грош\w+|кошт\w+)|param[ıi]\b|para(?:mın)? iade\w*|iade\w* (?:etmenizi|istiyorum)"
    ),
    REPLACEMENT: (
        r"(?:env[ií]\w+|mand\w+|manden|reenv\w+)[^.!?]{0,20}(?:otr[oa]|de nuevo|otra vez)|reenv[íi]\w*|reemplaz\w+"
        r"|renv(?:oi|oy)\w*|renvoyer|nouvel envoi|(?:un|une) autre (?:colis|article|exemplaire|pièce)|remplac\w+"
        r"|(?:noch ?mal|erneut|neu) (?:zu)?(?:schick|send|liefer)\w*|ersatz\w*|neu(?:e|es|en) (?:paket"
        r"|lieferung|sendung|stück)"
        r"|rispedi\w+|rimand\w+|sostitu\w+|(?:nuovo|altro) (?:invio|pacco|articolo)|reenvi\w+|substitu\w+"
        r"|(?:novo|outro) envio"
        r"|(?:opnieuw|nog een keer|nogmaals) (?:verst|gest|op)\w+|vervang\w+|nieuw(?:e)? (?:pakket|zending|exemplaar)"
        r"|(?:wys[łl]\w+|wyśl\w+) (?:ponownie|jeszcze raz|nowy\w*|nową)|ponown\w+ wysyłk\w+|wymian\w+|nową paczk\w+"
        r"|(?:отправ\w+|вышл\w+|пришл\w+)[^.!?]{0,15}(?:ещё раз|снова|заново|повторно|нов\w+|друг\w+)"
        r"|замен\w+|повторн\w+ отправк\w+"
        r"|(?:відправ\w+|надішл\w+|вишл\w+)[^.!?]{0,15}(?:ще раз|знову|повторно|нов\w+|інш\w+)|замін\w+"
        r"|(?:tekrar|yeniden|bir daha) gönder\w*|yenisini|yeni (?:bir )?(?:paket|ürün)|değiştir\w+"
    ),
}
_THINGS[AN_EXCHANGE] = (
    r"umtausch\w*|(?:um|ein)?tausch\w*|échang\w+|cambi(?:ar|arl\w|o|are|armel\w)\b|cambialo|troc(?:a|ar|á-l\w)\b"
    r"|(?:om)?ruil\w*|wymie[nń]\w*|byta\b|değiş(?:im|tir)\w*|обмен\w*|поменя\w*|обмін\w*|поміня\w*"
)
_THINGS[TO_CANCEL] = (
    r"(?:anul|cancel)(?:ar|arlo|arla|en|e|em|ad)\b|annul(?:er|ez|ieren|iert|eren|eer|are|ate)\b|stornier\w+|storno"
    r"|abbestell\w+|anulowa\w*|anuluj\w*|отмени\w*|отменя\w*|аннулир\w*|скасу\w*|відмін\w*|iptal"
)
_THINGS_UNSPACED = {
    REFUND: r"返金|払い戻し|退款|退钱|退錢|환불|استرداد|استرجاع|إرجاع المال|أموالي|نقودي",
    REPLACEMENT: (
        r"再送|もう一度送|送り直|代わりの|补发|補發|重新?寄|再寄|换一件|재발송|다시 보내|إعادة (?:الإرسال"
        r"|إرسال)|طرد آخر|بديل"
    ),
}
_THINGS_UNSPACED[AN_EXCHANGE] = r"交換|换货|換貨|换成|換成|교환|استبدال|تبديل"
_THINGS_UNSPACED[TO_CANCEL] = r"キャンセル|取消|취소|إلغاء|الغاء"
#: "Can you swap it?" wishes for it, as "can I have my money if …?" does not.
_ASKED = (
    r"(?:pued\w+|podr[íi]a\w*|pod[ée]is|pouvez|puis-je|peux-tu|pourr\w+|k[öo]nn\w+|kann|potete|puoi|può|potrei|posso"
    r"|pode\w*|kun(?:t|nen)|kan|mog[ęe]|może\w*|można|можете|можно|могу|можна|можу|можете|m[iı]s[iı]n\w*|m[iı]y[iı]m)"
)
#: What is changed of an order is no article then.
_OF_A_DETAIL = re.compile(
    r"adres|direcci|indirizz|endere[çc]|anschrift|адрес|telef|télé|телефон|mail|correo|почт|пошт|fecha|\bdat[aeu]|дат"
    r"|tarih|номер|n[uú]mero|nummer|numara|numer|電話|住所|地址|电话|عنوان|هاتف|رقم",
    re.IGNORECASE,
)


def _wishing(thing: str) -> str:
    return rf"(?:{_WISHING}|{_ASKED})" if thing == AN_EXCHANGE else _WISHING


_WISHES = {
    thing: re.compile(
        rf"\b{_wishing(thing)}\b.*\b(?:{words})|\b(?:{words})\b.*\b{_wishing(thing)}\b"
        rf"|(?:{_WISHING_UNSPACED}).*(?:{_THINGS_UNSPACED[thing]})"
        rf"|(?:{_THINGS_UNSPACED[thing]}).*(?:{_WISHING_UNSPACED})",
        re.IGNORECASE,
    )
    for thing, words in _THINGS.items()
}
_NAMES = {
    thing: re.compile(rf"\b(?:{words})|(?:{_THINGS_UNSPACED[thing]})", re.IGNORECASE)
    for thing, words in _THINGS.items()
}
#: "The money is not needed" refuses it by its bare name as well.
_MONEY = re.compile(
    r"\b(?:dinero|plata|argent|geld|soldi|denaro|dinheiro|pieniędzy|pieniądze|деньги|денег|гроші|грошей|para)\b"
    r"|お金|[钱錢]|المال|فلوس",
    re.IGNORECASE,
)
_OR = (
    r"(?:or|oder|soit|ou|o|of|albo|lub|czy|или|либо|або|чи|veya|ya da|أو|または|もしくは|か|或者|或|还是"
    r"|혹은|또는|oppure|eller)"
)
_MINE = r"(?:my|the|mi|el|mon|mein|das|mijn|il mio|i miei|o meu|moje|мои|мої|param)"
_THE_MONEY = (
    rf"(?:{_MINE} ?(?:{_MONEY.pattern}|money)|money back|refund"
    rf"|{_THINGS[REFUND]}|{_THINGS_UNSPACED[REFUND]})"
)
_THE_GOODS = (
    r"(?:new one|another (?:one|parcel)|replacement|re-?send\w*|nouveau colis|nuevo (?:paquete|env[ií]o)"
    r"|otro (?:paquete|env[ií]o)|novo (?:pacote|envio)|nowa paczka|новую посылку|новий"
    rf"|{_THINGS[REPLACEMENT]}|{_THINGS_UNSPACED[REPLACEMENT]})"
)
#: Both of them joined by an "or", with a few words between; what asks which of them it is wishes for neither.
_EITHER = re.compile(
    rf"{_THE_GOODS}(?:[^.!?]{{0,25}}\W)??{_OR}(?:\W[^.!?]{{0,20}})??{_THE_MONEY}[^?？؟]*$"
    rf"|{_THE_MONEY}(?:[^.!?]{{0,25}}\W)??{_OR}(?:\W[^.!?]{{0,20}})??{_THE_GOODS}[^?？؟]*$",
    re.IGNORECASE,
)
#: What is asked to be sent after the rest says by itself that it is wished.
_SEND_THE_REST = re.compile(
    r"\b(?:дошл\w+|дослать|дослати|довез\w+|nach(?:liefer|send|schick)\w*|nalever\w+|nasturen|doślij\w*|dosłać|dosłanie"
    r"|(?:env[ií]\w+|mand\w+)[^.!?]{0,20}\b(?:que falta|faltante|que está faltando)"
    r"|(?:r?envoy\w+)[^.!?]{0,20}\bmanqu\w+|(?:mand\w+|spedi\w+|invi\w+)[^.!?]{0,20}\bmanca\w*"
    r"|eksik\w*[^.!?]{0,20}\bgönder\w+)|足りない[^。]{0,10}送|不足分[^。]{0,10}送|[补補](?:发|發|寄)|أرسل[^.؟]{0,20}الناقص",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:sofort|gleich|heute|jetzt|сразу|сейчас|зараз|одразу|ahora|ya mismo|hoy|tout de suite|subito|oggi|agora|hoje"
    r"|meteen|nu|teraz|od razu|hemen|şimdi)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:no quiero|ne veux (?:pas|plus)|kein\w*|nicht|non voglio|n[ãa]o quero|niet|geen|nie chcę|не хочу|не надо|"
    r"не треба|istemiyorum|pas (?:de|un|une|le)|sans)\b|不要|いりません|لا أريد|لا اريد",
    re.IGNORECASE,
)
#: A refusal of the thing itself: "I don't have my money yet" refuses nothing.
_UNWANTED = re.compile(
    r"\bno quiero\b|\bne (?:veux|voudrais) (?:pas|plus)\b|\b(?:will|möchte|brauche) (?:\w+ ){0,2}(?:kein\w*|nicht)\b"
    r"|\bnon (?:voglio|vorrei)\b|\bn[ãa]o quero\b|\b(?:wil|hoef)\w* (?:\w+ ){0,2}(?:geen|niet)\b|\bnie chc[ęe]\b"
    r"|\b(?:не хочу|не надо|не нужн\w*|не треба|не потрібн\w*)\b|\bistemiyorum\b|不要|いりません|要りません"
    r"|لا أريد|لا اريد",
    re.IGNORECASE,
)
#: A no right before a wish, what others did already, and what somebody only wants to know: none wishes for the thing.
_SPEAKS_OF_IT = re.compile(
    rf"\b(?:no|n[ãa]o|ne|nicht|non|niet|nie|не|ні)\s+(?:me\s+|te\s+|lo\s+|la\s+|mi\s+|mir\s+)?"
    rf"(?:{_WISHING}|mand\w+|env\w+)\b"
    r"|\b(?:gracias por|merci (?:pour|d)|danke für|grazie per|obrigad[oa] pel[oa]|bedankt voor|dank(?: je| u)? voor"
    r"|dziękuję za|спасибо за|дякую за)"
    r"|\b(?:saber|savoir|wissen|sapere|weten|wiedzieć|узнать|знать|дізнатися|знати|öğrenmek|bilmek)\b|知りたい|知道|أعرف"
    r"|\b(?:reembolsaron|devolvieron|devolvisteis|reembolsaste\w*|reembolsou|devolveram|devolveu|reembolsaram"
    r"|(?:avez|a|ont|été) remboursée?s?|(?:habt|haben|hat|wurde\w*)[^,]{0,30}erstattet|erstattet (?:habt|haben|wurde)"
    r"|(?:avete|hanno|stato) rimborsat\w+|(?:hebben|heeft|hebt|is)[^,]{0,20}terugbetaald|zwrócili\w*|zwrócono"
    r"|iade (?:ettiniz|etti|ettiler|edildi|aldım))\b"
    r"|(?<!чтобы )(?<!щоб )(?<!мне )\b(?:уже|вже|мне|мені|вы|ви)\s+(?:\w+\s+)?(?:вернули|повернули)"
    r"|返金(?:され|してもら|を受け|ありがとう)|已经?退|已經退|退款(?:了|收到)|استلمت",
    re.IGNORECASE,
)
#: "My money back, please": the courtesy belongs to what is said before it.
_COURTESY = re.compile(
    r"\s*[,，،]\s*(?=(?:bitte|por favor|s['’]il (?:vous|te) pla[îi]t|svp|per favore|graag|alstublieft|alsjeblieft"
    r"|proszę|пожалуйста|будь ласка|lütfen)\b)",
    re.IGNORECASE,
)
#: "And if nobody finds it, is the money gone?"; "se" and "si" are an if only where a clause begins.
_CONDITION = re.compile(
    r"\b(?:wenn|falls|sofern|als|indien|jeśli|jeżeli|если|якщо|eğer)\b"
    r"|(?:^|[,.;]|\b(?:e|y|mas|pero|ma|et|mais)\b)\s*(?:se|si|s['’]ils?)\b"
    r"|\w{2,}(?:[ae]r|[ıiuü]r|maz|mez)s[ae]\b|たら|れば|場合|如果|要是|إذا|اذا|لو ",
    re.IGNORECASE,
)
_ASKS_US = re.compile(rf"\b{_ASKED}\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[^.!?？。！؟\n]+")
_MARKED_SENTENCES = re.compile(r"[^.!?？。！؟\n]+[.!?？。！؟]*")
_CLAUSES = re.compile(r"[,;:，、]|\b(?:pero|mais|aber|sondern|ma|mas|maar|ale|но|але|ama)\b", re.IGNORECASE)


def wished_elsewhere(text: str) -> list[str]:
    """List what a message wishes for of them: "Ich will mein Geld zurück oder ein neues Paket" names two."""
    said = [clause for sentence in _SENTENCES.findall(_COURTESY.sub(" ", text)) for clause in _CLAUSES.split(sentence)]
    own = [clause for clause in said if not (_REFUSED.search(clause) or _SPEAKS_OF_IT.search(clause))]
    rest = any(_SEND_THE_REST.search(one) and not _REFUSED.search(one) for one in _CLAUSES.split(text))
    wished = [thing for thing in _WISHES if any(_wishes(thing, clause) for clause in own)]
    return list(dict.fromkeys([*wished, *([REPLACEMENT] if rest else [])]))


def _wishes(thing: str, clause: str) -> bool:
    of_a_detail = thing == AN_EXCHANGE and _OF_A_DETAIL.search(clause) is not None
    return not of_a_detail and _WISHES[thing].search(clause) is not None


def either_is_wished(text: str) -> bool:
    """Tell whether a message, in whatever language, leaves it to us: "either a new one or my money"."""
    told = (one for one in _MARKED_SENTENCES.findall(text) if not (_REFUSED.search(one) or asks_something(one)))
    return any(map(_EITHER.search, told))


def refused_elsewhere(text: str) -> list[str]:
    """List what a clause of a message refuses of them: "kein neues Paket, nur das Geld" refuses another one."""
    refusing = [clause for clause in _CLAUSES.split(text) if _UNWANTED.search(clause)]
    named = [thing for thing, pattern in _NAMES.items() if any(map(pattern.search, refusing))]
    money = any(_MONEY.search(clause) and not _NOT_NOW.search(clause) for clause in refusing)
    return list(dict.fromkeys([*named, *([REFUND] if money else [])]))


def asks_what_would_be(text: str) -> bool:
    """Tell whether a question asks what happens in some case, and asks nobody for anything."""
    return bool(_CONDITION.search(text)) and not (_ASKS_US.search(text) or wished_elsewhere(text))
