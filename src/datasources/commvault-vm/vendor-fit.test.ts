import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { pastCommvaultRestoresQuery } from '#src/api/commvault/job-lists.ts';
import { fitDraft, judgedFit } from '#src/datasources/commvault-vm/vendor-fit.tsx';
import { instanceOf, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { app01, finLedger, shopCart } from '#src/mocks/commvault/testing.ts';
import { corp } from '#src/mocks/world/worlds/default-estate.ts';

async function fitOf(id: string) {
  const { readsOf } = testWizard();
  const instance = instanceOf(id);
  return judgedFit(instance, await readsOf(fitDraft(instance, 'out-of-place', null).choices));
}

const rulesIn = (lines: readonly { readonly rule?: string }[]) =>
  lines.flatMap(({ rule }) => rule ?? []);

const edgeCache = app01.replace('app01', 'edge-cache-09');
const mediaArchive = `${corp('rg-media')}/providers/Microsoft.Compute/virtualMachines/media-arch-01`;
const domainController = `${corp('rg-identity')}/providers/Microsoft.Compute/virtualMachines/dc-hq-01`;

test.each([
  ['no OS disk in its backups', mediaArchive, 'platform.commvault.os-disk'],
  ['restores turned off', domainController, 'platform.commvault.restore-disabled'],
  // A streaming backup loses the encryption set; a snapshot doesn't.
  ['customer-managed keys, streamed', shopCart, 'commvault.cmk.des'],
])('a VM with %s shows so with the rule', async (_, id, rule) => {
  const { cannot } = await fitOf(id);
  expect(rulesIn(cannot)).toContain(rule);
  expect(cannot.find((line) => line.rule === rule)).not.toHaveProperty('options');
});

test('what a snapshot keeps is no limit', async () => {
  expect(rulesIn((await fitOf(finLedger)).cannot)).not.toContain('commvault.cmk.des');
});

test('a rule of one way to restore names it, and no rule is there twice', async () => {
  const { cannot, needs } = await fitOf(app01);
  expect(needs.find(({ rule }) => rule === 'platform.commvault.in-place.confirm')).toMatchObject({
    options: ['In place'],
  });
  const rules = [...rulesIn(cannot), ...rulesIn(needs)];
  expect(new Set(rules).size).toBe(rules.length);
  // It stands with what the restore destroys.
  expect(rules).not.toContain('commvault.in-place.deletes');
});

test('how large the disks of a VM are that Azure has no more, is not checked', async () => {
  const { cannot } = await fitOf(edgeCache);
  expect(rulesIn(cannot)).not.toContain('commvault.disk-8tb');
  expect(cannot.at(-1)?.text).toMatch(/^Not checked: \d/);
});

test('what is not known is counted as not checked', async () => {
  const { readsOf } = testWizard('default', 'commvault-firewall');
  const instance = instanceOf(app01);
  const { cannot } = judgedFit(
    instance,
    await readsOf(fitDraft(instance, 'out-of-place', null).choices),
  );
  expect(cannot.at(-1)?.text).toMatch(/^Not checked: \d+ constraints/);
});

test('past restores are those of this VM that completed', async () => {
  const { restore, reach } = testWizard();
  const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const before = await client().query(pastCommvaultRestoresQuery(instanceOf(app01)));
  const others = await client().query(pastCommvaultRestoresQuery(instanceOf(finLedger)));
  await reach(await restore({ id: app01 }), 'Completed');
  expect(await client().query(pastCommvaultRestoresQuery(instanceOf(app01)))).toHaveLength(
    before.length + 1,
  );
  expect(await client().query(pastCommvaultRestoresQuery(instanceOf(finLedger)))).toEqual(others);
});
