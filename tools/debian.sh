#!/bin/sh
# Run a command on this checkout in a Debian of its own, as root:
#
#     tools/debian.sh SUITE COMMAND...        for example: tools/debian.sh trixie make test
#
# SUITE is bookworm (QGIS 3.22), trixie (3.40) or trixie-backports (3.44). When first used, the system is made by
# debootstrap from the mirror that this machine's apt uses, and kept in a folder of the cache (RTM_DEBIANS names another:
# an empty one gives a fresh machine). The system is bare but for git and make: the command installs what it needs, and
# what it leaves in dist/ is left in the checkout's. The exit code is that of the command, or 69 where there can be no
# such system: the last line on stderr says why.
set -eu

unavailable() {
    echo "$1" >&2
    exit 69
}

[ $# -ge 2 ] || unavailable "Usage: tools/debian.sh SUITE COMMAND..."
suite=$1
release=${suite%-backports}
checkout=$(cd "$(dirname "$0")/.." && pwd)
system=${RTM_DEBIANS:-${XDG_CACHE_HOME:-$HOME/.cache}/risk_terrain_modelling/debians}/$suite
log=$system.log

# All that is mounted is mounted in a namespace of its own, which ends with this process, and all others that it has
# started with it: however that comes about, nothing stays mounted. Removing the folder of a system removes only that.
if [ -z "${RTM_IN_NAMESPACE:-}" ]; then
    [ "$(id -u)" -eq 0 ] || unavailable "Debian $suite needs root: run this as root."
    unshare --mount --pid --fork true 2>/dev/null || unavailable "Debian $suite needs to mount: not allowed here."
    export RTM_IN_NAMESPACE=yes
    exec unshare --mount --pid --fork --kill-child --mount-proc "$0" "$@"
fi

mkdir -p "$(dirname "$system")"
exec 9>"$system.lock"
flock 9 # one at a time

# The mirror is asked of apt, whose lists may have been removed.
find_mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 'Component: main' | head -n 1
}

make_system() {
    if ! command -v debootstrap >/dev/null; then
        { apt-get update && apt-get install --yes --no-install-recommends debootstrap; } >"$log" 2>&1 ||
            unavailable "Debian $suite needs debootstrap, which cannot be installed: $log says why."
    fi
    mirror=$(find_mirror)
    [ -n "$mirror" ] || { apt-get update >"$log" 2>&1 && mirror=$(find_mirror); } || true
    [ -n "$mirror" ] || unavailable "Debian $suite needs a mirror of Debian, and this machine's apt uses none."
    rm -rf "$system.part"
    debootstrap --variant=minbase --include=ca-certificates,git,make "$release" "$system.part" "$mirror" >"$log" 2>&1 ||
        unavailable "Debian $suite cannot be made ($(tail -n 1 "$log")): is there a network, and is the disk full?"
    echo "deb $mirror $release main" >"$system.part/etc/apt/sources.list"
    if [ "$suite" != "$release" ]; then # of the newer packages only QGIS
        echo "deb $mirror $suite main" >>"$system.part/etc/apt/sources.list"
        printf 'Package: src:qgis\nPin: release n=%s\nPin-Priority: 990\n' "$suite" >"$system.part/etc/apt/preferences"
    fi
    apt-config dump | grep '^Acquire::' | grep -v '::IndexTargets' >"$system.part/etc/apt/apt.conf.d/90as-outside" || true
    echo force-unsafe-io >"$system.part/etc/dpkg/dpkg.cfg.d/unsafe-io" # a system that can be made again
    printf '#!/bin/sh\nexit 101\n' >"$system.part/usr/sbin/policy-rc.d" # no services
    chmod +x "$system.part/usr/sbin/policy-rc.d"
    mv "$system.part" "$system"
}

[ -d "$system" ] || make_system

for file in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do # into the network as from outside
    [ ! -e "$file" ] || cp -L "$file" "$system$file"
done
mount -t proc proc "$system/proc"
mount --rbind /dev "$system/dev"
rm -rf "$system/tmp"
mkdir -m 1777 "$system/tmp"

# The files as they are, committed or not, become the one commit of a repository. The environment of tests stays.
tree=$system/srv/risk_terrain_modelling
mkdir -p "$tree" "$system/srv/shared"
find "$tree" -mindepth 1 -maxdepth 1 ! -name .venv -exec rm -rf {} +
git -C "$checkout" -c safe.directory="$checkout" ls-files -z --cached --others --exclude-standard |
    tar --create --directory "$checkout" --no-recursion --null --files-from - |
    tar --extract --directory "$tree" --no-same-owner
(
    cd "$tree"
    export GIT_CONFIG_GLOBAL=/dev/null # no hooks or signatures of the user
    git init --quiet
    git add --all
    git -c user.name=Tests -c user.email=tests@localhost commit --quiet --message "The checkout as it was"
)
mkdir -p "$checkout/dist" "$tree/dist"
mount --bind "$checkout/dist" "$tree/dist"
if [ -d "$checkout/../shared" ]; then
    mount --options bind,ro "$checkout/../shared" "$system/srv/shared"
fi

shift
for name in $(env | sed -n 's/^\(PIP_[A-Z_]*\|[a-z]*_proxy\|[A-Z]*_PROXY\)=.*/\1/p'); do
    eval "set -- \"$name=\$$name\" \"\$@\""
done
set -- env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
chroot "$system" dpkg --configure -a >"$log" 2>&1 # of an installation that was killed
chroot "$system" sh -c 'cd /srv/risk_terrain_modelling && exec "$@"' sh "$@"
