"""Answers, courtesies and what is said about a case, in every language, as `locales/phrases/` has them."""

from __future__ import annotations

import pytest

from parcelbot.reading.language_phrases import load_phrases, load_replies
from tests.support.languages import ROOT

REPLIES = load_replies(ROOT / "locales")


def test_every_language_with_phrases_has_answers() -> None:
    assert REPLIES.keys() == load_phrases(ROOT / "locales").keys()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ok dann schick das halt ab"), ("de", "ja bitte senden"), ("de", "jo mach mal"), ("de", "gerne"),
        ("fr", "oui envoyez le"), ("fr", "oui c'est bon"), ("es", "si mandalo"), ("es", "dale, envialo por favor"),
        ("it", "si invia pure"), ("it", "va bene, mandalo"), ("nl", "ja graag versturen"), ("nl", "stuur maar door"),
        ("pt", "sim pode enviar"), ("pt", "blz manda"), ("pl", "tak, wyslij prosze"), ("ru", "да, отправляйте"),
        ("ru", "давай"), ("uk", "так, надішліть будь ласка"), ("tr", "evet gonderin"), ("tr", "tamam gönder lütfen"),
        ("ar", "نعم ارسلها"), ("ar", "ايوه أرسلوها لو سمحتم"), ("ja", "はい、送ってください"), ("zh", "好的，发吧"),
        ("zh", "可以，提交吧"), ("ko", "네, 보내 주세요"), ("sv", "ja skicka det"),
    ],
)  # fmt: skip
def test_a_yes_is_read_with_or_without_accents(language: str, text: str) -> None:
    assert REPLIES[language].answers(text) == "affirm"
    assert REPLIES[language].opens_with(text) == "affirm"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nein danke, das ist nicht nötig."), ("de", "nee lass mal"), ("de", "bitte nicht senden"),
        ("de", "nee immer noch nix"), ("fr", "non c bon merci"), ("fr", "pas la peine"), ("es", "no nada"),
        ("es", "no gracias no hace falta"), ("it", "no grazie, non serve"), ("nl", "nee hoeft niet"),
        ("nl", "nee hoor, niet nodig"), ("pt", "nao precisa obrigada"), ("pl", "nie trzeba, dzieki"),
        ("pl", "proszę nie wysyłaj"), ("ru", "нет, не надо"), ("uk", "ні не треба"), ("tr", "yok gerek yok"),
        ("tr", "hayir, tesekkurler"), ("ar", "لا شكرا"), ("ja", "いいえ、大丈夫です"), ("zh", "不用了，谢谢"),
        ("zh", "不要发送"), ("ko", "아니요, 괜찮아요"), ("sv", "nej tack, det behövs inte"),
    ],
)  # fmt: skip
def test_a_no_is_a_no_whatever_stands_beside_it(language: str, text: str) -> None:
    assert REPLIES[language].answers(text) == "deny"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "wann kommt es"), ("de", "danke"), ("de", "ich habe keine Bestellnummer"), ("fr", "merci"),
        ("es", "no ha llegado nada"), ("nl", "waar is het"), ("pl", "nie mam awizo"), ("tr", "nerede bu"),
        ("fr", "c'est bon, merci"), ("zh", "好的，谢谢"), ("pt", "certo, obrigado"), ("es", "listo, gracias"),
        ("ja", "ありがとうございます"), ("zh", "谢谢"), ("ru", "спасибо"), ("de", ""), ("zh", "不明白"),
    ],
)  # fmt: skip
def test_what_says_more_or_only_thanks_is_no_answer(language: str, text: str) -> None:
    assert REPLIES[language].answers(text) == ""


@pytest.mark.parametrize(
    ("language", "text", "opens"),
    [
        ("de", "ja, und wann kommt es?", "affirm"),
        ("es", "sí mándalo, y cuánto tardan?", "affirm"),
        ("fr", "non merci, mais où est-il ?", "deny"),
        ("de", "nein, es ist immer noch nicht da", ""),
        ("nl", "waar blijft het, ja", ""),
    ],
)
def test_a_message_opens_with_an_answer_before_it_goes_on(language: str, text: str, opens: str) -> None:
    assert REPLIES[language].opens_with(text) == opens


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("de", "danke und wann meldet sich da wer", "und wann meldet sich da wer"),
        ("ar", "شكرا متى تردون", "متى تردون"),
        ("ja", "ありがとうございます。もし今日来なかったら？", "もし今日来なかったら？"),
        ("zh", "谢谢 那海关要交税吗", "那海关要交税吗"),
        ("tr", "tsk, peki gelmezse param iade olur mu", "peki gelmezse param iade olur mu"),
        ("es", "hola buenas, dónde está", "dónde está"),
        ("de", "danke für die schnelle Hilfe", "danke für die schnelle Hilfe"),
        ("fr", "merci pour rien", "merci pour rien"),
        ("de", "danke schön", "danke schön"),
        ("pt", "obrigada, tchau", "obrigada, tchau"),
        ("de", "wann kommt es, danke", "wann kommt es, danke"),
    ],
)
def test_thanks_before_a_question_are_left_out_of_it(language: str, text: str, rest: str) -> None:
    assert REPLIES[language].without_thanks(text) == rest


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("es", "se me olvidó decir que vivo en el tercero", "adds"),
        ("de", "ich habe vergessen zu sagen, dass ich ab Montag weg bin", "adds"),
        ("fr", "j'ai oublié de dire que c'est un cadeau", "adds"),
        ("pl", "zapomnialam dodac ze jest domofon", "adds"),
        ("zh", "忘了说，我周一不在家", "adds"),
        ("de", "die E-Mail ist falsch", "corrects"),
        ("ru", "я ошибся в номере", "corrects"),
        ("ja", "メールアドレスが間違っています", "corrects"),
        ("de", "hat sich erledigt", "over"),
        ("tr", "çözüldü, teşekkürler", "over"),
        ("es", "olvídalo", "leaves_it"),
        ("nl", "laat maar", "leaves_it"),
        ("uk", "забудьте", "leaves_it"),
        ("es", "nunca dije que fuera un fraude", "not_account_misuse"),
        ("it", "vorrei quello giusto, non i soldi", "not_refund_wanted"),
        ("de", "lieber das richtige Teil und nicht das Geld", "not_refund_wanted"),
        ("fr", "je veux le bon article, pas l'argent", "not_refund_wanted"),
        ("ru", "хочу своё платье, деньги не нужны", "not_refund_wanted"),
        ("ja", "お金ではなく正しい商品がほしい", "not_refund_wanted"),
        ("ar", "أبغى الصحيح مو الفلوس", "not_refund_wanted"),
        ("de", "ich möchte die Bestellung nicht stornieren", "not_cancel_order"),
        ("it", "guardi che non volevo annullare nulla", "not_cancel_order"),
        ("fr", "je ne veux pas annuler, je veux mon colis", "not_cancel_order"),
        ("pt", "eu não queria mudar a morada", "not_change_address"),
        ("es", "no quiero cambiar la dirección, solo la hora", "not_change_address"),
        ("de", "ich will keine andere Adresse", "not_change_address"),
        ("ja", "住所は変更しないでください", "not_change_address"),
        ("it", "ho telefonato, non ho scritto a nessuno", "not_unanswered"),
        ("tr", "size yazmadım, aradım", "not_unanswered"),
        ("es", "yo no quiero cancelar el pedido", "not_cancel_order"),
        ("pl", "nie chcę anulować zamówienia", "not_cancel_order"),
        ("tr", "ben iptal etmek istemiyorum", "not_cancel_order"),
        ("ja", "キャンセルしたくないです", "not_cancel_order"),
        ("it", "e quando mi rispondete", "when_answered"),
        ("ar", "متى تردون علي", "when_answered"),
        ("ja", "返事はいつもらえますか", "when_answered"),
        ("tr", "ne zaman dönüş yaparsınız", "when_answered"),
        ("fr", "rappelez-moi demain", "rings_me"),
        ("pt", "nao sei o numero da encomenda", "order_number"),
        ("pt", "nao sei o numero da encomenda", "nothing_to_give"),
        ("nl", "het pakje is binnen", "arrived"),
        ("pl", "juz doszla, dziekuje", "arrived"),
        ("es", "el número está copiado tal cual de su correo", "copied"),
        ("de", "hab die Nummer aus eurer Mail kopiert", "copied"),
        ("tr", "numarayı mailden kopyaladım, yanlış olamaz", "copied"),
        ("ja", "メールからコピペしました", "copied"),
        ("uk", "коли буде посилка", "asks"),
        ("tr", "ne zaman gelir", "asks"),
    ],
)
def test_what_is_said_about_a_case_is_heard(language: str, text: str, said: str) -> None:
    assert said in REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [("fr", "vous pouvez pas les appeler vous ?", "rings_me"), ("es", "quiero mi dinero", "asks"),
     ("de", "wann hat sich das erledigt?", "over"), ("de", "ich werde warten", "asks"), ("tr", "neyse", "asks"),
     ("it", "non ho ancora ricevuto i soldi", "not_refund_wanted"), ("zh", "钱还没退给我", "not_refund_wanted"),
     ("de", "ich habe noch kein Geld bekommen", "not_refund_wanted"),
     ("de", "es kommt nicht, bitte stornieren", "not_cancel_order"),
     ("tr", "iptal etmek istiyorum", "not_cancel_order"),
     ("fr", "puisque rien n'arrive, annulez", "not_cancel_order")],
)  # fmt: skip
def test_what_only_looks_like_it_is_not_heard(language: str, text: str, said: str) -> None:
    assert said not in REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "ach, ich warte lieber noch ein paar Tage"), ("de", "den Rest mach ich selbst"),
        ("de", "bitte nichts weitergeben"),
        ("es", "mejor espero a que llegue"), ("es", "no lo envíes todavía"), ("fr", "je préfère attendre un peu"),
        ("it", "ci vado io domani"), ("nl", "laat maar, ik ga er zelf wel heen"), ("pl", "jednak poczekam"),
        ("pt", "prefiro esperar mais uns dias"), ("ru", "я лучше подожду"), ("uk", "сама схожу на пошту"),
        ("tr", "yok vazgeçtim, bekleyeceğim"), ("ar", "افضل انتظر شوي"), ("ja", "やっぱり待ちます"),
        ("zh", "那我再等等"),
    ],
)  # fmt: skip
def test_whoever_waits_or_does_it_alone_wants_nothing_sent(language: str, text: str) -> None:
    assert "drops_it" in REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "no lo envíes a mi casa sino a la oficina"), ("de", "das Paket nicht weiterleiten an die alte Adresse"),
        ("pl", "nie wysyłajcie tego na stary adres"), ("fr", "j'attends toujours mon colis"),
        ("tr", "cevabınızı bekliyorum"),
        ("ru", "сколько ещё ждать"), ("ja", "ずっと待っています"), ("es", "¿no lo mandes?"),
    ],
)  # fmt: skip
def test_waiting_and_another_address_drop_nothing(language: str, text: str) -> None:
    assert "drops_it" not in REPLIES[language].says(text)


@pytest.mark.parametrize(
    ("language", "text", "agrees"),
    [
        ("es", "nunca me llegó nada de eso. Sí, mándalo", True),
        ("de", "von denen kam nie was. Bitte abschicken", True),
        ("fr", "le facteur ne sait rien. Envoyez", True), ("pl", "nikt nie oddzwonił. Tak, wyślij", True),
        ("ru", "мне никто не ответил. Отправляйте", True), ("ja", "返事はありませんでした。送ってください", True),
        ("es", "nunca me llegó nada. ¿lo mandas?", False), ("de", "bitte abschicken", False),
        ("de", "das stimmt so nicht. nein", False),
    ],
)  # fmt: skip
def test_a_yes_at_the_end_is_heard(language: str, text: str, agrees: bool) -> None:
    assert ("agrees_last" in REPLIES[language].says(text)) is agrees


@pytest.mark.parametrize(
    ("language", "text", "names_one"),
    [
        ("uk", "ви мене обманюєте?", False), ("uk", "прийшло смс про доплату", True),
        ("de", "wollt ihr mich verarschen", False),
        ("de", "ich soll 2 Euro über einen Link zahlen", True), ("es", "esto es una estafa", False),
        ("pl", "dostałem esemesa z linkiem", True), ("ja", "これは詐欺ですか", False),
        ("ja", "ショートメールが来ました", True),
    ],
)  # fmt: skip
def test_a_fraud_comes_with_a_message_or_a_payment(language: str, text: str, names_one: bool) -> None:
    assert ("names_a_message" in REPLIES[language].says(text)) is names_one


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "bitte nicht beide stornieren"), ("es", "pero no canceles los dos"), ("ru", "только не отменяйте оба")],
)
def test_who_will_not_have_both_called_off_takes_nothing_back(language: str, text: str) -> None:
    assert "not_cancel_order" not in REPLIES[language].says(text)
