from __future__ import annotations

import pytest

from parcelbot.core.cases.conversation import IllegalMove, Move, State, moved


def test_a_case_goes_from_the_bot_to_a_person_and_back() -> None:
    state = State.BOT
    for move, expected in [
        (Move.REQUEST, State.REQUESTED),
        (Move.CLAIM, State.HUMAN),
        (Move.SOLVE, State.SOLVED),
        (Move.SHOPPER_WRITES, State.BOT),
    ]:
        state = moved(state, move)
        assert state is expected


@pytest.mark.parametrize("state", [State.BOT, State.REQUESTED, State.HUMAN])
def test_a_shopper_who_writes_does_not_change_an_open_cases_owner(state: State) -> None:
    assert moved(state, Move.SHOPPER_WRITES) is state


@pytest.mark.parametrize("state", list(State))
def test_an_agent_may_step_in_at_any_time(state: State) -> None:
    assert moved(state, Move.CLAIM) is State.HUMAN


@pytest.mark.parametrize("state", list(State))
def test_a_person_can_be_asked_for_in_every_state(state: State) -> None:
    assert moved(state, Move.REQUEST) in (State.REQUESTED, State.HUMAN)


@pytest.mark.parametrize("state", list(State))
def test_a_shopper_can_write_in_every_state(state: State) -> None:
    assert moved(state, Move.SHOPPER_WRITES) is not State.SOLVED


@pytest.mark.parametrize(
    ("state", "move"),
    [
        (State.BOT, Move.SOLVE),
        (State.BOT, Move.RELEASE),
        (State.SOLVED, Move.SOLVE),
        (State.HUMAN, Move.WITHDRAW),
    ],
)
def test_what_makes_no_sense_is_refused(state: State, move: Move) -> None:
    with pytest.raises(IllegalMove):
        moved(state, move)


def test_the_bot_is_silent_only_while_a_person_owns_the_conversation() -> None:
    assert [state for state in State if not state.bot_speaks] == [State.HUMAN]
