#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a variant of the one manifest; nothing is said twice.

manifest.py [--devel] [--runtime NAME=SDK=VERSION] [--without MODULE]… [--option OPTION]… [--source DIR]
"""

import argparse
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
APP_ID = 'io.github.palier.Palier'
MANIFEST = HERE / f'{APP_ID}.json'


def load(path=MANIFEST):
    """Comments are lines of their own, as flatpak-builder allows and JSON does not."""
    text = path.read_text(encoding='utf-8')
    return json.loads(re.sub(r'^\s*/\*[^\n]*\*/\s*$', '', text, flags=re.MULTILINE))


def ours(manifest):
    return next(module for module in manifest['modules'] if module['name'] == 'palier')


def vary(manifest, wanted):
    palier = ours(manifest)
    if wanted.devel:
        manifest['id'] += '.Devel'
        palier['config-opts'].append('-Dprofile=development')
    if wanted.runtime:
        manifest['runtime'], manifest['sdk'], manifest['runtime-version'] = wanted.runtime.split('=')
        # a tool of GNOME's own SDK; what it reads is validated by the house test
        manifest['appstream-compose'] = False
    manifest['modules'] = [module for module in manifest['modules'] if module['name'] not in wanted.without]
    # the last word counts
    palier['config-opts'] += wanted.option
    if wanted.source:
        palier['sources'] = [{'type': 'dir', 'path': wanted.source}]
    return manifest


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('--devel', action='store_true')
    arguments.add_argument('--runtime', metavar='NAME=SDK=VERSION')
    arguments.add_argument('--without', metavar='MODULE', action='append', default=[])
    arguments.add_argument('--option', metavar='OPTION', action='append', default=[])
    arguments.add_argument('--source', metavar='DIR')
    print(json.dumps(vary(load(), arguments.parse_args()), indent=2, ensure_ascii=False))


if __name__ == '__main__':
    main()
