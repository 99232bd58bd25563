#!/bin/bash
# Asks 127.0.0.1 PORT for PATH, with nothing but bash, and succeeds if the answer says UP.
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&3
while read -r -t 3 line <&3 || [ -n "$line" ]; do
  case $line in *'"UP"'*) exit 0 ;; esac
done
exit 1
