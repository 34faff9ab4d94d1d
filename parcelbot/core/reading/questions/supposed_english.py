"""Read what an English question supposes; the other languages have the same lists in `locales/phrases/`."""

from __future__ import annotations

from functools import cache

from parcelbot.core.reading.questions.supposed import Asks, SupposedLists, Suppositions

#: Phrases in folded text: "it's" is "it s" there.
_IFS = "if|in case|suppose|supposing|imagine|should it|should they|should that"
_WHETHER = (
    "know if|tell me if|tell if|see if|wonder if|wondering if|ask if|asking if|asked if|"
    "check if|sure if|say if|says if|said if|even if|as if|matter if|only if|doubt if|"
    "confirm if|find out if|idea if|if possible|if not|if so|mind if|asks if|clear if|care if"
)
_ASKING = (
    "do i|will i|would i|am i|can i|could i|should i|must i|shall i|have i|do we|will we|"
    "what happens|what if|what then|then what|what do|what will|what would|what about|who pays|"
    "who will|who gets|is my money|is the money|is that|does it|does that|does my|will it|will you|"
    "will they|will my|would it|would you|do you|do they|how long|how will|where does|"
    "where will|when do|when will|how do|what are|does he|will he|can he|do they|can they|"
    "does the|will the|does someone"
)
_IT = "it|parcel|package|order|box|delivery|shipment|bag|stuff|thing|this|that|one"
_EVENTS = {
    "back": (
        "~ goes back|~ goes all the way back|~ goes straight back|~ just goes back|~ went back|"
        "~ comes back|~ came back|~ gets sent back|~ s sent back|its sent back|~ is sent back|"
        "~ was sent back|~ gets returned|~ s returned|~ is returned|its returned|~ turns back|"
        "~ turns around|~ turns round|~ does go back|~ ends up back|~ ll go back|~ should go back|"
        "they send it back|they return it|~ returns to|go back to|everything goes back|"
        "they both go back|post sends it back|carrier returns it|courier returns it|"
        "carrier sends it back|courier sends it back"
    ),
    "after_all": (
        "~ comes after all|~ arrives after all|~ turns up after all|~ shows up after all|"
        "~ does come after|~ does arrive after|~ does turn up|~ still turns up|~ still comes|"
        "~ still arrives|~ still shows|~ comes after you|~ arrives after you|~ turns up after you|"
        "~ turns up later|~ shows up later|~ turns up afterwards|~ comes afterwards|~ arrives afterwards|"
        "both arrive|both come|both turn up|the first one turns|the first one comes|"
        "the first one arrives|the old one turns|the old one comes|the lost one"
    ),
    "silent": (
        "there s still nothing|there is still nothing|still nothing|nothing happens|nothing has happened|"
        "nothing moves|nothing has moved|nothing s moved|nothing changes|nothing has changed|"
        "nothing comes|there s still no|there is still no|there s no movement|~ still hasn t|"
        "~ still hasnt|~ hasn t moved|~ hasnt moved|~ doesn t move|~ doesnt move|~ stays like|"
        "~ isn t here by|~ s not here by|its not here by|~ isnt here by|~ is not here by|"
        "~ hasn t come by|~ hasnt come by|~ hasn t arrived by|~ hasnt arrived by|~ doesn t come by|"
        "~ doesnt come by|~ doesn t arrive by|~ doesnt arrive by|~ does not come by|~ does not arrive by|"
        "~ doesn t show up by|there s no scan|there is no scan|there s no news|there is no news|"
        "there s no update|~ day passes|the day passes|the date passes|~ date passes"
    ),
    "late": (
        "~ comes too late|~ arrives too late|~ gets here too late|~ turns up too late|~ s too late|"
        "~ is too late|~ comes late|~ arrives late|~ comes after|~ arrives after|~ gets here after|"
        "~ turns up after the|~ only comes after|~ only arrives after|~ misses the|"
        "~ doesn t make it in time|~ doesnt make it in time|~ doesn t come in time|"
        "~ doesn t arrive in time|~ doesnt arrive in time|~ s not here in time|~ isn t here in time"
    ),
    "lost": (
        "~ s lost|its lost|~ is lost|~ got lost|~ gets lost|~ was lost|~ s really lost|"
        "~ really is lost|~ never comes|~ never arrives|~ never turns|~ never shows|~ doesn t turn up|"
        "~ does not turn up|~ doesn t show up|~ doesnt show up|~ doesnt turn up|~ s gone|its gone|"
        "~ is gone|~ s really gone|~ can t be found|~ cannot be found|~ cant be found|~ isn t found|"
        "~ s never found|~ is never found|~ s not found|nobody finds it|no one finds it|"
        "nobody can find it|no one can find it|they can t find it|they cant find it|they cannot find it|"
        "they don t find it|they dont find it|they never find it|you can t find it|you cant find it|"
        "you don t find it|you never find it|~ never|~ disappear|~ vanish|~ s stolen|~ was stolen|"
        "~ got stolen|~ gets stolen|~ is stolen|someone took it|somebody took it|they lost it|"
        "they lose it|they ve lost it|~ stays missing|~ stays lost|~ doesn t come at all|"
        "~ does not arrive|~ doesn t arrive|~ doesnt arrive|~ doesn t come|~ doesnt come|~ does not come"
    ),
    "unclaimed": (
        "i don t collect|i dont collect|i do not collect|i can t collect|i cant collect|"
        "i cannot collect|i don t pick|i dont pick|i can t pick|i cant pick|i don t fetch|"
        "i can t fetch|i cant fetch|i can t get there|i cant get there|i can t make it|i cant make it|"
        "i cannot make it|i don t make it|i dont make it|i don t get there|i dont get there|"
        "i miss the deadline|i miss the last day|i m too late|im too late|i am too late|i come too late|"
        "nobody collects|nobody picks it|nobody fetches|no one collects|no one picks it|no one fetches|"
        "~ isn t collected|~ s not collected|its not collected|~ is not collected|~ isnt collected|"
        "~ isn t picked up|~ s not picked up|~ is not picked up|not collected in time|we don t collect|"
        "we can t collect|we cant collect|i leave it there|i just leave it"
    ),
    "missed": (
        "nobody is home|nobody s home|nobodys home|nobody is at home|nobody s at home|nobody is in|"
        "nobody s in|no one is home|no one s home|no one is in|no one s in|noone is home|nobody home|"
        "no one home|nobody is there|nobody s there|no one is there|no one s there|nobody answers|"
        "no one answers|nobody opens|no one opens|i m not home|im not home|i m not in|im not in|"
        "i m not at home|i am not home|i am not in|i am not at home|i m out|im out|i am out|i m away|"
        "im away|i am away|we re away|we are away|we re out|we are out|we re not in|we re not home|"
        "we are not in|we are not home|i miss the driver|i miss the delivery|i miss the courier|"
        "i miss him|i m at work|im at work|i am at work|they come while|he comes while|"
        "they come when i|they call while|he calls while|we aren t in|we aren t home|i m not there|"
        "im not there|i am not there|i m still away|they come and nobody|they come and no one"
    ),
    "customs": (
        "customs refuse|customs reject|customs don t|customs dont|customs doesn t|customs keep|"
        "customs won t|customs wont|customs stop|customs hold|customs seize|customs send|"
        "customs say no|customs block|they don t let it through|doesn t get through customs|"
        "does not get through customs|doesn t clear|doesnt clear|does not clear|~ s stuck in customs|"
        "~ gets stuck in customs|~ stays in customs|~ s stuck at customs|rejected by customs|"
        "refused by customs|held by customs"
    ),
    "broken": (
        "~ arrives broken|~ comes broken|~ s broken|~ is broken|its broken|~ s damaged|its damaged|"
        "~ is damaged|~ arrives damaged|~ comes damaged|~ arrives torn|~ comes torn|~ arrives dirty|"
        "~ arrives stained|~ comes stained|~ arrives wet|something is broken|something s broken|"
        "something is damaged|something s damaged|something is wrong with it|something s wrong with it|"
        "~ s faulty|~ is faulty|~ turns out faulty|~ turns out damaged"
    ),
}
_ASKS = {
    "money": (
        "money|refund|reimburs|out of pocket|lose out|paid for nothing|pay me back|paid back|"
        "compensat|pays me back|refunds me"
    ),
    "cost": "pay|charge|cost|postage|fee|free",
    "again": "again|new one|another|resend|second one|replacement|reship",
    "returns": "return it|return them|return that|send it back|give it back|take it back",
}


def supposed_in_english(text: str) -> tuple[str, ...]:
    """Tell what an English message supposes and asks of it; () where it supposes nothing."""
    return _reader().says(text)


def asked_in_english(text: str) -> Asks:
    """Name what an English message asks by its words, whatever it supposes."""
    return _reader().asked(text)


@cache
def _reader() -> Suppositions:
    events = {event: _listed(phrases) for event, phrases in _EVENTS.items()}
    asks = {asked: _listed(phrases) for asked, phrases in _ASKS.items()}
    return Suppositions(SupposedLists(_listed(_IFS), _listed(_WHETHER), _listed(_ASKING), _listed(_IT), events, asks))


def _listed(phrases: str) -> tuple[str, ...]:
    return tuple(phrases.split("|"))
