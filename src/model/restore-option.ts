import type { RestoreKind } from '#src/model/jobs.ts';

/** What a backup is used for beside a restore. */
export const OTHER_TASKS = ['recoverFiles'] as const;
export type OtherTask = (typeof OTHER_TASKS)[number];

/** One way to use a backup that can be chosen before the wizard opens. */
export interface RestoreOption {
  /** The short name, and the name that the documents print. */
  readonly text: string;
  readonly label: string;
  /** What it adds to the address of a new restore. */
  readonly search: { readonly option?: RestoreKind; readonly task?: OtherTask };
  /** Why it isn't possible once the source is deleted; left out: it is. */
  readonly needsSource?: string;
  /** The secondary region doesn't have it. */
  readonly isPrimaryOnly?: boolean;
}

/** Why an option can't be chosen; undefined: nothing known stands in its way. */
export type BlockedOption = (option: RestoreOption) => string | undefined;

/**
 * What may have happened to a machine, as a person would say it. The values are part of addresses:
 * `/what-happened?what=bad-change`.
 */
export const scenarioIds = [
  'file-gone',
  'bad-change',
  'no-start',
  'ransomware',
  'machine-deleted',
  'zone-down',
  'region-down',
  'rehearsal',
  'disk-lost',
  'copy',
  'encrypted',
  'bare-metal',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** The scenario of a word in an address; null for any other word. */
export function scenarioIdOf(word: string): ScenarioId | null {
  return scenarioIds.find((id) => id === word) ?? null;
}

/** The restore options that the documents know. */
export const restoreOptionKinds = [
  'files',
  'isolatedVm',
  'newVm',
  'zoneVm',
  'regionVm',
  'disks',
  'zoneDisks',
  'regionDisks',
  'replace',
] as const;
export type RestoreOptionKind = (typeof restoreOptionKinds)[number];

/** The fields of the wizard that can mend a restore that failed. */
export const MENDING_FIELDS = [
  'point',
  'group',
  'option',
  'confirmReplace',
  'powerState',
  'vmSize',
] as const;
export type MendingField = (typeof MENDING_FIELDS)[number];

/** The id of a wizard: that of the restore is the datasource's own. */
export const wizardId = (datasource: string, task?: OtherTask): string =>
  task === undefined ? datasource : `${datasource}/${task}`;

/** What a wizard's id says: a datasource, and what is done with its backup; left out: a restore. */
export function wizardParts(id: string): { datasource: string; task?: OtherTask } {
  const [datasource = '', wanted] = id.split('/');
  const task = OTHER_TASKS.find((one) => one === wanted);
  return task === undefined ? { datasource } : { datasource, task };
}
