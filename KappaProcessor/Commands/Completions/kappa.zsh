#compdef kappa
# Completion of kappa for zsh. In ~/.zshrc, after compinit:  eval "$(kappa completions zsh)"
# or as a file named _kappa in a folder of $fpath.
_kappa() {
    local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
    local -a suggestions
    suggestions=(${(f)"$(${~words[1]} "[suggest:${#line}]" $line 2>/dev/null)"})
    # Options are offered to those who have begun one.
    [[ $PREFIX == -* ]] || suggestions=(${suggestions:#-*})
    if (( $#suggestions )); then
        compadd -- $suggestions
    else
        _files
    fi
}
if [[ $funcstack[1] == _kappa ]]; then
    _kappa "$@"
else
    compdef _kappa kappa
fi
