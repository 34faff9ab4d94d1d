"""Tell sentences that tell a person nothing: courtesy, mockery, and complaints about the answers given here. Pure."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.irony import is_ironic

_YOU = r"(?:you|u|ya|ye)"
_COURTESY = re.compile(
    r"^\W*(?:(?:many|so|very|much|and|ok(?:ay)?|oh|well|i am|i['’]m|a) )*"
    r"(?:thank(?:s| you| u)\b|thx\b|cheers\b|much obliged\b|(?:very )?grateful\b|appreciate\b|(?:kind|best"
    r"|warm) regards"
    r"|yours (?:faithfully|sincerely|truly)|sincerely\b|dear (?:sirs?|madam|team|all)\b|good (?:morning"
    r"|afternoon|evening|day)\b"
    r"|sorry (?:to|for) (?:bother\w*|disturb\w*|keep\w*|ask\w*|the trouble|writing)"
    r"|(?:i )?hope (?:you|this|all|(?:that|it) (?:came|went|got) (?:through|over)"
    r"|i['’]?(?:m|ve) (?:in|writing to|got|reached) the right)"
    r"|(?:please|pls|plz)? ?help (?:me )?(?:to )?(?:check|look)\W*$"
    r"|have a (?:nice|good|lovely)|bless you|god bless)(?!.*\b(?:but|however|though|need|want|please)\b)"
    r"|^\W*(?:merci|danke|vielen dank|gracias|muchas gracias|grazie|obrigad[oa]|bedankt|dank je|dank u|dziękuję"
    r"|спасибо"
    r"|дякую|teşekkür\w*|tack)\b(?!.*\d)(?:\W+\w+){0,5}\W*$"
    r"|^(?:お世話になっております|よろしくお願い|ありがとうございま|すみません|谢谢|شكرا)[^。！？]{0,12}[。！]?$",
    re.IGNORECASE,
)
_OF_THE_ANSWERS = re.compile(
    rf"\b(?:that|this|it)(?:['’]s| is(?: not|n['’]t)?| was(?: not|n['’]t)?| does(?: not|n['’]t)?| did(?: not"
    rf"|n['’]t)?)\s+"
    r"(?:still )?(?:not |no )?"
    r"(?:an? |really |even )*(?:answer\w*|yes\W|no\W|yes or|(?:two|three|one|a|any) (?:dates?|days?|times?"
    r"|reasons?|reply)\b"
    r"|what i (?:asked|said|meant)|help\w*)"
    rf"|\b{_YOU} (?:still )?(?:have(?: not|n['’]t)|did(?: not|n['’]t)|never|are(?: not|n['’]t)|do(?: not"
    rf"|n['’]t)|keep|already)"
    r" (?:\w+ )?(?:said|say|saying|answer\w*|told|tell\w*|repl\w+|repeat\w*|listen\w*|understand\w*|understood"
    r"|read)\b"
    rf"|\b(?:i|we) (?:just |already |have |have just |have already )+(?:told|said to|wrote to|answered|gave) {_YOU}\b"
    rf"|\b{_YOU} don talk\b|\b(?:be|get) (?:straight|honest|real|serious) with me\b|\b(?:stop"
    rf"|enough with) (?:the )?(?:excuses"
    r"|fobbing|repeating)\b|\bnot? interest(?:ed)?\b.{0,15}\b(?:how|general|polic\w+|rules)\b|^\W*(?:be honest"
    r"|come on|seriously"
    r"|really|unbelievable|ridiculous|whatever|typical|figures)(?: (?:pls|please|now|then|guys|mate|people))*\W*$",
    re.IGNORECASE,
)
_MOCKERY = re.compile(
    r"^\W*(?:oh |well |wow |ah |how |so |that['’]s |that is |this is )*(?:very |so |really |just |most |\w+ly )*"
    r"(?:reassuring|comforting|encouraging|impressive|helpful|convenient|clever|generous|kind of you|charming"
    r"|delightful"
    r"|wonderful|brilliant|marvell?ous|fantastic|fabulous|lovely|splendid|great|perfect|amazing|terrific|magic)"
    r"(?:[ ,]+(?:indeed|truly|really|then|that|stuff|news|mate|guys|as always|as ever|thank you very much))*\W*$"
    r"|\bmy favou?rite\b\W*$|\bthat (?:really )?fills me with\b|\bi feel (?:so |much )?better (?:already|now)\b"
    r"|\bin case (?:nobody|no ?one|you) (?:noticed|wondered|cared)\b",
    re.IGNORECASE,
)
#: "Here's the photo" comes with it.
_HANDS_OVER = re.compile(
    r"^\W*(?:ok(?:ay)? |yes |so |well |righto |right )*(?:here(?:['’]s| is| are| you (?:go|are)| it is)"
    r"|i can (?:send|take) (?:\w+ ){0,3}"
    r"(?:photo|picture|pic)\w*|(?:i(?:['’]ll| will|['’]m| am)) (?:send\w*|attach\w*))\b(?:\W+\w+){0,7}\W*$"
    r"|^写真を?お?送り(?:し|いたし)ます[ねよ]?[。！]?$"
    r"|^(?:voici|aquí va|ecco|aqui (?:vai|está)|hier ist|вот) \w+(?: \w+){0,2}\W*$",
    re.IGNORECASE,
)
_FILLERS = (_COURTESY, _OF_THE_ANSWERS, _MOCKERY, _HANDS_OVER)
#: A thank-you of more words, or with a figure or a word of these, tells something as well.
_THANKS = re.compile(
    r"\W*(?:(?:ok(?:ay)?|oh|great|perfect|good|fine|well|yes|no|and|many|so|very|alright|lovely|wonderful)\W+)*"
    r"(?:thanks?|thank you|thx|cheers|much obliged|merci|danke\w*|vielen dank|gracias|grazie|obrigad[oa]|bedankt"
    r"|dzi[eę]kuj[eę]|спасибо|дякую|teşekkür\w*|谢谢|ありがとう\w*|شكرا)\b"
    r"(?!.*(?:[?\d@]|\b(?:please|but|want|need|also|my|address|number|refund|send|wrong|not|n['’]t|if|order)\b))"
    r"(?:\W+\w+['’]?\w*){0,12}\W*",
    re.IGNORECASE | re.DOTALL,
)


def only_thanks(text: str) -> bool:
    """Tell whether a message thanks, and tells nothing else."""
    return _THANKS.fullmatch(text) is not None


def is_filler(sentence: str) -> bool:
    """Tell whether a sentence has nothing in it for the person who takes the case."""
    plain = " ".join(sentence.split())
    return is_ironic(plain) or any(pattern.search(plain) for pattern in _FILLERS)
