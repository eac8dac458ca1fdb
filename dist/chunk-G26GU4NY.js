import {
  MASK,
  hiding
} from "./chunk-CQJQNQWS.js";
import {
  passwordsOf,
  visible,
  withoutCredentials
} from "./chunk-WU3HVZMK.js";

// src/database/supabase-cli/mask.ts
var SECRET_NAME = /(TOKEN|SECRET|PASSWORD|PASSWD|_KEY|_JWT|_DSN|DATABASE_URL|DB_URL)$/i;
var SHORTEST_VARIABLE = 8;
var COLOUR = /\u001b\[[0-9;?]*[A-Za-z]/g;
function maskingOf(url, environment, values = []) {
  const hide = hiding(values);
  const ofEnvironment = Object.entries(environment).flatMap(
    ([name, value = ""]) => SECRET_NAME.test(name) && value.length >= SHORTEST_VARIABLE ? [value] : []
  );
  const secrets = [.../* @__PURE__ */ new Set([...url === void 0 ? [] : [url, ...passwordsOf(url)], ...ofEnvironment])].filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return (line) => {
    const plain = line.replace(COLOUR, "");
    const masked = hide(secrets.reduce((text, secret) => text.replaceAll(secret, MASK), plain));
    return visible(withoutCredentials(masked, MASK).replaceAll("	", "  "));
  };
}

export {
  SECRET_NAME,
  maskingOf
};
