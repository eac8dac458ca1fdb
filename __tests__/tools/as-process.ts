// Code of an entry point, run here as if it had a process of its own: working folder, environment and what is printed
// are its own, and are put back afterwards. One at a time, for a process has one of each. A program that is started
// without an environment gets that of the tests: what programs are given is for tests with a process.

export interface Own {
  cwd: string;
  env: Record<string, string>;
  /** Takes what is written to standard output, which else is that of the tests. */
  onOutput?: (text: string) => void;
}

let last: Promise<unknown> = Promise.resolve();

/** Runs `act` when those before it have ended. */
export function asProcess<T>(own: Own, act: () => Promise<T>): Promise<T> {
  const result = last.then(() => withOwn(own, act));
  last = result.catch(() => undefined);
  return result;
}

async function withOwn<T>({ cwd, env, onOutput }: Own, act: () => Promise<T>): Promise<T> {
  const before = { cwd: process.cwd(), env: { ...process.env }, write: process.stdout.write };
  process.chdir(cwd);
  replaceEnvironment(env);
  if (onOutput !== undefined)
    process.stdout.write = (text) => {
      onOutput(String(text));
      return true;
    };
  try {
    return await act();
  } finally {
    process.stdout.write = before.write;
    process.chdir(before.cwd);
    replaceEnvironment(before.env);
  }
}

function replaceEnvironment(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}

/** A stream that is no terminal and keeps what is written to it. */
export function keptOutput(): { write(text: string): boolean; on(): void; text(): string } {
  let text = '';
  return {
    write: (more) => {
      text += more;
      return true;
    },
    on: () => undefined,
    text: () => text,
  };
}
