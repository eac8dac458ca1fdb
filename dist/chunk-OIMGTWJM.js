// src/config/database-url.ts
var HOSTED = /(^|\.)supabase\.(co|com|net|in|red|green)\.?$/i;
var SCHEME = /^postgres(ql)?:\/\//i;
var isDatabaseUrl = (text) => SCHEME.test(text);
function faultOf(text) {
  const url = parsed(text);
  if (url === void 0 || url.hostname === "")
    return "has a URL that cannot be read: it must be like postgresql://USER:PASSWORD@HOST:PORT/DATABASE, percent-encoded";
  const others = ["host", "hostaddr", "service"].filter((name) => url.searchParams.has(name));
  if (others.length > 0) return `has a URL with the parameter \`${others[0]}\`, which is not taken`;
  if (HOSTED.test(decoded(url.hostname)))
    return "names a database that Supabase hosts, and a reset would erase it";
  return void 0;
}
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

export {
  isDatabaseUrl,
  faultOf,
  passwordsOf,
  spellings
};
