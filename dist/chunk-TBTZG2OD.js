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

export {
  isDatabaseUrl,
  faultOf,
  UNREADABLE,
  elsewhereOf,
  parsed,
  decoded,
  passwordsOf,
  spellings,
  areSame
};
