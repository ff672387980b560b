#!/usr/bin/env bash
# Makes assets/screenshot.png: the window with the sample article and one figure selected.
# Needs Xvfb, openbox, xdotool and ImageMagick, and `cargo build --release` done.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$home"' EXIT
export DISPLAY=:97
Xvfb "$DISPLAY" -screen 0 1600x1000x24 +extension GLX >/dev/null 2>&1 &
sleep 1
openbox >/dev/null 2>&1 &
READOUT_HOME=$home READOUT_THEME=light READOUT_RENDERER=glow target/release/readout &
sleep 5
window=$(xdotool search --name Readout | tail -1)
xdotool windowmove "$window" 0 0 windowsize "$window" 1440 900
sleep 2
xdotool mousemove --window "$window" 450 415 click 1
sleep 1
xdotool mousemove --window "$window" 800 600
sleep 1
import -window "$window" assets/screenshot.png
