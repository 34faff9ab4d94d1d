// The reply box: prepared answers, a draft that survives, and sending that never loses a word.
import { announce } from './live.js';

const WRITING_MS = 8000;
const TELL_EVERY_MS = 3000;

export function prepareReply(sent) {
  const form = document.getElementById('reply');
  if (!form) return { writing: () => false };
  const text = document.getElementById('reply-text');
  const problem = document.getElementById('reply-problem');
  const draft = `inbox-draft ${form.dataset.draft}`;
  let typed = 0;
  let told = 0;

  text.value ||= sessionStorage.getItem(draft) ?? '';
  text.addEventListener('input', keep);
  text.addEventListener('input', tellShopper);
  form.addEventListener('submit', send);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit(document.getElementById('send'));
  });
  offerMacros(form, text, keep);

  function keep() {
    typed = Date.now();
    sessionStorage.setItem(draft, text.value);
  }

  // a hint only: the server passes it on for who has the case, and one that is lost does no harm
  function tellShopper() {
    if (!text.value.trim() || Date.now() - told < TELL_EVERY_MS) return;
    told = Date.now();
    const body = new URLSearchParams({ csrf_token: form.elements.csrf_token.value });
    fetch(form.dataset.writing, { method: 'POST', body }).catch(() => {});
  }

  async function send(event) {
    if (event.submitter?.name === 'insert') return;
    event.preventDefault();
    if (form.hasAttribute('data-sending')) return;
    form.toggleAttribute('data-sending', true);
    const body = new FormData(form, event.submitter);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
      finish(answer.ok, await answer.json());
    } catch {
      complain(form.dataset.failed);
    }
    form.toggleAttribute('data-sending', false);
  }

  function finish(done, answer) {
    if (!done) return complain(answer.error?.message ?? form.dataset.failed, answer.echo_id);
    told = 0;
    form.reset();
    text.value = '';
    keep();
    form.elements.macro_id.value = '';
    document.getElementById('macro-effects').hidden = true;
    complain('', answer.echo_id);
    announce(answer.message);
    sent();
  }

  // the text stays; the same echo_id goes out again, so a message that did arrive is not said twice
  function complain(words, echoId) {
    if (echoId) form.elements.echo_id.value = echoId;
    problem.textContent = words;
    problem.hidden = !words;
    if (words) text.focus();
  }

  return { writing: () => Boolean(text.value) && Date.now() - typed < WRITING_MS };
}

// A prepared answer goes in where the cursor is; what sending it changes besides is said and can be declined.
function offerMacros(form, text, keep) {
  const select = form.elements.macro;
  const effects = document.getElementById('macro-effects');
  form.querySelector('[name=insert]').addEventListener('click', (event) => {
    event.preventDefault();
    const chosen = select.selectedOptions[0];
    if (!chosen?.value) return;
    text.setRangeText(chosen.dataset.text, text.selectionStart, text.selectionEnd, 'end');
    if (chosen.dataset.status) form.elements.then.value = chosen.dataset.status;
    effects.hidden = !chosen.dataset.effects;
    effects.querySelector('span').textContent = chosen.dataset.effects;
    effects.querySelector('input').checked = true;
    form.elements.macro_id.value = chosen.value;
    keep();
    text.focus();
  });
}
