// Prints what the package is made of as CycloneDX: of all that npm finds in the lockfile, what dist/ carries.

import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const licences = readFileSync(`${root}dist/vendor/LICENSES.txt`, 'utf8');
const carried = new Set(
  [...licences.matchAll(/^-{80}\n\n(?:.*node_modules\/)?(\S+) (\d\S*)$/gm)].map(
    ([, carriedName, version]) => `${carriedName}@${version}`,
  ),
);

const bom = JSON.parse(
  execSync('npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only', {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  }),
);
const self = bom.metadata.component;
self.name = name;
// For npm all of them are needed for development only.
bom.components = bom.components
  .filter((component) => carried.has(component['bom-ref']))
  .map((component) => ({ ...component, scope: 'required', properties: [] }));
const absent = [...carried].filter(
  (ref) => !bom.components.some((component) => component['bom-ref'] === ref),
);
if (absent.length > 0) throw new Error(`npm does not list what dist/ carries: ${absent.join(', ')}`);
bom.dependencies = bom.dependencies
  .filter(({ ref }) => ref === self['bom-ref'] || carried.has(ref))
  .map(({ ref, dependsOn }) => ({
    ref,
    dependsOn: ref === self['bom-ref'] ? [...carried].sort() : dependsOn.filter((one) => carried.has(one)),
  }));
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
