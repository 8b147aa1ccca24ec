#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a variant of the one manifest; nothing is said twice.

manifest.py [--devel] [--runtime NAME=SDK=VERSION] [--source DIR]
manifest.py --devel-file     the text of the development manifest that stands beside the released one
manifest.py --archives       what it downloads, a line each: SHA-256 and file name
manifest.py --modules        their names
"""

import argparse
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
APP_ID = 'io.github.palier.Palier'
MANIFEST = HERE / f'{APP_ID}.json'


def parse(text):
    """Comments are lines of their own, as flatpak-builder allows and JSON does not."""
    return json.loads(re.sub(r'^\s*/\*[^\n]*\*/\s*$', '', text, flags=re.MULTILINE))


def load(path=MANIFEST):
    return parse(path.read_text(encoding='utf-8'))


def ours(manifest):
    return next(module for module in manifest['modules'] if module['name'] == 'palier')


def devel_text(text):
    """The same text line for line, comments included, where only what must differ does."""
    text = text.replace(f'"id": "{APP_ID}"', f'"id": "{APP_ID}.Devel"')
    return text.replace('        "-Dtests=false"\n', '        "-Dtests=false",\n        "-Dprofile=development"\n')


def vary(manifest, wanted):
    if wanted.runtime:
        manifest['runtime'], manifest['sdk'], manifest['runtime-version'] = wanted.runtime.split('=')
    if wanted.source:
        ours(manifest)['sources'] = [{'type': 'dir', 'path': wanted.source}]
    return manifest


def archives(manifest):
    return [(source['sha256'], source['url'].rsplit('/', 1)[1])
            for module in manifest['modules'] for source in module['sources'] if source['type'] == 'archive']


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('--devel', action='store_true')
    arguments.add_argument('--runtime', metavar='NAME=SDK=VERSION')
    arguments.add_argument('--source', metavar='DIR')
    arguments.add_argument('--devel-file', action='store_true')
    arguments.add_argument('--archives', action='store_true')
    arguments.add_argument('--modules', action='store_true')
    wanted = arguments.parse_args()
    text = MANIFEST.read_text(encoding='utf-8')
    if wanted.devel_file:
        print(devel_text(text), end='')
    elif wanted.archives:
        print(*(' '.join(archive) for archive in archives(load())), sep='\n')
    elif wanted.modules:
        print(*(module['name'] for module in load()['modules']), sep='\n')
    else:
        print(json.dumps(vary(parse(devel_text(text) if wanted.devel else text), wanted), indent=2, ensure_ascii=False))


if __name__ == '__main__':
    main()
