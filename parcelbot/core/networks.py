"""Name the network that an address belongs to, as what limits are counted by."""

from __future__ import annotations

import ipaddress

#: A household or an office has one of these; every address in it is easy to come by.
_IPV6_NETWORK = 64

UNKNOWN = "unknown"


def network_of(address: str) -> str:
    """Give an IPv4 address itself, the /64 of an IPv6 one; `UNKNOWN` for what is no address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(parsed, ipaddress.IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped or ipaddress.ip_network((parsed, _IPV6_NETWORK), strict=False))
    return str(parsed)
