import * as z from 'zod/mini';
import { scenarioIds } from '#src/model/scenario.ts';
import { attempt, submission } from '#src/wizard/draft/submission.ts';

/** Raised whenever a stored draft of before could not be read any more; see `migrate.ts`. */
export const DRAFT_VERSION = 6;

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
const choices = z.object({
  datasource: z.nullable(z.enum(['azure-vm', 'azure-disk'])),
  /** In which of the vault's two regions the machine is looked for, and then restored. */
  regionView: z.enum(['primary', 'secondary']),
  /** Id of the protected item. */
  instance: z.nullable(z.string()),
  /** Name of the recovery point. */
  point: z.nullable(z.string()),
  group: z.nullable(z.enum(['createNew', 'replaceExisting'])),
  option: z.nullable(z.enum(['createVm', 'restoreDisks', 'replaceDisks'])),
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
  /** Of a disk: to another place, or over its source, which Azure does not do. */
  diskMode: z.enum(['ALR', 'OLR']),
  /** The name of the disk that a restore of a disk makes. */
  diskName: z.nullable(z.string()),
  ...answers,
  /** Ticked at Review; any other change takes these ticks away. */
  consequenceRead: z.boolean(),
  warningsRead: z.boolean(),
});
export type DraftChoices = z.infer<typeof choices>;

/** What the person has said has happened, and until when the machine was good. */
const cause = z.object({ scenario: z.enum(scenarioIds), before: z.nullable(z.number()) });
export type Cause = z.infer<typeof cause>;

/** A choice that an earlier one took back; said once where the field is. */
const takenBack = z.object({
  field: z.enum([
    'instance',
    'point',
    'rg',
    'vnet',
    'subnet',
    'zone',
    'staging',
    'diskEncryptionSet',
    'diskAccessId',
    'confirmReplace',
    ...QUESTIONS,
  ]),
  because: z.enum(['datasource', 'instance', 'region', 'subscription', 'network']),
  /** What was chosen; absent in a draft of before. */
  was: z.optional(z.string()),
  /** The choices whose change took it back, as they were. */
  undo: z.optional(z.partial(choices)),
});
export type TakenBack = z.infer<typeof takenBack>;

export const draftSchema = z.object({
  id: z.string(),
  version: z.literal(DRAFT_VERSION),
  createdAt: z.number(),
  changedAt: z.number(),
  choices,
  takenBack: z.array(takenBack),
  /** Why this restore was begun; absent where nobody was asked. */
  cause: z.optional(cause),
  submission,
  /** The choices as they were confirmed at the latest press: every record of the restore reads these. */
  asked: z.optional(choices),
  /** Ids of the rules that spoke then of what to do after the restore: later nobody reads their facts. */
  nextSteps: z.optional(z.array(z.string())),
  /** A request of before that the person stopped waiting for: nobody knows what came of it. */
  earlier: z.optional(attempt),
});
export type Draft = z.infer<typeof draftSchema>;

/** An empty draft. `at` in epoch milliseconds. */
export function newDraft(id: string, at: number, given: Partial<DraftChoices> = {}): Draft {
  return {
    id,
    version: DRAFT_VERSION,
    createdAt: at,
    changedAt: at,
    choices: {
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
      diskMode: 'ALR',
      diskName: null,
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
      ...given,
    },
    takenBack: [],
    submission: { state: 'none' },
  };
}
