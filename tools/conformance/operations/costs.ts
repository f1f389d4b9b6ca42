import { operationStatusWire } from '#src/api/arm/wire.ts';
import { tieringAnswerWire } from '#src/mocks/recovery-services/archive.ts';

import type { Operation } from '../operation.ts';
import { vault } from './paths.ts';
import { costQuestion } from './starters.ts';

const costs = `${vault}/backupTieringCost/default`;
const statusPath = `${costs}/operationsStatus/{operationId}`;
const resultPath = `${costs}/operationResults/{operationId}`;

const cost = {
  200: { schema: tieringAnswerWire, marks: ['objectType'] },
  202: { schema: null },
};

/** What it costs to bring points back from the archive, and what moving them there saves (azure-contract §5). */
export const costOperations: readonly Operation[] = [
  {
    id: 'FetchTieringCost_Post',
    method: 'POST',
    path: `${costs}/fetchTieringCost`,
    body: { name: 'parameters', marks: ['sourceTierType'] },
    answers: cost,
    followedAt: [statusPath, resultPath],
  },
  {
    id: 'GetTieringCostOperationResult_Get',
    method: 'GET',
    path: resultPath,
    answers: cost,
    followedAt: [statusPath, resultPath],
    startedBy: costQuestion,
  },
  {
    id: 'TieringCostOperationStatus_Get',
    method: 'GET',
    path: statusPath,
    more: ['privateEndpointConnectionName'],
    answers: { 200: { schema: operationStatusWire, marks: ['status'] } },
    startedBy: costQuestion,
  },
];
