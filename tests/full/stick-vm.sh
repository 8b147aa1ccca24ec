#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Real sticks in a real kernel: boots a Debian in qemu, where Palier's own stick code meets the real
# libusb, kernel and UDisks2, and looks at the sticks from outside afterwards. Prints TAP.
#   tests/full/stick-vm.sh [BUILD DIRECTORY]
# The machine's disk is made once and kept for every checkout.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$here" || exit 1
. "$here/.ci/house.sh"

build=${1:-$here/_build-check}
cache=$(cache_folder stick-vm)
longest=1800 # seconds for one boot, on a machine that is busy with other things
number=0

point () { number=$((number + 1)); printf '%s %d - %s\n' "$1" "$number" "$2"; }
check ()
{
  local sentence=$1
  shift
  if "$@" >"$work/check.log" 2>&1; then
    point ok "$sentence"
  else
    point "not ok" "$sentence"
    sed 's/^/# /' "$work/check.log"
  fi
}
skip () { printf '1..0 # SKIP %s\n' "$1"; exit 0; }

# --- the machine ---------------------------------------------------------------------------------

make_root ()
{
  local root=$1
  debootstrap --variant=minbase \
    --include=linux-image-amd64,systemd-sysv,udev,dbus,udisks2,dosfstools,e2fsprogs \
    bookworm "$root" "$(debian_mirror)" || return 1
  cat >"$root/etc/systemd/system/palier-sticks.service" <<'UNIT'
[Unit]
After=multi-user.target udisks2.service
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'mount -o ro /dev/vdb /mnt && sh /mnt/start'
ExecStopPost=/bin/systemctl --no-block poweroff
[Install]
WantedBy=graphical.target
UNIT
  chroot "$root" systemctl enable palier-sticks.service udisks2.service &&
    chroot "$root" systemctl mask apt-daily.timer apt-daily-upgrade.timer e2scrub_reap.service \
      systemd-timesyncd.service getty.target serial-getty@ttyS0.service &&
    rm -rf "$root/var/cache/apt/archives" "$root/usr/share/doc" "$root/usr/share/locale" &&
    mkdir -p "$root/var/cache/apt/archives/partial"
}

# Whole or not at all: what is half made must not be found again by the next run.
make_machine ()
{
  local root=$cache/root.new
  [ ! -f "$cache/disk.img" ] || return 0
  rm -rf "$root"
  mkdir -p "$root"
  printf '# making the machine in %s, once\n' "$cache"
  if ! make_root "$root" >"$cache/make.log" 2>&1; then
    tail -n 20 "$cache/make.log" | sed 's/^/# /'
    return 1
  fi
  cp "$root"/boot/vmlinuz-* "$cache/vmlinuz" && cp "$root"/boot/initrd.img-* "$cache/initrd" &&
    truncate -s 2G "$cache/disk.new" &&
    mkfs.ext4 -q -F -d "$root" "$cache/disk.new" && rm -rf "$root" &&
    mv "$cache/disk.new" "$cache/disk.img"
}

# A program with every library that it uses here, so that the machine needs none of them.
carry ()
{
  local program=$1 to=$2 line
  cp "$program" "$to/" && mkdir -p "$to/lib" || return 1
  while read -r line; do
    case $line in
      */ld-linux*) cp -L "${line%% *}" "$to/lib/ld.so" ;;
      *=\>\ /*) line=${line#*=> } ; cp -Ln "${line%% *}" "$to/lib/" ;;
    esac
  done < <(ldd "$program")
}

make_payload ()
{
  local dir=$work/payload
  mkdir -p "$dir"
  carry "$build/tests/stick/stick-guest" "$dir" || return 1
  if [ -x "$build/ui/palier" ]; then carry "$build/ui/palier" "$dir" || return 1; fi
  cat >"$dir/start" <<'START'
run () { p=$1; shift; LANGUAGE=en /mnt/lib/ld.so --library-path /mnt/lib /mnt/"$p" "$@"; }
stty -F /dev/ttyS1 raw
if [ -e /mnt/palier ] && grep -q palier.test=calm /proc/cmdline; then
  for i in $(seq 60); do # until UDisks2 has looked at all four
    found=$(run palier sticks --format json | tr -d '\n')
    [ "$(printf %s "$found" | grep -o '"label"' | wc -l)" -lt 4 ] || break
    sleep 1
  done
  echo "json $found" >/dev/ttyS1
fi
run stick-guest "$(sed 's/.*palier.test=\([a-z]*\).*/\1/' /proc/cmdline)" /dev/ttyS1
echo off >/dev/ttyS1
START
  truncate -s 512M "$work/payload.img" && mkfs.ext4 -q -F -d "$dir" "$work/payload.img"
}

# --- its sticks ----------------------------------------------------------------------------------

# stick NAME SIZE LABEL: a FAT32 image with something on it already
stick ()
{
  local image=$work/$1.img
  truncate -s "$2" "$image" && mkfs.vfat -F 32 -s 1 -n "$3" "$image" >/dev/null &&
    printf 'was here before\n' | mcopy -i "$image" - ::kept.txt
}

# The same with a partition table, as sticks are sold.
partitioned_stick ()
{
  local image=$work/$1.img
  truncate -s "$2" "$image" && echo '2048,,c' | sfdisk -q "$image" &&
    mkfs.vfat -F 32 -s 1 -n "$3" --offset 2048 "$image" $(( ($(numfmt --from=iec "$2") - 1048576) / 1024 )) \
      >/dev/null &&
    printf 'was here before\n' | mcopy -i "$image@@1M" - ::kept.txt &&
    printf 'the other landing\n' | mcopy -i "$image@@1M" - ::digicap.dav
}

linux_stick () { truncate -s "$2" "$work/$1.img" && mkfs.ext4 -q -F "$work/$1.img"; }

# node NAME [MORE]: the medium, which outlives its stick when that is pulled
node () { printf 'driver=raw,node-name=%s,file.driver=file,file.filename=%s%s' "$1" "$work/$1.img" "${2:-}"; }
plug () { printf 'usb-storage,id=%s,drive=%s,serial=%s,bus=xhci.0,port=%s,removable=on' "$1" "$1" "$2" "$3"; }

# --- a boot --------------------------------------------------------------------------------------

# Answers what the machine says on its second serial line, until it says that it is off.
listen ()
{
  local line word rest
  while IFS= read -r line; do
    line=${line%$'\r'}
    word=${line%% *} rest=${line#* }
    case $word in
      ok) point ok "${rest#- }" ;;
      not) point "not ok" "${rest#ok - }" ;;
      pull) printf 'device_del pulled\n' >&3 ;;
      push) printf 'device_add %s\n' "$(plug pulled PULL0001 1)" >&3 ;;
      sha) printf '%s\n' "$rest" >>"$work/sums" ;;
      json) printf '%s\n' "$rest" >"$work/sticks.json" ;;
      off) return 0 ;;
    esac
  done <"$work/talk.out"
  return 1
}

# boot TEST QEMU ARGUMENTS…
boot ()
{
  local name=$1 qemu status
  shift
  rm -f "$work"/talk.* "$work/monitor"
  mkfifo "$work/talk.in" "$work/talk.out" "$work/monitor"
  timeout "$longest" qemu-system-x86_64 -accel tcg,thread=multi -cpu max -m 1024 -smp 2 -display none \
    -no-reboot -nodefaults -kernel "$cache/vmlinuz" -initrd "$cache/initrd" \
    -append "root=/dev/vda rw console=ttyS0 systemd.show_status=false palier.test=$name" \
    -drive "file=$cache/disk.img,format=raw,if=virtio,snapshot=on" \
    -drive "file=$work/payload.img,format=raw,if=virtio,readonly=on" \
    -serial "file:$work/$name.console" -chardev "pipe,id=talk,path=$work/talk" -serial chardev:talk \
    -device qemu-xhci,id=xhci -monitor stdio "$@" <"$work/monitor" >"$work/$name.monitor" 2>&1 &
  qemu=$!
  exec 3>"$work/monitor"
  listen
  status=$?
  wait "$qemu" || status=1
  exec 3>&-
  if [ "$status" -ne 0 ]; then
    point "not ok" "the machine runs to the end of $name"
    tail -n 25 "$work/$name.console" | sed "s/^/# /"
  fi
}

# --- what is on the sticks afterwards --------------------------------------------------------------

# same IMAGE FILE SUM: the image, read by mtools, holds this file with this SHA-256
same () { [ "$(mcopy -n -i "$1" "::$2" - | sha256sum | cut -d' ' -f1)" = "$3" ]; }
sum () { awk -v name="$1" '$1 == name { print $2 }' "$work/sums"; }
text () { [ "$(mcopy -n -i "$1" "::$2" -)" = "$3" ]; }
lists ()
{
  python3 - "$work/sticks.json" <<'PYTHON'
import json, sys
found = json.load(open(sys.argv[1]))
assert list(found) == ["sticks"], found
serials = {stick["serial"] for stick in found["sticks"]}
assert serials == {"CALM0001", "LOCK0001", "TINY0001", "LINX0001"}, serials
for stick in found["sticks"]:
    assert set(stick) == {"bus", "port", "vendor", "product", "serial", "volumes"}, stick
    assert len(stick["volumes"]) == 1, stick
    for volume in stick["volumes"]:
        assert set(volume) == {"label", "filesystem", "size", "free", "mount", "read_only"}, volume
PYTHON
}

calm ()
{
  partitioned_stick calm 128M BACKUP && stick locked 48M LOCKED && stick tiny 48M TINY && linux_stick linux 768M ||
    return 1
  boot calm -blockdev "$(node calm)" -blockdev "$(node locked ,read-only=on)" \
    -blockdev "$(node tiny)" -blockdev "$(node linux)" -device "usb-hub,bus=xhci.0,port=2" \
    -device "$(plug calm CALM0001 1)" -device "$(plug locked LOCK0001 2.1)" \
    -device "$(plug tiny TINY0001 3)" -device "$(plug linux LINX0001 4)"
  check "from outside: the backup is on the stick" same "$work/calm.img@@1M" devCfg_1.bin "$(sum devCfg_1.bin)"
  check "from outside: the new digicap.dav is there" same "$work/calm.img@@1M" digicap.dav "$(sum digicap.dav)"
  check "from outside: the old one is beside it" text "$work/calm.img@@1M" "digicap (1).dav" "the other landing"
  check "from outside: what was there before still is" text "$work/calm.img@@1M" kept.txt "was here before"
  check "from outside: the file saved before the stick was full" same "$work/tiny.img" saved.bin "$(sum saved.bin)"
  check "from outside: the formatted stick is FAT32" sh -c "minfo -i '$work/linux.img' :: | grep -q FAT32"
  check "from outside: and holds its backup" same "$work/linux.img" formatted.bin "$(sum formatted.bin)"
  check "from outside: the file system of the full stick is sound" fsck.vfat -n "$work/tiny.img"
  [ ! -x "$build/ui/palier" ] || check "palier sticks says in JSON what it promises" lists
}

# The stick takes 3 MB a second, so that pulls fall into all parts of a write.
pulls ()
{
  local name lost=0 saved
  stick pulled 256M PULLED || return 1
  : >"$work/sums"
  boot pulls -object throttle-group,id=slow,x-bps-total=3000000 \
    -blockdev "driver=throttle,node-name=pulled,throttle-group=slow,file.driver=raw,file.file.driver=file,file.file.filename=$work/pulled.img" \
    -device "$(plug pulled PULL0001 1)"
  while read -r name _; do
    same "$work/pulled.img" "$name" "$(sum "$name")" || { lost=$((lost + 1)); printf '# lost: %s\n' "$name"; }
  done <"$work/sums"
  saved=$(wc -l <"$work/sums")
  check "from outside: of $saved saved files none is lost" [ "$lost" -eq 0 -a "$saved" -gt 20 ]
  check "from outside: what was there before still is" text "$work/pulled.img" kept.txt "was here before"
}

[ "$(id -u)" -eq 0 ] || skip "making the machine needs root (debootstrap)"
need qemu-system-x86 debootstrap dosfstools mtools e2fsprogs fdisk || exit 1
[ -x "$build/tests/stick/stick-guest" ] || { say "build first: $build/tests/stick/stick-guest is missing"; exit 1; }
mkdir -p "$cache"
work=$(mktemp -d "${TMPDIR:-/tmp}/palier-stick-vm.XXXXXX")
trap 'rm -rf "$work"' EXIT
make_machine || { point "not ok" "the machine is made"; echo "1..$number"; exit 1; }
make_payload || { point "not ok" "the payload is made"; echo "1..$number"; exit 1; }
calm || point "not ok" "the sticks are made"
pulls || point "not ok" "the stick is made"
printf '1..%d\n' "$number"
