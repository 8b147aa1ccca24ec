#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell scripts: clean, and right about what they say when something is missing."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import house

TYPE_AS_SET = 'SC1111,SC1112'  # ’ and “ ” are meant
SHELL = ('run', 'check', '.ci/run', '.ci/house.sh', '.ci/tap.sh', '.ci/roots.sh', '.ci/archives.sh', 'flatpak/bundle.sh', 'flatpak/palier.bash')


def shellcheck(tap):
    sentence = 'shellcheck finds nothing'
    if not shutil.which('shellcheck'):
        tap.skip(sentence, 'shellcheck is not installed')
        return
    paths = [*SHELL, *(house.name(path) for path in house.files('.sh'))]
    result = subprocess.run(['shellcheck', '-x', '-f', 'gcc', '-e', TYPE_AS_SET, *paths], cwd=house.ROOT, capture_output=True,
                            text=True)
    tap.point(sentence, *(result.stdout + result.stderr).splitlines())


def modules(tap):
    """What meson.build asks pkg-config for, ./run looks for on a system without apt."""
    script = 'set -u; . .ci/house.sh; printf "%s\\n" "${build_modules[@]}"'
    known = subprocess.run(['bash', '-c', script], cwd=house.ROOT, capture_output=True, text=True, check=True)
    wanted = set()
    for path in [house.ROOT / 'meson.build', *house.files('meson.build', rooms=('app', 'ui'))]:
        wanted |= set(re.findall(r"\bdependency\('([^']+)'", house.text(path)))
    tap.point('./run knows each library that the build asks for', *sorted(wanted - set(known.stdout.split())))


class Machine:
    """A made-up machine: a PATH that holds only what it is given."""

    TOOLS = ('bash', 'sh', 'dirname', 'sed', 'grep', 'id', 'mktemp', 'rm', 'tail', 'sort', 'env', 'cat')

    def __init__(self, folder):
        self.bin = pathlib.Path(folder) / 'bin'
        self.bin.mkdir()
        self.log = pathlib.Path(folder) / 'log'
        self.log.touch()
        self.release = pathlib.Path(folder) / 'os-release'
        self.release.write_text('ID=debian\n')
        for tool in self.TOOLS:
            os.symlink(shutil.which(tool), self.bin / tool)

    def give(self, name, script):
        path = self.bin / name
        path.unlink(missing_ok=True)
        path.write_text(f'#!{shutil.which("sh")}\necho "{name} $*" >>"{self.log}"\n{script}\n')
        path.chmod(0o755)

    def need(self, *packages):
        script = 'set -uo pipefail; . .ci/house.sh; need_for_build "$@"'
        return subprocess.run([self.bin / 'bash', '-c', script, 'bash', *packages], cwd=house.ROOT,
                              env={'PATH': str(self.bin), 'OS_RELEASE': str(self.release),
                                   'TMPDIR': str(self.bin.parent)},
                              capture_output=True, text=True, stdin=subprocess.DEVNULL)

    def debian(self, *installed, uid=0):
        lines = '\\n'.join(f'installed {name}' for name in installed)
        self.give('dpkg-query', f"printf '{lines}\\n'")
        self.give('id', f'echo {uid}')
        self.give('apt-get', 'exit 0')


def expect(result, machine, status, said=(), ran=(), never=()):
    log = machine.log.read_text()
    found = [] if (result.returncode == 0) == (status == 0) else [f'status {result.returncode}']
    found += [f'does not say “{words}”: {result.stderr}' for words in said if words not in result.stderr]
    found += [f'does not run “{words}”: {log}' for words in ran if words not in log]
    found += [f'runs “{words}”: {log}' for words in never if words in log]
    return found


def nothing_missing(machine):
    machine.debian('gcc', 'meson')
    return expect(machine.need('gcc', 'meson'), machine, 0, never=['apt-get', 'sudo'])


def one_missing(machine):
    machine.debian('gcc')
    return expect(machine.need('gcc', 'meson'), machine, 0,
                  ran=['update', 'install meson'], never=['install gcc'])


def no_right(machine):
    machine.debian('gcc', uid=1000)
    return expect(machine.need('gcc', 'meson'), machine, 1,
                  said=['As root', 'apt-get install --no-install-recommends meson'], never=['apt-get'])


def by_sudo(machine):
    machine.debian('gcc', uid=1000)
    machine.give('sudo', 'shift; exec "$@"')
    return expect(machine.need('meson'), machine, 0, ran=['sudo -n', 'apt-get'])


def stale_lists(machine):
    machine.debian()
    machine.give('apt-get', 'case "$*" in *update*) exit 100 ;; esac')
    return expect(machine.need('meson'), machine, 0, said=['update had trouble'], ran=['install meson'])


def no_network(machine):
    machine.debian()
    machine.give('apt-get', 'echo "E: Failed to fetch http://mirror/x  Could not resolve"; exit 100')
    return expect(machine.need('meson'), machine, 1,
                  said=['does not reach its Debian mirror', 'apt-get install --no-install-recommends meson'])


def too_old(machine):
    machine.debian()
    machine.give('apt-get', 'echo "E: Unable to locate package libadwaita-1-dev"; exit 100')
    return expect(machine.need('libadwaita-1-dev'), machine, 1, said=['Debian 12'])


def elsewhere(release, words):
    def check(machine):
        machine.release.write_text(release)
        return expect(machine.need('gcc'), machine, 1, said=words, never=['dnf', 'pacman'])
    return check


ROWS = (
    ('where nothing is missing, apt is not asked', nothing_missing),
    ('only what is missing is installed', one_missing),
    ('without root or sudo, it says what to run', no_right),
    ('a person with sudo installs through it', by_sudo),
    ('lists that cannot be renewed do not stop what can be installed', stale_lists),
    ('a mirror out of reach is said to be so', no_network),
    ('a release that is too old is said to be so', too_old),
    ('on Fedora it names Fedora’s packages',
     elsewhere('ID=fedora\n', ['sudo dnf install', 'libadwaita-devel'])),
    ('on Arch it names Arch’s packages', elsewhere('ID=arch\n', ['sudo pacman', 'libsoup3'])),
    ('a relative of Fedora is told the same', elsewhere('ID=nobara\nID_LIKE="fedora"\n', ['sudo dnf'])),
    ('anywhere else it names Debian’s', elsewhere('ID=void\n', ['libgtk-4-dev', 'meson.build'])),
)


def main():
    tap = house.Tap()
    shellcheck(tap)
    modules(tap)
    for sentence, check in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            tap.point(sentence, *check(Machine(folder)))
    tap.end()


if __name__ == '__main__':
    main()
