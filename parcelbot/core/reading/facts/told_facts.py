"""Find what a shopper's sentences tell or ask a person: no courtesies, orders, nor details with fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from parcelbot.core.reading.cases.case_questions import CaseQuestion, asks_who, case_question
from parcelbot.core.reading.cases.case_words import requests
from parcelbot.core.reading.codes.number_patterns import ONE_ORDER
from parcelbot.core.reading.facts.fillers import is_filler
from parcelbot.core.reading.given_numbers.slips import without_tag
from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.questions.unmarked_questions import asks_by_its_build
from parcelbot.core.reading.text.greetings import greeting_language, without_greeting
from parcelbot.core.reading.text.plain_text import TEXTS_KEPT, count_said, has_question_mark
from parcelbot.core.reading.wanted.wishes import is_wish, wished_matters, wishes_in

#: "Кв. 12", "No. 4": what shortens a word before a figure ends nothing.
_SHORTENED = "no nr apt st fl кв ул эт bl ul lok int esc app tel тел вул буд núm piso dpto str hs top"
_SENTENCE_END = re.compile(
    r"(?<=[.!?;])"
    + "".join(rf"(?<!\b(?i:{word})\.)" for word in _SHORTENED.split())
    + r"\s+|(?<=[.!?;])\s+(?!\d)|\n+|(?<=[。！？；؟])\s*"
)
#: What stands in a field of its own, with the words that bring it.
_EMAIL = r"[^\s@,;]+@[^\s@,;]+\.\w+"
_DETAILS = re.compile(
    rf"(?:\w+\W+)?\b(?:e-?mail|mail|courriel|correo|indirizzo|endereço|direcci[óo]n|adres\w*|почта|пошта|адрес)\w*(?:\W+\w+){{0,3}}\W+{_EMAIL}"
    r"|\b(?:order|number)(?: (?:number|no|is))*:?\s\d\d \d\d(?!\w|\s?\d)"
    r"|(?:\b(?:my|the|our|and|it['’]?s|is|at|to|under|from|for|on|with|i['’]?m(?=\W+[^\s@]+@)|use|here)\W+)*"
    r"(?:\b(?:orders?|e-?mail|mail|address|tracking|parcel|reference|number|numbered|no|nr|is|it['’]?s|courriel"
    r"|correo"
    r"|commande|pedido|encomenda|Bestellung|Bestellnummer|bestelling|ordine|zamówieni[ea]|заказ\w*|замовлення|sipariş\w*"
    r"|номер\w*|طلبي?|الطلب|رقم)\b\W*){0,4}"
    rf"(?:{_EMAIL}|#?(?<![\w-])(?:{ONE_ORDER}|(?=[A-Z\d]*\d)(?:\d{{4,}}|[A-Z\d]{{9,}}))(?![\w-]))",
    re.IGNORECASE,
)
_A_DETAIL = re.compile(rf"{_EMAIL}|\d{{4}}|{ONE_ORDER}", re.IGNORECASE)
_A_FIELD = re.compile(rf"{_EMAIL}|\b[A-Z]{{2,3}}-?\d{{4,}}\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"(?<=[.!?;])\s+|\n+|,\s+|[。！？；؟、，،]\s*")
#: With words after it, or as what a verb or a preposition leads to.
_INSIDE = re.compile(rf"(?<=\w):? +{_EMAIL}(?=[,;]? +\w)|(?:(?<=\bis)|(?<=\bat)|(?<=\bto)):? +{_EMAIL}", re.IGNORECASE)
_WITH_AN_EMAIL = re.compile(rf"^\s*{_EMAIL}[\s,;:–-]+(?:and\s+)?|\s*[,;:]?\s*{_EMAIL}")
#: "Open a case", "get a person to look at it": that is done by the case itself.
_ORDERS_A_CASE = re.compile(
    r"\b(?:open|start|make|create|raise|send|pass|hand|get|want|need|give|take|let|have|put|involve|speak|talk"
    r"|ask\w*)\b"
    r"[^.!?]{0,25}\b(?:case|ticket|person|human|someone|somebody|agent|colleague|team|employee|staff|it on|it over"
    r"|to them)\b"
    r"(?:\s+(?:to\s+)?(?:look|see|check|sort|deal|handle|take|help|answer)\w*(?:\s+(?:into|at|out|with|after"
    r"|over|care"
    r"|of|it|this|that|me|please|now|then))*)?"
    r"|\b(?:can|could|will|would|should|may) (?:an? (?:real )?(?:person|human|agent|colleague)|someone|somebody"
    r"|anyone"
    r"|anybody)(?: please)? (?:look|see|check|deal|handle|take|help|sort)\b(?: (?:at|into|with|it|this|that"
    r"|over|me))*",
    re.IGNORECASE,
)
#: The same in other languages: a verb of handing on, and who takes it.
_ORDERS_A_CASE_ELSEWHERE = re.compile(
    r"\b(?:p[áa]se(?:n|le|lo|selo)?|pas[ae]d?|env[ií]e\w*|transmet\w+|pass(?:ez|e|a)|mett(?:ez|a)|geben"
    r"|gib|leiten?|reich\w+"
    r"|schick\w+|verbind\w+|inoltr\w+|mett\w+|encaminh\w+|passe|geef|stuur|verbind|przeka[żz]\w*|połącz\w*|переда\w+"
    r"|соедини\w*|з['’]єдна\w*|iletin|aktar\w+|bağla\w+)\b[^.!?]{0,40}"
    r"\b(?:persona|agente|alguien|caso|conseiller|personne|quelqu['’]un|dossier|mitarbeiter\w*|jemand\w*"
    r"|mensch\w*|fall"
    r"|operatore|qualcuno|pratica|algu[ée]m|pessoa|atendente|medewerker|iemand|mens|zaak|konsultant\w*|człowiek\w*"
    r"|zgłoszeni\w+|человек\w*|сотрудник\w*|обращение|людин\w*|співробітник\w*|звернення|temsilci\w*"
    r"|birine|kayd\w*)\b"
    r"|担当者(?:に|へ)(?:つな|繋|回)\S*|(?:转|轉)(?:给|給|接)?(?:人工|客服)|حوّ?لوني (?:إلى|الى) \S+",
    re.IGNORECASE,
)
_LITTLE_ELSEWHERE = re.compile(
    r"\b(?:pues|s[íi]|por favor|oui|alors|svp|s['’]il vous pla[îi]t|ja|bitte|dann|also|s[ìi]|allora"
    r"|per favore|sim|ent[ãa]o|dan"
    r"|graag|alsjeblieft|tak|proszę|więc|да|пожалуйста|тогда|так|будь ласка|evet|lütfen|mi|esa|une?|an|einen?|ao?)\b",
    re.IGNORECASE,
)
_FULL_STOPS = "。！？"
_ENDS = re.compile(r"[.!?;,:。！？；؟]$")
_LITTLE = re.compile(
    r"\b(?:yes|yeah|no|ok(?:ay)?|please|pls|then|now|so|and|but|just|hello|hi|hey|dear|team|thanks?|thank you|many"
    r"|very much|i['’]?d|i|fine|see|like|would|you|can|could|it|this|that|to|a|the|my|well|good|morning|evening|day"
    r"|kind|same|regards|again|here|is|are|we|send|sent|go on|ahead|sorry)\b",
    re.IGNORECASE,
)
#: "Was in all day" leaves its writer out, and asks nothing.
_OF_THE_WRITER = re.compile(
    r"^\W*(?:was|were|have|had|am)\s+(?:not |just |already |still |only |always )*"
    r"(?:in|out|home|at|here|away|off|up|waiting|sitting|stood|sat|been|to|told|given|watching|asked|sent)\b",
    re.IGNORECASE,
)
#: What is left around a detail that was taken out: marks, and the words that led to it.
_LEADS_IN = re.compile(
    r"^(?:[\W_]|\b(?:hi|hello|hey|yes|ok(?:ay)?|my|the|it['’]?s|this is|that['’]?s|here(?:['’]?s)?(?: is)?)\b"
    r"(?=\s*[,;:.–—-]))+"
)
_A_TRACKING_NUMBER = re.compile(r"(?<![\w@.-])(?=[A-Z\d]*\d{5})[A-Z\d]{9,}(?![\w@-])", re.IGNORECASE)
_LEADS_OUT = re.compile(r"[\s,;:–—-]+$")
_FEWEST_WORDS = 3
_FEWEST_OF_A_QUESTION = _FEWEST_BESIDE_A_DETAIL = 4
#: Figures of a house, a unit or a sum tell something in fewer words.
_FEWEST_WITH_A_FIGURE = 1
_MOST_CHARACTERS = 900
_MOST_QUESTIONS, _MOST_ASKED = 8, 900
#: What a question begins or ends with where it lacks its mark, in other languages than English.
_ASKS_ELSEWHERE = re.compile(
    r"(?:か|かな|吗|嗎|呢|까|까요|나요|가요)[。.\s]*$|¿|\best-ce qu|\bm[ıiuü](?:y\w+|s[ıiuü]n[ıiuü]z)?\W*$"
    # "I was there": no Slavic "and" with a German "what"
    r"|^\W*(?!i was\b)(?:(?:und|aber|et|mais|y|e|pero|mas|ma|en|maar|а|и|та|i|ale|ve|och)\s+)?(?:wann|wo|wie|was|warum"
    r"|wer|quand|où"
    r"|comment|pourquoi|combien|cuándo|dónde|cómo|qué|cuánto|quién|quando|onde|como|quem|quanto|dove|perché"
    r"|wanneer|waar"
    r"|hoe|waarom|когда|где|как|почему|какие|сколько|коли|де|чому|скільки|kiedy|gdzie|jak|dlaczego|czy|ile"
    r"|ne zaman|nasıl"
    r"|neden|när|var|hur|varför|هل|متى|أين|كيف|لماذا)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=TEXTS_KEPT)
def tells_something(sentence: str) -> bool:
    """Tell whether a sentence tells what has no field of its own: "the camera shows nobody", not "my e-mail is …"."""
    left = _words_that_tell(sentence)
    if any(map(str.isdigit, left)):
        return count_said(left) >= _FEWEST_WITH_A_FIGURE
    beside_a_detail = _A_FIELD.search(sentence) is not None and not told_beside_details(sentence)
    return count_said(left) >= (_FEWEST_BESIDE_A_DETAIL if beside_a_detail else _FEWEST_WORDS)


@lru_cache(maxsize=TEXTS_KEPT)
def telling_sentences(text: str) -> Sequence[str]:
    """Give the sentences of a message for a person: one that tells something keeps its short ones as well.

    "She wears a size 8. Blue stays." decides in two words: only courtesy, numbers and orders to us are left out.
    """
    parts = list(sentences_of([text]))
    tell = [part for part in parts if tells_something(part) or is_wish(part)]
    short = [part for part in parts if tell and not _A_FIELD.search(part) and _words_that_tell(part).strip()]
    return tuple(part for part in parts if part in tell or part in short)


def quotable(text: str, asked: Sequence[str]) -> str:
    """Give what of a message is worth quoting: no courtesy, no mere detail, nothing that stands among the questions."""
    parts = [part for part in sentences_of([text]) if part not in asked and _words_that_tell(part).strip()]
    plain = map(_without_email, parts)
    return "".join(part if part[-1:] in _FULL_STOPS else f"{part} " for part in plain).strip()


def _words_that_tell(sentence: str) -> str:
    """Leave out of a sentence what is courtesy, has a field of its own, or asks for a case."""
    if is_filler(sentence) or greeting_language(sentence):
        return ""
    left = _LITTLE.sub(" ", _ORDERS_A_CASE.sub(" ", _DETAILS.sub(" ", sentence)))
    if _ORDERS_A_CASE_ELSEWHERE.search(left):
        left = _LITTLE_ELSEWHERE.sub(" ", _ORDERS_A_CASE_ELSEWHERE.sub(" ", left))
    return re.sub(r"[^\w\s]+", " ", left)


def without_details(text: str) -> str:
    """Leave out the sentences of a line that tell nothing more, and the e-mail of one that does."""
    kept = map(_without_email, telling_sentences(text))
    return " ".join(part if _ENDS.search(part) else f"{part};" for part in kept).rstrip(";")


def told_beside_details(text: str) -> str:
    """Give what a message tells in clauses of their own beside numbers and e-mails: "8812, it came with a hole"."""
    clauses = (clause.strip() for clause in _CLAUSE_END.split(text))
    return ", ".join(one for one in clauses if one and not _A_DETAIL.search(one) and tells_something(one))


def beside_details(text: str) -> str:
    """Give what a sentence says beside its e-mail or order number, which would drown it; "" for nothing, or neither.

    With a tracking number people ask as much as without one.
    """
    if _A_TRACKING_NUMBER.search(text):
        return ""
    left = " ".join(_DETAILS.sub(" , ", text).split())
    said = _LEADS_OUT.sub("", _LEADS_IN.sub("", left))
    said = re.sub(r"\s*(?:,\s*)+", ", ", said)
    return said if _A_DETAIL.search(text) and count_said(said) >= _FEWEST_WORDS else ""


def told_facts(texts: Sequence[str], already: Sequence[str]) -> list[str]:
    """List the sentences that state something and stand in none of `already`, in order, some 900 characters at most."""
    known, told, length = [_without_email(text) for text in already], list[str](), 0
    for sentence in _stated(texts):
        if any(sentence in text for text in known) or length + len(sentence) > _MOST_CHARACTERS:
            continue
        known.append(sentence)
        told.append(sentence)
        length += len(sentence)
    return told


def asked_questions(texts: Iterable[str], already: Sequence[str] = ()) -> list[str]:
    """List the last questions that a person may have to answer, in order: none about the case, none of `already`."""
    asked = [_without_email(one) for one in sentences_of(texts) if asks(one) and _is_for_a_person(one)]
    new = [sentence for sentence in dict.fromkeys(asked) if not any(sentence in text for text in already)]
    kept, length = list[str](), 0
    for sentence in reversed(new[-_MOST_QUESTIONS:]):
        length += len(sentence)
        if length <= _MOST_ASKED:
            kept.insert(0, sentence)
    return kept


@lru_cache(maxsize=TEXTS_KEPT)
def asks(sentence: str) -> bool:
    """Tell whether a sentence, in whatever language, is a question."""
    sentence = without_tag(sentence)
    if _OF_THE_WRITER.match(sentence) and not has_question_mark(sentence):
        return False
    in_words = asks_something(sentence) or asks_by_its_build(sentence) or _ASKS_ELSEWHERE.search(sentence)
    return bool(has_question_mark(sentence) or in_words)


def open_questions(notes: Iterable[str]) -> list[str]:
    """List the sentences of notes that ask a person: to ask for something to be done is a wish."""
    return [one for one in sentences_of(notes) if asks(one) and not requests(one)]


def with_what_it_is_of(question: str, said: Iterable[str]) -> str:
    """Give a question that tells little with the sentence that it follows: "is that bad?" asks nothing by itself."""
    if count_said(question) >= _FEWEST_OF_A_QUESTION and tells_something(question):
        return question
    for text in said:
        sentences = list(sentences_of([text]))
        place = sentences.index(question) if question in sentences else 0
        if place and not asks(sentences[place - 1]):
            return f"{sentences[place - 1]} {question}"
    return question


def _is_for_a_person(question: str) -> bool:
    about = case_question(question)
    # who gets in touch nobody knows before it is somebody's
    of_the_case = about is not None and not (about is CaseQuestion.WHEN_AND_WHO and asks_who(question))
    # "can that still be sent?" tells little, and asks with the sentence before it
    says_enough = tells_something(question) or (
        count_said(question) >= _FEWEST_OF_A_QUESTION and _words_that_tell(question).strip()
    )
    return bool(says_enough) and not (of_the_case or (requests(question) and wished_matters(question)))


def _stated(texts: Sequence[str]) -> Iterator[str]:
    standing = set(wishes_in(texts))
    for sentence in (one for text in texts for one in telling_sentences(text)):
        # a wish may have been given up since: what is still wished has a line of its own
        given_up = not standing.issuperset(wishes_in([sentence]))
        if not (asks(sentence) or given_up or wished_matters(sentence)):
            yield _without_email(sentence)


def sentences_of(texts: Iterable[str]) -> Iterator[str]:
    """Give the sentences of texts, in order, without the greeting that one begins with."""
    for text in texts:
        yield from filter(None, (without_greeting(" ".join(part.split())) for part in _SENTENCE_END.split(text)))


def _without_email(sentence: str) -> str:
    """Leave out an e-mail, which has its field; inside a sentence its place is marked, so that it reads on."""
    marked = _INSIDE.sub(" [e-mail]", sentence)
    return _WITH_AN_EMAIL.sub("", marked).strip().lstrip(",;:. ")
