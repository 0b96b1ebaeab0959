// The pages work without it. It shows the progress as it happens, and keeps a form from being sent twice.

const progress = document.getElementById('progress');
const announcement = document.getElementById('announcement');

/** What a reader has opened stays open. */
function replaceProgress(html) {
  const parts = () => [...progress.querySelectorAll('details[data-key]')];
  const states = new Map(parts().map((part) => [part.dataset.key, part.open]));
  const focused = document.activeElement?.closest?.('details[data-key]')?.dataset.key;
  const top = progress.scrollTop;
  progress.innerHTML = html;
  for (const part of parts()) if (states.has(part.dataset.key)) part.open = states.get(part.dataset.key);
  progress.scrollTop = top;
  const again = parts().find((part) => part.dataset.key === focused);
  again?.querySelector('summary').focus();
}

if (progress) {
  const events = new EventSource(`/events?pool=${encodeURIComponent(progress.dataset.pool)}`);
  events.addEventListener('progress', (event) => {
    const { html, text } = JSON.parse(event.data);
    replaceProgress(html);
    if (text) announcement.textContent = text;
  });
  addEventListener('pagehide', () => events.close());
}

document.addEventListener('submit', (event) => {
  const { dataset } = event.target;
  if (dataset.isSent) event.preventDefault();
  dataset.isSent = 'yes';
});
addEventListener('pageshow', ({ persisted }) => {
  // Back from the browser's memory: what was told meanwhile is not known here.
  if (persisted) document.location.reload();
});

// What was not accepted is said first.
document.getElementById('faults')?.focus();
