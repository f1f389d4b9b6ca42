import { operationStatusWire } from '#src/api/arm/wire.ts';

import type { Operation } from '../operation.ts';
import { vault } from './paths.ts';

const costs = `${vault}/backupTieringCost/default`;
const statusPath = `${costs}/operationsStatus/{operationId}`;
const resultPath = `${costs}/operationResults/{operationId}`;

/** What it costs to bring points back from the archive (azure-contract §5). */
export const costOperations: readonly Operation[] = [
  {
    id: 'FetchTieringCost_Post',
    method: 'POST',
    path: `${costs}/fetchTieringCost`,
    body: { name: 'parameters', marks: ['sourceTierType'] },
    answers: { 200: { schema: null, marks: ['objectType'] }, 202: { schema: null } },
    followedAt: [statusPath, resultPath],
  },
  {
    id: 'GetTieringCostOperationResult_Get',
    method: 'GET',
    path: resultPath,
    answers: { 200: { schema: null, marks: ['objectType'] }, 202: { schema: null } },
    followedAt: [statusPath, resultPath],
  },
  {
    id: 'TieringCostOperationStatus_Get',
    method: 'GET',
    path: statusPath,
    more: ['privateEndpointConnectionName'],
    answers: { 200: { schema: operationStatusWire, marks: ['status'] } },
  },
];
