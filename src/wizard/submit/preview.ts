import { restoreRequest } from '#src/api/recovery-services/restores/ops.ts';
import {
  rightRequests,
  secondaryRestoreRequest,
} from '#src/api/recovery-services/restores/secondary.ts';
import type { RequestPreview } from '#src/wizard/draft/step-props.ts';
import type { PlannedRestore } from '#src/wizard/submit/request.ts';

/**
 * The request of a restore as text, with those that ask for its right before it. `token` stands where
 * only their answers can tell.
 */
export function previewOf({ restore, isSecondary }: PlannedRestore, token: string): RequestPreview {
  const { method, url, body } = isSecondary
    ? secondaryRestoreRequest(
        restore,
        { objectType: 'CrrAccessToken', accessTokenString: token },
        '',
      )
    : restoreRequest(restore, '');
  const { who, right } = rightRequests(restore);
  const before = isSecondary ? [who, right].map((one) => `${one.method} ${one.url}`) : [];
  return { before, method, url, body: JSON.stringify(body, null, 2) };
}
