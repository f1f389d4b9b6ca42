import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { groupIn } from '#src/mocks/collection.ts';
import { deploymentIn } from '#src/mocks/deployments/deployment.ts';
import {
  invalidContent,
  invalidTemplate,
  TemplateViolation,
} from '#src/mocks/deployments/expressions.ts';
import { type Step, stepsOfOrder } from '#src/mocks/deployments/steps.ts';
import {
  echoOf,
  givenShape,
  parameterValues,
  readTemplate,
  targetsOf,
  type Template,
  type TemplateTarget,
} from '#src/mocks/deployments/template.ts';
import { groupNotFound, refused } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, isOfService, param } from '#src/mocks/service.ts';
import { blobService, readBlobAt } from '#src/mocks/storage/blob-service.ts';
import type { DeploymentError } from '#src/mocks/world/events.ts';
import { guidFrom, hash32, hexFrom } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import type { GroupSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** A deployment that can start, and all that comes of it. */
export interface Prepared {
  readonly deploymentId: string;
  readonly group: GroupSeed;
  readonly targets: readonly TemplateTarget[];
  readonly steps: readonly Step[];
  readonly correlationId: string;
  /** What every answer says of it. */
  readonly echo: Readonly<Record<string, unknown>>;
}

type Outcome<Value> = Value | { readonly refusal: Answer };

const bodyShape = z.object({
  properties: z.object({
    mode: z.enum(['Incremental', 'Complete']),
    template: maybe(z.unknown()),
    templateLink: maybe(z.object({ uri: z.string(), queryString: maybe(z.string()) })),
    parameters: maybe(z.record(z.string(), z.unknown())),
  }),
});
type Wanted = z.infer<typeof bodyShape>['properties'];

/** Judges a request for a deployment, and decides all that will come of it. */
export function prepare(call: Call): Outcome<Prepared> {
  const group = findGroup(call.state, groupIn(call));
  if (group === undefined) return { refusal: groupNotFound(param(call, 'rg')) };
  const wanted = wantedIn(call);
  if ('refusal' in wanted) return wanted;
  const source = sourceOf(call, wanted);
  if ('refusal' in source) return source;
  try {
    const template = readTemplate(source.value, source.text);
    return prepared(call, { group, template, wanted });
  } catch (error) {
    if (error instanceof TemplateViolation) return { refusal: invalidTemplate(error) };
    throw error;
  }
}

function wantedIn({ request }: Call): Outcome<Wanted> {
  const parsed = bodyShape.safeParse(parseJson(request.body));
  if (!parsed.success) {
    const path = (parsed.error.issues[0]?.path ?? []).map(String).join('.');
    return { refusal: invalidContent(`The value at '${path}' is missing or not valid.`) };
  }
  const { properties } = parsed.data;
  const { template, templateLink, parameters, mode } = properties;
  if ((template ?? null) === null && (templateLink ?? null) === null) {
    return { refusal: invalidContent('A template or a template link is required.') };
  }
  if ((template ?? null) !== null && (templateLink ?? null) !== null) {
    return { refusal: invalidContent('A template and a template link exclude each other.') };
  }
  // Only the inside of a parameters file is allowed (aftercare §1.6, I).
  const notAValue = Object.entries(parameters ?? {}).find(
    ([, value]) => typeof value !== 'object' || value === null,
  );
  if (notAValue !== undefined) {
    return {
      refusal: invalidContent(
        `Error converting value to type 'DeploymentParameterDefinition'. Path 'properties.parameters.${notAValue[0]}'.`,
      ),
    };
  }
  // What is not in the template would be deleted, which this world cannot do to all of a group.
  return mode === 'Complete'
    ? { refusal: invalidContent("The deployment mode 'Complete' is not supported here.") }
    : properties;
}

function sourceOf(
  call: Call,
  { template, templateLink }: Wanted,
): Outcome<{ readonly value: unknown; readonly text: string }> {
  if (templateLink === null || templateLink === undefined) {
    return { value: template, text: JSON.stringify(template, null, 2) };
  }
  const linked = readLink(call, templateLink);
  return linked.kind === 'refused' ? { refusal: linked.answer } : linked;
}

interface Source {
  readonly group: GroupSeed;
  readonly template: Template;
  readonly wanted: Wanted;
}

function prepared(call: Call, { group, template, wanted }: Source): Outcome<Prepared> {
  const deploymentId = deploymentIn(call);
  const given = givenShape.parse(wanted.parameters ?? {});
  const values = parameterValues(template, given, group);
  const variables = new Map(
    Object.entries(template.variables ?? {}).map(([name, one]) => [name.toLowerCase(), one]),
  );
  const targets = targetsOf(template, { group, parameters: values, variables });
  const { stored, now } = call;
  const steps = stepsOfOrder({ stored, now, deploymentId, targets });
  const refusal = refuseBefore(param(call, 'deployment'), steps);
  if (refusal !== null) return { refusal };
  const link = wanted.templateLink;
  const echo = {
    // The query string is a secret: whether Azure repeats it is not known (A), here it does not.
    ...(link === null || link === undefined
      ? {}
      : { templateLink: { uri: link.uri, contentVersion: template.contentVersion } }),
    templateHash: String(BigInt(`0x${hexFrom(template.text, 15)}`)),
    parameters: echoOf(template, values),
    mode: wanted.mode,
    providers: providersOf(targets),
    dependencies: dependenciesOf(targets),
  };
  const correlationId = guidFrom(
    `correlation:${deploymentId}:${now}:${hash32(call.request.requestId)}`,
  );
  return { deploymentId, group, targets, steps, correlationId, echo };
}

const typeIn = ({ type }: TemplateTarget) => {
  const [namespace = '', ...types] = type.split('/');
  return { namespace, resourceType: types.join('/') };
};

function providersOf(targets: readonly TemplateTarget[]): unknown[] {
  const spaces = Map.groupBy(targets, (one) => typeIn(one).namespace);
  return [...spaces].map(([namespace, own]) => ({
    namespace,
    resourceTypes: [...Map.groupBy(own, (one) => typeIn(one).resourceType)].map(
      ([resourceType, same]) => ({
        resourceType,
        locations: [...new Set(same.map(({ location }) => location))],
      }),
    ),
  }));
}

function dependenciesOf(targets: readonly TemplateTarget[]): unknown[] {
  const refOf = ({ id, type, name }: TemplateTarget) => ({
    id,
    resourceType: type,
    resourceName: name,
  });
  return targets
    .filter(({ dependsOn }) => dependsOn.length > 0)
    .map((target) => ({
      dependsOn: targets.filter(({ id }) => target.dependsOn.includes(id)).map(refOf),
      ...refOf(target),
    }));
}

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
function readLink({ state, now }: Call, { uri, queryString }: TemplateLink): Linked {
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
  refused({
    status: 400,
    code: 'InvalidContentLink',
    message: `Unable to download deployment content from '${uri}'. The tracking Id is '${guidFrom(`link:${uri}`)}'. Please see https://aka.ms/arm-deploy for usage details.`,
  });

const notJson = (): Answer =>
  refused({
    status: 400,
    code: 'InvalidTemplate',
    message:
      "Deployment template parse failed: 'Unexpected character encountered while parsing value.'. Please see https://aka.ms/arm-deploy for usage details.",
  });

/**
 * What providers check before a deployment starts; all else fails while it runs. That quotas and policies
 * are among it is recorded (aftercare §1.6, R and I), the rest is a guess (G).
 */
const POLICY = 'RequestDisallowedByPolicy';
const CHECKED_BEFORE = [POLICY, 'QuotaExceeded', 'OperationNotAllowed', 'SkuNotAvailable'];

/** The 400 for a deployment that providers reject before it starts; null where they accept it. */
function refuseBefore(name: string, steps: readonly Step[]): Answer | null {
  const errors = steps.flatMap(({ failure, resourceId }) =>
    failure !== undefined && CHECKED_BEFORE.includes(failure.error.code)
      ? [detailOf(failure.error, resourceId)]
      : [],
  );
  return errors.length === 0 ? null : invalidDeployment(name, errors);
}

/** A policy's detail names the resource; a quota has another code than when a resource is put (aftercare §1.6, I and R). */
function detailOf(error: DeploymentError, resourceId: string): DeploymentError {
  if (error.code === POLICY) return { ...error, target: nameOf(resourceId) };
  const isQuota = error.code === 'OperationNotAllowed' && /quota/i.test(error.message);
  return isQuota ? { ...error, code: 'QuotaExceeded' } : error;
}

function invalidDeployment(name: string, details: readonly DeploymentError[]): Answer {
  return {
    status: 400,
    body: {
      error: { code: 'InvalidTemplateDeployment', message: messageOf(name, details), details },
    },
  };
}

function messageOf(name: string, details: readonly DeploymentError[]): string {
  if (details.every(({ code }) => code === POLICY)) {
    return 'The template deployment failed because of policy violation. Please see details for more information.';
  }
  const trackingId = guidFrom(`tracking:${name}`);
  return `The template deployment '${name}' is not valid according to the validation procedure. The tracking id is '${trackingId}'. See inner errors for details. Please see https://aka.ms/arm-deploy for usage details.`;
}
