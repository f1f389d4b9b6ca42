import type { AcceptedRestoreQuery, LostSearchQuery } from '#src/api/queries/restores.ts';
import { lostToyRestoreQuery, ticketQuery } from '#src/api/toy/queries/shelf.ts';
import type { AcceptedRequest } from '#src/datasources/datasource.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';
import { pressOf } from '#src/wizard/submit/press.ts';

/** Follows an accepted request to its job, by its ticket. */
export const acceptedQuery = ({ operation }: AcceptedRequest): AcceptedRestoreQuery =>
  ticketQuery(operation);

/** Finds the job of a request whose answer did not arrive: the job has the mark of the request. */
export const searchFor = (_draft: Draft, attempt: Attempt): LostSearchQuery =>
  lostToyRestoreQuery(pressOf(attempt));
