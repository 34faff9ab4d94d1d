"""Tell the code of a country from that of a region at the end of a scan's place: "Austin, TX", "Macon, GA"."""

from __future__ import annotations

#: ISO 3166 alpha-2, and Kosovo's.
_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW "
    "BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI "
    "FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN "
    "IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME "
    "MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF "
    "PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK "
    "YE YT ZA ZM ZW"
)
_COUNTRIES = frozenset(_CODES.split())
#: What carriers write for a country beside its code.
_ALSO = {"UK": "GB"}
#: Codes of regions that are other countries' codes as well, by country: GA is Georgia in the US, and Gabon.
_REGIONS = {
    "US": "AL AR AS AZ CA CO DE GA GU ID IL IN KY LA MA MD ME MN MO MP MS MT NC NE PA PR SC SD TN VA VI",
    "CA": "MB NB NL NS NT NU PE SK YT",
    "AU": "NT SA WA",
    "BR": "AL AM BA ES GO MA MG MS MT PA PE PR RO RS SC SE TO",
    "CH": "AG AI AR BE BL BS FR GE GL GR LU NE SG SH SO SZ TG",
    "IN": "AR AS BR CG CH GA HR LA MH ML MN MP MZ NL PY SK TG TN TR",
    "IT": "AG AL AR AT BA BG BI BN BO BR BS BZ CA CH CL CN CR FM GE IM IS LC LI LT LU MC ME MN MO MS MT",
    "MX": "AG BS CH CL CM CO GR GT MO NA NL SI SL SO TL TM VE ZA",
}


def country_at_end(location: str, ends: tuple[str, str]) -> str:
    """Return the ISO code of the country that `location` ends with, "" when it names none.

    `ends` are a parcel's own two countries, the likelier one first, "" for one that is not known. A code that is a
    region of one of them is that country; one that is no country at all ("TX") says nothing of any.
    """
    tail = location.rpartition(",")[2].strip()
    code = _ALSO.get(tail, tail)
    if code in ends and code:
        return code
    region_of = next((end for end in ends if code in _REGIONS.get(end, "").split()), "")
    return region_of or (code if code in _COUNTRIES else "")
