// src/errors.ts
var RemediedError = class extends Error {
  /** The next step for the user, one sentence. */
  remedy;
  constructor({ message, remedy, cause }) {
    super(message, cause === void 0 ? void 0 : { cause });
    this.remedy = remedy;
  }
};
var UsageError = class extends RemediedError {
  name = "UsageError";
};
var EnvironmentError = class extends RemediedError {
  name = "EnvironmentError";
};
var isKnownError = (error) => error instanceof UsageError || error instanceof EnvironmentError;
var messageOf = (error) => error instanceof Error ? error.message : String(error);

export {
  UsageError,
  EnvironmentError,
  isKnownError,
  messageOf
};
