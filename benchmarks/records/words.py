"""What the documents are made of: names of places, bodies and people that do not exist, and sentences.

Written for this project. National acts that are cited are real; every other name and number is invented.
"""

PROVINCES = ("Bình Lĩnh", "Hoa Giang", "Vĩnh Hoài", "Khánh Giang", "Trường Lĩnh", "Đông Hạc", "Phúc Trà",
             "Sơn Vọng", "Thanh Diệp", "Nam Lạng", "Hà Trạch", "Đắk Rlung")
CITIES = ("Hải Lộ", "Vân Trạch", "Giang Diệu")
COMMUNES = ("Châu Lĩnh", "Hồng Trạch", "Ia Mlơng", "Đông Diệp", "Phú Lộng", "Sông Mây Hạ", "Tân Diệu",
            "Khe Vọng", "Cẩm Trà", "An Hoài", "Ea Rbin", "Thạch Lĩnh", "Long Trạch", "Mường Lặc", "Yên Diệu")
DISTRICTS = ("Tiên Lĩnh", "Hà Vọng", "Krông Mlang", "Đông Trà", "Bắc Diệp", "Sơn Hoài")

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
            "Ngô", "Dương", "Lý", "Khổng", "Giáp", "Ngụy", "Tạ", "Ninh", "Đoàn", "Lương", "Trịnh", "Mai", "Kiều",
            "Thân", "Quách", "Cao", "Doãn")
MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Thị Bích", "Trọng", "Đăng", "Thế", "Xuân", "Quốc", "Thị Thu", "Hữu", "Công",
           "Duy", "Ngọc", "Thanh", "Tiến", "Đình", "Thị Kim", "Bá")
GIVENS = ("Khiêm", "Toại", "Liễu", "Quân", "Thắng", "Bảo", "Ngà", "Khoa", "Chuẩn", "Triết", "Hằng", "Lâm", "Diệp",
          "Sương", "Vượng", "Tùng", "Oanh", "Phước", "Nghĩa", "Thảo", "Đạt", "Hòa", "Thủy", "Tường", "Uyên", "Giang",
          "Hoan", "Kỳ", "Loan", "Mỹ", "Nhật", "Định", "Đài", "Ước")
MINORITY_NAMES = ("H'Vi ÊBan", "Y Blơm Niê", "Ksor H'Lan", "Rơ Châm Dyel", "Lò Văn Pâng", "Giàng A Sùng",
                  "K'Brễu", "Điểu Krứ", "Hờ A Chua", "Siu Krêh", "H Mlô Kbuôr", "Vàng Thị Dếnh", "Thạch Sa Rây")
RANKS = ("TS. ", "PGS.TS. ", "BSCKII. ", "ThS. ", "Đại tá ", "Thượng tá ", "Trung tá ", "BS.CKI. ", "Thiếu tướng ")

#: Department of a province: name, code, codes of units that draft.
DEPARTMENTS = (
    ("Sở Nội vụ", "SNV", ("TCBC", "CCHC", "VTLT", "VP")),
    ("Sở Y tế", "SYT", ("NVY", "NVD", "KHTC", "VP")),
    ("Sở Giáo dục và Đào tạo", "SGDĐT", ("GDMN", "GDTrH", "CTTT", "VP")),
    ("Sở Tài chính", "STC", ("QLNS", "TCHCSN", "VP")),
    ("Sở Xây dựng", "SXD", ("QLXD", "HTKT", "VP")),
    ("Sở Công Thương", "SCT", ("QLTM", "KTATMT", "VP")),
    ("Sở Khoa học và Công nghệ", "SKHCN", ("CĐS", "QLCN", "VP")),
    ("Sở Nông nghiệp và Môi trường", "SNNMT", ("TL", "BVMT", "VP")),
    ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", ("QLVH", "TDTT", "VP")),
    ("Sở Tư pháp", "STP", ("PBGDPL", "HCTP", "VP")),
    ("Sở Dân tộc và Tôn giáo", "SDTTG", ("CSDT", "VP")),
)
DIVISIONS = ("Phòng Kế hoạch - Tài chính", "Phòng Tổ chức cán bộ", "Phòng Quản lý chuyên ngành",
             "Phòng Thanh tra, pháp chế", "Phòng Hành chính - Tổng hợp", "Phòng Nghiệp vụ")
AGENCIES = ("Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Thanh tra tỉnh", "Bảo hiểm xã hội tỉnh",
            "Báo và phát thanh, truyền hình tỉnh")
FRONTS = ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Liên đoàn Lao động tỉnh", "Hội Liên hiệp Phụ nữ tỉnh",
          "Hội Nông dân tỉnh", "Tỉnh đoàn")
#: Open groups: with the place of a province's unit and of a department's.
OPEN_PROVINCE = ("Các sở, ban, ngành", "Các cơ quan, đơn vị, địa phương", "Các sở, ban, ngành tỉnh",
                 "Thủ trưởng các sở, ban, ngành")
OPEN_DEPARTMENT = ("Các phòng chuyên môn thuộc Sở", "Các đơn vị trực thuộc", "Các đơn vị trực thuộc Sở",
                   "Các phòng, đơn vị thuộc Sở")

#: Real acts: kind, number (None: cited by title and date only), date, issuer, title.
LAWS = (
    ("Luật", None, "2025-06-16", None, "Tổ chức chính quyền địa phương"),
    ("Luật", None, "2024-06-21", None, "Lưu trữ"),
    ("Luật", None, "2015-06-25", None, "Ngân sách nhà nước"),
    ("Luật", None, "2020-11-17", None, "Bảo vệ môi trường"),
    ("Luật", None, "2019-06-14", None, "Giáo dục"),
    ("Luật", None, "2018-11-15", None, "Phòng, chống tham nhũng"),
)
ACTS = (
    ("Nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "về công tác văn thư"),
    ("Nghị định", "61/2018/NĐ-CP", "2018-04-23", "Chính phủ",
     "về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính"),
    ("Nghị định", "42/2022/NĐ-CP", "2022-06-24", "Chính phủ",
     "quy định về việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng"),
    ("Quyết định", "749/QĐ-TTg", "2020-06-03", "Thủ tướng Chính phủ",
     "phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030"),
    ("Nghị quyết", "57-NQ/TW", "2024-12-22", "Bộ Chính trị",
     "về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia"),
    ("Chỉ thị", "40-CT/TW", "2014-11-22", "Ban Bí thư",
     "về tăng cường sự lãnh đạo của Đảng đối với tín dụng chính sách xã hội"),
    ("Thông tư", "01/2019/TT-BNV", "2019-01-24", "Bộ Nội vụ",
     "quy định quy trình trao đổi, lưu trữ, xử lý tài liệu điện tử trong công tác văn thư"),
    ("Nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ",
     "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"),
)


class Topic:
    """A field of work: what documents about it say.

    name: noun phrase; subjects: short titles; aims: sentences of purpose; works: things to do, each beginning
    with a small verb, without body and date; contents: headings of fields of work with what is said there.
    """

    def __init__(self, name, subjects, aims, works, contents, short):
        self.name, self.subjects, self.aims = name, subjects, aims
        self.works, self.contents, self.short = works, contents, short


TOPICS = (
    Topic("số hóa tài liệu lưu trữ",
          ("số hóa tài liệu lưu trữ lịch sử", "chỉnh lý và số hóa hồ sơ tồn đọng"),
          ("Bảo quản lâu dài khối hồ sơ có giá trị và giảm việc đưa bản gốc ra khai thác.",
           "Tạo kho dữ liệu chung để người dân tra cứu mà không phải đến tận kho.",
           "Giúp người làm lưu trữ tìm được hồ sơ trong vài phút thay vì vài ngày."),
          ("thống kê hồ sơ còn nằm ở kho tạm và lập danh sách đưa ra quét",
           "ban hành hướng dẫn đặt tên tệp, mã hồ sơ thống nhất",
           "bố trí máy quét, máy chủ và người kiểm tra chất lượng ảnh",
           "đối chiếu bản quét với bản giấy, lập biên bản đối với trang thiếu",
           "bàn giao dữ liệu đã nghiệm thu về kho lưu trữ điện tử",
           "tổ chức tập huấn nghiệp vụ cho công chức văn thư"),
          (("Chuẩn bị hồ sơ", "Gỡ ghim, làm phẳng và đánh số tờ trước khi quét."),
           ("Quét và kiểm tra ảnh", "Ảnh quét phải rõ chữ, đủ trang và không lệch quá hai độ."),
           ("Nhập dữ liệu đặc tả", "Mỗi văn bản nhập đủ số, ký hiệu, tác giả và trích yếu."),
           ("Bảo quản sau số hóa", "Bản giấy xếp lại đúng hộp, đúng cặp như trước khi quét.")),
          "số hóa"),
    Topic("phòng, chống dịch bệnh",
          ("phòng, chống dịch sốt xuất huyết", "tiêm chủng bổ sung cho trẻ em"),
          ("Phát hiện sớm ca bệnh, khoanh vùng kịp thời, không để dịch lan rộng.",
           "Nâng tỷ lệ trẻ được tiêm đủ liều lên trên 95%.",
           "Bảo đảm thuốc, vật tư và giường bệnh khi số ca tăng."),
          ("giám sát ổ dịch cũ và các điểm có chỉ số muỗi cao",
           "mua sắm hóa chất, máy phun và trang phục bảo hộ",
           "tổ chức chiến dịch diệt lăng quăng tại từng khu dân cư",
           "thiết lập đường dây nóng tiếp nhận phản ánh của người dân",
           "lập danh sách trẻ chưa tiêm và mời gia đình đưa trẻ đến trạm",
           "kiểm tra việc phân luồng, cách ly tại các cơ sở khám bệnh, chữa bệnh"),
          (("Công tác giám sát", "Giám sát theo điểm và theo hộ, ghi phiếu ngay tại nhà dân."),
           ("Công tác điều trị", "Phân tuyến rõ ràng, hạn chế chuyển người bệnh lên tuyến trên khi chưa cần."),
           ("Công tác truyền thông", "Phát thanh hai buổi mỗi ngày tại khu vực có nguy cơ."),
           ("Hậu cần", "Dự trữ vật tư cho ít nhất ba tháng cao điểm.")),
          "phòng dịch"),
    Topic("chuyển đổi số",
          ("chuyển đổi số trong hoạt động của cơ quan nhà nước", "phổ cập kỹ năng số cho người dân"),
          ("Đưa phần lớn hồ sơ công việc lên môi trường mạng, trừ hồ sơ mật.",
           "Rút ngắn thời gian giải quyết thủ tục cho người dân và doanh nghiệp.",
           "Hình thành thói quen làm việc dựa trên dữ liệu."),
          ("rà soát thủ tục đủ điều kiện cung cấp trực tuyến toàn trình",
           "nâng cấp đường truyền và thiết bị đầu cuối tại bộ phận một cửa",
           "thành lập tổ công nghệ số cộng đồng ở mỗi thôn, tổ dân phố",
           "xây dựng quy chế khai thác kho dữ liệu dùng chung",
           "mở lớp hướng dẫn sử dụng chữ ký số cá nhân",
           "diễn tập ứng cứu sự cố an toàn thông tin"),
          (("Hạ tầng số", "Mọi phòng làm việc có mạng dây, máy tính đủ cấu hình tối thiểu."),
           ("Dữ liệu số", "Dữ liệu nhập một lần, dùng nhiều nơi, có người chịu trách nhiệm làm sạch."),
           ("Nhân lực số", "Mỗi đơn vị có ít nhất một người làm đầu mối kỹ thuật."),
           ("An toàn thông tin", "Hệ thống từ cấp độ 3 trở lên được giám sát liên tục.")),
          "chuyển đổi số"),
    Topic("phòng cháy, chữa cháy",
          ("tổng kiểm tra an toàn phòng cháy, chữa cháy tại khu dân cư", "bảo đảm an toàn cháy, nổ mùa khô"),
          ("Nâng cao ý thức của người dân trong sử dụng điện, lửa.",
           "Kéo giảm số vụ cháy và thiệt hại về người.",
           "Xử lý dứt điểm cơ sở không bảo đảm điều kiện an toàn."),
          ("kiểm tra hệ thống điện, lối thoát nạn của nhà ở kết hợp kinh doanh",
           "trang bị bình chữa cháy, còi báo động cho điểm sinh hoạt cộng đồng",
           "vận động mỗi hộ có một bình chữa cháy và lối thoát thứ hai",
           "tổ chức thực tập phương án chữa cháy và cứu nạn",
           "lập danh sách cơ sở phải tạm dừng hoạt động",
           "khảo sát nguồn nước, bến lấy nước phục vụ chữa cháy"),
          (("Tuyên truyền", "Phát tờ rơi đến từng nhà, ký cam kết với chủ hộ."),
           ("Kiểm tra, xử lý", "Kiểm tra không báo trước đối với cơ sở từng bị xử phạt."),
           ("Thường trực sẵn sàng", "Lực lượng tại chỗ trực đủ quân số cả ngày nghỉ."),
           ("Trang bị phương tiện", "Ưu tiên địa bàn xa trung tâm, đường hẹp.")),
          "phòng cháy"),
    Topic("bảo vệ môi trường nông thôn",
          ("thu gom, xử lý rác thải sinh hoạt nông thôn", "cải tạo kênh mương và trồng cây ven đường"),
          ("Giảm điểm tập kết rác tự phát, giữ sạch nguồn nước.",
           "Hình thành nếp phân loại rác ngay tại nhà.",
           "Tăng diện tích cây xanh ven đường, ven kênh."),
          ("khảo sát điểm tập kết rác và tuyến thu gom",
           "nạo vét kênh mương, khơi thông dòng chảy trước mùa mưa",
           "hướng dẫn hộ dân ủ phân hữu cơ từ rác nhà bếp",
           "lắp đặt thùng phân loại tại chợ, trường học và trạm y tế",
           "trồng và chăm sóc cây xanh dọc các tuyến đường liên thôn",
           "xử phạt hành vi đổ rác không đúng nơi quy định"),
          (("Thu gom và vận chuyển", "Mỗi thôn có ít nhất hai lượt thu gom trong tuần."),
           ("Phân loại tại nguồn", "Rác hữu cơ và rác tái chế để riêng trước khi giao."),
           ("Cải tạo cảnh quan", "Giữ lại cây bản địa, hạn chế bê tông hóa bờ kênh."),
           ("Kinh phí duy trì", "Mức thu do Nhân dân bàn và quyết định.")),
          "môi trường"),
    Topic("bảo đảm trật tự, an toàn giao thông",
          ("bảo đảm trật tự, an toàn giao thông dịp Tết", "xóa điểm đen về tai nạn giao thông"),
          ("Giảm cả ba tiêu chí: số vụ, số người chết và số người bị thương.",
           "Xóa ít nhất tám điểm tiềm ẩn nguy cơ trên đường tỉnh.",
           "Xây dựng văn hóa nhường nhịn khi tham gia giao thông."),
          ("tuần tra, xử lý vi phạm nồng độ cồn và tốc độ",
           "sửa chữa biển báo, vạch sơn và đèn tín hiệu hư hỏng",
           "giải tỏa lấn chiếm hành lang an toàn đường bộ",
           "tổ chức đón, trả học sinh trật tự tại cổng trường",
           "công bố số điện thoại tiếp nhận phản ánh về vận tải hành khách",
           "cải tạo nút giao có mặt bằng hẹp và tầm nhìn khuất"),
          (("Hạ tầng", "Ưu tiên sửa chữa đoạn qua trường học và chợ."),
           ("Tuần tra, kiểm soát", "Bố trí lực lượng theo giờ cao điểm của từng tuyến."),
           ("Giáo dục", "Đưa kỹ năng lái xe an toàn vào buổi sinh hoạt của nhà trường."),
           ("Vận tải", "Bến xe niêm yết giá vé và giữ chỗ cho người khuyết tật.")),
          "giao thông"),
    Topic("cải cách hành chính",
          ("cải cách thủ tục hành chính", "nâng cao chỉ số hài lòng của người dân"),
          ("Cắt giảm giấy tờ trùng lặp và bước trung gian không cần thiết.",
           "Tạo chuyển biến rõ về kỷ luật, kỷ cương hành chính.",
           "Người dân chỉ phải nộp hồ sơ một lần tại một nơi."),
          ("công khai thủ tục và phí, lệ phí tại trụ sở và trên mạng",
           "khảo sát mức độ hài lòng bằng phiếu và bằng mã QR",
           "kiểm tra đột xuất việc tiếp công dân và trực bộ phận một cửa",
           "xin lỗi bằng văn bản đối với từng hồ sơ trễ hẹn",
           "bố trí công chức có kinh nghiệm làm việc tại bộ phận một cửa",
           "đề xuất bãi bỏ thành phần hồ sơ đã có trong cơ sở dữ liệu"),
          (("Cải cách thể chế", "Văn bản ban hành phải được lấy ý kiến người chịu tác động."),
           ("Cải cách thủ tục", "Thời gian giải quyết rút ngắn ít nhất ba mươi phần trăm."),
           ("Cải cách bộ máy", "Một việc chỉ giao cho một đầu mối chịu trách nhiệm."),
           ("Kiểm tra công vụ", "Kết quả kiểm tra là căn cứ xếp loại cuối năm.")),
          "cải cách"),
    Topic("bảo tồn di sản văn hóa",
          ("trùng tu đình làng và bảo vệ di tích", "sưu tầm nghề truyền thống và lễ hội dân gian"),
          ("Giữ nguyên yếu tố gốc của di tích khi tu bổ.",
           "Gắn di sản với du lịch và sinh kế của người dân.",
           "Truyền nghề cho lớp trẻ, không để mai một."),
          ("kiểm kê hiện vật và lập hồ sơ khoa học cho từng di tích",
           "cắm mốc khoanh vùng bảo vệ và xử lý công trình lấn chiếm",
           "mở lớp truyền dạy cồng chiêng và dệt thổ cẩm",
           "quay phim, ghi âm nghệ nhân cao tuổi",
           "lắp đặt hệ thống báo cháy tại đình, chùa có kết cấu gỗ",
           "biên soạn tài liệu thuyết minh bằng ba thứ tiếng"),
          (("Kiểm kê", "Mỗi hiện vật có phiếu, ảnh và người trông coi."),
           ("Tu bổ", "Vật liệu thay thế phải cùng loại, có dấu phân biệt."),
           ("Trao truyền", "Nghệ nhân được trả thù lao theo buổi dạy."),
           ("Phát huy", "Mở cửa miễn phí cho học sinh vào ngày cuối tuần.")),
          "di sản"),
)

DEMANDS = (
    "Việc tổ chức thực hiện phải thiết thực, tiết kiệm, không phô trương hình thức.",
    "Phân công rõ người, rõ việc, rõ thời gian và rõ kết quả.",
    "Huy động sự tham gia của cộng đồng và doanh nghiệp trên địa bàn.",
    "Gắn kết quả thực hiện với đánh giá, xếp loại người đứng đầu.",
    "Bảo đảm an toàn tuyệt đối về người và tài sản trong quá trình triển khai.",
    "Lồng ghép với các chương trình đang triển khai để tránh trùng lặp nguồn lực.",
    "Thông tin công khai, kịp thời để Nhân dân biết và giám sát.",
)
FACTS = (
    "Đến nay đã có 12/15 xã, phường hoàn thành chỉ tiêu được giao.",
    "Tổng số 1.246 lượt người được hướng dẫn, tăng 8,4% so với cùng kỳ.",
    "Một số nơi còn chậm, chưa bố trí đủ nhân lực.",
    "Trang thiết bị cũ, thường xuyên hỏng hóc, phải thuê ngoài.",
    "Sự phối hợp giữa các ngành từng lúc chưa chặt chẽ.",
    "Nhận thức của người dân có chuyển biến rõ so với trước.",
    "Nguồn lực xã hội hóa đạt thấp, mới bằng 37% nhu cầu.",
    "Công tác kiểm tra được duy trì, nhắc nhở 23 trường hợp.",
)
#: Sentences whose continuation may begin a line with a number, a date or an amount.
WRAPPERS = (
    "Qua kiểm tra thực tế cho thấy trong tổng số hồ sơ đã nhận có", "Theo kết quả thống kê, số hộ tham gia đạt",
    "Nhu cầu vốn cho phần việc còn lại vào khoảng",
)
