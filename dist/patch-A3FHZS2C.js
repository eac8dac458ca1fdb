// src/report/patch.ts
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "./vendor/diff.js";
function unifiedDiff(path, before, after) {
  if (before === after) return "";
  const name = path.replace(/^(\.\/)+/, "");
  const old = before === void 0 ? "/dev/null" : `a/${name}`;
  const patch = structuredPatch(old, `b/${name}`, before ?? "", after, void 0, void 0, { context: 3 });
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
export {
  unifiedDiff
};
