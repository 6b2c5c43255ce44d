import SoHoaDictionaries
import SoHoaModel
import SoHoaStructure
import TestPages
import Testing

@testable import SoHoa

/// The person of a certificate beside the signer on the paper.
@Suite struct SignatureCheckTests {
  let check: SignatureCheck

  init() throws { check = SignatureCheck(names: try PersonNames(dictionaries)) }

  private func signer(_ name: String?) -> Signer {
    let field = name.map {
      Field<String>(
        text: $0, observed: $0, value: $0, confidence: 1, page: 1, box: nil, words: [], alternatives: [],
        rule: "")
    }
    return Signer(authority: [], position: nil, name: field)
  }

  @Test(
    "finds a person who signs nowhere on the pages",
    arguments: [
      (["Trần Văn Thử"], ["Trần Văn Thử"], 0), (["TRẦN VĂN THỬ"], ["Trần Văn Thử"], 0),
      (["Tran Van Thu"], ["Trần Văn Thử"], 0), (["Đại tá Trần Văn Thử"], ["Trần Văn Thử"], 0),
      (["Lê Thị Mẫu"], ["Trần Văn Thử"], 1), (["Lê Thị Mẫu", "Trần Văn Thử"], ["Trần Văn Thử"], 1),
      (["Lê Thị Mẫu", "Lê Thị Mẫu"], ["Trần Văn Thử"], 1),
      (["Lê Thị Mẫu"], ["Trần Văn Thử", "Lê Thị Mẫu"], 0),
      (["Sở Nội vụ tỉnh Hoa Giang"], ["Trần Văn Thử"], 0),
      (["VĂN PHÒNG ỦY BAN NHÂN DÂN"], ["Trần Văn Thử"], 0),
      (["Lê Thị Mẫu"], [nil], 0), ([nil], ["Trần Văn Thử"], 0), (["K'Brễu"], ["K'Brễu"], 0),
    ] as [([String?], [String?], Int)])
  func findings(_ certificates: [String?], _ signers: [String?], _ count: Int) {
    let signatures = certificates.map {
      FileSignature(signer: $0, time: nil, subFilter: nil, coversWholeFile: true)
    }
    let found = check.findings(signatures, signers.map(signer))
    #expect(found.map(\.code) == Array(repeating: "signer.certificate", count: count))
  }
}
