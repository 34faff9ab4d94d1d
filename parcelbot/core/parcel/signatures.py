"""Read who took a parcel from the wording of its delivery. Pure."""

from __future__ import annotations

import re

_NAME = r"[:\s]*((?:\w\.\s?)*[^,.;()]{2,60})"
_SIGNED = re.compile(
    r"\b(?:signed(?: for)? by|unterschrieben von|signé par|firmado por|firmat[oa] da|getekend door|assinado por"
    rf"|podpisan\w+ przez)\b{_NAME}",
    re.IGNORECASE,
)
#: These stand before companies and "the recipient" as well, so a name must look like one.
_TAKEN = re.compile(
    r"\b(?i:received by|empfangen von|entgegengenommen von|reçu par|recibi[óo](?: por)?|recibido por|ricevut[oa] da"
    r"|ontvangen door|recebido por|odebrał\w*|mottagen av|collected from pick-?up point,)"
    r"[:\s]*((?:[A-ZÀ-ÖØ-Þ]\.?\s?)*[A-ZÀ-ÖØ-Þ][^,.;:()\d]{1,60})"
)
_NOBODY = re.compile(
    r"(?:the )?(?:driver release|customer|recipient|addressee|receiver|resident|consignee|empfänger|destinataire"
    r"|destinatario|cliente|ontvanger|odbiorca)",
    re.IGNORECASE,
)

_PHOTO = re.compile(
    r"\b(?:photo|foto|picture|image) ?(?:graph|grafi)?|zdjęci|фото|світлин|fotoğraf|写真|照片|拍照|相片|صورة|صوره",
    re.IGNORECASE,
)
_NO_PHOTO = re.compile(
    r"\b(?:no|not|without|kein\w*|ohne|sans|sin|senza|sem|geen|zonder|bez|без|нет)\s+(?:an?\s+)?(?:photo|foto|picture|image"
    r"|zdjęci|фото)",
    re.IGNORECASE,
)


def read_signature(wording: str) -> str:
    """Read who took it ("signed for by M. LARSEN" is M. LARSEN); "" where the wording of a delivery names nobody."""
    if signed := _SIGNED.search(wording):
        return signed[1].strip()
    taken = _TAKEN.search(wording)
    name = taken[1].strip() if taken else ""
    return "" if _NOBODY.fullmatch(name) else name


def tells_of_a_photo(wording: str) -> bool:
    """Tell whether the wording of a delivery says that a photo was taken of it."""
    return bool(_PHOTO.search(wording)) and not _NO_PHOTO.search(wording)
