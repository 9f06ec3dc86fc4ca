#!/usr/bin/env python3
"""Holds xmllint, with the XSD that `quoth schema` writes, and `quoth check` to one verdict.

The first list is about structure: elements, attributes, types, ranges, what is required; both must
accept a pipeline or both refuse it. The second is beyond a schema: variables, files, ranges of
quantities with units, ids of steps, the flow of layers; the XSD accepts and `quoth check` refuses.
Exit code 77 (skipped) where xmllint is not installed.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from golden import Prefix

FLOW = '<test.words/><test.shouts/>'
WRITE = '<write><test.writer/></write>'


def pipeline(body, attributes='name="p" format="1"'):
    return f'<pipeline {attributes}>{body}</pipeline>'


def steps(inner, before=''):
    return pipeline(f'{before}<steps>{FLOW}{inner}</steps>{WRITE}')


def everything(attributes):
    return steps(f'<test.everything {attributes}/>', '<set name="n" value="3"/>')


GOOD = [
    pipeline(f'<steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<summary>Text &amp; <![CDATA[<more>]]></summary><set name="a.b-c_1" value=""/><read><test.reader/></read>'
             f'<steps on-error="stop">{FLOW}</steps>{WRITE}'
             '<tests><test name="t"><text as="a.txt">ONE</text><expect layer="test.word" count="1"/>'
             '<expect layer="test.word" column="length" value="3"/></test></tests>'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- comment -->\n' + pipeline(
        f'\n<!-- another -->\n<steps>\n{FLOW}\n</steps>\n{WRITE}\n',
        'name="p" format="1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="pipeline.xsd"'),
    steps('<test.everything><!-- nothing --></test.everything>'),
] + [everything(a) for a in (
    'flag="true"', 'flag="false"', 'whole="1"', 'whole="20"', 'whole="+7"', 'whole="007"', 'whole=" 7 "',
    'whole="${n}"', 'share="0"', 'share="1"', 'share=".5"', 'share="1."', 'share="5e-1"', 'share=" 0.25 "', 'text=""', 'text="any ${n} text"',
    'shade="red"', 'pause="1ms"', 'pause="60s"', 'pause="1m"', 'memory="1"', 'memory="64K"', 'memory="1M"', 'log="a/b.txt"', 'log="${n}/b.txt"',
    'names=""', 'names="a,b,,c"', 'open-end="9223372036854775807"', 'open-end="0"', 'id="x-1"', 'timeout="5m"', 'on-error="skip-step"')]

BAD = [
    '<pipe name="p" format="1"/>',
    '<x:pipeline xmlns:x="urn:x" name="p" format="1"/>',
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'name="p" format="1" xmlns="urn:x"'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'name="p"'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'format="1"'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'name="" format="1"'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'name="a b" format="1"'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'name="p" format="2"'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'name="p" format="1" colour="red"'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}', 'name="p" format="1" xml:lang="en"'),
    pipeline(f'{WRITE}<steps>{FLOW}</steps>'),
    pipeline(f'<steps>{FLOW}</steps><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<steps>{FLOW}</steps><set name="a" value="1"/>{WRITE}'),
    pipeline(f'<set name="a" value="1"/><set name="a" value="2"/><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<set name="a b" value="1"/><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<set name="a"/><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<set name="a" value="1">text</set><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<steps>{FLOW}</steps>'),
    pipeline(f'<steps/>{WRITE}'),
    pipeline(f'<read/><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<steps>{FLOW}</steps><write/>'),
    pipeline(f'<include href="x.xml"/><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<summary>a <b>c</b></summary><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'text<steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<steps>text{FLOW}</steps>{WRITE}'),
    pipeline(f'<steps on-error="ignore">{FLOW}</steps>{WRITE}'),
    pipeline(f'<read><test.writer/></read><steps>{FLOW}</steps>{WRITE}'),
    pipeline(f'<steps>{FLOW}</steps><write><test.writer/><test.words/></write>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests/>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><text/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><expect layer="test.word"/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test><text/><expect layer="test.word"/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name=""><text/><expect layer="test.word"/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><text/><expect/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><text/><expect layer="test.word" count="-1"/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><text/><expect layer="test.word" count="${{n}}"/></test></tests>'),
    steps('<test.unknown/>'), steps('<test.future/>'), steps('<test.twice/>'), steps('<test.reader/>'),
    steps('<test.everything> </test.everything>'), steps('<test.everything>text</test.everything>'),
    steps('<test.everything><test.words/></test.everything>'), steps('<test.model-reader/>'), steps('<test.model-reader model=""/>'),
    pipeline(f'<steps>{FLOW}</steps><write><test.writer on-error="stop"/></write>'),
] + [everything(a) for a in (
    'flag="yes"', 'flag="1"', 'flag="True"', 'flag=" true"', 'flag=""', 'whole="0"', 'whole="21"', 'whole="7.0"', 'whole="seven"', 'whole=""',
    'whole="0x7"', 'whole="++7"', 'whole="+-7"', 'share="+-.5"', 'whole="99999999999999999999"', 'whole="1${n}"', 'whole="${n"', 'whole="${a b}"', 'whole=" ${n}"', 'share="-0.1"',
    'share="1.1"', 'share="INF"', 'share="NaN"', 'share="inf"', 'share="0,5"', 'share="1e999"', 'share="."', 'share=""', 'share="0x1p-1"', 'shade="grey"',
    'shade="Red"', 'shade=""', 'shade="${n}x"', 'pause="1"', 'pause="1 s"', 'pause="s"', 'pause="1.5s"', 'pause="-1s"', 'pause=""', 'memory="1KB"',
    'memory="1k"', 'memory="-1"', 'memory="K"', 'memory=""', 'model=""', 'log=""', 'open-end="-1"', 'open-end="9223372036854775808"', 'id=""', 'id="a b"',
    'id="${n}"', 'timeout="soon"', 'on-error="abort"', 'isolation="process"', 'unknown="1"', 'xsi:nil="true"', 'x:y="1" xmlns:x="urn:x"')]

BEYOND = [
    everything('text="${missing}"'), everything('whole="${missing}"'), everything('text="${n"'), everything('text="${a b}"'),
    steps('<test.everything whole="${n}"/>', '<set name="n" value="many"/>'),
    steps('', '<set name="a" value="${b}"/><set name="b" value="1"/>'),
    everything('log="../a"'), everything('log="a/../../b"'),
    steps('<test.model-reader model="nowhere.bin"/>'), everything('model="nowhere.bin"'),
    everything('pause="0ms"'), everything('pause="61s"'), everything('pause="99999999999999999999h"'), everything('memory="0"'), everything('memory="2M"'),
    everything('timeout="0s"'), steps('<test.words/>'), steps('<test.everything id="a"/><test.words id="a"/>'),
    pipeline(f'<steps><test.shouts/></steps>{WRITE}'), pipeline(f'<steps><test.shouts/><test.words/></steps>{WRITE}'), pipeline(WRITE),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><text/><expect layer="none"/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><text/><expect layer="test.word" column="none" value="1"/></test></tests>'),
    pipeline(f'<steps>{FLOW}</steps>{WRITE}<tests><test name="t"><text/><expect layer="test.word" column="length"/></test></tests>'),
    '<!DOCTYPE pipeline>' + steps(''),
    '<?xml-stylesheet href="x.css"?>' + steps(''),
]


def main():
    build, plugins = map(pathlib.Path, sys.argv[1:])
    xmllint = shutil.which('xmllint')
    if xmllint is None:
        print('skipped: xmllint is not installed')
        sys.exit(77)
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        Prefix(folder / 'prefix', build, plugins)
        quoth, schema, file = folder / 'prefix/bin/quoth', folder / 'pipeline.xsd', folder / 'p.xml'
        schema.write_bytes(subprocess.run([quoth, 'schema'], capture_output=True, check=True).stdout)

        def accepted(command):
            done = subprocess.run(command, capture_output=True, text=True)
            return done.returncode == 0, done.stderr

        for name, cases, by_schema, by_check in (('good', GOOD, True, True), ('bad', BAD, False, False), ('beyond', BEYOND, True, False)):
            for text in cases:
                file.write_text(text, encoding='utf-8')
                schema_says, why = accepted([xmllint, '--noout', '--nonet', '--schema', schema, file])
                check_says, problems = accepted([quoth, 'check', file])
                if (schema_says, check_says) == (by_schema, by_check):
                    continue
                failed += 1
                print(f'{name}: {text}\n  xmllint {"accepts" if schema_says else "refuses"}: {why}'
                      f'  quoth check {"accepts" if check_says else "refuses"}: {problems}')
        print(f'{len(GOOD)} good, {len(BAD)} bad, {len(BEYOND)} beyond the schema; {failed} disagreements')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
