#!/usr/bin/env bash
# Makes the pictures of the README: the window with the sample article, light with a figure selected and dark with the
# network. Needs Xvfb, openbox, xdotool and ImageMagick, and `cargo build --release` done.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$home"' EXIT
export DISPLAY=:97
Xvfb "$DISPLAY" -screen 0 1600x1000x24 +extension GLX >/dev/null 2>&1 &
sleep 1
openbox >/dev/null 2>&1 &

# Starts the window in a theme, with nothing remembered, and gives it its size.
start() {
    XDG_DATA_HOME=$home/$1 READOUT_HOME=$home/$1 READOUT_THEME=$1 READOUT_RENDERER=glow target/release/readout &
    readout=$!
    sleep 5
    window=$(xdotool search --name Readout | tail -1)
    xdotool windowmove "$window" 0 0 windowsize "$window" 1440 900
    sleep 2
    xdotool windowfocus "$window"
    # The hints of a first start.
    xdotool key Escape
    sleep 1
}

# Takes a picture with the pointer out of the way, and closes the window.
take() {
    xdotool mousemove --window "$window" 800 20
    sleep 2
    import -window "$window" "$1"
    kill "$readout"
    wait "$readout" 2>/dev/null || true
}

start light
# “3 million tonnes”, in the second paragraph.
xdotool mousemove --window "$window" 424 415 click 1
sleep 1
take assets/screenshot.png

start dark
xdotool key ctrl+6
sleep 1
# The first row of the table below the network.
xdotool mousemove --window "$window" 1080 587 click 1
sleep 1
take assets/screenshot-dark.png
