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
  Delete "$DataFolder\congvan766.db*"
  Delete "$DataFolder\${PROFILE_FILE}"
  Delete "$DataFolder\dang-mo.lock"
  Delete "$DataFolder\loi-khoi-dong.txt"
  Delete "$DataFolder\giao-dien.txt"
  RMDir "$DataFolder"
  ${If} ${FileExists} "$DataFolder\*"
    ${Log} "${P_LOG_DATA_LEFT}"
  ${Else}
    ${Log} "${P_LOG_DATA_GONE}"
  ${EndIf}
FunctionEnd

Section un.
  InitPluginsDir
  SetOutPath "$PLUGINSDIR"
  File "/oname=cu.txt" "${BUILD}/${LIST}"
  SetOutPath "$TEMP"
  StrCpy $FailedItem ""
  !insertmacro FilesRemoved "un." "$INSTDIR" "$PLUGINSDIR\cu.txt"
  ${If} $FailedItem != "" ; the entry under Ứng dụng stays, to try again
    ${Stop} ${CODE_STOPPED} "${P_UN_LEFT}"
  ${EndIf}
  Delete "$INSTDIR\${PROFILE_FILE}"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  ${Log} "${P_LOG_FILES_GONE}"
  ${If} ${FileExists} "$INSTDIR\*"
    ${Locate} "$INSTDIR" "/L=F" "un.LogLeft"
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  Call un.RemoveOpenWith
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  ${NotifyShell_AssocChanged}
  Call un.RemoveData
  ${Log} "${P_LOG_DONE}"
SectionEnd
