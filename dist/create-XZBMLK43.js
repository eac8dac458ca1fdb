import {
  isPlainName
} from "./chunk-O22THKKZ.js";
import {
  membersOf,
  readTree
} from "./chunk-QHBQQH24.js";
import "./chunk-2PA7CMTC.js";
import "./chunk-XOYFCOSZ.js";
import "./chunk-W7C5KHYQ.js";
import "./chunk-WU3HVZMK.js";
import "./chunk-3WGEH7NJ.js";
import "./chunk-COC3XPBN.js";

// src/types/edit/create.ts
var SECTIONS = ["Tables", "Views", "Functions", "Enums", "CompositeTypes"];
function emptied(generated) {
  const { text, database, constants } = readTree(generated.trimStart(), "the generated types");
  const names = membersOf(database).map(({ name }) => isPlainName(name) ? name : JSON.stringify(name));
  const parts = [
    { node: database, text: `{
${names.map(emptySchema).join("")}}` },
    ...constants ? [
      {
        node: constants,
        text: `{
${names.map((name) => `  ${name}: {
    Enums: {},
  },
`).join("")}}`
      }
    ] : []
  ].sort((a, b) => b.node.getStart() - a.node.getStart());
  return parts.reduce(
    (left, part) => left.slice(0, part.node.getStart()) + part.text + left.slice(part.node.end),
    text
  );
}
var emptySchema = (name) => `  ${name}: {
${SECTIONS.map((section) => `    ${section}: {
      [_ in never]: never
    }
`).join("")}  }
`;
export {
  emptied
};
