import type { RestoreKind } from '#src/model/job.ts';
import * as z from 'zod/mini';
import type { Change, Draft } from '#src/wizard/draft/schema.ts';
import { taskFields } from '#src/wizard/draft/typed.ts';

/** The kinds of restore under `Create new`. */
export const NEW_KINDS = ['createVm', 'restoreDisks'] as const satisfies RestoreKind[];
/** All kinds of restore; the last is the one under `Replace existing`. */
export const RESTORE_KINDS = [...NEW_KINDS, 'replaceDisks'] as const satisfies RestoreKind[];

const yesOrNo = z.nullable(z.enum(['yes', 'no']));

/** What the operator says of the machine, as far as no API tells it; null is "not answered". */
const answers = {
  dc: z.nullable(
    z.enum([
      'none',
      'single-dc-single-domain',
      'multiple-dc-single-domain',
      'single-dc-multi-domain',
      'multi-domain-forest',
    ]),
  ),
  otherDcReachable: yesOrNo,
  isolatedNetwork: yesOrNo,
  domainJoined: yesOrNo,
  domainTrouble: yesOrNo,
  isSql: yesOrNo,
  cloudInit: yesOrNo,
  outage: z.nullable(z.enum(['none', 'zone', 'region'])),
};
export type Question = keyof typeof answers;

/** The questions in the order in which they are asked. */
export const QUESTIONS = [
  'dc',
  'otherDcReachable',
  'isolatedNetwork',
  'domainJoined',
  'domainTrouble',
  'isSql',
  'cloudInit',
  'outage',
] as const satisfies readonly Question[];

/** What the operator has chosen; null is "not chosen". Resources are kept by their id or name. */
export const vmChoicesSchema = z.object({
  datasource: z.nullable(z.string()),
  /** In which of the vault's two regions the machine is looked for, and then restored. */
  regionView: z.enum(['primary', 'secondary']),
  /** Id of the protected item. */
  instance: z.nullable(z.string()),
  /** Name of the recovery point. */
  point: z.nullable(z.string()),
  group: z.nullable(z.enum(['createNew', 'replaceExisting'])),
  option: z.nullable(z.enum(RESTORE_KINDS)),
  subscription: z.nullable(z.string()),
  /** Name of the resource group. */
  rg: z.nullable(z.string()),
  rgIsNew: z.boolean(),
  vmName: z.nullable(z.string()),
  /** Id of the virtual network. */
  vnet: z.nullable(z.string()),
  /** Name of the subnet. */
  subnet: z.nullable(z.string()),
  zone: z.nullable(z.string()),
  /** Id of the storage account. */
  staging: z.nullable(z.string()),
  restoreAsManaged: z.nullable(z.boolean()),
  /** Id of the disk encryption set. */
  diskEncryptionSet: z.nullable(z.string()),
  identity: z.enum(['none', 'system', 'user']),
  identityId: z.nullable(z.string()),
  /** What was typed to confirm a replacement: the machine's name confirms it. */
  confirmReplace: z.nullable(z.string()),
  diskAccess: z.nullable(z.enum(['same', 'public', 'private'])),
  diskAccessId: z.nullable(z.string()),
  ...answers,
  /** Ticked at Review; any other change takes these ticks away. */
  consequenceRead: z.boolean(),
  warningsRead: z.boolean(),
});
export type VmChoices = z.infer<typeof vmChoicesSchema>;

/** Nothing chosen yet. */
const NOTHING: VmChoices = {
  datasource: null,
  regionView: 'primary',
  instance: null,
  point: null,
  group: 'createNew',
  option: null,
  subscription: null,
  rg: null,
  rgIsNew: false,
  vmName: null,
  vnet: null,
  subnet: null,
  zone: null,
  staging: null,
  restoreAsManaged: null,
  diskEncryptionSet: null,
  identity: 'none',
  identityId: null,
  confirmReplace: null,
  diskAccess: null,
  diskAccessId: null,
  dc: null,
  otherDcReachable: null,
  isolatedNetwork: null,
  domainJoined: null,
  domainTrouble: null,
  isSql: null,
  cloudInit: null,
  outage: null,
  consequenceRead: false,
  warningsRead: false,
};

/** The fields of a virtual machine's restore. */
export const vmFields = taskFields(vmChoicesSchema, z.partial(vmChoicesSchema), NOTHING);

/** A draft of a virtual machine's restore. */
export type VmDraft = Draft<VmChoices>;

export const { choicesOf: vmChoices, draftOf: vmDraft, changeOf: vmChange, newDraft } = vmFields;

/** The group and the type of restore that a change sets. */
export const vmTypes = (change: Change): Partial<VmChoices> =>
  z.partial(z.pick(vmChoicesSchema, { group: true, option: true })).safeParse(change).data ?? {};
