"""Read that a parcel must not go to an address because of somebody there who must not learn where its shopper is."""

from __future__ import annotations

import re

_MUST_NOT = r"(?:must ?n['’]?t|must not|should ?n['’]?t|should not|may not|(?:is|are) (?:not|n['’]t) (?:allowed )?to)"
_NOT = rf"(?:{_MUST_NOT}|can(?:no|['’]?)t|is ?n['’]?t (?:allowed )?to|never|not)"
_NEAR_ONES = r"(?:ex|husband|wife|partner|boyfriend|girlfriend|father|dad|family)"
_WHERE_I_LIVE = r"(?:where (?:i|we)\b|(?:my|our) (?:new )?(?:address|place|home))"
_UNSAFE = re.compile(
    # a driver who cannot find the house is no danger: of "they" only what must not be counts
    rf"\b{_NEAR_ONES}\b[^.!?]{{0,25}}\b{_NOT}\b[^.!?]{{0,15}}\b(?:know|find out|learn|see|get)\b[^.!?]{{0,20}}"
    rf"\b{_WHERE_I_LIVE}"
    rf"|\b(?:he|she|they)\b[^.!?]{{0,25}}\b{_MUST_NOT}\b[^.!?]{{0,15}}\b(?:know|find out|learn|see|get)\b"
    rf"[^.!?]{{0,20}}\b{_WHERE_I_LIVE}"
    rf"|\b(?:nobody|no ?one) (?:there )?(?:is allowed to|may|must|can|should)\b[^.!?]{{0,15}}"
    rf"\b(?:know|find out|learn)\b[^.!?]{{0,20}}\b{_WHERE_I_LIVE}"
    # whoever lives there is not to have what comes there, or reads the e-mail that we would write to
    rf"|\b(?:my ex|(?:the )?(?:person|man|woman|people|one) (?:who|that)(?:['’]s| is| are| lives?| stays)?(?: \w+)?"
    rf" ?(?:there|in (?:it|that house)))\b[^.!?]{{0,20}}\b{_MUST_NOT} (?:have|get|see|take|open|touch)\b"
    r"|\bthe (?:person|man|woman|one) who is (?:must ?n['’]?t|must not|should ?n['’]?t|should not) (?:have|get|see)\b"
    r"|\b(?:don['’]?t|do not|never|please no) (?:write|send|e-?mail|reply|answer)\b[^.!?]{0,30}[.,;:]? "
    r"(?:because )?(?:he|she|my (?:ex|husband|wife|father)) (?:still )?(?:reads?|sees?|checks?|opens?)\b"
    r"|\brestraining order\b|\bdomestic (?:violence|abuse)\b|\bwomen['’]?s (?:shelter|refuge)\b"
    r"|\b(?:abusive|violent) (?:ex\b|husband|wife|partner|man|relationship|father|family)"
    r"|\b(?:ex\b|husband|wife|partner|boyfriend|girlfriend)[^.!?]{0,20}\b(?:is|was|got|gets) (?:very |so )?"
    r"(?:abusive|violent|dangerous)\b"
    r"|\bstalk(?:s|ed|er|ing)\b|\b(?:hiding|fled|ran away|run away|escaped) from (?:him|her|them|my)\b"
    r"|\b(?:afraid|scared|frightened|terrified) of (?:him|her|my (?:ex|husband|wife|partner))\b"
    r"|\bfrauenhaus|\bkontaktverbot|\bgewalttätig"
    r"|\b(?:darf|dürfen|soll) (?:es )?(?:nicht|nie) (?:wissen|erfahren)\b.{0,15}\bwo ich"
    r"|\borden de alejamiento|\bmaltratador\w*|\bme maltrat\w+|\bviolencia (?:de género|doméstica)"
    r"|\bno (?:puede|debe) (?:saber|enterarse)\b.{0,15}\bd[oó]nde"
    r"|\bne doit pas savoir (?:où|ou)\b|\bviolences? conjugale|\bordonnance de protection"
    r"|\bnon deve sapere dove|\bcasa rifugio|\bcentro antiviolenza"
    r"|\bmag niet weten waar|\bcontactverbod|\bgewelddadige?\b|\bblijf-van-mijn-lijf"
    r"|\bnie może\b.{0,20}\bgdzie (?:jestem|mieszkam)|\bprzemoc\w* domow|\bzakaz zbliżania"
    r"|\bnão pode saber onde|\bmedida protetiva|\bviolência doméstica"
    r"|не должн\w+ знать.{0,15}где|домашн\w+ насил|не (?:має|повин\w+) знати.{0,15}де|домашн\w+ насильств"
    r"|nerede (?:olduğumu|yaşadığımı)\b.{0,15}\b(?:bilmemeli|öğrenmemeli)|uzaklaştırma kararı"
    r"|居場所を知られ|(?:家庭内暴力|ストーカー)|家暴|不能让.{0,8}知道我(?:在|住)"
    r"|\bfår inte (?:veta|få reda på)\b.{0,15}\bvar (?:jag|vi)|\bkontaktförbud|\bvåld i nära"
    r"|접근 ?금지|가정 ?폭력|스토킹|스토커|(?:어디|사는 곳|주소).{0,10}알면 안"
    r"|يجب (?:ألا|أن لا) (?:يعرف|تعرف).{0,15}(?:أين|مكان)|العنف الأسري",
    re.IGNORECASE,
)


def is_unsafe_there(text: str) -> bool:
    """Tell whether somebody at an address is a danger to the shopper, or must not learn where they live now."""
    return _UNSAFE.search(text) is not None
