import { describe, expect, it } from 'vitest';

import { baseline } from './baseline.ts';
import { all, ask, either, guarded } from './known.ts';

const { facts, c } = guarded({ vm: { zone: null, isManaged: true }, job: null }, baseline.choices);
const unknown = () => facts.vm.isPremium;

describe('a fact', () => {
  it('that is not known is named', () => {
    expect(ask(unknown)).toEqual({ state: 'not known', fact: 'vm.isPremium' });
    expect(ask(() => facts.vault.region)).toEqual({ state: 'not known', fact: 'vault.region' });
  });
  it('that is known to be absent is a value', () => {
    expect(ask(() => facts.vm.zone)).toEqual({ state: 'known', value: null });
  });
  it('of a group that does not exist here does not apply', () => {
    expect(ask(() => facts.job.status)).toEqual({ state: 'absent' });
  });
  it('about a chosen account can be not known too', () => {
    const view = guarded({}, { ...baseline.choices, staging: { region: 'eastus2' } });
    expect(ask(() => view.c.staging?.region)).toEqual({ state: 'known', value: 'eastus2' });
    const missing = { state: 'not known', fact: 'c.staging.redundancy' };
    expect(ask(() => view.c.staging?.redundancy)).toEqual(missing);
  });
  it('that breaks its reader is a bug and not an unknown', () => {
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => ask(broken)).toThrow('broken');
  });
});

describe('or, and', () => {
  const yes = () => true;
  const no = () => c.secondary;
  const missing = { state: 'not known', fact: 'vm.isPremium' };
  it('or is true when one claim is, whatever the others', () => {
    expect(either(unknown, yes)).toBe(true);
    expect(either(no, no)).toBe(false);
    expect(ask(() => either(unknown, no))).toEqual(missing);
  });
  it('and is false when one claim is, whatever the others', () => {
    expect(all(unknown, no)).toBe(false);
    expect(all(yes, yes)).toBe(true);
    expect(ask(() => all(unknown, yes))).toEqual(missing);
  });
});
