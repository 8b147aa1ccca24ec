#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# drives.sh WORK PALIER   drives the installed Flatpak: called by tests/full/flatpak.sh with a session bus, a
#                         display and a home of its own. WORK is its folder, PALIER the program outside.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$1 outside=$2
. "$here/.ci/tap.sh"

app=io.github.palier.Palier
own=$HOME/.var/app/$app/data
shots=$work/shots
stick=/run/media/person/STICK
agreed=(--consent terms --consent default=4821 --consent upgrade=4821)
children=()

end ()
{
  [ "${#children[@]}" -eq 0 ] || kill "${children[@]}" 2>/dev/null
  flatpak kill "$app" 2>/dev/null
  rm -f "/var/tmp/palier-$$"
}
trap end EXIT

inside () { timeout 240 flatpak run "$@"; }
shell () { timeout 120 flatpak run --command=sh "$app" -c "$1"; }

# until SECONDS COMMAND…: as soon as it is true
until_true ()
{
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.5
  done
}

# --- the window ------------------------------------------------------------------------------------

# Text has greys by the dozen, a window that is still empty has a few colours.
painted () { import -window root "$1" && [ "$(identify -format %k "$1")" -gt 60 ]; }

window ()
{
  local language=$1 shot=$shots/sandbox-$1.png run status=0
  timeout 120 flatpak run --env=LANGUAGE="$language" --env=GSK_RENDERER=cairo "$app" --practice --fresh &
  run=$!
  until_true 90 xdotool search --onlyvisible --name '^Palier$' && until_true 60 painted "$shot" || status=1
  sleep 1
  painted "$shot" || status=1
  flatpak kill "$app"
  wait "$run"
  return "$status"
}

# From the first page to the proof, by pointer and keyboard.
climb_by_window ()
{
  local run status
  mkdir -p "$HOME/chosen"
  timeout 600 flatpak run --env=LANGUAGE=fr --env=GSK_RENDERER=cairo "$app" --practice=v3.4.70 --fresh --speed 300 &
  run=$!
  timeout 500 /usr/bin/python3 -B "$here/tests/sandbox/window.py" \
    "$(flatpak --user info --show-location "$app")/files/share/locale" "$shots" "$HOME/chosen" "$HOME/chosen/rapport.pdf"
  status=$?
  flatpak kill "$app"
  wait "$run"
  return "$status"
}
window_report () { head -c 5 "$HOME/chosen/rapport.pdf" | grep -q '%PDF-'; }
# What it copied to where nobody was asked is there when the sandbox is gone.
outlasts () { saved "$own/Palier" && same_copy; }

two_languages () { [ "$(compare -metric AE "$shots/sandbox-en.png" "$shots/sandbox-fr.png" null: 2>&1)" -gt 500 ]; }
speaks () { inside "$app" plan --model DS-7716NI-I4 --firmware 'V3.4.92 build 170518' --language "$1" | grep -q "$2"; }

# --- files -----------------------------------------------------------------------------------------

# The person, before the dialog of the portal: types the folder's path.
type_folder ()
{
  local dialog
  until_true 60 xdotool search --onlyvisible --name 'Palier folder' || return 1
  dialog=$(xdotool search --onlyvisible --name 'Palier folder' | tail -n 1)
  xdotool windowfocus --sync "$dialog"
  sleep 1
  xdotool type --delay 40 "$1"
  sleep 1
  import -window root "$shots/sandbox-portal.png"
  xdotool key Return
  sleep 1
  xdotool search --onlyvisible --name 'Palier folder' && xdotool key Return
  return 0
}

# What only the portal can give: a folder of the person's home, under another path.
ask_folder ()
{
  mkdir -p "$own" "$HOME/chosen"
  # shellcheck disable=SC2046
  cc -O1 "$here/tests/sandbox/ask-folder.c" -o "$own/ask-folder" $(pkg-config --cflags --libs gio-2.0) || return 1
  type_folder "$HOME/chosen" >&2 &
  timeout 150 flatpak run --command="$own/ask-folder" "$app" >"$work/folder"
  wait $!
  folder=$(tail -n 1 "$work/folder")
  echo "given: $folder"
  case $folder in "/run/user/$(id -u)/doc/"*) ;; *) return 1 ;; esac
}

climb ()
{
  inside "$app" upgrade --practice=v3.4.70 --fresh --speed 0 "${agreed[@]}" \
    --backup "$folder" --backup "$stick" --report "$folder/report.pdf" --format json
}
saved () { [ -n "$(find "$1" -name '*.bin' -size +0)" ] || { ls -lR "$1"; return 1; }; }
same_copy () { [ "$(find "$HOME/chosen" "$own/Palier" "$stick" -name '*.bin' -exec sha256sum {} + | cut -d' ' -f1 | sort -u | wc -l)" = 1 ]; }
forgotten ()
{
  local said
  said=$(inside "$app" upgrade --practice=v3.4.70 --fresh --speed 0 "${agreed[@]}" --backup "$HOME/nowhere" --report /tmp/report.pdf \
    --format json 2>&1)
  echo "$said"
  grep -q 'place-not-kept' <<<"$said"
}
is_report () { head -c 5 "$HOME/chosen/report.pdf" | grep -q '%PDF-'; }

# --- what is out of reach ----------------------------------------------------------------------------

closed ()
{
  local seen
  # shellcheck disable=SC2016 # for the shell inside
  seen=$(shell 'for file in "$HOME/secret" '"'$work/secret' $here/README.md"' /run/host/etc/shadow /var/tmp/palier-'$$'; do
                  ! cat "$file" 2>/dev/null || echo "$file"; done; ls -d /dev/bus /dev/sd* 2>/dev/null; true')
  echo "$seen"
  [ -z "$seen" ]
}
no_writing ()
{
  shell "echo x >'$HOME/written'; echo x >'$work/written'; echo x >/var/tmp/written-$$; true"
  [ ! -e "$HOME/written" ] && [ ! -e "$work/written" ] && [ ! -e "/var/tmp/written-$$" ]
}

# --- neighbours ------------------------------------------------------------------------------------

finds ()
{
  "$outside" practice --sadp lo >"$work/practice.json" &
  children+=($!)
  until_true 20 grep -q serial "$work/practice.json" || return 1
  inside "$app" find --interface lo --seconds 4 | grep PRACTICE00004821
}

sticks ()
{
  mkdir -p "$own"
  cat >"$own/tree" <<'TREE'
P: /devices/pci0000:00/usb1
N: bus/usb/001/001
E: DEVNAME=/dev/bus/usb/001/001
E: DEVTYPE=usb_device
E: BUSNUM=001
E: DEVNUM=001
E: SUBSYSTEM=usb
A: busnum=1\n
A: devnum=1\n
A: speed=480\n
A: bConfigurationValue=1\n
H: descriptors=1201000200000040abcd12340001010203010902190001010080fa0904000000090000000705810301000c

P: /devices/pci0000:00/usb1/1-2
N: bus/usb/001/007
E: DEVNAME=/dev/bus/usb/001/007
E: DEVTYPE=usb_device
E: BUSNUM=001
E: DEVNUM=007
E: SUBSYSTEM=usb
A: busnum=1\n
A: devnum=7\n
A: speed=480\n
A: bConfigurationValue=1\n
A: manufacturer=Practice\n
A: product=Stick\n
A: serial=SANDBOX0001\n
H: descriptors=1201000200000040abcd12340001010203010902120001010080fa090400000008065000

TREE
  timeout 120 flatpak run --command=umockdev-run "$app" -d "$own/tree" -- palier sticks | grep SANDBOX0001
}

# -----------------------------------------------------------------------------------------------------

mkdir -p "$shots" "$own" "$stick"
echo secret | tee "$HOME/secret" "$work/secret" >"/var/tmp/palier-$$"
openbox >/dev/null 2>&1 &
children+=($!)

check "in the sandbox, the window opens in English" window en
check "in the sandbox, the window opens in French" window fr
check "and the two differ" two_languages
check "the terminal speaks French there too" speaks fr 'réglages d’usine'
check "by its window, in French, the practice climb runs to its proof" climb_by_window
check "a copy is in the folder that was chosen in the portal’s dialog" saved "$HOME/chosen"
check "and one in Palier’s own folder, which outlasts the sandbox" outlasts
check "the report is saved from the window, through the portal" window_report
rm -rf "$HOME/chosen" "$own/Palier"
check "the file chooser portal gives a folder of the person’s home" ask_folder
check "the practice climb runs to its end in the terminal" climb
check "a copy into a folder that the sandbox forgets is refused" forgotten
check "its copy of the settings went through the portal’s path" saved "$HOME/chosen"
check "and to the stick under /run/media" saved "$stick"
check "both are the same, byte for byte" same_copy
check "the report is saved where it was asked for" is_report
check "a recorder outside the sandbox is found" finds
check "sticks are listed without access to a device" sticks
check "nothing else can be read" closed
check "nor written" no_writing
