"""Hold the wordings of hazard: fire, injury, poison, violence against the shopper. Pure data, as `danger_words`."""

from __future__ import annotations

from parcelbot.core.reading.danger.danger_words import one_of

_BODY = r"(?:hand|finger|thumb|arm|leg|foot|toe|face|neck|lip|skin|palm|wrist|knee|back|head|eye|mouth)s?"
_CHILD = r"(?:son|daughter|niece|nephew|baby|child|children|kids?|toddler|boy|girl|little one|wee one|grand\w+)"
_KIN = rf"(?:{_CHILD}|wife|husband|mum|mom|mother|dad|father|nan|gran|partner|dog|cat|puppy|kitten)"
_DEVICE = (
    r"\b(?:it|lamp|light|charger|plug|cable|battery|power ?bank|socket|adapt[eo]r|wire|heater|heating|blanket"
    r"|kettle|iron"
    r"|toaster|phone|thing|product|item|candle|fan|dryer|blender|fryer|cooker|pad|toy)\b"
)
_BECAUSE = (
    r"\b(?:because of|due to|caused|from (?:your|this|it|the (?!hospital))|since (?:i|we|she|he|using|wearing"
    r"|sleeping)"
    r"|after (?:using|wearing|sleeping|opening|(?:i|we|she|he) (?:used|wore|opened|ate|slept|touched))"
    r"|by (?:it|your|the) |your (?:product|item|parcel|driver|courier|van|lamp|\w+ing)\b)"
)
_CARE = r"\b(?:hospital|a ?& ?e|emergency (?:room|department)|ambulance|stitches|doctor|paramedics?)\b"

HAZARD = one_of(
    r"\b(?:lips|face) (?:went|turned|are|is) blue\b|\bturned blue\b|\b(?:black|thick) smoke\b|\bsizzled\b",
    r"\b(?:tripped|slipped|fell) (?:over|on|off|down)\b.{0,60}\b(?:broke|broken|fractured|hit|hurt)\b",
    r"\b(?:made|makes|started|starts|there was|had|small|electrical) (?:a )?(?:small )?fire\b(?! (?:away|engine"
    r"|door))|\bfire in (?:my|our) \w+",
    r"\b(?:socket|fuse|plug|lamp|bulb|charger|kettle|battery) (?:\w+ )?(?:blew|burst|popped|shattered)\b"
    r"|\b(?:charred|singed)\b",
    r"\bthroat (?:has |just )?(?:closed|swelled|tightened)\b|\b(?:fainted|passed out|unconscious|seizure"
    r"|convuls\w+)\b",
    r"\b(?:gave way|collapsed|toppled|tipped over|fell)\b.{0,50}\b(?:wrist|arm|leg|hip|ankle|head|back|finger"
    r"|nose) (?:is |was |got )?"
    r"(?:broken|fractured|hurt|bleeding|swollen)\b",
    rf"\b(?:cuts?|burns?|scars?|wounds?) on (?:my|his|her) {_BODY}\b|\bstuck in (?:his|her|my) throat\b"
    rf"|\bvomit(?:ed|ing)\b",
    r"\b(?:caught|catch|catches|catching|taken|took|burst into|went up in) (?:\w+ ){0,2}(?:fire|flames?|alight)\b",
    r"\bon fire\b|\bset fire to\b",
    r"\bset\b.{0,30}\balight\b|\bburn(?:t|ed)? down (?:my|our|the house)|\bhelp\b.{0,15}\bfire\b",
    # burnt edges are cloth's, and one sentence names both
    rf"{_DEVICE}[^.!?]{{0,25}}\b(?:smok(?:ing|ed)|burning"
    r"|(?:burnt|burned)(?! (?:edges?|hems?|seams?|holes?))|explod\w+|blast(?:ed)?|over ?heat\w*|hissing)\b",
    r"\b(?:started|starts|began|is|was|it'?s|keeps) (?:to )?smok(?:e|ing)\b",
    r"\b(?:filled with|full of|there'?s|there (?:is|was)|saw|threw|caught) smoke\b|\bit melted\b"
    r"|\bmelted (?:the|my) table\b",
    r"\b(?:charger|plug|cable|battery|power ?bank|socket|adapt[eo]r|wire|heater|blanket|lamp)\b.{0,25}"
    r"\bmelt(?:ed|ing|s)\b",
    r"\bsmoke (?:is |was )?(?:came|coming|comes|out|from|pour\w+|everywhere)|\bgot blast\b"
    r"|\bbattery\b.{0,20}\b(?:hot|smok\w+)\b",
    r"\bspark(?:s|ed|ing)\b|\bexplo(?:ded?|des|ding|sion)\b|\bscorch\w*\b.{0,20}\b(?:mattress|table|carpet|floor"
    r"|bed|sill)",
    r"\b(?:burning|burnt|burned) (?:\w+ )?(?:smell|plastic|odou?r)|\b(?:smell|stink|reek)\w* (?:of "
    r"|like )?(?:\w+ )?burn\w*",
    rf"\b(?:burn(?:t|ed|s|ing)?|scald(?:ed)?) (?:my|his|her|our|me|the)\b.{{0,15}}\b(?:{_BODY}|{_CHILD}|\w*self)\b"
    rf"|\bburned me\b",
    r"\bburn(?:t|ed)? (?:my|him|her)self\b|\bburn (?:to my|from (?:it|your))|\bskin (?:is )?(?:burn|blister)\w*",
    r"\belectric(?:al)? shock|\belectrocut\w*|\ba shock (?:when|from|off)\b|\bgot current\b|\bwires? (?:is"
    r"|are) (?:bare|live)\b|\bbare wires?\b",
    r"\b(?:dangerously|red|burning|boiling|scalding) hot\b|\bso hot (?:it|that|the)\b"
    r"|\bbattery\b.{0,20}\b(?:sw[eo]ll\w*|leak\w*|bulg\w*)",
    r"\ballergic reaction|\b(?:bad|nasty|severe|skin|had a) reaction\b|\breaction to (?:the|your|this)"
    r"|\banaphyla\w*",
    r"\ballerg\w+ (?:from|since|because)|\b(?:rash|hives|blisters?|welts) (?:all over|on|from|since|after"
    r"|everywhere)",
    r"\b(?:out|up|covered) in (?:an? )?(?:\w+ ){0,2}(?:rash|hives|blisters|spots|welts)\b|\b(?:a|got|have"
    r"|me) (?:\w+ )?rash\b|\bitch\w* (?:and|all)\b",
    r"\b(?:face|eyes?|lips?|throat|tongue|hands?|skin)\b.{0,15}\b(?:swollen|swell(?:ed)?|swell up|puffed|stings?"
    r"|streaming)\b|\bis swollen\b",
    r"\bstings? (?:my|the) (?:hands?|eyes?|skin)|\bleak\w*\b.{0,40}\bsting\w*|\bmould\b.{0,25}\basthma",
    rf"{_CARE}.{{0,40}}{_BECAUSE}|{_BECAUSE}.{{0,40}}{_CARE}|\bin a ?& ?e\b|\b(?:call|called|need) an ambulance\b"
    rf"|\bambulance (?:had to|came)",
    r"\bneeded stitches\b|\bended up in (?:the )?(?:hospital|emergency)|\bpoison (?:control|centre|center)\b"
    r"|\bgo to (?:the )?hospital because",
    r"\binjur(?:y|ed|ies|ing)\b|\b(?:is|was|i'?m|it'?s|started|still|and) bleeding\b|\bpoison(?:ous|ed|ing)?\b"
    r"|\btoxic\b|\bfumes\b",
    r"\bcarbon monoxide\b|\bgas leak\b|\bwhite powder\b|\bis ticking\b|\b(?:live insects|bed ?bugs|maggots"
    r"|cockroach\w*)\b|\bsomething alive\b",
    rf"\b(?:cut|sliced|pricked|gashed|scratched|trapped|crushed) (?:open )?(?:my|her|his|our) (?:\w+ )?(?:{_BODY}"
    rf"|{_CHILD})\b",
    r"\b(?:cut|pricked|sliced) (?:my|her|him)self (?:on|with|open)\b|\bhurt (?:my|her|him)self (?:on|with|lifting"
    r"|opening|carrying|badly)",
    rf"\bhurt (?:my|her|his) (?:{_BODY})|\bcould (?:get|seriously) hurt\b|\bsomebody could get hurt\b",
    r"\b(?:needle|razor|blade|broken glass|glass splinters?|syringe|sharp pin)\b.{0,25}\b(?:in|inside"
    r"|through) (?:the|this|my|it|her|his|a)\b",
    r"\bthere(?:'?s| is| was) a (?:needle|razor|blade|syringe)\b|\bglass (?:splinters|shards)\b",
    rf"\b(?:{_KIN}|he|she)\b.{{0,30}}\bswallow\w*|\bswallowed (?:a|the|one)\b.{{0,25}}\b(?:button|magnet|battery"
    rf"|bead|piece|coin)",
    r"\bchok(?:ed|ing) on\b|\bchok(?:ed|ing)\b|\bin (?:his|her|their) mouth\b",
    rf"\b(?:{_KIN}|he|she)\b.{{0,25}}\b(?:ate|eaten|eat)\b.{{0,30}}\b(?:silica|button|magnet|battery|piece|bit|bead"
    rf"|gel|stone|plastic)\b",
    rf"\bround (?:my|the) (?:{_CHILD})'?s? neck\b|\bcan'?t breathe\b|\bcouldn'?t breathe\b|\btrouble breathing\b"
    rf"|\bbreathed (?:in )?the\b",
    rf"\b(?:driver|courier|van|lorry|truck|bike|he)\b.{{0,35}}\b(?:hit|knocked (?:down|over)|attacked|assaulted"
    rf"|punched|threatened|grabbed) "
    rf"(?:me|us|my (?:{_KIN}|{_BODY})|a (?:child|kid|cyclist))\b",
    rf"\b(?:ran|run) over my (?:{_BODY}|{_KIN})\b|\bdog bit (?:me|my)\b|\b(?:collapsed|fell|came down"
    rf"|dropped)\b.{{0,25}}\bon (?:me|him|my (?:{_BODY}|{_KIN}))\b",
    rf"\b(?:broke|broken|fractured|sprained) (?:my|his|her) \w+\b.{{0,40}}{_BECAUSE}|{_BECAUSE}.{{0,50}}\b(?:broke"
    rf"|fractured) (?:my|his|her)\b",
    r"\bcollapsed under (?:me|my|him|her)\b|\bfell\b.{0,30}\bbroke\b.{0,30}\bbroke (?:my|his|her)\b",
    r"\b(?:fire|safety|health|choking|electrical) (?:hazard|risk)\b|\bunsafe product|\bdangerous (?:product|item"
    r"|lamp|toy|thing)",
    r"\b(?:product|item|lamp|thing|toy|charger|it|this|that|it'?s|that'?s|battery) (?:is |are |looks? "
    r"|gets )?(?:\w+ )?(?:dangerous|unsafe|hazardous)\b",
    r"\b(?:safety|product|been|a|should) recall(?:ed)?\b|\bma(?:de|kes?) (?:me|us|him"
    r"|her) (?:feel )?(?:\w+ )?(?:sick|ill|dizzy|vomit|faint)\b",
    rf"\b(?:my|his|her|our|their) (?:\w+ ){{0,2}}(?:{_BODY}|body|chest|stomach|belly|shoulders?|cheeks?|eyelids?"
    rf"|scalp)"
    r"\b.{0,30}\b(?:itch\w*|red (?:and|with|spots|bumps|raw)|inflamed|irritated|blotchy|raw|bumps|blister\w*|peel\w*"
    r"|(?:is|are|went|turned|started) burning|flar(?:ed|ing))\b",
    r"\bitch(?:es|ing|y)? (?:all over|like mad|everywhere|terribly|so)\b|\bred (?:itchy )?(?:bumps|blotches|patches"
    r"|spots) (?:on|all over)\b|\beczema\b.{0,30}\b(?:from|since|after|flar\w*)\b",
    r"\b(?:sewing |safety |dressmaking |metal )?(?:pins?|needles?|staples?|tacks?)\b.{0,30}\b(?:left in|in|inside"
    r"|stuck in|through) (?:the|my|her|his|a|one)\b.{0,20}\b(?:seams?|hem|collar|sleeves?|lining|waist\w*|cuffs?"
    r"|seat|pockets?"
    r"|shirt|blouse|dress|trousers|skirt|pants|coat|jacket|cushion|pillow|bedding|duvet|cardigan|clothes|garment"
    r"|fabric)\b",
    r"\b(?:electric(?:al)?|huge|big|nasty|bad) (?:\w+ )?(?:jolt|zap)\b|\b(?:it|lamp|charger|plug|socket|cable"
    r"|heater) (?:\w+ )?(?:zapped|jolted|shocked) (?:me|my|him|her|us)\b|\bgot (?:zapped|a jolt|electrocuted)\b",
    r"\b(?:pricked|jabbed|stabbed|scratched|pierced) (?:me|him|her|us|by (?:a|the) (?:pin|needle|staple))\b",
    r"\b(?:smell\w*|stink\w*|reek\w*|odou?r|chemical\w*|solvent\w*)\b.{0,80}\b(?:headaches?|dizz\w+|nause\w+"
    r"|sore throat|feel(?:s|ing)? (?:sick|ill|unwell|faint)|(?:eyes|throat) (?:hurts?|burns?|sting\w*))\b",
    r"\bfeel dizzy\b|\b(?:son|daughter|kid|child|she|he|i|and) threw up\b|\bsomeone could die\b",
)
