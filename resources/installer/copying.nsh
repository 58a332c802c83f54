; The files: laid down beside the old ones, then changed over, and taken away by their list.
;
; The list (danh-sach-tep.txt, UTF-16) has a line for each folder from the top down (D), each file
; (F), and each folder again from the bottom up (R). The installed program keeps its own list, so
; that the next version knows what to take away; the uninstaller has a copy inside.
;
; An upgrade unpacks everything into ~moi. Only then are the old files moved to ~cu and the new
; ones to their places, renames within one disk. If one fails, all go back: there is never half
; a program. A file in ~cu is deleted only once all the new ones are in their places.

Var ListFile ; what EachLine reads
Var ListHandle
Var Line
Var Kind ; D, F or R
Var Item ; path inside the folder
Var Base ; the folder that RemoveItem empties
Var FailedItem ; the first that could not be done; "" is none
Var Tries

!macro EachLineOf UN LIST_FILE FUNCTION
  StrCpy $ListFile "${LIST_FILE}"
  GetFunctionAddress $0 ${FUNCTION}
  Call ${UN}EachLine
!macroend

!macro FilesRemoved UN BASE LIST_FILE
  StrCpy $Base "${BASE}"
  !insertmacro EachLineOf "${UN}" "${LIST_FILE}" ${UN}RemoveItem
!macroend

!macro FunctionsForLists UN
; Calls the function at $0 for each line of $ListFile, with Kind and Item.
Function ${UN}EachLine
  ClearErrors
  FileOpen $ListHandle $ListFile r
  IfErrors done
  next:
    ClearErrors
    FileReadUTF16LE $ListHandle $Line
    IfErrors end
    ${TrimNewLines} $Line $Line
    StrCpy $Kind $Line 1
    StrCpy $Item $Line "" 2
    ; a list that was tampered with does not lead out of the folder
    Push "\..\"
    Push "\$Item\"
    System::Call 'shlwapi::StrStrW(w s, w s) p .r1'
    StrCmp $1 0 0 next
    Push ":"
    Push $Item
    System::Call 'shlwapi::StrStrW(w s, w s) p .r1'
    StrCmp $1 0 0 next
    StrCmp $Item "" next
    Push $0
    Call $0
    Pop $0
    Goto next
  end:
    FileClose $ListHandle
  done:
    ClearErrors
FunctionEnd

; Takes the item away from Base. A folder goes only when it is empty.
Function ${UN}RemoveItem
  ${If} $Kind == "F"
  ${AndIf} ${FileExists} "$Base\$Item"
    StrCpy $Tries 0
    again:
    ClearErrors
    SetFileAttributes "$Base\$Item" NORMAL
    ClearErrors
    Delete "$Base\$Item"
    ${If} ${Errors}
      IntOp $Tries $Tries + 1
      ${If} $Tries < ${RETRIES} ; a virus scanner lets go soon
        Sleep 300
        Goto again
      ${EndIf}
      ${If} $FailedItem == ""
        StrCpy $FailedItem "$Base\$Item"
      ${EndIf}
    ${EndIf}
  ${ElseIf} $Kind == "R"
    RMDir "$Base\$Item"
  ${EndIf}
FunctionEnd
!macroend

; Renames FROM to TO, with patience; remembers the first that could not be.
!macro Moved FROM TO
  Push "${TO}"
  Push "${FROM}"
  Call Move
!macroend

Function Move
  Pop $1
  Pop $2
  StrCpy $Tries 0
  again:
  ClearErrors
  Rename "$1" "$2"
  ${If} ${Errors}
    IntOp $Tries $Tries + 1
    ${If} $Tries < ${RETRIES}
      Sleep 300
      Goto again
    ${EndIf}
    ${If} $FailedItem == ""
      StrCpy $FailedItem "$Item"
    ${EndIf}
  ${EndIf}
FunctionEnd

; With the list of the old version: what is there goes to ~cu.
Function OldAway
  ${If} $FailedItem != ""
    Return
  ${EndIf}
  ${If} $Kind == "D"
    CreateDirectory "$INSTDIR\${OLD}\$Item"
  ${ElseIf} $Kind == "F"
  ${AndIf} ${FileExists} "$INSTDIR\$Item"
    Delete "$INSTDIR\${OLD}\$Item" ; left by an installation that was cut off
    !insertmacro Moved "$INSTDIR\$Item" "$INSTDIR\${OLD}\$Item"
  ${ElseIf} $Kind == "R"
    RMDir "$INSTDIR\$Item"
  ${EndIf}
FunctionEnd

; With the new list: from ~moi to its place.
Function NewIn
  ${If} $FailedItem != ""
    Return
  ${EndIf}
  ${If} $Kind == "D"
    CreateDirectory "$INSTDIR\$Item"
    CreateDirectory "$INSTDIR\${OLD}\$Item"
  ${ElseIf} $Kind == "F"
    ${If} ${FileExists} "$INSTDIR\$Item"
      Delete "$INSTDIR\${OLD}\$Item"
      !insertmacro Moved "$INSTDIR\$Item" "$INSTDIR\${OLD}\$Item"
    ${EndIf}
    ${If} $FailedItem == ""
      !insertmacro Moved "$INSTDIR\${NEW}\$Item" "$INSTDIR\$Item"
    ${EndIf}
  ${EndIf}
FunctionEnd

; The way back: what came from ~moi goes, what is in ~cu returns.
Function NewOut
  ${If} $Kind == "F"
  ${AndIfNot} ${FileExists} "$INSTDIR\${NEW}\$Item"
    StrCpy $Base "$INSTDIR"
    Call RemoveItem
  ${ElseIf} $Kind == "R"
    RMDir "$INSTDIR\$Item"
  ${EndIf}
FunctionEnd

Function OldBack
  ${If} $Kind == "D"
    CreateDirectory "$INSTDIR\$Item"
  ${ElseIf} $Kind == "F"
  ${AndIf} ${FileExists} "$INSTDIR\${OLD}\$Item"
  ${AndIfNot} ${FileExists} "$INSTDIR\$Item" ; else it never left, and this one is of long ago
    !insertmacro Moved "$INSTDIR\${OLD}\$Item" "$INSTDIR\$Item"
  ${EndIf}
FunctionEnd

; With the new list: a file of the same name that no list of ours had.
Function StrangerBack
  Call OldBack
  ${If} $Kind == "R"
    RMDir "$INSTDIR\$Item" ; only if nothing came back into it
  ${EndIf}
FunctionEnd

Function IsUnpacked
  ${If} $Kind == "F"
  ${AndIf} $FailedItem == ""
  ${AndIfNot} ${FileExists} "$INSTDIR\${NEW}\$Item"
    StrCpy $FailedItem "$Item"
  ${EndIf}
FunctionEnd

Function OldFolderAway
  ${If} $Kind == "R"
    RMDir "$INSTDIR\${OLD}\$Item"
  ${EndIf}
FunctionEnd

; Takes ~moi away; of ~cu only empty folders, for a file in it may be the only one there is.
Function ClearNew
  SetOutPath "$TEMP"
  Push $FailedItem
  !insertmacro FilesRemoved "" "$INSTDIR\${NEW}" "$PLUGINSDIR\moi.txt"
  !insertmacro EachLineOf "" "$PLUGINSDIR\moi.txt" OldFolderAway
  !insertmacro EachLineOf "" "$PLUGINSDIR\cu.txt" OldFolderAway
  Delete "$INSTDIR\${NEW}\${PROFILE_FILE}" ; of one that was cut off
  RMDir "$INSTDIR\${NEW}"
  RMDir "$INSTDIR\${OLD}"
  RMDir "$INSTDIR" ; only if it is empty: nothing was there before
  Pop $FailedItem
FunctionEnd

; Takes ~cu away too, by both lists: all that is new is in its place.
Function ClearStaging
  Push $FailedItem
  !insertmacro FilesRemoved "" "$INSTDIR\${OLD}" "$PLUGINSDIR\moi.txt"
  !insertmacro FilesRemoved "" "$INSTDIR\${OLD}" "$PLUGINSDIR\cu.txt"
  Pop $FailedItem
  Call ClearNew
FunctionEnd

; Back to the former version, and stops; where that fails the rest of it is kept, and it is said where.
Function GoBack
  StrCpy $R9 $FailedItem
  StrCpy $FailedItem ""
  !insertmacro EachLineOf "" "$PLUGINSDIR\moi.txt" NewOut
  !insertmacro EachLineOf "" "$PLUGINSDIR\moi.txt" StrangerBack
  !insertmacro EachLineOf "" "$PLUGINSDIR\cu.txt" OldBack
  ${If} $FailedItem != ""
    Call ClearNew
    ${Stop} ${CODE_STOPPED} "${P_NOT_BACK}"
  ${EndIf}
  StrCpy $FailedItem $R9
  Call ClearNew
  ${Stop} ${CODE_STOPPED} "${P_SWAP_FAILED}"
FunctionEnd

Function ChangeOver
  StrCpy $FailedItem ""
  CreateDirectory "$INSTDIR\${OLD}"
  !insertmacro EachLineOf "" "$PLUGINSDIR\cu.txt" OldAway
  !insertmacro EachLineOf "" "$PLUGINSDIR\moi.txt" NewIn
  ${If} $FailedItem != ""
    Call GoBack
  ${EndIf}
  ${Log} "${P_LOG_SWAPPED}"
  ${If} $ProfileFile != ""
    ${Log} "${P_LOG_PROFILE}"
  ${ElseIf} ${FileExists} "$INSTDIR\${PROFILE_FILE}"
    ${Log} "${P_LOG_PROFILE_KEPT}"
  ${EndIf}
  Call ClearStaging
FunctionEnd

; The details that an administrator rolls out go with the new files, all or none; those of the former
; version stay without. They are in no list of ours afterwards.
Function AddProfile
  ${If} $ProfileFile != ""
    ClearErrors
    CopyFiles /SILENT "$PLUGINSDIR\${PROFILE_FILE}" "$INSTDIR\${NEW}\${PROFILE_FILE}"
    FileOpen $1 "$PLUGINSDIR\moi.txt" a
    FileSeek $1 0 END
    FileWriteUTF16LE $1 "F ${PROFILE_FILE}$\r$\n"
    FileClose $1
    ${If} ${Errors}
      StrCpy $FailedItem "${PROFILE_FILE}"
    ${EndIf}
    ClearErrors
  ${EndIf}
FunctionEnd

; Everything into ~moi, the uninstaller too; the program that is there stays as it is.
Function Unpack
  SetOutPath "$PLUGINSDIR"
  File "/oname=moi.txt" "${BUILD}/${LIST}"
  ${If} ${FileExists} "$INSTDIR\${LIST}"
    CopyFiles /SILENT "$INSTDIR\${LIST}" "$PLUGINSDIR\cu.txt"
  ${ElseIf} ${FileExists} "$INSTDIR\${OLD}\${LIST}" ; an upgrade was cut off half-way
    CopyFiles /SILENT "$INSTDIR\${OLD}\${LIST}" "$PLUGINSDIR\cu.txt"
  ${EndIf}
  StrCpy $FailedItem ""
  SetOverwrite try
  ClearErrors
  !include "${BUILD}/tep.nsh"
  SetOutPath "$INSTDIR\${NEW}"
  File "${BUILD}/${LIST}"
  WriteUninstaller "$INSTDIR\${NEW}\${UNINSTALLER}"
  ${If} ${Errors}
    StrCpy $FailedItem "$INSTDIR\${NEW}"
  ${EndIf}
  SetOverwrite on
  SetOutPath "$TEMP"
  Call AddProfile
  ${If} $FailedItem == ""
    !insertmacro EachLineOf "" "$PLUGINSDIR\moi.txt" IsUnpacked
  ${EndIf}
  ${If} $FailedItem != ""
    Call ClearNew
    ${Stop} ${CODE_STOPPED} "${P_COPY_FAILED}"
  ${EndIf}
  ${Log} "${P_LOG_UNPACKED}"
FunctionEnd
