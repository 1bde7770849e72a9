namespace Kappa.Tests.Support;

/// <summary>
/// The tools of macOS that an audit script calls, in a few lines of sh. What they print and how they fail follows their
/// manual pages; their answers come from the files in <c>$state</c>.
/// </summary>
internal static class AuditMacTools
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["mdfind"] = """
            exec cat "$state/${2%% *}" 2>/dev/null
            """,
        ["find"] = """
            exec find "$@"
            """,
        ["PlistBuddy"] = """
            while IFS= read -r line; do
                case $line in
                    "${2#Print :}="*) printf '%s\n' "${line#*=}"; exit ;;
                esac
            done < "$3"
            echo "Print: Entry, \"${2#Print }\", Does Not Exist" >&2
            exit 1
            """,
        ["pkgutil"] = """
            cat "$state/receipt" 2>/dev/null || { echo "No receipt for '$2' found at '/'." >&2; exit 1; }
            """,
        ["plutil"] = $"""
            exec python3 -I -S -c '{Plutil}' "$@"
            """,
        ["date"] = """
            case $1 in
                +%s) exec cat "$state/now" ;;
                *) exec zsh -fc 'zmodload zsh/datetime; strftime "$1" "$2"' date "${3#+}" "$2" ;;
            esac
            """,
        ["lsappinfo"] = """
            case $1 in
                find) exec cat "$state/running.$session" 2>/dev/null ;;
                info) exec cat "$state/process.$6" ;;
            esac
            """,
        ["stat"] = """
            exec cat "$state/console"
            """,
        ["launchctl"] = """
            export session="$2"
            shift 2
            tool=$1
            shift
            exec "$tools/$tool" "$@"
            """,
        ["sudo"] = """
            shift 2
            tool=$1
            shift
            exec "$tools/$tool" "$@"
            """,
        ["osascript"] = """
            cat >> "$state/input"
            if [ "$1" = -l ]; then
                [ -e "$state/quits" ] && rm "$state/running.$session"
                exit 0
            fi
            [ -e "$state/running.anew" ] && mv "$state/running.anew" "$state/running.$session"
            echo x >> "$state/dialogs"
            dialog=$(wc -l < "$state/dialogs" | tr -d ' ')
            grep . "$state/answer.$dialog" || { echo 'execution error' >&2; exit 1; }
            """,
        ["sleep"] = "",
        ["canary"] = "",
    };

    private const string Plutil = """
        import plistlib, sys
        arguments = sys.argv[1:]
        source = sys.stdin.buffer if arguments[-1] == "-" else open(arguments[-1], "rb")
        try:
            value = plistlib.loads(source.read())
            if arguments[0] == "-extract":
                print(value[arguments[1]])
                sys.exit()
        except Exception as error:
            sys.exit("Property List error: %s" % error)
        text = plistlib.dumps(value, sort_keys=False)
        if arguments[3] == "-":
            sys.stdout.buffer.write(text)
        else:
            open(arguments[3], "wb").write(text)
        """;
}
