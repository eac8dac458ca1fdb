import {
  maskingOf
} from "./chunk-G26GU4NY.js";
import {
  option
} from "./chunk-WU3HVZMK.js";
import {
  EnvironmentError,
  messageOf,
  perSurface
} from "./chunk-COC3XPBN.js";

// src/database/live/connection.ts
import { EventEmitter } from "node:events";
import { Socket } from "node:net";
var CONNECT_MS = 15e3;
var END_MS = 2e3;
var NAMED_DATABASE = {
  name: perSurface`The database of ${option("database")}`,
  remedy: "Start it, or correct host, port, user, password and certificates of the URL."
};
async function withConnection(url, use, words = NAMED_DATABASE) {
  const connection = await connected(url, words);
  const broken = (cause) => new EnvironmentError({
    message: perSurface`${words.name} did not answer to the end: ${reasonOf(cause, url)}.`,
    remedy: words.remedy,
    cause
  });
  try {
    return await use(asSession(connection.ask, broken));
  } finally {
    await connection.end();
  }
}
async function connected(url, { name, remedy }) {
  try {
    return await openConnection({ connectionString: asLibpqMeansIt(url) });
  } catch (cause) {
    throw new EnvironmentError({
      message: perSurface`${name} does not let us in: ${reasonOf(cause, url)}.`,
      remedy
    });
  }
}
async function openConnection(whereabouts) {
  const { default: pg } = await import("./vendor/pg.js");
  const socket = new Socket();
  const client = new pg.Client({
    ...whereabouts,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    stream: () => socket
  });
  if ("isKnownPeer" in whereabouts && !whereabouts.isKnownPeer) keepPassword(client);
  let broke;
  client.on("error", (cause) => {
    broke ??= cause;
  });
  const end = async () => {
    let patience;
    const tired = new Promise((resolve) => {
      patience = setTimeout(resolve, END_MS);
    });
    await Promise.race([client.end().catch(() => void 0), tired]);
    clearTimeout(patience);
    socket.destroy();
  };
  try {
    await client.connect();
  } catch (cause) {
    await end();
    throw cause;
  }
  let last = Promise.resolve();
  return {
    ask: (text, values) => {
      const answer = last.then(
        () => client.query(text, values).catch((cause) => {
          throw broke ?? cause;
        })
      );
      last = answer.catch(() => void 0);
      return answer;
    },
    process: Reflect.get(client, "processID"),
    end
  };
}
var ASKS_FOR_PASSWORD = "ASKS_FOR_PASSWORD";
function keepPassword(client) {
  const protocol = Reflect.get(client, "connection");
  if (!(protocol instanceof EventEmitter))
    throw new Error("pg has no connection that tells what it is asked.");
  protocol.on("authenticationCleartextPassword", () => {
    Reflect.set(client, "password", () => {
      throw Object.assign(new Error("asks for the password in clear text"), { code: ASKS_FOR_PASSWORD });
    });
  });
}
function asSession(ask, broken) {
  const attempt = async (text, values) => {
    try {
      await ask(text, values);
      return void 0;
    } catch (cause) {
      return asServerError(cause);
    }
  };
  return {
    run: async (sql) => outcomeOf(await attempt(sql)),
    runBatch: async (statements) => runInTransaction(statements, attempt),
    query: async (sql) => {
      const { rows } = await ask(sql).catch((cause) => {
        throw broken(cause);
      });
      return { rows: rows.filter((row) => row !== void 0) };
    }
  };
}
var outcomeOf = (error) => error === void 0 ? { completed: 1 } : { completed: 0, error };
async function runInTransaction(statements, attempt) {
  await attempt("begin");
  let completed = 0;
  for (const { text, parameters = [] } of statements) {
    const error2 = await attempt(
      text,
      parameters.map(({ value }) => value)
    );
    if (error2) {
      await attempt("rollback");
      return { completed, error: error2 };
    }
    completed += 1;
  }
  const error = await attempt("commit");
  return { completed, ...error && { error } };
}
function asServerError(cause) {
  const field = (name) => {
    const value = typeof cause === "object" && cause !== null ? Reflect.get(cause, name) : void 0;
    return typeof value === "string" ? value : void 0;
  };
  return {
    sqlState: field("code") ?? "XX000",
    message: messageOf(cause),
    detail: field("detail"),
    hint: field("hint"),
    where: field("where"),
    position: Number(field("position") ?? 0) || void 0
  };
}
function asLibpqMeansIt(url) {
  const parsed = new URL(url);
  if (parsed.searchParams.has("sslmode")) parsed.searchParams.set("uselibpqcompat", "true");
  return parsed.href;
}
function reasonOf(cause, url) {
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause;
  return maskingOf(url, {})(messageOf(inner)).replace(/\.$/, "");
}

export {
  NAMED_DATABASE,
  withConnection,
  openConnection,
  asSession
};
