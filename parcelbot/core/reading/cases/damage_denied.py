"""Read that nothing is damaged, in the languages we speak: whoever has to say so was misread. Rules, not a model."""

from __future__ import annotations

import re

_DAMAGED = (
    r"(?:damag\w*|broken|torn|ab[iî]m\w+|cass[ée]\w*|endommag\w+|dommages?|(?:be)?schäd\w*|schaden|kaputt\w*"
    r"|rot[oa]s?|dañ\w+|rott[oaie]|dannegg\w+|danni?|danificad\w+|quebrad\w+|dano|beschadigd\w*|schade|kapot"
    r"|uszkodz\w+|zniszcz\w+|сломан\w*|поврежд\w+|разбит\w*|пошкодж\w+|зламан\w*)"
)
_NOTHING = (
    r"(?:nothing|no|not|isn['’]?t|rien n['’]est|rien|aucun\w*|pas|nichts|nicht|keine?n?|kein|nada|no|ning[uú]n\w*"
    r"|niente|nessun\w*|non|n[ãa]o|nenhum\w*|niets|niet|geen|nie|nic nie|не|ничего не|нет|нічого не"
    r"|немає|жодн\w+|никак\w+)"
)
_LITTLE = r"(?:is|are|was|has|been|any|at all|est|sont|était|de|ist|sind|war|está|están|hay|esta|è|era|é|zijn|jest|są)"
_DENIED = re.compile(
    rf"\b{_NOTHING}(?:\s+{_LITTLE}){{0,3}}\s+{_DAMAGED}\b"
    r"|\bes ist nichts kaputt\b|\bnon è rotto niente\b|\bhasar\w* (?:değil|yok)\b|\bkırık (?:değil|yok)\b"
    r"|(?:壊れ|破損し|傷)[^。、]{0,3}(?:ない|ません)|(?:没有?|沒有?)(?:损坏|坏|破|損壞|壞)"
    r"|(?:لا يوجد|ليس هناك|ما في) (?:أي )?(?:ضرر|تلف|كسر)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\b{_DAMAGED}\b", re.IGNORECASE)
#: What a box looks like says nothing of what is in it.
_OF_THE_BOX = re.compile(
    r"\b(?:box\w*|carton\w*|karton\w*|pack\w*|parcel\w*|paket\w*|pakje|emballage|colis|verpackung|caja|paquete|scatola"
    r"|pacco|caixa|pacote|doos|pudełk\w*|paczk\w*|коробк\w*|посылк\w*|посилк\w*|kutu\w*|pouch|bag|sac|tape|seal\w*|label)\b"
    r"|箱|梱包|包装|包裹|صندوق|طرد|علبة",
    re.IGNORECASE,
)


def denies_damage(text: str) -> bool:
    """Tell whether a message says that nothing is damaged, and of nothing else that it is."""
    if not _DENIED.search(text) or "?" in text:
        return False
    return not (_ANY.search(_DENIED.sub(" ", text)) or _OF_THE_BOX.search(text))
