# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Completion of palier's commands, options, scenarios and consents.

_palier ()
{
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  local commands='find plan firmware sticks inspect upgrade reprogram checkup restore practice catalogue help'
  local scenarios='v3.4.70 v3.4.92 v3.4.97 v4.1.64 v4.22.005 v4.50.00 v4.61.030
    ids-custom ids-b k2 unreadable'
  local common='--user --password-file --new-password-file --file-password-file --tls-pin
    --format --language --help'
  local own='' words=''

  # "--practice=v" comes as three words where "=" separates words
  if [ "$cur" = '=' ]; then
    cur=''
  elif [ "$prev" = '=' ] && [ "$COMP_CWORD" -ge 2 ]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $prev in
    --practice|--scenario) words=$scenarios ;;
    --consent)
      if [ "${COMP_WORDS[1]}" = restore ]; then
        words='restore='
      else
        words='terms default= upgrade= skip-default= skip-backup unknown-package= skip-repair'
      fi ;;
    --put) words='all name time network' ;;
    --declare) words='remote=yes remote=no separate=yes separate=no ups=yes ups=no' ;;
    --only) words='backup repair' ;;
    --format) words='text json' ;;
    --language) words='en fr' ;;
    --backup|--packages|--stick)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -d -- "$cur")
      return ;;
    --*-file|--record|--report|--package)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$cur")
      return ;;
    --user|--camera-user|--tls-pin|--seconds|--interface|--sadp|--port|--speed|--seed|--model|--firmware)
      return ;;
  esac
  if [ -z "$words" ]; then
    case ${COMP_WORDS[1]} in
      find) own='--seconds --interface' ;;
      plan) own='--model --firmware' ;;
      inspect) own='--practice --record --speed --fresh' ;;
      upgrade) own='--practice --package --backup --consent --report --speed --fresh
        --anew --at-screen --model --serial --firmware --stick --only' ;;
      checkup) own='--practice --declare --report --speed --fresh' ;;
      reprogram) own='--practice --put --camera-user --camera-password-file --speed --fresh' ;;
      restore) own='--practice --consent --speed --fresh' ;;
      practice) own='--scenario --port --speed --packages --seed --sadp' ;;
      firmware)
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        return ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then
      words="$commands --practice --speed --fresh --version --help"
    else
      words="$own $common"
    fi
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  case ${COMPREPLY[0]:-} in
    *=) compopt -o nospace ;;
  esac
}

complete -F _palier palier
