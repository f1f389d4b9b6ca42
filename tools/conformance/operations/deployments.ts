import { deploymentWire, whatIfWire } from '#src/api/resources/deployments.ts';
import { containerPageWire, serviceSasWire } from '#src/api/storage/blobs.ts';

import type { Operation } from '../operation.ts';
import { group } from './paths.ts';

const deployments = 'Microsoft.Resources/deployments';
const deployment = `${group}/providers/${deployments}/{deploymentName}`;
const account = `${group}/providers/Microsoft.Storage/storageAccounts/{accountName}`;
const containers = `${account}/blobServices/default/containers`;
const containerType = 'Microsoft.Storage/storageAccounts/blobServices/containers';

/** Templates that are deployed, and the blobs that they come from (aftercare §1.5 and §1.6). */
export const deploymentOperations: readonly Operation[] = [
  {
    id: 'Deployments_CreateOrUpdate',
    method: 'PUT',
    path: deployment,
    body: { name: 'parameters', marks: ['properties.templateLink', 'properties.template'] },
    answers: { 200: { schema: deploymentWire }, 201: { schema: deploymentWire } },
    yields: deployments,
  },
  {
    id: 'Deployments_WhatIf',
    method: 'POST',
    path: `${deployment}/whatIf`,
    body: { name: 'parameters', marks: ['properties.templateLink', 'properties.template'] },
    answers: { 200: { schema: whatIfWire, marks: ['properties.changes'] }, 202: { schema: null } },
  },
  {
    id: 'StorageAccounts_ListServiceSAS',
    method: 'POST',
    path: `${account}/ListServiceSas`,
    body: { name: 'parameters', marks: ['canonicalizedResource'] },
    more: ['monitor'],
    answers: { 200: { schema: serviceSasWire, marks: ['serviceSasToken'] } },
  },
  {
    id: 'BlobContainers_List',
    method: 'GET',
    path: containers,
    more: ['monitor'],
    answers: { 200: { schema: containerPageWire } },
    isList: true,
    yields: containerType,
  },
  {
    id: 'BlobContainers_Delete',
    method: 'DELETE',
    path: `${containers}/{containerName}`,
    more: ['monitor'],
    answers: { 200: { schema: null }, 204: { schema: null } },
  },
];
