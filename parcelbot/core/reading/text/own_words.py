"""Tell a shopper's own words from what a carrier writes: who says me and mine, asks or greets is the shopper. Pure."""

from __future__ import annotations

import re

#: What carriers never say of themselves, in the languages we read; `_` stands for a blank.
_WORDS = {
    "en": "i ive my me mine please pls plz help why when where how who hi hello hey thanks thank refund we our",
    "de": "ich mein meine meinen meinem meiner mir mich wir uns unser bitte danke hallo wo wann warum wieso hilfe",
    "nl": "ik mijn mij me wij we ons onze graag bedankt hoi hallo waar wanneer waarom hoe help",
    "es": "yo mi mis me mí nosotros nuestro nuestra por_favor gracias hola dónde donde cuándo cuando qué quiero",
    "pt": "eu meu minha meus minhas me nós nosso nossa obrigado obrigada olá onde quando quero preciso porque",
    "fr": "je j' mon ma mes moi me nous notre nos merci bonjour salut où quand pourquoi comment svp veux",
    "it": "io mio mia miei mie mi noi nostro nostra grazie ciao buongiorno salve dove quando perché come voglio vorrei",
    "ru": "я мне меня мой моя моё мое мои мою моего моей мы нам нас наш спасибо пожалуйста привет где когда почему как",
    "uk": "мені мене мій моє мої моєї моєму ми нам нас наша дякую будь_ласка привіт вітаю де коли чому як хочу",
    "pl": "ja mi mnie mój moja moje moją mojej my nam nasz proszę dziękuję dzięki cześć hej gdzie kiedy dlaczego jak",
    "tr": "ben bana beni benim bize bizim lütfen teşekkürler merhaba selam nerede ne_zaman neden nasıl istiyorum",
    "sv": "jag mig min mitt mina vi oss vår vårt tack hej var när varför hur vill",
}
_SPELT = sorted({re.escape(word).replace("_", r"\s+") for words in _WORDS.values() for word in words.split()})
_SPACED = re.compile(rf"[?？؟]|(?<!\w)(?:{'|'.join(_SPELT)})(?!\w)", re.IGNORECASE)
#: Languages without blanks, and those whose small words grow on to others.
_ANYWHERE = re.compile(
    r"私|僕|俺|うちの|ですか|ますか|ください|下さい|ほしい|欲しい|たい(?:です)?|どこ|いつ|なぜ|どう|お願い|ありがとう"
    r"|我|咱|请问|請問|谢谢|你好|您好|吗|呢|怎么|哪里|哪儿|为什么|什么时候"
    r"|제가|저는|제 |내 |우리|나요|까요|주세요|싶어|어디|언제|왜|감사|안녕"
    r"|أنا|طردي|طلبي|شحنتي|لدي|عندي|أريد|اريد|من فضلك|شكرا|مرحبا|أين|اين|متى|لماذا|كيف|لي(?!\w)"
)
_LONGEST_NAME = 6
#: "Jean-Luc", "O'Brien", "J.": in each of the parts a capital and small letters.
_PARTS = re.compile(r"[-'’.]+")
#: "de la", "van der", "von": they stay small inside a name.
_PARTICLE = re.compile(r"d[aeiou]s?|del(?:la)?|l[aeo]s?|v[ao]n|[dt]e[nr]|zu")


def has_own_words(text: str) -> bool:
    """Tell whether `text` asks something or speaks of the shopper, in any of the languages we read."""
    return bool(_SPACED.search(text) or _ANYWHERE.search(text))


def is_perhaps_a_name(text: str) -> bool:
    """Tell whether `text` is nothing but two to six words that are written as names are: "Juan de la Cruz"."""
    words = text.strip(" .,;!").split()
    names = [word for word in words if not _PARTICLE.fullmatch(word)]
    return 2 <= len(names) <= len(words) <= _LONGEST_NAME and all(map(_is_capitalised, names))


def _is_capitalised(word: str) -> bool:
    parts = list(filter(None, _PARTS.split(word)))
    return bool(parts) and all(part[0].isupper() and part[1:] == part[1:].lower() for part in parts)
