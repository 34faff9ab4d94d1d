"""Read that nothing is damaged or faulty, in the languages we speak. Rules, not a model."""

from __future__ import annotations

import re

_DAMAGED = (
    r"(?:damag\w*|broken|torn|ab[iî]m\w+|cass[ée]\w*|endommag\w+|dommages?|(?:be)?schäd\w*|schaden|kaputt\w*"
    r"|rot[oa]s?|dañ\w+|rott[oaie]|dannegg\w+|danni?|danificad\w+|quebrad\w+|dano|beschadigd\w*|schade|kapot"
    r"|uszkodz\w+|zniszcz\w+|сломан\w*|поврежд\w+|разбит\w*|пошкодж\w+|зламан\w*"
    # a fault of the goods, besides what happened to them
    r"|faulty|defe[ck]t\w*|flaw\w*|d[ée]fauts?|d[ée]fectueu\w+|m[aä]ngel\w*|mangelhaft\w*|difett\w+|defeit\w+|gebrek\w*"
    r"|wad(?:a|ą|y|liw\w+)?|брак\w*|дефект\w*)"
)
_NOTHING = (
    r"(?:nothing|no|not|isn['’]?t|rien n['’]est|rien|aucun\w*|pas|nichts|nicht|keine?n?|kein|nada|no|ning[uú]n\w*"
    r"|niente|nessun\w*|non|n[ãa]o|nenhum\w*|niets|niet|geen|nie|nic nie|не|ничего не|нет|нічого не"
    r"|немає|жодн\w+|никак\w+)"
)
_LITTLE = (
    r"(?:is|are|was|has|been|any|an?|at all|est|sont|était|de|une?|ist|sind|war|eine?|está|están|hay|esta|es|è|era|é"
    r"|una?|uno|uma?|een|zijn|jest|są|to|ma|это|це)"
)
_DENIED = re.compile(
    rf"\b{_NOTHING}(?:\s+{_LITTLE}){{0,3}}\s+{_DAMAGED}\b"
    r"|\bes ist nichts kaputt\b|\bnon è rotto niente\b"
    r"|\b(?:hasar|kırık|kusur|defo|arıza|bozuk)\w*(?: bir şey| ürün)? (?:değil|degil|yok)\b(?! m[iıuü]\b)"
    r"|(?:壊れ|破損し|傷)[^。、]{0,3}(?:ない|ません)(?![のんか]|です[かよ]|でしょう)"
    r"|(?:不良品?|不具合|欠陥|破損|傷)(?:など)?(?:では|じゃ|は|も)?(?:なく(?!て|な)|ない|ありません|ございません)(?![のんか]|です[かよ]|でしょう)"
    r"|(?:没有?|沒有?)(?:损坏|坏|破|損壞|壞|瑕疵|质量问题|質量問題)(?!了?[吗嗎吧])"
    r"|(?<!是)不是(?:坏的?|壞的?|次品|瑕疵|质量问题|質量問題)(?!了?[吗嗎吧])"
    r"|(?:لا يوجد|ليس هناك|ما في) (?:أي )?(?:ضرر|تلف|كسر|عيب)|(?:ليست?|غير) (?:معيب|تالف|مكسور)",
    re.IGNORECASE,
)
_ANY = re.compile(rf"\b{_DAMAGED}\b|壊れ|破損|破れ|不良|欠陥|傷|汚れ|坏|壞|破|瑕疵|مكسور|تالف|معيب", re.IGNORECASE)
_ASKED = re.compile(r"[^.!?;\n。！？؟；]*[?？؟]")
#: What a box looks like says nothing of what is in it.
_OF_THE_BOX = re.compile(
    r"\b(?:box\w*|carton\w*|karton\w*|pack\w*|parcel\w*|paket\w*|pakje|emballage|colis|verpackung|caja|paquete|scatola"
    r"|pacco|caixa|pacote|doos|pudełk\w*|paczk\w*|коробк\w*|посылк\w*|посилк\w*|kutu\w*|pouch|bag|sac|tape|seal\w*|label)\b"
    r"|箱|梱包|包装|包裹|صندوق|طرد|علبة",
    re.IGNORECASE,
)

_NOT_TO_TASTE = re.compile(
    r"\b(?:(?:don|didn)['’]?t (?:really )?like|not (?:to )?my taste|no me gusta\w*|ne me pla[iî](?:t|sent) pas"
    r"|gefäll\w+[^.!?]{0,30} nicht"
    r"|non mi piac\w+|não gostei|não me agrad\w+|beval\w+ (?:me |mij )?niet|nie podoba|не нравится|не понравил\w+"
    r"|не подобається|не сподобал\w+|beğenmedi\w*)\b|気に入ら|好みの問題|好みでは|不喜欢|不喜歡|لم (?:ت|ي)عجب",
    re.IGNORECASE,
)


def denies_damage(text: str) -> bool:
    """Tell whether a message says that nothing is damaged or faulty, and of nothing else that it is."""
    if not _DENIED.search(_ASKED.sub(" ", text)):
        return False
    return not (_ANY.search(_DENIED.sub(" ", text)) or _OF_THE_BOX.search(text))


def only_dislikes(text: str) -> bool:
    """Tell whether a message says that nothing is faulty, and the article only not to its writer's taste."""
    return denies_damage(text) and _NOT_TO_TASTE.search(text) is not None
