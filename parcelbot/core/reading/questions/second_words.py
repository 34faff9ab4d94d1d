"""Read second questions that are asked in so many words, and irony: English rules, for what a likeness gets wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcelbot.core.reading.orders.other_article import asks_for_other_kinds
from parcelbot.core.reading.places.checklist import CARRIERS
from parcelbot.core.reading.questions.plain_questions import asked_plainly
from parcelbot.core.reading.questions.standing_questions import asked_at_any_time, asked_of_a_parcel
from parcelbot.core.reading.times.protection import DAYS_LEFT

_CARRIER = rf"(?:{CARRIERS}|delivery (?:company|firm|people|service|guys)|post(?: office)?|hotline|call cent(?:re|er))"
_NO_MORE = (
    r"\b(?:don['’]?t|do not|stop|quit|never|not|no more|instead of|without|enough of|tired of)\b(?:\W+\w+){0,2}?\W+"
)
_SENT_AWAY = re.compile(
    rf"{_NO_MORE}(?:send|refer|direct|point|pass|push|bounce|fob)\w*\W+(?:me|us)\b.{{0,25}}\b{_CARRIER}\b"
    rf"|{_NO_MORE}(?:tell|ask|advis|want)\w*\W+(?:me|us)\W+(?:to\W+)?"
    rf"(?:ring|call|phone|contact|ask|write|e-?mail|chase|speak|talk|turn|go|try)\b.{{0,25}}\b{_CARRIER}\b",
    re.IGNORECASE,
)
_IT = r"(?:it|this|(?:the|my) (?:parcel|package|order|box|stuff|delivery))"
_NO_DAY = (
    r"(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:janu|febru)ary|march|april|june|july|august|\w+ber\b"
    r"|christmas|easter)"
)
_A_COUNTRY = (
    r"(?:(?:my|the|this|our|your) (?:own )?(?:country|border)|abroad|overseas|europe"
    r"|the (?:uk|us|usa|eu|states|netherlands)"
    rf"|{_NO_DAY}(?-i:[A-Z][a-z]{{3,}}))"
)
_HOW_FAR = re.compile(
    rf"\b(?:has|is|did|was|does) {_IT}\b(?:\W+\w+){{0,2}}?\W+(?:left|leave|cross\w*|enter\w*|reach\w*|arrive[ds]?"
    r"|made it|make it|in|inside|out of|gone)\b(?:\W+(?:in|into|to|from|of|inside|over|already|yet|at)){0,2}"
    rf" {_A_COUNTRY}\b"
    rf"|\b(?:has|did) {_IT}\b(?: even| actually| already| at least)? (?:left|leave)\b(?: yet| already| at all| or not)",
    re.IGNORECASE,
)
#: The same where a country is known to be named, however it is written.
_STANDS = re.compile(
    rf"\b(?:has|is|did|was|does) {_IT}\b(?:\W+\w+){{0,2}}?\W+(?:out of|in|inside|left|leave|through|over|past"
    r"|reach\w*|cross\w*|enter\w*|arrive[ds]?)\b"
    rf"|^\W*(?:(?:so|and|but|then|ok(?:ay)?)\W+)*{_IT}(?:['’]s| is| has)\b(?:\W+\w+){{0,2}}?"
    r"\W+(?:in|out of|left|reached)\b[^.!]*\?",
    re.IGNORECASE,
)
_HERE_OR_NOT = re.compile(
    rf"\bis {_IT} (?:even |actually |really )?(?:over )?here(?: yet| already| by now| or (?:not|what|still))\b",
    re.IGNORECASE,
)
_COMES_TODAY = re.compile(
    rf"\b(?:will|is|does|can|would) {_IT}\b.{{0,20}}\b(?:come|coming|arriv\w+|here|delivered|land)\b.{{0,15}}"
    r"\b(?:today|tonight|tomorrow|(?:this|in the) (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_COMES = r"(?:com(?:es?|ing)|arriv\w+|deliver\w*|gets? here|it is here|turns? up|lands?)"
_IN_TOUCH = r"(?:writ\w+|get (?:back )?in touch|contact\w*|check\w*|messag\w+|come back|ask\w*|complain\w*|look again)"
_WHICH_DAY = re.compile(
    rf"\b{_COMES}\b.{{0,40}}\bor\b.{{0,40}}\b{_IN_TOUCH}\b|\b{_IN_TOUCH}\b.{{0,30}}\bor\b.{{0,30}}\b{_COMES}\b"
    r"|\b(?:which|what) (?:day|date) (?:do|should|can|must|may) i (?:tell|give|say|name)\b"
    r"|\b(?:which|what|whats|what['’]s|one)\b.{0,30}\b(?:dates?|days?|one)\b.{0,40}\b(?:diary|calendar|planner)\b",
    re.IGNORECASE,
)
_STAYS_IN = re.compile(
    r"\b(?:must|should|shall|need|do|have|can|could|may) (?:i|we|somebody|someone)\b(?!.*\bsign).{0,20}"
    r"\b(?:(?:stay|stop|be|wait|remain) (?:in|home|at home|indoors)|go out|leave the house)\b",
    re.IGNORECASE,
)
_IF_BACK = re.compile(
    r"(?=.*\b(?:if|when|once|should|after|in case)\b.{0,30}"
    r"\b(?:go(?:es)?|went|sent|comes?|returns?|returned|too late)\b)"
    r".*\b(?:sen[dt]|post(?:ed)?|ship(?:ped)?|deliver(?:ed)?|get it|bring|brought|come)\b.{0,20}"
    r"\b(?:again|once more|(?:a )?second time|anew)\b",
    re.IGNORECASE | re.DOTALL,
)
_TO_BRING = re.compile(
    r"\bwhat\b.{0,12}\b(?:i|we)\b.{0,10}"
    r"\b(?:bring|take (?:with|along)|show(?: them)?|need for (?:it|that|the collection))\b",
    re.IGNORECASE,
)
_RIGHT_ONE = re.compile(
    r"\b(?:my own|my|the) (?:right|correct|real|proper|true) (?:one|number)\b|\bnumber (?:that is|that['’]s|is) mine\b",
    re.IGNORECASE,
)
_MONEY_FROM = re.compile(
    r"\bwho\b.{0,15}\b(?:pays?|gives?|sends?|owes?|refunds?)\b.{0,25}\b(?:money|refund|me)\b"
    r"|\b(?:money|refund)\b.{0,20}\bfrom (?:you|u)\b.{0,10}\bor\b",
    re.IGNORECASE,
)
_NORMAL = (
    r"(?:bad|normal|usual|too (?:long|much)|a lot|(?:a )?(?:bad|good) sign|worrying|ok(?:ay)?|unusual|strange|alarming"
    r"|serious|reason to worry|an issue|a problem)"
)
_A_TIME = r"(?:\w+ ){0,3}(?:days?|weeks?|fortnight)\b[^.?!]{0,40}?"
_IS_NORMAL = re.compile(
    rf"\b(?:is|are|isn['’]?t|aren['’]?t) (?:{_A_TIME} ?\b"
    r"|(?:that|this|it|so long|such silence) (?:really |still |very |all )?)"
    rf"{_NORMAL}\W*(?:sign|then|or (?:not|what|ok(?:ay)?|fine|normal))?\W*$"
    rf"|\b(?:days?|weeks?)\b[^.?!]{{0,30}}[,:]? is (?:that|this|it) {_NORMAL}\b"
    r"|\b(?:should|must|do|need|ought) i (?:\w+ ){0,2}?(?:be )?(?:worr(?:y|ied)|concerned|nervous|alarmed|panic)\b",
    re.IGNORECASE,
)
_POST_STOPPED = re.compile(
    r"\b(?<!my )(?:post(?:al service)?|mail|parcels|packages|shipping|shipments|deliveries|flights) "
    r"(?:to|into|for|in) [^.?!]{2,25}\b(?:stopped|suspended|halted|blocked|banned|cut off|on hold|paused|shut|frozen"
    r"|not (?:going|running))\b"
    r"|\bno (?:post|mail|parcels|packages|shipments|flights)\b.{0,15} (?:in)?to [^.?!]{2,25}",
    re.IGNORECASE,
)
_SAME_COMPANY = re.compile(
    r"\bsame (?:company|firm|shop|people|group|lot|business)\b.{0,40}\b(?:pay|refund|money|owe|reimburse)\b",
    re.IGNORECASE,
)
_MONEY, _NEW_ONE = (
    r"\b(?:money|refund|cash)\b",
    r"\b(?:new one|another|replacement|re-?send\w*|sen[dt] again|exchange|second one)\b",
)
_QUICKER = re.compile(
    rf"(?=.*{_MONEY})(?=.*{_NEW_ONE}).*\b(?:faster|fastest|quick\w*|sooner|soonest|less time|longer)\b"
    r"|\bwhich (?:of (?:the |those |these )?(?:two|both|them)|one|way|option)\b.{0,20}\b(?:faster|quicker|sooner)\b"
    r"|\b(?:which|what)(?:['’]s| is| would be| goes| comes) (?:faster|quicker|sooner)\b(?=\W*(?:$|[.?!]))",
    re.IGNORECASE | re.DOTALL,
)
_CLOSES = re.compile(
    r"(?=.*\b(?:sen[dt]\w*|get|new|another|replac\w+)\b).*"
    r"\b(?:close|drop|end|withdraw|cancel) (?:(?:the|my|this|that) )?(?:dispute|claim|appeal)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINS = re.compile(r"\b(?:open|start|begin|file|raise|lodge)\b", re.IGNORECASE)
#: A dispute that is open already, or goods that are to come in its place.
_STANDS_OPEN = re.compile(
    r"\b(?:clos\w+|drop\w*|end(?:ed|ing)?|withdraw\w*|cancel\w*|keep\w*|leave|left|still|stays?|confirm\w*|resen[dt]\w*"
    r"|re-?open\w*|new one|another one|replac\w+|resh?ip\w*|take (?:\w+ ){1,2}back|again)\b",
    re.IGNORECASE,
)
_DISPUTE_NOW = re.compile(
    r"\bdispute\b.{0,40}\b(?:today|now|right away|already)\b.{0,30}\b(?:or|wait)\b"
    r"|\bwait\b.{0,40}\bdispute\b.{0,20}\b(?:today|now)\b",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(r"\b(?:which|what)\b.{0,25}\b(?:evidence|proofs?|screen ?shots?)\b", re.IGNORECASE)
_OFTEN = r"(?:twice|again|before|already|(?:two|three|four|several|many|second|third) ?times?)"
_TOLD_TO_WAIT = re.compile(
    r"\b(?:told|asked|advised|said|tell(?:s|ing)?|wrote|replied)\b.{0,30}\b(?:to wait|wait (?:longer|more|patiently))\b"
    rf".{{0,40}}\b{_OFTEN}\b"
    rf"|\b(?:told|asked|advised)\b.{{0,15}}\b{_OFTEN}\b.{{0,15}}\bwait\b",
    re.IGNORECASE,
)
_PACKED_FIRST = re.compile(
    r"\bif\b.{0,30}\b(?:pack(?:s|ed)?|ship(?:s|ped)?|send|sends|sent|dispatch\w*|post(?:s|ed)?|leaves?|goes out)\b"
    r".{0,30}\bbefore\b",
    re.IGNORECASE,
)
_IS_CHANGED = re.compile(
    r"\b(?:is|was|has|have) (?:it|that|this|(?:the|my) (?:new )?address|everything)\b(?: \w+){0,2}? "
    r"(?:changed|corrected|updated|altered|swapped)\b",
    re.IGNORECASE,
)
_WHERE = "where_exactly"
_NOBODY_TAKES_IT = re.compile(
    r"\b(?:if|when|as long as|since)\b.{0,15}\bno ?(?:body|one)\b.{0,12}"
    r"\b(?:tak\w*|claim\w*|collect\w*|accept\w*|fetch\w*|want\w*|pick\w* it)\b"
    r"|\b(?:if|when) it(?:['’]s| is|isn['’]?t| isn['’]?t| does|doesn['’]?t)?(?: not| never| n['’]t)? (?:get )?"
    r"(?:un)?(?:claimed|collected|accepted|picked up|taken in)\b.{0,20}\b(?:there|over)\b"
    r"|\b(?:there|over there)\b.{0,12}\bif it (?:is not|isn['’]?t|stays un|remains un) ?(?:claimed|collected|accepted"
    r"|picked up|taken)\b",
    re.IGNORECASE,
)
_A_PARCEL = (
    r"(?:(?:second|third|other|first|same|next|last|2nd|3rd) (?:one|box|parcel|package|bag|delivery)|(?:box|parcel) \d)"
)
_WHAT_IS_IN = re.compile(
    r"\b(?:sure|certain|know|tell|guarantee|was|is|were|are|be|and)\b[^.?!]{0,40}\b(?:in|inside) "
    rf"(?:(?:the|that|my) )?{_A_PARCEL}\b",
    re.IGNORECASE,
)
_WHY_SPLIT = re.compile(
    r"\b(?:why|how come)\b.{0,25}\b(?:(?:two|2|three|3|several|different|separate) (?:box|parcel|package|deliver"
    r"|shipment|bag)|split|separately|more than one)",
    re.IGNORECASE,
)
_EVER_SENT = re.compile(
    rf"\b(?:was|has|is|did) (?:{_IT}|(?:(?:the|my|that) )?{_A_PARCEL})\b(?: \w+){{0,2}}? "
    r"(?:sent|shipped|dispatched|posted|handed over)\b",
    re.IGNORECASE,
)
_OFF_THE_PRICE = re.compile(
    r"\b(?:tak\w+|took|knock\w*|get|give|gave|have|let)\b[^.?!]{0,25}"
    r"\b(?:something|anything|a bit|some(?: money)?|money"
    r"|\d+ ?(?:%|percent|euros?|pounds?|dollars?))\W+off\b"
    r"|\b(?:keep|kept|keeping)\b[^.?!]{0,40}\b(?:discount\w*|cheaper|reduc\w+|lower price|half price|less money"
    r"|(?:part|some|half) of (?:my|the) money|money off|price)\b"
    r"|\b(?:discount\w*|cheaper|reduc\w+|lower price|(?:part|some|half) of (?:my|the) money|money off|price)\b"
    r"[^.?!]{0,40}\b(?:keep|kept|keeping)\b",
    re.IGNORECASE,
)
_PART_BACK = re.compile(
    r"\b(?:giv\w+|gave|get|have|pay|refund|want)\b[^.?!]{0,20}\b(?:half|a part|part|a third|some of it|a bit)\b"
    r"[^.?!]{0,20}\bback\b(?! to)",
    re.IGNORECASE,
)
_WHOSE_SLIP = re.compile(
    r"\b(?:the )?label\b[^.?!]{0,30}\bor\b[^.?!]{0,30}\b(?:post(?:al service)?|carrier|courier|driver|sorting|you)\b"
    r"|\b(?:post|carrier|courier|driver|sorting|you)\b[^.?!]{0,30}\bor\b[^.?!]{0,30}\blabel\b"
    r"|\bwho(?:['’]s| is| was)\b(?: \w+)? (?:at fault|to blame|responsible for (?:this|that|it))\b",
    re.IGNORECASE,
)
_BUYS_AGAIN = re.compile(
    r"\b(?:can|could|may|shall|should|must|do|would|better) (?:i|we)\b[^.?!]{0,25}\b(?:order|buy|purchase|reorder)\b"
    r"[^.?!]{0,15}\b(?:another|again|a new|a second|one more|elsewhere|a replacement|somewhere else)\b",
    re.IGNORECASE,
)
_WHY = r"\b(?:why|how come|how is it(?: possible)?|how can it be)\b"
_TELLS = (
    r"(?:told?|writ(?:e|ten)|wrote|inform(?:ed)?|notif(?:y|ied)|warn(?:ed)?|e-?mail(?:ed)?|messaged?|let (?:me|us) know"
    r"|sa(?:y|id) (?:anything|something|a word)|mention(?:ed)?|heads[- ]?up)\b(?! back\b)"
)
_NOT_TOLD = re.compile(
    rf"{_WHY}[^.?!]{{0,25}}\b(?:nobody|no ?one|none of you|not|never|(?:did|was|were|has|have)n['’]?t)\b[^.?!]{{0,30}}"
    rf"\b{_TELLS}"
    r"|\bwhen (?:was|were|would) (?:you|u|anybody|anyone|somebody|someone|they)\b[^.?!]{0,20}\b(?:tell|inform|let"
    r"|notify|warn|mention)\b"
    rf"|{_WHY}[^.?!]{{0,12}}\b(?:have|had|need) to (?:find|learn|hear|read)\b[^.?!]{{0,20}}\b(?:out|of|about|from|on)\b"
    r"|\b(?:should|could)(?:n['’]?t| not)? (?:you|u|somebody|someone|anybody|anyone)(?: not)? have "
    r"(?:told|warned|informed|notified|written|let (?:me|us) know)\b",
    re.IGNORECASE,
)
#: Names of second questions, likeliest first; the first that makes sense where the parcel stands is answered.
_IN_WORDS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_SENT_AWAY, ("carrier_robot",)),
    (_NOT_TOLD, ("not_told",)),
    (DAYS_LEFT, ("protection_left",)),
    (_OFF_THE_PRICE, ("compensation",)),
    (_PART_BACK, ("compensation",)),
    (_NOBODY_TAKES_IT, ("goes_back",)),
    (_WHAT_IS_IN, ("contents",)),
    (_WHY_SPLIT, ("why_split",)),
    (_POST_STOPPED, ("is_it_because",)),
    (_SAME_COMPANY, ("refund_how",)),
    (_WHOSE_SLIP, ("whose_fault",)),
    (_BUYS_AGAIN, ("order_again",)),
    (_QUICKER, ("money_or_goods",)),
    (_CLOSES, ("dispute_resent",)),
    (_DISPUTE_NOW, ("dispute_now",)),
    (_EVIDENCE, ("dispute_proof",)),
    (_TOLD_TO_WAIT, ("cant_wait", "nobody_knows")),
    (_PACKED_FIRST, ("old_address",)),
    (_IS_CHANGED, ("is_it_changed", "done_yet")),
    (_IF_BACK, ("send_again",)),
    (_TO_BRING, ("pickup_bring",)),
    (_RIGHT_ONE, ("right_number",)),
    (_MONEY_FROM, ("refund_how",)),
    (_WHICH_DAY, ("how_sure",)),
    (_STAYS_IN, ("stay_in",)),
    (_COMES_TODAY, ("come_by",)),
    (_IS_NORMAL, ("is_normal",)),
)
_NOT_PAYING = re.compile(
    r"[?？؟]|\b(?:if|not|refus\w+|without|ignor\w+|skip|unless|won['’]?t|do(?:es)?n['’]?t|didn['’]?t|can['’]?t|never)\b",
    re.IGNORECASE,
)


def seconds_in_words(text: str, names_a_country: bool = False) -> Iterator[str]:
    """Name the second questions that a message asks in so many words, likeliest first; none where it asks none."""
    yield from asked_plainly(text)
    for pattern, names in _IN_WORDS:
        if pattern.search(text):
            yield from names
    yield from asked_at_any_time(text)
    yield from asked_of_a_parcel(text)
    if asks_how_far(text, names_a_country):
        yield _WHERE
    if _EVER_SENT.search(text):
        yield "was_sent"
    if asks_for_other_kinds(text):
        yield "in_stock"


def without_sending_away(text: str) -> str:
    """Take out of a message that its writer will not be sent to the carrier: that is no place to deliver to."""
    return _SENT_AWAY.sub(" ", text)


def asks_how_far(text: str, names_a_country: bool = False) -> bool:
    """Tell whether a message asks if the parcel has left a country or come into one."""
    says_so = _HOW_FAR.search(text) or _HERE_OR_NOT.search(text)
    return bool(says_so or (names_a_country and _STANDS.search(text)))


def speaks_of_not_paying(text: str) -> bool:
    """Tell whether a message asks or supposes something, or refuses: "it says that a fee is unpaid" only reports."""
    return _NOT_PAYING.search(text) is not None


def begins_a_dispute(text: str) -> bool:
    """Tell whether a dispute is to be opened; "leave it open until the new one is here?" has one already."""
    return _BEGINS.search(text) is not None and _STANDS_OPEN.search(text) is None
