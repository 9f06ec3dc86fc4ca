#!/usr/bin/env python3
"""What `quoth run` shows on a terminal, and that it shows nothing of it elsewhere. Arguments: the
build folder."""
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest
from pathlib import Path

BUILD = Path(sys.argv[1]).resolve()
COLUMNS = 100
DOCUMENTS, PAUSE = 60, 100_000  # microseconds a document; on two threads about three seconds
PIPELINE = f'''<pipeline name="p" format="1">
<steps><org.trial.work pause="{PAUSE}"/></steps>
<write><org.trial.list/></write>
</pipeline>
'''


class Terminal(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        (self.folder / 'p.xml').write_text(PIPELINE, encoding='utf-8')
        (self.folder / 'a.lines').write_text(
            ''.join(f'line {i}{" fails" if i == 3 else ""}\n' for i in range(DOCUMENTS)), encoding='utf-8')

    def command(self):
        return [str(BUILD / 'bin/quoth'), '--plugins', str(BUILD / 'tests/engine_plugins'), 'run', 'p.xml', 'a.lines',
                '-o', 'out', '-j2']

    def on_a_terminal(self, term, *more):
        """What a run writes to a terminal of COLUMNS columns on stderr, and to stdout."""
        master, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, COLUMNS, 0, 0))
        run = subprocess.Popen([*self.command(), *more], cwd=self.folder, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=terminal, env={**os.environ, 'TERM': term})
        os.close(terminal)
        shown = b''
        while True:
            try:
                came = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not came:
                break
            shown += came
        os.close(master)
        printed = run.stdout.read().decode()
        run.stdout.close()
        self.assertEqual(run.wait(), 1, 'one document is quarantined')
        return shown.decode(), printed

    def test_a_terminal_shows_documents_speed_quarantined_share_and_time_left(self):
        shown, printed = self.on_a_terminal('xterm')
        frames = re.findall(r'\r([^\r\n]*)\x1b\[K', shown)
        self.assertTrue(any(re.fullmatch(r'\d+ documents  0\.0 MB/s  1 quarantined  \[=*>? *\]  \d+ %  0:0\d left', f)
                            for f in frames), frames)
        self.assertLess(max(map(len, frames)), COLUMNS)
        self.assertEqual(frames[-1], '', 'the line is gone when the run is over')
        self.assertEqual(printed, '', 'stdout carries data only')

    def test_the_speed_of_a_resumed_run_is_that_of_what_it_still_does(self):
        lines = (self.folder / 'a.lines').read_text(encoding='utf-8')
        (self.folder / 'a.lines').write_text('x' * 20_000_000 + '\n' + lines, encoding='utf-8')
        stopped = subprocess.Popen([*self.command(), '--checkpoint', '0'], cwd=self.folder, stderr=subprocess.DEVNULL)
        journal = self.folder / 'out' / '.quoth-journal'
        while not journal.exists() or '"documents":0' in journal.read_text(encoding='utf-8'):
            time.sleep(0.01)
        stopped.send_signal(signal.SIGINT)
        self.assertEqual(stopped.wait(), 128 + signal.SIGINT)
        shown, _ = self.on_a_terminal('xterm', '--resume')
        speeds = re.findall(r'([\d.]+) MB/s', shown)
        self.assertGreater(len(speeds), 2, shown)
        self.assertEqual(set(speeds), {'0.0'})

    def test_a_dumb_terminal_and_a_file_get_plain_lines(self):
        shown, _ = self.on_a_terminal('dumb')
        self.assertNotIn('\x1b', shown)
        self.assertNotIn('MB/s  [', shown)
        run = subprocess.run(self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                             env={**os.environ, 'TERM': 'xterm'}, check=False)
        self.assertNotIn('\x1b', run.stderr)
        self.assertNotIn('\r', run.stderr)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
