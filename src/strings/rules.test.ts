import { describe, expect, it } from 'vitest';

import { documentTitle, sourceLine } from './rule-source.ts';
import { ruleText } from './rules.ts';

describe('what a person reads of a rule', () => {
  it('says why and what to choose instead', () => {
    expect(ruleText('staging.zrs')).toEqual({
      say: 'Zone-redundant accounts can’t be used. Select one with LRS or GRS.',
      instead: 'Choose an account with LRS or GRS',
      short: 'Zone-redundant',
    });
  });

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
