// Records of schema 1.0 lack what was added later: it is read as what it would have been then.

extension KeyedDecodingContainer {
  fileprivate func decode<Value: Decodable>(_ key: Key, since10 value: Value) throws -> Value {
    try decodeIfPresent(Value.self, forKey: key) ?? value
  }
}

extension ConversionSettings {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      mode: try container.decode(Mode.self, forKey: .mode),
      language: try container.decode(String.self, forKey: .language),
      pages: try container.decodeIfPresent(String.self, forKey: .pages),
      allowClassified: try container.decode(.allowClassified, since10: false))
  }
}

extension SourceFile {
  enum CodingKeys: CodingKey { case name, sha256, bytes, mediaType, pageCount, signatures }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      sha256: try container.decode(String.self, forKey: .sha256),
      bytes: try container.decode(Int.self, forKey: .bytes),
      mediaType: try container.decode(String.self, forKey: .mediaType),
      pageCount: try container.decode(Int.self, forKey: .pageCount),
      signatures: try container.decode(.signatures, since10: []))
  }
}

extension Block {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(ID<Block>.self, forKey: .id),
      kind: try container.decode(.kind, since10: .text),
      box: try container.decodeIfPresent(BoundingBox.self, forKey: .box),
      lines: try container.decode([Line].self, forKey: .lines),
      table: try container.decodeIfPresent(Table.self, forKey: .table))
  }
}

extension Responsibility {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      task: try container.decode(.task, since10: 1),
      party: try container.decode(Field<String>.self, forKey: .party),
      body: try container.decodeIfPresent(String.self, forKey: .body),
      isOpenGroup: try container.decode(.isOpenGroup, since10: false),
      role: try container.decode(Role.self, forKey: .role),
      action: try container.decodeIfPresent(Field<String>.self, forKey: .action),
      object: try container.decodeIfPresent(Field<String>.self, forKey: .object),
      deadline: try container.decodeIfPresent(Field<DateValue>.self, forKey: .deadline),
      money: try container.decodeIfPresent(Field<Money>.self, forKey: .money),
      place: try container.decode(.place, since10: []))
  }
}
