const DARK = `
  --linen: #1e1c19; --paper: #282521; --flax: #332f29; --line: #474138; --edge: #857b6c;
  --ink: #f2ece1; --soft: #bdb3a3; --accent: #b3c2a6; --on-accent: #1c2118;
  --calm: #a9c29c; --watch: #e3bd72; --act: #eda684; --urgent: #f2a09a; --shade: 0 0 0 / 0.5;
`

const BASE = `
:host {
  --linen: #faf7f1; --paper: #fffdf9; --flax: #f0e9dc; --line: #e0d6c5; --edge: #8c8171;
  --ink: #2b2722; --soft: #655c50; --accent: #4c5a45; --on-accent: #fcfaf5;
  --calm: #4d6846; --watch: #7d5a10; --act: #9c4424; --urgent: #9a2b2b; --shade: 64 52 36 / 0.18;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) { :host(:not([theme='light'])) { ${DARK} color-scheme: dark } }
:host([theme='dark']) { ${DARK} color-scheme: dark }
:host {
  --p-accent: var(--parcel-chat-accent, var(--accent));
  --p-on-accent: var(--parcel-chat-on-accent, var(--on-accent));
  --p-linen: var(--parcel-chat-background, var(--linen));
  --p-paper: var(--parcel-chat-surface, var(--paper));
  --p-ink: var(--parcel-chat-text, var(--ink));
  --p-soft: var(--parcel-chat-text-soft, var(--soft));
  --radius: var(--parcel-chat-radius, 14px);
  display: block; position: fixed; z-index: var(--parcel-chat-z-index, 2147482000);
  inset-block-end: var(--parcel-chat-offset-block, 20px);
  inset-inline-end: var(--parcel-chat-offset-inline, 20px);
  font: 400 1rem/1.5 var(--parcel-chat-font, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
  color: var(--p-ink); text-align: start;
}
:host([position='start']) { inset-inline: var(--parcel-chat-offset-inline, 20px) auto }
:host([hidden]), [hidden] { display: none !important }
*, ::before, ::after { box-sizing: border-box }
button, textarea { font: inherit; color: inherit }
button { cursor: pointer; touch-action: manipulation }
button[aria-disabled='true'] { cursor: default }
:focus-visible { outline: 2px solid var(--p-accent); outline-offset: 2px }
.icon { inline-size: 22px; block-size: 22px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6;
  stroke-linecap: round; stroke-linejoin: round }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
`

export const LAUNCHER = `${BASE}
.launcher { display: flex; align-items: center; gap: 10px; min-block-size: 56px; padding-inline: 20px 24px;
  border: 0; border-radius: 28px; background: var(--p-accent); color: var(--p-on-accent); letter-spacing: .01em;
  box-shadow: 0 8px 28px rgb(var(--shade)) }
.launcher:focus-visible { outline-offset: 3px }
:host([open]) .launcher { visibility: hidden }
.badge { min-inline-size: 24px; padding-inline: 7px; border-radius: 12px; background: var(--p-paper);
  color: var(--p-ink); font-size: .8125rem; line-height: 24px; font-weight: 600; text-align: center }
.badge:empty { display: none }
.trouble { position: absolute; inset-block-end: 100%; inset-inline-end: 0; inline-size: min(280px, 80vw); margin: 0 0 12px;
  padding: 12px 16px; border-radius: var(--radius); background: var(--p-paper); color: var(--p-ink);
  box-shadow: 0 8px 28px rgb(var(--shade)) }
.trouble:empty { display: none }
@media (max-width: 560px) { .launcher .label { display: none } .launcher { padding-inline: 17px } }
`

/**
 * Give `root` its style sheets. A style element, with the page's nonce, only where a browser has nothing better.
 * @param {ShadowRoot} root @param {string} css @param {string} nonce
 */
export function adopt(root, css, nonce) {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    return
  }
  const style = document.createElement('style')
  style.nonce = nonce
  style.textContent = css
  root.append(style)
}
