// Messages of PostgreSQL's protocol, as far as a replay needs them. The CLI sends a file as one pipeline of the extended
// protocol, and what a server says to a pipeline differs from what it says to one long text: where a syntax error is
// seen, which statements are refused, what a setting does to the next statement. So the same is sent here.
// Source: PostgreSQL's manual, "Message Formats".

/** One statement of a pipeline, with its parameters as text. */
export interface PipelinedStatement {
  text: string;
  parameters?: readonly { type: number; value: string }[];
  /** Where it stands among the migrations, for a trace. */
  at?: string;
}

/** Type ids of PostgreSQL's catalogue. */
export const TEXT = 25;
export const TEXT_ARRAY = 1009;

const utf8 = new TextEncoder();

const int32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
};
const int16 = (value: number): Uint8Array => int32(value).subarray(2);
const cString = (text: string): Uint8Array => utf8.encode(`${text}\0`);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A letter, the length of what follows and of itself, the body. */
function message(letter: string, ...body: Uint8Array[]): Uint8Array {
  const content = joined(body);
  return joined([utf8.encode(letter), int32(content.length + 4), content]);
}

/** One text of any number of statements, which the server parses whole. */
export const simpleQuery = (sql: string): Uint8Array => message('Q', cString(sql));

/** Statements in one implicit transaction: each is parsed when those before it have run. */
export const pipeline = (statements: readonly PipelinedStatement[]): Uint8Array =>
  joined([...statements.flatMap(parseBindExecute), message('S')]);

function parseBindExecute({ text, parameters = [] }: PipelinedStatement): Uint8Array[] {
  const types = parameters.map(({ type }) => int32(type));
  const values = parameters.flatMap(({ value }) => {
    const bytes = utf8.encode(value);
    return [int32(bytes.length), bytes];
  });
  const unnamed = cString('');
  return [
    message('P', unnamed, cString(text), int16(types.length), ...types),
    message('B', unnamed, unnamed, int16(0), int16(parameters.length), ...values, int16(0)),
    message('E', unnamed, int32(0)),
  ];
}

/** Texts as the value of a `text[]` parameter. */
export const arrayValue = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`;
