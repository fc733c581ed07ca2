import Foundation
import KSPCore

/// The script by which a shell asks ``Completion``. The scripts know no names: a new `ksp` needs no
/// new script.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  static let option = "--generate-completion-script"

  /// The shell that was named, or the one that the user works in.
  init(named name: String?) throws {
    let shell = ProcessInfo.processInfo.environment["SHELL"] ?? ""
    let name = name ?? String(shell.split(separator: "/").last ?? "")
    guard let script = Self(rawValue: name) else {
      throw UsageProblem(
        Phrase(
          id: "Tidak ada naskah pelengkap untuk “\(name)”.",
          en: "There is no completion script for “\(name)”."),
        advice: Phrase(
          id: "Tulis \(Self.option) \(words(Self.self)).",
          en: "Write \(Self.option) with one of these: \(words(Self.self))."))
    }
    self = script
  }

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  private static let bashText = #"""
    # ksp(1) in bash
    _ksp() {
      local line
      COMPREPLY=()
      while IFS= read -r line; do
        if [[ $line == $'\t'files ]]; then
          compopt -o default 2>/dev/null ||
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
        else
          COMPREPLY+=("${line%%$'\t'*}")
        fi
      done < <("$1" ---complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    }
    complete -F _ksp ksp
    """#

  private static let zshText = #"""
    #compdef ksp
    _ksp() {
      local line
      local -a found
      integer files=0
      "${words[1]}" ---complete "${(@)words[2,CURRENT]}" 2>/dev/null | while IFS= read -r line; do
        if [[ $line == $'\t'files ]]; then
          files=1
        else
          found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
        fi
      done
      if (( files )); then _files; else _describe ksp found; fi
    }
    if [[ $funcstack[1] == _ksp ]]; then _ksp "$@"; else compdef _ksp ksp; fi
    """#

  private static let fishText = #"""
    # ksp(1) in fish
    function __ksp_complete
      set -l typed (commandline -opc)
      set -l unfinished (commandline -ct)
      set -q unfinished[1]; or set unfinished ''
      set -e typed[1]
      for line in (command ksp ---complete $typed $unfinished 2>/dev/null)
        if test "$line" = \tfiles
          __fish_complete_path $unfinished
        else
          echo $line
        end
      end
    end
    complete -c ksp -f -a '(__ksp_complete)'
    """#
}
