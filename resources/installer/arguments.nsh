; The command line by Windows' own rules, so that "/LOG=C:\a b.txt" and /LOG="C:\a b.txt" are the same.
; (NSIS's GetOptions sees nothing inside quotes, and takes an apostrophe in a path for one.)

Var Argument ; what follows the switch
Var Found ; 1 when the switch is there

!macro ArgumentFound SWITCH
  StrCpy $Argument "${SWITCH}"
  !ifdef __UNINSTALL__
    Call un.FindArgument
  !else
    Call FindArgument
  !endif
!macroend
!define FindArgument "!insertmacro ArgumentFound"

!macro FunctionsForArguments UN
; Looks for the word that is the switch in $Argument, or begins with it when it ends in "=".
Function ${UN}FindArgument
  StrCpy $Found 0
  StrCpy $R0 $Argument "" -1
  Push $CMDLINE
  System::Call 'shell32::CommandLineToArgvW(w s, *i .r2) p .r1'
  StrCpy $3 1 ; the first word is the program
  ${DoWhile} $3 < $2
    IntOp $4 $3 * ${NSIS_PTR_SIZE}
    IntPtrOp $4 $1 + $4
    System::Call '*$4(p .r5)'
    System::Call 'kernel32::lstrcpynW(w .r6, p r5, i ${NSIS_MAX_STRLEN})'
    StrCpy $7 $6
    ${If} $R0 == "="
      StrLen $8 $Argument
      StrCpy $7 $6 $8
    ${EndIf}
    ${If} $7 == $Argument
      ${If} $R0 == "="
        StrCpy $Argument $6 "" $8
      ${EndIf}
      StrCpy $Found 1
      ${ExitDo}
    ${EndIf}
    IntOp $3 $3 + 1
  ${Loop}
  System::Call 'kernel32::LocalFree(p r1)'
FunctionEnd
!macroend
