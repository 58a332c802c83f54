; The uninstaller: the files of its own list, what Windows was told, and the data only when asked to.

; The data are those of who asked, also when another account lent its rights.
Function un.ReadCommandLine
  StrCpy $LogFile "$TEMP\CongVan766-go-bo.log"
  !insertmacro PathAfter "/LOG=" $LogFile
  StrCpy $DeleteData 0
  !insertmacro Switch "/DELETEDATA" $DeleteData
  StrCpy $DataFolder "$LOCALAPPDATA"
  !insertmacro PathAfter "/DATAOF=" $DataFolder
  StrCpy $DataFolder "$DataFolder\${FOLDER}"
FunctionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  Call un.ReadCommandLine
  Call un.TakeTurn
  StrCpy $1 $CMDLINE
  ${Log} "${P_LOG_UN_START}"
  Call un.LookForRights
  StrCpy $ForAll 0
  ReadRegStr $1 HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $1 == $INSTDIR
    StrCpy $ForAll 1
  ${EndIf}
  ${If} $ForAll = 1
  ${AndIf} $Elevated = 0
    ${IfNot} ${Silent}
      ${Log} "${P_LOG_ELEVATING}"
      Call un.GiveTurn
      ClearErrors
      ExecShell "runas" "$INSTDIR\${UNINSTALLER}" '/DATAOF="$LOCALAPPDATA"'
      ${IfNot} ${Errors}
        Quit
      ${EndIf}
    ${EndIf}
    ${Stop} ${CODE_NEEDS_ADMIN} "${P_UN_NO_ELEVATION}"
  ${EndIf}
  Call un.UseContext
  ${If} ${Silent}
    Call un.WaitUntilClosed
  ${EndIf}
FunctionEnd

Function un.LogLeft
  ${Log} "${P_LOG_LEFT}"
  Push $0
FunctionEnd

; Only the files that the program makes, and its folder when nothing else is in it.
Function un.RemoveData
  ${If} $DeleteData = 0
    ${Log} "${P_LOG_DATA_KEPT}"
    Return
  ${EndIf}
  Delete "$DataFolder\${STORE}" ; and what SQLite keeps beside it; a copy of the user's stays
  Delete "$DataFolder\${STORE}-wal"
  Delete "$DataFolder\${STORE}-shm"
  Delete "$DataFolder\${STORE}-journal"
  Delete "$DataFolder\${PROFILE_FILE}"
  Delete "$DataFolder\dang-mo.lock"
  Delete "$DataFolder\loi-khoi-dong.txt"
  Delete "$DataFolder\giao-dien.txt"
  RMDir /r "$DataFolder\goi-du-lieu" ; data packs that were imported: the program makes all of it
  RMDir "$DataFolder"
  ${If} ${FileExists} "$DataFolder\*"
    ${Log} "${P_LOG_DATA_LEFT}"
  ${Else}
    ${Log} "${P_LOG_DATA_GONE}"
  ${EndIf}
FunctionEnd

; Whether the item could be removed now; a running program and a file that is held could not.
Function un.LookAtItem
  ${If} $FailedItem != ""
  ${OrIf} $Kind != "F"
  ${OrIf} $Item == "${UNINSTALLER}" ; runs itself, with _?=
  ${OrIfNot} ${FileExists} "$INSTDIR\$Item"
    Return
  ${EndIf}
  StrCpy $Tries 0
  again:
  SetFileAttributes "$INSTDIR\$Item" NORMAL
  System::Call 'kernel32::CreateFileW(w "$INSTDIR\$Item", i 0x40010000, i 7, p 0, i 3, i 0, p 0) p .r1'
  ${If} $1 P<> -1
    System::Call 'kernel32::CloseHandle(p r1)'
    Return
  ${EndIf}
  IntOp $Tries $Tries + 1
  ${If} $Tries < ${RETRIES}
    Sleep 300
    Goto again
  ${EndIf}
  StrCpy $FailedItem "$INSTDIR\$Item"
FunctionEnd

; All but the uninstaller and the list, with which it can be tried again.
Function un.RemoveProgramItem
  ${If} $Item != "${UNINSTALLER}"
  ${AndIf} $Item != "${LIST}"
    Call un.RemoveItem
  ${EndIf}
FunctionEnd

Section un.
  InitPluginsDir
  SetOutPath "$PLUGINSDIR"
  File "/oname=cu.txt" "${BUILD}/${LIST}"
  SetOutPath "$TEMP"
  StrCpy $FailedItem ""
  !insertmacro EachLineOf "un." "$PLUGINSDIR\cu.txt" un.LookAtItem
  ${If} $FailedItem != ""
    ${Stop} ${CODE_STOPPED} "${P_UN_HELD}"
  ${EndIf}
  StrCpy $Base "$INSTDIR"
  !insertmacro EachLineOf "un." "$PLUGINSDIR\cu.txt" un.RemoveProgramItem
  ${If} $FailedItem != "" ; taken hold of in between: the entry under Ứng dụng stays, to try again
    ${Stop} ${CODE_STOPPED} "${P_UN_LEFT}"
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\${STORE}" ; else it is of the data
    Delete "$INSTDIR\${PROFILE_FILE}"
  ${EndIf}
  Delete "$INSTDIR\${LIST}"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  ${Log} "${P_LOG_FILES_GONE}"
  ${If} ${FileExists} "$INSTDIR\*"
    ${Locate} "$INSTDIR" "/L=F" "un.LogLeft"
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  Call un.RemoveTypes
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  ${NotifyShell_AssocChanged}
  Call un.RemoveData
  Call un.GiveTurn ; a last page may stay open for long
  ${Log} "${P_LOG_DONE}"
SectionEnd
