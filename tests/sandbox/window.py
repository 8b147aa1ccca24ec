#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person before the window of the sandbox, with a pointer and a keyboard.

window.py CATALOGUES SHOTS FOLDER REPORT

Climbs with the window that is open from its first page to its proof, in French: what is there is found by the name
that a screen reader speaks, and every click and key goes through the display. The copy of the settings goes to FOLDER, the
report to REPORT, both chosen in the portal's own dialogs. Ends with 1 and a sentence where a thing does not come.
"""

import gettext
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_S = 60
NOTCH = 90  # more pixels than a turn of the wheel scrolls
HEADER, BAR = 70, 80  # what does not scroll, in pixels, and some
DIGITS = '4821'
PASSWORD = 'Palier-2026'


class Missing(Exception):
    """What a person would look for in vain."""


def keys(*arguments):
    subprocess.run(['xdotool', *arguments], check=True, stdout=subprocess.DEVNULL)


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def until(look, what):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:
            found = None  # a page went while it was read
        if found:
            return found
        time.sleep(0.2)
    raise Missing(what)


def below(node):
    yield node
    for position in range(node.get_child_count()):
        child = node.get_child_at_index(position)
        if child is not None:
            yield from below(child)


def plain(words):
    """Without the mark of a key, which a screen reader of this age speaks too."""
    return words.replace('_', '')


def is_on(node, state):
    return node.get_state_set().contains(state)


class Window:
    def __init__(self, catalogues, shots):
        self.speak = gettext.translation('palier', catalogues, ['fr']).gettext
        self.shots = shots
        self.found = None
        desktop = Atspi.get_desktop(0)
        self.program = until(lambda: next((
            child for child in (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
            if child is not None and child.get_name() == 'palier'), None), 'the program on the bus of the screen readers')

    def say(self, english):
        return plain(self.speak(english))

    def every(self, *roles):
        return [node for node in below(self.program) if node.get_role_name() in roles]

    def look(self, role, english):
        words = self.say(english)
        return next((node for node in self.every(role) if plain(node.get_name()).startswith(words)), None)

    def find(self, role, english):
        return until(lambda: self.look(role, english), f'{role} “{self.say(english)}”')

    def title(self):
        """Of the page; none while one page gives way to the next."""
        try:
            return next((plain(node.get_name()) for node in reversed(self.every('heading'))), None)
        except GLib.Error:
            return None

    def at(self, english):
        until(lambda: self.title() == self.say(english), f'the page “{self.say(english)}”')

    def place(self):
        """Of the window on the display: left, top, width, height."""
        if self.found is None:
            self.found = until(lambda: output('xdotool', 'search', '--onlyvisible', '--name', '^Palier$').split(),
                               'the window')[-1]
        said = dict(line.split('=') for line in output('xdotool', 'getwindowgeometry', '--shell', self.found).split())
        return [int(said[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT')]

    def click(self, node):
        """Where it is shown; what is further down or up is scrolled to first."""
        for _ in range(20):
            left, top, width, height = self.place()
            box = node.get_extents(Atspi.CoordType.WINDOW)
            middle = box.y + box.height // 2
            if HEADER < middle < height - BAR:
                keys('mousemove', '--sync', str(left + box.x + box.width // 2), str(top + middle), 'click', '1')
                return
            notches = max(1, abs(middle - height // 2) // NOTCH)
            keys('mousemove', str(left + width // 2), str(top + height // 2),
                 'click', '--repeat', str(notches), '--delay', '10', '5' if middle > HEADER else '4')
            time.sleep(0.3)
        raise Missing(f'“{node.get_name()}” to be in sight')

    def press(self, english):
        button = self.find('push button', english)
        until(lambda: is_on(button, Atspi.StateType.SENSITIVE), f'“{button.get_name()}” to be of use')
        self.click(button)

    def write(self, english, text):
        self.click(self.find('text', english))
        keys('type', '--delay', '20', text)

    def fill(self, *texts):
        """The last fields of the page, in order."""
        fields = until(lambda: self.every('text')[-len(texts):], 'the fields')
        for field, text in zip(fields, texts):
            self.click(field)
            keys('type', '--delay', '20', text)

    def forward(self):
        """Enabled or not is the page's own word: the last button of the window."""
        until(lambda: is_on(self.every('push button')[-1], Atspi.StateType.SENSITIVE), 'a way on')
        before = self.title()
        keys('key', 'ctrl+Return')
        return before

    def onward(self):
        before = self.forward()
        until(lambda: self.title() not in (None, before), f'the page after “{before}”')

    def shot(self, name):
        time.sleep(1)
        subprocess.run(['import', '-window', 'root', f'{self.shots}/sandbox-{name}.png'], check=True)

    def answer_portal(self, english, path, shot):
        """The dialog belongs to the portal, outside; a path may be typed into it."""
        title = self.say(english)
        find = ['xdotool', 'search', '--onlyvisible', '--name', f'^{title}$']
        dialog = until(lambda: output(*find).split(), f'the dialog “{title}”')[-1]
        keys('windowfocus', '--sync', dialog)
        time.sleep(1)
        keys('key', 'ctrl+a')
        keys('type', path[0])  # opens a field for the rest
        time.sleep(1)
        keys('type', '--delay', '50', path[1:])
        self.shot(shot)
        for _ in range(3):
            keys('key', 'Return')
            time.sleep(1)
            if not output(*find):
                return
        raise Missing(f'the end of the dialog “{title}”')


def agree(window):
    window.at('Welcome')
    for check in until(lambda: window.every('check box')[:3], 'three agreements'):
        window.click(check)
    window.onward()


def sign_in(window):
    window.at('Which recorder?')
    window.click(window.find('list item', 'Practice recorder'))
    window.onward()
    window.shot('plan')
    window.onward()


def copy(window, folder):
    window.at('Copy of the configuration')
    window.press('_Add a folder…')
    window.answer_portal('Folder for a copy', folder, 'chooser')
    until(lambda: next((node for node in window.every('list item') if '/doc/' in node.get_name()), None),
          'the folder as the sandbox sees it')
    if window.look('text', 'Password of the file') is not None:
        window.write('Password of the file', PASSWORD)
    window.forward()
    window.find('label', 'Copied and read back')
    window.shot('copy')
    window.onward()


def confirm(window):
    window.at('Firmware files')
    window.onward()
    window.fill(PASSWORD, PASSWORD, DIGITS)
    window.onward()
    window.fill(DIGITS)
    window.onward()


HANDS = ('Enter them at the _practice recorder’s screen', 'The settings are _entered',
         'Start it at the _practice recorder’s screen')


def work(window, proof):
    window.shot('work')
    end = time.monotonic() + 4 * PATIENCE_S
    while window.title() != proof:
        if time.monotonic() > end:
            raise Missing(f'the page “{proof}”')
        for words in HANDS:
            try:
                hand = window.look('push button', words)
                if hand is not None and is_on(hand, Atspi.StateType.SENSITIVE):
                    window.click(hand)
            except (GLib.Error, Missing):
                continue
        time.sleep(0.5)
    window.shot('proof')


def report(window, path):
    window.press('_Save the report…')
    window.answer_portal('Save the report', path, 'save')
    window.find('push button', '_Open')
    window.shot('saved')


def main(catalogues, shots, folder, path):
    Atspi.init()
    window = Window(catalogues, shots)
    try:
        agree(window)
        sign_in(window)
        copy(window, folder)
        confirm(window)
        work(window, window.speak('At %s') % 'V4.50.00')
        report(window, path)
    except Missing as missing:
        window.shot('missing')
        print(f'waited in vain for {missing}', *(f'  {node.get_role_name()}: {node.get_name()}' for node in
              below(window.program) if node.get_name()), sep='\n')
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
