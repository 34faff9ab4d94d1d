"""Read the reasons for a delay that a text names: weather, strike, holiday, too much to carry, an accident, customs.

The same words are looked for in a shopper's question and in a carrier's scan, whatever the language of each: a storm
that is asked about is told where the scan names the weather.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "weather": (
        r"\b(?:weather|storms?|stormy|snow\w*|blizzard|flood\w*|hurricane|typhoon|cyclone|tornado|ice|icy|fog|rain\w*"
        r"|heat ?wave|thunder\w*"
        r"|wetter\w*|unwetter\w*|sturm\w*|schnee\w*|hochwasser|überschwemm\w*|météo"
        r"|temps qu['’]il fait|tempête\w*|neige"
        r"|inondation\w*|intempéries|clima\w*|tormenta\w*|temporal\w*|nieve|nevada\w*|inundaci\w*"
        r"|maltempo|meteo|tempesta"
        r"|neve|alluvion\w*|weer|noodweer|sneeuw\w*|overstroming\w*|pogod\w*|burz\w*|śnieg\w*|powód\w*|wichur\w*|tempo"
        r" ruim|tempestade\w*|chuva\w*|enchente\w*|погод\w*|шторм\w*|бур[яиюі]\w*|снег\w*|снегопад\w*"
        r"|наводнен\w*|негод\w*"
        r"|сніг\w*|повін\w*|hava (?:durumu|koşul|şart)\w*|fırtına\w*|kar yağ\w*|sel)\b"
        r"|طقس|عاصف|ثلوج|فيضان|أمطار|天气|天氣|风暴|風暴|台风|台風|暴雨|暴雪|大雪|洪水|天候|悪天|嵐|大雨"
    ),
    "strike": (
        r"\b(?:strikes?|walk-?outs?|streik\w*|grève\w*|huelga\w*|sciopero|scioperi|staking\w*|strajk\w*|greve\w*"
        r"|забастовк\w*|страйк\w*|grev\w*)\b|إضراب|罢工|罷工|ストライキ|スト(?=[でのがは])"
    ),
    "holiday": (
        r"\b(?:holidays?|feiertag\w*|jours? fériés?|fériés?|festivos?|feriados?|festività|festivi|feestdag\w*|święt\w*"
        r"|праздник\w*|свят\w*|bayram\w*|tatil\w*)\b|عطلة|عيد|节假日|節假日|假期|祝日|連休|春节"
    ),
    "volume": (
        r"\b(?:volumes?|backlogs?|overload\w*|too many parcels|peak season|black friday|capacity|überlast\w*|paketflut"
        r"|surcharge|afflux|saturad\w*|sovraccaric\w*|drukte|przeciąż\w*|sobrecarga|перегруз\w*"
        r"|перевантаж\w*|yoğunluk\w*)\b"
        r"|ازدحام|爆仓|混雑|物量"
    ),
    "accident": (
        r"\b(?:accidents?|crash\w*|breakdown|mechanical|unfall\w*|accidente\w*|incident[ei]"
        r"|ongeluk\w*|wypad\w*|acidente\w*"
        r"|авари\w*|kaza)\b|حادث|事故|车祸"
    ),
    "customs": (
        r"\b(?:customs|duty|duties|zoll\w*|douanes?|douanier\w*|aduanas?|aduaner\w*|dogana|doganal\w*|cło|cła|celn\w*"
        r"|alfândega|alfandeg\w*|таможн\w*|митниц\w*|митн\w*|gümrü\w*)\b|جمارك|جمرك|海关|海關|清关|清關|税関|通関"
    ),
}
_NAMED = {reason: re.compile(words, re.IGNORECASE) for reason, words in _WORDS.items()}


#: "Which storm?", "where is this snow?" asks for what stands in the scan, not whether it is that.
_WHICH_ONE = re.compile(
    r"(?:^|[.!?,;]\s*|\b(?:and|but|so) )(?:what|which|where)\b(?!['’]?s? (?:happens?|if|now|next)\b)", re.IGNORECASE
)


def reasons_supposed(text: str) -> frozenset[str]:
    """Name the reasons that a text asks about by a yes or no; none where it asks which or where they are."""
    return frozenset() if _WHICH_ONE.search(text) else reasons_in(text)


def reasons_in(text: str) -> frozenset[str]:
    """Name the reasons that a text speaks of, each by one word; none where it speaks of none."""
    return frozenset(reason for reason, named in _NAMED.items() if named.search(text))
