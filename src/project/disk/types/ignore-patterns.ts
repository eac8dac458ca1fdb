// Patterns of .gitignore as they are matched: each becomes a regular expression, and one with many stars takes longer
// with each folder of a path than any search is worth.

const LONGEST = 1000;
const MOST_STARS = 6;
const MOST_DEEP = 2;

/** How many patterns of a file may have several `**`. */
const MOST_DEEP_PATTERNS = 50;

/** The patterns without those that nobody writes: of these, what they name is not ignored. */
export function withoutCostly(patterns: string): string {
  let deep = 0;
  const isKept = (pattern: string): boolean => {
    const [stars, deepStars] = [pattern.split(/\*+/).length - 1, pattern.split('**').length - 1];
    if (pattern.length > LONGEST || stars > MOST_STARS || deepStars > MOST_DEEP) return false;
    if (deepStars > 1) deep += 1;
    return deepStars < 2 || deep <= MOST_DEEP_PATTERNS;
  };
  return patterns.split(/\r?\n/).filter(isKept).join('\n');
}
