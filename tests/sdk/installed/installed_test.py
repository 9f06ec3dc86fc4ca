#!/usr/bin/env python3
"""Uses an installed Quoth as its readers do: follows sdk/README.md to the letter, and swaps a stage
of fact-check.xml for a third party's. Arguments: the build folder, the source folder."""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BUILD, SOURCE = Path(sys.argv[1]), Path(sys.argv[2])
README = (SOURCE / 'sdk/README.md').read_text(encoding='utf-8')


def run(command, folder, environment, expect=0):
    done = subprocess.run(command, cwd=folder, env=environment, text=True, shell=isinstance(command, str),
                          executable='/bin/bash' if isinstance(command, str) else None,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != expect:
        raise AssertionError(f'{command}\nexit {done.returncode}, expected {expect}\n{done.stdout}')
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.scratch.name)
        cls.prefix = cls.folder / 'prefix'
        cls.environment = {k: v for k, v in os.environ.items() if k != 'QUOTH_PLUGIN_PATH'}
        cls.environment.update(PREFIX=str(cls.prefix), PATH=f"{cls.prefix}/bin:{os.environ['PATH']}",
                               XDG_CACHE_HOME=str(cls.folder / 'cache'), CI='')
        run(['cmake', '--install', str(BUILD), '--prefix', str(cls.prefix)], cls.folder, cls.environment)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_the_readme_leads_from_nothing_to_a_running_stage(self):
        section = README.split('## The first stage in five minutes')[1].split('\n## ')[0]
        steps = '\n'.join(re.findall(r'```sh\n(.*?)```', section, re.S))
        self.assertIn('quoth new stage', steps)
        folder = self.folder / 'readme'
        folder.mkdir()
        run('set -e\n' + steps, folder, self.environment)
        lines = (folder / 'mood/out/documents.jsonl').read_text(encoding='utf-8').splitlines()
        self.assertEqual(json.loads(lines[0])['id'], 'article')

    def test_new_readers_and_writers_build_pass_their_tests_and_do_what_their_readme_says(self):
        for kind, made in (('reader', 'documents.jsonl'), ('writer', 'writer_stage.csv')):
            folder = self.folder / kind
            run(['quoth', 'new', 'stage', f'org.example.{kind}-stage', '--kind', kind, '--in', kind], self.folder, self.environment)
            steps = re.findall(r'```\n(.*?)```', (folder / 'README.md').read_text(encoding='utf-8'), re.S)[0]
            environment = {**self.environment, 'CMAKE_PREFIX_PATH': str(self.prefix)}
            run('set -e\n' + steps, folder, environment)
            self.assertIn('Ida Roe', (folder / 'out' / made).read_text(encoding='utf-8'))

    def test_a_third_party_attributor_takes_the_place_of_ours(self):
        folder = self.folder / 'swap'
        folder.mkdir()
        code = re.findall(r'```cpp\n(struct first_name_wins.*?)```', README, re.S)[0]
        (folder / 'attributor.cpp').write_text(
            '#include <quoth/plugin.hpp>\n#include <vector>\n' + code +
            'QUOTH_PLUGIN("org.example", "1.0.0", "A third party.", "MIT", first_name_wins)\n', encoding='utf-8')
        (folder / 'CMakeLists.txt').write_text(
            'cmake_minimum_required(VERSION 3.25)\nproject(attributor LANGUAGES CXX)\n'
            'find_package(quoth REQUIRED)\nquoth_add_plugin(attributor SOURCES attributor.cpp)\n', encoding='utf-8')
        run(['cmake', '-B', 'build', '-G', 'Ninja', f'-DCMAKE_PREFIX_PATH={self.prefix}'], folder, self.environment)
        run(['cmake', '--build', 'build'], folder, self.environment)
        run(['quoth', 'conform', 'build/attributor.so', '--seed', '1'], folder, self.environment)

        pipeline = (self.prefix / 'share/quoth/pipelines/fact-check.xml').read_text(encoding='utf-8')
        swapped = pipeline.replace('<quoth.speaker-attributor', '<org.example.attributor')
        self.assertNotEqual(pipeline, swapped)
        (folder / 'swapped.xml').write_text(swapped, encoding='utf-8')
        (folder / 'archive.jsonl').write_text(json.dumps({
            'id': 'a1', 'date': '2030-01-02', 'outlet': 'Agency', 'lang': 'en',
            'turns': [{'speaker': 'Anna Berg', 'text': 'We will not close the harbour before the end of the year.'}]}) +
            '\n', encoding='utf-8')
        (folder / 'post.jsonl').write_text(json.dumps({
            'id': 'p1', 'date': '2030-01-05', 'lang': 'en',
            'text': '“We will not close the harbour before the end of the year,” said Anna Berg.'}) + '\n', encoding='utf-8')
        run(['quoth', 'record', 'build', 'r.record', 'archive.jsonl'], folder, self.environment)
        run(['quoth', 'check', 'swapped.xml', '--plugins', 'build', '-D', 'record=r.record'], folder, self.environment)
        run(['quoth', 'run', 'swapped.xml', 'post.jsonl', '--plugins', 'build', '-D', 'record=r.record', '-o', 'out'],
            folder, self.environment)
        document = json.loads((folder / 'out/documents.jsonl').read_text(encoding='utf-8').splitlines()[0])
        self.assertEqual(document['quotes'][0]['speaker']['name'], 'Anna Berg')
        self.assertEqual(document['claims'][0]['verdict']['rating'], 'on-record')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
