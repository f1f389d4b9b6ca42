import { rules } from '../rule.ts';
import { doc000, doc002 } from '../sources.ts';

/** Where the job of a restore is found (3t). */
export const jobNoticeRules = rules('jobs', [
  {
    id: 'jobs.created',
    kind: 'info',
    field: null,
    when: (_, c) => c.action === 'submit',
    source: [doc000('Track the restore operation'), doc002('Track a restore operation')],
  },
  {
    id: 'jobs.notice.fallback',
    kind: 'info',
    field: null,
    when: (_, c) => c.action === 'submit',
    source: [doc000('Track the restore operation')],
  },
  {
    id: 'jobs.where',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc000('Track the restore operation')],
  },
]);

/** What its lists show. */
export const jobListRules = rules('jobs', [
  {
    id: 'jobs.window-7d',
    kind: 'default',
    field: null,
    when: (_, c) => c.datasource === 'azure-disk',
    source: [doc002('Track a restore operation')],
  },
  {
    id: 'jobs.view-all',
    kind: 'info',
    field: null,
    when: (_, c) => c.datasource === 'azure-disk',
    source: [doc002('Track a restore operation')],
  },
  {
    id: 'jobs.subtask.transfer',
    kind: 'info',
    field: null,
    when: () => true,
    source: [doc000('Choose a VM restore configuration, note')],
  },
]);
