// The report without this script is one long page, all of it readable. With it, a browser keeps what
// stands in <noscript> as plain text: the claims of a document are laid out when it is on the page
// of the list that is shown, its text and verdicts when it is opened.
(() => {
  'use strict';
  const perPage = 40;  // documents
  const byId = (id) => document.getElementById(id);
  const form = byId('filters'), found = byId('found'), reading = byId('reading');
  const pages = byId('pages'), position = byId('position'), main = byId('claims');
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const percent = (number) => fill(found.dataset.percent, { number });

  const documents = Array.from(document.querySelectorAll('.doc'), (article) => ({
    article,
    claims: !article.dataset.claims ? [] : article.dataset.claims.split('\n').map((line) => {
      const [, rating, confidence, speaker] = line.match(/^(\S*) (\S*) (.*)$/s);
      return { rating, confidence: confidence === '-' ? null : Number(confidence), speaker, pass: true };
    }),
    rows: null,   // the list of claims, while it is laid out
    words: null,  // by claim, once somebody searched
  }));
  const all = documents.reduce((sum, d) => sum + d.claims.length, 0);

  // Lays out what a <noscript> holds: markup of this page, in which all words are escaped.
  const layOut = (article, position) => {
    const made = document.createElement('div');
    made.innerHTML = article.querySelectorAll('noscript')[position].textContent;
    article.append(made);
    return made;
  };

  // ---- Filters

  // Lower case without accents, so that "Muller" finds "Müller".
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const aside = document.createElement('template');  // not laid out, so cheap
  const prepareWords = (d) => {
    if (d.words !== null || d.claims.length === 0) return;
    const heading = fold(d.article.querySelector('header').textContent);
    // Elements end words; every '<' in it is markup.
    aside.innerHTML = d.article.querySelector('noscript').textContent.replaceAll('<', ' <');
    const rows = aside.content.querySelectorAll('.brief > li');
    d.words = d.claims.map((_, i) => `${fold(rows[i].textContent)} ${heading}`);
  };

  const criteria = () => {
    const given = new FormData(form);
    const ratings = new Set(given.getAll('rating'));
    return {
      ratings,
      speaker: given.get('speaker'),
      least: Number(given.get('confidence')),
      words: fold(given.get('words')).split(/\s+/).filter(Boolean),
    };
  };
  const any = (c) => c.ratings.size > 0 || c.speaker !== '' || c.least > 0 || c.words.length > 0;
  const passes = (d, i, c) => {
    const claim = d.claims[i];
    return (c.ratings.size === 0 || c.ratings.has(claim.rating)) &&
      (c.speaker === '' || claim.speaker === c.speaker) &&
      (c.least === 0 || (claim.confidence !== null && claim.confidence >= c.least)) &&
      c.words.every((word) => d.words[i].includes(word));
  };

  let listed = documents, page = 0, onPage = [];
  const takeAway = (d) => {
    d.article.hidden = true;
    if (d.rows) d.rows.remove();
    d.rows = null;
  };
  const putOnPage = (d) => {
    d.article.hidden = false;
    if (d.claims.length === 0) return;
    if (!d.rows) d.rows = layOut(d.article, 0);
    d.rows.querySelectorAll('.brief > li').forEach((row, i) => { row.hidden = !d.claims[i].pass; });
  };
  const showPage = () => {
    const first = page * perPage, now = listed.slice(first, first + perPage);
    const staying = new Set(now);
    for (const d of onPage) if (!staying.has(d)) takeAway(d);
    now.forEach(putOnPage);
    onPage = now;
    const count = Math.max(1, Math.ceil(listed.length / perPage));
    pages.hidden = count === 1 || reading.hidden === false;
    position.textContent = fill(position.dataset.position, { page: page + 1, pages: count });
    byId('previous').disabled = page === 0;
    byId('next').disabled = page + 1 === count;
  };
  const apply = () => {
    const c = criteria();
    let shown = 0, within = 0;
    listed = documents.filter((d) => {
      if (c.words.length > 0) prepareWords(d);
      let here = 0;
      d.claims.forEach((claim, i) => {
        claim.pass = passes(d, i, c);
        here += claim.pass;
      });
      shown += here;
      within += here > 0;
      return here > 0 || !any(c);
    });
    form.elements.least.textContent = percent(c.least);
    found.textContent = any(c) && shown === 0 ? found.dataset.nothing
      : fill(found.dataset.found, { shown, all, documents: within });
    page = 0;
    showPage();
  };

  const prepareFilters = () => {
    const ratings = new Map(), speakers = new Map();
    for (const d of documents) {
      for (const { rating, speaker } of d.claims) {
        ratings.set(rating, (ratings.get(rating) || 0) + 1);
        speakers.set(speaker, (speakers.get(speaker) || 0) + 1);
      }
    }
    for (const label of form.querySelectorAll('fieldset label')) {
      const count = ratings.get(label.dataset.r);
      label.hidden = !count;
      label.querySelector('output').textContent = count || '';
    }
    const order = new Intl.Collator(document.documentElement.lang);
    for (const [name, count] of Array.from(speakers).sort((a, b) => order.compare(a[0], b[0]))) {
      const option = new Option(`${name} (${count})`, name);
      form.elements.speaker.append(option);
    }
    for (const d of documents) d.article.hidden = true;
    form.hidden = false;
    form.addEventListener('input', () => {
      clearTimeout(form.waiting);
      form.waiting = setTimeout(apply, 120);
    });
    form.addEventListener('reset', () => setTimeout(apply));
    form.addEventListener('submit', (event) => event.preventDefault());
    apply();
  };

  const turn = (by) => {
    page += by;
    showPage();
    main.focus({ preventScroll: true });
    main.scrollIntoView();
  };
  byId('previous').addEventListener('click', () => turn(-1));
  byId('next').addEventListener('click', () => turn(1));

  // ---- Reading one document

  const title = document.title;
  let open = null, listTop = 0;

  const close = () => {
    if (!open) return;
    open.article.classList.remove('open');
    open.sheet.remove();
    if (!onPage.includes(open.d)) open.article.hidden = true;
    open = null;
  };
  const openSheet = (d) => {
    const sheet = layOut(d.article, d.article.querySelectorAll('noscript').length - 1);
    for (const foot of sheet.querySelectorAll('.card > .foot')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'print';
      button.lang = document.documentElement.lang;
      button.textContent = main.dataset.print;
      foot.append(button);
    }
    d.article.classList.add('open');
    return { d, article: d.article, sheet };
  };
  const choose = (id) => {
    for (const old of open.sheet.querySelectorAll('.chosen')) old.classList.remove('chosen');
    const card = byId(id);
    if (!card || !open.sheet.contains(card)) return null;
    card.classList.add('chosen');
    const marks = Array.from(open.sheet.querySelectorAll('mark[data-to]')).filter((m) => m.dataset.to === id);
    for (const mark of marks) mark.classList.add('chosen');
    if (marks.length > 0) marks[0].scrollIntoView({ block: 'nearest' });
    return card;
  };

  const read = (d, id) => {
    if (!open) listTop = window.scrollY;
    if (!open || open.article !== d.article) {
      close();
      open = openSheet(d);
    }
    document.body.classList.add('reading');
    d.article.hidden = false;
    reading.hidden = false;
    pages.hidden = true;
    byId('before').disabled = neighbour(-1) === null;
    byId('after').disabled = neighbour(1) === null;
    const heading = d.article.querySelector('h2');
    document.title = `${heading.textContent} – ${title}`;
    const card = choose(id);
    heading.tabIndex = -1;
    (card || heading).focus({ preventScroll: true });
    card ? card.scrollIntoView() : window.scrollTo(0, 0);
  };
  const list = () => {
    if (!open) return;
    const { d } = open;
    close();
    document.body.classList.remove('reading');
    reading.hidden = true;
    document.title = title;
    showPage();
    window.scrollTo(0, listTop);
    (d.article.hidden ? main : d.article.querySelector('h2 a')).focus({ preventScroll: true });
  };

  // The next document of the list that is shown.
  const neighbour = (by) => {
    const at = listed.findIndex((d) => d.article === open.article) + by;
    return at >= 0 && at < listed.length ? listed[at].article.id : null;
  };
  const route = () => {
    const [, id, number] = location.hash.match(/^#(d(\d+)(?:[cq]\d+)?)$/) || [];
    const d = documents[Number(number) - 1];
    d ? read(d, id) : list();
  };

  byId('before').addEventListener('click', () => { location.hash = neighbour(-1); });
  byId('after').addEventListener('click', () => { location.hash = neighbour(1); });
  window.addEventListener('hashchange', route);
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) location.hash = '';
  });
  main.addEventListener('click', (event) => {
    const mark = event.target.closest('mark[data-to]');
    if (mark) location.hash = mark.dataset.to;
    const link = event.target.closest('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) route();
    const print = event.target.closest('.print');
    if (!print) return;
    print.closest('.card').classList.add('printed');
    document.body.classList.add('one');
    window.print();
  });
  window.addEventListener('afterprint', () => {
    document.body.classList.remove('one');
    for (const card of document.querySelectorAll('.printed')) card.classList.remove('printed');
  });

  prepareFilters();
  route();
})();
