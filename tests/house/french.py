#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The French: complete, current, and set as French is set."""

import re

import house
import strings

NBSP, THIN = '\u00a0', '\u202f'

# What is not prose: addresses, times, option names, templates with a marker of their own.
NOT_PROSE = re.compile(r'''https?://\S+ | (?<=\d):(?=\d\d) | ::\S* | </?[\w!][^<>]*> | &\w+;
                           | %[-+0-9.$]*[a-zA-Z] | --[\w-]+ | [\w-]+://''', re.VERBOSE)
RULES = (
    ('U+00A0 before a colon', re.compile(rf'(?<![{NBSP}:]):')),
    ('U+202F before ; ! ?', re.compile(rf'(?<![{THIN}!?])[;!?]')),
    ('U+00A0 inside « »', re.compile(rf'«(?!{NBSP})|(?<!{NBSP})»')),
    ('’ for an apostrophe', re.compile(r"'")),
    ('« » for quotation marks', re.compile(r'[“”"]')),
    ('… for an ellipsis', re.compile(r'\.\.\.')),
    ('no space doubled or left at the end of a line', re.compile(r'[^ \n] {2,}\S| \n| $')),
    ('U+00A0 before a per cent sign', re.compile(r'[\d ]%(?![\w-])')),
)
# The glossary's "avoid" column, where a wrong word can be told from a right one.
WORDS = {
    r'\bfirmwares?\b': 'micrologiciel',
    r'\bbriqué': 'hors service',
    r'\bsupportée?s?\b': 'pris en charge',
    r'\bdéfauts? d’usine\b': 'réglages d’usine',
    r'\bmicrocode\b': 'micrologiciel',
    r'\blogs?\b': 'journal',
    r'\b(?:tu|ton|tes|toi)\b': 'vous',
    r'\bsomme de contrôle\b': 'empreinte',
    r'\bremise à zéro\b': 'remise complète aux réglages d’usine',
}


# What the rules must find, and what they must leave alone.
WRONG = ('Étape: la copie', 'Étape : la copie', f'Étape{THIN}: la copie', 'Prêt!', 'Prêt !', f'Prêt{NBSP}?',
         'un; deux', '«oui»', f'«{NBSP}oui »', "l'enregistreur", '“oui”', 'Patientez...', 'un  deux', 'fin ',
         '12 %', '12%')
RIGHT = (f'Étape{NBSP}: la copie', f'Prêt{THIN}!', f'un{THIN}; deux', f'«{NBSP}oui{NBSP}»', 'l’enregistreur',
         'Patientez…', 'à 14:05', 'https://example.org/a?b', 'std::c', f'12{NBSP}%', f'%d{NBSP}%%',
         'palier upgrade --practice', f'Vraiment{THIN}?!', '<b>gras</b>')


def prose(translation):
    return NOT_PROSE.sub('x', translation)


def rule_findings(text, pattern):
    for match in pattern.finditer(text):
        around = text[max(0, match.start() - 20):match.end() + 12].replace('\n', '⏎')
        yield f'…{around}…'


def typography(tap, messages):
    # keywords are separated by bare semicolons, by the desktop entry's own rule
    texts = [prose(text) for message in messages for text in message.translations()
             if not re.fullmatch(r'(?:[^;\n]+;)+', text)]
    for name, pattern in RULES:
        tap.point(f'French: {name}', *(finding for text in texts
                                       for finding in rule_findings(text, pattern)))


def glossary(tap, messages):
    found = []
    for message in messages:
        for text in message.translations():
            for wrong, right in WORDS.items():
                if re.search(wrong, prose(text), re.IGNORECASE):
                    found.append(f'“{text}”: say “{right}”')
    tap.point('French: the words of the glossary', *found)


def rules(tap):
    def broken(text):
        return any(True for _, pattern in RULES for _ in pattern.finditer(prose(text)))
    tap.point('the rules of typography find each slip', *(text for text in WRONG if not broken(text)))
    tap.point('the rules of typography accept what is right', *(text for text in RIGHT if broken(text)))


def complete(tap, messages):
    tap.point('French: nothing is left untranslated',
              *(message.strings['msgid'][:90] for message in messages
                if not all(message.translations())))
    tap.point('French: nothing is a guess',
              *(message.strings['msgid'][:90] for message in messages if 'fuzzy' in message.flags))


def main():
    tap = house.Tap()
    messages = strings.read(strings.PO / 'fr.po')
    rules(tap)
    complete(tap, messages)
    typography(tap, messages)
    glossary(tap, messages)
    tap.end()


if __name__ == '__main__':
    main()
