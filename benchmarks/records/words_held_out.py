"""Other places, topics and sentences, for documents that nobody looks at: see words.py."""

from words import Topic

PROVINCES = ("Thượng Lãm", "Đông Kỳ Sa", "Hạ Trì", "Bắc Dương Lộ", "Quế Thạnh", "Lâm Trà", "Tây Hoành")
CITIES = ("Nam Vệ", "Hoành Giang")
COMMUNES = ("Sa Kỳ Thượng", "Đăk Tlung", "Vĩnh Trà Đông", "Pa Lừm", "Thới Lạng", "Kim Vệ", "Hưng Lãm")
DISTRICTS = ("Quảng Lãm", "Đông Vệ", "Krông Blah", "Thạnh Kỳ")
DIVISIONS = ("Phòng Quản lý xuất nhập", "Phòng Pháp chế - An toàn", "Phòng Kế toán", "Phòng Đào tạo và Hợp tác",
             "Phòng Tổng hợp", "Phòng Giám định, kiểm nghiệm")
FACTS = (
    "Số lượt khách đạt 92.400 lượt, vượt 6,8% chỉ tiêu.", "Còn 05 dự án chưa hoàn thành thủ tục bàn giao.",
    "Chất lượng lao động chưa đáp ứng yêu cầu của nhà tuyển dụng.", "Công suất nhà máy mới đạt 71%.",
    "Dư luận đồng tình với cách làm công khai của các địa phương.", "Có 14 kiến nghị của cử tri đã được trả lời.",
    "Hệ thống phần mềm đôi lúc gián đoạn vào giờ cao điểm.",
)
DEMANDS = (
    "Bám sát thực tiễn, không sao chép máy móc cách làm của nơi khác.", "Bảo đảm bí mật thông tin cá nhân.",
    "Ưu tiên vùng khó khăn, vùng đồng bào dân tộc thiểu số.", "Mọi khoản chi phải có chứng từ hợp lệ.",
    "Đề cao tính tiền phong, gương mẫu của người đứng đầu.", "Không tăng thêm biên chế và đầu mối.",
)
TOPICS = (
    Topic("phát triển du lịch cộng đồng",
          ("phát triển du lịch sinh thái gắn với làng nghề", "nâng chất lượng nơi lưu trú tại nhà dân"),
          ("Tăng thu nhập cho hộ làm du lịch.", "Giữ cảnh quan và nếp sống của bản làng."),
          ("biên soạn bộ quy tắc ứng xử cho khách và chủ nhà", "cấp biển hiệu cho hộ đạt chuẩn phục vụ",
           "thi tuyển hướng dẫn viên là người địa phương", "quảng bá tuyến tham quan trên nền tảng số",
           "nối lại tuyến xe buýt đến khu du lịch", "đánh giá sức chứa của từng điểm tham quan"),
          (("Sản phẩm du lịch", "Mỗi bản chọn một sản phẩm riêng, không trùng nhau."),
           ("Nhân lực phục vụ", "Người phục vụ được khám sức khỏe hằng năm."),
           ("Quảng bá", "Hình ảnh dùng để giới thiệu phải là ảnh thật."),
           ("Giá dịch vụ", "Niêm yết giá bằng hai thứ tiếng tại quầy.")), "du lịch"),
    Topic("bảo hiểm xã hội, bảo hiểm y tế",
          ("mở rộng người tham gia bảo hiểm y tế hộ gia đình", "thu hồi tiền chậm đóng bảo hiểm xã hội"),
          ("Tiến tới bao phủ toàn dân.", "Giảm số tiền chậm đóng xuống dưới 2%."),
          ("đối soát danh sách người hưởng với dữ liệu dân cư", "gửi thông báo đóng đến từng chủ sử dụng lao động",
           "thanh tra đột xuất doanh nghiệp chậm đóng trên sáu tháng", "vận động người bán hàng tự do tham gia",
           "chi trả lương hưu qua tài khoản cá nhân", "cập nhật ảnh khuôn mặt của người bệnh mạn tính"),
          (("Thu và phát triển người tham gia", "Giao chỉ tiêu đến từng thôn, bản."),
           ("Chi trả", "Không chi tiền mặt khi người hưởng đã có tài khoản."),
           ("Giám định", "Hồ sơ bất thường được giám định lại toàn bộ."),
           ("Kiểm tra", "Công khai tên đơn vị chậm đóng trên cổng thông tin.")), "bảo hiểm"),
    Topic("chăn nuôi an toàn dịch bệnh",
          ("tiêm phòng đàn gia súc, gia cầm", "khống chế dịch tả lợn châu Phi"),
          ("Khống chế ổ dịch trong phạm vi thôn.", "Tái đàn có kiểm soát sau dịch."),
          ("phun tiêu độc khử trùng chuồng trại và chợ gia súc", "lấy mẫu xét nghiệm tại lò mổ",
           "chôn hủy lợn chết đúng quy trình", "lập chốt tạm thời trên tuyến vận chuyển",
           "cấp vắc-xin cho hộ nuôi nhỏ lẻ", "kê khai số lượng vật nuôi ban đầu"),
          (("Giám sát dịch", "Thú y cơ sở báo ca nghi ngờ trong ngày."),
           ("Tiêm phòng", "Tỷ lệ tiêm đạt từ tám mươi phần trăm tổng đàn."),
           ("Vận chuyển", "Xe chở vật nuôi phải có lót và được rửa sau mỗi chuyến."),
           ("Hỗ trợ thiệt hại", "Tiền hỗ trợ chuyển đến hộ trong vòng một tháng.")), "thú y"),
    Topic("phổ biến, giáo dục pháp luật",
          ("thi tìm hiểu pháp luật về đất đai", "hòa giải ở cơ sở"),
          ("Giảm đơn thư vượt cấp.", "Người dân biết quyền và nghĩa vụ của mình."),
          ("tuyển chọn hòa giải viên có uy tín", "dịch tài liệu pháp luật ra tiếng dân tộc",
           "dựng tiểu phẩm cho phiên tòa giả định", "trợ giúp pháp lý lưu động tại vùng sâu",
           "bổ sung sách cho tủ sách pháp luật", "chấm thi và trao giải cuộc thi viết"),
          (("Nội dung phổ biến", "Chọn luật gần với đời sống hằng ngày."),
           ("Hình thức", "Kết hợp loa thôn, mạng xã hội và sân khấu hóa."),
           ("Lực lượng", "Báo cáo viên được bồi dưỡng mỗi năm hai đợt."),
           ("Khen thưởng", "Tổ hòa giải giỏi được tặng giấy khen.")), "pháp luật"),
)
