// src/program.ts
var PROGRAM = "drift-gate";
var COMMAND = new RegExp(`(?<=^|\`)${PROGRAM} (?=[a-z-])`, "g");
var asStarted = (text, program) => text.replace(COMMAND, () => `${program} `);
var shellWord = (word) => /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

export {
  PROGRAM,
  asStarted,
  shellWord
};
