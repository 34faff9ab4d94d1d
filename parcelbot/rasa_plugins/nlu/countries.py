"""Name countries as shoppers write them: names from the CLDR (babel), and the words that are not in it."""

from __future__ import annotations

import re

from babel import Locale

_ISO_LENGTH = 2
#: CLDR codes for unions, oceans and test regions.
_NO_COUNTRIES = frozenset({"ZZ", "EU", "EZ", "UN", "XA", "XB", "QO"})

#: Names that are everyday words or first names too: only with a capital letter and after "in", "from", "to" …
_ALSO_WORDS = frozenset({"turkey", "jordan", "georgia", "chad", "jersey", "guernsey", "togo", "mali", "niger", "cuba"})
_PREPOSITIONS = frozenset({"in", "from", "to", "at", "via", "through", "into", "of", "reached", "left", "for", "near"})

#: Short names and regions that CLDR's English names lack.
_ALSO = {
    "AE": ("uae", "emirates", "dubai", "abu dhabi"),
    "AU": ("aus",),
    "BR": ("brasil",),
    "CI": ("ivory coast",),
    "CN": ("prc",),
    "CZ": ("czech republic",),
    "DE": ("deutschland",),
    "ES": ("espana", "españa"),
    "GB": ("uk", "u.k.", "u.k", "great britain", "britain", "england", "scotland", "wales", "northern ireland"),
    "HK": ("hong kong", "hongkong"),
    "IE": ("republic of ireland", "eire"),
    "IN": ("bharat",),
    "IT": ("italia",),
    "KR": ("korea",),
    "MK": ("macedonia",),
    "MM": ("burma",),
    "MO": ("macau", "macao"),
    "NG": ("naija",),
    "NL": ("holland", "the netherlands"),
    "NZ": ("nz",),
    "PL": ("polska",),
    "PS": ("palestine",),
    "SA": ("ksa", "saudi"),
    "TR": ("turkey", "turkiye"),
    "US": ("us", "usa", "u.s.", "u.s.a.", "u.s", "united states of america", "the states", "america"),
    "VN": ("viet nam",),
}

#: "Chinese" is a place only before a noun that has a place: "the Chinese warehouse", not "all in Chinese".
_DEMONYMS = {
    "AR": ("argentinian", "argentine"), "AT": ("austrian",), "AU": ("australian", "aussie"), "BE": ("belgian",),
    "BR": ("brazilian",), "CA": ("canadian",), "CH": ("swiss",), "CL": ("chilean",), "CN": ("chinese",),
    "CZ": ("czech",), "DE": ("german",), "DK": ("danish",), "ES": ("spanish",), "FI": ("finnish",), "FR": ("french",),
    "GB": ("british", "scottish", "welsh", "english"), "GR": ("greek",), "HU": ("hungarian",), "ID": ("indonesian",),
    "IE": ("irish",), "IL": ("israeli",), "IN": ("indian",), "IT": ("italian",), "JP": ("japanese",),
    "KE": ("kenyan",), "KR": ("korean",), "MX": ("mexican",), "MY": ("malaysian",), "NG": ("nigerian",),
    "NL": ("dutch",), "NO": ("norwegian",), "NZ": ("kiwi",), "PH": ("filipino",), "PK": ("pakistani",),
    "PL": ("polish",), "PT": ("portuguese",), "RO": ("romanian",), "RU": ("russian",), "SA": ("saudi",),
    "SE": ("swedish",), "SG": ("singaporean",), "TH": ("thai",), "TR": ("turkish",), "TW": ("taiwanese",),
    "UA": ("ukrainian",), "US": ("american",), "VN": ("vietnamese",), "ZA": ("south african",),
}  # fmt: skip
_PLACE_NOUNS = frozenset(
    {
        "customs", "post", "postal", "border", "warehouse", "airport", "depot", "hub", "address", "soil", "town",
        "city", "carrier", "courier", "mail", "sorting", "facility", "port", "office", "territory", "village",
    }
)  # fmt: skip

#: "New Jersey", "New Mexico", "New England".
_NEW = re.compile(r"\bnew\s+$", re.IGNORECASE)
_STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|"
    "indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|"
    "montana|nebraska|nevada|ohio|oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|washington|"
    "wisconsin|wyoming|(?:new|north|south|west|rhode) [a-z]+"
)
_STATE_CODES = (
    "AL|AK|AZ|AR|CA|CO|CT|FL|GA|HI|ID|IL|IA|KS|KY|LA|MA|MD|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|PA|RI|SC|SD|TN|"
    "TX|UT|VA|VT|WA|WI|WV|WY"
)
#: "Lebanon, PA", "Peru, Indiana", "Panama City", "Jamaica Plain".
_STATE_FOLLOWS = re.compile(rf",?\s+(?:(?:{_STATE_CODES})\b|(?i:{_STATES}|city|plain|street|road|avenue)\b)")
_THE_COUNTRY = re.compile(r"\btbilisi\b|\bbatumi\b|\bcountry\b|\bcaucasus\b|\brepublic of georgia\b", re.IGNORECASE)


def country_names() -> dict[str, str]:
    """Map lower-case names and demonyms to ISO 3166 alpha-2 codes."""
    territories = Locale("en").territories.items()
    official = {name.lower(): code for code, name in territories if is_country(code)}
    short = {name.split(" & ")[0].split(" (")[0]: code for name, code in official.items() if len(name) > 5}
    own = {name: code for words in (_DEMONYMS, _ALSO) for code, names in words.items() for name in names}
    return {**short, **official, **own}


def is_place(written: str, before: str, after: str) -> bool:
    """Tell places from everyday words, first names and languages (False), by the words `before` and `after`."""
    lower = written.lower()
    if lower == "us":
        return written == "US"
    if any(lower in names for names in _DEMONYMS.values()) and lower != "saudi":
        return after in _PLACE_NOUNS
    return lower not in _ALSO_WORDS or (written[:1].isupper() and (before in _PREPOSITIONS or not before + after))


def is_also_a_state(text: str, start: int) -> bool:
    """Tell whether the name at `start` is a state of the United States as well, so that it tells no country."""
    return text[start:].lower().startswith("georgia")


def is_in_the_states(text: str, start: int, end: int) -> bool:
    """Tell whether a country's name names a place of the United States here: "New Mexico", "Lebanon, PA".

    Georgia is the country only where the words around say so.
    """
    if _NEW.search(text, 0, start) or _STATE_FOLLOWS.match(text, end):
        return True
    return is_also_a_state(text, start) and _THE_COUNTRY.search(text) is None


def is_country(code: str) -> bool:
    """Tell a country's code from that of a union, an ocean or a test region."""
    return len(code) == _ISO_LENGTH and code.isalpha() and code not in _NO_COUNTRIES
