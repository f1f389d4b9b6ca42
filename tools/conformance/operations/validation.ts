import {
  validationStatusWire,
  validationWire,
} from '#src/api/recovery-services/restore-requests.ts';

import type { Operation } from '../operation.ts';
import { vault } from './paths.ts';
import { validation } from './starters.ts';

const statusPath = `${vault}/backupValidateOperationsStatuses/{operationId}`;
const resultPath = `${vault}/backupValidateOperationResults/{operationId}`;

const found = { schema: validationWire, marks: ['validateOperationResponse'] };

/** The wish stands inside `properties`, in old versions by itself (S). */
const request: Pick<Operation, 'method' | 'body' | 'more'> = {
  method: 'POST',
  body: { name: 'parameters', marks: ['properties.restoreRequest', 'restoreRequest'] },
  more: ['fabricName', 'containerName', 'protectedItemName', 'recoveryPointId'],
};

/** Validation of restores (azure-contract §6). */
export const validationOperations: readonly Operation[] = [
  {
    id: 'Operation_Validate',
    path: `${vault}/backupValidateOperation`,
    ...request,
    answers: { 200: found },
  },
  {
    id: 'ValidateOperation_Trigger',
    path: `${vault}/backupTriggerValidateOperation`,
    ...request,
    answers: { 202: { schema: null } },
    followedAt: [statusPath, resultPath],
  },
  {
    id: 'ValidateOperationStatuses_Get',
    method: 'GET',
    path: statusPath,
    answers: {
      200: {
        schema: validationStatusWire,
        marks: ['status', 'properties.validateOperationResponse'],
      },
    },
    startedBy: validation,
  },
  {
    id: 'ValidateOperationResults_Get',
    method: 'GET',
    path: resultPath,
    answers: { 200: found, 202: { schema: null } },
    followedAt: [statusPath, resultPath],
    startedBy: validation,
  },
];
