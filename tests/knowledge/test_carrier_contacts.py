"""Every carrier can be reached, under the names that providers give it."""

from __future__ import annotations

import pytest

from parcelbot.knowledge.loading import Knowledge


def test_every_carrier_has_a_site_and_a_tracking_page(knowledge: Knowledge) -> None:
    for carrier in knowledge.carriers:
        contact = knowledge.carrier_contact(carrier.name, "")
        assert contact is not None, carrier.id
        assert contact.site.startswith("https://")
        assert contact.tracking_link("RR123456785CN").startswith("https://")


@pytest.mark.parametrize(
    ("name", "country", "link"),
    [
        ("USPS", "US", "https://tools.usps.com/go/TrackConfirmAction?tLabels=N1"),
        ("DPD (UK)", "GB", "https://track.dpd.co.uk/search?reference=N1"),
        ("DHL Paket", "DE", "https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=N1"),
        ("La Poste (Colissimo)", "FR", "https://www.laposte.fr/outils/suivre-vos-envois?code=N1"),
        (
            "Correos Spain",
            "ES",
            "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number=N1",
        ),
        ("Norway Post", "NO", "https://sporing.posten.no/sporing/N1"),
        ("Hermes", "GB", "https://www.evri.com/track/parcel/N1"),
        (
            "GLS Italy",
            "IT",
            "https://www.gls-italy.com/?option=com_gls&view=track_e_trace&mode=search&numero_spedizione=N1",
        ),
    ],
)
def test_the_parcel_is_shown_on_the_carriers_page_of_the_country(
    name: str, country: str, link: str, knowledge: Knowledge
) -> None:
    contact = knowledge.carrier_contact(name, country)
    assert contact is not None
    assert contact.tracking_link("N1") == link


def test_a_phone_is_that_of_the_country(knowledge: Knowledge) -> None:
    phones = {country: knowledge.carrier_contact("FedEx", country) for country in ("US", "GB", "FR")}
    assert {country: contact and contact.phone for country, contact in phones.items()} == {
        "US": "+1 800 463 3339",
        "GB": "+44 3456 070809",
        "FR": "",
    }


@pytest.mark.parametrize("name", ["Correos de Mexico", "EMS (Japan)", "Some Local Courier"])
def test_a_carrier_that_is_not_listed_is_not_taken_for_another(name: str, knowledge: Knowledge) -> None:
    assert knowledge.carrier_contact(name, "US") is None
