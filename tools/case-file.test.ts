import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cases } from '#src/rules/examples.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { root } from './program.ts';
import { FACT_NAMES, evaluateCase, readCaseFile } from './case-file.ts';

const problems = (text: string): string[] =>
  readCaseFile(text).problems.map(({ line, message }) => `${String(line)} ${message}`);

describe('a case file', () => {
  test('of every worked example is read as it stands', () => {
    const file = cases.map(({ expected: { absent = [], ...then } = {}, ...example }) => {
      // oxlint-disable-next-line unicorn/no-thenable -- the file's own word
      return { ...example, then, absent };
    });
    const read = readCaseFile(JSON.stringify(file));
    expect(read.problems).toEqual([]);
    expect(read.cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  });

  test('with words that are not known names each with its line', () => {
    const text = `[
      { "id": "a",
        "given": { "vm": { "colour": "red", "zone": 2 } },
        "when": { "option": "createVM", "staging": { "regoin": "westus" } },
        "unknown": ["vm.encrypton"],
        "then": { "blocked": ["no.such"] } },
      { "id": "a" }, 7, { "given": null, "more": 1 } ]`;
    expect(problems(text).toSorted()).toEqual([
      '2 Case a: Its ID is on line 7 too, so each case with it is left out.',
      '3 Case a: given.vm.colour is not a key of this form.',
      '3 Case a: given.vm.zone must be a string.',
      '4 Case a: when.option is "createVM", and must be one of createVm, restoreDisks, replaceDisks.',
      '4 Case a: when.staging.regoin is not a key of this form.',
      '5 Case a: unknown.0 is "vm.encrypton", which is not known here.',
      '6 Case a: then.blocked.0 is "no.such", which is not known here.',
      '7 Case 3: It must be an object.',
      '7 Case 4: given must be an object.',
      '7 Case 4: id must be a string.',
      '7 Case 4: more is not a key of this form.',
      '7 Case a: Its ID is on line 2 too, so each case with it is left out.',
    ]);
  });

  test.each([
    ['', ['1 The file is empty.']],
    ['{ "id": "a" }', ['1 It must be an array.']],
    ['[\n{ "id": "a", }\n]', ['2 This is no JSON: PropertyNameExpected.']],
  ])('%j is refused', (text, told) => {
    expect(problems(text)).toEqual(expect.arrayContaining(told));
  });

  test.each([
    ['both sound', [{ id: 'a' }, { id: 'a' }], [1, 2]],
    ['the first faulty', [{ id: 'a', x: 1 }, { id: 'a' }], [1, 2]],
    ['the second faulty', [{ id: 'a' }, { id: 'a', x: 1 }], [1, 2]],
    ['three', [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a' }], [1, 3, 4]],
  ])('with an ID twice, %s, leaves out each case with it', (_, elements, lines) => {
    const text = elements.map((element) => JSON.stringify(element)).join(',\n');
    const { cases: read, problems: found } = readCaseFile(`[${text}, { "id": "c" }]`);
    expect(read.map(({ id }) => id)).toEqual(lines.length === 3 ? ['b', 'c'] : ['c']);
    expect(
      found.filter(({ message }) => message.includes('Its ID')).map(({ line }) => line),
    ).toEqual(lines);
  });
});

describe('a case', () => {
  test('lists what speaks by what it does', () => {
    const lists = evaluateCase({ id: 'a', when: { option: 'replaceDisks', staging: null } });
    expect(lists.required).toContain('replace.staging.required');
    expect(lists.hidden).toContain('replace.hide-target-fields');
    expect(lists.unknown).toEqual([]);
    const kindOf = new Map<string, string>(catalogue.map(({ id, kind }) => [id, kind]));
    expect(new Set(lists.checklist.map((id) => kindOf.get(id)))).toEqual(new Set(['checklist']));
  });

  test('with a fact that is not known lists the rules that need it', () => {
    const when = { option: 'replaceDisks' } as const;
    const lists = evaluateCase({ id: 'a', when, unknown: ['vm.encryption'] });
    expect(lists.unknown).toContain('replace.encrypted');
    expect(evaluateCase({ id: 'a', when }).unknown).toEqual([]);
  });

  test('in which nothing is known crashes nothing', () => {
    const lists = evaluateCase({ id: 'a', unknown: [...FACT_NAMES] });
    expect(lists.unknown.length).toBeGreaterThan(20);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(name: string, text: string) {
    writeFileSync(join(folder, name), text);
    // As npm runs it: in the project's folder, with the one it was typed in told apart.
    return spawnSync(process.execPath, [join(root, 'tools/rules.ts'), name], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
  }

  test('prints a line of JSON a case, and nothing else', () => {
    const { status, stdout } = run('good.json', '[{ "id": "a" }, { "id": "b" }]');
    const lines = stdout.trim().split('\n');
    const read: unknown[] = lines.map((line): unknown => JSON.parse(line));
    expect(status).toBe(0);
    expect(read).toEqual([
      { ...evaluateCase({ id: 'a' }) },
      { ...evaluateCase({ id: 'a' }), id: 'b' },
    ]);
    expect(Object.keys(read[0] ?? {})).toEqual(
      'id blocked warned hidden required defaulted info checklist unknown'.split(' '),
    );
  });

  test('leaves out a case with a problem, and names file and line', () => {
    const text = '[{ "id": "a" },\n{ "id": "b", "x": 1 },\n{ "id": "d" },\n{ "id": "d" }]';
    const { status, stdout, stderr } = run('bad.json', text);
    expect([status, stdout]).toEqual([1, `${JSON.stringify(evaluateCase({ id: 'a' }))}\n`]);
    expect(stderr).toBe(
      `bad.json:2: Case b: x is not a key of this form.
bad.json:3: Case d: Its ID is on line 4 too, so each case with it is left out.
bad.json:4: Case d: Its ID is on line 3 too, so each case with it is left out.
`,
    );
  });
});
