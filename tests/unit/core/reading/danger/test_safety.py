from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcelbot.core.questions import QUESTIONS, Question, QuestionRole
from parcelbot.core.reading.danger.safety import Danger, read_danger

DANGERS = {
    Danger.HAZARD: (
        "the lamp you sent started to smoke",
        "my charger caught fire",
        "it burnt my hand",
        "I got an electric shock from it",
        "sparks come out of the plug",
        "the battery is swelling",
        "my son swallowed a button from the coat",
        "she nearly choked on a bead",
        "I had an allergic reaction to the bedding",
        "came out in a rash from your shirt",
        "there was a needle in the blouse and it cut my finger",
        "we ended up in hospital because of it",
        "your driver hit my dog",
        "it's a fire hazard",
        "there's a burning smell when it's on",
    ),
    Danger.ACCOUNT_MISUSE: (
        "an order was received in my name, not by me",
        "two orders came to my account, not by me",
        "my account has been hacked",
        "somebody used my card in your shop",
        "I never ordered anything from you",
        "there's an order that I didn't make",
        "I don't recognise this payment",
        "you charged me twice",
        "please freeze my account",
        "unauthorised transaction",
        "it wasn't me who ordered that",
        "someone opened an account in my name",
    ),
    Danger.CRISIS: (
        "I want to kill myself",
        "i want to die",
        "I don't want to live any more",
        "I'm thinking about suicide",
        "I have taken too many pills",
        "everyone would be better off without me",
        "there's no point in living",
        "I'm going to end it all",
        "I can't go on",
    ),
    Danger.THREAT: (
        "I'll kill your driver",
        "I am going to punch whoever packed this",
        "I know where you live",
        "I will burn your warehouse down",
        "there is a bomb in your office",
        "I'll be waiting with a bat",
        "I'll break his legs",
        "watch your back",
        "you will get hurt",
    ),
}
SPOKEN = [(danger, text) for danger, texts in DANGERS.items() for text in texts]

FIGURES_OF_SPEECH = (
    "this heat is killing me",
    "the wait is killing me",
    "the courier nearly gave me a heart attack",
    "I'll kill for this tablecloth",
    "I'd die for that dress",
    "my wife will kill me if it isn't here by Friday",
    "I could murder a curry",
    "is there a fire sale on",
    "the smoke-grey linen, please",
    "do you have it in burnt orange",
    "the driver was smoking outside my house",
    "it smells of cigarette smoke",
    "light a fire under the courier",
    "I'm losing the will to live with this tracking",
    "dead on arrival, the kettle doesn't switch on",
    "I burst out laughing",
    "before I explode: where is it",
    "my heart melted when I saw the baby blanket",
    "the colour bled in the first wash",
    "a bath bomb was in the box",
    "that's hard to swallow",
    "shoot me an e-mail when it moves",
    "kill two birds with one stone",
    "as far as I recall it was Tuesday",
    "nice life hack",
    "your van cut me up on the A40",
    "he hit the roof when it was late",
    "is the dye toxic?",
    "I can't breathe in this dress, it's so tight",
)
PARCELS = (
    "it isn't here, I'm at home all day",
    "I was in hospital when the driver came",
    "I broke my leg, can they carry it upstairs",
    "I won't be here tomorrow",
    "the vase arrived broken, it's in pieces",
    "this isn't what I ordered",
    "I didn't order this colour",
    "they charged me VAT twice at customs",
    "nobody came, the driver lied",
    "someone stole my parcel from the porch",
    "someone signed for my parcel",
    "it was taken in at the desk, not by me",
    "collected on Friday it says, but not by me",
    "whoever accepted it, not by me it was collected",
    "can my daughter pick it up with my ID",
    "is this text from you, it wants me to pay",
    "I need it by Friday or I'll cancel",
    "will the driver knock with his hands full",
    "where can I find the courier's number",
    "they left it in the rain",
    "I'm dying to wear it",
    "I know where the depot is",
    "I want a refund, this is a fraud company",
    "",
    "???",
    "LX784512368CN",
)


@pytest.mark.parametrize(("danger", "text"), SPOKEN)
def test_a_danger_is_recognised(danger: Danger, text: str):
    assert read_danger(text) is danger


@pytest.mark.parametrize(("danger", "text"), SPOKEN)
def test_capitals_curly_apostrophes_and_line_breaks_hide_no_danger(danger: Danger, text: str):
    assert read_danger(text.upper()) is danger
    assert read_danger(text.replace("'", "’").replace(" ", "\n ")) is danger


@pytest.mark.parametrize("text", FIGURES_OF_SPEECH)
def test_a_figure_of_speech_is_no_danger(text: str):
    assert read_danger(text) is None


@pytest.mark.parametrize("text", PARCELS)
def test_a_parcel_in_trouble_is_no_danger(text: str):
    assert read_danger(text) is None


@given(
    spoken=st.sampled_from(SPOKEN),
    before=st.sampled_from(["", "Hello dear team. ", "Sorry to bother you, ", "order 7403! "]),
    after=st.sampled_from(["", ". Please answer", "!!! thanks", ", where is my parcel"]),
)
def test_polite_words_around_a_danger_do_not_hide_it(spoken: tuple[Danger, str], before: str, after: str):
    danger, text = spoken
    assert read_danger(before + text + after) is danger


@given(idiom=st.sampled_from(FIGURES_OF_SPEECH), spoken=st.sampled_from(SPOKEN))
def test_a_figure_of_speech_beside_a_danger_does_not_hide_it(idiom: str, spoken: tuple[Danger, str]):
    danger, text = spoken
    assert read_danger(f"{idiom}. {text}") is danger


@given(st.text(max_size=300))
def test_any_text_is_read(text: str):
    assert read_danger(text) in {None, *Danger}


def test_the_gravest_danger_counts():
    assert read_danger("my card was stolen and the lamp is on fire and I want to die") is Danger.CRISIS


def test_every_question_of_safety_is_looked_for():
    safety = {question.value for question, traits in QUESTIONS.items() if traits.role is QuestionRole.SAFETY}
    assert {danger.value for danger in Danger} == safety
    assert all(Question(danger.value) for danger in Danger)
