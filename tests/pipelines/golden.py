#!/usr/bin/env python3
"""Runs cases of golden output: commands, and what they must print.

A case file is a sentence that says what it shows, then sections, each under a line `--- NAME`:

  --- plugins installed     the plugins that Quoth ships, instead of those of tests/pipelines/stages
  --- file PATH             a file in the folder that the commands run in
  --- run                   shell commands; `quoth` is the program
  --- exit                  their exit code; left out: 0
  --- stdout                what they print; left out: nothing
  --- stderr
  --- output PATH           the content of a file that they made

A new `--- run` begins a new step in the same folder. Paths are masked: $DIR is the folder that the
commands run in, $PREFIX where the program is installed, $SOURCE the project; commands can use
$SOURCE, and $PLUGINS: the plugins of tests/pipelines/stages. A last line that has no
line break is followed by the line `\\ no line break`.

With QUOTH_REBASE=1 in the environment what comes out replaces what was expected.
"""
import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

NO_BREAK = '\\ no line break\n'


class Section:
    def __init__(self, header, text=''):
        self.header, self.text = header, text

    @property
    def kind(self):
        return self.header.split()[0]

    @property
    def argument(self):
        return self.header.partition(' ')[2].strip()


def parse(text):
    """The introduction and the sections of a case file."""
    sections = [Section('introduction')]
    for line in text.splitlines(keepends=True):
        if line.startswith('--- '):
            sections.append(Section(line[4:].strip()))
        else:
            sections[-1].text += line
    return sections


def to_text(sections):
    return sections[0].text + ''.join(f'--- {s.header}\n{s.text}' for s in sections[1:])


def as_written(text):
    return text if not text or text.endswith('\n') else text + '\n' + NO_BREAK


class Prefix:
    """A copy of the program beside which only some plugins are installed."""

    def __init__(self, folder, build, plugins):
        self.path = folder
        (folder / 'bin').mkdir(parents=True)
        (folder / 'lib' / 'quoth').mkdir(parents=True)
        shutil.copy2(build / 'bin' / 'quoth', folder / 'bin' / 'quoth')
        (folder / 'lib' / 'quoth' / 'plugins').symlink_to(plugins)
        (folder / 'share').mkdir()
        (folder / 'share' / 'quoth').symlink_to(build / 'share' / 'quoth')


def run(commands, folder, prefix, options):
    environment = {k: v for k, v in os.environ.items() if not k.startswith('QUOTH_')}
    environment.update(PATH=f'{prefix}/bin:{os.environ["PATH"]}', LC_ALL='C.UTF-8', TZ='UTC',
                       XDG_CACHE_HOME=str(options.cache),
                       PLUGINS=str(options.plugins), SOURCE=str(options.source))
    return subprocess.run(['/bin/sh', '-c', commands], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=280)


def check(case, options, scratch):
    """Runs a case file; its differences as text, and the sections as they came out."""
    sections = parse(case.read_text(encoding='utf-8'))
    installed = any(s.kind == 'plugins' and s.argument == 'installed' for s in sections)
    plugins = options.build / 'lib/quoth/plugins' if installed else options.plugins
    prefix, folder = scratch / 'prefix', scratch / 'run'
    folder.mkdir(parents=True)
    Prefix(prefix, options.build, plugins)

    def masked(data):
        text = data.decode('utf-8', 'backslashreplace')
        for path, name in ((folder, '$DIR'), (prefix, '$PREFIX'), (options.plugins, '$PLUGINS'),
                           (options.build, '$BUILD'), (options.source, '$SOURCE')):
            text = text.replace(str(path), name)
        return as_written(text)

    came, done = [], None
    expected = iter(sections)
    for section in expected:
        if section.kind not in ('exit', 'stdout', 'stderr'):
            came.extend(outcome(done, masked))
            done = None
        if section.kind == 'file':
            path = folder / section.argument
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(section.text.removesuffix('\n' + NO_BREAK)
                            if section.text.endswith('\n' + NO_BREAK) else section.text,
                            encoding='utf-8')
        if section.kind == 'run':
            done = run(section.text, folder, prefix, options)
        if section.kind in ('introduction', 'plugins', 'file', 'run'):
            came.append(section)
        elif section.kind == 'output':
            path = folder / section.argument
            came.append(Section(section.header,
                                masked(path.read_bytes()) if path.is_file() else '(no such file)\n'))
        elif section.kind not in ('exit', 'stdout', 'stderr'):
            raise SystemExit(f'{case}: unknown section "{section.header}"')
    came.extend(outcome(done, masked))
    return ''.join(difflib.unified_diff(to_text(sections).splitlines(keepends=True),
                                        to_text(came).splitlines(keepends=True),
                                        'expected', 'came')), came


def outcome(done, masked):
    if done is None:
        return
    if done.returncode != 0:
        yield Section('exit', f'{done.returncode}\n')
    for name, data in (('stdout', done.stdout), ('stderr', done.stderr)):
        if data:
            yield Section(name, masked(data))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('--build', type=pathlib.Path, required=True)
    arguments.add_argument('--source', type=pathlib.Path, required=True)
    arguments.add_argument('--plugins', type=pathlib.Path, required=True)
    arguments.add_argument('cases', nargs='+', type=pathlib.Path)
    options = arguments.parse_args()
    failed = False
    with tempfile.TemporaryDirectory(prefix='quoth-golden-') as scratch:
        options.cache = pathlib.Path(scratch) / 'cache'
        for case in options.cases:
            difference, came = check(case, options, pathlib.Path(scratch) / case.stem)
            if difference and os.environ.get('QUOTH_REBASE') == '1':
                case.write_text(to_text(came), encoding='utf-8')
                print(f'rebased {case.name}')
            elif difference:
                failed = True
                print(f'{case.name}:\n{difference}')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
