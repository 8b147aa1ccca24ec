#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak's manifests: what they may touch, and where their sources come from."""

import ast
import json
import re
import subprocess
import sys

import house

sys.path.insert(0, str(house.ROOT / 'flatpak'))
import manifest as tool  # noqa: E402

# Whoever adds one here gives the reason in the manifest, and has read that it is worth a person's trust.
PERMISSIONS = (
    '--share=network',
    '--share=ipc',
    '--socket=wayland',
    '--socket=fallback-x11',
    '--device=dri',
    '--system-talk-name=org.freedesktop.UDisks2',
    '--filesystem=/run/media',
    '--filesystem=/media',
)
RELEASES = ('https://github.com/', 'https://download.gnome.org/sources/')


def permissions(tap, manifest):
    asked = manifest['finish-args']
    tap.point('the sandbox is opened for what was agreed, and for nothing else',
              *(f'more: {arg}' for arg in asked if arg not in PERMISSIONS),
              *(f'less: {arg}' for arg in PERMISSIONS if arg not in asked))
    lines = house.text(tool.MANIFEST).splitlines()
    bare = [line.strip() for before, line in zip(lines, lines[1:])
            if re.match(r'^\s*"--(share|socket|device|filesystem|\w+-name|env|persist|allow)', line)
            and not re.match(r'^\s*/\* \S.{20,} \*/$', before)
            and 'config-opts' not in before]
    tap.point('each permission has its reason above it', *(line for line in bare if line.rstrip(',')[1:-1] in asked))


def sources(tap, manifest):
    loose, places = [], []
    for module in manifest['modules']:
        for source in module['sources']:
            if source['type'] == 'dir':
                continue
            if source['type'] != 'archive' or not re.fullmatch(r'[0-9a-f]{64}', source.get('sha256', '')):
                loose.append(f'{module["name"]}: {source.get("url", source["type"])}')
            if not source.get('url', '').startswith(RELEASES):
                places.append(source.get('url'))
    tap.point('each source is an archive known by its hash', *loose)
    tap.point('each comes from where its authors release it', *places)
    tap.point('nothing is fetched while it builds', *(
        module['name'] for module in manifest['modules'] if '--share=network' in str(module.get('build-options', ''))))
    tap.point('each module brings its licence', *(
        module['name'] for module in manifest['modules'] if 'share/licenses/' not in str(module.get('post-install'))))


def variants(tap, manifest):
    made = subprocess.run([sys.executable, '-B', str(house.ROOT / 'flatpak' / 'manifest.py'), '--devel'],
                          capture_output=True, text=True, check=True)
    devel = json.loads(made.stdout)
    tap.point('the development profile has its own name and what else is released',
              *([] if devel['id'] == f'{manifest["id"]}.Devel' else [devel['id']]),
              *([] if devel['finish-args'] == manifest['finish-args'] else ['other permissions']),
              *([] if '-Dprofile=development' in tool.ours(devel)['config-opts'] else ['no -Dprofile']))
    path = house.ROOT / 'flatpak' / f'{devel["id"]}.json'
    want = tool.devel_text(house.text(tool.MANIFEST))
    tap.point('its manifest stands there as a file, for a program that opens one',
              *([] if path.exists() and house.text(path) == want
                else [f'write it anew: flatpak/manifest.py --devel-file >flatpak/{path.name}']))
    tap.point('and says what the script says', *([] if path.exists() and tool.load(path) == devel else [path.name]))
    tap.point('and its own icon', *(
        name for name in (f'icons/{devel["id"]}.svg', f'icons/{manifest["id"]}.svg')
        if not (house.ROOT / name).exists()))


def spoken(tap):
    """The window of the sandbox is found by words: they have to be those that the program says."""
    first = {'at': 0, 'press': 0, 'write': 0, 'answer_portal': 0, 'find': 1, 'look': 1}
    said = set()
    for node in ast.walk(ast.parse(house.text(house.ROOT / 'tests/sandbox/window.py'))):
        if isinstance(node, ast.Call) and getattr(node.func, 'attr', None) in first:
            said.add(node.args[first[node.func.attr]])
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], 'id', None) == 'HANDS':
            said |= set(node.value.elts)
    words = {node.value for node in said if isinstance(node, ast.Constant)}
    catalogue = house.text(house.ROOT / 'po/fr.po')
    tap.point('what is looked for in the sandbox’s window is what the window says',
              *(f'“{text}” is not in po/fr.po' for text in sorted(words) if f'msgid "{text}"' not in catalogue),
              *([] if len(words) > 10 else ['too few are looked at']))


def main():
    tap = house.Tap()
    manifest = tool.load()
    permissions(tap, manifest)
    sources(tap, manifest)
    variants(tap, manifest)
    spoken(tap)
    tap.end()


if __name__ == '__main__':
    main()
