/// Hands out names, each once, whatever the case of its letters: the second gets `-2`, and so on.
struct NameBook: Sendable {
  private var taken: Set<String> = []
  private var uses: [String: Int] = [:]

  mutating func reserve(_ wanted: String) -> String {
    let key = wanted.lowercased()
    var count = uses[key, default: 0] + 1
    var name = wanted
    if count > 1 { name = "\(wanted)-\(count)" }
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      name = "\(wanted)-\(count)"
    }
    uses[key] = count
    return name
  }
}
