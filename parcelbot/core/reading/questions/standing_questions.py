"""Read questions that make sense at any time: who we are, photos for us, the carrier by name, what customs want.

English rules over whole questions. Each names second questions, likeliest first; where the parcel stands decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcelbot.core.reading.questions.pay_later import a_later_payment_is_due

_MARKET = (
    r"(?:market ?place|ali ?expres+|ali ?baba|ali(?= ?\b(?:\W*$|now|here|or))|temu|amazon|ebay|etsy|shein|joom|zalando"
    r"|otto|allegro|cdiscount|platform|wish(?=\W*$|\.com))"
)
_TALKING = r"(?:talk|speak|writ|chatt?|text|deal|messag)ing"
_SHOP = r"(?:shop|store|compan(?:y|ies)|firm|site|website|business|seller|brand|retailer|outfit)"
_WHO_WE_ARE = re.compile(
    r"\b(?:are|aren['’]?t|r) (?:you|u)\b"
    r"(?: (?:guys|people|really|actually|not|part of|from|with|just|then|all|in fact|the|that|this|an?|same"
    r"|as|one)){0,5}"
    rf" {_MARKET}\b"
    r"|\b(?:is(?:n['’]?t)?|was) (?:this|that|it)(?: (?:not|really|actually|still|the|an?|even|chat|site|you|from)){0,3}"
    rf" {_MARKET}\b(?!\W+(?:order|parcel|number|standard|shipping|logistics))"
    rf"|\b(?:am i|are we|i['’]?m|i am) (?:\w+ )?{_TALKING} (?:to|with)(?: the)? {_MARKET}\b"
    r"|^\W*(?:(?:and|so|but|sorry|ok|wait|hi|hello|hey|excuse me)\W+)*who (?:the \w+ )?(?:are|r) (?:you|u|ya)\b"
    r"(?: (?:guys|people|exactly|actually|really|anyway|lot|even|then|please|all|again|to me))*\W*$"
    rf"|\bwho(?:m)? (?:exactly |actually )?(?:am i|is (?:this|that)|i['’]?m|i am) (?:\w+ )?(?:{_TALKING}|with|on)\b"
    r"|\b(?:you['’]?re|you are) not (?:them|it|the same|part of (?:it|them))\b[^.!?]*\?"
    rf"|\b(?:what|which) {_SHOP}\b (?:is (?:this|it) (?:that )?(?:i|am)?|am i (?:\w+ )?{_TALKING}|are (?:you|u)\W*$"
    r"|do (?:you|u) (?:belong|work|speak|answer)|is this\b)"
    r"|\bdo (?:you|u) (?:only |just )?sell\b.{0,30}\bor are (?:you|u)\b",
    re.IGNORECASE,
)
_A_REAL_SHOP = re.compile(
    r"\b(?:(?:are|aren['’]?t) (?:you|u)|is (?:this|that|it|kossr)|you['’]?re)\b(?: \w+){0,3}?"
    r" (?:real|proper|actual|genuine|legit\w*|serious|fake|honest)\b(?: \w+){0,2}? "
    rf"{_SHOP}\b",
    re.IGNORECASE,
)
_PHOTO = r"(?:photo(?:graph)?s?|pics?|pictures?|images?|snaps?(?:hots?)?|screen ?shots?)"
_VIDEO = r"(?:videos?|footage|recordings?|clips?)"
_WHICH_PHOTOS = re.compile(
    rf"\b{_PHOTO} (?:of|showing) (?:what|which)\b|\b(?:which|what) {_PHOTO}\b(?! help)"
    rf"|\bwhat (?:should|must|does|do|has to|needs to|shall|would|am|is)\b[^.?!]{{0,30}}\b(?:on|in)"
    rf" (?:the|that|those|a|these) {_PHOTO}\b"
    rf"|\bwhat (?:should|must|shall|do|can) (?:i|we|you)\b[^.?!]{{0,20}}\b(?:{_PHOTO} of|photograph)\b"
    rf"|\bwhat (?:kind|sort) of {_PHOTO}\b|\bof what (?:do|should) (?:you|i)\b[^.?!]{{0,20}}\b{_PHOTO}\b",
    re.IGNORECASE,
)


def _offered(thing: str) -> re.Pattern[str]:
    """Build the pattern of questions whether, how or where we take a thing from the shopper."""
    return re.compile(
        rf"\b(?:do|does|did|would|will|can|could) (?:you|u|ya|anyone|somebody|someone|they)\b(?: \w+){{0,2}}? "
        rf"(?:need|want|like|require|take|accept|see|use|look at)\b[^.?!]{{0,20}}\b{thing}\b"
        r"|\b(?:shall|should|can|could|may|must|do|need|have) (?:i|we)\b[^.?!]{0,25}"
        rf"\b(?:send|upload|attach|share|post|add|submit|show|take|include|get|e-?mail|mail|put)\b[^.?!]{{0,20}}\b{thing}\b"
        rf"|\b(?:how|where)\b[^.?!]{{0,20}}\b(?:send|upload|attach|share|post|add|submit|show|get|put)\b[^.?!]{{0,20}}\b{thing}\b"
        rf"|\b(?:how|where)\b[^.?!]{{0,15}}\b{thing}\b[^.?!]{{0,12}}\b(?:go|sent|uploaded|attached)\b"
        rf"|\b(?:i|we)(?: can|['’]ve| have| could|['’]ve got)\b[^.?!]{{0,15}}\b(?:send|got|some|a)\b"
        rf"[^.?!]{{0,12}}\b{thing}\b[^.!]{{0,25}}\?"
        rf"|\b(?:i|we)\b[^.?!]{{0,30}}\b{thing}\b[^.?!]{{0,40}}\b(?:if|in case) (?:you|u|ya|they|anyone|that|it)\b"
        rf"[^.?!]{{0,12}}\b(?:want|need|like|help|helps|useful|interested|wish|any use|of use)\b"
        rf"|^\W*(?:(?:and|so|but|ok|well|also)\W+)*(?:i|we)(?: can| could| will|['’]ll) (?:also |still |just )?"
        rf"(?:take|make|get|send|snap)\b(?! no\b)[^.?!]{{0,12}}\b{thing}\b"
        rf"|(?:^|[.,;!?]\s*)(?:you )?(?:want|need|like) (?:an? |the |my |some |to see )+{thing}\b[^.!]{{0,25}}\?"
        rf"|\b{thing}\b[^.?!]{{0,40}}[,;]? ?(?:do )?(?:you|u) (?:want|need|like|wish)"
        rf"(?: to see| to have)? (?:it|them|one|that|those)\b"
        rf"|^\W*(?:(?:and|so|but|ok)\W+)*(?:any |a |some |with )?{thing} (?:needed|wanted|necessary|useful"
        r"|helpful|required|ok)\W*\?",
        re.IGNORECASE,
    )


_PHOTOS_FOR_US, _VIDEOS_FOR_US = _offered(_PHOTO), _offered(_VIDEO)
#: A picture of theirs or for the shopper is another one.
_ANOTHERS_PHOTO = re.compile(
    rf"\b(?:send|show|give|get|mail) (?:me|us)\b|\b(?:driver|courier|carrier|postman|delivery)(?:['’]?s)? {_PHOTO}\b"
    rf"|\b(?:their|his|her) {_PHOTO}\b",
    re.IGNORECASE,
)
_NOT_WAITING = re.compile(
    r"\b(?:when|how soon|until when|from when)\b[^.?!]{0,25}\b(?:stop|give up|quit|be done)\b[^.?!]{0,10}"
    r"\b(?:waiting|hoping|on it|checking|watching)\b",
    re.IGNORECASE,
)
_WITH_YOU = re.compile(
    r"\b(?:in|at|inside) (?:your|ur) (?:own )?(?:\w+ )?(?:warehouse|storage|stock ?room|depot|shop|hands|store)\b"
    r"|\b(?:do|have) (?:you|u) (?:guys )?(?:still |actually |even )?(?:have|got) (?:it|my (?:parcel|package|box))\b"
    r"(?: (?:there|with you|back|now))*\W*$",
    re.IGNORECASE,
)
_ON_THE_VAN = re.compile(
    r"\b(?:are|r) (?:you|u) (?:really |quite |absolutely )?(?:sure|certain|positive)\b[^.?!]{0,25}"
    r"\b(?:vans?|out for delivery|on (?:its|the) way|coming|delivered today|today|lorry|truck|driver|moving)\b",
    re.IGNORECASE,
)
_ANOTHER_NUMBER = re.compile(
    r"\b(?:is|will|does|do|has|have|would)\b[^.?!]{0,20}\b(?:new|different|second|another|local|other)"
    r" (?:tracking |parcel )?(?:number|code)\b",
    re.IGNORECASE,
)

#: What we have told already is no news; "I told you that already" is the shopper's own.
_WE = r"\b(?:you|u)(?:['’]ve|['’]re| have| had| are| just| already| only| keep| always| literally)*"
_ENDS = r"\W*(?:$|[.!,;])"
_WE_REPEAT = re.compile(
    rf"{_WE} (?:said|told me|wrote|saying|telling me|answered|mentioned) (?:that|this|so|it|the same(?: thing)?)\b"
    r"(?: \w+){0,2}? ?(?:already|before|twice|again|just now|earlier|(?:two|three|four) times|all the time)"
    rf"{_ENDS}|{_WE} repeat\w*(?: (?:yourself|that|it|this))?{_ENDS}"
    r"|\bthe same (?:answer|text|sentence|reply|message|line)"
    rf"(?: (?:again|as before|over and over|every time|all the time|twice))*{_ENDS}"
    r"|\bstop repeating\b|\b(?:broken record|like a parrot)\b|\bcopy(?:ing)?[ -](?:and[ -])?past(?:e|ing)\b",
    re.IGNORECASE,
)

_BACK = r"(?:(?:go(?:es)?|going|sent|send|sen[dt]ing|come|goes straight)\b[^.?!]{0,12}\bback|return\w*)"
_BACK_WHEN = re.compile(
    rf"\b(?:how (?:long|many days|much time|soon)|when|after how|until when|at what point|by when)\b"
    rf"[^.?!]{{0,60}}\b{_BACK}\b",
    re.IGNORECASE,
)
_FEE = r"(?:fees?|charges?|dut(?:y|ies)|tax(?:es)?|vat|cost|bill|sum|amount|money|it|this|that|them)"
_US = (
    r"(?:you|u|ya|ye|yous|y['’]?all|kossr|(?:the|your) (?:shop|seller|sender|company)|somebody|someone|anyone|a person)"
)
_COVERED_BY_US = re.compile(
    rf"\b{_US}\b[^.?!]{{0,45}}\b(?:cover|reimburse|absorb|bear|shoulder|settle|pay|foot"
    rf"|(?:pick|take|taking)s? (?:up|over|on))(?:s|ing)?\b[^.?!]{{0,12}}\b{_FEE}\b",
    re.IGNORECASE,
)
_IS_IT_THEM = re.compile(
    r"^\W*(?:(?:so|and|but|then|ok|well|or)\W+)*(?:is|was|isn['’]?t|wasn['’]?t|would|will|could)\W+"
    r"(?:it|that|this|they|the (?:firm|carrier|courier|company|driver|post))"
    r"\b(?: (?:be|come|go|with|by|from|coming|going|called|maybe|perhaps|then))*(?: [\w'&.-]+){1,3}"
    r"(?: (?:then|who|that|has|have|had|it|is|brings?|bringing"
    r"|delivers?|delivering|now|or not|maybe|by any chance))*\W*$",
    re.IGNORECASE,
)
_WHAT_CUSTOMS_WANT = re.compile(
    r"\bwhat\b[^.?!]{0,20}\bcustoms\b[^.?!]{0,20}"
    r"\b(?:want|need|require|ask|after|missing|waiting for|expect|looking for)\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\b(?:when|how (?:long|soon|many days)|by when)\b[^.?!]{0,40}"
    r"\b(?:through|clear\w*|releas\w*|done with|let (?:it |my parcel )?(?:go|through)|out of customs|finish\w*"
    r"|let go|free)\b",
    re.IGNORECASE,
)

_AT_ANY_TIME: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_WHO_WE_ARE, ("are_you_seller",)),
    (_A_REAL_SHOP, ("real_shop",)),
    (_WHICH_PHOTOS, ("which_photos",)),
    (_PHOTOS_FOR_US, ("photos_where",)),
    (_VIDEOS_FOR_US, ("video",)),
)
_SOMEBODY_ELSE = (
    r"(?:wife|husband|partner|(?:boy|girl)?friend|son|daughter|mother|mum|mom|father|dad|brother|sister|neighbou?r"
    r"|colleague|cousin|flatmate|roommate|relative)"
)
_ANOTHER_FETCHES = re.compile(
    rf"\b(?:my|our|his|her|an?|the) (?:\w+ )?{_SOMEBODY_ELSE}\b(?: \w+){{0,2}}?"
    r" (?:take (?:it|this|my \w+)(?! (?:in|back|off|away))|collect|fetch|get (?:it|my \w+)|go for it"
    r"|pick (?:it|this|my \w+|up))\b",
    re.IGNORECASE,
)
_SEARCHED_BY = re.compile(
    r"\b(?:under|with|by|using) (?:which|what) (?:tracking |parcel )?number\b"
    r"|\b(?:which|what) (?:tracking |parcel )?number (?:do|should|shall|must|can|would) (?:i|we|they) (?:\w+ )?"
    r"(?:give|use|quote|tell|show|search|enter|type|say)\b",
    re.IGNORECASE,
)
_OF_A_PARCEL: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_ANOTHER_FETCHES, ("somebody_else_collects",)),
    (_SEARCHED_BY, ("which_number",)),
    (_WE_REPEAT, ("nobody_knows",)),
    (_NOT_WAITING, ("when_know_more",)),
    (_WITH_YOU, ("you_have_it", "who_has_it")),
    (_ON_THE_VAN, ("still_coming",)),
    (_ANOTHER_NUMBER, ("new_number", "which_number")),
)
_AT_CUSTOMS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_COVERED_BY_US, ("customs_you_pay",)),
    (_BACK_WHEN, ("customs_deadline", "goes_back")),
    (_THROUGH, ("customs_how_long",)),
)


def asked_at_any_time(text: str) -> Iterator[str]:
    """Name the second questions of a message that need no parcel: a payment due, who we are, and pictures for us."""
    if a_later_payment_is_due(text):
        yield "instalments"
    photos_of_others = _ANOTHERS_PHOTO.search(text) is not None
    for pattern, names in _AT_ANY_TIME:
        if pattern.search(text) and not (photos_of_others and pattern in (_WHICH_PHOTOS, _PHOTOS_FOR_US)):
            yield from names


def offers_a_picture(text: str) -> bool:
    """Tell whether a message offers a photo or a video for us: it waits for a word whether it is wanted."""
    ours = _ANOTHERS_PHOTO.search(text) is None
    return ours and any(pattern.search(text) for pattern in (_PHOTOS_FOR_US, _VIDEOS_FOR_US))


def asked_of_a_parcel(text: str) -> Iterator[str]:
    """Name the second questions of a message about a parcel that was told of."""
    for pattern, names in _OF_A_PARCEL:
        if pattern.search(text):
            yield from names


def asked_at_customs(text: str) -> Iterator[str]:
    """Name the second questions of a message about a parcel that customs hold, which ask else of something other."""
    for pattern, names in _AT_CUSTOMS:
        if pattern.search(text):
            yield from names


def asks_what_customs_want(text: str) -> bool:
    """Tell whether a message asks what customs want, and not how they are reached."""
    return _WHAT_CUSTOMS_WANT.search(text) is not None


def asks_whether_it_is(text: str) -> bool:
    """Tell whether a message asks nothing but whether a firm that it names is the one: "was it Evri?"."""
    return _IS_IT_THEM.search(text) is not None
