import type { LinkProps } from '@tanstack/react-router';
import type { JobStatus } from '#src/model/jobs.ts';

/** One result: what it is called, what tells it from others of its name, and where it leads. */
export interface Hit {
  /** Its own among all results. */
  readonly key: string;
  readonly title: string;
  readonly remark: string;
  /** How it stands: of a job, or whether an instance's machine was seen. */
  readonly state?:
    | { readonly kind: 'job'; readonly status: JobStatus }
    | { readonly kind: 'source'; readonly isSeen: boolean | null };
  readonly link: LinkProps;
  /** There where something can be done with it at once: a cell of its own, at the end of its line. */
  readonly restore?: RestoreHit;
}

/** The way from a machine to a restore of it. */
export interface RestoreHit {
  readonly key: string;
  /** What it is called, by the machine that stands in another cell. */
  readonly label: string;
  readonly link: LinkProps;
}
