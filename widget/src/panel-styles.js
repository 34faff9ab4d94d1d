/** The open chat. Colours come from `styles.js`, which every part shares. */
export const PANEL = `
p, ol, ul, dl, dd, h2, h3 { margin: 0; padding: 0 }
ol, ul { list-style: none }
h2, h3 { font: 500 1.125rem/1.3 var(--parcel-chat-heading-font, ui-serif, 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif) }
h2:focus, h3:focus { outline: none }
.fine, .who, .day { font-size: .8125rem; line-height: 1.45; color: var(--p-soft) }
.link { border: 0; background: none; padding: 10px 6px; min-block-size: 44px; min-inline-size: 44px; text-decoration: underline; text-underline-offset: 3px }

.panel { position: fixed; inset: auto; inset-block-end: var(--parcel-chat-offset-block, 20px);
  inset-inline-end: var(--parcel-chat-offset-inline, 20px); flex-direction: column; margin: 0; padding: 0;
  inline-size: min(var(--parcel-chat-width, 408px), 100vw - 40px); block-size: min(var(--parcel-chat-height, 720px), 100dvh - 40px);
  max-inline-size: none; max-block-size: none;
  overflow: clip; border: 1px solid var(--line); border-radius: calc(var(--radius) + 6px);
  background: var(--p-linen); color: inherit; box-shadow: 0 18px 60px rgb(var(--shade)) }
:host([position='start']) .panel { inset-inline: var(--parcel-chat-offset-inline, 20px) auto }
.panel[open] { display: flex; animation: rise .24s cubic-bezier(.2, .7, .2, 1) }
.panel[data-modal='true'] { inset: var(--seen-top, 0) auto auto 0; inline-size: 100vw; block-size: var(--seen-height, 100dvh); border: 0; border-radius: 0 }
.panel::backdrop { background: var(--p-linen) }
@keyframes rise { from { opacity: 0; transform: translateY(14px) } }

.head { display: flex; align-items: center; gap: 2px; padding: 14px 10px 12px 20px; padding-inline: 20px 10px;
  border-block-end: 1px solid var(--line) }
.heading { flex: 1; min-inline-size: 0 }
.icon-button { display: grid; place-items: center; flex: none; inline-size: 44px; block-size: 44px; padding: 0;
  border: 0; border-radius: 50%; background: none; color: var(--p-soft) }
.icon-button:hover { background: var(--flax); color: var(--p-ink) }
.icon-more { stroke-width: 2.6 }
.menu { position: absolute; inset-block-start: 62px; inset-inline-end: 12px; z-index: 2; padding: 6px; border: 1px solid var(--line);
  border-radius: var(--radius); background: var(--p-paper); box-shadow: 0 10px 32px rgb(var(--shade)) }
.menu button { display: flex; align-items: center; gap: 12px; inline-size: 100%; min-block-size: 44px; padding-inline: 12px 20px;
  border: 0; border-radius: 10px; background: none; text-align: start }
.menu button:hover { background: var(--flax) }
.menu label { padding-inline: 12px }
.menu select { min-block-size: 44px; margin-inline: 12px; border: 0; background: none; font: inherit }
.banner { display: flex; align-items: center; gap: 8px; padding-inline: 20px 14px; background: var(--flax); font-size: .875rem }
.banner span { flex: 1; padding-block: 10px }
.banner:empty { display: none }

.log { position: relative; flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 8px 20px 20px; outline-offset: -3px; scrollbar-width: thin;
  scrollbar-color: var(--line) transparent }
.day { margin-block: 16px 8px; text-align: center }
.message { display: flex; flex-direction: column; align-items: flex-start; gap: 8px; margin-block-start: 16px }
.message.follows { margin-block-start: 8px }
.message.follows .who, .notice .who { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden }
.who { margin-block-end: -3px }
.who span { font-weight: 500 }
.who time { margin-inline-start: 4px }
.bubble { max-inline-size: 92%; padding: 10px 15px; border: 1px solid var(--line); border-radius: var(--radius);
  border-start-start-radius: 4px; background: var(--p-paper); white-space: pre-wrap; overflow-wrap: anywhere }
.bubble a { color: inherit; text-underline-offset: 3px }
.agent .bubble { border-color: var(--p-accent) }
.notice { align-items: center }
.notice .bubble { border: 0; background: none; color: var(--p-soft); font-size: .9375rem; text-align: center }
.shopper { align-items: flex-end }
.shopper .bubble { max-inline-size: 84%; border-color: transparent; border-start-start-radius: var(--radius);
  border-start-end-radius: 4px; background: var(--p-accent); color: var(--p-on-accent) }
.file { display: flex; align-items: center; gap: 8px }
.pending .bubble { opacity: .72 }
.refused .bubble { border: 1px dashed var(--edge); background: none; color: inherit }
.state { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 4px; font-size: .8125rem; color: var(--p-soft) }
.refused .state { color: var(--act) }
.state .icon { inline-size: 18px }
.choices { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 2px }
.choice { min-block-size: 44px; padding: 8px 16px; border: 1px solid var(--edge); border-radius: 22px; background: none; text-align: start; line-height: 1.35 }
.choice:hover { border-color: var(--p-accent); background: var(--flax) }
.choice[aria-disabled='true'] { border-color: var(--line); background: none; color: var(--p-soft) }
.choice[aria-pressed='true'] { border-color: var(--p-accent); color: var(--p-ink) }
.choice[aria-pressed='true']::before { content: '✓'; content: '✓' / ''; margin-inline-end: 8px }
.welcome { display: grid; gap: 12px; margin-block-start: 16px }
.dots { display: flex; gap: 5px; padding: 12px 4px }
.dots i { inline-size: 7px; block-size: 7px; border-radius: 50%; background: var(--edge); animation: breathe 1.5s infinite }
.dots i:nth-child(2) { animation-delay: .2s }
.dots i:nth-child(3) { animation-delay: .4s }
@keyframes breathe { 0%, 60%, 100% { opacity: .3 } 30% { opacity: 1 } }
.over { position: relative }
.jump { position: absolute; inset-block-end: 10px; inset-inline: 0; inline-size: fit-content; margin-inline: auto; display: flex; align-items: center;
  gap: 6px; min-block-size: 44px; padding-inline: 14px 18px; border: 1px solid var(--line); border-radius: 22px; background: var(--p-paper);
  font-size: .875rem; box-shadow: 0 6px 20px rgb(var(--shade)) }

.card { align-self: stretch; display: grid; gap: 16px; padding: 18px; border: 1px solid var(--line); border-radius: var(--radius);
  background: var(--p-paper) }
.tone-calm { --tone: var(--calm) } .tone-watch { --tone: var(--watch) } .tone-act { --tone: var(--act) } .tone-urgent { --tone: var(--urgent) }
.card-head { display: grid; gap: 2px }
.status { display: flex; align-items: center; gap: 8px; color: var(--tone) }
.status strong { font: 500 1.1875rem/1.3 var(--parcel-chat-heading-font, ui-serif, 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif) }
.status strong { display: inline-block }
.status strong::first-letter { text-transform: uppercase }
.number { display: flex; align-items: center; gap: 2px; margin-block-end: -10px; color: var(--p-soft); font-variant-numeric: tabular-nums;
  font-size: .9375rem; letter-spacing: .03em; overflow-wrap: anywhere }
.number .icon { inline-size: 18px }
.ends { display: flex; justify-content: space-between; gap: 16px; overflow-wrap: anywhere }
.ends span:last-child:not(:first-child) { text-align: end }
.route { display: grid; gap: 6px }
.track { position: relative; block-size: 14px; margin-inline: 7px }
.track::before, .track::after { content: ''; position: absolute; inset-block-start: 6px; block-size: 2px; inset-inline: 0;
  background: repeating-linear-gradient(90deg, var(--edge) 0 3px, transparent 3px 8px) }
.track::after { inset-inline: 0 auto; inline-size: calc(var(--progress) * 100%); background: var(--tone) }
.parcel { position: absolute; z-index: 1; inset-block-start: 0; inset-inline-start: calc(var(--progress) * 100% - 7px); inline-size: 14px; block-size: 14px;
  border: 3px solid var(--p-paper); border-radius: 50%; background: var(--tone); box-shadow: 0 0 0 1.5px var(--tone) }
.silence { display: grid; gap: 8px; font-size: .875rem }
.window { position: relative; block-size: 10px; border-radius: 5px;
  background: repeating-linear-gradient(115deg, var(--line) 0 2px, transparent 2px 6px) }
.window span { position: absolute; inset-block: 0; inset-inline-start: 0 }
.window .usual { inline-size: calc(var(--normal) * 100%); border-start-start-radius: 5px; border-end-start-radius: 5px; background: var(--flax) }
.window .elapsed { inline-size: max(10px, var(--elapsed) * 100%); border-radius: 5px; background: var(--tone) }
.window .normal { inset-block: -4px; inset-inline-start: calc(var(--normal) * 100% - 2px); inline-size: 2px; background: var(--p-ink); border-radius: 1px }
.expected { font-size: .9375rem }
.promise { padding: 14px 16px; border-radius: calc(var(--radius) - 4px); background: var(--flax) }
.promise .label { font-size: .8125rem; color: var(--p-soft) }
.promise .date { margin-block-end: 4px; font: 500 1.375rem/1.3 var(--parcel-chat-heading-font, ui-serif, 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif) }
.scans { display: grid; gap: 10px }
.timeline { display: grid }
.timeline li { position: relative; display: grid; padding: 0 0 14px; padding-inline-start: 24px; overflow-wrap: anywhere }
.timeline li::before { content: ''; position: absolute; inset-block-start: .4em; inset-inline-start: 1px; inline-size: 11px; block-size: 11px; border-radius: 50%;
  border: 2px solid var(--edge); background: var(--p-paper) }
.timeline li.newest::before { border-color: var(--tone); background: var(--tone) }
.timeline li.paper::before { border-style: dotted }
.timeline li::after { content: ''; position: absolute; inset-block: 1.4em -.2em; inset-inline-start: 6px; border-inline-start: 1px solid var(--line) }
.timeline li:last-child { padding-block-end: 0 }
.timeline li:last-child::after { content: none }
summary { min-block-size: 44px; align-content: center; cursor: pointer; text-decoration: underline; text-underline-offset: 3px }
details .timeline { margin-block-start: 8px }
dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; font-size: .9375rem }
dt { color: var(--p-soft) }
dd { overflow-wrap: anywhere }


.composer { padding: 10px; padding-block-end: max(10px, env(safe-area-inset-bottom)); border-block-start: 1px solid var(--line); background: var(--p-paper) }
.row { display: flex; align-items: flex-end; gap: 4px }
textarea { flex: 1; min-inline-size: 0; min-block-size: 44px; padding: 9px 14px; border: 1px solid var(--edge); border-radius: 22px; background: var(--p-linen);
  resize: none; line-height: 1.5; font-size: max(1rem, 16px) }
textarea::placeholder { color: var(--p-soft); opacity: 1 }
textarea:focus-visible { outline-offset: -2px }
.send { background: var(--p-accent); color: var(--p-on-accent); margin-inline-start: 4px }
.send:hover { background: var(--p-accent); color: var(--p-on-accent); filter: brightness(1.08) }
.send[aria-disabled='true'] { opacity: .5 }
.icon-send:dir(rtl) { transform: scaleX(-1) }
.camera { display: none }
@media (pointer: coarse) { .camera { display: grid } }
.counter { padding-inline: 12px; text-align: end }
.counter:empty, .tray:empty { display: none }
.tray { display: grid; gap: 8px; padding-block-end: 10px }
.chip { position: relative; display: flex; align-items: center; gap: 12px; padding: 6px; overflow: hidden; border: 1px solid var(--line); border-radius: 12px }
.chip::after { content: ''; position: absolute; inset-block-end: 0; inset-inline-start: 0; block-size: 2px; inline-size: calc(var(--sent, 0) * 100%); background: var(--p-accent) }
.chip.failed { border-color: var(--act) }
.preview { display: grid; place-items: center; inline-size: 44px; block-size: 44px; overflow: hidden; border-radius: 8px; background: var(--flax); color: var(--p-soft) }
.preview canvas { inline-size: 100%; block-size: 100%; object-fit: cover }
.chip-text { flex: 1; min-inline-size: 0; display: grid }
.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.drop { position: absolute; inset: 8px; z-index: 3; display: none; place-items: center; border: 2px dashed var(--p-accent); border-radius: var(--radius); background: var(--p-linen) }
.dropping .drop { display: grid; pointer-events: none }

@media (prefers-reduced-motion: reduce) { *, ::before, ::after, .panel[open] { animation: none; transition: none; scroll-behavior: auto } }
@media (forced-colors: active) { .parcel, .window .elapsed, .window .normal, .send { forced-color-adjust: none } .launcher, .bubble { border: 1px solid } }
`
