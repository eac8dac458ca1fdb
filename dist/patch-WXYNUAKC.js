// src/report/patch.ts
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "./vendor/diff.js";
function unifiedDiff(path, before, after) {
  if (before === after) return "";
  const name = path.replace(/^(\.\/)+/, "");
  const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, void 0, void 0, {
    context: 3
  });
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
export {
  unifiedDiff
};
