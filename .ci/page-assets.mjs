// Style and script of the HTML report are files of their own; what bundles the sources takes each in as its text.

import { readFile } from 'node:fs/promises';

export const pageAssets = {
  name: 'page-assets',
  setup(on) {
    on.onLoad({ filter: /[\\/]report[\\/]html[\\/]page\.(css|js)$/ }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'text',
    }));
  },
};
