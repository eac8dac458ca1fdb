// src/types/model.ts
var SHAPES = ["Row", "Insert", "Update"];
var isConflict = ({ returns }) => returns.text.includes("{ error: true }");
var typeText = ({ text, nullable }) => nullable ? `${text} | null` : text;
var sameType = (a, b) => a.text === b.text && a.nullable === b.nullable;
function membersText(members) {
  const parts = [...members].map(([name, { type, optional }]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${key}${optional ? "?" : ""}: ${typeText(type)}`;
  });
  return parts.length === 0 ? "{}" : `{ ${parts.join("; ")} }`;
}

export {
  SHAPES,
  isConflict,
  typeText,
  sameType,
  membersText
};
