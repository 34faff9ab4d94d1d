"""Read what a shopper asks about their own case: whether a file came, what stands in it, how and by when they hear.

Rules in several languages: what a case holds and who is told is a promise, and must not hang on a likeness.
"""

from __future__ import annotations

import re
from enum import Enum

from parcelbot.core.reading.cases.case_times import speaks_of_the_parcel
from parcelbot.core.reading.cases.doubts import asks_whether_it_is_out, doubts_an_answer
from parcelbot.core.reading.cases.news_questions import asks_for_news
from parcelbot.core.reading.cases.noted import asks_whether_it_is_noted
from parcelbot.core.reading.cases.of_the_money import speaks_of_a_transfer
from parcelbot.core.reading.cases.send_orders import says_send_it
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark


class CaseQuestion(Enum):
    """Question about a case that is on its way or with the team."""

    FILE_CAME = "file_came"
    WHAT_IS_IN_IT = "what_is_in_it"
    WHICH_ONE = "which_one"
    GETS_MAIL = "gets_mail"
    WHEN_AND_WHO = "when_and_who"
    WAS_SENT = "was_sent"
    IS_BEGUN = "is_begun"
    REFERENCE = "reference"
    IF_LATE = "if_late"
    NEWS = "news"
    IS_OUT = "is_out"
    WHY_NOW = "why_now"


_FILE = (
    r"(?:photos?|pictures?|pics?|images?|screenshots?|files?|attachments?|pdf|scan of|fotos?|bild(?:er)?|imagen"
    r"|imágenes"
    r"|immagin[ei]|afbeelding(?:en)?|captura)"
)
_FILE_CAME = re.compile(
    rf"^\W*(?:so |and |ok |but )*(?:you|u) (?:have|got|get|see|received)\b.{{0,25}}\b{_FILE}\b|"
    rf"\b(?:did|have|do) (?:you|they|u|ya)\b.{{0,25}}\b(?:get|got|received?|see|have|find)\b.{{0,25}}\b{_FILE}\b"
    rf"|\b(?:got|see|received) (?:my|the|those|that|all)\b.{{0,12}}\b{_FILE}\b.{{0,12}}\?"
    rf"|\b{_FILE}\b[^.?!]{{0,20}}\b(?:come through|came through|arrived?|go through|went through|gone through|there"
    rf"|reach\w*"
    r"|received|uploaded|visible|in the (?:case|ticket))\b"
    # the carrier's picture is not the shopper's
    rf"|\b(?:is|are|was|were|will|does|do|has|have) (?:my|the|that|those|our)(?: \w+)? {_FILE}\b.{{0,20}}"
    r"\b(?:with (?:it|that|them|the case)|included|attached|in (?:it|there)|part of (?:it|that)|on file"
    r"|sent (?:along|too|with)|go(?:es|ing)? (?:along|with|too))\b"
    rf"|\b(?:recibi\w+|lleg\w+|angekommen|bekommen|erhalten|reçu|ricevut\w|arrivat\w|receb\w+|chegou|ontvangen"
    rf"|aangekomen)"
    rf"\b.{{0,30}}\b{_FILE}\b"
    rf"|\b{_FILE}\b.{{0,30}}\b(?:recibi\w+|lleg\w+|angekommen|bekommen|erhalten|reçu\w*|ricevut\w|arrivat\w|receb\w+"
    r"|chegou|chegaram|ontvangen|aangekomen)\b",
    re.IGNORECASE,
)
_IN_IT = re.compile(
    r"\b(?:is|are|was) (?:that|it|this|everything|all(?: of (?:it|that|this))?|they|those|both|mine|(?:the"
    r"|my) (?!parcels?\b|packages?\b|packet\b|order\b)[\w ]{2,30}?)"
    r"(?: all| also| too| now| really| still)* (?:in (?:there|it|the (?:case|ticket|message))|included|noted"
    r"|written down"
    r"|down(?: there)?|on (?:the|my) (?:case|ticket)|in(?=\W*$))(?=\W*$|[.,!?]|\s+(?:now|too|as well|and|or|right"
    r"|already|then|yet)\b)"
    r"|^\W*(?:(?:and|so|but|ok(?:ay)?)\W+)*(?:is|are) (?:the|my|those|that|this)\b[^.!?]{0,40}?"
    r"\b(?:on|in) (?:it|that|there|the (?:case|ticket)|my (?:case|ticket))(?:,? (?:too|also|as well|already)\b"
    r"|\W*(?:,|\band\b|[?])(?! (?:its?|his|her)\b))"
    r"|\b(?:did|have) you (?:also |really |actually )?(?:put|write|written|note|noted|add|added|include|included"
    r"|mention"
    r"|mentioned|pass(?:ed)? (?:on|along))\b"
    r"|\b(?:did|have) you (?:really |actually |already )?(?:changed?|updated?|corrected?|replaced?|swapped)"
    r" (?:it|that|this|them)\b.{0,15}\b(?:case|ticket|there)\b"
    r"|\b(?:did|has|have) (?:my|the) (?:notes?|messages?|wish(?:es)?|lines?|remarks?)\b.{0,25}\b(?:through|in"
    r"|there|arrived?)\b"
    r"|\bwhat (?:exactly )?(?:did|have|do|will) you (?:send|sent|write|written|put|tell|told|pass)\b"
    r"|\bwhat(?:['’]s| is| stands) (?:in|on) (?:it|there|the (?:case|ticket)|my (?:case|ticket))\b"
    r"|\bdo(?:es)? (?:they|the person|your colleagues?|the team|he|she) (?:also |really |all )?(?:know|see|get|have)\b"
    # "is the sum on that too?" asks of the case; "is it on there?" of whatever is there
    r"|\b(?:is|are) (?:the|my|our) (?!parcels?\b|packages?\b|order\b)[\w .,]{2,30}? on (?:that|it|file|record)"
    r"(?: (?:too|as well|also|now|already))?(?=\W*$|,)"
    r"|\b(?:va|queda|está|esta) (?:todo |ya |bien )*(?:anotad|apuntad|incluid|registrad|escrit)[oa]\b"
    r"|\best-ce (?:bien )?(?:noté|dedans|indiqué)\b|\b(?:ist|sind) (?:das|alles|mein\w*|die|der|auch)\b.{0,30}"
    r"\b(?:notiert|vermerkt|aufgenommen|drin)\b|\bè (?:stato |già )?(?:annotat|segnat|scritt)o\b"
    r"|\bestá (?:tudo )?(?:anotad|registad|registrad|escrit)[oa]\b|\b(?:staat|is) .{0,25}\b(?:erin|genoteerd)\b"
    r"|\bczy .{0,30}\b(?:zapisane|zanotowane|wpisane)\b|\b(?:это|всё|все)\b.{0,20}\b(?:записано|отмечено|внесено)\b"
    r"|\b(?:це|все)\b.{0,20}\b(?:записано|зазначено|внесено)\b|\b(?:yazıldı|not edildi|eklendi) mı\b"
    r"|(?:記載|書いて|含まれ|入って).{0,6}ますか|(?:写|记|加)(?:进去|上|下来)?了吗|هل (?:تم )?(?:تسجيل|ذكر|كتابة)"
    r"|\bsteht (?:das|alles|es)\b.{0,20}\bdrin\b|\best[áa] (?:todo )?(?:ah[íi]|incluido|anotado)\b"
    r"|\bc['’]est (?:bien )?(?:dedans|noté)\b|\btout (?:y )?est\b.{0,15}\?|\bè tutto (?:dentro|scritto)\b"
    r"|\bestá tudo (?:lá|incluído)\b|\bstaat (?:alles|dat|het) erin\b",
    re.IGNORECASE,
)
#: "Which of the two will you cancel?" wants to see what goes out.
_WHICH_ONE = re.compile(
    r"\bwhich (?:one|order|parcel|of (?:them|the two|those|both))\b.{0,8}\b(?:will|do|are|did|have|would) you\b",
    re.IGNORECASE,
)
_MAIL = r"(?:e-?mails?|mails?|correos?|courriels?|posteingang|inbox)"
_GETS_MAIL = re.compile(
    rf"\b(?:do|will|would|can|shall|should|am) (?:i|we)\b(?: \w+){{0,3}} (?:get|receive|have(?! to\b)|find|expect|see"
    rf"|be)\b.{{0,25}}\b{_MAIL}\b"
    rf"|\b(?:will|do|can|would) (?:you|they|he|she|someone|somebody|the person)\b(?: \w+){{0,2}} (?:send (?:me )?"
    rf"|write (?:me )?)?(?:an? |by |per |to my |me an? )?{_MAIL}\b(?: me)?"
    rf"|\b(?:is|comes?|come|sent) (?:it |that |this |the answer )?(?:by|per|via|in an?) {_MAIL}\b"
    rf"|\b(?:by|per) {_MAIL} or\b|\b(?:answer|reply|hear)\b.{{0,25}}\bby {_MAIL}\b.{{0,6}}\?"
    r"|\bhow (?:do|will|would|can) (?:i|you|they|we)\b.{0,25}\b(?:hear|know|find out|reach me|contact me|tell me"
    r"|get back|get the answer)\b"
    r"|\bwhere (?:do|will|can) (?:i|we)\b.{0,20}\b(?:see|find|read|get)\b.{0,15}\b(?:answer|reply)\b"
    r"|\b(?:bekomme|kriege|erhalte) ich\b.{0,25}\bmail\b|\b(?:recibo|recibir[ée]|me lleg\w+)\b.{0,20}\b(?:correo"
    r"|e-?mail|mail)\b"
    r"|\b(?:je re[çc]ois|vais-je recevoir|je recevrai|recevrai-je)\b.{0,20}\b(?:mail|courriel|e-?mail)\b"
    r"|\briceverò\b.{0,20}\b(?:mail|email)\b"
    r"|\b(?:recebo|vou receber)\b.{0,20}\be?-?mail\b|\bkrijg ik\b.{0,20}\bmail\b",
    re.IGNORECASE,
)
_WHEN_AND_WHO = re.compile(
    r"\bhow long\b.{0,25}\b(?:this|that|it|they|you|the person|your team|a person) (?:all |usually )?(?:take|need)\b"
    r"|\bhow (?:long|soon) (?:till|until|before)\b.{0,30}"
    r"(?:\b(?:some ?one|some ?body|an? (?:real )?(?:person|human|colleague|agent)|any ?one|any ?body|your team)\b"
    r"|\b(?:they|you|i)\b.{0,20}\b(?:hear|answer\w*|repl\w+|call|ring|write|get back|know)\b)"
    r"|\bhow long (?:does|will|do|would|is) (?:such )?(?:an? |the |your |this |that |these |those )?"
    r"(?:kind of |sort of )?(?:investigations?|enquir(?:y|ies)|inquir(?:y|ies)|case|ticket|answer|reply"
    r"|checks?|checking|search(?:es)?|review|clarification|looking into it)\b"
    r"|\b(?:what|which|until what|by what) (?:day|date|time)\b.{0,30}\b(?:answer|hear|reply|repl\w+)\b"
    r"|\b(?:answer|reply|hear)\b.{0,15}\b(?:by|on) (?:what|which) (?:day|date|time)\b"
    r"|\bwho(?:['’]s| is| will| would| exactly)?\b.{0,15}\b(?:calls?|rings?|phones?|contacts?|writes?|answers?"
    r"|gets? back|replies|reply"
    r"|dealing|handling|looking (?:at|after|into)|working on|in charge"
    r"|speaks?|talks?|(?:gets?|be|is) in touch)\b.{0,12}\b(?:me|us|it|this|that|back|case)\b"
    r"|\bwho(?:['’]s| is) (?:on it|on this|on my case|my contact|responsible)\b"
    r"|\bwhen (?:will|do|does|can|shall|are|is|would)\b.{0,25}\b(?:hear|answer|reply|call|ring|contact|write"
    r"|get back|respond|know more|someone|somebody)\b"
    r"|\bby when\b.{0,25}\b(?:hear|answer|reply|know|call)\b|\bany idea when\b.{0,30}\b(?:hear|answer|reply|call"
    r"|contact|get back)\b"
    r"|\bis (?:any ?one|any ?body|some ?one|some ?body) going to\b",
    re.IGNORECASE,
)
_TEAM = (
    r"(?:any ?one|any ?body|some ?one|some ?body|the (?:team|person|colleagues?)|your (?:team|colleagues?)"
    r"|a (?:real )?(?:person|human|colleague))"
)
_IS_BEGUN = re.compile(
    rf"\b(?:is|are|has|have|did|does|do) {_TEAM}\b.{{0,25}}\b(?:look\w*|deal\w*|work\w*"
    r"|(?<!lie )(?<!lies )(?<!lying )there|on (?:it|this|that|my case)|seen|see|read"
    r"|open(?:ed)?|start(?:ed)?|begun|picked|taken|got|has|have|handling)\b"
    r"|\b(?:is|am) (?:it|this|that|i|my (?:case|ticket)|the (?:case|ticket)) (?:already |now |really |actually )*"
    r"(?:with|in front of|assigned to|in the hands of) (?:an? )?(?:\w+ )?(?:person|human|some ?(?:one|body)"
    r"|any ?(?:one|body)|colleague|agent|team|employee)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:reference|ref)\b(?: ?(?:number|no|code|id))?(?!.{0,20}\bbank\b)"
    r"|\b(?:case|ticket|file|claim) ?(?:number|no\b|code|id\b)|\bnumber of (?:my|the|this) (?:case|ticket|file|claim)\b"
    r"|\b(?P<elsewhere>Referenz\w*|r[ée]f[ée]rence|referencia|referência|riferimento|Aktenzeichen|Vorgangsnummer|Fallnummer|Ticketnummer|referans\w*"
    r"|num[ée]ro de (?:dossier|r[ée]f[ée]rence|ticket)"
    r"|n[úu]mero (?:de|do) (?:caso|referencia|referência)|numero (?:di riferimento|del caso)|zaaknummer|referentie\w*"
    r"|numer (?:sprawy|zgłoszenia)|номер (?:обращения|звернення))\b",
    re.IGNORECASE,
)
#: Such a message without a question still asks for it: "I need the reference", "case number please".
_WANTS_IT = re.compile(
    r"\b(?:need|want|lost|los(?:e|ing)|forg[eo]t\w*|missing|give|send|tell|please|pls|plz)\b"
    r"|^\W*(?:(?:and|so|ok(?:ay)?|but|well|sorry)\W+)*(?:what|which|where|can|could|do|did|is|have|how)\b",
    re.IGNORECASE,
)
_WORDS_OF_A_NAME = 4
_CALL = r"(?:phone|telephone|calls?|ring|rung)"
_CHAT = r"(?:chat|here|writing|written|writes?|e-?mails?|mail)"
_WHO = re.compile(
    rf"\bwho\b|\b{_CALL}\b.{{0,25}}\bor\b.{{0,20}}\b{_CHAT}\b|\b{_CHAT}\b.{{0,20}}\bor\b.{{0,25}}\b{_CALL}\b",
    re.IGNORECASE,
)
_IF_LATE = re.compile(
    r"\b(?:if|when|and if|what if)\b.{0,12}\b(?:nobody|no ?one|noone|none|not|\w+n['’]?t|never)\b.{0,20}"
    r"\b(?:answers?|hear|repl\w+|responds?|calls?|writes?|gets? back|contacts?)\b",
    re.IGNORECASE,
)
#: "Did it go to another town?" is of the parcel, "… to my old card?" of the money: a case goes to people.
_ELSEWHERE = (
    r"(?!(?: \w+){0,2} (?:in)?to (?!(?:an? |the |your |my )?(?:\w+ )?(?:team|person|people|humans?|colleagues?|agents?"
    r"|staff|support|somebody|someone|anybody|anyone|them|you|us)\b))"
)
_WAS_SENT = re.compile(
    r"\b(?:is|was|has) (?:it|that|this|my (?:case|ticket|message)|the (?:case|ticket))\b(?: \w+){0,2} "
    r"(?:sent|gone|submitted|passed on|handed over|through)\b(?! (?:again|once more|back|anew|a second|twice)\b)"
    rf"{_ELSEWHERE}"
    r"|\b(?:did (?:it|that|this|you)|have you)\b(?: \w+){0,1} (?:sent|gone|go|send|submit(?:ted)?|passed? on"
    rf"|handed over)\b{_ELSEWHERE}"
    r"|^\W*(?:so |ok |and |but )*(?:handed over or not|sent or not|is it (?:sent|done)(?: now)?(?: or not)?)\W*$",
    re.IGNORECASE,
)
_A_CASE = re.compile(
    r"\b(?:cases?|tickets?|messages?|requests?|complaints?|team|staff|persons?|people|humans?|colleagues?|agents?"
    r"|some(?:one|body)|any(?:one|body)|pass(?:ed|ing)?|hand(?:ed|ing)?|forward\w*|fall|anfrage|caso|équipe|dossier"
    r"|zaak|zaken|sprawa|sprawy|sprawę|обращени\w*|зверненн\w*|talep\w*)\b",
    re.IGNORECASE,
)
#: "I pressed yes. Is it gone?": the yes sent it.
_SENT_BY_A_YES = re.compile(r"\b(?:submit\w*|yes)\b", re.IGNORECASE)
#: "Do they have a photo of where it was left?" asks for the carrier's.
_CARRIERS_PHOTO = re.compile(
    r"\b(?:they|drivers?|carriers?|there|any)\b.{0,25}"
    r"\bof (?:where|the (?:door|drop|delivery|place|porch|signature))\b",
    re.IGNORECASE,
)


def case_question(text: str) -> CaseQuestion | None:
    """Read which question about the case a message asks; None for none."""
    if _CARRIERS_PHOTO.search(text):
        return None
    if _FILE_CAME.search(text):
        return CaseQuestion.FILE_CAME
    if _IF_LATE.search(text):
        return CaseQuestion.IF_LATE
    if _GETS_MAIL.search(text):
        return CaseQuestion.GETS_MAIL
    if _WHICH_ONE.search(text):
        return CaseQuestion.WHICH_ONE
    if _IN_IT.search(text) or asks_whether_it_is_noted(text):
        return CaseQuestion.WHAT_IS_IN_IT
    if has_question_mark(text) and asks_whether_it_is_out(text):
        return CaseQuestion.IS_OUT
    if doubts_an_answer(text):
        return CaseQuestion.WHY_NOW
    if asks_for_news(text):
        return CaseQuestion.NEWS
    if speaks_of_the_parcel(text):
        return None
    if (
        _asks_for_the_reference(text)
        and not speaks_of_a_transfer(text)
        and not any(character.isdigit() for character in text)
    ):
        return CaseQuestion.REFERENCE
    if _IS_BEGUN.search(text):
        return CaseQuestion.IS_BEGUN
    if _WHEN_AND_WHO.search(text):
        return CaseQuestion.WHEN_AND_WHO
    return CaseQuestion.WAS_SENT if _WAS_SENT.search(text) or says_send_it(text) else None


def _asks_for_the_reference(text: str) -> bool:
    """Tell whether a message names the reference and asks for it; "now I'm a case number" only remarks on it."""
    found = _REFERENCE.search(text)
    if found is None:
        return False
    is_short = count_said(text) <= _WORDS_OF_A_NAME
    return is_short or bool(found["elsewhere"]) or has_question_mark(text) or _WANTS_IT.search(text) is not None


def asks_who_or_how(text: str) -> bool:
    """Tell whether a message asks who gets in touch, or whether by telephone or in writing."""
    return _WHO.search(text) is not None


_WHO_IN_ANY = re.compile(
    r"(?:^|[.!?,;:¿]\s*|\b(?:and|und|et|y|e|en|i|и|і|та|ve)\s+)"
    r"(?:who|wer|qui|qui[eé]n|chi|quem|kto|кто|хто|kim|wie (?:belt|schrijft|antwoordt|neemt|reageert))\b"
    r"|誰|谁|(?:^|\s)مين\b",
    re.IGNORECASE,
)


def asks_who(text: str) -> bool:
    """Tell whether some clause begins with "who", in whatever language."""
    return _WHO_IN_ANY.search(text) is not None


def names_a_case(text: str) -> bool:
    """Tell whether a message names a case, who takes it, or that it is passed on."""
    return _A_CASE.search(text) is not None


def may_mean_a_case(text: str) -> bool:
    """Tell whether a message names a case or a yes to one: "is it gone?" alone is the parcel's."""
    return names_a_case(text) or _SENT_BY_A_YES.search(text) is not None
