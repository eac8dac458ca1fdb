import {
  afterLiteral
} from "./chunk-PHKX5COY.js";

// src/migrations/line-ends.ts
var withPlainLineEnds = (text) => text.replace(/\r\n?/g, "\n");
function withPlainLineEndsOutsideStrings(sql) {
  if (!sql.includes("\r")) return sql;
  let plain = "";
  let from = 0;
  for (let at = 0; at < sql.length; ) {
    const behind = afterLiteral(sql, at);
    if (behind > at && /['"$]/.test(sql.charAt(at))) {
      plain += withPlainLineEnds(sql.slice(from, at)) + sql.slice(at, behind);
      from = behind;
    }
    at = Math.max(behind, at + 1);
  }
  return plain + withPlainLineEnds(sql.slice(from));
}

export {
  withPlainLineEnds,
  withPlainLineEndsOutsideStrings
};
