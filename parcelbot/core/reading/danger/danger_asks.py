"""Read what somebody asks while the case of a danger is open: a doctor, the bank, the goods, what happens now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from parcelbot.core.reading.text.plain_text import plain_text


class DangerAsk(str, Enum):
    """Question that belongs to a danger, by the end of its response's name."""

    PHOTOS = "photos"
    WORSE = "worse"
    DOCTOR = "doctor"
    CONTENTS = "contents"
    OTHERS = "others"
    STOP_SELLING = "stop_selling"
    GOODS_BACK = "goods_back"
    BLAME = "blame"
    WHO = "who"
    BANK = "bank"
    LOCKED_OUT = "locked_out"
    PASSWORD = "password"
    STOPPED = "stopped"
    STOP_ORDER = "stop_order"
    POLICE = "police"
    LEGAL = "legal"
    MONEY = "money"
    PROGRESS = "progress"
    NOW = "now"


_PHOTO = r"(?:photos?|photograph\w*|pics?|pictures?|images?|snaps?|selfies?)"
_ASKS: Mapping[DangerAsk, re.Pattern[str]] = {
    DangerAsk.LOCKED_OUT: re.compile(
        r"\b(?:can ?'?t|cannot|can not|couldn'?t|unable to|won'?t let me) (?:\w+ )?(?:log ?-?in|log on|sign ?-?in"
        r"|get in"
        r"|get into|access|reset|enter)\b|\blocked (?:me )?out\b|\b(?:changed|swapped|replaced) (?:my"
        r"|the) (?:e-?mail|mail"
        r"|password|login)\b|\bpassword (?:no longer|doesn'?t|does not|won'?t) work"
    ),
    DangerAsk.PASSWORD: re.compile(
        r"\b(?:chang\w+|reset\w*|new|another|renew)\b[^.!?]{0,20}\b(?:passwords?|logins?|pins?)\b"
    ),
    DangerAsk.PHOTOS: re.compile(
        rf"\b(?:send|show|upload|attach|take|share|add|have|got|need|want|help|useful|worth|where|how)\b[^.!?]{{0,35}}"
        rf"\b{_PHOTO}\b|\b{_PHOTO}\b[^.!?]{{0,35}}\b(?:send|upload|attach|share|help\w*|useful|needed|wanted|of use)\b"
    ),
    DangerAsk.WORSE: re.compile(
        r"\b(?:gett?ing|got|gets|become|becoming|becomes|feels?|felt|is|are|looks?|much|even|it'?s) (?:a (?:lot"
        r"|bit|little) |much |even "
        r"|far |so much )?(?:worse|bigger|more swollen)\b|\b(?:is|are|it'?s|keeps?|started to|starts to"
        r"|now) spread\w*\b|\bworsen\w*\b"
    ),
    DangerAsk.OTHERS: re.compile(
        r"\b(?:others|other (?:people|customers|buyers)|any(?:one|body) else|some(?:one|body) else"
        r"|more people)\b[^.!?]{0,25}"
        r"\b(?:had|have|has|got|complain\w*|report\w*|happen\w*|affected)\b|\b(?:am i|are we|is she"
        r"|is he) the (?:only|first) (?:one|person)\b"
    ),
    DangerAsk.BLAME: re.compile(
        r"\b(?:who(?:'s| is)? (?:responsible|liable|to blame|pays|going to pay)|complain\w*|liab\w+|responsib\w+"
        r"|compensat\w*"
        r"|damages"
        r"|your fault|insurance"
        r"|pay for (?:my|the|this)|(?:send|pays?|settle) (?:you |them )?(?:my|the) (?:\w+ )?bill)\b|\b(?:how"
        r"|why) (?:could|can|did|does|would"
        r"|on earth)\b[^.!?]{0,30}"
        r"\b(?:happen\w*|this|get|got|allow\w*|sell|let)\b"
    ),
    DangerAsk.GOODS_BACK: re.compile(
        r"\b(?:do|should|shall|must|can|could|may)\b[^.!?]{0,12}\b(?:keep|throw|bin|dispose of|return|post"
        r"|send back)\b[^.!?]{0,30}"
        r"\b(?:it|them|this|that|away|out|rest|cream|bottle|piece|\w+ or)\b"
        r"|\b(?:do|should|shall|must|can|could|may|want)\b[^.!?]{0,25}\b(?:send|return|post|ship|bring|have|keep"
        r"|throw|bin|dispose|burn"
        r"|wash)\b[^.!?]{0,20}\b(?:it|them|this|that|thing|lamp|charger|back|away|item|blouse|shirt|dress|goods)\b"
        r"|\b(?:want|need) (?:it|them|this|that|the \w+) back\b|\bthrow (?:it|them) (?:away|out)\b|\bkeep it\b"
        r"|\bin the bin\b"
    ),
    DangerAsk.DOCTOR: re.compile(
        r"\b(?:doctors?|gp|hospital|a ?& ?e|emergency room|er|ambulance|medic\w*|nurse|chemist|pharmac\w+|111|112"
        r"|999|911"
        r"|antihistamine\w*|(?:put|apply|smear) (?:\w+ )?on (?:it|my|her|his|the)|give (?:her|him|them) (?:any"
        r"|some)\w*|(?:which|what|any|some|put|use|a) (?:\w+ )?(?:cream|ointment)|tetanus|poison(?:s)? (?:line"
        r"|control|centre|center)|x-?ray)\b"
        r"|\b(?:have|get|take|bring|send|show) (?:him|her|them|me|the child|the baby|my \w+)\b[^.!?]{0,20}"
        r"\b(?:seen|checked|looked at|examined|in|someone|somebody)\b"
        r"|\b(?:see|ring|call|ask) (?:someone|somebody|a professional)\b"
        r"|\bis (?:it|this|that) (?:serious|bad for|contagious|normal)\b|\b(?:treat|heal|rinse|wash (?:it|my|her"
        r"|his) (?:off|skin))\b"
    ),
    DangerAsk.CONTENTS: re.compile(
        r"\bwhat(?:'s| is| are| was| were| did you|) (?:\w+ ){0,4}(?:in (?:it|this|that|them|the|there)|made of"
        r"|dyed with"
        r"|treated with|use\b|used\b)|\b(?:which|what|any|what kind of|sort of) (?:\w+ )?(?:chemicals?|dyes?"
        r"|substances?|ingredients?"
        r"|materials?|fabrics?|fib(?:re|er)s?|metals?|batter(?:y|ies))\b|\b(?:ingredients?|composition|data sheet"
        r"|formaldehyde"
        r"|nickel|azo|latex|lead|certificat\w+|tested|oeko\S*)\b"
    ),
    DangerAsk.STOP_SELLING: re.compile(
        r"\b(?:stop|take|pull|remove|withdraw|recall|ban|still|keep|keeps|continue)\b[^.!?]{0,30}\b(?:sell(?:s"
        r"|ing)?|sale"
        r"|shop|site|market"
        r"|shelves|website|down|off)\b|\brecall\b|\bwarn (?:the )?(?:other|people|customers|every\w*|all)\b"
        r"|\bother (?:people|customers|children|kids|buyers)\b"
    ),
    DangerAsk.BANK: re.compile(
        r"\b(?:who|do i|do you|should i|shall i|must i|will you|are you going to|can you|have i)\b[^.!?]{0,30}"
        r"\b(?:call|ring|phone|contact|tell|inform|talk to|speak to|block|freeze)\b[^.!?]{0,25}\b(?:bank"
        r"|card (?:company|issuer|provider)"
        r"|card|paypal|them)\b|\b(?:bank|card company|paypal)\b[^.!?]{0,40}\?|\bcharge ?back\b"
        r"|\b(?:used|paid|pay|bought|ordered|charged)\b[^.!?]{0,20}\bmy (?:\w+ )?(?:card|visa|paypal|bank account)\b"
        r"|\b(?:card|visa|paypal)\b[^.!?]{0,12}\b(?:used|charged|debited)\b"
    ),
    DangerAsk.POLICE: re.compile(r"\b(?:police|crime (?:number|report)|report (?:it|this|that|them|the crime))\b"),
    DangerAsk.LEGAL: re.compile(
        r"\b(?:lawyers?|solicitors?|attorneys?|sue|suing|court|legal(?:ly)?|trading standards"
        r"|consumer (?:\w+ )?(?:protection|rights|advice)"
        r"|newspapers?|the press|(?:bad|one[- ]star|1[- ]star|negative|public) reviews?)\b"
    ),
    DangerAsk.WHO: re.compile(
        r"\bwho (?:did|has|was|is (?:it|he|she|this|behind)|ordered|placed|made|bought|used|got|took|would|could)\b"
        r"|\bwho'?s (?:behind"
        r"|done|did)\b|\b(?:what|which|whose|see|tell|give|know|show|have)\b[^.!?]{0,25}\b(?:names?|address\w*"
        r"|delivered to|sent to|ip)\b"
        r"|\bwhere (?:did|does|was|is) (?:it|that|the order|the parcel|they) (?:\w+ )?(?:go|going|sent|delivered"
        r"|shipped|live)\b"
        r"|\bwhat (?:did (?:they|he|she)|was|have they) (?:buy|bought|order\w*)\b"
    ),
    DangerAsk.STOPPED: re.compile(
        r"\b(?:is|are|was|has|have|did|so)\b[^.!?]{0,25}\b(?:stopped|cancell?ed|blocked|frozen|locked"
        r"|done)\b[^.!?]{0,12}(?:\?|$)"
    ),
    DangerAsk.STOP_ORDER: re.compile(
        r"\b(?:cancel|stop|block|freeze|close|delete|lock|intercept|hold|undo)\b[^.!?]{0,25}\b(?:order|orders|parcel"
        r"|parcels|it|that"
        r"|account|delivery|shipment|payment|them)\b"
    ),
    DangerAsk.MONEY: re.compile(
        r"\b(?:money back|refund\w*|my money|reimburs\w*|get (?:it|the money|my \S+ )back|repa(?:y|id)"
        r"|lost the money)\b"
    ),
    DangerAsk.PROGRESS: re.compile(
        r"\b(?:any ?(?:body|one)|some ?(?:body|one)|who|team|person|human|people|agent"
        r"|manager)\b[^.!?]{0,40}\b(?:do\w*|look\w*|work\w*"
        r"|read\w*|see\w*|there|on it|deal\w*|handl\w*|help\w*|answer\w*|call\w*|contact\w*|take care|real|talk"
        r"|speak)\b"
        r"|\b(?:when|how (?:long|soon|quick\w*|fast))\b[^.!?]{0,40}\b(?:answer|hear|reply|replies|respon\w*"
        r"|contact\w*|somebody|someone"
        r"|person|you|it take|call|news|back)\b|\b(?:what happens|what's happening|whats happening|what is happening"
        r"|what are you"
        r" doing|are you doing|any news|what time|(?:opening|office|working) hours|when do you (?:open|start)"
        r"|any update|any progress|urgent|reference|case|ticket)\b|\btalk to\b"
        r"|\bspeak (?:to|with)\b"
        r"|\b(?:do|doing) (?:something|anything)\b|\bwhat (?:do|will|would|can) you (?:guys |people |lot )?do\b"
    ),
    DangerAsk.NOW: re.compile(
        r"\bwhat (?:now|else|next|do i do|should i do|shall i do|can i do|must i do|do you (?:suggest|advise"
        r"|recommend)|to do"
        r"|i do|would you do)\b|\b(?:is it|is this|am i|are we|is that) (?:still )?(?:safe|dangerous|ok)\b"
        r"|\b(?:can|may|should) (?:i|we|she|he) (?:still |just |keep |go on )?(?:us\w+|wear\w*|wash|touch"
        r"|squash|crush|kill|spray|plug|charge"
        r"|switch|sleep)\b"
        r"|\bwhat (?:about|if)\b|\bhelp( me)?\b|\badvi[cs]e\b|\bi don'?t know what to do\b"
    ),
}
_QUESTION = re.compile(
    r"\?|^(?:and |but |so |ok |okay |well |yes |no )*(?:(?:who|what|when|where|how)(?:'s)?|why|which|can|could|do"
    r"|does|did|is"
    r"|are|am|will|would"
    r"|should|shall|may|must|have|has)\b"
)


def read_danger_ask(text: str) -> DangerAsk | None:
    """Give what the text asks about a danger; None for something else."""
    plain = plain_text(text)
    return next((ask for ask, wording in _ASKS.items() if wording.search(plain)), None)


def asks_something(text: str) -> bool:
    """Tell whether the text is a question, by its mark or its first word."""
    return _QUESTION.search(plain_text(text).strip()) is not None
