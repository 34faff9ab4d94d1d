"""What other languages say by itself, whatever was asked: `heard` in `locales/phrases`, and how the readers take it."""

from __future__ import annotations

import pytest

from parcelbot.core.questions import Question
from parcelbot.core.reading.cases.case_times import asks_until_when
from parcelbot.core.reading.cases.case_words import Said, taken_back
from parcelbot.core.reading.cases.send_orders import holds_back, orders_to_send
from parcelbot.core.reading.cases.still_needed import asks_what_is_still_needed
from parcelbot.core.reading.contact.persons import asks_for_a_person
from parcelbot.core.reading.goods.in_use import is_in_use, was_washed
from parcelbot.core.reading.replies.acceptance import accepts_with_thanks
from parcelbot.core.reading.replies.oks import only_says_ok
from parcelbot.core.reading.replies.partings import blesses, hopes, says_good_night, thanks_and_leaves
from parcelbot.core.reading.replies.postponing import only_holds_on
from parcelbot.core.watching.wishes import NewsWish, read_news_wish
from tests.support.languages import REPLIES


def _says(language: str, text: str) -> tuple[str, ...]:
    return REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "artık beklemem. gonderin"), ("tr", "gönderebilirsiniz lütfen"), ("tr", "kim okuyor? iletin hadi"),
        ("es", "¿quién contesta? mándalo"), ("es", "envienlo porfa"), ("fr", "c'est bon, envoyez"),
        ("fr", "je sais plus, transmettez-la svp"), ("de", "schick ab, bitte"),
        ("de", "mir reicht's, leiten sie es weiter"),
        ("it", "va bene, inviatelo"), ("nl", "stuur maar"), ("pl", "dość czekania, wysylajcie"), ("pt", "pode enviar"),
        ("pt", "cansei, manda logo"), ("ru", "отправляйте уже"), ("uk", "досить, надсилайте"), ("ar", "أرسلوه من فضلك"),
        ("ja", "もう待てません。送ってください"), ("zh", "别问了，发吧"), ("ko", "기다렸어요. 보내 주세요"),
        ("sv", "skicka det"),
        ("de", "moment, ach was. schick es ab"),
    ],
)  # fmt: skip
def test_an_order_to_send_stands_in_some_clause(language: str, text: str) -> None:
    assert orders_to_send(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "bana yenisini gönderin"), ("tr", "gönderdiniz mi?"), ("tr", "gönderin mi?"), ("es", "no lo mandes"),
        ("es", "mándamelo otra vez"), ("fr", "envoyez-moi un autre"), ("de", "noch nicht abschicken"),
        ("de", "schicken Sie mir das Kissen noch einmal"), ("pl", "nie wysyłajcie"), ("ru", "не отправляйте"),
        ("ja", "もう一度送ってください"), ("ja", "送らないでください"), ("zh", "不要发送"), ("zh", "发票"),
        ("es", "espera, no. todavía no"), ("it", "mandatemi la fattura"), ("nl", "stuur mij een nieuwe"),
    ],
)  # fmt: skip
def test_another_parcel_a_question_or_a_refusal_orders_nothing(language: str, text: str) -> None:
    assert not orders_to_send(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "warte, ich suche noch was"), ("es", "espere un momento"), ("fr", "attends"), ("tr", "bi dakika"),
        ("ru", "стойте"), ("zh", "等一下"), ("pt", "peraí"), ("uk", "почекайте"), ("nl", "ok wacht even"),
    ],
)  # fmt: skip
def test_who_says_wait_holds_back(language: str, text: str) -> None:
    assert holds_back(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Warte seit elf Tagen"), ("es", "espero desde el lunes"), ("ja", "ずっと待っています"),
        ("zh", "等了两周了"),
        ("ru", "жду с понедельника"), ("fr", "attendez-vous un retour ?"), ("tr", "üç haftadır bekliyorum"),
    ],
)  # fmt: skip
def test_who_tells_how_long_they_wait_does_not(language: str, text: str) -> None:
    assert not holds_back(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "tamam"), ("tr", "peki tamam"), ("tr", "tmm"), ("es", "vale"), ("fr", "d'accord"), ("fr", "daccord"),
        ("de", "In Ordnung"), ("uk", "добре"), ("ar", "تمام"), ("zh", "好的"), ("pt", "ta bom"), ("pl", "w porzadku"),
    ],
)  # fmt: skip
def test_a_bare_ok_agrees(language: str, text: str) -> None:
    assert Said.ONLY_AGREES.value in _says(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "tamam ama önce bakayım"), ("es", "pues"), ("ru", "ну"), ("ja", "では"), ("de", "gut?"),
        ("de", "ok danke"),
        ("ja", "大丈夫です"), ("it", "bene ma quando"), ("fr", "bien reçu"),
    ],
)  # fmt: skip
def test_what_only_begins_to_speak_thanks_or_asks_does_not(language: str, text: str) -> None:
    assert Said.ONLY_AGREES.value not in _says(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "anotado"), ("de", "verstanden"), ("fr", "bien noté, merci"), ("nl", "begrepen"), ("pl", "rozumiem"),
        ("ru", "понял"), ("tr", "anladım, sağ olun"), ("zh", "收到"), ("it", "va bene, grazie"), ("pl", "ok, dzieki"),
    ],
)  # fmt: skip
def test_a_word_for_ok_takes_note(language: str, text: str) -> None:
    assert only_says_ok(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"), [("de", "danke"), ("es", "ah, gracias"), ("fr", "merci bonjour"), ("tr", "tamam mı?")]
)
def test_thanks_or_a_question_alone_do_not(language: str, text: str) -> None:
    assert not only_says_ok(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Danke, dann hole ich es morgen"), ("fr", "merci, j'irai samedi"), ("es", "gracias, voy mañana"),
        ("zh", "谢谢，我明天去取"), ("ru", "Спасибо, завтра заберу"), ("sv", "tack, jag hämtar det i morgon"),
        ("ko", "감사합니다, 내일 찾으러 갈게요"), ("tr", "tesekkurler, yarin giderim"), ("pl", "dzieki, jutro pojde"),
    ],
)  # fmt: skip
def test_who_says_thanks_and_what_they_do_now_accepts(language: str, text: str) -> None:
    assert accepts_with_thanks(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "tack, men jag kommer inte"), ("de", "danke, ich hole es, aber wo?"),
        ("es", "gracias pero voy sin carta"),
        ("fr", "merci, j'irai si elle arrive"), ("it", "grazie, non vado"), ("nl", "bedankt maar ik ga niet"),
    ],
)  # fmt: skip
def test_a_doubt_or_a_condition_accepts_nothing(language: str, text: str) -> None:
    assert not accepts_with_thanks(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Vielen Dank und einen schönen Abend noch."), ("fr", "Merci beaucoup, bonne soirée"),
        ("es", "Gracias por todo. Buenas noches."), ("it", "Grazie mille, arrivederci"),
        ("pl", "Bardzo dziękuję. Do widzenia."), ("ru", "Спасибо, хорошего вечера"),
        ("tr", "Çok teşekkürler, iyi akşamlar"),
        ("de", "dank euch, schoenes wochenende"), ("pt", "vlw, boa tarde"),
    ],
)  # fmt: skip
def test_thanks_and_a_good_day_take_leave(language: str, text: str) -> None:
    assert thanks_and_leaves(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Guten Tag, vielen Dank für die Antwort"),
        ("fr", "bonjour, merci de m'aider"),
        ("es", "buenos días, gracias"),
    ],
)
def test_who_greets_and_then_thanks_stays(language: str, text: str) -> None:
    assert not thanks_and_leaves(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Que Dios los bendiga"), ("pt", "Deus lhe pague"), ("de", "Gottes Segen Ihnen"), ("pl", "Bog zaplac!"),
        ("ru", "Храни вас Господь"), ("tr", "Allah sizden razi olsun"), ("ar", "جزاكم الله خيرا"),
    ],
)  # fmt: skip
def test_a_blessing_is_one(language: str, text: str) -> None:
    assert blesses(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Schlaf gut, gute Nacht"),
        ("ru", "спокойной ночи"),
        ("ja", "それではおやすみなさい"),
        ("fr", "bonne nuit"),
    ],
)
def test_a_good_night_is_one(language: str, text: str) -> None:
    assert says_good_night(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [("pl", "oby doszlo przed swietami"), ("de", "hoffe das klappt"), ("ar", "ان شاء الله"), ("tr", "insallah")],
)
def test_a_hope_is_one(language: str, text: str) -> None:
    assert hopes(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "obydwie paczki"),
        ("pl", "obywatel Niemiec"),
        ("it", "sperone rotto"),
        ("fr", "pas d'espoir de le revoir"),
    ],
)
def test_a_word_that_only_begins_alike_is_no_hope(language: str, text: str) -> None:
    assert not hopes(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "pásalo con una persona, anda"), ("es", "prefiero hablar con alguien de ustedes"),
        ("pt", "coloca isso com uma pessoa, por favor"), ("it", "metti tutto a un operatore"),
        ("fr", "passez cela à une vraie personne"), ("de", "gebt das bitte einem Menschen"),
        ("de", "kann ich da mit einem Menschen sprechen?"), ("de", "moechte einen Mitarbeiter"),
        ("nl", "zet het maar bij een medewerker"), ("pl", "przekażcie to człowiekowi"),
        ("ru", "передайте это человеку"),
        ("uk", "передайте це людині"), ("tr", "bir temsilciye aktarın"), ("ar", "أريد التحدث مع موظف"),
        ("ja", "担当者につないでください"), ("zh", "请转人工"),
    ],
)  # fmt: skip
def test_a_person_is_asked_for(language: str, text: str) -> None:
    assert asks_for_a_person(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "quiero que lo recoja una persona por mí"), ("nl", "ik wil dat een persoon uit de straat het haalt"),
        ("es", "no quiero hablar con una persona"), ("de", "ich will nicht mit einem Menschen sprechen"),
        ("fr", "je ne veux pas parler à une personne"), ("ru", "не хочу говорить с оператором, только дату"),
        ("zh", "不要转人工"), ("zh", "客服让我再等等"), ("de", "ein Mitarbeiter der Post gab mir den Zettel"),
    ],
)  # fmt: skip
def test_nobody_is_asked_for(language: str, text: str) -> None:
    assert not asks_for_a_person(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "bitte schreiben Sie mir nicht mehr"), ("es", "no me escribas más por favor"),
        ("fr", "ne m'écrivez plus"),
        ("it", "non scrivermi più"), ("nl", "schrijf me niet meer"), ("pl", "nie piszcie do mnie więcej"),
        ("pt", "não me escreva mais"), ("ru", "больше не пишите мне"), ("uk", "більше не пишіть"),
        ("tr", "bana artık yazmayın"), ("ar", "لا تكتبوا لي بعد الآن"), ("ja", "通知をやめてください"),
        ("zh", "别再通知我"),
        ("sv", "sluta skriva till mig"), ("ko", "더 이상 보내지 마세요"), ("pt", "parem de mandar mensagem"),
    ],
)  # fmt: skip
def test_who_wants_no_more_messages_is_understood(language: str, text: str) -> None:
    assert read_news_wish(text, _says(language, text)) is NewsWish.STOP


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "bitte nur schriftlich", Said.IN_WRITING), ("de", "schreibt mir, wenn es sich bewegt", None),
        ("es", "solo queria saber cuando llega", Said.ONLY_ASKS), ("fr", "je voulais juste savoir", Said.ONLY_ASKS),
        ("it", "no, intendevo il loro", Said.MEANT), ("tr", "oyle degil, onu demek istedim", Said.MEANT),
        ("de", "ich meine es gut mit euch", None),
    ],
)  # fmt: skip
def test_what_else_is_said_by_itself(language: str, text: str, found: Said | None) -> None:
    named = {Said.IN_WRITING.value, Said.ONLY_ASKS.value, Said.MEANT.value}
    assert named.intersection(_says(language, text)) == ({found.value} if found else set())


@pytest.mark.parametrize(
    ("language", "text"), [("de", "moechte"), ("de", "MÖCHTE"), ("de", "mochte"), ("de", "gehört ich möchte")]
)
def test_umlauts_are_read_however_they_are_spelled(language: str, text: str) -> None:
    assert asks_for_a_person(f"{text} einen Menschen", _says(language, f"{text} einen Menschen"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Pardon, rien n'est cassé, c'est fermé."), ("fr", "il n'y a aucun degat"),
        ("de", "es ist nichts kaputt, der Laden hat zu"), ("de", "keine Schaeden, nur der Ton passt nicht"),
        ("es", "no hay ningún daño"), ("it", "non è rotto niente"), ("pt", "nao esta danificado"),
        ("nl", "er is niets kapot"),
        ("pl", "nic nie jest uszkodzone"), ("ru", "ничего не сломано"), ("uk", "нічого не пошкоджено"),
        ("tr", "hasar yok"),
        ("ja", "何も壊れていません"), ("ja", "不良品ではありません"), ("zh", "没有损坏"), ("ar", "لا يوجد أي ضرر"),
    ],
)  # fmt: skip
def test_a_denied_damage_is_taken_back(language: str, text: str) -> None:
    assert Question.ITEM_DAMAGED in taken_back(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "der Karton ist nicht beschädigt"), ("fr", "le colis n'est pas abîmé, l'assiette si"),
        ("fr", "ce n'est pas abîmé, c'est cassé en deux"), ("fr", "je ne sais pas si c'est abîmé"),
        ("de", "Nein, kaputt"),
        ("de", "nicht nur kaputt, auch nass"), ("tr", "hasar yok mu?"), ("ja", "壊れていませんか"), ("zh", "没坏吗"),
        ("es", "la caja no está rota"), ("it", "non è rotta, è macchiata"),
    ],
)  # fmt: skip
def test_whatever_else_is_said_takes_no_damage_back(language: str, text: str) -> None:
    assert Question.ITEM_DAMAGED not in taken_back(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Brauchen Sie sonst noch etwas von mir?"), ("fr", "Avez-vous encore besoin d'autre chose ?"),
        ("es", "¿Necesitan algo más?"), ("nl", "Hebben jullie nog iets nodig?"),
        ("pl", "potrzebujecie jeszcze czegos?"),
        ("tr", "benden baska bir sey lazim mi?"), ("ja", "他に必要なものはありますか"),
    ],
)  # fmt: skip
def test_what_is_still_needed_is_asked(language: str, text: str) -> None:
    assert asks_what_is_still_needed(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"), [("nl", "moet ik nog iets betalen?"), ("de", "ich brauche das Kissen"), ("es", "¿algo más?")]
)
def test_a_charge_or_a_wish_asks_for_something_else(language: str, text: str) -> None:
    assert not asks_what_is_still_needed(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "bis wann muss ich warten?"), ("ja", "いつまで待てばいいですか"), ("pl", "do kiedy mam czekac")],
)
def test_the_day_to_wait_for_is_asked(language: str, text: str) -> None:
    assert asks_until_when(text, _says(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "un momento"), ("fr", "attends"), ("ru", "погоди"), ("ja", "ちょっと待って"), ("de", "moment bitte")],
)
def test_who_holds_on_says_nothing_else(language: str, text: str) -> None:
    assert only_holds_on(text, _says(language, text))


def test_goods_that_are_worn_or_washed_came() -> None:
    assert is_in_use("", _says("es", "me la probe ayer"))
    assert is_in_use("", _says("de", "sie ist da, ich trage sie gerade"))
    assert is_in_use("", _says("ja", "届いて、今着ています"))
    assert was_washed("", _says("pl", "skurczylo sie w praniu"))
    assert not is_in_use("", _says("fr", "j'ai essaye d'appeler"))


@pytest.mark.parametrize("text", ["السلام عليكم", "سلام", "السلام عليكم ورحمة الله"])
def test_an_arabic_greeting_has_no_word_for_no_in_it(text: str) -> None:
    assert not REPLIES["ar"].answers(text)


@pytest.mark.parametrize("text", ["المعاملات عندكم", "العنوان كامل", "أنا حامل"])
def test_an_arabic_word_is_not_read_within_another(text: str) -> None:
    assert not hopes(text, _says("ar", text))


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "daccord"), ("fr", "d’accord"), ("uk", "зєднайте з оператором"), ("fr", "jespère bien")],
)
def test_an_apostrophe_may_be_left_out(language: str, text: str) -> None:
    said = {Said.ONLY_AGREES.value, Said.WANTS_A_PERSON.value, Said.HOPES.value}
    assert said.intersection(_says(language, text))


@pytest.mark.parametrize(("language", "text"), [("fr", "je la garde"), ("it", "ce la fate?"), ("de", "habs gelesen")])
def test_what_would_be_another_word_without_it_is_that(language: str, text: str) -> None:
    assert Said.ARRIVED.value not in _says(language, text)
