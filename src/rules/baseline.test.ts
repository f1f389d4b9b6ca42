import { describe, expect, it } from 'vitest';
import { baseline, differingNames, valueAt, withValueAt } from './baseline.ts';
import { inputOf } from './cases/case.ts';

describe('a value of an example', () => {
  it('is read by its name, as deep as it lies', () => {
    expect(valueAt(baseline, 'vm.size')).toBe('Standard_A1_v2');
    expect(valueAt(baseline, 'c.option')).toBe('createVm');
    expect(valueAt(baseline, 'c.staging.tier')).toBe('Standard');
  });

  it('is not known where nothing is there', () => {
    expect(valueAt({ facts: {}, choices: baseline.choices }, 'vm.size')).toBeUndefined();
    const { facts, choices } = inputOf({ given: {}, when: { staging: null } });
    expect(valueAt({ facts, choices }, 'c.staging')).toBeNull();
    expect(valueAt({ facts, choices }, 'c.staging.tier')).toBeUndefined();
  });

  it.each([
    ['vm.zone', '2'],
    ['vm.zone', undefined],
    ['c.option', 'restoreDisks'],
    ['c.staging.tier', 'Premium'],
    ['c.staging', null],
  ])('%s set to %s is that, and the rest stays', (name, value) => {
    const changed = withValueAt(baseline, name, value);
    expect(valueAt(changed, name)).toEqual(value);
    expect(differingNames(changed, baseline)).toEqual([name]);
  });

  it('is nowhere another in the same example', () => {
    expect(differingNames(baseline, baseline)).toEqual([]);
  });
});
