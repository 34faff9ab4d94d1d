"""Read that somebody leaves the talk, in the many words for it. Rules, not a model."""

from __future__ import annotations

import re

from parcelbot.core.reading.questions.sentences import asks_something
from parcelbot.core.reading.text.plain_text import count_said, has_question_mark

_LEAVES = re.compile(
    r"\b(?:bye+|bye bye|goodbye|farewell|cya|ttyl|l8rs?|laters?|ta ?ta|toodles|cheerio|tata|"
    r"see (?:you|ya|u)(?: (?:later|around|soon|tomorrow))?|(?:talk|speak) (?:to you )?(?:later|soon|tomorrow)|"
    r"(?:i['’]?m|im|i am) (?:off|out of here|gone|done here|leaving it)"
    r"(?! (?:to|on|all|work|today|tomorrow|sick|for)\b)|(?:good ?night|night night|nighty)|"
    r"(?:have a|have) (?:good|nice|great|lovely) (?:one|day|evening|night|weekend|rest)|"
    r"take care|catch you|over and out|cheers for nothing|thanks for nothing|thanks anyway|that['’]?s me done|"
    r"gotta (?:go|run)|got to (?:go|run)|must dash|signing off)\b",
    re.IGNORECASE,
)
#: In the languages we speak: who thanks first and ends with the wish for a good day takes leave, and greets nobody.
THANKS = (
    r"(?:thank(?:s|ing| you)|thx|grateful|obliged|dank\w*|bedankt|merci|remerci\w*|gracias|agrade\w+"
    r"|grazie|ringrazi\w+"
    r"|obrigad[oa]|dzięk\w+|teşekkür\w*|sağ ?ol\w*|спасибо|благодар\w+|дяку\w+|вдячн\w+"
    r"|ありがと\w*|感谢|谢谢|謝謝|شكر\w*|tack(?:ar)?|감사\w*|고마\w*|고맙\w*)"
)
_GOOD_DAY = (
    r"(?:good (?:day|morning|afternoon|evening|night)|goodbye|farewell|(?:guten|schönen|gute|schöne) \w+"
    r"|auf wiederseh\w+"
    r"|bonne (?:journée|soirée|nuit|fin de journée)|bonjour|bonsoir|au revoir"
    r"|buen(?:os|as|a)? (?:día|días|tardes?|noches?)|adiós|hasta (?:luego|pronto)"
    r"|buon(?:a|o)? (?:giornata|serata|giorno|sera|notte)|buongiorno|buonasera|arrivederci"
    r"|bo[am] (?:dia|tarde|noite)|adeus|goede(?:n|) ?(?:dag|middag|avond)|goeie\w*|fijne \w+|prettige \w+|tot ziens"
    r"|miłego \w+|dobrego \w+|dzień dobry|do widzenia|dobranoc|iyi (?:günler|akşamlar|geceler|çalışmalar)"
    r"|hoşça ?kal\w*"
    r"|до свидания|всего \w+|хорошего \w+|доброго \w+|добрый \w+|до побачення|гарного \w+|добрий \w+"
    r"|さようなら|失礼します|再见|再見|祝\w+|مع السلامة|وداع\w*|يوم\w* سعيد\w*)"
)
_THANKS_AND_LEAVES = re.compile(
    rf"^[^.!?。]{{0,25}}{THANKS}[^.!?。]{{0,60}}[.!,;。]?[^.!?。]{{0,20}}"
    rf"{_GOOD_DAY}[^.!?。]{{0,25}}[.!。]*$",
    re.IGNORECASE,
)
_MOST_WORDS = 12
_MOST_WORDS_WITH_THANKS = 20


def thanks_and_leaves(text: str) -> bool:
    """Tell whether a message thanks and then wishes a good day, and no more: "Thank you. Good afternoon."."""
    short = count_said(text) <= _MOST_WORDS_WITH_THANKS
    return short and _THANKS_AND_LEAVES.search(text.strip()) is not None and not has_question_mark(text)


def is_parting(text: str) -> bool:
    """Tell whether a message takes leave and asks nothing: "nah, I'm off"; "I'm off on Friday" is no such word."""
    leaves = _LEAVES.search(text) is not None and count_said(text) <= _MOST_WORDS and not asks_something(text)
    return leaves or thanks_and_leaves(text)


#: A hope for the parcel, said with thanks, in the languages we speak.
_HOPES = re.compile(
    r"\b(?:hop(?:e|es|ing|efully)|fingers crossed|cross(?:ing|ed)? (?:my |our |all )?fingers"
    r"|pray(?:ing)?|hoffe\w*|hoffentlich|daumen|espère\w*"
    r"|espérons|croise les doigts"
    r"|espero|esperemos|ojalá|speriamo|spero|hopelijk|ik hoop|duimen|mam nadzieję|oby|tomara|oxalá"
    r"|надеюсь|надеемся|дай бог"
    r"|сподіва\w+|дай боже|umarım|inşallah|umuyorum|hoppas|förhoppningsvis)\b"
    r"|آمل|أتمنى|إن شاء الله|といいな|といいです|ますように|願って|希望|但愿|하길|바랍니다|바라요",
    re.IGNORECASE,
)


def hopes(text: str) -> bool:
    """Tell whether somebody says with their thanks what they hope for: "thanks, fingers crossed it's here by then"."""
    return _HOPES.search(text) is not None


_BLESSES = re.compile(
    r"\b(?:(?:god|lord|jesus|heaven|allah) (?:\w+ )?bless|(?:god|lord) (?:\w+ )?(?:keep|be with|go with)|bless you"
    r"|(?:stay|remain|be) blessed|many blessings|dios (?:\w+ )?(?:bendiga|pague|guarde)|bendiciones"
    r"|deus (?:\w+ )?(?:abençoe|abencoe|pague)|fi(?:ca|que) com deus|dieu (?:\w+ )?(?:bénisse|benisse|garde)"
    r"|dio (?:\w+ )?benedica|gott segne|gottes segen|vergelt['’]?s gott|god zegen\w*|bóg zapłać|szczęść boże"
    r"|bóg (?:\w+ )?błogosławi|храни (?:\w+ )?(?:бог|господь)|благослови\w*|дай (?:\w+ )?бог (?:\w+ )?здоровья"
    r"|(?:хай|нехай) (?:\w+ )?(?:береже|благослов\w+)|дай (?:\w+ )?боже (?:\w+ )?здоров\w+"
    r"|allah (?:\w+ )?razı olsun|allah bereket|gud välsigne)\b"
    r"|بارك الله|الله يبارك|جزاك|الله يحفظ|神のご加護|保佑|상제|축복",
    re.IGNORECASE,
)
_GOOD_NIGHT = re.compile(
    r"\b(?:good ?night|night night|nighty|nite|gute nacht|bonne nuit|buenas noches|buona ?notte|boa noite|goede ?nacht"
    r"|welterusten|slaap lekker|dobranoc|dobrej nocy|спокойной ночи|доброй ночи|на добраніч|надобраніч"
    r"|iyi geceler|god natt)\b"
    r"|تصبح\w* على خير|おやすみ|晚安|잘 자|안녕히 주무",
    re.IGNORECASE,
)


def blesses(text: str) -> bool:
    """Tell whether a message blesses us, and asks nothing."""
    return _BLESSES.search(text) is not None and count_said(text) <= _MOST_WORDS and not has_question_mark(text)


def says_good_night(text: str) -> bool:
    """Tell whether a message takes leave for the night."""
    return _GOOD_NIGHT.search(text) is not None
