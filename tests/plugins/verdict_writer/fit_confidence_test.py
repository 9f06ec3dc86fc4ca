#!/usr/bin/env python3
"""The script that fits the confidence says what stops it.

usage: fit_confidence_test.py SOURCE
"""
import pathlib
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(sys.argv.pop())
sys.path.insert(0, str(SOURCE / 'plugins/verdict_writer/train'))
import fit_confidence  # noqa: E402


class FitConfidence(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def refusal(self, made):
        with self.assertRaises(SystemExit) as refused:
            made()
        return str(refused.exception)

    def test_the_pipeline_as_shipped_gives_strength(self):
        made = fit_confidence.strength_pipeline(SOURCE / 'pipelines/fact-check.xml')
        self.assertEqual(made.count('<quoth.verdict-writer fitted="false"/>'), 1)

    def test_a_pipeline_without_the_step_is_refused(self):
        pipeline = self.folder / 'fact-check.xml'
        pipeline.write_text('<steps><quoth.verdict-writer nearest="5"/></steps>')
        said = self.refusal(lambda: fit_confidence.strength_pipeline(pipeline))
        self.assertIn(f'{pipeline}: has <quoth.verdict-writer/> 0 times', said)

    def test_what_a_failing_program_says_is_shown(self):
        said = self.refusal(lambda: fit_confidence.run(['sh', '-c', 'echo no such record >&2; exit 3']))
        self.assertIn('failed with status 3: sh -c', said)
        self.assertIn('no such record', said.splitlines())


unittest.main()
