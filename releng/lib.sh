# Shared by the scripts beside it: where things are, and the build if it is due.
# shellcheck shell=bash
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
product=$root/releng/product/target/chartroom

# Maven in the root of the project, without a prompt.
maven() {
    (cd "$root" && mvn -B "$@")
}

# The product is as new as the newest source.
product_is_current() {
    [ -e "$product/version" ] || return 1
    [ -z "$(find "$root/pom.xml" "$root/bundles" "$root/features" "$root/target-platform" "$root/releng/product" \
        -name target -prune -o -type f -newer "$product/version" -print -quit)" ]
}

build_product_if_due() {
    if ! product_is_current; then
        echo "Building Chartroom ..." >&2
        maven -q verify -DskipTests -pl releng/product -am >&2
    fi
}

# Names the packages that tests and pictures need, installs them when that is possible.
need_programs() {
    local missing=()
    command -v Xvfb >/dev/null || missing+=(xvfb)
    command -v openbox >/dev/null || missing+=(openbox)
    command -v strace >/dev/null || missing+=(strace)
    need_packages ${missing[@]+"${missing[@]}"}
}

# The same for what a window needs.
need_window_libraries() {
    need_packages
}

# Takes packages known to be missing, adds the libraries and fonts that every window needs.
need_packages() {
    local missing=("$@")
    # Into variables: with pipefail, a reader that stops early would make the writer's end count as a failure.
    local libraries fonts
    libraries=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true)
    fonts=$(fc-list 2>/dev/null || true)
    [[ $libraries == *libgtk-3.so.0* ]] || missing+=(libgtk-3-0)
    [ -n "$fonts" ] || missing+=(fonts-dejavu-core)
    if [ ${#missing[@]} -eq 0 ]; then
        return 0
    fi
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing ${missing[*]} ..." >&2
        apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >&2
    else
        echo "Missing: ${missing[*]}. Install them, for instance with: sudo apt-get install ${missing[*]}" >&2
        return 1
    fi
}

# Starts a display of its own and says on which number; ended by stop_display. Takes its size, by default 1680x1050.
start_display() {
    local number_file size=${1:-1680x1050}
    number_file=$(mktemp)
    Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$number_file" >/dev/null 2>&1 &
    xvfb_pid=$!
    for _ in $(seq 100); do
        [ -s "$number_file" ] && break
        sleep 0.1
    done
    DISPLAY=:$(tr -d '[:space:]' <"$number_file")
    rm -f "$number_file"
    export DISPLAY
    openbox --sm-disable >/dev/null 2>&1 &
    openbox_pid=$!
}

stop_display() {
    kill "${openbox_pid:-}" "${xvfb_pid:-}" 2>/dev/null || true
}
