import { failure } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { blobService } from '#src/mocks/staging/blob-service.ts';
import { readBlobAt } from '#src/mocks/staging/read-blob.ts';
import { type Answer, type Call, isOfService } from '#src/mocks/service.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';

/** Where a template is to be read from. */
interface TemplateLink {
  readonly uri: string;
  readonly queryString?: string | null | undefined;
}

type Linked =
  | { readonly kind: 'read'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'refused'; readonly answer: Answer };

/**
 * Reads a template from a blob, as Azure Resource Manager does by itself: without a token, so that only a
 * signature opens it. Of other hosts only what the world says of them is read.
 */
export function readLink({ state, now }: Call, { uri, queryString }: TemplateLink): Linked {
  const query =
    queryString === null || queryString === undefined ? '' : `?${queryString.replace(/^\?/, '')}`;
  const address = `${uri}${query}`;
  const elsewhere = state.seed.linkedTemplates?.[uri];
  if (elsewhere !== undefined) return readText(elsewhere);
  if (!URL.canParse(address) || !isOfService(blobService, new URL(address).origin)) {
    return { kind: 'refused', answer: unreadable(uri) };
  }
  const outcome = readBlobAt(state, now, new URL(address), { hasToken: false, version: '' });
  if (outcome.kind === 'refused') return { kind: 'refused', answer: unreadable(uri) };
  // A page blob is filled up with NULs.
  return readText(new TextDecoder().decode(outcome.blob.bytes).replaceAll('\0', ''));
}

function readText(text: string): Linked {
  const value = parseJson(text);
  return value === undefined
    ? { kind: 'refused', answer: notJson() }
    : { kind: 'read', value, text };
}

/** 400, whatever keeps the content from being read (aftercare §1.6, I; that key access is one of them: A). */
const unreadable = (uri: string): Answer =>
  failure(
    400,
    'InvalidContentLink',
    `Unable to download deployment content from '${uri}'. The tracking Id is '${guidFrom(`link:${uri}`)}'. Please see https://aka.ms/arm-deploy for usage details.`,
  );

const notJson = (): Answer =>
  failure(
    400,
    'InvalidTemplate',
    "Deployment template parse failed: 'Unexpected character encountered while parsing value.'. Please see https://aka.ms/arm-deploy for usage details.",
  );
