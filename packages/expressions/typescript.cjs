// `import` would search ten megabytes for names of exports first; a module of its own, since the same instance must make the
// syntax trees and read them. The exports are getters: copied, a test such as `ts.isIdentifier` is one call, not two.
module.exports = { ...require("typescript") };
