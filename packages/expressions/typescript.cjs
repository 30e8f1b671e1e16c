// `import` would search ten megabytes for names of exports first, as it would where `require` stands in the export itself. The
// exports are getters: copied, a test such as `ts.isIdentifier` is one call, not two. A module of its own, since the same
// instance must make the syntax trees and read them.
const typescript = require("typescript");
module.exports = { ...typescript };
