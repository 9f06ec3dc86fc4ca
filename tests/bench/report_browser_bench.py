#!/usr/bin/env python3
"""How long a report takes in a headless Chromium: opening it, filtering, searching, reading.

usage: report_browser_bench.py REPORT.html
"""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'plugins/writers'))
import chromium

FILTER_DELAY = 121  # ms: filters wait a moment for more typing
STEPS = (
    ('filter by rating', "document.querySelector('label:not([hidden]) > [name=rating]').click()"),
    ('clear', "document.querySelector('button[type=reset]').click()"),
    ('first search', "search('water')"),
    ('second search', "search('minister')"),
    ('clear', "document.querySelector('button[type=reset]').click()"),
    ('next page', "document.getElementById('next').click()"),
    ('open a document', "location.hash = '#d1'"),
    ('back to the list', "location.hash = ''"),
)
SEARCH = '''window.search = (words) => {
  const field = document.querySelector('[name=words]');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}'''
TIMED = '''(async () => {
  const begin = performance.now();
  %s;
  await new Promise((done) => setTimeout(done, %d));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return Math.round(performance.now() - begin - %d);
})()'''


def main():
    program = chromium.find()
    if program is None:
        print('there is no Chromium here; the Debian package is chromium')
        return 77
    report = pathlib.Path(sys.argv[1]).resolve()
    with chromium.Browser(program) as browser:
        browser.show()
        begin = time.monotonic()
        browser.open(report)
        print(f'{"open the page":20} {1000 * (time.monotonic() - begin):8.0f} ms, {report.stat().st_size / 1e6:.1f} MB, '
              + browser.evaluate("document.getElementById('found').textContent"))
        elements = browser.evaluate("document.getElementsByTagName('*').length")
        print(f'{"elements":20} {elements:8}')
        browser.evaluate(SEARCH)
        for name, step in STEPS:
            print(f'{name:20} {browser.evaluate(TIMED % (step, FILTER_DELAY, FILTER_DELAY)):8} ms')
    return 0


if __name__ == '__main__':
    sys.exit(main())
