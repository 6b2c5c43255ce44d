import Foundation
import SoHoaDictionaries
import Testing

@testable import SoHoaVietnamese

/// Sentences of our own, about bodies that do not exist.
private let letter = """
  ỦY BAN NHÂN DÂN HUYỆN TÂN BÌNH AN
  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  Độc lập - Tự do - Hạnh phúc
  Số: 45/QĐ-UBND, Tân Bình An, ngày 07 tháng 5 năm 2031
  Căn cứ Luật Tổ chức chính quyền địa phương; theo đề nghị của Trưởng phòng Nội vụ,
  Điều 1. Phê duyệt kế hoạch sử dụng đất, kinh phí 1.250.000 đồng (kèm theo bảng biểu).
  Điều 2. Chánh Văn phòng, các ông (bà) có tên ở trên chịu trách nhiệm thi hành kể từ ngày ký.
  """

/// Writes text as the misreading of an encoding: what copying from an old file gives.
private struct Misreading {
  private var codes: [UInt32: String] = [:]
  private let encoding: LegacyEncoding

  init(_ encoding: LegacyEncoding) throws {
    self.encoding = encoding
    for row in try Shared.folder.get().table("legacy_encodings.tsv").rows where row[0] == encoding.rawValue {
      let bytes = stride(from: 0, to: row[1].count, by: 2).map { place in
        UInt8(row[1].dropFirst(place).prefix(2), radix: 16)!
      }
      codes[UInt32(row[2].dropFirst(2), radix: 16)!] = String(scalars: bytes.map(CodeByte.scalar))
    }
  }

  func write(_ text: String) -> String {
    text.unicodeScalars.map(code).joined()
  }

  private func code(_ scalar: Unicode.Scalar) -> String {
    if let code = codes[scalar.value] { return code }
    if encoding == .tcvn3, let code = codes[Case.lower(scalar.value)] { return code }
    guard var letter = Letter(scalar), letter.tone != .level else { return String(scalar) }
    let mark = codes[Self.marks[letter.tone]!]!
    letter.tone = .level
    return code(letter.scalar!) + mark
  }

  private static let marks: [Tone: UInt32] = [
    .grave: 0x300, .acute: 0x301, .hook: 0x309, .tilde: 0x303, .dot: 0x323,
  ]
}

@Suite("Encodings")
struct EncodingTests {
  private let detector: EncodingDetector

  init() throws {
    detector = try EncodingDetector(
      lexicon: Shared.restorer.get().lexicon, dictionaries: Shared.folder.get())
  }

  @Test(
    "decodes lines as they are found in old files",
    arguments: [
      (LegacyEncoding.tcvn3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      (.tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
      (.tcvn3, "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
      (
        .tcvn3, "Thñ tr\u{AD}ëng c¸c ®¬n vÞ ®\u{AD}îc giao nhiÖm vô",
        "Thủ trưởng các đơn vị được giao nhiệm vụ"
      ),
      (
        .tcvn3, "Thñ tr-ëng c¸c ®¬n vÞ ®-îc -u tiªn, ngµy 01-02-2031",
        "Thủ trưởng các đơn vị được ưu tiên, ngày 01-02-2031"
      ),
      (.tcvn3, "QuyÕt ®Þnh sè 45/Q§-UBND cña H§ND", "Quyết định số 45/QĐ-UBND của HĐND"),
      (.vni, "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
      (.vni, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
      (.viscii, "Cµng hòa Vi®t Nam, Ðµc l§p", "Cộng hòa Việt Nam, Độc lập"),
      (.cp1258, "Côòng hoÌa xaÞ hôòi chuÒ nghiÞa", "Cộng hòa xã hội chủ nghĩa"),
      (.viqr, "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam.", "Cộng hòa xã hội chủ nghĩa Việt Nam."),
      (.viqr, "DDo^.c la^.p, tu+. do, ha.nh phu'c.", "Độc lập, tự do, hạnh phúc."),
      (.decomposed, "Co\u{302}\u{323}ng ho\u{300}a xa\u{303} hô\u{323}i", "Cộng hòa xã hội"),
      (.eth, "Ðộc lập, QÐ-UBND, ðồng", "Độc lập, QĐ-UBND, đồng"),
    ])
  func lines(_ row: (LegacyEncoding, String, String)) {
    let decoded = detector.decode(row.1)
    #expect(decoded.text.unicodeScalars.elementsEqual(row.2.unicodeScalars), "\(decoded.text)")
    #expect(decoded.encodings == [row.0])
  }

  @Test("decodes letters whole", arguments: LegacyEncoding.tabled)
  func letters(_ encoding: LegacyEncoding) throws {
    let source = try Misreading(encoding).write(letter)
    #expect(source != letter)
    let decoded = detector.decode(source)
    #expect(decoded.text == letter)
    #expect(decoded.encodings == [encoding])
    #expect(decoded.runs.first?.lines.lowerBound == 1)
    #expect(decoded.runs.last?.lines.upperBound == 7)
  }

  @Test("places its runs in both texts")
  func runs() throws {
    let vni = try Misreading(.vni).write("Căn cứ Nghị quyết của Hội đồng nhân dân huyện")
    let tcvn3 = try Misreading(.tcvn3).write("Theo đề nghị của Trưởng phòng Nội vụ huyện")
    let source = "Kính gửi: Các phòng, đơn vị\n\(vni)\n\n\(tcvn3)\nNơi nhận: Như trên\n"
    let decoded = detector.decode(source)
    #expect(decoded.runs.map(\.encoding) == [.vni, .tcvn3])
    #expect(decoded.runs.map(\.lines) == [2...2, 4...4])
    let (before, after) = (Array(source.unicodeScalars), Array(decoded.text.unicodeScalars))
    for (run, text) in zip(decoded.runs, [vni, tcvn3]) {
      #expect(String(String.UnicodeScalarView(before[run.sourceSpan])).hasSuffix(text.suffix(6)))
    }
    #expect(
      decoded.runs.map { String(String.UnicodeScalarView(after[$0.span])) }.joined(separator: "|")
        == "Căn cứ Nghị quyết của Hội đồng nhân dân huyện|Theo đề nghị của Trưởng phòng Nội vụ huyện")
  }

  @Test(
    "leaves what is right, foreign or ruined",
    arguments: [
      letter, "Các cá nhân hoàn thành toàn án là và có không quá giá tài sản chính hình thành",
      "UBND TỈNH HÀ TĨNH, LÝ LỊCH, CÁC CÁ NHÂN, HOÀN THÀNH, TOÀN BỘ, GIÁ TRỊ",
      "bé hé né vé té dé lé mé ké hé thé, hoà, toà, khoá, hoá, quê, giá", "",
      "L'été, à la carte, déjà vu; où êtes-vous né, à l'hôtel du château? Ça va très bien.",
      "Señor Muñoz está aquí mañana; niño pequeño, ¿qué pasa? ¡Adiós! El año próximo habrá más.",
      "Müller fährt über die Brücke nach Zürich, größer als Köln, schöne Grüße aus Österreich.",
      "São Paulo não é a capital; ação, coração, informações, às vezes você também.",
      "Það er ekki við því að búast, maður, Ísland, þú ert góður",
      "20°C ± 5°, 30 m², © 2024 ACME®, §5 Abs. 2, ½ cup, 3×4=12, £5, 50 µm, «tiếng Việt»",
      "f(x) = 2^n + a+b*c ~/bin/test.sh `code` don't I'm we'll (a) e.g. U.S.A. what? C++ a^2+b^2",
      "if (a+b)^2 > e^x then `echo` ~user/dir o^o (o) u^u i~j e+e o+o a(i) u(x) e(y)",
      "Tuyén truyén thuc hién Nghi quyét s6 57-NQ/TW dugc phwong 16p Doc lap - Tw do b tri",
      "Cac bé, co quan ngang bé, thuéc hé thong théng tin, mét céng ty nhé cé néi dung véi déi",
      "Chuo'ng trinh boi dud'ng ca'c co' quan nha' nuo'c ba'o ca'o tru'o'ng ho'p",
      "c¢ quan §6 cha §ang thé ¢ua ¥ ban cé nhiém vu",
    ])
  func untouched(_ text: String) {
    let decoded = detector.decode(text)
    #expect(decoded.text == text)
    #expect(decoded.runs == [])
  }

  @Test("a font of capitals draws capitals")
  func fonts() throws {
    var memory = EncodingDetector.Memory()
    let segments = [("UBND HUYÖN", ".VnTime"), ("kÕ ho¹ch n\u{AD}íc s¹ch", ".VnTimeH"), ("2031", ".VnTimeH")]
      .map {
        EncodingDetector.Segment(
          tokens: $0.0.split(separator: " ").map { $0.unicodeScalars.map(\.value) },
          hint: detector.fonts.hint($0.1))
      }
    let texts = detector.decode(segments, &memory).map { $0.tokens.map { String(scalars: $0) } }
    #expect(texts == [["UBND", "HUYỆN"], ["KẾ", "HOẠCH", "NƯỚC", "SẠCH"], ["2031"]])
  }

  @Test(
    "knows fonts by their names",
    arguments: [
      (".VnTimeH", LegacyEncoding.tcvn3, true), ("ABCDEF+.VnTime", .tcvn3, false),
      (".VnArialH,Bold", .tcvn3, true),
      (".VnTimeH-BoldItalic", .tcvn3, true), ("VNI-Times", .vni, false),
      ("XYZABC+VNI-Helve-Bold", .vni, false),
    ])
  func fontNames(_ row: (String, LegacyEncoding, Bool)) {
    #expect(detector.fonts.hint(row.0) == .init(encoding: row.1, drawsCapitals: row.2))
  }

  @Test(
    "other fonts tell nothing",
    arguments: ["Times New Roman", "ABCDEF+TimesNewRomanPSMT", "Arial-BoldMT", ""])
  func otherFonts(_ name: String) { #expect(detector.fonts.hint(name) == nil) }

  @Test("a font's name does not outweigh right text")
  func rightTextInOldFont() throws {
    var memory = EncodingDetector.Memory()
    let tokens = "Cộng hòa xã hội chủ nghĩa, các cá nhân".split(separator: " ").map {
      $0.unicodeScalars.map(\.value)
    }
    let segment = EncodingDetector.Segment(tokens: tokens, hint: detector.fonts.hint(".VnTime"))
    #expect(detector.decode([segment], &memory)[0].tokens == tokens)
  }

  @Test("random text keeps its lines and its digits, whatever it is taken for", arguments: [1, 2, 3])
  func random(_ seed: UInt64) throws {
    var numbers = SplitMix(seed: seed)
    let pool =
      Array("aeiouyAEIOUYdDntvmc  \n.?'^(+~`-0123456789".unicodeScalars.map(\.value)) + Array(0xA1...0xFF)
      + [0x300, 0x301, 0x309, 0x323, 0x302, 0x31B, 0x1EA1, 0x202E, 0x200F, 0xFEFF, 0x1F600]
    for _ in 0..<1000 {
      let count = Int.random(in: 0...120, using: &numbers)
      let text = String(scalars: (0..<count).map { _ in pool.randomElement(using: &numbers)! })
      let decoded = detector.decode(text)
      #expect(decoded.text.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\n" })
      #expect(Shared.digits(decoded.text) == Shared.digits(text))
    }
  }
}
