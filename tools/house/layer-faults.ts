const value = "export const value = 'x';\n";

const uses = (specifier: string): string =>
  `import { value } from '${specifier}';\nexport const used = value;\n`;

/** Imports that the table of layers doesn't allow, one a file: its path, its text. */
export const layerFaults: readonly (readonly [path: string, text: string])[] = [
  ['src/lib/upwards.ts', uses('#src/model/value.ts')],
  ['src/rules/upwards.ts', uses('#src/lib/value.ts')],
  ['src/rules/facts/upwards.ts', uses('#src/strings/value.ts')],
  ['src/mocks/some/fact.ts', uses('#src/rules/facts/words.ts')],
  ['src/ui/upwards.ts', uses('#src/app/value.ts')],
  ['src/ui/reexport.ts', "export { value } from '#src/app/value.ts';\n"],
  [
    'src/ui/type.ts',
    "import type { value } from '#src/app/value.ts';\nexport type T = typeof value;\n",
  ],
  ['src/ui/type-query.ts', "export type T = import('#src/app/value.ts').Value;\n"],
  ['src/ui/lazy.ts', "export const later = () => import('#src/app/value.ts');\n"],
  ['src/ui/computed.ts', 'export const later = (name: string) => import(name);\n'],
  ['src/ui/globbed.ts', "export const all = import.meta.glob('../app/*.ts');\n"],
  ['src/ui/relative.ts', uses('../app/value.ts')],
  ['src/ui/no-extension.ts', uses('#src/lib/value')],
  ['src/ui/own-tool.ts', uses('../../tools/value.ts')],
  ['src/elsewhere/value.ts', value],
  ['src/pages/overview/neighbour.ts', uses('#src/pages/jobs/value.ts')],
  ['src/pages/overview/neighbour-relative.ts', uses('../jobs/value.ts')],
  ['src/pages/what-happened/datasource.ts', uses('#src/datasources/azure-vm/options.ts')],
  [
    'src/pages/what-happened/lazy.ts',
    "export const later = () => import('#src/datasources/other/value.ts');\n",
  ],
  ['src/datasources/one/neighbour.ts', uses('#src/datasources/other/value.ts')],
  ['src/datasources/one/neighbour-relative.ts', uses('../other/value.ts')],
  ['src/wizard/steps/upwards.ts', uses('#src/datasources/other/value.ts')],
  ['src/datasources/two/index.ts', uses('./value.ts')],
  [
    'src/wizard/steps/lazy.ts',
    "export const later = () => import('#src/datasources/other/value.ts');\n",
  ],
  ['src/app/datasource.ts', uses('#src/datasources/other/value.ts')],
  ['src/app/lazy.ts', "export const later = () => import('#src/datasources/other/value.ts');\n"],
  ['src/datasources/static.ts', uses('#src/datasources/other/value.ts')],
  ['src/wizard/draft/sideways.ts', uses('#src/datasources/azure-vm/options.ts')],
  ['src/api/some/vaults/mocked.ts', uses('#src/mocks/simulate.ts')],
  ['src/api/some/vaults/drawn.ts', uses('#src/ui/value.ts')],
  ['src/mocks/some/jobs.ts', uses('#src/api/some/jobs/ops.ts')],
  ['src/mocks/some/judge.ts', uses('#src/rules/engine.ts')],
  ['src/main.tsx', uses('#src/mocks/boot.ts')],
  ['src/mocks/world/worker.ts', uses('msw')],
  ['src/rules/drawn.ts', uses('react')],
  ['e2e/words.spec.ts', uses('#src/strings/value.ts')],
  ['e2e/library.spec.ts', uses('#src/lib/value.ts')],
  ['e2e/world.spec.ts', uses('#src/mocks/world/value.ts')],
];
