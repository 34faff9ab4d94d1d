from __future__ import annotations

import pytest

from parcelbot.core.cases.conversation import ConversationState, IllegalMove, OwnershipMove, moved


def test_a_case_goes_from_the_bot_to_a_person_and_back() -> None:
    state = ConversationState.BOT
    for move, expected in [
        (OwnershipMove.REQUEST, ConversationState.REQUESTED),
        (OwnershipMove.CLAIM, ConversationState.HUMAN),
        (OwnershipMove.SOLVE, ConversationState.SOLVED),
        (OwnershipMove.SHOPPER_WRITES, ConversationState.BOT),
    ]:
        state = moved(state, move)
        assert state is expected


@pytest.mark.parametrize("state", [ConversationState.BOT, ConversationState.REQUESTED, ConversationState.HUMAN])
def test_a_shopper_who_writes_does_not_change_an_open_cases_owner(state: ConversationState) -> None:
    assert moved(state, OwnershipMove.SHOPPER_WRITES) is state


@pytest.mark.parametrize("state", list(ConversationState))
def test_an_agent_may_step_in_at_any_time(state: ConversationState) -> None:
    assert moved(state, OwnershipMove.CLAIM) is ConversationState.HUMAN


@pytest.mark.parametrize("state", list(ConversationState))
def test_a_person_can_be_asked_for_in_every_state(state: ConversationState) -> None:
    assert moved(state, OwnershipMove.REQUEST) in (ConversationState.REQUESTED, ConversationState.HUMAN)


@pytest.mark.parametrize("state", list(ConversationState))
def test_a_shopper_can_write_in_every_state(state: ConversationState) -> None:
    assert moved(state, OwnershipMove.SHOPPER_WRITES) is not ConversationState.SOLVED


@pytest.mark.parametrize(
    ("state", "move"),
    [
        (ConversationState.BOT, OwnershipMove.SOLVE),
        (ConversationState.BOT, OwnershipMove.RELEASE),
        (ConversationState.SOLVED, OwnershipMove.SOLVE),
        (ConversationState.HUMAN, OwnershipMove.WITHDRAW),
    ],
)
def test_what_makes_no_sense_is_refused(state: ConversationState, move: OwnershipMove) -> None:
    with pytest.raises(IllegalMove):
        moved(state, move)


def test_the_bot_is_silent_only_while_a_person_owns_the_conversation() -> None:
    assert [state for state in ConversationState if not state.bot_speaks] == [ConversationState.HUMAN]
