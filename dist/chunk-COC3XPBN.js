// src/surface.ts
var textOn = (surface, text) => typeof text === "string" ? text : text[surface];
function perSurface(strings, ...parts) {
  const on = (surface) => String.raw(
    { raw: strings },
    ...parts.map((part) => typeof part === "number" ? part : textOn(surface, part))
  );
  return { "command-line": on("command-line"), action: on("action") };
}

// src/errors.ts
var RemediedError = class extends Error {
  /** The next step for the user, one sentence, as the command line says it. */
  remedy;
  blocker;
  /** The message and the remedy for every surface. */
  words;
  constructor({ message, remedy, cause, blocker }) {
    super(textOn("command-line", message), cause === void 0 ? void 0 : { cause });
    this.remedy = textOn("command-line", remedy);
    this.blocker = blocker;
    this.words = { message, remedy };
  }
  /** The message and the remedy as a surface says them. */
  on(surface) {
    const { message, remedy } = this.words;
    return { message: textOn(surface, message), remedy: textOn(surface, remedy) };
  }
};
var UsageError = class extends RemediedError {
  name = "UsageError";
};
var EnvironmentError = class extends RemediedError {
  name = "EnvironmentError";
};
var isKnownError = (error) => error instanceof UsageError || error instanceof EnvironmentError;
function messageOf(error) {
  const message = typeof error === "object" && error !== null ? Reflect.get(error, "message") : void 0;
  return typeof message === "string" ? message : String(error);
}

export {
  textOn,
  perSurface,
  UsageError,
  EnvironmentError,
  isKnownError,
  messageOf
};
