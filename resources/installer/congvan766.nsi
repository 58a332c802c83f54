; The installer of Công văn 766 (NSIS 3.08 as Debian has it). tests/windows/installer.py compiles
; this: it makes the list of files and passes VERSION, BUILD, TARGET and the measures.
;
; Command line (all of it optional; /D= last, without quotes):
;   /S                silent: no window, no question
;   /D=folder         where to; by default where it is, else %LOCALAPPDATA%\Programs\CongVan766
;   /CURRENTUSER      for this user (the default, unless an installation for all is there)
;   /ALLUSERS         for all users, in %PROGRAMFILES%\CongVan766; needs an administrator
;   /PROFILE=file     the office's details, copied beside the program as co-quan.toml
;   /DESKTOP          a shortcut on the desktop too
;   /NOOPENWITH       not under "Mở bằng" of workbooks
;   /DOWNGRADE        over a newer version too
;   /LOG=file         the log (UTF-16); by default %TEMP%\CongVan766-setup.log
; The uninstaller go-bo.exe takes /S, /LOG= and /DELETEDATA (the user's data too). It goes on in a
; copy of itself; to wait for its exit code add _?=folder last: then go-bo.exe itself stays.
;
; Exit codes, of both:
;   0  done
;   1  cancelled by the user
;   2  stopped: a file could not be copied or removed; all is as it was (where it is not, the log says
;      what is left where, and it can be run again)
;   3  Windows is older than 10 version 1809
;   4  the file of /PROFILE= is missing or no profile; nothing was copied
;   5  the program is open
;   6  a newer version is there (and no /DOWNGRADE)
;   7  the folder cannot be used: not writable, its path too long, a portable copy or data are in it
;   8  the rights of an administrator are needed
;   9  not enough room on the disk
;  10  another installation or removal is under way

Target amd64-unicode
Unicode true
!ifdef QUICK
  SetCompressor /FINAL zlib ; only to be tried
!else
  SetCompressor /SOLID /FINAL lzma
  SetCompressorDictSize 64
!endif
SetDateSave off ; the same files make the same installer
CRCCheck on

!define NAME "Công văn 766"
!define FOLDER "CongVan766"
!define EXE "CongVan766.exe"
!define UNINSTALLER "go-bo.exe"
!define LIST "danh-sach-tep.txt"
!define NEW "~moi" ; inside the folder: what is unpacked
!define OLD "~cu" ; inside the folder: what it replaces
!define MARK "~danh-dau" ; tried whether it can be written, and by which name it is seen again
!define PROFILE_FILE "co-quan.toml"
!define STORE "congvan766.db" ; where it is, the folder is one of data
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CongVan766"
!define OLDEST_BUILD 17763 ; Windows 10 version 1809
!define RETRIES 10
!define HERE "${__FILEDIR__}"

!include "${HERE}/phrases.nsh"

!define CODE_CANCELLED 1
!define CODE_STOPPED 2
!define CODE_OLD_WINDOWS 3
!define CODE_PROFILE 4
!define CODE_RUNNING 5
!define CODE_NEWER 6
!define CODE_FOLDER 7
!define CODE_NEEDS_ADMIN 8
!define CODE_NO_SPACE 9
!define CODE_BUSY 10

Name "${NAME}"
Caption "Cài đặt ${NAME}"
UninstallCaption "Gỡ bỏ ${NAME}"
BrandingText "${NAME} bản ${VERSION}"
OutFile "${TARGET}"
InstallDir ""
RequestExecutionLevel user ; no question of Windows for those who install for themselves
ManifestDPIAware true
ManifestSupportedOS Win10
SetFont "Segoe UI" 9
AllowSkipFiles off
SpaceTexts none ; NSIS says "115.0 MB", which no Vietnamese writes; the page's text says it, and we look
ShowInstDetails hide
ShowUninstDetails hide

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "FileDescription" "${P_SETUP_DESCRIPTION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "CompanyName" "${P_PUBLISHER}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "${P_COPYRIGHT}"

!ifdef SIGN ; a command with %1 for the file; both programs are signed by it
  !finalize '${SIGN}' = 0
  !uninstfinalize '${SIGN}' = 0 ; else a failed signature would go unsaid
!endif

!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh
!include Integration.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh
!include nsDialogs.nsh

ReserveFile /plugin System.dll
ReserveFile /plugin UserInfo.dll
ReserveFile /plugin nsDialogs.dll

Var LogFile
Var WantDesktop
Var WantOpenWith
Var FolderGiven ; 1 when /D= names the folder: no choice on a page changes it
Var BothThere ; 1 when this user has an installation and all users have one
Var Passed ; the command line for the second start
Var DeleteData
Var DataFolder

!define MUI_ICON "${HERE}/congvan766.ico"
!define MUI_UNICON "${HERE}/congvan766.ico"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${HERE}/dau-trang-1.bmp"
!define MUI_HEADERIMAGE_BITMAP_STRETCH "NoStretchNoCropNoAlign"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${HERE}/ben-trai-1.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH "NoStretchNoCropNoAlign"
!define MUI_TEXTCOLOR "182125"
!define MUI_CUSTOMFUNCTION_GUIINIT PicturesThatFit
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.PicturesThatFit
!define MUI_CUSTOMFUNCTION_ABORT AskBeforeCancel
!define MUI_CUSTOMFUNCTION_UNABORT un.AskBeforeCancel
!include MUI2.nsh
!include "${HERE}/arguments.nsh"
!include "${HERE}/asking.nsh"
!include "${HERE}/checking.nsh"
!include "${HERE}/copying.nsh"
!include "${HERE}/moving.nsh"
!include "${HERE}/registering.nsh"

!define MUI_WELCOMEPAGE_TEXT "${P_WELCOME}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenContinued
!define MUI_PAGE_CUSTOMFUNCTION_SHOW SayWhatIsThere
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveWelcome
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenUpgrading
!insertmacro MUI_PAGE_LICENSE "${BUILD}/giay-phep.txt"
Page custom ShowWho LeaveWho
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolder
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolder
!define MUI_DIRECTORYPAGE_TEXT_TOP "${P_FOLDER_TEXT}"
!insertmacro MUI_PAGE_DIRECTORY
Page custom ShowOptions LeaveOptions
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_FINISHPAGE_TEXT "${P_FINISH}"
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.ShowData un.LeaveData
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGEEX "${HERE}/ngon-ngu" "Vietnamese"
!include "${HERE}/our-pages.nsh"

!insertmacro FunctionsForArguments ""
!insertmacro FunctionsToAsk "" "${P_STOPPED_TITLE}"
!insertmacro FunctionsToCheck "" "${P_STOP}"
!insertmacro FunctionsForLists ""
!insertmacro FunctionsToUnregister ""
!insertmacro PicturesThatFitFor ""
!insertmacro FunctionsForArguments "un."
!insertmacro FunctionsToAsk "un." "${P_UN_STOPPED_TITLE}"
!insertmacro FunctionsToCheck "un." "${P_UN_STOP}"
!insertmacro FunctionsForLists "un."
!insertmacro FunctionsToUnregister "un."
!insertmacro PicturesThatFitFor "un."

; In VARIABLE: 1 when the command line has SWITCH.
!macro Switch SWITCH VARIABLE
  ${FindArgument} "${SWITCH}"
  ${If} $Found = 1
    StrCpy ${VARIABLE} 1
    StrCpy $Passed "$Passed ${SWITCH}"
  ${EndIf}
!macroend

; In VARIABLE: the full path after SWITCH, if it is there.
!macro PathAfter SWITCH VARIABLE
  ${FindArgument} "${SWITCH}"
  ${If} $Found = 1
    Push $Argument
    System::Call 'kernel32::GetFullPathNameW(w s, i ${NSIS_MAX_STRLEN}, w .s, p 0)'
    Pop ${VARIABLE}
    StrCpy $Passed '$Passed "${SWITCH}${VARIABLE}"'
  ${EndIf}
!macroend

Function FullPath
  System::Call 'kernel32::GetFullPathNameW(w "$INSTDIR", i ${NSIS_MAX_STRLEN}, w .s, p 0)'
  Pop $INSTDIR
FunctionEnd

Function ReadCommandLine
  StrCpy $LogFile "$TEMP\CongVan766-setup.log"
  !insertmacro PathAfter "/LOG=" $LogFile
  !insertmacro PathAfter "/PROFILE=" $ProfileFile
  !insertmacro Switch "/DOWNGRADE" $MayDowngrade
  !insertmacro Switch "/DESKTOP" $WantDesktop
  StrCpy $R7 0
  !insertmacro Switch "/NOOPENWITH" $R7
  ${If} $R7 = 1
    StrCpy $WantOpenWith 0
  ${EndIf}
  ; what follows is not passed on
  StrCpy $R6 $Passed
  !insertmacro Switch "/CONTINUED" $Continued
  StrCpy $R7 0
  !insertmacro Switch "/ALLUSERS" $R7
  StrCpy $R5 0
  !insertmacro Switch "/CURRENTUSER" $R5
  StrCpy $Passed $R6
  StrCpy $FolderGiven 0
  ${If} $INSTDIR != ""
    Call FullPath
    StrCpy $FolderGiven 1
    StrCpy $Passed "$Passed /D=$INSTDIR" ; must come last
  ${EndIf}
FunctionEnd

; A /D= that NSIS passes over (in quotes, small, no full path) or misreads (it drops a slash) would
; lead to another folder than the one that is meant.
Function RefuseBadFolder
  ${FindArgument} "/D=" ; NSIS cuts off the one that it takes
  StrCpy $R4 $Found
  StrCpy $4 ""
  System::Call 'kernel32::GetCommandLineW() p .r1'
  System::Call 'shlwapi::StrRStrIW(p r1, p 0, w " /D=") p .r2'
  ${If} $2 P<> 0
    IntPtrOp $2 $2 + 8 ; four letters of two bytes
    System::Call 'kernel32::lstrcpynW(w .r4, p r2, i ${NSIS_MAX_STRLEN})'
    ${If} $FolderGiven = 0
      StrCpy $R4 1
    ${EndIf}
    StrCpy $2 0
    StrCpy $3 " "
    ${DoUntil} $3 == ""
      StrCpy $3 $4 1 $2
      ${If} $3 == "/"
      ${OrIf} $3 == '"'
        StrCpy $R4 1
      ${EndIf}
      IntOp $2 $2 + 1
    ${Loop}
  ${EndIf}
  ${If} $R4 = 1
    ${Stop} ${CODE_FOLDER} "${P_BAD_FOLDER}"
  ${EndIf}
FunctionEnd

; Whose installation this is: as told, else as the former one, else the user's own.
Function ChooseUsers
  StrCpy $ForAll 0
  StrCpy $BothThere 0
  ${If} $OldMe != ""
  ${AndIf} $OldAll != ""
    StrCpy $BothThere 1
  ${EndIf}
  ${If} $R7 = 1
    StrCpy $ForAll 1
  ${ElseIf} $R5 = 0
  ${AndIf} $OldMe == ""
  ${AndIf} $OldAll != ""
    StrCpy $ForAll 1
  ${EndIf}
FunctionEnd

Function ProposeFolder
  ${If} $FolderGiven = 1
    Return
  ${EndIf}
  ${If} $OldDir != ""
    StrCpy $INSTDIR $OldDir
  ${ElseIf} $ForAll = 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${FOLDER}"
  ${EndIf}
FunctionEnd

; What the former installation was asked for is offered again.
Function ProposeOptions
  ${If} $WantOpenWith == ""
    StrCpy $WantOpenWith 1
    ReadRegDWORD $1 SHCTX "${UNINSTALL_KEY}" "CongVan766OpenWith"
    ${If} $OldVersion != ""
    ${AndIf} $1 = 0
    ${AndIfNot} ${Errors}
      StrCpy $WantOpenWith 0
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${If} $WantDesktop == ""
    ReadRegDWORD $WantDesktop SHCTX "${UNINSTALL_KEY}" "CongVan766Desktop"
    ${If} $WantDesktop == ""
      StrCpy $WantDesktop 0
    ${EndIf}
  ${EndIf}
  ClearErrors
FunctionEnd

; What the pages would have said.
Function CheckSilently
  ${If} $ForAll = 1
  ${AndIf} $Elevated = 0
    ${Stop} ${CODE_NEEDS_ADMIN} "${P_NEEDS_ADMIN}"
  ${EndIf}
  Call LookForOthersFiles
  ${If} $R0 = 1
    StrCpy $INSTDIR "$INSTDIR\${FOLDER}"
    ${Log} "${P_LOG_SUBFOLDER}"
  ${EndIf}
  Call LookAtFolder
  ${If} $StopText != ""
    Push $R0
    Call Stop
  ${EndIf}
  Call WaitUntilClosed
FunctionEnd

Function .onInit
  SetRegView 64
  SetShellVarContext current
  StrCpy $DataFolder "$LOCALAPPDATA\${FOLDER}"
  Call ReadCommandLine
  Call TakeTurn
  ${If} $Continued != 1
    Delete "$LogFile"
  ${EndIf}
  StrCpy $1 $CMDLINE
  ${Log} "${P_LOG_START}"
  Call RefuseBadFolder
  Call RefuseOldWindows
  Call LookForRights
  Call LookForOldVersions
  Call ChooseUsers
  Call UseContext
  Call RefuseBadProfile
  Call RefuseDowngrade
  Call TakeOldVersion
  Call ProposeOptions
  ${If} $OldVersion != ""
    ${Log} "${P_LOG_OLD}"
  ${EndIf}
  Call ProposeFolder
  ${If} ${Silent}
  ${OrIf} $Continued = 1
    Call CheckSilently
  ${EndIf}
FunctionEnd

Section
  ${Log} "${P_LOG_FOLDER}"
  ${If} $BothThere = 1
    ${Log} "${P_LOG_SECOND}"
  ${EndIf}
  InitPluginsDir
  CreateDirectory "$INSTDIR"
  Call LookAtOldPlace
  Call Unpack
  Call ChangeOver
  Call RemoveOldPlace
  Call Register
  Call GiveTurn ; a last page may stay open for long
  ${Log} "${P_LOG_DONE}"
SectionEnd

; Unpacking itself failed: a full disk, a broken download. What was there is still there.
Function .onInstFailed
  Call ClearNew
  StrCpy $FailedItem "${EXE}"
  StrCpy $1 "${P_COPY_FAILED}"
  StrCpy $2 ${CODE_STOPPED}
  ${Log} "${P_LOG_STOPPED}"
FunctionEnd

!include "${HERE}/removing.nsh"
