// Runs a TypeScript script of the project: node .ci/run-ts.mjs FILE [ARG…]. Node 20 does not read TypeScript itself.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { pageAssets } from './page-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [script = ''] = process.argv.splice(2, 1);
const outfile = path.join(root, 'node_modules/.cache/drift-gate', `${path.basename(script, '.ts')}.mjs`);

/** A bundled module still asks where its own source lies, to find files beside it. */
const whereSourcesLie = {
  name: 'where-sources-lie',
  setup(on) {
    on.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(file).href),
      ),
      loader: 'ts',
    }));
  },
};

await build({
  entryPoints: [path.resolve(script)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  plugins: [pageAssets, whereSourcesLie],
});
await import(pathToFileURL(outfile).href);
