"""Read what somebody asks who has not ordered yet. Rules, not a model: the questions sound like those of a buyer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from parcelbot.core.reading.danger.danger_words import one_of
from parcelbot.core.reading.text.plain_text import plain_text


class BeforeBuying(str, Enum):
    """Topic that is asked about before an order."""

    TIME = "time"
    COST = "cost"
    DUTIES = "duties"
    LOST = "lost"
    TRACKED = "tracked"
    ORIGIN = "origin"
    RETURNS = "returns"
    COUNTRIES = "countries"
    CARRIER = "carrier"
    STOCK = "stock"
    GIFT = "gift"
    VALUE = "value"
    WHEN_PAID = "when_paid"
    HAPPENS = "happens"


_NOT_ORDERED = one_of(
    r"\b(?:have ?n't|have not|had ?n't|not) (?:\w+ )?(?:ordered|bought|purchased?)\b(?: anything| one| it)?"
    r"(?: from you| here)?(?: yet| so far| before)?(?! (?:it|this|that|these|the)\b)",
    r"\b(?:did ?n't|did not) (?:order|buy)\b[^.!?]{0,15}\byet\b|\bnever (?:ordered|bought|shopped)[^.!?]{0,12}"
    r" (?:from you|here|with you)\b[^.!?]{0,10}\bbefore\b",
    r"\b(?:before|until) (?:i|we) (?:even |actually )?(?:order|buy|purchase|decide|commit)\b|\bbefore (?:ordering"
    r"|buying"
    r"|purchasing)\b",
    r"\bif (?:i|we) (?:\w+ )?(?:order|buy|ordered|bought|were to|was to|go for|decide)\b",
    r"\b(?:after|once|when) (?:i|we) (?:\w+ )?(?:order|buy)\b",
    r"(?:^|[.!?,] |\b(?:i|we|i'm|we're|i'd|we'd|am|are|hi|hello) )(?:\w+ )?(?:thinking (?:of|about)|think of"
    r"|considering"
    r"|planning (?:on|to)|about to|tempted to|like to|want to|wanna|hoping to|going to)(?: \w+)? (?:order|buy"
    r"|purchas)"
    r"(?:e|ing)?\b",
    r"(?:^|\b(?:i'm|i am|we're|we are) )(?:\w+ )?(?:considering|interested in|looking at|eyeing|thinking (?:about"
    r"|of)) (?:a|an|your"
    r"|the|one|some|two)\b",
    r"\b(?:do ?n't|do not) have an(?:y)? orders?\b|\bno order yet\b|\b(?:just|only) (?:looking around|browsing|asking"
    r" before)\b|\b(?:not|isn't) (?:a|your) customer yet\b|\bfirst[- ]time (?:buyer|customer)\b"
    r"|\bnot (?:yet )?ordered\b",
)
_HAS_ORDERED = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:already |just )?(?:ordered|bought|paid|got|received)\b|\bmy (?:parcel|order"
    r"|package)s?\b"
)
#: Something came or was charged all the same: then it is another matter.
_SOMETHING_CAME = re.compile(
    r"\b(?:texts?|sms|phishing|confirmations?|charg\w*|debit\w*|received|got an?|sold as|bought last|ordered (?:last"
    r"|on"
    r"|in|two|three|a)|i'?ve ordered|i have ordered|courier)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:what|who\w*|and|so)\b[^.!?]{0,40}\bif (?:it|the parcel|a parcel|my parcel|an order|something|they|things?"
    r"|one)"
    r" (?:\w+ )?(?:goes|gets|get|go|is|does ?n'?t|do ?n'?t|never|arrives|comes|were|ends)\b"
    r"|^(?:and |but |so )?(?:if|suppose|say) (?:it|the parcel|a parcel|an order) (?:goes missing|gets lost|never"
    r"|is lost"
    r"|is stolen|does ?n'?t (?:come|arrive))\b"
)
_TOPICS: Mapping[BeforeBuying, re.Pattern[str]] = {
    BeforeBuying.LOST: re.compile(
        r"\b(?:customs|couriers?|carriers?|post|driver|they) (?:\w+ )?(?:keep|lose|seize|steal|break)s?\b"
        r"|\bloses? (?:it|them)\b"
        r"|\b(?:goes?|gets?|went|is|are|gone) (?:missing|lost|astray|stolen)\b|\b(?:never|does ?n'?t|do ?n'?t"
        r"|did ?n'?t|not)"
        r" (?:\w+ )?(?:come|comes|arrives?|turns? up|show(?:s)? up|get here|reach)\b|\blost (?:in|by|on)\b"
        r"|\b(?:whose|who'?s)"
        r" (?:problem|fault|loss|risk)\b|\b(?:liable|insured|insurance|guarantee\w*|at whose risk|on the hook)\b"
        r"|\b(?:refund|money back)\b"
    ),
    BeforeBuying.TRACKED: re.compile(
        r"\b(?:track\w*|trace|(?:follow|watch) (?:it|them|my|the|along)|see where|tracking number|whole way"
        r"|all the way)\b"
    ),
    BeforeBuying.ORIGIN: re.compile(
        r"\b(?:ship\w*|sen[dt]\w*|come\w*|post\w*|dispatch\w*|deliver\w*|sell\w*|based|located|made"
        r"|leave\w*)\b[^.!?]{0,20}\bfrom"
        r"(?: where)?\b(?= ?(?:$|[?.!,]|or\b|china|asia|abroad|the (?:uk|eu|us)|within|inside|germany|europe))"
        r"|\bwhere\b[^.!?]{0,30}\b(?:ship|send|sent|shipped|come|post|dispatch\w*|based|located|made|warehouse\w*)\b"
        r"|\bwarehouses?\b|\b(?:from|in) (?:china|stock)\b|\bfrom which country\b"
        r"|\bwhich country\b[^.!?]{0,20}\bfrom\b"
    ),
    BeforeBuying.RETURNS: re.compile(
        r"\b(?:return\w*|send (?:it|them|one|something) back|exchange\w*|change my mind|wrong size|does ?n'?t fit"
        r"|don'?t like"
        r"|too (?:small|big|large))\b"
    ),
    BeforeBuying.DUTIES: re.compile(
        r"\b(?:dut(?:y|ies)|vat|tax(?:es)?|customs(?! (?:keep|lose|hold|seize|take|stop)s?\b)|tariffs?|import (?:fee"
        r"|charge|cost)s?|ioss)\b"
        r"|\b(?:pay|cost|charges?|charged|fees?|extra|owe)\b[^.!?]{0,25}\b(?:at|on) (?:the|my) (?:door|doorstep)\b"
        r"|\b(?:pay|charges?|fees?|extra)\b[^.!?]{0,25}\b(?:on|upon) (?:delivery|arrival|receipt)\b"
    ),
    BeforeBuying.STOCK: re.compile(
        r"\b(?:sold out|(?:out of|in) stock|restock\w*|back in stock|pre-?orders?|available again|any left|one left)\b"
    ),
    BeforeBuying.GIFT: re.compile(
        r"\bgift[- ]?(?:wrap\w*|cards?|message|note|box)\b|\b(?:put|add|write|enclose|include)\b[^.!?]{0,20}"
        r"\b(?:card|note|greeting|message)\b|\bwrap(?:ped|ping)? (?:it|as|them)\b"
        r"|\bwithout (?:the |a )?(?:price|invoice|receipt)\b"
    ),
    BeforeBuying.COST: re.compile(
        r"\b(?:shipping|postage|delivery|ship|deliver|p ?& ?p|sending)\b[^.!?]{0,20}\b(?:costs?|fees?|charges?"
        r"|prices?|rates?|free)\b"
        r"|\b(?:costs?|charges?|price|free|how much)\b[^.!?]{0,25}\b(?:shipping|postage|delivery|ship|deliver|send"
        r"|post)\b"
        r"|\bpostage\b|\bhow much\b"
    ),
    BeforeBuying.TIME: re.compile(
        r"\b(?:how (?:long|fast|quick\w*|soon|many (?:days|weeks))|when (?:would|will|could|can|does|do|might)"
        r"|delivery times?"
        r"|shipping times?|in time|before (?:christmas|xmas|easter)|by (?:christmas|xmas|monday|tuesday|wednesday"
        r"|thursday|friday"
        r"|saturday|sunday)|days does|weeks does|arrive by|here by)\b"
    ),
    BeforeBuying.COUNTRIES: re.compile(
        r"\b(?:do|can|could|would|will) you (?:even |also |actually )?(?:ship|deliver|send"
        r"|post)\b[^.!?]{0,20}\b(?:to|in|here|there"
        r"|abroad|worldwide|internationally|overseas)\b|\bship (?:worldwide|internationally|abroad)\b"
    ),
    BeforeBuying.CARRIER: re.compile(
        r"\b(?:which|what|who)(?:'s| is| are)?\b[^.!?]{0,20}\b(?:couriers?|carriers?|post|shipping compan\w+"
        r"|delivery compan\w+|delivers?"
        r"|brings?)\b|\b(?:dhl|ups|fedex|royal mail|usps|dpd|evri|hermes|yodel|postnl|gls)\b"
    ),
}


_AT_ORDER = (
    r"(?:check-?out|with the order|when i order|when ordering|up ?front|in advance|beforehand|online|included|now)"
)
_LATER = (
    r"(?:later(?: on)?|at the door|on delivery|on arrival|afterwards|to the (?:postman|courier|driver|carrier)"
    r"|when it (?:comes|arrives))"
)
_WHEN_PAID = re.compile(
    rf"\b{_AT_ORDER}\b[^.?!]{{0,40}}\bor\b[^.?!]{{0,40}}\b{_LATER}"
    rf"|\b{_LATER}[^.?!]{{0,30}}\bor\b[^.?!]{{0,40}}\b{_AT_ORDER}\b"
    r"|\b(?:pre-?pay|(?:pay|paid|paying|charged?|billed?|settled?) (?:it |them |that |the \w+ )?"
    r"(?:at (?:the )?checkout|up ?front|in advance|beforehand|with the order))\b"
)
_HAPPENS = re.compile(
    r"\b(?:would|could|can|does|do|will|might)\b[^.?!]{0,25}\b(?:happen|occur|be the case|go that way)\b"
    r"|\b(?:yes|yeah) or no\b|\b(?:same|like that) (?:with|at|from) (?:you|yours|your shop)\b"
)
_VALUE = re.compile(
    r"[€$£¥]\s?\d|\d\s?[€$£¥]"
    r"|\b\d+(?:[.,]\d+)?\s?(?:eur|euros?|usd|dollars?|bucks|gbp|pounds?|quid|francs?|chf|kroner|sek|nok|dkk|pln)\b"
)


def read_more_on_duties(text: str) -> BeforeBuying | None:
    """Read what more is asked or told where duties are the topic: when they are paid, whether at all, the value."""
    plain = plain_text(text)
    if _WHEN_PAID.search(plain):
        return BeforeBuying.WHEN_PAID
    if _HAPPENS.search(plain):
        return BeforeBuying.HAPPENS
    return BeforeBuying.VALUE if _VALUE.search(plain) else None


def has_not_ordered(text: str) -> bool:
    """Tell whether somebody says that they have not ordered yet, or asks what would be if they did."""
    plain = plain_text(text)
    return _NOT_ORDERED.search(plain) is not None and _SOMETHING_CAME.search(plain) is None


def has_ordered(text: str) -> bool:
    """Tell whether somebody speaks of an order or a parcel of their own."""
    return _HAS_ORDERED.search(plain_text(text)) is not None


def supposes_a_loss(text: str) -> bool:
    """Tell whether somebody asks what would be if a parcel did not come, none being named."""
    plain = plain_text(text)
    return _SUPPOSED.search(plain) is not None and _TOPICS[BeforeBuying.LOST].search(plain) is not None


def read_before_buying(text: str) -> tuple[BeforeBuying, ...]:
    """List the topics asked about, in the order of their words; () for none."""
    plain = plain_text(text)
    found = {topic: match.start() for topic, wording in _TOPICS.items() if (match := wording.search(plain))}
    return tuple(sorted(found, key=lambda topic: found[topic]))
