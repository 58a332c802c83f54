; What Windows is told: shortcuts, "Mở bằng", our own type of file, the entry under Ứng dụng. SHCTX is HKCU or HKLM.

!define OWN_KEY "Software\CongVan766"
!define APP_ID "CongVan766.CongVan766"
!define PROG_ID "CongVan766.BangSoLieu"
!define PACK_ID "CongVan766.GoiDuLieu"
!define PACK_EXTENSION ".cv766" ; as core/data_pack/manifest.py has it
!define EACH_EXTENSION "!insertmacro EachExtension"

!macro EachExtension MACRO
  !insertmacro ${MACRO} ".xlsx"
  !insertmacro ${MACRO} ".xlsm"
  !insertmacro ${MACRO} ".xls"
  !insertmacro ${MACRO} ".csv"
!macroend

; Gives the shortcut at $1 the program's taskbar identity: a window and a pinned icon are then one.
; Where Windows (or Wine) cannot, the shortcut stays as it is.
Function Identify
  System::Call 'ole32::CoInitialize(p 0)'
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r2 ""
  ${If} $2 P<> 0
    ${IUnknown::QueryInterface} $2 '("${IID_IPersistFile}",.r3)'
    ${If} $3 P<> 0
      ${IPersistFile::Load} $3 '(r1,${STGM_READWRITE}).r6'
      StrCpy $4 0
      ${IUnknown::QueryInterface} $2 '("${IID_IPropertyStore}",.r4)'
      ${If} $4 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r5'
        System::StrAlloc 64
        Pop $7
        System::Call 'kernel32::lstrcpyW(p r7, w "${APP_ID}")'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,$7)p.r8'
        ${IPropertyStore::SetValue} $4 '($5,$8)'
        ${IPropertyStore::Commit} $4 ""
        ${IPersistFile::Save} $3 '(r1,1)'
        System::Free $8
        System::Free $7
        System::Free $5
        ${IUnknown::Release} $4 ""
      ${EndIf}
      ${IUnknown::Release} $3 ""
    ${EndIf}
    ${IUnknown::Release} $2 ""
  ${EndIf}
FunctionEnd

!macro Shortcut PLACE
  CreateShortCut "${PLACE}\${NAME}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0 SW_SHOWNORMAL "" "${P_DESCRIPTION}"
  StrCpy $1 "${PLACE}\${NAME}.lnk"
  Call Identify
!macroend

Function MakeShortcuts
  SetOutPath "$INSTDIR" ; where the program starts in
  !insertmacro Shortcut "$SMPROGRAMS"
  ${If} $WantDesktop = 1
    !insertmacro Shortcut "$DESKTOP"
  ${Else}
    Delete "$DESKTOP\${NAME}.lnk"
  ${EndIf}
  SetOutPath "$TEMP"
FunctionEnd

!macro AddExtension EXTENSION
  WriteRegNone SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids" "${PROG_ID}"
  WriteRegStr SHCTX "Software\Classes\Applications\${EXE}\SupportedTypes" "${EXTENSION}" ""
  WriteRegStr SHCTX "${OWN_KEY}\Capabilities\FileAssociations" "${EXTENSION}" "${PROG_ID}"
!macroend

; A type of file as Explorer names it, and that the program opens it.
!macro AddType ID NAME_OF_TYPE
  WriteRegStr SHCTX "Software\Classes\${ID}" "" "${NAME_OF_TYPE}"
  WriteRegStr SHCTX "Software\Classes\${ID}" "FriendlyTypeName" "${NAME_OF_TYPE}"
  WriteRegStr SHCTX "Software\Classes\${ID}" "AppUserModelID" "${APP_ID}"
  WriteRegStr SHCTX "Software\Classes\${ID}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "Software\Classes\${ID}\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\${ID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
!macroend

; Data packs are files of ours alone: a double click opens them, whatever is chosen for workbooks.
Function AddPackType
  !insertmacro AddType "${PACK_ID}" "${P_PACK}"
  WriteRegStr SHCTX "Software\Classes\${PACK_EXTENSION}" "" "${PACK_ID}"
  WriteRegNone SHCTX "Software\Classes\${PACK_EXTENSION}\OpenWithProgids" "${PACK_ID}"
FunctionEnd

; Only offers itself: who opens a file by a double click is not touched.
Function AddOpenWith
  !insertmacro AddType "${PROG_ID}" "${P_TABLE}"
  WriteRegStr SHCTX "Software\Classes\Applications\${EXE}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\Applications\${EXE}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "Software\Classes\Applications\${EXE}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  WriteRegStr SHCTX "${OWN_KEY}\Capabilities" "ApplicationName" "${NAME}"
  WriteRegStr SHCTX "${OWN_KEY}\Capabilities" "ApplicationDescription" "${P_DESCRIPTION}"
  WriteRegStr SHCTX "${OWN_KEY}\Capabilities" "ApplicationIcon" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "Software\RegisteredApplications" "${NAME}" "${OWN_KEY}\Capabilities"
  ${EACH_EXTENSION} AddExtension
FunctionEnd

!macro RemoveExtension EXTENSION
  DeleteRegValue SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids" "${PROG_ID}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${EXTENSION}"
!macroend

!macro FunctionsToUnregister UN
Function ${UN}RemoveTypes
  ${EACH_EXTENSION} RemoveExtension
  ReadRegStr $1 SHCTX "Software\Classes\${PACK_EXTENSION}" ""
  ${If} $1 == "${PACK_ID}" ; else another program took it over
    DeleteRegValue SHCTX "Software\Classes\${PACK_EXTENSION}" ""
  ${EndIf}
  DeleteRegValue SHCTX "Software\Classes\${PACK_EXTENSION}\OpenWithProgids" "${PACK_ID}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${PACK_EXTENSION}\OpenWithProgids"
  ReadRegStr $1 SHCTX "Software\Classes\${PACK_EXTENSION}" ""
  ${If} $1 == ""
    DeleteRegKey /ifempty SHCTX "Software\Classes\${PACK_EXTENSION}"
  ${EndIf}
  DeleteRegKey SHCTX "Software\Classes\${PACK_ID}"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${NAME}"
  DeleteRegKey SHCTX "Software\Classes\${PROG_ID}"
  DeleteRegKey SHCTX "Software\Classes\Applications\${EXE}"
  DeleteRegKey SHCTX "${OWN_KEY}\Capabilities"
  DeleteRegKey /ifempty SHCTX "${OWN_KEY}"
FunctionEnd
!macroend

Function Register
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${P_PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ; what the next version offers again
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "CongVan766Desktop" $WantDesktop
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "CongVan766OpenWith" $WantOpenWith
  Call RemoveTypes
  Call AddPackType
  ${If} $WantOpenWith = 1
    Call AddOpenWith
  ${EndIf}
  Call MakeShortcuts
  ${NotifyShell_AssocChanged}
  ${Log} "${P_LOG_SHORTCUTS}"
FunctionEnd
