#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client that knows nothing of us, curl, signs in to the served practice recorder by Digest and walks what it
offers; wrong passwords lock it. Prints TAP.

curl.py PALIER
"""

import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# What every recorder of the notes answers, whatever its firmware.
ALWAYS = [
    'System/deviceInfo', 'System/status', 'System/capabilities', 'System/time', 'System/time/ntpServers',
    'System/Network/interfaces', 'Security/adminAccesses', 'Security/users', 'Security/userCheck',
    'ContentMgmt/Storage', 'ContentMgmt/Storage/hdd', 'ContentMgmt/record/tracks',
    'System/upgradeStatus', 'ContentMgmt/InputProxy/channels',
]
# What some firmware has: a document, or a refusal in the recorders' own form.
SOMETIMES = [
    'Security/capabilities', 'System/Network/UPnP', 'System/Network/UPnP/ports', 'System/Network/ssh', 'System/Network/telnetd',
    'System/Network/SNMP', 'System/Network/EZVIZ', 'System/Network/Bond', 'System/Network/socketIP',
    'Security/illegalLoginLock', 'Security/webCertificate', 'ContentMgmt/InputProxy/channels/status',
    'System/workingstatus/chanStatus?format=json', 'System/workingstatus/hdStatus?format=json',
    'System/Network/interfaces/1', 'System/time/ntpServers/1', 'no/such/document',
]
SCENARIOS = ['v3.4.70', 'v4.22.005', 'v4.61.030', 'oem', 'sha-256']

number = failures = 0


def point(good, sentence):
    global number, failures
    number += 1
    failures += not good
    print(f'{"ok" if good else "not ok"} {number} - {sentence}', flush=True)


class Recorder:
    def __init__(self, palier, scenario, folder):
        self.process = subprocess.Popen([palier, 'practice', '--scenario', scenario, '--port', '0', '--packages', folder],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.line = json.loads(self.process.stdout.readline())

    def ask(self, path, password=None):
        """The status and the body. The password goes by a file, as passwords do."""
        with tempfile.NamedTemporaryFile('w', suffix='.curl') as config:
            config.write(f'user = "{self.line["user"]}:{password or self.line["password"]}"\n')
            config.flush()
            run = subprocess.run(['curl', '--silent', '--digest', '--config', config.name, '--max-time', '30',
                                  '--write-out', '\n%{http_code}', f'{self.line["address"]}/ISAPI/{path}'],
                                 capture_output=True, check=True)
        body, _, status = run.stdout.rpartition(b'\n')
        return int(status), body

    def end(self):
        self.process.terminate()
        self.process.wait()


def is_document(body):
    try:
        if body.lstrip().startswith(b'{'):
            json.loads(body)
        else:
            ElementTree.fromstring(body)
    except (ValueError, ElementTree.ParseError):
        return False
    return True


def walk(recorder, scenario):
    bad = []
    for path in ALWAYS:
        status, body = recorder.ask(path)
        if status != 200 or not is_document(body):
            bad.append(f'{path}: {status}')
    for path in SOMETIMES:
        status, body = recorder.ask(path)
        if status not in (200, 400, 403, 404) or (body and not is_document(body)):
            bad.append(f'{path}: {status}')
    point(not bad, f'{scenario}: curl reads every document' + ''.join(f'\n#   {line}' for line in bad))


def lock(recorder, scenario):
    right, _ = recorder.ask('System/deviceInfo')
    wrong = [recorder.ask('System/deviceInfo', 'Wrong-12345')[0] for _ in range(10)]
    after, _ = recorder.ask('System/deviceInfo')
    point(right == 200, f'{scenario}: the right password opens it')
    point(200 not in wrong, f'{scenario}: a wrong one never does')
    point(after != 200, f'{scenario}: after ten wrong ones it is locked, even for the right one')


def main(palier):
    with tempfile.TemporaryDirectory(prefix='palier-curl-') as folder:
        os.environ['XDG_DATA_HOME'] = folder
        for scenario in SCENARIOS:
            recorder = Recorder(palier, scenario, folder)
            walk(recorder, scenario)
            if scenario == 'v4.22.005':
                lock(recorder, scenario)
            recorder.end()
    print(f'1..{number}')
    return failures > 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
