#!/usr/bin/env python3
"""The demo's ClaimReviews against what schema.org and Google ask of them.

usage: claimreview_check.py QUOTH SOURCE

Where the package PyLD is installed, the files are also read as linked data, with a context that
stands here, since nothing is fetched.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# Of each type: what must be there, what may be there.
TYPES = {
    'ClaimReview': ({'url', 'claimReviewed', 'reviewRating', 'itemReviewed', 'author', 'creativeWorkStatus',
                     'reviewBody', 'datePublished'}, {'@context', 'inLanguage', 'citation'}),
    'Rating': ({'bestRating', 'worstRating', 'alternateName'}, {'ratingValue'}),
    'Claim': ({'appearance'}, {'author', 'datePublished'}),
    'CreativeWork': ({'identifier'}, {'url', 'headline', 'datePublished', 'author', 'publisher', 'text'}),
    'Organization': ({'name'}, {'url'}),
    'Person': ({'name'}, set()),
}
WITHIN = {'reviewRating': {'Rating'}, 'itemReviewed': {'Claim'}, 'author': {'Person', 'Organization'},
          'publisher': {'Organization'}, 'appearance': {'CreativeWork'}, 'citation': {'CreativeWork'}}
SCALE = {'On record': 5, 'Altered': 2, 'Verändert': 2, 'Misattributed': 2, 'Spliced': 2, 'Refuted': 1,
         'Hearsay only': None, 'Unsupported': None}
DAY = re.compile(r'\d{4}-\d\d-\d\d$')
ADDRESS = re.compile(r'https?://[^\s]+$')


def faults(thing, path='review'):
    """What is wrong with an object and those in it, as sentences."""
    kind = thing.get('@type')
    if kind not in TYPES:
        yield f'{path}: unknown type {kind!r}'
        return
    needed, allowed = TYPES[kind]
    keys = set(thing) - {'@type'}
    for key in sorted(needed - keys):
        yield f'{path}: has no {key}'
    for key in sorted(keys - needed - allowed):
        yield f'{path}: {kind} does not have {key}'
    for key, value in thing.items():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                if part.get('@type') not in WITHIN.get(key, ()):
                    yield f'{path}.{key}: cannot be a {part.get("@type")}'
                yield from faults(part, f'{path}.{key}')
            elif part == '':
                yield f'{path}.{key}: is empty'
            elif key == 'datePublished' and not DAY.match(part):
                yield f'{path}.{key}: {part!r} is no day'
            elif key == 'url' and not ADDRESS.match(part):
                yield f'{path}.{key}: {part!r} is no address'
    if kind == 'Rating':
        label = thing.get('alternateName')
        if (thing.get('bestRating'), thing.get('worstRating')) != (5, 1):
            yield f'{path}: the scale is not 1 to 5'
        if label not in SCALE or thing.get('ratingValue') != SCALE[label]:
            yield f'{path}: {label!r} is rated {thing.get("ratingValue")!r}'
    if kind == 'ClaimReview' and thing.get('creativeWorkStatus') != 'Draft':
        yield f'{path}: does not say that it is a draft'


def linked_data_faults(document):
    try:
        from pyld import jsonld
    except ImportError:
        return
    context = {'@vocab': 'https://schema.org/', 'url': {'@id': 'https://schema.org/url', '@type': '@id'}}
    expanded = jsonld.expand({**document, '@context': context})
    if expanded[0].get('@type') != ['https://schema.org/ClaimReview']:
        yield f'linked data: not one ClaimReview but {expanded}'
    for key in ('claimReviewed', 'reviewRating', 'itemReviewed', 'url'):
        if 'https://schema.org/' + key not in expanded[0]:
            yield f'linked data: has no {key}'


def main():
    quoth, source = sys.argv[1], pathlib.Path(sys.argv[2])
    found, seen = [], set()
    with tempfile.TemporaryDirectory(prefix='quoth-claimreview-') as name:
        def run(*words):
            subprocess.run([quoth, *words, '--quiet'], cwd=name, check=True, stderr=subprocess.DEVNULL)
        run('record', 'build', 'demo.record', str(source / 'pipelines/demo/archive'))
        run('run', 'fact-check', str(source / 'pipelines/demo/posts.jsonl'), '-o', 'out', '-D', 'record=demo.record',
            '-D', 'publisher=The Anse Desk', '-D', 'publisher-url=https://desk.example/checks/',
            '-D', 'published=2037-07-01', '-D', 'claimreviews-in-one-file=false')
        for path in sorted(pathlib.Path(name, 'out/claimreview').glob('*.jsonld')):
            review = json.loads(path.read_text(encoding='utf-8'))
            block = path.with_suffix('.html').read_text(encoding='utf-8')
            inside = re.fullmatch(r'<script type="application/ld\+json">\n(.*)\n</script>\n', block, re.S)
            if not inside or json.loads(inside.group(1)) != review or '<' in inside.group(1):
                found.append(f'{path.name}: its script block holds something else')
            found += [f'{path.name}: {fault}' for fault in (*faults(review), *linked_data_faults(review))]
            seen.add(review['reviewRating']['alternateName'])
    for missing in sorted({'On record', 'Verändert', 'Misattributed', 'Spliced', 'Refuted', 'Unsupported'} - seen):
        found.append(f'the demo gives no review that says {missing}')
    print('\n'.join(found) or 'all is as documented')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
