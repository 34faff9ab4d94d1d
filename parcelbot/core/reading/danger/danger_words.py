"""Hold the wordings of crisis, threat and misuse: what is said, per kind. Pure data.

They are matched in lower case, with straight apostrophes and single spaces. Wordings lean to recall: a danger that is
missed is worse than a calm answer too many.
"""

from __future__ import annotations

import re


def one_of(*wordings: str) -> re.Pattern[str]:
    """Join wordings into one pattern."""
    return re.compile("|".join(f"(?:{wording})" for wording in wordings))


_STAFF = r"(?:driver|courier|postman|postie|guy|man|men|boy|lad|bloke|agent|staff|people|team|manager)s?"
_PERSON = (
    rf"(?:you|him|them|her\b(?! \w)|(?:the|that|this|your|ur|every|all|next) (?:\w+ )?{_STAFF}"
    rf"|(?:delivery|courier) {_STAFF}|drivers?|couriers?|some ?(?:one|body)|whoever)"
)
_I_WILL = (
    r"\b(?:(?:i|we)'?ll|(?:i|we) (?:will|shall|go to)|i'?m (?:going to|gonna|coming to)|i am going to|gonna|will"
    r"|i could|i want to"
    r"|i'?d like to)\b"
)
_STRANGER = r"(?:some ?(?:one|body)|a (?:stranger|thief|scammer|hacker)|another person|unknown person|my ex)"
_CHARGED_EACH = r"(?:vat|duty|duties|customs|tax|postage|shipping|delivery|freight|handling)"

CRISIS = one_of(
    r"\b(?:kill|hang|harm|drown|finish|poison|shoot|stab|unalive)(?:ing)? my ?self\b",
    r"\bhurt(?:ing)? my ?self\b(?! (?:lifting|on|with|opening|carrying|when|falling|because the|badly))",
    r"\bcutting my ?self\b|\bcut my ?self (?:again|because|every|when i feel)",
    r"\bsuicid\w*|\bself[ -]?harm\w*|\bunalive\b|\bkms\b|\boverdos\w+",
    r"\b(?:end|take|finish)(?:ing)? (?:with )?my (?:own )?life\b",
    r"\bend(?:ing)? it (?:all|tonight|now|today|for good)\b|\bi'?m ending it\b|\b(?:about|of) ending (?:it"
    r"|things)\b",
    r"\b(?:want|wanna|wants|going|ready)(?: to)? die\b|\bi'?ll be dead\b|\bbe dead\b.{0,15}\b(?:tonight|better)\b",
    r"\bwish (?:that )?i (?:was|were) dead\b|\b(?:may|might) as well be dead\b",
    r"\bbetter (?:off )?(?:dead|without me)\b|\bhappier (?:without me|if i (?:was|were)n'?t)"
    r"|\bif i wasn'?t (?:around|here)\b",
    r"\b(?:don'?t|do not|doesn'?t|not|no longer) (?:want|wanna|wish|care)(?: to)? (?:live|be alive|exist|wake up"
    r"|be here any ?more)\b",
    r"\b(?:go|carry|keep)(?:ing)?(?: on)? living\b|\bpoint (?:of|in) living\b|\bnothing left for me\b",
    r"\bnothing (?:left )?to live for\b|\bno (?:\w+ )?(?:will|desire|wish) (?:to|for) live\b"
    r"|\bdon'?t have the will to live\b",
    r"\bno (?:more )?(?:reason|point|purpose) (?:to|in) (?:live|living|life|go on|going on|carry on|carrying on"
    r"|being here)\b",
    r"\blife (?:isn'?t|is not|is) (?:not )?(?:over|worth)\b|\bno way out\b|\bsee a way out\b|\bdark thoughts\b",
    r"\bjump (?:off|from|in front of|under) (?:a|the) \w*|\bgoing to jump\b|\bstanding on a bridge\b",
    r"\b(?:too many|all (?:of )?my) (?:pills|tablets|meds|painkillers)\b|\b(?:got|have) (?:the )?(?:pills"
    r"|tablets)\b",
    r"\b(?:not|never|don'?t) wake up\b|\bcan'?t face (?:waking|another day|tomorrow)\b|\bdisappear (?:for good"
    r"|forever|for ever|and)\b",
    r"\b(?:do|done) (?:something (?:stupid )?)?to my ?self\b|\bnot safe with my ?self\b|\bth(?:ink"
    r"|ought)\w* (?:about|of) (?:dying|killing)\b",
    r"\b(?:kill|hurt|harm)(?:ing)? (?:her|him|them)sel\w+|\bnobody would (?:miss|notice)\b|\bsee a future for me\b",
    r"\bcan'?t (?:go on|cope)(?: like this)?(?: any ?more)? ?(?:$|[.!,])",
    r"\b(?:want|wanna|rather|prefer)(?: to)? be (?:dead|gone for good)\b|\b(?:put|putting) an end to (?:my|it all"
    r"|everything)\b",
    r"\b(?:don'?t|not|no) want (?:more|any ?more) to live\b|\b(?:tired|sick|weary) of (?:living|life|being alive)\b",
    r"\b(?:done|finished) with (?:life|living)\b|\bgiv(?:e|en|ing) up on life\b|\bgoodbye (?:world|forever"
    r"|for ever)\b",
    r"\bno ?(?:one|body) would (?:miss|cry|care|notice|mourn|shed a tear)\b.{0,12}\b(?:if|when|me|i)\b",
    r"\bliving (?:has|have|makes) no (?:point|sense|meaning)\b|\bno (?:sense|meaning) (?:in|to) (?:living|my life)\b",
    r"\bcan'?t see myself (?:being here|living|alive|getting old)\b|\b(?:won'?t|not|no longer) be alive\b",
    r"\bwish i(?:'?d| had) never been born\b|\b(?:slit|cut)(?:ting)? my wrists?\b",
    r"\b(?:written|wrote) (?:the|my|a) (?:goodbye|farewell|suicide) (?:letter|note)\b",
)

THREAT = one_of(
    rf"{_I_WILL}.{{0,25}}\b(?:thrash|bash|clobber|wallop|deck|lynch|slaughter|hammer|pummel|throttle|torture|gut"
    rf"|hang) (?:up )?{_PERSON}",
    rf"{_I_WILL}.{{0,25}}\b(?:have|take|get|smash|break|crush|crack) (?:in )?(?:(?:your|ur|his|their|that"
    rf"|\w+'s) ){{1,2}}(?:\w+'s )?"
    r"(?:kneecaps?|knees?|jaw|ribs?|skull|nose|teeth|face|head|legs?|arms?|fingers?|bones?|neck|spine)\b",
    r"\bsleep with one eye open\b|\bi know your (?:address|face|home|house|family)\b|\bknow what you look like\b",
    r"\b(?:won'?t|will not|not going to|never) (?:walk (?:away|again)|make it home|leave alive|get out alive"
    r"|see (?:the )?daylight)\b",
    r"\b(?:come|coming|wait\w*|be there|show up|arrive)\b.{0,25}\bwith (?:a|an|my|the) (?:\w+ )?(?:hammer|axe"
    r"|crowbar|iron bar|stick|chain)\b",
    r"\b(?:go|goes|going|leave|leaves) (?:home )?in a (?:wheelchair|coffin|hearse|body ?bag)\b|\bget (?:thrashed"
    r"|beaten up|lynched)\b",
    r"\bi(?:'?ll| will) torch\b",
    rf"{_I_WILL}.{{0,20}}\b(?:kill|murder|shoot|stab|punch|slap|strangle|thump|smack|batter"
    rf"|attack) (?:to )?{_PERSON}",
    rf"{_I_WILL}.{{0,20}}\b(?:beat|hurt|hit) (?:up )?(?:the hell out of )?(?:to )?{_PERSON}(?! with a)",
    rf"{_I_WILL}.{{0,40}}\b(?:break|smash|cut|kick|knock) (?:in )?(?:your|ur|his|their|the driver'?s|some ?one'?s"
    r"|some) (?:\w+ )?(?:legs?|neck|arms?|bones?|face|teeth|head|hands?|windows?)\b",
    rf"{_I_WILL}.{{0,40}}\b(?:knock|take) (?:you|him|them) out\b|\bknock (?:you|him|them) out\b",
    r"\b(?:i|we) (?:kill|shoot|stab|beat) (?:you|him|them|all)\b|\b(?:beat|smash) (?:him|you|them) up\b"
    r"|\bgoing to stab\b",
    rf"{_I_WILL}.{{0,20}}\b(?:burn|blow|torch|bomb|smash)\b.{{0,30}}\b(?:shop|store|warehouse|office|depot|place"
    rf"|building|van|up|down)\b",
    rf"{_I_WILL}.{{0,20}}\bset\b.{{0,30}}\bon fire\b|{_I_WILL}.{{0,20}}\b(?:run|mow) {_PERSON} (?:over|down)\b",
    r"\bset (?:my|the) dogs? on\b|\bthrow acid\b|\b(?:put|plant|have|got|there'?s|there is) a bomb\b"
    r"|\bbomb (?:your|the|you)\b",
    r"\bi(?:'?ve got| have| own| got|'?ll bring|'?m (?:fetching|bringing|getting)) (?:my|a|the) (?:gun|knife"
    r"|shotgun|rifle|machete|(?:baseball )?bat)\b",
    r"\b(?:coming|come|wait\w*|show up|be there)\b.{0,25}\bwith (?:a|my|the) (?:\w+ )?(?:knife|gun|bat|machete)\b",
    r"\bgetting (?:the|my) bat out\b|\bget(?:s|ting)? (?:the|a) (?:knife|bat|beating)\b|\b(?:get|getting) (?:my"
    r"|our) hands on (?:you|him|that)\b",
    r"\bknow where (?:you|he|they) (?:all )?(?:live|lives|work|works)\b|\bknow where your (?:\w+ )?(?:warehouse"
    r"|office|depot|shop|driver)\b",
    r"\bfind out where (?:you|he|they) live|\b(?:ll|will|going to|gonna) find (?:you|him|them|the (?:guy|courier"
    r"|driver|man))\b(?! (?:a|an|another|some|the|out)\b)",
    r"\bcoming (?:for|to get|after) (?:you|him|them)(?: all)? ?(?:$|[.!?,])|\bwatch (?:your|his|their) back\b"
    r"|\ba dead man\b",
    r"\b(?:you|he)(?:'re|'s| are| is|re) (?:all |so )?dead(?! \w*(?:right|wrong|set|serious))\b|\b(?:driver"
    r"|courier) is dead\b",
    r"\b(?:get|gets|be|getting) (?:beaten|stabbed|shot|killed|a beating|beating)\b"
    r"|\b(?:you|ya|u|he|they|driver|courier|man|guy|staff|some(?:one|body)|(?<!other )people)(?:'ll| will| is going to"
    r"| are going to| is gonna| gonna| are gonna)? (?:get|gets|be|getting) hurt\b(?! by the price)"
    r"|\bthere'?s going to be blood\b",
    r"\bhope (?:you|he|they|your \w+)(?: all| lot)? (?:die|dies|rot|get cancer|burn)\b|\b(?:go|should) die\b",
    r"\b(?:leaves?|end up)\b.{0,20}\b(?:in an ambulance|in hospital over|on a stretcher|in a body ?bag)\b"
    r"|\bnot leave my street\b",
    r"\bpay (?:for this )?with (?:your )?blood\b|\bteach\b.{0,30}\ba lesson\b|\bmake (?:you|him) suffer\b"
    r"|\bmake your life hell\b",
    r"\b(?:send|visit from) (?:my|some|the) (?:boys|people|lads|mates|brothers)\b|\bmy (?:brothers|mates"
    r"|boys) will\b",
    r"\b(?:you'?ll|will) (?:regret|be sorry)\b.{0,25}\bwhen (?:i|we)\b|\byou(?:'ll| will) see what (?:i do"
    r"|happens) to you",
    r"\bsomething (?:bad )?will happen to you|\bi will do something to (?:him|that|your)\b|\bbreak (?:hands|legs"
    r"|bones|everything)\b",
)

ACCOUNT_MISUSE = one_of(
    r"\bused my (?:\w+ )?(?:card|visa|master ?card|amex|paypal|klarna|account|bank details|login)\b",
    r"\b(?:card|visa|master ?card|amex|paypal|klarna|account|bank)\b.{0,50}\bwithout (?:me|my) (?:knowing|knowledge"
    r"|ok)\b",
    rf"\b{_STRANGER} (?:has |have )?(?:bought|ordered|paid)\b.{{0,40}}\b(?:with|on|using|from) my\b",
    r"\bpassword\b.{0,30}\b(?:doesn'?t|does not|won'?t) work\b.{0,30}\borders\b|\btwo withdrawals\b",
    r"\b(?:a|other|unknown|another|strange) (?:person|people|guy|man|woman|user)s? (?:is |are |has "
    r"|have )?(?:us(?:e|es|ed|ing)|enter\w*|log\w*)\b"
    r".{0,15}\bmy (?:\w+ )?(?:account|card|login|name|paypal)\b",
    r"\b(?:orders?|purchases?) (?:in|on) my (?:account|card)\b.{0,25}\b(?:never|didn'?t|did not|not me|isn'?t"
    r"|aren'?t)\b",
    r"\b(?:took|taken|charged|debited|payment|money)\b.{0,50}\bnever heard of you\b"
    r"|\bnever heard of you\b.{0,50}\b(?:took|taken|charged|payment)\b",
    rf"\b{_STRANGER}(?:'s| has| have|'ve)? (?:got|has|have|knows?|stole|guessed) my (?:\w+ )?(?:password|card"
    rf"|details|login|account|pin)\b",
    r"\b(?:confirmations?|orders?|bills?|invoices?|mails?) for (?:stuff|things?|orders?|something|goods"
    r"|items?) (?:that |which )?"
    r"(?:isn'?t|aren'?t|is not|are not|were not) mine\b|\bnot (?:placed|made|ordered|authori[sz]ed) by me\b",
    r"\bwithout my (?:authority|approval|say-?so)\b|\bspending on my (?:card|account)\b"
    r"|\bunknown (?:\w+ )?transaction",
    r"\bhack(?:ed|er|ers|ing|s)?\b|\bidentity (?:theft|stolen)|\bstole my (?:identity|card|details|data)"
    r"|\btaken (?:it|my account) over\b",
    r"\b(?:order\w*|bought|opened|account|invoice)\b.{0,40}\bin my name\b|\bpretends to be me\b",
    rf"\b{_STRANGER}\b.{{0,40}}\b(?:us(?:ed|es|ing)|logged|got into|been (?:on|in)|accessed|order\w*|bought|buying"
    rf"|paid|changed|opened|redirected|shopping)\b"
    r".{0,25}\b(?:my|an) (?:\w+ )?(?:account|card|paypal|login|password|details|identity|e-?mail|address|name"
    r"|order|parcel)\b",
    rf"\b{_STRANGER}\b.{{0,30}}\b(?:with|on|into|using) my (?:\w+ )?(?:account|card|paypal|login|name)\b"
    rf"|\bsomeone else did\b",
    r"\bwho(?:'?s| is| has)? (?:ordered|used|using|buying|shopping)\b.{0,25}\bmy (?:card|account|name)\b"
    r"|\bmy ex has my login\b",
    r"\b(?:i|we) (?:have )?(?:never|did ?n'?t|did not|have ?n'?t|had ?n'?t) (?:even )?(?:ordered|order|buy|bought"
    r"|purchased?|placed?|made) "
    r"(?:anything|any order|nothing|from you|with you|at your|an order)\b(?!.{0,60}\b(?:texts?|sms|phishing"
    r"|link)\b)",
    r"\b(?:i|we) (?:have )?(?:never|did ?n'?t|did not|have not) (?:even )?(?:ordered|order|buy|bought|purchased?"
    r"|made?|do) "
    r"(?:this|it|that|these|them)(?: order)? ?(?:$|[.!?]|,? ?(?:and|but|so|some ?(?:one|body)|from (?:you"
    r"|here))\b)",
    r"\b(?:never|not) (?:shopped|bought|ordered|buy) (?:anything )?(?:here|with you|from you|at your"
    r"|on your (?:site|page|shop))",
    r"(?<!about )(?<!about a )\b(?:something|orders?|parcels?(?: in my name)?|confirmation|things|charge|payment"
    r"|invoice) (?:that |which |for \w+ )?"
    r"(?:i|we) (?:never|did ?n'?t|did not) (?:order|buy|bought|ma[dk]e|place|authori|approve)",
    r"\bi ordered (?:nowt|nothing)\b|\bi made none\b|\b(?:did ?n'?t|did not|never) (?:place|authori[sz]e"
    r"|approve)\b|\bi not order\b|\border i did ?n'?t\b",
    r"\b(?:order|orders)\b.{0,20}\b(?:isn'?t mine|aren'?t mine|not mine|is fraud)\b|\bwasn'?t me who\b"
    r"|\bnot by me\b",
    r"\b(?:not me who paid|i'?ve never been on your)|\bfraud (?:order|happened|on my|with my)\b",
    r"\bwrong amount was charged\b|\bcharged more than\b|\bmoney i did ?n'?t agree\b|\bkeep (?:taking|charging)\b"
    r"|\bwithout any order\b",
    r"\b(?:amount|money|payment)\b.{0,30}\b(?:debited|deducted|cut|gone)\b.{0,60}\b(?:fail\w*|without|no order"
    r"|not placed|doesn'?t exist)\b",
    r"\bunauthori[sz]ed\b|\bfraudulent\b|\bcard fraud\b|\bstolen (?:credit |debit )?card\b|\bused my (?:card"
    r"|paypal)\b",
    r"\b(?:card|wallet|paypal|card details)\b.{0,25}\b(?:stolen|cloned|skimmed|compromised|used (?:at|in|without"
    r"|by|for))",
    r"\b(?:don'?t|do not|didn'?t) recogni[sz]e (?:this|the|a|that|any|an)\b.{0,25}\b(?:charge|payment|transaction"
    r"|order|purchase|log ?-?in|debit)",
    r"\bunknown (?:charge|payment|transaction|order|debit)|\b(?:charge|payment|transaction|debit|purchase)\b.{0,45}"
    r"\b(?:i know nothing|can'?t explain|never (?:bought|ordered|shopped|buy)|i (?:don'?t|do not) know(?! (?:when"
    r"|why|if|how|what)))",
    r"\b(?:block|freeze|lock|suspend) my (?:account|card) ?(?:$|[.!?,]|now|please|pls|some|because|immediately)",
    r"\b(?:card|account|paypal|money|charged|paid|password)\b.{0,40}\bwithout (?:my )?(?:permission|consent"
    r"|knowledge|authori[sz]ation|asking)\b",
    r"\b(?:password|e-?mail|address|log ?-?in|mail)\b.{0,30}\b(?:changed|reset|swapped)\b.{0,40}\b(?:not me"
    r"|wasn'?t me|not by me|can'?t get|i did ?n'?t)",
    r"\bsome(?:one|body) changed (?:my|the)\b|\b(?:password|login|mail|email)\b.{0,15}\bbeen (?:changed|swapped)\b"
    r"|\b(?:data|details)\b.{0,15}\bleaked\b",
    r"\blogged in from\b|\blogin from another\b|\b(?:code|reset mail|reset)\b.{0,30}\bi did ?n'?t (?:ask|request)"
    r"|\bdebt (?:letter|collect\w+)\b",
    r"\banother person'?s orders?\b|\bsome(?:body|one) else'?s order (?:is )?(?:in|on) my (?:account|card)\b"
    r"|\borders that aren'?t mine\b",
)

#: Money taken twice: of somebody whose own order is being spoken of it is a question about that order's money.
CHARGED_TWICE = one_of(
    # postage for each of two parcels is no misuse
    rf"\b(?:charged?|billed|debited|deducted|taken|took)\b(?:(?!\b{_CHARGED_EACH}\b).){{0,30}}"
    rf"\b(?:twice|(?:two|2|three) times|2 ?x|double)\b(?!.{{0,15}}\b{_CHARGED_EACH}\b)",
    r"\bdouble[ -]?charged\b|\bcharged double\b|\bpayment went out twice\b|\bmoney'?s gone off twice\b"
    r"|\btwo (?:debits|charges|payments)\b",
)
