// src/config/database-url.ts
var HOSTED = /(^|\.)supabase\.(co|com|net|in|red|green)\.?$/i;
var SCHEME = /^postgres(ql)?:\/\//i;
var isDatabaseUrl = (text) => SCHEME.test(text);
function faultOf(text) {
  const url = parsed(text);
  if (url === void 0 || url.hostname === "") return UNREADABLE;
  if (elsewhereOf(url) !== void 0)
    return `has a URL with the parameter \`${elsewhereOf(url)}\`, which is not taken`;
  if (HOSTED.test(decoded(url.hostname)))
    return "names a database that Supabase hosts, and a reset would erase it";
  return void 0;
}
var UNREADABLE = "has a URL that cannot be read: it must be like postgresql://USER:PASSWORD@HOST:PORT/DATABASE, percent-encoded";
var elsewhereOf = ({ searchParams }) => ["host", "hostaddr", "service"].find((name) => searchParams.has(name));
function parsed(text) {
  try {
    return new URL(text);
  } catch {
    return void 0;
  }
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function passwordsOf(url) {
  const [, written = ""] = /^[^:]+:\/\/[^:@/]*:(.*)@/s.exec(url) ?? [];
  const queried = [...url.matchAll(/[?&](?:ssl)?password=([^&#]*)/gi)].map(([, value = ""]) => value);
  return spellings([written, ...queried]);
}
var withoutCredentials = (text, mask) => text.includes("://") ? text.replace(/\S+/g, (word) => withoutUrls(word, mask)) : text;
function withoutUrls(word, mask) {
  let masked = "";
  let from = 0;
  for (const { 0: scheme, index } of word.matchAll(SCHEME_OF_ANY)) {
    if (index < from) continue;
    const [user] = USER.exec(word.slice(index + scheme.length)) ?? [];
    if (user === void 0) continue;
    const at = word.indexOf("@", index + scheme.length + user.length);
    if (at === -1) break;
    masked += word.slice(from, index) + mask;
    from = at + (REST.exec(word.slice(at))?.[0].length ?? 0);
  }
  return masked + word.slice(from);
}
var SCHEME_OF_ANY = /(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\//gi;
var USER = /^[^/@:]*:/;
var REST = /^[^'"`]*/;
var spellings = (texts) => [
  ...new Set(texts.flatMap((text) => [text, decoded(text), encodeURIComponent(decoded(text))]))
];
var LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])\.?$/i;
function areSame(one, other) {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a === void 0 || b === void 0 || a.host !== b.host || a.port !== b.port) return false;
  return a.database === b.database || a.database === "" || b.database === "";
}
function placeOf(text) {
  const url = parsed(text);
  if (url === void 0) return void 0;
  const host = decoded(url.hostname).toLowerCase().replace(/\.$/, "");
  return {
    host: LOOPBACK.test(host) ? "localhost" : host,
    port: url.port || "5432",
    database: decoded(url.pathname.slice(1))
  };
}

// src/findings/secrets.ts
var NO_SECRETS = /* @__PURE__ */ new Set([
  "postgres",
  "password",
  "supabase",
  "public",
  "root",
  "admin",
  "test",
  "true",
  "false",
  "localhost"
]);
var SHORTEST_SECRET = 4;
var isSecret = (text) => text.trim().length >= SHORTEST_SECRET && !NO_SECRETS.has(text.toLowerCase());
var MASK = "***";
var COLOUR = /\u001b\[[0-9;?]*[A-Za-z]/g;
var CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/;
function piecesOf(value) {
  const plain = value.replace(COLOUR, "");
  const lines = [value, plain, ...value.split(CONTROLS), ...plain.split(CONTROLS)];
  return lines.flatMap((line) => [line, line.replace(/\/{2,}/g, "/")]);
}
function hiding(values) {
  const spelled = values.flatMap(piecesOf).filter(isSecret).flatMap((value) => [value, value.trim(), JSON.stringify(value).slice(1, -1), escaped(value)]);
  const secrets = [...new Set(spelled)].sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text);
}
var escaped = (text) => text.replace(/[\\`*_{}[\]()<>#+\-.!|~]/g, "\\$&");

export {
  isDatabaseUrl,
  faultOf,
  UNREADABLE,
  elsewhereOf,
  parsed,
  decoded,
  passwordsOf,
  withoutCredentials,
  spellings,
  areSame,
  isSecret,
  MASK,
  hiding
};
