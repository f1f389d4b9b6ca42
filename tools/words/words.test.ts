import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../program.ts';
import { ALLOWED, hitLines, hitsIn, SEARCHES } from '../words.ts';

const foundIn = (path: string, source: string) =>
  hitsIn(path, source).map(({ line, found }) => `${String(line)} ${found}`);

describe('a forbidden phrase is found', () => {
  test('in text on screen, with either apostrophe', () => {
    const source = "export const a = {\n  b: 'A machine doesn’t do.',\n  c: \"It doesn't do.\" };";
    expect(foundIn('src/strings/a.ts', source)).toEqual([
      '2 machine',
      '2 doesn’t do',
      '3 doesn’t do',
    ]);
  });

  test('in what a rule says, however short it is, and in why it is enforced', () => {
    const source = [
      'const a = [{ id: "machine.of", say: `no machine`, short: "machine",',
      '  instead: { label: "machine", set: [] }, by: service("machine"),',
      '  source: [doc000("Machine")] }];',
    ].join('\n');
    const found = ['1 machine', '1 machine', '2 machine', '2 machine'];
    expect(foundIn('src/rules/catalogue/a.ts', source)).toEqual(found);
    expect(foundIn('src/lib/a.ts', source)).toEqual([]);
  });

  test('in the words of a fact', () => {
    const source = "export const a = { 'vm.a': yesNo('whether the machine is told', 'b', 'c') };";
    expect(foundIn('src/rules/facts/a.ts', source)).toEqual(['1 machine', '1 is told']);
  });

  test('between the holes of a template, and inside of one', () => {
    const source = 'const a = `${b({ c: `is said` })} checks refuse ${d}`;';
    expect(foundIn('src/strings/a.ts', source)).toEqual(['1 is said', '1 checks refuse']);
  });

  test('in a comment over two lines', () => {
    const source = '/**\n * What is\n * told here.\n */\n// Nobody\n// comes with it.';
    expect(foundIn('src/lib/a.ts', source)).toEqual(['2 is told', '5 Nobody', '6 comes with']);
  });

  test('in the title of a test, whose other texts are the product’s', () => {
    const source =
      "test('is told', () => {\n  expect(name).toBe('is told');\n});\ntest.each(['is said'])('is asked', f);";
    expect(foundIn('src/lib/a.test.ts', source)).toEqual(['1 is told', '4 is asked']);
  });

  test('in a declared name and in a path', () => {
    const source = 'export function readKept({ asked }: Props): void {}\nreadKept(allKept);';
    expect(foundIn('src/told/a.ts', source)).toEqual(['1 told', '1 Kept']);
  });

  test('in a document', () => {
    expect(foundIn('docs/a.md', 'A person\nmay  not read.')).toEqual(['2 may not']);
  });
});

describe('a forbidden phrase counts nowhere else', () => {
  test('as code in prose, in an address or in an expression', () => {
    expect(
      foundIn('docs/a.md', '```\nCancelled is told\n```\n`is told` [x](is-told/licence)'),
    ).toEqual([]);
    expect(
      foundIn('src/lib/a.ts', 'const a = /is told "nobody/; // `Canceled`\nconst b = c / d; // "'),
    ).toEqual([]);
  });

  test('as a part of another word or name', () => {
    expect(foundIn('docs/a.md', 'A nobody-else, retold; the colourless.')).toEqual([]);
    expect(foundIn('src/lib/a.ts', 'const standard = unkept;')).toEqual([]);
  });

  test('in texts of the simulated Azure, and in queries', () => {
    expect(foundIn('src/mocks/a.ts', "const a = 'The machine cannot be restored.';")).toEqual([]);
    expect(foundIn('src/api/a.ts', "const a = 'project id, tolower(machine) asc';")).toEqual([]);
  });

  test('in words of the documents', () => {
    expect(foundIn('src/strings/a.ts', "const a = 'Select Recovery point';")).toEqual([]);
  });
});

test('what to write instead has no forbidden phrase', () => {
  const texts = Object.values(SEARCHES).flatMap((all) => all.map(({ instead }) => `"${instead}"`));
  expect(texts.length).toBeGreaterThan(100);
  expect(texts).not.toContain('""');
  expect(foundIn('src/strings/a.ts', `const a = [${texts.join()}];`)).toEqual([]);
});

test('each allowed quotation is in a text', () => {
  const texts = [
    'src/rules/catalogue/disk.ts',
    'src/rules/catalogue/rest.ts',
    'src/rules/catalogue/files.ts',
  ].map((path) => readFileSync(join(root, path), 'utf8'));
  expect(ALLOWED).toHaveLength(3);
  for (const quote of ALLOWED) expect(texts.some((text) => text.includes(quote.text))).toBe(true);
});

test('no text of the project has a forbidden phrase', () => {
  expect(hitLines().join('\n')).toBe('');
});
