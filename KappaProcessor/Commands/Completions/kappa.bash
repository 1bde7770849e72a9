# shellcheck shell=bash
# Completion of kappa for bash. In ~/.bashrc:  eval "$(kappa completions bash)"
_kappa() {
    local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} suggestion
    COMPREPLY=()
    while IFS= read -r suggestion; do
        # Options are offered to those who have begun one.
        case $suggestion in
            -*) [[ $word == -* ]] || continue ;;
        esac
        [[ $suggestion == "$word"* ]] && COMPREPLY+=("$suggestion")
    done < <("${COMP_WORDS[0]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o bashdefault -o default -F _kappa kappa
