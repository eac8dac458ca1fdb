// The product's version; a test holds it against package.json.

export const VERSION = '0.1.0';

/** Where it is developed; a test holds it against package.json. */
export const REPOSITORY = 'https://github.com/OWNER/supabase-drift-gate';

/** What each rule means; a heading each. */
export const RULES_PAGE = `${REPOSITORY}/blob/main/.github/docs/rules.md`;

/**
 * Whether this version is on npm, so that whoever reads a comment can run it from there. Set in the commit that a release
 * is made of; false in between, when the name could be anybody's.
 */
export const PUBLISHED: boolean = false;
