import { type DocumentNumber, dateOf } from './sources.ts';

/**
 * Rules that a newer text words or judges differently than the document they come from, by that document.
 * Not those of which it moves only what their helpers compare with: their kinds and texts stay.
 */
export const NEWER_TEXTS: readonly (readonly [DocumentNumber, readonly string[]])[] = [
  [
    '000',
    [
      'instance.default-subscription',
      'csr.disabled',
      'csr.permanently-disabled',
      'csr.lock-field',
      'point.csr.snapshot',
      'point.csr.mixed',
      'csr.same-tenant',
      'csr.ade',
      'csr.managed-only',
      'csr.vault-moved',
      'csr.scope',
      'replace.subscription.not-applicable',
      'create-vm.vnet.subscription',
      'create-vm.subscription.options',
      'restore-disks.csr.field',
      'encryption.cmk.create-ok',
      'staging.zrs',
      'staging.blob-kind',
      'create-vm.staging.unused-managed',
      'staging.what.create-managed',
      'create-vm.staging.unmanaged-vhds',
      'staging.what.restore-disks',
      'staging.cost',
      'restore-disks.vhd.vault-under-4tb',
      'restore-disks.vhd.then-managed',
      'restore-disks.vhd.cleanup',
      'replace.vhd.vault-under-4tb',
      'replace.vhd.cleanup',
      'restore-disks.instant.template-only',
      'restore-disks.disks-to-rg',
      'restore-disks.unmanaged-blobs',
      'unmanaged.default',
      'unmanaged.hide-when-managed',
      'unmanaged.encrypted',
      'unmanaged.vault-phase',
      'unmanaged.scope',
      'point.unmanaged.vault-only',
      'point.czr.vault-only',
      'czr.block.snapshot',
      // The same as a warning, where newer texts count.
      'platform.czr.both-tiers',
      'czr.pinned-zone-down',
      'czr.field.source-pinned',
      'czr.options.all-zones',
      'czr.default-zone',
      'czr.non-pinned',
      'czr.block.secondary-no-zones',
      'czr.logical-zone',
      'czr.field.encrypted',
      'czr.block.encrypted',
      'crr.ultra-disks',
      'point.secondary.rpo',
      'replace.encrypted',
      'identity.permissions',
      'identity.purpose',
      'datasource.entry.backup-center',
      'instance.required',
      'instance.one-only',
      'template.deploy.where',
    ],
  ],
  ['001', ['encryption.ade.create-vm', 'restore-disks.all-disks']],
  ['002', ['datasource.vault.by-type.disk']],
  ['004', ['rest.storage', 'rest.recovery-type.replace']],
];

const DATES: ReadonlyMap<string, string | null> = new Map(
  NEWER_TEXTS.flatMap(([document, ids]) => ids.map((id) => [id, dateOf[document]] as const)),
);

/** The date of the document that a rule comes from, where a newer text differs; null: none is known to. */
export const olderDate = (id: string): string | null => DATES.get(id) ?? null;
