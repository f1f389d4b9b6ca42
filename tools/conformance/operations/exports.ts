import { jobsExportWire } from '#src/api/recovery-services/jobs.ts';

import type { Operation } from '../operation.ts';
import { vault } from './paths.ts';
import { jobsExport } from './starters.ts';

const resultPath = `${vault}/backupJobs/operationResults/{operationId}`;

/** While it is written the answer has a body too (S). */
const written = { schema: jobsExportWire, marks: ['operation'] };

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
    answers: { 200: written, 202: written },
    followedAt: [resultPath],
    startedBy: jobsExport,
  },
];
