import {
  formatObjectId
} from "./chunk-L2727PVB.js";
import {
  RULES
} from "./chunk-NRYCARYR.js";

// src/findings/finding.ts
import { createHash } from "node:crypto";
function makeFinding({ salient = [], remedy, severity, ...facts }) {
  const id = formatObjectId(facts.subject);
  return {
    ...facts,
    id,
    severity: severity ?? RULES[facts.ruleId].severity,
    remedy: remedy ?? RULES[facts.ruleId].remedy,
    fingerprint: fingerprintOf(facts.ruleId, facts.subject.kind, id, salient)
  };
}
var fingerprintOf = (ruleId, kind, id, salient = []) => createHash("sha256").update(JSON.stringify([ruleId, kind, id, ...salient])).digest("hex").slice(0, 16);

export {
  makeFinding,
  fingerprintOf
};
