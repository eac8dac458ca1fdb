// src/errors.ts
var RemediedError = class extends Error {
  /** The next step for the user, one sentence. */
  remedy;
  blocker;
  constructor({ message, remedy, cause, blocker }) {
    super(message, cause === void 0 ? void 0 : { cause });
    this.remedy = remedy;
    this.blocker = blocker;
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
  UsageError,
  EnvironmentError,
  isKnownError,
  messageOf
};
