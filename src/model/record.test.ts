import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, isoText } from '#src/lib/time.ts';
import { visibleText } from '#src/lib/visible-text.ts';
import { recordJson, recordMarkdown, type RestoreRecord } from '#src/model/record.ts';

const words = { notKnown: 'not known', visible: visibleText };

const recordWith = (name: string): RestoreRecord => ({
  title: name,
  at: instant(0),
  written: 'Written at once',
  parts: [
    {
      key: 'target',
      title: 'Target',
      kind: 'facts',
      facts: [
        { key: 'name', label: 'Name', text: name, value: name },
        { key: 'who', label: 'Started by', text: null, value: null },
      ],
    },
    {
      key: 'subtasks',
      title: 'Subtasks',
      kind: 'rows',
      none: 'None',
      rows: [
        [
          { key: 'name', label: 'Subtask', text: name, value: name },
          { key: 'ms', label: 'Duration', text: '1 s', value: 1000 },
        ],
      ],
    },
    { key: 'errors', title: 'Errors', kind: 'rows', none: 'None', rows: [] },
    { key: 'checks', title: 'Checks', kind: 'rows', none: 'None', rows: null },
  ],
});

test('a record as Markdown', () => {
  expect(recordMarkdown(recordWith('app01'), words)).toBe(`# app01

Written at once

## Target

- **Name**: app01
- **Started by**: not known

## Subtasks

| Subtask | Duration |
| --- | --- |
| app01 | 1 s |

## Errors

None

## Checks

not known
`);
});

test('a record as JSON has values, and null for what is not known', () => {
  expect(JSON.parse(recordJson(recordWith('app01'), isoText))).toEqual({
    format: 'restore-record',
    version: 1,
    title: 'app01',
    writtenAt: '1970-01-01T00:00:00.000Z',
    parts: {
      target: { name: 'app01', who: null },
      subtasks: [{ name: 'app01', ms: 1000 }],
      errors: [],
      checks: null,
    },
  });
});

/** What a reader of Markdown shows of a text: escapes are taken off. */
const unescaped = (text: string): string => text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');

const oneLine = (text: string): string =>
  visibleText(text)
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

describe('a hostile name', () => {
  test.each([
    ['a|b', String.raw`a\|b`],
    ['x\n# Approved', String.raw`x \# Approved`],
    ['[pay](javascript:alert(1))', String.raw`\[pay\](javascript\:alert(1))`],
    ['<img src=x onerror=alert(1)>', String.raw`\<img src=x onerror=alert(1)\>`],
    ['https://evil.example', String.raw`https\://evil.example`],
    ['WWW.evil.example', String.raw`WWW\.evil.example`],
    ['@everyone :bomb: $x$', String.raw`\@everyone \:bomb: \$x\$`],
    ['**bold** `code` &amp; ~~no~~', String.raw`\*\*bold\*\* \`code\` \&amp; \~\~no\~\~`],
    ['ends with \\', String.raw`ends with \\`],
    ['gpj\u202eexe', String.raw`gpj\[U+202E\]exe`],
    ['1. first, 02:44', '1. first, 02:44'],
    ['/subscriptions/8f2c/rg-a/b.c', '/subscriptions/8f2c/rg-a/b.c'],
  ])('%j is itself in Markdown', (name, written) => {
    expect(recordMarkdown(recordWith(name), words)).toContain(`- **Name**: ${written}\n`);
  });

  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '|',
          '\\',
          '\n',
          '#',
          '`',
          '<',
          '>',
          '[',
          ']',
          '(',
          ')',
          '*',
          '\u2028',
          'a',
          ' ',
          '-',
        ),
      )
      .map((all) => all.join('')),
  );

  test('neither breaks the Markdown nor gets lost in it', () => {
    const lines = recordMarkdown(recordWith('x'), words).split('\n').length;
    fc.assert(
      fc.property(names, (name) => {
        const text = recordMarkdown(recordWith(name), words);
        expect(text.split(/[\n\r\u0085\u2028\u2029]/u)).toHaveLength(lines);
        const [, cell = ''] = /^\| (.*) \| 1 s \|$/mu.exec(text) ?? [];
        expect(unescaped(cell)).toBe(oneLine(name));
        // Of a row's bars only its own three are not escaped.
        expect(cell.replaceAll(/\\./gu, '')).not.toMatch(/[|<>[\]`*_#\\]/u);
      }),
    );
  });

  test('survives in JSON, whatever it is', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(JSON.parse(recordJson(recordWith(name), isoText))).toMatchObject({
          title: name,
          parts: { target: { name }, subtasks: [{ name }] },
        });
      }),
    );
  });
});
