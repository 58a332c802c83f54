; Log, questions and stops, for the installer and the uninstaller (UN is "" or "un.").

!macro Logged TEXT
  Push "${TEXT}"
  !ifdef __UNINSTALL__
    Call un.Log
  !else
    Call Log
  !endif
!macroend
!define Log "!insertmacro Logged"

; In $R0: 1 for FIRST, the one that Enter presses, 2 for SECOND, 0 for Esc.
!macro Asked HEADING TEXT FIRST SECOND
  StrCpy $AskHeading "${HEADING}"
  StrCpy $AskText "${TEXT}"
  StrCpy $AskFirst "${FIRST}"
  StrCpy $AskSecond "${SECOND}"
  !ifdef __UNINSTALL__
    Call un.Ask
  !else
    Call Ask
  !endif
!macroend
!define Ask "!insertmacro Asked"

; Ends it all with the exit code CODE, for the reason TEXT.
!macro Stopped CODE TEXT
  StrCpy $StopText "${TEXT}"
  Push ${CODE}
  !ifdef __UNINSTALL__
    Call un.Stop
  !else
    Call Stop
  !endif
!macroend
!define Stop "!insertmacro Stopped"

Var StopText
Var AskHeading
Var AskText
Var AskFirst
Var AskSecond
Var AtTitle ; where the texts are
Var AtHeading
Var AtText
Var AtFirst
Var AtSecond
Var AtButtons
Var AtConfig

; The place of a copy of TEXT that Windows can read; it lives until the question is answered.
!macro TextAt PLACE TEXT
  System::StrAlloc ${NSIS_MAX_STRLEN}
  Pop ${PLACE}
  Push "${TEXT}"
  System::Call 'kernel32::lstrcpynW(p ${PLACE}, w s, i ${NSIS_MAX_STRLEN})'
!macroend

!macro FunctionsToAsk UN STOPPED_TITLE
Function ${UN}Log
  Exch $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  Push $6
  Push $7
  Push $8
  DetailPrint "$0"
  ${GetTime} "" "L" $1 $2 $3 $4 $5 $6 $7 ; day, month, year, weekday, hour, minute, second
  ClearErrors
  FileOpen $8 "$LogFile" a
  ${IfNot} ${Errors}
    FileSeek $8 0 END $4
    ${If} $4 = 0
      FileWriteUTF16LE /BOM $8 ""
    ${EndIf}
    FileWriteUTF16LE $8 "$1/$2/$3 $5:$6:$7  $0$\r$\n"
    FileClose $8
  ${EndIf}
  ClearErrors
  Pop $8
  Pop $7
  Pop $6
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

; Message boxes have Windows' own buttons, which are English on an English Windows. A task dialog
; has ours. Its structures are packed: no gaps between their members.
Function ${UN}Ask
  !insertmacro TextAt $AtTitle "${NAME}"
  !insertmacro TextAt $AtHeading $AskHeading
  !insertmacro TextAt $AtText $AskText
  !insertmacro TextAt $AtFirst $AskFirst
  !insertmacro TextAt $AtSecond $AskSecond
  StrCpy $R0 2
  ${If} $AskSecond == ""
    StrCpy $R0 1
  ${EndIf}
  System::Call '*(i 101, p $AtFirst, i 102, p $AtSecond) p .s'
  Pop $AtButtons
  ; allow Esc, over our window, as wide as its text
  System::Call '*(i 160, p $HWNDPARENT, p 0, i 0x01001008, i 0, p $AtTitle, p 65535, p $AtHeading, p $AtText, i $R0, p $AtButtons, i 101, i 0, p 0, i 0, p 0, p 0, p 0, p 0, p 0, p 0, p 0, p 0, i 0) p .s'
  Pop $AtConfig
  ; in $R0 what became of the call, in $R1 the button
  System::Call 'comctl32::TaskDialogIndirect(p $AtConfig, *i .R1, p 0, p 0) i .R0'
  System::Free $AtConfig
  System::Free $AtButtons
  System::Free $AtSecond
  System::Free $AtFirst
  System::Free $AtText
  System::Free $AtHeading
  System::Free $AtTitle
  ${If} $R0 == 0
    StrCpy $R0 0
    ${If} $R1 == 101
      StrCpy $R0 1
    ${ElseIf} $R1 == 102
      StrCpy $R0 2
    ${EndIf}
  ${ElseIf} $AskSecond == "" ; no task dialogs here: Windows' own buttons
    MessageBox MB_OK|MB_ICONEXCLAMATION "$AskHeading$\r$\n$\r$\n$AskText"
    StrCpy $R0 1
  ${Else}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION "$AskHeading$\r$\n$\r$\n$AskText$\r$\n$\r$\nYes: $AskFirst. No: $AskSecond." IDYES +3
    StrCpy $R0 2
    Goto +2
    StrCpy $R0 1
  ${EndIf}
FunctionEnd

Function ${UN}Stop
  Exch $2
  StrCpy $1 $StopText
  ${Log} "${P_LOG_STOPPED}"
  ${IfNot} ${Silent}
    ${Ask} "${STOPPED_TITLE}" "$1" "${P_CLOSE}" ""
  ${EndIf}
  SetErrorLevel $2
  Quit
FunctionEnd
!macroend
