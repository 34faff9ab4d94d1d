"""Hold ways of speaking that only sound dangerous; most are taken out before danger is looked for. Pure."""

from __future__ import annotations

from parcelbot.core.reading.danger.danger_words import one_of

#: "I won't nail you down to it": a day is not to be held against anybody.
_HOLDS_TO_IT = one_of(
    r"\b(?:nail|pin|tie)(?:s|ed|ing)? (?:you|ya|u|them|him|her|any ?(?:one|body)) down\b"
    r"|\b(?:hold|held|holding) (?:you|ya|u|them|him|her|any ?(?:one|body)) to (?:it|that|this|an?|the|your)\b"
)
_PACKING = r"(?:box(?:es)?|packag\w+|packing|cardboard|cartons?|wrapp\w+|bags?|paper)"
#: "The box went into the stove": packing that was burnt on purpose is gone, and nobody is in danger.
_BURNS_PACKING = one_of(
    rf"\b{_PACKING}\b.{{0,25}}\b(?:in|into|on|onto) (?:the|our|my|a) (?:fire|stove|bonfire|oven|furnace|burner)\b"
    rf"|\b(?:burn(?:t|ed|ing)?|lit) (?:(?:the|our|my|all|its|that|up) ){{0,2}}{_PACKING}\b"
    rf"|\b{_PACKING}\b.{{0,15}}\b(?:was|got|been|were) burn(?:t|ed)\b"
)
#: "Taken in at the desk, not by me": of a hand-over that says who has the parcel, of an order that somebody misuses it.
_HANDED_OVER = (
    r"\b(?:signed|signature|delivered|received|accepted|collected|picked up|fetched|handed over|taken in|opened)\b"
    r"(?:(?!\b(?:orders?|ordered|cards?|account|name|pay\w*|paid|charge\w*|bought)\b)[^\n]){0,50}\bnot by me\b"
    r"|\bnot by me\b(?=.{0,15}\b(?:signed|received|accepted|collected|picked up|fetched|taken in|opened)\b)"
)
IDIOMS = one_of(
    _HANDED_OVER,
    r"\b(?:it'?s|is|would be) suicide to\b|\bpoison for (?:my|the) (?:nerves|mood|soul)\b|\bmy blood is boiling\b",
    r"\b(?:heat|wait\w*|weather|suspense|traffic|prices?|feet|back|winter|cold|delay|silence|boss|joke) (?:is|are"
    r"|was)? ?(?:\w+ )?kill(?:ing|ed) \w+",
    r"\bkilling (?:me|it|time|my)\b|\bkill(?:s|ed)? (?:two birds|time|the (?:vibe|mood|order)|that order"
    r"|my (?:free )?trial)",
    r"\b(?:i'?d|i'?ll|i would|i could|could|would) (?:\w+ )?(?:kill|murder|die) (?:for|to (?:have|get|own))\b"
    r"|\bmurder an? \w+",
    r"\bto die for\b|\b(?:i'?d|would) rather die\b|\bdying (?:to|for)\b|\bshoot (?:me|you) (?:an? )?(?:e-?mail"
    r"|message|mail|text|now|over)\b",
    r"\b(?:will|would|gonna|going to|'ll|'d) (?:literally |so )?(?:kill|murder|shoot) me\b"
    r"|\bkill(?:ing)? myself (?:laughing|with laughter)",
    r"\bdead (?:line|on arrival|pixels?|end|tired|serious|easy)\b|\bdeadlines?\b|\bdied (?:laughing|of (?:laughter"
    r"|shame|embarrassment))",
    r"\blos(?:e|ing|t) the will to live\b|\bheart attack\b|\bdrop dead gorgeous\b|\bbored to death\b"
    r"|\bsick to death\b|\bscared to death\b",
    r"\bfire (?:sale|away|tv|stick|tablet|place|works?|retardant|engine|lane|alarm|proof|brigade|pit)s?\b"
    r"|\bfire(?:places?|works?|stick|man|proof)\b",
    r"\blight a fire under\b|\bplanet (?:is )?on fire\b|\b(?:you(?:'re| guys are| are)?|sales?|prices?"
    r"|outfit) (?:is |are )?(?:so )?on fire\b",
    r"\b(?:van|truck|lorry|vehicle|trailer|plane|depot|centre|center|warehouse|hub"
    r"|server)(?:'s)? (?:\w+ ){0,2}(?:caught|catches|catching|on|burn\w*) ?(?:fire|down|out)?\b",
    r"\bdepot fire\b|\b(?:parcel|package)\b.{0,12}\bburnt in the\b|\bsparks here\b",
    r"\bsmok(?:e|y|ed)[ -]?(?:gr[ea]y|blue|green|pink|colou?r\w*|free|alarm|detector|signals?|screen|ring|quartz"
    r"|eye|salmon)\w*|\bin smoke\b",
    r"\bsmoke and mirrors\b|\bnon[ -]?smok\w+|\b(?:driver|courier|neighbour|postman|guy|man|husband|he|she)(?:'s"
    r"| is| was| had| has)? ?(?:been )?smok\w+\b",
    r"\bsmoking (?:a|in the|outside|area|jacket|deal)\b|\bsmell\w* (?:of|like) (?:\w+ )?smoke\b"
    r"|\bcigarettes?(?: smoke)?\b|\bholy smoke\w*",
    r"\bspark(?:s|ed|ing)? (?:joy|interest|plugs?|a (?:debate|conversation|thought))\b|\bsparkling\b"
    r"|\bheart ?burn\b|\bslow burn\b",
    r"\bburn(?:t|ing)? (?:orange|sienna|umber|amber|red|rose|brown|questions?|calories|a hole|desire|ambition"
    r"|bridges|through|out)\b",
    r"\b(?:ears?|cheeks) (?:are |is )?burning\b|\bwithout burning it\b|\bhad a blast\b|\bblast from\b|\bblasting\b"
    r"|\bmelt ?downs?\b",
    r"\b(?:before|until|when) i explode\b|\b(?:i'?m (?:about|going) to|i'?ll|head|inbox|phone|mind) (?:will "
    r"|might |is about to )?explod\w*",
    r"\bheart (?:has |just )?melt\w*|\bmelt\w* (?:my heart|in (?:the|my|your) mouth)",
    r"\b(?:colou?rs?|dye|ink|print|red|black|navy) (?:has |have |is |are )?(?:bleed\w*|bled)",
    r"\bbleed(?:ed|s|ing)? (?:in|into|onto|colou?r|obvious|hell|joke|useless|idiots?|parcel|company|thing"
    r"|ridiculous|cheek|mad|late)\b",
    r"\b(?:bath|photo) ?bomb\w*|\bcosts? (?:me )?a bomb\b|\b(?:hard|difficult) to swallow\b|\bbitter pill\b"
    r"|\bchokers?\b|\bchoked up\b",
    r"\bswallow(?:ed)? (?:up|my pride|the cost|my card)\b|\bchok(?:ed|ing) on my (?:tea|coffee|cornflakes"
    r"|breakfast)\b",
    r"\bcan'?t breathe\b(?=.{0,30}\b(?:tight|waist|small|laugh\w*))|\b(?:tight|small)\b.{0,20}\bcan'?t breathe\b"
    r"|\bpoison ivy\b",
    r"\b(?:as|i|don'?t|can'?t|cannot|not) recall\b|\blife ?hacks?\b|\bhacking cough\b|\bhit (?:on|the (?:roof|road"
    r"|shops)|(?:you|me) with a)\b",
    r"\bcut (?:me|us) (?:up|off)\b|\bcut my (?:losses|order|budget|hair)\b|\bwith my bare hands\b|\bjump(?:ed"
    r"|ing)? (?:the queue|through hoops|for joy)\b",
    r"\bhang(?:ing)? (?:it|them|my curtains|the|around|out|about|on)\b|\bbeat(?:s|ing)? (?:me|the (?:queue|rush"
    r"|price))\b|\bgun ?metal\b",
    r"\bis (?:it|this|that|the \w+|your \w+) (?:\w+ )?(?:toxic|poisonous|flammable|safe)\b.{0,12}(?:\?|$)"
    r"|\bnon[ -]?toxic\b|\bfree (?:of|from) toxic\b",
    r"\btoxic (?:people|company|boss|ex|work\w*|positivity)\b|\bhypo ?-?allergenic\b|\bdangerous(?:ly)? (?:good"
    r"|cheap|tempting|close|dog|driving)\b",
)


def only_holds_to_a_word(plain: str) -> bool:
    """Tell whether somebody is to be held to what they say, which a classifier takes for a threat."""
    return _HOLDS_TO_IT.search(plain) is not None


def only_burns_packing(plain: str) -> bool:
    """Tell whether it is packing that somebody burnt, which a classifier takes for a hazard."""
    return _BURNS_PACKING.search(plain) is not None
