import { describe, expect, test } from 'vitest';
import { catalogue } from '#src/rules/catalogue.ts';

/** A reason says what its document says, no more. */

/** Claims that the documents of these rules don't make, as they once stood in them. */
const rows = [
  ['after.static-ip', /old VM/],
  ['commvault.zones.dropped', /in none/],
  ['create-vm.vnet.affinity-group', /can’t be used/],
  ['crr.enabled', /properties/],
  ['crr.ultra-disks', /primary region only/],
  ['czr.field.source-pinned', /in no zone/],
  ['czr.non-pinned', /in no zone/],
  ['czr.option', /keeps the VM/],
  ['czr.rbac', /no additional/],
  ['datasource.drills', /takes long/],
  ['datasource.files.pointer', /doesn’t change/],
  ['encryption.cmk.create-ok', /can be restored/],
  ['jobs.bytes', /only/],
  ['jobs.progress.in-progress', /only/],
  ['network.client.no-cli', /only/],
  ['replace.extensions.fine', /still work/],
  ['replace.hide-target-fields', /keeps/],
  ['replace.originals-kept', /once you’ve/],
  ['replace.originals.where', /VM’s own/],
  ['replace.subscription.not-applicable', /keeps/],
  ['replace.zone.not-applicable', /stays in its zone/],
  ['restore-disks.all-disks', /was attached/],
  ['restore-disks.instant.template-only', /directly/],
  ['restore-disks.performance', /slower/],
  ['restore-disks.vhd.cleanup', /in use/],
  ['restore-disks.vhd.then-managed', /by itself/],
  ['special.hub', /doesn’t keep|isn’t kept/],
  ['special.load-balancer', /a new VM isn’t|copy isn’t/],
  ['special.multi-nic', /only one/],
  ['special.reserved-ips', /aren’t kept/],
  ['template.deploy.shared-key-off', /can’t read/],
  ['unmanaged.vault-phase', /duration/],
] as const;

test('an archived restore point: nothing here rehydrates it', () => {
  const rule = catalogue.find(({ id }) => id === 'point.archive');
  expect(rule?.say).toContain('Restore Center doesn’t rehydrate');
});

/** Facts that are read when the rule speaks, so that its text has no "if" about them, and options that aren't chosen. */
const settled = [
  ['after.cloud-init-password', /\bif\b/i],
  ['czr.pinned-zone-down', /\bif\b/i],
  ['instance.deleted-source', /Create new|Replace existing/],
  ['network.public.warn', /\bif\b/i],
] as const;

test.each(settled)('%s: nothing that is settled when it speaks', (id, never) => {
  expect(catalogue.find((one) => one.id === id)?.say).toMatch(/\.$/);
  expect(catalogue.find((one) => one.id === id)?.say).not.toMatch(never);
});

describe('a reason says no more than its document', () => {
  test.each(rows)('%s: not %s', (id, claim) => {
    const rule = catalogue.find((one) => one.id === id);
    expect(rule?.say).toBeDefined();
    expect(
      [rule?.say, rule?.short, rule?.by?.why].filter((text) => claim.test(text ?? '')),
    ).toEqual([]);
  });
});
