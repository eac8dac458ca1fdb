// src/database/supabase-cli/leftovers.ts
var processes = /* @__PURE__ */ new Set();
var folders = /* @__PURE__ */ new Set();
var slow = /* @__PURE__ */ new Set();
var isBrokenOff = false;
process.on("exit", () => {
  removeEach(processes);
  removeEach(folders);
});
function killAtExit(kill) {
  processes.add(kill);
  return () => processes.delete(kill);
}
function removeAtExit(remove) {
  folders.add(remove);
  return () => folders.delete(remove);
}
function removeOnInterrupt(remove) {
  slow.add(remove);
  return () => slow.delete(remove);
}
var brokenOff = () => isBrokenOff;
async function breakOff() {
  isBrokenOff = true;
  removeEach(processes);
  await Promise.allSettled([...slow].map((remove) => remove()));
}
function removeEach(all) {
  for (const remove of all) {
    all.delete(remove);
    try {
      remove();
    } catch {
    }
  }
}

export {
  killAtExit,
  removeAtExit,
  removeOnInterrupt,
  brokenOff,
  breakOff
};
