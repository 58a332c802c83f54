; What the pages of Modern UI say. NSIS has its own in Vietnamese; these are the words of the
; program ("tệp", "bấm"), and all of them are here: what is missing would be English.

!insertmacro LANGFILE "Vietnamese" = "Tiếng Việt" "Tieng Viet"

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "Cài đặt $(^NameDA)"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "$(^ClickNext)"
!endif

!ifdef MUI_UNWELCOMEPAGE
  ${LangFileString} MUI_UNTEXT_WELCOME_INFO_TITLE "Gỡ bỏ $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_WELCOME_INFO_TEXT "$(^ClickNext)"
!endif

!ifdef MUI_LICENSEPAGE
  ${LangFileString} MUI_TEXT_LICENSE_TITLE "Giấy phép"
  ${LangFileString} MUI_TEXT_LICENSE_SUBTITLE "$(^NameDA) miễn phí và có mã nguồn mở."
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM "Nếu đồng ý với giấy phép, bấm Tôi đồng ý để tiếp tục."
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_CHECKBOX "Nếu đồng ý với giấy phép, đánh dấu vào ô bên dưới. $_CLICK"
  ${LangFileString} MUI_INNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS "Nếu đồng ý với giấy phép, chọn mục đầu bên dưới. $_CLICK"
!endif

!ifdef MUI_UNLICENSEPAGE
  ${LangFileString} MUI_UNTEXT_LICENSE_TITLE "Giấy phép"
  ${LangFileString} MUI_UNTEXT_LICENSE_SUBTITLE "Xem giấy phép trước khi gỡ $(^NameDA)."
  ${LangFileString} MUI_UNINNERTEXT_LICENSE_BOTTOM "Nếu đồng ý với giấy phép, bấm Tôi đồng ý để tiếp tục."
  ${LangFileString} MUI_UNINNERTEXT_LICENSE_BOTTOM_CHECKBOX "Nếu đồng ý với giấy phép, đánh dấu vào ô bên dưới. $_CLICK"
  ${LangFileString} MUI_UNINNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS "Nếu đồng ý với giấy phép, chọn mục đầu bên dưới. $_CLICK"
!endif

!ifdef MUI_LICENSEPAGE | MUI_UNLICENSEPAGE
  ${LangFileString} MUI_INNERTEXT_LICENSE_TOP "Bấm phím Page Down để xem tiếp."
!endif

!ifdef MUI_COMPONENTSPAGE
  ${LangFileString} MUI_TEXT_COMPONENTS_TITLE "Chọn các phần"
  ${LangFileString} MUI_TEXT_COMPONENTS_SUBTITLE "Chọn những phần của $(^NameDA) muốn cài."
!endif

!ifdef MUI_UNCOMPONENTSPAGE
  ${LangFileString} MUI_UNTEXT_COMPONENTS_TITLE "Chọn các phần"
  ${LangFileString} MUI_UNTEXT_COMPONENTS_SUBTITLE "Chọn những phần của $(^NameDA) muốn gỡ."
!endif

!ifdef MUI_COMPONENTSPAGE | MUI_UNCOMPONENTSPAGE
  ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_TITLE "Mô tả"
  ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_INFO "Đưa chuột lên một phần để xem mô tả."
!endif

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "Thư mục cài đặt"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "Nên giữ thư mục có sẵn nếu không có lý do riêng."
!endif

!ifdef MUI_UNDIRECTORYPAGE
  ${LangFileString} MUI_UNTEXT_DIRECTORY_TITLE "Thư mục cài đặt"
  ${LangFileString} MUI_UNTEXT_DIRECTORY_SUBTITLE "Chọn thư mục để gỡ $(^NameDA)."
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "Đang cài đặt"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "Việc này thường mất chưa đến một phút."
  ${LangFileString} MUI_TEXT_FINISH_TITLE "Đã cài xong"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "$(^NameDA) đã sẵn sàng."
  ${LangFileString} MUI_TEXT_ABORT_TITLE "Chưa cài được"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "Lý do ở phần chi tiết bên dưới. Số liệu của bạn không bị ảnh hưởng."
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "Đang gỡ bỏ"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "$(^NameDA) đang được gỡ khỏi máy này."
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "Đã gỡ xong"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "$(^NameDA) không còn trên máy này."
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "Chưa gỡ hết"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "Lý do ở phần chi tiết bên dưới."
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "Đã cài xong $(^NameDA)"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "Bấm Xong để đóng cửa sổ này."
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "Máy cần khởi động lại để cài xong $(^NameDA). Khởi động lại ngay?"
!endif

!ifdef MUI_UNFINISHPAGE
  ${LangFileString} MUI_UNTEXT_FINISH_INFO_TITLE "Đã gỡ xong $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_FINISH_INFO_TEXT "Bấm Xong để đóng cửa sổ này."
  ${LangFileString} MUI_UNTEXT_FINISH_INFO_REBOOT "Máy cần khởi động lại để gỡ xong $(^NameDA). Khởi động lại ngay?"
!endif

!ifdef MUI_FINISHPAGE | MUI_UNFINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "Khởi động lại ngay"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "Để tôi tự khởi động lại sau"
  ${LangFileString} MUI_TEXT_FINISH_RUN "&Mở $(^NameDA)"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "X&em hướng dẫn"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "&Xong"
!endif

!ifdef MUI_STARTMENUPAGE
  ${LangFileString} MUI_TEXT_STARTMENU_TITLE "Thư mục trong menu Start"
  ${LangFileString} MUI_TEXT_STARTMENU_SUBTITLE "Chọn chỗ đặt lối tắt của $(^NameDA)."
  ${LangFileString} MUI_INNERTEXT_STARTMENU_TOP "Chọn thư mục trong menu Start để đặt lối tắt, hoặc gõ tên thư mục mới."
  ${LangFileString} MUI_INNERTEXT_STARTMENU_CHECKBOX "Không tạo lối tắt"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "Gỡ bỏ $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "Gỡ $(^NameDA) khỏi máy này."
!endif

!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "Dừng cài đặt $(^Name)?"
!endif

!ifdef MUI_UNABORTWARNING
  ${LangFileString} MUI_UNTEXT_ABORTWARNING "Dừng gỡ bỏ $(^Name)?"
!endif

!ifdef MULTIUSER_INSTALLMODEPAGE
  ${LangFileString} MULTIUSER_TEXT_INSTALLMODE_TITLE "Ai dùng chương trình"
  ${LangFileString} MULTIUSER_TEXT_INSTALLMODE_SUBTITLE "Chọn người dùng $(^NameDA) trên máy này."
  ${LangFileString} MULTIUSER_INNERTEXT_INSTALLMODE_TOP "Cài $(^NameDA) cho riêng bạn hay cho mọi người dùng máy này. $(^ClickNext)"
  ${LangFileString} MULTIUSER_INNERTEXT_INSTALLMODE_ALLUSERS "Mọi người dùng máy này"
  ${LangFileString} MULTIUSER_INNERTEXT_INSTALLMODE_CURRENTUSER "Chỉ mình tôi"
!endif
