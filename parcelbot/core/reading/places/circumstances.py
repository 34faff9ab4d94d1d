"""Read what a shopper tells of the place a parcel goes to, and of how they can be reached there: English rules.

Other languages tell the same by their phrases (`locales/phrases/`, `told`). What each means is said where the facts
are named (`telling.py`), what follows from it stands in `knowledge/tables/circumstances.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_RELATION = (
    r"(?:mum|mom|mother|dad|father|husband|wife|partner|sister|brother|son|daughter|boyfriend|girlfriend|friend"
    r"|flatmate|roommate|landlord|landlady|boss|colleague|ex|nan|gran|grandma|granny|fianc[ée]e?)"
)
_SIGN = r"(?:(?:door)?bells?|buzzer|entryphone|intercom|letter ?box|name ?plate|door ?plate|door ?sign)"
_ON_IT = rf"(?:on|at|by) (?:the|my|our|their|his|her) {_SIGN}"
_NUMBER = r"(?:(?:tele)?phone|mobile|cell|number|sim)"
_ON_THE_ORDER = (
    r"(?:on|in|with|for|at) (?:the|my|this|that|our|your) (?:order|account|parcel|label|package|checkout|booking)"
)
_NO_MORE = (
    r"(?:no longer|not (?:working|mine|in use)|does(?:n['’]?t| not) work|dead|disconnected|cut off"
    r"|out of (?:service|use)|stolen|lost|broken|old|gone|belongs to|abroad|switched off|drowned)"
)
_PHONE = r"(?:phone|telephone|mobile|cell)(?: phone)?(?: number| no\.?)?"
_WRONG = r"(?:wrong|incorrect|mistyped|misspelt|old|outdated|not mine|not right|out of date)"
_BOX = r"(?:p\.? ?o\.? ?box(?:es)?|post office box)"
_TAKES = r"(?:takes?|keeps?|accepts?|signs? for|looks? after)"
_PARCELS = r"(?:in )?(?:all |any |every |the |our |my |people's )*(?:parcels?|packages?|deliveries|them|it in)"
_CARD = r"(?:card|slip|note|notice|key)"
_OWN_PLACE = (
    r"(?:(?<!post )office|work(?:place|shop)?|company|firm|school|campus|practice|surgery|studio|warehouse|building)"
)
_WRONG_ONE = r"(?:wrong|old|instead|mistake|chang\w+|differ\w+|another|typo|not my|was my)"

#: By the name of the fact.
CIRCUMSTANCES: Mapping[str, re.Pattern[str]] = {
    "name_at_door": re.compile(
        rf"\bmy (?:\w+ )?name (?:is not|['’]s not|isn['’]?t|is missing)(?: yet| even)? {_ON_IT}"
        rf"|\b(?:no|another|different|wrong|old) (?:\w+['’]?s? ){{0,3}}(?:sur|last )?names? {_ON_IT}"
        rf"|\b(?:not|no|another|different|wrong|old|only) (?:\w+['’]?s? ){{0,3}}(?:sur|last )?names? {_ON_IT}"
        rf"|\b(?:not|n['’]t) (?:have |got )?my (?:sur|last )?name {_ON_IT}"
        rf"|\b{_SIGN} (?:only |just |still )+(?:says?|shows?|reads?)\b"
        rf"|\b{_SIGN} (?:says?|reads?)\b"
        rf"|\b(?:my )?{_RELATION}['’]s (?:sur|last )?name {_ON_IT}"
        rf"|\bunder (?:my )?{_RELATION}['’]?s (?:sur|last )?name {_ON_IT}"
        rf"|\b{_ON_IT}(?: it| there)?(?:['’]s| is| stands| says| reads)? (?:only|just|still)\b",
        re.IGNORECASE,
    ),
    "phone_wrong": re.compile(
        rf"\b{_WRONG} {_PHONE}\b(?! (?:for|of) (?:them|the (?:carrier|courier)))"
        rf"|\b{_PHONE} (?:\w+ ){{0,5}}?(?:is|was|has|had|have)(?: got)? (?:\w+ ){{0,3}}?"
        rf"(?:{_WRONG}|typo|mistake|error)\b"
        rf"|\b(?:mistyped|misspelt|typo in|mistake in|error in) (?:my|the) {_PHONE}\b"
        rf"|\b{_NUMBER}(?: number)? {_ON_THE_ORDER}\b[^.!?]{{0,60}}\b{_NO_MORE}\b"
        rf"|\b{_NUMBER}(?: number)? {_ON_THE_ORDER} (?:is|was) (?:from )?(?:my )?(?:{_RELATION}\b|\w+['’]s\b)"
        rf"|\b(?:old|previous|lost|dead|disconnected) {_NUMBER}(?: number)? {_ON_THE_ORDER}\b"
        rf"|\b(?:put|gave|left|entered|used|typed)(?: in| down)? (?:\w+ ){{0,3}}{_RELATION}['’]?s {_NUMBER}\b"
        rf"|\b(?:changed|got a new|have a new) (?:my )?{_NUMBER}(?: number)? since\b"
        rf"|\b(?:i|we)(?:['’]ve| have| had)? (?:just |only |recently )?(?:changed|switched) (?:my |our )?{_NUMBER}\b"
        rf"|\bmy {_NUMBER}(?: number)? (?:has |was )?changed\b",
        re.IGNORECASE,
    ),
    "po_box": re.compile(
        rf"\b(?:goes|going|goin|comes|coming|sent|addressed|ordered|have|use|using|got|mail|post|address)\b"
        rf"[^.!?]{{0,40}}\b{_BOX}",
        re.IGNORECASE,
    ),
    "somebody_there": re.compile(
        r"\b(?:shes|hes|theyre|(?:she|he|they|my (?!\w+ (?:is|was) n)\w+|somebody|someone)"
        r"(?:['’]s| is| are|['’]re| will be|['’]ll be)) "
        r"(?:always )?(?:in|home|at home|there|around) "
        r"(?:every ?day|all day|most days|tomorrow|the whole day|any ?time|all the time|day and night|on \w+days?)\b"
        rf"|\b(?:shop|store|pharmacy|bakery|caf[eé]|pub|neighbou?r|reception|caretaker|concierge|porter|garage|farm"
        r"|security|guards?|guard ?house|gate ?house|doorman|front desk|office|colleagues?"
        rf"|{_RELATION})\b[^.!?]{{0,20}}\b(?:{_TAKES} {_PARCELS}"
        r"|(?:will|can|['’]ll) (?:\w+ )?(?:take|accept|sign for|keep|receive)(?! (?:too|so|ages|days|long|time"
        r"|care)\b))\b"
        r"|\b(?:driver|courier|postman|postie|they|he|she) (?:\w+ )?(?:leaves?|drops?) (?:\w+ ){1,3}?(?:with|at) "
        r"(?:my |the |our )?(?:\w+ ){0,2}(?:shop|store|pub|neighbou?r|garage|farm|reception|bakery)\b",
        re.IGNORECASE,
    ),
    "slip_habit": re.compile(
        rf"\btoo (?:big|large|thick|wide|bulky)\b[^.!?]{{0,40}}\b(?:leaves?|puts?|get|find) (?:\w+ ){{0,3}}{_CARD}\b"
        rf"|\b(?:leaves?|puts?|get|find) (?:\w+ ){{0,3}}{_CARD}\b[^.!?]{{0,30}}\btoo (?:big|large|thick|wide|bulky)\b",
        re.IGNORECASE,
    ),
    "crossing": re.compile(
        r"\bferr(?:y|ies)\b|\bmail ?boat\b|\b(?:morning|evening|daily|weekly|next|last|no) boats?\b"
        r"|\b(?:take|takes|took|by|catch|catches|wait\w* for) (?:the |a )boat\b|\bboat (?:as well|too|over|across)\b",
        re.IGNORECASE,
    ),
    "mail_stopped": re.compile(
        r"\b(?:stopped|held|paused|suspended|put a (?:stop|hold) on)(?: all)? (?:the|our|my) (?:mail|post)\b"
        r"|\b(?:had|have|got) (?:the|our|my|all) (?:mail|post) (?:stopped|held|paused|suspended)\b"
        r"|\b(?:mail|vacation|holiday) (?:hold|stop)\b",
        re.IGNORECASE,
    ),
    "own_slip": re.compile(
        r"\b(?:i|we) (?:think|guess|believe|fear|bet) (?:that )?(?:i|we)(?:['’]ve| have| may have| might have)?"
        r" (?:put|typed|wrote|written|entered|gave|given|used|left)\b[^.!?]{1,30}\b(?:on|in|for|with) "
        r"(?:the|my|our|that|this) (?:order|address|checkout|form|account|label)\b"
        r"|\b(?:i|we)(?:['’]ve| have| must have| may have| might have)? (?:put|typed|wrote|entered|mixed up|swapped)\b"
        r"[^.!?]{1,25}\b(?:instead of|but (?:i['’]?m|we['’]?re|it['’]?s|i live)|not)\b[^.!?]{0,12}\d"
        r"|\b(?:used|ordered to|sent (?:one|it|something) to) (?:my )?(?:her|his|their|\w+['’]s) (?:add?ress"
        r"|place|flat)\b"
        r"[^.!?]{0,20}\b(?:last time|before|once|back then|for another)\b"
        r"|\b(?:old|previous|last|other|that|her|his|their|\w+['’]s) add?ress\b[^.!?]{0,20}"
        r"\b(?:still|probably|must be|may be|might be) (?:\w+ )?(?:saved|stored|in there|in (?:the|my) account|set)\b",
        re.IGNORECASE,
    ),
    "other_way_round": re.compile(
        r"\b(?:other|wrong) way (?:a)?round\b|\bbackwards\b|\bvice versa\b|\b(?:got|had|wrote|put) (?:it|them"
        r"|that) reversed\b"
        r"|\bi (?:swapped|switched|mixed up|mixed) (?:them|the two|those|the numbers)(?: up)?\b",
        re.IGNORECASE,
    ),
    "address_stands": re.compile(
        rf"^(?!.*\b{_WRONG_ONE}\b).*\b(?:put|gave|used|chose|wrote|is|it['’]?s|that['’]?s|goes to|comes to|sent to) "
        rf"(?:\w+ )?(?:my |the |our |an? )?{_OWN_PLACE}(?:['’]s)? add?ress\b"
        rf"|^(?!.*\b{_WRONG_ONE}\b).*\bthe add?ress (?:on it |there )?(?:is|['’]s) (?:right|correct|fine"
        rf"|ok(?:ay)?|good)\b(?! ?\?)",
        re.IGNORECASE | re.DOTALL,
    ),
    "hears_badly": re.compile(
        r"^(?!.*\b(?:neighbou?rs?|next door|downstairs|upstairs|driver|courier)\b).*"
        r"\b(?:hard of hearing|deaf|hearing aids?|hearing[- ]impaired|(?:hears?|hearing) (?:\w+ )?(?:badly"
        r"|poorly|little)"
        r"|does ?n['’]?t hear (?:well|much|the))\b",
        re.IGNORECASE | re.DOTALL,
    ),
    "dogs_there": re.compile(
        r"\b(?:my|our|the|two|three|big|guard|loose|have(?: an?)?|got(?: an?)?) (?:\w+ )?dogs?\b[^.!?]{0,40}"
        r"\b(?:bark\w*|bites?|loose|yard|garden|gate|drivers?|couriers?|postm[ae]n|afraid|scared?|jump\w*"
        r"|run\w* (?:free|out))\b"
        r"|\b(?:drivers?|couriers?|postm[ae]n|postie)\b[^.!?]{0,30}\b(?:afraid|scared|wary) of\b[^.!?]{0,15}\bdogs?\b",
        re.IGNORECASE,
    ),
    "no_way_in": re.compile(
        r"\b(?:(?:door)?bell|buzzer|entryphone|intercom)\b[^.!?]{0,25}"
        r"(?:\b(?:broken|dead|out of order|kaput|defective)\b|n['’]?t work|\bnot work)"
        r"|\bgate\b[^.!?]{0,20}\b(?:is|stays?|always|kept) (?:\w+ )?(?:locked|shut)\b"
        r"|\b(?:can['’]?t|cannot|don['’]?t|never) hear the (?:door ?)?bell\b",
        re.IGNORECASE,
    ),
}
