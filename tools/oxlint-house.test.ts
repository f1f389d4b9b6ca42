import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { commandFile, root } from './program.ts';

/** Source text by path, relative to the root of a project like ours. */
export type Planted = Readonly<Record<string, string>>;

/** Rules that spoke, as `rule` names, by file. */
export type Findings = ReadonlyMap<string, readonly string[]>;

/**
 * Lints planted files with this project's own configuration, laid out in a folder of their own,
 * and tells which rules spoke about which file.
 */
export function lintPlanted(files: Planted): Findings {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8');
    const plugin = JSON.stringify(join(root, 'tools/oxlint-house.mjs'));
    const placed = config.replace('"./tools/oxlint-house.mjs"', plugin);
    writeFileSync(join(folder, '.oxlintrc.json'), placed);
    for (const name of ['tsconfig.json', 'package.json'])
      cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return parse(lint(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lint(folder: string): string {
  const folders = ['src', 'e2e', 'tools'];
  const args = [
    commandFile('oxlint'),
    '--type-aware',
    '-f',
    'unix',
    '--no-error-on-unmatched-pattern',
  ];
  try {
    return execFileSync(process.execPath, [...args, ...folders], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    // oxlint ends with 1 when it has found something, which is what it is here for.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

function parse(report: string): Findings {
  const findings = new Map<string, string[]>();
  const line = /^(?:\.\/)?([^:\s]+):\d+:\d+: .*\[\w+\/([\w-]+)\(([\w-]+)\)\]$/gm;
  for (const [, file = '', plugin = '', rule = ''] of report.matchAll(line)) {
    findings.set(file, [...(findings.get(file) ?? []), `${plugin}/${rule}`]);
  }
  return findings;
}

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
  ['src/pages/OnePage.ts', uses('#src/pages/jobs/value.ts')],
  ['src/pages/AnotherPage.ts', uses('#src/pages/OnePage.ts')],
  ['src/pages/overview/of-one.ts', uses('#src/pages/OnePage.ts')],
  ['src/pages/overview/datasource.ts', uses('#src/datasources/azure-vm/options.ts')],
  [
    'src/pages/overview/lazy.ts',
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

/** A function of so many lines, with blank lines and comments beside them. */
const longFunction = (lines: number): string =>
  `export function long(): void {\n${'  // A comment.\n\n  String();\n'.repeat(lines - 2)}}\n`;

/** Files that are right: things to import, and one file that imports as it should. */
const good: Record<string, string> = {
  'src/lib/value.ts': value,
  'src/model/value.ts': value,
  'src/strings/value.ts': value,
  'src/rules/engine.ts':
    "import { value } from '#src/model/value.ts';\nexport const rule = value;\n",
  'src/ui/value.ts': value,
  'src/app/value.ts': value,
  'src/mocks/boot.ts': value,
  'src/mocks/simulate.ts': value,
  'src/mocks/world/value.ts': value,
  'src/wizard/steps/flow.ts': value,
  'src/wizard/draft/value.ts': value,
  'src/datasources/azure-vm/options.ts':
    "import { value } from '#src/wizard/draft/value.ts';\nexport const way = value;\n",
  'src/datasources/other/value.ts': value,
  'src/datasources/other/index.ts':
    "export const later = () => import('#src/datasources/other/value.ts');\n",
  'src/datasources/registry.ts':
    "import { later } from '#src/datasources/other/index.ts';\nexport const all = [later];\n",
  'src/pages/jobs/value.ts': value,
  'src/api/queries/jobs.ts':
    "import { queryOptions } from '@tanstack/react-query';\nimport { read } from '../some/jobs/ops.ts';\nexport const jobs = queryOptions({ queryKey: ['jobs'], queryFn: read });\n",
  'src/api/some/version.ts': value,
  'src/api/some/jobs/wire.ts': value,
  'src/api/some/jobs/ops.ts':
    "import { value } from './wire.ts';\nimport { value as version } from '../version.ts';\nexport const read = () => value + version;\n",
  'src/api/some/jobs/ops.test.ts':
    "import { value } from '#src/mocks/simulate.ts';\nimport { read } from './ops.ts';\nif (read() === value) console.log(value);\n",
  'src/pages/overview/good.ts':
    "import { value } from '#src/wizard/steps/flow.ts';\nimport { jobs } from '#src/api/queries/jobs.ts';\nexport const both = [value, jobs.queryKey, new Intl.NumberFormat('en')];\n",
  'src/ui/function.ts': longFunction(120),
  'src/ui/function.test.ts': longFunction(130),
  'e2e/good.spec.ts':
    "import { test } from 'playwright/test';\nimport type { Seed } from '#src/mocks/world/value.ts';\nconst seed: Seed = 1;\ntest('opens', async ({ page }) => {\n  await page.goto(`/${seed}`);\n  await page.getByRole('button', { name: 'Restore' }).click();\n});\n",
};

/** One fault a file: its path, its text, the rule that must speak. */
const faults: [string, string, string][] = [
  ...layerFaults.map(([path, text]): [string, string, string] => [path, text, 'house/layers']),
  ['src/pages/jobs/key.ts', "export const key = { queryKey: ['jobs'] };\n", 'house/query-key-home'],
  [
    'src/pages/jobs/const-key.ts',
    "export const queryKey = ['jobs'] as const;\n",
    'house/query-key-home',
  ],
  [
    'src/pages/jobs/press.ts',
    "import { useMutation } from '@tanstack/react-query';\nexport const made = useMutation;\n",
    'house/query-key-home',
  ],
  [
    'src/pages/jobs/write.ts',
    "import { newWrite } from '#src/api/queries/use-write.ts';\nexport const made = newWrite;\n",
    'house/query-key-home',
  ],
  [
    'src/pages/jobs/factory.ts',
    "import { queryOptions } from '@tanstack/react-query';\nexport const made = queryOptions;\n",
    'house/query-key-home',
  ],
  [
    'src/lib/cycle-a.ts',
    "import { b } from '#src/lib/cycle-b.ts';\nexport const a = (): unknown => b;\n",
    'import/no-cycle',
  ],
  [
    'src/lib/cycle-b.ts',
    "import { a } from './cycle-a.ts';\nexport const b = (): unknown => a;\n",
    'import/no-cycle',
  ],
  [
    'src/lib/types-a.ts',
    "import type { B } from '#src/lib/types-b.ts';\nexport interface A { b?: B }\n",
    'import/no-cycle',
  ],
  [
    'src/lib/types-b.ts',
    "import type { A } from '#src/lib/types-a.ts';\nexport interface B { a?: A }\n",
    'import/no-cycle',
  ],
  ['src/ui/date.ts', 'export const at = Date.now();\n', 'eslint/no-restricted-globals'],
  ['src/ui/new-date.ts', 'export const at = new Date();\n', 'eslint/no-restricted-globals'],
  [
    'src/ui/timer.ts',
    'export const stop = setTimeout(String, 1);\n',
    'eslint/no-restricted-globals',
  ],
  [
    'src/ui/interval.ts',
    'export const stop = setInterval(String, 1);\n',
    'eslint/no-restricted-globals',
  ],
  ['src/ui/http.ts', "export const got = fetch('/x');\n", 'eslint/no-restricted-globals'],
  [
    'src/ui/stored.ts',
    "export const got = localStorage.getItem('x');\n",
    'eslint/no-restricted-globals',
  ],
  [
    'src/ui/database.ts',
    "export const got = indexedDB.open('x');\n",
    'eslint/no-restricted-globals',
  ],
  [
    'src/ui/window-http.ts',
    "export const got = window.fetch('/x');\n",
    'eslint/no-restricted-properties',
  ],
  ['src/ui/random.ts', 'export const got = Math.random();\n', 'eslint/no-restricted-properties'],
  [
    'src/ui/classic.ts',
    "import { z } from 'zod';\nexport const got = z;\n",
    'eslint/no-restricted-imports',
  ],
  ['src/ui/exported.ts', "const value = 'x';\nexport default value;\n", 'import/no-default-export'],
  ['src/ui/barrel.ts', "export * from '#src/lib/value.ts';\n", 'oxc/no-barrel-file'],
  ['src/ui/long.ts', 'export {};\n'.repeat(601), 'eslint/max-lines'],
  ['src/ui/long-function.ts', longFunction(121), 'eslint/max-lines-per-function'],
  [
    'src/ui/imports.ts',
    Array.from(
      { length: 41 },
      (_, n) => `import { value as v${n} } from './part-${n}.ts';\nString(v${n});\n`,
    ).join(''),
    'import/max-dependencies',
  ],
  ['src/ui/todo.ts', `// TODO: later\n${value}`, 'eslint/no-warning-comments'],
  ['src/ui/any.ts', 'export const got = (x: any) => x;\n', 'typescript/no-explicit-any'],
  [
    'src/ui/unsafe.ts',
    "export const got: string = JSON.parse('1');\n",
    'typescript/no-unsafe-assignment',
  ],
  [
    'src/ui/member.ts',
    "export const got = JSON.parse('1').x;\n",
    'typescript/no-unsafe-member-access',
  ],
  [
    'src/ui/floating.ts',
    'export const go = () => { Promise.resolve(1); };\n',
    'typescript/no-floating-promises',
  ],
  [
    'src/ui/cast.ts',
    'export const got = (x: unknown) => x as string;\n',
    'typescript/no-unsafe-type-assertion',
  ],
  [
    'src/ui/bang.ts',
    'export const got = (x?: string) => x!;\n',
    'typescript/no-non-null-assertion',
  ],
  [
    'src/ui/switch.ts',
    "export function got(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      console.log(x);\n  }\n}\n",
    'typescript/switch-exhaustiveness-check',
  ],
  [
    'src/ui/type-import.ts',
    "import { Value } from './some-type.ts';\nexport type T = Value;\n",
    'typescript/consistent-type-imports',
  ],
  ['src/ui/Words.tsx', 'export const Words = () => <p>Restore</p>;\n', 'react/jsx-no-literals'],
  [
    'src/ui/Label.tsx',
    'export const Label = () => <nav aria-label="Main" />;\n',
    'react/jsx-no-literals',
  ],
  [
    'src/ui/Effect.tsx',
    "import { useEffect, useState } from 'react';\nexport const Effect = ({ a }: { a: number }) => {\n  const [b, setB] = useState(0);\n  useEffect(() => { setB(a); }, [a]);\n  return b;\n};\n",
    'react/set-state-in-effect',
  ],
  [
    'src/ui/Nested.tsx',
    'export const Nested = () => {\n  const Inner = () => <b />;\n  return <Inner />;\n};\n',
    'react/no-unstable-nested-components',
  ],
  ['src/ui/Image.tsx', 'export const Image = () => <img src="/x.png" />;\n', 'jsx-a11y/alt-text'],
  [
    'e2e/sleep.spec.ts',
    'export const go = (page: any) => page.waitForTimeout(1);\n',
    'house/user-words',
  ],
  ['e2e/css.spec.ts', "export const go = (page: any) => page.locator('.x');\n", 'house/user-words'],
  [
    'e2e/test-id.spec.ts',
    "export const go = (page: any) => page.getByTestId('x');\n",
    'house/user-words',
  ],
  [
    'e2e/force.spec.ts',
    'export const go = (item: any) => item.click({ force: true });\n',
    'house/user-words',
  ],
  [
    'e2e/intercept.spec.ts',
    "export const go = (page: any) => page.route('**', String);\n",
    'house/user-words',
  ],
  [
    'e2e/skipped.spec.ts',
    "import { test } from 'playwright/test';\ntest.skip('x', () => undefined);\n",
    'house/user-words',
  ],
  [
    'e2e/if.spec.ts',
    "import { test } from 'playwright/test';\ntest('x', ({ page }) => {\n  if (page.url() === '') page.url();\n});\n",
    'house/user-words',
  ],
  [
    'e2e/unawaited.spec.ts',
    "import { test } from 'playwright/test';\ntest('x', async ({ page }) => {\n  page.goto('/');\n});\n",
    'typescript/no-floating-promises',
  ],
];

let findings: Findings | undefined;
function found(path: string): readonly string[] {
  findings ??= lintPlanted({
    ...good,
    'src/ui/some-type.ts': 'export type Value = string;\n',
    ...Object.fromEntries(faults.map(([file, text]) => [file, text])),
  });
  return findings.get(path) ?? [];
}

describe('lint', () => {
  test.each(Object.keys(good))('has nothing to say about %s', (path) => {
    expect(found(path)).toEqual([]);
  });

  test.each(faults)('sees the fault planted in %s', (path, _text, rule) => {
    expect(found(path)).toContain(rule);
  });
});
