import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** Deployments of templates (Microsoft.Resources, 2024-03-01). */

/** Where a template is read from; the query string is a secret and never part of the address. */
interface TemplateLinkWire {
  readonly uri: string;
  readonly queryString?: string;
}

/** The body of a deployment, its validation and its prediction. */
export interface DeploymentRequestWire {
  readonly properties: {
    readonly mode: 'Incremental';
    readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
    readonly template?: unknown;
    readonly templateLink?: TemplateLinkWire;
  };
}

const resourceRef = z.looseObject({ id: maybe(z.string()) });

/** A deployment as every answer has it; errors are read by `failure.ts`. */
export const deploymentWire = z.looseObject({
  id: z.string(),
  name: maybe(z.string()),
  type: maybe(z.string()),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      timestamp: maybe(z.string()),
      duration: maybe(z.string()),
      correlationId: maybe(z.string()),
      parameters: maybe(z.unknown()),
      outputResources: maybe(z.array(resourceRef)),
      validatedResources: maybe(z.array(resourceRef)),
      error: maybe(z.unknown()),
    }),
  ),
});
export type DeploymentWire = z.infer<typeof deploymentWire>;

export const deploymentPageWire = pageOf(deploymentWire);

/** What a deployment did with one resource; the last one has none. */
export const deploymentOperationWire = z.looseObject({
  id: maybe(z.string()),
  operationId: z.string(),
  properties: maybe(
    z.looseObject({
      provisioningOperation: maybe(z.string()),
      provisioningState: maybe(z.string()),
      timestamp: maybe(z.string()),
      duration: maybe(z.string()),
      statusCode: maybe(z.string()),
      statusMessage: maybe(z.unknown()),
      targetResource: maybe(
        z.looseObject({
          id: maybe(z.string()),
          resourceType: maybe(z.string()),
          resourceName: maybe(z.string()),
        }),
      ),
    }),
  ),
});
export type DeploymentOperationWire = z.infer<typeof deploymentOperationWire>;

export const deploymentOperationPageWire = pageOf(deploymentOperationWire);

/** What a deployment would change. */
export const whatIfWire = z.looseObject({
  status: maybe(z.string()),
  error: maybe(z.unknown()),
  properties: maybe(
    z.looseObject({
      changes: maybe(
        z.array(
          z.looseObject({
            resourceId: maybe(z.string()),
            changeType: maybe(z.string()),
            before: maybe(z.unknown()),
            after: maybe(z.unknown()),
            delta: maybe(
              z.array(
                z.looseObject({
                  path: maybe(z.string()),
                  propertyChangeType: maybe(z.string()),
                  before: maybe(z.unknown()),
                  after: maybe(z.unknown()),
                }),
              ),
            ),
            unsupportedReason: maybe(z.string()),
          }),
        ),
      ),
    }),
  ),
});
export type WhatIfWire = z.infer<typeof whatIfWire>;
