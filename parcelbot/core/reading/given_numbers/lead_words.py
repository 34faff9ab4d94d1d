"""Hold the words that stand before a number in other languages: what calls it an order, a parcel, a phone. Pure data.

`number_patterns` has those of English. All of them are matched in folded text (see FOLD there), in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from parcelbot.core.reading.codes.number_patterns import FOLD, ORDERS

#: Beginnings of words by language; `_` stands for a blank, `~` for any ending.
_ORDER: Mapping[str, str] = {
    "de": "bestellung~ bestellnummer bestellnr bestell-nr bestell-nummer auftrag~ auftragsnummer auftragsnr",
    "nl": "bestelling~ bestelnummer bestelnr ordernummer ordernr",
    "es": "pedido~ orden compra",
    "pt": "pedido~ encomenda~ compra",
    "fr": "commande~",
    "it": "ordine ordini",
    "ru": "заказ~",
    "uk": "замовлен~",
    "pl": "zamówieni~ zamowieni~",
    "tr": "sipariş~ siparis~",
    "sv": "beställning~ bestallning~ ordernummer ordernr",
    "ar": "طلب~ الطلب~ طلبي~ طلبية",
    "ja": "注文番号 注文 オーダー番号 オーダー",
    "zh": "订单编号 订单号码 订单号 订单 訂單編號 訂單號 訂單",
    "ko": "주문번호 주문_번호 주문",
}
_TRACKING: Mapping[str, str] = {
    "de": (
        "sendung~ sendungsnummer sendungs-nr sendungsnr paketnummer paketnr paket trackingnummer "
        "trackingnr tracking-nummer nachverfolgung~ tracking trackingcode"
    ),
    "nl": (
        "trackingnummer track_and_trace track_en_trace pakketnummer pakket~ zending~ verzendnummer trackingcode barcode"
    ),
    "es": "seguimiento guía guia rastreo envío envio paquete~ localizador tracking",
    "pt": "rastreio rastreamento envio objeto objecto pacote~ seguimento tracking",
    "fr": "suivi colis envoi bordereau tracking",
    "it": "tracking tracciamento tracciatura spedizione pacco",
    "ru": "трек~ трек-номер~ посылк~ отправлени~ накладн~ шпи",
    "uk": "трек~ трек-номер~ посилк~ відправлен~ накладн~ ттн",
    "pl": "przesyłk~ przesylk~ paczk~ przewozow~ śledzenia sledzenia nadania tracking",
    "tr": "kargo~ takip~ gönderi~ gonderi~",
    "sv": "spårning~ sparning~ kollinummer kolli-id kolli paketnummer paket~ försändelse~",
    "ar": "تتبع التتبع شحنة الشحنة شحنتي الطرد طردي",
    "ja": "追跡番号 伝票番号 お問い合わせ番号 問い合わせ番号 荷物番号 送り状番号 荷物 追跡",
    "zh": "运单号 快递单号 物流单号 单号 追踪号 跟踪号 包裹 快递 運單號 單號",
    "ko": "송장번호 송장_번호 운송장번호 운송장_번호 운송장 송장 택배",
}
_PHONE: Mapping[str, str] = {
    "de": "telefon~ handy~ mobil~ tel",
    "nl": "telefoon~ mobiel~ tel",
    "es": "teléfono telefono móvil movil celular tel",
    "pt": "telefone telemóvel telemovel celular tel",
    "fr": "téléphone telephone portable mobile tél tel",
    "it": "telefono cellulare cell tel",
    "ru": "телефон~ тел",
    "uk": "телефон~ тел",
    "pl": "telefon~ komórk~ tel",
    "tr": "telefon~ cep tel",
    "sv": "telefon~ mobil~ tel",
    "ar": "هاتف~ الهاتف جوال~ رقمي",
    "ja": "電話番号 電話 携帯",
    "zh": "电话 手机号 手机 電話",
    "ko": "전화번호 전화 휴대폰",
}
_PAYMENT: Mapping[str, str] = {
    "de": "transaktion~ zahlung~ überweisung~ beleg~ quittung~",
    "nl": "transactie~ betaling~ betaal~",
    "es": "transacción transaccion pago recibo transferencia",
    "pt": "transação transacao pagamento recibo transferência pix",
    "fr": "transaction paiement reçu virement",
    "it": "transazione pagamento ricevuta bonifico",
    "ru": "транзакци~ платёж~ платеж~ чек~ оплат~ квитанци~",
    "uk": "транзакці~ платіж~ платеж~ чек~ оплат~ квитанці~",
    "pl": "transakcj~ płatnoś~ platnos~ przelew~",
    "tr": "işlem ödeme~ dekont~",
    "sv": "transaktion~ betalning~ kvitto~",
    "ar": "معاملة المعاملة الدفع إيصال",
    "ja": "取引番号 取引ID 取引 決済番号 決済",
    "zh": "交易号 交易编号 交易單號 交易单号 付款",
    "ko": "거래번호 거래_번호 결제번호 결제_번호",
}
_ARTICLE: Mapping[str, str] = {
    "en": "size model article item sku style colour color flat flight",
    "de": "artikel~ modell größe",
    "nl": "artikel~ maat",
    "es": "artículo articulo modelo talla",
    "pt": "artigo modelo tamanho",
    "fr": "article modèle taille",
    "it": "articolo modello taglia",
    "ru": "артикул~ модел~ размер~",
    "uk": "артикул~ модел~ розмір~",
    "pl": "artykuł~ model~ rozmiar~",
    "tr": "ürün~ model~ beden~",
    "ar": "موديل مقاس صنف",
    "ja": "品番 型番 サイズ",
    "zh": "货号 型号 尺码",
}
#: What may stand between those words and the number.
_BETWEEN = (
    "nummer nr no num nro número numero núm nº n° n numéro номер~ № numer~ numaras~ numarası numaram "
    "numarasi رقم رقمها رقمه 番号 号码 号 編號 编号 번호 ist lautet mit der die das dem den meiner mein "
    "meine is het mijn met es el la de del mi con está é o a da do meu minha le du ma mon est c'est "
    "de_la il mio mia della è это мой моя моего с за под мій моя моє це jest to mój moje mojego numerze "
    "är mitt min på هو هي は が の です : ： 是 为 은 는 이 가 id code код kod"
)
_AMOUNT = (
    "zł zl pln руб~ р ₽ грн uah ₴ tl try ₺ kr sek 円 日元 元 块 원 usd eur chf rub tage~ tagen dagen "
    "días dias dia jours giorni дней дня день днів дні dni dzień gün dagar أيام يوم 日 天 일 wochen "
    "weken semanas semaines settimane недел~ тижн~ tygodni~ hafta veckor أسابيع 週間 周 주 jahre mal uhr "
    "год~ року років"
)


def _one_of(words: Iterable[str]) -> str:
    """Join words into one pattern, the longest first; words in Latin or Cyrillic letters stand alone."""
    spelt = {re.escape(word.translate(FOLD)).replace("_", r"\s+") for word in words}
    patterns = (word.replace("\\~", "~").replace("~", r"\w{0,8}") for word in sorted(spelt, key=len, reverse=True))
    return "|".join(
        f"(?<![^\\W\\d_]){word}" if word[0].isascii() or word[0] in _BEGUN_BY else word for word in patterns
    )


_BEGUN_BY = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ№°"


def _words(table: Mapping[str, str]) -> list[str]:
    return [word for words in table.values() for word in words.split()]


_FILLER = rf"(?:[\s.:：=#/'’\"«»()-]|(?:{_one_of(_BETWEEN.split())})(?![^\W\d_])){{0,12}}"
_NUMBER = (
    r"(?<![^\W\d_])(?:nummer|num|nr|no|nº|n°|número|numero|numéro|номер\w{0,3}|numer\w{0,3}|numaras\w{0,3}|رقم)"
    r"(?![^\W\d_])"
)
_CALLED_NUMBER = re.compile(
    rf"{_NUMBER.translate(FOLD)}|(?:nummer|nr|番号|编号|编號|号|號|번호)\W*(?:\w{{1,4}}\W*){{0,2}}$", re.IGNORECASE
)


def _before(table: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_one_of(_words(table))}){_FILLER}$", re.IGNORECASE)


#: Directly before a number: it is called an order's, a parcel's, a phone's, an article's, a payment's.
ORDER_CUE, TRACKING_CUE, PHONE_CUE = map(_before, (_ORDER, _TRACKING, _PHONE))
ARTICLE_CUE, PAYMENT_CUE = map(_before, (_ARTICLE, _PAYMENT))
NAMED_ORDER = re.compile(
    rf"(?:{_one_of(_words(_ORDER))}){_FILLER}({ORDERS})(?![0-9]|[ .-][0-9]{{3}}|[A-Za-z])", re.IGNORECASE
)
#: "7401 numaralı siparişim": Turkish names the number first.
ORDER_AFTER = re.compile(
    r"(?<![\w.#$€£₺-])(\d{4,6})[ \t]*(?:numaral[ıi]|no['’]?lu)[ \t]+sipari[sş]", re.IGNORECASE | re.ASCII
)
#: "es el 7401", "注文は7401です": nothing is said but the number.
LONE_ORDER = re.compile(
    rf"\W*(?:(?:{_one_of(_BETWEEN.split())})\W*){{1,4}}(?<![$€£¥₹₽₺])({ORDERS})\W*(?:です|입니다|이에요|号|番)?\W*",
    re.IGNORECASE,
)
AMOUNT_AFTER = re.compile(
    rf"[ \t]?(?:{_one_of(_AMOUNT.split())})(?![^\W\d_])|[ \t]?(?:円|元|块|원|日|天|일|周|週)", re.IGNORECASE
)


def calls_it_a_number(before: str) -> bool:
    """Tell whether the words before a number call it a number, in one of the other languages."""
    return _CALLED_NUMBER.search(before) is not None


_PARCEL = re.compile(
    r"\b(?:parcels?|packages?|packets?|couriers?|carriers?|drivers?|tracking)\b"
    # where words stand apart, the whole one
    rf"|(?:{_one_of(_words(_TRACKING))})(?![A-Za-zÀ-ÿЀ-ӿ])",
    re.IGNORECASE,
)


def names_a_parcel(text: str) -> bool:
    """Tell whether a text names a parcel, its tracking or who carries it, in whatever language."""
    return _PARCEL.search(text.translate(FOLD)) is not None
