#!/usr/bin/env python3
"""The report in a headless Chromium: what editors do with it, with and without scripts.

usage: report_browser_test.py QUOTH SOURCE [SCREENSHOTS]; exit code 77: there is no Chromium here.
SCREENSHOTS is a folder for pictures of the page, for people to look at.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import chromium

HOSTILE = [
    {'id': '</script><script>document.title="gone"</script>', 'lang': 'en', 'date': '2037-06-10',
     'title': '<img src=x onerror="document.title=1"> & "quoted"', 'url': 'javascript:document.title=1',
     'text': '“</noscript><script>document.title=1</script> <b>bold</b> &amp; so on,” said Ilmar Dovric.'},
    {'id': 'rtl', 'lang': 'ar', 'text': 'قال الوزير: «خفضنا الضرائب مرتين». \u202e\u2066 اتفق الجميع.'},
    {'id': 'emoji', 'lang': 'en',
     'text': '🧑🏽‍🚀 “👩‍👩‍👧‍👦 We won 😀 and we will win again,” said Ilmar Dovric. 🇺🇦'},
    {'id': 'nul', 'lang': 'en', 'text': 'Ilmar Dovric said: “Yes\u0000no and \u0001 maybe.”'},
    {'id': 'long', 'lang': 'en',
     'text': ('Nothing happened in the valley. ' * 33000) + '“The wall has cracks,” said Vesna Hallam.'},
    {'id': 'line-ends', 'lang': 'en', 'text': '“The wall has cracks,” said Vesna\u2028O\'Hallam.'},
]

# Texts whose contrast is less than WCAG AA asks for, with their colours.
CONTRAST = r'''(() => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] + below[i] * (1 - top[3]));
  const parse = (text) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255).map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + .05) / (low + .05);
  };
  const behind = (element) => element === null ? [255, 255, 255]
    : over(parse(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  const bad = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const own = Array.from(element.childNodes).some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !element.checkVisibility() || element.closest('.vh, script, :disabled, .skip')) continue;
    const style = getComputedStyle(element);
    const back = behind(element), size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = ratio(over(parse(style.color), back), back);
    if (found < (large ? 3 : 4.5))
      bad.add(`${element.tagName}.${element.className} "${element.textContent.slice(0, 20)}" ${found.toFixed(2)}`);
  }
  return Array.from(bad);
})()'''


class Session:
    def __init__(self, browser, page, shots):
        self.browser, self.page, self.shots, self.failures = browser, page, shots, []

    def expect(self, what, came, wanted=True):
        if came != wanted:
            self.failures.append(f'{what}: {came!r}, not {wanted!r}')

    def js(self, expression):
        return self.browser.evaluate(expression)

    def settle(self):
        time.sleep(.3)  # filters wait a moment for more typing

    def shot(self, name):
        if self.shots:
            self.browser.screenshot(str(self.shots / f'{name}.png'))

    def no_complaints(self, what):
        said = [e['params'] for e in self.browser.events
                if e.get('method') in ('Runtime.exceptionThrown', 'Log.entryAdded')]
        fetched = [e['params']['request']['url'] for e in self.browser.events
                   if e.get('method') == 'Network.requestWillBeSent']
        self.expect(f'{what}: errors', said, [])
        self.expect(f'{what}: requests', [u for u in fetched if not u.startswith('file://' + self.page)], [])


def visible_claims(s):
    return s.js("Array.from(document.querySelectorAll('.brief > li')).filter(r => r.checkVisibility()).length")


def lists_and_filters(s):
    s.browser.show()
    s.browser.open(s.page)
    s.expect('title', s.js('document.title'), 'Draft verdicts')
    s.expect('documents shown', s.js("document.querySelectorAll('.doc:not([hidden])').length"), 14)
    total = visible_claims(s)
    s.expect('claims are listed', total >= 12)
    s.js("document.querySelector('input[value=altered]').click()")
    s.settle()
    s.expect('one altered claim', visible_claims(s), 1)
    s.expect('its change in the list', s.js("document.querySelector('.brief del').innerText"), 'neunzig')
    s.expect('the count is announced', s.js("document.getElementById('found').textContent"),
             f'1 of {total} claims, in 1 documents')
    s.js("document.querySelector('button[type=reset]').click()")
    s.settle()
    s.expect('cleared', visible_claims(s), total)
    s.js("""(() => { const field = document.querySelector('[name=words]'); field.value = 'FUSSGÄNGER reservoir';
            field.dispatchEvent(new Event('input', {bubbles: true})); })()""")
    s.settle()
    s.expect('no claim has both words', s.js("document.getElementById('found').textContent"),
             'No claim passes all filters.')
    s.js("""(() => { const field = document.querySelector('[name=words]'); field.value = 'Réservoir';
            field.dispatchEvent(new Event('input', {bubbles: true})); })()""")
    s.settle()
    s.expect('words are found without accents', visible_claims(s), 1)
    s.js("document.querySelector('button[type=reset]').click()")
    s.settle()
    s.js("""(() => { const field = document.querySelector('[name=speaker]'); field.value = 'Ansgar Petrin';
            field.dispatchEvent(new Event('input', {bubbles: true})); })()""")
    s.settle()
    s.expect('claims of a speaker', visible_claims(s), 1)
    s.js("document.querySelector('button[type=reset]').click()")
    s.settle()
    s.js("""(() => { const field = document.querySelector('[name=confidence]'); field.value = 90;
            field.dispatchEvent(new Event('input', {bubbles: true})); })()""")
    s.settle()
    s.expect('sure claims are fewer', 0 < visible_claims(s) < total)
    s.no_complaints('the list')


def searches_words_not_markup(s):
    s.browser.open(s.page)
    s.js("""window.search = (words) => { const field = document.querySelector('[name=words]'); field.value = words;
            field.dispatchEvent(new Event('input', {bubbles: true})); }""")
    listed = lambda: s.js("Array.from(document.querySelectorAll('.doc:not([hidden])'), d => d.id)")
    for words in ('39', '#39', '&lt', '&quot', 'class', 'bdi'):
        s.js(f"search({json.dumps(words)})")
        s.settle()
        s.expect(f'"{words}" is nowhere', s.js("document.getElementById('found').textContent"),
                 'No claim passes all filters.')
    for words, documents in (("o'hallam", ['d14']), ('&amp; "quoted"', ['d9']), ('<b>bold</b>', ['d9'])):
        s.js(f"search({json.dumps(words)})")
        s.settle()
        s.expect(f'"{words}" is where it can be read', listed(), documents)
    s.no_complaints('searching')


def opens_a_claim(s):
    s.browser.open(s.page)
    s.js("document.querySelector('#d7 .brief a').click()")
    s.settle()
    s.expect('address', s.js('location.hash'), '#d7c1')
    s.expect('focus is on the verdict', s.js('document.activeElement.id'), 'd7c1')
    s.expect('only this document', s.js("Array.from(document.querySelectorAll('.doc')).filter(d => d.checkVisibility()).length"), 1)
    s.expect('claimed', s.js("document.querySelector('#d7c1 .claimed mark').innerText.trim()").startswith('neunzig'))
    s.expect('record', s.js("document.querySelector('#d7c1 .recorded mark').innerText.trim()").startswith('neun'))
    s.expect('the quotation is marked', s.js("document.querySelector('#d7 .text mark').dataset.r"), 'altered')
    s.expect('the verdict is in sight', s.js("document.querySelector('#d7c1 h3').getBoundingClientRect().top < 500"))
    s.js("document.getElementById('after').click()")
    s.settle()
    s.expect('next document', s.js('location.hash'), '#d8')
    s.browser.key('Escape')
    s.settle()
    s.expect('back in the list', s.js("document.querySelectorAll('.doc:not([hidden])').length"), 14)
    s.js("window.print = () => { window.printed = document.querySelectorAll('.printed').length; }")
    s.js("location.hash = '#d2c1'")
    s.settle()
    s.js("document.querySelector('#d2c1 .print').click()")
    s.expect('one verdict is printed', s.js('window.printed'), 1)
    s.browser.show(media='print')
    s.expect('on paper only that one', s.js("Array.from(document.querySelectorAll('.card')).filter(c => c.checkVisibility()).length"), 1)
    s.shot('print')
    s.browser.show()
    s.no_complaints('a claim')


def serves_the_keyboard(s):
    s.browser.open(s.page)
    s.browser.key('Tab')
    s.expect('first stop', s.js('document.activeElement.className'), 'skip')
    s.browser.key('Enter')
    s.expect('skipped to', s.js('document.activeElement.id'), 'claims')
    stops = []
    for _ in range(4):
        s.browser.key('Tab')
        stops.append(s.js("document.activeElement.getAttribute('href')"))
    s.expect('stops', stops, ['#d1', '#d1c1', '#d2', '#d2c1'])
    s.expect('focus can be seen', s.js("getComputedStyle(document.activeElement).outlineStyle"), 'solid')
    s.browser.key('Enter')
    s.settle()
    s.expect('opened by key', s.js('document.activeElement.id'), 'd2c1')


def speaks_to_screen_readers(s):
    s.browser.open(s.page, '#d7c1')
    nodes = [n for n in s.browser.call('Accessibility.getFullAXTree')['nodes'] if not n.get('ignored')]
    by_role = {}
    for node in nodes:
        by_role.setdefault(node['role']['value'], []).append(node.get('name', {}).get('value', ''))
    for role in ('main', 'banner', 'navigation', 'article', 'heading'):
        s.expect(f'has {role}', role in by_role)
    s.expect('the verdict is a region by its rating', 'verändert' in [name.lower() for name in by_role.get('region', [])])
    s.expect('nothing to press is without a name', [r for r in ('button', 'link', 'combobox', 'checkbox', 'slider')
                                                 if '' in by_role.get(r, [])], [])
    levels = s.js("Array.from(document.querySelectorAll('h1, h2, h3, h4, h5')).filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))")
    s.expect('no level of headings is left out', all(b <= a + 1 for a, b in zip(levels, levels[1:])))


def has_contrast(s):
    for dark in (False, True):
        for width in (1280, 390):
            s.browser.show(width=width, dark=dark, phone=width < 500)
            name = f'{"dark" if dark else "light"}-{width}'
            for fragment in ('', '#d7c1', '#d4c1', '#d5c1'):
                s.browser.open(s.page, fragment)
                s.expect(f'contrast {name} {fragment}', s.js(CONTRAST), [])
                s.expect(f'no sideways scrolling {name} {fragment}',
                         s.js('document.documentElement.scrollWidth <= innerWidth'))
                s.shot(f'{name}{fragment.replace("#", "-")}')
    s.browser.show()


def is_readable_without_scripts(s):
    s.browser.open(s.page, scripts=False)
    text = s.js("document.querySelector('main').textContent")  # the tools may still ask
    for words in ('neunzig', 'eine Badewanne', 'Invented quote', 'The record holds no such statement'):
        s.expect(f'shows "{words}"', words in text)
    s.expect('filters are hidden', s.js("document.getElementById('filters').checkVisibility()"), False)
    s.expect('links lead to verdicts', s.js("document.querySelector('.brief a').hash"), '#d1c1')
    s.expect('verdicts are there', s.js("document.getElementById('d7c1').checkVisibility()"))
    s.shot('no-scripts')


def takes_hostile_words_as_words(s):
    s.browser.open(s.page, '#d9')
    s.expect('title', s.js('document.title').endswith('Draft verdicts'))
    s.expect('no element of theirs', s.js("document.querySelectorAll('img, main script, main b.evil, a[href^=javascript]').length"), 0)
    s.expect('shown as written', '<b>bold</b> &amp; so on' in s.js("document.querySelector('#d9 .text').innerText"))
    s.browser.open(s.page, '#d10')
    s.expect('right to left', s.js("getComputedStyle(document.querySelector('#d10 .text p')).direction"), 'rtl')
    s.expect('a name with a line separator can be chosen',
             s.js("Array.from(document.querySelector('[name=speaker]').options, o => o.value).includes(\"Vesna O'Hallam\")"))
    s.browser.open(s.page, '#d13')
    s.expect('a long text is cut', s.js("document.querySelector('#d13 .text').innerText.length") < 5000)
    s.expect('its quotation is there', 'The wall has cracks' in s.js("document.querySelector('#d13 .text mark').innerText"))
    s.no_complaints('hostile words')


def main():
    program = chromium.find()
    if program is None:
        print('skipped: there is no Chromium; the Debian package is chromium')
        return 77
    quoth, source = sys.argv[1], pathlib.Path(sys.argv[2])
    shots = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory(prefix='quoth-report-') as name:
        folder = pathlib.Path(name)
        posts = (source / 'pipelines/demo/posts.jsonl').read_text(encoding='utf-8')
        posts += ''.join(json.dumps(document) + '\n' for document in HOSTILE)
        (folder / 'posts.jsonl').write_text(posts, encoding='utf-8')
        run = lambda *words: subprocess.run([quoth, *words, '--quiet'], cwd=folder, check=True)
        run('record', 'build', 'demo.record', str(source / 'pipelines/demo/archive'))
        run('run', 'fact-check', 'posts.jsonl', '-o', 'out', '-D', 'record=demo.record')
        with chromium.Browser(program) as browser:
            session = Session(browser, str(folder / 'out/report.html'), shots)
            for part in (lists_and_filters, searches_words_not_markup, opens_a_claim, serves_the_keyboard, speaks_to_screen_readers,
                         has_contrast, is_readable_without_scripts, takes_hostile_words_as_words):
                before = len(session.failures)
                part(session)
                print('ok    ' if len(session.failures) == before else 'FAILED', part.__name__)
                for failure in session.failures[before:]:
                    print('      ', failure)
    return 1 if session.failures else 0


if __name__ == '__main__':
    sys.exit(main())
