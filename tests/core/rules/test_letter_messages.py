"""What the rules about law, wording and form say of their examples, word for word.

Each row: the rule, the number of its broken example, how grave, which component; the
message; the words it points at ("a~b": from a to b; empty for the whole line).
"""

import pytest

from core import catalogue as catalogue_module
from core.rules import running
from core.rules.examples import context_of
from core.rules.on_letter import RULES

CATALOGUE = catalogue_module.load()
BY_ID = {rule.id: rule for rule in RULES}
GRAVITY = {"loi": "L", "canh-bao": "C", "goi-y": "G"}
SAID = """
L01 0 C BODY | Tên Quyết định số 766/QĐ-TTg ghi chưa đúng: thừa “hiện”. | hiện
L01 1 C BODY | Tên Quyết định số 766/QĐ-TTg ghi chưa đúng: thừa “trực tuyến”. | trực tuyến
L01 2 C BODY | Tên Quyết định số 766/QĐ-TTg ghi chưa đúng: thiếu “chất lượng”. | giá
L01 3 C BODY | Tên Quyết định số 766/QĐ-TTg ghi chưa đúng: “tổ chức” phải là “doanh nghiệp”. | tổ chức
L01 4 C BODY | Tên Quyết định số 766/QĐ-TTg ghi chưa đúng: thiếu “trên môi trường điện tử”. | thực
L01 5 C BODY | Số văn bản ghi 776/QĐ-TTg, Bộ chỉ số là Quyết định số 766/QĐ-TTg. | Quyết định số 776/QĐ-TTg
L01 6 C BODY | Số văn bản ghi 768/QĐ-TTg, Bộ chỉ số là Quyết định số 766/QĐ-TTg. | Quyết định số 768/QĐ-TTg
L01 7 C BODY | Quyết định số 766/QĐ-TTg ghi “ngày 26 tháng 6 năm 2022”, ngày đúng là 23/06/2022. | Quyết định số 766/QĐ-TTg
L01 8 C BODY | Quyết định số 766/QĐ-TTg ghi “ngày 31 tháng 6 năm 2022”, ngày đúng là 23/06/2022. | Quyết định số 766/QĐ-TTg
L01 9 C BODY | Chưa viện dẫn Quyết định số 766/QĐ-TTg ngày 23/06/2022. | Căn cứ kết quả trên Cổng Dịch vụ công quốc gia, xã đạt 80,33/100 điểm.
L01 10 C BODY | Chưa viện dẫn Quyết định số 766/QĐ-TTg ngày 23/06/2022. | Xã đạt 80,33/100 điểm.
L02 0 G BODY | Quyết định số 35/2022/QĐ-UBND không phải là căn cứ về Bộ chỉ số. | Quyết định số 35/2022/QĐ-UBND
L02 1 G BODY | Quyết định số 77/2022/QĐ-UBND không phải là căn cứ về Bộ chỉ số. | Quyết định số 77/2022/QĐ-UBND
L03 0 C BODY | Nghị định số 61/2018/NĐ-CP chỉ có hiệu lực đến hết ngày 30/06/2025; văn bản thay thế là Nghị định số 118/2025/NĐ-CP. | Nghị định số 61/2018/NĐ-CP
L03 1 C BODY | Nghị định số 61/2018/NĐ-CP chỉ có hiệu lực đến hết ngày 30/06/2025; văn bản thay thế là Nghị định số 118/2025/NĐ-CP. | Nghị định số 61/2018/NĐ-CP
L03 2 C BODY | Thông tư số 01/2018/TT-VPCP chỉ có hiệu lực đến hết ngày 14/09/2025; văn bản thay thế là Thông tư số 03/2025/TT-VPCP (cần đối chiếu lại). | Thông tư số 01/2018/TT-VPCP
L03 3 C BODY | Kế hoạch số 12/KH-UBND là của UBND huyện Gò Dầu, huyện không còn sau ngày 30/06/2025. | Kế hoạch số 12/KH-UBND
L04 0 G BODY | Ghi “theo quy định” mà không nêu quy định nào. | theo quy định
L04 1 G BODY | Ghi “theo quy định” mà không nêu quy định nào. | theo quy định
L04 2 G BODY | Ghi “đúng quy định” mà không nêu quy định nào. | đúng quy định
L05 0 G BODY | Địa chỉ “dichvucong.gov.vn/p/home” là của Cổng cũ, hiện nay là https://dichvucong.gov.vn. | dichvucong.gov.vn/p/home
L05 1 G BODY | Mục “Kết quả đánh giá Bộ chỉ số phục vụ người dân và doanh nghiệp của bộ, ngành, địa phương” trên Cổng có nhiều cách gọi; địa chỉ hiện nay là https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu. | Kết quả đánh giá Bộ ~ộ, ngành, địa phương
L06 0 C BODY | Kế hoạch số 12/KH-UBND có chỗ ghi ngày 05 tháng 01 năm 2026, có chỗ ghi ngày 06/01/2026. | Kế hoạch số 12/KH-UBND
L06 1 C BODY | Nghị định số 118/2025/NĐ-CP ghi “ngày 19 tháng 6 năm 2025”, ngày đúng là 09/06/2025. | Nghị định số 118/2025/NĐ-CP
L07 0 G BODY | Công văn số 123/UBND-KSTT viện dẫn lần đầu thiếu ngày ban hành. | Công văn số 123/UBND-KSTT
L07 1 G BODY | Công văn số 123/UBND-KSTT viện dẫn lần đầu thiếu cơ quan ban hành. | Công văn số 123/UBND-KSTT
L07 2 G BODY | Công văn số 123/UBND-KSTT viện dẫn lần đầu thiếu tên văn bản. | Công văn số 123/UBND-KSTT
L07 3 G BODY | Văn bản số 123/UBND-KSTT viện dẫn lần đầu thiếu tên loại. | số 123/UBND-KSTT
L07 4 G BODY | Kế hoạch số 12/KH-UBND đã viện dẫn đầy đủ ở trên, chỉ ghi số. | Kế hoạch số 12/KH-UBND
W01 0 G BODY | “thực hiện nghiêm túc, tận tâm chỉ đạo” nên viết “nghiêm túc thực hiện nội dung chỉ đạo”. | thực hiện nghiêm túc, tận tâm chỉ đạo
W01 1 G BODY | “Thực hiện nghiêm tinh thần chỉ đạo” nên viết “Nghiêm túc thực hiện nội dung”. | Thực hiện nghiêm tinh thần chỉ đạo
W02 0 C BODY | Câu tự mâu thuẫn: vừa nói “Tất cả các tiêu chí” lại vừa nói “một số tiêu chí”. | Tất cả các tiêu chí đều có xu hướng như nhau ở một số tiêu chí
W02 1 C BODY | Câu tự mâu thuẫn: vừa nói “Toàn bộ đơn vị” lại vừa nói “một số đơn vị”. | Toàn bộ đơn vị đã đạt và một số đơn vị
W02 2 C BODY | Câu tự mâu thuẫn: vừa nói “không có hồ sơ quá hạn” lại vừa nói “một số hồ sơ quá hạn”. | không có hồ sơ quá hạn, các công chức xử lý một số hồ sơ quá hạn
W03 0 G BODY | Câu “Căn cứ kết quả …” chưa có ý chính mà đã chấm câu. | Căn cứ kết quả trên Cổng Dịch vụ công quốc gia.
W03 1 G BODY | Câu “Căn cứ kết quả …” chưa có ý chính mà đã chấm câu. | Căn cứ kết quả trên Cổng.
W03 1 G BODY | Câu “Tại mục “Kết quả …” chưa có ý chính mà đã chấm câu. | Tại mục “Kết quả đánh giá”.
W03 2 G BODY | “thị trấn các tiêu chí” có phải là “thị trấn có các tiêu chí”? | thị trấn các tiêu chí
W04 0 L BODY | “phí lệ, phí” có phải là “phí, lệ phí”? | phí lệ, phí
W04 1 L BODY | “Phí lệ, phí” có phải là “Phí, lệ phí”? | Phí lệ, phí
W04 2 L BODY | Từ “của” bị gõ hai lần liền nhau. | của của
W04 3 L BODY | Từ “Các” bị gõ hai lần liền nhau. | Các các
W04 4 L BODY | Từ “tuyến” bị gõ hai lần liền nhau. | tuyến tuyến
W04 5 L SUBJECT | Từ “bố” bị gõ hai lần liền nhau. | bố bố
W04 6 L BODY | Từ “XÃ” bị gõ hai lần liền nhau. | XÃ XÃ
W04 7 L BODY | Từ “thực hiện” bị gõ hai lần liền nhau. | thực hiện thực hiện
W05 0 C BODY | “thư xin lỗi của người dân” nên viết “thư xin lỗi người dân”: cơ quan xin lỗi người dân, không phải người dân xin lỗi. | thư xin lỗi của người dân
W05 1 C BODY | “Thư xin lỗi của người dân” nên viết “Thư xin lỗi người dân”: cơ quan xin lỗi người dân, không phải người dân xin lỗi. | Thư xin lỗi của người dân
W06 0 G BODY | Câu dài 67 từ, nên tách để dễ đọc. | Các công chức xem từ~được xử lý đúng hạn.
W06 1 G BODY | Câu dài 65 từ, nên tách để dễ đọc. | các hồ sơ trực tuyến~ý đúng hạn được xem.
W06 2 G BODY | Câu dài 67 từ, nên tách để dễ đọc. | các công chức xem từ~được xử lý đúng hạn.
W07 0 C BODY | Chỗ “{total}” chưa điền nội dung. | {total}
W07 1 C BODY | Chỗ “[chưa có số liệu]” chưa điền nội dung. | [chưa có số liệu]
W07 2 C BODY | Chỗ “xxx” chưa điền nội dung. | xxx
W07 3 C BODY | Chỗ “…” chưa điền nội dung. | …
W07 4 C BODY | Chỗ “…” chưa điền nội dung. | …
W07 5 C BODY | Chỗ “…” chưa điền nội dung. | …
W07 6 C BODY | Chỗ “...” chưa điền nội dung. | ...
W07 7 C BODY | Chỗ “........” chưa điền nội dung. | ........
W07 8 C BODY | Chỗ “____” chưa điền nội dung. | ____
W07 9 C BODY | Chỗ “<tên công chức>” chưa điền nội dung. | <tên công chức>
F03 0 C MOTTO | Tiêu ngữ phải dùng gạch nối có cách chữ: “Độc lập - Tự do - Hạnh phúc”. | Độc lập – Tự do – Hạnh phúc
F03 1 C MOTTO | Tiêu ngữ phải dùng gạch nối có cách chữ: “Độc lập - Tự do - Hạnh phúc”. | Độc lập-Tự do-Hạnh phúc
F03 2 C MOTTO | Tiêu ngữ ghi “Độc lập - Tự Do - Hạnh phúc”, đúng là “Độc lập - Tự do - Hạnh phúc”. | Độc lập - Tự Do - Hạnh phúc
F03 3 C ISSUER | Chưa có Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”. |
F03 4 C STATE | Quốc hiệu ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.”, đúng là “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”. | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.
F03 5 C ISSUER | Chưa có Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”. |
F05 0 C NUMBER | Ký hiệu “UBND” thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực. |
F05 1 C NUMBER | Số dưới 10 phải thêm số 0: “05/UBND-VP”. |
F05 2 C NUMBER | Thiếu dấu hai chấm sau chữ “Số”. |
F05 3 C NUMBER | Ký hiệu ghi “UBND - VP”, phải viết hoa, gạch nối không cách chữ: “UBND-VP”. |
F05 4 C NUMBER | Trước và sau dấu gạch chéo “/” không để dấu cách. |
F05 5 C NUMBER | Trước và sau dấu gạch chéo “/” không để dấu cách. |
F05 6 C NUMBER | Ký hiệu ghi “UBND–VP”, phải viết hoa, gạch nối không cách chữ: “UBND-VP”. |
F05 7 C NUMBER | Ký hiệu ghi “UBND-Vp”, phải viết hoa, gạch nối không cách chữ: “UBND-VP”. |
F05 8 C NUMBER | Số, ký hiệu ghi “Số: 15-UBND”, phải như “Số: 05/UBND-VP”. |
F05 9 C NUMBER | Ký hiệu của công văn không có chữ “CV”: “CV-UBND” ghi như “UBND-VP”. |
F06 0 G NUMBER | Số của công văn còn để trống. |
F06 1 G NUMBER | Số của công văn còn để trống. |
F06 2 G PLACE_DATE | Ngày, tháng, năm của công văn còn để trống. |
F06 3 G PLACE_DATE | Ngày, tháng, năm của công văn còn để trống. |
F06 4 G ISSUER | Chưa thấy số, ký hiệu của công văn. |
F06 5 G ISSUER | Chưa thấy địa danh, ngày tháng của công văn. |
F07 0 C ADDRESSEES | Nơi nhận đầu tiên phải xuống dòng, có gạch đầu dòng như các nơi khác. | - Văn phòng HĐND và UBND;
F07 1 C ADDRESSEES | Có nhiều nơi nhận thì mỗi nơi ghi một dòng, có gạch đầu dòng. | Kính gửi: Văn phòng HĐND và UBND; Các công chức xã.
F07 2 C ADDRESSEES | Chỉ có một nơi nhận thì không gạch đầu dòng. | Kính gửi: - Các công chức xã
F07 3 C ADDRESSEES | Chỉ có một nơi nhận thì cuối dòng không có dấu. | Kính gửi: Các công chức xã;
F07 4 C ADDRESSEES | Thiếu dấu hai chấm sau “Kính gửi”. | Kính gửi Các công chức xã
F07 5 C ADDRESSEES | Chỉ có một nơi nhận thì ghi cùng dòng với “Kính gửi:”. | - Các công chức xã.
F07 6 C ADDRESSEES | Nơi nhận “Các công chức xã.” phải bắt đầu bằng gạch đầu dòng “- ”. | Các công chức xã.
F07 7 C ADDRESSEES | Cuối dòng “- Các công chức xã;” phải là dấu chấm. | - Các công chức xã;
F07 8 C ADDRESSEES | Cuối dòng “- Công an xã” phải là dấu chấm phẩy. | - Công an xã
F07 9 C ISSUER | Chưa có phần “Kính gửi:”. |
F08 0 C AUTHORITY | Thiếu dấu cách sau “TM.”, phải ghi “TM. ỦY BAN NHÂN DÂN”. |
F08 1 C AUTHORITY | Thiếu dấu cách sau “KT.”, phải ghi “KT. CHỦ TỊCH”. |
F08 2 C AUTHORITY | Thiếu dấu chấm sau “TM”, phải ghi “TM. ỦY BAN NHÂN DÂN”. |
F08 3 G AUTHORITY | Ủy ban nhân dân làm việc tập thể: dòng trên ghi “TM. ỦY BAN NHÂN DÂN”. |
F08 4 G AUTHORITY | Ủy ban nhân dân làm việc tập thể: dòng trên ghi “TM. ỦY BAN NHÂN DÂN”. |
F08 5 G AUTHORITY | Chưa có họ tên người ký. |
F08 6 G RECIPIENTS | Chưa có họ tên người ký. |
F08 7 C SIGNER | Trước họ tên người ký không ghi học vị “ThS.”. | ThS. Nguyễn Văn Bình
F08 8 C AUTHORITY | Dưới “KT. CHỦ TỊCH” là chức vụ cấp phó: “PHÓ CHỦ TỊCH”. |
F09 0 C BODY | Cuối nội dung thiếu dấu “./.”. | Trên đây là kết quả ~ghiêm túc thực hiện.
F09 1 C BODY | Cuối nội dung thiếu dấu “./.”. | Trên đây là kết quả ~nghiêm túc thực hiện
F09 2 C BODY | Trước “./.” không để dấu cách. |  ./.
F09 3 C BODY | Cuối nội dung ghi “../.”, phải là “./.” viết liền sau từ cuối. | ../.
F09 4 C BODY | Cuối nội dung ghi “./”, phải là “./.” viết liền sau từ cuối. | ./
F09 5 C BODY | Cuối nội dung ghi “/.”, phải là “./.” viết liền sau từ cuối. | /.
F09 6 C BODY | Cuối nội dung ghi “. /.”, phải là “./.” viết liền sau từ cuối. | . /.
F09 7 C BODY | Cuối nội dung ghi “. ./.”, phải là “./.” viết liền sau từ cuối. | . ./.
F10 0 C RECIPIENTS | Dòng “- Lưu VT, VP.”: sau “Lưu” phải là dấu hai chấm. | - Lưu VT, VP.
F10 1 C RECIPIENTS | Dòng “- Lưu: VT, VP .”: cuối dòng phải là dấu chấm viết liền. | - Lưu: VT, VP .
F10 2 G RECIPIENTS | Dòng “- Lưu: VT.”: thiếu đơn vị soạn thảo sau “VT,”. | - Lưu: VT.
F10 3 C RECIPIENTS | Dòng “- Lưu: VP.”: thiếu “VT”. | - Lưu: VP.
F10 4 C RECIPIENTS | Dòng “- Lưu: VT, VP”: cuối dòng phải là dấu chấm viết liền. | - Lưu: VT, VP
F10 5 C RECIPIENTS | Dòng “Lưu: VT, VP.”: thiếu gạch đầu dòng. | Lưu: VT, VP.
F10 6 C RECIPIENTS | Dòng “Tân” không phải nơi nhận; ký hiệu người soạn thảo ghi ở cuối dòng “Lưu”. | Tân
F10 7 C RECIPIENTS | Nơi nhận thiếu dòng “- Lưu: VT, …”. |
F10 8 C RECIPIENTS | Nơi nhận thiếu dòng “- Như trên;”. |
F10 9 G RECIPIENTS | Cuối dòng “- Như trên.” phải là dấu chấm phẩy. | - Như trên.
F10 10 C RECIPIENTS | Ghi “Nơi nhận”, phải là “Nơi nhận:”. | Nơi nhận
F10 11 C RECIPIENTS | Ghi “Nơi nhận :”, phải là “Nơi nhận:”. | Nơi nhận :
F10 12 C RECIPIENTS | Nơi nhận thiếu dòng “- Như trên;”. |
F10 13 C SIGNER | Chưa có phần “Nơi nhận:”. |
F11 0 G BODY | Thứ tự không liên tục: sau “1.” là “3.”. | 3.
F11 1 G BODY | Thứ tự không liên tục: danh mục bắt đầu bằng “2.”. | 2.
F11 2 G BODY | Thứ tự không liên tục: sau “a)” là “c)”. | c)
F11 3 G BODY | Thứ tự không liên tục: danh mục bắt đầu bằng “b)”. | b)
F11 4 G BODY | Thứ tự không liên tục: danh mục bắt đầu bằng “đ)”. | đ)
F11 4 G BODY | Thứ tự không liên tục: sau “e)” là “f)”. | f)
F11 5 G BODY | Đề mục “Nguyên nhân” chưa đánh số như các mục khác. | Nguyên nhân:
F11 6 G BODY | Dấu cuối các dòng cùng danh mục chưa thống nhất. | sơ.
F11 7 G BODY | Dòng cuối của danh mục phải kết thúc bằng dấu chấm. | sơ;
F11 8 G BODY | Dòng cuối của danh mục phải kết thúc bằng dấu chấm. | sơ;
F11 9 G BODY | Cuối dòng của danh mục thiếu dấu chấm hoặc chấm phẩy. | tuyến
F11 10 G BODY | Cuối dòng của danh mục thiếu dấu chấm hoặc chấm phẩy. | tuyến,
F11 11 G BODY | Cuối dòng của danh mục thiếu dấu chấm hoặc chấm phẩy. | 50%
F11 12 G BODY | “(có Phụ lục kèm theo)” phải đặt trước dấu chấm câu. | (có Phụ lục kèm theo)
F11 13 G BODY | “(Công an xã: 44 hồ sơ; Văn phòng: 02 hồ sơ.)” phải đặt trước dấu chấm câu. | (Công an xã: 44 hồ sơ; Văn phòng: 02 hồ sơ.)
F12 0 G BODY | Viết “Bộ Chỉ số”, nên thống nhất là “Bộ chỉ số”. | Bộ Chỉ số
F12 1 G BODY | Viết “cổng dịch vụ công quốc gia”, nên thống nhất là “Cổng Dịch vụ công quốc gia”. | cổng dịch vụ công quốc gia
F12 2 G BODY | Viết “hệ thống Dịch vụ công quốc gia”, nên thống nhất là “Cổng Dịch vụ công quốc gia”. | hệ thống Dịch vụ công quốc gia
F12 3 G BODY | Viết “công văn này”, nên thống nhất là “Công văn này”. | công văn này
F12 4 G BODY | Viết “Văn hóa – Xã hội”, nên thống nhất là “Văn hóa - Xã hội”. | Văn hóa – Xã hội
F12 5 G BODY | Viết “Hệ thống một cửa điện tử”, nên thống nhất là “hệ thống Một cửa điện tử”. | Hệ thống một cửa điện tử
F12 6 G BODY | Giữa câu viết “Kết quả”, phải là “kết quả”. | Kết quả
F12 7 G BODY | Giữa câu viết “Doanh nghiệp”, phải là “doanh nghiệp”. | Doanh nghiệp
F12 8 G RECIPIENTS | Viết “VP. HĐND và UBND”, nên thống nhất là “Văn phòng HĐND và UBND”. | VP. HĐND và UBND
F13 0 G BODY | Chữ viết tắt PAKN chưa được giải thích ở lần đầu: phản ánh, kiến nghị. | PAKN
F13 1 G BODY | Chữ viết tắt KHDN chưa được giải thích ở lần đầu. | KHDN
F13 2 G BODY | Chữ viết tắt DVC chưa được giải thích ở lần đầu: dịch vụ công. | DVC
F14 0 G BODY | Thừa dấu cách giữa hai từ. | c  t
F14 1 G BODY | Thừa dấu cách trước dấu câu. | c ,
F14 2 G BODY | Thừa dấu cách trước dấu câu. | n .
F14 3 G BODY | Thừa dấu cách trước dấu câu. | c ;
F14 4 G BODY | Thiếu dấu cách sau dấu câu. | c,v
F14 5 G BODY | Thiếu dấu cách sau dấu câu. | c;v
F14 6 G BODY | Thiếu dấu cách sau dấu câu. | ả:đ
F14 7 G BODY | Thiếu dấu cách sau dấu chấm. | n.Đ
F14 8 G BODY | Thừa dấu cách trong ngoặc. | ( v
F14 9 G BODY | Thừa dấu cách trong ngoặc. | c )
F15 0 C BODY | Dòng này có chữ Unicode tổ hợp. |
F15 1 C BODY | Dòng này có ký tự không nhìn thấy. |
F15 2 C BODY | Dòng này có ký tự không nhìn thấy. |
F15 3 C BODY | Dòng này có chữ cái Nga lẫn trong chữ Việt. |
F15 4 C BODY | Dòng này có ký tự không nhìn thấy, chữ còn sót của bảng mã TCVN3. |
F15 5 C BODY | Dòng này có chữ còn sót của bảng mã TCVN3. |
F15 6 C BODY | Dòng này có chữ còn sót của bảng mã VNI. |
"""


def said(rule, number):
    """What a rule says of one of its broken examples, as rows."""
    context = context_of(rule.broken[number], CATALOGUE)
    for one in running.check((rule,), context).findings:
        assert context.paper is not None
        assert one.line is not None
        line = context.paper.lines[one.line]
        words = line.text[slice(*one.span)] if one.span else ""
        if len(words) > 70:
            words = f"{words[:20]}~{words[-20:]}"
        head = f"{rule.id} {number} {GRAVITY[one.severity.value]} {line.component.name}"
        yield f"{head} | {one.message} | {words}".rstrip()


EXPECTED: dict[tuple[str, int], list[str]] = {}
for row in SAID.strip().split("\n"):
    rule_id, example, _ = row.split(" ", 2)
    EXPECTED.setdefault((rule_id, int(example)), []).append(row.rstrip())


@pytest.mark.parametrize(("rule_id", "number"), EXPECTED)
def test_a_rule_says_this_of_its_example(rule_id, number):
    assert list(said(BY_ID[rule_id], number)) == EXPECTED[rule_id, number]


def test_each_broken_example_of_these_rules_is_told():
    ids = {rule_id for rule_id, _ in EXPECTED}
    of_pages = {"F01", "F02", "F04", "W08"}  # W08 speaks of no line
    assert ids == {one for one in BY_ID if one[0] in "LWF"} - of_pages
    for rule_id in ids:
        numbers = {number for one, number in EXPECTED if one == rule_id}
        assert numbers == set(range(len(BY_ID[rule_id].broken)))
