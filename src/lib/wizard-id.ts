/** What a backup is used for beside a restore. */
export const OTHER_TASKS = ['recoverFiles'] as const;
export type OtherTask = (typeof OTHER_TASKS)[number];

/** The id of a wizard: that of the restore is the datasource's own. */
export const wizardId = (datasource: string, task?: OtherTask): string =>
  task === undefined ? datasource : `${datasource}/${task}`;

/** What a wizard's id says: a datasource, and what is done with its backup; left out: a restore. */
export function wizardParts(id: string): { datasource: string; task?: OtherTask } {
  const [datasource = '', wanted] = id.split('/');
  const task = OTHER_TASKS.find((one) => one === wanted);
  return task === undefined ? { datasource } : { datasource, task };
}
