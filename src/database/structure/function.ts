// Takes a function's definition apart, so that a change of its security reads differently from one of its body.

/** The facets of a function by name, read from the text of `pg_get_functiondef`. */
export function facetsOfFunction(definition: string): Map<string, string> {
  const [header = '', body = ''] = split(definition);
  const after = / LANGUAGE \S+\n?([\s\S]*)$/.exec(header)?.[1] ?? '';
  const settings = after.split('\n').filter((line) => line.startsWith(' SET '));
  const words = after
    .split('\n')
    .filter((line) => !line.startsWith(' SET '))
    .join(' ');
  const options = words.replace(/\b(IMMUTABLE|STABLE|SECURITY DEFINER)\b/g, '').trim();
  return new Map([
    ['volatility', /\b(IMMUTABLE|STABLE)\b/.exec(words)?.[0].toLowerCase() ?? 'volatile'],
    ['security', /\bSECURITY DEFINER\b/.test(words) ? 'definer' : 'invoker'],
    ['settings', settings.map((line) => line.replace(/^ SET /, '')).join('\n')],
    ['options', options.replace(/\s+/g, ' ').toLowerCase()],
    ['body', body],
  ]);
}

/** The header, and the body without its quotes. */
function split(definition: string): string[] {
  const language = definition.indexOf('\n LANGUAGE ');
  const body = /\n(?:AS |BEGIN ATOMIC|RETURN )/.exec(definition.slice(language));
  if (language === -1 || body === null) return [definition, ''];
  const at = language + body.index;
  const text = definition.slice(at).trim();
  const quoted = /^AS (\$(?:function|procedure)\w*\$)([\s\S]*)\1$/.exec(text);
  return [definition.slice(0, at), quoted?.[2] ?? text];
}
