import { afterEach, describe, expect, it, test } from 'vitest';
import { goByNewerTexts } from '#src/lib/wording.ts';
import type { Rule } from '#src/rules/rule.ts';
import { documentTitle, sayOf, sourceLine } from './rule-source.ts';

afterEach(() => goByNewerTexts(false));

const same: Rule = {
  id: 'same',
  kind: 'block',
  field: null,
  when: () => true,
  say: 'Never.',
  source: [{ document: '000', heading: 'Storage accounts', date: '2024-11-30' }],
  group: 'staging',
  edition: '2024-11-30',
};
const old: Rule = { ...same, id: 'old', say: 'No.', short: 'Not so', newer: true };

const NOTE = 'By the document of 30 Nov 2024. A newer text differs: check before you rely on it.';

test('where newer texts count, the sentence of a rule that one changes says so', () => {
  goByNewerTexts(true);
  expect(sayOf(old)).toBe(`No. ${NOTE}`);
  expect(sayOf(same)).toBe('Never.');
});

test('nowhere else', () => {
  expect(sayOf(old)).toBe('No.');
});

describe('what a person reads of a rule', () => {
  it('names its document, heading and day', () => {
    const source = { document: '000', heading: 'Storage accounts', date: '2024-11-30' } as const;
    expect(sourceLine(source)).toBe('Restore Azure VMs, Storage accounts, 30 Nov 2024');
    expect(documentTitle('000')).toBe('Restore Azure VMs in the Azure portal');
  });

  it('says when a document bears no date', () => {
    const source = { document: '003', heading: 'Considerations', date: null } as const;
    expect(sourceLine(source)).toBe('Commvault restores, Considerations, undated');
  });

  it('does not pass our own choices off as a document', () => {
    const source = { document: 'ours', heading: 'Not from the documents', date: null } as const;
    expect(sourceLine(source)).toBe('Restore Center, Not from the documents');
  });

  it('names a page beside the documents by its title', () => {
    const source = { document: 'learn', heading: 'Naming rules', date: null } as const;
    expect(sourceLine(source)).toBe('Microsoft Learn, Naming rules');
  });
});
