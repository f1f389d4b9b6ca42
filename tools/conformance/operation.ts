import type * as z from 'zod/mini';

import type { Estate } from './world/estate.ts';

/** How an answer of an operation is read. */
export interface AnswerForm {
  /** Null: the answer has no body that is read. */
  readonly schema: z.core.$ZodType | null;
  /** Dotted paths by which a body is known to be of this operation. */
  readonly marks?: readonly string[];
}

/** A request that starts an operation. */
export interface StartRequest {
  readonly method: Operation['method'];
  readonly path: string;
  readonly apiVersion: string;
  readonly body?: unknown;
}

/** How the simulated Azure is made to have an operation under way; it gets the sample's id later. */
export type Starter = (estate: Estate) => StartRequest;

/**
 * Text that the service seals, so that only its own can be sent: the simulated Azure issues one that
 * replaces the sample's.
 */
export interface IssuedText {
  readonly by: Starter;
  /** Dotted path of the text in the answer. */
  readonly answered: string;
  /** Dotted path of its place in the sample's body. */
  readonly sent: string;
}

/** An operation of Azure's, by its own names. */
export interface Operation {
  /** Azure's operation id. */
  readonly id: string;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  /** Path with Azure's own names of parameters. */
  readonly path: string;
  /** Where the api-version chooses the plane, which one it must choose. */
  readonly plane?: 'primary' | 'secondary';
  /** Dotted paths of which a body of this operation has at least one; missing: it sends none. */
  readonly body?: {
    readonly name: string;
    readonly marks: readonly string[];
    /** Dotted paths that it never has: what has them is of another operation at the same address. */
    readonly never?: readonly string[];
  };
  /** Parameters beyond the path's: of the query, or told by official samples though nothing takes them. */
  readonly more?: readonly string[];
  /** Official samples tell a body that is not sent. */
  readonly hasStrayBody?: true;
  readonly answers: Readonly<Record<number, AnswerForm>>;
  /** The answer is `{ value: […] }`. */
  readonly isList?: true;
  /** Type of the resource that is answered, or of each in the list. */
  readonly yields?: string;
  /** Templates of the addresses at which an accepted request is followed. */
  readonly followedAt?: readonly string[];
  /** Text of the body that only the service itself can issue: it is requested first. */
  readonly issued?: IssuedText;
  /** What starts it: a request of ours, or the job of the sample's world, which has its id. */
  readonly startedBy?: Starter | 'its job';
}

/** Versions that ask the secondary region (azure-contract §9). */
const SECONDARY: readonly string[] = ['2018-12-20', '2021-11-15', '2023-01-15'];

/** Whether an api-version asks the plane of an operation. */
export function isOfPlane({ plane }: Operation, apiVersion: string): boolean {
  return plane === undefined || SECONDARY.includes(apiVersion) === (plane === 'secondary');
}

/** The names in the braces of a path. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
}
