import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Deployments of templates, as the product speaks of them. */

/** One reason of a failure. */
export interface DeploymentReason {
  readonly code: string | null;
  readonly message: string;
  /** The resource or the parameter that it is about. */
  readonly target: string | null;
}

/** Where a deployment, or one of its resources, stands. */
export type DeploymentStatus =
  | { readonly kind: 'accepted' | 'running' | 'succeeded' | 'failed' | 'canceled' | 'deleted' }
  | { readonly kind: 'unknown'; readonly raw: string };

/** A deployment as Azure reports it. */
export interface Deployment {
  readonly id: ResourceId;
  readonly name: string;
  readonly status: DeploymentStatus;
  /** When its status changed last. */
  readonly changedAt: Instant | null;
  readonly correlationId: string | null;
  /** What it created or changed; empty until it has succeeded. */
  readonly outputs: readonly ResourceId[];
  /** Why it failed, the innermost reasons first. */
  readonly reasons: readonly DeploymentReason[];
}

/** What a deployment did with one resource. */
export interface DeploymentOperation {
  readonly operationId: string;
  readonly status: DeploymentStatus;
  /** Null: it is about the deployment itself, such as its outputs. */
  readonly target: {
    readonly id: ResourceId;
    readonly type: string;
    readonly name: string;
  } | null;
  readonly changedAt: Instant | null;
  readonly reasons: readonly DeploymentReason[];
}

/** What a deployment would do to a resource. */
export type ChangeKind = 'created' | 'changed' | 'deleted' | 'untouched' | 'unknown';

export interface PredictedChange {
  readonly id: ResourceId;
  readonly kind: ChangeKind;
  /** Properties that would change, dotted, in Azure's order. */
  readonly paths: readonly string[];
  /** Why Azure cannot predict it. */
  readonly unknownBecause: string | null;
}

/** Where a template comes from: Azure reads it by itself, or it is sent along. */
export type TemplateSource =
  | { readonly kind: 'link'; readonly uri: string; readonly signature: string }
  | { readonly kind: 'text'; readonly template: unknown };

/** A deployment to be started. */
export interface DeploymentOrder {
  readonly source: TemplateSource;
  /** Values by the names of the template's parameters; those left out have their defaults. */
  readonly values: Readonly<Record<string, unknown>>;
}
