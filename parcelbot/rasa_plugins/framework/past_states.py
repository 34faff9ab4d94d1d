"""Remember, while a turn lasts, the states that policies have seen of a conversation.

Each policy asks for all of them at each prediction, and Rasa replays the conversation each time. Here the replay
goes on where it stopped, as long as the conversation still begins with the events that were replayed: reverting,
restarting and the repeats of a form change that, and then it begins anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from operator import is_
from typing import Any

from rasa.shared.core.constants import PREVIOUS_ACTION, RULE_ONLY_LOOPS, RULE_ONLY_SLOTS
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

State = dict[str, dict[str, Any]]

_REMEMBERED = "_remembered_states"


@dataclass(frozen=True)
class _Seen:
    """For whom states are made; `rule_only` is what policies that learn from stories must not see of rules."""

    domain: Domain
    omit_unset_slots: bool
    ignore_rule_only_turns: bool
    rule_only: Mapping[str, Any] | None

    @property
    def key(self) -> tuple[Any, ...]:
        """Equal for two that see the same."""
        told = self.rule_only or {}
        hidden = (tuple(told.get(RULE_ONLY_SLOTS, ())), tuple(told.get(RULE_ONLY_LOOPS, ())))
        return id(self.domain), self.omit_unset_slots, self.ignore_rule_only_turns, hidden


@dataclass
class _Replay:
    """A conversation replayed up to somewhere, and the states on the way.

    `heard` holds the messages of these states and what of them later events may change.
    """

    seen: _Seen
    tracker: DialogueStateTracker
    events: list[Event] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    heard: list[tuple[UserUttered, Any]] = field(default_factory=list)
    last_ml_action: Any = None
    is_hidden: bool = False

    def begins(self, events: list[Event]) -> bool:
        """True when what was replayed is the beginning of `events` and no message of it was changed since."""
        if len(self.events) > len(events) or not all(map(is_, self.events, events)):
            return False
        return all(_changeable(message) == before for message, before in self.heard)

    def go_on(self, events: list[Event]) -> None:
        """Replay what has come since: a state before each action."""
        for event in events[len(self.events) :]:
            if isinstance(event, ActionExecuted):
                self._see(event.hide_rule_turn)
                self._keep_message()
            self.tracker.update(event)
            self.events.append(event)

    def up_to_now(self) -> list[State]:
        """All states with the present one, for the caller to change."""
        now = replace(self, states=self.states[-1:])
        before = len(now.states)
        now._see(False)
        return [_copy(state) for state in (*self.states, *now.states[before:])]

    def _see(self, hide_rule_turn: bool) -> None:
        """One pass of the loop in `Domain.states_for_tracker_history`."""
        tracker, domain, learns = self.tracker, self.seen.domain, self.seen.ignore_rule_only_turns
        if learns:
            if not self.is_hidden:
                self.last_ml_action = domain._get_prev_action_sub_state(tracker)
            if not tracker.followup_action and tracker.latest_action_name != tracker.active_loop_name:
                self.is_hidden = hide_rule_turn
            if self.is_hidden:
                return
        state: State = domain.get_active_state(tracker, omit_unset_slots=self.seen.omit_unset_slots)
        if learns:
            self._leave_rules_out(state)
        self.states.append(domain._clean_state(state))

    def _keep_message(self) -> None:
        message = self.tracker.latest_message
        if message is not None and not (self.heard and self.heard[-1][0] is message):
            self.heard.append((message, _changeable(message)))

    def _leave_rules_out(self, state: State) -> None:
        domain = self.seen.domain
        domain._remove_rule_only_features(state, self.seen.rule_only)
        if self.states:
            domain._substitute_rule_only_user_input(state, self.states[-1])
        if self.last_ml_action:
            state[PREVIOUS_ACTION] = self.last_ml_action


def past_states(
    tracker: DialogueStateTracker,
    domain: Domain,
    omit_unset_slots: bool = False,
    ignore_rule_only_turns: bool = False,
    rule_only_data: Mapping[str, Any] | None = None,
) -> list[State]:
    """Give what `DialogueStateTracker.past_states` gives, from a replay that goes on where the last one stopped."""
    seen = _Seen(domain, omit_unset_slots, ignore_rule_only_turns, rule_only_data)
    remembered: dict[tuple[Any, ...], _Replay] = tracker.__dict__.setdefault(_REMEMBERED, {})
    replay, events = remembered.get(seen.key), tracker.applied_events()
    if replay is None or not replay.begins(events):
        replay = remembered[seen.key] = _Replay(seen, tracker.init_copy())
    replay.go_on(events)
    return replay.up_to_now()


def _changeable(message: UserUttered) -> Any:
    """Read as text or as intent, and its entities: a policy's decision may come after the message."""
    return message.use_text_for_featurization, len(message.entities)


def _copy(state: State) -> State:
    return {name: dict(part) for name, part in state.items()}
