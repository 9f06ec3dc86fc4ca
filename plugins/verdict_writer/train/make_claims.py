#!/usr/bin/env python3
"""Makes claims whose ratings are known, to fit the verdict-writer's confidence on.

  make_claims.py SHARED OUT    writes OUT/NAME/archive.jsonl and OUT/NAME/claims.jsonl

SHARED is the folder with data/record and data/archive. Statements are sentences of Australian prime ministers since
1996 and of US debates. In `large`, four fifths of the documents make the archive, and the rest is what nobody in the
record said; each of `small-NN` is a handful of articles with some of the sentences. Beside them the archives have
invented second-hand reports, denials and fact-checks. Each claim is a post, in the format of `quoth eval verify`. Fixed
seed, standard library and the program zstd only; no development set is read.
"""
import argparse, collections, json, pathlib, random, re, subprocess

RANDOM = random.Random(20)
NUMBERS = ('two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred thousand million '
           'billion').split()
COUNTRIES = [
    'China', 'Japan', 'Indonesia', 'Iraq', 'Iran', 'Russia', 'Mexico', 'Germany', 'India', 'Vietnam', 'Syria',
    'Australia', 'America', 'Israel', 'France', 'Canada']
QUANTITIES = {
    'all': 'some', 'every': 'hardly any', 'always': 'sometimes', 'never': 'often', 'many': 'few', 'most': 'some',
    'no': 'every', 'more': 'less', 'only': 'not only'}
CERTAINTY = {
    'may': 'will', 'might': 'will', 'could': 'will', 'hope': 'promise', 'think': 'know', 'believe': 'know',
    'probably': 'certainly'}
SAME = {
    'big': 'large', 'important': 'significant', 'need': 'require', 'help': 'assist', 'start': 'begin',
    'begin': 'start', 'country': 'nation', 'nation': 'country', 'people': 'citizens', 'jobs': 'employment',
    'work': 'labour', 'money': 'funds', 'build': 'construct', 'make': 'create', 'get': 'obtain', 'say': 'state',
    'think': 'believe', 'want': 'wish', 'show': 'demonstrate', 'keep': 'retain', 'difficult': 'hard',
    'hard': 'difficult', 'very': 'extremely', 'also': 'too', 'government': 'administration',
    'problem': 'difficulty', 'increase': 'rise', 'cut': 'reduce', 'fight': 'struggle', 'children': 'kids',
    'because': 'since', 'right': 'correct', 'about': 'concerning', 'many': 'numerous', 'world': 'globe',
    'support': 'back', 'ensure': 'guarantee', 'change': 'alter'}
REPORTED = {
    'i': 'he', "i'm": 'he is', "i've": 'he has', "i'll": 'he will', 'we': 'they', "we're": 'they are',
    "we've": 'they have', "we'll": 'they will', 'my': 'his', 'our': 'their', 'me': 'him', 'us': 'them', 'am': 'is'}
LONG = {
    "don't": 'do not', "it's": 'it is', "we're": 'we are', "i'm": 'I am', "we've": 'we have', "can't": 'cannot',
    "that's": 'that is', "won't": 'will not', "they're": 'they are'}
WITNESSES = ['Orla Penhallow', 'Tobias Wrenfield', 'Ingrid Solvane', 'Marek Dunsterville']
STRANGERS = ['Petra Oakhollow', 'Lionel Brackwater', 'Sunniva Kestle', 'Ambrose Thackwell']  # of whom the record holds nothing
OUTLETS = ['The Harbour Post', 'Plains Daily', 'Northern Wire', 'The Gazette of Ashby']

DIRECT = [
    '{name} said: “{words}.”',
    '“{words},” said {name}.',
    '“{words},” {name} told reporters.',
    'According to {name}, “{words}.”',
    '{name}: “{words}.”',
    'Remember this one? “{words},” {name} said at the time.',
    '{surname} said “{words}.”',
    '“{words}” – {name}',
    'Did you hear {name}? “{words}.” Share it!',
]
INDIRECT = [
    '{name} said that {words}.',
    'According to {name}, {words}.',
    '{name} has claimed that {words}.',
    '{name} told a meeting that {words}.',
    '{surname} said that {words}.',
    'In a speech {name} said {words}.',
]
NEWS = ['“{words},” {name} said.', '{name} said: “{words}.”', '{name} told reporters that {told}.',
        '“{words},” {name} told a meeting.']
REPORTS = ['{who}, who sat at the table, says that {name} told the guests that {told}. The dinner ended at ten.',
           '“{name} said that {told},” {who} recalled in a talk show. Nobody else remembers it.',
           'According to {who}, {name} said that {told}.']
DENIALS = ['A spokeswoman for {name} denied that {name} had said “{words}.”',
           'The office of {name} denied the quotation “{words}.” “{name} never said that,” it said.',
           '{name} denied saying that {told}.']


def sentences(text):
    for one in re.split(r'(?<=[.!?])\s+|\n+', text):
        one = one.strip()
        words = one.split()
        plain = re.fullmatch(r"(?!.*--)[A-Za-z][A-Za-z0-9 ,;'’$%-]*[.]", one)
        if plain and 7 <= len(words) <= 28 and not one.isupper() and re.match(r'[A-Z]', one):
            yield one.rstrip('.').replace('’', "'")


def archives(shared):
    """Documents of turns, by one speaker each or of a debate."""
    made, taken = [], collections.Counter()
    transcripts = str(shared / 'data/archive/pm-transcripts.jsonl.zst')
    lines = subprocess.Popen(['zstd', '-dc', transcripts], stdout=subprocess.PIPE, encoding='utf-8').stdout
    for line in lines:
        d = json.loads(line)
        text = d['text']
        if (d.get('date') or '') < '1996' or not 2000 < len(text) < 20000 or 'PRIME MINISTER:' in text:
            continue
        if taken[d['author']] == 60:
            continue
        taken[d['author']] += 1
        made.append({'id': d['id'], 'date': d['date'], 'title': d['title'], 'turns': [{'speaker': d['author'], 'text': text}]})
    for line in open(shared / 'data/record/us-debates.jsonl', encoding='utf-8'):
        d = json.loads(line)
        turns = [t for t in d['turns'] if t['speaker'] not in ('SYSTEM', 'Question')]
        made.append({'id': d['id'], 'date': d['date'], 'title': d['title'], 'turns': turns})
    return made


def said(documents):
    """(speaker, sentence, date) of speakers with a first name and a surname."""
    found = [(t['speaker'], s, d['date']) for d in documents for t in d['turns'] for s in sentences(t['text'])
             if re.fullmatch(r"[A-Z][a-z]+( [A-Z]\.)? [A-Z][A-Za-z']+", t['speaker'])]
    count = collections.Counter(f[1] for f in found)
    return [f for f in found if count[f[1]] == 1]


def swapped(words, table, wanted=1, chance=1.0):
    """With words of the table exchanged; None where fewer than `wanted` are."""
    out, changed = [], 0
    for w in words.split():
        new = table.get(w.lower().strip(',;:'))
        if new and RANDOM.random() < chance:
            w, changed = new + (w[-1] if w[-1] in ',;:' else ''), changed + 1
        out.append(w)
    return ' '.join(out) if changed >= wanted else None


def exchanged(words, names):
    found = [w for w in words.split() if w.strip(',;:') in names]
    if not found:
        return None
    old = RANDOM.choice(found).strip(',;:')
    return re.sub(rf'\b{re.escape(old)}\b', RANDOM.choice([n for n in names if n != old]), words, count=1)


def other_number(words):
    digits = re.findall(r'\d+', words)
    if digits:
        old = RANDOM.choice(digits)
        return words.replace(old, str(max(2, round(int(old.replace(',', '')) * RANDOM.choice([0.5, 2, 3, 1.1]) + 1))), 1)
    return exchanged(words, NUMBERS)


def negated(words):
    if ' not ' in words:
        return words.replace(' not ', ' ', 1)
    m = re.search(r'\b(is|are|was|were|will|can|must|should|would|could)\b', words)
    return words[:m.end()] + ' not' + words[m.end():] if m else None


def less_conditional(words):
    m = re.match(r'(If|Unless|When) [^,]{8,60}, (.{25,})', words)
    return m[2][0].upper() + m[2][1:] if m else None


ALTERATIONS = [other_number, negated, less_conditional, lambda w: exchanged(w, COUNTRIES),
               lambda w: swapped(w, QUANTITIES, 1, .7), lambda w: swapped(w, CERTAINTY)]


def fragment(words):
    all_words = words.split()
    size = RANDOM.randint(5, max(5, min(12, len(all_words) - 1)))
    at = RANDOM.randint(0, len(all_words) - size)
    return ' '.join(all_words[at:at + size]).strip(',;:')


def edited(words):
    kind = RANDOM.randrange(3)
    if kind == 0:
        return swapped(words, LONG)
    w = words.split()
    if kind == 1 and len(w) > 12:
        cut = RANDOM.randint(4, len(w) - 7)
        return ' '.join(w[:cut]) + ' … ' + ' '.join(w[cut + RANDOM.randint(1, 3):])
    at = RANDOM.randrange(1, len(w))
    return ' '.join(w[:at] + [f'[{w[at]}]'] + w[at + 1:]) if w[at].isalpha() else None


def retold(words):
    """In reported speech, with other words for some."""
    out = swapped(words, REPORTED) or words
    out = swapped(out, SAME, 1, .7) or out
    out = re.sub(r'^(And|But|So|Well),? ', '', out)
    return out[0].lower() + out[1:] if not re.match(r'(I|[A-Z][a-z]+ [A-Z])', out) else out


class maker:
    """Makes posts about an archive in which `record` was said and `absent` was not."""

    def __init__(self, archive, record, absent):
        self.archive, self.record, self.absent, self.claims = archive, record, absent, []
        self.speakers = sorted({f[0] for f in record})
        RANDOM.shuffle(self.absent)  # each is used once
        self.last = collections.defaultdict(str)
        for name, _, day in self.record:
            self.last[name] = max(self.last[name], day)

    def post(self, kind, rating, name, words, date, templates):
        surname = name.split()[-1]
        text = RANDOM.choice(templates).format(name=name, surname=surname, words=words)
        self.claims.append({'id': f'{kind}-{len(self.claims):05}', 'date': date, 'lang': 'en', 'quote': words, 'text': text,
                            'gold': {'rating': rating, 'how': kind}})

    def article(self, text, date):
        self.archive.append({'id': f'article-{len(self.archive):05}', 'date': date, 'lang': 'en',
                             'outlet': RANDOM.choice(OUTLETS), 'text': text})

    def review(self, claim, claimant, rating, date):
        self.archive.append({'id': f'review-{len(self.archive):05}', 'date': date, 'lang': 'en', 'outlet': 'Checked', 'title': claim,
                             'review': {'claim': claim, 'claimant': claimant, 'rating': rating, 'date': date}})

    def of_record(self, change):
        """A statement with its words changed; LookupError where that cannot be."""
        for _ in range(400):
            name, words, date = RANDOM.choice(self.record)
            new = change(words)
            if new and new != words:
                return name, new, date
        raise LookupError

    def other(self, name):
        return RANDOM.choice([s for s in self.speakers if s != name])

    def exact(self):
        name, words, date = RANDOM.choice(self.record)
        self.post('exact', 'on-record', name, words, date, DIRECT)

    def part(self):
        name, words, date = self.of_record(fragment)
        self.post('part', 'on-record', name, words, date, DIRECT)

    def edit(self):
        name, words, date = self.of_record(edited)
        self.post('edit', 'on-record', name, words, date, DIRECT)

    def retell(self):
        name, words, date = self.of_record(retold)
        self.post('retell', 'on-record', name, words, date, INDIRECT)

    def act(self):
        name, words, date = self.of_record(lambda w: w[w.index('will'):] if re.match(r'(I|We) will ', w) else None)
        if RANDOM.random() < .5:
            self.post('act', 'on-record', name, words, date, ['{name} {words}.'])
        else:
            opposite = words.replace('will not', 'will') if 'will not' in words else 'will not' + words[4:]
            self.post('act', 'altered', name, opposite, date, ['{name} {words}.'])

    def nobody(self):
        name, words, date = self.absent.pop()
        rating = RANDOM.choice(['False', 'True', None])
        if rating:
            self.review(words, 'Social media posts', rating, date)
        right = {'False': 'refuted', 'True': 'on-record', None: 'out-of-record'}[rating]
        self.post('nobody', right, name, RANDOM.choice([words, swapped(words, SAME) or words]), date, ['{words}.'])

    def alter(self):
        name, words, date = self.of_record(RANDOM.choice(ALTERATIONS))
        self.post('alter', 'altered', name, words, date, DIRECT)

    def alter_retold(self):
        change = RANDOM.choice(ALTERATIONS)
        name, words, date = self.of_record(lambda w: change(w) and retold(change(w) or w))
        self.post('alter-retold', 'altered', name, words, date, INDIRECT)

    def misattribute(self):
        name, words, date = RANDOM.choice(self.record)
        self.post('misattribute', 'misattributed', self.other(name), RANDOM.choice([words, words, edited(words) or words]),
                  date, DIRECT)

    def splice(self):
        name, words, date = RANDOM.choice(self.record)
        others = [f[1] for f in self.record if f[0] == name and f[1] != words]
        if not others:
            return
        other = RANDOM.choice(others)
        a, b = words.split(), other.split()
        begin = ' '.join(a[:RANDOM.randint(4, len(a) - 2)]).rstrip(',;')
        joined = begin + RANDOM.choice([', ', ' ']) + ' '.join(b[-RANDOM.randint(4, len(b) - 2):])
        self.post('splice', 'spliced', name, joined, date, DIRECT)

    def invent(self):
        name, words, date = self.absent.pop()
        direct = RANDOM.random() < .6
        self.post('invent', 'unsupported', name, words if direct else retold(words), min(date, self.last[name]),
                  DIRECT if direct else INDIRECT)

    def outside(self):
        name, words, date = self.absent.pop()
        if RANDOM.random() < .5:
            self.post('stranger', 'out-of-record', RANDOM.choice(STRANGERS), words, date, DIRECT + INDIRECT[:3])
        else:
            later = str(int(self.last[name][:4]) + RANDOM.randint(2, 6)) + self.last[name][4:]
            self.post('later', 'out-of-record', name, words, later, DIRECT)

    def hear(self):
        name, words, date = self.absent.pop()
        told = retold(words)
        self.article(RANDOM.choice(REPORTS).format(who=RANDOM.choice(WITNESSES), name=name, told=told), date)
        if RANDOM.random() < .7:
            again = told if RANDOM.random() < .6 else swapped(told, SAME) or told
            self.post('hear', 'hearsay', name, again, min(date, self.last[name]), INDIRECT)
        else:
            self.post('hear', 'hearsay', name, words, min(date, self.last[name]), DIRECT)

    def deny(self):
        name, words, date = self.absent.pop()
        self.article(RANDOM.choice(DENIALS).format(name=name, words=words, told=retold(words)), date)
        self.post('deny', 'refuted', name, words if RANDOM.random() < .7 else fragment(words), min(date, self.last[name]),
                  DIRECT)

    def check(self):
        name, words, date = self.absent.pop()
        if RANDOM.random() < .5:
            verdict = RANDOM.choice(['False', 'Fake', 'Misattributed', 'Pants on fire'])
            self.review(f'{name} said “{words}”', 'Social media posts', verdict, date)
        else:
            self.review(words, name, RANDOM.choice(['False', 'Mostly false', 'Wrong']), date)
        direct = RANDOM.random() < .5
        self.post('check', 'refuted', name, words if direct else retold(words), min(date, self.last[name]),
                  DIRECT if direct else INDIRECT)


KINDS = [
    maker.exact, maker.part, maker.edit, maker.retell, maker.retell, maker.act, maker.alter, maker.alter_retold,
    maker.misattribute, maker.splice, maker.invent, maker.outside, maker.hear, maker.deny, maker.check, maker.nobody]


def large(documents):
    kept = len(documents) * 4 // 5
    record, absent = said(documents[:kept]), said(documents[kept:])
    count = collections.Counter(f[0] for f in record)
    known = {name for name, n in count.items() if n >= 40}
    return maker(documents[:kept], [f for f in record if f[0] in known], [f for f in absent if f[0] in known])


def small(statements):
    """A few articles in which some of the statements stand, quoted or retold."""
    names = RANDOM.sample(sorted({s[0] for s in statements}), 4)
    articles, record, absent = [], [], []
    for name in names:
        own = RANDOM.sample([s for s in statements if s[0] == name], 60)
        month = f'20{RANDOM.randint(10, 18)}-{RANDOM.randint(1, 12):02}-'
        own = [(name, words, month + f'{RANDOM.randint(1, 28):02}') for _, words, _ in own]
        for _ in range(RANDOM.randint(1, 3)):
            here = [own.pop() for _ in range(RANDOM.randint(2, 6))]
            text = [RANDOM.choice(NEWS).format(words=words, name=name, told=retold(words)) for _, words, _ in here]
            record += [(name, words, here[0][2]) for _, words, _ in here]
            articles.append({'id': f'news-{len(articles)}-{name.split()[-1]}', 'date': here[0][2], 'lang': 'en',
                             'outlet': RANDOM.choice(OUTLETS), 'title': here[0][1], 'text': '\n\n'.join(text)})
        absent += own
    return maker(articles, record, absent)


def write(making, each, folder):
    for kind in KINDS:
        for _ in range(each):
            try:
                kind(making)
            except LookupError:
                break  # so small an archive has no statement for it
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in (('archive', making.archive), ('claims', making.claims)):
        with open(folder / f'{name}.jsonl', 'w', encoding='utf-8') as f:
            f.writelines(json.dumps(row, ensure_ascii=False) + '\n' for row in rows)
    print(f'{folder}: {len(making.archive)} documents, {len(making.claims)} claims')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('shared', type=pathlib.Path)
    parser.add_argument('out', type=pathlib.Path)
    given = parser.parse_args()
    documents = archives(given.shared)
    RANDOM.shuffle(documents)
    write(large(documents), 100, given.out / 'large')
    statements = said(documents)
    frequent = {name for name, n in collections.Counter(s[0] for s in statements).items() if n >= 100}
    statements = [s for s in statements if s[0] in frequent]
    for n in range(40):
        write(small(statements), 2, given.out / f'small-{n:02}')


if __name__ == '__main__':
    main()
