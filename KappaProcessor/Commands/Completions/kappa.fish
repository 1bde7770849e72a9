# Completion of kappa for fish. In ~/.config/fish/config.fish:  kappa completions fish | source
function __kappa_suggestions
    set --local line (commandline --cut-at-cursor --current-process)
    set --local program (commandline --tokenize --current-process)[1]
    set --local word (commandline --cut-at-cursor --current-token)
    set --local suggestions ($program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    # Options are offered to those who have begun one.
    if not string match --quiet -- '-*' "$word"
        set suggestions (string match --invert -- '-*' $suggestions)
    end
    if set --query suggestions[1]
        printf '%s\n' $suggestions
    else
        __fish_complete_path "$word"
    end
end
complete --command kappa --no-files --arguments '(__kappa_suggestions)'
