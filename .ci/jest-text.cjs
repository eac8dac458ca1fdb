// Jest's transformer of files that sources import as text, as .ci/page-assets.mjs does for the bundles.
module.exports = { process: (source) => ({ code: `export default ${JSON.stringify(source)};` }) };
