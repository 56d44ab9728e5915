import Diagnostics
package struct HeldBack: Sendable {}
package struct Dropped: Sendable {}
