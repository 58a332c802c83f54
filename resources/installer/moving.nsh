; Which folder is which, and the move of the program to another one.

Var OldPlace ; where the former version's files are to be taken away; "" is nowhere

; In VARIABLE: 1 when both are one folder, however they are spelled. Of another name it may be by a
; drive letter, a link, a short name: so a mark in the one is looked for in the other.
!macro SameFolder FIRST SECOND VARIABLE
  StrCpy ${VARIABLE} 0
  ClearErrors
  FileOpen $9 "${FIRST}\${MARK}" w
  ${IfNot} ${Errors}
    FileClose $9
    ${If} ${FileExists} "${SECOND}\${MARK}"
      StrCpy ${VARIABLE} 1
    ${EndIf}
    Delete "${FIRST}\${MARK}"
  ${ElseIf} "${FIRST}" == "${SECOND}"
    StrCpy ${VARIABLE} 1
  ${EndIf}
  ClearErrors
!macroend

; Before anything is unpacked: whether the program moves, and by which list its old files go.
Function LookAtOldPlace
  StrCpy $OldPlace ""
  ${If} $OldDir == ""
  ${OrIfNot} ${FileExists} "$OldDir\${LIST}"
    Return
  ${EndIf}
  !insertmacro SameFolder "$INSTDIR" "$OldDir" $1
  ${If} $1 = 0
    ClearErrors
    CopyFiles /SILENT "$OldDir\${LIST}" "$PLUGINSDIR\xa.txt"
    ${IfNot} ${Errors}
      StrCpy $OldPlace $OldDir
    ${EndIf}
    ClearErrors
  ${EndIf}
FunctionEnd

; After a move to another folder: the office's details come along, and the files of the old place
; go by their own list.
Function RemoveOldPlace
  ${If} $OldPlace == ""
    Return
  ${EndIf}
  StrCpy $1 1 ; whether the old details are of no more use
  ${If} ${FileExists} "$OldPlace\${PROFILE_FILE}"
  ${AndIf} $ProfileFile == ""
    System::Call 'kernel32::CopyFileW(w "$OldPlace\${PROFILE_FILE}", w "$INSTDIR\${PROFILE_FILE}", i 1) i .r1'
  ${EndIf}
  ${If} $1 <> 0
    Delete "$OldPlace\${PROFILE_FILE}"
  ${EndIf}
  StrCpy $FailedItem ""
  !insertmacro FilesRemoved "" "$OldPlace" "$PLUGINSDIR\xa.txt"
  RMDir "$OldPlace"
  ${If} $FailedItem == ""
    ${Log} "${P_LOG_MOVED}"
  ${Else}
    ${Log} "${P_LOG_NOT_MOVED}"
  ${EndIf}
FunctionEnd
