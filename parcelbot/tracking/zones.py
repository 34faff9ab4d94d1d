"""Find the time zone a scan was made in, for carriers that tell the hour but not the offset."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from zoneinfo import ZoneInfo

from dateutil import tz

#: ISO alpha-2, alpha-3 and the zone nearly all of a country's mail is sorted in ("-" for several).
_COUNTRIES = """
AE ARE Asia/Dubai;AR ARG America/Argentina/Buenos_Aires;AT AUT Europe/Vienna;AU AUS -;BE BEL Europe/Brussels
BG BGR Europe/Sofia;BR BRA -;CA CAN -;CH CHE Europe/Zurich;CL CHL America/Santiago;CN CHN Asia/Shanghai
CO COL America/Bogota;CY CYP Asia/Nicosia;CZ CZE Europe/Prague;DE DEU Europe/Berlin;DK DNK Europe/Copenhagen
EE EST Europe/Tallinn;EG EGY Africa/Cairo;ES ESP Europe/Madrid;FI FIN Europe/Helsinki;FR FRA Europe/Paris
GB GBR Europe/London;GR GRC Europe/Athens;HK HKG Asia/Hong_Kong;HR HRV Europe/Zagreb;HU HUN Europe/Budapest
ID IDN -;IE IRL Europe/Dublin;IL ISR Asia/Jerusalem;IN IND Asia/Kolkata;IS ISL Atlantic/Reykjavik
IT ITA Europe/Rome;JP JPN Asia/Tokyo;KE KEN Africa/Nairobi;KR KOR Asia/Seoul;KW KWT Asia/Kuwait
KZ KAZ Asia/Almaty;LT LTU Europe/Vilnius;LU LUX Europe/Luxembourg;LV LVA Europe/Riga;MA MAR Africa/Casablanca
MO MAC Asia/Macau;MT MLT Europe/Malta;MX MEX -;MY MYS Asia/Kuala_Lumpur;NG NGA Africa/Lagos
NL NLD Europe/Amsterdam;NO NOR Europe/Oslo;NZ NZL Pacific/Auckland;PE PER America/Lima;PH PHL Asia/Manila
PK PAK Asia/Karachi;PL POL Europe/Warsaw;PT PRT Europe/Lisbon;QA QAT Asia/Qatar;RO ROU Europe/Bucharest
RS SRB Europe/Belgrade;RU RUS -;SA SAU Asia/Riyadh;SE SWE Europe/Stockholm;SG SGP Asia/Singapore
SI SVN Europe/Ljubljana;SK SVK Europe/Bratislava;TH THA Asia/Bangkok;TR TUR Europe/Istanbul;TW TWN Asia/Taipei
UA UKR Europe/Kiev;US USA -;VN VNM Asia/Ho_Chi_Minh;ZA ZAF Africa/Johannesburg
AL ALB Europe/Tirane;AM ARM Asia/Yerevan;AZ AZE Asia/Baku;BA BIH Europe/Sarajevo;BB BRB America/Barbados
BD BGD Asia/Dhaka;BH BHR Asia/Bahrain;BO BOL America/La_Paz;BY BLR Europe/Minsk;CI CIV Africa/Abidjan
CM CMR Africa/Douala;CR CRI America/Costa_Rica;DO DOM America/Santo_Domingo;DZ DZA Africa/Algiers
EC ECU America/Guayaquil;ET ETH Africa/Addis_Ababa;GE GEO Asia/Tbilisi;GH GHA Africa/Accra;GT GTM America/Guatemala
JM JAM America/Jamaica;JO JOR Asia/Amman;KH KHM Asia/Phnom_Penh;LB LBN Asia/Beirut;LK LKA Asia/Colombo
MD MDA Europe/Chisinau;ME MNE Europe/Podgorica;MK MKD Europe/Skopje;MU MUS Indian/Mauritius;NP NPL Asia/Kathmandu
OM OMN Asia/Muscat;PA PAN America/Panama;PR PRI America/Puerto_Rico;PY PRY America/Asuncion;RW RWA Africa/Kigali
SN SEN Africa/Dakar;TN TUN Africa/Tunis;TT TTO America/Port_of_Spain;TZ TZA Africa/Dar_es_Salaam
UG UGA Africa/Kampala;UY URY America/Montevideo;UZ UZB Asia/Tashkent;ZM ZMB Africa/Lusaka;ZW ZWE Africa/Harare
"""
_REGIONS = {
    "US": """
America/New_York CT DC DE FL GA IN MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV
America/Chicago AL AR IA IL KS KY LA MN MO MS ND NE OK SD TN TX WI
America/Denver CO ID MT NM UT WY
America/Phoenix AZ
America/Los_Angeles CA NV OR WA
America/Anchorage AK
Pacific/Honolulu HI""",
    "CA": """
America/Toronto ON QC
America/Halifax NS NB PE
America/St_Johns NL
America/Winnipeg MB
America/Regina SK
America/Edmonton AB
America/Vancouver BC""",
    "AU": """
Australia/Sydney NSW ACT VIC TAS
Australia/Brisbane QLD
Australia/Adelaide SA
Australia/Darwin NT
Australia/Perth WA""",
}
_CITIES = {
    city: (country, zone)
    for country, zone, cities in (
        ("US", "America/New_York", ("new york", "jamaica", "miami", "atlanta", "philadelphia", "boston")),
        ("US", "America/Chicago", ("chicago", "dallas", "houston", "memphis")),
        ("US", "America/Denver", ("denver",)),
        ("US", "America/Phoenix", ("phoenix",)),
        ("US", "America/Los_Angeles", ("los angeles", "san francisco", "seattle")),
        ("US", "America/Anchorage", ("anchorage",)),
        ("US", "Pacific/Honolulu", ("honolulu",)),
        ("CA", "America/Toronto", ("toronto", "montreal", "mississauga")),
        ("CA", "America/Vancouver", ("vancouver",)),
        ("AU", "Australia/Sydney", ("sydney", "melbourne", "canberra", "hobart")),
        ("AU", "Australia/Brisbane", ("brisbane",)),
        ("AU", "Australia/Adelaide", ("adelaide",)),
        ("AU", "Australia/Darwin", ("darwin",)),
        ("AU", "Australia/Perth", ("perth",)),
        ("NZ", "Pacific/Auckland", ("auckland", "wellington")),
        ("RU", "Europe/Moscow", ("moscow",)),
        ("BR", "America/Sao_Paulo", ("sao paulo",)),
        ("MX", "America/Mexico_City", ("mexico city",)),
        ("ID", "Asia/Jakarta", ("jakarta",)),
    )
    for city in cities
}

#: Of a country with several zones the one that most of its people live in.
_MOST_LIVE_IN = {
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "ID": "Asia/Jakarta",
    "MX": "America/Mexico_City",
    "RU": "Europe/Moscow",
    "US": "America/Chicago",
}

_ROWS = [row.split() for row in _COUNTRIES.replace("\n", ";").split(";") if row]
_BY_COUNTRY = {alpha2: zone for alpha2, _, zone in _ROWS if zone != "-"}
_BY_REGION = {
    (country, region): line.split()[0]
    for country, lines in _REGIONS.items()
    for line in lines.strip().splitlines()
    for region in line.split()[1:]
}
_ALPHA2 = {alpha3: alpha2 for alpha2, alpha3, _ in _ROWS}
_ALPHA3 = {alpha2: alpha3 for alpha2, alpha3, _ in _ROWS}


def zone_of(location: str, country: str = "") -> tzinfo | None:
    """Find the zone of "Shanghai, CN" or "Ontario, CA, US"; None where the place leaves several or none."""
    parts = [part.strip() for part in location.split(",") if part.strip()]
    here = country or (parts[-1].upper() if parts else "")
    name = _BY_COUNTRY.get(here) or _by_region(here, parts) or _by_city(here, parts)
    return tz.gettz(name) if name else None


def likely_zone(country: str) -> tzinfo | None:
    """Find the zone of a country, of several the one that most of its people live in; None for one that is not known.

    The zone is named with the hour, so it is true wherever the shopper lives, and nearer to them than UTC.
    """
    name = _BY_COUNTRY.get(country) or _MOST_LIVE_IN.get(country)
    return ZoneInfo(name) if name else None


def alpha2(code: str) -> str:
    """Give a country code in two letters, from two or three; "" when it is not known."""
    return code if len(code) == 2 else _ALPHA2.get(code, "")


def _by_city(country: str, parts: list[str]) -> str | None:
    """Name the zone of a city that is known by its name alone, unless a place of that name elsewhere is meant."""
    where, name = _CITIES.get(parts[0].casefold(), ("", None)) if parts else ("", None)
    return name if len(parts) == 1 or country == where else None


def alpha3(code: str) -> str:
    """Turn a country code of two letters into that of three; "" for one we do not list."""
    return _ALPHA3.get(code.upper(), "")


def _by_region(country: str, parts: list[str]) -> str | None:
    regions = (_BY_REGION.get((country, part.upper())) for part in parts)
    return next((zone for zone in regions if zone), None)


def home_zone(country: str, places: Iterable[str]) -> tzinfo | None:
    """Find the zone in which a parcel to `country` is waited for, by its scans there; else most people's there.

    None for a country that is not known.
    """
    here = (place for place in places if place.upper().endswith(country)) if country else ()
    found = next((zone for place in here if (zone := zone_of(place))), None)
    return found or (zone_of("", country) if country else None) or tz.gettz(_MOST_LIVE_IN.get(country, "-"))
