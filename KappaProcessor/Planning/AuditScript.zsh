#!/bin/zsh -f
# Made by Kappa. Kandji runs this as root at every check-in: exit 0 passes, anything else installs the app.
emulate -R zsh
setopt extended_glob ksh_glob no_aliases null_glob

# What is enforced: an app, by bundle id and name, or else a package, by its receipt. The values come out of a
# downloaded installer: none may become part of a command, a pattern, an AppleScript or a PlistBuddy entry.
APP_NAME=''
BUNDLE_ID=''
PKG_ID=''
MINIMUM_ENFORCED_VERSION=''
CREATION_TIMESTAMP=''
DAYS_UNTIL_ENFORCEMENT=''

export PATH=/usr/bin:/bin:/usr/sbin:/sbin:/usr/libexec
LC_ALL=C
ROOT=''
DEFERRALS=$ROOT/Library/Preferences/io.kandji.enforcement.delay.plist
IRUPKG_DEFERRALS=$ROOT/Library/Preferences/com.iru.irupkg.enforcement.delay.plist
NO_DEFERRALS=$'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n</dict>\n</plist>'

# Arguments: title, text, icon or nothing, buttons. None cancels, so neither Escape nor an error is an answer.
DIALOG='on run argv
    set dialogIcon to caution
    if item 3 of argv is not "" then set dialogIcon to POSIX file (item 3 of argv)
    tell current application to activate
    set answer to display dialog (item 2 of argv) with title (item 1 of argv) ¬
        buttons (items 4 thru -1 of argv) default button "Quit" with icon dialogIcon giving up after 300
    if gave up of answer then return "no answer"
    return button returned of answer
end run'

# Arguments: process ids. As polite as the menu item: the app can save first. Unlike AppleScript's "quit" this
# needs no leave to automate the app, and cannot start it.
QUIT='ObjC.import("AppKit")
function run(pids) {
    for (const pid of pids) $.NSRunningApplication.runningApplicationWithProcessIdentifier(Number(pid)).terminate
}'

main() {
    [[ -n $MINIMUM_ENFORCED_VERSION && -n $APP_NAME$BUNDLE_ID$PKG_ID ]] || pass 'No values are filled in.'
    find_installed
    pass_until_deadline
    pass_if_new_enough
    install_unless_open
    ask_user
}

# One line of the report. Nothing that an installer or a Mac gives a name to can add a line or colours to it.
say() { print -r -- "${*//[$'\0'-$'\x1f'$'\x7f']/?}"; }
pass() { say "$@"; exit 0; }
install() { say "$@"; exit 1; }
is_number() { [[ $1 == [0-9]## && ${#1} -le 12 ]]; }
local_time() { date -r "$1" '+%Y-%m-%d %H:%M %Z'; }

# Sets app (empty for a package), name and installed.
find_installed() {
    local receipt
    app='' name=${APP_NAME:-${BUNDLE_ID:-$PKG_ID}}
    if [[ -n $APP_NAME$BUNDLE_ID ]]; then
        say "Looking for $name${APP_NAME:+${BUNDLE_ID:+ ($BUNDLE_ID)}}."
        find_app || install 'It was not found: installing.'
        name=${${app##*/}%.(#i)app}
        installed=$(plist_value CFBundleShortVersionString "$app")
        [[ -n $installed ]] || installed=$(plist_value CFBundleVersion "$app")
    else
        say "Looking for the receipt of $name."
        receipt=$(pkgutil --pkg-info-plist "$PKG_ID" 2>/dev/null) || install 'It was not found: installing.'
        installed=$(print -r -- "$receipt" | plutil -extract pkg-version raw -o - - 2>/dev/null) || installed=
    fi
    say "Found ${app:-it}, version ${installed:-unreadable}."
}

plist_value() { [[ -f $2/Contents/Info.plist ]] && PlistBuddy -c "Print :$1" "$2/Contents/Info.plist" 2>/dev/null; }

find_app() {
    searched=()
    [[ -n $BUNDLE_ID ]] && find_bundle has_bundle_id kMDItemCFBundleIdentifier "$BUNDLE_ID" && return
    [[ -n $APP_NAME ]] && find_bundle has_name kMDItemFSName "$APP_NAME"
}

# Apple's "File Metadata Query Expression Syntax": a backslash takes the meaning from quotes and wildcards.
# Spotlight may know a stray copy alone, so the app that is in its place is a candidate in any case.
find_bundle() {
    local one value=${3//(#m)[\\\"\'*?]/\\$MATCH}
    local -aU known=("${(@0)$(mdfind -0 "$2 == \"$value\"" 2>/dev/null)}")
    for one in "$ROOT"/Applications/*; do has_name "$one" && known+=("$one"); done
    choose_app "$1" "${known[@]}" && return
    (( ${#searched} )) || search_folders
    choose_app "$1" "${searched[@]}"
}

# For what Spotlight does not know: one bounded look, not into bundles, not on to other volumes.
search_folders() {
    set -- "$ROOT"/{,System/}Applications "$ROOT/Library" "$ROOT"/Users/*/Applications
    searched=("${(@0)$(find "$@" -xdev -maxdepth 5 -type d -name '*.app' -prune -print0 2>/dev/null)}")
}

# Sets app to the one in /Applications, best by its name, else to the one with the shortest path, of those that
# pass the test. A link is no app: it may lead to another volume.
choose_app() {
    local bundle rank best=''
    for bundle in "${@:2}"; do
        bundle=$ROOT${${bundle#"$ROOT"}/#\/System\/Volumes\/Data\///}
        [[ -d $bundle && ! -L $bundle ]] && ! is_a_mere_copy "$bundle" && "$1" "$bundle" || continue
        [[ $bundle == "$ROOT"/Applications/* ]] && rank=1 || rank=2
        (( rank == 1 )) && has_name "$bundle" && rank=0
        rank+=${(l:6::0:)${#bundle}}$bundle
        [[ -n $best && $best < $rank ]] || best=$rank app=$bundle
    done
    [[ -n $best ]]
}

# On another volume, in a backup, thrown away, downloaded, temporary or cached.
is_a_mere_copy() {
    [[ $1 == "$ROOT"/@(Volumes|System/Volumes|Network|private)/* ||
        $1 == *@(.backupdb|/.MobileBackups|/.Trash|/.Trashes|/Downloads|/Library/Caches)/* ]]
}

has_bundle_id() { [[ $(plist_value CFBundleIdentifier "$1") == "$BUNDLE_ID" ]]; }

# The file system is asked as well: it knows when two spellings (composed, in another case) are one name.
has_name() { [[ $APP_NAME != */* && ( ${1##*/} == "$APP_NAME" || ${1%/*}/$APP_NAME -ef $1 ) ]]; }

pass_until_deadline() {
    local -i now=$(( $(date +%s) )) deadline=0
    is_number "$CREATION_TIMESTAMP" && is_number "$DAYS_UNTIL_ENFORCEMENT" &&
        deadline=$(( CREATION_TIMESTAMP + DAYS_UNTIL_ENFORCEMENT * 86400 ))
    (( now < deadline )) &&
        pass "Version $MINIMUM_ENFORCED_VERSION is enforced from $(local_time $deadline) on," \
            "in $(duration $(( deadline - now ))). Nothing to do until then."
    say "Version $MINIMUM_ENFORCED_VERSION is enforced since $(local_time $deadline)."
}

# 93784 → 1 day, 2 hours, 3 minutes
duration() {
    local seconds=$1 words='' unit count
    for unit in 86400:day 3600:hour 60:minute; do
        count=$(( seconds / ${unit%:*} )) seconds=$(( seconds % ${unit%:*} ))
        (( count )) && words+="${words:+, }$count ${unit#*:}"
        (( count > 1 )) && words+='s'
    done
    print -r -- "${words:-less than a minute}"
}

pass_if_new_enough() {
    [[ $installed == *[0-9]* ]] || install "That is no version to compare: installing $MINIMUM_ENFORCED_VERSION."
    compare_versions "$installed" "$MINIMUM_ENFORCED_VERSION"
    say "The installed version is $REPLY."
    [[ $REPLY == older ]] && return
    forget_deferral
    exit 0
}

# Sets REPLY to what the first version is to the second: older, the same or newer. A part that is missing counts
# as 0, letters come before digits: 1.0b1 < 1.0 = 1.0.0. Padded, since a number may be longer than any integer.
compare_versions() {
    local one other i width
    local -a first=(${=$(version_parts "$1")}) second=(${=$(version_parts "$2")})
    for (( i = 1; i <= ${#first} || i <= ${#second}; i++ )); do
        one=${first[i]:-0} other=${second[i]:-0}
        width=$(( ${#one} > ${#other} ? ${#one} : ${#other} ))
        case $one:$other in
            [0-9]*:[0-9]*) one=${(l:width::0:)one} other=${(l:width::0:)other} ;;
            [0-9]*:*) REPLY=newer; return ;;
            *:[0-9]*) REPLY=older; return ;;
        esac
        [[ $one == "$other" ]] && continue
        [[ $one < $other ]] && REPLY=older || REPLY=newer
        return
    done
    REPLY='the same'
}

# v2024.1B (5) → 2024 1 b 5
version_parts() {
    local text=${${(L)1}/#(#b)[[:space:]]#v([0-9])/${match[1]}}
    text=${text//(#m)[0-9]##/ $MATCH }
    print -r -- "${text//[^0-9a-z]/ }"
}

install_unless_open() {
    [[ -n $app ]] || install "Installing $MINIMUM_ENFORCED_VERSION."
    find_console_user || install "Nobody is logged in at the screen: installing $MINIMUM_ENFORCED_VERSION."
    find_processes
    (( ${#pids} )) || install "$name $otherwise: installing $MINIMUM_ENFORCED_VERSION."
}

# Sets pids to those processes of the app that have a Dock icon, and otherwise to what is so without any. Asked in
# the session at the screen: who is switched out (fast user switching) could neither see a dialog nor be spared.
find_processes() {
    local asn about
    pids=() otherwise="is not running for $user"
    for asn in ${(M)${=$(in_user_session lsappinfo find "bundlepath=$app")}:#ASN:*}; do
        otherwise='runs in the background only'
        # ASN:0x0-0x12012-"Google_Chrome": → ASN:0x0-0x12012:
        about=$(in_user_session lsappinfo info -only ApplicationType -only pid "${${asn%%-\"*}%:}:")
        [[ $about == *'"ApplicationType"="Foreground"'* ]] && pids+=("${${about##*\"pid\"=}%%[^0-9]*}")
    done
}

ask_user() {
    local answer delay_end now buttons=('Delay 1 Hour' Quit)
    find_deferral
    now=$(date +%s)
    # An end further ahead than an hour was written by a clock that was wrong.
    (( now < delay_end && delay_end <= now + 3600 )) &&
        pass "$name is open, and the user has delayed the update until $(local_time "$delay_end")."
    (( delay_end )) && buttons=(Quit)
    show_dialog
    case $answer in
        Quit) quit_app ;;
        'Delay 1 Hour') store_deferral ;;
        *) pass 'There was no answer: asking again at the next check-in.' ;;
    esac
}

# Sets user and user_id to the one in front of the screen; false when that is nobody.
find_console_user() {
    read -r user_id user < <(stat -f '%u %Su' /dev/console 2>/dev/null)
    is_number "$user_id" && [[ $user != @(root|loginwindow|_mbsetupuser) ]]
}
in_user_session() { launchctl asuser "$user_id" sudo -u "#$user_id" "$@" 2>/dev/null; }

# Sets answer. A dialog that fails is shown once more, without the icon: nothing else in it can be broken.
show_dialog() {
    local text="Version $MINIMUM_ENFORCED_VERSION of $name is ready. Click Quit to close $name and update it."
    local icon=$app/Contents/Resources/${${$(plist_value CFBundleIconFile "$app")##*/}%.icns}.icns
    [[ -f $icon ]] || icon=$ROOT/System/Library/CoreServices/Installer.app/Contents/Resources/AppIcon.icns
    (( ${#buttons} > 1 )) && text+=$'\n\nYou can delay this once, for one hour.'
    for icon in "$icon" ''; do
        say "$name is open: asking the user (${(j: or :)buttons})."
        answer=$(print -r -- "$DIALOG" |
            in_user_session osascript - "Update $name" "$text" "$icon" "${buttons[@]}")
        [[ $answer == 'no answer' || -n ${buttons[(re)$answer]} ]] && return
        say 'The dialog failed.'
    done
    answer=''
}

# The processes are looked up again: the app may have been started anew behind the dialog.
quit_app() {
    say 'The user chose Quit.'
    find_processes
    (( ${#pids} )) && print -r -- "$QUIT" | in_user_session osascript -l JavaScript - "${pids[@]}" >/dev/null
    for _ in {1..30}; do
        find_processes
        (( ${#pids} )) || install "$name has quit: installing $MINIMUM_ENFORCED_VERSION."
        sleep 1
    done
    install "$name is still open after 30 seconds: installing $MINIMUM_ENFORCED_VERSION all the same."
}

# Sets delay_end to when the delay for this app and version is over, or was; 0 when the user has not had one.
find_deferral() {
    local file
    delay_end=0
    for file in "$IRUPKG_DEFERRALS" "$DEFERRALS"; do
        read_deferrals "$file" || say "$file is damaged, so it counts as empty."
        is_number "$REPLY" && (( REPLY > delay_end )) && delay_end=$REPLY
    done
}

store_deferral() {
    local -i delay_end=$(( $(date +%s) + 3600 ))
    read_deferrals "$DEFERRALS"
    say "The user chose Delay 1 Hour: asking again after $(local_time "$delay_end")."
    write_deferrals "$before$of_app$of_version$integer$delay_end</integer>${${after#"$of_app"}/"$entry"}" ||
        say "This could not be stored in $DEFERRALS."
    exit 0
}

forget_deferral() {
    read_deferrals "$DEFERRALS"
    [[ -n $entry ]] && write_deferrals "$before${after/"$entry"}" && say 'The stored delay is cleared.'
}

# KAPPA, kpkg and irupkg store the same: <dict> of apps → <dict> of versions → <integer> epoch seconds; plutil
# writes one element a line. Sets before and after, the file up to this app's key and from there on (made if
# need be), entry, the lines of this version, and REPLY, its number if it is one. False for a damaged file.
read_deferrals() {
    local xml='' readable=0 block foot=$'\n</dict>\n</plist>'
    of_app=$'\n\t<key>'$(xml_text "${APP_NAME:-${BUNDLE_ID:-$PKG_ID}}")$'</key>\n\t<dict>'
    of_version=$'\n\t\t<key>'$(xml_text "$MINIMUM_ENFORCED_VERSION")'</key>' integer=$'\n\t\t<integer>'
    [[ ! -f $1 ]] || xml=$(plutil -convert xml1 -o - "$1" 2>/dev/null) || readable=1
    [[ $xml == *$'\n<dict>\n'*"$foot" ]] || xml=$NO_DEFERRALS
    xml=${xml//$'\n\t<dict/>'/$'\n\t<dict>\n\t</dict>'}
    [[ $xml == *"$of_app"* ]] || xml=${xml%"$foot"}$of_app$'\n\t</dict>'$foot
    before=${xml%%"$of_app"*} after=${xml:${#before}}
    block=${after%%$'\n\t</dict>'*} entry='' REPLY=''
    [[ $block == *"$of_version"* ]] || return $readable
    entry=${${block#*"$of_version"}%%$'\n\t\t<key>'*}
    REPLY=${${entry#"$integer"}%'</integer>'} entry=$of_version$entry
    return $readable
}

write_deferrals() { print -r -- "$1" | plutil -convert xml1 -o "$DEFERRALS" - 2>/dev/null; }
xml_text() { print -r -- "${${${1//&/&amp;}//</&lt;}//>/&gt;}"; }

main
