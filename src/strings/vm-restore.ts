import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the questions in Configuration about facts that Azure doesn’t report. */
export const aboutMachine = sentences({
  title: 'About this VM',
  summary: (count: number, all: number) =>
    count === 0
      ? plural(all, '1 question, optional', `${String(all)} questions, optional`)
      : `${String(count)} of ${String(all)} answered`,
  intro:
    'Azure doesn’t report this. Your answers are optional, stay in this browser and let more rules be checked.',
  notAnswered: 'Not answered',
  /** What couldn’t be loaded at Review. */
  field: 'the field for the answer',
  /** Beside a question at Review. */
  decides: (warnings: number) =>
    plural(
      warnings,
      'Optional. Your answer decides whether 1 more warning applies.',
      `Optional. Your answer decides which of ${String(warnings)} more warnings apply.`,
    ),
  /** Labels of the fields. */
  questions: {
    dc: 'Is it a domain controller?',
    otherDcReachable: 'Is another domain controller reachable?',
    isolatedNetwork: 'Will its network be isolated?',
    domainJoined: 'Is it joined to a domain?',
    domainTrouble: 'Has it lost its domain, so that you can’t sign in?',
    isSql: 'Does it run SQL Server?',
    cloudInit: 'Is it set up by cloud-init?',
    outage: 'Is its zone or region down?',
  },
  yesOrNo: { yes: 'Yes', no: 'No' },
  outage: {
    none: 'No',
    zone: 'Its availability zone is down',
    region: 'The primary datacenter is down',
  },
  dc: {
    none: 'No',
    'single-dc-single-domain': 'The only domain controller of a single domain',
    'multiple-dc-single-domain': 'One of several domain controllers of a single domain',
    'single-dc-multi-domain': 'One domain controller among several domains',
    'multi-domain-forest': 'Several domains of one forest',
  },
} as const);

/** Texts for a restore point whose transfer to the vault isn’t complete. */
export const transfer = sentences({
  title: (time: string) => `${time} is only a snapshot: not in the vault yet`,
  body: 'Replacing disks and restoring to another region, zone or subscription need the data in the vault.',
  task: (name: string) => `${name}:`,
  job: (time: string) => `Backup job of ${time}`,
  reading: 'Reading its backup job.',
  noJob: (most: number) =>
    `Its backup job isn’t among the last ${String(most)} backups of the VM in the last seven days.`,
  noTask: 'Its backup job reports no transfer to the vault.',
  completed: 'The transfer has completed. Refresh to read the restore point again.',
  notRead: (message: string) => `Couldn’t load its backup job: ${message}`,
  older: (time: string) => `Use ${time}, which is in the vault`,
} as const);

/** Texts for missing permissions of an identity, and how an owner assigns them. */
export const identityRights = sentences({
  list: 'Missing roles of the identity',
  lacks: {
    subscription: (role: string, name: string) =>
      `Needs ${role} on the subscription ${name}, because the resource group is new.`,
    group: (role: string, name: string) => `Needs ${role} on the resource group ${name}.`,
    account: (role: string, name: string) => `Needs ${role} on the storage account ${name}.`,
  },
  command: 'For an owner',
  actions: (count: number) =>
    plural(
      count,
      'Or a custom role with 1 required action',
      `Or a custom role with ${String(count)} required actions`,
    ),
  actionsOf: (scope: string) => `Required actions on ${scope}`,
  checkAgain: 'Check again',
} as const);
