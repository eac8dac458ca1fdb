// What the page does beyond reading: filter, sort, keys, copying, links into folded parts. It gets no data of the
// report but the document itself, so it is the same text in every page, and the page's policy lets nothing else run.

(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = $('filters');

  let clear = () => {};

  // Links lead to the name of an object, which the browser focuses; here it is brought out and opened.
  const open = (hash) => {
    const name = hash.startsWith('#o-') && $(hash.slice(1));
    if (!name) return;
    if (name.closest('tbody').hidden) clear();
    name.parentElement.open = true;
  };

  if (form) {
    const table = document.querySelector('table.objects');
    const rows = all('tbody', table).map((body) => ({
      body,
      summary: body.querySelector('summary'),
      text: [body.rows[0], ...all('h3, .message', body)]
        .map((part) => part.textContent)
        .join(' ')
        .toLowerCase(),
    }));
    const [words, verdict, kind, drift, shown] = ['words', 'verdict', 'kind', 'drift', 'shown'].map($);

    const filter = () => {
      const parts = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const { body, text } of rows) {
        const { dataset } = body;
        const fits =
          (!verdict.value || dataset.verdict === verdict.value) &&
          (!kind.value || dataset.kind === kind.value) &&
          (!drift.checked || 'drift' in dataset) &&
          parts.every((part) => text.includes(part));
        if (body.hidden === fits) body.hidden = !fits;
        if (fits) count += 1;
      }
      shown.textContent = `Showing ${count} of ${rows.length}${rows.length === 1 ? ' object' : ' objects'}`;
    };
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    clear = () => {
      form.reset();
      filter();
    };
    $('clear').addEventListener('click', clear);
    filter();

    const order = new Intl.Collator('en', { numeric: true });
    all('thead th', table).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of all('thead th', table)) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const keyed = rows.map(({ body }) => ({ body, key: body.rows[0].cells[column].textContent }));
        keyed.sort((a, b) => (down ? -1 : 1) * order.compare(a.key, b.key));
        table.append(...keyed.map(({ body }) => body));
      });
    });

    for (const link of all('[data-standing]'))
      link.addEventListener('click', () => {
        form.reset();
        verdict.value = link.dataset.standing;
        filter();
      });

    document.addEventListener('keydown', (event) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === '/' && !target.closest('input, select, textarea')) {
        event.preventDefault();
        words.focus();
        words.select();
      } else if (key === 'Escape') {
        clear();
      } else if ((key === 'ArrowDown' || key === 'ArrowUp') && target.closest('table.objects summary')) {
        event.preventDefault();
        const visible = all('tbody:not([hidden]) > tr > th > details > summary', table);
        visible[visible.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
      }
    });
  }

  const copy = async (button) => {
    const code = button.parentElement.querySelector('code');
    getSelection().selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      document.execCommand('copy');
    }
    button.textContent = 'Copied';
    $('said').textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
      $('said').textContent = '';
    }, 2000);
  };
  for (const button of all('button.copy')) button.hidden = false;
  document.addEventListener('click', ({ target }) => {
    if (target.closest('button.copy')) copy(target);
    const link = target.closest('a[href^="#o-"]');
    if (link) open(link.getAttribute('href'));
  });

  const light = ({ target }) => {
    const box =
      target.closest?.('a, [data-box]')?.querySelector('[data-box]') ?? target.closest?.('[data-box]');
    for (const lit of all('.lit')) lit.classList.remove('lit');
    if (!box) return;
    for (const link of all('[data-ends]')) {
      const ends = link.dataset.ends.split(' ');
      if (!ends.includes(box.dataset.box)) continue;
      link.classList.add('lit');
      for (const end of ends) $('diagram').querySelector(`[data-box="${end}"]`).classList.add('lit');
    }
  };
  for (const type of ['mouseover', 'focusin']) $('diagram')?.addEventListener(type, light);

  addEventListener('hashchange', () => open(location.hash));
  open(location.hash);
})();
