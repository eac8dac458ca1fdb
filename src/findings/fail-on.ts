// The levels of `--fail-on`: which drift fails a check.

export const FAIL_ON = ['drift', 'dangerous', 'breaking', 'never'] as const;

/** Which drift ends with exit 1. */
export type FailOn = (typeof FAIL_ON)[number];
