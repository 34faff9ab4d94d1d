"""Tell how sure a classifier has to be of a danger that no rule sees: a false alarm frightens, a missed one harms."""

from __future__ import annotations

from parcelbot.core.questions import Question
from parcelbot.core.reading.sentences import asks_something

#: Below this, one message in a few that the classifier takes for a danger is none.
_SURE = 0.8
#: A question that resembles a second one so much, "must I turn up there myself?", speaks of harm to people only from
#: here on. Of the goods, "is it poisonous?" is both.
_LIKE_A_SECOND = 0.35
_SURE_AGAINST_A_SECOND = 0.9
#: A payment that is complained of is mostly our own: of a misused account only what a rule has settled is sure.
_BY_RULE = 1.0
#: In other languages, where there are phrases instead of rules, the classifier is believed there, too.
_SURE_OF_MISUSE = 0.9


def least_sure_of_danger(danger: str, text: str, english: bool, second: float) -> float:
    """Give the confidence from which on a danger is believed; `second` is the belief in the likeliest second question.

    "I can't take it any longer" is no question, whatever second one it resembles; who threatens asks nothing, so
    "what will happen to it over there?" needs the same certainty without one.
    """
    if danger == Question.ACCOUNT_MISUSE:
        return _BY_RULE if english else _SURE_OF_MISUSE
    is_like_one = danger == Question.THREAT or (danger != Question.HAZARD and second >= _LIKE_A_SECOND)
    return _SURE_AGAINST_A_SECOND if is_like_one and asks_something(text) else _SURE
