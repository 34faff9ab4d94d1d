"""Read that a person is wanted, in so many words and in any of the languages. Rules, not a model."""

from __future__ import annotations

import re

from parcelbot.core.reading.text.clauses import sentence_start

_A_PERSON = re.compile(
    r"\b(?:get|give|want|need|speak|talk|put|pass|connect|send|forward|hand)\b.{0,20}"
    r"\b(?:a person|human|an agent|real person|someone|somebody|your team|the team|your colleagues?|an employee"
    r"|(?:one|some) of your \w+|your (?:staff|employees?|people))\b(?! else\b)"
    r"|\b(?:can|could|will|should|must|shall|would|ought to|needs? to|ha(?:s|ve) to|want|whether|if)? ?"
    r"(?:somebody|someone|anybody|anyone|one of you|your (?:team|people|colleagues?))(?: (?:from|in|on|at) your \w+)?"
    r" (?:(?:should|must|needs? to|ought to|ha(?:s|ve) to|can|could|please|to|will|would|kindly)\s){1,2}"
    r"(?:call|ring|phone|contact|write(?: to)?|e-?mail|text|message|get (?:back )?(?:to|in touch with)) (?:me|us)\b"
    r"|\b(?:can|could|will) (?:somebody|someone|anybody|anyone)(?: please)? "
    r"(?:sort|fix|deal|handle|help|look (?:at|into)|take (?:this|it|over)|do something)\b"
    r"|^\W*(?:(?:ok(?:ay)?|yes|fine|then|so|please|just|well|alright)\W+)*"
    r"(?:pass|send|hand) (?:it|this) (?:on|over|to them)\b"
    r"|^\W*(?:(?:ok(?:ay)?|yes|fine|then|so|please|just|well|alright)\W+)+send (?:it|this)\W*$",
    re.IGNORECASE,
)
_DECLINED = re.compile(r"\b(?:no|not|don['’]?t|doesn['’]?t|without)\b", re.IGNORECASE)
#: "Maybe somebody at your end could have a look": the same wish in the words of whoever does not like to ask.
_SOMEBODY_LOOKS = re.compile(
    r"\b(?:somebody|someone|anybody|anyone|a (?:real )?(?:person|human)|one of (?:you|your \w+))"
    r"(?: (?:there|here|please|perhaps|maybe|kindly|at your end|on your side|in your (?:shop|team|office))){0,2}"
    r" (?:(?:can|could|should|would|might|please|to|kindly) ){0,2}"
    r"(?:have a look|take a look|look (?:at|into)|see to|attend to|deal with|sort|handle|help me|take (?:this|it) over)"
    r"\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:can|could|would|will|may|might|perhaps|maybe|please|want|need|like|rather|let|get|have)\b", re.IGNORECASE
)
#: What may stand between verb and person; "I want that somebody fetches it for me" wants nobody of ours.
_GAP = r"(?:(?:(?!\b(?:que|qu|dass|dat|che|że|żeby|чтобы|щоб|att)\b)[^.!?]){0,20} )?"
#: Give it to, speak with, want: a person, in the other languages.
_ELSEWHERE = re.compile(
    # Spanish, Portuguese, Italian, French
    r"\b(?:pon\w*|pás\w+|pas[ae]\w*|ponga\w*|habl\w+|quiero|quisiera|necesito|prefiero|comuni\w+|transf\w+) "
    rf"{_GAP}(?:una persona|un humano|un agente|un asesor|alguien de (?:ustedes|vosotros))\b"
    r"|\b(?:pass[ae]\w*|falar|quero|queria|preciso|prefiro|encaminh\w+|coloc\w+|transf\w+) "
    rf"{_GAP}(?:uma pessoa|um humano|um atendente|alguém (?:de vocês|da equipe))\b"
    r"|\b(?:pass\w+|parlare|voglio|vorrei|preferisco|mett\w+|inoltr\w+) "
    rf"{_GAP}(?:una persona|un operatore|un umano|qualcuno di voi)\b"
    r"|\b(?:pass\w+|parler|veux|voudrais|préfère|transmet\w+|mett\w+) "
    rf"{_GAP}(?:une (?:vraie )?personne|un humain|un conseiller|quelqu['’]un de chez vous)\b"
    # German, Dutch, Swedish
    rf"|\b(?:gib|gebt|geben|leit\w+|sprechen|will|möchte|brauche|verbind\w+) {_GAP}"
    r"(?:(?:einem|einen|ein|mit einem) (?:echten |richtigen )?(?:menschen|mensch|mitarbeiter)"
    r"|jemand\w* von (?:euch|ihnen))\b"
    rf"|\b(?:geef|zet|spreken|wil|stuur\w*|verbind\w*) {_GAP}"
    r"(?:een (?:echt )?(?:mens|persoon|medewerker)|iemand van jullie)\b"
    rf"|\b(?:prata|tala|vill|koppla|skicka) {_GAP}(?:en (?:riktig )?(?:människa|person|handläggare))\b"
    # Polish, Russian, Ukrainian, Turkish
    rf"|\b(?:przeka\w+|połącz\w*|porozmawia\w*|rozmawia\w*|chcę|wolę|proszę) {_GAP}"
    r"(?:(?:z )?człowiek\w*|(?:z )?konsultant\w*|kimś od was|komuś od was)"
    rf"|\b(?:переда\w+|соедин\w+|поговорить|позовите|хочу|нужен|дайте) {_GAP}"
    r"(?:человек\w*|сотрудник\w*|оператор\w*|кого-нибудь из вас)"
    rf"|\b(?:переда\w+|з['’]єдна\w+|поговорити|покличте|хочу|потрібн\w+|дайте) {_GAP}"
    r"(?:людин\w+|співробітник\w*|оператор\w*|когось із вас)"
    rf"|\b(?:bir )?(?:insan|temsilci|yetkili|çalışan)\w* {_GAP}"
    r"(?:aktar\w*|bağla\w*|görüş\w*|konuş\w*|istiyorum)"
    # Arabic, Japanese, Chinese, Korean
    r"|(?:أريد|اريد|أود|حوّ?لوني|أتحدث|اتكلم|أكلم)[^.!?؟]{0,20}(?:شخص|موظف|إنسان)"
    r"|(?:人|担当者|スタッフ)(?:の方)?(?:に|と|へ)[^。!?？]{0,8}(?:つな|繋|回し|話し|代わっ|お願い)|(?:转|轉|找|要)[^。!?？]{0,3}(?:人工|真人|客服)"
    r"|(?:상담원|담당자|사람)(?:과|와|에게|이랑|을|를)? ?(?:연결|통화|얘기|말하|바꿔)",
    re.IGNORECASE,
)
_DECLINED_ELSEWHERE = re.compile(
    r"\b(?:no|não|nao|non|pas|ne|nicht|kein\w*|niet|geen|nie|не|inte|istemiyorum|değil|si no|sem|sin|senza|sans|ohne"
    r"|zonder|bez|без)\b|لا |ليس|بدون|ない|なく|不|안 |말고",
    re.IGNORECASE,
)


def asks_for_a_person(text: str) -> bool:
    """Tell whether a person is asked for in so many words; "I don't need a person" asks for none."""
    return _in_english(text) or _is_meant(text, _ELSEWHERE, _DECLINED_ELSEWHERE)


def _in_english(text: str) -> bool:
    found = _SOMEBODY_LOOKS.search(text)
    wishes = found is not None and _WISHES.search(text, sentence_start(text, found.start()), found.end()) is not None
    looks = wishes and _is_meant(text, _SOMEBODY_LOOKS, _DECLINED)
    return looks or _is_meant(text, _A_PERSON, _DECLINED)


def _is_meant(text: str, wanted: re.Pattern[str], declined: re.Pattern[str]) -> bool:
    """Tell whether it is wanted; what is declined in the sentence before is something else: "no, thanks. I want …"."""
    found = wanted.search(text)
    return found is not None and declined.search(text, sentence_start(text, found.start()), found.end()) is None
