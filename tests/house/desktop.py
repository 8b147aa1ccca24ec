#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop, a software centre, a shell and a reader of manuals are given.

desktop.py BUILD    BUILD is the build's flatpak/ folder, where the merged files stand
"""

import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import house

APP_ID = 'io.github.palier.Palier'
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
# The identifier's last part is the program's name, with its capital: said, and meant.
PEDANTRY = re.compile(r'^P: .*cid-contains-uppercase-letter')
# AppStream before 1.0 does not know the element that 1.0 asks for; both stand in the file.
BOTH_AGES = re.compile(r'^I: .*(?:unknown-tag developer|developer-name-tag-deprecated)')


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, **more)


def findings(result):
    return [line for line in (result.stdout + result.stderr).splitlines() if line.strip()]


def with_tool(tap, sentence, tool, check):
    if shutil.which(tool):
        tap.point(sentence, *check())
    else:
        tap.skip(sentence, f'{tool} is not installed')


def desktop_entry(build):
    return findings(run('desktop-file-validate', str(build / f'{APP_ID}.desktop')))


def software_centre(build):
    result = run('appstreamcli', 'validate', '--no-net', '--pedantic', '--no-color',
                 str(build / f'{APP_ID}.metainfo.xml'))
    return [line for line in findings(result)
            if re.match(r'^[EWIP]: ', line) and not PEDANTRY.match(line) and not BOTH_AGES.match(line)]


def own_rules(tap, build):
    root = ElementTree.parse(build / f'{APP_ID}.metainfo.xml').getroot()
    summaries = [e.text for e in root.findall('summary')]
    english = ' '.join(' '.join(e.itertext()) for e in root.findall('description') if LANG not in e.attrib)
    tap.point('the summary is short in both languages and ends without a full stop',
              *(summary for summary in summaries if len(summary) > 35 or summary.endswith('.')),
              *([] if len(summaries) == 2 else [str(summaries)]))
    captions = [e.text for e in root.iter('caption')]
    tap.point('each picture has a caption of one short sentence, in both languages',
              *(caption for caption in captions if len(caption) > 100 or caption.endswith('.')),
              *([] if len(captions) == 2 * len(list(root.iter('screenshot'))) else [str(captions)]))
    tap.point('the name is not the manufacturer’s', *(
        e.text for tag in ('name', 'summary') for e in root.findall(tag) if 'hik' in e.text.lower()))
    tap.point('the description says “Not affiliated with Hikvision”',
              *([] if 'Not affiliated with Hikvision' in english else ['it does not']))
    colors = {e.get('scheme_preference'): e.text for e in root.iter('color')}
    tap.point('light and dark have a colour each',
              *([] if len(set(colors.values())) == 2 and set(colors) == {'light', 'dark'} else [str(colors)]))
    translated = [e for e in root.iter() if e.get(LANG) == 'fr']
    tap.point('the software centre’s page is in French too',
              *([] if len(translated) >= 10 else [f'{len(translated)} paragraphs']))
    shots = [e for e in root.iter('image') if e.text.startswith('http')]
    tap.point('each picture of the software centre is here, in both languages', *(
        e.text for e in shots if not (house.ROOT / 'docs/screenshots' / e.text.rsplit('/', 1)[1]).exists()),
        *([] if 6 <= len(shots) == 2 * len([e for e in shots if e.get(LANG) == 'fr']) else [f'{len(shots)} pictures']))
    version = re.search(r"version: '([^']+)'", house.text(house.ROOT / 'meson.build'))[1]
    newest = root.find('releases/release')
    tap.point('the newest release is the version being built, and has notes',
              *([] if newest.get('version') == version and newest.find('description') is not None
                else [newest.get('version')]))


def manual(path):
    result = run('man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', str(path),
                 env={'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'MANWIDTH': '80'})
    return result.stderr.splitlines()


def manuals(tap):
    sources = {language: house.text(house.ROOT / 'flatpak' / folder / 'palier.1')
               for language, folder in (('en', '.'), ('fr', 'fr'))}
    for language, folder in (('en', '.'), ('fr', 'fr')):
        with_tool(tap, f'palier(1) in {language} has no warning', 'man',
                  lambda folder=folder: manual(house.ROOT / 'flatpak' / folder / 'palier.1'))
    options = {language: set(re.findall(r'\\-\\-[\w\\-]+', source)) for language, source in sources.items()}
    tap.point('both manuals name the same options', *sorted(options['en'] ^ options['fr']))
    known = {option.replace('\\', '')[2:] for option in options['en']}
    real = set()
    for path in house.files('.c', rooms=('app/terminal',)):
        real |= set(re.findall(r'\{\s*"([a-z][a-z-]+)"\s*,[^{}]*?G_OPTION_ARG_', house.text(path)))
    if real:
        tap.point('the manual names each option of the terminal',
                  *(f'--{name}' for name in sorted(real - known)))
        completion = house.text(house.ROOT / 'flatpak' / 'palier.bash')
        tap.point('the shell completes each option of the terminal',
                  *(f'--{name}' for name in sorted(real) if f'--{name}' not in completion))


def icons(tap):
    for name in (APP_ID, f'{APP_ID}-symbolic'):
        path = house.ROOT / 'icons' / f'{name}.svg'
        root = ElementTree.parse(path).getroot()
        tap.point(f'{name}.svg is square and without filters',
                  *([] if root.get('width') == root.get('height') else [root.get('viewBox')]),
                  *(e.tag for e in root.iter() if e.tag.endswith(('filter', 'image'))))


def main():
    build = pathlib.Path(sys.argv[1])
    tap = house.Tap()
    with_tool(tap, 'the desktop entry is valid', 'desktop-file-validate', lambda: desktop_entry(build))
    with_tool(tap, 'the metainfo is valid, pedantically', 'appstreamcli', lambda: software_centre(build))
    own_rules(tap, build)
    manuals(tap)
    icons(tap)
    tap.end()


if __name__ == '__main__':
    main()
