; What must hold before anything is copied, and what was there before.

!define MUTEX "Local\CongVan766-dang-mo"
!define TURN "Global\CongVan766-cai-dat" ; of all users: they may share the folder
!ifdef QUICK
  !define LONGEST_WAIT_S 4 ; its trial waits it out several times
!else
  !define LONGEST_WAIT_S 10
!endif

Var OldMe ; version of the user's own installation; "" is none
Var OldMeDir
Var OldAll ; the same, for all users
Var OldAllDir
Var OldVersion ; of the installation that this one replaces
Var OldDir
Var NewestVersion
Var Elevated ; 1 when this may write for all users
Var ForAll ; 1 for all users
Var ProfileFile
Var MayDowngrade
Var Running
Var Turn ; the mutex that only one installation or removal has

!macro FunctionsToCheck UN GIVE_UP
; One at a time: two would pull the files from under each other. When silent it waits a little, for
; scripts that remove and install.
Function ${UN}TakeTurn
  StrCpy $3 0
  ${If} ${Silent}
    IntOp $3 ${LONGEST_WAIT_S} * 1000
  ${EndIf}
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${TURN}") p .r1 ?e'
  Pop $2
  StrCpy $Turn $1
  ${If} $1 P<> 0
    System::Call 'kernel32::WaitForSingleObject(p r1, i r3) i .r2'
    ${If} $2 = 258 ; WAIT_TIMEOUT
      ${Stop} ${CODE_BUSY} "${P_BUSY}"
    ${EndIf}
  ${ElseIf} $2 = 5 ; another user has it
    ${Stop} ${CODE_BUSY} "${P_BUSY}"
  ${EndIf}
FunctionEnd

Function ${UN}GiveTurn
  System::Call 'kernel32::ReleaseMutex(p $Turn)'
  System::Call 'kernel32::CloseHandle(p $Turn)'
FunctionEnd

; In $Running: 1 while the program in $INSTDIR (or another one of this user) is open.
Function ${UN}LookWhetherItRuns
  StrCpy $Running 0
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .r1'
  ${If} $1 P<> 0
    System::Call 'kernel32::CloseHandle(p r1)'
    StrCpy $Running 1
  ${ElseIf} ${FileExists} "$INSTDIR\${EXE}"
    ; another user's window: the mutex is of one session, the file is of all
    System::Call 'kernel32::CreateFileW(w "$INSTDIR\${EXE}", i 0x40000000, i 7, p 0, i 3, i 0, p 0) p .r1 ?e'
    Pop $2
    ${If} $1 P= -1
      ${If} $2 = 32 ; ERROR_SHARING_VIOLATION
        StrCpy $Running 1
      ${EndIf}
    ${Else}
      System::Call 'kernel32::CloseHandle(p r1)'
    ${EndIf}
  ${EndIf}
FunctionEnd

; Returns when the program is closed; asks for it, or, when silent, waits a little.
Function ${UN}WaitUntilClosed
  StrCpy $R9 0
  look:
  Call ${UN}LookWhetherItRuns
  ${If} $Running = 1
    ${If} ${Silent}
      ${If} $R9 = 0
        ${Log} "${P_LOG_WAITING}"
      ${EndIf}
      IntOp $R9 $R9 + 1
      ${If} $R9 > ${LONGEST_WAIT_S}
        ${Stop} ${CODE_RUNNING} "${P_RUNNING_LOG}"
      ${EndIf}
      Sleep 1000
      Goto look
    ${EndIf}
    ${Ask} "${P_RUNNING_TITLE}" "${P_RUNNING}" "${P_RETRY}" "${GIVE_UP}"
    ${If} $R0 = 1
      Goto look
    ${EndIf}
    ${Log} "${P_LOG_CANCELLED}"
    SetErrorLevel ${CODE_CANCELLED}
    Quit
  ${EndIf}
FunctionEnd

Function ${UN}LookForRights
  StrCpy $Elevated 0
  UserInfo::GetAccountType
  Pop $1
  ${If} $1 == "Admin"
    StrCpy $Elevated 1
  ${EndIf}
FunctionEnd

Function ${UN}UseContext
  ${If} $ForAll = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend

Function RefuseOldWindows
  ${WinVerGetMajor} $1
  ${WinVerGetMinor} $2
  ${WinVerGetBuild} $3
  StrCpy $1 "$1.$2.$3"
  ${Log} "${P_LOG_WINDOWS}"
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    ${Stop} ${CODE_OLD_WINDOWS} "${P_OLD_WINDOWS}"
  ${EndIf}
FunctionEnd

Function LookForOldVersions
  ReadRegStr $OldMe HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $OldMeDir HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ReadRegStr $OldAll HKLM "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $OldAllDir HKLM "${UNINSTALL_KEY}" "InstallLocation"
  ; the data are the same for both, so the newer of them counts
  StrCpy $NewestVersion $OldMe
  ${VersionCompare} "$OldAll" "$OldMe" $1
  ${If} $1 = 1
  ${OrIf} $OldMe == ""
    StrCpy $NewestVersion $OldAll
  ${EndIf}
FunctionEnd

; In OldVersion and OldDir: the installation of the kind that was chosen.
Function TakeOldVersion
  ${If} $ForAll = 1
    StrCpy $OldVersion $OldAll
    StrCpy $OldDir $OldAllDir
  ${Else}
    StrCpy $OldVersion $OldMe
    StrCpy $OldDir $OldMeDir
  ${EndIf}
FunctionEnd

Function RefuseDowngrade
  ${If} $NewestVersion == ""
  ${OrIf} $MayDowngrade = 1
    Return
  ${EndIf}
  ${VersionCompare} "$NewestVersion" "${VERSION}" $1
  ${If} $1 = 1
    ${If} ${Silent}
      ${Stop} ${CODE_NEWER} "${P_DOWNGRADE_LOG}"
    ${EndIf}
    ${Ask} "${P_DOWNGRADE_TITLE}" "${P_DOWNGRADE}" "${P_DOWNGRADE_NO}" "${P_DOWNGRADE_YES}"
    ${If} $R0 <> 2
      StrCpy $1 "${P_DOWNGRADE_LOG}"
      StrCpy $2 ${CODE_NEWER}
      ${Log} "${P_LOG_STOPPED}"
      SetErrorLevel ${CODE_NEWER}
      Quit
    ${EndIf}
    StrCpy $MayDowngrade 1
  ${EndIf}
FunctionEnd

; A profile is UTF-8 with a kind and a name; the program reads the rest. What is checked is a copy,
; which is what goes along: the file itself may change, or be the one that is replaced.
Function RefuseBadProfile
  ${If} $ProfileFile == ""
    Return
  ${EndIf}
  InitPluginsDir
  Push "$PLUGINSDIR\${PROFILE_FILE}"
  Push "$ProfileFile"
  System::Call 'kernel32::CopyFileW(w s, w s, i 0) i .r2'
  ClearErrors
  FileOpen $1 "$PLUGINSDIR\${PROFILE_FILE}" r
  ${If} ${Errors}
  ${OrIf} $2 = 0
    ${Stop} ${CODE_PROFILE} "${P_PROFILE_MISSING}"
  ${EndIf}
  FileSeek $1 0 END $2
  FileSeek $1 0 SET
  StrCpy $3 0 ; whether it is UTF-8
  ${If} $2 > 0
  ${AndIf} $2 < 262144
    System::Alloc $2
    Pop $4
    System::Call 'kernel32::ReadFile(p r1, p r4, i r2, *i .r5, p 0) i'
    System::Call 'kernel32::MultiByteToWideChar(i 65001, i 8, p r4, i r2, p 0, i 0) i .r3'
    System::Free $4
    FileSeek $1 0 SET
  ${EndIf}
  FileReadByte $1 $5 ; Notepad begins a file with a mark
  FileReadByte $1 $6
  FileReadByte $1 $7
  ${If} "$5 $6 $7" != "239 187 191"
    FileSeek $1 0 SET
  ${EndIf}
  StrCpy $4 0 ; how many of the two are there
  StrCpy $8 0 ; whether the end was reached; asking for the error takes it away
  ${DoUntil} $8 = 1
    ClearErrors
    FileRead $1 $5
    ${If} ${Errors}
      StrCpy $8 1
    ${Else}
      StrCpy $6 $5 5
      StrCpy $7 $5 1
      ${If} $6 == "kind "
      ${OrIf} $6 == "kind="
      ${OrIf} $6 == "name "
      ${OrIf} $6 == "name="
        IntOp $4 $4 + 1
      ${ElseIf} $7 == "["
        ${ExitDo} ; a table begins: what follows is not the office's own
      ${EndIf}
    ${EndIf}
  ${Loop}
  FileClose $1
  ClearErrors
  ${If} $3 = 0
  ${OrIf} $4 < 2
    ${Stop} ${CODE_PROFILE} "${P_PROFILE_BAD}"
  ${EndIf}
FunctionEnd

; In $R0: 1 when there is something in $INSTDIR that is not ours.
Function LookForOthersFiles
  StrCpy $R0 0
  ${If} ${FileExists} "$INSTDIR\${LIST}"
  ${OrIf} ${FileExists} "$INSTDIR\${OLD}\${LIST}"
  ${OrIf} ${FileExists} "$INSTDIR\portable.txt" ; refused, not avoided
  ${OrIf} ${FileExists} "$INSTDIR\${STORE}"
    Return
  ${EndIf}
  ${GetFileName} "$INSTDIR" $1
  ${If} $1 == "${FOLDER}"
    Return
  ${EndIf}
  ClearErrors
  FindFirst $1 $2 "$INSTDIR\*"
  ${Unless} ${Errors}
    ${DoUntil} ${Errors}
      ${If} $2 != "."
      ${AndIf} $2 != ".."
        StrCpy $R0 1
        ${ExitDo}
      ${EndIf}
      FindNext $1 $2
    ${Loop}
    FindClose $1
  ${EndUnless}
  ClearErrors
FunctionEnd

; The reason why $INSTDIR will not do, in StopText, with its exit code in $R0; "" is none.
Function LookAtFolder
  StrCpy $StopText ""
  StrCpy $R0 ${CODE_FOLDER}
  ${If} ${FileExists} "$INSTDIR\portable.txt"
    StrCpy $StopText "${P_PORTABLE}"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${STORE}"
    StrCpy $StopText "${P_DATA_FOLDER}"
    Return
  ${EndIf}
  StrLen $2 "$INSTDIR"
  StrCpy $1 ${LONGEST_FOLDER}
  ${If} $2 > $1
    StrCpy $StopText "${P_TOO_LONG}"
    Return
  ${EndIf}
  StrCpy $4 0 ; whether the folder is made here
  ${IfNot} ${FileExists} "$INSTDIR\*"
    StrCpy $4 1
  ${EndIf}
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $3 "$INSTDIR\${MARK}" w
  ${If} ${Errors}
    StrCpy $StopText "${P_NOT_WRITABLE}"
    Return
  ${EndIf}
  FileClose $3
  StrCpy $6 0
  ${If} ${FileExists} "$DataFolder\${MARK}" ; by this name too
    StrCpy $6 1
  ${EndIf}
  Delete "$INSTDIR\${MARK}"
  StrCpy $2 -1
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r3, p 0, p 0) i .r5'
  ${If} $5 <> 0
    System::Int64Op $3 / 1048576
    Pop $2
  ${EndIf}
  ${If} $4 = 1
    RMDir "$INSTDIR"
  ${EndIf}
  ${If} $6 = 1
    StrCpy $StopText "${P_DATA_FOLDER}"
    Return
  ${EndIf}
  StrCpy $1 ${NEEDED_MB}
  ${If} $2 >= 0
  ${AndIf} $2 < $1
    StrCpy $R0 ${CODE_NO_SPACE}
    StrCpy $StopText "${P_NO_SPACE}"
  ${EndIf}
FunctionEnd
