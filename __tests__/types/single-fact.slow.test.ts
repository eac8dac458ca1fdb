// The mutations of every file.

process.env.SINGLE_FACT_ONE_OF ??= '1';
await import('./single-fact.test.ts');
