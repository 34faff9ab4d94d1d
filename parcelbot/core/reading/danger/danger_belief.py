"""Tell how sure a classifier has to be of a danger that no rule sees: a false alarm frightens, a missed one harms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from parcelbot.core.questions import Question
from parcelbot.core.reading.danger.danger_idioms import only_burns_packing, only_holds_to_a_word
from parcelbot.core.reading.orders.spared import spares
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.text.plain_text import plain_text

#: Gives the confidence that a danger needs, by its name, the text, whether that is English, and the second questions.
LeastSure = Callable[[str, str, bool, Mapping[str, float]], float]
#: Below this, one message in a few that the classifier takes for a danger is none.
_SURE = 0.8
#: A question that resembles a second one so much, "must I turn up there myself?", speaks of harm to people only from
#: here on. Of the goods, "is it poisonous?" is both.
_LIKE_A_SECOND = 0.35
#: In other languages nothing but learning tells of these; every true one was surer than this, a hesitation less sure.
_SURE_ELSEWHERE = 0.92
_OF_PEOPLE = frozenset({Question.CRISIS, Question.THREAT})
_SURE_AGAINST_A_SECOND = 0.9
#: Who fetches it themselves, "I'll come by for it", resembles a threat in other languages; no true one resembled these.
_FETCHES = ("collect_myself", "go_there_myself")
_RESEMBLES = 0.07
#: A payment that is complained of is mostly our own: of a misused account only what a rule has settled is sure.
_BY_RULE = 1.0
#: In other languages, where there are phrases instead of rules, the classifier is believed there, too.
_SURE_OF_MISUSE = 0.9
#: Words of which a threat in English has one, however veiled: without any, somebody is only spoken of.
_HARM = re.compile(
    r"\b(?:kill|murder|hurt|harm|beat|bash|smash|punch|slap|stab|shoot|shot|strangl|chok|thrash|torch|burn|bomb|explod"
    r"|break|crush|attack|fight|fist|knock|kick|knife|knives|hammer|weapon|bleed|blood|coffin|hospital|wheelchair"
    r"|ambulance|suffer|regret|reveng|lesson|warn|threat|careful|beware|scare|destroy|ruin|wreck|poison|hunt|violen"
    r"|punish|brother|family|sorr|happen|stretcher)\w*"
    r"|\b(?:gun|bat|hit|cut|blow|acid|dead|die|dies|dying|death|grave|pain|watch|afraid|fear|safe|hell|teeth|face|legs?"
    r"|neck|bones?|skull|dogs?|mates|boys|lads|kids|wife|pay|get|fetch|fire|run|round|office|come|comes|coming|drive"
    r"|driving|going|visit|see|find|wait|waiting|live|lives|work|works|address|eye|or else"
    r"|last (?:time|thing|parcel))\b",
)


def least_sure_of_danger(danger: str, text: str, english: bool, seconds: Mapping[str, float]) -> float:
    """Give the confidence from which on a danger is believed; `seconds` are second questions with the belief in each.

    "I can't take it any longer" is no question, whatever second one it resembles; who threatens asks nothing, so
    "what will happen to it over there?" needs the same certainty without one.
    """
    if danger == Question.ACCOUNT_MISUSE:
        return _BY_RULE if english else _SURE_OF_MISUSE
    if (english and is_harmless(danger, text)) or (danger == Question.HAZARD and spares(text)):
        # who wants an order to go on fears nothing in it
        return _BY_RULE
    if not english and danger in _OF_PEOPLE:
        fetches = danger == Question.THREAT and any(seconds.get(name, 0.0) >= _RESEMBLES for name in _FETCHES)
        return _BY_RULE if fetches else _SURE_ELSEWHERE
    second = max(seconds.values(), default=0.0)
    is_like_one = danger == Question.THREAT or (danger != Question.HAZARD and second >= _LIKE_A_SECOND)
    return _SURE_AGAINST_A_SECOND if is_like_one and asks_something(text) else _SURE


def least_sure_in_a_clause(danger: str, text: str, english: bool, seconds: Mapping[str, float]) -> float:
    """Give the confidence from which on a danger is believed that only one clause of a message resembles.

    In other languages an ailment told in passing, "my mother is hard of hearing", resembles what goods do to people.
    """
    least = least_sure_of_danger(danger, text, english, seconds)
    return least if english else max(least, _SURE_ELSEWHERE)


def is_harmless(danger: str, text: str) -> bool:
    """Tell whether English words show that what a classifier takes for a danger is none.

    No threat was ever written without a word of harm or menace.
    """
    plain = plain_text(text)
    if danger == Question.THREAT:
        return _HARM.search(plain) is None or only_holds_to_a_word(plain)
    return danger == Question.HAZARD and only_burns_packing(plain)
