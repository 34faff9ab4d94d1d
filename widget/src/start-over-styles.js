/** The question before a conversation is left; added to the open chat's style sheets when it is first asked. */
export const START_OVER = `
.sheet { display: grid; gap: 14px; padding: 20px; border-block-start: 1px solid var(--line); background: var(--p-paper) }
.actions, .feedback { display: flex; flex-wrap: wrap; gap: 8px }
.feedback p { flex-basis: 100% }
.plain, .main { flex: 1; min-block-size: 48px; padding-inline: 16px; border: 1px solid var(--edge); border-radius: 24px; background: none }
.main { border-color: transparent; background: var(--p-accent); color: var(--p-on-accent) }
`
