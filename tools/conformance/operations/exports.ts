import type { Operation } from '../operation.ts';
import { vault } from './paths.ts';

const resultPath = `${vault}/backupJobs/operationResults/{operationId}`;

/** The list of jobs as a file (azure-contract §8). */
export const exportOperations: readonly Operation[] = [
  {
    id: 'Jobs_Export',
    method: 'POST',
    path: `${vault}/backupJobsExport`,
    answers: { 202: { schema: null } },
    followedAt: [resultPath],
  },
  {
    id: 'ExportJobsOperationResults_Get',
    method: 'GET',
    path: resultPath,
    answers: {
      200: { schema: null, marks: ['operation'] },
      202: { schema: null, marks: ['operation'] },
    },
    followedAt: [resultPath],
  },
];
