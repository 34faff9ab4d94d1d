"""Hold the words by which English messages wish for something, by the names of the wishes."""

from __future__ import annotations

import re

NO_COLLECTING = re.compile(
    r"\b(?:won['’]?t|will not|can(?:no|['’])?t|am not going to|i['’]?m not (?:going to)?|not able to|unable to"
    r"|refuse to)\b"
    r"[^.!?]{0,15}\b(?:collect\w*|fetch\w*|pick(?:ing)? (?:it |them )?up|go to the (?:depot|post office|shop"
    r"|locker|counter|point))",
    re.IGNORECASE,
)
#: What is replaced or sent anew is no article then: "replace the street, please", "send me a new tracking number".
_NO_DETAIL = (
    r"\b(?!(?:\s+(?!(?:to|it|with|and|at)\b)\w+){0,3}?\s+(?:address|street|house|number|post ?code|zip|e-?mail|phone"
    r"|label|codes?|link|invoice|message|name)\b)"
)
#: A parcel that goes back shall not.
STOP_THE_RETURN = "the return stopped"
#: Whoever asks for these wants them.
PROOF, PAY_THE_CHARGE, DISCOUNT = "proof of delivery", "the charge paid by us", "to keep it for less"
RIGHT_ITEM, IN_WRITING, AN_EXCHANGE = "the right item", "an answer in writing, no call", "an exchange"
#: "I'd take the money", "let's do the refund", "I choose a new one": said of two things that were named.
_CHOOSES = (
    r"(?:^|[.,;!]\s*)(?:(?:well|ok(?:ay)?|then|so|yes|no|hmm?|i think|i guess)\W+)*"
    r"(?:i(?:['’]d|['’]ll|\s+would|\s+will)?|let['’]?s|we(?:['’]d|['’]ll|\s+would|\s+will)?)\s+(?:(?:just"
    r"|rather|only)\s+)?"
    r"(?:take|choose|pick|prefer|do|have|go\s+(?:for|with))\s+"
)
#: What is wished for, by its name for agents.
WISHES = (
    (
        "a refund",
        re.compile(
            r"\brefund\w*|\bmoney\s+back\b|\b(?:want|need|have|take|prefer)\s+(?:the|my)\s+money\b|\breimburs\w+"
            r"|\bchargeback\b|(?<=\bwant )(?:any )?money\b(?! (?:for|to|from)\b)"
            # the bare word of a sentence, or the one thing wanted: "the money, please", "then just the money"
            # ("no money" refuses it, "no, money" does not)
            r"|^\W*(?:(?:no|nah)\W*[,;:.!–-]\W*"
            r"|(?:yes|hm+|ok(?:ay)?|well|wait|actually|then|so|only|just|rather|my choice"
            r"|i['’]d say|i choose|i pick)\W+)*"
            r"(?:(?:the|my)\s+)?money(?=\s*(?:$|[.,;!]|please|pls|plz|thanks|then|and\s+no))"
            r"|\b(?:just|only|rather|prefer(?:ably)?|choose|pick)\s+(?:for\s+)?(?:the"
            r"|my)\s+money\b(?!\s+(?:i|we|you|that))"
            rf"|{_CHOOSES}(?:the|my)\s+money\b(?!\s+(?:i|we|you|that|if|when))"
            r"|\bg(?:ive\s+|im)me\s+(?:back\s+)?my\s+money\b"
            # "can I give both back and have the money"
            r"|\b(?:back|return)\b[^.!?]{0,12}\band\s+(?:have\s+|get\s+)?(?:the|my)\s+money\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a replacement",
        re.compile(
            rf"(?:\breplace\w*|\bre-?sen[dt]\w*){_NO_DETAIL}|\bre-?ship\w*"
            rf"|{_CHOOSES}(?:the\s+(?:new|other|fresh)|another)\s+(?:one|ones|piece|parcel)\b"
            rf"|\bsend\s+(?:me\s+)?(?:another|a\s+new|it\s+again){_NO_DETAIL}"
            # "the new one is 12 Mill Lane" gives an address or a number
            r"|(?<!\bthe\s)(?<!\bmy\s)\bnew\s+one\b(?!\s*(?:is\b|['’]s\b|[:=]|would be\b|will be\b|\d))"
            r"|\banother\s+one\b"
            r"|\bsend\s+(?:me\s+)?(?:(?:the|my)\s+)?(?:right|correct|missing|proper)\s+(?:one|ones|size"
            r"|colou?r|item|piece|thing)s?\b"
            rf"|\b(?:like|want|need|have|get|send)\s+(?:me\s+)?a\s+new{_NO_DETAIL}\s+(?!(?:day|date|delivery|phone"
            rf"|case|ticket"
            r"|attempt|appointment|time|password|slot|job|life|start|tracking|order)\b)\w+"
            r"|\bsen[dt](?:ing)?\s+(?:(?:it|them|this|one|me|(?:the|my|that)\s+\w+)\s+)?(?:out\s+)?(?:again"
            r"|once\s+more|anew"
            r"|a\s+second\s+time)\b",
            re.IGNORECASE,
        ),
    ),
    (AN_EXCHANGE, re.compile(r"\b(?:swap(?:s|ped|ping)?|exchang(?:e|ed|ing))\b(?! rates?\b)", re.IGNORECASE)),
    (
        "to cancel",
        re.compile(
            r"\bcancel\w*(?! (?:(?:it|this|that) )?(?:with|at|through) (?:my|the) (?:bank|card))"
            r"|\b(?:stop|halt) (?:the |my |that |this )?(?:order|dispatch|shipment|shipping|packing|sending)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "another address",
        re.compile(
            r"\b(?:change|correct|update|wrong|new|different)\s+(?:\w+\s+){0,2}address\b|\bredirect\w*"
            r"|\b(?:deliver|send)\s+(?:it|them)\s+to\s+my\b",
            re.IGNORECASE,
        ),
    ),
    (
        "to return it",
        re.compile(
            # "can I send it back?" asks whether it goes
            r"(?<!can i )(?<!could i )(?<!may i )(?<!can we )(?<!could we )(?<!how i )"
            r"(?:\breturn\s+(?:it|this|them|the\s+\w+)\b|\bsend\s+(?:\w+\s+){1,2}back\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "another delivery attempt",
        re.compile(
            r"\bre-?deliver\w*|\b(?:bring|deliver)\w*\s+(?:(?:it|them|this|my\s+\w+)\s+)?(?:(?:round|out)\s+)?(?:again"
            r"|once\s+more)"
            r"|\banother\s+(?:delivery\s+)?attempt|\bcome\s+(?:round\s+)?again",
            re.IGNORECASE,
        ),
    ),
    (
        STOP_THE_RETURN,
        re.compile(
            r"\b(?:stop|halt|prevent|intercept|undo|call off)\b.{0,20}\b(?:return\w*|going back|being sent back)\b"
            r"|\bturn(?:ed|ing)?\s+(?:it|this|the \w+|my \w+)\s+(?:a?round|back round)\b"
            r"|\b(?:don['’]?t|do not) (?:let|send) (?:it|them|the \w+|my \w+) (?:go |be sent )?back\b",
            re.IGNORECASE,
        ),
    ),
    ("delivery to the door, not collecting it", NO_COLLECTING),
    (
        "the right tracking number",
        re.compile(
            r"\b(?:want|need|give|send|tell|get|what['’]?s|which)\b[^.!?]{0,20}"
            r"\b(?:right|correct|real|proper|working)\s+(?:tracking\s+)?number\b",
            re.IGNORECASE,
        ),
    ),
    (
        PROOF,
        re.compile(
            r"\bproof of (?:delivery|postage|dispatch|sending)\b|\bwho (?:has |had )?signed\b"
            r"|\b(?:see|show|send|give|have|get|is there|are there)\b[^.!?]{0,20}"
            r"\b(?:(?:delivery|driver['’]?s|their|the) (?:photo\w*|picture|signature)|signature|gps)\b",
            re.IGNORECASE,
        ),
    ),
    (
        PAY_THE_CHARGE,
        re.compile(
            r"\b(?:you|u|ye|yous|kossr|the shop|your company)\b (?:(?!(?:i|we|they|said|told"
            r"|say)\b)\w+ ){0,3}?(?:pay|cover|bear|refund|settle"
            r"|reimburse)\b"
            r"[^.!?]{0,20}\b(?:it for me|duty|duties|customs|charges?|fees?|tax|taxes|vat)\b",
            re.IGNORECASE,
        ),
    ),
    ("an investigation", re.compile(r"\binvestigat\w+|\btrace\b", re.IGNORECASE)),
    (
        DISCOUNT,
        re.compile(
            r"\b(?:a|the|some|any|no) (?:\w+ )?discount\b(?! code)|\bprice (?:reduction|cut)\b|\b\d+ ?(?:%"
            r"|percent) off\b"
            r"|\b(?:half|part|some) (?:of )?(?:the |my |its )?(?:price|cost)\b|\bpartial refund\b"
            r"|\bknock\w*\b[^.!?]{0,20}\boff\b|\bkeep\b[^.!?]{0,30}\b(?:for less|cheaper)\b",
            re.IGNORECASE,
        ),
    ),
    (
        RIGHT_ITEM,
        re.compile(
            r"\b(?:want|need|rather|prefer|send|get|have|like|expect)\b[^.!?]{0,20}\b(?:right|correct|proper) "
            r"(?:ones?|items?|colou?rs?|sizes?|piece|thing|article)\b",
            re.IGNORECASE,
        ),
    ),
    # ruled on by its own words, and by a call that is not wanted
    (IN_WRITING, re.compile(r"\bin writing\b|\bwritten (?:answer|reply)\b", re.IGNORECASE)),
    (
        "a call",
        re.compile(
            r"\b(?:call|phone|ring)\s+me\b|\bgive\s+me\s+a\s+(?:call|ring|bell)\b|\bcall\s*back\b"
            r"|\bby\s+(?:tele)?phone\b",
            re.IGNORECASE,
        ),
    ),
)
