"""Read what a message says of the goods: which piece it is and what is wrong with it, that it shall be sent again."""

from __future__ import annotations

import re

from parcelbot.core.questions import Question

_THING = r"(?:box|parcel|package|packet|bag|envelope|carton|padded bag|mailer|pouch|it|they)"
_CAME_EMPTY = re.compile(
    rf"\b{_THING}\b[^.!?]{{0,40}}\b(?:is|was|are|were|came|arrived|turned up|but|and|totally|completely)\b"
    r"[^.!?]{0,12}\bempty\b"
    rf"|\bempty {_THING}\b"
    r"|\bnothing (?:(?:was|is|at all|else) )*(?:in|inside)(?: (?:it|the (?:box|parcel|package|bag|envelope|carton)))?\b"
    r"(?! (?:my|the|our) )"
    r"|\b(?:only|just) (?:\w+ ){0,3}(?:inside|in (?:it|there|the (?:box|parcel|package|bag|envelope)))\b"
    r"|\bno (?:goods|items?|products?|clothes|content) (?:\w+ )?(?:in|inside)\b",
    re.IGNORECASE,
)
_ONLY_ONE = re.compile(
    r"\b(?:only|just) (?:\w+ )?(?:one|two|three|four|five|\d+|half|some|an?|the|my)\b", re.IGNORECASE
)
_ANOTHER_PLACE = re.compile(
    r"\b(?:letter ?box|mail ?box|post ?box|locker|porch|doorstep|door ?step|hallway|po box|shed|garage)\b[^.!?]{0,25}"
    r"\b(?:empty|nothing)\b"
    r"|\b(?:nothing|empty)\b[^.!?]{0,20}\b(?:letter ?box|mail ?box|post ?box|locker|porch|doorstep|shed)\b",
    re.IGNORECASE,
)

_SEND_AGAIN = re.compile(
    r"\b(?:send|ship|post|mail)\b(?! (?:it|this|that|them|these) back)[^.!?]{0,30}"
    r"\b(?:again|anew|once more|a second time)\b"
    r"|\bre-?(?:send|ship)\b|\bsend (?:me |us |out )?(?:another|a new|a second|a fresh)\b",
    re.IGNORECASE,
)

#: What says nothing of which piece it is, after "the" or "my".
_VAGUE = (
    r"(?:item|thing|stuff|parcel|package|packet|box|carton|bag|envelope|label|packag\w+|packing|order|one|ones|product"
    r"|goods|delivery|piece|article|content\w*|rest|whole|entire|other|wrong|broken|damaged|empty|opened|used|right|same|different"
    r"|first|second|last|ordered|postman|driver|courier|carrier|post|seller|shop|problem|refund|replacement|money"
    r"|person|photos?|pictures?|day|week|days|weeks|bit|lot|few|number|size|colou?r|way|is|was|came|arrived|has|have"
    r"|very|completely|totally|really|so|and|but|or|it|they|this|that|not|no|to|in|on|of|at|with|from|for|by|now)s?\b"
)
_PIECE = re.compile(
    rf"\b(?:the|my|our|an?|one|two|three|both|these|those)\s+(?:(?:new|red|blue|green|black|white|grey|small|large|big"
    rf"|left|right|glass)\s+)?(?!{_VAGUE})(?:[^\W\d_]{{3,}})",
    re.IGNORECASE,
)
#: Signs of each kind of trouble with goods; they count only where goods are told of.
_SIGNS = {
    Question.ITEM_DAMAGED: r"crack\w*|broken?|tor[en]|smash\w*|shatter\w*|scratch\w*|stain\w*|chipped|leak\w*|dent\w*"
    r"|damag\w*|soak\w*|ripped|bent|faulty|snapped|dripping|in (?:bits|pieces)|does(?: not|n['’]?t) work",
    Question.ITEM_WRONG: r"wrong (?:\w+ )?(?:colou?r|size|item|one|thing|model|version|article)"
    r"|(?:instead of|rather than|and not|not) (?:the |an? |in )?(?:\w+ ){0,2}(?:i ordered|ordered|red|blue|green|black"
    r"|white|grey|pink|yellow|small|medium|large|xs|s|m|l|xl|xxl|\d{2})"
    r"|(?:a|in) different (?:colou?r|size|model|item)|not what i ordered"
    r"|ordered [^.!?,]{2,30}(?:but|and) (?:got|received)",
    Question.ITEM_MISSING: r"missing|(?:was|is|were|are)(?: not|n['’]?t) (?:in (?:it|there|the)|inside|included)"
    r"|left out|only (?:one|two|three|1|2|3) of",
}
_TROUBLES = {question: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for question, words in _SIGNS.items()}

_BOX = r"(?:box|bag|parcel|package|packet|carton|envelope|wrapping)"
_IN_HAND = re.compile(
    rf"\b(?:opened|unpacked|unwrapped|cut open|slit open) (?:it|them|(?:the|my|your|that|this) (?:\w+ )?{_BOX})\b"
    rf"|\binside (?:it|(?:the|my|your|that|this) (?:\w+ )?{_BOX})\b|\bin (?:the|this|that) {_BOX}\b"
    r"|\bit (?:was|has been|is) (?:actually |indeed )?delivered(?: (?:fine|all right|alright|to me))?\b(?=[^?]*"
    r"\b(?:wrong|other|else|broken|damaged|different|instead)\b)"
    r"|\bit did (?:come|arrive|get here|turn up)\b|\bwrong (?:stuff|things|contents|clothes|goods|articles?)\b",
    re.IGNORECASE,
)
#: "I have them right here on the bed", and not "I have it here on the screen that it was delivered".
_HOLDS_IT = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)(?: got)?(?: all of| both of)? (?:it|them|both|everything)(?: all| both)? (?:right )?"
    r"(?:here|with me|in (?:my|our) (?:hands?|lap)|on (?:my|our|the) (?:bed|table|sofa|couch|floor|lap))\b"
    r"(?![^.!?]{0,30}\b(?:screen|apps?|pages?|sites?|website|e-?mail|phone|tracking|that)\b)"
    rf"|\b(?:i|we)(?:['’]ve| have)?(?: just| already)? (?:opened|unpacked|unwrapped|cut open|slit open) "
    rf"(?:it|them|(?:the|my|your|that|this) (?:\w+ )?{_BOX})\b"
    r"(?! (?:page|site|tracking|app|link|locker|status|details?|number|e-?mail|message)s?\b)",
    re.IGNORECASE,
)
_ANOTHER_NUMBER = re.compile(
    r"\b(?:replacement|replaced|new|another|different|second)(?: \w+)? (?:numbers?|codes?|labels?|ids?|links?)\b",
    re.IGNORECASE,
)
_ANOTHER_ONE = re.compile(
    r"\b(?:replac\w*|re-?sen[dt]\w*|again|another|new (?!one of)\w+|one instead)\b", re.IGNORECASE
)


def names_a_piece(text: str) -> bool:
    """Tell whether a message about goods says which piece it is: "the mug is cracked", not "the item is broken"."""
    return _PIECE.search(text) is not None


def troubles_told(text: str) -> tuple[Question, ...]:
    """List the kinds of trouble with goods that a message tells of by its words."""
    return tuple(question for question, sign in _TROUBLES.items() if sign.search(text))


def asks_for_another_number(text: str) -> bool:
    """Tell whether a message asks after a new number, code or label only, and after no goods in their place."""
    rest = _ANOTHER_NUMBER.sub(" ", text)
    return rest != text and _ANOTHER_ONE.search(rest) is None


def asks_to_send_again(text: str) -> bool:
    """Tell whether the goods shall be sent a second time; sending something back is no such thing."""
    return _SEND_AGAIN.search(text) is not None


def has_it_in_hand(text: str) -> bool:
    """Tell whether a message speaks of a parcel that is opened, or that did come: nothing of it has to be found."""
    return (_IN_HAND.search(text) is not None or holds_it(text)) and not came_empty(text)


def holds_it(text: str) -> bool:
    """Tell whether a message says in so many words that the parcel, or what was in it, is with its shopper now."""
    return _HOLDS_IT.search(text) is not None


def came_with_nothing(text: str) -> bool:
    """Tell whether a parcel came with nothing at all in it; "only one towel inside" is one towel."""
    return came_empty(text) and _ONLY_ONE.search(text) is None


def came_empty(text: str) -> bool:
    """Tell whether a parcel came with nothing, or only packing, in it; an empty letterbox is none."""
    return _CAME_EMPTY.search(text) is not None and _ANOTHER_PLACE.search(text) is None
