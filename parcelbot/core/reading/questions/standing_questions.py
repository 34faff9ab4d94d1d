"""Read questions of any moment: pictures for us, the carrier by its name, what customs want. English rules."""

from __future__ import annotations

import re

_PHOTO = r"(?:photo(?:graph)?s?|pics?|pictures?|images?|snaps?(?:hots?)?|screen ?shots?)"
_VIDEO = r"(?:videos?|footage|recordings?|clips?)"


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


def offers_a_picture(text: str) -> bool:
    """Tell whether a message offers a photo or a video for us: it waits for a word whether it is wanted."""
    ours = _ANOTHERS_PHOTO.search(text) is None
    return ours and any(pattern.search(text) for pattern in (_PHOTOS_FOR_US, _VIDEOS_FOR_US))


def asks_what_customs_want(text: str) -> bool:
    """Tell whether a message asks what customs want, and not how they are reached."""
    return _WHAT_CUSTOMS_WANT.search(text) is not None


def asks_whether_it_is(text: str) -> bool:
    """Tell whether a message asks nothing but whether a firm that it names is the one: "was it Evri?"."""
    return _IS_IT_THEM.search(text) is not None
