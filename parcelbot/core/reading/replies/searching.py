"""Read what somebody says about a search that we asked for: that they go and look, ask nobody, or where it lay."""

from __future__ import annotations

import re
from collections.abc import Container

from parcelbot.core.reading.cases.case_words import Said
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark

_A_WHILE = (
    r"(?:(?:a|an|one|two|five|ten|half an|a few|a couple of|\d{1,2}) )?(?:sec(?:ond)?|min(?:ute)?|moment"
    r"|tick|hour|bit)s?"
)
_LOOK = (
    r"(?:have a (?:proper )?look|look|check|ask(?! you\b)|search|find out|go round|pop (?:out|down|over|round)"
    r"|nip (?:out|down|over))"
)
_HOW = r"(?:just |quickly |first |then |now |go |and |better |have to |need to |try to )*"
_I_WILL = (
    r"(?:i|we)(?: ?['’]?ll| will| ?['’]?m (?:going to|gonna)| am going to|(?: ?['’]re| are) going to"
    r"| gonna| have to| must)"
)
_WHEN = (
    r"(?:when|once|as soon as|after|later|tonight|tomorrow|this (?:evening|afternoon)|in the (?:evening"
    r"|morning)|at lunch)"
)
_MAY_OPEN = (
    r"^\W*(?:(?:ok(?:ay)?|oh|ah|right|fine|sure|hm+|um+|yes|yeah|no|sorry|well|so|then|please|actually"
    r"|it['’]?s [\w' ]{1,20}?)\W+)*"
)
_HOLD_ON = (
    rf"(?:hang on|hold on|bear with me|brb|wait(?: up)?|just {_A_WHILE}|(?:give me|wait|need) {_A_WHILE}"
    rf"|one {_A_WHILE}|{_A_WHILE} please)"
)
_GOES = re.compile(
    rf"{_MAY_OPEN}(?:{_HOLD_ON}\W*)?(?:(?:then|and|so)\W+)?"
    rf"(?:{_I_WILL} {_HOW}{_LOOK}\b|(?:let me|lemme) {_HOW}(?:{_LOOK}|see)\b|(?:i['’]?m |i am )?(?:off"
    rf"|going) to {_LOOK}\b"
    rf"|(?:i['’]?m |i am |just )?(?:asking|checking|looking|searching) "
    r"(?!for (?:a|my|the) (?:refund|money|answer|parcel|package|order)\b)"
    rf"|i {_LOOK}\b(?=[^.!?]*\b{_WHEN}\b))",
    re.IGNORECASE,
)
#: After more words it still says so: "it's on her account, let me ask her".
_ASKS_SOMEBODY = re.compile(rf"\b(?:let me|lemme|{_I_WILL}) {_HOW}{_LOOK}\b", re.IGNORECASE)
_ONLY_HOLDS_ON = re.compile(rf"{_MAY_OPEN}{_HOLD_ON}\W*(?:please|pls|ok(?:ay)?|thanks)?\W*", re.IGNORECASE)
_LATER = re.compile(rf"\b(?:i|we) (?:can |could |will )?(?:only )?{_LOOK}\b[^.!?]*\b{_WHEN}\b", re.IGNORECASE)
#: Then more is said than that: something found or wanted, a condition, somebody else to turn to.
_SAYS_MORE = re.compile(
    r"[?？]|\b(?:but|unless|otherwise|or else|if|found|nothing|none|nobody|already|there(?:['’]s| is| are| was)"
    r"|it (?:says|was)"
    r"|asked|looked|checked|searched"
    r"|refund|money|dispute|paypal|klarna|bank|police|lawyer|consumer|trading standards|person|human|agent"
    r"|(?:can|could|will|would|do|did) you|n['’]t|not|never)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 22

_PEOPLE = (
    r"(?:neighbou?rs?|strangers?|next door|door to door|(?:every|each|any|other) ?(?:body|one|door|flat|house)|doors)"
)
_TURNS_TO = (
    r"(?:ask|knock|ring|bother|disturb|beg|go(?:ing)? (?:round|around|door)|run(?:ning)? (?:round"
    r"|around)|crawl|talk|speak)\w*"
)
_REFUSES = re.compile(
    r"\b(?:(?:i ?['’]?m|i am|am|we['’]?re) not|(?:i )?(?:won['’]?t|will not|refuse to|wouldn['’]?t|cannot"
    r"|can['’]?t|don['’]?t (?:want|like|wish) to"
    r"|do not (?:want|wish) to|['’]?d rather not|would rather not|hate to)|no way(?: i ?['’]?m| am i)?|why should i"
    r")"
    rf"\W+(?:\w+\W+){{0,3}}?{_TURNS_TO}\b[^.!?]{{0,25}}\b{_PEOPLE}\b"
    r"|(?:\b(?:do|must|should|am) i\b|\bi (?:have|need|am supposed|['’]?m supposed) to\b)"
    rf"[^.!?]{{0,25}}\b{_TURNS_TO}\b[^.!?]{{0,25}}\b{_PEOPLE}\b[^.!?]*\?",
    re.IGNORECASE,
)

_PLACE = (
    r"(?:(?:re)?cycling|trash|rubbish|bins?|dustbin|wheelie|compost|shed|garage|cupboard|cabinet|porch"
    r"|bush(?:es)?|hedge|flower\w*"
    r"|plant\w*|pots?|car|boot|trunk|letter ?box|mail ?box|post ?box|mail ?room|lobby|hall(?:way)?|corridor"
    r"|cellar|basement|attic|stairs?"
    r"|stairwell|staircase|kitchen|garden|yard|greenhouse|door ?mat|mat|bench|table|sofa|couch|bed|coats?"
    r"|wardrobe|washing machine"
    r"|locker|balcony|gate|wall|fence|meter|barn|coal|oil|log|wood|office|reception|desk|back door|side door"
    r"|step|drive(?:way)?|pram"
    r"|tarp\w*|grill|barbecue|trampoline|rabbit|dog|cat)"
)
#: Who says that it lies there has not found it.
_AT_A_CARRIERS = r"(?!(?:post|postal|sorting|depot|carrier|courier|delivery|customs|garden cent)\w*\b)"
_LAY_THERE = re.compile(
    r"^\W*(?:(?:oh|omg|wow|ha+|ok(?:ay)?|yes|no|well|right|actually|wait|hang on|sorry|guess what|never ?mind"
    r"|turns out|apparently|and)\W+)*"
    r"(?:it|they|the (?:parcel|package|box|bag)) ?(?:was|were|is|['’]s|had been|sat|lay)(?: \w+){0,2}?"
    r" (?:in|under|behind|inside|on|beneath|between|beside|by|at|next to|on top of|round|around)\b"
    rf" (?:(?:the|my|our|his|her|their|a|of|back|bottom|side|top)\s+)*(?:{_AT_A_CARRIERS}\w+ )?{_PLACE}\b"
    r"(?! of (?:number|another|somebody|(?:the|a) (?:depot|post|carrier|courier))| cent(?:re|er)\b)",
    re.IGNORECASE,
)
_AT_HOME = (
    r"(?:husband|wife|partner|other half|better half|son|daughter|mum|mom|mother|dad|father|sister|brother"
    r"|flat ?mate|room ?mate|house ?mate"
    r"|boyfriend|girlfriend|bf|gf|kids?|toddler|baby|nan|gran\w*|nephew|niece|aunt\w*|uncle|cousin|cleaner"
    r"|child(?:ren)?|in-laws?)"
)
_NEAR = (
    r"(?:neighbou?r|concierge|guard|doorman|porter|receptionist|caretaker|landlord|landlady|janitor"
    r"|colleague|shop downstairs)"
)
_SOMEBODY_HAS_IT = re.compile(
    rf"\b(?:my|our|the|his|her) (?:\w+ )?(?:{_AT_HOME}(?:[- ]in[- ]law)? "
    r"(?:has|had|['’]s got|has got|took|dragged|hid|put|moved|brought|carried)"
    rf"|{_NEAR}(?: downstairs| upstairs| opposite)? (?:has|had|['’]s got|has got)) "
    r"(?:it|the (?:parcel|package|box)|my (?:parcel|package|box))\b",
    re.IGNORECASE,
)
_NOT_SURE = re.compile(
    r"\b(?:not|n['’]t|never|maybe|perhaps|might|may|must|could|if|whether|think|thinks|thought|suppose|guess"
    r"|probably|supposed"
    r"|wonder|says? he|told me)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^.!?？\n]+[.!?？]*")


def goes_to_look(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message says that its writer goes to look or ask, now or later, and nothing has come of it yet."""
    if has_question_mark(text) or count_said(text) > _MOST_WORDS:
        return False
    if Said.GOES_TO_LOOK.value in says or _ONLY_HOLDS_ON.fullmatch(text):
        return True
    goes = _GOES.search(text) or _LATER.search(text) or _ASKS_SOMEBODY.search(text)
    return goes is not None and _SAYS_MORE.search(text) is None


def asks_nobody(text: str, says: Container[str] = ()) -> bool:
    """Tell whether a message refuses to ask neighbours or knock at doors, also in a question: "must I go round?"."""
    return Said.ASKS_NOBODY.value in says or _REFUSES.search(text) is not None


def tells_where_it_lay(text: str) -> bool:
    """Tell whether a sentence says where the parcel was found, or who at home or next door has it."""
    return any(map(_tells, _SENTENCES.findall(text)))


def _tells(sentence: str) -> bool:
    if has_question_mark(sentence) or _NOT_SURE.search(sentence):
        return False
    return bool(_LAY_THERE.search(sentence) or _SOMEBODY_HAS_IT.search(sentence))
