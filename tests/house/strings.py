# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The strings that a person sees: which files hold some, and what gettext extracts from them."""

import ast
import pathlib
import re
import subprocess

import house

PO = house.ROOT / 'po'
MARKED = re.compile(r'(?<!\w)(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(')
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'ngettext:1,2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')
DESKTOP = ('flatpak/io.github.palier.Palier.desktop.in.in',
           'flatpak/io.github.palier.Palier.metainfo.xml.in.in')


def sources():
    """Every file with a translatable string, as POTFILES.in should have it."""
    found = list(DESKTOP)
    for path in house.files('.c', '.h', rooms=('app', 'ui')):
        source = house.without_comments(house.text(path))
        if MARKED.search(re.sub(r'^\s*#.*$', '', source, flags=re.MULTILINE)):
            found.append(house.name(path))
    for path in house.files('.ui', rooms=('ui',)):
        if 'translatable="' in house.text(path):
            found.append(house.name(path))
    return found


def listed():
    lines = (PO / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def write_potfiles():
    head = '# Every file with a string that a person sees; written by po/refresh.\n'
    (PO / 'POTFILES.in').write_text(head + '\n'.join(sources()) + '\n', encoding='utf-8')


def languages():
    lines = (PO / 'LINGUAS').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def extract(folder, names=None):
    """Extracts into a template in folder, as meson's glib preset does; returns its path."""
    pot = str(pathlib.Path(folder) / 'palier.pot')
    command = ['xgettext', '--from-code=UTF-8', '--add-comments', '--package-name=palier',
               '--add-location=file', '--no-wrap', '--sort-by-file', '--output', pot]
    command += [f'--keyword={keyword}' for keyword in KEYWORDS]
    # one kind of file a run: a name that ends in ".in.in" tells xgettext nothing
    for names_of_kind, more in kinds(names or listed()):
        if names_of_kind:
            join = ['--join-existing'] if pathlib.Path(pot).exists() else []
            subprocess.run([*command, *join, *more, *names_of_kind], cwd=house.ROOT, check=True,
                           capture_output=True)
    return pot


def kinds(names):
    yield [n for n in names if n.endswith(('.c', '.h'))], ['--language=C']
    yield [n for n in names if n.endswith('.ui')], []
    yield [n for n in names if '.desktop' in n], ['--language=Desktop']
    yield [n for n in names if '.metainfo' in n], [f'--its={metainfo_rules()}']


def metainfo_rules():
    """The newest rules for metainfo that are installed."""
    places = ('/usr/share/gettext/its/metainfo.its', *sorted(
        str(p) for p in pathlib.Path('/usr/share').glob('gettext-*/its/metainfo.its')))
    return next(place for place in places if pathlib.Path(place).exists())


class Message:
    """One entry of a catalogue: comments, flags, and its strings by keyword ("msgstr[1]")."""

    def __init__(self):
        self.comments = []
        self.flags = set()
        self.places = []
        self.strings = {}

    @property
    def key(self):
        return self.strings.get('msgctxt'), self.strings['msgid']

    def translations(self):
        return [value for key, value in self.strings.items() if key.startswith('msgstr')]

    def originals(self):
        return [value for key, value in self.strings.items() if key in ('msgid', 'msgid_plural')]


def read(path):
    """The messages of a catalogue, without its header."""
    messages, message, keyword = [], Message(), None
    for line in pathlib.Path(path).read_text(encoding='utf-8').splitlines() + ['']:
        if line.startswith('#~'):
            continue
        if not line.strip():
            if message.strings:
                messages.append(message)
            message = Message()
        elif line.startswith('#.'):
            message.comments.append(line[2:].strip())
        elif line.startswith('#:'):
            message.places += line[2:].split()
        elif line.startswith('#,'):
            message.flags |= {flag.strip() for flag in line[2:].split(',')}
        elif not line.startswith('#'):
            if not line.startswith('"'):
                keyword, line = line.split(' ', 1)
            message.strings[keyword] = message.strings.get(keyword, '') + unquote(line)
    return [m for m in messages if m.strings['msgid'] != '']


def unquote(literal):
    return ast.literal_eval(literal.strip())
