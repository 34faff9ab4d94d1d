"""Countries as shoppers write them: names from the CLDR (babel), and the words that are not in it."""

from __future__ import annotations

from babel import Locale

_ISO_LENGTH = 2
#: CLDR codes for unions, oceans and test regions.
_NO_COUNTRIES = frozenset({"ZZ", "EU", "EZ", "UN", "XA", "XB", "QO"})

#: Names that are everyday words too: only with a capital letter.
_CASED = frozenset({"turkey", "jordan", "georgia", "chad", "jersey", "us", "guernsey", "togo", "mali", "niger", "cuba"})

#: Short names, demonyms and regions that CLDR's English names lack.
_ALSO = {
    "AE": ("uae", "emirates", "dubai", "abu dhabi"),
    "AR": ("argentinian", "argentine"),
    "AT": ("austrian",),
    "AU": ("aus", "aussie", "australian"),
    "BE": ("belgian",),
    "BR": ("brazilian", "brasil"),
    "CA": ("canadian",),
    "CH": ("swiss",),
    "CL": ("chilean",),
    "CN": ("prc", "chinese"),
    "CZ": ("czech republic", "czech"),
    "DE": ("german", "deutschland"),
    "DK": ("danish",),
    "ES": ("spanish", "espana", "españa"),
    "FI": ("finnish",),
    "FR": ("french",),
    "GB": ("uk", "u.k.", "u.k", "great britain", "britain", "england", "scotland", "wales", "northern ireland", "british", "scottish", "welsh"),
    "GR": ("greek",),
    "HK": ("hong kong", "hongkong"),
    "HU": ("hungarian",),
    "ID": ("indonesian",),
    "IE": ("republic of ireland", "irish", "eire"),
    "IL": ("israeli",),
    "IN": ("indian", "bharat"),
    "IT": ("italian", "italia"),
    "JP": ("japanese",),
    "KE": ("kenyan",),
    "KR": ("korea", "korean"),
    "MO": ("macau", "macao"),
    "MX": ("mexican",),
    "MY": ("malaysian",),
    "NG": ("nigerian", "naija"),
    "NL": ("holland", "dutch", "the netherlands"),
    "NO": ("norwegian",),
    "NZ": ("nz",),
    "PH": ("filipino", "phils"),
    "PK": ("pakistani",),
    "PL": ("polska",),
    "PT": ("portuguese",),
    "RO": ("romanian",),
    "RU": ("russian",),
    "SA": ("ksa", "saudi"),
    "SE": ("swedish",),
    "SG": ("singaporean",),
    "TH": ("thai",),
    "TR": ("turkish", "turkiye"),
    "TW": ("taiwanese",),
    "UA": ("ukrainian",),
    "US": ("usa", "u.s.", "u.s.a.", "u.s", "united states of america", "the states", "america", "american"),
    "VN": ("vietnamese", "viet nam"),
    "ZA": ("south african",),
}


#: What follows a demonym that describes goods, food or a feast, not a place a parcel may be in.
NOT_A_PLACE = frozenset({"linen", "new", "food", "seam", "seams", "language", "translation", "speaking", "restaurant", "recipe"})


def country_names() -> dict[str, str]:
    """Lower-case names and demonyms → ISO 3166 alpha-2 code."""
    territories = Locale("en").territories.items()
    official = {name.lower(): code for code, name in territories if _is_country(code)}
    short = {name.split(" & ")[0].split(" (")[0]: code for name, code in official.items() if len(name) > 5}
    also = {name: code for code, spellings in _ALSO.items() for name in spellings}
    return {**short, **official, **also, "us": "US"}


def is_named(written: str) -> bool:
    """False for an everyday word in lower case ("turkey", "us") that only looks like a country."""
    lower = written.lower()
    if lower == "us":
        return written == "US"
    return lower not in _CASED or written[:1].isupper()


def _is_country(code: str) -> bool:
    return len(code) == _ISO_LENGTH and code.isalpha() and code not in _NO_COUNTRIES
