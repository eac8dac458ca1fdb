// As many random drifts as find what a few do not.

process.env.EDIT_RUNS ??= '40';
await import('./edit.property.test.ts');
