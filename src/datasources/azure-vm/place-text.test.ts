import { expect, test } from 'vitest';
import { vmTargetText } from '#src/datasources/azure-vm/consequences.ts';
import { AS_NEW_VM, AS_REPLACEMENT, exampleView } from '#src/datasources/azure-vm/testing.ts';

test.each([
  ['a new machine by its name and place', AS_NEW_VM, /^newVM, targetRG/],
  ['disks by their place', {}, /^targetRG/],
  ['a replacement by the machine itself', AS_REPLACEMENT, /^testVM, /],
])('the target of a restore names %s', (_, choices, text) => {
  expect(vmTargetText(exampleView(choices))).toMatch(text);
});
