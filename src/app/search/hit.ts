import type { LinkProps } from '@tanstack/react-router';
import type { JobStatus } from '#src/model/job.ts';

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
}
