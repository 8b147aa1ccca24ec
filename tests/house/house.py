# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: the files of the project, and TAP."""

import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ROOMS = ('app', 'ui', 'tests')


def files(*suffixes, rooms=ROOMS):
    """The project's own files with one of these suffixes, in a fixed order."""
    found = []
    for room in rooms:
        for folder, folders, names in os.walk(ROOT / room):
            folders[:] = sorted(name for name in folders
                                if name != '__pycache__' and not name.startswith(('.', '_', 'build')))
            found += [pathlib.Path(folder) / name for name in sorted(names)
                      if name.endswith(suffixes)]
    return found


def name(path):
    return str(pathlib.Path(path).relative_to(ROOT))


def text(path):
    return pathlib.Path(path).read_text(encoding='utf-8')


C_TOKEN = re.compile(r'''(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<string>"(?:\\.|[^"\\\n])*")|'(?:\\.|[^'\\])+\'''',
                     re.DOTALL)


def without_comments(source):
    """C source with its comments blanked, line for line."""
    def blank(match):
        if match['comment'] is None:
            return match[0]
        return re.sub(r'[^\n]', ' ', match[0])
    return C_TOKEN.sub(blank, source)


class Tap:
    """Each point is a sentence; what speaks against it follows as diagnostics."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def point(self, sentence, *findings):
        self.count += 1
        self.failed += bool(findings)
        print(f'{"not ok" if findings else "ok"} {self.count} - {sentence}')
        for finding in findings:
            print('#   ' + str(finding).replace('\n', '⏎'))
        return not findings

    def skip(self, sentence, why):
        self.count += 1
        print(f'ok {self.count} - {sentence} # SKIP {why}')

    @staticmethod
    def note(line):
        print(f'# {line}')

    def end(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)
