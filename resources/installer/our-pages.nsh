; The pages of our own: who, options, and the uninstaller's question about the data.

Var Page
Var First ; the choices of the page shown
Var Second
Var ChoiceFont
Var Continued ; 1 in the second start, with the rights of an administrator

; The pictures that fit: the pages grow with the font and the scale of the screen, and NSIS would
; tear what it has to stretch.
!macro PicturesThatFitFor UN
Function ${UN}PicturesThatFit
  System::Call '*(i 0, i 35, i 109, i 193) p .r1' ; the head's height and the side's, in dialog units
  System::Call 'user32::MapDialogRect(p $HWNDPARENT, p r1)'
  System::Call '*$1(i, i .r3, i, i .r2)'
  System::Free $1
  SetOutPath "$PLUGINSDIR"
  ${If} $2 > 604
    File "/oname=modern-wizard.bmp" "${HERE}/ben-trai-5.bmp"
  ${ElseIf} $2 > 484
    File "/oname=modern-wizard.bmp" "${HERE}/ben-trai-4.bmp"
  ${ElseIf} $2 > 362
    File "/oname=modern-wizard.bmp" "${HERE}/ben-trai-3.bmp"
  ${ElseIf} $2 > 314
    File "/oname=modern-wizard.bmp" "${HERE}/ben-trai-2.bmp"
  ${EndIf}
  ${If} $3 >= 138
    File "/oname=modern-header.bmp" "${HERE}/dau-trang-5.bmp"
  ${ElseIf} $3 >= 108
    File "/oname=modern-header.bmp" "${HERE}/dau-trang-4.bmp"
  ${ElseIf} $3 >= 86
    File "/oname=modern-header.bmp" "${HERE}/dau-trang-3.bmp"
  ${ElseIf} $3 >= 64
    File "/oname=modern-header.bmp" "${HERE}/dau-trang-2.bmp"
  ${EndIf}
  ${If} $3 >= 64
    SetBrandingImage /IMGID=1046 "$PLUGINSDIR\modern-header.bmp"
  ${EndIf}
FunctionEnd
!macroend

; A choice in bold; leaves the control on the stack.
!macro Choice CREATE Y TEXT
  ${CREATE} 8u ${Y}u 300u 12u "${TEXT}"
  Pop $1
  SendMessage $1 ${WM_SETFONT} $ChoiceFont 0
  Push $1
!macroend

; The quiet line below the choice at Y. Made after all choices: the arrow keys go from one to
; the next, and nothing may stand between them.
!macro Hint Y HINT
  !define /math HINT_Y ${Y} + 13
  ${NSD_CreateLabel} 20u ${HINT_Y}u 286u 22u "${HINT}"
  !undef HINT_Y
  Pop $1
  SetCtlColors $1 0x55626A transparent
!macroend

; Of two choices: the second where WHICH is 1, else the first. The focus chooses, too.
!macro Chosen WHICH
  ${If} ${WHICH} = 1
    ${NSD_Check} $Second
    ${NSD_SetFocus} $Second
  ${Else}
    ${NSD_Check} $First
    ${NSD_SetFocus} $First
  ${EndIf}
!macroend

!macro NewPage TITLE SUBTITLE
  !insertmacro MUI_HEADER_TEXT "${TITLE}" "${SUBTITLE}"
  nsDialogs::Create 1018
  Pop $Page
  CreateFont $ChoiceFont "$(^Font)" "$(^FontSize)" "600"
!macroend

; ------------------------------------------------------------------------------ welcome, who

Function SkipWhenContinued
  ${If} $Continued = 1
    Abort
  ${EndIf}
FunctionEnd

; An upgrade keeps place and users, so that nothing is left to ask.
Function SkipWhenUpgrading
  ${If} $Continued = 1
  ${OrIf} $OldVersion != ""
    Abort
  ${EndIf}
FunctionEnd

Function SayWhatIsThere
  ${If} $OldVersion == "${VERSION}"
    SendMessage $mui.WelcomePage.Text ${WM_SETTEXT} 0 "STR:${P_WELCOME_AGAIN}"
  ${ElseIf} $OldVersion != ""
    SendMessage $mui.WelcomePage.Text ${WM_SETTEXT} 0 "STR:${P_WELCOME_UPGRADE}"
  ${EndIf}
FunctionEnd

Function LeaveWelcome
  ${If} $OldVersion != ""
  ${AndIf} $BothThere = 0
    Call ElevateIfNeeded
  ${EndIf}
FunctionEnd

; For all users without the rights: starts once more with them and ends here.
Function ElevateIfNeeded
  ${If} $ForAll = 0
  ${OrIf} $Elevated = 1
    Return
  ${EndIf}
  ${Log} "${P_LOG_ELEVATING}"
  Call GiveTurn
  ClearErrors
  ExecShell "runas" "$EXEPATH" '/CONTINUED /ALLUSERS $Passed'
  ${If} ${Errors}
    Call TakeTurn
    ${Ask} "${P_NO_ELEVATION_TITLE}" "${P_NO_ELEVATION}" "${P_CLOSE}" ""
    Abort
  ${EndIf}
  Quit
FunctionEnd

Function ShowWho
  ${If} $Continued = 1
    Abort
  ${ElseIf} $OldVersion != ""
  ${AndIf} $BothThere = 0
    Abort
  ${EndIf}
  !insertmacro NewPage "${P_WHO_TITLE}" "${P_WHO_SUBTITLE}"
  !insertmacro Choice "${NSD_CreateFirstRadioButton}" 4 "${P_WHO_ME}"
  Pop $First
  !insertmacro Choice "${NSD_CreateAdditionalRadioButton}" 46 "${P_WHO_ALL}"
  Pop $Second
  !insertmacro Hint 4 "${P_WHO_ME_HINT}"
  !insertmacro Hint 46 "${P_WHO_ALL_HINT}"
  ${If} $BothThere = 1
    ${NSD_CreateLabel} 8u 92u 300u 40u "${P_WHO_BOTH}"
    Pop $1
  ${EndIf}
  !insertmacro Chosen $ForAll
  ${NSD_OnClick} $First ShowShield
  ${NSD_OnClick} $Second ShowShield
  Push 0
  Call ShowShield
  nsDialogs::Show
  Push 0
  Call HideShield
FunctionEnd

; The shield of Windows on the button that will ask for rights.
Function ShowShield
  Pop $1
  ${NSD_GetState} $Second $2
  ${If} $Elevated = 1
    StrCpy $2 0
  ${EndIf}
  SendMessage $mui.Button.Next 0x160C 0 $2 ; BCM_SETSHIELD
FunctionEnd

Function HideShield
  Pop $1
  SendMessage $mui.Button.Next 0x160C 0 0
FunctionEnd

Function LeaveWho
  StrCpy $R8 $ForAll
  ${NSD_GetState} $Second $ForAll
  ${If} $ForAll = 1
  ${AndIf} $OldAll == ""
  ${AndIf} $OldMe != ""
    ${Ask} "${P_SECOND_TITLE}" "${P_SECOND_ME}" "${P_SECOND_NO}" "${P_SECOND_YES}"
  ${ElseIf} $ForAll = 0
  ${AndIf} $OldMe == ""
  ${AndIf} $OldAll != ""
    ${Ask} "${P_SECOND_TITLE}" "${P_SECOND_ALL}" "${P_SECOND_NO}" "${P_SECOND_YES}"
  ${Else}
    StrCpy $R0 2
  ${EndIf}
  ${If} $R0 <> 2
    StrCpy $ForAll $R8
    Abort
  ${EndIf}
  Call ElevateIfNeeded
  Call UseContext
  Call TakeOldVersion
  ${If} $ForAll <> $R8 ; who comes back to this page keeps the folder of the next one
    Call ProposeFolder
  ${EndIf}
FunctionEnd

; ------------------------------------------------------------------------------ folder, options

Function SkipFolder
  ${If} $OldVersion != ""
    Abort
  ${EndIf}
FunctionEnd

Function LeaveFolder
  Call FullPath
  Call LookForOthersFiles
  StrCpy $R7 $INSTDIR
  ${If} $R0 = 1
    StrCpy $INSTDIR "$INSTDIR\${FOLDER}" ; only proposed when it would do
  ${EndIf}
  Push $R0
  Call LookAtFolder
  Pop $R6
  ${If} $StopText != ""
    ${Ask} "${P_STOPPED_TITLE}" "$StopText" "${P_CLOSE}" ""
    StrCpy $INSTDIR $R7
    Abort
  ${EndIf}
  ${If} $R6 = 1
    StrCpy $R6 $INSTDIR
    StrCpy $INSTDIR $R7
    ${Ask} "${P_NOT_EMPTY_TITLE}" "${P_NOT_EMPTY}" "${P_NOT_EMPTY_YES}" "${P_SECOND_NO}"
    ${If} $R0 <> 1
      Abort
    ${EndIf}
    ; by the page, which reads its own field once more
    SendMessage $mui.DirectoryPage.Directory ${WM_SETTEXT} 0 "STR:$R6"
    StrCpy $INSTDIR $R6
  ${EndIf}
FunctionEnd

Function ShowOptions
  !insertmacro NewPage "${P_OPTIONS_TITLE}" "${P_OPTIONS_SUBTITLE}"
  !insertmacro Choice "${NSD_CreateCheckBox}" 4 "${P_DESKTOP}"
  Pop $First
  !insertmacro Choice "${NSD_CreateCheckBox}" 40 "${P_OPENWITH}"
  Pop $Second
  !insertmacro Hint 4 "${P_DESKTOP_HINT}"
  !insertmacro Hint 40 "${P_OPENWITH_HINT}"
  ${If} $WantDesktop = 1
    ${NSD_Check} $First
  ${EndIf}
  ${If} $WantOpenWith = 1
    ${NSD_Check} $Second
  ${EndIf}
  ${If} $ForAll = 1
    ${NSD_CreateLabel} 8u 92u 300u 10u "${P_SUMMARY_ALL}"
  ${Else}
    ${NSD_CreateLabel} 8u 92u 300u 10u "${P_SUMMARY_ME}"
  ${EndIf}
  Pop $1
  ${NSD_CreateLabel} 8u 104u 300u 24u "${P_SUMMARY_FOLDER} $INSTDIR"
  Pop $1
  ${NSD_SetFocus} $First
  GetDlgItem $1 $HWNDPARENT 1
  SendMessage $1 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
  nsDialogs::Show
FunctionEnd

Function LeaveOptions
  ${NSD_GetState} $First $WantDesktop
  ${NSD_GetState} $Second $WantOpenWith
  Call LookAtFolder
  ${If} $StopText != ""
    ${Ask} "${P_STOPPED_TITLE}" "$StopText" "${P_CLOSE}" ""
    Abort
  ${EndIf}
  Call WaitUntilClosed
FunctionEnd

Function AskBeforeCancel
  ${Ask} "${P_CANCEL_TITLE}" "${P_CANCEL}" "${P_CANCEL_NO}" "${P_CANCEL_YES}"
  ${If} $R0 <> 2
    Abort
  ${EndIf}
  ${Log} "${P_LOG_CANCELLED}"
FunctionEnd

; By the shell, so that a program started here has the user's rights and not ours.
Function OpenProgram
  ${If} $Elevated = 1
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
  ${Else}
    Exec '"$INSTDIR\${EXE}"'
  ${EndIf}
FunctionEnd

; ------------------------------------------------------------------------------ the uninstaller

Function un.AskBeforeCancel
  ${Ask} "${P_UN_CANCEL_TITLE}" "${P_UN_CANCEL}" "${P_CANCEL_NO}" "${P_CANCEL_YES}"
  ${If} $R0 <> 2
    Abort
  ${EndIf}
  ${Log} "${P_LOG_CANCELLED}"
FunctionEnd

Function un.ShowData
  !insertmacro NewPage "${P_UN_TITLE}" "${P_UN_SUBTITLE}"
  ${NSD_CreateLabel} 8u 2u 300u 22u "${P_UN_FROM}$\r$\n$INSTDIR"
  Pop $1
  ${NSD_CreateLabel} 8u 32u 300u 10u "${P_UN_QUESTION}"
  Pop $1
  !insertmacro Choice "${NSD_CreateFirstRadioButton}" 48 "${P_UN_KEEP}"
  Pop $First
  !insertmacro Choice "${NSD_CreateAdditionalRadioButton}" 84 "${P_UN_DELETE}"
  Pop $Second
  !insertmacro Hint 48 "${P_UN_KEEP_HINT}"
  !insertmacro Hint 84 "${P_UN_DELETE_HINT}"
  !insertmacro Chosen $DeleteData
  GetDlgItem $1 $HWNDPARENT 1
  SendMessage $1 ${WM_SETTEXT} 0 "STR:${P_UN_BUTTON}"
  nsDialogs::Show
FunctionEnd

Function un.LeaveData
  ${NSD_GetState} $Second $DeleteData
  Call un.WaitUntilClosed
FunctionEnd
