// What the notice of each equivalence says. Silent entries (L0) are not here: they are equal before anything is
// compared, or leave no trace.

export const EQUIVALENCE_WORDS = {
  'A1.8': 'the labels of an enum stand in another order in Constants',
  'A3.3': 'older generators wrote no Relationships',
  'A3.6': 'newer generators list the computed fields of a relation',
  'A3.7': 'older generators wrote a row-typed argument as unknown',
  'A3.8': 'generators differ in whether computed fields stand in Row',
  'A3.9': 'newer generators write a required JSON column as NonNullable<Json>',
  'A3.10': 'newer generators write never for a generated column on Insert and Update',
  'A3.11': 'generators differ in which columns of a view may be null',
  'A3.12': 'generators differ in which views can be written',
  'A3.13': 'generators of 2025 merged the overloads of a function and lost results',
  'A3.14': 'newer generators mark functions that PostgREST cannot choose or call',
  'A3.15': 'generators differ in whether a function that returns one row gives a list',
  'A3.16': 'older generators know fewer types and write unknown',
  'A3.17': 'older generators wrote relationships to other schemas',
  'A3.23':
    'newer generators lose the columns of a relationship when a name has a dot in it or its schema needs quotes',
  'A3.25': 'older generators left out INOUT and VARIADIC arguments',
  'A3.26': 'generators of autumn 2026 left out relationships of views over tables of other schemas',
  'A3.28': 'newer generators leave out functions of one argument without a name, which nothing can call',
  'A6.1': 'types were narrowed by hand to the values that a CHECK constraint allows',
  'A4.8': 'objects of an extension, which differ by its version',
} as const;

/** An entry of the catalogue of equivalences (.github/docs/equivalences.md) that is told. */
export type EquivalenceEntry = keyof typeof EQUIVALENCE_WORDS;
