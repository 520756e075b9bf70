'use strict';
// Everything of an article reaches the page as text: by textContent and by properties, never as markup.

const field = id => document.getElementById(id);
const groups = {
  PERSON: 'people', ORG: 'organizations', GPE: 'places', LOC: 'places', FAC: 'places', NORP: 'groups',
  EVENT: 'events', WORK: 'works', LAW: 'works', PRODUCT: 'products', MISC: 'others', DATE: 'times', TIME: 'times',
  DURATION: 'times', SET: 'times', MONEY: 'amounts', PERCENT: 'amounts', QUANTITY: 'amounts',
};
const groupTitles = {
  people: 'People', organizations: 'Organizations', places: 'Places', groups: 'Nationalities and groups',
  events: 'Events', works: 'Works and laws', products: 'Products', others: 'Other names', times: 'Dates and times',
  amounts: 'Amounts',
};
const examples = JSON.parse(field('examples').textContent);
/// Languages whose usual script runs that way.
const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;
const largestFile = 16 << 20;
/// The bytes of a dropped file, until its text is edited: their encoding is the server's to find out.
let file = null;
/// The latest request; an earlier one's answer is not shown.
let latest = null;

/// An element of a class with children: elements, or what becomes text.
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/// An element whose own text decides its direction.
function written(name, className, ...children) {
  const made = element(name, className, ...children);
  made.dir = 'auto';
  return made;
}

function section(title, ...children) {
  return element('section', '', element('h2', '', title), ...children);
}

function plural(count, word) {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

function say(message, failed = false) {
  field('status').textContent = message;
  field('status').className = failed ? 'failed' : '';
}

// What is asked for

function asBase64(bytes) {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 32768) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 32768));
  }
  return btoa(binary);
}

function request() {
  const body = { offsets: 'utf16' };
  const content = field('content').value;
  if (file) {
    body.base64 = asBase64(file.bytes);
    if (content !== 'auto') body.content = content;
  } else {
    const article = field('article').value;
    const isPage = content === 'html' || (content === 'auto' && /^\s*<(!doctype|html|head|body|article|div|p)\b/i.test(article));
    body[isPage ? 'html' : 'text'] = article;
  }
  if (field('url').value) body.url = field('url').value;
  if (field('published').value) body.published = field('published').value;
  if (field('sentences').value) body.sentences = Number(field('sentences').value);
  return body;
}

/// The same as a command, for an article in a file.
function command(body) {
  const quoted = value => /^[\w.:\/@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
  const words = ['wiredesk', 'analyze', '--format', 'json', '--offsets', 'utf16'];
  if (body.html !== undefined || body.content === 'html') words.push('--content', 'html');
  if (body.text !== undefined || body.content === 'text') words.push('--content', 'text');
  for (const name of ['url', 'published', 'sentences']) {
    if (body[name] !== undefined) words.push(`--${name}`, quoted(String(body[name])));
  }
  const name = file ? file.name : body.html !== undefined ? 'article.html' : 'article.txt';
  return [...words, quoted(name.startsWith('-') ? `./${name}` : name)].join(' ');
}

async function analyze() {
  const mine = latest = {};
  const body = request();
  const headers = { 'Content-Type': 'application/json' };
  if (field('token').value) headers.Authorization = `Bearer ${field('token').value}`;
  say('Analysing …');
  field('analyze').disabled = true;
  const start = performance.now();
  try {
    const response = await fetch('v1/analyze', { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await response.json();
    if (mine !== latest) return;
    if (answer.error) {
      refuse(answer.error, response.status);
    } else {
      show(answer.result, body, performance.now() - start);
    }
  } catch (error) {
    if (mine === latest) say(`The server does not answer: ${error.message}`, true);
  } finally {
    if (mine === latest) field('analyze').disabled = false;
  }
}

function refuse(error, status) {
  field('result').replaceChildren();
  say(`${error.message} (${error.code})`, true);
  if (status !== 401) return;
  field('access').open = true;
  field('token').focus();
}

// What came out

function show(result, body, milliseconds) {
  const article = result.article;
  const entities = result.entities ?? [];
  const parts = [];
  if (article) {
    const text = articleText(result);
    parts.push(head(article), toggles(result));
    if (result.summary?.text) {
      const summary = section('Summary', written('p', '', result.summary.text));
      summary.className = 'summary';
      summary.dir = rightToLeft.test(article.language ?? '') ? 'rtl' : 'ltr';
      parts.push(summary);
    }
    parts.push(text);
  }
  if (entities.length) parts.push(entityTable(entities));
  if (result.quotes?.length) parts.push(quoteList(result));
  if (result.keyphrases?.length) {
    const list = element('ul', 'phrases', ...result.keyphrases.map(phrase => written('li', '', phrase.text)));
    parts.push(section('Key phrases', list));
  }
  if (article?.removed?.length) parts.push(removedList(article.removed));
  if (result.warnings?.length) {
    parts.push(section('Warnings', element('ul', '', ...result.warnings.map(text => element('li', '', text)))));
  }
  parts.push(timings(result.stages, milliseconds), source(result, body));
  field('result').replaceChildren(...parts);
  say(`${plural(entities.length, 'entity').replace('entitys', 'entities')} in ${plural(article?.wordCount ?? 0, 'word')}, ${milliseconds.toFixed(0)} ms.`);
  field('result').focus({ preventScroll: true });
  field('result').scrollIntoView({ block: 'start' });
}

function head(article) {
  const made = element('header', '', written('h1', '', article.title ?? '(no title)'));
  if (article.subtitle) made.append(written('p', 'subtitle', article.subtitle));
  const facts = [];
  if (article.authors?.length) facts.push(article.authors.map(author => author.name).join(', '));
  for (const name of ['published', 'siteName', 'section', 'language']) if (article[name]) facts.push(article[name]);
  facts.push(`${plural(article.wordCount, 'word')}, ${Math.max(1, Math.round(article.readingSeconds / 60))} min`);
  made.append(element('p', 'facts', ...facts.flatMap((fact, index) => [index ? ' · ' : '', element('bdi', '', fact)])));
  // A page may call javascript: its address.
  if (/^https?:\/\//i.test(article.url ?? '')) {
    const link = element('a', '', article.url);
    link.href = article.url;
    link.rel = 'noopener noreferrer nofollow';
    made.append(element('p', 'facts', link));
  }
  return made;
}

/// What is shown in the text: the style sheet looks at the boxes.
function toggles(result) {
  const made = element('fieldset', 'toggles', element('legend', '', 'Show in the text'));
  const add = (className, label, isOn = true) => {
    const box = element('input', className);
    box.type = 'checkbox';
    box.checked = isOn;
    made.append(element('label', '', box, label));
  };
  for (const [group, title] of Object.entries(groupTitles)) {
    const count = (result.entities ?? []).filter(entity => groups[entity.type] === group).length;
    if (count) add(group, element('mark', group, `${title} ${count}`));
  }
  if (result.summary?.sentences?.length) add('in-summary', element('span', 'in-summary', 'Summary'));
  if (result.quotes?.length) add('in-quote', element('span', 'in-quote', 'Quotes'));
  const removed = result.article.removed ?? [];
  if (removed.length) add('removed', `Left out ${removed.length}`, false);
  return made;
}

/// The clean text, with what was found in it marked and what was left out where it stood.
function articleText(result) {
  const article = result.article;
  const made = element('section', 'text');
  if (article.language) made.lang = article.language;
  const mentions = (result.entities ?? []).flatMap(entity => entity.mentions.map(mention => ({ ...mention, entity })));
  mentions.sort((one, other) => one.start - other.start);
  const names = new Map((result.entities ?? []).map(entity => [entity.id, entity.name]));
  const spans = [
    ...(result.summary?.sentences ?? []).map(span => ({ ...span, className: 'in-summary' })),
    ...(result.quotes ?? []).map(span => ({ ...span, className: 'in-quote', speaker: names.get(span.speaker) })),
  ];
  const removed = [...(article.removed ?? [])].sort((one, other) => (one.source?.start ?? 0) - (other.source?.start ?? 0));
  let next = 0;
  let list = null;
  for (const paragraph of article.paragraphs ?? []) {
    while (next < removed.length && paragraph.source && (removed[next].source?.start ?? 0) < paragraph.source.start) {
      made.append(removedPiece('p', 'removed', removed[next++]));
    }
    const pieces = marked(article.text, paragraph, mentions, spans);
    const name = { heading: 'h3', quote: 'blockquote', list: 'li' }[paragraph.kind] ?? 'p';
    const block = written(name, paragraph.kind === 'caption' ? 'caption' : '', ...pieces);
    if (name === 'li') {
      if (!list || made.lastChild !== list) made.append(list = element('ul', ''));
      list.append(block);
    } else {
      made.append(block);
    }
  }
  for (const piece of removed.slice(next)) made.append(removedPiece('p', 'removed', piece));
  return made;
}

/// A paragraph's text, cut where a mention, a summary sentence or a quote begins or ends. A mention is never cut.
function marked(text, paragraph, mentions, spans) {
  const inside = mentions.filter(mention => mention.start >= paragraph.start && mention.end <= paragraph.end);
  const near = spans.filter(span => span.start < paragraph.end && span.end > paragraph.start);
  const cuts = new Set([paragraph.start, paragraph.end]);
  for (const span of [...inside, ...near]) for (const cut of [span.start, span.end]) {
    const splits = inside.some(mention => mention.start < cut && cut < mention.end);
    if (cut > paragraph.start && cut < paragraph.end && !splits) cuts.add(cut);
  }
  const points = [...cuts].sort((one, other) => one - other);
  return points.slice(1).map((end, index) => {
    const start = points[index];
    let piece = document.createTextNode(text.slice(start, end));
    const mention = inside.find(mention => mention.start === start && mention.end === end);
    if (mention) {
      piece = element('mark', groups[mention.entity.type] ?? 'others', piece);
      piece.title = `${mention.entity.name}, ${mention.entity.type}`;
      Object.assign(piece.dataset, { entity: mention.entity.id, start, end });
    }
    const around = near.filter(span => span.start <= start && start < span.end);
    if (!around.length) return piece;
    const made = element('span', [...new Set(around.map(span => span.className))].join(' '), piece);
    const speaker = around.find(span => span.speaker)?.speaker;
    if (speaker) made.title = `said by ${speaker}`;
    return made;
  });
}

function removedPiece(name, className, piece) {
  const reason = element('small', 'reason', piece.reason);
  // So that only the text decides the direction of the whole.
  reason.dir = 'ltr';
  return written(name, className, reason, element('del', '', piece.text));
}

function knowledge(entity) {
  const parts = [];
  if (entity.value && entity.value !== entity.name) {
    parts.push(`= ${entity.value}${entity.basis && entity.basis !== 'published' ? ` (from ${entity.basis})` : ''}`);
  }
  if (entity.expansion && entity.expansion !== entity.name) parts.push(entity.expansion);
  const titles = [...new Set((entity.roles ?? []).map(role => role.title))];
  if (titles.length) parts.push(titles.join(', '));
  if (entity.country) parts.push(entity.country);
  const others = (entity.aliases ?? []).filter(alias => alias !== entity.expansion);
  if (others.length) parts.push(`also ${others.join(', ')}`);
  return parts.join('; ');
}

function entityTable(entities) {
  const table = element('table', '', element('tr', '', ...['Name', 'Type', 'Salience', 'Mentions', 'Known'].map(title => {
    const cell = element('th', '', title);
    cell.scope = 'col';
    return cell;
  })));
  const sorted = [...entities].sort((one, other) => other.salience - one.salience || one.id - other.id);
  for (const entity of sorted) {
    const find = element('button', '', `${entity.mentions.length} ×`);
    find.type = 'button';
    find.setAttribute('aria-label', `Find ${plural(entity.mentions.length, 'mention')} of ${entity.name}`);
    find.addEventListener('click', () => showMentions(entity));
    table.append(element('tr', '',
      written('td', '', element('mark', groups[entity.type] ?? 'others', entity.name)),
      element('td', 'type', entity.type), element('td', 'number', entity.salience.toFixed(2)),
      element('td', 'number', find), written('td', '', knowledge(entity))));
  }
  return section('Entities', element('div', 'scroll', table));
}

function showMentions(entity) {
  for (const mark of document.querySelectorAll('mark.found')) mark.classList.remove('found');
  const found = document.querySelectorAll(`.text mark[data-entity="${Number(entity.id)}"]`);
  for (const mark of found) mark.classList.add('found');
  found[0]?.scrollIntoView({ block: 'center' });
}

function quoteList(result) {
  const names = new Map((result.entities ?? []).map(entity => [entity.id, entity.name]));
  return section('Quotes', ...result.quotes.map(quote => {
    const made = written('blockquote', '', result.article.text.slice(quote.start, quote.end));
    if (names.has(quote.speaker)) made.append(' ', element('cite', '', names.get(quote.speaker)));
    return made;
  }));
}

function removedList(removed) {
  const items = removed.map(piece => removedPiece('li', '', piece));
  return element('section', '', element('details', '',
    element('summary', '', `Left out: ${plural(removed.length, 'piece')}`), element('ul', '', ...items)));
}

function timings(stages, milliseconds) {
  const timed = stages.filter(stage => stage.microseconds !== undefined);
  const total = timed.reduce((sum, stage) => sum + stage.microseconds, 0) || 1;
  const bar = element('div', 'bar', ...timed.map((stage, index) => {
    const part = element('span', `stage-${index % 3}`);
    part.style.inlineSize = `${100 * stage.microseconds / total}%`;
    return part;
  }));
  bar.setAttribute('aria-hidden', 'true');
  const legend = element('ul', 'legend', ...stages.map((stage, index) => {
    const time = stage.microseconds === undefined ? '' : ` ${(stage.microseconds / 1000).toFixed(2)} ms`;
    const status = stage.status === 'ok' ? '' : ` (${stage.status}${stage.message ? `: ${stage.message}` : ''})`;
    return element('li', '', element('i', `stage-${index % 3}`), `${stage.name}${time}${status}`);
  }), element('li', '', `there and back ${milliseconds.toFixed(1)} ms`));
  return section('Time', bar, legend);
}

function source(result, body) {
  const json = JSON.stringify(result, null, 2);
  const line = command(body);
  const shown = element('code', 'command', line);
  return section('For scripts', shown, element('div', 'tools', copyButton('Copy the command', line, shown)),
    element('details', '', element('summary', '', `JSON, ${plural(json.length, 'character')}`), element('pre', '', json)));
}

function copyButton(title, text, shown) {
  const button = element('button', '', title);
  button.type = 'button';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      // Without a clipboard, as over plain HTTP from afar, the reader copies it himself.
      getSelection().selectAllChildren(shown);
      button.textContent = 'Selected';
    }
    setTimeout(() => { button.textContent = title; }, 2000);
  });
  return button;
}

// What is put in

async function take(chosen) {
  if (!chosen) return;
  if (chosen.size > largestFile) return say(`${chosen.name} has more than ${largestFile >> 20} MiB.`, true);
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  field('example').value = '';
  field('article').value = new TextDecoder().decode(bytes);
  file = { name: chosen.name, bytes };
  say(`${chosen.name}, ${plural(bytes.length, 'byte')}.`);
}

for (const [index, example] of examples.entries()) {
  const option = element('option', '', example.title);
  option.value = String(index);
  field('example').append(option);
}
field('example').addEventListener('change', () => {
  const example = examples[Number(field('example').value)];
  if (!field('example').value || !example) return;
  file = null;
  field('file').value = '';
  field('content').value = 'auto';
  field('article').value = example.article;
  analyze();
});
field('article').addEventListener('input', () => { file = null; field('file').value = ''; });
field('file').addEventListener('change', () => take(field('file').files[0]));
field('form').addEventListener('submit', event => { event.preventDefault(); analyze(); });
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); analyze(); }
});
document.addEventListener('dragover', event => { event.preventDefault(); document.body.classList.add('dropping'); });
document.addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
document.addEventListener('drop', event => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  take(event.dataTransfer.files[0]);
});
