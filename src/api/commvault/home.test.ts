import { expect, test } from 'vitest';
import {
  commServeAt,
  commvaultJobId,
  commvaultVmId,
  isCommvaultId,
  jobOf,
  vmOf,
} from '#src/api/commvault/home.ts';
import { GUID, HOST } from '#src/api/commvault/testing.ts';

test('an ID names its CommServe, and a VM by the GUID that Azure has for it', () => {
  const vm = commvaultVmId(HOST, GUID.toUpperCase());
  const job = commvaultJobId(HOST, '8163492');
  expect(vm).toBe(`commvault:${HOST}/vm/${GUID}`);
  expect(vmOf(vm)).toEqual({ host: HOST, name: GUID });
  expect(jobOf(job)).toEqual({ host: HOST, name: '8163492' });
  // Some places of the product compare IDs without letter case.
  expect(vmOf(vm.toUpperCase())).toEqual({ host: HOST, name: GUID });
  expect([vm, job, `/subscriptions/${vm}`].map(isCommvaultId)).toEqual([true, true, false]);
});

test.each([
  ['the ID of the other kind', `commvault:${HOST}/vm/${GUID}`],
  ['a number that is none', `commvault:${HOST}/job/12a`],
  ['a path in the number', `commvault:${HOST}/job/12/../../x`],
  ['an address in place of a host', 'commvault:https://evil.example/job/12'],
  ['no host', 'commvault:/job/12'],
])('%s is not the ID of a job', (_what, id) => {
  expect(jobOf(id)).toBeNull();
});

test('a CommServe is at an address of https, with its port', () => {
  expect(commServeAt('https://commserve.contoso.example/anything')).toEqual({
    host: HOST,
    commCellId: 2,
  });
  expect(commServeAt('https://commserve.contoso.example:8443', 7)).toEqual({
    host: `${HOST}:8443`,
    commCellId: 7,
  });
  expect(
    ['http://commserve.contoso.example', 'commserve', ''].map((one) => commServeAt(one)),
  ).toEqual([null, null, null]);
});
