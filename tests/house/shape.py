#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The walls of the house, and the size of its rooms."""

import re

import house

# soft: said; hard: fails
FILE_LINES = (300, 400)
HEADER_LINES = (60, 100)
TEMPLATE_LINES = (150, 250)
HEADER = ('/* SPDX-FileCopyrightText: 2026 The Palier authors',
          ' * SPDX-License-Identifier: GPL-3.0-or-later */')
PASSWORD_OPTION = re.compile(r'\{\s*"(?P<option>[^"]*(?:pass|secret|pin-code)[^"]*)"\s*,[^{}]*?'
                             r'G_OPTION_ARG_(?P<kind>\w+)')


def includes(paths, pattern):
    wanted = re.compile(r'^\s*#\s*include\s*[<"](' + pattern + ')', re.MULTILINE)
    return [f'{house.name(path)} includes {match[1]}' for path in paths
            for match in wanted.finditer(house.text(path))]


def walls(tap):
    tap.point('the engine has never heard of GTK',
              *includes(house.files('.c', '.h', rooms=('app',)), r'(?:gtk|gdk|gsk|adwaita|libadwaita)[/.\w-]*'))
    tap.point('the window has never heard of a socket',
              *includes(house.files('.c', '.h', rooms=('ui',)),
                        r'(?:libsoup/|sys/socket|netinet/|libusb|libxml/|nettle/|gnutls/)[/.\w-]*'))
    tap.point('the procedure reaches neither network nor recorder',
              *includes(house.files('.c', '.h', rooms=('app/procedure',)),
                        r'(?:libsoup/|sys/socket|recorder/|stick/|discovery/|run/|steps/)[/.\w-]*'))
    private = [f'{house.name(path)} includes libxml2' for path in house.files('.c', rooms=('app',))
               if re.search(r'#\s*include\s*<libxml/', house.text(path))
               and house.name(path) != 'app/recorder/xml.c' and not path.name.startswith('xml')]
    tap.point('one file reads and writes XML', *private)


def licences(tap):
    bare = [house.name(path) for path in house.files('.c', '.h')
            if tuple(house.text(path).splitlines()[:2]) != HEADER]
    tap.point('each C file begins with its two lines of licence', *bare)
    scripts = [path for path in house.files('.py', '.sh')]
    scripts += [house.ROOT / name for name in ('run', 'check', '.ci/run', '.ci/house.sh', '.ci/tally.py',
                                               'po/refresh')]
    bare = [house.name(path) for path in scripts
            if 'SPDX-License-Identifier: GPL-3.0-or-later' not in house.text(path)[:400]]
    tap.point('each script names its licence', *bare)


def sizes(tap):
    for what, suffix, (soft, hard) in (('file', '.c', FILE_LINES), ('header', '.h', HEADER_LINES),
                                       ('template', '.ui', TEMPLATE_LINES)):
        lengths = {house.name(path): len(house.text(path).splitlines()) for path in house.files(suffix)}
        for name, lines in lengths.items():
            if lines > soft:
                tap.note(f'{name} has {lines} lines; {soft} are plenty')
        tap.point(f'no {what} is longer than {hard} lines',
                  *(f'{name}: {lines}' for name, lines in lengths.items() if lines > hard))


def tests(tap):
    def lines(*rooms):
        return sum(len(house.text(path).splitlines()) for path in house.files('.c', rooms=rooms))
    ours, theirs = lines('tests'), lines('app', 'ui')
    tap.note(f'{ours} lines of test beside {theirs} of program')
    short = [] if ours * 3 >= ours + theirs else [f'{ours} lines of {ours + theirs}']
    tap.point('a third of the C is tests', *short)


def secrets(tap):
    found = []
    for path in house.files('.c', rooms=('app', 'ui')):
        for option in PASSWORD_OPTION.finditer(house.text(path)):
            if not (option['option'].endswith('-file') and option['kind'] == 'FILENAME'):
                found.append(f'{house.name(path)}: --{option["option"]}')
    tap.point('no password is an argument: such options name a file', *found)


def main():
    tap = house.Tap()
    walls(tap)
    licences(tap)
    sizes(tap)
    tests(tap)
    secrets(tap)
    tap.end()


if __name__ == '__main__':
    main()
