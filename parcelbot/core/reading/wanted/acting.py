"""Read whether we are asked to act: "take it up with them", "somebody needs to call". Rules of English, pure.

Whether it was done, and when it will be, asks for no action: neither has one of these forms.
"""

from __future__ import annotations

import re

from parcelbot.core.reading.places.checklist import CARRIERS
from parcelbot.core.reading.questions.sentences import asks_something

_SOMEBODY = (
    r"(?:you(?: guys| lot| people)?|u|some ?(?:one|body)|any ?(?:one|body)|one of you"
    r"|an? (?:real )?(?:person|human|colleague)|your (?:team|people|colleagues?|shop|office|side)|the (?:shop|team))"
    r"(?: (?:from|at|of|in|on) your \w+)?"
)
_PLEASE = (
    r"(?: (?:please|pls|kindly|just|maybe|perhaps|also|at least|then|now|finally|actually|go and|really"
    r"|be (?:so|very) (?:kind|good|nice)(?: as)? (?:to|and)|be (?:kind|good) enough (?:to|and)))*"
)
_IT = r"(?:it|this|that|these|them|things?|everything|(?:the|my|your|this|that|our) (?:\w+ ){0,2}\w+)"
_THEM = (
    rf"(?:them|him|her|whoever|{CARRIERS}|gls|postnl|inpost|yun ?express|correos|colissimo|la poste|customs"
    r"|(?:the|your|that|my) (?:\w+ ){0,2}?(?:couriers?|carriers?|post(?: office)?|depot|drivers?|company|firm|warehouse"
    r"|customs|people|office|counter|shop|service|hotline))"
)
_ACT = (
    rf"(?:(?:bring|put) {_IT} (?:up with|before|to) {_THEM}"
    rf"|take {_IT} (?:up|on|over)\b(?! me\b)|take (?:up|care of) {_IT}|chas(?:e|ing)\b|nudge|push {_THEM}"
    rf"|(?:get|be) (?:on ?to|in touch with|hold of) {_THEM}"
    rf"|(?:contact|call|ring|phone|ask|message|e-?mail)(?:ing)? (?:{_THEM}|about|around)\b"
    rf"|(?:speak(?:ing)?|talk(?:ing)?) (?:to|with) {_THEM}|writ(?:e|ing) to {_THEM}|have a word with {_THEM}"
    rf"|(?:sort|fix|solve|resolve|handle|escalate|investigate|trace|raise|flag)(?:ing)? {_IT}"
    rf"|(?:deal(?:ing)? with|see to|look(?:ing)? (?:into|at|after)) {_IT}|sort(?:ing)? (?:{_IT} )?out"
    r"|tell (?:the|your) (?:carriers?|couriers?|post(?: office)?|depot|drivers?)(?=\W*$)"
    rf"|put {_IT} right|(?:make|tell|get) {_THEM} \w+|follow (?:{_IT} )?up|track {_IT} down"
    r"|(?:have|take) a (?:\w+ )?look"
    r"|find out (?:what|why|where|from|with)|check (?:with|back with)\b"
    r"|(?:open|start|launch|file|begin|raise|make|put)(?:ing)? (?:an? |the |in a )?(?:\w+ )?"
    r"(?:investigation|trace|claim|inquir\w+|enquir\w+|search|case|ticket|complaint)"
    r"|(?:get|find|give|send|sort|tell) (?:me|us)(?: out)? (?:the|a|my) (?:right|correct|real|proper|actual)"
    r" (?:tracking )?number"
    r"|do (?:something|sth|smth|anything)|act now|get (?:it|this) (?:sorted|fixed|solved|released|resolved)"
    r"|help(?: me| us)?(?: out)?(?: (?:with|on) (?:it|this|that))?(?: please)?\W*$)"
)
_MAY = r"(?:can|could|would|will|might|can['’]?t|couldn['’]?t|won['’]?t|why (?:do|ca)n['’]?t)"
_ASKS = re.compile(
    rf"\b{_MAY} {_SOMEBODY}{_PLEASE} {_ACT}"
    rf"|\b(?:if|chance|hope|hoping) {_SOMEBODY} (?:can|could|would|might){_PLEASE} {_ACT}"
    rf"|\b(?:are|is) {_SOMEBODY} able to {_ACT}|\bmind {_ACT}",
    re.IGNORECASE,
)
_WANTS = re.compile(
    rf"\b(?:want|need|like|expect|ask|asking|beg|demand|prefer|wish|have|get|let|for) {_SOMEBODY}{_PLEASE}"
    rf" (?:to )?{_ACT}"
    rf"|\b{_SOMEBODY} (?:should|must|ha(?:s|ve) (?:got )?to|needs? to|ought to|had better|better){_PLEASE} {_ACT}"
    r"|\b(?:want|need|like|have|get) (?:it|this|that|my \w+) (?:to be )?"
    r"(?:sorted|fixed|solved|resolved|chased|investigated|escalated|looked into|dealt with|taken up|seen to|traced)\b"
    r"|\b(?:it|this|that) needs (?:sorting|fixing|chasing|looking into"
    r"|(?:to be )?(?:sorted|fixed|chased|looked into|dealt with))\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"^\W*(?:(?:please|pls|just|then|well|ok(?:ay)?|so|and|now|go|kindly|yes|no|right|fine|but|come on|hello)\W+)*"
    rf"{_ACT}",
    re.IGNORECASE,
)
#: Nobody pushes a parcel: that it shall come faster is asked, and answered, without a person.
_FASTER = re.compile(
    r"\b(?:(?:go|be|come|move|drive|work|get|deliver\w*|bring|send|make|do|ship)\b[^.?!]{0,25}\b(?:faster|quicker|sooner|earlier)"
    r"|hurry|speed (?:it |this |things? )?up|rush)\b",
    re.IGNORECASE,
)
#: Before a request these make it a question, or none at all: "when will you …", "I don't want you to …".
_IS_NONE = re.compile(
    r"\b(?:when|how|what|who|where|which|whether|if you want|not|never|no need|don['’]?t|did|without|before|until)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?<=[.!?;,\n])\s+|\s+(?=(?:and|but|so(?! (?:kind|good|nice)\b)) )|\s[-–—]\s", re.IGNORECASE)


def asks_us_to_act(text: str) -> bool:
    """Tell whether some clause asks us, or somebody here, to do something about the parcel."""
    return any(_asks(clause) for clause in _CLAUSES.split(text))


def asks_beside_the_request(text: str) -> bool:
    """Tell whether a clause that is no request asks something: "which carrier is it, and can you chase them?"."""
    return any(asks_something(clause) and not _asks(clause) for clause in _CLAUSES.split(text))


def _asks(clause: str) -> bool:
    """Tell whether one clause orders an action, or asks or wishes for it."""
    if _FASTER.search(clause):
        return False
    if _ORDERS.search(clause) and not clause.rstrip().endswith("?"):
        return True
    found = _ASKS.search(clause) or _WANTS.search(clause)
    return found is not None and _IS_NONE.search(clause, 0, found.start()) is None
