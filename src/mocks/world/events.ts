import type { Fault } from '#src/mocks/faults/fault.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';

/**
 * What was done to a world. Events are only ever added; everything the simulator knows beyond its
 * seed follows from them. `at` is simulated epoch milliseconds.
 */
export type WorldEvent =
  | {
      readonly type: 'restore-accepted';
      readonly at: number;
      readonly operationId: string;
      readonly jobId: string;
      /** Milliseconds until the operation (not the job) is over. */
      readonly operationMs: number;
      readonly clientRequestId: string | null;
      readonly requestId: string;
      readonly apiVersion: string;
      readonly path: string;
      readonly body: unknown;
      readonly plan: JobPlan;
    }
  | {
      readonly type: 'job-cancelled';
      readonly at: number;
      readonly jobId: string;
      readonly operationId: string;
    }
  | {
      readonly type: 'group-created';
      readonly at: number;
      readonly subscriptionId: string;
      readonly name: string;
      readonly location: string;
    }
  | { readonly type: 'fault-added'; readonly at: number; readonly fault: Fault }
  | { readonly type: 'fault-used'; readonly at: number; readonly faultId: string }
  | { readonly type: 'fault-removed'; readonly at: number; readonly faultId: string };

/** An event with its place in the one order that all tabs share. */
export interface StoredEvent {
  readonly seq: number;
  readonly event: WorldEvent;
}
