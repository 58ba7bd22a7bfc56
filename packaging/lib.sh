# SPDX-FileCopyrightText: Stagekeeper developers
# SPDX-License-Identifier: Apache-2.0
# Shared by packaging/start and packaging/test; sourced, not run.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages=(
  g++ cmake ninja-build ccache mold git qt6-base-dev qt6-svg-dev qt6-tools-dev libqt6sql6-sqlite
  libssl-dev libsqlite3-dev libexpected-dev libcli11-dev libxkbcommon-dev
  pkg-config libgraphviz-dev)
run_packages=(fontconfig fonts-dejavu-core)
test_packages=(xvfb xauth)

say() { printf '\n==> %s\n' "$*"; }
stop() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# As many compilers as there are processors, but one for each GiB of free memory at most.
job_count() {
  local processors gibibytes
  processors=$(nproc)
  gibibytes=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
  echo $((gibibytes < 1 ? 1 : gibibytes < processors ? gibibytes : processors))
}

# Those of the packages given that are not installed, one a line.
missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || printf '%s\n' "$package"
  done
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  else
    sudo "$@"
  fi
}

install_packages() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null ||
    stop "packages are installed with apt-get here, and there is none: this needs Debian 12 or a system derived from it."
  local missing
  mapfile -t missing < <(missing_packages "$@")
  if [[ ${#missing[@]} == 0 ]]; then
    say "All $# packages are installed"
    return
  fi
  [[ $(id -u) == 0 ]] || command -v sudo >/dev/null ||
    stop "installing packages needs root: run this as root, install sudo, or have installed: ${missing[*]}"
  say "Installing ${#missing[@]} of $# packages: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# configure_and_build PRESET [TARGET...]
configure_and_build() {
  local preset=$1
  shift
  cd "$root"
  say "Configuring ($preset)"
  cmake --preset "$preset"
  say "Building, $(job_count) files at a time"
  cmake --build --preset "$preset" --parallel "$(job_count)" ${1:+--target "$@"}
}
