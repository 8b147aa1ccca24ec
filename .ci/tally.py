#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts test points and prints the log of what failed. Last line: passed, failed, skipped.

tally.py meson TESTLOG.json STATUS     the log of "meson test" and how it ended
tally.py tap FILE STATUS NAME          what one TAP-printing program said and how it ended
"""

import json
import re
import sys

POINT = re.compile(r'^(not )?ok\b(?P<rest>.*)$')
DIRECTIVE = re.compile(r'#\s*(?P<word>skip|todo)', re.IGNORECASE)
LOG_LINES = 120


def tap_points(text):
    passed = failed = skipped = 0
    for line in text.splitlines():
        point = POINT.match(line)
        if not point:
            continue
        directive = DIRECTIVE.search(point['rest'])
        if directive and directive['word'].lower() == 'skip':
            skipped += 1
        elif point[1] and not directive:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def show(name, text):
    lines = text.splitlines()
    print(f'\nnot ok: {name}')
    if len(lines) > LOG_LINES:
        print(f'    … {len(lines) - LOG_LINES} lines before')
    for line in lines[-LOG_LINES:]:
        print('    ' + line)


def one_test(test):
    """A test that died or hung fails once more than its points say."""
    passed, failed, skipped = tap_points(test.get('stdout', ''))
    result = test['result']
    if result == 'SKIP':
        return 0, 0, max(skipped, 1)
    if result in ('OK', 'EXPECTEDFAIL'):
        # a program without TAP is one point
        return (passed, failed, skipped) if passed + failed + skipped else (1, 0, 0)
    show(f'{test["name"]} ({result.lower()})', test.get('stdout', '') + test.get('stderr', ''))
    return passed, max(failed, 1), skipped


def meson(path, status):
    totals = [0, 0, 0]
    slowest = []
    with open(path, encoding='utf-8') as log:
        for line in log:
            test = json.loads(line)
            totals = [a + b for a, b in zip(totals, one_test(test))]
            slowest.append((test['duration'], test['name']))
    if not slowest:
        sys.exit('no test ran')
    if status != 0 and totals[1] == 0:
        print(f'\nnot ok: meson test ended with status {status}')
        totals[1] = 1
    slowest.sort(reverse=True)
    print(f'{len(slowest)} programs; slowest: ' +
          ', '.join(f'{name} {seconds:.1f} s' for seconds, name in slowest[:3]))
    return totals


def tap(path, status, name):
    with open(path, encoding='utf-8', errors='replace') as log:
        passed, failed, skipped = tap_points(log.read())
    if failed == 0 and (status != 0 or passed + skipped == 0):
        print(f'not ok: {name} ended with status {status} after {passed} points')
        failed = 1
    return passed, failed, skipped


def main(arguments):
    kind, path, status = arguments[0], arguments[1], int(arguments[2])
    totals = meson(path, status) if kind == 'meson' else tap(path, status, arguments[3])
    print(*totals)


if __name__ == '__main__':
    main(sys.argv[1:])
