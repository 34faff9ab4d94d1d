"""Tell what a clause wishes or refuses for its writer's own case from what it only speaks of. Rules, not a model.

"You refunded me", "is a refund possible?", "no essay about refunds" and "they return it" all name a wish, and are none:
only who says so of themselves, or asks us to do it, has one. In doubt nothing is wished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLAUSES = re.compile(
    r"[,;:]|\s[-–—]+\s|\b(?:but|because|although|though|unless|whereas)\b"
    r"|\b(?:and|so|then)\s+(?=(?:i|we|they|he|she|it|you|please|pls|just|don['’]?t|do not|not|no|never|if)\b)"
    r"|(?<!\beither )(?<!\bwhether )\bor\s+(?=(?:i|we|they|he|she|it|you|just)\b)",
    re.IGNORECASE,
)
#: "If it takes that long, actually just refund me" has its wish behind the condition, with or without a comma.
_CONDITION = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:if|when|in case)\b", re.IGNORECASE)
_BEHIND_A_CONDITION = re.compile(
    r"(?<!\byou )(?<!\bthey )(?<!\bi )(?<!\bwe )(?<!\bit )(?<!\bhe )(?<!\bshe )(?<!\bto )(?<!\bcan )(?<!\bcould )"
    r"(?<!\bwill )(?<!\bwould )(?<!\bdid )(?<!\bdo )(?<!\bdoes )"
    r"\b(?=(?:actually|then|rather)\s+(?:just|please|pls|rather|the money|my money|a refund)\b)",
    re.IGNORECASE,
)
#: What a clause may begin with before it says what is wished.
_BEGIN = (
    r"^\W*(?:(?:nope|nah|no(?=\s+(?:i|we|please|just|rather|wait|the|my|a|an|then|better|actually|send|give)\b)|yes|yeah"
    r"|yep|ok(?:ay)?|oh|ah|hm+|well|so|then|and|but|or|also|actually|wait|sorry|alright|all right|right|fine|instead"
    r"|in that case|rather|just|only|now|simply|hi|hello|hey|dear \w+|please|pls|plz|better|perhaps|maybe|scrap that"
    r"|(?:my (?:wish|choice)(?: is)?)|i['’]?d say|i say|i choose|i pick|after all|either|both)\W+)*"
)
_ARTICLES = r"(?:(?:a|an|the|my|our|full|partial|complete|whole|some)\s+)*"
_SELF = r"\b(?:i['’]?d|i['’]?ll|i['’]?m|i|we['’]?d|we['’]?ll|we['’]?re|we)"
_WOULD = r"(?:\s+(?:would|will|do|did|am|are|must))?"
_ADVERBS = r"(?:\s+(?:\w+ly|just|only|still|now|then|rather|also|much|so|both|all|even|please|therefore))*"
_NO_KNOWING = r"(?!\s+(?:\w+\s+)?(?:to\s+)?(?:know|understand|hear|see (?:if|whether)|find out)\b)"
#: "I want", "I'd take", "we are asking for": said of oneself, and not denied.
_SAYS_SO = re.compile(
    rf"{_SELF}{_WOULD}{_ADVERBS}\s+(?:want|wanted|wanna|need|needed|prefer|demand|insist|wish|expect|ask(?:ed)? for"
    r"|ask(?= to\b| you\b| that\b)|(?:asking|requesting|looking|hoping) for|request|require|choose|take|pick|opt|accept"
    r"|go|settle|claim|keep|(?:be |)(?:happy|fine|glad|okay|ok|good) with|be (?:happy|glad) (?:to|if))\b"
    + _NO_KNOWING
    + r"|\b(?:i['’]?d|we['’]?d|(?:i|we) would)"
    + _ADVERBS
    + r"\s+(?:like|love|have|rather)\b"
    + _NO_KNOWING
    + r"|\b(?:i['’]?ll|we['’]?ll|(?:i|we) will|(?:i['’]?m|i am|we are) (?:going to|gonna))"
    + _ADVERBS
    + r"\s+(?:send|return|have|cancel|do)\b"
    + rf"|{_BEGIN}(?:want|wanna|need|prefer|would like|['’]?d like|would rather|asking for)\b{_NO_KNOWING}"
    # "it must be cancelled", "you should refund me"
    r"|\b(?:must|should|has to|have to|needs? to|is to|are to|ought to) be \w+(?:ed|nt)\b"
    r"|\b(?:you|someone|somebody|they|the (?:carrier|courier|driver|shop)) (?:must|should|have to|has to|needs? to)\b"
    r"|\bis (?:all|what) (?:i|we) (?:want|need|ask)|\bwould be (?:\w+ly )?(?:nice|great|good|fine|better|best|enough|ok"
    r"|okay|lovely|perfect|welcome|appreciated)\b",
    re.IGNORECASE,
)
_EXPLAIN = (
    r"(?!\s+(?:\w+\s+)?(?:tell(?! (?:them|him|her|the)\b)|explain|say|confirm|check|advise"
    r"|let (?:me|us) know)\b)"
)
#: "Could you", "may I have", "please": asked of us, unless it asks to be told something.
_ASKS_US = re.compile(
    r"\b(?:can|could|may|might) (?:you|u|ye|yous|someone|somebody|anyone|they|it|this|that|i|we|he|she|your \w+"
    rf"|(?:a|the) (?:person|human|carrier|courier|driver|team|post))\b{_EXPLAIN}"
    rf"|\b(?:would|will) (?:you|u|ye|yous|someone|somebody|anyone|your \w+)\b{_EXPLAIN}"
    r"|\b(?:is it (?:still |)possible to (?!get\b|have\b|know\b)|any (?:chance|way) (?:of|to|you|we|i)|how about)\b",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    rf"\b(?:please|pls|plz|kindly)\b(?!\s+(?:no|not|never|don['’]?t|do not|stop|spare)\b){_EXPLAIN}", re.IGNORECASE
)
_COMMANDS = re.compile(
    rf"{_BEGIN}(?:send|re-?send|give|gimme|refund|reimburse|cancel|swap|exchange|call(?! it\b)|replace|re-?ship"
    r"|redirect|change|correct"
    r"|update|stop|halt|turn|prevent|intercept|bring|deliver|re-?deliver|open|start|phone|ring|let|make|get|put|pay|take|knock"
    r"|show|come|issue|arrange|try|ship|return(?! (?:is|was|has))|investigate|trace|find|tell (?:them|him|her|the)"
    r"|ask (?:them|him|her|the)|don['’]?t (?:let|send)|do not (?:let|send))\b"
    r"(?!\s+(?:me|us) (?:know|about|when|how|if|whether)\b)",
    re.IGNORECASE,
)
#: With one of these it depends: asked in such a clause, a thing is asked of the rules.
_DEPENDS = re.compile(r"\b(?:if|in case|suppose|assuming|normally|usually|in general|generally)\b", re.IGNORECASE)
#: "I'd take it if …" weighs one thing against another.
_WOULD_TAKE = re.compile(r"\b(?:i['’]?d|we['’]?d|(?:i|we) would)\s+(?:\w+ly\s+)?(?:take|accept|have)\b", re.IGNORECASE)
#: What others say, want or have done, and what thanks are for.
_OF_OTHERS = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!\bas )\b(?:said|says|told|tells|wrote|writes|claims|asks|asked|thinks|wants)\b"
    r"|\b(?:they|he|she|you) (?:want|say|claim|ask|think|refunded|returned|sent|replaced|cancelled)\b"
    r"|\b(?:thanks|thank you|cheers|ta|grateful|glad|sorry)(?: \w+){0,2} (?:for|about)\b"
    # "about refunds", "how refunds work": that is what somebody talks of
    r"|(?<!\bhow )\b(?:about|regarding|concerning)\s+(?:\w+\s+){0,2}$|\b(?:how|why|when|whether)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_WANTING = (
    r"(?:(?:want|wanted|wanting|need|wish|like|care|ask|asked|asking|mean|meant|say|said|mention|mentioned|write|wrote|speak"
    r"|spoke|intend|plan|going|accept|take|request|to|for|of|a|an|the|my|any|it|them|this|that|anything|about|another"
    r"|full|be|just|such|you|even|have it|more|refund|money|replacement|calls?|discount|new|one|or|nor|and)\s+){0,7}$"
)
_NOT_WANTED = re.compile(
    r"(?:\b(?:i|we|nobody|no ?one)\s+(?:really |just |definitely |certainly |also |still |certainly )?"
    r"(?:do not|don['’]?t|would not|wouldn['’]?t|will not|won['’]?t|did not|didn['’]?t|never|no longer|am not)"
    r"|\b(?:i['’]?d|i['’]?ll|i['’]?m)\s+(?:rather |really |certainly |)not"
    rf"|{_BEGIN}(?:don['’]?t|do not|never|no need)"
    r"|\b(?:rather than|instead of|without)"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bhas )(?<!\bhave )(?<!\bhad )(?<!\bbeen )(?<!\bdid )(?<!\bam )"
    r"(?<!\bcan )(?<!\bwill )(?<!\bdo )(?<!\bdoes )(?<!\bcould )(?<!\bwould )\bnot)\s+" + _WANTING,
    re.IGNORECASE,
)
_NONE_WANTED = re.compile(
    r"\b(?:want|need|accept|expect|wish|ask(?:ed)? for|rather have|take)(?: for)? "
    r"no (?:more |other )?(?:\w+ (?:or|nor) )?$"
    r"|\b(?:forget|scrap|skip|drop|never mind)\s+(?:about\s+)?(?:the|my|that|a)\s+$",
    re.IGNORECASE,
)
#: "No refund" alone may be a lament: it refuses beside something that is wished, or with one of these.
_NONE_OF_IT = re.compile(rf"{_BEGIN}no (?:more |other )?(?:\w+ (?:or|nor) )?$", re.IGNORECASE)
_NOT_NEEDED = re.compile(
    r"\W*(?:\w+\W+)?(?:please|pls|thanks|thank you|needed|wanted|necessary|required)\b", re.IGNORECASE
)
_BARE_BEGIN = re.compile(
    rf"{_BEGIN}{_ARTICLES}(?:(?!no\b|not\b|never\b)\w+(?: back)? (?:or|and) {_ARTICLES})?", re.IGNORECASE
)
_BARE_END = re.compile(
    r"[^\w?？]*(?:$|(?:please|pls|plz|thanks?|thank you|instead|then|rather|or|and|either|now|asap|immediately|as well"
    r"|after all(?!\W*[?？])"
    r"|too|whichever|whatever|if possible|first|for (?:me|it|this)|is (?:fine|ok(?:ay)?|good|better))\b)",
    re.IGNORECASE,
)
#: "I don't have my money" refuses nothing.
_HAD = re.compile(r"(?:have|had)\b", re.IGNORECASE)


def clauses(sentence: str) -> Iterator[str]:
    """Give the clauses of a sentence, in order."""
    for clause in _CLAUSES.split(sentence):
        parts = _BEHIND_A_CONDITION.split(clause, maxsplit=1) if _CONDITION.match(clause) else [clause]
        yield from (part.strip() for part in parts if part.strip())


def wishes(clause: str, found: re.Match[str], depends: bool) -> bool:
    """Tell whether a clause wishes for what was found in it; `depends`: its sentence asks of what may be."""
    before, after = clause[: found.start()], clause[found.end() :]
    if refuses(clause, found) or none_of_it(clause, found) or _OF_OTHERS.search(before):
        return False
    if depends and _WOULD_TAKE.search(before):
        return False
    bare = _BARE_BEGIN.fullmatch(before) and _BARE_END.match(after) and not found[0].casefold().endswith("ed")
    if bare or _SAYS_SO.search(clause) or _COMMANDS.search(clause) or _PLEASE.search(clause):
        return True
    return _ASKS_US.search(clause) is not None and not depends


def refuses(clause: str, found: re.Match[str]) -> bool:
    """Tell whether a clause says that what was found in it is not wanted."""
    before, after = clause[: found.start()], clause[found.end() :]
    if _NONE_OF_IT.search(before) and _NOT_NEEDED.match(after):
        return True
    not_wanted = _NOT_WANTED.search(before) is not None and _HAD.match(found[0]) is None
    return not_wanted or _NONE_WANTED.search(before) is not None


def none_of_it(clause: str, found: re.Match[str]) -> bool:
    """Tell whether a clause says "no refund", which refuses one where something else is wished."""
    return _NONE_OF_IT.search(clause[: found.start()]) is not None


def depends_on_rules(sentence: str) -> bool:
    """Tell whether what a sentence asks depends on something: "could I have it back if …?"."""
    return _DEPENDS.search(sentence) is not None
