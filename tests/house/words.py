#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The strings in the sources, and whether each catalogue follows them."""

import re
import subprocess
import tempfile

import house
import strings

PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+0#]*\d*(?:\.\d+|\.\*)?(?:hh|h|ll|l|z)?[sdiuxXfgc](?![a-z])')
FORMAT_MACRO = re.compile(r'\b_ ?\([^;]*?"\s*G_G\w+_FORMAT', re.DOTALL)
FRAGMENT = re.compile(r'^\s(?![\s·])|[^.:…]\s$')


def extracted():
    with tempfile.TemporaryDirectory() as folder:
        return strings.read(strings.extract(folder))


def listing(tap):
    listed, wanted = strings.listed(), strings.sources()
    tap.point('POTFILES.in names each file that holds a string',
              *(name for name in wanted if name not in listed))
    tap.point('POTFILES.in names no other file',
              *(name for name in listed if name not in wanted))


def sources(tap, messages):
    tap.point('each string with a placeholder has a comment for translators',
              *(f'{" ".join(message.places)}: {message.strings["msgid"][:70]}' for message in messages
                if any(PLACEHOLDER.search(text) for text in message.originals())
                and not any(comment.startswith('translators:') for comment in message.comments)))
    tap.point('no string is cut by a format macro, which gettext cannot read',
              *(house.name(path) for path in house.files('.c', rooms=('app', 'ui'))
                if FORMAT_MACRO.search(house.without_comments(house.text(path)))))
    tap.point('no string is the piece of a sentence',
              *(f'{" ".join(message.places)}: “{text}”' for message in messages
                for text in message.originals() if FRAGMENT.search(text)))
    tap.point('English: … and ’ and “ ”, as type is set',
              *(f'{" ".join(message.places)}: {text[:70]}' for message in messages
                for text in message.originals() if re.search(r"\.\.\.|\w'\w|\"", text)))


def catalogue(tap, language, messages):
    path = strings.PO / f'{language}.po'
    there = {message.key for message in strings.read(path)}
    wanted = {message.key for message in messages}
    tap.point(f'{language}.po has each string of the sources',
              *(key[1][:90] for key in sorted(wanted - there, key=str)))
    tap.point(f'{language}.po has no string that is gone',
              *(key[1][:90] for key in sorted(there - wanted, key=str)))
    result = subprocess.run(['msgfmt', '--check', '--check-accelerators=_', '-o', '/dev/null', str(path)],
                            capture_output=True, text=True)
    tap.point(f'{language}.po agrees with its formats, plurals and mnemonics',
              *(result.stderr.splitlines() if result.returncode else ()))


def main():
    tap = house.Tap()
    listing(tap)
    messages = extracted()
    sources(tap, messages)
    for language in strings.languages():
        catalogue(tap, language, messages)
    tap.end()


if __name__ == '__main__':
    main()
