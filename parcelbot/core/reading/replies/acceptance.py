"""Read thanks with what is done next: "thanks, I'll fetch it tomorrow" wishes for nothing. Rules, not a model."""

from __future__ import annotations

import re

from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.replies.partings import THANKS
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark

#: What somebody says they do now about a parcel, in the languages we speak.
_GOES = (
    r"(?:\b(?:i|we)(?:['’]?ll| will| shall|['’]?m going to|['’]?m gonna| am going to| can)? (?:just |then |now )?"
    r"(?:go|pop|swing|head|walk|drive|cycle|call in|drop by|come by|collect|fetch|pick (?:it|them|that) up"
    r"|get it|wait|do that"
    r"|try that|look out|keep an eye)\b"
    r"|\b(?:ich|wir) (?:gehe?n?|fahre?n?|hole?n?|komme?n?|warte?n?|mache?n? das|schaue?n? vorbei)\b"
    r"|\b(?:hole ich|gehe ich|warte ich)\b"
    r"|\b(?:j['’]irai|j['’]y vais|je vais|je passe\w*|je le récupère\w*|j['’]attends|nous irons)\b"
    r"|\b(?:iré|voy|pasaré|paso|lo recojo|lo recogeré|recojo|espero|esperaré|lo haré)\b"
    r"|\b(?:vado|andrò|passo|passerò|lo ritiro|ritirerò|aspetto|faccio così)\b"
    r"|\b(?:irei|passarei|vou|passo|levanto|vou buscar|espero|aguardo|faço isso)\b"
    r"|\bik (?:ga|haal|kom|wacht|loop|fiets|rijd|doe dat)\b"
    r"|\b(?:pójdę|odbiorę|podjadę|poczekam|tak zrobię|zrobię tak|wpadnę)\b"
    r"|\b(?:пойду|схожу|заберу|съезжу|зайду|подожду|так и сделаю)\b|\b(?:піду|сходжу|заберу|з['’]їжджу|зайду"
    r"|почекаю|так і зроблю)\b"
    r"|\b(?:gider(?:im|iz)|gideceğim|alırım|alacağım|uğrarım|uğrayacağım|beklerim|öyle yaparım)\b"
    r"|\bjag (?:går|hämtar|väntar|kommer|gör (?:det|så))\b"
    r"|(?:찾으러|가지러|받으러) ?(?:갈게|가겠)|기다릴게|기다리겠|그렇게 할게"
    r"|سأذهب|سأستلم|سأمر|سأنتظر|سأفعل|取りに行きます|行ってきます|行きます|待ちます|そうします|我[^，。！]{0,4}去(?:取|拿|领)|我会去|我等|就这么办)"
)
_GOES_AND_THANKS = re.compile(
    rf"(?=.*{_GOES})(?=.*(?:\b(?:{THANKS}|cheers|ta|ty|tysm|thank u|tnx)\b|ありがと|感谢|谢谢|謝謝|شكر))",
    re.IGNORECASE | re.DOTALL,
)
#: Then something is left to say: a doubt, a condition, a reproach.
_BUT = re.compile(
    r"\b(?:but|though|although|however|if|unless|still|not|n['’]t|never|nothing|no thanks|yet|aber|doch|nicht"
    r"|falls|mais|pas|si"
    r"|pero|no|ma|non|se|mas|não|maar|niet|als|ale|nie|jeśli|но|не|если|але|якщо|ama|değil|eğer|inte)\b|n['’]t\b|لكن"
    r"|لا |إذا|ない|でも|けど|但|不|如果|하지만|그런데|지만",
    re.IGNORECASE,
)
_MOST_WORDS_OF_AN_ACCEPTANCE = 18


def accepts_with_thanks(text: str) -> bool:
    """Tell whether a message says what its writer does now, thanks for it, and neither asks nor doubts."""
    if count_said(text) > _MOST_WORDS_OF_AN_ACCEPTANCE or has_question_mark(text) or asks_something(text):
        return False
    return _GOES_AND_THANKS.search(text) is not None and _BUT.search(text) is None
